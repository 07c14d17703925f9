"""Files and directories of articles, by what their names tell."""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.errors import DatasetError, InputError
from timeline.sources.isolation import ReadingProcess
from timeline.sources.kinds import ENDINGS, KINDS, Naming, kind_by_name

if TYPE_CHECKING:
    from timeline.sources.columns import Columns
    from timeline.sources.records import Record

__all__ = ["SourceFile", "source_files"]

_KNOWN = f"{', '.join(ENDINGS)}, and .gz, .zst, .bz2, .xz of these"
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
        return KINDS[self.kind].naming is not Naming.NOWHERE

    def records(
        self, columns: Columns | None, skipped: int = 0, process: ReadingProcess | None = None
    ) -> Iterator[Record]:
        """Give its records behind those to be skipped, lazily; what cannot be read is a record of a fault.

        Tables are given with the columns that are asked for, or with all where None are. What only libraries in C can
        read is read in a process of its own: that which is given, or a new one.
        """
        kind = KINDS[self.kind]
        read = kind.reader(self.path, self.name, None if columns is None else columns.chosen)
        if not kind.is_isolated:
            return itertools.islice(read(), skipped, None)
        return _apart(read, self.name, skipped) if process is None else process.records(read, self.name, skipped)


def _apart(read: Callable[[], Iterator[Record]], name: str, skipped: int) -> Iterator[Record]:
    with ReadingProcess() as process:
        yield from process.records(read, name, skipped)


def source_files(paths: Iterable[str | Path], output: Path | None = None) -> list[SourceFile]:
    """Find the files that hold articles, in the order given; those of a directory, at any depth, by their names.

    What lies below `output` is passed over: a dataset may be built within the directory of its sources.

    Files with other endings than those known are passed over in directories; hidden ones too. Raises `InputError` for
    a path that is not there, that can be read but once (a pipe), whose ending is not known, or where there is nothing
    to read, and `DatasetError` for a file that lies in the directory of the dataset.
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
        if not path.is_file():
            message = f"{path}: sources are regular files, which can be read again; make it one"
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
