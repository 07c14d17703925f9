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
    Shift,
    This,
)
from timeline.calculus.recurring import (
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    Repeating,
    Unit,
)
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, bare, date, moved, shifted

_Maker = Callable[[Repeating, Operator], Operator]

__all__ = [
    "at_its_week",
    "beside",
    "counted_from",
    "day_that_is",
    "named_with_date",
    "nth",
    "nth_named",
    "nth_of",
    "nth_unit",
    "on_weekday",
    "unit_beside",
    "unit_with",
    "weekend_of",
    "weeks_on",
    "whole_of",
    "within",
]


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
