"""Times bounded by others: since, until, before, between; the past years; the early, middle or late part."""

from __future__ import annotations

from attrs import field, frozen

from timeline.calculus.anchors import NOW, Derived, Moment, Operator, begin_of, end_of
from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import SECONDS_IN_DAY, Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.validation import one_of

__all__ = [
    "After",
    "Around",
    "Before",
    "Between",
    "By",
    "Edge",
    "Ending",
    "Part",
    "Rest",
    "Since",
    "Somewhere",
    "Span",
    "Turn",
    "Until",
    "stated",
]


@frozen
class Part(Derived):
    """The early, middle or late part of a time: `START`, `MID` or `END`, with ends as vague as the words."""

    which: str = field(validator=one_of(("START", "MID", "END")))
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        whole = self.of.resolve(moment)
        if whole is None or whole.begin.earliest is None or whole.end.latest is None:
            return whole
        begin, end = whole.begin.earliest, whole.end.latest
        quarter, half, three = (_between(begin, end, share) for share in (0.25, 0.5, 0.75))
        first, last = {
            "START": (Bound.at(begin), Bound(quarter, half)),
            "MID": (Bound(quarter, half), Bound(half, three)),
            "END": (Bound(half, three), Bound.at(end)),
        }[self.which]
        return Interval(first, last, whole.granularity)


@frozen
class Edge(Part):
    """The start or end of a time, as vague as a part of it; as a limit of others it is the first or last moment.

    >>> from timeline.calculus.anchors import At
    >>> year = At(Interval.unit(Instant.of(2022), Granularity.YEAR))
    >>> [Before(each).resolve(Moment()).edtf for each in (Edge("END", year), Part("END", year))]
    ['[..2022-12-31]', '[..2022-10-01]']
    """

    def moment_of(self, moment: Moment) -> Bound | None:
        """Give the moment itself; None where that is not known, or the middle is meant."""
        whole = self.of.resolve(moment)
        ends = {"START": begin_of(whole), "END": end_of(whole)}
        found = ends.get(self.which)
        return None if found is None else Bound.at(found)


@frozen
class Rest(Part):
    """The part of the present time before now or after: earlier this year, later this year, the rest of the year.

    Counted from the time that its whole leans on. Where that is no finer than the whole, nothing tells how much of it
    is over, and the words are as vague as an early or late part.

    >>> now = Moment(now=Interval.unit(Instant.of(2022, 3, 9), Granularity.DAY))
    >>> from timeline.calculus.operators import This
    >>> from timeline.calculus.recurring import Unit
    >>> Rest("END", This(Unit(Granularity.YEAR))).resolve(now).edtf
    '2022-03-09/2022-12-31'
    """

    def resolve(self, moment: Moment) -> Interval | None:
        whole, told = self.of.resolve(moment), getattr(self.of, "of", NOW)
        first, last = begin_of(whole), end_of(whole)
        if whole is None or first is None or last is None:
            return whole
        base = next((each for each in (told.resolve(moment), moment.now) if each and _is_part(each, whole)), None)
        begin = begin_of(base)
        if base is None or begin is None or whole.granularity < _SHORTEST:
            return Part.resolve(self, moment)
        if base.granularity < Granularity.DAY:
            base = Interval.unit(begin, Granularity.DAY)
        if self.which == "START":
            return Interval(Bound.at(first), base.end, whole.granularity)
        return Interval(base.begin, Bound.at(last), whole.granularity)


_SHORTEST = Granularity.WEEK
"""The shortest time of which publication tells how much is over: "later today" is no more than the later part."""


@frozen
class Around(Derived):
    """About a time: up to one unit before and after it, of a time of day half an hour.

    >>> from timeline.calculus.anchors import At
    >>> Around(At(Interval.unit(Instant.of(1990), Granularity.YEAR))).resolve(Moment()).to_dict()["begin"]
    {'earliest': '1989-01-01', 'latest': '1990-01-01'}
    """

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        whole = self.of.resolve(moment)
        begin, end = begin_of(whole), end_of(whole)
        if whole is None or begin is None or end is None:
            return whole
        unit, count = whole.granularity, 1
        if unit < Granularity.DAY:
            unit, count = Granularity.MINUTE, 30
        return Interval(Bound(begin.shift(-count, unit), begin), Bound(end, end.shift(count, unit)), whole.granularity)


