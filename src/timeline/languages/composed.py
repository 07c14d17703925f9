"""A time within, beside or counted from another: Friday of next week, the third Monday of May, 5 p.m. on Friday."""

from __future__ import annotations

from collections.abc import Callable

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
from timeline.calculus.recurring import (
    ClockTime,
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    PartOfDay,
    Repeating,
    Unit,
)
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, bare, date, half_day, is_after_noon, moved, shifted, time

_Maker = Callable[[Repeating, Operator], Operator]

__all__ = [
    "at_its_week",
    "beside",
    "clock_in_part",
    "clock_on",
    "counted_from",
    "day_that_is",
    "half_days",
    "hour_in_part",
    "hour_on",
    "hours_of",
    "hours_on_days",
    "named_with_date",
    "nth",
    "nth_named",
    "nth_of",
    "nth_unit",
    "on_weekday",
    "part_on",
    "said_clock",
    "unit_beside",
    "unit_with",
    "weekend_of",
    "weeks_on",
    "whole_of",
    "within",
]

_NOON = 12


def within(named: Meaning, outer: Meaning) -> Meaning | None:
    """Mean a named time of another: May of last year; None where the first is not such a name."""
    if not isinstance(named.operator, Bare) or outer.operator is None:
        return None
    return moved(named, In(named.operator.stretch, outer.operator))


def at_its_week(named: Meaning, week: Meaning) -> Meaning | None:
    """Mean a day of a week that stands beside it: Tuesday of next week; "two weeks ago Friday" is the nearest one."""
    counted = week.operator
    if not isinstance(counted, Shift) or not isinstance(named.operator, Bare) or counted.duration.unit is not G.WEEK:
        return within(named, week)
    weeks = counted.duration.amounts[0][1]
    if not isinstance(weeks, int) or not isinstance(named.operator.stretch, DayOfWeek) or week.relation is not None:
        return None
    first = Duration.of(7 * weeks - 3 * counted.sign, G.DAY)  # three days to either side
    return moved(named, Onward(named.operator.stretch, Shift(first, counted.sign, counted.of)))


def nth(o: int, stretch: Repeating, outer: Meaning) -> Meaning | None:
    """Mean the n-th stretch of a time; of weeks, that which ISO 8601 counts so."""
    if outer.operator is None:
        return None
    return date(NthWeek(o, outer.operator) if stretch == Unit(G.WEEK) else Nth(o, stretch, outer.operator))


def nth_named(o: int, named: Meaning, outer: Meaning) -> Meaning | None:
    """Mean the n-th day (or month …) of that name of a time: the third Monday of May."""
    return nth(o, named.operator.stretch, outer) if isinstance(named.operator, Bare) else None


def nth_unit(o: int, u: tuple[G, int], outer: Meaning) -> Meaning | None:
    """Mean the n-th unit of a time: the first week of May."""
    return nth(o, Unit(u[0]), outer) if u[1] == 1 else None


def whole_of(outer: Meaning | None, unit: tuple[G, int] | None) -> Meaning | None:
    """Mean the one of two that is said: a time, or the current unit ("the month")."""
    if (outer is None) == (unit is None):
        return None
    return outer if unit is None else date(This(Unit(unit[0]))) if unit[1] == 1 else None


def nth_of(o: int, part: Meaning | tuple[G, int], outer: Meaning | None) -> Meaning | None:
    """Mean the n-th day of a name, or the n-th unit, of a time: the third Monday of May, the first day of the month."""
    if outer is None:
        return None
    return nth_unit(o, part, outer) if isinstance(part, tuple) else nth_named(o, part, outer)


def clock_on(clock: ClockTime, day: Meaning) -> Meaning | None:
    """Mean a clock time of a day."""
    return None if day.operator is None else time(In(clock, day.operator))


def day_that_is(named: Meaning, day: int) -> Meaning | None:
    """Mean the day of that name and number: Friday the 13th."""
    if not isinstance(named.operator, Bare) or not isinstance(named.operator.stretch, DayOfWeek):
        return None
    return bare(DayOfMonth(day, named.operator.stretch.weekday))


def on_weekday(day: Meaning, weekday: int | Meaning) -> Meaning:
    """Let the weekday said with a day of a month tell of which year it is: Saturday 12 September."""
    if isinstance(weekday, Meaning):
        named = weekday.operator
        if not isinstance(named, Bare) or not isinstance(named.stretch, DayOfWeek):
            return day
        weekday = named.stretch.weekday
    if day.relation is None and isinstance(day.operator, Bare) and isinstance(day.operator.stretch, DayOfYear):
        return evolve(day, operator=Bare(evolve(day.operator.stretch, weekday=weekday)))
    return day


def named_with_date(named: Meaning, day: Meaning) -> Meaning | None:
    """Mean the day that is told by its weekday as well as by its date: this coming Sunday, March 8."""
    operator = named.operator
    if not isinstance(operator, Last | Next | This) or not isinstance(operator.stretch, DayOfWeek):
        return None
    return on_weekday(day, operator.stretch.weekday)


def clock_in_part(clock: ClockTime, part: Meaning) -> Meaning | None:
    """Let the part of the day tell which half of it the clock means: 8 tonight."""
    operator = part.operator
    if not isinstance(operator, In) or not isinstance(operator.stretch, PartOfDay):
        return None
    name, hour = operator.stretch.part, clock.hour
    if 1 <= hour < _NOON and is_after_noon(hour, name):
        hour += 12
    elif name == "NI" and hour < 12:  # after midnight it is the next day
        return time(In(evolve(clock), Next(Unit(G.DAY), operator.of))) if hour < 6 else None  # morning
    return time(In(ClockTime(hour, clock.minute, clock.second, offset=clock.offset), operator.of))


