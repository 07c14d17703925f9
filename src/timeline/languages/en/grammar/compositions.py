"""Times made of two: Friday morning, May of last year, the third Monday of May, Saturday 12 September."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    Bare,
    Between,
    In,
    Last,
    Next,
    Nth,
    NthWeek,
    Onward,
    Operator,
    SaidDay,
    Shift,
    This,
)
from timeline.calculus.repeating import (
    ClockTime,
    DayOfMonth,
    DayOfWeek,
    MonthOfYear,
    PartOfDay,
    QuarterOfYear,
    Repeating,
    Unit,
)
from timeline.languages.en.grammar import seasons
from timeline.languages.en.grammar.clock import is_after_noon
from timeline.languages.meanings import Amount, about, bare, date, half_day, moved, part_of, shifted, time
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["levels"]

_NOON = 12
_ONE_DAY = Duration.of(1, G.DAY)
_A_WEEK = Amount(Duration.of(1, G.WEEK))


def _within(named: Meaning, outer: Meaning) -> Meaning | None:
    if not isinstance(named.operator, Bare) or outer.operator is None:
        return None
    return moved(named, In(named.operator.stretch, outer.operator))


def _nth(o: int, stretch: Repeating, outer: Meaning) -> Meaning | None:
    if outer.operator is None:
        return None
    return date(NthWeek(o, outer.operator) if stretch == Unit(G.WEEK) else Nth(o, stretch, outer.operator))


def _nth_named(o: int, named: Meaning, outer: Meaning) -> Meaning | None:
    return _nth(o, named.operator.stretch, outer) if isinstance(named.operator, Bare) else None


def _nth_unit(o: int, u: tuple[G, int], outer: Meaning) -> Meaning | None:
    return _nth(o, Unit(u[0]), outer) if u[1] == 1 else None


def _nth_of_unit(o: int, u: tuple[G, int], v: tuple[G, int]) -> Meaning | None:
    if not (u[1] == v[1] == 1 and u[0] < v[0]):
        return None
    return _nth(o, Unit(u[0]), date(This(Unit(v[0]))))


def _clock_on(clock: ClockTime, day: Meaning) -> Meaning | None:
    return None if day.operator is None else time(In(clock, day.operator))


def _day_that_is(named: Meaning, day: int) -> Meaning | None:
    if not isinstance(named.operator, Bare) or not isinstance(named.operator.stretch, DayOfWeek):
        return None
    return bare(DayOfMonth(day, named.operator.stretch.weekday))


def _clock_in_part(clock: ClockTime, part: Meaning) -> Meaning | None:
    """Let the part of the day tell which half of it the clock means: 8 tonight."""
    operator = part.operator
    if not isinstance(operator, In) or not isinstance(operator.stretch, PartOfDay):
        return None
    name, hour = operator.stretch.part, clock.hour
    if 1 <= hour < _NOON and is_after_noon(hour, name):
        hour += 12
    elif name == "NI" and hour < 12:  # noqa: PLR2004 - after midnight it is the next day
        return time(In(evolve(clock), Next(Unit(G.DAY), operator.of))) if hour < 6 else None  # noqa: PLR2004 - morning
    return time(In(ClockTime(hour, clock.minute, clock.second, offset=clock.offset), operator.of))


def _part_on(part: str, day: Meaning) -> Meaning | None:
    return None if day.operator is None else time(In(PartOfDay(part), day.operator))


def _unit_with(u: tuple[G, int], inner: Meaning) -> Meaning | None:
    return date(This(Unit(u[0]), inner.operator)) if inner.operator is not None and u[1] == 1 else None


def _from(amount: Amount, sign: int, day: Meaning) -> Meaning | None:
    return None if day.operator is None else shifted(amount, sign, day.operator)


def _hour_on(hour: int, day: Meaning) -> Meaning | None:
    """Mean an hour of a day; up to noon nothing tells which half of the day it is in."""
    if day.operator is None:
        return None
    early = time(In(ClockTime(int(hour)), day.operator))
    if not 1 <= hour < _NOON:
        return early
    late = time(In(ClockTime(int(hour) + _NOON), day.operator))
    return evolve(early, confidence=0.7, others=(late,), note="before noon, where nothing tells")


def _hours_of(hours: tuple[ClockTime, ClockTime], day: Operator | None) -> Meaning | None:
    """Mean the time from one hour to another, said in one word; its value is the first."""
    if day is None or (hours[0].hour, hours[0].minute) >= (hours[1].hour, hours[1].minute):
        return None
    first, last = (In(clock, day) for clock in hours)
    return time(first, relation=Between(first, last))


def _half_days(hours: tuple[ClockTime, ClockTime], half: int) -> tuple[ClockTime, ClockTime] | None:
    """Tell the half of the day that "p.m." behind the second means for both: 6:30-8:30 p.m., 11:30-1:30 p.m."""
    first, last = hours
    if not (1 <= first.hour <= _NOON and 1 <= last.hour <= _NOON):
        return None
    same = (half_day(first.hour, 0), first.minute) < (half_day(last.hour, 0), last.minute)
    begin, end = half_day(first.hour, half if same else 0), half_day(last.hour, half)
    return evolve(first, hour=begin), evolve(last, hour=end)


def _hours_on_days(first: ClockTime, last: ClockTime | None, a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean hours of each of several days: their day is not the first of them."""
    if not isinstance(a.operator, Bare) or not isinstance(b.operator, Bare):
        return None
    days = Between(a.operator, Onward(b.operator.stretch, a.operator))
    named = evolve(a, relation=days), evolve(b, operator=days.to, relation=days)
    if last is None:
        return _said_clock(first), *named
    begin, end = _said_clock(first), _said_clock(last)
    if begin.operator is None or end.operator is None:
        return None
    hours = Between(begin.operator, end.operator)
    return evolve(begin, relation=hours), evolve(end, relation=hours), *named


