"""What rules for nouns need of the placing of a whole article."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from timeline.events.linking.arguments import Link
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.mentions.detection import Key, Mention
    from timeline.events.placing.placement import Edge, Placement
    from timeline.events.placing.publication_frame import Publication
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["PlacingContext"]


class PlacingContext(Protocol):
    """The events of an article while they are being placed."""

    mentions: Mapping[Key, Mention]
    attributes: Mapping[Key, Attributes]
    links: Mapping[Key, Sequence[Link]]
    lexicon: EventLexicon
    publication: Publication | None
    edges: list[Edge]

    def place(self, key: Key) -> Placement:
        """Place an event, once; the events that its time depends on are placed first."""

    def share(self, base: Placement, factor: float, how: str, key: Key) -> Placement | None:
        """Take over the time of another event, if that is known better than by tense."""

    def echo(self, base: Placement, factor: float, governor: Mention) -> Placement | None:
        """Take over whatever is known of the time of another event, unless that is a report."""
