"""Whether an event is presented as past or as future, which decides the Friday meant by "on Friday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.trees.clauses import case_of, is_ranked, relation
from timeline.syntax.morphology import is_past

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word
    from timeline.terms import ClauseRelation

__all__ = ["direction", "is_ahead", "is_overtaken", "signal_of"]


def direction(
    mention: Mention, attributes: Attributes, above: tuple[Mention, Attributes] | None, lexicon: EventLexicon
) -> tuple[bool, bool]:
    """Whether an event is presented as past, and whether as future; `above` is the event that governs it.

    A noun has the direction of its governor, and so has a participle that complements a verb: "will stay closed". A
    failed plan is in the past: "was due to leave on Friday but …".
    """
    completes = attributes.tense == "PASTPART" and relation(mention.word) == "xcomp"
    if completes or (mention.sort is Sort.NOUN and not attributes.finite):
        lies = signal_of(mention, lexicon)
        if above is None:
            return False, False
        if lies == "after" and above[1].force is None:
            return True, False
        return above[1].is_past and not above[1].is_perfect and lies != "before", above[1].force == "future"
    if above is not None and attributes.tense == "INFINITIVE" and is_overtaken(*above, lexicon):
        return True, False
    past = attributes.tense in {"PAST", "PASTPART"} or (attributes.is_past and not attributes.is_stative)
    past |= attributes.factuality == "actual" and is_ranked(mention.sentence, mention.word, lexicon)
    return past, attributes.force == "future"


def is_overtaken(governor: Mention, attributes: Attributes, lexicon: EventLexicon) -> bool:
    """Whether a plan is in the past, with what happened instead: "was due to sail but stayed", "had been due"."""
    if attributes.tense != "PAST" or governor.word.entry not in lexicon.prospective:
        return False
    sentence = governor.sentence
    told = sentence.dependents(governor.word, "conj")
    return attributes.is_perfect or any(_is_past(sentence, child) for child in told)


def _is_past(sentence: Sentence, word: Word) -> bool:
    return is_past(word) or any(is_past(aux) for aux in sentence.dependents(word, "aux", "cop"))


def is_ahead(attributes: Attributes, above: Attributes | None) -> bool:
    """Whether something due by a future day has not happened yet at publication: "hopes to end by May".

    Something planned in the past may have happened since.
    """
    if attributes.force in {"future", "possible"} and not attributes.is_perfect:
        return True
    return attributes.factuality == "planned" and above is not None and not above.is_past


def signal_of(mention: Mention, lexicon: EventLexicon) -> ClauseRelation | None:
    """Return the temporal relation of a noun to its governor, from its preposition: "following the win"."""
    sentence, word = mention.sentence, mention.word
    preposition = case_of(sentence, word)
    if not preposition and word.upos == "VERB" and word.index > 0:
        # If the parser read the noun as a verb, its preposition is attached to the word before it.
        preposition = case_of(sentence, sentence.words[word.index - 1])
    return lexicon.noun_signals.get(preposition)
