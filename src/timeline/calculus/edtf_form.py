"""The written form of EDTF, the Extended Date/Time Format of ISO 8601-2, for the two ends of an interval.

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

from timeline.calculus.bounds import Bound
from timeline.calculus.granularity import MASKED_DIGITS, SEASON_MONTHS, Granularity
from timeline.calculus.instants import Instant, unit_ends

__all__ = ["YEAR_PART_CODES", "edtf_of"]

_PRECISIONS = (
    Granularity.YEAR,
    Granularity.MONTH,
    Granularity.DAY,
    Granularity.HOUR,
    Granularity.MINUTE,
    Granularity.SECOND,
)
YEAR_PART_CODES = {
    Granularity.SEASON: {month: 21 + number for number, month in enumerate(SEASON_MONTHS.values())},
    Granularity.QUARTER: {1: 33, 4: 34, 7: 35, 10: 36},
    Granularity.HALF: {1: 40, 7: 41},
}
"""Codes of the parts of a year, by the month with which each begins."""


def edtf_of(begin: Bound, end: Bound, granularity: Granularity) -> str:
    """Write an interval by its ends; see the table of this module.

    >>> edtf_of(Bound.at(Instant.of(2022, 7)), Bound.at(Instant.of(2022, 8)), Granularity.MONTH)
    '2022-07'
    """
    first, last = begin.earliest, end.latest
    if first is not None and last is not None:
        # One that can only be a point is written as one, whatever else its ends allow.
        if first == last or (begin.is_exact and end.is_exact):
            return _exact(first, last, granularity)
        unit = _approximate_unit(begin, end, granularity)
        if unit is not None:
            return f"{unit}~"
    if begin == end and not begin.is_open:
        return _set(begin)
    precision = _shared_precision(begin, end, granularity)
    left, right = _begin(begin, precision), _end(end, precision)
    if left in {"", ".."} and right in {"", ".."}:
        return "../.." if first is None and last is None else _set(Bound(first, last))
    return left if left == right else f"{left}/{right}"


def _approximate_unit(begin: Bound, end: Bound, granularity: Granularity) -> str | None:
    """Write the unit of which both ends may be off by one; None where they are not those of one that has a name."""
    if begin.earliest is None:
        return None
    first, last = unit_ends(begin.earliest.shift(1, granularity), granularity)
    if (begin, end) != (Bound.at(first).widened(granularity), Bound.at(last).widened(granularity)):
        return None
    unit = _exact(first, last, granularity)
    return None if "/" in unit else unit


def _is_aligned(instant: Instant, precision: Granularity) -> bool:
    if precision >= Granularity.DAY and instant.offset is not None:
        return False  # dates carry no offset
    return instant.floor(precision) == instant


def _precision_of(instant: Instant, coarsest: Granularity) -> Granularity:
    return next((p for p in _PRECISIONS if p <= coarsest and _is_aligned(instant, p)), Granularity.SECOND)


def _shared_precision(begin: Bound, end: Bound, granularity: Granularity) -> Granularity:
    """Give the precision at which all exact ends can be written, no coarser than the granularity."""
    known = [bound.earliest for bound in (begin, end) if bound.is_exact and bound.earliest]
    return min((_precision_of(instant, granularity) for instant in known), default=granularity)


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


def _exact(begin: Instant, end: Instant, granularity: Granularity) -> str:
    if unit_ends(begin, granularity) == (begin, end) and 0 <= begin.year <= dt.MAXYEAR:
        if granularity in MASKED_DIGITS:
            masked = MASKED_DIGITS[granularity]
            return f"{begin.year:04}"[:-masked] + "X" * masked
        if granularity in YEAR_PART_CODES:
            return f"{begin.year:04}-{YEAR_PART_CODES[granularity][begin.month]}"
    precision = min(_precision_of(begin, granularity), _precision_of(end, granularity))
    if begin == end:  # a point: name the unit that holds it
        return _write(begin, precision)
    first, last = _write(begin, precision), _write(end.shift(-1, precision), precision)
    return first if first == last else f"{first}/{last}"


def _begin(bound: Bound, precision: Granularity) -> str:
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


def _end(bound: Bound, precision: Granularity) -> str:
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


def _set(window: Bound) -> str:
    """Write that something lies on some of the days (or hours, minutes, seconds) of a window."""
    sides = [instant for instant in (window.earliest, window.latest) if instant is not None]
    precision = min(_precision_of(instant, Granularity.DAY) for instant in sides)
    first = "" if window.earliest is None else _write(window.earliest, precision)
    last = "" if window.latest is None else _write(window.latest.shift(-1, precision), precision)
    return f"[{first}]" if first == last else f"[{first}..{last}]"
