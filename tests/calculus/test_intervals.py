from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.calculus.allen import AllenRelation
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.errors import InputError

G = Granularity
NAMES = {"Bound": Bound, "Granularity": Granularity, "Instant": Instant, "Interval": Interval}
instants = st.builds(Instant, st.integers(-800_000, 3_700_000), st.sampled_from([0, 0, 0, 37_800, 86_399]))
units = st.sampled_from(Granularity)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    low, high = sorted((draw(instants), draw(instants)))
    return draw(st.sampled_from([Bound.at(low), Bound(low, high), Bound(low, None), Bound(None, high), OPEN]))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    begin, end = draw(bounds()), draw(bounds())
    assume(begin.earliest is None or end.latest is None or begin.earliest < end.latest)
    return Interval(begin, end, draw(units))


@st.composite
def exact_intervals(draw: st.DrawFn) -> Interval:
    begin, end = sorted((draw(instants), draw(instants)))
    assume(begin < end)
    return Interval.exact(begin, end, draw(units))


def day(text: str) -> Interval:
    return Interval.unit(Instant.parse(text), G.DAY)


def test_bounds_know_what_they_are() -> None:
    exact, window = Bound.at(Instant.of(2022)), Bound(Instant.of(2022), Instant.of(2023))
    assert exact.is_exact
    assert not exact.is_open
    assert OPEN.is_open
    assert not OPEN.is_exact
    assert not window.is_exact
    assert not window.is_open
    assert not Bound(None, Instant.of(2022)).is_open


def test_senseless_bounds_and_intervals_are_refused() -> None:
    with pytest.raises(InputError, match="2023-01-01 at the earliest"):
        Bound(Instant.of(2023), Instant.of(2022))
    with pytest.raises(InputError, match="begin at 2023-01-01 and end at 2022-01-01"):
        Interval.exact(Instant.of(2023), Instant.of(2022))


@pytest.mark.parametrize(
    ("unit", "begin", "end"),
    [
        (G.SECOND, "2022-01-22T10:30:15", "2022-01-22T10:30:16"),
        (G.MINUTE, "2022-01-22T10:30", "2022-01-22T10:31"),
        (G.HOUR, "2022-01-22T10:00", "2022-01-22T11:00"),
        (G.PART_OF_DAY, "2022-01-22T06:00", "2022-01-22T12:00"),
        (G.DAY, "2022-01-22", "2022-01-23"),
        (G.WEEKEND, "2022-01-22", "2022-01-24"),
        (G.WEEK, "2022-01-17", "2022-01-24"),
        (G.MONTH, "2022-01-01", "2022-02-01"),
        (G.QUARTER, "2022-01-01", "2022-04-01"),
        (G.SEASON, "2021-12-01", "2022-03-01"),
        (G.HALF, "2022-01-01", "2022-07-01"),
        (G.YEAR, "2022-01-01", "2023-01-01"),
        (G.DECADE, "2020-01-01", "2030-01-01"),
        (G.CENTURY, "2000-01-01", "2100-01-01"),
        (G.MILLENNIUM, "2000-01-01", "3000-01-01"),
    ],
)
def test_units(unit: Granularity, begin: str, end: str) -> None:
    expected = Interval.exact(Instant.parse(begin), Instant.parse(end), unit)
    assert Interval.unit(Instant.of(2022, 1, 22, 10, 30, 15), unit) == expected


def test_several_units() -> None:
    assert Interval.unit(Instant.of(2022, 7, 22), G.WEEKEND, 2).end.latest == Instant.of(2022, 8, 1)
    assert Interval.unit(Instant.of(2022, 7, 22), G.YEAR, 3).edtf == "2022/2024"
    assert Interval.unit(Instant.of(9999, 12, 31), G.YEAR).end.latest == Instant.of(10_000)


@given(instants, units)
def test_a_unit_holds_its_instant_and_touches_the_next(instant: Instant, unit: Granularity) -> None:
    assume(unit is not G.WEEKEND)
    interval = Interval.unit(instant, unit)
    assert interval.contains(instant)
    assert interval.end.latest is not None
    assert Interval.unit(interval.end.latest, unit).begin == interval.end


def test_somewhere_within() -> None:
    window = Bound(Instant.of(2022, 5), Instant.of(2022, 6))
    assert Interval.unit(Instant.of(2022, 5), G.MONTH).somewhere_within() == Interval(window, window, G.MONTH)


@given(intervals())
def test_somewhere_within_is_said_once(interval: Interval) -> None:
    within = interval.somewhere_within()
    assert within.somewhere_within() == within
    assert (within.earliest, within.latest) == (interval.earliest, interval.latest)


