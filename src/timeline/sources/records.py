"""What stands in a source before anything is made of it: one record an article."""

from __future__ import annotations

import codecs
import enum
import itertools
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.sources.compressed import TORN, open_plain, open_utf8

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "Record",
    "RecordKind",
    "Unreadable",
    "broken",
    "fault",
    "is_object",
    "lines_of",
    "read_json",
    "read_lines",
    "read_whole",
    "records_of_lines",
]

LONGEST_LINE = 64 * 2**20
"""Bytes; a longer line is no article, and is not held in memory."""
_WITHIN = (b",", b"}", b"]")
"""What follows an object that ends a line, where it stands in another."""


class RecordKind(enum.Enum):
    """How a record is to be read."""

    FIELDS = "fields"
    """A mapping from column names to values."""
    JSON = "json"
    """A line that should hold a JSON object."""
    TEXT = "text"
    """Bytes of a text."""
    PAGE = "page"
    """Bytes of an HTML page."""
    FAULT = "fault"
    """A record that could not be read; the data says why."""
    BREAK = "break"
    """A place from which a source could not be read, or not on; the data says why. More records may be lost there."""


@frozen
class Unreadable:
    """What stands for a value that a source holds, but Python cannot: a date of the year 20000, bytes for a text."""

    reason: str


@frozen
class Record:
    """One article as it stands in its source, cheap to take, to skip and to send."""

    kind: RecordKind
    data: Any = field(repr=False)
    source: str
    """Name of the file, as it was given or below the directory that was given."""
    place: str | None = None
    """Where in the file: `line 3`, `row 3`, `byte 300`."""
    id: str | None = None
    """Where the source names it: a path in a directory, a WARC record's id."""
    url: str | None = None
    retrieved: str | None = None
    """When the source says that the page was fetched, ISO 8601."""
    charset: str | None = None
    """What the server said of the page."""
    lines: int = 0
    """How many lines of its file it takes, with the blank ones and the header before it; 0 where lines mean nothing."""

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        if isinstance(self.data, dict):
            return sum(len(value) for value in self.data.values() if isinstance(value, str | bytes))
        return len(self.data)


def fault(source: str, place: str | None, error: object, lines: int = 0) -> Record:
    """Make the record of one article that could not be read."""
    return Record(RecordKind.FAULT, str(error) or type(error).__name__, source, place, lines=lines)


def broken(source: str, place: str | None, error: object, lines: int = 0) -> Record:
    """Make the record of a place from which a source could not be read: more than one article may be lost there."""
    return Record(RecordKind.BREAK, str(error) or type(error).__name__, source, place, lines=lines)


def read_lines(path: Path, source: str) -> Iterator[Record]:
    """Give a record for each line that is not blank; a file that breaks off ends with a fault."""
    read = 0
    try:
        with open_utf8(path) as stream:
            for number, record in records_of_lines(lines_of(stream), source):
                read = number
                if record is not None:
                    yield record
    except TORN as error:
        yield broken(source, f"line {read + 1}", f"the file cannot be read on: {error}")


def lines_of(stream: IO[bytes]) -> Iterator[bytes]:
    """Give the lines, the longest in parts."""
    return iter(lambda: stream.readline(LONGEST_LINE), b"")


def records_of_lines(lines: Iterator[bytes], source: str) -> Iterator[tuple[int, Record | None]]:
    """Give each line's number, and its record if it is not blank."""
    told = 0
    for number, line in enumerate(lines, start=1):
        record: Record | None = None
        if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
            next((rest for rest in lines if rest.endswith(b"\n")), None)
            error = f"a line of more than {LONGEST_LINE} bytes is no article"
            record = fault(source, f"line {number}", error, number - told)
        elif not line.isspace():
            record = Record(RecordKind.JSON, line, source, f"line {number}", lines=number - told)
        told = told if record is None else number
        yield number, record


def read_json(path: Path, source: str) -> Iterator[Record]:
    """Give the one record of a file that holds an article, or those of JSON lines, which are often named so too."""
    try:
        with open_utf8(path) as stream:
            head = [
                line.strip() for line in itertools.islice((line for line in lines_of(stream) if not line.isspace()), 2)
            ]
            has_lines = len(head) > 1 and is_object(head[0]) and head[1][:1] not in _WITHIN
    except TORN:
        has_lines = False
    return read_lines(path, source) if has_lines else read_whole(path, source, RecordKind.JSON)


def is_object(line: bytes) -> bool:
    """Tell without reading it, which may take many times its size: what begins and ends so ends where the line does."""
    return line.removeprefix(codecs.BOM_UTF8).startswith(b"{") and line.endswith(b"}")


def read_whole(path: Path, source: str, kind: RecordKind) -> Iterator[Record]:
    """Give the one record of a file that holds one article."""
    try:
        with open_plain(path) as stream:
            data = stream.read(LONGEST_LINE + 1)
    except TORN as error:
        yield broken(source, None, f"the file cannot be read: {error}")
        return
    if len(data) > LONGEST_LINE:
        yield fault(source, None, f"a file of more than {LONGEST_LINE} bytes is no article")
    else:
        yield Record(kind, data, source, id=source)
