"""Eras and dynasties: Reiwa 4, the Meiji era, the Victorian age, the Ming dynasty."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.calculus.operators import At
from timeline.languages.en.eras import DYNASTIES, PERIODS, REIGNS
from timeline.languages.meanings import at_year, date
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.en.eras import Moment
    from timeline.languages.meaning import Meaning

__all__ = ["ERA_RULES"]

_NOTE = "an era, with the years that history gives it"


def _instant(moment: Moment) -> Instant:
    return Instant.of(moment) if isinstance(moment, int) else Instant.of(*moment)


def _year(instant: Instant) -> str:
    return f"{instant.year:04}" if instant.year > 0 else f"BC{1 - instant.year:04}"


def _era(begin: Moment, end: Moment | None) -> Meaning:
    """Mean the whole of an era; its value is the years in which it begins and ends."""
    first = _instant(begin)
    if end is None:
        return date(At(Interval(Bound.at(first), OPEN, G.YEAR)), value=f"{_year(first)}/..", note=_NOTE)
    until = _instant(end)
    value = f"{_year(first)}/{_year(until.shift(-1, G.DAY))}"
    return date(At(Interval.exact(first, until, G.YEAR)), value=value, note=_NOTE)


def _reign(e: str) -> Meaning | None:
    return _era(*REIGNS[e]) if e in REIGNS else None


def _period(e: str) -> Meaning | None:
    return _era(*PERIODS[e]) if e in PERIODS else _reign(e)


def _dynasty(e: str) -> Meaning | None:
    return _era(*DYNASTIES[e]) if e in DYNASTIES else None


def _year_of(e: str, n: int) -> Meaning | None:
    """Mean a year of a reign; None where the reign did not last so long."""
    if e not in REIGNS or n < 1:
        return None
    begin, end = REIGNS[e]
    year = _instant(begin).year + n - 1
    return (
        date(at_year(year), note=f"year {n} of an era that begins in {_instant(begin).year}")
        if end is None or year <= _instant(end).year
        else None
    )


ERA_RULES = (
    Rule("era.year-of-a-reign", "yeardate", "e:<eraword> n:<day>", lambda e, n: _year_of(e, n), {"in [Reiwa 4]": "2022", "in [Showa 20]": "1945"}),
    Rule("era.year-of-a-reign-large", "yeardate", "e:<eraword> n:<int>", lambda e, n: _year_of(e, n), {"in [Showa 39]": "1964"}),
    Rule("era.nth-year-of-a-reign", "yeardate", "the? n:<ord> year of the? e:<eraword> [ era|period ]", lambda n, e: _year_of(e, n), {
        "in [the first year of Meiji]": "1868",
    }),
    Rule("era.period-hyphenated", "date", "the? e:<eraword> - era|age", lambda e: _period(e), {"a [Victorian-era] house": "1837/1901"}),
    Rule("era.period", "date", "the? e:<eraword> era|age|period|epoch|years|times", lambda e: _period(e), {
        "in [the Meiji era]": "1868/1912", "in [the Elizabethan age]": "1558/1603",
    }),
    Rule("era.dynasty", "date", "the? e:<eraword> dynasty|period|era|times", lambda e: _dynasty(e), {"in [the Ming dynasty]": "1368/1644"}),
    Rule("era.dynasty-hyphenated", "date", "the? e:<eraword> - dynasty|era", lambda e: _dynasty(e), {"a [Ming-dynasty] vase": "1368/1644"}),
)  # fmt: skip
