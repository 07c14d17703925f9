"""What the rules say of all events of an article: their times, and which begins before which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.intervals import Interval
from timeline.events.namesakes import share_times
from timeline.events.narrative import Narrative
from timeline.events.placement import Edge, Key, Placement
from timeline.events.placing import Placer
from timeline.events.sequence import sequence_edges
from timeline.syntax.tree import Word

if TYPE_CHECKING:
    from timeline.events.reading import Reading
    from timeline.events.spans import Publication
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["Ruled", "place_by_rules"]


@frozen
class Ruled:
    """The times that the rules give."""

    placements: Mapping[Key, Placement]
    edges: tuple[Edge, ...]
    governors: Mapping[Key, tuple[Key, Word] | None]
    """The event above each event, and the word below it on the way."""
    shifted: Mapping[int, tuple[Interval, Key]]
    """By expression, the time that it has when counted from an event, and that event."""


def _paragraphs(reading: Reading) -> frozenset[int]:
    return frozenset(place for index, place in reading.told.items() if reading.leads.get(index))


def place_by_rules(reading: Reading, lexicon: EventLexicon, publication: Publication | None) -> Ruled:
    """Place the events of an article, each once; what one leans on is placed first."""
    mentions, attributes = reading.mentions, reading.attributes
    placer = Placer(
        mentions,
        attributes,
        reading.links,
        lexicon,
        publication,
        frozenset(reading.headlines),
        Narrative(publication, reading.told, reading.parted, reading.timed, _paragraphs(reading)),
        reading.counted,
    )
    placements = share_times(mentions, {key: placer.place(key) for key in mentions}, lexicon)
    for key, counted in reading.counted.items():
        if placements[key].placed_by != "explicit":  # its base may have got its time from a namesake
            placements[key] = placer.count(key, placements[counted.base]) or placements[key]
    edges = (*placer.edges, *sequence_edges(mentions, attributes, lexicon))
    governors = {key: placer.governor_of(key) for key in mentions}
    return Ruled(placements, edges, governors, placer.shifted)
