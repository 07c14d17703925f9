"""Cached resolutions of meanings, for the next text with the same words and publication time."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen, mutable

from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Lean, Operator
from timeline.expressions.expression import Alternative, Kind
from timeline.languages.meaning import Meaning

__all__ = ["MAX_REMEMBERED", "ResolutionCache", "Resolved", "Sense", "When"]

When: TypeAlias = tuple[str, int | None, int, int | None]
"""Domain, and the publication's day, second and offset."""

MAX_REMEMBERED = 1 << 15


@frozen(eq=False)
class Resolved:
    """All of an expression but its position: what can be reused for the next text of the same publication time."""

    kind: Kind
    value: str
    named: Interval | None
    interval: Interval | None
    anchor: str
    confidence: float
    alternatives: tuple[Alternative, ...]
    way: str
    """Which of several candidates was chosen, as part of a sentence; empty where the tense decides nothing."""
    reason: str
    moves_on: bool
    """Whether this can be the anchor of later expressions."""
    day: Interval | None
    """The day to which later times of day belong, if this one names any."""


@frozen(eq=False)
class Sense:
    """A meaning with its properties that are needed each time; equal only to itself."""

    meaning: Meaning
    operator: Operator | None
    """The operator that gives the interval."""
    is_bare: bool
    is_absolute: bool
    """Whether it is independent of the time of speech."""
    reads_said: bool

    @classmethod
    def of(cls, meaning: Meaning) -> Sense:
        """Compute the properties of a meaning."""
        operator = meaning.relation or meaning.operator
        either = [each for each in (operator, meaning.operator) if each]
        return cls(
            meaning,
            operator,
            operator is not None and operator.is_bare,
            not any(each.leans_on for each in either),
            any(each.reads_said for each in either),
        )


@mutable(eq=False)
class ResolutionCache:
    """Earlier resolutions for all texts of one grammar; meanings are keyed by identity."""

    _senses: dict[int, Sense] = field(factory=dict, init=False)
    resolved: dict[tuple[Sense, When | None, Lean], Resolved] = field(factory=dict, init=False)

    def sense(self, meaning: Meaning) -> Sense:
        """Return the sense of a meaning."""
        sense = self._senses.get(id(meaning))
        if sense is None:
            if len(self._senses) >= MAX_REMEMBERED:
                self._senses.clear()
            sense = self._senses[id(meaning)] = Sense.of(
                meaning
            )  # which keeps the meaning, so that its id stays its own
        return sense
