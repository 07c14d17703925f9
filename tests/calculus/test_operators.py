from __future__ import annotations

import pickle
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus import (
    anchors,
    bound_operators,
    durations,
    granularity,
    instants,
    intervals,
    operators,
    recurring,
)
from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import (
    After,
    At,
    Backward,
    Bare,
    Before,
    Between,
    By,
    Edge,
    In,
    Last,
    Lean,
    Moment,
    Next,
    Now,
    Nth,
    NthWeek,
    Onward,
    Operator,
    Part,
    QuarterSaid,
    Rest,
    Said,
    SaidDay,
    Same,
    Shift,
    Since,
    Span,
    Then,
    This,
    Turn,
    Until,
    YearAgo,
)
from timeline.calculus.recurring import ClockTime, DayOfWeek, DayOfYear, MonthOfYear, PartOfDay, QuarterOfYear, Unit

G = Granularity
NAMES = {
    name: getattr(module, name)
    for module in (anchors, bound_operators, durations, granularity, instants, intervals, operators, recurring)
    for name in module.__all__
}


def unit(text: str, granularity: G = G.DAY) -> Interval:
    return Interval.unit(Instant.parse(text), granularity)


FRIDAY = unit("2022-07-22")
MOMENT = Moment(now=FRIDAY, said=unit("2019-05-01", G.MONTH))
MAY, WEEKDAY, YEAR = MonthOfYear(5), DayOfWeek(1), Unit(G.YEAR)
Y2019, M201905 = At(unit("2019-01-01", G.YEAR)), At(unit("2019-05-01", G.MONTH))
NINETIES = At(Interval.exact(Instant.of(1990), Instant.of(2000), G.DECADE))

EXAMPLES = [
    ("2019", Y2019, "2019"),
    ("now", Now(), "2022-07-22"),
    ("then", Said(), "2019-05"),
    ("since then", Then(), "2019-05"),
    ("today", This(Unit(G.DAY)), "2022-07-22"),
    ("this year", This(YEAR), "2022"),
    ("this Monday", This(WEEKDAY), "2022-07-18"),
    ("that year", This(YEAR, Said()), "2019"),
    ("last May", Last(MAY), "2022-05"),
    ("last Monday", Last(WEEKDAY), "2022-07-18"),
    ("last year", Last(YEAR), "2021"),
    ("last weekend", Last(Unit(G.WEEKEND)), "2022-07-16/2022-07-17"),
    ("next May", Next(MAY), "2023-05"),
    ("next Monday", Next(WEEKDAY), "2022-07-25"),
    ("next weekend", Next(Unit(G.WEEKEND)), "2022-07-30/2022-07-31"),
    ("on Monday", Bare(WEEKDAY), "2022-07-18"),
    ("on Friday", Bare(DayOfWeek(5)), "2022-07-22"),
    ("in July", Bare(MonthOfYear(7)), "2022-07"),
    ("in May", Bare(MAY), "2022-05"),
    ("in January", Bare(MonthOfYear(1)), "2023-01"),
    ("May of last year", In(MAY, Last(YEAR)), "2021-05"),
    ("Friday morning", In(PartOfDay("MO"), Bare(DayOfWeek(5))), "2022-07-22T06/2022-07-22T11"),
    ("the third Monday of May", Nth(3, WEEKDAY, Bare(MAY)), "2022-05-16"),
    ("the last Monday of May", Nth(-1, WEEKDAY, Bare(MAY)), "2022-05-30"),
    ("the sixth Monday of May", Nth(6, WEEKDAY, Bare(MAY)), None),
    ("the first week of May 2019", NthWeek(1, M201905), "2019-04-29/2019-05-05"),
    ("the last week of May 2019", NthWeek(-1, M201905), "2019-05-27/2019-06-02"),
    ("two weeks ago", Shift(Duration.of(2, G.WEEK), -1), "2022-07-04/2022-07-10"),
    ("in two years", Shift(Duration.of(2, G.YEAR), 1), "2024"),
    ("three hours ago", Shift(Duration.of(3, G.HOUR), -1), "[2022-07-21T21..2022-07-22T20]"),
    ("the following day", Shift(Duration.of(1, G.DAY), 1, Said()), None),
    ("a month later", Shift(Duration.of(1, G.MONTH), 1, Said()), "2019-06"),
    ("two years ago today", Same(Unit(G.DAY), Duration.of(2, G.YEAR), -1), "2020-07-22"),
    ("a year ago", YearAgo(), "2021"),
    ("from May on: the next July", Onward(MonthOfYear(7), M201905), "2019-07"),
    ("before May: the last July", Backward(MonthOfYear(7), M201905), "2018-07"),
    ("the past 50 years", Span(Duration.of(50, G.YEAR), -1), "1972/2022-07-22"),
    ("the next five days", Span(Duration.of(5, G.DAY), 1), "2022-07-22/2022-07-26"),
    ("within two years", Span(Duration.of(2, G.YEAR), 1, is_limit=True), "2022-07-22/2024-07-21"),
    ("later this year", Rest("END", This(Unit(G.YEAR))), "2022-07-22/2022-12-31"),
    ("earlier this year", Rest("START", This(Unit(G.YEAR))), "2022-01-01/2022-07-22"),
    ("later last year", Rest("END", Last(Unit(G.YEAR))), "2021-07-02~/2021"),
    ("the end of 2019", Edge("END", Y2019), "2019-07-02~/2019"),
    ("before the end of 2019", Before(Edge("END", Y2019)), "[..2019-12-31]"),
    ("until the end of 2019", Until(Edge("END", Y2019)), "../2019"),
    ("after the start of 2019", After(Edge("START", Y2019)), "[2019-01-01..]"),
    ("since the start of 2019", Since(Edge("START", Y2019)), "2019/.."),
    ("before late 2019", Before(Part("END", Y2019)), "[..2019-10-01]"),
    ("since 2019", Since(Y2019), "2019/.."),
    ("until 2019", Until(Y2019), "../2019"),
    ("by 2019", By(Y2019), "[..2019-12-31]"),
    ("before 2019", Before(Y2019), "[..2018-12-31]"),
    ("after 2019", After(Y2019), "[2020-01-01..]"),
    ("from May to 2019", Between(M201905, Y2019), "2019-05/2019-12"),
    ("from 2019 back to 1990", Between(Y2019, NINETIES), None),
]


