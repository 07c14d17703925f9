"""The events of a timeline, assembled from the results of the stages."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Sequence
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.documents import Article, Span
from timeline.events.event import Event
from timeline.events.linking.event_anchored import anchored_on_event
from timeline.events.mentions.detection import Key, Mention, Sort
from timeline.events.mentions.participants import participants_of
from timeline.events.mentions.summaries import summarise
from timeline.expressions.joined import join

if TYPE_CHECKING:
    from timeline.events.analysis import ArticleAnalysis
    from timeline.expressions.expression import TemporalExpression

__all__ = ["assemble", "with_ranges"]


def assemble(analysis: ArticleAnalysis) -> tuple[tuple[Event, ...], tuple[TemporalExpression, ...]]:
    """Make the events, in order, and the expressions, anchored on events if they are counted from one."""
    digest = _digest(analysis.article)
    made = {key: _event(analysis, key, digest) for key in analysis.annotation.mentions}
    expressions = [analysis.ruled.readings.get(index, each) for index, each in enumerate(analysis.expressions)]
    for index, (interval, base) in analysis.ruled.shifted.items():
        event = made[base]
        expressions[index] = anchored_on_event(expressions[index], interval, event.id, event.trigger.text)
    return tuple(evolve(made[key], rank=rank) for key, rank in analysis.order), tuple(expressions)


def with_ranges(
    text: str, events: Sequence[Event], flat: Sequence[TemporalExpression], begins: Collection[int]
) -> tuple[tuple[Event, ...], tuple[TemporalExpression, ...]]:
    """Join the ends of ranges, which `begins` names, and let the events name the whole by its place and its words."""
    joined, places = join(text, flat, begins)
    return tuple(_placed_by_ranges(event, joined, places) for event in events), tuple(joined)


def _placed_by_ranges(event: Event, joined: Sequence[TemporalExpression], places: Sequence[int]) -> Event:
    indices, reason = tuple(sorted({places[index] for index in event.expressions})), event.reason
    for each in (joined[index] for index in indices):
        if each.ends:
            first, last = (f"“{end.text}”" for end in each.ends)
            for words in (f"{first} and {last}", first, last):
                reason = reason.replace(words, f"“{each.text}”")
    return evolve(event, expressions=indices, reason=reason)


def _event(analysis: ArticleAnalysis, key: Key, digest: str) -> Event:
    article, annotation, placement = analysis.article, analysis.annotation, analysis.placements[key]
    mention, attributes = annotation.mentions[key], annotation.attributes[key]
    trigger, lemma = Span.of(article.text, mention.trigger.start, mention.trigger.end), _lemma(mention)
    return Event(
        id=_hashed(f"{digest}:{trigger.start}:{trigger.end}:{lemma}")[:16],
        trigger=trigger,
        lemma=lemma,
        summary=summarise(mention, analysis.lexicon, annotation.dated_words[key[0]]),
        event_class=attributes.event_class,
        tense=attributes.tense,
        aspect=attributes.aspect,
        polarity=attributes.polarity,
        modality=attributes.modality,
        factuality=attributes.factuality,
        participants=participants_of(
            article.text, mention, attributes, analysis.lexicon, annotation.timed_words[key[0]]
        ),
        when=placement.when,
        several_days=placement.several_days,
        relation_to_publication=placement.relation,
        rrule=placement.rrule,
        expressions=placement.expressions,
        placed_by=placement.placed_by,
        rule=placement.rule,
        confidence=placement.confidence,
        sentence=mention.sentence.index,
        article=article.id,
        reason=placement.reason,
    )


def _digest(article: Article) -> str:
    return _hashed(article.id or article.text)


def _hashed(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def _lemma(mention: Mention) -> str:
    """Return the lemma, with the particle of a phrasal verb: "carry out"."""
    particles = mention.sentence.dependents(mention.word, "compound:prt") if mention.sort is Sort.VERB else []
    return " ".join([mention.trigger.entry, *(particle.entry for particle in particles)])
