"""The time of an event with its reasons, and what the text says of the order of two."""

from __future__ import annotations

from attrs import frozen

from timeline.calculus.intervals import Interval

__all__ = ["Edge", "Key", "Placement"]

Key = tuple[int, int]
"""The place of an event's predicate: index of the sentence, index of the word."""


@frozen
class Placement:
    """The time of an event, and what it rests on."""

    when: Interval | None
    placed_by: str
    confidence: float
    reason: str
    relation: str | None = None
    """To the publication, where it is known."""
    expressions: tuple[int, ...] = ()
    rrule: str | None = None
    several_days: bool | None = None


@frozen
class Edge:
    """One event begins before another, as the text says by a conjunction or an infinitive."""

    first: Key
    second: Key
    confidence: float
