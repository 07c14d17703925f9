"""Ranges in a language that is not English."""

from __future__ import annotations

from collections.abc import Callable

import pytest

Read = Callable[[str], list[tuple[str, str]]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("von Mai bis August", [("2022-05/2022-08", "2022-05/2022-08")]),
        ("von Mai bis August 1999", [("1999-05/1999-08", "1999-05/1999-08")]),
        ("von Montag bis Freitag", [("2022-07-18/2022-07-22", "2022-07-18/2022-07-22")]),
    ],
)
def test_a_range_lies_between_its_ends(read: Read, text: str, expected: list[tuple[str, str]]) -> None:
    assert read(text) == expected


def test_since_looks_back(read: Read) -> None:
    assert read("seit Mai") == [("2022-05", "2022-05/..")]
    assert read("seit August") == [("2021-08", "2021-08/..")]


def test_so_far_ends_now(read: Read) -> None:
    assert read("bisher im letztes Jahr") == [("2021", "2021-01-01/2022-07-22")]
