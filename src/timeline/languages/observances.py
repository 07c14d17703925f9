"""Days that follow the Islamic, Hebrew, Chinese, Hindu and other calendars.

Where they lie in a year is looked up in the `holidays` library, under a country that keeps them as public holidays;
it is loaded when such a day is first spoken of. Days of calendars that go by the sighted moon are its estimates.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

from timeline.languages.calendars import FIRST_GREGORIAN_YEAR, julian_day

__all__ = ["MonthAndDay", "julian_easter", "observed_in", "orthodox_easter"]

MonthAndDay = tuple[int, int]
_YEARS = range(1950, 2078)
"""The years for which the library tells the Islamic calendar of Umm al-Qura, and more than is asked of the others."""


def observed_in(country: str, name: str, *, years: range = _YEARS) -> Callable[[int], MonthAndDay | None]:
    """Give the function that tells where a holiday of a country (ISO 3166) lies in a year; None where it is not known.

    `name` is the holiday's English name; of several days the first counts, and where two fall in one Gregorian
    year (an Islamic year is eleven days shorter), the first of them.

    >>> observed_in("SG", "Diwali")(2022)
    (10, 24)
    """

    @functools.cache
    def day_in(year: int) -> MonthAndDay | None:
        if year not in years:
            return None
        return next((day for day, names in _days(country, year) if name in names), None)

    return day_in


@functools.cache
def _days(country: str, year: int) -> tuple[tuple[MonthAndDay, tuple[str, ...]], ...]:
    import holidays

    kinds = tuple({"public", "optional", "school"} & set(holidays.country_holidays(country).supported_categories))
    found = holidays.country_holidays(country, years=year, observed=False, language="en_US", categories=kinds)
    days = sorted((day, names) for day, names in found.items() if day.year == year)
    return tuple(((day.month, day.day), tuple(names.replace(" (estimated)", "").split("; "))) for day, names in days)


def julian_easter(year: int) -> MonthAndDay:
    """Give month and day of Easter Sunday in the Julian calendar (Meeus's Julian algorithm).

    >>> julian_easter(1300)
    (4, 10)
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return month, day + 1


def orthodox_easter(year: int) -> MonthAndDay | None:
    """Give month and day of Orthodox Easter, in the Gregorian calendar from 1583 on.

    >>> orthodox_easter(2022)
    (4, 24)
    """
    month, day = julian_easter(year)
    found = julian_day(year, month, day) if year >= FIRST_GREGORIAN_YEAR else None
    return (month, day) if found is None else found.date[1:]
