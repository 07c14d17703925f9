"""Short names for meanings."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.meanings import at_century, day_of, half_day, is_after_noon, related, short_year


@given(st.integers(0, 99))
def test_two_digits_are_the_end_of_a_year_of_a_hundred(digits: int) -> None:
    assert short_year(digits) % 100 == digits
    assert 1940 <= short_year(digits) < 2040


@given(st.integers(1, 12), st.sampled_from([0, 12]))
def test_an_hour_lies_in_its_half_of_the_day(hour: int, half: int) -> None:
    assert half <= half_day(hour, half) < half + 12


@pytest.mark.parametrize(
    ("hour", "part", "after"),
    [(3, "AF", True), (7, "EV", True), (7, "MO", False), (5, "NI", False), (6, "NI", True), (11, "NI", True)],
)
def test_a_part_tells_the_half(hour: int, part: str, *, after: bool) -> None:
    assert is_after_noon(hour, part) is after


@pytest.mark.parametrize("number", [0, 41, -1])
def test_nobody_speaks_of_such_a_century(number: int) -> None:
    assert at_century(number) is None


def test_there_is_no_such_day() -> None:
    assert day_of(2, 30) is None
    assert day_of(2, 29, 2023) is None
    assert day_of(2, 29, 2024) is not None


def test_an_unknown_signal_says_nothing() -> None:
    day = day_of(7, 22, 2022)
    assert day is not None
    assert related("in", day) == day
    assert related("since", day).relation is not None
