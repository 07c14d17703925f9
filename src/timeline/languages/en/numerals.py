"""What a token that begins with a digit can be: a year, a day, a clock time, a date, a range and more."""

from __future__ import annotations

import re
from fractions import Fraction
from typing import Any

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant, days_in_month
from timeline.calculus.intervals import Interval
from timeline.calculus.recurring import ClockTime
from timeline.errors import NotationError
from timeline.languages.clocks import TwentyFourHour, clock_of, in_half
from timeline.languages.meanings import short_year

__all__ = ["SAMPLES", "classify_number"]

_LONGEST = 40
_INTEGER = re.compile(r"\d+")
_GROUPED = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?")
_DECIMAL = re.compile(r"\d+\.\d+")
_ORDINAL = re.compile(r"(\d+)(?:st|nd|rd|th)", re.IGNORECASE)
_OLD_ORDINAL = re.compile(r"(2|3|22|23)(?:d|(?<=\d\d)D)")
"""As they were written until about 1900: the 3d of May."""
_DECADE = re.compile(r"(1\d\d0|20\d0|\d0)s")
_EARLY_DECADE = re.compile(r"([1-9]\d0)s")
_CENTURY = re.compile(r"(\d\d?)[cC]")
_DUAL_YEAR = re.compile(r"(1\d\d\d)/(\d)")
_EARLY_RANGE = re.compile(r"(\d{3,4})[-–—](\d{3,4}|\d\d)")
_DOWNWARD = re.compile(r"(\d{1,4})[-–—](\d{1,4})")
_CLOCK = re.compile(r"(\d{1,2})[:.](\d\d)(?::(\d\d)(?:[.,]\d+)?)?([ap]m?)?", re.IGNORECASE)
_H_CLOCK = re.compile(r"(\d{1,2})[hH](\d\d)?")
_CLOCK_RANGE = re.compile(
    r"(\d{1,2})(?:[:.](\d\d))?[-–—](\d{1,2})(?:[:.](\d\d))?([ap]m?)?",
    re.IGNORECASE,
)
_FRACTION = re.compile(r"(\d+)([½¼¾])")
_HOUR = re.compile(r"(\d{1,2})([ap]m?)", re.IGNORECASE)
_MILITARY = re.compile(r"(\d\d):?(\d\d)(?:(GMT|UTC|Z)|h|hrs|hours)")
_YEAR_FIRST = re.compile(r"(\d{4})([-/.])(\d{1,2})\2(\d{1,2})")
_ISO_TIME = re.compile(r"(\d{4}-\d\d-\d\dT\d\d:\d\d)(:\d\d)?(?:\.\d+)?(Z|[+-]\d\d:?\d\d)?")
_ISO_ORDINAL = re.compile(r"(1[89]\d\d|20\d\d)-(\d{3})")
_ISO_WEEK = re.compile(r"(\d{4})-?W(\d\d)(?:-(\d))?")
_NUMERIC_DATE = re.compile(r"(\d{1,2})([-/.])(\d{1,2})\2(\d{4}|\d\d)")
_YEAR_RANGE = re.compile(r"(\d{4})[-–—/](\d{4}|\d\d)")
_RANGE = re.compile(r"(\d{1,3})[-–—](\d{1,3})")
_MONTH_DAY = re.compile(r"(\d{1,2})/(\d{1,2})")
_YEAR_LETTER = re.compile(r"(1[89]\d\d|20\d\d)([QH])", re.IGNORECASE)
_QUARTER = re.compile(r"([1-4])([QqH])")  # 1h is an hour
_MONTH_YEAR = re.compile(r"(\d{1,2})([-/,])(1[0-9]\d\d|20\d\d)")
_DAYS_YEAR = re.compile(r"(\d{1,2})[-–—](\d{1,2}),(1\d{3}|20\d\d)")
_YEAR_MONTH = re.compile(r"(1[89]\d\d|20\d\d)[-/]([1-9])")
_ISO_RANGE = re.compile(r"(\d{4}-\d\d-\d\d)[/–—](\d{4}-\d\d-\d\d)")
_RANGE_OF_DAYS = re.compile(r"(\d{1,2})([/.])(\d{1,2})(?:\2(\d{4}|\d\d))?[-–—](\d{1,2})\2(\d{1,2})(?:\2(\d{4}|\d\d))?")
_LONGEST_LIFE = 120
"""Years."""
_HALVES = {"a": 0, "A": 0, "p": 12, "P": 12}
"""Hours by which a half of the day, told by its first letter, begins later."""
_LAST_YEAR, _FIRST_YEAR, _FIRST_LIKELY_YEAR = 2199, 1000, 1500

