"""A time within, beside or counted from another: Friday of next week, the third Monday of May, 5 p.m. on Friday."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    Bare,
    In,
    Next,
    Nth,
    NthWeek,
    Shift,
    This,
)
from timeline.calculus.recurring import (
    DayOfMonth,
    DayOfWeek,
    Repeating,
    Unit,
)
from timeline.languages.meanings import Amount, bare, date, moved, shifted

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = [
    "beside",
    "counted_from",
    "day_that_is",
    "nth",
    "nth_named",
    "nth_of_unit",
    "nth_unit",
    "unit_beside",
    "unit_with",
    "weekend_of",
    "weeks_on",
    "within",
]


def within(named: Meaning, outer: Meaning) -> Meaning | None:
    """Mean a named time of another: May of last year; None where the first is not such a name."""
    if not isinstance(named.operator, Bare) or outer.operator is None:
        return None
    return moved(named, In(named.operator.stretch, outer.operator))


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


def nth_of_unit(o: int, u: tuple[G, int], v: tuple[G, int]) -> Meaning | None:
    """Mean the n-th unit of the current one of another: the first day of the month."""
    if not (u[1] == v[1] == 1 and u[0] < v[0]):
        return None
    return nth(o, Unit(u[0]), date(This(Unit(v[0]))))


def day_that_is(named: Meaning, day: int) -> Meaning | None:
    """Mean the day of that name and number: Friday the 13th."""
    if not isinstance(named.operator, Bare) or not isinstance(named.operator.stretch, DayOfWeek):
        return None
    return bare(DayOfMonth(day, named.operator.stretch.weekday))


def unit_with(u: tuple[G, int], inner: Meaning) -> Meaning | None:
    """Mean the unit in which a day lies: the week of July 4."""
    return date(This(Unit(u[0]), inner.operator)) if inner.operator is not None and u[1] == 1 else None


def counted_from(amount: Amount, sign: int, day: Meaning) -> Meaning | None:
    """Count an amount on (1) or back (-1) from a day: two weeks after Easter."""
    return None if day.operator is None else shifted(amount, sign, day.operator)


def weekend_of(day: Meaning | None) -> Meaning | None:
    """Mean the weekend nearest to a holiday: before a Monday, after a Thursday."""
    if day is None or day.operator is None:
        return None
    return date(This(Unit(G.WEEKEND), Shift(Duration.of(3, G.DAY), -1, day.operator)))


def beside(make: Any, named: Meaning, day: Meaning, number: int = 1) -> Meaning | None:  # noqa: ANN401 - an operator class
    """Mean the n-th day of that name next to a date: the second Sunday after Easter. `make` is Last or Next."""
    if not isinstance(named.operator, Bare) or day.operator is None or not 1 <= number <= 9:  # a few
        return None
    operator = day.operator
    for _ in range(number):
        operator = make(named.operator.stretch, operator)
    return date(operator)


def unit_beside(make: Any, u: tuple[G, int], day: Meaning) -> Meaning | None:  # noqa: ANN401 - an operator class
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
