"""Times named side by side, of which one leaves out what the other says: the 18th and 19th centuries."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import At, Backward, Bare, Between, In, Last, Next, Now, Nth, Onward, This
from timeline.calculus.recurring import (
    DayOfMonth,
    DayOfYear,
    DecadeOfCentury,
    MonthOfYear,
    QuarterOfYear,
    SeasonOfYear,
    Unit,
)
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import at_decade, at_year, bare, century, date, joined_ends, part_of

__all__ = [
    "all_of",
    "century_like",
    "century_range",
    "day_like",
    "day_number",
    "days_after",
    "days_before",
    "days_like",
    "decade_like",
    "month_again",
    "month_like",
    "month_range",
    "months_like",
    "quarter_like",
    "quarters_like",
    "season_like",
    "seasons_like",
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
    return None if like.operator is None else date(Nth(number, Unit(G.DAY), This(Unit(G.MONTH), like.operator)))


def days_like(days: int | tuple[int, int], like: Meaning) -> Meaning | None:
    """Mean a day, or the days from one to another, of the month of another: May 3-5 and 10-12."""
    if isinstance(days, int):
        return day_like(days, like)
    first, last = (day_like(day, like) for day in days)
    if first is None or last is None or first.operator is None or last.operator is None:
        return None
    return joined_ends(first.operator, last.operator)


def days_after(
    first: Meaning, others: Sequence[int | tuple[int, int] | None], year: int | Meaning | None = None
) -> tuple[Meaning, ...] | None:
    """Mean days of one month, named with the first of them; the last may say the year: May 3, 5 and 7, 2019."""
    days = [day for day in others if day is not None]
    if year is not None:
        outer = at_year(year) if isinstance(year, int) else year.operator
        if outer is None or not isinstance(first.operator, Bare):
            return None
        operator = In(first.operator.stretch, outer)
        to = first.relation.to if isinstance(first.relation, Between) else None
        first = joined_ends(operator, In(to.stretch, outer)) if isinstance(to, Bare) else date(operator)
    if not _ascending([day_number(first), *days]):
        return None
    return all_of(first, *(days_like(day, first) for day in days))


def days_before(others: Sequence[int | Meaning | None], last: Meaning) -> tuple[Meaning, ...] | None:
    """Mean days of one month, named with the last of them: 3, 5 and 7 May."""
    told = [each for each in others if each is not None]
    days = [each if isinstance(each, int) else _day_alone(each) for each in told]
    if None in days:
        return None
    if not _ascending([*days, day_number(last)]):
        return None
    return all_of(*(None if day is None else day_like(day, last) for day in days), last)


def _day_alone(meaning: Meaning) -> int | None:
    """Give the day of "the 3rd", which says no month."""
    operator = meaning.operator
    return operator.stretch.day if isinstance(operator, Bare) and isinstance(operator.stretch, DayOfMonth) else None


def day_number(meaning: Meaning) -> int | None:
    """Give the day of the month that a meaning names, if it is one that can be told from it alone."""
    operator = meaning.operator
    if isinstance(operator, Bare | In) and isinstance(operator.stretch, DayOfYear | DayOfMonth):
        return operator.stretch.day
    if isinstance(operator, At) and operator.interval.is_day:
        begin = operator.interval.begin.earliest
        return None if begin is None else begin.day
    return operator.number if isinstance(operator, Nth) and operator.stretch == Unit(G.DAY) else None


def _ascending(days: Sequence[int | tuple[int, int] | None]) -> bool:
    """Whether days follow one another; what cannot be told is taken to."""
    known = [(day, day) if isinstance(day, int) else day for day in days if day is not None]
    return all(one[1] < other[0] for one, other in itertools.pairwise(known))


def month_like(number: int, like: Meaning) -> Meaning | None:
    """Mean a month of the year of a later one: May and June 2019, December and January."""
    return None if like.operator is None else date(Backward(MonthOfYear(number), like.operator))


def quarter_like(q: int | tuple[int, str] | Meaning, like: Meaning) -> Meaning | None:
    """Mean a quarter of the year of a later one, or of the year before: Q1 and Q2 2020, from Q4 to Q1 2020."""
    operator = like.operator
    if not isinstance(operator, In | Bare | Last | Next) or not isinstance(operator.stretch, QuarterOfYear):
        return None
    if isinstance(q, Meaning):
        if not isinstance(q.operator, Bare) or not isinstance(q.operator.stretch, QuarterOfYear):
            return None
        stretch = q.operator.stretch
    else:
        stretch = evolve(operator.stretch, number=q if isinstance(q, int) else q[0])
    within_a_year = 1 <= stretch.number <= (4 if stretch.granularity is G.QUARTER else 2)
    alike = stretch.granularity is operator.stretch.granularity
    return date(Backward(stretch, operator)) if within_a_year and alike else None


def quarters_like(
    others: Sequence[int | tuple[int, str] | Meaning | None], last: Meaning
) -> tuple[Meaning, ...] | None:
    """Mean quarters of the year of the last of them."""
    return all_of(*(quarter_like(each, last) for each in others if each is not None), last)


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


def months_like(others: Sequence[int | Meaning | None], last: Meaning) -> tuple[Meaning, ...] | None:
    """Mean months of the year of the last of them: April, May and June 2019."""
    return all_of(*(month_again(each, last) for each in others if each is not None), last)


def month_range(a: int | Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean the months from one to another of the year of the second."""
    if isinstance(a, int) and isinstance(b.operator, Bare):
        a = bare(MonthOfYear(a))
    first = a if isinstance(a, Meaning) and isinstance(b.operator, Bare) else month_again(a, b)
    if first is not None and isinstance(first.operator, Bare) and isinstance(b.operator, Bare):
        b = evolve(b, operator=Onward(b.operator.stretch, first.operator))
    if first is None or first.operator is None or b.operator is None:
        return None
    between = Between(first.operator, b.operator)
    return evolve(first, relation=between), evolve(b, relation=between)


def season_like(season: str | Meaning, like: Meaning) -> Meaning | None:
    """Mean the season before a later one: the winter and spring of 2019."""
    operator = like.operator
    if not isinstance(operator, In | Bare | Last | Next | This) or not isinstance(operator.stretch, SeasonOfYear):
        return None
    if isinstance(season, str):
        return date(Backward(evolve(operator.stretch, season=season), operator))
    named = season.operator
    if not isinstance(named, Bare) or not isinstance(named.stretch, SeasonOfYear):
        return None
    return date(Backward(named.stretch, operator))


def seasons_like(others: Sequence[str | Meaning | None], last: Meaning) -> tuple[Meaning, ...] | None:
    """Mean seasons that come before the last of them."""
    return all_of(*(season_like(each, last) for each in others if each is not None), last)
