"""When an article was published, as its page or its text says, with where that stands; never a guess."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import frozen

from timeline import languages, layout
from timeline.calculus.instants import Instant
from timeline.errors import PublicationDateError
from timeline.publication import ShortDateWords, parse_publication, resolve_publication

__all__ = ["Dating", "date_of_text", "date_said"]

_HEAD = 2_000
"""Code points at the beginning of a text, within which a dateline stands."""
_FOOT = 600
"""Code points at its end, where some pages put it."""
_WIRE_PARAGRAPHS = 4


@frozen
class Dating:
    """A publication date with its provenance."""

    published: Instant
    source: str
    """`record`, `page: …` with the element, `dateline`, `byline` or `wire`; `, retrieved` where it leans on that."""
    said: str
    """The words it was read from."""

    @property
    def precision(self) -> str:
        """`day`, or `second` where a time of day was said."""
        return "day" if self.published.second == 0 and "T" not in self.published.isoformat() else "second"


def date_said(
    said: str, source: str, retrieved: Instant | None = None, words: ShortDateWords | None = None
) -> Dating | None:
    """Read what is said as a date; None where it is not one certain day.

    With `retrieved`, the day of the retrieval, and the `words` of the language, it may be counted from that day.
    """
    try:
        published = parse_publication(said)
    except PublicationDateError:
        published = None
    if published is not None:
        return Dating(published, source, said)
    if retrieved is None or words is None:
        return None
    try:
        return Dating(resolve_publication(said, retrieved, words), f"{source}, retrieved", said)
    except PublicationDateError:
        return None


def date_of_text(text: str, language: str = languages.DEFAULT, retrieved: Instant | None = None) -> Dating | None:
    r"""Read the publication date from a dateline, a byline, or the beginning of a wire story.

    Dates in prose are left alone. A date without its year needs `retrieved`. Where lines name different days, it is
    the first that is not said to be of a change; where there is only one of a change, there is no publication date.

    >>> date_of_text("Quay reopens\n\nPublished: 22 July 2022\n\nThe quay has reopened.").source
    'dateline'
    >>> date_of_text("TOKYO, July 22 (Wire) -- The quay has reopened.") is None
    True
    """
    datelines = languages.get(language).datelines
    if datelines is None:
        return None
    words = _words(datelines)
    for source, line in _lines(text, language):
        if (dating := _date_in(line, source, words, retrieved)) is not None:
            return dating
    head = _plain(text[:_HEAD])
    for begin, _ in itertools.islice(layout.paragraphs(head), _WIRE_PARAGRAPHS):
        if (wire := words.wire.match(head, begin)) is not None:
            return date_said(wire["date"], "wire", retrieved, words.of_short)
    return None


@frozen
class _Words:
    complete: re.Pattern[str]
    short: re.Pattern[str]
    changed: re.Pattern[str]
    wire: re.Pattern[str]
    of_short: ShortDateWords | None


@lru_cache
def _words(said: layout.DatelineData) -> _Words:
    return _Words(
        complete=re.compile(said.complete),
        short=re.compile(said.short),
        changed=re.compile(said.changed),
        wire=re.compile(said.wire),
        of_short=said.short_words,
    )


def _plain(text: str) -> str:
    return layout.part_lines(layout.shown(layout.mask(text)).text)


def _lines(text: str, language: str) -> Iterator[tuple[str, str]]:
    """Give bylines and datelines at the head of the text, then those at its foot."""
    furniture = languages.get(language).furniture
    if furniture is None:
        return
    head = text[:_HEAD]
    pieces = [head] if len(text) <= _HEAD + _FOOT else [head[: head.rfind("\n") + 1], text[-_FOOT:].partition("\n")[2]]
    for piece in pieces:
        read = _plain(piece)
        for block in layout.blocks(read, furniture, masked=True):
            if block.kind in {layout.BlockKind.DATELINE, layout.BlockKind.BYLINE}:
                for line in read[block.start : block.end].splitlines():
                    yield block.kind.value, " ".join(line.split())


def _date_in(line: str, source: str, words: _Words, retrieved: Instant | None) -> Dating | None:
    for pattern in (words.complete, words.short):
        begin = 0
        for match in pattern.finditer(line):
            is_of_change = words.changed.search(line, begin, match.start()) is not None
            begin = match.end()
            if not is_of_change and (dating := date_said(match[0], source, retrieved, words.of_short)) is not None:
                return dating
    return None
