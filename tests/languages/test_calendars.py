"""Calendars that are counted by rule."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.instants import Instant
from timeline.languages.calendars import hebrew_new_year, islamic_year, julian_day, julian_lag, moved_in_julian

YEARS = st.integers(1583, 2400)


@given(YEARS, st.integers(1, 12), st.integers(1, 28))
def test_a_julian_day_is_as_much_later_as_the_calendar_lags(year: int, month: int, day: int) -> None:
    found = julian_day(year, month, day)
    assert found is not None
    assert found.ordinal - Instant.of(year, month, day).ordinal == julian_lag(year, month)


@pytest.mark.parametrize(("month", "day"), [(2, 30), (4, 31), (13, 1), (0, 1), (1, 0)])
def test_there_are_no_other_julian_days(month: int, day: int) -> None:
    assert julian_day(1700, month, day) is None


def test_julian_leap_days_come_every_fourth_year() -> None:
    assert [julian_day(year, 2, 29) is not None for year in (1700, 1701, 1702, 1704)] == [True, False, False, True]


@given(st.integers(1, 1582), st.integers(1, 12), st.integers(1, 28), st.integers(-60, 60))
def test_days_moved_in_the_julian_calendar_come_back(year: int, month: int, day: int, days: int) -> None:
    moved = moved_in_julian(year, month, day, days)
    before = days < 0 and moved > (month, day)
    after = days > 0 and moved < (month, day)
    assert moved_in_julian(year - before + after, *moved, -days) == (month, day)


@given(st.integers(5343, 6160))
def test_the_hebrew_year_begins_on_no_sunday_wednesday_or_friday(year: int) -> None:
    assert Instant(hebrew_new_year(year)).weekday not in {7, 3, 5}
    assert hebrew_new_year(year + 1) - hebrew_new_year(year) in {353, 354, 355, 383, 384, 385}


@given(st.integers(1, 1600))
def test_islamic_years_follow_one_another(year: int) -> None:
    own, following = islamic_year(year), islamic_year(year + 1)
    assert own.end == following.begin
