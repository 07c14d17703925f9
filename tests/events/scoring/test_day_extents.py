from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.placing.publication_frame import Publication
from timeline.events.scoring.day_extents import Days, Extent, extent_of

FRIDAY = Instant.of(2022, 7, 22).ordinal
PUBLICATION = Publication(Instant.of(2022, 7, 22))


@st.composite
def ranges(draw: st.DrawFn) -> Days:
    first = draw(st.none() | st.integers(FRIDAY - 50, FRIDAY + 50))
    last = draw(st.none() | st.integers(0, 40).map(lambda more: (first or FRIDAY) + more))
    return Days(first, last)


@given(ranges().filter(lambda days: days != Days()))
def test_a_day_survives_as_an_interval(days: Days) -> None:
    extent = Extent(days, days)
    assert extent_of(extent.interval, several=False) == extent


@given(ranges(), st.integers(1, 9))
def test_several_days_survive_as_an_interval(begin: Days, more: int) -> None:
    # What ends a known number of days after a known begin, or nobody knows when.
    end = Days(begin.last + more, begin.last + 2 * more) if begin.last is not None else Days()
    extent = Extent(begin, end, several=True)
    assert extent_of(extent.interval, several=True) == extent


@pytest.mark.parametrize(
    ("when", "several", "said"),
    [
        (PUBLICATION.day, False, Extent.day(FRIDAY, FRIDAY)),
        (PUBLICATION.before(), None, Extent.day(None, FRIDAY)),
        (PUBLICATION.after(), None, Extent.day(FRIDAY, None)),
        (PUBLICATION.across(), True, Extent(Days(None, FRIDAY), Days(FRIDAY, None), several=True)),
        (PUBLICATION.across(), None, Extent(Days(None, FRIDAY), Days(FRIDAY, None), several=True)),
        (PUBLICATION.before(), True, Extent(Days(None, FRIDAY), Days(None, FRIDAY), several=True)),
        (PUBLICATION.after(), True, Extent(Days(FRIDAY, None), Days(FRIDAY, None), several=True)),
        (
            Interval.unit(Instant.of(2022, 7, 22, 10), Granularity.HOUR),
            None,
            Extent.day(FRIDAY, FRIDAY),
        ),
        (
            Interval.unit(Instant.of(2022, 7), Granularity.MONTH).somewhere_within(),
            None,
            Extent.day(Instant.of(2022, 7, 1).ordinal, Instant.of(2022, 7, 31).ordinal),
        ),
    ],
)
def test_times_as_days(when: Interval, several: bool | None, said: Extent) -> None:
    assert extent_of(when, several=several) == said


def test_a_point_at_midnight_lies_on_the_day_that_begins() -> None:
    midnight = Interval.exact(Instant(FRIDAY), Instant(FRIDAY))
    assert extent_of(midnight) == extent_of(midnight, several=False) == Extent.day(FRIDAY, FRIDAY)


def test_one_day_that_is_known() -> None:
    assert Extent.day(FRIDAY, FRIDAY).is_day
    assert not Extent.day(FRIDAY, FRIDAY + 1).is_day
    assert not Extent(Days(FRIDAY, FRIDAY), Days(FRIDAY, FRIDAY), several=True).is_day


def test_before_a_day_is_named_after_that_day() -> None:
    until = Interval(Bound(None, Instant(FRIDAY)), Bound(None, Instant(FRIDAY)), Granularity.DAY)
    assert extent_of(until, limits=[PUBLICATION.day]) == Extent.day(None, FRIDAY)
    assert extent_of(until) == Extent.day(None, FRIDAY - 1)
    since = Interval(Bound(Instant(FRIDAY + 1), None), OPEN, Granularity.DAY)
    assert extent_of(since, several=False, limits=[PUBLICATION.day]) == Extent.day(FRIDAY, None)


def test_contradictions() -> None:
    day, before, ended = Extent.day(FRIDAY, FRIDAY), Extent.day(None, FRIDAY), Extent.day(None, FRIDAY - 1)
    assert not day.contradicts(before)
    assert day.contradicts(ended)


def test_a_day_fits_several_only_where_they_may_be_one() -> None:
    day, other = Extent.day(FRIDAY, FRIDAY), Extent.day(FRIDAY - 9, FRIDAY - 9)
    long = Extent(Days(FRIDAY - 3, FRIDAY - 3), Days(FRIDAY, None), several=True)
    across = Extent(Days(FRIDAY - 3, FRIDAY), Days(FRIDAY, None), several=True)
    assert day.contradicts(long)
    assert long.contradicts(day)
    assert not day.contradicts(across)
    assert other.contradicts(across)
