"""Reading TimeML: the text, its publication time, and the expressions and events marked in it."""

from __future__ import annotations

import os
import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from xml.parsers import expat

from attrs import field, frozen

from timeline.calculus.instants import Instant
from timeline.errors import ArticleError, InputError

__all__ = ["EventMention", "TimeLink", "TimemlDocument", "Timex", "read_timeml"]

_DAY = re.compile(r"(\d{4})-?(\d\d)-?(\d\d)(?!\d)", re.ASCII)
_MARKED = frozenset({"TIMEX3", "EVENT"})
_FIELDS = frozenset({"DOCID", "TITLE"})
_CREATION = frozenset({"CREATION_TIME", "PUBLICATION_TIME"})
_Creation = tuple[str | None, str | None]
"""Value and `tid` of a creation time."""


@frozen
class Timex:
    """A TIMEX3 element: a place in the text with its attributes as written; None for one that is missing or empty."""

    text: str
    start: int
    end: int
    kind: str | None
    """The attribute `type`: DATE, TIME, DURATION or SET in a sound document."""
    value: str | None
    mod: str | None = None
    quant: str | None = None
    freq: str | None = None
    id: str | None = None


@frozen
class EventMention:
    """An EVENT element with what its first MAKEINSTANCE says of it; None where nothing is said."""

    text: str
    start: int
    end: int
    event_class: str | None
    tense: str | None = None
    aspect: str | None = None
    polarity: str | None = None
    modality: str | None = None
    pos: str | None = None
    id: str | None = None
    instances: tuple[str, ...] = ()
    """The `eiid` of each MAKEINSTANCE, by which links name it."""


@frozen
class TimeLink:
    """A TLINK element: how what `source` names lies to what `target` names; `eiid` of events, `tid` of expressions."""

    relation: str
    """The attribute `relType`, in capitals: BEFORE, IS_INCLUDED, SIMULTANEOUS …"""
    source: str
    target: str


@frozen
class TimemlDocument:
    """What a TimeML document marks in its TEXT element. Offsets are code points of `text`, intervals half-open."""

    text: str = field(repr=False)
    timexes: tuple[Timex, ...] = ()
    """In the order of the text, without the document creation time. An element that holds no text is left out."""
    events: tuple[EventMention, ...] = ()
    dct: str | None = None
    """The TIMEX3 value of the document creation time."""
    id: str | None = None
    title: str | None = None
    dct_id: str | None = None
    """The `tid` of the document creation time."""
    links: tuple[TimeLink, ...] = field(default=(), repr=False)
    """Those that name a relation and two ends."""

    @property
    def published(self) -> Instant | None:
        """The document creation time as an instant, its day alone where the time of day is not a clock time.

        >>> TimemlDocument("", dct="1998-02-27TMO").published
        Instant.parse('1998-02-27')
        """
        if self.dct is None:
            return None
        day = _DAY.match(self.dct)
        for value in (self.dct, "-".join(day.groups()) if day else ""):
            try:
                return Instant.parse(value)
            except InputError:
                continue
        return None


def read_timeml(source: os.PathLike[str] | str | bytes) -> TimemlDocument:
    """Read a TimeML document in the form of TempEval-3, which has one TEXT element.

    A path is read as a file; a str or bytes is the document itself. White space at the edges of an element does
    not belong to it. Entities that a document declares for itself are refused and nothing outside it is read.

    Raises `ArticleError` for what is not such a document, `OSError` for a file that cannot be read.

    >>> document = read_timeml('<TimeML><TEXT>in <TIMEX3 type="DATE" value="2019-05">May</TIMEX3></TEXT></TimeML>')
    >>> document.text, document.timexes[0].start, document.timexes[0].value
    ('in May', 3, '2019-05')
    """
    if isinstance(source, str | bytes):
        name, data = "TimeML", source
    else:
        name, data = os.fspath(source), Path(source).read_bytes()
    reader = _Reader()
    try:
        reader.read(data)
    # Beyond malformed XML: an encoding that is unknown (LookupError) or that expat cannot take (ValueError).
    except (expat.ExpatError, LookupError, ValueError) as error:
        message = f"{name}: not well-formed XML: {error}"
        raise ArticleError(message) from error
    except _RefusedError as error:
        message = f"{name}: {error}"
        raise ArticleError(message) from error
    if not reader.has_text:
        message = f"{name}: no TEXT element: not TimeML in the form of TempEval-3"
        raise ArticleError(message)
    return reader.document()


class _RefusedError(Exception):
    """Something in the document that we do not read, for safety."""


