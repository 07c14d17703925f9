"""What a grammar rule says of the words it has read."""

from __future__ import annotations

from typing import cast, get_args

from attrs import field, frozen

from timeline.calculus.operators import Lean, Operator
from timeline.terms import ExpressionKind, Modifier

__all__ = ["Meaning", "Recurrence"]

_MODIFIERS = frozenset(get_args(Modifier))
_EXACT = "EQUAL"
"""What rows say of "exactly"; TIMEX3 has no modifier for it."""


def _modifier(value: str | None) -> Modifier | None:
    """Check a modifier: rows are not typed, so that nothing else finds a misspelt one."""
    if value == _EXACT:
        return None
    if value is not None and value not in _MODIFIERS:
        message = f"no modifier of TIMEX3: {value!r}"
        raise ValueError(message)
    return cast("Modifier | None", value)


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

    kind: ExpressionKind
    operator: Operator | None = None
    value: str | None = None
    mod: Modifier | None = field(default=None, converter=_modifier)
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
    bounds: tuple[str, str] | None = None
    """The lengths from which to which a length goes: the meanings of both ends share it, as those of dates share their
    relation."""
    note: str = ""
    """Why, where the words alone do not say it."""
