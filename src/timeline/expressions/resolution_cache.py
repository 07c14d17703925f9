"""Cached resolutions of meanings, for the next text with the same words and publication time."""

from __future__ import annotations

from typing import TypeAlias

from attrs import field, frozen, mutable

from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Bare, Lean, Operator
from timeline.calculus.recurring import Repeating
from timeline.expressions.expression import Alternative, Kind
from timeline.languages.meaning import Meaning

__all__ = ["MAX_REMEMBERED", "ResolutionCache", "Resolved", "Sense", "When"]

When: TypeAlias = tuple[str, int | None, int, int | None, float]
"""Domain, the publication's day, second and offset, and how surely the text is a story."""

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
    is_deictic: bool
    """Whether it is counted from the time of speech: today, last week."""
    reads_said: bool
    stretch: Repeating | None
    """What comes again and is named alone: the day of the year in "from April 6", the month in "early May"."""

    @classmethod
    def of(cls, meaning: Meaning) -> Sense:
        """Compute the properties of a meaning."""
        operator = meaning.relation or meaning.operator
        either = [each for each in (operator, meaning.operator) if each]
        is_bare = operator is not None and operator.is_bare
        return cls(
            meaning,
            operator,
            is_bare,
            not any(each.leans_on for each in either),
            not is_bare and any(each.leans_on == "now" for each in either),
            any(each.reads_said for each in either),
            _bare_in(operator) if is_bare else None,
        )


def _bare_in(operator: object) -> Repeating | None:
    """Return the stretch that an operator names alone, the first where it has several."""
    if isinstance(operator, Bare):
        return operator.stretch
    if not isinstance(operator, Operator):
        return None
    inner = (_bare_in(getattr(operator, name, None)) for name in getattr(type(operator), "__match_args__", ()))
    return next((each for each in inner if each is not None), None)


@mutable(eq=False)
class ResolutionCache:
    """Earlier resolutions for all texts of one grammar; meanings are keyed by identity."""

    _senses: dict[int, Sense] = field(factory=dict, init=False)
    resolved: dict[tuple[Sense, When | None, Lean, bool], Resolved] = field(factory=dict, init=False)

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
