"""The result: the events of an article in the order in which they happened."""

from __future__ import annotations

from collections.abc import Iterator

from attrs import frozen

from timeline.documents import Article
from timeline.events.event import Event
from timeline.expressions.expression import TemporalExpression

__all__ = ["Provenance", "Timeline"]


@frozen
class Provenance:
    """What made a result: versions of the library and of the models."""

    library: str
    language: str = "en"
    syntax_model: str | None = None
    event_model: str | None = None


@frozen
class Timeline:
    """The events of an article in order, with their expressions and provenance."""

    article: Article
    expressions: tuple[TemporalExpression, ...]
    events: tuple[Event, ...]
    provenance: Provenance

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)
