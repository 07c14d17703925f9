"""Stretches that come again: every May, every Friday, each morning, the 22nd of each month.

A repeating stretch lives in a *frame*: May in a year, Friday in a week, a morning in a day. It tells where
it lies in the frame that begins at a given instant; everything else follows from stepping over frames.
"""

from __future__ import annotations

import abc
from collections.abc import Callable, Iterator

from attrs import field, frozen

from timeline.calculus.granularity import SEASON_MONTHS, Granularity
from timeline.calculus.instants import Instant, days_in_month
from timeline.calculus.intervals import Interval
from timeline.calculus.notation import LAST_YEAR, PARTS_OF_DAY, format_timex
from timeline.validation import check_fields, one_of

__all__ = [
    "ClockTime",
    "DayOfMonth",
    "DayOfWeek",
    "DayOfYear",
    "DecadeOfCentury",
    "Festival",
    "MonthOfYear",
    "PartOfDay",
    "QuarterOfYear",
    "Repeating",
    "SeasonOfYear",
    "Unit",
    "WeekOfYear",
    "WorkingDay",
]

_MAX_FRAMES = 12  # 29 February can be eight years away; beyond that a day does not exist
_SATURDAY = 6
_YEARS_ABOUT = (-2, -1, 0, 1)
"""From the year of a moment: those that a day with its weekday, but no year, may be of."""
_CLOSE = 31
"""Days from a moment within which a day is meant whatever the weekday said with it."""
_OPPOSITE = {"SP": "FA", "SU": "WI", "FA": "SP", "WI": "SU"}


class Repeating(abc.ABC):
    """A stretch of time that comes once in each frame, or not at all in some (29 February).

    The calendar is read off the wall: of an instant with an offset from UTC, only the reading of its clock counts.
    """

    __slots__ = ()

    __attrs_post_init__ = check_fields

    @property
    @abc.abstractmethod
    def frame(self) -> Granularity:
        """The unit in which it comes once."""

    @property
    @abc.abstractmethod
    def granularity(self) -> Granularity:
        """The unit that it is."""

    @property
    @abc.abstractmethod
    def template(self) -> str:
        """Its TIMEX3 value where nothing tells which one is meant, such as `XXXX-05`."""

    @abc.abstractmethod
    def within(self, frame: Instant) -> Interval | None:
        """Give the occurrence in the frame that begins at `frame`; None where there is none."""

    def timex(self, found: Interval) -> str | None:
        """Give the TIMEX3 value of an occurrence, or of another interval that was made of one."""
        return format_timex(found)

    def upwards(self, instant: Instant) -> Iterator[Interval]:
        """Step through occurrences, from the frame before the one that holds `instant`, forwards."""
        frame = instant.local.floor(self.frame).shift(-1, self.frame)
        for step in range(_MAX_FRAMES):
            found = self.within(frame.shift(step, self.frame))
            if found is not None:
                yield found

    def downwards(self, instant: Instant) -> Iterator[Interval]:
        """Step through occurrences, from the frame that holds `instant`, backwards."""
        frame = instant.local.floor(self.frame)
        for step in range(_MAX_FRAMES):
            found = self.within(frame.shift(-step, self.frame))
            if found is not None:
                yield found

    def last_begun(self, instant: Instant) -> Interval | None:
        """Give the latest occurrence that has begun at `instant`."""
        return next((found for found in self.downwards(instant) if _begin(found) <= instant.local), None)

    def last_ended(self, instant: Instant) -> Interval | None:
        """Give the latest occurrence that has ended by `instant`."""
        return next((found for found in self.downwards(instant) if _end(found) <= instant.local), None)

    def next_ending(self, instant: Instant) -> Interval | None:
        """Give the first occurrence that has not ended at `instant`: the present one or the next."""
        return next((found for found in self.upwards(instant) if _end(found) > instant.local), None)

    def next_begin(self, instant: Instant) -> Interval | None:
        """Give the first occurrence that begins at `instant` or later."""
        return next((found for found in self.upwards(instant) if _begin(found) >= instant.local), None)

    def all_within(self, stretch: Interval) -> list[Interval]:
        """Give the occurrences that begin within an interval with known ends, in order (1,000 at most)."""
        begin, end = stretch.begin.earliest, stretch.end.latest
        if begin is None or end is None:
            return []
        begin, end = begin.local, end.local
        frame = begin.floor(self.frame)
        found = []
        for _ in range(1_000):
            if frame >= end:
                break
            occurrence = self.within(frame)
            if occurrence is not None and begin <= _begin(occurrence) < end:
                found.append(occurrence)
            frame = frame.shift(1, self.frame)
        return found


