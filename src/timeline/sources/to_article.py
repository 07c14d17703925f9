"""Records of a source into articles, with where they stand and how their dates are known."""

from __future__ import annotations

import contextlib
import datetime as dt
import json
import math
from collections.abc import Mapping
from decimal import Decimal
from typing import TYPE_CHECKING, Any, cast

from attrs import field, frozen

from timeline import languages
from timeline.documents import Article
from timeline.errors import ArticleError, InputError, SourceError, UnknownLanguageError
from timeline.publication import parse_publication
from timeline.serialization import parse
from timeline.sources.columns import Columns, listing
from timeline.sources.published import Dating, date_of_text, date_said
from timeline.sources.records import Record, RecordKind, Unreadable
from timeline.sources.text import decode
from timeline.sources.webpage import read_page

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant

__all__ = ["DATES", "Reader", "Sourced", "fields_of"]

DATES = ("record", "page", "text")
"""Where publication dates are looked for, the surest first."""
_LAST_EXACT = 2**53
"""Floats beyond have lost digits."""
_LONGEST_PARSED = 8 * 2**20
"""Bytes of a line of JSON that is looked into a second time: it may take many times its size of memory."""


@frozen
class Sourced:
    """An article with where it came from."""

    article: Article
    dating: Dating | None
    """How the publication date is known; None where there is none."""
    source: str
    place: str | None


@frozen
class Reader:
    """How records are read: which columns hold what, and where dates are looked for."""

    columns: Columns = field(factory=Columns)
    dates: tuple[str, ...] = DATES
    language: str = languages.DEFAULT

    def __attrs_post_init__(self) -> None:
        for each in self.dates:
            if each not in DATES:
                message = f"there are no dates in {each!r}; dates are looked for in {', '.join(DATES)}"
                raise InputError(message)

    def read(self, record: Record) -> Sourced:
        """Make an article; raise `ArticleError` or `PublicationDateError` that tells what is wrong with the record."""
        match record.kind:
            case RecordKind.FAULT:
                raise ArticleError(record.data)
            case RecordKind.BREAK:
                raise SourceError(record.data)
            case RecordKind.TEXT:
                return self._of_fields(record, {self.columns.text: decode(record.data, record.source)})
            case RecordKind.PAGE:
                return self._of_fields(record, {self.columns.html: record.data})
            case RecordKind.JSON:
                content = parse(decode(record.data, record.source))
                if not isinstance(content, Mapping):
                    message = f"an article must be an object, not {type(content).__name__}"
                    raise ArticleError(message)
                return self._of_fields(record, content)
            case _:
                return self._of_fields(record, record.data)

    def name(self, record: Record) -> str | None:
        """Give the id of a record that could not be read, if it can be made out; never raise."""
        try:
            return _name(fields_of(record).get(self.columns.id)) or record.id
        except ArticleError:  # the id is what is wrong with it
            return record.id

    def _of_fields(self, record: Record, given: Mapping[str, Any]) -> Sourced:
        columns = self.columns
        for column, value in given.items():
            if isinstance(value, Unreadable):
                message = f"the value in column {column!r} cannot be read: {value.reason}"
                raise ArticleError(message)
        text, title, url = (_present(given.get(name)) for name in (columns.text, columns.title, columns.url))
        said = _present(given.get(columns.published))
        fetched = _present(given.get(columns.retrieved))
        retrieved = parse_publication(record.retrieved if fetched is None else fetched)
        page: Any = _present(given.get(columns.html))
        declared: tuple[tuple[str, str], ...] = ()
        if text is None and page is not None:
            if not isinstance(page, str | bytes):
                message = f"a page in column {columns.html!r} must be str or bytes, not {type(page).__name__}"
                raise ArticleError(message)
            read = read_page(page, record.charset)
            text, title, declared = read.text, read.title if title is None else title, read.dates
            url = (record.url or read.url) if url is None else url
        if text is None:
            found = listing(sorted(map(str, given)))
            message = f"no text: there is nothing in column {columns.text!r}; columns found: {found}"
            raise ArticleError(message)
        language = self._language(_present(given.get(columns.language)))
        if not isinstance(text, str):
            message = f"an article's text must be str, not {type(text).__name__}"
            raise ArticleError(message)
        dating = self._date(said, declared, text, retrieved)
        name = _name(given.get(columns.id)) or record.id
        published = None if dating is None else dating.published
        article = Article(text, published, name, title, record.url if url is None else url, language)
        return Sourced(article, dating, record.source, record.place)

    def _language(self, said: object) -> str:
        """Check a language's tag; raise `UnknownLanguageError` where it is not the one that articles are read in."""
        if said is None or (isinstance(said, str) and _code(said) == self.language):
            return self.language
        there, shown = ", ".join(languages.AVAILABLE), repr(said) if isinstance(said, str) else type(said).__name__
        message = f"the article's language is {shown}; articles are read in {self.language!r} (there is: {there})"
        raise UnknownLanguageError(message)

    def _date(
        self, said: object, declared: tuple[tuple[str, str], ...], text: str, retrieved: Instant | None
    ) -> Dating | None:
        for each in self.dates:
            dating: Dating | None = None
            if each == "record" and said is not None:
                # a date that cannot be read is a fault, not a missing date
                published = parse_publication(cast("str", said))
                assert published is not None
                return Dating(published, "record", str(said))
            if each == "page":
                found = (date_said(words, f"page: {element}") for element, words in declared)
                dating = next((one for one in found if one is not None), None)
            elif each == "text":
                dating = date_of_text(text, self.language, retrieved)
            if dating is not None:
                return dating
        return None


def _present(value: Any) -> Any:
    """Take empty text, NaN and NaT for what they mean: nothing."""
    if isinstance(value, float) and math.isnan(value):
        return None
    if isinstance(value, str) and not value.strip():
        return None
    if isinstance(value, Decimal) and value.is_nan():
        return None
    return None if isinstance(value, dt.date) and value != value else value  # noqa: PLR0124 - NaT


def _name(value: Any) -> str | None:
    """Give an id as text; a float without a fraction is a whole number that some table could not hold as one."""
    value = _present(value)
    if value is None or isinstance(value, str):
        return value
    if isinstance(value, Unreadable):
        message = f"an article's id cannot be read: {value.reason}"
        raise ArticleError(message)
    if isinstance(value, int | float | Decimal) and not isinstance(value, bool):
        with contextlib.suppress(OverflowError, ValueError):  # infinite, or of thousands of digits
            whole = int(value)
            if whole == value and (isinstance(value, int | Decimal) or abs(value) <= _LAST_EXACT):
                return str(whole)
    shown = value if isinstance(value, float | Decimal) else type(value).__name__
    message = f"an article's id must be text or a whole number, not {shown}"
    raise ArticleError(message)


def fields_of(record: Record) -> Mapping[Any, Any]:
    """Give the fields of a record that names them, as they stand there; none of any other."""
    content = record.data
    if record.kind is RecordKind.JSON and record.size <= _LONGEST_PARSED:
        try:
            content = json.loads(content)
        except (ValueError, RecursionError):
            return {}
    return content if isinstance(content, Mapping) else {}


def _code(tag: str) -> str | None:
    try:
        return languages.code_of(tag)
    except UnknownLanguageError:
        return None
