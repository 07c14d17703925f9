"""The log of a dataset: a line for each shard, and one that says that there are no more.

Each line bears its own checksum, so that a line that was changed is not believed, and the numbers of the shards tell of
lines that are gone.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from attrs import field, frozen

from timeline.errors import DatasetError

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["LOG", "FileEntry", "Log", "Shard", "complete_line", "read_log"]

LOG = "shards.jsonl"
_OPENING = b'{"check": "'
"""How every line begins: the checksum is the first of its keys."""


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

    @property
    def end(self) -> int:
        """Position of the first record after it."""
        return self.first + self.records

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
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
        """Read the JSON form."""
        files = {name: FileEntry(**entry) for name, entry in data["files"].items()}
        next_file, next_record = data["next"]
        return cls(data["shard"], data["first"], data["records"], next_file, next_record, files, data["counts"])

    def to_line(self) -> bytes:
        """Give its line of the log."""
        return _line(self.to_dict())


@frozen
class Log:
    """What a log says, as far as its lines can be believed."""

    shards: dict[int, Shard]
    """By their numbers, in order."""
    complete: int | None
    """How many shards the whole dataset has, if the log says that this is all."""
    unknown: bytes = field(repr=False)
    """The lines that are not ours, or not any more; a last one that was being written is left out."""
    is_tidy: bool
    """Whether all of it can be believed, and a next line may follow."""

    @property
    def count(self) -> int:
        """How many shards there must have been at least."""
        return max(next(reversed(self.shards), -1) + 1, self.complete or 0)

    @property
    def lost(self) -> list[int]:
        """Numbers of those of them that have no line."""
        return [number for number in range(self.count) if number not in self.shards]


def complete_line(shards: int, counts: Mapping[str, Any]) -> bytes:
    """Give the line that says that there is no more to come."""
    return _line({"complete": True, "shards": shards, "counts": dict(counts)})


def read_log(path: Path) -> Log:
    """Read a log; raise `DatasetError` where lines can be believed, but not together."""
    data = path.read_bytes() if path.exists() else b""
    *lines, last = data.split(b"\n")
    is_torn = _is_beginning(last) and _entry(last) is None
    shards: dict[int, Shard] = {}
    complete: int | None = None
    unknown: list[bytes] = []
    told: list[bytes] = []
    last_line: list[bytes] = []
    for line in lines if is_torn or not last else [*lines, last]:
        entry = _entry(line)
        if entry is None:
            unknown.append(line + b"\n")
            continue
        told.append(line)
        if "complete" in entry:
            complete, last_line = entry["shards"], [line]
            continue
        shard = Shard.from_dict(entry)
        if shards.setdefault(shard.number, shard) != shard:
            raise DatasetError(_mixed(path, shard))
    shards = dict(sorted(shards.items()))
    for number, shard in shards.items():
        if number + 1 in shards and shards[number + 1].first != shard.end:
            raise DatasetError(_mixed(path, shards[number + 1]))
    ordered = [shard.to_line()[:-1] for shard in shards.values()]
    is_tidy = not last and not unknown and told == ordered + last_line
    return Log(shards, complete, b"".join(unknown), is_tidy)


def _mixed(path: Path, shard: Shard) -> str:
    return (
        f"{path}: what it says of shard {shard.number} does not agree with the lines beside it: it was mixed with "
        "another; put back the one that was here, or build the dataset anew in another directory"
    )


def _line(entry: Mapping[str, Any]) -> bytes:
    return json.dumps({"check": _check(entry), **entry}, sort_keys=True).encode() + b"\n"


def _check(entry: Mapping[str, Any]) -> str:
    return hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()


def _entry(line: bytes) -> dict[str, Any] | None:
    """Read a line; give nothing where its checksum does not bear it out."""
    try:
        entry: dict[str, Any] = json.loads(line)
        return entry if entry.pop("check") == _check(entry) else None
    except (ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _is_beginning(line: bytes) -> bool:
    """Whether this may be a line of ours that was being written."""
    return bool(line) and line[: len(_OPENING)] == _OPENING[: len(line)]
