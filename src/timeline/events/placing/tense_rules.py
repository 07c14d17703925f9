"""What tense and class say of an event's time when nothing else does."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.placing.placement import Placement
from timeline.events.trees.clauses import marker_of, relation

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.placing.publication_frame import Publication
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["by_tense", "is_unreal"]


def by_tense(  # noqa: PLR0911 - one way out for each tense
    mention: Mention,
    attributes: Attributes,
    lexicon: EventLexicon,
    publication: Publication | None,
    *,
    headline: bool = False,
) -> Placement:
    """Place an event relative to the publication: reports on that day, the past before, the present across it.

    In a headline the present tense tells of what has just happened.
    """
    if publication is None:
        return Placement(None, "tense", 0.3, "no expression places it and there is no publication time")
    if _is_report(mention, attributes, lexicon):
        related = "before" if attributes.tense == "PAST" else "overlap"
        return Placement(
            publication.day, "reported", 0.9, "reports are as new as the article", related, several_days=False
        )
    if is_unreal(attributes, lexicon):
        return Placement(None, "tense", 0.4, "it is told as what did not happen")
    if attributes.force is not None:
        return _modal(attributes, publication, lexicon)
    if attributes.tense == "PRESENT":
        if marker_of(mention.sentence, mention.word) in lexicon.conditional_marks:
            return Placement(publication.after(), "tense", 0.6, "it is a condition", "after")
        return _present(attributes, publication, headline=headline)
    if attributes.tense == "PAST":
        sure = 0.85 if attributes.is_stative else 0.9
        return Placement(publication.before(), "tense", sure, "it is told in the past", "before")
    if attributes.tense == "PASTPART" and not attributes.is_stative:
        return Placement(publication.before(), "tense", 0.75, "it is told as done", "before")
    return Placement(None, "tense", 0.3, "nothing in the text says when")


def _is_report(mention: Mention, attributes: Attributes, lexicon: EventLexicon) -> bool:
    """Tell whether a verb of saying is the main one of its sentence, or joined to it: "…, the minister said".

    What somebody told the police or his wife is not as new as the article, nor are the books that he wrote.
    """
    if attributes.event_class != "REPORTING" or mention.sort is not Sort.VERB or not attributes.finite:
        return False
    if attributes.passive or attributes.force is not None or attributes.aspect != "NONE":
        return False
    sentence, word = mention.sentence, mention.word
    hearers = sentence.dependents(word, "obj", "iobj")
    if mention.word.lemma.lower() in lexicon.composing and any(hearer.upos == "NOUN" for hearer in hearers):
        return False
    if attributes.tense == "PAST" and any(_hears_alone(sentence, hearer, lexicon) for hearer in hearers):
        return False
    while relation(word) in {"conj", "parataxis"} and word.head >= 0:
        word = sentence.words[word.head]
    return relation(word) == "root"


def _hears_alone(sentence: Sentence, hearer: Word, lexicon: EventLexicon) -> bool:
    named = sentence.dependents(hearer, "compound", "flat", "appos")
    known = hearer.lemma.lower() in lexicon.private_hearers or hearer.text.lower() in lexicon.private_hearers
    return known and not named


def is_unreal(attributes: Attributes, lexicon: EventLexicon) -> bool:
    """Tell whether a clause tells of what did not happen: "had it rained" and "would have" beside it."""
    if not attributes.is_perfect:
        return False
    if attributes.factuality == "possible" and attributes.tense == "PAST" and attributes.force is None:
        return True
    return attributes.modality in lexicon.unreal_modals


def _modal(attributes: Attributes, publication: Publication, lexicon: EventLexicon) -> Placement:
    if attributes.force == "future":
        return Placement(publication.after(), "tense", 0.9, "it is told in the future", "after")
    if attributes.is_perfect:
        return Placement(publication.before(), "tense", 0.6, "it is told as what could have been", "before")
    if attributes.polarity == "NEG" and attributes.modality in lexicon.past_abilities:
        return Placement(publication.before(), "tense", 0.7, "it is told as what could not be done", "before")
    return Placement(publication.after(), "tense", 0.75, "a modal leaves it open", "after")


def _present(attributes: Attributes, publication: Publication, *, headline: bool) -> Placement:
    ongoing = attributes.is_stative or attributes.aspect.endswith("PROGRESSIVE")
    if attributes.is_perfect and not ongoing:
        return Placement(publication.before(), "tense", 0.85, "the present perfect tells of what is done", "before")
    if headline and not ongoing:
        return Placement(publication.before(), "tense", 0.75, "headlines tell news in the present", "before")
    sure, long = (0.9, True) if ongoing else (0.8, None)
    return Placement(publication.across(), "tense", sure, "it is told in the present", "overlap", several_days=long)
