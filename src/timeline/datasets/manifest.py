"""What a dataset's directory says of itself: its settings, and a log of the shards that are whole.

A shard exists when its line stands in the log. The line is written after the shard's files are on the disk under their
names, so a run that is ended at any moment leaves whole shards and files that the next run removes.
"""

from __future__ import annotations

import contextlib
import json
import os
import re
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from uuid import uuid4

from attrs import field, frozen

from timeline.errors import DatasetError
from timeline.tables.columns import TABLES

__all__ = ["LOG", "MANIFEST", "FileEntry", "Shard", "Store", "write_whole"]

MANIFEST = "manifest.json"
LOG = "shards.jsonl"
_LOCK = ".lock"
_OURS = re.compile(r"part-\d{6,}\.(?:parquet|jsonl)|\..*\.tmp")


@frozen
class FileEntry:
    """A file of a shard."""

    rows: int
    bytes: int
    sha256: str

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {"rows": self.rows, "bytes": self.bytes, "sha256": self.sha256}


@frozen
class Shard:
    """A whole shard: which records it holds, where the sources go on, and its files."""

    number: int
    first: int
    """Position of its first record."""
    records: int
    next_file: int
    """Index of the source file that the next record comes from."""
    next_record: int
    """How many records of that file are done."""
    files: Mapping[str, FileEntry] = field(repr=False)
    """By their paths below the directory."""
    counts: Mapping[str, Any] = field(repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form: a line of the log."""
        return {
            "shard": self.number,
            "first": self.first,
            "records": self.records,
            "next": [self.next_file, self.next_record],
            "files": {name: entry.to_dict() for name, entry in sorted(self.files.items())},
            "counts": dict(self.counts),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Shard:
        """Read a line of the log."""
        files = {name: FileEntry(**entry) for name, entry in data["files"].items()}
        next_file, next_record = data["next"]
        return cls(data["shard"], data["first"], data["records"], next_file, next_record, files, data["counts"])


@frozen
class Store:
    """The directory of a dataset, held by one run at a time."""

    directory: Path

    @contextlib.contextmanager
    def held(self) -> Iterator[None]:
        """Make the directory and keep other runs out; raise `DatasetError` where one is at work."""
        from filelock import FileLock, Timeout  # noqa: PLC0415 - only runs that write need it

        self.directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.directory / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            message = f"{self.directory}: another run is writing this dataset; wait for it, or end it"
            raise DatasetError(message) from error
        try:
            yield
        finally:
            lock.release()

    def begin(self, settings: Mapping[str, Any]) -> tuple[list[Shard], bool]:
        """Begin or go on; give the shards that are whole, and whether that is all.

        Removes what an ended run left half done. Raises `DatasetError` where the directory holds something else, was
        begun with other settings (and says which), or lacks a file of a shard.
        """
        manifest = self.directory / MANIFEST
        if not manifest.exists():
            strange = [path.name for path in self.directory.iterdir() if path.name != _LOCK and not _is_ours(path)]
            if strange:
                message = (
                    f"{self.directory}: not empty, and no dataset: it holds {strange[0]!r}; give another directory"
                )
                raise DatasetError(message)
            write_whole(manifest, json.dumps(settings, indent=2, sort_keys=True).encode() + b"\n")
        self._compare(manifest, settings)
        shards, is_complete = self._read_log()
        wanted = {name for shard in shards for name in shard.files}
        for table in TABLES:
            (self.directory / table).mkdir(exist_ok=True)
        for path in [
            *self.directory.iterdir(),
            *(path for table in TABLES for path in (self.directory / table).iterdir()),
        ]:
            if path.relative_to(self.directory).as_posix() not in wanted and _is_ours(path):
                path.unlink()
        for problem in self.problems(shards, thorough=False):
            message = f"{problem}; build the dataset anew in another directory"
            raise DatasetError(message)
        return shards, is_complete

    def finish_shard(self, shard: Shard) -> None:
        """Say that a shard is whole; its files must be on the disk."""
        for table in TABLES:
            _sync(self.directory / table)
        self._append(shard.to_dict())

    def complete(self, shards: int, counts: Mapping[str, Any]) -> None:
        """Say that there is no more to come."""
        self._append({"complete": True, "shards": shards, "counts": dict(counts)})

    def settings(self) -> dict[str, Any]:
        """Read what the dataset was built with; raise `DatasetError` where there is none."""
        try:
            settings: dict[str, Any] = json.loads((self.directory / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = f"{self.directory}: no dataset: {error}"
            raise DatasetError(message) from error
        return settings

    def shards(self) -> list[Shard]:
        """Give the shards that are whole."""
        return self._read_log()[0]

    def problems(self, shards: Sequence[Shard], *, thorough: bool = True) -> Iterator[str]:
        """Tell of files that are missing or have another length; with `thorough`, of those with another checksum."""
        from hashlib import sha256  # noqa: PLC0415 - beside its use

        for shard in shards:
            for name, entry in shard.files.items():
                path = self.directory / name
                if not path.is_file():
                    yield f"{path}: missing"
                elif path.stat().st_size != entry.bytes:
                    yield f"{path}: damaged: {path.stat().st_size} bytes long instead of {entry.bytes}"
                elif thorough and sha256(path.read_bytes()).hexdigest() != entry.sha256:
                    yield f"{path}: damaged: its checksum is not that of the log"

    def _compare(self, manifest: Path, settings: Mapping[str, Any]) -> None:
        before, now = _flat(self.settings()), _flat(settings)
        keys = [key for key in sorted({*before, *now}) if before.get(key) != now.get(key)]
        if keys:
            changed = "; ".join(f"{key}: {before.get(key)!r} → {now.get(key)!r}" for key in keys)
            message = (
                f"{manifest}: begun with other settings: {changed}; keep those of before, or give another directory"
            )
            raise DatasetError(message)

    def _read_log(self) -> tuple[list[Shard], bool]:
        log = self.directory / LOG
        data = log.read_bytes() if log.exists() else b""
        whole = data[: data.rfind(b"\n") + 1]
        if len(whole) < len(data):  # the line that was being written
            with log.open("r+b") as stream:
                stream.truncate(len(whole))
        shards, is_complete = [], False
        try:
            for line in whole.splitlines():
                entry = json.loads(line)
                is_complete = "complete" in entry
                if not is_complete:
                    shards.append(Shard.from_dict(entry))
        except (ValueError, KeyError, TypeError) as error:
            message = f"{log}: damaged ({error!r}); build the dataset anew in another directory"
            raise DatasetError(message) from error
        return shards, is_complete

    def _append(self, entry: Mapping[str, Any]) -> None:
        with (self.directory / LOG).open("ab") as stream:
            stream.write(json.dumps(entry, sort_keys=True).encode() + b"\n")
            stream.flush()
            os.fsync(stream.fileno())
        _sync(self.directory)


def write_whole(path: Path, data: Any) -> None:  # noqa: ANN401 - bytes, or a buffer of pyarrow
    """Write a file so that there is never a part of it under its name."""
    partial = path.with_name(f".{path.name}.{uuid4().hex}.tmp")  # on a cluster, a lost writer may still be at work
    try:
        with partial.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        partial.replace(path)
    except BaseException as error:
        partial.unlink(missing_ok=True)
        if isinstance(error, OSError) and error.filename is None:  # a full disk: say whose
            error.filename = str(path)
        raise


def _is_ours(path: Path) -> bool:
    return _OURS.fullmatch(path.name) is not None


def _sync(directory: Path) -> None:
    """Make names last; not every system can."""
    if os.name != "posix":
        return
    handle = os.open(directory, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _flat(settings: Mapping[str, Any], prefix: str = "") -> dict[str, Any]:
    flat: dict[str, Any] = {}
    for key, value in settings.items():
        if isinstance(value, Mapping):
            flat.update(_flat(value, f"{prefix}{key}."))
        else:
            flat[f"{prefix}{key}"] = list(value) if isinstance(value, tuple) else value
    return flat
