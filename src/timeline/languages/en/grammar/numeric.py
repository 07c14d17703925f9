"""Dates in numbers alone, in the order that the locale names: 2022-07-22, 22/7/22, 7/4, 9/11."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At
from timeline.languages.meanings import date, day_of, time
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["rules"]

_MONTHS = 12
_CONFIDENCE_ORDER = 0.75
"""Of a date that may be read either way."""
_EITHER = "the order of day and month is that of the locale; nothing else tells"


def _likelier(first: Meaning | None, second: Meaning | None) -> Meaning | None:
    """Take the reading that the locale prefers, and keep the other."""
    if first is None or second is None or first == second:
        return first or second
    return evolve(first, confidence=_CONFIDENCE_ORDER, others=(second,), note=_EITHER)


def _read(month: int, day: int, year: int | None) -> Meaning | None:
    return day_of(month, day, year) if 1 <= month <= _MONTHS and day else None


def _named_day(year: int, month: int, day: int) -> Meaning:
    return date(At(Interval.unit(Instant.of(year, month, day), G.DAY)))


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Give the rules for dates in numbers."""

    def either(d: tuple[int, int, int | None]) -> Meaning | None:
        first, second, year = d
        month_first, day_first = _read(first, second, year), _read(second, first, year)
        return _likelier(day_first, month_first) if locale.day_first else _likelier(month_first, day_first)

    def without_year(d: tuple[int, int]) -> Meaning | None:
        return either((*d, None))

    return (
        Rule("numeric.date", "daydate", "d:<fulldate>", lambda d: date(At(d)), {
            "on [2022-07-22]": "2022-07-22", "in [2022-W27]": "2022-W27",
        }),
        Rule("numeric.date-in-either-order", "daydate", "d:<eitherdate>", either, {"on [7/22/22]": "2022-07-22", "on [22/7/22]": "2022-07-22"}),
        Rule("numeric.time", "time", "d:<fulltime>", lambda d: time(At(d)), {"at [2022-07-22T10:30]": "2022-07-22T10:30"}),
        Rule("numeric.nine-eleven", "daydate", "9/11", lambda: _named_day(2001, 9, 11), {"after [9/11]": "2001-09-11"}),
        Rule("numeric.september-11-as-a-name", "daydate", "sept|september .? 11|11th =attack|attacks|attackers|hijackers|hijackings|commission|terror|terrorist|victims|memorial|museum", lambda: _named_day(2001, 9, 11), {
            "the [Sept. 11] attacks": "2001-09-11",
        }),
        Rule("numeric.seven-seven", "daydate", "=since|after|before|the|until 7/7", lambda: _named_day(2005, 7, 7), {"after [7/7]": "2005-07-07"}),
        Rule("numeric.the-day-of-mumbai", "daydate", "=since|after|before|the|until 26/11", lambda: _named_day(2008, 11, 26), {"the [26/11] attacks": "2008-11-26"}),
        Rule("numeric.month-slash-day", "bareday", "=on d:<slashday>", without_year, {"on [7/4]": "2022-07-04"}),
    )  # fmt: skip
