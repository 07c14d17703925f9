"""Amounts of calendar time, such as 50 years or some weeks, and their ISO 8601 / TIMEX3 form."""

from __future__ import annotations

import math
import re
from fractions import Fraction
from typing import TypeAlias

from attrs import field, frozen

from timeline.calculus.granularity import MONTHS_IN, SECONDS_IN, Granularity
from timeline.calculus.instants import Instant
from timeline.errors import NotationError
from timeline.validation import check_choice, check_type, refuse, shown

__all__ = ["Amount", "Count", "Duration", "add"]

Count: TypeAlias = int | Fraction | None
"""How many of a unit; None is an unspecified number."""
Amount: TypeAlias = tuple[Granularity, Count]

_DESIGNATORS = {
    Granularity.MILLENNIUM: "ML",
    Granularity.CENTURY: "CE",
    Granularity.DECADE: "DE",
    Granularity.YEAR: "Y",
    Granularity.SEASON: "SN",
    Granularity.QUARTER: "Q",
    Granularity.MONTH: "M",
    Granularity.WEEK: "W",
    Granularity.WEEKEND: "WE",
    Granularity.DAY: "D",
}
_CLOCK_DESIGNATORS = {Granularity.HOUR: "H", Granularity.MINUTE: "M", Granularity.SECOND: "S"}
# TIMEX3 has no designator for these: write them as a multiple of a unit that has one.
_WRITTEN_AS = {Granularity.HALF: (6, Granularity.MONTH), Granularity.PART_OF_DAY: (6, Granularity.HOUR)}
# TimeBank writes decades, centuries and millennia with one letter.
_UNITS = {designator: unit for unit, designator in _DESIGNATORS.items()} | {
    "E": Granularity.DECADE,
    "C": Granularity.CENTURY,
    "L": Granularity.MILLENNIUM,
}
_CLOCK_UNITS = {designator: unit for unit, designator in _CLOCK_DESIGNATORS.items()}
_COUNT = r"(\d{1,999}(?:[.,]\d{1,999})?|X+)"
_DATE_PART = re.compile(_COUNT + "(ML|CE|DE|L|C|E|Y|SN|Q|M|WE|W|D)", re.ASCII)
_CLOCK_PART = re.compile(_COUNT + "([HMS])", re.ASCII)
_ISO = re.compile(
    rf"P(?P<date>(?:{_DATE_PART.pattern})*)(?:T(?P<clock>(?:{_CLOCK_PART.pattern})+))?",
    re.ASCII,
)

_MOST = 10**300  # a float holds it, and so does an Instant that is moved by it
_DAYS_IN_MEAN_MONTH = Fraction(146_097, 4_800)  # days and months of the calendar's cycle of 400 years


def _whole(count: float | Fraction | None) -> Count:
    if count is None or type(count) is int:
        return count
    if type(count) is not Fraction and (type(count) is not float or not math.isfinite(count)):
        refuse("count", "a number, a Fraction, or None", count, NotationError)
    exact = Fraction(str(count)) if isinstance(count, float) else Fraction(count)
    return exact.numerator if exact.denominator == 1 else exact


