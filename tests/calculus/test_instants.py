from __future__ import annotations

import datetime as dt
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant, days_in_month, unit_ends
from timeline.errors import InputError, NotationError

G = Granularity
offsets = st.one_of(st.none(), st.integers(-14 * 60, 14 * 60))
instants = st.builds(Instant, st.integers(-4_000_000, 4_500_000), st.integers(0, 86_399), offsets)
units = st.sampled_from(Granularity)


@pytest.mark.parametrize(
    "text",
    [
        "2022-07-22",
        "2022-07-22T10:30",
        "2022-07-22T10:30:15",
        "2022-07-22T10:30+09:00",
        "2022-07-22T00:00+00:00",
        "2022-07-22T10:30:15-03:30",
        "0000-02-29",
        "-0043-03-15",
        "-0004-02-29",
        "-9999-01-01",
        "0001-01-01",
        "9999-12-31T23:59:59",
        "+10000-01-01",
        "-12345-06-07",
    ],
)
def test_iso_both_ways(text: str) -> None:
    assert Instant.parse(text).isoformat() == text
    assert str(Instant.parse(text)) == text


def test_z_is_an_offset_of_nothing() -> None:
    assert Instant.parse("2022-07-22T10:30Z").offset == 0


@pytest.mark.parametrize(
    "text",
    [
        "",
        "2022",
        "2022-07",
        "22-07-22",
        "2022-7-22",
        "2022-02-29",
        "1900-02-29",
        "2022-13-01",
        "2022-00-01",
        "2022-01-00",
        "2022-07-22T24:00",
        "2022-07-22T10:60",
        "2022-07-22T10:30:60",
        "2022-07-22T10",
        "2022-07-22 10:30",
        "2022-07-22T10:30+25:00",
        "2022-07-22T10:30+09:60",
        "2022-07-22T10:30+9",
        " 2022-07-22",
        "2022-07-22\n",
        "٢٠٢٢-٠٧-٢٢",
        "yesterday",
    ],
)
def test_what_is_no_iso_instant_is_refused(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        Instant.parse(text)
    assert repr(text) in str(caught.value)


@pytest.mark.parametrize(
    "fields", [(2022, 2, 30), (2022, 13), (2022, 0), (2022, 1, 1, 24), (2022, 1, 1, 0, 60), (2022, 1, 1, 0, 0, -1)]
)
def test_no_such_day_or_time(fields: tuple[int, ...]) -> None:
    with pytest.raises(InputError):
        Instant.of(*fields)


@given(instants)
def test_isoformat_round_trip(instant: Instant) -> None:
    again = Instant.parse(instant.isoformat())
    assert (again.ordinal, again.second, again.offset) == (instant.ordinal, instant.second, instant.offset)


@given(instants)
def test_repr_and_pickle_round_trip(instant: Instant) -> None:
    for again in (eval(repr(instant)), pickle.loads(pickle.dumps(instant))):
        assert again == instant
        assert again.offset == instant.offset


@given(instants)
def test_calendar_fields_name_the_instant(instant: Instant) -> None:
    clock = instant.hour, instant.minute, instant.second % 60
    assert Instant.of(*instant.date, *clock, offset=instant.offset) == instant
    assert 1 <= instant.day <= days_in_month(instant.year, instant.month)


@given(st.datetimes())
def test_agrees_with_datetime(moment: dt.datetime) -> None:
    instant = Instant.from_datetime(moment)
    assert instant.isoformat()[:10] == moment.date().isoformat()
    assert (instant.hour, instant.minute) == (moment.hour, moment.minute)
    assert instant.weekday == moment.isoweekday()
    assert instant.iso_week == moment.isocalendar()[:2] or moment.year in {dt.MINYEAR, dt.MAXYEAR}
    assert instant.offset is None


@given(st.datetimes(timezones=st.builds(dt.timezone, st.integers(-840, 840).map(lambda m: dt.timedelta(minutes=m)))))
def test_zones_agree_with_datetime(moment: dt.datetime) -> None:
    instant, utc = Instant.from_datetime(moment), Instant(dt.date(1970, 1, 1).toordinal())
    seconds = (moment.replace(microsecond=0) - dt.datetime(1970, 1, 1, tzinfo=dt.UTC)).total_seconds()
    assert instant == utc.shift(int(seconds), G.SECOND)


def test_a_date_is_its_midnight() -> None:
    assert Instant.from_datetime(dt.date(2022, 7, 22)) == Instant.of(2022, 7, 22)


@given(instants, instants)
def test_order_is_total_and_goes_with_hash(a: Instant, b: Instant) -> None:
    assert (a < b) + (a == b) + (a > b) == 1
    assert (a <= b) == (not a > b)
    assert (a >= b) == (not a < b)
    assert a != b or hash(a) == hash(b)


def test_order_across_offsets() -> None:
    tokyo, london = Instant.parse("2022-07-22T10:00+09:00"), Instant.parse("2022-07-22T02:00+01:00")
    assert tokyo == london
    assert len({tokyo, london}) == 1
    assert tokyo.local > london.local


def test_other_types_are_not_comparable() -> None:
    assert Instant.of(2022) != "2022-01-01"
    with pytest.raises(TypeError):
        _ = Instant.of(2022) < dt.date(2023, 1, 1)  # type: ignore[operator]


@pytest.mark.parametrize(
    ("start", "count", "unit", "expected"),
    [
        ("2022-01-31", 1, G.MONTH, "2022-02-28"),
        ("2024-01-31", 1, G.MONTH, "2024-02-29"),
        ("2024-02-29", 1, G.YEAR, "2025-02-28"),
        ("2024-02-29", 4, G.YEAR, "2028-02-29"),
        ("2024-02-29", -124, G.YEAR, "1900-02-28"),
        ("2022-07-22", -1, G.QUARTER, "2022-04-22"),
        ("2022-07-22", 1, G.SEASON, "2022-10-22"),
        ("2022-07-22", 1, G.HALF, "2023-01-22"),
        ("2022-07-22", -1, G.DECADE, "2012-07-22"),
        ("2022-07-22", 1, G.CENTURY, "2122-07-22"),
        ("2022-07-22", -3, G.MILLENNIUM, "-0978-07-22"),
        ("2022-07-22", -1, G.WEEK, "2022-07-15"),
        ("2022-07-23", 1, G.WEEKEND, "2022-07-30"),
        ("2022-07-22T10:30", 14, G.HOUR, "2022-07-23T00:30"),
        ("2022-07-22T00:00+09:00", -1, G.MINUTE, "2022-07-21T23:59+09:00"),
        ("0001-01-01", -1, G.DAY, "0000-12-31"),
        ("0001-01-01", -1, G.MONTH, "0000-12-01"),
        ("9999-12-31", 1, G.DAY, "+10000-01-01"),
        ("9999-12-31T23:59:59", 1, G.SECOND, "+10000-01-01"),
        ("-9999-01-01", -1, G.SECOND, "-10000-12-31T23:59:59"),
    ],
)
def test_shift(start: str, count: int, unit: Granularity, expected: str) -> None:
    assert Instant.parse(start).shift(count, unit).isoformat() == expected


@given(instants, st.integers(-10_000, 10_000), st.sampled_from([unit for unit in G if unit <= G.WEEK]))
def test_shifts_by_days_and_less_go_there_and_back(instant: Instant, count: int, unit: Granularity) -> None:
    assert instant.shift(count, unit).shift(-count, unit) == instant


@given(instants, st.integers(-10_000, 10_000), st.sampled_from([unit for unit in G if unit > G.WEEK]))
def test_shifts_by_months_lose_three_days_at_most(instant: Instant, count: int, unit: Granularity) -> None:
    back = instant.shift(count, unit).shift(-count, unit)
    assert instant.shift(-3, G.DAY) <= back <= instant
    assert instant.day > 28 or back == instant


@given(instants, st.integers(-100, 100), units)
def test_shift_keeps_the_offset_and_the_direction(instant: Instant, count: int, unit: Granularity) -> None:
    moved = instant.shift(count, unit)
    assert moved.offset == instant.offset
    assert (moved > instant) == (count > 0)
    assert (moved < instant) == (count < 0)


@pytest.mark.parametrize(
    ("unit", "expected"),
    [
        (G.SECOND, "2022-01-22T10:30:15"),
        (G.MINUTE, "2022-01-22T10:30"),
        (G.HOUR, "2022-01-22T10:00"),
        (G.PART_OF_DAY, "2022-01-22T06:00"),
        (G.DAY, "2022-01-22"),
        (G.WEEKEND, "2022-01-22"),
        (G.WEEK, "2022-01-17"),
        (G.MONTH, "2022-01-01"),
        (G.QUARTER, "2022-01-01"),
        (G.SEASON, "2021-12-01"),
        (G.HALF, "2022-01-01"),
        (G.YEAR, "2022-01-01"),
        (G.DECADE, "2020-01-01"),
        (G.CENTURY, "2000-01-01"),
        (G.MILLENNIUM, "2000-01-01"),
    ],
)
def test_floor(unit: Granularity, expected: str) -> None:
    assert Instant.of(2022, 1, 22, 10, 30, 15).floor(unit).isoformat() == expected


@pytest.mark.parametrize(
    ("start", "unit", "expected"),
    [
        ("2022-12-31", G.SEASON, "2022-12-01"),
        ("2022-11-30", G.SEASON, "2022-09-01"),
        ("2022-03-01", G.SEASON, "2022-03-01"),
        ("2022-12-31", G.QUARTER, "2022-10-01"),
        ("2022-12-31", G.HALF, "2022-07-01"),
        ("2022-07-19", G.WEEKEND, "2022-07-23"),
        ("-0043-03-15", G.DECADE, "-0050-01-01"),
        ("-0043-03-15", G.YEAR, "-0043-01-01"),
        ("0001-01-01", G.CENTURY, "0000-01-01"),
        ("9999-12-31", G.MILLENNIUM, "9000-01-01"),
    ],
)
def test_floor_at_edges(start: str, unit: Granularity, expected: str) -> None:
    assert Instant.parse(start).floor(unit).isoformat() == expected


@given(instants, units)
def test_floor_is_idempotent_and_not_later_on_the_wall(instant: Instant, unit: Granularity) -> None:
    floor = instant.floor(unit)
    assert floor.floor(unit) == floor
    assert floor.local <= instant.local or unit is G.WEEKEND
    assert instant.local < floor.local.shift(1, unit)


@given(instants, units)
def test_units_of_a_day_and_more_float(instant: Instant, unit: Granularity) -> None:
    assert instant.floor(unit).offset == (None if unit >= G.DAY else instant.offset)


@pytest.mark.parametrize(("year", "leap"), [(2000, 1), (1900, 0), (2024, 1), (0, 1), (-4, 1), (-100, 0), (-400, 1)])
def test_leap_years(year: int, leap: int) -> None:
    assert days_in_month(year, 2) == 28 + leap
    assert sum(days_in_month(year, month) for month in range(1, 13)) == 365 + leap


def test_weeks_at_the_turn_of_the_year() -> None:
    assert Instant.of(2021, 1, 3).iso_week == (2020, 53)
    assert Instant.of(2021, 1, 4).iso_week == (2021, 1)
    assert Instant.of(2024, 12, 30).iso_week == (2025, 1)
    assert Instant.of(1, 1, 1).weekday == 1
    assert Instant.of(0, 12, 31).weekday == 7


@given(instants)
def test_what_ends_at_midnight_ends_on_the_day_before(instant: Instant) -> None:
    assert instant.ordinal_before == instant.shift(-1, G.SECOND).ordinal


@given(instants, units, st.integers(1, 50))
def test_units_follow_each_other(instant: Instant, unit: Granularity, count: int) -> None:
    begin, end = unit_ends(instant, unit, count)
    assert begin == instant.floor(unit)
    assert unit_ends(end.shift(-1, G.SECOND), unit)[1] == end
    assert unit_ends(begin, unit, count + 1) == (begin, unit_ends(end, unit)[1])
