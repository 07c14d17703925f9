"""Zones that are named without saying whether summer time holds: ET, Pacific time, London time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.instants import Instant
from timeline.calculus.recurring import ClockTime

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval

__all__ = ["PLACES", "ZONES", "LocalClock", "Zone", "clock_in"]


@frozen
class Zone:
    """Minutes from UTC in winter, for a zone that keeps summer time."""

    standard: int
    european: bool = False


ZONES = {
    "et": Zone(-300), "ct": Zone(-360), "mt": Zone(-420), "pt": Zone(-480),
    "eastern": Zone(-300), "central": Zone(-360), "mountain": Zone(-420), "pacific": Zone(-480),
}  # fmt: skip

PLACES: dict[str, int | Zone] = {
    **dict.fromkeys("london uk british dublin lisbon".split(), Zone(0, european=True)),
    **dict.fromkeys(
        "paris berlin brussels rome madrid vienna amsterdam stockholm oslo copenhagen warsaw prague budapest geneva"
        " zurich".split(),
        Zone(60, european=True),
    ),
    **dict.fromkeys("athens helsinki kyiv kiev bucharest sofia".split(), Zone(120, european=True)),
    "york": Zone(-300), "moscow": 180, "istanbul": 180, "dubai": 240, "delhi": 330, "beijing": 480, "kong": 480,
    "singapore": 480, "manila": 480, "tokyo": 540, "seoul": 540,
}  # fmt: skip
"""Places by whose clocks times are told: 9 a.m. Moscow time."""


@frozen
class LocalClock(ClockTime):
    """A time of day in a zone whose offset depends on the day.

    >>> LocalClock(14, offset=-300).within(Instant.of(2022, 7, 22)).edtf
    '2022-07-22T14:00-04:00'
    """

    european: bool = False

    def within(self, frame: Instant) -> Interval:
        """Give the occurrence on a day, an hour ahead in summer; without an offset where no law is known."""
        offset: int | None = (self.offset or 0) + (60 if _is_summer(frame, european=self.european) else 0)
        if self.european and frame.year < _COMMON_EUROPEAN:
            offset = None
        return ClockTime(self.hour, self.minute, self.second, self.granularity, offset).within(frame)


_COMMON_EUROPEAN = 1996
"""The year since which summer time is the same in all of western Europe (Directive 94/21/EC)."""


def clock_in(clock: ClockTime, zone: int | Zone | None) -> ClockTime:
    """Put a time of day in a zone."""
    if zone is None:
        return clock
    told = clock.hour, clock.minute, clock.second, clock.granularity
    if isinstance(zone, Zone):
        return LocalClock(*told, zone.standard, european=zone.european)
    return ClockTime(*told, zone)


def _is_summer(day: Instant, *, european: bool) -> bool:
    """Whether summer time holds: in the United States by the law of its year, 2007, 1987 or 1967."""
    year = day.year
    if european:
        begin, end = _sunday(year, 3, 25), _sunday(year, 10, 25)  # the last ones
        return begin <= day.ordinal < end
    if year >= 2007:  # Energy Policy Act of 2005
        begin, end = _sunday(year, 3, 8), _sunday(year, 11, 1)
    else:
        begin, end = _sunday(year, 4, 1 if year >= 1987 else 24), _sunday(year, 10, 25)  # amended
    return year >= 1967 and begin <= day.ordinal < end  # Uniform Time Act


def _sunday(year: int, month: int, first: int) -> int:
    """Give the ordinal of the first Sunday from a day of a month on."""
    day = Instant.of(year, month, first)
    return day.ordinal + 7 - day.weekday if day.weekday != 7 else day.ordinal  # ISO Sunday
