"""The time of an event at day precision: one day or several, each end a day or a range of days.

This is how EventTime (Reimers et al., TACL 2018) annotates times. A range that is open at one side includes the day
that it is counted from: "after the publication" starts on the day of publication at the earliest.
"""

from __future__ import annotations

from collections.abc import Collection

from attrs import frozen

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Bound, Interval

__all__ = ["Days", "Extent", "extent_of"]


@frozen(cache_hash=True)
class Days:
    """A known day, or a range of days that contains it, both ends included; counted as `Instant.ordinal`."""

    first: int | None = None
    last: int | None = None

    @property
    def is_exact(self) -> bool:
        """Whether it is one day."""
        return self.first is not None and self.first == self.last

    def touches(self, other: Days) -> bool:
        """Whether some day is in both."""
        return _reaches(self, other) and _reaches(other, self)


def _reaches(one: Days, other: Days) -> bool:
    return one.last is None or other.first is None or other.first <= one.last


@frozen(cache_hash=True)
class Extent:
    """The day of an event, or the days on which it starts and ends."""

    begin: Days
    end: Days
    several: bool = False

    @classmethod
    def day(cls, first: int | None, last: int | None) -> Extent:
        """Make the extent of an event within one day."""
        return cls(Days(first, last), Days(first, last))

    @property
    def is_day(self) -> bool:
        """Whether it is one day that is known."""
        return not self.several and self.begin.is_exact

    def contradicts(self, other: Extent) -> bool:
        """Whether both cannot be true of one event; one day against several is not itself a contradiction."""
        if self is other:
            return False
        if self.several == other.several:
            return not (self.begin.touches(other.begin) and self.end.touches(other.end))
        long, day = (self, other) if self.several else (other, self)
        if not long.begin.touches(long.end):
            return True
        return not Days(long.begin.first, long.end.last).touches(day.begin)

    @property
    def interval(self) -> Interval:
        """The time with its windows.

        An event of several days that started "before" a day had started by that morning; one that ended "after" it had
        not ended at its end.

        >>> Extent.day(738358, 738358).interval.edtf
        '2022-07-22'
        """
        begin, end = self.begin, self.end
        if self.several:
            latest = _morning(begin.last) if begin.is_exact or begin.first is None else _midnight(begin.last)
            earliest = _midnight(end.first) if end.is_exact or end.last is None else _morning(end.first)
            return Interval(Bound(_morning(begin.first), latest), Bound(earliest, _midnight(end.last)), Granularity.DAY)
        if begin.is_exact:
            return Interval.unit(Instant(begin.first or 0), Granularity.DAY)
        window = Bound(_morning(begin.first), _midnight(begin.last))
        return Interval(window, window, Granularity.DAY)


def _morning(day: int | None) -> Instant | None:
    return None if day is None else Instant(day)


def _midnight(day: int | None) -> Instant | None:
    return None if day is None else Instant(day + 1)


def extent_of(when: Interval, *, several: bool | None = None, limits: Collection[Interval] = ()) -> Extent:
    """Return an interval as an extent; its shape decides between one day and several, if that is unknown.

    A range that is open at one side is named after the day of `limits` that it is counted from: "before Friday" is
    the range up to Friday, as annotators write it, though its last instant is that of Thursday.

    >>> extent_of(Interval.unit(Instant.of(2022, 7), Granularity.MONTH)).several
    True
    """
    begin, end = when.begin, when.end
    starts, stops = {limit.earliest for limit in limits}, {limit.latest for limit in limits}
    if several is None:
        several = begin != end and not when.is_day
    if when.is_day and begin.earliest is not None:
        return Extent.day(begin.earliest.ordinal, begin.earliest.ordinal)
    if not several:
        first, last = begin.earliest, end.latest or begin.latest
        return Extent.day(_first(first, stops if last is None else ()), _last(last, starts if first is None else ()))
    shared = begin.latest == end.latest
    begins = Days(
        _first(begin.earliest, stops if begin.latest is None else ()),
        _first(begin.latest) if begin.is_exact or (begin.earliest is None and not shared) else _last(begin.latest),
    )
    open_end = end.is_exact or (end.latest is None and end.earliest != begin.earliest)
    ends = Days(
        _last(end.earliest) if open_end else _first(end.earliest),
        _last(end.latest, starts if end.earliest is None else ()),
    )
    return Extent(begins, ends, several=True)


def _first(instant: Instant | None, stops: Collection[Instant | None] = ()) -> int | None:
    """Return the day of an instant from which something counts."""
    if instant is None:
        return None
    return _last(instant) if instant in stops else instant.ordinal


def _last(instant: Instant | None, starts: Collection[Instant | None] = ()) -> int | None:
    """Return the last day before an instant up to which something counts."""
    if instant is None:
        return None
    return instant.ordinal if instant in starts else instant.ordinal_before