class _Reader:
    """Follows the parser through the document, with a stack of its own: no depth of nesting exhausts Python's."""

    def __init__(self) -> None:
        self.has_text = False
        self._inside: list[str] = []  # the elements that are open and matter: TEXT, DCT, DOCID, TITLE
        self._nested = 0  # TEXT elements within TEXT
        self._parts: list[str] = []
        self._length = 0
        self._open: list[tuple[str, dict[str, str], int]] = []
        self._marks: list[tuple[str, dict[str, str], int, int]] = []
        self._instances: dict[str, list[dict[str, str]]] = {}
        self._links: list[TimeLink] = []
        self._fields: dict[str, list[str]] = {}
        self._dct: _Creation = None, None
        self._creation: _Creation = None, None

    def read(self, data: str | bytes) -> None:
        # A str is already decoded: what its declaration says about an encoding no longer holds.
        parser = expat.ParserCreate("utf-8" if isinstance(data, str) else None)
        parser.buffer_text = True
        parser.StartElementHandler = self._start
        parser.EndElementHandler = self._end
        parser.CharacterDataHandler = self._characters
        parser.EntityDeclHandler = _refuse_declaration
        parser.SkippedEntityHandler = _refuse_reference
        parser.Parse(data.encode("utf-8", "surrogatepass") if isinstance(data, str) else data, True)  # noqa: FBT003 - positional only

    def document(self) -> TimemlDocument:
        text = "".join(self._parts)
        placed = sorted(
            ((tag, attributes, *_trimmed(text, start, end)) for tag, attributes, start, end in self._marks),
            key=lambda mark: mark[2:],
        )
        marks = [(tag, attributes, start, end) for tag, attributes, start, end in placed if start < end]
        timexes = (_timex(text, start, end, found) for tag, found, start, end in marks if tag == "TIMEX3")
        events = (
            _event(text, start, end, found, self._instances.get(found.get("eid", ""), []))
            for tag, found, start, end in marks
            if tag == "EVENT"
        )
        fields = {name: " ".join("".join(parts).split()) or None for name, parts in self._fields.items()}
        dct, dct_id = self._dct if self._dct[0] else self._creation
        names = fields.get("DOCID"), fields.get("TITLE")
        return TimemlDocument(text, tuple(timexes), tuple(events), dct, *names, dct_id, tuple(self._links))

    @property
    def _in_text(self) -> bool:
        return bool(self._inside) and self._inside[-1] == "TEXT"

    def _start(self, tag: str, attributes: dict[str, str]) -> None:
        if tag == "TIMEX3":
            self._note_creation(attributes)
        if self._in_text:
            self._nested += tag == "TEXT"
            if tag in _MARKED:
                self._open.append((tag, attributes, self._length))
        elif tag == "TEXT":
            if not self.has_text:  # a second one is not the text
                self._inside.append(tag)
                self.has_text = True
        elif tag == "DCT" or tag in _FIELDS:
            self._inside.append(tag)
            self._fields.setdefault(tag, [])
        if tag == "MAKEINSTANCE":
            self._instances.setdefault(attributes.get("eventID", ""), []).append(attributes)
        elif tag == "TLINK":
            self._note_link(attributes)

    def _note_creation(self, attributes: dict[str, str]) -> None:
        value = attributes.get("value"), attributes.get("tid")
        if self._inside and self._inside[-1] == "DCT":
            self._dct = self._dct if self._dct[0] else value
        elif attributes.get("functionInDocument") in _CREATION:
            self._creation = self._creation if self._creation[0] else value

    def _note_link(self, attributes: dict[str, str]) -> None:
        source = attributes.get("eventInstanceID") or attributes.get("timeID")
        target = attributes.get("relatedToEventInstance") or attributes.get("relatedToTime")
        relation = attributes.get("relType")
        if source and target and relation:
            self._links.append(TimeLink(relation.upper(), source, target))

    def _end(self, tag: str) -> None:
        if self._in_text:
            if tag in _MARKED:
                self._marks.append((*self._open.pop(), self._length))
            if tag != "TEXT":
                return
            if self._nested:
                self._nested -= 1
                return
        if self._inside and self._inside[-1] == tag:
            self._inside.pop()

    def _characters(self, data: str) -> None:
        if self._in_text:
            self._parts.append(data)
            self._length += len(data)
        elif self._inside:
            self._fields[self._inside[-1]].append(data)


def _refuse_declaration(name: str, *_: object) -> None:
    message = f"declares the entity {name!r}: write the characters themselves, or as numeric references"
    raise _RefusedError(message)


def _refuse_reference(name: str, *_: object) -> None:
    message = f"uses the entity {name!r}, which is not in the document: write its characters"
    raise _RefusedError(message)


def _trimmed(text: str, start: int, end: int) -> tuple[int, int]:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return start, end


def _timex(text: str, start: int, end: int, found: Mapping[str, str]) -> Timex:
    kind, value, mod, quant, freq, name = (
        found.get(key) or None for key in ("type", "value", "mod", "quant", "freq", "tid")
    )
    return Timex(text[start:end], start, end, kind, value, mod, quant, freq, name)


def _event(
    text: str, start: int, end: int, found: Mapping[str, str], instances: Sequence[Mapping[str, str]]
) -> EventMention:
    made = instances[0] if instances else {}
    tense, aspect, polarity, modality, pos = (
        made.get(key) or None for key in ("tense", "aspect", "polarity", "modality", "pos")
    )
    event_class, name = found.get("class") or None, found.get("eid") or None
    known = tuple(one["eiid"] for one in instances if one.get("eiid"))
    return EventMention(text[start:end], start, end, event_class, tense, aspect, polarity, modality, pos, name, known)
