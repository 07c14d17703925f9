"""Points on the proleptic Gregorian calendar, years BCE and beyond 9999 included.

`datetime` ends at year 9999 and begins at year 1; history and half-open intervals need more.
Years are astronomical, as in ISO 8601: year 0 is 1 BC, year -43 is 44 BC.
"""

from __future__ import annotations

import datetime as dt
import functools
import re

from attrs import field, frozen

from timeline.calculus.granularity import MONTHS_IN, SECONDS_IN, Granularity
from timeline.errors import InputError, NotationError
from timeline.validation import check_type, refuse, shown

__all__ = ["SECONDS_IN_DAY", "Instant", "days_in_month", "unit_ends"]

SECONDS_IN_DAY = SECONDS_IN[Granularity.DAY]
_MINUTES_IN_DAY = 1_440
_MOST = 10**999 - 1  # what Python writes in decimals has an end too, and what is written must be read
_LEAST = -_MOST
_DAYS_IN_CYCLE = 146_097  # the Gregorian calendar repeats every 400 years
_YEARS_IN_CYCLE = 400
_FIELDS = (
    ("ordinal", "a whole number of days, of fewer than 1000 digits", _LEAST, _MOST),
    ("second", "a whole number of seconds from 0 to 86399", 0, SECONDS_IN_DAY - 1),
    ("offset", "a whole number of minutes, less than a day, or None", 1 - _MINUTES_IN_DAY, _MINUTES_IN_DAY - 1),
)
_CALENDAR = ("year", "month", "day", "hour", "minute", "second")
_ISO = re.compile(
    r"(?P<year>[+-]?\d{4,999})-(?P<month>\d\d)-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d):(?P<minute>\d\d)(?::(?P<second>\d\d))?(?P<zone>Z|[+-](?:[01]\d|2[0-3]):[0-5]\d)?)?",
    re.ASCII,
)


def _check_whole(name: str, value: object, wanted: str, low: int, high: int) -> None:
    if type(value) is not int or not low <= value <= high:
        refuse(name, wanted, value)