@frozen
class Span(Derived):
    """A stretch that ends now or begins now: the past 50 years, the next five days; `sign` is -1 or +1.

    Counted from now, its far end is known to the unit; counted from the end of a calendar period it is exact, as in
    the first nine months of 2019.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Span(Duration.of(50, Granularity.YEAR), -1).resolve(Moment(now=now)).to_dict()["begin"]
    {'earliest': '1972-01-01', 'latest': '1973-01-01'}
    """

    duration: Duration
    sign: int
    of: Operator = NOW
    is_limit: bool = False
    """Whether the far end is a limit to the day: within two years."""

    def resolve(self, moment: Moment) -> Interval | None:
        base = self.of.resolve(moment)
        if base is None:
            return None
        from_begin = self.sign > 0 or base.granularity < Granularity.DAY  # a minute is the very moment
        near = begin_of(base) if from_begin else end_of(base)
        if near is None:
            return None
        far = add(near, self.duration, self.sign)
        if far is None:
            return Interval(OPEN, Bound.at(near)) if self.sign < 0 else Interval(Bound.at(near), OPEN)
        unit = min(stated(self.duration.unit), Granularity.YEAR)  # a decade from now is told to the year
        if self.is_limit:
            unit, window = min(unit, Granularity.DAY), Bound.at(far)
        elif unit > Granularity.WEEK and self.of == NOW:  # weeks are counted in days
            around = Interval.unit(far, unit)
            window = Bound(around.begin.earliest, around.end.latest)
        else:
            window = Bound.at(far)
        # a window of months has no offset from UTC, and may begin after a near end that has one
        earliest, latest = window.earliest or near, window.latest or near
        if self.sign < 0:
            return Interval(Bound(min(earliest, near), min(latest, near)), Bound.at(near), unit)
        return Interval(Bound.at(near), Bound(max(earliest, near), max(latest, near)), unit)

    @property
    def template(self) -> str:
        return self.duration.timex


@frozen
class Ending(Derived):
    """The unit that ends with a time: the quarter ended June 30; one of accounts need not be one of the calendar.

    >>> from timeline.calculus.anchors import At
    >>> day = Interval.unit(Instant.of(2024, 11, 2), Granularity.DAY)
    >>> Ending(Granularity.QUARTER, At(day)).resolve(Moment()).edtf
    '2024-08-03/2024-11-02'
    """

    unit: Granularity
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        end = end_of(self.of.resolve(moment))
        begin = None if end is None else add(end, Duration.of(1, self.unit), -1)
        return None if begin is None or end is None else Interval(Bound.at(begin), Bound.at(end), self.unit)


@frozen
class Since(Derived):
    """From some point within a time on, with an open end."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        if of is None:
            return None
        begin = _edge(self.of, moment, "START") or Bound(of.begin.earliest, of.end.latest)
        return Interval(begin, OPEN, of.granularity)


@frozen
class Until(Derived):
    """Up to some point within a time, with an open begin."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        if of is None:
            return None
        end = _edge(self.of, moment, "END") or Bound(of.begin.earliest, of.end.latest)
        return Interval(OPEN, end, of.granularity)


@frozen
class By(Derived):
    """At the end of a time at the latest."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        return None if of is None else Interval(OPEN, Bound(None, of.end.latest), of.granularity)


@frozen
class Before(Derived):
    """Over when a time begins."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        if of is None:
            return None
        limit = _edge(self.of, moment, "END") or of.begin
        return Interval(OPEN, Bound(None, limit.latest), of.granularity)


@frozen
class After(Derived):
    """Begun when a time has ended."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        if of is None:
            return None
        limit = _edge(self.of, moment, "START") or of.end
        return Interval(Bound(limit.earliest, None), OPEN, of.granularity)


@frozen
class Somewhere(Derived):
    """At some time within another, without filling it: two or three days ago, within a week."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        of = self.of.resolve(moment)
        return None if of is None else of.somewhere_within()


@frozen
class Between(Derived):
    """From the begin of one time to the end of another: from May to July, 2010-15."""

    of: Operator
    to: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        first, last = self.of.resolve(moment), self.to.resolve(moment)
        if first is None or last is None:
            return None
        begin, end = first.begin, last.end
        if begin.earliest is not None and end.latest is not None and end.latest <= begin.earliest:
            return None
        return Interval(begin, end, min(first.granularity, last.granularity))

    @property
    def leans_on(self) -> str:
        return self.of.leans_on or self.to.leans_on

    @property
    def reads_said(self) -> bool:
        return self.of.reads_said or self.to.reads_said

    @property
    def is_bare(self) -> bool:
        return self.of.is_bare or self.to.is_bare


@frozen
class Turn(Derived):
    """The turn of a century or year: about its begin, a twentieth of its length to either side."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        whole = self.of.resolve(moment)
        begin, end = begin_of(whole), end_of(whole)
        if whole is None or begin is None or end is None:
            return whole
        reach = max((end.ordinal - begin.ordinal) // 20, 1)
        first, last = begin.shift(-reach, Granularity.DAY), begin.shift(reach, Granularity.DAY)
        return Interval(Bound(first, begin), Bound(begin, last), whole.granularity)


def _is_part(inner: Interval, whole: Interval) -> bool:
    return inner.granularity < whole.granularity and whole.encloses(inner)


def _edge(operator: Operator, moment: Moment, which: str) -> Bound | None:
    """Give the moment that the words name where they name that end of a time; None for all else."""
    return operator.moment_of(moment) if isinstance(operator, Edge) and operator.which == which else None


def _between(begin: Instant, end: Instant, share: float) -> Instant:
    days = end.ordinal - begin.ordinal
    if days > 3:  # vaguer than a day
        return Instant(begin.ordinal + round(days * share))
    seconds = days * SECONDS_IN_DAY + end.second - begin.second
    return begin.shift(round(seconds * share), Granularity.SECOND)


def stated(unit: Granularity) -> Granularity:
    """Give the unit in which a moved time is told: a weekend ago is a day."""
    return Granularity.DAY if unit is Granularity.WEEKEND else unit
