"""What a grammar rule says of the words it has read."""

from __future__ import annotations

from typing import Literal

from attrs import frozen

from timeline.calculus.operators import Lean, Operator

__all__ = ["Meaning", "Recurrence"]


@frozen
class Recurrence:
    """How a SET comes again: TIMEX3 `quant` and `freq`, and the RFC 5545 rule."""

    rrule: str | None
    quant: str | None = None
    freq: str | None = None


@frozen
class Meaning:
    """The meaning of a temporal expression apart from where it stands.

    `value` is a fixed TIMEX3 value; where it is None, the resolved interval gives it.
    """

    kind: Literal["DATE", "TIME", "DURATION", "SET"]
    operator: Operator | None = None
    value: str | None = None
    mod: str | None = None
    recurrence: Recurrence | None = None
    relation: Operator | None = None
    """What a signal makes of the operator (since, until, between …): it gives the interval, not the value."""
    lean: Lean | None = None
    """Said only of what lies that way: "soon" of what has happened names no time."""
    confidence: float = 1.0
    others: tuple[Meaning, ...] = ()
    """Other readings of the same words, less likely; they become the alternatives."""
    ends: tuple[Meaning, Meaning] | None = None
    """What the ends of a range in one word mean: 2010-15, 10–12 May. A dash parts them; they share its relation."""
    note: str = ""
    """Why, where the words alone do not say it."""
