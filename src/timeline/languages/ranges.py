"""Two times that are the ends of one, or one measured from the other: what each takes from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from attrs import evolve

from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.operators import (
    Around,
    At,
    Backward,
    Bare,
    Between,
    Ending,
    In,
    Last,
    Next,
    Now,
    Nth,
    NthWeek,
    Onward,
    Operator,
    Part,
    Said,
    Shift,
    Span,
    This,
    Turn,
)
from timeline.calculus.recurring import DayOfMonth, DayOfWeek, Unit
from timeline.languages.clocks import ends_of_day
from timeline.languages.coordination import day_like, day_number, days_after
from timeline.languages.meanings import at_year, bare, date, related

if TYPE_CHECKING:
    from fractions import Fraction

    from timeline.languages.meaning import Meaning

__all__ = [
    "alike",
    "apposed",
    "are_ends",
    "between",
    "days_from",
    "days_until",
    "ending",
    "first_of",
    "in_its_week",
    "life",
    "nths",
    "recurring_since",
    "since_last",
    "so_far",
    "up_to",
    "years_bc",
]

_ANY_DAY = Instant.of(2001)
"""A day on which lengths are laid to compare them."""


def _lean_on_each_other(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Let a bare end of a range take its year from the other: from May to July 2019, from November 20 to January 5."""
    if a.operator is None or b.operator is None:
        return a, b
    if _is_day_of_a_month(a.operator) and not _is_day_of_a_month(b.operator) and day_number(b) is not None:
        return _put(a, Backward(a.operator.stretch, b.operator)), b  # from the 13th till the 15th of May
    if isinstance(b.operator, Bare) and isinstance(b.operator.stretch, DayOfWeek) and not _is_weekday(a):
        return a, b  # from 14 June to Thursday
    if isinstance(b.operator, Bare):
        return a, _put(b, Onward(b.operator.stretch, a.operator))
    if isinstance(b.operator, In) and isinstance(b.operator.of, Bare) and isinstance(b.operator.of.stretch, DayOfWeek):
        day = a.operator.of if isinstance(a.operator, In) else a.operator
        if isinstance(day, Bare) and isinstance(day.stretch, DayOfWeek):  # from 10 p.m. Friday to 5 a.m. Monday
            return a, evolve(b, operator=evolve(b.operator, of=Onward(b.operator.of.stretch, day)))
    return _before(a, b), b


def _is_day_of_a_month(operator: Operator) -> TypeGuard[Bare]:
    return isinstance(operator, Bare) and isinstance(operator.stretch, DayOfMonth)


def _before(a: Meaning, b: Meaning) -> Meaning:
    """Let a bare begin lean on the end: May to July 2019; 4 May until the end of the year, which lies in it."""
    if not isinstance(a.operator, Bare) or b.operator is None:
        return a
    stretch, outer = a.operator.stretch, _granularity(b)
    if outer is None or outer < stretch.frame:
        return _put(a, Backward(stretch, b.operator))
    return _put(a, In(stretch, b.operator)) if outer is stretch.frame else a


def _put(meaning: Meaning, operator: Operator) -> Meaning:
    """Mean another time, of which the same part is told: the end of March."""
    relation = meaning.relation
    if isinstance(relation, Part | Around | Turn) and relation.of == meaning.operator:
        relation = evolve(relation, of=operator)
    return evolve(meaning, operator=operator, relation=relation)


def _is_weekday(meaning: Meaning) -> bool:
    operator = meaning.operator
    return isinstance(operator, Bare | Last | Next | This) and isinstance(operator.stretch, DayOfWeek)


