"""Events out of an analysed article: detection, attributes, linking, placing, ordering."""

from __future__ import annotations

import hashlib
from bisect import bisect_right
from collections import defaultdict
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Protocol

from attrs import evolve

from timeline.documents import Article, Span
from timeline.events.attributes import Attributes, attributes_of
from timeline.events.clauses import is_finite
from timeline.events.detection import Mention, Sort, find_mentions, names_in
from timeline.events.event import Event, Participant
from timeline.events.headlines import mended
from timeline.events.linking import Link, link, locate
from timeline.events.namesakes import share_times
from timeline.events.narrative import Narrative
from timeline.events.ordering import ranks
from timeline.events.participants import participants_of
from timeline.events.placing import Placer
from timeline.events.sequence import sequence_edges, told_in_sequence
from timeline.events.spans import Publication
from timeline.events.summaries import summarise
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.languages.event_lexicon import EventLexicon

if TYPE_CHECKING:
    from timeline.events.placement import Key, Placement
    from timeline.syntax.tree import Analysis

__all__ = ["Block", "HasEvents", "extract_events"]

_SILENT = frozenset({"furniture", "byline", "dateline"})
_HEADLINES = frozenset({"heading", "caption"})


class Block(Protocol):
    """A stretch of the text with its kind: prose, heading, byline, dateline, caption or furniture."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""

    @property
    def kind(self) -> Any:  # noqa: ANN401 - layout's own enumeration, or a string
        """What kind of block it is: a string, or an enum whose value is one."""


class HasEvents(Protocol):
    """A language that knows about events."""

    @property
    def events(self) -> EventLexicon:
        """Its words."""


def extract_events(
    article: Article,
    expressions: Sequence[TemporalExpression],
    analysis: Analysis,
    blocks: Sequence[Block],
    language: HasEvents | EventLexicon,
) -> tuple[Event, ...]:
    """Give the events of an article in the order in which they happened.

    `analysis` is of the article's text (or of a masked copy with the same offsets), `expressions` and `blocks` are in
    text order. Page furniture, bylines and datelines give no events, headings only where they hold a finite clause.
    """
    lexicon = language if isinstance(language, EventLexicon) else language.events
    publication = None if article.published is None else Publication(article.published)
    kinds = _Kinds(blocks)
    starts = [expression.start for expression in expressions]
    mentions: dict[Key, Mention] = {}
    attributes: dict[Key, Attributes] = {}
    links: dict[Key, list[Link]] = defaultdict(list)
    timed: dict[int, frozenset[int]] = {}
    spare: dict[int, frozenset[int]] = {}
    headlines: set[int] = set()
    told: dict[int, int] = {}
    parted: list[int] = []
    names = frozenset(name for sentence in analysis.sentences for name in names_in(sentence))
    for sentence in analysis.sentences:
        kind = kinds.at(sentence.start)
        if kind in _SILENT:
            continue
        if kind in _HEADLINES:
            parted.append(len(told))
        else:
            told[sentence.index] = len(told)
        sentence = mended(sentence, lexicon) if kind in _HEADLINES else sentence  # noqa: PLW2901 - the same one, mended
        located = locate(sentence, expressions, starts)
        covered = frozenset(index for each in located for index in each.words)
        found = find_mentions(sentence, lexicon, covered, names)
        if kind == "heading" and not any(_is_clause(mention) for mention in found):
            continue
        if kind in _HEADLINES:
            headlines.add(sentence.index)
        timed[sentence.index] = covered
        # How long something lasted belongs to what happened; when it was is told beside it.
        dated = (each for each in located if each.expression.kind is not Kind.DURATION)
        spare[sentence.index] = frozenset(index for each in dated for index in each.words)
        by_word = {mention.word.index: mention for mention in found}
        for mention in found:
            mentions[mention.key] = mention
            attributes[mention.key] = attributes_of(mention, lexicon)
        for each in located:
            linked = link(sentence, each, by_word, lexicon)
            if linked is not None:
                links[linked[0].key].append(linked[1])
    narrative = Narrative(publication, told, parted, timed)
    placer = Placer(mentions, attributes, links, lexicon, publication, frozenset(headlines), narrative)
    placements = share_times(mentions, {key: placer.place(key) for key in mentions}, lexicon)
    digest = hashlib.sha256((article.id or article.text).encode("utf-8", "surrogatepass")).hexdigest()
    made = {
        key: _event(
            article,
            mention,
            attributes[key],
            placements[key],
            summarise(mention, lexicon, spare[key[0]]),
            participants_of(article.text, mention, attributes[key], lexicon, timed[key[0]]),
            digest,
        )
        for key, mention in mentions.items()
    }
    edges = [*placer.edges, *sequence_edges(mentions, attributes, lexicon)]
    told_in_turn = (key for key, mention in mentions.items() if told_in_sequence(mention, attributes[key]))
    turns = {key: attributes[key].event_class == "REPORTING" for key in told_in_turn}
    ordered = ranks(list(mentions), placements, edges, publication, turns)
    return tuple(evolve(made[key], rank=rank) for key, rank in ordered)


def _is_clause(mention: Mention) -> bool:
    return mention.sort is not Sort.NOUN and is_finite(mention.sentence, mention.word)


class _Kinds:
    """The kinds of blocks by offset."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]

    def at(self, offset: int) -> str:
        """Give the kind of the block that holds an offset, `prose` where none does."""
        index = bisect_right(self._starts, offset) - 1
        if index < 0 or offset >= self._blocks[index].end:
            return "prose"
        kind = self._blocks[index].kind
        return str(getattr(kind, "value", kind))


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
