"""Short names for what rules of any language mean."""

from __future__ import annotations

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from attrs import evolve, frozen

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant, days_in_month
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import (
    After,
    Around,
    At,
    Bare,
    Before,
    Between,
    By,
    Edge,
    Now,
    Onward,
    Operator,
    Part,
    Rest,
    Shift,
    Since,
    Somewhere,
    Span,
    Until,
)
from timeline.calculus.recurring import DayOfYear, Repeating
from timeline.languages.meaning import Meaning, Recurrence

__all__ = [
    "Amount",
    "about",
    "amount",
    "at_century",
    "at_century_bc",
    "at_day",
    "at_decade",
    "at_month",
    "at_year",
    "bare",
    "century",
    "date",
    "day_of",
    "day_range",
    "duration",
    "edge_of",
    "half_day",
    "is_after_noon",
    "joined",
    "joined_ends",
    "moved",
    "part_of",
    "recurring",
    "reference",
    "related",
    "rest_of",
    "shifted",
    "short_year",
    "stretch",
    "time",
]


@frozen
class Amount:
    """A duration with its TIMEX3 modifier, not yet an expression."""

    duration: Duration
    mod: str | None = None
    most: Duration | None = None
    """The upper bound of one that is told as a range: two or three weeks."""


def date(operator: Operator, **extra: Any) -> Meaning:  # noqa: ANN401 - fields of Meaning
    """Mean a DATE."""
    return Meaning("DATE", operator, **extra)


def time(operator: Operator, **extra: Any) -> Meaning:  # noqa: ANN401 - fields of Meaning
    """Mean a TIME."""
    return Meaning("TIME", operator, **extra)


def reference(value: str, operator: Operator | None = None) -> Meaning:
    """Mean PRESENT_REF, PAST_REF or FUTURE_REF."""
    relation: Operator | None = {
        "PRESENT_REF": Now(),
        "PAST_REF": By(Now()),
        "FUTURE_REF": After(Now()),
    }.get(value)
    return Meaning("DATE", Now(), value=value, relation=operator or relation, note="relative to the publication time")


def at_year(year: int) -> Operator:
    """Mean a year; 0 and below are BCE."""
    return At(Interval.unit(Instant.of(year), G.YEAR))


def at_decade(number: int) -> Operator:
    """Mean a decade by its years but the last digit: 199 is the 1990s."""
    return At(Interval.unit(Instant.of(number * 10), G.DECADE))


def at_century(number: int) -> Operator | None:
    """Mean the n-th century; None for one that nobody speaks of."""
    return At(Interval.unit(Instant.of((number - 1) * 100), G.CENTURY)) if 1 <= number <= _LAST_CENTURY else None


_LAST_CENTURY = 40


def at_century_bc(number: int) -> Operator | None:
    """Mean the n-th century before Christ; None for one that nobody speaks of."""
    if not 1 <= number <= _FIRST_CENTURY_BC:
        return None
    return At(Interval.exact(Instant.of(1 - number * 100), Instant.of(1 - (number - 1) * 100), G.CENTURY))


_FIRST_CENTURY_BC = 60


def at_month(year: int, month: int) -> Operator:
    """Mean a month of a year."""
    return At(Interval.unit(Instant.of(year, month), G.MONTH))


def at_day(year: int, month: int, day: int) -> Operator | None:
    """Mean a day; None where the calendar has no such day."""
    if not 1 <= day <= days_in_month(year, month):
        return None
    return At(Interval.unit(Instant.of(year, month, day), G.DAY))


def century(number: int, *, bc: bool = False) -> Meaning | None:
    """Mean the n-th century, of the years before Christ if it is said; None for one that nobody speaks of."""
    operator = at_century_bc(number) if bc else at_century(number)
    if operator is None:
        return None
    return date(operator, value=f"BC{number - 1:02}" if bc else None)


