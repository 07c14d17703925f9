"""Whether two events are one told twice, and which of many are."""

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
"""What everybody does many times a day: two of them are seldom one."""
_APART = 45
"""Days within which a time must be known for two events to be compared by it."""
_ENOUGH = 2
"""Shared participants that do where the times of two events are only known roughly."""


def same_event(one: Event, other: Event, lexicon: EventLexicon) -> bool:
    """Tell whether two events can be one, told twice.

    They bear the same name or a synonym of it, are both said to have happened or both not to, their times do not
    exclude each other and at least one is known well, and they share who or what took part: one participant where
    both days are known and agree, two otherwise.
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
    """Put together the events that are one; each group in the order given, which begins with its first.

    An event joins the first group of which every member can be the same event as it.
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
    """Give the words that head the participants, and the names within them."""
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
