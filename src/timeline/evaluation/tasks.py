"""The evaluation tasks: TIMEX3 and EVENT elements, annotated and found."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.evaluation.scores import Attribute, Mark, Task
from timeline.evaluation.values import same_meaning
from timeline.expressions.joined import timex3s

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.events.event import Event
    from timeline.expressions.expression import TemporalExpression
    from timeline.formats.timeml import EventMention, Timex

__all__ = [
    "EVENT",
    "TIMEX3",
    "annotated_events",
    "annotated_expressions",
    "found_events",
    "found_expressions",
]

TIMEX3 = Task(
    "TIMEX3",
    "type",
    (Attribute("type", "type"), Attribute("value", "value"), Attribute("value_normalised", "value", same_meaning)),
    ("value", "value_normalised"),
)
"""Values are compared as strings, as in TempEval-3, and also by meaning."""

EVENT = Task(
    "EVENT",
    "class",
    (
        Attribute("class", "class"),
        Attribute("tense", "tense", optional=True),
        Attribute("aspect", "aspect", optional=True),
        Attribute("polarity", "polarity", optional=True),
        Attribute("polarity_plausible", "plausible polarity", optional=True, listed=False),
    ),
    ("class",),
)
"""Tense, aspect and polarity are compared if an event has a MAKEINSTANCE.

In parts of AQUAINT the polarity of whole documents is inverted. So polarity is also reported without the documents that
have ten events or more, most of them negated.
"""

_ENOUGH = 10


def annotated_expressions(timexes: Iterable[Timex]) -> list[Mark]:
    """Return the annotated expressions of a document, in the order of the text."""
    return _sorted(_mark(one.text, one.start, one.end, type=one.kind, value=one.value) for one in timexes)


def found_expressions(expressions: Iterable[TemporalExpression]) -> list[Mark]:
    """Return the expressions that the library found; a range is annotated as its two ends."""
    found = timex3s(expressions)
    return _sorted(_mark(one.text, one.start, one.end, type=one.kind.value, value=one.value) for one in found)


def annotated_events(events: Iterable[EventMention]) -> list[Mark]:
    """Return the annotated events of a document, in the order of the text."""
    known = list(events)
    negated = sum(one.polarity == "NEG" for one in known)
    plausible = len(known) < _ENOUGH or 2 * negated <= len(known)
    return _sorted(_event(one, one.text, one.start, one.end, plausible=plausible) for one in known)


def found_events(events: Iterable[Event]) -> list[Mark]:
    """Return the triggers of the events that the library found."""
    places = ((one, one.trigger) for one in events)
    return _sorted(_event(one, at.text, at.start, at.end, plausible=True) for one, at in places)


def _event(event: Event | EventMention, text: str, start: int, end: int, *, plausible: bool) -> Mark:
    labels = {"class": event.event_class, "tense": event.tense, "aspect": event.aspect, "polarity": event.polarity}
    labels["plausible polarity"] = event.polarity if plausible else None
    return _mark(text, start, end, **labels)


def _mark(text: str, start: int, end: int, **labels: str | None) -> Mark:
    return Mark(text, start, end, {name: value for name, value in labels.items() if value})


def _sorted(marks: Iterable[Mark]) -> list[Mark]:
    return sorted(marks, key=lambda mark: (mark.start, mark.end))
