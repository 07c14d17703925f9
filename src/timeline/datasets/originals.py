"""The content of the sources of a dataset: what a run that goes on relies on, and no run may see change."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from attrs import define, field

from timeline.datasets.staging import Checksums, checksum, checksums
from timeline.errors import DatasetError
from timeline.sources.files import SourceFile

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["Originals"]

_MOST_LISTED = 1_000
"""Files that the manifest lists one by one."""


@define
class Originals:
    """The sources as they were when a run began."""

    files: Sequence[SourceFile]
    read: Checksums = checksums
    _states: list[tuple[int, ...] | None] = field(factory=list, repr=False)
    _checksums: list[str | None] = field(factory=list, repr=False)

    def to_dict(self) -> dict[str, Any]:
        """Read all sources once; give what the manifest says: the same for the same sources, wherever they lie."""
        self._states = [_state(file.path) for file in self.files]  # before they are read: what comes later is noticed
        self._checksums = list(self.read(file.path for file in self.files))
        sizes = [state[0] if state else 0 for state in self._states]
        listed = [
            {"name": file.name, "bytes": size, "sha256": found}
            for file, size, found in zip(self.files, sizes, self._checksums, strict=True)
        ]
        digest = hashlib.sha256()
        for each in listed:
            digest.update(f"{each['name']}\0{each['bytes']}\0{each['sha256']}\0".encode(errors="surrogateescape"))
        told: dict[str, Any] = {"files": len(listed), "bytes": sum(sizes), "sha256": digest.hexdigest()}
        return told | ({"listed": listed} if len(listed) <= _MOST_LISTED else {})

    def check(self, first: int, last: int) -> None:
        """Raise `DatasetError` where one of the files from `first` to `last` is not what it was when the run began.

        A file is read again only where its size or its times have changed.
        """
        for number in range(first, min(last + 1, len(self.files))):
            path, state = self.files[number].path, _state(self.files[number].path)
            if state == self._states[number]:
                continue
            if state is None or checksum(path) != self._checksums[number]:
                message = (
                    f"{path}: changed while the dataset was built; put back what it was and run the same command "
                    "again, or build in another directory, of sources that nothing writes to"
                )
                raise DatasetError(message)
            self._states[number] = state


def _state(path: Path) -> tuple[int, ...] | None:
    try:
        found = path.stat()
    except OSError:  # becomes a failure when it is read
        return None
    return found.st_size, found.st_mtime_ns, found.st_ctime_ns, found.st_ino, found.st_dev
