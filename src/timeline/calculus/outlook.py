"""Times that depend on whether their clause looks ahead: in two weeks, this Tuesday."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.anchors import Derived, Lean, Operator, end_of
from timeline.calculus.operators import This

if TYPE_CHECKING:
    from timeline.calculus.anchors import Moment
    from timeline.calculus.intervals import Interval

__all__ = ["Ahead", "Present"]


@frozen
class Ahead(Derived):
    """A time that is named only where the clause looks ahead: what was built in two weeks took so long.

    >>> from timeline.calculus.anchors import Moment
    >>> from timeline.calculus.durations import Duration
    >>> from timeline.calculus.granularity import Granularity
    >>> from timeline.calculus.instants import Instant
    >>> from timeline.calculus.intervals import Interval
    >>> from timeline.calculus.operators import Shift
    >>> friday = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> operator = Ahead(Shift(Duration.of(3, Granularity.DAY), 1))
    >>> operator.resolve(Moment(now=friday, lean=Lean.FUTURE)).edtf
    '2022-07-25'
    >>> operator.resolve(Moment(now=friday, lean=Lean.PAST)) is None
    True
    """

    of: Operator
    is_bare = True

    def resolve(self, moment: Moment) -> Interval | None:
        return self.of.resolve(moment) if moment.lean is Lean.FUTURE else None


@frozen
class Present(This):
    """The one in the same frame, or the coming one where that is over and the clause looks ahead: this Tuesday.

    >>> from timeline.calculus.anchors import Moment
    >>> from timeline.calculus.granularity import Granularity
    >>> from timeline.calculus.instants import Instant
    >>> from timeline.calculus.intervals import Interval
    >>> from timeline.calculus.recurring import DayOfWeek
    >>> friday = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> [Present(DayOfWeek(2)).resolve(Moment(now=friday, lean=lean)).edtf for lean in (Lean.PAST, Lean.FUTURE)]
    ['2022-07-19', '2022-07-26']
    """

    is_bare = True

    def resolve(self, moment: Moment) -> Interval | None:
        found, now = This.resolve(self, moment), self.of.resolve(moment)
        if moment.lean is not Lean.FUTURE or now is None or now.begin.earliest is None:
            return found
        last = end_of(found)
        if last is None or last.local > now.begin.earliest.local:
            return found
        return self.stretch.next_ending(now.begin.earliest)
