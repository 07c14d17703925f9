"""Well-known days of the English-speaking world: fixed, n-th weekday of a month, and those that move with Easter."""

from __future__ import annotations

import calendar
from collections.abc import Callable

from timeline.calculus.instants import Instant
from timeline.calculus.operators import Bare
from timeline.calculus.repeating import DayOfYear, Festival, Repeating
from timeline.languages.meaning import Meaning
from timeline.languages.rule import Rule

__all__ = ["HOLIDAY_RULES", "HOLIDAY_WORDS", "easter"]

_FIXED = {
    "new year's day": (1, 1),
    "new year's eve": (12, 31),
    "new year's": (1, 1),
    "groundhog day": (2, 2),
    "valentine's day": (2, 14),
    "st|st. valentine's day": (2, 14),
    "st|saint .? patrick's day": (3, 17),
    "april fools day": (4, 1),
    "april fools' day": (4, 1),
    "earth day": (4, 22),
    "anzac day": (4, 25),
    "may day": (5, 1),
    "juneteenth": (6, 19),
    "canada day": (7, 1),
    "independence day": (7, 4),
    "bastille day": (7, 14),
    "halloween": (10, 31),
    "all saints' day": (11, 1),
    "guy fawkes night|day": (11, 5),
    "veterans day": (11, 11),
    "armistice day": (11, 11),
    "remembrance day": (11, 11),
    "christmas eve": (12, 24),
    "christmas day": (12, 25),
    "christmas": (12, 25),
    "boxing day": (12, 26),
    "waitangi day": (2, 6),
    "australia day": (1, 26),
    "pearl harbor day": (12, 7),
}
_NTH_WEEKDAY = {  # month, ISO weekday, which one (-1: the last)
    "martin luther king day": (1, 1, 3),
    "martin luther king jr .? day": (1, 1, 3),
    "presidents|president's|presidents' day": (2, 1, 3),
    "mother's day": (5, 7, 2),
    "memorial day": (5, 1, -1),
    "father's day": (6, 7, 3),
    "labor day": (9, 1, 1),
    "columbus day": (10, 1, 2),
    "thanksgiving day": (11, 4, 4),
    "thanksgiving": (11, 4, 4),
}
_FROM_EASTER = {
    "shrove tuesday": -47,
    "mardi gras": -47,
    "ash wednesday": -46,
    "palm sunday": -7,
    "maundy thursday": -3,
    "good friday": -2,
    "holy saturday": -1,
    "easter sunday": 0,
    "easter": 0,
    "easter monday": 1,
    "ascension day": 39,
    "pentecost": 49,
    "whit sunday": 49,
    "corpus christi": 60,
}


def easter(year: int) -> tuple[int, int]:
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


def _from_easter(days: int) -> Callable[[int], tuple[int, int]]:
    def day_in(year: int) -> tuple[int, int]:
        _, month, day = Instant(Instant.of(year, *easter(year)).ordinal + days).date
        return month, day

    return day_in


def _nth(month: int, weekday: int, number: int) -> Callable[[int], tuple[int, int]]:
    def day_in(year: int) -> tuple[int, int]:
        first = Instant.of(year, month).weekday
        days = list(range(1 + (weekday - first) % 7, _length(year, month) + 1, 7))
        return month, days[number - 1 if number > 0 else number]

    return day_in


def _length(year: int, month: int) -> int:
    return calendar.monthrange(year % 400 + 400, month)[1]


def _black_friday(year: int) -> tuple[int, int]:
    month, day = _nth(11, 4, 4)(year)
    return month, day + 1


def _rule(name: str, stretch: Repeating) -> Rule:
    pattern = name.replace("s'", "s ' ").replace("'s", " ' s")
    return Rule("holiday", "bareday", f"{pattern}", lambda: Meaning("DATE", Bare(stretch)))


HOLIDAY_RULES = (
    *(_rule(name, DayOfYear(*day)) for name, day in _FIXED.items()),
    *(_rule(name, Festival(name, _nth(*place))) for name, place in _NTH_WEEKDAY.items()),
    *(_rule(name, Festival(name, _from_easter(days))) for name, days in _FROM_EASTER.items()),
    _rule("black friday", Festival("black friday", _black_friday)),
)

_ORDINARY = frozenset(
    "day eve year monday tuesday wednesday thursday friday saturday sunday all new holy good black night may april st"
    " saint palm canada earth australia ash labor memorial independence s guy boxing".split()
)
"""Words of their names that say nothing of a holiday by themselves."""

HOLIDAY_WORDS = frozenset(
    word
    for name in (*_FIXED, *_NTH_WEEKDAY, *_FROM_EASTER)
    for word in name.replace("'", " ").replace("|", " ").replace(".", " ").split()
    if word not in _ORDINARY
) | {"eve"}
