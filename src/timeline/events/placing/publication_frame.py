"""Intervals of events: what an expression, a tense or a signal states about start and end, and no more."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval

if TYPE_CHECKING:
    from timeline.terms import PublicationRelation

__all__ = ["Publication", "bounded", "cut", "position_to_publication", "relation_to_publication", "within"]


@frozen
class Publication:
    """The publication time, and its day."""

    at: Instant

    @property
    def day(self) -> Interval:
        """The day of publication."""
        return Interval.unit(self.at, Granularity.DAY)

    @property
    def begin(self) -> Instant:
        """The start of the publication day."""
        return self.at.floor(Granularity.DAY)

    @property
    def end(self) -> Instant:
        """The end of the publication day: past events have ended by then."""
        return self.begin.shift(1, Granularity.DAY)

    def before(self) -> Interval:
        """Return the interval of an event that ended before the publication; its start is unknown."""
        return Interval(Bound(None, self.end), Bound(None, self.end), Granularity.DAY)

    def across(self) -> Interval:
        """Return the interval of what holds at publication: started before, not ended yet."""
        return Interval(Bound(None, self.begin), Bound(self.end, None), Granularity.DAY)

    def after(self) -> Interval:
        """Return the interval of what starts after the publication."""
        return Interval(Bound(self.begin, None), Bound(self.begin, None), Granularity.DAY)


def within(interval: Interval) -> Interval:
    """Return the time of an event somewhere in an interval; days and finer units are its time itself."""
    return interval if interval.is_to_the_day else interval.somewhere_within()


def bounded(interval: Interval, bound: str) -> Interval:
    """Apply a signal: `since 2019`, `until May`, `by Friday`, `before 2010`, `after Monday`.

    An interval that already includes its signal (one end open) is unchanged.

    >>> bounded(Interval.unit(Instant.of(2019), Granularity.YEAR), "since").begin.latest
    Instant.parse('2020-01-01')
    """
    if interval.begin.is_open != interval.end.is_open:
        return interval
    window = Bound(interval.earliest, interval.latest)
    begin, end = interval.begin, interval.end
    match bound:
        case "since" | "from":
            begin, end = (window if interval.granularity > Granularity.DAY else begin), OPEN
        case "until" | "to":
            begin, end = OPEN, window
        case "by":
            begin = end = Bound(None, interval.latest)
        case "before":
            begin = end = Bound(None, interval.earliest)
        case "after":
            begin = end = Bound(interval.latest, None)
    return evolve(interval, begin=begin, end=end)


def cut(interval: Interval, publication: Publication | None, *, past: bool, future: bool) -> Interval:
    """Split an interval that contains the publication: the past ends by then, the future starts after it.

    >>> july = Interval.unit(Instant.of(2022, 7), Granularity.MONTH).somewhere_within()
    >>> cut(july, Publication(Instant.of(2022, 7, 22)), past=True, future=False).end.latest
    Instant.parse('2022-07-23')
    """
    if publication is None or not (past or future):
        return interval
    first, last = interval.earliest, interval.latest
    end = interval.end
    if past and last is None and end.earliest is not None and end.earliest >= publication.begin:
        return interval  # still holds at publication
    if past and (last is None or last > publication.end) and (first is None or first < publication.end):
        return Interval(
            _no_later(interval.begin, publication.end), _no_later(interval.end, publication.end), interval.granularity
        )
    if (
        future
        and not interval.begin.is_exact
        and (first is None or first < publication.begin)
        and (last is None or last > publication.begin)
    ):
        return Interval(
            _no_earlier(interval.begin, publication.begin),
            _no_earlier(interval.end, publication.begin),
            interval.granularity,
        )
    return interval


def _no_later(bound: Bound, limit: Instant) -> Bound:
    earliest = None if bound.earliest is None else min(bound.earliest, limit)
    return Bound(earliest, limit if bound.latest is None else min(bound.latest, limit))


def _no_earlier(bound: Bound, limit: Instant) -> Bound:
    latest = None if bound.latest is None else max(bound.latest, limit)
    return Bound(limit if bound.earliest is None else max(bound.earliest, limit), latest)


def relation_to_publication(interval: Interval | None, publication: Publication | None) -> PublicationRelation | None:
    """Return the relation of an interval to the publication day: before, overlap or after; None if unknown.

    >>> publication = Publication(Instant.of(2022, 7, 22))
    >>> july = Interval.unit(Instant.of(2022, 7), Granularity.MONTH)
    >>> relation_to_publication(july, publication), relation_to_publication(july.somewhere_within(), publication)
    ('overlap', None)
    """
    if interval is None or publication is None:
        return None
    day = publication.day
    if interval.precedes(day):
        return "before"
    if day.precedes(interval):
        return "after"
    first, last = interval.earliest, interval.latest
    if interval.granularity < Granularity.DAY and first is not None and last is not None and publication.begin <= first:
        # Some hours of that day: the hour of the publication is unknown.
        return None
    begins_by, ends_from = interval.begin.latest, interval.end.earliest
    if (
        begins_by is not None
        and begins_by < publication.end
        and ends_from is not None
        and ends_from >= publication.begin
    ):
        return "overlap"
    return None


def position_to_publication(interval: Interval | None, publication: Publication) -> str:
    """Return where the outermost ends of an interval lie: before the publication day, after it, or on or around it.

    This is of the time that an expression names: `eve` is the day before, `day` lies on the day itself, `open` has an
    end without limit, and `none` is no interval at all. For the time of an event see `relation_to_publication`.

    >>> thursday = Interval.unit(Instant.of(2022, 7, 21), Granularity.DAY)
    >>> position_to_publication(thursday, Publication(Instant.of(2022, 7, 22)))
    'eve'
    """
    if interval is None:
        return "none"
    if interval.days is None:
        return "open"
    day = publication.day
    if day.precedes(interval):
        return "after"
    if interval.precedes(day):
        return "eve" if interval.days == 1 and interval.latest == publication.begin else "before"
    return "day" if day.encloses(interval) else "around"
