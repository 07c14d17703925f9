"""Records of what can be read but once: standard input, and pipes."""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterator
from typing import IO

from timeline.errors import ArticleError
from timeline.sources.kinds import kind_by_content
from timeline.sources.records import (
    LONGEST_LINE,
    Record,
    RecordKind,
    fault,
    is_object,
    lines_of,
    records_of_lines,
)

__all__ = ["read_stream"]


def read_stream(stream: IO[bytes], source: str) -> Iterator[Record]:
    """Give the records of what can be read but once: JSON lines, a JSON article, a page or a text, told by content.

    A stream whose first line is a whole JSON object holds JSON lines and is read line by line. Raises `ArticleError`
    for what only files can hold.
    """
    head = stream.readline(LONGEST_LINE)
    if _is_whole(head):
        lines = itertools.chain([head], lines_of(stream))
        yield from (record for _, record in records_of_lines(lines, source) if record)
        return
    data = head + stream.read(LONGEST_LINE)
    if len(data) > LONGEST_LINE:
        yield fault(source, None, f"a text of more than {LONGEST_LINE} bytes is no article")
        return
    try:
        kind = RecordKind(kind_by_content(data))
    except (ArticleError, ValueError) as error:
        told = error if isinstance(error, ArticleError) else "tables and archives are read from files, by their names"
        message = f"{source}: {told}"
        raise ArticleError(message) from error
    yield Record(kind, data, source)


def _is_whole(line: bytes) -> bool:
    if not is_object(line.strip()):
        return False
    try:
        json.loads(line)
    except (ValueError, RecursionError):
        return False
    return True
