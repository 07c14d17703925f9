"""Times made of two: Friday morning, May of last year, the third Monday of May, Saturday 12 September."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    In,
    Last,
    Lean,
    Next,
    SaidDay,
    Shift,
    This,
)
from timeline.calculus.recurring import (
    ClockTime,
    DayOfMonth,
    DayOfWeek,
    MonthOfYear,
    PartOfDay,
    QuarterOfYear,
    Unit,
    WorkingDay,
)
from timeline.languages.clocks import (
    clock_in_part,
    clock_on,
    counted_from_time,
    early_hours_of_part,
    hour_in_part,
    hour_on,
    hours_in_part,
    hours_of,
    hours_on,
    hours_on_days,
    in_half,
    moved_to_day,
    part_on,
    said_clock,
)
from timeline.languages.composed import (
    at_its_week,
    beside,
    counted_from,
    day_that_is,
    named_with_date,
    nth,
    nth_of,
    nth_unit,
    on_weekday,
    unit_beside,
    unit_with,
    weekend_of,
    weeks_on,
    whole_of,
    within,
)
from timeline.languages.en.grammar import seasons, weeks
from timeline.languages.en.grammar.quarters import quarter_said
from timeline.languages.meanings import Amount, about, at_year, bare, date, part_of, time
from timeline.languages.ranges import between, days_until
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["levels"]

_ONE_DAY = Duration.of(1, G.DAY)
_A_WEEK = Amount(Duration.of(1, G.WEEK))


def _late(word: str, meaning: Meaning | None) -> Meaning | None:
    return None if meaning is None else part_of("END" if word == "late" else "START", meaning)


def _about(meaning: Meaning | None) -> Meaning | None:
    return None if meaning is None else about(meaning)


def _eve(day: Meaning, year: Meaning | None) -> Meaning | None:
    of_year = day if year is None else within(day, year)
    return None if of_year is None else counted_from(Amount(_ONE_DAY), -1, of_year)


def _to_come(meaning: Meaning | None) -> Meaning | None:
    """Mean a time only of what is to come: said of the past, "Sunday week" was the Sunday before the last."""
    return None if meaning is None else evolve(meaning, lean=Lean.FUTURE)


def _half_of_unit(o: str, u: tuple[G, int]) -> Meaning | None:
    if u[1] != 1 or u[0] <= G.DAY:
        return None
    if u[0] is G.YEAR:
        return date(In(QuarterOfYear(1 if o == "first" else 2, G.HALF), This(Unit(G.YEAR))))
    return part_of("START" if o == "first" else "END", date(This(Unit(u[0]))))


def _part_on(p: str, day: Meaning | None) -> Meaning | None:
    return None if day is None else part_on(p, day)


def _of_one_week(named: Meaning, day: Meaning, joint: str, *, ahead: bool = False) -> tuple[Meaning, ...] | None:
    """Let a day that stands alone lie in the week of the one joined to it: Monday and Tuesday of last week."""
    told = day.operator
    if not isinstance(told, In) or not isinstance(told.stretch, DayOfWeek):
        return None
    other = within(named, date(told.of))
    if other is None:
        return None
    both = (day, other) if ahead else (other, day)
    return both if joint in {"and", "or", "&"} else between(*both)


def _weeks_beside(a: Amount, day: Meaning) -> Meaning | None:
    """Mean the day a week before the last of its name, or after the next: a week last Tuesday."""
    told = day.operator
    if not isinstance(told, Last | Next) or not isinstance(told.stretch, DayOfWeek) or a.duration.unit is not G.WEEK:
        return None
    weeks = a.duration.amounts[0][1]
    sign = -1 if isinstance(told, Last) else 1
    return date(Shift(Duration.of(7 * (weeks or 1), G.DAY), sign, told))


def _in_days(a: Amount) -> Amount:
    """Tell weeks in days: two weeks from a day are a day."""
    weeks = a.duration.amounts[0][1]
    if a.duration.unit is not G.WEEK or len(a.duration.amounts) > 1 or not isinstance(weeks, int) or a.most:
        return a
    return evolve(a, duration=Duration.of(7 * weeks, G.DAY))


def _working_day(number: int, outer: Meaning | None) -> Meaning | None:
    """Mean a day from Monday to Friday; which of them are holidays is not known."""
    found = None if outer is None else nth(number, WorkingDay(), outer)
    return None if found is None else evolve(found, confidence=0.8, note="counted without holidays")


_FROM_THE_END = "[ o:<ord> -? to? -? ]"


def _timestamp(
    d: Meaning, c: ClockTime, y: Meaning | int, s: object = None, z: ClockTime | None = None
) -> Meaning | None:
    """Mean a clock time of a day whose year stands last: Tue Mar 12 09:15:00 2019."""
    day = within(d, date(at_year(y)) if isinstance(y, int) else y)
    if z is not None:
        offset = z.hour * 60 + z.minute
        c = evolve(c, offset=-offset if s == "--" else offset)
    return None if day is None else clock_on(c, day)


def _quarter_of(q: Any, y: Meaning) -> Meaning | None:  # noqa: ANN401 - a meaning or a token
    named = quarter_said(q) if isinstance(q, tuple) else q
    return None if named is None or y.value is not None else within(named, y)  # of 2019/20 no calendar tells it


def _half_of(o: str, y: Meaning) -> Meaning | None:
    half = QuarterOfYear(1 if o == "first" else 2, G.HALF)
    return None if y.operator is None else date(In(half, y.operator))


_OF_A_LONGER_TIME = (
    Rule("composition.month-of-year", "monthdate", "m:<baremonth> ,? of? y:<yeardate>", within, {"in [May last year]": "2021-05", "in [May of this year]": "2022-05"}),
    Rule("composition.month-verb-of-year", "monthdate", "m:<verbmonth> ,? of? y:<yeardate>", lambda m, y: None if y.operator is None else date(In(MonthOfYear(m), y.operator)), {
        "[May of last year] was dry": "2021-05", "[March last year]": "2021-03",
    }),
    Rule("composition.years-month", "monthdate", "y:<yeardate> ' s m:<baremonth>", lambda y, m: within(m, y), {"in [this year's July]": "2022-07"}),
    Rule("composition.day-of-year", "daydate", "d:<bareday> ,? of? y:<yeardate>", within, {
        "on [May 16 this year]": "2022-05-16", "[Christmas 2019]": "2019-12-25", "in [Ramadan 1444 AH]": "2023-03-23",
    }),
    Rule("composition.season-of-year", "date", "the? s:<bareseason> of? y:<yeardate>", within, {"in [the summer of last year]": "2021-SU"}),
    Rule("composition.the-holiday-of-a-year", "daydate", "the d:<bareday> of y:<yeardate>", within, {"in [the Christmas of 1914]": "1914-12-25"}),
    Rule("composition.years-holiday", "daydate", "y:<yeardate> ' s? d:<bareday>", lambda y, d: within(d, y), {"at [last year's Christmas]": "2021-12-25", "at [2015's Thanksgiving]": "2015-11-26"}),
    Rule("composition.day-of-an-early-year", "daydate", "d:<bareday> ,? of? y:<year> !<unit|units|magnitude|plural|lower|percent|currency>", lambda d, y: within(d, date(at_year(y))), {
        "at [Easter 1642]": "1642-04-20", "on [Christmas Day, 1066]": "1066-12-25",
    }),
    Rule("composition.quarter-of-year", "date", "q:<barequarter|quartertoken> ,? of|in? y:<yeardate>", _quarter_of, {
        "in [the third quarter of last year]": "2021-Q3", "[Q2 last year] was better": "2021-Q2", "in [Q4 this year]": "2022-Q4",
    }),
    Rule("composition.years-quarter", "date", "y:<yeardate> ' s q:<barequarter|quartertoken>", lambda y, q: _quarter_of(q, y), {
        "in [last year's third quarter]": "2021-Q3", "in [last year's Q3]": "2021-Q3",
    }),
    Rule("composition.the-years-quarter", "date", "the? u:<unit> ' s q:<barequarter|quartertoken>", lambda u, q: _quarter_of(q, date(This(Unit(G.YEAR)))) if u[0] is G.YEAR else None, {
        "in [the year's first quarter]": "2022-Q1",
    }),
    Rule("composition.years-half", "date", "y:<yeardate> ' s o:first|second|latter -? half", lambda y, o: _half_of(o, y), {"in [last year's second half]": "2021-H2"}),
    Rule("composition.quarter-of-the-year", "date", "q:<barequarter|quartertoken> of|in the u:<unit>", lambda q, u: _quarter_of(q, date(This(Unit(G.YEAR)))) if u[0] is G.YEAR else None, {
        "in [the first quarter of the year]": "2022-Q1", "in [Q3 of the year]": "2022-Q3",
    }),
    Rule("composition.weekday-of-week", "daydate", "d:<weekdaydate> ,? of? w:<weekdate>", at_its_week, {"on [Monday of last week]": "2022-07-11", "[Friday next week]": "2022-07-29"}),
    Rule("composition.weekday-part-of-week", "time", "d:<weekdaydate> p:<pod> ,? of? w:<weekdate>", lambda d, p, w: _part_on(p, at_its_week(d, w)), {
        "opens [Wednesday evening next week]": "2022-07-27TEV", "on [Friday night of last week]": "2022-07-15TNI",
    }),
)  # fmt: skip

_DATES = (
    Rule("composition.weekday-the-nth", "daydate", "w:<weekdaydate> ,? the d:<dayord> !<lower|plural|capital>", lambda w, d: day_that_is(w, d), {"on [Friday the 13th], he fell": "2022-05-13", "on [Tuesday the 12th]": "2022-07-12"}),
    Rule("composition.weekday-nth", "daydate", "w:<weekdaydate> d:<dayord> !<lower|plural|capital|unit|units|'-|'and|'or|'in|'of>", day_that_is, {"on [Tuesday 12th]": "2022-07-12"}),
    Rule("composition.relative-weekday-and-date", "daydate", "w:<daydate> ,? the? d:<bareday>", named_with_date, {"opens [this coming Sunday, July 24]": "2022-07-24", "left [last Friday, July 15]": "2022-07-15"}),
    Rule("composition.relative-weekday-and-date-in-brackets", "daydate", "w:<daydate> ( d:<bareday> )", named_with_date, {"opens [next Friday (July 29)]": "2022-07-29"}),
    Rule("composition.weekday-date", "daydate", "<weekdaydate> ,? the? d:<daydate>", lambda d: d, {"on [Friday, July 22, 2022]": "2022-07-22"}),
    Rule("composition.weekday-bare-date", "bareday", "w:<weekdaydate> ,? the? d:<bareday>", lambda w, d: on_weekday(d, w), {
        "on [Friday 22 July]": "2022-07-22", "on [Saturday, December 5]": "2020-12-05", "on [Thursday, May 6, last year]": "2021-05-06",
    }),
    Rule("composition.weekday-in-lower-case-and-date", "daydate", "w:<lowweekday> .? ,? d:<daydate|bareday>", lambda w, d: on_weekday(d, w), {"met on [fri 10 june]": "2022-06-10"}),
    Rule("composition.date-weekday", "daydate", "d:<daydate|bareday> ,? ( w:<weekdaydate> )", on_weekday, {"on [22 July 2022 (Friday)]": "2022-07-22"}),
    Rule("composition.the-day-of-month", "daydate", "the? d:<dayord> day? of m:<monthdate|baremonth>", lambda d, m: nth(d, Unit(G.DAY), m), {
        "on [the 5th of last month]": "2022-06-05", "on [the 15th day of next month]": "2022-08-15",
    }),
    Rule("composition.week-on-weekday", "daydate", "!<part|'earlier|'later> w:<weekdate> ,? on d:<weekdaydate>", lambda w, d: at_its_week(d, w), {
        "met [last week on Monday]": "2022-07-11", "left [two weeks ago on Friday]": "2022-07-08",
    }),
    Rule("composition.week-weekday", "daydate", "!<part|'earlier|'later> w:<weekdate> d:<weekdaydate> !'", lambda w, d: at_its_week(d, w), {"opens [next week Tuesday]": "2022-07-26", "left [a week ago Sunday]": "2022-07-17"}),
    Rule("composition.weekdays-of-a-week", "daydate", "!between a:<weekdaydate> ,? j:and|or|to|through|-|--|& b:<daydate>", lambda a, j, b: _of_one_week(a, b, j), {
        "on [Monday] and [Tuesday of last week]": "2022-07-11 2022-07-12", "ran [Monday] to [Wednesday of last week]": "2022-07-11 2022-07-13",
    }, ("a", "b")),
    Rule("composition.weekdays-after-a-week", "daydate", "a:<daydate> ,? j:and|or|to|through|& b:<weekdaydate> !'", lambda a, j, b: _of_one_week(b, a, j, ahead=True), {
        "meet [next week on Tuesday] or [Thursday]": "2022-07-26 2022-07-28",
    }, ("a", "b")),
    Rule("composition.nth-weekday", "daydate", "the? o:<ord> w:<weekdaydate> of|in m:<dated>? [ the v:<unit> ]", lambda o, w, m, v: nth_of(o, w, whole_of(m, v)), {
        "on [the third Monday of May]": "2022-05-16", "on [the first Monday of the month]": "2022-07-04",
    }),
    Rule("composition.last-weekday", "daydate", f"the? {_FROM_THE_END} last|final w:<weekdaydate> of|in m:<dated>? [ the v:<unit> ]", lambda o, w, m, v: nth_of(-(o or 1), w, whole_of(m, v)), {
        "on [the last Friday of May]": "2022-05-27", "on [the second-to-last Friday of the month]": "2022-07-22",
    }),
    Rule("composition.weekday-but-one", "daydate", "the? penultimate w:<weekdaydate> of|in m:<dated>? [ the v:<unit> ]", lambda w, m, v: nth_of(-2, w, whole_of(m, v)), {"on [the penultimate Friday of May]": "2022-05-20"}),
    Rule("composition.nth-weekday-part", "time", "the? o:<ord> w:<weekdaydate> p:<pod> of|in m:<dated>? [ the v:<unit> ]", lambda o, w, p, m, v: _part_on(p, nth_of(o, w, whole_of(m, v))), {
        "on [the first Monday evening of next month]": "2022-08-01TEV",
    }),
    Rule("composition.last-weekday-part", "time", "the? last|final w:<weekdaydate> p:<pod> of|in m:<dated>? [ the v:<unit> ]", lambda w, p, m, v: _part_on(p, nth_of(-1, w, whole_of(m, v))), {
        "on [the last Friday night of May]": "2022-05-27TNI",
    }),
    Rule("composition.nth-unit", "date", "the? o:<ord> u:<unit> of|in m:<dated>", nth_unit, {"in [the first week of May]": "2022-W18"}),
    Rule("composition.last-unit", "date", f"the? {_FROM_THE_END} last|final u:<unit> of|in m:<dated>", lambda o, u, m: nth_unit(-(o or 1), u, m), {
        "in [the last week of October]": "2022-W43", "in [the second to last week of October]": "2022-W42", "[the third last day of May]": "2022-05-29",
    }),
    Rule("composition.unit-but-one", "date", "the? penultimate u:<unit> of|in m:<dated>? [ the v:<unit> ]", lambda u, m, v: nth_of(-2, u, whole_of(m, v)), {"[the penultimate day of the month]": "2022-07-30"}),
    Rule("composition.next-to-last-unit", "date", "the? next -? to -? last u:<unit> of|in m:<dated>? [ the v:<unit> ]", lambda u, m, v: nth_of(-2, u, whole_of(m, v)), {"[the next-to-last day of May]": "2022-05-30"}),
    Rule("composition.half-of-a-year", "date", "the? o:first|second|latter half of y:<yeardate>",
         _half_of, {
        "in [the second half of last year]": "2021-H2",
    }),
    Rule("composition.nth-unit-of-the-unit", "date", "the? o:<ord> u:<unit> of the v:<unit>", lambda o, u, v: nth_of(o, u, whole_of(None, v)) if u[0] < v[0] else None, {
        "on [the first day of the month]": "2022-07-01",
    }),
    Rule("composition.last-unit-of-the-unit", "date", f"the? {_FROM_THE_END} last|final u:<unit> of the v:<unit>", lambda o, u, v: nth_of(-(o or 1), u, whole_of(None, v)) if u[0] < v[0] else None, {
        "in [the last week of the year]": "2022-W52",
    }),
    Rule("composition.half-of-the-unit", "date", "the? o:first|second|latter|last half of the u:<unit>", _half_of_unit, {
        "in [the second half of the year]": "2022-H2", "[the first half of the month]": "2022-07",
    }),
    Rule("composition.holiday-weekend", "date", "the? d:<bareday> weekend of? y:<yeardate>?", lambda d, y: weekend_of(d if y is None else within(d, y)), {
        "over [Labor Day weekend]": "2022-W35-WE", "on [Memorial Day weekend]": "2022-W21-WE", "over [the Easter weekend]": "2022-W15-WE",
    }),
    Rule("composition.eve-of-a-day", "daydate", "the? eve of d:<bareday|daydate>", lambda d: counted_from(Amount(_ONE_DAY), -1, d), {"on [the eve of Yom Kippur]": "2022-10-04"}),
    Rule("composition.eve-behind-its-day", "daydate", "d:<bareday|daydate> eve [ ,? of? y:<yeardate> ]", _eve, {"on [Thanksgiving eve]": "2022-11-23", "on [Thanksgiving eve 2015]": "2015-11-25"}),
    Rule("composition.holiday-week", "weekdate", "d:<bareday> week !-", lambda d: None if d.operator is None else date(This(Unit(G.WEEK), d.operator)), {
        "in [Christmas week]": "2022-W51",
    }),
    Rule("composition.last-weekday-before-a-date", "daydate", "w:<lastweekday> before d:<bareday|daydate|weekdate>", lambda w, d: beside(Last, w[0], d), {"on [the last Friday before Christmas]": "2022-12-23"}),
    Rule("composition.last-unit-before-a-date", "date", "u:<lastunit> before d:<bareday|daydate|baremonth|monthdate|yeardate>", lambda u, d: unit_beside(Last, u, d), {"in [the last week before Christmas]": "2022-W50"}),
    Rule("composition.part-of-day-beside-a-date", "time", "the p:<pod> w:before|after d:<dayish>", lambda p, w, d: _part_on(p, unit_beside(Last if w == "before" else Next, (G.DAY, 1), d)), {
        "on [the night before Christmas]": "2022-12-24TNI", "on [the morning after Easter]": "2022-04-18TMO",
    }),
    Rule("composition.a-week-beside-a-weekday", "daydate", "a:<oneunit> d:<daydate> !'", lambda a, d: _weeks_beside(a, d), {"It broke [a week last Tuesday].": "2022-07-12", "It is [a week next Tuesday].": "2022-08-02"}),
    Rule("composition.nth-working-day", "daydate", "the? o:<ord> working|business day of|in m:<dated>? [ the v:<unit> ]", lambda o, m, v: _working_day(o, whole_of(m, v)), {"on [the first working day of next month]": "2022-08-01"}),
    Rule("composition.last-working-day", "daydate", f"the? {_FROM_THE_END} last|final working|business day of|in m:<dated>? [ the v:<unit> ]", lambda o, m, v: _working_day(-(o or 1), whole_of(m, v)), {
        "on [the last working day of the month]": "2022-07-29", "on [the last business day of 2022]": "2022-12-30",
    }),
    Rule("composition.weekday-before-a-date", "daydate", "the? w:<weekdaydate> before d:<bareday|daydate|weekdate|monthdate|baremonth>", lambda w, d: beside(Last, w, d), {
        "on [the Friday before Easter]": "2022-04-15",
    }),
    Rule("composition.weekday-after-a-date", "daydate", "the? [ o:<ord> ] w:<weekdaydate> after|following d:<bareday|daydate|weekdate>", lambda o, w, d: beside(Next, w, d, o or 1), {
        "on [the Sunday after Thanksgiving]": "2022-11-27", "on [the second Sunday after Easter]": "2022-05-01",
    }),
    Rule("composition.unit-before-a-date", "date", "the u:<unit> before d:<bareday|daydate|baremonth|monthdate|yeardate>", lambda u, d: unit_beside(Last, u, d), {
        "in [the week before Christmas]": "2022-W50",
    }),
    Rule("composition.unit-after-a-date", "date", "the u:<unit> after|following d:<bareday|daydate|baremonth|monthdate|yeardate>", lambda u, d: unit_beside(Next, u, d), {
        "in [the week after Easter]": "2022-W16",
    }),
    Rule("composition.weeks-on-weekday", "daydate", "a:<oneunit|amount> on|from d:<weekdaydate>", lambda a, d: weeks_on(d, a), {
        "opens [a week on Tuesday]": "2022-08-02", "will open [a week from Friday]": "2022-08-05",
    }),
    Rule("composition.weekday-week", "daydate", "d:<weekdaydate> week !<'of|unit|lower|plural|capital>", lambda d: _to_come(weeks_on(d, _A_WEEK)), {"opens [Tuesday week].": "2022-08-02"}),
    Rule("composition.weekday-fortnight", "daydate", "d:<weekdaydate> fortnight", lambda d: weeks_on(d, Amount(Duration.of(2, G.WEEK))), {"opens [Friday fortnight].": "2022-08-12"}),
    Rule("composition.first-units", "date", "the? w:first|opening|last|final|closing|dying|waning <units> of d:<dated>",
         lambda w, d: part_of("START" if w in {"first", "opening"} else "END", d), {"in [the opening days of 2020]": "2020", "[the closing weeks of May]": "2022-05"}),
    Rule("composition.early-units", "date", "the? p:<part> <units> of d:<dated>", lambda p, d: part_of(p, d), {"in [the early years of the 20th century]": "19"}),
    Rule("composition.unit-of-a-day", "date", "the u:<unit> of d:<dayish>", unit_with, {"on [the weekend of July 4]": "2022-W27-WE"}),
    Rule("composition.amount-from-a-date", "date", "!for|over|lasting|lasts|lasted|of|a|an a:<amount|oneunit> from d:<dayish>", lambda a, d: counted_from(_in_days(a), 1, d), {"It is [a week from next Tuesday].": "2022-08-02", "opens [three days from Christmas]": "2022-12-28"}),
    Rule("composition.amount-after-a-date", "date", "a:<amount|oneunit> after d:<dated>", lambda a, d: counted_from(a, 1, d), {"[two weeks after Easter]": "2022-W17"}),
    Rule("composition.amount-before-a-date", "date", "a:<amount|oneunit> before d:<dated>", lambda a, d: counted_from(a, -1, d), {"[two weeks before Easter]": "2022-W13"}),
    Rule("composition.the-day-after-a-date", "daydate", "the day after d:<dayish>", lambda d: counted_from(Amount(_ONE_DAY), 1, d), {"left [the day after Tuesday]": "2022-07-20"}),
    Rule("composition.the-day-before-a-date", "daydate", "the day before d:<dayish>", lambda d: counted_from(Amount(_ONE_DAY), -1, d), {"left [the day before Tuesday]": "2022-07-18"}),
)  # fmt: skip

_AT = "=at|by|until|till|around|from|before|after|@"
_END = "!<unit|units|lower|plural|capital|num|magnitude|percent|currency|'-|':>"
"""What a number counts if it tells no hour."""
_CHANGES = (
    "'rose|'fell|'rises|'falls|'cut|'cuts|'raised|'lowered|'up|'down|'went|'dropped|'grew|'jumped|'climbed|'slipped"
)
"""Verbs after which "from 9 to 5" tells no hours."""

_HOURS = "=<clocktime|clock24|clockrange|hourpair>"

_PARTS = (
    Rule("composition.day-part", "time", "d:<dayish> p:<pod>", lambda d, p: part_on(p, d), {"on [Friday morning]": "2022-07-22TMO", "[yesterday afternoon]": "2022-07-21TAF"}),
    Rule("composition.days-with-hours", "days", f"s:from? a:<weekdaydate|bareday> t:to|through|thru|until|till|-|-- b:<weekdaydate|bareday> ,? {_HOURS}", lambda s, a, t, b: between(a, b), {
        "open [Monday] to [Friday], [10am] to [noon]": "2022-07-18 2022-07-22 2022-07-22T10:00 2022-07-22T12:00",
    }, ("a", "b"), ("s", "t")),
    Rule("composition.days-of-a-month-with-hours", "days", f"s:from? a:<day|dayord> t:to|through|until|till|-|-- b:<daydate|bareday> ,? {_HOURS}", lambda s, a, t, b: days_until(a, b), {
        "open [3] to [5 May 2019], [10am] to [noon]": "2019-05-03 2019-05-05 2019-05-05T10:00 2019-05-05T12:00",
    }, ("a", "b"), ("s", "t")),
    Rule("composition.weekday-part-date", "time", "<weekdaydate> p:<pod> ,? d:<daydate|bareday>", part_on, {"on [Friday evening, 3 May 2019]": "2019-05-03TEV"}),
    Rule("composition.part-of-a-part-on-a-day", "time", "the? t:<time> on|of d:<dayish>", moved_to_day, {"in [the late afternoon on 3 May]": "2022-05-03TAF", "[mid-morning on Tuesday]": "2022-07-19TMO"}),
    Rule("composition.day-in-the-part", "time", "d:<dayish> ,? in the p:<pod> !<'of|lower|plural>", lambda d, p: part_on(p, d), {"on [Friday in the morning]": "2022-07-22TMO", "on [3 May in the evening]": "2022-05-03TEV"}),
    Rule("composition.day-at-night", "time", "d:<dayish> at night", lambda d: part_on("NI", d), {"on [Friday at night]": "2022-07-22TNI"}),
    Rule("composition.overnight-on-day", "time", "<overnight> on? d:<dayish>", lambda d: part_on("NI", d), {"[overnight Friday]": "2022-07-22TNI"}),
    Rule("composition.day-overnight", "time", "d:<dayish> <overnight>", lambda d: part_on("NI", d), {"on [Friday overnight] trips": "2022-07-22TNI"}),
    Rule("composition.late-on-day-part", "time", "w:early|late on? d:<dayish> p:<pod>", lambda w, d, p: _late(w, part_on(p, d)), {"[early on Tuesday morning]": "2022-07-19TMO", "[late Friday night]": "2022-07-22TNI"}),
    Rule("composition.late-in-the-part-of-a-day", "time", "w:early|late in|on? the p:<pod> of|on d:<dayish>", lambda w, p, d: _late(w, part_on(p, d)), {
        "[late in the evening of 3 May]": "2022-05-03TEV", "[early on the morning of 3 May]": "2022-05-03TMO",
    }),
    Rule("composition.part-of-a-day", "time", "the? p:<pod> of d:<dayish>", part_on, {"on [the evening of 3 May]": "2022-05-03TEV"}),
    Rule("composition.part-of-the-nth", "time", f"the? p:<pod> of the d:<dayord> {_END}", lambda p, d: part_on(p, bare(DayOfMonth(d))), {"on [the morning of the 3rd], he": "2022-07-03TMO", "at [4 o'clock on the afternoon of the 3rd].": "2022-07-03T16:00"}),
    Rule("composition.the-part-on-a-day", "time", "the p:<pod> on d:<dayish>", part_on, {"in [the evening on 3 May]": "2022-05-03TEV"}),
    Rule("composition.midday-on-day", "time", "p:<daypoint> ,? on? d:<dayish>", part_on, {"[Midday on Tuesday] was the deadline": "2022-07-19TMI"}),
    Rule("composition.at-part-of-day-on-day", "time", "=at|by|before|after|until|till|since|around|from|to|between|and p:<twilight> on? d:<dayish>", part_on, {"at [dawn on Tuesday]": "2022-07-19TMO"}),
    Rule("composition.early-hours-of-a-part-of-day", "time", "the? early|small|wee hours of t:<time>", lambda t: early_hours_of_part(t), {"in [the early hours of this morning]": "2022-07-22TMO"}),
)  # fmt: skip

_CLOCKS = (
    Rule("composition.clock-on-part-of-day", "time", "c:<clocktime|clock24|dotclock> ,? on? t:<time>", clock_in_part, {
        "at [11 o'clock last night]": "2022-07-21T23:00", "at [6 o'clock tonight]": "2022-07-22T18:00", "at [7:30 this morning]": "2022-07-22T07:30",
        "at [8.15 tonight]": "2022-07-22T20:15", "at [7:30 on the evening of 3 May]": "2022-05-03T19:30", "at [10:30 on Friday morning]": "2022-07-22T10:30",
    }),
    Rule("composition.hour-on-part-of-day", "time", f"{_AT}|between|since h:<hour|hourword> ,? on? t:<time>", lambda h, t: hour_in_part(h, t), {
        "at [8 tonight]": "2022-07-22T20:00", "at [9 tomorrow morning]": "2022-07-23T09:00", "at [nine on Monday morning]": "2022-07-18T09:00",
    }),
    Rule("composition.part-of-day-at-clock", "time", "t:<time> ,? at|@? c:<clocktime|clock24>", lambda t, c: clock_in_part(c, t), {
        "[tonight at 9 o'clock]": "2022-07-22T21:00", "[Friday night, 9 p.m.]": "2022-07-22T21:00", "on [the morning of 3 May at 8:15]": "2022-05-03T08:15",
    }),
    Rule("composition.part-of-day-at-hour", "time", f"t:<time> ,? at|@ h:<hour|hourword> {_END}", lambda t, h: hour_in_part(h, t), {
        "[this afternoon at 3].": "2022-07-22T15:00", "[tomorrow evening at 6].": "2022-07-23T18:00",
    }),
    Rule("composition.part-of-day-about-hour", "time", f"t:<time> at? about|around c:<hour|hourword|clocktime|clock24> {_END}", lambda t, c: _about(hour_in_part(c, t) if isinstance(c, int) else clock_in_part(c, t)), {
        "[tonight around 7].": "2022-07-22T19:00", "[Friday night at about 10:30].": "2022-07-22T22:30",
    }),
    Rule("composition.opening-hours", "time", "d:<dayish>? ,? r:<clockrange> !<ampm>", lambda d, r: hours_of(r, SaidDay() if d is None else d.operator), {
        "open [9:00-18:00]": "2022-07-22T09:00", "open [Saturday 9:00-13:00]": "2022-07-16T09:00", "from [2-3pm]": "2022-07-22T14:00", "open [20:00-02:00]": "2022-07-22T20:00",
    }),
    Rule("composition.opening-hours-on-a-day", "time", "r:<clockrange> ,? on? d:<dayish>", lambda r, d: hours_of(r, d.operator), {"from [2-3pm on Tuesday]": "2022-07-19T14:00"}),
    Rule("composition.opening-hours-am-pm", "time", "d:<dayish>? ,? r:<clockrange|hourpair> a:<ampm>", lambda d, r, a: hours_of((r[0], in_half(r[1], a)), SaidDay() if d is None else d.operator), {
        "from [6:30-8:30 p.m.]": "2022-07-22T18:30", "on [Monday 11:30-1:00 pm]": "2022-07-18T11:30", "from [11-1 p.m.]": "2022-07-22T11:00", "from [9:30-11 a.m.]": "2022-07-22T09:30",
    }),
    Rule("composition.opening-hours-am-pm-on-a-day", "time", "r:<clockrange|hourpair> a:<ampm> ,? on? d:<dayish>", lambda r, a, d: hours_of((r[0], in_half(r[1], a)), d.operator), {
        "from [6-8 p.m. Tuesday]": "2022-07-19T18:00",
    }),
    Rule("composition.hours-on-weekdays", "time", "c:<clocktime> to|until|till|-|-- e:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>",
         lambda c, e, a, t, b: hours_on_days(c, e, a, b), {
        "open [8 a.m.] to [5 p.m.] [Monday] through [Friday]": "2022-07-22T08:00 2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "e", "a", "b"), ("", "", "", "t")),
    Rule("composition.hour-on-weekdays", "time", "c:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>", lambda c, a, t, b: hours_on_days(c, None, a, b), {
        "met at [5 p.m.], [Monday] through [Friday]": "2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "a", "b"), ("", "", "t")),
    Rule("composition.day-from-hour-to-hour", "time", f"d:<dayish> ,? s:from|between a:<hour|hourword> t:to|until|till|and b:<hour|hourword> {_END}", lambda d, s, a, t, b: hours_on(a, b, d, before=True), {
        "It was shut on [Tuesday] from [9] to [5].": "2022-07-19 2022-07-19T09:00 2022-07-19T17:00",
    }, ("d", "a", "b"), ("", "s", "t")),
    Rule("composition.from-hour-to-hour-on-a-day", "time", f"!<{_CHANGES}|percent|unit|units> s:from|between a:<hour|hourword> t:to|until|till|and b:<hour|hourword> on d:<dayish>", lambda s, a, t, b, d: hours_on(a, b, d), {
        "They met from [9] to [5] on [Tuesday].": "2022-07-19T09:00 2022-07-19T17:00 2022-07-19",
    }, ("a", "b", "d"), ("s", "t", "")),
    Rule("composition.from-hour-to-hour-of-a-part", "time", f"!<{_CHANGES}|percent|unit|units> s:from|between a:<hour|hourword> t:to|until|till|and b:<hour|hourword> ,? on? p:<time>", lambda s, a, t, b, p: hours_in_part(a, b, p), {
        "shot between [7] and [9] [last night]": "2022-07-21T19:00 2022-07-21T21:00 2022-07-21TNI",
    }, ("a", "b", "p"), ("s", "t", "")),
    Rule("composition.clock-on-day", "time", "c:<clocktime> ,? on|of? d:<dayish>", clock_on, {
        "at [3 p.m. on Friday]": "2022-07-22T15:00", "[noon Tuesday]": "2022-07-19T12:00", "at [4 p.m. of 3 May]": "2022-05-03T16:00",
    }),
    Rule("composition.24-hours-before-a-day", "time", "!<lower|plural|function|capital|capitalised|year> c:<clock24> ,? on? d:<daydate|bareday>", clock_on, {"[14:15 3 May 2022]": "2022-05-03T14:15"}),
    Rule("composition.day-at-clock", "time", "d:<dayish> ,? at|@|-- c:<clocktime|clock24>", lambda d, c: clock_on(c, d), {"on [Friday at 5 p.m.]": "2022-07-22T17:00", "[3 May – 8:30 p.m.]": "2022-05-03T20:30"}),
    Rule("composition.day-clock", "time", "!<consumed> d:<dayish> ,? c:<clocktime>", lambda d, c: clock_on(c, d), {"on [Friday at 10:30 am]": "2022-07-22T10:30", "[22 July 2022, 10:30 GMT]": "2022-07-22T10:30Z", "from [Friday 9am] to [Sunday 5pm]": "2022-07-22T09:00 2022-07-24T17:00", "[today 2PM] to [today 3PM]": "2022-07-22T14:00 2022-07-22T15:00"}),
    Rule("composition.timestamp", "time", "d:<bareday|daydate> ,? c:<clocktime> y:<yeardate|year> !<unit|units|magnitude|plural|percent>", _timestamp, {
        "[Tue Mar 12 09:15:20 2019]": "2019-03-12T09:15:20", "[Jul 4 22:00 GMT 2016]": "2016-07-04T22:00Z",
    }),
    Rule("composition.timestamp-with-an-offset", "time", "d:<bareday|daydate> ,? c:<clocktime> y:<yeardate|year> s:<'--|plus> z:<hhmm>", _timestamp, {
        "[Tue Mar 12 09:15:20 2019 +0100]": "2019-03-12T09:15:20+01:00", "[Tue Mar 12 09:15 2019 -0500]": "2019-03-12T09:15-05:00",
    }),
    Rule("composition.day-clock-in-brackets", "time", "d:<dayish> ( c:<clocktime> )", lambda d, c: clock_on(c, d), {"until [3 May 2019 (noon)]": "2019-05-03T12:00"}),
    Rule("composition.day-about-clock", "time", "d:<dayish> at? m:<mod_before> c:<clocktime>", lambda d, m, c: _about(clock_on(c, d)) if m == "APPROX" else None, {
        "[tomorrow around noon]": "2022-07-23T12:00",
    }),
    Rule("composition.day-at-hour", "time", f"d:<dayish> ,? at|@ h:<hour|hourword> {_END}", lambda d, h: hour_on(h, d), {
        "on [Friday at 5], they met": "2022-07-22T05:00", "[tomorrow at nine]": "2022-07-23T09:00",
    }),
    Rule("composition.hour-on-day", "time", "=at|by|until|till|around|from|before|after|@ h:<hour|hourword> on d:<dayish>", lambda h, d: hour_on(h, d), {
        "at [5 on Friday]": "2022-07-22T05:00",
    }),
    Rule("composition.weekday-at-clock-of-a-week", "time", "d:<weekdaydate> at? c:<clocktime> ,? of? w:<weekdate>", lambda d, c, w: clock_on(c, within(d, w)), {"on [Wednesday at 3 p.m. next week]": "2022-07-27T15:00"}),
    Rule("composition.abbreviated-weekday-clock", "time", "d:<weekdayabbr> .? ,? at|@? c:<clocktime>", lambda d, c: clock_on(c, bare(DayOfWeek(d))), {"[Thu at 8 am]": "2022-07-21T08:00"}),
    Rule("composition.nth-at-clock", "time", "=on|by|until|before|after|from the? d:<dayord> ,? at|@? c:<clocktime>", lambda d, c: clock_on(c, bare(DayOfMonth(d))), {"on [the 5th at 4 a.m.]": "2022-07-05T04:00"}),
    Rule("composition.hour-day", "time", f"=at h:<hour|hourword> ,? d:<daydate|weekdaydate|bareday> {_END}", lambda h, d: hour_on(h, d), {"at [5 Friday].": "2022-07-22T05:00"}),
)  # fmt: skip

_ALONE = (
    Rule("composition.clock-alone", "time", "c:<clocktime>", said_clock, {"left at [5 p.m.]": "2022-07-22T17:00"}),
    Rule("composition.at-part-of-day", "time", "=at|by|before|after|until|till|since|around|from|to|between|and p:<twilight|daypoint> !<'of|lower|plural|capital|capitalised>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left at [dawn].": "2022-07-22TMO"}),
    Rule("composition.in-the-part-of-day", "time", "=in the p:<pod> !<'of|lower|plural>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left in [the morning].": "2022-07-22TMO"}),
)  # fmt: skip

_COUNTED = (
    Rule("composition.hours-beside-a-clock-time", "time", "a:<amount|oneunit> w:before|after t:<time> !'", lambda a, w, t: counted_from_time(a, 1 if w == "after" else -1, t), {
        "[two hours before midnight]": "2022-07-22T22:00", "[half an hour after 3:30 p.m. on Tuesday]": "2022-07-19T16:00", "[three hours before dawn].": "XXXX-XX-XXTXX",
    }),
)  # fmt: skip


def levels(locale: Locale) -> tuple[Level, ...]:
    """Give the levels, with the seasons of a locale."""
    return (
        Level("dates of a longer time", (*_OF_A_LONGER_TIME, seasons.of_a_year(locale)), repeat=True),
        Level("composed dates", _DATES, repeat=True),
        weeks.LEVEL,
        Level("parts of days", _PARTS),
        Level("times of days", _CLOCKS),
        Level("times alone", _ALONE),
        Level("counted from times", _COUNTED),
    )
