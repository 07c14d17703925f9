"""Times made of two: Friday morning, May of last year, the third Monday of May, Saturday 12 September."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    In,
    Last,
    Lean,
    Next,
    SaidDay,
    This,
)
from timeline.calculus.recurring import (
    ClockTime,
    MonthOfYear,
    PartOfDay,
    QuarterOfYear,
    Unit,
)
from timeline.languages.composed import (
    beside,
    clock_in_part,
    clock_on,
    counted_from,
    day_that_is,
    half_days,
    hour_in_part,
    hour_on,
    hours_of,
    hours_on_days,
    nth,
    nth_named,
    nth_of_unit,
    nth_unit,
    part_on,
    said_clock,
    unit_beside,
    unit_with,
    weekend_of,
    weeks_on,
    within,
)
from timeline.languages.en.grammar import seasons
from timeline.languages.meanings import Amount, about, at_year, date, part_of, time
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["levels"]

_ONE_DAY = Duration.of(1, G.DAY)
_A_WEEK = Amount(Duration.of(1, G.WEEK))


def _late(word: str, meaning: Meaning | None) -> Meaning | None:
    return None if meaning is None else part_of("END" if word == "late" else "START", meaning)


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
    Rule("composition.quarter-of-year", "date", "q:<barequarter> ,? of? y:<yeardate>", within, {"in [the third quarter of last year]": "2021-Q3"}),
    Rule("composition.years-quarter", "date", "y:<yeardate> ' s q:<barequarter>", lambda y, q: within(q, y), {"in [last year's third quarter]": "2021-Q3"}),
    Rule("composition.weekday-of-week", "daydate", "d:<weekdaydate> ,? of? w:<weekdate>", within, {"on [Monday of last week]": "2022-07-11", "[Friday next week]": "2022-07-29"}),
)  # fmt: skip

_DATES = (
    Rule("composition.weekday-the-nth", "daydate", "w:<weekdaydate> ,? the d:<dayord> !<lower|plural|capital>", lambda w, d: day_that_is(w, d), {"on [Friday the 13th], he fell": "2022-05-13", "on [Tuesday the 12th]": "2022-07-12"}),
    Rule("composition.weekday-date", "daydate", "<weekdaydate> ,? the? d:<daydate|bareday>", lambda d: d, {
        "on [Friday, July 22, 2022]": "2022-07-22", "on [Friday 22 July]": "2022-07-22",
    }),
    Rule("composition.date-weekday", "daydate", "d:<daydate|bareday> ,? ( <weekdaydate> )", lambda d: d, {"on [22 July 2022 (Friday)]": "2022-07-22"}),
    Rule("composition.the-day-of-month", "daydate", "the? d:<dayord> of m:<monthdate>", lambda d, m: nth(d, Unit(G.DAY), m), {"on [the 5th of last month]": "2022-06-05"}),
    Rule("composition.nth-weekday", "daydate", "the? o:<ord> w:<weekdaydate> of|in m:<dated>", nth_named, {"on [the third Monday of May]": "2022-05-16"}),
    Rule("composition.last-weekday", "daydate", "the? last|final w:<weekdaydate> of|in m:<dated>", lambda w, m: nth_named(-1, w, m), {"on [the last Friday of May]": "2022-05-27"}),
    Rule("composition.nth-unit", "date", "the? o:<ord> u:<unit> of|in m:<dated>", nth_unit, {"in [the first week of May]": "2022-W18"}),
    Rule("composition.second-to-last-unit", "date", "the? second|next to last u:<unit> of|in m:<dated>", lambda u, m: nth_unit(-2, u, m), {"in [the second to last week of October]": "2022-W42"}),
    Rule("composition.last-unit", "date", "the? last|final u:<unit> of|in m:<dated>", lambda u, m: nth_unit(-1, u, m), {"in [the last week of October]": "2022-W43"}),
    Rule("composition.half-of-a-year", "date", "the? o:first|second|latter half of y:<yeardate>",
         lambda o, y: None if y.operator is None else date(In(QuarterOfYear(1 if o == "first" else 2, G.HALF), y.operator)), {
        "in [the second half of last year]": "2021-H2",
    }),
    Rule("composition.nth-unit-of-the-unit", "date", "the? o:<ord> u:<unit> of the v:<unit>", lambda o, u, v: nth_of_unit(o, u, v), {
        "on [the first day of the month]": "2022-07-01",
    }),
    Rule("composition.last-unit-of-the-unit", "date", "the? last|final u:<unit> of the v:<unit>", lambda u, v: nth_of_unit(-1, u, v), {
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
    Rule("composition.week-beginning-or-ending", "weekdate", "the? week beginning|starting|commencing|ending|ended|of d:<dayish>",
         lambda d: None if d.operator is None else date(This(Unit(G.WEEK), d.operator)), {"in [the week ending July 16]": "2022-W28"}),
    Rule("composition.weekday-before-a-date", "daydate", "the? w:<weekdaydate> before d:<bareday|daydate|monthdate|baremonth>", lambda w, d: beside(Last, w, d), {
        "on [the Friday before Easter]": "2022-04-15",
    }),
    Rule("composition.weekday-after-a-date", "daydate", "the? [ o:<ord> ] w:<weekdaydate> after|following d:<bareday|daydate>", lambda o, w, d: beside(Next, w, d, o or 1), {
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
    Rule("composition.amount-from-a-date", "date", "!for|over|lasting|lasts|lasted|of|a|an a:<amount|oneunit> from d:<dayish>", lambda a, d: counted_from(a, 1, d), {"opens [three days from Christmas]": "2022-12-28"}),
    Rule("composition.amount-after-a-date", "date", "a:<amount|oneunit> after d:<dated>", lambda a, d: counted_from(a, 1, d), {"[two weeks after Easter]": "2022-W17"}),
    Rule("composition.amount-before-a-date", "date", "a:<amount|oneunit> before d:<dated>", lambda a, d: counted_from(a, -1, d), {"[two weeks before Easter]": "2022-W13"}),
    Rule("composition.the-day-after-a-date", "daydate", "the day after d:<dayish>", lambda d: counted_from(Amount(_ONE_DAY), 1, d), {"left [the day after Tuesday]": "2022-07-20"}),
    Rule("composition.the-day-before-a-date", "daydate", "the day before d:<dayish>", lambda d: counted_from(Amount(_ONE_DAY), -1, d), {"left [the day before Tuesday]": "2022-07-18"}),
)  # fmt: skip

_TIMES = (
    Rule("composition.clock-on-part-of-day", "time", "c:<clocktime> t:<time>", clock_in_part, {
        "at [11 o'clock last night]": "2022-07-21T23:00", "at [6 o'clock tonight]": "2022-07-22T18:00",
    }),
    Rule("composition.24-hours-on-part-of-day", "time", "c:<clock24|dotclock> t:<time>", lambda c, t: clock_in_part(ClockTime(c[0], c[1]), t), {
        "at [7:30 this morning]": "2022-07-22T07:30", "at [8.15 tonight]": "2022-07-22T20:15",
    }),
    Rule("composition.hour-day-part", "time", "=at|by|until|around|from h:<hour|hourword> d:<dayish> p:<pod>", lambda h, d, p: hour_in_part(h, part_on(p, d)), {
        "at [9 tomorrow morning]": "2022-07-23T09:00",
    }),
    Rule("composition.opening-hours", "time", "d:<dayish>? ,? r:<clockrange>", lambda d, r: hours_of(r, SaidDay() if d is None else d.operator), {
        "open [9:00-18:00]": "2022-07-22T09:00", "open [Saturday 9:00-13:00]": "2022-07-16T09:00",
    }),
    Rule("composition.opening-hours-am-pm", "time", "d:<dayish>? ,? r:<clockrange> a:<ampm>", lambda d, r, a: None if (both := half_days(r, a)) is None else hours_of(both, SaidDay() if d is None else d.operator), {
        "from [6:30-8:30 p.m.]": "2022-07-22T18:30", "on [Monday 11:30-1:00 pm]": "2022-07-18T11:30",
    }),
    Rule("composition.hour-on-part-of-day", "time", "=at|by|until|around|from h:<hour|hourword> t:<time>", lambda h, t: hour_in_part(h, t), {
        "at [8 tonight]": "2022-07-22T20:00",
    }),
    Rule("composition.part-of-day-at-clock", "time", "t:<time> at c:<clocktime>", lambda t, c: clock_in_part(c, t), {"[tonight at 9 o'clock]": "2022-07-22T21:00"}),
    Rule("composition.part-of-day-at-hour", "time", "t:<time> at h:<hour|hourword> !<unit|units|lower|plural|capital|->", lambda t, h: hour_in_part(h, t), {
        "[this afternoon at 3].": "2022-07-22T15:00",
    }),
    Rule("composition.hours-on-weekdays", "time", "c:<clocktime> to|until|till|-|-- e:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>",
         lambda c, e, a, t, b: hours_on_days(c, e, a, b), {
        "open [8 a.m.] to [5 p.m.] [Monday] through [Friday]": "2022-07-22T08:00 2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "e", "a", "b"), ("", "", "", "t")),
    Rule("composition.hour-on-weekdays", "time", "c:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>", lambda c, a, t, b: hours_on_days(c, None, a, b), {
        "met at [5 p.m.], [Monday] through [Friday]": "2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "a", "b"), ("", "", "t")),
    Rule("composition.clock-on-day", "time", "c:<clocktime> ,? on? [ the morning|afternoon|evening of ] d:<dayish>", clock_on, {
        "at [3 p.m. on Friday]": "2022-07-22T15:00", "[noon Tuesday]": "2022-07-19T12:00",
    }),
    Rule("composition.day-at-clock", "time", "d:<dayish> ,? at c:<clocktime>", lambda d, c: clock_on(c, d), {"on [Friday at 5 p.m.]": "2022-07-22T17:00"}),
    Rule("composition.day-clock", "time", "!<consumed|'to|'through|'until|'till|'-|'--> d:<dayish> ,? c:<clocktime>", lambda d, c: clock_on(c, d), {"on [Friday at 10:30 am]": "2022-07-22T10:30", "[22 July 2022, 10:30 GMT]": "2022-07-22T10:30Z"}),
    Rule("composition.day-part", "time", "d:<dayish> p:<pod>", lambda d, p: part_on(p, d), {"on [Friday morning]": "2022-07-22TMO", "[yesterday afternoon]": "2022-07-21TAF"}),
    Rule("composition.overnight-on-day", "time", "<overnight> on? d:<dayish>", lambda d: part_on("NI", d), {"[overnight Friday]": "2022-07-22TNI"}),
    Rule("composition.day-overnight", "time", "d:<dayish> <overnight>", lambda d: part_on("NI", d), {"on [Friday overnight] trips": "2022-07-22TNI"}),
    Rule("composition.late-on-day-part", "time", "w:early|late on d:<dayish> p:<pod>", lambda w, d, p: _late(w, part_on(p, d)), {"[early on Tuesday morning]": "2022-07-19TMO"}),
    Rule("composition.day-about-clock", "time", "d:<dayish> at? m:<mod_before> c:<clocktime>", lambda d, m, c: None if m != "APPROX" or (found := clock_on(c, d)) is None else about(found), {
        "[tomorrow around noon]": "2022-07-23T12:00",
    }),
    Rule("composition.day-part-at-hour", "time", "d:<dayish> p:<pod> at h:<hour|hourword> !<unit|units|lower|plural|capital|num|->", lambda d, p, h: hour_in_part(h, part_on(p, d)), {
        "[tomorrow evening at 6].": "2022-07-23T18:00",
    }),
    Rule("composition.day-at-hour", "time", "d:<dayish> at h:<hour|hourword> !<unit|units|lower|plural|capital|num|->", lambda d, h: hour_on(h, d), {
        "on [Friday at 5], they met": "2022-07-22T05:00", "[tomorrow at nine]": "2022-07-23T09:00",
    }),
    Rule("composition.hour-on-day", "time", "=at|by|until|till|around|from|before|after h:<hour|hourword> on d:<dayish>", lambda h, d: hour_on(h, d), {
        "at [5 on Friday]": "2022-07-22T05:00",
    }),
    Rule("composition.hour-on-day-part", "time", "=at|by|until|till|around|from|before|after h:<hour|hourword> on d:<dayish> p:<pod>", lambda h, d, p: hour_in_part(h, part_on(p, d)), {
        "at [nine on Monday morning]": "2022-07-18T09:00", "at [5 on Friday afternoon]": "2022-07-22T17:00",
    }),
    Rule("composition.late-day-part", "time", "w:early|late d:<dayish> p:<pod>", lambda w, d, p: _late(w, part_on(p, d)), {"[late Friday night]": "2022-07-22TNI"}),
    Rule("composition.part-of-a-day", "time", "the? p:<pod> of d:<dayish>", part_on, {"on [the evening of 3 May]": "2022-05-03TEV"}),
    Rule("composition.at-part-of-day-on-day", "time", "=at|by|before|after p:<twilight|daypoint> on? d:<dayish>", part_on, {"at [dawn on Tuesday]": "2022-07-19TMO"}),
    Rule("composition.at-part-of-day", "time", "=at|by|before|after|until|since|around p:<twilight|daypoint> !<'of|lower|plural>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left at [dawn].": "2022-07-22TMO"}),
    Rule("composition.in-the-part-of-day", "time", "=in the p:<pod> !<'of|lower|plural>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left in [the morning].": "2022-07-22TMO"}),
    Rule("composition.clock-alone", "time", "c:<clocktime>", said_clock, {"left at [5 p.m.]": "2022-07-22T17:00"}),
)  # fmt: skip


def levels(locale: Locale) -> tuple[Level, ...]:
    """Give the levels, with the seasons of a locale."""
    of_a_longer_time = Level("dates of a longer time", (*_OF_A_LONGER_TIME, seasons.of_a_year(locale)), repeat=True)
    return of_a_longer_time, Level("composed dates", _DATES, repeat=True), Level("composed times", _TIMES)
