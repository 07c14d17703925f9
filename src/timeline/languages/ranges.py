"""Two times that are the ends of one, or one measured from the other: what each takes from the other."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    At,
    Backward,
    Bare,
    Between,
    In,
    Last,
    Next,
    Now,
    Nth,
    Onward,
    Said,
    Shift,
    Span,
    This,
)
from timeline.calculus.recurring import DayOfMonth, DayOfWeek, Unit
from timeline.languages.clocks import ends_of_day
from timeline.languages.meanings import at_year, bare, date, related

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = [
    "alike",
    "apposed",
    "between",
    "first_of",
    "life",
    "nths",
    "recurring_since",
    "rest_of_month",
    "same_month",
    "since_last",
    "so_far",
    "up_to",
    "years_bc",
]


def _lean_on_each_other(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Let a bare end of a range take its year from the other: from May to July 2019, from November 20 to January 5."""
    if a.operator is None or b.operator is None:
        return a, b
    if isinstance(b.operator, Bare) and isinstance(b.operator.stretch, DayOfWeek) and not _is_weekday(a):
        return a, b  # from 14 June to Thursday
    if isinstance(b.operator, Bare):
        return a, evolve(b, operator=Onward(b.operator.stretch, a.operator))
    if isinstance(b.operator, In) and isinstance(b.operator.of, Bare) and isinstance(b.operator.of.stretch, DayOfWeek):
        day = a.operator.of if isinstance(a.operator, In) else a.operator
        if isinstance(day, Bare) and isinstance(day.stretch, DayOfWeek):  # from 10 p.m. Friday to 5 a.m. Monday
            return a, evolve(b, operator=evolve(b.operator, of=Onward(b.operator.of.stretch, day)))
    return _before(a, b), b


def _before(a: Meaning, b: Meaning) -> Meaning:
    """Let a bare begin lean on the end: May to July 2019; 4 May until the end of the year, which lies in it."""
    if not isinstance(a.operator, Bare) or b.operator is None:
        return a
    stretch, outer = a.operator.stretch, _granularity(b)
    if outer is None or outer < stretch.frame:
        return evolve(a, operator=Backward(stretch, b.operator))
    return evolve(a, operator=In(stretch, b.operator)) if outer is stretch.frame else a


def _is_weekday(meaning: Meaning) -> bool:
    operator = meaning.operator
    return isinstance(operator, Bare | Last | Next | This) and isinstance(operator.stretch, DayOfWeek)


def same_month(day: int, last: Meaning) -> Meaning:
    """Mean a day of the month of another: from 3 to 5 May."""
    month = None if last.operator is None else This(Unit(G.MONTH), last.operator)
    return last if month is None else date(Nth(day, Unit(G.DAY), month))


def between(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Mean the time from one to another; what one of them leaves out, the other says."""
    a, b = _lean_on_each_other(*ends_of_day(a, b))
    if (
        isinstance(b.operator, Last | Next | This | Shift)
        and isinstance(b.operator.of, Said)
        and a.operator is not None
    ):
        b = evolve(b, operator=evolve(b.operator, of=a.operator))  # between November 2019 and the following March
    first, last = a.relation or a.operator, b.relation or b.operator
    if first is None or last is None or {a.kind, b.kind} & {"DURATION", "SET"}:
        return a, b
    relation = Between(first, last)
    return evolve(a, relation=relation), evolve(b, relation=relation)


def _granularity(meaning: Meaning) -> G | None:
    operator = meaning.operator
    if isinstance(operator, At):
        return operator.interval.granularity
    if isinstance(operator, Bare | In | Last | Next | This | Nth):
        return operator.stretch.granularity
    return None


def alike(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Join what is of one kind: Monday to Friday; not "cut its forecast Friday to December levels"."""
    first, last = _granularity(a), _granularity(b)
    if first is None or last is None:
        return None
    return between(a, b) if first is last or max(first, last) < G.DAY else None


def years_bc(year: Any, last: Meaning) -> tuple[Meaning, Meaning] | None:  # noqa: ANN401 - int or Fraction
    """Mean the years from one before Christ to another: 490 to 479 BC."""
    begin = last.operator.interval.begin.earliest if isinstance(last.operator, At) else None
    if begin is None or begin.year > 0 or not 1 - begin.year < year <= 9_999:  # four digits
        return None
    return between(date(at_year(1 - int(year))), last)


def life(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    """Mean the years of a life, a reign or the like that began before the year 1000: c. 314 – 368."""
    begin = a.operator.interval.begin.earliest if isinstance(a.operator, At) else None
    if begin is None or not 0 < begin.year < b <= min(begin.year + 120, 1100):
        return None
    return between(a, date(at_year(b)))


def rest_of_month(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    """Mean the days from one to another of its month: May 3 to 5."""
    last = same_month(b, a)
    return None if last is a else between(a, last)


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


def since_last(meaning: Meaning) -> Meaning:
    """Mean the last one to have begun: what is still to come is the begin of nothing."""
    operator = meaning.operator
    if isinstance(operator, Bare) and operator.stretch.frame in {G.WEEK, G.YEAR} and meaning.relation is None:
        meaning = evolve(meaning, operator=Backward(operator.stretch, Now()))
    return related("since", meaning)


def recurring_since(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Let a recurrence begin with a time: each year since 2019."""
    since = related("since", b)
    return evolve(a, operator=b.operator, relation=since.relation), since
