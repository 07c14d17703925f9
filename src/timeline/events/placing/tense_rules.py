"""Times of events from tense and class, where nothing else dates them."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.intervals import Interval
from timeline.events.mentions.attributes import Attributes
from timeline.events.mentions.detection import Mention, Sort
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication
from timeline.events.placing.rule import Example, confidence
from timeline.events.trees.clauses import marker_of, relation
from timeline.languages.event_lexicon import EventLexicon
from timeline.terms import PlacedBy, PublicationRelation

if TYPE_CHECKING:
    from timeline.syntax.tree import Sentence, Word

__all__ = ["TENSES", "TenseRule", "by_tense", "is_unreal"]


@frozen
class _Told:
    """The form of an event."""

    mention: Mention
    attributes: Attributes
    lexicon: EventLexicon
    headline: bool

    @property
    def ongoing(self) -> bool:
        """Whether it is a state or in progress."""
        return self.attributes.is_stative or self.attributes.is_progressive


@frozen
class TenseRule:
    """The time of a form relative to the publication."""

    id: str
    says: str
    because: str
    example: Example
    applies: Callable[[_Told], bool]
    time: Callable[[Publication], Interval | None]
    relation: PublicationRelation | None
    several_days: bool | None = None
    placed_by: PlacedBy = "tense"


def by_tense(
    mention: Mention,
    attributes: Attributes,
    lexicon: EventLexicon,
    publication: Publication | None,
    *,
    headline: bool = False,
) -> Placement:
    """Place an event relative to the publication: reports on that day, the past before, the present across it.

    In a headline the present tense means the recent past. Without a publication time nothing is known.
    """
    if publication is None:
        reason = "no expression places it and there is no publication time"
        return Placement(None, "tense", confidence(_UNDATED), reason, rule=_UNDATED)
    told = _Told(mention, attributes, lexicon, headline)
    rule = next(each for each in TENSES if each.applies(told))
    return Placement(
        rule.time(publication),
        rule.placed_by,
        confidence(rule.id),
        rule.because,
        rule.relation,
        several_days=rule.several_days,
        rule=rule.id,
    )


def _is_report(told: _Told) -> bool:
    """Whether a verb of saying is the main verb of its sentence, or attached to it: "…, the minister said".

    Something told to the police or to his wife is not as recent as the article, nor are the books that he wrote.
    """
    mention, attributes, lexicon = told.mention, told.attributes, told.lexicon
    if attributes.event_class != "REPORTING" or mention.sort is not Sort.VERB or not attributes.finite:
        return False
    if attributes.passive or attributes.force is not None or attributes.aspect != "NONE":
        return False
    sentence, word = mention.sentence, mention.word
    hearers = sentence.dependents(word, "obj", "iobj")
    if mention.word.entry in lexicon.composing and any(hearer.upos == "NOUN" for hearer in hearers):
        return False
    if attributes.tense == "PAST" and any(_hears_alone(sentence, hearer, lexicon) for hearer in hearers):
        return False
    while relation(word) in {"conj", "parataxis"} and word.head >= 0:
        word = sentence.words[word.head]
    return relation(word) == "root"


def _hears_alone(sentence: Sentence, hearer: Word, lexicon: EventLexicon) -> bool:
    named = sentence.dependents(hearer, "compound", "flat", "appos")
    known = hearer.entry in lexicon.private_hearers or hearer.lower in lexicon.private_hearers
    return known and not named


def is_unreal(attributes: Attributes) -> bool:
    """Whether a clause is counterfactual: "had it rained" and the "would have" with it."""
    if not attributes.is_perfect:
        return False
    if attributes.factuality == "possible" and attributes.tense == "PAST" and attributes.force is None:
        return True
    return attributes.force == "would"


def _is_condition(told: _Told) -> bool:
    marker = marker_of(told.mention.sentence, told.mention.word)
    return told.attributes.tense == "PRESENT" and marker in told.lexicon.conditional_marks


def _before(publication: Publication) -> Interval:
    return publication.before()


def _across(publication: Publication) -> Interval:
    return publication.across()


def _after(publication: Publication) -> Interval:
    return publication.after()


_UNDATED = "tense.none"
TENSES = (
    TenseRule(
        "report.past",
        "A main verb of saying in the past is as new as the article, and over by then.",
        "reports are as new as the article",
        Example("The minister [said] the road is closed.", "2022-07-22"),
        lambda told: _is_report(told) and told.attributes.tense == "PAST",
        lambda publication: publication.day,
        "before",
        several_days=False,
        placed_by="reported",
    ),
    TenseRule(
        "report.present",
        "A main verb of saying in the present is as new as the article.",
        "reports are as new as the article",
        Example("The minister [says] the road is closed.", "2022-07-22"),
        _is_report,
        lambda publication: publication.day,
        "overlap",
        several_days=False,
        placed_by="reported",
    ),
    TenseRule(
        "tense.unreal",
        "What is told as not having happened has no time.",
        "it is told as what did not happen",
        Example("The dam would have [broken].", ""),
        lambda told: is_unreal(told.attributes),
        lambda _: None,
        None,
    ),
    TenseRule(
        "modal.future",
        "The future lies after the publication.",
        "it is told in the future",
        Example("The bridge will [reopen].", "2022-07-22 or later"),
        lambda told: told.attributes.force == "future",
        _after,
        "after",
    ),
    TenseRule(
        "modal.perfect",
        "A modal with the perfect lies before the publication.",
        "it is told as what could have been",
        Example("The bridge may have [collapsed].", "2022-07-22 or earlier"),
        lambda told: told.attributes.force is not None and told.attributes.is_perfect,
        _before,
        "before",
    ),
    TenseRule(
        "modal.past_ability",
        "What “could not” be done lies before the publication.",
        "it is told as what could not be done",
        Example("Rescuers could not [reach] the village.", "2022-07-22 or earlier"),
        lambda told: (
            told.attributes.force is not None
            and told.attributes.polarity == "NEG"
            and told.attributes.modality in told.lexicon.past_abilities
        ),
        _before,
        "before",
    ),
    TenseRule(
        "modal.open",
        "Any other modal lies after the publication, if ever.",
        "a modal leaves it open",
        Example("The bridge may [collapse].", "2022-07-22 or later"),
        lambda told: told.attributes.force is not None,
        _after,
        "after",
    ),
    TenseRule(
        "tense.condition",
        "A condition in the present lies after the publication, if ever.",
        "it is a condition",
        Example("Voters will protest if the price [rises].", "2022-07-22 or later"),
        _is_condition,
        _after,
        "after",
    ),
    TenseRule(
        "present.perfect",
        "The present perfect of what is no state is over by the publication.",
        "the present perfect tells of what is done",
        Example("The river has [flooded] the town.", "2022-07-22 or earlier"),
        lambda told: told.attributes.tense == "PRESENT" and told.attributes.is_perfect and not told.ongoing,
        _before,
        "before",
    ),
    TenseRule(
        "present.headline",
        "The present of a headline tells of what has just happened.",
        "headlines tell news in the present",
        Example("River [floods] town\n\nThe river flooded the town.", "2022-07-22 or earlier"),
        lambda told: told.attributes.tense == "PRESENT" and told.headline and not told.ongoing,
        _before,
        "before",
    ),
    TenseRule(
        "present.ongoing",
        "A state in the present, or what is in progress, holds at the publication.",
        "it is told in the present",
        Example("The river is [flooding] the town.", "ongoing on 2022-07-22"),
        lambda told: told.attributes.tense == "PRESENT" and told.ongoing,
        _across,
        "overlap",
        several_days=True,
    ),
    TenseRule(
        "present.simple",
        "Any other present holds at the publication.",
        "it is told in the present",
        Example("The river [floods] the town.", "ongoing on 2022-07-22"),
        lambda told: told.attributes.tense == "PRESENT",
        _across,
        "overlap",
    ),
    TenseRule(
        "past.stative",
        "A state in the past is over by the publication.",
        "it is told in the past",
        Example("The men were [ill].", "2022-07-22 or earlier"),
        lambda told: told.attributes.tense == "PAST" and told.attributes.is_stative,
        _before,
        "before",
    ),
    TenseRule(
        "past.simple",
        "The past is over by the publication.",
        "it is told in the past",
        Example("The river [flooded] the town.", "2022-07-22 or earlier"),
        lambda told: told.attributes.tense == "PAST",
        _before,
        "before",
    ),
    TenseRule(
        "past.participle",
        "What a past participle tells of, unless it is a state, is done by the publication.",
        "it is told as done",
        Example("The town [flooded] by the river is empty.", "2022-07-22 or earlier"),
        lambda told: told.attributes.tense == "PASTPART" and not told.attributes.is_stative,
        _before,
        "before",
    ),
    TenseRule(
        _UNDATED,
        "Where no form of the text says when, nothing is known.",
        "nothing in the text says when",
        Example("[Flooding] is a danger.", ""),
        lambda _: True,
        lambda _: None,
        None,
    ),
)
"""In the order in which they are tried; the last one applies to everything."""
