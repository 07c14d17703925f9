"""TIMEX3 values, as in TimeML 1.2.1, to and from intervals and durations."""

from __future__ import annotations

import re
from types import MappingProxyType
from typing import TYPE_CHECKING

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import MASKED_DIGITS, SEASON_MONTHS, Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.errors import NotationError
from timeline.validation import check_type, shown

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

__all__ = ["LAST_YEAR", "PARTS_OF_DAY", "format_timex", "parse_timex", "part_of_day"]

PARTS_OF_DAY: Mapping[str, tuple[int, int]] = MappingProxyType(
    {
        "MO": (6, 12),  # morning
        "MI": (12, 13),  # midday
        "AF": (12, 18),  # afternoon
        "EV": (18, 24),  # evening
        "NI": (20, 30),  # night, until 6 o'clock of the next day
        "DT": (6, 18),  # daytime
    }
)
"""The hours of each part of a day, half-open, counted from the midnight with which the day begins."""

_SEASONS = {month: name for name, month in SEASON_MONTHS.items()}
_MASKED_UNITS = {masked: unit for unit, masked in MASKED_DIGITS.items()}
LAST_YEAR = 9_999
"""Values have four digits for a year."""

_DATE = re.compile(
    r"(?P<bc>BC)?(?P<year>\d{4})(?:"
    r"-(?P<month>\d\d)(?:-(?P<day>\d\d)(?:T(?P<time>.+))?)?"
    r"|-W(?P<week>\d\d?)(?:-(?P<weekday>[1-7]|WE))?"
    r"|-Q(?P<quarter>[1-4])|-H(?P<half>[12])|-(?P<season>SP|SU|FA|WI))?",
    re.ASCII,
)
_CLOCK = re.compile(
    r"(?P<hour>[01]\d|2[0-4])(?::(?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d)(?:[.,]\d+)?)?)?"
    r"(?P<zone>Z|[+-]\d\d(?::?\d\d)?)?",
    re.ASCII,
)
_LONG = re.compile(r"(?P<bc>BC)?(?P<digits>\d{1,3})(?P<unsaid>X*)", re.ASCII)
# Values that are well formed but name no stretch of the calendar: references, years counted from an unknown
# day (fiscal ones, and those of schools, named for two), amounts without a unit, times without a date, and everything
# with a digit left unspecified.
_NO_STRETCH = re.compile(
    r"(?:PRESENT|PAST|FUTURE)_REF|FY[\dX]{2,4}(?:-[QH][\dX])?|(?:BC)?\d{4}/(?:BC)?\d{4}|[KMG]A[\dX]+(?:\.\d+)?|PX+|PTX+"
    r"|T(?:[\dX]{2}(?::[\dX]{2}){0,2}(?:Z|[+-]\d\d(?::\d\d)?)?|MO|MI|AF|EV|NI|DT|XX?)"
    r"|(?=.*X)(?:BC)?(?:[\dX]{4}|XX[\dX]?)(?:-(?:[\dX]{2}|W[\dX]{1,2}|[QH][\dX]|SP|SU|FA|WI|XX))?(?:-(?:[\dX]{1,2}|WE))?"
    r"(?:T(?:[\dX]{1,2}(?::[\dX]{2}){0,2}(?:Z|[+-]\d\d(?::\d\d)?)?|MO|MI|AF|EV|NI|DT))?",
    re.ASCII,
)


def part_of_day(day: Instant, name: str) -> Interval:
    """Give a part of the day that holds an instant, by its TIMEX3 name; see `PARTS_OF_DAY`.

    >>> part_of_day(Instant.of(2022, 7, 22), "NI").end.latest
    Instant.parse('2022-07-23T06:00')
    """
    if type(day) is not Instant or type(name) is not str or name not in PARTS_OF_DAY:
        check_type("day", day, Instant)
        check_type("a part of a day", name, str, error=NotationError)
    if name not in PARTS_OF_DAY:
        message = f"no part of a day: {shown(name)}; use one of {', '.join(PARTS_OF_DAY)}"
        raise NotationError(message)
    midnight, (first, last) = day.floor(Granularity.DAY), PARTS_OF_DAY[name]
    return Interval.exact(
        midnight.shift(first, Granularity.HOUR), midnight.shift(last, Granularity.HOUR), Granularity.PART_OF_DAY
    )