def _late(word: str, meaning: Meaning | None) -> Meaning | None:
    return None if meaning is None else part_of("END" if word == "late" else "START", meaning)


def _half_of_unit(o: str, u: tuple[G, int]) -> Meaning | None:
    if u[1] != 1 or u[0] <= G.DAY:
        return None
    if u[0] is G.YEAR:
        return date(In(QuarterOfYear(1 if o == "first" else 2, G.HALF), This(Unit(G.YEAR))))
    return part_of("START" if o == "first" else "END", date(This(Unit(u[0]))))


def _weekend_of(day: Meaning | None) -> Meaning | None:
    """Mean the weekend nearest to a holiday: before a Monday, after a Thursday."""
    if day is None or day.operator is None:
        return None
    return date(This(Unit(G.WEEKEND), Shift(Duration.of(3, G.DAY), -1, day.operator)))


def _beside(make: Any, named: Meaning, day: Meaning, number: int = 1) -> Meaning | None:  # noqa: ANN401 - an operator class
    if not isinstance(named.operator, Bare) or day.operator is None or not 1 <= number <= 9:  # noqa: PLR2004 - a few
        return None
    operator = day.operator
    for _ in range(number):
        operator = make(named.operator.stretch, operator)
    return date(operator)


def _unit_beside(make: Any, u: tuple[G, int], day: Meaning) -> Meaning | None:  # noqa: ANN401 - an operator class
    if day.operator is None or u[1] != 1 or not G.DAY <= u[0] <= G.YEAR:
        return None
    return date(make(Unit(u[0]), day.operator))


def _weeks_on(day: Meaning, a: Amount) -> Meaning | None:
    """Count from the coming day of that name: a week on Tuesday is the Tuesday after the next."""
    if not isinstance(day.operator, Bare):
        return None
    if a.duration.unit is G.WEEK and a.duration.is_exact:
        weeks = a.duration.amounts[0][1]
        return date(Shift(Duration.of(weeks * 7 if weeks else 7, G.DAY), 1, Next(day.operator.stretch)))
    return None


def _said_clock(clock: ClockTime) -> Meaning:
    return time(In(clock, SaidDay()), confidence=0.8)


