"""Events at given triggers, as annotated: placing and order apart from detection."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.trees.clauses import copula_of

if TYPE_CHECKING:
    from timeline.syntax.tree import Sentence, Word

__all__ = ["Place", "mentions_at", "places_in"]

Place = tuple[int, int]
"""Offsets of a trigger: start and end, half-open."""

_CONTENT = ("VERB", "NOUN", "ADJ", "PROPN", "AUX", "ADV", "NUM")


def places_in(sentence: Sentence, places: Sequence[Place], until: int | None) -> Sequence[Place]:
    """Return the triggers that start in a sentence, or between it and the next, which starts at `until`.

    `places` are sorted.
    """
    last = len(places) if until is None else bisect_left(places, (until, 0))
    return places[bisect_left(places, (sentence.start, 0)) if sentence.index else 0 : last]


def mentions_at(sentence: Sentence, places: Iterable[Place], found: Iterable[Mention]) -> list[Mention]:
    """Return an event for each trigger, in text order: the one detected there, or the head word of the span.

    A word represents one event only: a second trigger on the same word uses another of its words, if any.
    """
    known = {(mention.trigger.start, mention.trigger.end): mention for mention in found}
    starts = [word.start for word in sentence.words]
    given: dict[int, Mention] = {}
    rest = []
    for place in places:
        mention = known.get(place)
        if mention is None or mention.word.index in given:
            rest.append(place)
        else:
            given[mention.word.index] = mention
    for start, end in rest:
        first = max(bisect_right(starts, start) - 1, 0)
        last = max(bisect_left(starts, end), first + 1)
        free = [word for word in sentence.words[first:last] if word.index not in given]
        if not free:
            continue
        head = min(free, key=lambda word: (first <= word.head < last, _rank(word), -word.index))
        trigger = evolve(head, start=start, end=end)
        word = _predicate(sentence, head)
        word = head if word.index in given else word
        given[word.index] = Mention(sentence, word, trigger, _sort(sentence, word))
    return [given[index] for index in sorted(given)]


def _rank(word: Word) -> int:
    return _CONTENT.index(word.upos) if word.upos in _CONTENT else len(_CONTENT)


def _predicate(sentence: Sentence, head: Word) -> Word:
    """Return the predicate of a copula for the copula itself."""
    governor = sentence.governor(head)
    return governor if head.deprel == "cop" and governor is not None else head


def _sort(sentence: Sentence, word: Word) -> Sort:
    if word.upos in {"VERB", "AUX"}:
        return Sort.VERB
    if word.upos in {"ADJ", "ADV"} or copula_of(sentence, word) is not None:
        return Sort.STATE
    return Sort.NOUN