_FRACTIONS = {"½": Fraction(1, 2), "¼": Fraction(1, 4), "¾": Fraction(3, 4)}

SAMPLES = (
    "0 5 10 15 25 28 45 75 345 0930 0123 1030 1200 1275 1530 2045 2060 2130 1789 1984 2525 9999 12345 1,500 2.5 1st"
    " 15th 21st 45th 100th 1990s 1900s 90s"
    " 10:30 22:45 30:75 10:30am 10.30 10.30pm 22.45 99.45 10am 1430GMT 2022-07-22 2022-07-22T10:30 2022-07-22T10:30:00Z"
    " 2022-W27 2022-07 7/22/2022 22/7/2022 22.7.2022 7/22/22 5/6/2022 2010-15 2010-2015 2010/11 10-12 10–12 1-0 40-45"
    " 2018.1.5 2022-7-2 2015-3 2015/3 23,2022 3-5,2022 18-2020 31/1974 9-2021"
    " 2020-02-02/2020-03-03 10/1/2018-10/7/2018 10/1-11/7 1.5.2018-3.6.2018"
    " 3March 3rdMarch 2022-203 200-300 9/11 24/7 3/4 3Q 1H 9/2021 2019Q"
    " 9:00-17:00 2-3pm 9:30-11 11-1 8p 8:30p 15h 15h30 14:30Z 2½"
    " 12.3.4 742-814 1394-1422 1648/9 336-323 22d 480s 15c 5x 90th 555-1234"
).split()
"""One number of each shape."""


def classify_number(token: str) -> dict[str, Any]:
    """Give the classes of a token that begins with a digit, with its value in each."""
    if len(token) > _LONGEST:
        return {"number": None}
    if _INTEGER.fullmatch(token):
        return _integer(token)
    for pattern, read in _SHAPES:
        match = pattern.fullmatch(token)
        if match is not None:
            try:
                classes = read(match)
            except (ValueError, NotationError):
                continue
            if classes:
                return classes
    return {"number": None}


def _integer(token: str) -> dict[str, Any]:
    value = int(token)
    classes: dict[str, Any] = {"num": value, "int": value}
    if len(token) <= 2:  # two digits
        if 1 <= value <= 31:  # days
            classes["day"] = value
        if value <= 24:  # hours
            classes["hour"] = value
        if len(token) == 2:  # 'yy
            classes["yy"] = value
    if len(token) == 3 and value >= 100:  # yyy
        classes["earlyyear"] = value
    if len(token) == 4 and value // 100 < 24 and value % 100 < 60:  # 0930 GMT
        classes["hhmm"] = ClockTime(*divmod(value, 100))
    if len(token) == 4 and _FIRST_YEAR <= value <= _LAST_YEAR:  # yyyy
        classes["year"] = value
        if value >= _FIRST_LIKELY_YEAR:
            classes["likelyyear"] = value
    return classes


def _day(year: int, month: int, day: int) -> dict[str, Any]:
    return {"fulldate": Interval.unit(Instant.of(year, month, day), G.DAY)}


