"""Coreference of events across documents."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval
    from timeline.events.event import Event
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["gather", "same_event"]

_TOLD = frozenset({"REPORTING", "PERCEPTION", "ASPECTUAL"})
"""Classes of frequent actions: two mentions are seldom the same event."""
_APART = 45
"""Most days that an event's time may span to be compared with another."""
_ENOUGH = 2
"""Shared participants required if the times of two events are only approximate."""


def same_event(one: Event, other: Event, lexicon: EventLexicon) -> bool:
    """Whether two events can be the same one, reported twice.

    They have the same name or a synonym of it and the same polarity, their times are compatible and at least one is
    exact, and they share participants: one if both days are known and agree, two otherwise.
    """
    if _name(one, lexicon) != _name(other, lexicon) or _TOLD & {one.event_class, other.event_class}:
        return False
    if one.polarity != other.polarity or (one.factuality == "denied") != (other.factuality == "denied"):
        return False
    if one.rrule != other.rrule or one.when is None or other.when is None or not _compatible(one.when, other.when):
        return False
    shared = len(_who(one, lexicon) & _who(other, lexicon))
    return shared >= (1 if one.when.is_to_the_day and other.when.is_to_the_day else _ENOUGH)


def gather(events: Iterable[Event], lexicon: EventLexicon) -> list[list[Event]]:
    """Group events that are the same; groups and their members in the order given.

    An event joins the first group in which it can be the same event as every member.
    """
    groups: list[list[Event]] = []
    named: dict[str, list[int]] = defaultdict(list)
    for event in events:
        name = _name(event, lexicon)
        for number in named[name]:
            if all(same_event(event, member, lexicon) for member in groups[number]):
                groups[number].append(event)
                break
        else:
            named[name].append(len(groups))
            groups.append([event])
    return groups


def _name(event: Event, lexicon: EventLexicon) -> str:
    return lexicon.synonyms.get(event.lemma, event.lemma)


def _who(event: Event, lexicon: EventLexicon) -> frozenset[str]:
    """Return the head words of the participants, and the names within them."""
    heads = {participant.head.casefold() for participant in event.participants}
    names = {
        word.strip(".,;:'\"()’").casefold()
        for participant in event.participants
        for word in participant.text.split()
        if word[:1].isupper()
    }
    return frozenset(word for word in heads | names if word) - lexicon.nameless


def _compatible(one: Interval, other: Interval) -> bool:
    return (_is_near(one) or _is_near(other)) and one.touches(other)


def _is_near(when: Interval) -> bool:
    return when.days is not None and when.days <= _APART
