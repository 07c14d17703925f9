"""Holidays that move by rule: n-th weekdays, days counted from Easter, and what was kept in which years."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping

from timeline.calculus.instants import Instant, days_in_month
from timeline.languages.calendars import FIRST_GREGORIAN_YEAR, moved_in_julian
from timeline.languages.observances import MonthAndDay, julian_easter

__all__ = ["FROM_EASTER", "MOVABLE", "DayIn", "advent", "easter", "fixed", "moved", "nth", "since"]

DayIn = Callable[[int], MonthAndDay | None]


def easter(year: int) -> MonthAndDay:
    """Give month and day of Easter Sunday: Gregorian (*Nature* 1876), before 1583 in the Julian calendar of the time.

    >>> easter(2022), easter(1300)
    ((4, 17), (4, 10))
    """
    if year < FIRST_GREGORIAN_YEAR:
        return julian_easter(year)
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return month, day + 1


def moved(day_in: DayIn, days: int) -> DayIn:
    """Give the day so many days from another, in the calendar of the time."""

    def day_moved(year: int) -> MonthAndDay | None:
        day = day_in(year)
        if day is None:
            return None
        if year < FIRST_GREGORIAN_YEAR:
            month, moved_to = moved_in_julian(year, *day, days)
            return (month, moved_to) if moved_to <= days_in_month(year, month) else None
        return Instant(Instant.of(year, *day).ordinal + days).date[1:]

    return day_moved


def fixed(month: int, day: int) -> DayIn:
    """Give the same day in every year."""
    return lambda _: (month, day)


def since(first: int, day_in: DayIn, earlier: DayIn | None = None) -> DayIn:
    """Give a day from a year on; another day, or none, before it."""

    def kept(year: int) -> MonthAndDay | None:
        if year >= first:
            return day_in(year)
        return None if earlier is None else earlier(year)

    return kept


def nth(month: int, weekday: int, number: int) -> DayIn:
    """Give the n-th (or with -1 the last) ISO weekday of a month."""

    def day_in(year: int) -> MonthAndDay:
        first = Instant.of(year, month).weekday
        length = calendar.monthrange(year % 400 + 400, month)[1]
        days = list(range(1 + (weekday - first) % 7, length + 1, 7))
        return month, days[number - 1 if number > 0 else number]

    return day_in


def _weekday_before(month: int, day: int, weekday: int) -> DayIn:
    """Give the last ISO weekday before a day of a month."""

    def day_in(year: int) -> MonthAndDay:
        end = Instant.of(year, month, day)
        return Instant(end.ordinal - ((end.weekday - weekday - 1) % 7 + 1)).date[1:]

    return day_in


def _off(month: int, day: int, shifts: Mapping[int, int]) -> DayIn:
    """Give a day that moves where it falls on some ISO weekdays, by so many days."""

    def day_in(year: int) -> MonthAndDay:
        usual = Instant.of(year, month, day)
        return Instant(usual.ordinal + shifts.get(usual.weekday, 0)).date[1:]

    return day_in


def advent(year: int) -> MonthAndDay:
    """Give the fourth Sunday before Christmas Day, with which Advent begins."""
    christmas = Instant.of(year, 12, 25)
    return Instant(christmas.ordinal - christmas.weekday - 21).date[1:]


def _earth_hour(year: int) -> MonthAndDay | None:
    """Give the last Saturday of March, or the one before where that is the eve of Easter."""
    last = nth(3, 6, -1)(year)
    if last == moved(easter, -1)(year):
        last = moved(nth(3, 6, -1), -7)(year)
    return last if year >= 2007 else None  # its first year


def _every(years: int, of: int, day_in: DayIn) -> DayIn:
    """Keep only the years that give `of` when divided by `years`."""
    return lambda year: day_in(year) if year % years == of else None


def _in_years(days: Mapping[int, MonthAndDay], otherwise: DayIn = lambda _: None) -> DayIn:
    """Give the days of the few years that are listed."""
    return lambda year: days[year] if year in days else otherwise(year)


_SUPER_TUESDAYS = {
    1988: (3, 8), 1992: (3, 10), 1996: (3, 12), 2000: (3, 7), 2004: (3, 2), 2008: (2, 5), 2012: (3, 6), 2016: (3, 1),
    2020: (3, 3), 2024: (3, 5),
}  # fmt: skip
"""Days on which most states of the United States held their primaries."""
# Of the United States: the fourth Thursday of November since 1942, the last one before, but for three years.
_thanksgiving = since(
    1942, nth(11, 4, 4), _in_years({1939: (11, 23), 1940: (11, 21), 1941: (11, 20)}, since(1863, nth(11, 4, -1)))
)
_mlk = since(1986, nth(1, 1, 3))
_washington = since(1971, nth(2, 1, 3), fixed(2, 22))
_memorial = since(1971, nth(5, 1, -1), since(1868, fixed(5, 30)))
_veterans = since(1978, fixed(11, 11), since(1971, nth(10, 1, 4), since(1918, fixed(11, 11))))
_columbus = since(1971, nth(10, 1, 2), fixed(10, 12))
# The capital keeps 16 April since 2007, which puts the taxes off as a weekend does.
_tax_day = _in_years(
    {2020: (7, 15), 2021: (5, 17)},
    since(2007, _off(4, 15, {5: 3, 6: 3, 7: 2}), since(1955, _off(4, 15, {6: 2, 7: 1}))),
)

FROM_EASTER: Mapping[str, int] = {
    "shrove|collop monday": -48,
    "rose monday": -48,
    "rosenmontag": -48,
    "shrove tuesday": -47,
    "pancake day|tuesday": -47,
    "mardi gras": -47,
    "fat tuesday": -47,
    "ash wednesday": -46,
    "mothering sunday": -21,
    "palm sunday": -7,
    "maundy|holy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter saturday": -1,
    "easter eve": -1,
    "easter vigil": -1,
    "easter sunday": 0,
    "easter day": 0,
    "easter": 0,
    "easter monday": 1,
    "easter tuesday": 2,
    "low sunday": 7,
    "ascension day|thursday": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "whitsunday": 49,
    "whitsun": 49,
    "whit monday": 50,
    "whit tuesday": 51,
    "trinity sunday": 56,
}
"""Pattern of the name to the days between it and Easter Sunday; the Orthodox count from theirs."""


def _after_easter_2022(days: int) -> str:
    return "2022-{:02}-{:02}".format(*(moved(easter, days)(2022) or ()))


_US: dict[str, tuple[DayIn, int, str]] = {
    "martin luther king|kings ,? jr? .? [ ' s ] day": (_mlk, 1, "2022-01-17"),
    "mlk [ ' s ] day": (_mlk, 1, "2022-01-17"),
    "presidents|president|president's|presidents' day": (_washington, 1, "2022-02-21"),
    "washington's birthday": (_washington, 1, "2022-02-21"),
    "lincoln's birthday": (fixed(2, 12), 1, "2022-02-12"),
    "patriots|patriot's|patriots' day": (since(1969, nth(4, 1, 3), fixed(4, 19)), 1, "2022-04-18"),
    "memorial day": (_memorial, 1, "2022-05-30"),
    "decoration day": (_memorial, 1, "2022-05-30"),
    "veterans|veterans'|veteran's day": (_veterans, 1, "2022-11-11"),
    "labor|labour day": (since(1882, nth(9, 1, 1)), 1, "2022-09-05"),
    "columbus day": (_columbus, 1, "2022-10-10"),
    "indigenous peoples' day": (since(1992, nth(10, 1, 2)), 1, "2022-10-10"),
    "thanksgiving day": (_thanksgiving, 1, "2022-11-24"),
    "thanks giving day": (_thanksgiving, 1, "2022-11-24"),
    "thanksgiving": (_thanksgiving, 1, "2022-11-24"),
    "black friday": (since(1951, moved(_thanksgiving, 1)), 1, "2022-11-25"),
    "small business saturday": (since(2010, moved(_thanksgiving, 2)), 1, "2022-11-26"),
    "cyber monday": (since(2005, moved(_thanksgiving, 4)), 1, "2022-11-28"),
    "giving tuesday": (since(2012, moved(_thanksgiving, 5)), 1, "2022-11-29"),
    "election day": (since(1845, moved(nth(11, 1, 1), 1)), 1, "2022-11-08"),
    "inauguration day": (_every(4, 1, since(1937, fixed(1, 20), fixed(3, 4))), 1, "2021-01-20"),
    "super tuesday": (_in_years(_SUPER_TUESDAYS), 1, "2020-03-03"),
    "tax day": (_tax_day, 1, "2022-04-18"),
    "boss's|boss' day": (_off(10, 16, {6: -1, 7: 1}), 1, "2022-10-17"),
    "administrative professionals|professionals' day": (moved(_weekday_before(5, 1, 6), -3), 1, "2022-04-27"),
    "secretaries|secretary's|secretaries' day": (moved(_weekday_before(5, 1, 6), -3), 1, "2022-04-27"),
}

MOVABLE: dict[str, tuple[DayIn, int, str]] = {
    **_US,
    "mother's|mothers' day": (since(1908, nth(5, 7, 2)), 1, "2022-05-08"),
    "father's|fathers' day": (since(1910, nth(6, 7, 3)), 1, "2022-06-19"),
    "earth hour": (_earth_hour, 1, "2022-03-26"),
    "victoria day": (since(1952, _weekday_before(5, 25, 1), fixed(5, 24)), 1, "2022-05-23"),
    "spring bank holiday": (
        _in_years({2002: (6, 4), 2012: (6, 4), 2022: (6, 2)}, since(1971, nth(5, 1, -1))), 1, "2022-06-02"
    ),
    "early may|may day bank holiday": (
        _in_years({1995: (5, 8), 2020: (5, 8)}, since(1978, nth(5, 1, 1))), 1, "2022-05-02"
    ),
    "august bank holiday": (since(1971, nth(8, 1, -1)), 1, "2022-08-29"),
    "remembrance sunday": (since(1946, nth(11, 7, 2)), 1, "2022-11-13"),
    "king's day": (since(2014, _off(4, 27, {7: -1})), 1, "2022-04-27"),
    "koningsdag": (since(2014, _off(4, 27, {7: -1})), 1, "2022-04-27"),
    "leap day": (_every(4, 0, lambda year: (2, 29) if days_in_month(year, 2) == 29 else None), 1, "2024-02-29"),
    "advent sunday": (advent, 1, "2022-11-27"),
    "holy week": (moved(easter, -7), 7, "2022-04-10"),
    "kwanzaa": (since(1966, fixed(12, 26)), 7, "2022-12-26"),
    **{name: (moved(easter, days), 1, _after_easter_2022(days)) for name, days in FROM_EASTER.items()},
}  # fmt: skip
"""Pattern of the name to the day on which it begins in a year, its length in days, and an example of that day."""