def bare(stretch: Repeating, **extra: Any) -> Meaning:  # noqa: ANN401 - fields of Meaning
    """Mean the one that the tense points to."""
    return date(Bare(stretch), **extra)


def day_of(month: int, day: int, year: int | None = None) -> Meaning | None:
    """Mean a day of a month, of a year if one is said; None where there is no such day."""
    if not 1 <= day <= days_in_month(2000, month):
        return None
    if year is None:
        return bare(DayOfYear(month, day))
    operator = at_day(year, month, day)
    return None if operator is None else date(operator)


def day_range(month: int, days: tuple[int, int], year: int | None = None) -> Meaning | None:
    """Mean the days from one to another of a month."""
    first, last = (day_of(month, day, year) for day in days)
    if first is None or last is None or first.operator is None or last.operator is None:
        return None
    return joined_ends(first.operator, last.operator)


def joined_ends(first: Operator, last: Operator, **extra: Any) -> Meaning:  # noqa: ANN401 - fields of Meaning
    """Mean the time from one to another, said in one word: its ends are expressions of their own."""
    relation = Between(first, last)
    ends = date(first, relation=relation), date(last, relation=relation)
    return date(first, relation=relation, ends=ends, **extra)


def duration(amount: Amount, operator: Operator | None = None) -> Meaning:
    """Mean a DURATION, anchored where an operator is given."""
    return Meaning("DURATION", operator, value=amount.duration.timex, mod=amount.mod)


def amount(count: float | Fraction | None, unit: tuple[G, int], mod: str | None = None) -> Amount | None:
    """Count units; None where the count makes no sense."""
    if count is not None:
        count *= unit[1]
        whole, rest = divmod(Fraction(count), 1)
        finer = {G.HOUR: G.MINUTE, G.MINUTE: G.SECOND}.get(unit[0])
        if rest and finer and (rest * 60).denominator == 1:
            parts = ((unit[0], int(whole)), (finer, int(rest * 60)))
            return Amount(Duration(tuple(part for part in parts if part[1])), mod)
    return Amount(Duration.of(count, unit[0]), mod)


def joined(first: Amount, second: Amount) -> Amount | None:
    """Join two amounts: two years and three months."""
    if first.duration.unit <= second.duration.amounts[0][0] or not (
        first.duration.is_exact and second.duration.is_exact
    ):
        return None
    return Amount(first.duration + second.duration, first.mod or second.mod)


_LONG_AGO = 12_000
"""Years ago that values of four digits cannot tell: they are written KA (thousands) and MA (millions)."""


def shifted(amount: Amount, sign: int, of: Operator | None = None, **extra: Any) -> Meaning:  # noqa: ANN401
    """Mean a time moved by an amount: DATE, or TIME for hours and less; a reference where the count is not said."""
    operator = Shift(_told_finely(amount.duration), sign, of or Now())
    kind = "TIME" if amount.duration.unit < G.DAY else "DATE"
    if not amount.duration.is_exact:
        value = "PAST_REF" if sign < 0 else "FUTURE_REF"
        return Meaning("DATE", operator, value=value, mod=amount.mod, relation=By(Now()) if sign < 0 else After(Now()))
    if amount.duration.unit is G.YEAR and sign < 0 and (count := amount.duration.amounts[0][1]) and count >= _LONG_AGO:
        unit, years = ("MA", 1_000_000) if count >= 1_000_000 else ("KA", 1_000)  # millions
        ages = count / years
        written = str(round(ages)) if ages >= 1_000_000 else f"{float(ages):.6f}".rstrip("0").rstrip(".")  # floats end
        extra["value"] = unit + written
    relation: Operator | None = None
    if amount.most is not None:
        other = Shift(amount.most, sign, of or Now())
        relation = Somewhere(Between(other, operator) if sign < 0 else Between(operator, other))
    elif amount.mod == "APPROX":
        relation = Around(operator)
    elif amount.mod in {"MORE_THAN", "EQUAL_OR_MORE"}:
        relation = By(operator) if sign < 0 else Since(operator)
    return Meaning(kind, operator, mod=amount.mod, relation=relation, **extra)  # type: ignore[arg-type] # one of two literals


