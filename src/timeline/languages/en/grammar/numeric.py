"""Dates in numbers alone, in the order that the locale names: 2022-07-22, 22/7/22, 7/4, 9/11."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeAlias

from attrs import evolve, frozen

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


def _is_like_a_fraction(d: tuple[int, int] | _Date) -> bool:
    return d[0] < d[1] and d[1] in _DENOMINATORS


@frozen
class _Order:
    """The order of day and month that a locale prefers."""

    day_first: bool

    def either(self, d: _Date) -> Meaning | None:
        """Mean a day, in the other order where the first gives none."""
        first, second, year = d
        month_first, day_first = _read(first, second, year), _read(second, first, year)
        return _likelier(day_first, month_first) if self.day_first else _likelier(month_first, day_first)

    def without_year(self, d: tuple[int, int]) -> Meaning | None:
        """Mean a day of a month: 7/4."""
        return self.either((*d, None))

    def no_fraction(self, d: tuple[int, int]) -> Meaning | None:
        """Mean a day of a month where a fraction could stand, unless it looks like one."""
        return None if _is_like_a_fraction(d) else self.without_year(d)

    def listed(self, *several: tuple[int, int]) -> tuple[Meaning, ...] | None:
        """Mean days side by side."""
        return all_of(*map(self.without_year, several))

    def _ends(self, first: _Date, last: _Date) -> tuple[Meaning, Meaning] | None:
        """Read both ends in one order: the preferred one, if both are dates in it and the first is not the later."""
        found = []
        for day_first in (self.day_first, not self.day_first):
            a, b = ((each[1], each[0], each[2]) if day_first else each for each in (first, last))
            if a[2] is not None and (a[2], a[:2]) > (b[2] or 0, b[:2]):
                continue
            begin, end = _read(*a), _read(*b)
            if begin is not None and end is not None:
                found.append((begin, end))
        if not found:
            return None
        begin, end = found[0]
        if len(found) > 1:
            begin, end = (evolve(each, confidence=_CONFIDENCE_ORDER, note=_EITHER) for each in (begin, end))
        return begin, end

    def days_in_one(self, r: tuple[_Date, _Date]) -> Meaning | None:
        """Mean the days from one to another, said in one word: 10/1/2018-10/7/2018."""
        found = self._ends(*r)
        if found is None or (r[0][2] is None and any(map(_is_like_a_fraction, r))):
            return None
        return between(*found)[0]

    def days(self, a: tuple[int, int], b: tuple[int, int]) -> tuple[Meaning, Meaning] | None:
        """Mean the days from one to another: from 10/1 to 11/7; not from 1/4 to 3/4."""
        found = self._ends((*a, None), (*b, None))
        return None if found is None or (_is_like_a_fraction(a) and _is_like_a_fraction(b)) else between(*found)

    def days_with_a_dash(self, a: tuple[int, int], b: tuple[int, int]) -> tuple[Meaning, Meaning] | None:
        """Mean the days from one to another where no word says so: neither may look like a fraction."""
        return None if _is_like_a_fraction(a) or _is_like_a_fraction(b) else self.days(a, b)


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Give the rules for dates in numbers."""
    order = _Order(locale.day_first)
    return (
        Rule("numeric.date", "daydate", "d:<fulldate>", lambda d: date(At(d)), {
            "on [2022-07-22]": "2022-07-22", "in [2022-W27]": "2022-W27",
        }),
        Rule("numeric.date-in-either-order", "daydate", "d:<eitherdate>", order.either, {"on [7/22/22]": "2022-07-22", "on [22/7/22]": "2022-07-22"}),
        Rule("numeric.time", "time", "d:<fulltime>", lambda d: time(At(d)), {"at [2022-07-22T10:30]": "2022-07-22T10:30"}),
        Rule("numeric.nine-eleven", "daydate", "9/11", lambda: _named_day(2001, 9, 11), {"after [9/11]": "2001-09-11"}),
        Rule("numeric.september-11-as-a-name", "daydate", "sept|september .? -? 11|11th =attack|attacks|attackers|hijackers|hijackings|commission|terror|terrorist|victims|memorial|museum", lambda: _named_day(2001, 9, 11), {
            "the [Sept. 11] attacks": "2001-09-11",
        }),
        Rule("numeric.seven-seven", "daydate", "=since|after|before|the|until 7/7", lambda: _named_day(2005, 7, 7), {"after [7/7]": "2005-07-07"}),
        Rule("numeric.the-day-of-mumbai", "daydate", "=since|after|before|the|until 26/11", lambda: _named_day(2008, 11, 26), {"the [26/11] attacks": "2008-11-26"}),
        Rule("numeric.dotted-year-first", "daydate", "=on|of|dated|since|until|from|to|before|after d:<dotteddate>", lambda d: date(At(d)), {"on [2018.1.5]": "2018-01-05"}),
        Rule("numeric.spaced-year-first", "daydate", f"=on|dated|of|since|until y:<year> m:<yy> d:<yy> !<{_COUNTED}>", lambda y, m, d: _read(m, d, y), {
            "on [2016 10 16] the": "2016-10-16",
        }),
        Rule("numeric.days", "daydate", "r:<daterange>", lambda r: date(At(r[0]), relation=Between(At(r[0]), At(r[1]))), {"ran [2020-02-02/2020-03-03]": "2020-02-02"}),
        Rule("numeric.days-in-either-order", "daydate", "r:<eitherrange>", order.days_in_one, {"ran [10/1/2018-10/7/2018]": "2018-10-01"}),
        Rule("numeric.month-slash-day", "bareday", "=on d:<slashday>", order.without_year, {"on [7/4]": "2022-07-04"}),
        Rule("numeric.month-slash-day-after-a-limit", "bareday", f"=by|since|until|till|before|after d:<slashday> !<{_COUNTED}>", order.no_fraction, {"by [8/12].": "2022-08-12"}),
        Rule("numeric.weekday-month-slash-day", "bareday", "=<weekday|weekdayabbr> d:<slashday>", order.without_year, {"on [Friday 7/22]": "2022-07-22"}),
        Rule("numeric.from-month-slash-day", "bareday", f"s:from|between a:<slashday> t:to|until|through|and|-|-- b:<slashday> !<{_COUNTED}>", lambda s, a, t, b: order.days(a, b), {
            "from [5/22] to [6/7]": "2022-05-22 2022-06-07",
        }, ("a", "b"), ("s", "t")),
        Rule("numeric.month-slash-day-dash-another", "bareday", f"a:<slashday> -- b:<slashday> !<{_COUNTED}>", order.days_with_a_dash, {
            "ran [5/22] - [6/7].": "2022-05-22 2022-06-07",
        }, ("a", "b")),
        Rule("numeric.two-months-slash-days", "bareday", f"=on a:<slashday> and|or|& b:<slashday> !<{_COUNTED}>", order.listed, {"on [5/22] and [6/7].": "2022-05-22 2022-06-07"}, ("a", "b")),
        Rule("numeric.three-months-slash-days", "bareday", f"=on a:<slashday> , b:<slashday> ,? and|or|& c:<slashday> !<{_COUNTED}>", order.listed, {
            "on [5/20], [5/22] and [6/7].": "2022-05-20 2022-05-22 2022-06-07",
        }, ("a", "b", "c")),
    )  # fmt: skip
