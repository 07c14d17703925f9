from __future__ import annotations

import importlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus import recurring
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.recurring import (
    ClockTime,
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    DecadeOfCentury,
    Festival,
    MonthOfYear,
    PartOfDay,
    QuarterOfYear,
    Repeating,
    SeasonOfYear,
    Unit,
)

G = Granularity
FRIDAY = Instant.of(2022, 7, 22)
RARE = Festival("every tenth year", lambda year: (4, 1) if year % 10 == 0 else None)
NEVER = Festival("never", lambda _year: None)
STRETCHES = [
    (Unit(G.DAY), "XXXX-XX-XX", "2022-07-21", "2022-07-22"),
    (Unit(G.WEEKEND), "XXXX-WXX-WE", "2022-07-16/2022-07-17", "2022-07-23/2022-07-24"),
    (Unit(G.CENTURY), "XX", "19XX", "21XX"),
    (MonthOfYear(5), "XXXX-05", "2022-05", "2023-05"),
    (DayOfYear(7, 22), "XXXX-07-22", "2021-07-22", "2022-07-22"),
    (DayOfYear(2, 29), "XXXX-02-29", "2020-02-29", "2024-02-29"),
    (DayOfMonth(31), "XXXX-XX-31", "2022-05-31", "2022-07-31"),
    (DayOfWeek(5), "XXXX-WXX-5", "2022-07-15", "2022-07-22"),
    (SeasonOfYear("WI"), "XXXX-WI", None, None),
    (QuarterOfYear(1), "XXXX-Q1", "2022-33", "2023-33"),
    (QuarterOfYear(1, G.HALF), "XXXX-H1", "2022-40", "2023-40"),
    (DecadeOfCentury(9), "XX9", "199X", "209X"),
    (PartOfDay("MO"), "XXXX-XX-XXTMO", "2022-07-21T06/2022-07-21T11", "2022-07-22T06/2022-07-22T11"),
    (ClockTime(10, 30), "XXXX-XX-XXT10:30", "2022-07-21T10:30", "2022-07-22T10:30"),
    (RARE, "XXXX-XX-XX", "2020-04-01", "2030-04-01"),
]


@pytest.mark.parametrize(("stretch", "template", "last", "following"), STRETCHES)
def test_what_comes_again(stretch: Repeating, template: str, last: str | None, following: str | None) -> None:
    assert stretch.template == template
    ended, begun = stretch.last_ended(FRIDAY), stretch.next_begin(FRIDAY)
    assert ended is not None
    assert begun is not None
    if last is not None:
        assert (ended.edtf, begun.edtf) == (last, following)
    assert ended.granularity is stretch.granularity


@given(st.sampled_from([row[0] for row in STRETCHES]), st.integers(-1_500_000, 4_000_000), st.integers(0, 86_399))
def test_occurrences_lie_where_they_should(stretch: Repeating, ordinal: int, second: int) -> None:
    instant = Instant(ordinal, second)
    begun, ended = stretch.last_begun(instant), stretch.last_ended(instant)
    ending, begin = stretch.next_ending(instant), stretch.next_begin(instant)
    for found in (begun, ended, ending, begin):
        assert found is not None
        assert found.is_exact
    assert begun is not None
    assert begun.begin.latest is not None
    assert begun.begin.latest <= instant
    assert ended is not None
    assert ended.end.latest is not None
    assert ended.end.latest <= instant
    assert ending is not None
    assert ending.end.latest is not None
    assert ending.end.latest > instant
    assert begin is not None
    assert begin.begin.latest is not None
    assert begin.begin.latest >= instant


def test_what_never_comes_is_none() -> None:
    assert NEVER.last_begun(FRIDAY) is NEVER.next_ending(FRIDAY) is None
    assert NEVER.all_within(Interval.unit(FRIDAY, G.CENTURY)) == []


def test_all_within_is_in_order_and_bounded() -> None:
    july = Interval.unit(FRIDAY, G.MONTH)
    assert [found.edtf for found in DayOfWeek(5).all_within(july)] == [
        *("2022-07-01", "2022-07-08", "2022-07-15", "2022-07-22", "2022-07-29"),
    ]
    assert len(Unit(G.DAY).all_within(Interval.unit(FRIDAY, G.CENTURY))) == 1_000
    assert DayOfWeek(5).all_within(Interval(july.begin, july.end.__class__())) == []


def test_a_clock_with_a_zone_is_of_its_own_day() -> None:
    day = Interval.unit(FRIDAY, G.DAY)
    for offset in (None, 0, 540, -420):
        (found,) = ClockTime(1, 0, offset=offset).all_within(day)
        assert found.begin.earliest is not None
        assert (found.begin.earliest.local, found.begin.earliest.offset) == (Instant.of(2022, 7, 22, 1), offset)


@pytest.mark.parametrize("name", recurring.__all__)
def test_the_former_module_still_has_its_names_and_says_where_they_are(name: str) -> None:
    former = importlib.import_module("timeline.calculus.repeating")
    with pytest.warns(DeprecationWarning, match=f"import {name} from there"):
        assert getattr(former, name) is getattr(recurring, name)


def test_the_former_module_has_no_other_names() -> None:
    former = importlib.import_module("timeline.calculus.repeating")
    with pytest.raises(AttributeError, match="no attribute 'Instant'"):
        getattr(former, "Instant")  # noqa: B009 - mypy knows that it is not there


@given(
    ordinal=st.integers(Instant.of(2000).ordinal, Instant.of(2040).ordinal),
    month=st.integers(1, 12),
    day=st.integers(1, 31),
    weekday=st.integers(1, 7),
)
def test_a_weekday_chooses_among_the_years_about_a_moment(ordinal: int, month: int, day: int, weekday: int) -> None:
    moment, told, plain = Instant(ordinal), DayOfYear(month, day, weekday), DayOfYear(month, day)
    found = told.last_begun(moment), told.next_ending(moment)
    years = [plain.within(Instant.of(moment.year + step)) for step in (-2, -1, 0, 1)]
    about = [each.begin.earliest for each in years if each is not None and each.begin.earliest is not None]
    agreeing = [each for each in about if each.weekday == weekday] if _none_is_close(about, moment) else []
    if agreeing:
        chosen = [each.begin.earliest for each in found if each is not None]
        assert chosen
        assert all(each in agreeing for each in chosen)
    else:
        assert found == (plain.last_begun(moment), plain.next_ending(moment))


def _none_is_close(days: list[Instant], moment: Instant) -> bool:
    return all(abs(each.ordinal - moment.ordinal) > 31 for each in days)