def days_until(day: int, last: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the days from one of the month of another to that one: from 3 to 5 May."""
    number = day_number(last)
    first = None if number is not None and number <= day else day_like(day, last)
    return None if first is None else between(first, last)


def days_from(first: Meaning, day: int, year: int | Meaning | None = None) -> tuple[Meaning, ...] | None:
    """Mean the days from one to another of its month, whose year may be said last: May 3 to 5, 2019."""
    found = days_after(first, (day,), year)
    return None if found is None else between(*found)


def between(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Mean the time from one to another; what one of them leaves out, the other says."""
    a, b = _lean_on_each_other(*ends_of_day(a, b))
    if (
        isinstance(b.operator, Last | Next | This | Shift)
        and isinstance(b.operator.of, Said)
        and a.operator is not None
    ):
        b = evolve(b, operator=evolve(b.operator, of=a.operator))  # between November 2019 and the following March
    if a.kind == b.kind == "DURATION":
        return _lengths(a, b)
    first, last = a.relation or a.operator, b.relation or b.operator
    if first is None or last is None or {a.kind, b.kind} & {"DURATION", "SET"}:
        return a, b
    relation = Between(first, last)
    return evolve(a, relation=relation), evolve(b, relation=relation)


def are_ends(first: Meaning, last: Meaning) -> bool:
    """Whether two meanings that follow each other are the ends of one stretch: one match of a rule made both."""
    relation = first.relation
    if relation is None:
        return first.bounds is not None and first.bounds is last.bounds
    return relation is last.relation and isinstance(relation, Between)


def _lengths(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Mean the lengths from one to a greater: between two weeks and three months; not "cut from six weeks to four"."""
    if a.value is None or b.value is None:
        return a, b
    least, most = (add(_ANY_DAY, Duration.parse(each)) for each in (a.value, b.value))
    if least is None or most is None or least >= most:
        return a, b
    bounds = a.value, b.value
    return evolve(a, bounds=bounds), evolve(b, bounds=bounds)


def _granularity(meaning: Meaning) -> G | None:
    operator = meaning.operator
    if isinstance(operator, At):
        return operator.interval.granularity
    if isinstance(operator, Bare | In | Last | Next | This | Nth):
        return operator.stretch.granularity
    return G.WEEK if isinstance(operator, NthWeek) else None


def alike(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Join what is of one kind: Monday to Friday; not "cut its forecast Friday to December levels"."""
    first, last = _granularity(a), _granularity(b)
    if first is None or last is None:
        return None
    return between(a, b) if first is last or max(first, last) < G.DAY else None


def years_bc(year: int | Fraction, last: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the years from one before Christ to another: 490 to 479 BC."""
    begin = last.operator.interval.begin.earliest if isinstance(last.operator, At) else None
    if begin is None or begin.year > 0 or not 1 - begin.year < year <= 9_999:  # four digits
        return None
    return between(date(at_year(1 - int(year))), last)


def in_its_week(week: Meaning, day: Meaning) -> tuple[Meaning, Meaning] | None:
    """Let a day, or a time of it, lie in the week that is told of before: early last week, on Monday."""
    whole, named = week.operator, day.operator
    if not isinstance(whole, Last | Next | This) or whole.stretch != Unit(G.WEEK):
        return None
    if isinstance(named, Bare) and isinstance(named.stretch, DayOfWeek):
        return week, evolve(day, operator=In(named.stretch, whole))
    if isinstance(named, In) and isinstance(named.of, Bare) and isinstance(named.of.stretch, DayOfWeek):
        return week, evolve(day, operator=evolve(named, of=In(named.of.stretch, whole)))
    return None


def life(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    """Mean the years of a life, a reign or the like that began before the year 1000: c. 314 – 368."""
    begin = a.operator.interval.begin.earliest if isinstance(a.operator, At) else None
    if begin is None or not 0 < begin.year < b <= min(begin.year + 120, 1100):
        return None
    return between(a, date(at_year(b)))


def nths(a: int, b: int) -> tuple[Meaning, Meaning]:
    """Mean the days from one to another of a month that is not said: the 3rd to the 5th."""
    return between(bare(DayOfMonth(a)), date(Onward(DayOfMonth(b), Bare(DayOfMonth(a)))))


def so_far(d: Meaning) -> Meaning | None:
    """Mean what of a time has passed: so far this year."""
    if d.kind != "DATE" or d.operator is None:
        return None
    return evolve(d, relation=Between(d.operator, Now()))


def first_of(length: Meaning, sign: int, of: Meaning) -> tuple[Meaning, Meaning] | None:
    """Lay a length at the begin (or end) of a time: the first nine months of 2019."""
    if of.operator is None or length.value is None:
        return None
    return evolve(length, operator=Span(Duration.parse(length.value), sign, of.operator)), of


def apposed(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the same day twice: 3 November, the day before he left."""
    return None if a.operator is None or b.value != Unit(G.DAY).template else (a, date(a.operator))


def up_to(length: Meaning, until: Meaning) -> tuple[Meaning, Meaning] | None:
    """Lay a length before the end of a time: the year to March."""
    if until.operator is None or length.value is None:
        return None
    return evolve(length, operator=Span(Duration.parse(length.value), -1, until.operator)), until


def ending(unit: G, last: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the unit that ends with a time; its value is the one of the calendar that holds most of it."""
    if last.operator is None:
        return None
    middle = _MIDDLE[unit, _granularity(last) is G.DAY]
    return date(This(Unit(unit), Shift(middle, -1, last.operator)), relation=Ending(unit, last.operator)), last


_MIDDLE = {
    (G.QUARTER, True): Duration.of(45, G.DAY),
    (G.QUARTER, False): Duration.of(1, G.MONTH),
    (G.MONTH, True): Duration.of(15, G.DAY),
    (G.MONTH, False): Duration.of(0, G.MONTH),
}
"""How far the middle of a unit lies before its end, a day or a month."""


def since_last(meaning: Meaning) -> Meaning:
    """Mean the last one to have begun: what is still to come is the begin of nothing."""
    operator, relation = meaning.operator, meaning.relation
    if isinstance(operator, Bare) and operator.stretch.frame in {G.WEEK, G.YEAR}:
        last = Backward(operator.stretch, Now())
        if relation is None:
            meaning = evolve(meaning, operator=last)
        elif isinstance(relation, Part):  # since the end of May
            meaning = evolve(meaning, operator=last, relation=evolve(relation, of=last))
    return related("since", meaning)


def recurring_since(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Let a recurrence begin with a time: each year since 2019."""
    since = related("since", b)
    return evolve(a, operator=b.operator, relation=since.relation), since
