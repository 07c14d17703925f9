"""Days of calendars that are counted by rule, told in the Gregorian one: Julian (Old Style), tabular Islamic."""

from __future__ import annotations

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval

__all__ = ["FIRST_GREGORIAN_YEAR", "islamic_year", "julian_day", "julian_lag"]

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


def islamic_year(number: int) -> Interval:
    """Give a year of the Islamic calendar, by its tables; the moon that is seen may differ by a day or two.

    >>> islamic_year(1445).edtf
    '2023-07-19/2024-07-07'
    """
    first, last = (_ISLAMIC_EPOCH + (each - 1) * 354 + (3 + 11 * each) // 30 for each in (number, number + 1))
    return Interval.exact(Instant(first), Instant(last), G.DAY)
