"""Times that depend on whether their clause looks ahead, and what of a time is over or left."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.anchors import Lean, Moment
from timeline.calculus.bound_operators import After, Before, By, Edge, Part, Rest, Since, Until
from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Shift, This
from timeline.calculus.outlook import Ahead, Present
from timeline.calculus.recurring import DayOfWeek, MonthOfYear, Unit

G = Granularity
DAYS = st.integers(min_value=Instant.of(1000).ordinal, max_value=Instant.of(3000).ordinal)
LONG = st.sampled_from([G.WEEK, G.MONTH, G.QUARTER, G.HALF, G.YEAR, G.DECADE, G.CENTURY])
UNITS = st.sampled_from([G.DAY, G.WEEKEND, *(G.WEEK, G.MONTH, G.QUARTER, G.HALF, G.YEAR, G.DECADE, G.CENTURY)])


def _moment(day: int, lean: Lean = Lean.NONE) -> Moment:
    return Moment(now=Interval.unit(Instant(day), G.DAY), lean=lean)


@given(DAYS, LONG)
def test_what_is_over_and_what_is_left_meet_today(day: int, unit: G) -> None:
    whole, now = This(Unit(unit)), _moment(day)
    past, left, all_ = (each.resolve(now) for each in (Rest("START", whole), Rest("END", whole), whole))
    assert past is not None
    assert left is not None
    assert all_ is not None
    assert now.now is not None
    assert (past.begin, past.end) == (all_.begin, now.now.end)
    assert (left.begin, left.end) == (now.now.begin, all_.end)


@given(DAYS, UNITS)
def test_a_start_or_end_is_vague_but_as_a_limit_one_moment(day: int, unit: G) -> None:
    whole, now = This(Unit(unit)), _moment(day)
    all_, start, end = whole.resolve(now), Edge("START", whole), Edge("END", whole)
    assert all_ is not None
    assert [each.resolve(now) for each in (start, end)] == [Part(each, whole).resolve(now) for each in ("START", "END")]
    limits = [each.resolve(now) for each in (Before(end), Until(end), By(end), After(start), Since(start))]
    assert [each.end.latest for each in limits[:3] if each] == [all_.end.latest] * 3
    assert [each.begin.earliest for each in limits[3:] if each] == [all_.begin.earliest] * 2


@pytest.mark.parametrize("lean", [Lean.PAST, Lean.NONE])
@given(DAYS)
def test_a_length_names_a_time_only_ahead(lean: Lean, day: int) -> None:
    shift = Shift(Duration.of(2, G.WEEK), 1)
    assert Ahead(shift).resolve(_moment(day, lean)) is None
    assert Ahead(shift).resolve(_moment(day, Lean.FUTURE)) == shift.resolve(_moment(day))


@given(DAYS, st.sampled_from([*map(DayOfWeek, range(1, 8)), *map(MonthOfYear, range(1, 13))]))
def test_this_one_is_never_over_where_the_clause_looks_ahead(day: int, stretch: DayOfWeek | MonthOfYear) -> None:
    this, ahead = Present(stretch), _moment(day, Lean.FUTURE)
    found, told = this.resolve(ahead), This(stretch).resolve(ahead)
    assert found is not None
    assert told is not None
    assert found.end.latest is not None
    assert found.end.latest > Instant(day)
    assert this.resolve(_moment(day, Lean.PAST)) == told
    assert found == told or (told.end.latest is not None and told.end.latest <= Instant(day))
