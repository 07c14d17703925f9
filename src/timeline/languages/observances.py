"""Days that follow the Islamic, Hebrew, Chinese, Hindu and other calendars.

Where they lie in a year is looked up in the `holidays` library, under a country that keeps them as public holidays;
it is loaded when such a day is first spoken of. Days of calendars that go by the sighted moon are its estimates.
"""

from __future__ import annotations

import functools
from collections.abc import Callable

__all__ = ["MonthAndDay", "observed_in", "orthodox_easter"]

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


def orthodox_easter(year: int) -> MonthAndDay:
    """Give the Gregorian month and day of Orthodox Easter, 1900 to 2099 (Meeus's Julian algorithm).

    >>> orthodox_easter(2022)
    (4, 24)
    """
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    days = d + e + 22 + 13 - 31  # from 31 March on; the Julian calendar is 13 days late
    return (4, days) if days <= 30 else (5, days - 30)  # days of April
