"""EDTF, the Extended Date/Time Format of ISO 8601-2, to and from intervals.

Both ends of an EDTF interval are *inclusive*, ours are half-open: [2019-01-01, 2022-07-23) is written
`2019-01-01/2022-07-22`. What is written never says more than the interval does, but it may say less; the JSON form
carries every window in full. An interval is written

===============================================  ===========================  ================================
where                                            it is written                for example
===============================================  ===========================  ================================
it is one unit that EDTF can name                that unit                    `2022-07`, `2022-21`, `201X`
both ends are known                              first and last unit          `2022-07-18/2022-07-24`
an end is open                                   two dots                     `2019/..`
an end lies within one unit                      that unit                    `2019/..`, `2019/2022-07`
an end is off by a unit at most                  that unit with a tilde       `1984~`, `1990/1994~`
an end lies in another window                    its outer side with a tilde  `1990/1995~`
an end has a limit on its inner side only        two dots                     `2019/..`
an end has a limit on its outer side only        nothing (unknown)            `2019/`
both ends lie in the same window,                a set: some of these days    `[2022-07-01..2022-07-31]`
or neither end can be written                                                 `[..2022-07-21]`
===============================================  ===========================  ================================
"""

from __future__ import annotations

import datetime as dt
import re

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.errors import InputError, NotationError
from timeline.validation import check_type, shown

__all__ = ["format_edtf", "parse_edtf"]

_PRECISIONS = (
    Granularity.YEAR,
    Granularity.MONTH,
    Granularity.DAY,
    Granularity.HOUR,
    Granularity.MINUTE,
    Granularity.SECOND,
)
_LONG_UNITS = {Granularity.DECADE: 1, Granularity.CENTURY: 2, Granularity.MILLENNIUM: 3}  # digits left unspecified
_LONG_UNIT_OF = {digits: unit for unit, digits in _LONG_UNITS.items()}
# Codes of the parts of a year, by the month with which each begins.
_YEAR_PARTS = {
    Granularity.SEASON: {3: 21, 6: 22, 9: 23, 12: 24},
    Granularity.QUARTER: {1: 33, 4: 34, 7: 35, 10: 36},
    Granularity.HALF: {1: 40, 7: 41},
}
_YEAR_PART_OF = {code: (unit, month) for unit, codes in _YEAR_PARTS.items() for month, code in codes.items()}
_LAST_MONTH = 12