_DATES = (
    Rule("composition.weekday-the-nth", "daydate", "w:<weekdaydate> ,? the d:<dayord> !<lower|plural|capital>", lambda w, d: _day_that_is(w, d), {"on [Friday the 13th], he fell": "2022-05-13", "on [Tuesday the 12th]": "2022-07-12"}),
    Rule("composition.weekday-date", "daydate", "<weekdaydate> ,? the? d:<daydate|bareday>", lambda d: d, {
        "on [Friday, July 22, 2022]": "2022-07-22", "on [Friday 22 July]": "2022-07-22",
    }),
    Rule("composition.date-weekday", "daydate", "d:<daydate|bareday> ,? ( <weekdaydate> )", lambda d: d, {"on [22 July 2022 (Friday)]": "2022-07-22"}),
    Rule("composition.month-of-year", "monthdate", "m:<baremonth> ,? of? y:<yeardate>", _within, {"in [May last year]": "2021-05", "in [May of this year]": "2022-05"}),
    Rule("composition.month-verb-of-year", "monthdate", "m:<verbmonth> ,? of? y:<yeardate>", lambda m, y: None if y.operator is None else date(In(MonthOfYear(m), y.operator)), {
        "[May of last year] was dry": "2021-05", "[March last year]": "2021-03",
    }),
    Rule("composition.years-month", "monthdate", "y:<yeardate> ' s m:<baremonth>", lambda y, m: _within(m, y), {"in [this year's July]": "2022-07"}),
    Rule("composition.day-of-year", "daydate", "d:<bareday> ,? of? y:<yeardate>", _within, {
        "on [May 16 this year]": "2022-05-16", "[Christmas 2019]": "2019-12-25",
    }),
    Rule("composition.the-day-of-month", "daydate", "the? d:<dayord> of m:<monthdate>", lambda d, m: _nth(d, Unit(G.DAY), m), {"on [the 5th of last month]": "2022-06-05"}),
    Rule("composition.weekday-of-week", "daydate", "d:<weekdaydate> ,? of? w:<weekdate>", _within, {"on [Monday of last week]": "2022-07-11", "[Friday next week]": "2022-07-29"}),
    Rule("composition.season-of-year", "date", "the? s:<bareseason> of? y:<yeardate>", _within, {"in [the summer of last year]": "2021-SU"}),
    Rule("composition.quarter-of-year", "date", "q:<barequarter> ,? of? y:<yeardate>", _within, {"in [the third quarter of last year]": "2021-Q3"}),
    Rule("composition.years-quarter", "date", "y:<yeardate> ' s q:<barequarter>", lambda y, q: _within(q, y), {"in [last year's third quarter]": "2021-Q3"}),
    Rule("composition.nth-weekday", "daydate", "the? o:<ord> w:<weekdaydate> of|in m:<dated>", _nth_named, {"on [the third Monday of May]": "2022-05-16"}),
    Rule("composition.last-weekday", "daydate", "the? last|final w:<weekdaydate> of|in m:<dated>", lambda w, m: _nth_named(-1, w, m), {"on [the last Friday of May]": "2022-05-27"}),
    Rule("composition.nth-unit", "date", "the? o:<ord> u:<unit> of|in m:<dated>", _nth_unit, {"in [the first week of May]": "2022-W18"}),
    Rule("composition.second-to-last-unit", "date", "the? second|next to last u:<unit> of|in m:<dated>", lambda u, m: _nth_unit(-2, u, m), {"in [the second to last week of October]": "2022-W42"}),
    Rule("composition.last-unit", "date", "the? last|final u:<unit> of|in m:<dated>", lambda u, m: _nth_unit(-1, u, m), {"in [the last week of October]": "2022-W43"}),
    Rule("composition.half-of-a-year", "date", "the? o:first|second|latter half of y:<yeardate>",
         lambda o, y: None if y.operator is None else date(In(QuarterOfYear(1 if o == "first" else 2, G.HALF), y.operator)), {
        "in [the second half of last year]": "2021-H2",
    }),
    Rule("composition.nth-unit-of-the-unit", "date", "the? o:<ord> u:<unit> of the v:<unit>", lambda o, u, v: _nth_of_unit(o, u, v), {
        "on [the first day of the month]": "2022-07-01",
    }),
    Rule("composition.last-unit-of-the-unit", "date", "the? last|final u:<unit> of the v:<unit>", lambda u, v: _nth_of_unit(-1, u, v), {
        "in [the last week of the year]": "2022-W52",
    }),
    Rule("composition.half-of-the-unit", "date", "the? o:first|second|latter|last half of the u:<unit>", _half_of_unit, {
        "in [the second half of the year]": "2022-H2", "[the first half of the month]": "2022-07",
    }),
    Rule("composition.holiday-weekend", "date", "the? d:<bareday> weekend of? y:<yeardate>?", lambda d, y: _weekend_of(d if y is None else _within(d, y)), {
        "over [Labor Day weekend]": "2022-W35-WE", "on [Memorial Day weekend]": "2022-W21-WE", "over [the Easter weekend]": "2022-W15-WE",
    }),
    Rule("composition.eve-of-a-day", "daydate", "the? eve of d:<bareday|daydate>", lambda d: _from(Amount(_ONE_DAY), -1, d), {"on [the eve of Yom Kippur]": "2022-10-04"}),
    Rule("composition.holiday-week", "weekdate", "d:<bareday> week", lambda d: None if d.operator is None else date(This(Unit(G.WEEK), d.operator)), {
        "in [Christmas week]": "2022-W51",
    }),
    Rule("composition.week-beginning-or-ending", "weekdate", "the? week beginning|starting|commencing|ending|ended|of d:<dayish>",
         lambda d: None if d.operator is None else date(This(Unit(G.WEEK), d.operator)), {"in [the week ending July 16]": "2022-W28"}),
    Rule("composition.weekday-before-a-date", "daydate", "the? w:<weekdaydate> before d:<bareday|daydate|monthdate|baremonth>", lambda w, d: _beside(Last, w, d), {
        "on [the Friday before Easter]": "2022-04-15",
    }),
    Rule("composition.weekday-after-a-date", "daydate", "the? [ o:<ord> ] w:<weekdaydate> after|following d:<bareday|daydate>", lambda o, w, d: _beside(Next, w, d, o or 1), {
        "on [the Sunday after Thanksgiving]": "2022-11-27", "on [the second Sunday after Easter]": "2022-05-01",
    }),
    Rule("composition.unit-before-a-date", "date", "the u:<unit> before d:<bareday|daydate|baremonth|monthdate|yeardate>", lambda u, d: _unit_beside(Last, u, d), {
        "in [the week before Christmas]": "2022-W50",
    }),
    Rule("composition.unit-after-a-date", "date", "the u:<unit> after|following d:<bareday|daydate|baremonth|monthdate|yeardate>", lambda u, d: _unit_beside(Next, u, d), {
        "in [the week after Easter]": "2022-W16",
    }),
    Rule("composition.weeks-on-weekday", "daydate", "a:<oneunit|amount> on|from d:<weekdaydate>", lambda a, d: _weeks_on(d, a), {
        "opens [a week on Tuesday]": "2022-08-02", "will open [a week from Friday]": "2022-08-05",
    }),
    Rule("composition.weekday-week", "daydate", "d:<weekdaydate> week !<'of|unit|lower|plural|capital>", lambda d: _weeks_on(d, _A_WEEK), {"opens [Tuesday week].": "2022-08-02"}),
    Rule("composition.weekday-fortnight", "daydate", "d:<weekdaydate> fortnight", lambda d: _weeks_on(d, Amount(Duration.of(2, G.WEEK))), {"opens [Friday fortnight].": "2022-08-12"}),
    Rule("composition.first-units", "date", "the? w:first|opening|last|final|closing|dying|waning <units> of d:<dated>",
         lambda w, d: part_of("START" if w in {"first", "opening"} else "END", d), {"in [the opening days of 2020]": "2020", "[the closing weeks of May]": "2022-05"}),
    Rule("composition.early-units", "date", "the? p:<part> <units> of d:<dated>", lambda p, d: part_of(p, d), {"in [the early years of the 20th century]": "19"}),
    Rule("composition.unit-of-a-day", "date", "the u:<unit> of d:<dayish>", _unit_with, {"on [the weekend of July 4]": "2022-W27-WE"}),
    Rule("composition.amount-from-a-date", "date", "!for|over|lasting|lasts|lasted|of|a|an a:<amount|oneunit> from d:<dayish>", lambda a, d: _from(a, 1, d), {"opens [three days from Christmas]": "2022-12-28"}),
    Rule("composition.amount-after-a-date", "date", "a:<amount|oneunit> after d:<dated>", lambda a, d: _from(a, 1, d), {"[two weeks after Easter]": "2022-W17"}),
    Rule("composition.amount-before-a-date", "date", "a:<amount|oneunit> before d:<dated>", lambda a, d: _from(a, -1, d), {"[two weeks before Easter]": "2022-W13"}),
    Rule("composition.the-day-after-a-date", "daydate", "the day after d:<dayish>", lambda d: _from(Amount(_ONE_DAY), 1, d), {"left [the day after Tuesday]": "2022-07-20"}),
    Rule("composition.the-day-before-a-date", "daydate", "the day before d:<dayish>", lambda d: _from(Amount(_ONE_DAY), -1, d), {"left [the day before Tuesday]": "2022-07-18"}),
)  # fmt: skip

