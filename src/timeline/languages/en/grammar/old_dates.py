"""Dates as they were written in earlier centuries: Old Style, dual years, inst. and ult., Tuesday last, the 3d of May."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Last, Next, Nth, Shift, This
from timeline.calculus.recurring import DayOfWeek, MonthOfYear, Unit
from timeline.languages.calendars import FIRST_GREGORIAN_YEAR, julian_day
from timeline.languages.meanings import at_day, at_month, date, day_of
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["OLD_DATE_RULES"]

_OLD_STYLE = "told in the Gregorian calendar; the Julian one gives the other day"
_DUAL = "the year that began in January; another began on 25 March"
_LAST_DUAL = 1_752
_LADY_DAY = (3, 25)
"""With which the year began in England until 1752."""


def _julian(month: int, day: int, year: int) -> Meaning | None:
    """Mean a day that is said to be of the Julian calendar."""
    found = julian_day(year, month, day) if year >= FIRST_GREGORIAN_YEAR else None
    return day_of(month, day, year) if found is None else date(At(Interval.unit(found, G.DAY)), note=_OLD_STYLE)


def _both(month: int, day: int, other_month: int, other_day: int, year: int) -> Meaning | None:
    """Mean the one day that is told in both calendars, in either order: 25 October (7 November) 1917.

    Where the two are not as far apart as the calendars were, but almost, the later one is taken as it is.
    """
    first, second = day_of(month, day, year), day_of(other_month, other_day, year)
    if first is None or second is None:
        return None
    apart = Instant.of(year, other_month, other_day).ordinal - Instant.of(year, month, day).ordinal
    if abs(abs(apart) - _YEAR) <= _MOST_LAG + 1:  # 1 January 1900 (20 December), told with the year of the first
        apart = -apart
    elif not _LEAST_LAG <= abs(apart) <= _MOST_LAG:
        return None
    return evolve(second if apart > 0 else first, note=_OLD_STYLE)


_LEAST_LAG, _MOST_LAG, _YEAR = 9, 14, 365
"""Days by which the Julian calendar was behind from 1583 to 2099, give or take one; days of a year."""


def _dual(month: int, day: int, years: tuple[int, int]) -> Meaning | None:
    """Mean a day before Lady Day with the years of both reckonings: 3 January 1659/60."""
    is_dual = years[1] == years[0] + 1 and (month, day) < _LADY_DAY and years[1] <= _LAST_DUAL
    operator = at_day(years[1], month, day) if is_dual else None
    return None if operator is None else date(operator, note=_DUAL)


def _dual_month(month: int, years: tuple[int, int]) -> Meaning | None:
    is_dual = years[1] == years[0] + 1 and month <= _LADY_DAY[0] and years[1] <= _LAST_DUAL
    return date(at_month(years[1], month), note=_DUAL) if is_dual else None


_MONTHS: dict[int, Any] = {0: This, -1: Last, 1: Next}


def _of_month(d: int, w: int) -> Meaning:
    """Mean a day of this, the last or the next month, as letters named it."""
    return date(Nth(d, Unit(G.DAY), _MONTHS[w](Unit(G.MONTH))))


def _day_of_month(d: int, w: int) -> Meaning | None:
    return _of_month(d, w) if d <= 31 else None  # days


_OLD = ",? (? <oldstyle> )?"
_NO_COUNT = "=<',|'.|')|';|'the|'he|'she|'they|'when|'by|'and|'his|'her|'pope|'king|'emperor|break>"
"""What follows three digits that are a year."""
_NO_RACE = "!<'in|'among|'of|'to|'place|'by|unit|units|pod|weekday|month|season>"
"""What shows that "last" is a place in a race, or belongs to the next word."""

OLD_DATE_RULES = (
    # Old and New Style
    Rule("old.day-month-year-old-style", "daydate", f"d:<monthday> of? m:<monthname> .? ,? y:<year> {_OLD}", lambda d, m, y: _julian(m, d, y), {"on [25 October 1917 O.S.]": "1917-11-07"}),
    Rule("old.month-day-year-old-style", "daydate", f"m:<monthname> .? d:<monthday> ,? y:<year> {_OLD}", lambda m, d, y: _julian(m, d, y), {"on [October 25, 1917 (O.S.)]": "1917-11-07"}),
    Rule("old.day-month-year-new-style", "daydate", "d:<monthday> of? m:<monthname> .? ,? y:<year> ,? (? <newstyle> )?", lambda d, m, y: day_of(m, d, y), {"on [7 November 1917 N.S.]": "1917-11-07"}),
    Rule("old.day-in-both-styles", "daydate", "d:<monthday> m:<monthname> .? <'(|'[|'/> [ <oldstyle|newstyle> ,? ] e:<monthday> n:<monthname> .? [ <oldstyle|newstyle> ] <')|']>? ,? y:<year>",
         lambda d, m, e, n, y: _both(m, d, n, e, y), {
        "On [25 October (7 November) 1917] it fell.": "1917-11-07", "born [9 May (O.S. 29 April) 1682]": "1682-05-09", "on [25 October/7 November 1917]": "1917-11-07",
    }),
    Rule("old.month-day-in-both-styles", "daydate", "m:<monthname> .? d:<monthday> <'(|'[|'/> [ <oldstyle|newstyle> ,? ] n:<monthname> .? e:<monthday> [ <oldstyle|newstyle> ] <')|']>? ,? y:<year>",
         lambda m, d, n, e, y: _both(m, d, n, e, y), {"On [October 25 (November 7), 1917] it fell.": "1917-11-07"}),
    Rule("old.day-with-its-other-style", "daydate", "d:<monthday> m:<monthname> .? ,? y:<year> <'(|'[> <oldstyle|newstyle> ,? e:<monthday> n:<monthname> .? <year>? <')|']>",
         lambda d, m, y, e, n: _both(m, d, n, e, y), {"born [7 November 1917 (O.S. 25 October)]": "1917-11-07"}),
    Rule("old.month-day-with-its-other-style", "daydate", "m:<monthname> .? d:<monthday> ,? y:<year> <'(|'[> <oldstyle|newstyle> ,? n:<monthname> .? e:<monthday> [ ,? <year> ] <')|']>",
         lambda m, d, y, n, e: _both(m, d, n, e, y), {"born [November 7, 1917 (O.S. October 25)]": "1917-11-07"}),
    # Years that began in March
    Rule("old.day-of-a-dual-year", "daydate", "d:<monthday> of? m:<monthname> .? ,? r:<yearrange|dualyear>", lambda d, m, r: _dual(m, d, r), {"on [3 January 1659/60]": "1660-01-03"}),
    Rule("old.month-day-of-a-dual-year", "daydate", "m:<monthname> .? d:<monthday> ,? r:<yearrange|dualyear>", lambda m, d, r: _dual(m, d, r), {"on [February 9, 1648/9]": "1649-02-09"}),
    Rule("old.month-of-a-dual-year", "monthdate", "m:<monthname> .? ,? r:<yearrange|dualyear>", _dual_month, {"in [January 1659/60]": "1660-01"}),
    # Years of three digits
    Rule("old.day-of-an-early-year", "daydate", f"d:<monthday> of? m:<monthname> .? ,? y:<earlyyear> {_NO_COUNT}", lambda d, m, y: day_of(m, d, y), {
        "on [25 December 800].": "0800-12-25",
    }),
    Rule("old.month-day-of-an-early-year", "daydate", f"m:<monthname> .? d:<monthday> , y:<earlyyear> {_NO_COUNT}", lambda m, d, y: day_of(m, d, y), {
        "on [December 25, 800].": "0800-12-25",
    }),
    # Of this, the last, the next month
    Rule("old.day-inst-or-ult", "daydate", "the? d:<dayord|ord> day? of? w:<letterword> .?", _day_of_month, {
        "your letter of [the 3rd inst.] came": "2022-07-03", "on [the 22d ult.] he died": "2022-06-22", "on [the 5th proximo]": "2022-08-05",
    }),
    Rule("old.number-inst-or-ult", "daydate", "=on|of|the|to|from d:<day> w:<letterword> .?", _of_month, {"yours of [12 ult.] came": "2022-06-12"}),
    Rule("old.day-of-this-instant", "daydate", "the? d:<dayord|ord> of this instant m:<monthname>", lambda d, m: day_of(m, d), {"on [the 4th of this instant May]": "2022-05-04"}),
    # Behind what they tell
    Rule("old.weekday-last", "daydate", f"w:<weekday> last {_NO_RACE}", lambda w: date(Last(DayOfWeek(w))), {"He came on [Tuesday last].": "2022-07-19"}),
    Rule("old.weekday-next", "daydate", f"w:<weekday> next {_NO_RACE}", lambda w: date(Next(DayOfWeek(w))), {"They sail on [Tuesday next].": "2022-07-26"}),
    Rule("old.month-last", "monthdate", f"=in|since|of|from m:<monthname> .? last {_NO_RACE}", lambda m: date(Last(MonthOfYear(m))), {"in [May last]": "2022-05"}),
    Rule("old.month-next", "monthdate", f"=in|until|till|of|from|by m:<monthname> .? next {_NO_RACE}", lambda m: date(Next(MonthOfYear(m))), {"in [May next]": "2023-05"}),
    Rule("old.weekday-sennight", "daydate", "w:<weekday> sennight|se'nnight|sevennight", lambda w: date(Shift(Duration.of(7, G.DAY), 1, Next(DayOfWeek(w)))), {
        "sails on [Friday sennight]": "2022-08-05",
    }),
    Rule("old.weekday-se-nnight", "daydate", "w:<weekday> se ' nnight", lambda w: date(Shift(Duration.of(7, G.DAY), 1, Next(DayOfWeek(w)))), {
        "sails on [Friday se'nnight]": "2022-08-05",
    }),
)  # fmt: skip
