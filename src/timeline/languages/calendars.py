"""Days of calendars that are counted by rule, told in the Gregorian one: Julian, Hebrew, tabular Islamic."""

from __future__ import annotations

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval

__all__ = ["FIRST_GREGORIAN_YEAR", "hebrew_new_year", "islamic_year", "julian_day", "julian_lag", "moved_in_julian"]

FIRST_GREGORIAN_YEAR = 1583
"""The first whole year of the Gregorian calendar; days before it are told in the calendar of their time, the Julian."""
_ISLAMIC_EPOCH = Instant.of(622, 7, 19).ordinal
"""The first day of the tabular Islamic calendar: 16 July 622 of the Julian calendar."""


def julian_lag(year: int, month: int) -> int:
    """Give by how many days the Julian calendar is behind the Gregorian one in a month.

    >>> julian_lag(1682, 4), julian_lag(1917, 10), julian_lag(1800, 1)
    (10, 13, 11)
    """
    centuries = (year if month > 2 else year - 1) // 100  # the leap day of 1700, 1800, 1900
    return centuries - centuries // 4 - 2


def julian_day(year: int, month: int, day: int) -> Instant | None:
    """Give the Gregorian day of a day of the Julian calendar, or None where that has no such day.

    >>> julian_day(1917, 10, 25).isoformat()
    '1917-11-07'
    >>> julian_day(1700, 2, 29).isoformat()
    '1700-03-11'
    """
    lengths = (31, 28 + (year % 4 == 0), 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)
    if not (1 <= month <= 12 and 1 <= day <= lengths[month - 1]):
        return None
    begin = Instant.of(year, month).ordinal
    return Instant(begin + day - 1 + julian_lag(year, month))


def moved_in_julian(year: int, month: int, day: int, days: int) -> tuple[int, int]:
    """Give month and day of the Julian date that lies so many days from another.

    >>> moved_in_julian(1500, 4, 19, -46)
    (3, 4)
    """
    late = (14 - month) // 12  # years that begin in March
    years = year + 4_800 - late
    count = day - 1 + (153 * (month + 12 * late - 3) + 2) // 5 + 365 * years + years // 4 + days
    rest = count - 1_461 * ((4 * count + 3) // 1_461) // 4
    months = (5 * rest + 2) // 153
    return months + 3 - 12 * (months // 10), rest - (153 * months + 2) // 5 + 1


def islamic_year(number: int) -> Interval:
    """Give a year of the Islamic calendar, by its tables; the moon that is seen may differ by a day or two.

    >>> islamic_year(1445).edtf
    '2023-07-19/2024-07-07'
    """
    first, last = (_ISLAMIC_EPOCH + (each - 1) * 354 + (3 + 11 * each) // 30 for each in (number, number + 1))
    return Interval.exact(Instant(first), Instant(last), G.DAY)


_HEBREW_EPOCH = -1_373_427
"""The ordinal from which days of the Hebrew calendar are counted."""


def hebrew_new_year(year: int) -> int:
    """Give the ordinal of Rosh Hashanah of a Hebrew year (Reingold and Dershowitz, *Calendrical Calculations*).

    >>> Instant(hebrew_new_year(5783)).isoformat()
    '2022-09-26'
    """
    before, own, after = (_elapsed(each) for each in (year - 1, year, year + 1))
    late = 2 if after - own == 356 else 1 if own - before == 382 else 0  # no year has 356 or 382 days
    return _HEBREW_EPOCH + own + late


def _elapsed(year: int) -> int:
    """Give the days from the epoch to the mean new moon of a year, put off where the calendar forbids that weekday."""
    months = (235 * year - 234) // 19
    day = 29 * months + (12_084 + 13_753 * months) // 25_920
    return day + 1 if 3 * (day + 1) % 7 < 3 else day