@pytest.mark.parametrize(("operator", "edtf"), [row[1:] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_what_phrases_mean_on_22_july_2022(operator: Operator, edtf: str | None) -> None:
    interval = operator.resolve(MOMENT)
    assert (None if interval is None else interval.edtf) == edtf


@pytest.mark.parametrize("operator", [row[1] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_operators_are_values(operator: Operator) -> None:
    again = eval(repr(operator), dict(NAMES))  # noqa: S307 - a repr is the call that makes it
    assert again == operator
    assert hash(again) == hash(operator)
    assert pickle.loads(pickle.dumps(operator)) == operator  # noqa: S301 - our own


@pytest.mark.parametrize("operator", [row[1] for row in EXAMPLES], ids=[row[0] for row in EXAMPLES])
def test_what_an_operator_leans_on_is_what_makes_a_difference(operator: Operator) -> None:
    later = Moment(now=unit("2031-11-05"), said=MOMENT.said)
    elsewhere = Moment(now=FRIDAY, said=unit("1984-02-01", G.MONTH))
    if not operator.leans_on:
        assert operator.resolve(Moment()) == operator.resolve(MOMENT) == operator.resolve(later)
    if not operator.reads_said:
        assert operator.resolve(elsewhere) == operator.resolve(MOMENT)
    if operator.leans_on == "now":
        assert operator.resolve(Moment()) is None
        assert operator.template


@pytest.mark.parametrize(
    ("stretch", "lean", "edtf"),
    [
        (WEEKDAY, Lean.PAST, "2022-07-18"),
        (WEEKDAY, Lean.FUTURE, "2022-07-25"),
        (WEEKDAY, Lean.NONE, "2022-07-18"),
        (MonthOfYear(9), Lean.PAST, "2021-09"),
        (MonthOfYear(9), Lean.FUTURE, "2022-09"),
        (MonthOfYear(9), Lean.NONE, "2022-09"),
        (DayOfYear(8, 1), Lean.PAST, "2022-08-01"),
        (DayOfYear(7, 15), Lean.FUTURE, "2022-07-15"),
        (DayOfYear(2, 29), Lean.PAST, "2020-02-29"),
    ],
)
def test_the_tense_decides_unless_the_other_is_nearer_by_far(stretch: Any, lean: Lean, edtf: str) -> None:
    interval = Bare(stretch).resolve(Moment(now=FRIDAY, lean=lean))
    assert interval is not None
    assert interval.edtf == edtf


def test_a_year_ago_compares_quarters() -> None:
    quarter = Moment(now=FRIDAY, said=unit("2022-06-30"), said_quarter=unit("2022-04-01", G.QUARTER))
    assert YearAgo().resolve(quarter) == unit("2021-04-01", G.QUARTER)
    assert YearAgo().reads_said


def test_a_quarter_without_its_number_is_the_one_last_spoken_of() -> None:
    quarter = Moment(now=FRIDAY, said_quarter=unit("2022-04-01", G.QUARTER))
    assert QuarterSaid(Y2019).resolve(quarter) == unit("2019-04-01", G.QUARTER)
    assert QuarterSaid(Y2019).resolve(MOMENT) == unit("2019-01-01", G.YEAR)
    assert QuarterSaid(Last(YEAR)).resolve(Moment()) is None
    assert QuarterSaid(Y2019).reads_said


def test_a_time_of_day_alone_is_of_the_day_last_spoken_of() -> None:
    day = unit("2022-07-01")
    clock = In(ClockTime(10), SaidDay())
    assert clock.resolve(Moment(now=FRIDAY, said=day, said_day=day)) == unit("2022-07-01T10:00", G.MINUTE)
    assert clock.resolve(MOMENT) is None  # a month was spoken of: the day is not known
    assert clock.resolve(Moment(now=unit("2022-07-22T18:30", G.MINUTE))) == unit("2022-07-22T10:00", G.MINUTE)
    assert clock.resolve(Moment()) is None


@pytest.mark.parametrize(
    ("which", "begin", "end"),
    [
        ("START", ("1990-01-01", "1990-01-01"), ("1992-07-02", "1995-01-01")),
        ("MID", ("1992-07-02", "1995-01-01"), ("1995-01-01", "1997-07-02")),
        ("END", ("1995-01-01", "1997-07-02"), ("2000-01-01", "2000-01-01")),
    ],
)
def test_parts_have_vague_ends(which: str, begin: tuple[str, str], end: tuple[str, str]) -> None:
    part = Part(which, NINETIES).resolve(Moment())
    assert part is not None
    assert (tuple(part.begin.to_dict().values()), tuple(part.end.to_dict().values())) == (begin, end)
    assert part.granularity is G.DECADE


def test_the_turn_of_a_time_lies_about_its_begin() -> None:
    turn = Turn(At(unit("2000-01-01", G.CENTURY))).resolve(Moment())
    assert turn is not None
    assert turn.begin.to_dict() == {"earliest": "1995-01-01", "latest": "2000-01-01"}
    assert turn.end.to_dict() == {"earliest": "2000-01-01", "latest": "2004-12-31"}


@pytest.mark.parametrize("offset", [None, 0, 540, -420, 840, -720])
@pytest.mark.parametrize("hour", [0, 3, 12, 23])
def test_calendar_units_are_read_off_the_wall(offset: int | None, hour: int) -> None:
    now = Interval.unit(Instant.of(2022, 7, 22, hour, 30, offset=offset), G.MINUTE)
    zoned, plain = Moment(now=now), Moment(now=FRIDAY)
    for operator in (
        This(Unit(G.DAY)),
        Last(Unit(G.DAY)),
        Last(YEAR),
        Next(WEEKDAY),
        Bare(DayOfWeek(5)),
        Bare(MAY),
        In(PartOfDay("MO"), This(Unit(G.DAY))),
        Shift(Duration.of(2, G.WEEK), -1),
    ):
        assert operator.resolve(zoned) == operator.resolve(plain)
    ago = Shift(Duration.of(1, G.HOUR), -1).resolve(zoned)
    assert ago is not None
    assert ago.begin.earliest is not None
    assert (ago.begin.earliest.offset, ago.begin.earliest.hour) == (offset, (hour - 1) % 24)


@given(
    st.integers(-3_000_000, 4_000_000),
    st.sampled_from([WEEKDAY, MAY, DayOfYear(2, 29), QuarterOfYear(3), Unit(G.DAY), YEAR, Unit(G.WEEK)]),
)
def test_last_lies_before_and_next_after(ordinal: int, stretch: Any) -> None:
    now = Interval.unit(Instant(ordinal), G.DAY)
    last, after = Last(stretch).resolve(Moment(now=now)), Next(stretch).resolve(Moment(now=now))
    assert last is not None
    assert after is not None
    assert last.latest is not None
    assert after.earliest is not None
    assert last.latest <= Instant(ordinal) < after.earliest
    for lean in Lean:
        assert Bare(stretch).resolve(Moment(now=now, lean=lean)) is not None
