"""Coreference of nouns: "the exercise" in the next sentence is the one that had a date.

A noun that refers back (with "the", "this", a possessive) shares the time of the nearest event of the same name, or of
the verb that it is derived from, if that has a time and their phrases do not distinguish the two.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.placing.rule import EventRule, Example, surest
from timeline.events.trees.clauses import relation

if TYPE_CHECKING:
    from timeline.events.mentions.detection import Key
    from timeline.events.placing.placement import Placement
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["COREFERENCE", "share_times"]

_DATED = frozenset({"explicit", "inherited"})
_FARTHEST = 12
"""Most sentences between two mentions of one event."""

_SAME = EventRule.apart(
    "coreference.noun",
    "A noun that refers back has the time of the nearest dated event of its name, or of the verb it was made from.",
    "it is the “{governor}” told of elsewhere",
    Example("An attack on Monday killed two men. The [attack] is a mystery.", "2022-07-18"),
)
_VERB = EventRule.apart(
    "coreference.verb",
    "A verb of happening, placed by tense alone, has the time of its subject where that refers back.",
    "it is the time of “{below}”",
    Example("An attack on Monday killed two men. The attack [happened] at a bridge.", "2022-07-18"),
)
COREFERENCE = (_SAME, _VERB)


def share_times(
    mentions: Mapping[Key, Mention], placements: Mapping[Key, Placement], lexicon: EventLexicon
) -> dict[Key, Placement]:
    """Return the placements, with the times that nouns inherit from coreferent events.

    `mentions` are in the order of the text.
    """
    named: dict[str, list[Key]] = defaultdict(list)
    for key, mention in mentions.items():
        if mention.sort is not Sort.STATE:
            named[mention.word.entry].append(key)
    found = dict(placements)
    for key, mention in mentions.items():
        if mention.sort is not Sort.NOUN or placements[key].placed_by in _DATED:
            continue
        if not _refers_back(mention, lexicon):
            continue
        same = named[mention.word.entry]
        first, last = bisect_left(same, (key[0] - _FARTHEST, 0)), bisect_left(same, (key[0] + _FARTHEST + 1, 0))
        near = [
            other
            for other in same[first:last]
            if placements[other].placed_by in _DATED and _compatible(mention, mentions[other], lexicon)
        ]
        if not near:
            continue
        # The antecedent precedes; a later event is considered only without one.
        other = min(near, key=lambda each: (each > key, abs(each[0] - key[0])))
        base, trigger = placements[other], mentions[other].trigger.text
        sure = surest(_SAME.id, base)
        reason = f"{_SAME.because.format(governor=trigger)} ({base.reason})"
        found[key] = evolve(base, placed_by="inherited", confidence=sure, reason=reason, rule=_SAME.id)
        told = (key[0], mention.word.head)
        subject = told in mentions and relation(mention.word) == "nsubj"
        if subject and _tells_of(mentions[told], placements[told], lexicon):
            reason = f"{_VERB.because.format(below=mention.trigger.text)} ({base.reason})"
            found[told] = evolve(found[key], reason=reason, rule=_VERB.id)
    return found


def _tells_of(verb: Mention, placement: Placement, lexicon: EventLexicon) -> bool:
    """Whether a verb, placed by its tense alone, states that or how its subject happened."""
    return verb.word.entry in lexicon.happening_verbs and (placement.placed_by, placement.relation) == (
        "tense",
        "before",
    )


def _refers_back(mention: Mention, lexicon: EventLexicon) -> bool:
    """Whether a noun is anaphoric."""
    for child in mention.sentence.dependents(mention.word):
        if relation(child) == "det" and child.lower in lexicon.definite:
            return True
        if child.deprel == "nmod:poss":
            return True
    return False


def _compatible(mention: Mention, other: Mention, lexicon: EventLexicon) -> bool:
    """Whether two phrases can name the same event: their modifiers agree if both have some.

    A modifier that singles out one must single out the other: "the first launch" is not the launch of April.
    """
    if not _singled(mention, lexicon) <= _singled(other, lexicon):
        return False
    if other.sort is Sort.VERB:
        return True
    if mention.word.feats.get("Number") != other.word.feats.get("Number"):
        return False
    mine, theirs = _narrowing(mention), _narrowing(other)
    return not mine or not theirs or bool(mine & theirs)


def _narrowing(mention: Mention) -> frozenset[str]:
    """Return the modifiers that say which of its kind is meant."""
    sentence, word = mention.sentence, mention.word
    return frozenset(child.entry for child in sentence.dependents(word, "amod", "compound", "nmod", "nummod"))


def _singled(mention: Mention, lexicon: EventLexicon) -> frozenset[str]:
    """Return the words that single out an event, or its complement: "the launch of the first shuttle"."""
    sentence, word = mention.sentence, mention.word
    around = [word, *sentence.dependents(word, "nmod")]
    words = (child for each in around for child in sentence.dependents(each, "amod", "nummod", "advmod"))
    return frozenset(child.entry for child in words if child.entry in lexicon.singling)
