"""Events out of an analysed article: detection, attributes, linking, placing, ordering."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import evolve, frozen

from timeline.documents import Article, Span
from timeline.events.counted import told
from timeline.events.detection import Mention, Sort
from timeline.events.event import Event, Participant
from timeline.events.namesakes import share_times
from timeline.events.narrative import Narrative
from timeline.events.ordering import ranks
from timeline.events.participants import participants_of
from timeline.events.placing import Placer
from timeline.events.reading import Block, read
from timeline.events.sequence import sequence_edges, told_in_sequence
from timeline.events.spans import Publication
from timeline.events.summaries import summarise
from timeline.expressions.expression import TemporalExpression
from timeline.languages.event_lexicon import EventLexicon

if TYPE_CHECKING:
    from timeline.events.attributes import Attributes
    from timeline.events.given import Place
    from timeline.events.placement import Placement
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
) -> Extracted:
    """Give the events of an article in the order in which they happened, and its expressions.

    The expressions are those given, but for the times that are counted from an event: "two days after the vote".

    `analysis` is of the article's text (or of a masked copy with the same offsets), `expressions` and `blocks` are in
    text order. Page furniture, bylines and datelines give no events, headings only where they hold a finite clause.

    With `triggers`, offsets of the words that name events, exactly these are placed, wherever they stand: so
    placing and order can be measured apart from detection.
    """
    lexicon = language if isinstance(language, EventLexicon) else language.events
    publication = None if article.published is None else Publication(article.published)
    reading = read(expressions, analysis, blocks, lexicon, triggers=triggers)
    mentions, attributes = reading.mentions, reading.attributes
    narrative = Narrative(publication, reading.told, reading.parted, reading.timed)
    placer = Placer(
        mentions,
        attributes,
        reading.links,
        lexicon,
        publication,
        frozenset(reading.headlines),
        narrative,
        reading.counted,
    )
    placements = share_times(mentions, {key: placer.place(key) for key in mentions}, lexicon)
    for key, counted in reading.counted.items():
        if placements[key].placed_by != "explicit":  # its base may have got its time from a namesake
            placements[key] = placer.count(key, placements[counted.base]) or placements[key]
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
    edges = [*placer.edges, *sequence_edges(mentions, attributes, lexicon)]
    told_in_turn = (key for key, mention in mentions.items() if told_in_sequence(mention, attributes[key]))
    turns = {key: attributes[key].event_class == "REPORTING" for key in told_in_turn}
    ordered = ranks(list(mentions), placements, edges, publication, turns)
    read_again = list(expressions)
    for index, (interval, base) in placer.shifted.items():
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