def _begin(interval: Interval) -> Instant:
    begin = interval.begin.earliest
    assert begin is not None  # occurrences have known ends
    return begin.local


def _end(interval: Interval) -> Instant:
    end = interval.end.latest
    assert end is not None  # occurrences have known ends
    return end.local


@frozen
class Unit(Repeating):
    """Every unit of the calendar: each day, each year.

    >>> Unit(Granularity.YEAR).last_ended(Instant.of(2022, 7, 22)).edtf
    '2021'
    """

    granularity: Granularity

    @property
    def frame(self) -> Granularity:
        return Granularity.WEEK if self.granularity is Granularity.WEEKEND else self.granularity

    @property
    def template(self) -> str:
        return _TEMPLATES.get(self.granularity, "XXXX")

    def within(self, frame: Instant) -> Interval:
        return Interval.unit(frame, self.granularity)


_TEMPLATES = {
    Granularity.SECOND: "XXXX-XX-XXTXX:XX:XX",
    Granularity.MINUTE: "XXXX-XX-XXTXX:XX",
    Granularity.HOUR: "XXXX-XX-XXTXX",
    Granularity.PART_OF_DAY: "XXXX-XX-XXTXX",
    Granularity.DAY: "XXXX-XX-XX",
    Granularity.WEEKEND: "XXXX-WXX-WE",
    Granularity.WEEK: "XXXX-WXX",
    Granularity.MONTH: "XXXX-XX",
    Granularity.QUARTER: "XXXX-QX",
    Granularity.SEASON: "XXXX-SX",
    Granularity.HALF: "XXXX-HX",
    Granularity.DECADE: "XXX",
    Granularity.CENTURY: "XX",
    Granularity.MILLENNIUM: "X",
}


@frozen
class MonthOfYear(Repeating):
    """A month, 1 to 12, in every year."""

    month: int
    frame = Granularity.YEAR
    granularity = Granularity.MONTH

    @property
    def template(self) -> str:
        return f"XXXX-{self.month:02}"

    def within(self, frame: Instant) -> Interval:
        return Interval.unit(frame.shift(self.month - 1, Granularity.MONTH), Granularity.MONTH)


@frozen
class DayOfYear(Repeating):
    """A day of a month in every year that has it; an ISO weekday said with it tells which year is meant.

    News may be wrong about it: it only chooses among the years about a moment, and not at all for a day close to it.

    >>> DayOfYear(2, 29).last_begun(Instant.of(2023, 5, 1)).edtf
    '2020-02-29'
    >>> DayOfYear(7, 18, 5).next_ending(Instant.of(2013, 2, 12)).edtf
    '2014-07-18'
    """

    month: int
    day: int
    weekday: int | None = None
    frame = Granularity.YEAR
    granularity = Granularity.DAY

    @property
    def template(self) -> str:
        return f"XXXX-{self.month:02}-{self.day:02}"

    def within(self, frame: Instant) -> Interval | None:
        if self.day > days_in_month(frame.year, self.month):
            return None
        return Interval.unit(Instant.of(frame.year, self.month, self.day), Granularity.DAY)

    def upwards(self, instant: Instant) -> Iterator[Interval]:
        return self._on_weekday(super().upwards(instant), instant.local)

    def downwards(self, instant: Instant) -> Iterator[Interval]:
        return self._on_weekday(super().downwards(instant), instant.local)

    def _on_weekday(self, found: Iterator[Interval], moment: Instant) -> Iterator[Interval]:
        """Keep the occurrences on the weekday, if it chooses among those about a moment."""
        if self.weekday is None:
            return found
        year = moment.floor(self.frame)
        about = [day for step in _YEARS_ABOUT if (day := self.within(year.shift(step, self.frame))) is not None]
        if any(abs(_begin(day).ordinal - moment.ordinal) <= _CLOSE for day in about):
            return found
        chosen = [day for day in about if _begin(day).weekday == self.weekday]
        return (day for day in found if day in chosen) if chosen else found


