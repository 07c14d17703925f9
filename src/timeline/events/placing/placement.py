"""The time of an event with its reason, and the order of two events."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.intervals import Bound, Interval
from timeline.events.mentions.detection import Key
from timeline.terms import PlacedBy, PublicationRelation

if TYPE_CHECKING:
    from timeline.events.placing.publication_frame import Publication

__all__ = ["Edge", "Placement", "later", "no_earlier"]


@frozen
class Placement:
    """The time of an event, and its grounds."""

    when: Interval | None
    placed_by: PlacedBy
    confidence: float
    reason: str
    relation: PublicationRelation | None = None
    """Relation to the publication, if known."""
    expressions: tuple[int, ...] = ()
    rrule: str | None = None
    several_days: bool | None = None
    rule: str = ""
    """The id of the row in `timeline.events.placing.rules` that gave it."""


@frozen
class Edge:
    """One event starts before another, according to a conjunction or an infinitive."""

    first: Key
    second: Key
    confidence: float
    rule: str = ""
    """The id of the rule or cue."""


def later(publication: Publication | None, base: Placement, why: str, confidence: float) -> Placement:
    """Place after the publication, or, if the base has surely ended before, after the base."""
    if publication is None:
        return Placement(None, "event", confidence, why)
    when = base.when
    last = None if when is None else when.latest
    begins = None if when is None else when.earliest
    if when is not None and last is not None and last < publication.begin and begins is not None:
        return no_earlier(base, why, confidence)
    if when is not None and begins is not None and begins > publication.begin:
        later = Interval(Bound(begins, None), Bound(begins, None), when.granularity)
        return Placement(later, "event", confidence, why, "after", base.expressions)
    return Placement(
        publication.after(), "event", confidence, f"{why}, after the publication", "after", base.expressions
    )


def no_earlier(base: Placement, why: str, confidence: float) -> Placement:
    """Place not before another event; if that has no start, nothing is known."""
    when = base.when
    if when is None or when.earliest is None:
        return Placement(None, "event", confidence, f"{why}; when is not said")
    later = Interval(Bound(when.earliest, None), Bound(when.earliest, None), when.granularity)
    return Placement(later, "event", confidence, f"{why}, not before what it leans on", None, base.expressions)
