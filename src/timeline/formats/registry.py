"""All writers by the names that the command line's `--format` knows; a new one is a module and a row here.

A writer is called with what is to be written, one by one, and a text stream. Its module is loaded when it is used.
"""

from __future__ import annotations

import enum
import importlib
from collections.abc import Callable, Iterable, Mapping
from typing import IO, Any

__all__ = ["WRITERS", "Content", "Writer", "names_for", "writer_of"]

Writer = Callable[[Iterable[Any], IO[str]], object]


class Content(enum.Enum):
    """What is written."""

    EVENTS = "events"
    """Timelines, for their events."""
    TIMES = "times"
    """Timelines, for their temporal expressions."""
    TREES = "trees"
    """Articles with their syntactic analyses, in pairs."""


WRITERS: Mapping[str, Mapping[Content, str]] = {
    "table": {
        Content.EVENTS: "timeline.formats.table:write_events",
        Content.TIMES: "timeline.formats.table:write_expressions",
    },
    "jsonl": {
        Content.EVENTS: "timeline.formats.jsonl:write_timelines",
        Content.TIMES: "timeline.formats.jsonl:write_timelines",
    },
    "conllu": {Content.TREES: "timeline.formats.conllu:write_conllu"},
    "json": {
        Content.EVENTS: "timeline.formats.indented:write_json",
        Content.TREES: "timeline.formats.conllu:write_json",
    },
    "timeml": {Content.TIMES: "timeline.formats.timeml:write_timeml"},
}
"""Module and function that write each content in each format."""


def names_for(content: Content) -> list[str]:
    """Give the names of the formats that hold such content.

    >>> names_for(Content.TIMES)
    ['table', 'jsonl', 'timeml']
    """
    return [name for name, contents in WRITERS.items() if content in contents]


def writer_of(name: str, content: Content) -> Writer:
    """Load a writer."""
    module, _, function = WRITERS[name][content].partition(":")
    writer: Writer = getattr(importlib.import_module(module), function)
    return writer
