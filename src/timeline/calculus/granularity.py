"""How finely a time is said, from seconds to millennia."""

from __future__ import annotations

import enum

from timeline.validation import refuse_choice

__all__ = ["Granularity"]


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
