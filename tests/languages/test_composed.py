"""A time of another in a language that is not English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("im Mai 1999", [("1999-05", "1999-05")]),
        ("Freitag nächster Woche", [("2022-07-29", "2022-07-29")]),
        ("am 3ten Montag im Mai 1999", [("1999-05-17", "1999-05-17")]),
        ("am Freitag vor 3tem Mai", [("2022-04-29", "2022-04-29")]),
        ("2 Wochen nach 3tem Mai", [("2022-W20", "2022-05-16/2022-05-22")]),
        ("um 9 Uhr am Montag", [("2022-07-18T09:00", "2022-07-18T09:00")]),
    ],
)
def test_a_time_within_or_beside_another(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_a_part_of_the_day_tells_the_half_of_an_hour(read: Read) -> None:
    assert read("Montag Abend um 8") == [("2022-07-18T20:00", "2022-07-18T20:00")]
    assert read("Montag Morgen um 8") == [("2022-07-18T08:00", "2022-07-18T08:00")]


def test_what_is_no_hour_of_half_a_day_gives_way(read: Read) -> None:
    assert read("Montag Abend um 13") == [("2022-07-18", "2022-07-18")]