def format_timex(interval: Interval) -> str | None:
    """Write the TIMEX3 value of an interval that is one calendar unit of its granularity; None for any other.

    Clock times carry their offset from UTC where it is known. Years before 1 are written with BC.

    >>> format_timex(Interval.unit(Instant.of(2022, 7, 22), Granularity.WEEK))
    '2022-W29'
    >>> format_timex(Interval.unit(Instant.of(2022, 1), Granularity.SEASON))
    '2021-WI'
    >>> format_timex(Interval.exact(Instant.of(2022, 7, 22), Instant.of(2022, 7, 24))) is None
    True
    """
    if type(interval) is not Interval:
        check_type("interval", interval, Interval)
    begin, end, unit = interval.begin.latest, interval.end.earliest, interval.granularity
    if begin is None or end is None or not interval.is_exact or not -LAST_YEAR < begin.year <= LAST_YEAR:
        return None
    if unit in MASKED_DIGITS:
        return _format_long(begin, end, MASKED_DIGITS[unit])
    if unit is Granularity.PART_OF_DAY:
        parts = (name for name in PARTS_OF_DAY if part_of_day(begin, name) == interval)
        return next((f"{_date(begin)}T{name}" for name in parts), None)
    return _FORMATS[unit](begin) if Interval.unit(begin, unit) == interval else None


def parse_timex(value: str) -> Interval | Duration | None:
    """Read a TIMEX3 value; None where it is well formed but names no stretch of the calendar; raise NotationError.

    >>> parse_timex("2022-W29-WE") == Interval.unit(Instant.of(2022, 7, 23), Granularity.WEEKEND)
    True
    >>> parse_timex("P50Y")
    Duration(amounts=((Granularity.YEAR, 50),))
    >>> parse_timex("XXXX-05") is None
    True
    """
    check_type("a TIMEX3 value", value, str, error=NotationError)
    try:
        if match := _DATE.fullmatch(value):
            return _parse_date(match)
        if match := _LONG.fullmatch(value):
            long = _parse_long(match["digits"], len(match["unsaid"]), bc=bool(match["bc"]))
            if long is not None:
                return long
        if _NO_STRETCH.fullmatch(value):
            return None
        if value.startswith("P"):
            return Duration.parse(value)
    except ValueError as error:
        message = f"not a TIMEX3 value: {shown(value)}; {error}"
        raise NotationError(message) from error
    message = f"not a TIMEX3 value: {shown(value)}; write for example 2022-07-22, 2022-W29, 2022-SU, 199, BC0044 or P2Y"
    raise NotationError(message)


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"BC{1 - year:04}"


def _date(instant: Instant) -> str:
    return f"{_year(instant.year)}-{instant.month:02}-{instant.day:02}"


def _zone(instant: Instant) -> str:
    if instant.offset is None:
        return ""
    hours, minutes = divmod(abs(instant.offset), 60)
    return f"{'-' if instant.offset < 0 else '+'}{hours:02}:{minutes:02}" if instant.offset else "Z"


def _week(instant: Instant) -> str:
    year, week = instant.iso_week
    return f"{_year(year)}-W{week:02}"


_FORMATS: dict[Granularity, Callable[[Instant], str]] = {
    Granularity.SECOND: lambda at: f"{_date(at)}T{at.hour:02}:{at.minute:02}:{at.second % 60:02}{_zone(at)}",
    Granularity.MINUTE: lambda at: f"{_date(at)}T{at.hour:02}:{at.minute:02}{_zone(at)}",
    Granularity.HOUR: lambda at: f"{_date(at)}T{at.hour:02}{_zone(at)}",
    Granularity.DAY: _date,
    Granularity.WEEKEND: lambda at: f"{_week(at)}-WE",
    Granularity.WEEK: _week,
    Granularity.MONTH: lambda at: f"{_year(at.year)}-{at.month:02}",
    Granularity.QUARTER: lambda at: f"{_year(at.year)}-Q{at.month // 3 + 1}",
    Granularity.SEASON: lambda at: f"{_year(at.year)}-{_SEASONS[at.month]}",
    Granularity.HALF: lambda at: f"{_year(at.year)}-H{at.month // 6 + 1}",
    Granularity.YEAR: lambda at: _year(at.year),
}


