"""What was resolved before: kept for the next text that says the same at the same time."""

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
    """All of an expression but its place: what can be remembered for the next text of the same time."""

    kind: Kind
    value: str
    named: Interval | None
    interval: Interval | None
    anchor: str
    confidence: float
    alternatives: tuple[Alternative, ...]
    way: str
    """Which of several was taken, as part of a sentence; empty where the tense decides nothing."""
    reason: str
    moves_on: bool
    """Whether later expressions may lean on this one."""
    day: Interval | None
    """The day that times of day spoken of later are of, if this one names any."""


@frozen(eq=False)
class Sense:
    """A meaning with what is asked of it each time; equal only to itself."""

    meaning: Meaning
    leaning: Operator | None
    """What gives the interval."""
    is_bare: bool
    rests: bool
    """Whether it is the same whenever it is said."""
    reads_said: bool

    @classmethod
    def of(cls, meaning: Meaning) -> Sense:
        """Look at a meaning."""
        leaning, operator = meaning.relation or meaning.operator, meaning.operator
        either = [each for each in (leaning, operator) if each]
        return cls(
            meaning,
            leaning,
            leaning is not None and leaning.is_bare,
            not any(each.leans_on for each in either),
            any(each.reads_said for each in either),
        )


@mutable(eq=False)
class ResolutionCache:
    """What was resolved before, for all texts of one grammar; it knows a meaning by its identity."""

    _senses: dict[int, Sense] = field(factory=dict, init=False)
    resolved: dict[tuple[Sense, When | None, Lean], Resolved] = field(factory=dict, init=False)

    def sense(self, meaning: Meaning) -> Sense:
        """Give the sense of a meaning."""
        sense = self._senses.get(id(meaning))
        if sense is None:
            if len(self._senses) >= MAX_REMEMBERED:
                self._senses.clear()
            sense = self._senses[id(meaning)] = Sense.of(
                meaning
            )  # which keeps the meaning, so that its id stays its own
        return sense