@frozen
class DayOfMonth(Repeating):
    """A day, 1 to 31, in every month that has it, or only where it is a given ISO weekday: Friday the 13th.

    >>> DayOfMonth(13, 5).last_begun(Instant.of(2022, 7, 22)).edtf
    '2022-05-13'
    """

    day: int
    weekday: int | None = None
    frame = Granularity.MONTH
    granularity = Granularity.DAY

    @property
    def template(self) -> str:
        return f"XXXX-XX-{self.day:02}"

    def within(self, frame: Instant) -> Interval | None:
        if self.day > days_in_month(frame.year, frame.month):
            return None
        day = frame.shift(self.day - 1, Granularity.DAY)
        return Interval.unit(day, Granularity.DAY) if self.weekday in {None, day.weekday} else None


@frozen
class DayOfWeek(Repeating):
    """An ISO weekday, Monday 1 to Sunday 7, in every week."""

    weekday: int
    frame = Granularity.WEEK
    granularity = Granularity.DAY

    @property
    def template(self) -> str:
        return f"XXXX-WXX-{self.weekday}"

    def within(self, frame: Instant) -> Interval:
        return Interval.unit(frame.shift(self.weekday - 1, Granularity.DAY), Granularity.DAY)


@frozen
class WorkingDay(Repeating):
    """Each day from Monday to Friday.

    >>> WorkingDay().last_ended(Instant.of(2022, 7, 25)).edtf
    '2022-07-22'
    """

    frame = Granularity.DAY
    granularity = Granularity.DAY
    template = "XXXX-XX-XX"

    def within(self, frame: Instant) -> Interval | None:
        return Interval.unit(frame, Granularity.DAY) if frame.weekday < _SATURDAY else None


@frozen
class SeasonOfYear(Repeating):
    """A meteorological season: `SP`, `SU`, `FA`, or `WI`, of the year in which it begins.

    EDTF's seasons are told as northern ones here, so the interval of a southern one is told in months.

    >>> SeasonOfYear("SU").within(Instant.of(2022)).edtf
    '2022-22'
    >>> SeasonOfYear("SU", southern=True).within(Instant.of(2022)).edtf
    '2022-12/2023-02'
    """

    season: str = field(validator=one_of(SEASON_MONTHS))
    southern: bool = False
    frame = Granularity.YEAR
    granularity = Granularity.SEASON

    @property
    def template(self) -> str:
        return f"XXXX-{self.season}"

    @property
    def first_month(self) -> int:
        """The month, 1 to 12, with which it begins."""
        return SEASON_MONTHS[_OPPOSITE[self.season] if self.southern else self.season]

    def timex(self, found: Interval) -> str | None:
        if not self.southern:
            return format_timex(found)
        year = _begin(found).year
        return f"{year:04}-{self.season}" if 0 < year <= LAST_YEAR else None

    def within(self, frame: Instant) -> Interval:
        begin = frame.shift(self.first_month - 1, Granularity.MONTH)
        unit = Granularity.MONTH if self.southern else Granularity.SEASON
        return Interval.exact(begin, begin.shift(3, Granularity.MONTH), unit)


