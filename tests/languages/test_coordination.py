"""Times side by side, in a language that is not English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("am 3ten und 5ten Mai", [("2022-05-03", "2022-05-03"), ("2022-05-05", "2022-05-05")]),
        ("im Mai und Juni 1999", [("1999-05", "1999-05"), ("1999-06", "1999-06")]),
        ("im 18ten bis 19ten Jahrhundert", [("17", "17XX"), ("18", "18XX")]),
    ],
)
def test_one_time_says_what_the_other_leaves_out(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_where_one_means_nothing_both_give_way(read: Read) -> None:
    assert read("im 99ten bis 19ten Jahrhundert") == [("18", "18XX")]
