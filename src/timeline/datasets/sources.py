"""Files and directories of articles, by what their names tell."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import IO, TYPE_CHECKING

from attrs import evolve, field, frozen

from timeline.datasets.checking import check_columns
from timeline.datasets.reading import Reader, Sourced
from timeline.errors import ArticleError, DatasetError, InputError
from timeline.failures import Failure
from timeline.formats.columnar import read_arrow, read_parquet
from timeline.formats.compressed import TORN, open_plain
from timeline.formats.delimited import read_delimited
from timeline.formats.isolation import ReadingProcess
from timeline.formats.kinds import ENDINGS, kind_by_content, kind_by_name
from timeline.formats.records import Record, RecordKind, read_json, read_lines, read_stream, read_whole
from timeline.formats.warc import read_warc

if TYPE_CHECKING:
    from timeline.datasets.columns import Columns
    from timeline.documents import Article

__all__ = ["SourceFile", "read_articles", "read_file", "read_input", "read_sources", "source_files"]

_KNOWN = f"{', '.join(ENDINGS)}, and .gz, .zst, .bz2, .xz of these"
_HEAD = 2**16
_ISOLATED: dict[str, Callable[..., Iterator[Record]]] = {
    "parquet": read_parquet,
    "arrow": read_arrow,
    "warc": read_warc,
}
"""What libraries in C read, which a damaged file may crash."""
_WITHIN = "lies in the directory of the dataset, which holds nothing but the dataset; give another directory for that"


@frozen
class SourceFile:
    """A file that holds articles."""

    path: Path
    name: str
    """As it is called in results: the file's name, or its path below the directory that was given."""
    kind: str
    size: int = field(eq=False)

    @property
    def has_columns(self) -> bool:
        """Whether its records name their fields, rather than being texts or pages."""
        return self.kind in {"lines", "json", "csv", "tsv", "parquet", "arrow"}

    def records(
        self, columns: Columns | None, skipped: int = 0, process: ReadingProcess | None = None
    ) -> Iterator[Record]:
        """Give its records behind those to be skipped, lazily; what cannot be read is a record of a fault.

        Tables are given with the columns that are asked for, or with all where None are. What only libraries in C can
        read is read in a process of its own: that which is given, or a new one.
        """
        path, name, choose = self.path, self.name, None if columns is None else columns.chosen
        records: Iterator[Record]
        match self.kind:
            case "parquet" | "arrow" | "warc":
                read = partial(_ISOLATED[self.kind], path, name, *(() if self.kind == "warc" else (choose,)))
                return _apart(read, name, skipped) if process is None else process.records(read, name, skipped)
            case "csv" | "tsv":
                records = read_delimited(path, name, "," if self.kind == "csv" else "\t", choose)
            case "lines":
                records = read_lines(path, name)
            case "json":
                records = read_json(path, name)
            case _:
                records = read_whole(path, name, RecordKind(self.kind))
        return itertools.islice(records, skipped, None)


def _apart(read: Callable[[], Iterator[Record]], name: str, skipped: int) -> Iterator[Record]:
    with ReadingProcess() as process:
        yield from process.records(read, name, skipped)


def source_files(paths: Iterable[str | Path], output: Path | None = None) -> list[SourceFile]:
    """Find the files that hold articles, in the order given; those of a directory, at any depth, by their names.

    What lies below `output` is passed over: a dataset may be built within the directory of its sources.

    Files with other endings than those known are passed over in directories; hidden ones too. Raises `InputError` for
    a path that is not there, whose ending is not known, or where there is nothing to read, and `DatasetError` for a
    file that lies in the directory of the dataset.
    """
    given, output = [Path(path) for path in paths], output and output.resolve()
    found = [file for path in given for file in _under(path, output)]
    if not found:
        for path in given:
            if output is not None and path.resolve().is_relative_to(output):
                message = f"{path}: {_WITHIN}"
                raise DatasetError(message)
        message = f"no files to read; known endings: {_KNOWN}"
        raise InputError(message)
    return found


def _under(path: Path, output: Path | None) -> Iterator[SourceFile]:
    if not path.is_dir():
        if not path.exists():
            message = f"{path}: no such file or directory"
            raise InputError(message)
        kind = kind_by_name(path.name)
        if kind is None:
            message = f"{path}: not a known ending; known are {_KNOWN}"
            raise InputError(message)
        if output is not None and path.resolve().is_relative_to(output):
            message = f"{path}: {_WITHIN}"
            raise DatasetError(message)
        yield SourceFile(path, path.name, kind, path.stat().st_size)
        return
    below = sorted((file.relative_to(path).as_posix(), file) for file in path.rglob("*"))
    for name, file in below:
        if any(part.startswith(".") for part in name.split("/")) or not file.is_file():
            continue
        if output is not None and file.resolve().is_relative_to(output):
            continue
        if (kind := kind_by_name(file.name)) is not None:
            yield SourceFile(file, name, kind, file.stat().st_size)


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
    file = SourceFile(place, path, _kind(path), place.stat().st_size)
    try:
        check_columns([file], reader.columns)
    except InputError as error:
        message = f"{path}: {error}"
        raise InputError(message) from error
    with ReadingProcess() as process:
        records = file.records(reader.columns, process=process)
        alone = (evolve(record, id=None) if record.id == path else record for record in records)
        yield from _made(alone, reader, failures=True)


def read_input(stream: IO[bytes], name: str, reader: Reader | None = None) -> Iterator[Sourced | Failure]:
    """Read the articles of standard input or a pipe, as they come: text, JSON, JSON lines or a page, by the content."""
    yield from _made(read_stream(stream, name), reader or Reader(), failures=True)


def _kind(path: str) -> str:
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
        return kind_by_content(head)
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
