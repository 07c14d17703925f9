"""JSON lines: one timeline an object, one object a line."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import IO

from timeline.errors import ArticleError
from timeline.timelines import Timeline

__all__ = ["read_timelines", "write_timelines"]


def write_timelines(timelines: Iterable[Timeline], stream: IO[str]) -> int:
    """Write each timeline as it comes; give their number."""
    count = 0
    for timeline in timelines:
        stream.write(timeline.to_json() + "\n")
        count += 1
    return count


def read_timelines(lines: Iterable[str | bytes]) -> Iterator[Timeline]:
    """Read timelines back, lazily; blank lines are skipped.

    Raises `ArticleError` that names the line and the path of the fault.
    """
    for number, line in enumerate(lines, start=1):
        if line.strip():
            try:
                yield Timeline.from_json(line)
            except ArticleError as error:
                message = f"line {number}: {error}"
                raise ArticleError(message) from error