@frozen
class QuarterOfYear(Repeating):
    """A quarter, 1 to 4, or (by its granularity) a half, 1 or 2, of every calendar year."""

    number: int
    granularity: Granularity = Granularity.QUARTER
    frame = Granularity.YEAR

    @property
    def template(self) -> str:
        return f"XXXX-{'Q' if self.granularity is Granularity.QUARTER else 'H'}{self.number}"

    def within(self, frame: Instant) -> Interval:
        return Interval.unit(frame.shift(self.number - 1, self.granularity), self.granularity)


@frozen
class WeekOfYear(Repeating):
    """A week of every year that has it, 1 to 53, as ISO 8601 counts them.

    >>> WeekOfYear(27).last_begun(Instant.of(2022, 7, 22)).edtf
    '2022-07-04/2022-07-10'
    """

    number: int
    frame = Granularity.YEAR
    granularity = Granularity.WEEK

    @property
    def template(self) -> str:
        return f"XXXX-W{self.number:02}"

    def within(self, frame: Instant) -> Interval | None:
        first = frame.shift(3, Granularity.DAY).floor(Granularity.WEEK)
        week = Interval.unit(first.shift(self.number - 1, Granularity.WEEK), Granularity.WEEK)
        return week if _begin(week).iso_week == (frame.year, self.number) else None


@frozen
class DecadeOfCentury(Repeating):
    """A decade of every century: the nineties are 9."""

    decade: int
    frame = Granularity.CENTURY
    granularity = Granularity.DECADE

    @property
    def template(self) -> str:
        return f"XX{self.decade}"

    def within(self, frame: Instant) -> Interval:
        return Interval.unit(frame.shift(self.decade, Granularity.DECADE), Granularity.DECADE)


@frozen
class PartOfDay(Repeating):
    """Part of every day: morning `MO`, midday `MI`, afternoon `AF`, evening `EV`, night `NI`, daytime `DT`."""

    part: str = field(validator=one_of(PARTS_OF_DAY))
    frame = Granularity.DAY
    granularity = Granularity.PART_OF_DAY

    @property
    def template(self) -> str:
        return f"XXXX-XX-XXT{self.part}"

    def within(self, frame: Instant) -> Interval:
        first, last = PARTS_OF_DAY[self.part]
        return Interval.exact(
            frame.shift(first, Granularity.HOUR), frame.shift(last, Granularity.HOUR), Granularity.PART_OF_DAY
        )


@frozen
class ClockTime(Repeating):
    """A time of day, to the granularity said, with the offset from UTC in minutes where a zone was said."""

    hour: int
    minute: int = 0
    second: int = 0
    granularity: Granularity = Granularity.MINUTE
    offset: int | None = None
    frame = Granularity.DAY

    @property
    def template(self) -> str:
        seconds = f":{self.second:02}" if self.granularity is Granularity.SECOND else ""
        return f"XXXX-XX-XXT{self.hour:02}:{self.minute:02}{seconds}"

    def within(self, frame: Instant) -> Interval:
        seconds = self.hour * 3_600 + self.minute * 60 + self.second
        begin = Instant(frame.ordinal, 0, self.offset).shift(seconds, Granularity.SECOND)
        return Interval.exact(begin, begin.shift(1, self.granularity), self.granularity)


@frozen
class Festival(Repeating):
    """A well-known day that moves with the year, such as Easter or the fourth Thursday of November."""

    name: str
    day_in: Callable[[int], tuple[int, int] | None] = field(repr=False)
    """Month and day for a year; None in years without it."""
    frame = Granularity.YEAR
    granularity = Granularity.DAY

    @property
    def template(self) -> str:
        return "XXXX-XX-XX"

    def within(self, frame: Instant) -> Interval | None:
        day = self.day_in(frame.year)
        return None if day is None else Interval.unit(Instant.of(frame.year, *day), Granularity.DAY)
