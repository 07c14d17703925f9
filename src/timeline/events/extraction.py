"""Events out of an analysed article: detection, attributes, linking, placing, ordering."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, frozen

from timeline.documents import Article, Span
from timeline.events.choosing import choose_all
from timeline.events.counted import told
from timeline.events.detection import Mention, Sort
from timeline.events.event import Event, Participant
from timeline.events.features import scene_of
from timeline.events.judging import Judge, learned_order
from timeline.events.mending import unmasked
from timeline.events.ordering import ranks
from timeline.events.participants import participants_of
from timeline.events.reading import Block, read
from timeline.events.ruling import place_by_rules
from timeline.events.sequence import turns
from timeline.events.spans import Publication
from timeline.events.summaries import summarise
from timeline.expressions.expression import TemporalExpression
from timeline.languages.event_lexicon import EventLexicon

if TYPE_CHECKING:
    from timeline.events.attributes import Attributes
    from timeline.events.given import Place
    from timeline.events.placement import Key, Placement
    from timeline.events.weights import Weights
    from timeline.syntax.tree import Analysis

__all__ = ["Block", "Extracted", "HasEvents", "extract_events"]


@frozen
class Extracted:
    """What an article tells of."""

    events: tuple[Event, ...]
    expressions: tuple[TemporalExpression, ...]


class HasEvents(Protocol):
    """A language that knows about events."""

    @property
    def events(self) -> EventLexicon:
        """Its words."""


def extract_events(  # noqa: PLR0913, PLR0917 - an article in its parts
    article: Article,
    expressions: Sequence[TemporalExpression],
    analysis: Analysis,
    blocks: Sequence[Block],
    language: HasEvents | EventLexicon,
    triggers: Sequence[Place] | None = None,
    weights: Weights | None = None,
) -> Extracted:
    """Give the events of an article in the order in which they happened, and its expressions.

    The expressions are those given, but for the times that are counted from an event: "two days after the vote".

    `analysis` is of the article's text (or of a masked copy with the same offsets), `expressions` and `blocks` are in
    text order. Page furniture, bylines and datelines give no events, headings only where they hold a finite clause.

    With `weights`, learned models have their say where no expression places an event, and in the order; without a
    publication time only the rules have. With `triggers`, offsets of the words that name events, exactly these are
    placed, wherever they stand: so placing and order can be measured apart from detection.
    """
    lexicon = language if isinstance(language, EventLexicon) else language.events
    publication = None if article.published is None else Publication(article.published)
    reading = read(expressions, unmasked(analysis, article.text), blocks, lexicon, triggers=triggers)
    mentions, attributes = reading.mentions, reading.attributes
    ruled = place_by_rules(reading, lexicon, publication)
    placements, edges = ruled.placements, list(ruled.edges)
    pairs: list[tuple[Key, Key]] = []
    in_turn = turns(mentions, attributes)
    if weights is not None and publication is not None:
        judge = Judge.of(scene_of(reading, publication, placements, ruled.governors), weights)
        order = dict(ranks(list(mentions), placements, edges, publication, in_turn))
        pairs, edges = learned_order(judge, order, edges)
        placements = choose_all(judge, lexicon)
    digest = hashlib.sha256((article.id or article.text).encode("utf-8", "surrogatepass")).hexdigest()
    made = {
        key: _event(
            article,
            mention,
            attributes[key],
            placements[key],
            summarise(mention, lexicon, reading.spare[key[0]]),
            participants_of(article.text, mention, attributes[key], lexicon, reading.timed[key[0]]),
            digest,
        )
        for key, mention in mentions.items()
    }
    ordered = ranks(list(mentions), placements, edges, publication, in_turn, pairs)
    read_again = list(expressions)
    for index, (interval, base) in ruled.shifted.items():
        read_again[index] = told(expressions[index], interval, made[base].id, made[base].trigger.text)
    return Extracted(tuple(evolve(made[key], rank=rank) for key, rank in ordered), tuple(read_again))


def _event(  # noqa: PLR0913, PLR0917 - an event brings together what all steps found
    article: Article,
    mention: Mention,
    attributes: Attributes,
    placement: Placement,
    summary: str,
    participants: tuple[Participant, ...],
    digest: str,
) -> Event:
    trigger = Span.of(article.text, mention.trigger.start, mention.trigger.end)
    lemma = _lemma(mention)
    named = f"{digest}:{trigger.start}:{trigger.end}:{lemma}"
    return Event(
        id=hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()[:16],
        trigger=trigger,
        lemma=lemma,
        summary=summary,
        event_class=attributes.event_class,
        tense=attributes.tense,
        aspect=attributes.aspect,
        polarity=attributes.polarity,
        modality=attributes.modality,
        factuality=attributes.factuality,
        participants=participants,
        when=placement.when,
        several_days=placement.several_days,
        relation_to_publication=placement.relation,
        rrule=placement.rrule,
        expressions=placement.expressions,
        placed_by=placement.placed_by,
        confidence=placement.confidence,
        sentence=mention.sentence.index,
        article=article.id,
        reason=placement.reason,
    )


def _lemma(mention: Mention) -> str:
    """Give the lemma, with the particle of a phrasal verb: "carry out"."""
    particles = mention.sentence.dependents(mention.word, "compound:prt") if mention.sort is Sort.VERB else []
    return " ".join([mention.trigger.lemma.lower(), *(particle.lemma.lower() for particle in particles)])
