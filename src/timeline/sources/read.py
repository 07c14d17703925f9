"""Articles of files, directories and streams: the one way in."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import evolve

from timeline.errors import ArticleError, InputError
from timeline.failures import Failure
from timeline.sources.checking import check_columns
from timeline.sources.compressed import TORN, open_plain
from timeline.sources.files import SourceFile, source_files
from timeline.sources.isolation import ReadingProcess
from timeline.sources.kinds import kind_by_content, kind_by_name
from timeline.sources.streams import read_stream
from timeline.sources.to_article import Reader, Sourced

if TYPE_CHECKING:
    from timeline.documents import Article
    from timeline.sources.columns import Columns
    from timeline.sources.records import Record

__all__ = ["read_articles", "read_file", "read_input", "read_sources"]

_HEAD = 2**16


def read_sources(
    paths: Iterable[str | Path], reader: Reader | None = None, *, failures: bool = False
) -> Iterator[Sourced | Failure]:
    """Read the articles of files and directories, lazily, with where they stand and how their dates are known.

    What cannot be read raises `ArticleError` or `PublicationDateError`; with `failures` it gives a `Failure`. Columns
    that are in none of the sources raise `InputError`.
    """
    reader = reader or Reader()
    files = source_files(paths)
    check_columns(files, reader.columns)
    yield from _read(files, reader, failures=failures)


def read_file(path: str, reader: Reader | None = None) -> Iterator[Sourced | Failure]:
    """Read the articles of one file, lazily, as `read_sources` does; what it holds is told by its name and its content.

    Where its ending says nothing, or that it is text, its content may tell of JSON, a page, a table or an archive.
    Pipes are read as they come, as `read_stream` does. Raises `ArticleError` for what cannot be read, with the remedy,
    `InputError` for columns that it does not have and for directories, and OSError where it cannot be opened.
    """
    reader = reader or Reader()
    place = Path(path)
    if place.is_dir():
        message = f"{path}: a directory; `timeline build` reads those"
        raise InputError(message)
    if place.exists() and not place.is_file():
        with place.open("rb") as stream:
            yield from read_input(stream, path, reader)
        return
    file = SourceFile(place, path, _kind(path, reader.columns), place.stat().st_size)
    try:
        check_columns([file], reader.columns)
    except InputError as error:
        message = f"{path}: {error}"
        raise InputError(message) from error
    with ReadingProcess() as process:
        records = file.records(reader.columns, process=process)
        alone = (evolve(record, id=None) if record.id == path else record for record in records)
        yield from _made(alone, reader, failures=True)


def read_input(
    stream: IO[bytes], name: str, reader: Reader | None = None, *, failures: bool = True
) -> Iterator[Sourced | Failure]:
    """Read the articles of standard input or a pipe, as they come: text, JSON, JSON lines, CSV, TSV or a page.

    Which it is, is told by the content; `name` stands in messages. What cannot be read gives a `Failure`, or raises
    without `failures`.
    """
    reader = reader or Reader()
    yield from _made(read_stream(stream, name, reader.columns), reader, failures=failures)


def _kind(path: str, columns: Columns) -> str:
    kind = kind_by_name(path)
    if kind not in {None, "text"}:
        assert kind is not None
        return kind
    try:
        with open_plain(Path(path)) as stream:
            head = stream.read(_HEAD)
    except TORN as error:
        if isinstance(error, OSError) and error.errno is not None:
            raise
        head = b""  # the reader tells
    try:
        return kind_by_content(head, columns)
    except ArticleError as error:
        message = f"{path}: {error}"
        raise ArticleError(message) from error


def _read(files: Iterable[SourceFile], reader: Reader, *, failures: bool) -> Iterator[Sourced | Failure]:
    with ReadingProcess() as process:
        records = (record for file in files for record in file.records(reader.columns, process=process))
        yield from _made(records, reader, failures=failures)


def _made(records: Iterable[Record], reader: Reader, *, failures: bool) -> Iterator[Sourced | Failure]:
    for position, record in enumerate(records):
        try:
            yield reader.read(record)
        except InputError as error:
            place = " ".join(filter(None, (record.source, record.place)))
            if not failures:
                message = f"{place}: {error}"
                raise type(error)(message) from error
            yield Failure(position, reader.name(record), "read", type(error).__name__, f"{place}: {error}")


def read_articles(paths: Iterable[str | Path], reader: Reader | None = None) -> Iterator[Article]:
    """Read the articles alone; see `read_sources`."""
    for sourced in read_sources(paths, reader):
        assert isinstance(sourced, Sourced)
        yield sourced.article
