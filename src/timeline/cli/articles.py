"""The articles of PATH, and their timelines; what cannot be read is told, and the rest goes on."""

from __future__ import annotations

import argparse
import contextlib
import sys
from collections.abc import Generator, Iterable, Iterator
from typing import TYPE_CHECKING, Literal, Protocol

from attrs import define, evolve

from timeline.cli.messages import fail
from timeline.cli.options import (
    add_columns,
    add_format,
    add_language,
    add_path,
    add_published,
    add_reading,
    add_syntax,
    columns_of,
)
from timeline.failures import Failure
from timeline.formats.registry import Content, writer_of
from timeline.sources.columns import Columns
from timeline.sources.read import read_file, read_input
from timeline.sources.to_article import Reader
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    from timeline.documents import Article
    from timeline.timelines import Timeline

__all__ = ["Articles", "add_timelines", "write_timelines"]

_EPILOG = """\
PATH holds articles in any form that `timeline build` reads: plain text, a JSON article {"text", "published", "id",
"title", "url"}, JSON lines, CSV, Parquet, Arrow, an HTML page, WARC; "-" is standard input, with text, JSON, JSON
lines, CSV or a page. --published wins over a date in the file. Without --format, a terminal gets a table and a pipe
gets JSON lines. What cannot be read is told on standard error, the rest goes on, and the exit status is 1.
"""


class ReadMany(Protocol):
    """`Extractor.extract_many` and `Extractor.tag_many`."""

    def __call__(
        self, articles: Iterable[Article], *, on_error: Literal["yield"], limits: Limits
    ) -> Iterator[Timeline | Failure]:
        """Read articles."""


@define
class Articles:
    """Those of PATH, as `timeline build` reads them."""

    options: argparse.Namespace
    status: int = 0
    """The exit status, as far as is known."""

    def __iter__(self) -> Iterator[Article]:
        options, said = self.options, vars(self.options)
        columns = Columns.of(columns_of(options.column))
        reader = Reader(columns, language=said["language"]) if "language" in said else Reader(columns)
        published = said.get("published")
        is_input = options.path == "-"
        found = read_input(sys.stdin.buffer, "standard input", reader) if is_input else read_file(options.path, reader)
        for each in found:
            if isinstance(each, Failure):
                self.status = fail(each.message)
            else:
                yield each.article if published is None else evolve(each.article, published=published)

    def timelines(self, read: ReadMany) -> Generator[Timeline, None, None]:
        """Give what can be read."""
        for each in read(self, on_error="yield", limits=Limits(characters=None)):
            if isinstance(each, Failure):
                self.status = fail(f"{self.options.path}: {each}")
            else:
                yield each


def add_timelines(command: argparse.ArgumentParser, content: Content) -> None:
    """Add the options of a command that writes the timelines of PATH."""
    command.epilog = _EPILOG
    add_path(command)
    add_published(command)
    add_format(command, content)
    add_columns(command)
    add_language(command)
    if content is Content.EVENTS:
        add_syntax(command)
    add_reading(command)


def write_timelines(options: argparse.Namespace, read: ReadMany, content: Content) -> int:
    """Write the timelines of PATH as the options say; give the exit status."""
    form = options.format or ("table" if sys.stdout.isatty() else "jsonl")
    articles = Articles(options)
    with contextlib.closing(articles.timelines(read)) as timelines:
        writer_of(form, content)(timelines, sys.stdout)
    return articles.status