def _year_first(match: re.Match[str]) -> dict[str, Any]:
    """Read a date from its year to its day; 2018.1.5 may be a version."""
    found = _day(int(match[1]), int(match[3]), int(match[4]))
    if match[2] == "." and len(match[3]) + len(match[4]) < 4:  # two digits each
        return {"dotteddate": found["fulldate"]}
    return found


def _iso_range(match: re.Match[str]) -> dict[str, Any]:
    first, last = (Interval.unit(Instant.parse(each), G.DAY) for each in match.groups())
    return {"daterange": (first, last)}


def _range_of_days(match: re.Match[str]) -> dict[str, Any]:
    """Read two dates in one token: 10/1/2018-10/7/2018, 10/1-10/7/2018, 01.05.2018-03.06.2018."""
    first, second, year = _numbers(match[1], match[3], match[4] or match[7])
    third, fourth, last_year = _numbers(match[5], match[6], match[7] or match[4])
    if match[2] == ".":  # without a year they may be prices
        if year is None or last_year is None:
            return {}
        first, second, third, fourth = second, first, fourth, third
        return {"daterange": (_day(year, first, second)["fulldate"], _day(last_year, third, fourth)["fulldate"])}
    return {"eitherrange": ((first, second, year), (third, fourth, last_year))}


def _numbers(first: str, second: str, year: str | None) -> tuple[int, int, int | None]:
    if year is None:
        return int(first), int(second), None
    return int(first), int(second), int(year) if len(year) == 4 else short_year(int(year))  # yyyy


def _numeric_date(match: re.Match[str]) -> dict[str, Any]:
    first, second, year = int(match[1]), int(match[3]), int(match[4])
    if len(match[4]) == 2:  # yy
        if match[2] == ".":  # 12.3.98 may be a section
            return {}
        year = short_year(year)
    if match[2] == ".":
        return _day(year, second, first)
    return {"eitherdate": (first, second, year)} if min(first, second) <= 12 else {}  # months


def _ordinal(match: re.Match[str]) -> dict[str, Any]:
    """Read an ordinal; they count from the first, so there is no 0th."""
    value = int(match[1])
    if value <= 31:  # days
        return {"ord": value, "dayord": value} if value else {}
    return {"ord": value}


def _read_clock(hour: str, minute: str | None, second: str | None = None, half: str | None = None) -> ClockTime | None:
    """Read a time of day; None where there is no such time. A leading zero tells the half, as "p.m." does."""
    h, m, s = int(hour), int(minute or 0), None if second is None else int(second)
    if h > 24 or m > 59 or (s or 0) > 59:  # clock
        return None
    if half:
        return in_half(clock_of(h, m, s), _HALVES[half[0]])
    return TwentyFourHour(h, m, s or 0, G.MINUTE if s is None else G.SECOND) if hour[0] == "0" else clock_of(h, m, s)


def _cut_short(clock: ClockTime) -> dict[str, Any]:
    """Give the classes of "8p", as of "8p.m.", whose full stops are tokens of their own."""
    return {"cutclock": clock, "abbreviation": True}


def _clock(match: re.Match[str]) -> dict[str, Any]:
    clock = _read_clock(*match.group(1, 2, 3, 4))
    if match[4]:
        return {} if clock is None else {"clock": clock} | (_cut_short(clock) if not match[4][1:] else {})
    if match[0][len(match[1])] == ".":
        number = {"num": Fraction(match[0]), "decimal": Fraction(match[0])} if match[3] is None else {}
        return number | ({} if clock is None else {"dotclock": clock})
    return {} if clock is None else {"clock24": clock}


def _hour(match: re.Match[str]) -> dict[str, Any]:
    clock = _read_clock(match[1], None, None, match[2]) if 1 <= int(match[1]) <= 12 else None  # clock
    return {} if clock is None else {"clock": clock} if match[2][1:] else _cut_short(clock)


def _h_clock(match: re.Match[str]) -> dict[str, Any]:
    """Read 15h30; 15h alone may be an amount."""
    clock = _read_clock(match[1], match[2])
    return {} if clock is None else {"clock" if match[2] else "hclock": clock}


