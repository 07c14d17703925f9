"""Stretches of time, half-open, with ends that may be exact, open or uncertain."""

from __future__ import annotations

import functools
import math
from collections.abc import Mapping
from typing import Any

from attrs import frozen

from timeline.calculus.allen import AllenRelation, Window, possible_relations
from timeline.calculus.bounds import OPEN, Bound
from timeline.calculus.edtf_form import edtf_of
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant, unit_ends
from timeline.errors import InputError, NotationError
from timeline.validation import check_count, check_fields, check_type, shown

__all__ = ["OPEN", "Bound", "Interval"]


@frozen
class Interval:
    """A half-open stretch `[begin, end)` of the proleptic Gregorian calendar.

    >>> july = Interval.exact(Instant.of(2022, 7), Instant.of(2022, 8), Granularity.MONTH)
    >>> july.edtf
    '2022-07'
    >>> somewhere_in_july = july.somewhere_within()
    >>> somewhere_in_july.begin.latest, somewhere_in_july.end.earliest
    (Instant.parse('2022-08-01'), Instant.parse('2022-07-01'))
    """

    begin: Bound
    end: Bound
    granularity: Granularity = Granularity.DAY

    def __attrs_post_init__(self) -> None:
        if not (type(self.begin) is type(self.end) is Bound and type(self.granularity) is Granularity):
            check_fields(self)
        first, last = self.begin.earliest, self.end.latest
        if first is not None and last is not None and last < first:
            message = f"an interval cannot begin at {first} and end at {last}"
            raise InputError(message)

    @classmethod
    def exact(cls, begin: Instant, end: Instant, granularity: Granularity = Granularity.DAY) -> Interval:
        """Make an interval whose two ends are known."""
        return cls(Bound.at(begin), Bound.at(end), granularity)

    @classmethod
    def unit(cls, instant: Instant, granularity: Granularity, count: int = 1) -> Interval:
        """Make the calendar unit that holds an instant, or `count` units from there.

        >>> Interval.unit(Instant.of(2022, 7, 22), Granularity.WEEK).edtf
        '2022-07-18/2022-07-24'
        """
        if type(instant) is not Instant or type(granularity) is not Granularity or type(count) is not int or count < 1:
            check_type("instant", instant, Instant)
            check_type("granularity", granularity, Granularity)
            check_count("count", count)
        if count == 1 and granularity >= Granularity.DAY:
            return _unit_of_day(instant.ordinal, granularity)  # read off the wall, whatever the time of day
        return Interval.exact(*unit_ends(instant, granularity, count), granularity)

    @property
    def is_exact(self) -> bool:
        """Whether both ends are known."""
        return self.begin.is_exact and self.end.is_exact

    @property
    def earliest(self) -> Instant | None:
        """The first instant that can belong to the interval."""
        return self.begin.earliest

    @property
    def latest(self) -> Instant | None:
        """The instant by which it has surely ended."""
        return self.end.latest

    @property
    def is_to_the_day(self) -> bool:
        """Whether both ends are known and stated in days or something finer, as those of a day, or of 22 to 24 July.

        >>> july = Interval.unit(Instant.of(2022, 7), Granularity.MONTH)
        >>> Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY).is_to_the_day, july.is_to_the_day
        (True, False)
        """
        return self.granularity <= Granularity.DAY and self.is_exact

    @property
    def is_day(self) -> bool:
        """Whether both ends are known and lie on one day of the calendar: it is that day, or a time of that day.

        >>> morning = Interval.exact(Instant.of(2022, 7, 22, 6), Instant.of(2022, 7, 22, 12), Granularity.PART_OF_DAY)
        >>> morning.is_day, Interval.exact(Instant.of(2022, 7, 22), Instant.of(2022, 7, 25)).is_day
        (True, False)
        """
        first, last = self.earliest, self.latest
        return first is not None and last is not None and last.ordinal_before <= first.ordinal and self.is_exact

    @property
    def days(self) -> int | None:
        """How many days its outermost ends are apart, by their dates; None where it is open.

        A day has 1, hours of one day 0. Days can be compared, as a `Duration` of months cannot.

        >>> Interval.unit(Instant.of(2022, 7), Granularity.MONTH).days
        31
        >>> Interval(Bound.at(Instant.of(2019)), OPEN).days is None
        True
        """
        first, last = self.earliest, self.latest
        return None if first is None or last is None else last.ordinal - first.ordinal

    def somewhere_within(self) -> Interval:
        """Say of something that it happened in this interval, without filling it.

        Both ends become windows from the earliest begin to the latest end.
        """
        window = Bound(self.earliest, self.latest)
        return Interval(window, window, self.granularity)

    def approximately(self) -> Interval:
        """Say that each known end may be off by one unit of the granularity, as in "around 1984".

        >>> Interval.unit(Instant.of(1984), Granularity.YEAR).approximately().edtf
        '1984~'
        """
        unit = self.granularity
        return Interval(self.begin.widened(unit), self.end.widened(unit), unit)

    def shift(self, count: int, unit: Granularity) -> Interval:
        """Move all known ends by calendar units.

        Where the target month lacks a day, the last day of the month stands for it.

        >>> Interval.unit(Instant.of(2022, 1, 30), Granularity.DAY).shift(1, Granularity.MONTH).edtf
        '2022-02-28'
        """
        if type(count) is not int or type(unit) is not Granularity:
            check_type("count", count, int)
            check_type("unit", unit, Granularity)
        begin, end = self.begin, self.end
        earliest = _moved(begin.earliest, count, unit)
        # Days are clamped, not the midnights at which they end: move an end by the day before it.
        of_days = self.granularity < Granularity.MONTH
        latest = _moved_end(end.latest, count, unit, of_days=of_days)
        begin_latest = earliest if begin.is_exact else _moved_end(begin.latest, count, unit, of_days=of_days)
        return Interval(
            Bound(earliest, begin_latest),
            Bound(latest if end.is_exact else _moved(end.earliest, count, unit), latest),
            self.granularity,
        )

    def intersection(self, other: Interval) -> Interval | None:
        """Give what two intervals share, at the finer granularity; None where they surely share nothing.

        The result begins with the later begin and ends with the earlier end, which is uncertain where one of them is.
        An open end sets no limit.

        >>> year = Interval.unit(Instant.of(2022), Granularity.YEAR)
        >>> since_july = Interval(Bound.at(Instant.of(2022, 7)), OPEN, Granularity.MONTH)
        >>> year.intersection(since_july).edtf
        '2022-07/2022-12'
        """
        if type(other) is not Interval:
            check_type("other", other, Interval)
        begin, end = _later(self.begin, other.begin), _earlier(self.end, other.end)
        first, last = begin.earliest, end.latest
        if first is not None and last is not None:
            if last <= first:
                return None
            # What they share begins before the last end and ends after the first begin.
            begin = Bound(first, None if begin.latest is None else min(begin.latest, last))
            end = Bound(None if end.earliest is None else max(end.earliest, first), last)
        return Interval(begin, end, min(self.granularity, other.granularity))

    def contains(self, instant: Instant) -> bool:
        """Tell whether an instant surely lies within."""
        if type(instant) is not Instant:
            check_type("instant", instant, Instant)
        begin, end = self.begin.latest, self.end.earliest
        return begin is not None and end is not None and begin <= instant < end

    def precedes(self, other: Interval) -> bool:
        """Whether this surely has ended by the time the other begins.

        >>> may, june = (Interval.unit(Instant.of(2022, month), Granularity.MONTH) for month in (5, 6))
        >>> may.precedes(june), june.precedes(may)
        (True, False)
        """
        if type(other) is not Interval:
            check_type("other", other, Interval)
        last, first = self.end.latest, other.begin.earliest
        return last is not None and first is not None and last <= first

    def touches(self, other: Interval) -> bool:
        """Whether both can share some time: neither surely precedes the other. To meet is not to touch.

        >>> may, june = (Interval.unit(Instant.of(2022, month), Granularity.MONTH) for month in (5, 6))
        >>> may.touches(june), may.touches(Interval(Bound.at(Instant.of(2019)), OPEN))
        (False, True)
        """
        return not (self.precedes(other) or other.precedes(self))

    def encloses(self, other: Interval) -> bool:
        """Whether the other surely lies between the outermost ends of this one; an open end of this one is no limit.

        >>> may, year = (Interval.unit(Instant.of(2022, 5), unit) for unit in (Granularity.MONTH, Granularity.YEAR))
        >>> year.encloses(may), may.encloses(year), Interval(Bound.at(Instant.of(2019)), OPEN).encloses(may)
        (True, False, True)
        """
        if type(other) is not Interval:
            check_type("other", other, Interval)
        first, last, begin, end = self.begin.earliest, self.end.latest, other.begin.earliest, other.end.latest
        begins_within = first is None or (begin is not None and first <= begin)
        return begins_within and (last is None or (end is not None and end <= last))

    def relation_to(self, other: Interval) -> frozenset[AllenRelation]:
        """Give the Allen relation to another interval: one where it is certain, else all that are possible.

        Exactly those: each is the case for some choice of the ends, to the second, such that both intervals begin
        before they end. Ends that are not known have no limit. An interval without length counts as one of a second.

        >>> may = Interval.unit(Instant.of(2022, 5), Granularity.MONTH)
        >>> may.relation_to(Interval.unit(Instant.of(2022), Granularity.YEAR))
        frozenset({AllenRelation.DURING})
        >>> june = Interval.unit(Instant.of(2022, 6), Granularity.MONTH)
        >>> sorted(relation.value for relation in may.somewhere_within().relation_to(june))
        ['before', 'meets']
        """
        check_type("other", other, Interval)
        return possible_relations(*_windows(self), *_windows(other))

    @property
    def edtf(self) -> str:
        """The interval as an EDTF string (ISO 8601-2)."""
        return edtf_of(self.begin, self.end, self.granularity)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form; see `docs/reference.md`."""
        return {
            "begin": self.begin.to_dict(),
            "end": self.end.to_dict(),
            "granularity": self.granularity.value,
            "edtf": self.edtf,
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Interval:
        """Read the JSON form; other keys are ignored, `edtf` too, as it follows from the rest.

        Raises InputError where a value is missing or malformed.

        >>> may = Interval.unit(Instant.of(2022, 5), Granularity.MONTH)
        >>> Interval.from_dict(may.to_dict()) == may
        True
        """
        try:
            begin, end = Bound.from_dict(data["begin"]), Bound.from_dict(data["end"])
            return cls(begin, end, Granularity(data["granularity"]))
        except NotationError:
            raise
        except (KeyError, ValueError, AttributeError, TypeError) as error:
            message = (
                f"not an interval: {shown(data)}; it has begin, end and granularity, as `Interval.to_dict` writes them"
            )
            raise InputError(message) from error


@functools.lru_cache(maxsize=8_192)
def _unit_of_day(ordinal: int, granularity: Granularity) -> Interval:
    return Interval.exact(*unit_ends(Instant(ordinal), granularity), granularity)


def _windows(interval: Interval) -> tuple[Window, Window]:
    begin, end = _window(interval.begin), _window(interval.end)
    if end[1] <= begin[0]:
        end = (end[0], begin[0] + 1)
    return begin, end


def _window(bound: Bound) -> Window:
    earliest = -math.inf if bound.earliest is None else bound.earliest.position
    return earliest, math.inf if bound.latest is None else bound.latest.position


def _moved(instant: Instant | None, count: int, unit: Granularity) -> Instant | None:
    return None if instant is None else instant.shift(count, unit)


def _moved_end(instant: Instant | None, count: int, unit: Granularity, *, of_days: bool) -> Instant | None:
    if instant is None or instant.second or (instant.day == 1 and not of_days):
        return _moved(instant, count, unit)
    return instant.shift(-1, Granularity.DAY).shift(count, unit).shift(1, Granularity.DAY)


def _later(a: Bound, b: Bound) -> Bound:
    """Give the later of two begins."""
    if a.is_open or b.is_open:
        return b if a.is_open else a
    earliest = max((i for i in (a.earliest, b.earliest) if i is not None), default=None)
    return Bound(earliest, None if a.latest is None or b.latest is None else max(a.latest, b.latest))


def _earlier(a: Bound, b: Bound) -> Bound:
    """Give the earlier of two ends."""
    if a.is_open or b.is_open:
        return b if a.is_open else a
    latest = min((i for i in (a.latest, b.latest) if i is not None), default=None)
    return Bound(None if a.earliest is None or b.earliest is None else min(a.earliest, b.earliest), latest)