def test_approximately() -> None:
    about = Interval.unit(Instant.of(1984), G.YEAR).approximately()
    assert about.begin == Bound(Instant.of(1983), Instant.of(1985))
    assert about.end == Bound(Instant.of(1984), Instant.of(1986))
    assert Interval(OPEN, OPEN).approximately() == Interval(OPEN, OPEN)


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        ("2022-01-28", 1, G.MONTH, "2022-02-28"),
        ("2022-01-29", 1, G.MONTH, "2022-02-28"),
        ("2022-01-31", 1, G.MONTH, "2022-02-28"),
        ("2022-03-30", -1, G.MONTH, "2022-02-28"),
        ("2024-02-29", 1, G.YEAR, "2025-02-28"),
        ("2022-07-22", -1, G.WEEK, "2022-07-15"),
        ("2022-12-31", 1, G.DAY, "2023-01-01"),
        ("2022-06-30", 1, G.MONTH, "2022-07-30"),
    ],
)
def test_a_shifted_day_is_a_day(start: str, count: int, unit: Granularity, expected: str) -> None:
    assert day(start).shift(count, unit) == day(expected)
    assert day(start).somewhere_within().shift(count, unit) == day(expected).somewhere_within()


@given(instants, st.sampled_from([G.MONTH, G.QUARTER, G.HALF, G.YEAR, G.DECADE]), st.integers(-500, 500))
def test_shifted_months_and_longer_units_are_such_units(instant: Instant, unit: Granularity, count: int) -> None:
    interval = Interval.unit(instant, unit)
    assert interval.shift(count, unit) == Interval.unit(instant.floor(unit).shift(count, unit), unit)
    assert interval.shift(count, unit).shift(-count, unit) == interval


@given(intervals(), st.integers(-50, 50), units)
def test_shifting_keeps_what_is_known(interval: Interval, count: int, unit: Granularity) -> None:
    moved = interval.shift(count, unit)
    for before, after in ((interval.begin, moved.begin), (interval.end, moved.end)):
        assert (before.earliest is None, before.latest is None) == (after.earliest is None, after.latest is None)
        assert after.is_exact or not before.is_exact
    assert moved.granularity is interval.granularity


@given(exact_intervals(), st.integers(-50, 50), units)
def test_shifted_days_do_not_vanish(interval: Interval, count: int, unit: Granularity) -> None:
    assume(interval.begin.earliest is not None and not interval.begin.earliest.second)
    assume(interval.end.latest is not None and not interval.end.latest.second)
    moved = interval.shift(count, unit)
    assert moved.begin.latest is not None
    assert moved.end.earliest is not None
    assert moved.begin.latest < moved.end.earliest


