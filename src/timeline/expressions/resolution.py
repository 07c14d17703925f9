"""From a meaning and a moment to values: the reading taken, the others, and what later expressions may depend on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.calculus.anchors import known
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Lean, Moment, QuarterSaid, YearAgo
from timeline.expressions.expression import Alternative
from timeline.expressions.frames import Source
from timeline.expressions.readings import Reading

if TYPE_CHECKING:
    from timeline.expressions.resolution_cache import Resolved
    from timeline.languages.meaning import Meaning

__all__ = [
    "Choice",
    "alternatives",
    "can_anchor",
    "day_of",
    "frame_of",
    "is_bound",
    "others",
    "reading_of",
    "reason_of",
    "unresolved",
    "value_in",
    "way_of",
]

_WAYS = {
    Lean.PAST: "the last one, as the clause speaks of the past",
    Lean.FUTURE: "the coming one, as the clause speaks of the future",
    Lean.NONE: "the likelier one, as no verb points either way",
}
_AGAINST = {
    Lean.PAST: "the coming one, though the clause speaks of the past",
    Lean.FUTURE: "the last one, though the clause speaks of the future",
}
_LEAST = 0.01
"""Least confidence of another reading."""
_MOST_ALTERNATIVES = 3


@frozen(eq=False)
class Choice:
    """The readings of a bare stretch, the likeliest first, and what they hang on."""

    readings: Sequence[Reading]
    source: Source | None
    index: int

    @property
    def frame(self) -> Interval:
        """The unit of the calendar in which the likeliest lies."""
        return self.readings[0].frame


def others(meaning: Meaning, moment: Moment, value: str, choice: Choice | None) -> list[tuple[Alternative, bool]]:
    """Return the other readings, of the words and of the calendar, and whether the probability of each is known."""
    found = []
    for other in meaning.others:
        told, _, interval = reading_of(other, moment)
        rrule = None if other.recurrence is None else other.recurrence.rrule
        found.append((Alternative(told, interval, 0.0, rrule), False))
    operator = meaning.relation or meaning.operator
    if choice is None and operator is not None and operator.is_bare:
        for lean in (Lean.PAST, Lean.FUTURE):
            told, _, interval = reading_of(meaning, evolve(moment, lean=lean))
            if told != value and interval is not None:
                found.append((Alternative(told, interval, 0.0), False))
    for reading in () if choice is None else choice.readings[1:]:
        told, _, interval = reading_of(meaning, evolve(moment, frame=reading.frame))
        if told != value and interval is not None:
            found.append((Alternative(told, interval, max(round(reading.probability, 2), _LEAST)), True))
    return found[:_MOST_ALTERNATIVES]


def unresolved(resolved: Resolved, meaning: Meaning) -> Resolved:
    """Drop a date that cannot be right; the expression stays, unresolved."""
    return evolve(
        resolved,
        value="" if meaning.operator is None else meaning.operator.template,
        named=None,
        interval=None,
        anchor="none",
        alternatives=(),
        reason="counted from the time last spoken of, it would lie on the other side of now than its clause says",
        moves_on=False,
        day=None,
    )


def way_of(choice: Choice | None, lean: Lean, named: Interval | None, now: Interval | None) -> str:
    """Say which occurrence was chosen; empty where its frame says so."""
    if choice is not None and choice.source is not None:
        return ""
    if named is None or now is None or lean is Lean.NONE:
        return _WAYS[lean]
    against = now.precedes(named) if lean is Lean.PAST else named.precedes(now)
    return (_AGAINST if against else _WAYS)[lean]


def reason_of(resolved: Resolved, verb: str) -> str:
    """Return the reason of an expression, with the verb that shows the direction of its clause."""
    if not resolved.way:
        return resolved.reason
    told = f" (“{verb}”)" if verb else ""
    return f"{resolved.way}{told}, {resolved.reason}"


def can_anchor(meaning: Meaning, named: Interval | None) -> bool:
    """Whether this can be the anchor of later expressions: not references, nor mere comparisons."""
    if named is None or not named.is_exact or meaning.value is not None:
        return False
    return meaning.kind in {"DATE", "TIME"} and not isinstance(meaning.operator, YearAgo | QuarterSaid)


def frame_of(resolved: Resolved) -> Interval:
    """Return the time that an expression speaks of: from the first to the last year of "1914-1918"."""
    interval, named = resolved.interval, resolved.named
    if interval is not None and interval.is_exact:
        return interval
    assert named is not None  # asked of what can be an anchor
    return named


def is_bound(resolved: Resolved) -> bool:
    """Whether an expression only bounds a time: since 2019."""
    interval = resolved.interval
    return interval is None or interval.begin.earliest is None or interval.end.latest is None


def day_of(meaning: Meaning, named: Interval) -> Interval | None:
    """Return the day that contains an exact time of at most a day."""
    if meaning.kind != "TIME" and named.granularity is not Granularity.DAY:
        return None
    return Interval.unit(known(named.begin.earliest), Granularity.DAY)


def value_in(meaning: Meaning, moment: Moment) -> str:
    """Return the TIMEX3 value of a meaning at a moment."""
    return reading_of(meaning, moment)[0]


def reading_of(meaning: Meaning, moment: Moment) -> tuple[str, Interval | None, Interval | None]:
    """Return the value, the time named and the interval of a reading."""
    operator, relation = meaning.operator, meaning.relation
    named = None if operator is None else operator.resolve(moment)
    interval = named if relation is None else relation.resolve(moment)
    value = meaning.value or ("" if operator is None else (named and operator.timex(named)) or operator.template)
    return value, named, interval


def alternatives(found: Sequence[tuple[Alternative, bool]], confidence: float) -> tuple[Alternative, ...]:
    """Share the remaining probability among the readings whose own is not known; none exceeds the chosen one's."""
    rest = 1 - confidence - sum(other.confidence for other, is_known in found if is_known)
    unknown = sum(not is_known for _, is_known in found)
    share = round(min(max(rest, 0.0) / max(unknown, 1), confidence), 2)
    return tuple(
        evolve(other, confidence=min(other.confidence, confidence) if is_known else share) for other, is_known in found
    )