def _format_long(begin: Instant, end: Instant, masked: int) -> str | None:
    years = 10**masked
    if begin != Instant.of(begin.year) or end != Instant.of(begin.year + years):
        return None
    last_bc = 1 - (end.year - 1)
    first, era = (begin.year, "") if begin.year >= 0 else (last_bc, "BC")
    return f"{era}{first // years:0{4 - masked}}" if first >= 0 and first % years == 0 else None


def _parse_long(digits: str, unsaid: int, *, bc: bool) -> Interval | None:
    # TimeBank also writes 199X for the decade 199 and 19XX for the century 19.
    masked = 4 - len(digits)
    if unsaid not in {0, masked}:
        return None
    unit, years = _MASKED_UNITS[masked], 10**masked
    first = int(digits) * years
    if not bc:
        return Interval.exact(Instant.of(first), Instant.of(first + years), unit)
    # The 40s BC are the years from 49 BC to 40 BC; those of one digit end with 1 BC.
    return Interval.exact(Instant.of(1 - (first + years - 1)), Instant.of(2 - max(first, 1)), unit)


_MONTHS_OF: tuple[tuple[str, Granularity, Callable[[str], int]], ...] = (
    ("month", Granularity.MONTH, int),
    ("quarter", Granularity.QUARTER, lambda quarter: 3 * int(quarter)),
    ("half", Granularity.HALF, lambda half: 6 * int(half)),
    ("season", Granularity.SEASON, SEASON_MONTHS.__getitem__),
)
"""Parts of a year, and a month of each."""


def _parse_date(match: re.Match[str]) -> Interval:
    year = 1 - int(match["year"]) if match["bc"] else int(match["year"])
    if match["day"]:
        day = Instant.of(year, int(match["month"]), int(match["day"]))
        return _parse_time(day, match["time"]) if match["time"] else Interval.unit(day, Granularity.DAY)
    if match["week"]:
        return _parse_week(year, int(match["week"]), match["weekday"])
    for name, unit, months in _MONTHS_OF:
        if match[name]:
            return Interval.unit(Instant.of(year, months(match[name])), unit)
    return Interval.unit(Instant.of(year), Granularity.YEAR)


def _parse_week(year: int, week: int, weekday: str | None) -> Interval:
    monday = Instant.of(year, 1, 4).floor(Granularity.WEEK).shift(week - 1, Granularity.WEEK)
    if monday.iso_week != (year, week):
        message = f"the year {year} has no week {week}"
        raise NotationError(message)
    if weekday is None:
        return Interval.unit(monday, Granularity.WEEK)
    if weekday == "WE":
        return Interval.unit(monday, Granularity.WEEKEND)
    return Interval.unit(monday.shift(int(weekday) - 1, Granularity.DAY), Granularity.DAY)


def _parse_time(day: Instant, time: str) -> Interval:
    if time in PARTS_OF_DAY:
        return part_of_day(day, time)
    match = _CLOCK.fullmatch(time)
    if match is None:
        message = f"no time of day: {time!r}"
        raise NotationError(message)
    hour, minute, second = (int(match[name] or 0) for name in ("hour", "minute", "second"))
    if hour == 24 and (minute or second):  # clock
        message = f"no time of day: {time!r}"
        raise NotationError(message)
    unit = Granularity.SECOND if match["second"] else Granularity.MINUTE if match["minute"] else Granularity.HOUR
    # 24:00 is the midnight with which the next day begins.
    at = Instant(day.ordinal, 0, _offset(match["zone"])).shift(hour * 3_600 + minute * 60 + second, Granularity.SECOND)
    return Interval.unit(at, unit)


def _offset(zone: str | None) -> int | None:
    if zone is None or zone == "Z":
        return None if zone is None else 0
    minutes = int(zone[1:3]) * 60 + int(zone[-2:] if len(zone) > 3 else 0)  # hours alone
    return -minutes if zone[0] == "-" else minutes
