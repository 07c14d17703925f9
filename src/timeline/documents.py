"""The input: articles, and spans of their text."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import Attribute, field, frozen

from timeline.calculus.instants import Instant
from timeline.errors import ArticleError, InputError
from timeline.publication import parse_publication
from timeline.validation import check_fields, check_type, shown

if TYPE_CHECKING:
    import datetime as dt

__all__ = ["Article", "Span"]

_SHOWN = 40
"""Characters of a text in a representation, which stays on one line."""


@frozen
class Span:
    """A span of a text, in code points: `text[start:end] == span.text`.

    >>> Span.of("on 22 July", 3, 10)
    Span(text='22 July', start=3, end=10)
    """

    text: str
    start: int
    end: int

    __attrs_post_init__ = check_fields

    @classmethod
    def of(cls, text: str, start: int, end: int) -> Span:
        """Cut a span out of its text; raises `InputError` if it does not lie within."""
        if type(text) is not str:
            check_type("text", text, str)
        if not (type(start) is type(end) is int and 0 <= start <= end <= len(text)):
            message = (
                f"a span lies within its text (of {len(text)} characters), not from {shown(start)} to {shown(end)}"
            )
            raise InputError(message)
        return cls(text[start:end], start, end)

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"text": self.text, "start": self.start, "end": self.end}


def _shorten(text: object) -> str:
    shown = repr(text[:_SHOWN] if isinstance(text, str) else text)
    return shown if not isinstance(text, str) or len(text) <= _SHOWN else f"{shown[:-1]}…{shown[-1]}"


def _check_text(_: Article, attribute: Attribute[Any], value: object) -> None:
    if isinstance(value, bytes | bytearray):
        message = f"an article's {attribute.name} must be str, not {type(value).__name__}: decode it first"
        raise ArticleError(message)
    if not isinstance(value, str):
        message = f"an article's {attribute.name} must be str, not {type(value).__name__}"
        raise ArticleError(message)


def _check_optional(article: Article, attribute: Attribute[Any], value: object) -> None:
    if value is not None:
        _check_text(article, attribute, value)


def _published(value: str | dt.date | dt.datetime | Instant | None) -> Instant | None:
    return parse_publication(value)


@frozen
class Article:
    """A text with its publication data.

    `published` is a date, a datetime, an Instant or a string; see `timeline.publication`. All offsets in results
    count code points of `text` exactly as given.

    Raises `ArticleError` if a field has the wrong type, `PublicationDateError` for a date that cannot be read.

    >>> Article("It rained on Friday.", "2022-07-22").published
    Instant.parse('2022-07-22')
    """

    text: str = field(repr=_shorten, validator=_check_text)
    published: Instant | None = field(default=None, converter=_published)
    id: str | None = field(default=None, validator=_check_optional)
    title: str | None = field(default=None, validator=_check_optional)
    url: str | None = field(default=None, validator=_check_optional)
    language: str | None = field(default=None, validator=_check_optional)
    """A language tag (`en`, `en-GB`). If None, an extractor reads the article in its own language, and records that in
    the article of the timeline."""

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Article:
        """Read the JSON form; only `text` is required, unknown keys are ignored, a numeric id becomes a string.

        >>> Article.from_dict({"text": "It rained.", "published": "2022-07-22", "section": "weather"}).id is None
        True
        """
        if not isinstance(data, Mapping):
            message = f"an article must be an object with a 'text' string, not {type(data).__name__}"
            raise ArticleError(message)
        if "text" not in data:
            keys = ", ".join(sorted(map(str, data))[:10]) or "none"
            message = f"an article must have a 'text' string; keys found: {keys}"
            raise ArticleError(message)
        name: Any = data.get("id")
        return cls(
            text=data["text"],
            published=data.get("published"),
            id=str(name) if isinstance(name, int) and not isinstance(name, bool) else name,
            title=data.get("title"),
            url=data.get("url"),
            language=data.get("language"),
        )

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "id": self.id,
            "published": None if self.published is None else self.published.isoformat(),
            "title": self.title,
            "url": self.url,
            "language": self.language,
            "text": self.text,
        }
