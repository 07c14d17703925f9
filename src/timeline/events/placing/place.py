"""Times and order of all events of an article by rules."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.intervals import Interval
from timeline.events.mentions.detection import Key
from timeline.events.placing.coreference import share_times
from timeline.events.placing.placement import Edge, Placement
from timeline.events.placing.placer import Placer
from timeline.events.placing.story_line import StoryLine
from timeline.expressions.expression import TemporalExpression
from timeline.syntax.tree import Word

if TYPE_CHECKING:
    from timeline.events.linking.annotate import Annotation
    from timeline.events.placing.publication_frame import Publication
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["RulePlacements", "place_by_rules"]


@frozen
class RulePlacements:
    """The times assigned by rules."""

    placements: Mapping[Key, Placement]
    edges: tuple[Edge, ...]
    governors: Mapping[Key, tuple[Key, Word] | None]
    """The event above each event, and the child of that on the path."""
    applied: Mapping[Key, Sequence[str]]
    """The ids of the rules that applied to an event, including those without a time."""
    readings: Mapping[int, TemporalExpression]
    """By index, the expressions in the reading that agrees with the event that they place."""
    shifted: Mapping[int, tuple[Interval, Key]]
    """By expression, its time when counted from an event, and that event."""


def _paragraphs(annotation: Annotation) -> frozenset[int]:
    return frozenset(place for index, place in annotation.story_positions.items() if annotation.opens_block.get(index))


def place_by_rules(
    annotation: Annotation,
    lexicon: EventLexicon,
    publication: Publication | None,
    frames: Mapping[Key, tuple[int, TemporalExpression]],
) -> RulePlacements:
    """Place the events of an article, each once, after those it depends on; `frames` are those of dated blocks."""
    mentions, attributes = annotation.mentions, annotation.attributes
    placer = Placer(
        mentions,
        attributes,
        annotation.links,
        lexicon,
        publication,
        frozenset(annotation.headlines),
        StoryLine(
            publication,
            annotation.story_positions,
            annotation.story_breaks,
            annotation.timed_words,
            _paragraphs(annotation),
        ),
        annotation.counted,
        frames,
    )
    placements = share_times(mentions, {key: placer.place(key) for key in mentions}, lexicon)
    for key, counted in annotation.counted.items():
        if placements[key].placed_by != "explicit":  # its base may have inherited its time by coreference
            placements[key] = placer.count(key, placements[counted.base]) or placements[key]
    governors = {key: placer.governor_of(key) for key in mentions}
    return RulePlacements(placements, tuple(placer.edges), governors, placer.applied, placer.readings, placer.shifted)
