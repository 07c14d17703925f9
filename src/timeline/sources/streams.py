"""Records of what can be read but once: standard input, and pipes."""

from __future__ import annotations

import io
import itertools
import json
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, cast

from timeline.errors import ArticleError
from timeline.sources.compressed import as_utf8
from timeline.sources.delimited import rows_of
from timeline.sources.kinds import kind_by_content
from timeline.sources.pieces import Pieces
from timeline.sources.records import (
    LONGEST_LINE,
    Record,
    RecordKind,
    fault,
    is_object,
    lines_of,
    records_of_lines,
)

if TYPE_CHECKING:
    from timeline.sources.columns import Columns

__all__ = ["read_stream"]

_HEAD = 2**16
"""Bytes that tell."""
_TABLES = {"csv": ",", "tsv": "\t"}


def read_stream(stream: IO[bytes], source: str, columns: Columns) -> Iterator[Record]:
    """Give the records of what can be read but once: JSON lines, a JSON article, CSV, TSV, a page or a text.

    Which it is, is told by the content. A stream whose first line is a whole JSON object holds JSON lines and is read
    line by line, and so is one whose first line is the header of a table with a column of texts. Raises `ArticleError`
    for what only files can hold.
    """
    head = stream.readline(LONGEST_LINE)
    if _is_whole(head):
        lines = itertools.chain([head], lines_of(stream))
        yield from (record for _, record in records_of_lines(lines, source) if record)
        return
    head += stream.readline(LONGEST_LINE)
    pieces = itertools.chain([head], lines_of(stream))
    told = _told(head, source, columns)
    if told not in _TABLES:
        data = b"".join([head, stream.read(LONGEST_LINE)])
        if len(data) > LONGEST_LINE:
            yield fault(source, None, f"a text of more than {LONGEST_LINE} bytes is no article")
            return
        pieces = itertools.chain([data])
        told = _told(data[:_HEAD], source, columns)
    if told in _TABLES:
        opened = as_utf8(cast("IO[bytes]", io.BufferedReader(_Given(pieces))), Path(source))
        yield from rows_of(lambda: opened, source, columns.chosen, delimiter=_TABLES[told])
    else:
        yield Record(RecordKind(told), data, source)


def _told(data: bytes, source: str, columns: Columns) -> str:
    """Tell what a stream holds; raise `ArticleError` for what it cannot hold."""
    try:
        kind = kind_by_content(data, columns)
    except ArticleError as error:
        message = f"{source}: {error}"
        raise ArticleError(message) from error
    if kind in _TABLES or kind in {each.value for each in RecordKind}:
        return kind
    message = f"{source}: tables and archives are read from files, by their names"
    raise ArticleError(message)


class _Given(Pieces):
    def __init__(self, pieces: Iterator[bytes]) -> None:
        self._pieces = pieces

    def next_piece(self) -> bytes:
        return next(self._pieces, b"")


def _is_whole(line: bytes) -> bool:
    if not is_object(line.strip()):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
