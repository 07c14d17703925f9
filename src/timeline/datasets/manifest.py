"""What a dataset's directory says of itself: its settings, and a log of its shards.

The files of a shard are written apart, then the log gets a line that names them with their checksums, then they get
their names. So a build that is ended at any moment leaves nothing under the name of a shard that the log does not know,
and what bears such a name without being in the log is somebody else's.
"""

from __future__ import annotations

import contextlib
import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from attrs import frozen
from filelock import FileLock, Timeout

from timeline.datasets.holding import MANIFEST, Holding, refuse_strangers
from timeline.datasets.shardlog import LOG, FileEntry, Shard, read_log
from timeline.datasets.staging import checksums
from timeline.errors import DatasetError

__all__ = ["LOG", "MANIFEST", "FileEntry", "Shard", "Store"]

_LOCK = ".lock"


@frozen
class Store:
    """The directory of a dataset, held by one run at a time."""

    directory: Path

    @contextlib.contextmanager
    def held(self) -> Iterator[Holding]:
        """Make the directory and keep other runs out.

        Raises `DatasetError` where one is at work, and where the directory holds something else, before anything is
        made in it.
        """
        refuse_strangers(self.directory, _LOCK)
        self.directory.mkdir(parents=True, exist_ok=True)
        lock = FileLock(self.directory / _LOCK, timeout=0)
        try:
            lock.acquire()
        except Timeout as error:
            message = f"{self.directory}: another run is writing this dataset; wait for it, or end it"
            raise DatasetError(message) from error
        try:
            refuse_strangers(self.directory, _LOCK)  # again, now that no other run is at work
            yield Holding(self.directory)
        finally:
            lock.release()

    def settings(self) -> dict[str, Any]:
        """Read what the dataset was built with; raise `DatasetError` where there is none."""
        try:
            settings: dict[str, Any] = json.loads((self.directory / MANIFEST).read_text(encoding="utf-8"))
        except (OSError, ValueError) as error:
            message = f"{self.directory}: no dataset: {error}"
            raise DatasetError(message) from error
        return settings

    def shards(self) -> list[Shard]:
        """Give the shards that are whole; raise `DatasetError` where the log is damaged."""
        log = read_log(self.directory / LOG)
        if log.unknown or log.lost:
            what = f"no line for shard {log.lost[0]}" if log.lost else "lines whose checksum is wrong"
            message = f"{self.directory / LOG}: damaged: {what}; build with the same settings to have it made whole"
            raise DatasetError(message)
        return list(log.shards.values())

    def problems(self, shards: Sequence[Shard], *, thorough: bool = True) -> Iterator[str]:
        """Tell of files that are missing or have another length; with `thorough`, of those with another checksum."""
        listed = [(self.directory / name, entry) for shard in shards for name, entry in shard.files.items()]
        found = checksums(path for path, _ in listed) if thorough else [entry.sha256 for _, entry in listed]
        for (path, entry), sha256 in zip(listed, found, strict=True):
            if not path.is_file():
                yield f"{path}: missing"
            elif path.stat().st_size != entry.bytes:
                yield f"{path}: damaged: {path.stat().st_size} bytes long instead of {entry.bytes}"
            elif sha256 != entry.sha256:
                yield f"{path}: damaged: its checksum is not that of the log"
