"""Weeks by their number, their day or their end: week 27 of 2022, epi week 40, the week of the 18th, w/c 18 March."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Bare, NthWeek, Shift, Span, This
from timeline.calculus.recurring import DayOfMonth, Unit, WeekOfYear
from timeline.languages.coordination import all_of
from timeline.languages.en.grammar.joints import JOINT, joins
from timeline.languages.meanings import at_year, bare, date
from timeline.languages.ranges import between
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from fractions import Fraction

    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL"]

_COUNTED = "epi|epidemiological|epidemiologic|surveillance|reporting|iso|calendar|mmwr"
"""What weeks are counted for: the number is that of ISO 8601, from which others seldom differ by more than a day."""
_BEGINNING = "beginning|begins|starting|starts|commencing|commences"
_ENDING = "ending|ended|ends"
_WEEKS_OF_A_SEASON = 23
_LAST = 53
_MIDDLE = Duration.of(3, G.DAY)
_WEEK = Duration.of(1, G.WEEK)


def _numbered(n: float | Fraction, y: int | Meaning | None = None, confidence: float = 1.0) -> Meaning | None:
    if n not in range(1, _LAST + 1):
        return None
    if y is None:
        return bare(WeekOfYear(int(n)), confidence=confidence)
    outer = at_year(y) if isinstance(y, int) else y.operator
    return None if outer is None else date(NthWeek(int(n), outer))


def _from_one_to_another(  # noqa: PLR0913, PLR0917 - as many as captures
    s: str | None,
    _u: str,
    a: float | Fraction,
    t: str,
    v: str | None,
    b: float | Fraction,
    y: int | Meaning | None,
) -> tuple[Meaning, Meaning] | None:
    if not joins(s, t) or (y is None and v is None) or a >= b:
        return None
    first, last = _numbered(a, y, 0.7), _numbered(b, y, 0.7)
    return None if first is None or last is None else between(first, last)


def _range(r: tuple[int, int], y: int | Meaning) -> Meaning | None:
    first, last = (_numbered(n, y) for n in r)
    return None if first is None or last is None else between(first, last)[0]


def _beside(day: Meaning, sign: int) -> Meaning | None:
    """Mean the seven days that a day begins (1) or ends (-1); the value is the week that holds most of them."""
    if day.operator is None:
        return None
    return date(This(Unit(G.WEEK), Shift(_MIDDLE, sign, day.operator)), relation=Span(_WEEK, sign, day.operator))


def _of_the_nth(w: str, d: int) -> Meaning | None:
    day = bare(DayOfMonth(d))
    if w == "of":
        return date(This(Unit(G.WEEK), Bare(DayOfMonth(d))))
    found = _beside(day, -1 if w in _ENDING.split("|") else 1)
    return None if found is None else evolve(found, confidence=0.9)


_RULES = (
    Rule("week.of-a-season", "name", "<capweek> n:<num>", lambda n: True if n < _WEEKS_OF_A_SEASON else None, {"lost in Week 12 to Miami": ""}),
    Rule("week.of-a-year", "weekdate", f"{_COUNTED}? week|wk number? n:<num> ,? of|in|/|-? y:<yeardate|year>", lambda n, y: _numbered(n, y), {
        "in [week 27 of 2022]": "2022-W27", "in [week 27 of last year]": "2021-W27", "in [epidemiological week 40 of 2020]": "2020-W40", "in [week number 5, 2020]": "2020-W05",
    }),
    Rule("week.counted-for-something", "weekdate", f"{_COUNTED} week|wk number? n:<num>", lambda n: _numbered(n, None, 0.9), {
        "in [epi week 12] it fell": "2022-W12", "in [calendar week 20] it fell": "2022-W20",
    }),
    Rule("week.number-alone", "weekdate", "=in|during|for|since|until|till|from|to week|wk number? n:<num> !<'of|'in|'and|'or|'to|->", lambda n: _numbered(n, None, 0.6), {
        "in [week 12] sales rose": "2022-W12",
    }),
    Rule("week.from-one-to-another", "weekdate", f"s:from|between? u:week|wk|weeks a:<num> t:{JOINT} v:week|wk? b:<num> [ ,? of|in? y:<yeardate|year> ] !<'of|'in>", _from_one_to_another, {
        "from [week 3] to [week 5 of 2022]": "2022-W03 2022-W05", "shut from [Week 20] to [Week 25]": "2022-W20 2022-W25", "between [weeks 3] and [5 of last year]": "2021-W03 2021-W05",
    }, ("u..a", "v..b..y"), ("s", "t")),
    Rule("week.range-in-one", "weekdate", "weeks r:<numrange> ,? of|in? y:<yeardate|year>", _range, {"in [weeks 3-5 of 2022]": "2022-W03"}),
    Rule("week.several", "weekdate", "w:weeks a:<num> [ , b:<num> ] [ , c:<num> ] ,? and|or|& e:<num> ,? of|in? y:<yeardate|year>",
         lambda w, a, b, c, e, y: all_of(*(_numbered(n, y) for n in (a, b, c, e) if n is not None)), {
        "in [weeks 3] and [5 of 2022]": "2022-W03 2022-W05", "in [weeks 3], [5] and [7 of last year]": "2021-W03 2021-W05 2021-W07",
    }, ("w..a", "b", "c", "e..y")),
    Rule("week.beginning", "weekdate", f"the? week|wk {_BEGINNING} on|from? d:<dayish>", lambda d: _beside(d, 1), {
        "in [the week beginning July 11]": "2022-W28", "in [the week starting on Sunday 10 July]": "2022-W28",
    }),
    Rule("week.beginning-in-short", "weekdate", "w / c|b|commencing|beginning .? :? d:<dayish>", lambda d: _beside(d, 1), {"for [w/c 18 July] sales rose": "2022-W29"}),
    Rule("week.ending", "weekdate", f"the? week|wk {_ENDING} on? d:<dayish>", lambda d: _beside(d, -1), {
        "in [the week ending July 16]": "2022-W28", "in [the week ended Sunday]": "2022-W28",
    }),
    Rule("week.ending-in-short", "weekdate", "w / e|ending .? :? d:<dayish>", lambda d: _beside(d, -1), {"for [w/e 17 July] sales rose": "2022-W28"}),
    Rule("week.up-to", "weekdate", "=in|for|over|during|of|from the week to d:<dayish>", lambda d: _beside(d, -1), {"in [the week to July 16]": "2022-W28"}),
    Rule("week.of-the-nth", "weekdate", f"the? week w:of|{_BEGINNING}|{_ENDING} on? the d:<dayord> !<'of|->", _of_the_nth, {
        "in [the week of the 18th]": "2022-W29", "in [the week ending the 10th]": "2022-W27",
    }),
    Rule("week.of-a-day", "weekdate", "week of d:<dayish>", lambda d: None if d.operator is None else date(This(Unit(G.WEEK), d.operator)), {"[Week of July 4]": "2022-W27"}),
)  # fmt: skip

LEVEL = Level("weeks", _RULES)
