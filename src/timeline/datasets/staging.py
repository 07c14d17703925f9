"""Files on their way into a dataset: they are written in a directory of their own, which is nobody else's.

What lies there is a build's own work. What lies beside is put there once, when the log already tells of it, and never
over anything.
"""

from __future__ import annotations

import contextlib
import hashlib
import os
import re
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from timeline.errors import DatasetError
from timeline.tables.columns import TABLES
from timeline.tables.encoding import Form

if TYPE_CHECKING:
    from pathlib import Path

__all__ = [
    "STAGING",
    "Checksums",
    "checksum",
    "checksums",
    "clear",
    "is_staging",
    "put",
    "stage",
    "staged",
    "sync",
    "write_whole",
]

STAGING = ".unfinished"
_FORMS = "|".join(form.value for form in Form)
_STAGED = rf"(?:{'|'.join(TABLES)})\.part-\d{{6,}}\.(?:{_FORMS})\.[0-9a-f]{{64}}"
_OURS = re.compile(rf"{_STAGED}|.+\.[0-9a-f]{{32}}\.tmp")
_THREADS = 4
"""That compute checksums: more would wait for the disk."""
_CHUNK = 2**20

Checksums = Callable[[Iterable["Path"]], Iterable[str | None]]
"""Gives the SHA-256 of each of some files, in order."""


def stage(directory: Path, name: str, data: Any) -> str:  # noqa: ANN401 - bytes, or a buffer of pyarrow
    """Write a file that is to be called so; give its checksum."""
    found = hashlib.sha256(data).hexdigest()
    write_whole(directory, staged(directory, name, found), data, directory / name)
    return found


def staged(directory: Path, name: str, sha256: str) -> Path:
    """Say where a file of this name and content waits."""
    return directory / STAGING / f"{name.replace('/', '.')}.{sha256}"


def write_whole(directory: Path, path: Path, data: Any, told: Path | None = None) -> None:  # noqa: ANN401 - as above
    """Write one of our own files so that there is never a part of it under its name; `told` is named in errors."""
    unfinished = (
        directory / STAGING / f"{path.name}.{uuid4().hex}.tmp"
    )  # on a cluster, a lost writer may still be at work
    try:
        with unfinished.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        unfinished.replace(path)
    except BaseException as error:
        unfinished.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk: say whose
            error.filename = str(told or path)
        raise


def put(source: Path, target: Path) -> None:
    """Give a file its name; raise `DatasetError` where something else bears it."""
    try:
        os.link(source, target)  # never replaces anything, whoever makes a file meanwhile
    except FileExistsError as error:
        message = f"{target}: is there already, and not of this build; move it away, and run the same command again"
        raise DatasetError(message) from error
    except OSError:  # a file system without links
        if os.path.lexists(target):
            raise
        source.rename(target)
    else:
        source.unlink()


def is_staging(path: Path) -> bool:
    """Whether this is the directory of a build, with nothing in it but names that builds give."""
    return path.name == STAGING and _is_directory(path) and all(_OURS.fullmatch(each.name) for each in path.iterdir())


def clear(directory: Path, *, for_good: bool) -> None:
    """Remove what ended builds left half done; with `for_good` the directory for it, too."""
    staging = directory / STAGING
    if os.path.lexists(staging):
        if not _is_directory(staging):
            message = f"{staging}: a build needs a directory of this name; move it away"
            raise DatasetError(message)
        for path in filter(_is_ours, list(staging.iterdir())):
            path.unlink(missing_ok=True)
    if for_good:
        with contextlib.suppress(OSError):  # it may hold something else
            staging.rmdir()
    else:
        staging.mkdir(exist_ok=True)


def checksum(path: Path, stopped: Event | None = None) -> str | None:
    """Give the SHA-256 of a file, which is never held in memory whole; nothing for one that cannot be read."""
    digest = hashlib.sha256()
    try:
        with path.open("rb") as stream:
            while (data := stream.read(_CHUNK)) and not (stopped and stopped.is_set()):
                digest.update(data)
    except OSError:
        return None
    return digest.hexdigest()


def checksums(paths: Iterable[Path]) -> Iterator[str | None]:
    """Give those of many files, in order."""
    stopped = Event()
    with ThreadPoolExecutor(_THREADS) as pool:
        try:
            yield from pool.map(partial(checksum, stopped=stopped), paths)
        finally:
            stopped.set()  # after an interrupt nobody waits for a large file


def sync(directory: Path) -> None:
    """Make names last; not every system can."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _is_directory(path: Path) -> bool:
    return path.is_dir() and not path.is_symlink()


def _is_ours(path: Path) -> bool:
    return _OURS.fullmatch(path.name) is not None and path.is_file() and not path.is_symlink()
