"""Times named side by side, of which one leaves out what the other says: the 18th and 19th centuries."""

from __future__ import annotations

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import At, Backward, Bare, Between, In, Now, Nth, Onward, This
from timeline.calculus.recurring import DecadeOfCentury, MonthOfYear, QuarterOfYear, Unit
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import at_decade, bare, century, date, part_of

__all__ = [
    "all_of",
    "century_like",
    "century_range",
    "day_like",
    "decade_like",
    "month_again",
    "month_like",
    "month_range",
    "quarter_like",
    "quarters",
]


def century_like(number: int | tuple[str, int], like: Meaning) -> Meaning | None:
    """Mean a century (or the early, middle, late part of one) beside another: the 18th and 19th centuries (BC)."""
    if not isinstance(like.operator, At) or like.operator.interval.granularity is not G.CENTURY:
        return None
    begin = like.operator.interval.begin.earliest
    part, number = number if isinstance(number, tuple) else ("", number)
    found = century(number, bc=begin is not None and begin.year <= 0 and like.value is not None)
    return part_of(part, found) if part and found is not None else found


def century_range(number: int | tuple[str, int], last: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the centuries from one to another: the late 17th to the 19th century."""
    first = century_like(number, last)
    if first is None or first.operator is None or last.operator is None:
        return None
    relation = Between(first.relation or first.operator, last.relation or last.operator)
    return evolve(first, relation=relation), evolve(last, relation=relation)


def decade_like(decade: int | Meaning, like: Meaning) -> Meaning | None:
    """Mean a decade of the century of another: the 1920s and '30s; the 70s and 80s."""
    if isinstance(decade, Meaning):
        operator = decade.operator
        if not isinstance(operator, Backward) or not isinstance(operator.stretch, DecadeOfCentury):
            return None
        decade = operator.stretch.decade
    if isinstance(like.operator, Backward) and isinstance(like.operator.stretch, DecadeOfCentury):
        return date(Backward(DecadeOfCentury(decade), Now()))
    if not isinstance(like.operator, At) or like.operator.interval.granularity is not G.DECADE:
        return None
    begin = like.operator.interval.begin.earliest
    return None if begin is None else date(at_decade(begin.year // 100 * 10 + decade))


def day_like(number: int, like: Meaning) -> Meaning | None:
    """Mean a day of the month of another: May 3 and 5."""
    return (
        None
        if like.operator is None or like.relation
        else date(Nth(number, Unit(G.DAY), This(Unit(G.MONTH), like.operator)))
    )


def month_like(number: int, like: Meaning) -> Meaning | None:
    """Mean a month of the year of a later one: May and June 2019."""
    if isinstance(like.operator, Bare):
        return bare(MonthOfYear(number))
    return None if like.operator is None else date(Backward(MonthOfYear(number), like.operator))


def quarter_like(q: tuple[int, str], like: Meaning) -> Meaning | None:
    """Mean a quarter of the year of another: Q1 and Q2 2020."""
    if not isinstance(like.operator, In | Bare) or not isinstance(like.operator.stretch, QuarterOfYear):
        return None
    return evolve(like, operator=evolve(like.operator, stretch=evolve(like.operator.stretch, number=q[0])))


def all_of(*meanings: Meaning | None) -> tuple[Meaning, ...] | None:
    """Give several meanings, or None if one of them means nothing."""
    found = tuple(each for each in meanings if each is not None)
    return found if len(found) == len(meanings) else None


def month_again(a: int | Meaning, like: Meaning) -> Meaning | None:
    """Mean a month, by its number or as it was found, of the year of a later one."""
    if isinstance(a, int):
        return month_like(a, like)
    return (
        month_like(a.operator.stretch.month, like)
        if isinstance(a.operator, Bare) and isinstance(a.operator.stretch, MonthOfYear)
        else None
    )


def month_range(a: int | Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean the months from one to another of the year of the second."""
    first = month_again(a, b)
    if first is not None and isinstance(first.operator, Bare) and isinstance(b.operator, Bare):
        b = evolve(b, operator=Onward(b.operator.stretch, first.operator))
    if first is None or first.operator is None or b.operator is None:
        return None
    between = Between(first.operator, b.operator)
    return evolve(first, relation=between), evolve(b, relation=between)


def quarters(a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean two quarters of the year of the second."""
    if isinstance(a.operator, Bare) and isinstance(a.operator.stretch, QuarterOfYear) and isinstance(b.operator, In):
        return all_of(quarter_like((a.operator.stretch.number, "Q"), b), b)
    return None
