"""How finely a time is said, from seconds to millennia, and how long the units of the calendar are."""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import Final

from timeline.validation import refuse_choice

__all__ = ["MASKED_DIGITS", "MONTHS_IN", "SEASON_MONTHS", "SECONDS_IN", "Granularity"]


class Granularity(enum.Enum):
    """The unit in which a time is stated; coarser units compare greater.

    >>> Granularity.DAY < Granularity.MONTH
    True
    >>> Granularity("week")
    Granularity.WEEK
    """

    SECOND = "second"
    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part of day"
    DAY = "day"
    WEEKEND = "weekend"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    HALF = "half"
    YEAR = "year"
    DECADE = "decade"
    CENTURY = "century"
    MILLENNIUM = "millennium"

    @classmethod
    def _missing_(cls, value: object) -> Granularity:
        refuse_choice(cls, value)

    __hash__ = object.__hash__  # members are single; the hash of Enum is far slower

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"

    def __lt__(self, other: Granularity) -> bool:
        return _RANK[self] < _RANK[other] if type(other) is Granularity else NotImplemented

    def __le__(self, other: Granularity) -> bool:
        return _RANK[self] <= _RANK[other] if type(other) is Granularity else NotImplemented

    def __gt__(self, other: Granularity) -> bool:
        return _RANK[self] > _RANK[other] if type(other) is Granularity else NotImplemented

    def __ge__(self, other: Granularity) -> bool:
        return _RANK[self] >= _RANK[other] if type(other) is Granularity else NotImplemented


_RANK = {member: rank for rank, member in enumerate(Granularity)}

MONTHS_IN: Final[Mapping[Granularity, int]] = {
    Granularity.MONTH: 1,
    Granularity.QUARTER: 3,
    Granularity.SEASON: 3,
    Granularity.HALF: 6,
    Granularity.YEAR: 12,
    Granularity.DECADE: 120,
    Granularity.CENTURY: 1_200,
    Granularity.MILLENNIUM: 12_000,
}
"""Units that are counted in months, whose lengths in seconds differ."""
SECONDS_IN: Final[Mapping[Granularity, int]] = {
    Granularity.SECOND: 1,
    Granularity.MINUTE: 60,
    Granularity.HOUR: 3_600,
    Granularity.PART_OF_DAY: 6 * 3_600,
    Granularity.DAY: 86_400,
    Granularity.WEEKEND: 7 * 86_400,
    Granularity.WEEK: 7 * 86_400,
}
"""All other units, by the seconds from one to the next: weekends come once a week."""
MASKED_DIGITS: Final[Mapping[Granularity, int]] = {
    Granularity.DECADE: 1,
    Granularity.CENTURY: 2,
    Granularity.MILLENNIUM: 3,
}
"""Units of several years, by how many of the four digits of a year their notations leave out: `199X`."""
SEASON_MONTHS: Final[Mapping[str, int]] = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
"""The month with which each season begins in the north, by its TIMEX3 name."""
