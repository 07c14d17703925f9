"""The interface of rules to the placing of a whole article."""

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
    applied: dict[Key, list[str]]
    """The ids of the rules of a table that applied to an event, including those without a time."""

    def place(self, key: Key) -> Placement:
        """Place an event, once; the events that its time depends on are placed first."""

    def share(self, base: Placement, rule: str, how: str, key: Key) -> Placement | None:
        """Inherit the time of another event, if that is known from more than its tense."""

    def echo(self, base: Placement, rule: str, how: str) -> Placement | None:
        """Inherit whatever is known about the time of another event, unless that is a report."""

    def is_resolution(self, key: Key) -> bool:
        """Whether a past day after an infinitive is that of the verb of deciding above it."""

    def resolved(self, key: Key, below: Key) -> Placement | None:
        """Interpret the expressions of an infinitive for the verb of deciding above it."""
