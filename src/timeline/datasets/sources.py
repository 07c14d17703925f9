"""Files and directories of articles, by what their names tell."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.datasets.checking import check_columns
from timeline.datasets.reading import Reader, Sourced
from timeline.errors import InputError
from timeline.failures import Failure
from timeline.formats.columnar import read_arrow, read_parquet
from timeline.formats.compressed import plain_name
from timeline.formats.delimited import read_delimited
from timeline.formats.isolation import ReadingProcess
from timeline.formats.records import Record, RecordKind, read_json, read_lines, read_whole
from timeline.formats.warc import read_warc

if TYPE_CHECKING:
    from timeline.datasets.columns import Columns
    from timeline.documents import Article

__all__ = ["SourceFile", "read_articles", "read_sources", "source_files"]

_KINDS = {
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "tsv",
    ".parquet": "parquet",
    ".arrow": "arrow",
    ".feather": "arrow",
    ".warc": "warc",
    ".json": "json",
    ".txt": "text",
    ".md": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
}
_UNCOMPRESSED = {"parquet", "arrow"}
_ISOLATED: dict[str, Callable[..., Iterator[Record]]] = {
    "parquet": read_parquet,
    "arrow": read_arrow,
    "warc": read_warc,
}
"""What libraries in C read, which a damaged file may crash."""


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
    a path that is not there, whose ending is not known, or where there is nothing to read.
    """
    found = [file for path in paths for file in _under(Path(path), output and output.resolve())]
    if not found:
        message = f"no files to read; known endings: {', '.join(_KINDS)}, and .gz, .zst, .bz2, .xz of these"
        raise InputError(message)
    return found


def _under(path: Path, output: Path | None) -> Iterator[SourceFile]:
    if not path.is_dir():
        if not path.exists():
            message = f"{path}: no such file or directory"
            raise InputError(message)
        kind = _kind(path)
        if kind is None:
            message = f"{path}: not a known ending; known are {', '.join(_KINDS)}, and .gz, .zst, .bz2, .xz of these"
            raise InputError(message)
        yield SourceFile(path, path.name, kind, path.stat().st_size)
        return
    below = sorted((file.relative_to(path).as_posix(), file) for file in path.rglob("*"))
    for name, file in below:
        if any(part.startswith(".") for part in name.split("/")) or not file.is_file():
            continue
        if output is not None and file.resolve().is_relative_to(output):
            continue
        if (kind := _kind(file)) is not None:
            yield SourceFile(file, name, kind, file.stat().st_size)


def _kind(path: Path) -> str | None:
    plain = plain_name(path.name)
    kind = _KINDS.get(Path(plain).suffix.lower())
    return None if kind in _UNCOMPRESSED and plain != path.name else kind


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


def _read(files: Iterable[SourceFile], reader: Reader, *, failures: bool) -> Iterator[Sourced | Failure]:
    with ReadingProcess() as process:
        records = (record for file in files for record in file.records(reader.columns, process=process))
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