_TIMES = (
    Rule("composition.clock-on-part-of-day", "time", "c:<clocktime> t:<time>", _clock_in_part, {
        "at [11 o'clock last night]": "2022-07-21T23:00", "at [6 o'clock tonight]": "2022-07-22T18:00",
    }),
    Rule("composition.24-hours-on-part-of-day", "time", "c:<clock24|dotclock> t:<time>", lambda c, t: _clock_in_part(ClockTime(c[0], c[1]), t), {
        "at [7:30 this morning]": "2022-07-22T07:30", "at [8.15 tonight]": "2022-07-22T20:15",
    }),
    Rule("composition.hour-day-part", "time", "=at|by|until|around|from h:<hour|hourword> d:<dayish> p:<pod>", lambda h, d, p: None if (part := _part_on(p, d)) is None or not 1 <= h <= _NOON else _clock_in_part(ClockTime(int(h)), part), {
        "at [9 tomorrow morning]": "2022-07-23T09:00",
    }),
    Rule("composition.opening-hours", "time", "d:<dayish>? ,? r:<clockrange>", lambda d, r: _hours_of(r, SaidDay() if d is None else d.operator), {
        "open [9:00-18:00]": "2022-07-22T09:00", "open [Saturday 9:00-13:00]": "2022-07-16T09:00",
    }),
    Rule("composition.opening-hours-am-pm", "time", "d:<dayish>? ,? r:<clockrange> a:<ampm>", lambda d, r, a: None if (both := _half_days(r, a)) is None else _hours_of(both, SaidDay() if d is None else d.operator), {
        "from [6:30-8:30 p.m.]": "2022-07-22T18:30", "on [Monday 11:30-1:00 pm]": "2022-07-18T11:30",
    }),
    Rule("composition.hour-on-part-of-day", "time", "=at|by|until|around|from h:<hour|hourword> t:<time>", lambda h, t: _clock_in_part(ClockTime(int(h)), t) if 1 <= h <= 12 else None, {  # noqa: PLR2004
        "at [8 tonight]": "2022-07-22T20:00",
    }),
    Rule("composition.part-of-day-at-clock", "time", "t:<time> at c:<clocktime>", lambda t, c: _clock_in_part(c, t), {"[tonight at 9 o'clock]": "2022-07-22T21:00"}),
    Rule("composition.part-of-day-at-hour", "time", "t:<time> at h:<hour|hourword> !<unit|units|lower|plural|capital|->", lambda t, h: _clock_in_part(ClockTime(int(h)), t) if 1 <= h <= 12 else None, {  # noqa: PLR2004
        "[this afternoon at 3].": "2022-07-22T15:00",
    }),
    Rule("composition.hours-on-weekdays", "time", "c:<clocktime> to|until|till|-|-- e:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>",
         lambda c, e, a, t, b: _hours_on_days(c, e, a, b), {
        "open [8 a.m.] to [5 p.m.] [Monday] through [Friday]": "2022-07-22T08:00 2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "e", "a", "b"), ("", "", "", "t")),
    Rule("composition.hour-on-weekdays", "time", "c:<clocktime> ,? a:<weekdaydate> t:to|through|thru|-|-- b:<weekdaydate> !<clocktime|'at>", lambda c, a, t, b: _hours_on_days(c, None, a, b), {
        "met at [5 p.m.], [Monday] through [Friday]": "2022-07-22T17:00 2022-07-18 2022-07-22",
    }, ("c", "a", "b"), ("", "", "t")),
    Rule("composition.clock-on-day", "time", "c:<clocktime> ,? on? [ the morning|afternoon|evening of ] d:<dayish>", _clock_on, {
        "at [3 p.m. on Friday]": "2022-07-22T15:00", "[noon Tuesday]": "2022-07-19T12:00",
    }),
    Rule("composition.day-at-clock", "time", "d:<dayish> ,? at c:<clocktime>", lambda d, c: _clock_on(c, d), {"on [Friday at 5 p.m.]": "2022-07-22T17:00"}),
    Rule("composition.day-clock", "time", "!<consumed|'to|'through|'until|'till|'-|'--> d:<dayish> ,? c:<clocktime>", lambda d, c: _clock_on(c, d), {"on [Friday at 10:30 am]": "2022-07-22T10:30", "[22 July 2022, 10:30 GMT]": "2022-07-22T10:30Z"}),
    Rule("composition.day-part", "time", "d:<dayish> p:<pod>", lambda d, p: _part_on(p, d), {"on [Friday morning]": "2022-07-22TMO", "[yesterday afternoon]": "2022-07-21TAF"}),
    Rule("composition.overnight-on-day", "time", "<overnight> on? d:<dayish>", lambda d: _part_on("NI", d), {"[overnight Friday]": "2022-07-22TNI"}),
    Rule("composition.day-overnight", "time", "d:<dayish> <overnight>", lambda d: _part_on("NI", d), {"on [Friday overnight] trips": "2022-07-22TNI"}),
    Rule("composition.late-on-day-part", "time", "w:early|late on d:<dayish> p:<pod>", lambda w, d, p: _late(w, _part_on(p, d)), {"[early on Tuesday morning]": "2022-07-19TMO"}),
    Rule("composition.day-about-clock", "time", "d:<dayish> at? m:<mod_before> c:<clocktime>", lambda d, m, c: None if m != "APPROX" or (found := _clock_on(c, d)) is None else about(found), {
        "[tomorrow around noon]": "2022-07-23T12:00",
    }),
    Rule("composition.day-part-at-hour", "time", "d:<dayish> p:<pod> at h:<hour|hourword> !<unit|units|lower|plural|capital|num|->", lambda d, p, h: None if (part := _part_on(p, d)) is None or not 1 <= h <= _NOON else _clock_in_part(ClockTime(int(h)), part), {
        "[tomorrow evening at 6].": "2022-07-23T18:00",
    }),
    Rule("composition.day-at-hour", "time", "d:<dayish> at h:<hour|hourword> !<unit|units|lower|plural|capital|num|->", lambda d, h: _hour_on(h, d), {
        "on [Friday at 5], they met": "2022-07-22T05:00", "[tomorrow at nine]": "2022-07-23T09:00",
    }),
    Rule("composition.hour-on-day", "time", "=at|by|until|till|around|from|before|after h:<hour|hourword> on d:<dayish>", lambda h, d: _hour_on(h, d), {
        "at [5 on Friday]": "2022-07-22T05:00",
    }),
    Rule("composition.hour-on-day-part", "time", "=at|by|until|till|around|from|before|after h:<hour|hourword> on d:<dayish> p:<pod>", lambda h, d, p: None if (part := _part_on(p, d)) is None or not 1 <= h <= _NOON else _clock_in_part(ClockTime(int(h)), part), {
        "at [nine on Monday morning]": "2022-07-18T09:00", "at [5 on Friday afternoon]": "2022-07-22T17:00",
    }),
    Rule("composition.late-day-part", "time", "w:early|late d:<dayish> p:<pod>", lambda w, d, p: _late(w, _part_on(p, d)), {"[late Friday night]": "2022-07-22TNI"}),
    Rule("composition.part-of-a-day", "time", "the? p:<pod> of d:<dayish>", _part_on, {"on [the evening of 3 May]": "2022-05-03TEV"}),
    Rule("composition.at-part-of-day-on-day", "time", "=at|by|before|after p:<twilight|daypoint> on? d:<dayish>", _part_on, {"at [dawn on Tuesday]": "2022-07-19TMO"}),
    Rule("composition.at-part-of-day", "time", "=at|by|before|after|until|since|around p:<twilight|daypoint> !<'of|lower|plural>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left at [dawn].": "2022-07-22TMO"}),
    Rule("composition.in-the-part-of-day", "time", "=in the p:<pod> !<'of|lower|plural>", lambda p: time(In(PartOfDay(p), SaidDay()), confidence=0.7), {"left in [the morning].": "2022-07-22TMO"}),
    Rule("composition.clock-alone", "time", "c:<clocktime>", _said_clock, {"left at [5 p.m.]": "2022-07-22T17:00"}),
)  # fmt: skip


def levels(locale: Locale) -> tuple[Level, ...]:
    """Give the levels, with the seasons of a locale."""
    return Level("composed dates", (*_DATES, seasons.of_a_year(locale)), repeat=True), Level("composed times", _TIMES)
