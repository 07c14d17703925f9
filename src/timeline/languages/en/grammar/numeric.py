"""Dates in numbers alone, in the order that the locale names: 2022-07-22, 22/7/22, 7/4, 9/11."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Between
from timeline.languages.coordination import all_of
from timeline.languages.meanings import date, day_of, time
from timeline.languages.ranges import between
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["rules"]

_Date: TypeAlias = tuple[int, int, int | None]

_MONTHS = 12
_DENOMINATORS = frozenset({2, 3, 4, 5, 6, 8, 10, 16})
_COUNTED = "unit|units|unitabbr|lower|plural|magnitude|percent|'-"
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

    def fraction_like(d: tuple[int, int]) -> bool:
        return d[0] < d[1] and d[1] in _DENOMINATORS

    def no_fraction(d: tuple[int, int]) -> Meaning | None:
        return None if fraction_like(d) else without_year(d)

    def ends(first: _Date, last: _Date) -> tuple[Meaning, Meaning] | None:
        """Read both ends in one order: the one that the locale prefers, if both are dates in it and in order."""
        for day_first in (locale.day_first, not locale.day_first):
            a, b = ((each[1], each[0], each[2]) if day_first else each for each in (first, last))
            if (a[2] or 0, a[:2]) > (b[2] or 0, b[:2]) and a[2] is not None:
                continue
            begin, end = _read(*a), _read(*b)
            if begin is not None and end is not None:
                return begin, end
        return None

    def days_in_one(r: tuple[_Date, _Date]) -> Meaning | None:
        found = ends(*r)
        if found is None or (r[0][2] is None and any(map(fraction_like, (r[0][:2], r[1][:2])))):
            return None
        begin, end = (each.operator for each in between(*found))
        return None if begin is None or end is None else date(begin, relation=Between(begin, end))

    def days(a: tuple[int, int], b: tuple[int, int]) -> tuple[Meaning, Meaning] | None:
        found = ends((*a, None), (*b, None))
        return None if found is None or (fraction_like(a) and fraction_like(b)) else between(*found)

    def listed(*several: tuple[int, int]) -> tuple[Meaning, ...] | None:
        return all_of(*map(without_year, several))

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
        Rule("numeric.dotted-year-first", "daydate", "=on|of|dated|since|until|from|to|before|after d:<dotteddate>", lambda d: date(At(d)), {"on [2018.1.5]": "2018-01-05"}),
        Rule("numeric.spaced-year-first", "daydate", f"=on|dated|of|since|until y:<year> m:<yy> d:<yy> !<{_COUNTED}>", lambda y, m, d: _read(m, d, y), {
            "on [2016 10 16] the": "2016-10-16",
        }),
        Rule("numeric.days", "daydate", "r:<daterange>", lambda r: date(At(r[0]), relation=Between(At(r[0]), At(r[1]))), {"ran [2020-02-02/2020-03-03]": "2020-02-02"}),
        Rule("numeric.days-in-either-order", "daydate", "r:<eitherrange>", days_in_one, {"ran [10/1/2018-10/7/2018]": "2018-10-01"}),
        Rule("numeric.month-slash-day", "bareday", "=on d:<slashday>", without_year, {"on [7/4]": "2022-07-04"}),
        Rule("numeric.month-slash-day-after-a-limit", "bareday", f"=by|since|until|till|before|after d:<slashday> !<{_COUNTED}>", no_fraction, {"by [8/12].": "2022-08-12"}),
        Rule("numeric.weekday-month-slash-day", "bareday", "=<weekday|weekdayabbr> d:<slashday>", without_year, {"on [Friday 7/22]": "2022-07-22"}),
        Rule("numeric.from-month-slash-day", "bareday", f"=from|between a:<slashday> to|until|through|and|-|-- b:<slashday> !<{_COUNTED}>", days, {
            "from [5/22] to [6/7]": "2022-05-22 2022-06-07",
        }, ("a", "b")),
        Rule("numeric.two-months-slash-days", "bareday", f"=on a:<slashday> and|or|& b:<slashday> !<{_COUNTED}>", listed, {"on [5/22] and [6/7].": "2022-05-22 2022-06-07"}, ("a", "b")),
        Rule("numeric.three-months-slash-days", "bareday", f"=on a:<slashday> , b:<slashday> ,? and|or|& c:<slashday> !<{_COUNTED}>", listed, {
            "on [5/20], [5/22] and [6/7].": "2022-05-20 2022-05-22 2022-06-07",
        }, ("a", "b", "c")),
    )  # fmt: skip
