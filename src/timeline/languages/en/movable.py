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
_FROM_EASTER = {  # days, and an example
    "shrove tuesday": (-47, "2022-03-01"),
    "pancake day": (-47, "2022-03-01"),
    "mardi gras": (-47, "2022-03-01"),
    "ash wednesday": (-46, "2022-03-02"),
    "palm sunday": (-7, "2022-04-10"),
    "maundy thursday": (-3, "2022-04-14"),
    "good friday": (-2, "2022-04-15"),
    "holy saturday": (-1, "2022-04-16"),
    "easter sunday": (0, "2022-04-17"),
    "easter": (0, "2022-04-17"),
    "easter monday": (1, "2022-04-18"),
    "ascension day": (39, "2022-05-26"),
    "pentecost": (49, "2022-06-05"),
    "whit sunday": (49, "2022-06-05"),
    "whit monday": (50, "2022-06-06"),
    "trinity sunday": (56, "2022-06-12"),
    "corpus christi": (60, "2022-06-16"),
}
_NTH_WEEKDAY = {  # month, ISO weekday, which one (-1: the last), and an example
    "martin luther king jr? .? day": (1, 1, 3, "2022-01-17"),
    "mlk day": (1, 1, 3, "2022-01-17"),
    "presidents|president's|presidents' day": (2, 1, 3, "2022-02-21"),
    "mother's|mothers' day": (5, 7, 2, "2022-05-08"),
    "memorial day": (5, 1, -1, "2022-05-30"),
    "father's|fathers' day": (6, 7, 3, "2022-06-19"),
    "labor|labour day": (9, 1, 1, "2022-09-05"),
    "columbus day": (10, 1, 2, "2022-10-10"),
    "indigenous peoples' day": (10, 1, 2, "2022-10-10"),
    "thanksgiving day": (11, 4, 4, "2022-11-24"),
    "thanksgiving": (11, 4, 4, "2022-11-24"),
    "remembrance sunday": (11, 7, 2, "2022-11-13"),
}

MOVABLE: dict[str, tuple[DayIn, int, str]] = {
    **{name: (_nth(*place), 1, example) for name, (*place, example) in _NTH_WEEKDAY.items()},
    **{name: (_moved(easter, days), 1, example) for name, (days, example) in _FROM_EASTER.items()},
    "black friday": (_moved(_nth(11, 4, 4), 1), 1, "2022-11-25"),
    "cyber monday": (_moved(_nth(11, 4, 4), 4), 1, "2022-11-28"),
    "election day": (_moved(_nth(11, 1, 1), 1), 1, "2022-11-08"),
    "inauguration day": (_every(4, 1, _on(1, 20)), 1, "2021-01-20"),
    "leap day": (_every(4, 0, _on(2, 29)), 1, "2024-02-29"),
    "advent sunday": (advent, 1, "2022-11-27"),
    "holy week": (_moved(easter, -7), 7, "2022-04-10"),
    "giving tuesday": (_moved(_nth(11, 4, 4), 5), 1, "2022-11-29"),
    "super tuesday": (_in_years(_SUPER_TUESDAYS), 1, "2020-03-03"),
    "orthodox easter": (orthodox_easter, 1, "2022-04-24"),
    "lunar|chinese new year": (observed_in("CN", "Chinese New Year (Spring Festival)"), 1, "2022-02-01"),
    "ramadan|ramadhan|ramzan": (observed_in("MV", "First Day of Ramadan"), 30, "2022-04-02"),
    "eid": (observed_in("SG", "Eid al-Fitr"), 1, "2022-05-03"),
    "eid al|ul - fitr": (observed_in("SG", "Eid al-Fitr"), 1, "2022-05-03"),
    "eid al|ul - adha": (observed_in("SG", "Eid al-Adha"), 1, "2022-07-10"),
    "ashura": (observed_in("IR", "Ashura"), 1, "2022-08-08"),
    "islamic new year": (observed_in("MV", "Islamic New Year"), 1, "2022-07-30"),
    "diwali|deepavali|divali": (observed_in("SG", "Diwali"), 1, "2022-10-24"),
    "holi": (observed_in("IN", "Holi", years=range(2001, 2036)), 1, "2022-03-18"),
    "dussehra": (observed_in("IN", "Dussehra", years=range(2001, 2036)), 1, "2022-10-05"),
    "vesak day?": (observed_in("SG", "Vesak Day"), 1, "2022-05-15"),
    "rosh hashanah|hashana": (observed_in("IL", "Rosh Hashanah"), 2, "2022-09-26"),
    "yom kippur": (observed_in("IL", "Yom Kippur"), 1, "2022-10-05"),
    "sukkot": (observed_in("IL", "Sukkot"), 7, "2022-10-10"),
    "hanukkah|chanukah|hanukah": (observed_in("IL", "Hanukkah"), 8, "2022-12-19"),
    "kwanzaa": (_on(12, 26), 7, "2022-12-26"),
    "purim": (observed_in("IL", "Purim"), 1, "2022-03-17"),
    "passover|pesach": (observed_in("IL", "Pesach"), 7, "2022-04-16"),
    "shavuot": (observed_in("IL", "Shavuot"), 1, "2022-06-05"),
    "nowruz|norouz|nowrouz": (observed_in("IR", "Nowruz"), 1, "2022-03-21"),
    "chuseok": (observed_in("KR", "Chuseok"), 1, "2022-09-10"),
    "mid - autumn festival": (observed_in("TW", "Mid-Autumn Festival"), 1, "2022-09-10"),
    "dragon boat festival": (observed_in("HK", "Dragon Boat Festival"), 1, "2022-06-03"),
}
"""Pattern of the name to the day on which it begins in a year, its length in days, and an example of that day."""