def days_in_month(year: int, month: int) -> int:
    """Give the number of days of a month, 28 to 31.

    >>> days_in_month(-4, 2)  # 5 BC was a leap year
    29
    """
    is_leap = year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)
    return 28 + is_leap if month == 2 else 30 + (month + month // 8) % 2  # calendar


def _ordinal(year: int, month: int, day: int) -> int:
    if 1 <= year <= dt.MAXYEAR:
        return dt.date(year, month, day).toordinal()
    cycles, year_of_cycle = divmod(year - 1, _YEARS_IN_CYCLE)
    return dt.date(year_of_cycle + 1, month, day).toordinal() + cycles * _DAYS_IN_CYCLE


@functools.lru_cache(maxsize=4096)
def _civil(ordinal: int) -> tuple[int, int, int]:
    cycles, day_of_cycle = divmod(ordinal - 1, _DAYS_IN_CYCLE)
    date = dt.date.fromordinal(day_of_cycle + 1)
    return date.year + cycles * _YEARS_IN_CYCLE, date.month, date.day


@frozen(eq=False, repr=False)
class Instant:
    """A point in time to the second, with the offset from UTC where one is known.

    Instants without an offset float: they are read off the wall, wherever that wall is. To keep the order
    total, an unknown offset counts as UTC in comparisons.

    >>> Instant.of(2022, 7, 22, 10, 30)
    Instant.parse('2022-07-22T10:30')
    >>> Instant.of(-43, 3, 15) < Instant.of(2022)
    True
    >>> Instant.of(2024, 2, 29).shift(-1, Granularity.YEAR)
    Instant.parse('2023-02-28')
    """

    ordinal: int
    """Days since 31 December 1 BC, so that 1 January of year 1 is 1."""
    second: int = 0
    """Seconds since midnight, 0 to 86,399."""
    offset: int | None = field(default=None)
    """Minutes east of UTC, where known; less than a day."""

    def __attrs_post_init__(self) -> None:
        ordinal, second, offset = self.ordinal, self.second, self.offset
        if (
            type(ordinal) is type(second) is int
            and 0 <= second < SECONDS_IN_DAY
            and _LEAST <= ordinal <= _MOST
            and (offset is None or (type(offset) is int and -_MINUTES_IN_DAY < offset < _MINUTES_IN_DAY))
        ):
            return
        for name, wanted, low, high in _FIELDS:
            value = getattr(self, name)
            if not (name == "offset" and value is None):
                _check_whole(name, value, wanted, low, high)

    @classmethod
    def of(  # noqa: PLR0913, PLR0917 - the fields of a calendar
        cls,
        year: int,
        month: int = 1,
        day: int = 1,
        hour: int = 0,
        minute: int = 0,
        second: int = 0,
        offset: int | None = None,
    ) -> Instant:
        """Build from calendar fields; raise InputError when there is no such day or time."""
        if not type(year) is type(month) is type(day) is type(hour) is type(minute) is type(second) is int:
            for name, value in zip(_CALENDAR, (year, month, day, hour, minute, second), strict=True):
                _check_whole(name, value, "a whole number", _LEAST, _MOST)
        try:
            ordinal = _ordinal(year, month, day)
        except (ValueError, OverflowError) as error:
            message = f"no such day: {shown(year)}-{shown(month)}-{shown(day)} (year-month-day); {error}"
            raise InputError(message) from error
        if not (0 <= hour < 24 and 0 <= minute < 60 and 0 <= second < 60):  # clock
            clock = f"{shown(hour)}:{shown(minute)}:{shown(second)}"
            message = f"no such time of day: {clock}; hours go to 23, minutes and seconds to 59"
            raise InputError(message)
        return cls(ordinal, hour * 3_600 + minute * 60 + second, offset)

    @classmethod
    def parse(cls, text: str) -> Instant:
        """Read ISO 8601, years BCE and expanded years included; raise NotationError.

        >>> Instant.parse("2022-07-22T10:30+09:00").offset
        540
        """
        check_type("an ISO 8601 instant", text, str, error=NotationError)
        match = _ISO.fullmatch(text)
        if match is None:
            message = f"not an ISO 8601 instant: {shown(text)}; write YYYY-MM-DD or YYYY-MM-DDThh:mm[:ss][±hh:mm]"
            raise NotationError(message)
        zone, offset = match["zone"], None
        if zone == "Z":
            offset = 0
        elif zone:
            offset = (int(zone[1:3]) * 60 + int(zone[4:6])) * (-1 if zone[0] == "-" else 1)
        hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
        try:
            return cls.of(int(match["year"]), int(match["month"]), int(match["day"]), hour, minute, second, offset)
        except InputError as error:
            message = f"not an instant: {shown(text)}; {error}"
            raise NotationError(message) from error

    @classmethod
    def from_datetime(cls, value: dt.date | dt.datetime) -> Instant:
        """Take over a date (its midnight) or a datetime, with its offset if it has one.

        Fractions of a second are dropped.
        """
        check_type("a date", value, dt.date)
        if not isinstance(value, dt.datetime):
            return cls(value.toordinal())
        delta = value.utcoffset()
        offset = None if delta is None else int(delta.total_seconds() // 60)
        return cls(value.toordinal(), value.hour * 3_600 + value.minute * 60 + value.second, offset)

    @property
    def date(self) -> tuple[int, int, int]:
        """Year, month and day."""
        return _civil(self.ordinal)

    @property
    def year(self) -> int:
        """Astronomical year: 0 is 1 BC."""
        return _civil(self.ordinal)[0]

    @property
    def month(self) -> int:
        """Month, 1 to 12."""
        return _civil(self.ordinal)[1]

    @property
    def day(self) -> int:
        """Day of the month, 1 to 31."""
        return _civil(self.ordinal)[2]

    @property
    def hour(self) -> int:
        """Hour, 0 to 23."""
        return self.second // 3_600

    @property
    def minute(self) -> int:
        """Minute, 0 to 59."""
        return self.second // 60 % 60

    @property
    def weekday(self) -> int:
        """ISO weekday: Monday is 1, Sunday is 7."""
        return (self.ordinal - 1) % 7 + 1

    @property
    def iso_week(self) -> tuple[int, int]:
        """ISO 8601 year and week: the week of a day is the one that holds its Thursday."""
        thursday = self.ordinal - self.weekday + 4
        year = _civil(thursday)[0]
        return year, (thursday - _ordinal(year, 1, 1)) // 7 + 1

    @property
    def position(self) -> int:
        """Place on the time line, in seconds, that comparisons go by: UTC, or the wall clock without an offset."""
        return self.ordinal * SECONDS_IN_DAY + self.second - (self.offset or 0) * 60

    @property
    def ordinal_before(self) -> int:
        """The day on which something ends that ends here, counted as `ordinal`: at midnight, the day before.

        >>> Instant.of(2022, 7, 23).ordinal_before == Instant.of(2022, 7, 22, 18).ordinal_before
        True
        """
        return self.ordinal - (self.second == 0)

    @property
    def local(self) -> Instant:
        """The same reading of the wall clock without its offset, as calendar days and months have none.

        >>> Instant.parse("2022-07-22T03:00+09:00").local
        Instant.parse('2022-07-22T03:00')
        """
        return self if self.offset is None else Instant(self.ordinal, self.second)

    def __eq__(self, other: object) -> bool:
        if type(other) is not Instant:
            return NotImplemented
        if self.offset is other.offset:
            return (self.ordinal, self.second) == (other.ordinal, other.second)
        return self.position == other.position

    def __lt__(self, other: Instant) -> bool:
        if type(other) is not Instant:
            return NotImplemented
        if self.offset is other.offset:
            return (self.ordinal, self.second) < (other.ordinal, other.second)
        return self.position < other.position

    def __le__(self, other: Instant) -> bool:
        if type(other) is not Instant:
            return NotImplemented
        if self.offset is other.offset:
            return (self.ordinal, self.second) <= (other.ordinal, other.second)
        return self.position <= other.position

    def __gt__(self, other: Instant) -> bool:
        if type(other) is not Instant:
            return NotImplemented
        if self.offset is other.offset:
            return (self.ordinal, self.second) > (other.ordinal, other.second)
        return self.position > other.position

    def __ge__(self, other: Instant) -> bool:
        if type(other) is not Instant:
            return NotImplemented
        if self.offset is other.offset:
            return (self.ordinal, self.second) >= (other.ordinal, other.second)
        return self.position >= other.position

    def __hash__(self) -> int:
        return hash(self.position)

    def shift(self, count: int, unit: Granularity) -> Instant:
        """Move by calendar units; a day that the target month lacks becomes its last day.

        >>> Instant.of(2022, 3, 31).shift(-1, Granularity.MONTH).isoformat()
        '2022-02-28'
        """
        if type(count) is not int or type(unit) is not Granularity:
            _check_whole("count", count, "a whole number", _LEAST, _MOST)
            check_type("unit", unit, Granularity)
        months = MONTHS_IN.get(unit)
        if months is None:
            days, second = divmod(self.second + count * SECONDS_IN[unit], SECONDS_IN_DAY)
            return Instant(self.ordinal + days, second, self.offset)
        year, month, day = self.date
        years, month0 = divmod(month - 1 + count * months, 12)
        year += years
        return Instant(_ordinal(year, month0 + 1, min(day, days_in_month(year, month0 + 1))), self.second, self.offset)

    def floor(self, unit: Granularity) -> Instant:
        """Give the begin of the calendar unit that holds this instant.

        Weeks begin on Monday, seasons on 1 March, June, September and December, decades in a year that ends in 0,
        centuries and millennia in one that ends in 00 and 000, as in TIMEX3. A weekend is the Saturday and Sunday of
        the week, ahead of an instant from Monday to Friday. Days and longer units are read off the wall: what is
        given for them has no offset.

        >>> Instant.of(2022, 7, 22).floor(Granularity.WEEK).isoformat()
        '2022-07-18'
        """
        if unit is Granularity.DAY:
            return Instant(self.ordinal)
        if type(unit) is not Granularity:
            check_type("unit", unit, Granularity)
        if unit in {Granularity.WEEK, Granularity.WEEKEND}:
            monday = self.ordinal - self.weekday + 1
            return Instant(monday if unit is Granularity.WEEK else monday + 5)
        if unit in SECONDS_IN:
            return Instant(self.ordinal, self.second - self.second % SECONDS_IN[unit], self.offset)
        year, month, _ = self.date
        if unit is Granularity.SEASON:
            return Instant(_ordinal(year, 1, 1)).shift((month // 3) * 3 - 1, Granularity.MONTH)
        size = MONTHS_IN[unit]
        if size <= 12:  # months in a year
            return Instant(_ordinal(year, (month - 1) // size * size + 1, 1))
        return Instant(_ordinal(year - year % (size // 12), 1, 1))

    def isoformat(self) -> str:
        """Write ISO 8601: the date alone at midnight, else with hours and minutes (and seconds if there are any).

        >>> Instant.of(-43, 3, 15).isoformat()
        '-0043-03-15'
        """
        year, month, day = self.date
        date = f"{_iso_year(year)}-{month:02}-{day:02}"
        if self.second == 0 and self.offset is None:
            return date
        seconds = self.second % 60
        clock = f"{self.hour:02}:{self.minute:02}" + (f":{seconds:02}" if seconds else "")
        if self.offset is None:
            return f"{date}T{clock}"
        sign, minutes = "-" if self.offset < 0 else "+", abs(self.offset)
        return f"{date}T{clock}{sign}{minutes // 60:02}:{minutes % 60:02}"

    def __repr__(self) -> str:
        return f"Instant.parse({self.isoformat()!r})"

    def __str__(self) -> str:
        return self.isoformat()


def unit_ends(instant: Instant, unit: Granularity, count: int = 1) -> tuple[Instant, Instant]:
    """Return the begin and the end of the calendar unit that holds an instant, or of `count` units from there.

    Weekends take up two days of seven.

    >>> [end.isoformat() for end in unit_ends(Instant.of(2022, 7, 22), Granularity.WEEKEND)]
    ['2022-07-23', '2022-07-25']
    """
    begin = instant.floor(unit)
    if unit is Granularity.WEEKEND:
        return begin, begin.shift(2 + 7 * (count - 1), Granularity.DAY)
    return begin, begin.shift(count, unit)


def _iso_year(year: int) -> str:
    if year < 0:
        return f"-{-year:04}"
    return f"{year:04}" if year <= dt.MAXYEAR else f"+{year}"