def _clock_range(match: re.Match[str]) -> dict[str, Any]:
    """Read two times in one word: 9:00-18:00, 2-3pm, 9.30-11am."""
    first, last = _read_clock(match[1], match[2]), _read_clock(match[3], match[4], None, match[5])
    if first is None or last is None or not (match[2] or match[4] or match[5]):
        return {}
    return {"clockrange" if match[5] or (match[2] and match[4]) else "hourpair": (first, last)}


def _military(match: re.Match[str]) -> dict[str, Any]:
    hour, minute = int(match[1]), int(match[2])
    return (
        {"clock": ClockTime(hour, minute, offset=0 if match[3] else None)} if hour < 24 and minute < 60 else {}
    )  # clock


def _decade(match: re.Match[str]) -> dict[str, Any]:
    if match[1].endswith("00") and match[1] != "2000":  # the 1900s are a century, the 2000s a decade
        return {"centuries": int(match[1][:2])}
    return {"decade": int(match[1][:3])} if len(match[1]) == 4 else {"decade2": int(match[1][0])}  # yyyy


def _iso_time(match: re.Match[str]) -> dict[str, Any]:
    minute, second, zone = match[1], match[2] or "", match[3] or ""
    if len(zone) == 5:  # +0100
        zone = f"{zone[:3]}:{zone[3:]}"
    return {"fulltime": Interval.unit(Instant.parse(minute + second + zone), G.SECOND if second else G.MINUTE)}


def _iso_week(match: re.Match[str]) -> dict[str, Any]:
    monday = Instant.of(int(match[1]), 1, 4).floor(G.WEEK).shift(int(match[2]) - 1, G.WEEK)
    if not 1 <= int(match[2]) <= 53:  # ISO weeks
        return {}
    if match[3]:
        return {"fulldate": Interval.unit(monday.shift(int(match[3]) - 1, G.DAY), G.DAY)}
    return {"fulldate": Interval.unit(monday, G.WEEK)}


def _iso_ordinal(match: re.Match[str]) -> dict[str, Any]:
    year, number = int(match[1]), int(match[2])
    day = Instant.of(year).shift(number - 1, G.DAY)
    return {"fulldate": Interval.unit(day, G.DAY)} if number and day.year == year else {}


def _year_range(match: re.Match[str]) -> dict[str, Any]:
    first = int(match[1])
    last = int(match[2]) if len(match[2]) == 4 else first - first % 100 + int(match[2])  # yyyy
    if _FIRST_LIKELY_YEAR <= first < last <= _LAST_YEAR:
        return {"yearrange": (first, last)}
    if len(match[2]) == 2 and 1 <= int(match[2]) <= 12 and _FIRST_LIKELY_YEAR <= first <= _LAST_YEAR:
        month = Interval.unit(Instant.of(first, int(match[2])), G.MONTH)
        return {"isomonth": month}
    return {}


def _range(match: re.Match[str]) -> dict[str, Any]:
    first, last = int(match[1]), int(match[2])
    hours = 1 <= first <= 12 and 1 <= last <= 12  # clock
    classes: dict[str, Any] = {"hourpair": (clock_of(first), clock_of(last))} if hours else {}
    if first >= last:
        return classes | _downward(match) | {"score": None, "number": None}  # the winner's comes first
    classes["numrange"] = (first, last)
    if 1 <= first < last <= 31:  # days
        classes["dayrange"] = (first, last)
    return classes | _early_range(match)


def _early_range(match: re.Match[str]) -> dict[str, Any]:
    """Read what may be years before 1500, at most a long life apart; no round numbers, no hours: 200–300, 1200–1330."""
    first, last = int(match[1]), int(match[2])
    if len(match[2]) == 2 < len(match[1]) and first % 100 < last:
        last += first - first % 100
    step = 10 if last < _FIRST_YEAR else 5  # minutes
    counted = first % step == last % step == 0 and (step == 10 or (first % 100 < 60 and last % 100 < 60))  # an hour
    if counted or not 100 <= first < last <= first + _LONGEST_LIFE or first >= _FIRST_LIKELY_YEAR:
        return {}
    return {"earlyrange": (first, last)}


