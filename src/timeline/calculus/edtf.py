"""EDTF, the Extended Date/Time Format of ISO 8601-2, to and from intervals; `edtf_form` says how they are written."""

from __future__ import annotations

import datetime as dt
import re

from timeline.calculus.edtf_form import YEAR_PART_CODES
from timeline.calculus.granularity import MASKED_DIGITS, Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Interval
from timeline.errors import InputError, NotationError
from timeline.validation import check_type, shown

__all__ = ["format_edtf", "parse_edtf"]

_MASKED_UNITS = {masked: unit for unit, masked in MASKED_DIGITS.items()}
_YEAR_PARTS = {code: (unit, month) for unit, codes in YEAR_PART_CODES.items() for month, code in codes.items()}
_LAST_MONTH = 12

_TOKEN = re.compile(
    r"(?:Y(?P<long>-?\d{5,999})|(?P<year>-?\d{4}|[+-]\d{5,999}))(?:-(?P<month>\d\d)(?:-(?P<day>\d\d)"
    r"(?:T(?P<hour>\d\d)(?::(?P<minute>\d\d)(?::(?P<second>\d\d))?)?(?P<zone>Z|[+-]\d\d:\d\d)?)?)?)?",
    re.ASCII,
)
_MASKED_YEAR = re.compile(r"(?P<sign>-?)(?P<digits>\d{1,3})(?P<masked>X{1,3})", re.ASCII)
_MASKED_DATE = re.compile(r"(?P<known>-?\d{4}(?:-\d\d)?)(?P<masked>-XX|-XX-XX)", re.ASCII)


def format_edtf(interval: Interval) -> str:
    """Write an interval in EDTF; the table of `edtf_form` shows how, and what is left out.

    >>> format_edtf(Interval.unit(Instant.of(2022, 7), Granularity.MONTH))
    '2022-07'
    >>> format_edtf(Interval.unit(Instant.of(2022, 7), Granularity.MONTH).somewhere_within())
    '[2022-07-01..2022-07-31]'
    >>> from timeline.calculus.bounds import Bound
    >>> format_edtf(Interval(OPEN, Bound(None, Instant.of(2022, 7, 22))))
    '[..2022-07-21]'
    """
    if type(interval) is not Interval:
        check_type("interval", interval, Interval)
    return interval.edtf


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
    if code not in _YEAR_PARTS:
        message = f"no month, season, quarter or half of a year has the code {code}"
        raise NotationError(message)
    unit, month = _YEAR_PARTS[code]
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
    return Interval.exact(Instant.of(first), Instant.of(first + years), _MASKED_UNITS[masked])
