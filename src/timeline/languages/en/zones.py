"""Zones of North America that are named without saying whether summer time holds: ET, Pacific time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.instants import Instant
from timeline.calculus.recurring import ClockTime

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval

__all__ = ["ZONES", "LocalClock", "Zone", "clock_in"]


@frozen
class Zone:
    """Minutes from UTC in winter, for a zone that keeps summer time."""

    standard: int


ZONES = {
    "et": Zone(-300), "ct": Zone(-360), "mt": Zone(-420), "pt": Zone(-480),
    "eastern": Zone(-300), "central": Zone(-360), "mountain": Zone(-420), "pacific": Zone(-480),
}  # fmt: skip


@frozen
class LocalClock(ClockTime):
    """A time of day in a zone whose offset depends on the day.

    >>> LocalClock(14, offset=-300).within(Instant.of(2022, 7, 22)).edtf
    '2022-07-22T14:00-04:00'
    """

    def within(self, frame: Instant) -> Interval:
        """Give the occurrence on a day, an hour nearer to UTC in summer."""
        summer = 60 if _is_summer(frame) else 0
        return ClockTime(self.hour, self.minute, self.second, self.granularity, (self.offset or 0) + summer).within(
            frame
        )


def clock_in(clock: ClockTime, zone: int | Zone | None) -> ClockTime:
    """Put a time of day in a zone."""
    standard = zone.standard if isinstance(zone, Zone) else zone
    make = LocalClock if isinstance(zone, Zone) else ClockTime
    return make(clock.hour, clock.minute, clock.second, clock.granularity, standard)


def _is_summer(day: Instant) -> bool:
    """Whether summer time holds in the United States, by the law of its year: 2007, 1987 or 1967."""
    year = day.year
    if year >= 2007:  # Energy Policy Act of 2005
        begin, end = _sunday(year, 3, 8), _sunday(year, 11, 1)
    else:
        begin, end = _sunday(year, 4, 1 if year >= 1987 else 24), _sunday(year, 10, 25)  # amended
    return year >= 1967 and begin <= day.ordinal < end  # Uniform Time Act


def _sunday(year: int, month: int, first: int) -> int:
    """Give the ordinal of the first Sunday from a day of a month on."""
    day = Instant.of(year, month, first)
    return day.ordinal + 7 - day.weekday if day.weekday != 7 else day.ordinal  # ISO Sunday
