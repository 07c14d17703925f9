"""What goes in: articles, and places in their text."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from timeline.calculus.instants import Instant

__all__ = ["Article", "Span"]


@frozen
class Span:
    """A place in a text, in code points: `text[start:end] == span.text`."""

    text: str
    start: int
    end: int

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of its text."""
        return cls(text[start:end], start, end)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"text": self.text, "start": self.start, "end": self.end}


@frozen
class Article:
    """A text with what is known about its publication.

    `published` takes a date, a datetime or an ISO 8601 string; see `timeline.publication`.
    """

    text: str = field(repr=lambda text: repr(text if len(text) < 40 else text[:39] + "…"))  # noqa: PLR2004 - one line
    published: Instant | None = None
    id: str | None = None
    title: str | None = None
    url: str | None = None
    language: str = "en"