def _ordered(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    pairs = isinstance(amounts, tuple | list) and all(isinstance(each, tuple) and len(each) == 2 for each in amounts)
    if not (pairs and all(isinstance(unit, Granularity) for unit, _ in amounts)):
        refuse("amounts", "a tuple of pairs of a Granularity and a count", amounts, NotationError)
    return tuple(sorted(((unit, _whole(count)) for unit, count in amounts), key=lambda amount: amount[0], reverse=True))


@frozen
class Duration:
    """An amount of calendar time: one or more units with their counts, from coarse to fine.

    How long it is in seconds depends on where on the calendar it is laid; see `add`.
    Counts are not negative; a count of None is unspecified ("some weeks").

    >>> Duration.parse("P1Y6M")
    Duration(amounts=((Granularity.YEAR, 1), (Granularity.MONTH, 6)))
    >>> Duration.of(None, Granularity.WEEK).timex
    'PXW'
    """

    amounts: tuple[Amount, ...] = field(converter=_ordered)

    def __attrs_post_init__(self) -> None:
        units = [unit for unit, _ in self.amounts]
        if not units or len(set(units)) < len(units):
            message = f"a duration has one or more units, each once; got {[unit.value for unit in units]}"
            raise NotationError(message)
        for unit, count in self.amounts:
            if count is not None and count >= _MOST:
                message = f"a duration cannot count {shown(count)} of {unit.value}: that is too many"
                raise NotationError(message)
            if count is not None and count < 0:
                message = f"a duration cannot count {shown(count)} of {unit.value}; give its sign to `add`"
                raise NotationError(message)

    @classmethod
    def of(cls, count: float | Fraction | None, unit: Granularity) -> Duration:
        """Make a duration of one unit; decimals are taken as written, so 2.5 is five halves.

        >>> Duration.of(2.5, Granularity.YEAR).timex
        'P2.5Y'
        """
        return cls(((unit, _whole(count)),))

    @classmethod
    def parse(cls, text: str) -> Duration:
        """Read ISO 8601 with the units that TIMEX3 adds; raise NotationError.

        >>> Duration.parse("P5DE").unit
        Granularity.DECADE
        """
        check_type("a duration", text, str, error=NotationError)
        match = _ISO.fullmatch(text)
        if match is None or text == "P":
            message = (
                f"not a duration: {shown(text)}; write P2Y, P1Y6M, PXD, PT2H30M, P5DE (decades) or P2CE (centuries)"
            )
            raise NotationError(message)
        amounts = [(_UNITS[name], _read(count)) for count, name in _DATE_PART.findall(match["date"])]
        amounts += [(_CLOCK_UNITS[name], _read(count)) for count, name in _CLOCK_PART.findall(match["clock"] or "")]
        return cls(tuple(amounts))

    @property
    def unit(self) -> Granularity:
        """The finest unit it is said in."""
        return self.amounts[-1][0]

    @property
    def is_exact(self) -> bool:
        """Whether every count is known."""
        return all(count is not None for _, count in self.amounts)

    @property
    def timex(self) -> str:
        """The TIMEX3 value. Halves of a year are written as 6 months, parts of a day as 6 hours.

        >>> Duration(((Granularity.HOUR, 2), (Granularity.MINUTE, 30))).timex
        'PT2H30M'
        """
        date = clock = ""
        for unit, count in _writable(self.amounts):
            if unit in _DESIGNATORS:
                date += _write(count) + _DESIGNATORS[unit]
            else:
                clock += _write(count) + _CLOCK_DESIGNATORS[unit]
        return f"P{date}T{clock}" if clock else f"P{date}"

    def __add__(self, other: Duration) -> Duration:
        """Join two amounts, unit by unit.

        >>> (Duration.parse("P2Y") + Duration.parse("P3M")).timex
        'P2Y3M'
        """
        return Duration(_joined(self.amounts + other.amounts)) if isinstance(other, Duration) else NotImplemented

    def __str__(self) -> str:
        return self.timex


def add(instant: Instant, duration: Duration, sign: int = 1) -> Instant | None:
    """Move an instant by a duration, forward, or backward where `sign` is -1; None where a count is unspecified.

    Months and longer units are moved first and as one, so that a day the target month lacks is clamped once.
    What a fraction leaves below a month is turned to whole days of a mean month; fractions of weeks and less
    are exact to the second.

    >>> add(Instant.of(2022, 7, 22), Duration.parse("P50Y"), -1)
    Instant.parse('1972-07-22')
    >>> add(Instant.of(2022, 1, 31), Duration.parse("P1Y1M"))
    Instant.parse('2023-02-28')
    >>> add(Instant.of(2022), Duration.parse("P2.5Y"))
    Instant.parse('2024-07-01')
    """
    if not (type(instant) is Instant and type(duration) is Duration and type(sign) is int and abs(sign) == 1):
        check_type("instant", instant, Instant)
        check_type("duration", duration, Duration)
        check_choice("sign", sign, (1, -1))
    months, seconds = Fraction(0), Fraction(0)
    for unit, count in duration.amounts:
        if count is None:
            return None
        if unit in MONTHS_IN:
            months += count * MONTHS_IN[unit]
        else:
            seconds += count * SECONDS_IN[unit]
    whole_months = months.numerator // months.denominator
    seconds += round((months - whole_months) * _DAYS_IN_MEAN_MONTH) * SECONDS_IN[Granularity.DAY]
    moved = instant.shift(sign * whole_months, Granularity.MONTH) if whole_months else instant
    return moved.shift(sign * round(seconds), Granularity.SECOND)


def _writable(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    if not any(unit in _WRITTEN_AS for unit, _ in amounts):
        return amounts
    written = []
    for unit, count in amounts:
        factor, finer = _WRITTEN_AS.get(unit, (1, unit))
        written.append((finer, None if count is None else count * factor))
    return _joined(tuple(written))


def _joined(amounts: tuple[Amount, ...]) -> tuple[Amount, ...]:
    joined: dict[Granularity, Count] = {}
    for unit, count in amounts:
        known = joined.get(unit, 0)
        joined[unit] = None if known is None or count is None else known + count
    return _ordered(tuple(joined.items()))


def _read(count: str) -> Count:
    return None if count.startswith("X") else _whole(Fraction(count.replace(",", ".")))


def _write(count: Count) -> str:
    if count is None:
        return "X"
    return str(count) if isinstance(count, int) else f"{float(count):.6f}".rstrip("0").rstrip(".")