def hour_in_part(hour: int, part: Meaning | None) -> Meaning | None:
    """Let the part of the day tell which half of it an hour means; None for what is no hour of half a day."""
    return None if part is None or not 1 <= hour <= _NOON else clock_in_part(ClockTime(int(hour)), part)


def part_on(part: str, day: Meaning) -> Meaning | None:
    """Mean a part of a day: Friday morning."""
    return None if day.operator is None else time(In(PartOfDay(part), day.operator))


def unit_with(u: tuple[G, int], inner: Meaning) -> Meaning | None:
    """Mean the unit in which a day lies: the week of July 4; that of several days has them: the week of May 5-11."""
    operator = inner.operator
    if operator is None or u[1] != 1:
        return None
    if u[0] is G.WEEK and isinstance(inner.relation, Between):
        middle = Shift(Duration.of(3, G.DAY), 1, operator)
        return date(This(Unit(G.WEEK), middle), relation=inner.relation)
    return date(This(Unit(u[0]), operator))


def counted_from(amount: Amount, sign: int, day: Meaning) -> Meaning | None:
    """Count an amount on (1) or back (-1) from a day: two weeks after Easter."""
    return None if day.operator is None else shifted(amount, sign, day.operator)


def hour_on(hour: int, day: Meaning) -> Meaning | None:
    """Mean an hour of a day; up to noon nothing tells which half of the day it is in."""
    if day.operator is None:
        return None
    early = time(In(ClockTime(int(hour)), day.operator))
    if not 1 <= hour < _NOON:
        return early
    late = time(In(ClockTime(int(hour) + _NOON), day.operator))
    return evolve(early, confidence=0.7, others=(late,), note="before noon, where nothing tells")


def hours_of(hours: tuple[ClockTime, ClockTime], day: Operator | None) -> Meaning | None:
    """Mean the time from one hour to another, said in one word; its value is the first."""
    if day is None or (hours[0].hour, hours[0].minute) >= (hours[1].hour, hours[1].minute):
        return None
    first, last = (In(clock, day) for clock in hours)
    return time(first, relation=Between(first, last))


def half_days(hours: tuple[ClockTime, ClockTime], half: int) -> tuple[ClockTime, ClockTime] | None:
    """Tell the half of the day that "p.m." behind the second means for both: 6:30-8:30 p.m., 11:30-1:30 p.m."""
    first, last = hours
    if not (1 <= first.hour <= _NOON and 1 <= last.hour <= _NOON):
        return None
    same = (half_day(first.hour, 0), first.minute) < (half_day(last.hour, 0), last.minute)
    begin, end = half_day(first.hour, half if same else 0), half_day(last.hour, half)
    return evolve(first, hour=begin), evolve(last, hour=end)


def hours_on_days(first: ClockTime, last: ClockTime | None, a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean hours of each of several days: their day is not the first of them."""
    if not isinstance(a.operator, Bare) or not isinstance(b.operator, Bare):
        return None
    days = Between(a.operator, Onward(b.operator.stretch, a.operator))
    named = evolve(a, relation=days), evolve(b, operator=days.to, relation=days)
    if last is None:
        return said_clock(first), *named
    begin, end = said_clock(first), said_clock(last)
    if begin.operator is None or end.operator is None:
        return None
    hours = Between(begin.operator, end.operator)
    return evolve(begin, relation=hours), evolve(end, relation=hours), *named


def weekend_of(day: Meaning | None) -> Meaning | None:
    """Mean the weekend nearest to a holiday: before a Monday, after a Thursday."""
    if day is None or day.operator is None:
        return None
    return date(This(Unit(G.WEEKEND), Shift(Duration.of(3, G.DAY), -1, day.operator)))


def beside(make: _Maker, named: Meaning, day: Meaning, number: int = 1) -> Meaning | None:
    """Mean the n-th day of that name next to a date: the second Sunday after Easter. `make` is Last or Next."""
    if not isinstance(named.operator, Bare) or day.operator is None or not 1 <= number <= 9:  # a few
        return None
    operator = day.operator
    for _ in range(number):
        operator = make(named.operator.stretch, operator)
    return date(operator)


def unit_beside(make: _Maker, u: tuple[G, int], day: Meaning) -> Meaning | None:
    """Mean the unit next to a date: the week before Christmas. `make` is Last or Next."""
    if day.operator is None or u[1] != 1 or not G.DAY <= u[0] <= G.YEAR:
        return None
    return date(make(Unit(u[0]), day.operator))


def weeks_on(day: Meaning, a: Amount) -> Meaning | None:
    """Count from the coming day of that name: a week on Tuesday is the Tuesday after the next."""
    if not isinstance(day.operator, Bare):
        return None
    if a.duration.unit is G.WEEK and a.duration.is_exact:
        weeks = a.duration.amounts[0][1]
        return date(Shift(Duration.of(weeks * 7 if weeks else 7, G.DAY), 1, Next(day.operator.stretch)))
    return None


def said_clock(clock: ClockTime) -> Meaning:
    """Mean a clock time of the day last spoken of."""
    return time(In(clock, SaidDay()), confidence=0.8)