_TOKEN = re.compile(
    r"(?:Y(?P<long>-?\d{5,999})|(?P<year>-?\d{4}|[+-]\d{5,999}))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
_MASKED_YEAR = re.compile(r"(?P<sign>-?)(?P<digits>\d{1,3})(?P<masked>X{1,3})", re.ASCII)
_MASKED_DATE = re.compile(r"(?P<known>-?\d{4}(?:-\d\d)?)(?P<masked>-XX|-XX-XX)", re.ASCII)


def format_edtf(interval: Interval) -> str:
    """Write an interval in EDTF; see the table of this module.

    >>> format_edtf(Interval.unit(Instant.of(2022, 7), Granularity.MONTH))
    '2022-07'
    >>> format_edtf(Interval.unit(Instant.of(2022, 7), Granularity.MONTH).somewhere_within())
    '[2022-07-01..2022-07-31]'
    >>> format_edtf(Interval(OPEN, Bound(None, Instant.of(2022, 7, 22))))
    '[..2022-07-21]'
    """
    if type(interval) is not Interval:
        check_type("interval", interval, Interval)
    begin, end = interval.begin, interval.end
    if begin.earliest is not None and end.latest is not None:
        # One that can only be a point is written as one, whatever else its ends allow.
        if interval.is_exact or begin.earliest == end.latest:
            return _format_exact(begin.earliest, end.latest, interval.granularity)
        unit = Interval.unit(begin.earliest.shift(1, interval.granularity), interval.granularity)
        if unit.approximately() == interval and "/" not in unit.edtf:
            return f"{unit.edtf}~"
    if begin == end and not begin.is_open:
        return _format_set(begin)
    precision = _shared_precision(interval)
    first, last = _format_begin(begin, precision), _format_end(end, precision)
    if first in {"", ".."} and last in {"", ".."} and not (begin.earliest is None and end.latest is None):
        return _format_set(Bound(begin.earliest, end.latest))
    if first in {"", ".."} and last in {"", ".."}:
        return "../.."
    return first if first == last else f"{first}/{last}"


def parse_edtf(text: str) -> Interval:
    """Read EDTF: all that `format_edtf` writes and most of levels 0 to 2; raise NotationError.

    An end that is written as a unit is taken as exact: `2019/..` begins with 1 January 2019. A unit with `~`, `?` or
    `%` may be off by one. A set (`[…]`) and unspecified months and days (`2004-XX`) give some time within.

    >>> parse_edtf("2019-01-01/2022-07-22").end.latest
    Instant.parse('2022-07-23')
    >>> parse_edtf("-0043-03-15") == Interval.unit(Instant.of(-43, 3, 15), Granularity.DAY)
    True
    """
    check_type("EDTF", text, str, error=NotationError)
    try:
        if text.startswith("[") and text.endswith("]"):
            return _parse_set(text[1:-1])
        begin, slash, end = text.partition("/")
        return _parse_closed(begin, end) if slash else _parse_token(text)
    except NotationError as error:
        if str(error).startswith("not EDTF"):
            raise
        message = f"not EDTF: {shown(text)}; {error}"
        raise NotationError(message) from error
    except (InputError, ValueError) as error:
        message = f"not EDTF: {shown(text)}; {error}"
        raise NotationError(message) from error


def _is_aligned(instant: Instant, precision: Granularity) -> bool:
    if precision >= Granularity.DAY and instant.offset is not None:
        return False  # dates carry no offset
    return instant.floor(precision) == instant


def _precision_of(instant: Instant, coarsest: Granularity) -> Granularity:
    return next((p for p in _PRECISIONS if p <= coarsest and _is_aligned(instant, p)), Granularity.SECOND)


def _shared_precision(interval: Interval) -> Granularity:
    """Give the precision at which all exact ends can be written, no coarser than the granularity."""
    known = [bound.earliest for bound in (interval.begin, interval.end) if bound.is_exact and bound.earliest]
    return min((_precision_of(instant, interval.granularity) for instant in known), default=interval.granularity)


def _write(instant: Instant, precision: Granularity) -> str:
    year, month, day = instant.date
    if precision >= Granularity.YEAR:
        return f"{_sign(year)}{abs(year):04}" if abs(year) <= dt.MAXYEAR else f"Y{year}"
    date = f"{_sign(year, '+' if year > dt.MAXYEAR else '')}{abs(year):04}-{month:02}"
    if precision >= Granularity.MONTH:
        return date
    date += f"-{day:02}"
    if precision >= Granularity.DAY:
        return date
    clock = f"{instant.hour:02}:{instant.minute:02}:{instant.second % 60:02}"
    digits = {Granularity.HOUR: 2, Granularity.MINUTE: 5}.get(precision, 8)
    return f"{date}T{clock[:digits]}{_zone(instant.offset)}"


def _sign(year: int, plus: str = "") -> str:
    return "-" if year < 0 else plus


def _zone(offset: int | None) -> str:
    if not offset:
        return "" if offset is None else "Z"
    return f"{'-' if offset < 0 else '+'}{abs(offset) // 60:02}:{abs(offset) % 60:02}"


def _format_exact(begin: Instant, end: Instant, granularity: Granularity) -> str:
    if Interval.unit(begin, granularity) == Interval.exact(begin, end, granularity) and 0 <= begin.year <= dt.MAXYEAR:
        if granularity in _LONG_UNITS:
            masked = _LONG_UNITS[granularity]
            return f"{begin.year:04}"[:-masked] + "X" * masked
        if granularity in _YEAR_PARTS:
            return f"{begin.year:04}-{_YEAR_PARTS[granularity][begin.month]}"
    precision = min(_precision_of(begin, granularity), _precision_of(end, granularity))
    if begin == end:  # a point: name the unit that holds it
        return _write(begin, precision)
    first, last = _write(begin, precision), _write(end.shift(-1, precision), precision)
    return first if first == last else f"{first}/{last}"


def _format_begin(bound: Bound, precision: Granularity) -> str:
    earliest, latest = bound.earliest, bound.latest
    if earliest is None:
        return ".."
    if latest is None:
        return ""
    if bound.is_exact:
        return _write(earliest, precision)
    for unit in _PRECISIONS:
        if _is_aligned(earliest, unit):
            if latest == earliest.shift(1, unit):
                return _write(earliest, unit)
            if latest == earliest.shift(2, unit):
                return _write(earliest.shift(1, unit), unit) + "~"
    return _write(earliest, _precision_of(earliest, precision)) + "~"


def _format_end(bound: Bound, precision: Granularity) -> str:
    earliest, latest = bound.earliest, bound.latest
    if latest is None:
        return ".."
    if earliest is None:
        return ""
    if bound.is_exact:
        return _write(latest.shift(-1, precision), precision)
    for unit in _PRECISIONS:
        if _is_aligned(earliest, unit):
            if latest == earliest.shift(1, unit):
                return _write(earliest, unit)
            if latest == earliest.shift(2, unit):
                return _write(earliest, unit) + "~"
    unit = _precision_of(latest, precision)
    return _write(latest.shift(-1, unit), unit) + "~"


def _format_set(window: Bound) -> str:
    """Write that something lies on some of the days (or hours, minutes, seconds) of a window."""
    sides = [instant for instant in (window.earliest, window.latest) if instant is not None]
    precision = min(_precision_of(instant, Granularity.DAY) for instant in sides)
    first = "" if window.earliest is None else _write(window.earliest, precision)
    last = "" if window.latest is None else _write(window.latest.shift(-1, precision), precision)
    return f"[{first}]" if first == last else f"[{first}..{last}]"


def _parse_closed(begin: str, end: str) -> Interval:
    first = None if begin in {"", ".."} else _parse_token(begin)
    last = None if end in {"", ".."} else _parse_token(end)
    if begin == end == "":
        message = "an interval names one of its ends, or has two dots"
        raise NotationError(message)
    granularity = min((token.granularity for token in (first, last) if token is not None), default=Granularity.DAY)
    closed = Interval(OPEN if first is None else first.begin, OPEN if last is None else last.end, granularity)
    if closed.earliest is not None and closed.earliest == closed.latest:
        message = "it ends before it begins"
        raise NotationError(message)
    return closed


def _parse_set(inner: str) -> Interval:
    """Read a one-of-a-set expression as some time between its first and its last member."""
    members = [side.strip() for side in inner.replace("..", ",..,").split(",")]
    tokens = [_parse_token(member) for member in members if member not in {"", ".."}]
    if not tokens:
        message = "a set names a date"
        raise NotationError(message)
    stretch = Interval(
        OPEN if inner.startswith("..") else tokens[0].begin,
        OPEN if inner.endswith("..") else tokens[-1].end,
        min(token.granularity for token in tokens),
    )
    return stretch.somewhere_within()


def _parse_token(text: str) -> Interval:
    bare = text.strip("~?%")
    if len(text) - len(bare) > 1:
        message = f"more than one qualifier: {text!r}"
        raise NotationError(message)
    unit = _parse_unit(bare)
    return unit if bare == text else unit.approximately()


def _parse_unit(text: str) -> Interval:
    if match := _MASKED_YEAR.fullmatch(text):
        return _parse_masked_year(match)
    if match := _MASKED_DATE.fullmatch(text):
        year_or_month = _parse_unit(match["known"])
        is_month = match["masked"] == "-XX" and year_or_month.granularity is Granularity.YEAR
        finer = Granularity.MONTH if is_month else Granularity.DAY
        return Interval(year_or_month.begin, year_or_month.end, finer).somewhere_within()
    match = _TOKEN.fullmatch(text)
    if match is None:
        message = f"not a date: {text!r}; write for example 2022-07-22, 2022-07, 201X, 2019/.., 1984~ or Y12345"
        raise NotationError(message)
    year = int(match["long"] or match["year"])
    if match["hour"]:
        clock = f"{match['hour']}:{match['minute'] or '00'}:{match['second'] or '00'}{match['zone'] or ''}"
        sign = "+" if year > dt.MAXYEAR else "-" if year < 0 else ""
        at = Instant.parse(f"{sign}{abs(year):04}-{match['month']}-{match['day']}T{clock}")
        unit = Granularity.SECOND if match["second"] else Granularity.MINUTE if match["minute"] else Granularity.HOUR
        return Interval.unit(at, unit)
    if match["day"]:
        return Interval.unit(Instant.of(year, int(match["month"]), int(match["day"])), Granularity.DAY)
    if match["month"]:
        return _parse_year_part(year, int(match["month"]))
    return Interval.unit(Instant.of(year), Granularity.YEAR)


def _parse_year_part(year: int, code: int) -> Interval:
    if code <= _LAST_MONTH:
        return Interval.unit(Instant.of(year, code), Granularity.MONTH)
    if code not in _YEAR_PART_OF:
        message = f"no month, season, quarter or half of a year has the code {code}"
        raise NotationError(message)
    unit, month = _YEAR_PART_OF[code]
    return Interval.unit(Instant.of(year, month), unit)


def _parse_masked_year(match: re.Match[str]) -> Interval:
    digits, masked = match["digits"], len(match["masked"])
    if len(digits) + masked != 4:  # digits of a year
        message = f"not a year: {match[0]!r}"
        raise NotationError(message)
    years = 10**masked
    first = int(digits) * years
    if match["sign"]:  # the digits of negative years count backwards
        first = 1 - first - years
    return Interval.exact(Instant.of(first), Instant.of(first + years), _LONG_UNIT_OF[masked])
