"""Holidays that move by rule or by another calendar: n-th weekdays, days counted from Easter, Ramadan, Diwali."""

from __future__ import annotations

import calendar
from collections.abc import Callable, Mapping

from timeline.calculus.instants import Instant
from timeline.languages.observances import MonthAndDay, observed_in, orthodox_easter

__all__ = ["MOVABLE", "advent", "easter"]

DayIn = Callable[[int], MonthAndDay | None]


def easter(year: int) -> MonthAndDay:
    """Give month and day of Easter Sunday in the Gregorian calendar (Anonymous Gregorian algorithm, *Nature* 1876).

    >>> easter(2022)
    (4, 17)
    """
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return month, day + 1


def _moved(day_in: DayIn, days: int) -> DayIn:
    """Give the day so many days from another."""

    def moved(year: int) -> MonthAndDay | None:
        day = day_in(year)
        if day is None:
            return None
        _, month, moved_to = Instant(Instant.of(year, *day).ordinal + days).date
        return month, moved_to

    return moved


def _nth(month: int, weekday: int, number: int) -> DayIn:
    """Give the n-th (or with -1 the last) ISO weekday of a month."""

    def day_in(year: int) -> MonthAndDay:
        first = Instant.of(year, month).weekday
        length = calendar.monthrange(year % 400 + 400, month)[1]
        days = list(range(1 + (weekday - first) % 7, length + 1, 7))
        return month, days[number - 1 if number > 0 else number]

    return day_in


def advent(year: int) -> MonthAndDay:
    """Give the fourth Sunday before Christmas Day, with which Advent begins."""
    christmas = Instant.of(year, 12, 25)
    _, month, day = Instant(christmas.ordinal - christmas.weekday - 21).date
    return month, day


def _every(years: int, of: int, day_in: DayIn) -> DayIn:
    """Keep only the years that give `of` when divided by `years`."""
    return lambda year: day_in(year) if year % years == of else None


def _on(month: int, day: int) -> DayIn:
    return lambda _: (month, day)


def _in_years(days: Mapping[int, MonthAndDay]) -> DayIn:
    """Give the days of the few years that are listed."""
    return days.get


_SUPER_TUESDAYS = {
    1988: (3, 8), 1992: (3, 10), 1996: (3, 12), 2000: (3, 7), 2004: (3, 2), 2008: (2, 5), 2012: (3, 6), 2016: (3, 1),
    2020: (3, 3), 2024: (3, 5),
}  # fmt: skip
"""Days on which most states of the United States held their primaries."""
_FROM_EASTER = {
    "shrove tuesday": -47, "pancake day": -47, "mardi gras": -47, "ash wednesday": -46, "palm sunday": -7,
    "maundy thursday": -3, "good friday": -2, "holy saturday": -1, "easter sunday": 0, "easter": 0, "easter monday": 1,
    "ascension day": 39, "pentecost": 49, "whit sunday": 49, "whit monday": 50, "trinity sunday": 56,
    "corpus christi": 60,
}  # fmt: skip
_NTH_WEEKDAY = {  # month, ISO weekday, which one (-1: the last)
    "martin luther king jr? .? day": (1, 1, 3), "mlk day": (1, 1, 3),
    "presidents|president's|presidents' day": (2, 1, 3),
    "mother's|mothers' day": (5, 7, 2), "memorial day": (5, 1, -1), "father's|fathers' day": (6, 7, 3),
    "labor|labour day": (9, 1, 1), "columbus day": (10, 1, 2), "indigenous peoples' day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4), "thanksgiving": (11, 4, 4), "remembrance sunday": (11, 7, 2),
}  # fmt: skip

# Name to day and, for feasts of several days, how many.
MOVABLE: dict[str, tuple[DayIn, int]] = {
    **{name: (_nth(*place), 1) for name, place in _NTH_WEEKDAY.items()},
    **{name: (_moved(easter, days), 1) for name, days in _FROM_EASTER.items()},
    "black friday": (_moved(_nth(11, 4, 4), 1), 1),
    "cyber monday": (_moved(_nth(11, 4, 4), 4), 1),
    "election day": (_moved(_nth(11, 1, 1), 1), 1),
    "inauguration day": (_every(4, 1, _on(1, 20)), 1),
    "leap day": (_every(4, 0, _on(2, 29)), 1),
    "advent sunday": (advent, 1),
    "holy week": (_moved(easter, -7), 7),
    "giving tuesday": (_moved(_nth(11, 4, 4), 5), 1),
    "super tuesday": (_in_years(_SUPER_TUESDAYS), 1),
    "orthodox easter": (orthodox_easter, 1),
    "lunar|chinese new year": (observed_in("CN", "Chinese New Year (Spring Festival)"), 1),
    "ramadan|ramadhan|ramzan": (observed_in("MV", "First Day of Ramadan"), 30),
    "eid": (observed_in("SG", "Eid al-Fitr"), 1),
    "eid al|ul - fitr": (observed_in("SG", "Eid al-Fitr"), 1),
    "eid al|ul - adha": (observed_in("SG", "Eid al-Adha"), 1),
    "ashura": (observed_in("IR", "Ashura"), 1),
    "islamic new year": (observed_in("MV", "Islamic New Year"), 1),
    "diwali|deepavali|divali": (observed_in("SG", "Diwali"), 1),
    "holi": (observed_in("IN", "Holi", years=range(2001, 2036)), 1),
    "dussehra": (observed_in("IN", "Dussehra", years=range(2001, 2036)), 1),
    "vesak day?": (observed_in("SG", "Vesak Day"), 1),
    "rosh hashanah|hashana": (observed_in("IL", "Rosh Hashanah"), 2),
    "yom kippur": (observed_in("IL", "Yom Kippur"), 1),
    "sukkot": (observed_in("IL", "Sukkot"), 7),
    "hanukkah|chanukah|hanukah": (observed_in("IL", "Hanukkah"), 8),
    "kwanzaa": (_on(12, 26), 7),
    "purim": (observed_in("IL", "Purim"), 1),
    "passover|pesach": (observed_in("IL", "Pesach"), 7),
    "shavuot": (observed_in("IL", "Shavuot"), 1),
    "nowruz|norouz|nowrouz": (observed_in("IR", "Nowruz"), 1),
    "chuseok": (observed_in("KR", "Chuseok"), 1),
    "mid - autumn festival": (observed_in("TW", "Mid-Autumn Festival"), 1),
    "dragon boat festival": (observed_in("HK", "Dragon Boat Festival"), 1),
}
"""Pattern of the name to the day on which it begins in a year, and its length in days."""