_FINER = {G.CENTURY: (100, G.YEAR), G.DECADE: (10, G.YEAR), G.YEAR: (12, G.MONTH), G.WEEK: (7, G.DAY)}


def _told_finely(length: Duration) -> Duration:
    """Tell a fraction of a unit in the next finer one: a year and a half ago is a month, half a century ago a year."""
    unit, count = length.amounts[0]
    times, finer = _FINER.get(unit, (1, unit))
    if count is None or len(length.amounts) > 1 or count == int(count) or (count * times) != int(count * times):
        return length
    return Duration.of(int(count * times), finer)


def stretch(amount: Amount, sign: int, of: Operator | None = None) -> Meaning:
    """Mean a DURATION that ends or begins now: the past 50 years."""
    return duration(amount, Span(amount.duration, sign, of or Now()))


def part_of(which: str, meaning: Meaning, make: type[Part] = Part) -> Meaning:
    """Mean the early, middle or late part of a date; `make` is Edge for its start or end, Rest for what is left."""
    base = meaning.relation or meaning.operator
    if base is None:
        return evolve(meaning, mod=which)
    return evolve(meaning, mod=which, relation=make(which, base))


def edge_of(which: str, meaning: Meaning) -> Meaning:
    """Mean the start, middle or end of a date, as a limit its first or last moment."""
    return part_of(which, meaning, Edge)


def rest_of(which: str, meaning: Meaning) -> Meaning:
    """Mean what of a date lies before now (START) or after (END)."""
    return part_of(which, meaning, Rest)


def about(meaning: Meaning) -> Meaning:
    """Mean a time only about."""
    base = meaning.relation or meaning.operator
    return evolve(meaning, mod="APPROX", relation=None if base is None else Around(base))


def moved(meaning: Meaning, operator: Operator) -> Meaning:
    """Mean the same kind of time elsewhere: the Ramadan of 2019, last Christmas; a feast keeps its length."""
    relation = meaning.relation
    if isinstance(relation, Span):
        relation = evolve(relation, of=operator)
    elif isinstance(relation, Between) and isinstance(relation.to, Onward):
        relation = Between(operator, evolve(relation.to, of=operator))
    else:
        relation = None
    return evolve(meaning, operator=operator, relation=relation)


_FIRST_OF_LAST_CENTURY = 40
"""The first year that two digits put into the twentieth century."""


def short_year(year: int) -> int:
    """Read two digits as the likelier century: 98 is 1998, 22 is 2022."""
    return year + (2_000 if year < _FIRST_OF_LAST_CENTURY else 1_900)


def half_day(hour: int, half: int) -> int:
    """Give the hour of the day of an hour from 1 to 12 in its first half (0) or its second (12)."""
    return hour % 12 + half


def is_after_noon(hour: int, part: str) -> bool:
    """Whether an hour from 1 to 12 of a TIMEX3 part of the day lies in the second half of the day."""
    return part in {"AF", "EV"} or (part == "NI" and hour >= 6)  # six at night is evening


def recurring(value: str, rrule: str | None, quant: str | None = None, freq: str | None = None) -> Meaning:
    """Mean a SET."""
    return Meaning("SET", value=value, recurrence=Recurrence(rrule, quant, freq))


_RELATIONS: dict[str, Callable[[Operator], Operator]] = {
    "since": Since,
    "until": Until,
    "by": By,
    "before": Before,
    "after": After,
}


def related(name: str, meaning: Meaning) -> Meaning:
    """Let a signal say how the event lies to the time: since, until, by, before, after; others leave it."""
    base = meaning.relation or meaning.operator
    make = _RELATIONS.get(name)
    if base is None or make is None or meaning.kind in {"DURATION", "SET"}:
        return meaning
    return evolve(meaning, relation=make(base))
