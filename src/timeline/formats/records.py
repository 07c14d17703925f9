"""What stands in a source before anything is made of it: one record an article."""

from __future__ import annotations

import enum
import itertools
import json
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.formats.compressed import TORN, open_plain

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Record", "RecordKind", "read_json", "read_lines", "read_whole"]

LONGEST_LINE = 64 * 2**20
"""Bytes; a longer line is no article, and is not held in memory."""


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
    """A place that could not be read; the data says why."""


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

    @property
    def size(self) -> int:
        """About how many bytes it holds."""
        if isinstance(self.data, dict):
            return sum(len(value) for value in self.data.values() if isinstance(value, str | bytes))
        return len(self.data)


def fault(source: str, place: str | None, error: object) -> Record:
    """Make the record of a place that could not be read."""
    return Record(RecordKind.FAULT, str(error) or type(error).__name__, source, place)


def read_lines(path: Path, source: str) -> Iterator[Record]:
    """Give a record for each line that is not blank; a file that breaks off ends with a fault."""
    number = 0
    try:
        with open_plain(path) as stream:
            while line := stream.readline(LONGEST_LINE):
                number += 1
                if len(line) == LONGEST_LINE and not line.endswith(b"\n"):
                    _skip_line(stream)
                    yield fault(source, f"line {number}", f"a line of more than {LONGEST_LINE} bytes is no article")
                elif not line.isspace():
                    yield Record(RecordKind.JSON, line, source, f"line {number}")
    except TORN as error:
        yield fault(source, f"line {number + 1}", f"the file cannot be read on: {error}")


def _skip_line(stream: IO[bytes]) -> None:
    while (rest := stream.readline(LONGEST_LINE)) and not rest.endswith(b"\n"):
        pass


def read_json(path: Path, source: str) -> Iterator[Record]:
    """Give the one record of a file that holds an article, or those of JSON lines, which are often named so too."""
    try:
        with open_plain(path) as stream:
            head = list(itertools.islice(_not_blank(stream), 2))
            has_lines = len(head) > 1 and _is_object(head[0])
    except TORN:
        has_lines = False
    return read_lines(path, source) if has_lines else read_whole(path, source, RecordKind.JSON)


def _not_blank(stream: IO[bytes]) -> Iterator[bytes]:
    lines = iter(lambda: stream.readline(LONGEST_LINE), b"")
    return (line for line in lines if not line.isspace())


def _is_object(line: bytes) -> bool:
    try:
        return isinstance(json.loads(line), dict)
    except (ValueError, RecursionError):
        return False


def read_whole(path: Path, source: str, kind: RecordKind) -> Iterator[Record]:
    """Give the one record of a file that holds one article."""
    try:
        with open_plain(path) as stream:
            data = stream.read(LONGEST_LINE + 1)
    except TORN as error:
        yield fault(source, None, f"the file cannot be read: {error}")
        return
    if len(data) > LONGEST_LINE:
        yield fault(source, None, f"a file of more than {LONGEST_LINE} bytes is no article")
    else:
        yield Record(kind, data, source, id=source)