def _dual_year(match: re.Match[str]) -> dict[str, Any]:
    first = int(match[1])
    return {"dualyear": (first, first + 1)} if (first + 1) % 10 == int(match[2]) else {}


def _downward(match: re.Match[str]) -> dict[str, Any]:
    first, last = int(match[1]), int(match[2])
    return {"downrange": (first, last)} if first > last else {}


def _month_day(match: re.Match[str]) -> dict[str, Any]:
    first, second = int(match[1]), int(match[2])
    month, day = min(first, second), max(first, second)
    if 1 <= month <= 12 and 1 <= day <= days_in_month(2000, month):  # months
        return {"slashday": (first, second)}
    return {}


def _month_year(match: re.Match[str]) -> dict[str, Any]:
    """Read 10/2015; behind the name of a month it is a day and a year."""
    first, year = int(match[1]), int(match[3])
    classes: dict[str, Any] = {"dayandyear": (first, year)} if 1 <= first <= 31 else {}  # days
    if 1 <= first <= 12 and match[2] != "," and year >= 1800:  # months; years of news
        name = "slashmonth" if match[2] == "/" else "dashmonth"
        classes[name] = Interval.unit(Instant.of(year, first), G.MONTH)
    return classes


def _year_month(match: re.Match[str]) -> dict[str, Any]:
    """Read 2015-3 and 2015/3; of early times they may be more: 1648/9."""
    classes = {"dashmonth": Interval.unit(Instant.of(int(match[1]), int(match[2])), G.MONTH)}
    if "/" in match[0]:
        return classes | (_dual_year(match) if int(match[1]) < 2000 else {})  # old dates
    return classes | _downward(match)


_SHAPES = (
    (_GROUPED, lambda match: {"num": Fraction(match[0].replace(",", ""))}),
    (_CLOCK, _clock),
    (_DECIMAL, lambda match: {"num": Fraction(match[0])}),
    (_ORDINAL, _ordinal),
    (_OLD_ORDINAL, lambda match: {"dayord": int(match[1])}),
    (_DECADE, _decade),
    (_EARLY_DECADE, lambda match: {"earlydecade": int(match[1][:2])}),
    (_CENTURY, lambda match: {"centurytoken": int(match[1])} if 5 <= int(match[1]) <= 21 else {}),  # 5c is a price
    (_CLOCK_RANGE, _clock_range),
    (_FRACTION, lambda match: {"num": int(match[1]) + _FRACTIONS[match[2]]}),
    (_HOUR, _hour),
    (_MILITARY, _military),
    (_ISO_TIME, _iso_time),
    (_YEAR_FIRST, _year_first),
    (_ISO_ORDINAL, _iso_ordinal),
    (_ISO_WEEK, _iso_week),
    (_NUMERIC_DATE, _numeric_date),
    (_YEAR_RANGE, _year_range),
    (_RANGE, _range),
    (_EARLY_RANGE, _early_range),
    (_YEAR_MONTH, _year_month),
    (_DUAL_YEAR, _dual_year),
    (_DOWNWARD, _downward),
    (_MONTH_DAY, _month_day),
    (_YEAR_LETTER, lambda match: {"yearletter": (int(match[1]), match[2].upper())}),
    (_MONTH_YEAR, _month_year),
    (_DAYS_YEAR, lambda match: {"daysandyear": tuple(map(int, match.groups()))}),
    (_ISO_RANGE, _iso_range),
    (_RANGE_OF_DAYS, _range_of_days),
    (_QUARTER, lambda match: dict.fromkeys(("quartertoken", "quarterdigit"), (int(match[1]), match[2].upper()))),
    (_H_CLOCK, _h_clock),
)