@given(exact_intervals(), exact_intervals())
def test_intersection_of_exact_intervals(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    begin = max(i for i in (a.earliest, b.earliest) if i is not None)
    end = min(i for i in (a.latest, b.latest) if i is not None)
    if begin < end:
        assert shared == Interval.exact(begin, end, min(a.granularity, b.granularity))
    else:
        assert shared is None


@given(intervals(), intervals())
def test_intersection_does_not_mind_the_order(a: Interval, b: Interval) -> None:
    assert a.intersection(b) == b.intersection(a)


@given(intervals(), intervals())
def test_intersection_stays_within_both(a: Interval, b: Interval) -> None:
    shared = a.intersection(b)
    if shared is None:
        return
    for other in (a, b):
        assert other.earliest is None or (shared.earliest is not None and shared.earliest >= other.earliest)
        assert other.latest is None or (shared.latest is not None and shared.latest <= other.latest)


@given(exact_intervals())
def test_an_open_interval_limits_nothing(interval: Interval) -> None:
    assert interval.intersection(Interval(OPEN, OPEN, G.MILLENNIUM)) == interval
    assert interval.intersection(interval) == interval


def test_intersection_of_a_window_is_a_smaller_window() -> None:
    july = Interval.unit(Instant.of(2022, 7), G.MONTH)
    week = Interval.unit(Instant.of(2022, 7, 30), G.WEEK)
    shared = july.somewhere_within().intersection(week)
    assert shared == Interval.exact(Instant.of(2022, 7, 25), Instant.of(2022, 8), G.WEEK).somewhere_within()


def test_intervals_that_meet_share_nothing() -> None:
    assert day("2022-07-22").intersection(day("2022-07-23")) is None


def test_contains() -> None:
    july = Interval.unit(Instant.of(2022, 7), G.MONTH)
    assert july.contains(Instant.of(2022, 7))
    assert not july.contains(Instant.of(2022, 8))
    assert not july.somewhere_within().contains(Instant.of(2022, 7, 15))
    assert not Interval(Bound.at(Instant.of(2019)), OPEN).contains(Instant.of(2022))
    still_so = Interval(Bound.at(Instant.of(2019)), Bound(Instant.of(2022, 7, 22), None))
    assert still_so.contains(Instant.of(2022))


@given(intervals())
def test_dict_repr_and_pickle_round_trips(interval: Interval) -> None:
    assert Interval.from_dict(interval.to_dict()) == interval
    assert eval(repr(interval), dict(NAMES)) == interval
    again = pickle.loads(pickle.dumps(interval))
    assert again == interval
    assert hash(again) == hash(interval)


def test_json_form() -> None:
    since = Interval(Bound(Instant.of(2019), Instant.of(2020)), OPEN, G.YEAR)
    assert since.to_dict() == {
        "begin": {"earliest": "2019-01-01", "latest": "2020-01-01"},
        "end": {"earliest": None, "latest": None},
        "granularity": "year",
        "edtf": "2019/..",
    }
    assert Interval.from_dict(since.to_dict() | {"added later": 1}) == since


@pytest.mark.parametrize(
    "data",
    [
        {},
        {"begin": {}, "end": {}},
        {"begin": {}, "end": {}, "granularity": "fortnight"},
        {"begin": None, "end": {}, "granularity": "day"},
        {"begin": {"earliest": "today"}, "end": {}, "granularity": "day"},
        {"begin": {"earliest": 2019}, "end": {}, "granularity": "day"},
        {"begin": {"earliest": "2022-01-01"}, "end": {"latest": "2021-01-01"}, "granularity": "day"},
    ],
)
def test_malformed_json_is_refused(data: dict[str, Any]) -> None:
    with pytest.raises(InputError):
        Interval.from_dict(data)


MIDNIGHT, NOON = Instant.of(2022, 7, 22), Instant.of(2022, 7, 22, 12)


@pytest.mark.parametrize(
    ("interval", "said"),
    [
        (day("2022-07-22"), (True, True, 1)),
        (Interval.unit(NOON, G.MINUTE), (True, True, 0)),
        (Interval.exact(NOON, Instant.of(2022, 7, 23), G.HOUR), (True, True, 1)),
        (Interval.exact(MIDNIGHT, MIDNIGHT), (True, True, 0)),
        (Interval.exact(MIDNIGHT, Instant.of(2022, 7, 25)), (True, False, 3)),
        (Interval.exact(Instant.of(2022, 7, 22, 20), Instant.of(2022, 7, 23, 6), G.PART_OF_DAY), (True, False, 1)),
        (Interval.unit(MIDNIGHT, G.MONTH), (False, False, 31)),
        (Interval.exact(MIDNIGHT, Instant.of(2022, 7, 23), G.MONTH), (False, True, 1)),
        (day("2022-07-22").somewhere_within(), (False, False, 1)),
        (Interval(Bound.at(MIDNIGHT), OPEN), (False, False, None)),
        (Interval(OPEN, Bound.at(MIDNIGHT)), (False, False, None)),
    ],
)
def test_how_exact_and_how_long_an_interval_is(interval: Interval, said: tuple[bool, bool, int | None]) -> None:
    assert (interval.is_to_the_day, interval.is_day, interval.days) == said


@given(exact_intervals())
def test_a_day_lies_within_the_unit_of_its_begin(interval: Interval) -> None:
    assert interval.earliest is not None
    assert interval.is_day is Interval.unit(interval.earliest, G.DAY).encloses(interval)


@given(intervals())
def test_days_are_those_between_the_dates(interval: Interval) -> None:
    first, last = interval.earliest, interval.latest
    if first is None or last is None:
        assert interval.days is None
    else:
        assert first.floor(G.DAY).shift(interval.days or 0, G.DAY) == last.floor(G.DAY)


def lasting(interval: Interval) -> Interval:
    """Leave out what can only be a point."""
    assume(interval.earliest is None or interval.latest is None or interval.earliest < interval.latest)
    return interval


APART = {AllenRelation.BEFORE, AllenRelation.MEETS, AllenRelation.MET_BY, AllenRelation.AFTER}
WITHIN = {AllenRelation.DURING, AllenRelation.STARTS, AllenRelation.FINISHES, AllenRelation.EQUAL}


@given(intervals(), intervals())
def test_intervals_touch_where_a_relation_is_possible_in_which_they_share_time(a: Interval, b: Interval) -> None:
    possible = lasting(a).relation_to(lasting(b))
    assert a.touches(b) is bool(possible - APART)
    assert a.touches(b) is b.touches(a)
    assert a.touches(b) is (a.intersection(b) is not None)


@given(intervals(), intervals())
def test_one_precedes_the_other_where_it_can_only_lie_before_it(a: Interval, b: Interval) -> None:
    possible = lasting(a).relation_to(lasting(b))
    assert a.precedes(b) is (possible <= {AllenRelation.BEFORE, AllenRelation.MEETS})
    assert not (a.precedes(b) and b.precedes(a))


@given(exact_intervals(), exact_intervals())
def test_an_exact_interval_encloses_what_lies_within_it(a: Interval, b: Interval) -> None:
    assert a.encloses(b) is (a.relation_to(b) <= {relation.inverse for relation in WITHIN})


@given(intervals(), intervals())
def test_what_is_enclosed_is_all_that_is_shared(a: Interval, b: Interval) -> None:
    assert a.encloses(a)
    if lasting(a).encloses(lasting(b)):
        shared = a.intersection(b)
        assert shared is not None
        assert (shared.earliest, shared.latest) == (b.earliest, b.latest)


@pytest.mark.parametrize("method", ["precedes", "touches", "encloses"])
def test_only_intervals_can_be_compared(method: str) -> None:
    with pytest.raises(InputError, match="other"):
        getattr(day("2022-07-22"), method)(MIDNIGHT)
