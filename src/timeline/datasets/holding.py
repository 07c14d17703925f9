"""The directory of a dataset in the hands of the one run that writes it."""

from __future__ import annotations

import hashlib
import json
import os
import re
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

from attrs import define, field

from timeline.datasets.shardlog import LOG, Log, Shard, complete_line, read_log
from timeline.datasets.staging import (
    STAGING,
    Checksums,
    checksum,
    checksums,
    clear,
    is_staging,
    put,
    staged,
    sync,
    write_whole,
)
from timeline.errors import DatasetError
from timeline.tables.columns import TABLES

__all__ = ["MANIFEST", "Holding", "refuse_strangers"]

MANIFEST = "manifest.json"
_PART = re.compile(r"part-(\d{6,})\.(?:parquet|jsonl)", re.IGNORECASE)
_TOLD = 3
"""Files that a message names."""
_AWAY = "no build is known to have written it: move it away, or give another directory"


@define
class Holding:
    """What the run that holds a directory knows of it, and may do there."""

    directory: Path
    whole: dict[int, Shard] = field(factory=dict, repr=False)
    """The shards whose files are there, by their numbers."""
    lost: list[int] = field(factory=list)
    """Numbers of those that are to be made again."""
    is_complete: bool = False
    """Whether there is nothing to make."""
    _logged: dict[int, Shard] = field(factory=dict, repr=False)
    """Those that have a line in the log."""
    _last: int = -1
    """The highest number of these."""

    def begin(
        self,
        settings: Mapping[str, Any],
        sources: Callable[[], Mapping[str, Any]],
        read: Checksums = checksums,
    ) -> None:
        """Begin or go on: learn which shards are whole.

        A shard that has lost a file, or its line in the log, is not among them: it is to be made again. Raises
        `DatasetError` where the dataset was begun with other settings or sources (and says which), and for files that
        are not what the log says of them, or that it says nothing of: nobody's files are ever removed.
        """
        manifest = self.directory / MANIFEST
        if manifest.exists():
            before = _read_manifest(manifest)
            _compare(manifest, before, settings)
            _compare_sources(manifest, before["sources"], sources())
        else:
            clear(self.directory, for_good=False)
            content = {**settings, "sources": sources()}
            write_whole(self.directory, manifest, json.dumps(content, indent=2, sort_keys=True).encode() + b"\n")
        for table in TABLES:
            _make_directory(self.directory / table)
        is_linked = self._is_log_linked()
        log = read_log(self.directory / LOG)
        self._logged, self._last = dict(log.shards), next(reversed(log.shards), -1)
        self._refuse_unlogged(log, str(settings["format"]))
        self._take_stock(read)
        clear(self.directory, for_good=False)
        self.lost = [number for number in range(log.count) if number not in self.whole]
        self.is_complete = log.complete == log.count and not self.lost
        if not log.is_tidy or (not self.is_complete and (is_linked or log.complete is not None)):
            self._rewrite_log(log.unknown)
            self.is_complete = False
        if self.is_complete:
            clear(self.directory, for_good=True)

    def finish_shard(self, shard: Shard) -> None:
        """Say that a shard is whole, and give its files, which were staged, their names."""
        for name, entry in shard.files.items():
            path = self.directory / name
            if os.path.lexists(path) and not (path.is_file() and checksum(path) == entry.sha256):
                message = f"{path}: is not what is made of the sources in its place, and {_AWAY}"
                raise DatasetError(message)
        sync(self.directory / STAGING)
        known = self._logged.get(shard.number)
        self._logged[shard.number] = shard
        if shard.number > self._last:
            self._append(shard.to_line())
            self._last = shard.number
        elif known != shard:
            self._rewrite_log()
        self._put(shard)
        for table in TABLES:
            sync(self.directory / table)

    def complete(self, counts: Mapping[str, Any]) -> None:
        """Say that there is no more to come."""
        self._refuse_unlogged(read_log(self.directory / LOG), None)
        self._append(complete_line(len(self._logged), counts))
        clear(self.directory, for_good=True)

    def join(self, last: Shard | None, following: Shard) -> None:
        """Raise `DatasetError` where a shard that was made again does not lead to the one that the log has after it."""
        if last is None or (last.number + 1, last.end) != (following.number, following.first):
            message = (
                f"{self.directory / LOG}: what is made of the sources now does not lead to shard {following.number}; "
                "build the dataset anew in another directory"
            )
            raise DatasetError(message)

    def _put(self, shard: Shard) -> None:
        """Give the files that wait for it their names."""
        for name, entry in shard.files.items():
            path, waiting = self.directory / name, staged(self.directory, name, entry.sha256)
            if not os.path.lexists(path) and waiting.is_file() and checksum(waiting) == entry.sha256:
                put(waiting, path)

    def _take_stock(self, read: Checksums) -> None:
        """Compare all files with the log."""
        for shard in self._logged.values():
            self._put(shard)  # where a run was ended between the line and the names
        listed = [
            (shard, self.directory / name, entry)
            for shard in self._logged.values()
            for name, entry in shard.files.items()
        ]
        damaged, missing = [], set()
        for (shard, path, entry), found in zip(listed, read(path for _, path, _ in listed), strict=True):
            if not os.path.lexists(path):
                missing.add(shard.number)
            elif found != entry.sha256:
                damaged.append(path)
        if damaged:
            message = (
                f"{_some(damaged)}: damaged: not what the log says (by its SHA-256); move it away, and run the same "
                "command again: its shard is then made again"
            )
            raise DatasetError(message)
        self.whole = {number: shard for number, shard in self._logged.items() if number not in missing}

    def _is_log_linked(self) -> bool:
        """Whether the log is also another's, such as a backup's: nothing is appended to it then."""
        path = self.directory / LOG
        if os.path.lexists(path) and (path.is_symlink() or not path.is_file()):
            message = f"{path}: the log of a dataset is a regular file, and {_AWAY}"
            raise DatasetError(message)
        return path.exists() and path.stat().st_nlink > 1

    def _refuse_unlogged(self, log: Log, form: str | None) -> None:
        """Refuse files that bear the name of a shard that the log does not know.

        Those of a shard whose line is lost may be ours: they are compared with what is made in their place.
        """
        known = {name for shard in log.shards.values() for name in shard.files}
        unlogged = sorted(
            (int(match[1]), path)
            for table in TABLES
            for path in (self.directory / table).iterdir()
            if f"{table}/{path.name}" not in known and (match := _PART.fullmatch(path.name))
        )
        lost, end = set(log.lost), log.count
        for number, path in unlogged:
            if number == end and log.complete is None and form is not None:  # the last lines may be lost, too
                lost.add(number)
                end += 1
            if number not in lost or path.name != f"part-{number:06}.{form}":
                message = f"{path}: bears the name of a file of the dataset, but is not in its log, and {_AWAY}"
                raise DatasetError(message)

    def _append(self, line: bytes) -> None:
        with (self.directory / LOG).open("ab") as stream:
            stream.write(line)
            stream.flush()
            os.fsync(stream.fileno())
        sync(self.directory)

    def _rewrite_log(self, unknown: bytes = b"") -> None:
        """Write the log anew, in order and without its end; lines that are not ours are kept beside it."""
        if unknown:
            kept = self.directory / f"{LOG}.damaged-{hashlib.sha256(unknown).hexdigest()[:8]}"
            if not os.path.lexists(kept):
                write_whole(self.directory, kept, unknown)
        lines = b"".join(shard.to_line() for _, shard in sorted(self._logged.items()))
        write_whole(self.directory, self.directory / LOG, lines)
        sync(self.directory)


def refuse_strangers(directory: Path, lock: str) -> None:
    """Raise `DatasetError` where a directory is there, but is neither empty nor a dataset's."""
    if not directory.is_dir():
        return
    manifest = directory / MANIFEST
    if os.path.lexists(manifest):
        _read_manifest(manifest)
        return
    for path in sorted(directory.iterdir()):
        is_lock = path.name == lock and not path.is_symlink() and path.is_file() and path.stat().st_size == 0
        if not is_lock and not is_staging(path):
            message = (
                f"{directory}: not empty, and no dataset: it holds {path.name!r} and no {MANIFEST}; give another "
                "directory"
            )
            raise DatasetError(message)


def _read_manifest(path: Path) -> dict[str, Any]:
    try:
        content = json.loads(path.read_bytes())
    except (OSError, ValueError, RecursionError) as error:
        message = f"{path}: no dataset's, or damaged: {error}; put it back, or give another directory"
        raise DatasetError(message) from error
    if not (isinstance(content, dict) and "schema_version" in content and isinstance(content.get("sources"), dict)):
        message = f"{path}: not the manifest of a dataset; give another directory"
        raise DatasetError(message)
    return content


def _compare(manifest: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    old, new = (dict(_flat({key: each[key] for key in each if key != "sources"})) for each in (before, now))
    keys = [key for key in sorted({*old, *new}) if old.get(key) != new.get(key)]
    if keys:
        changed = "; ".join(f"{key}: {old.get(key)!r} → {new.get(key)!r}" for key in keys)
        message = f"{manifest}: begun with other settings: {changed}; keep those of before, or give another directory"
        raise DatasetError(message)


def _compare_sources(manifest: Path, before: Mapping[str, Any], now: Mapping[str, Any]) -> None:
    if before == now:
        return
    changed = [f"{key}: {before.get(key)} → {now[key]}" for key in ("files", "bytes") if before.get(key) != now[key]]
    old, new = (_by_name(sources.get("listed")) for sources in (before, now))
    if old and new:
        names = [name for name in {**old, **new} if old.get(name) != new.get(name)]
        changed += [
            f"{name!r} is {'new' if name not in old else 'gone' if name not in new else 'changed'}"
            for name in names[:_TOLD]
        ] + [f"and {len(names) - _TOLD} more"] * (len(names) > _TOLD)
    what = "; ".join(changed) or "other content, or another order"
    message = f"{manifest}: begun with other sources: {what}; give those of before, or another directory"
    raise DatasetError(message)


def _by_name(listed: Iterable[object] | None) -> dict[Any, Any]:
    return {each.get("name"): each for each in listed or () if isinstance(each, Mapping)}


def _flat(settings: Mapping[str, Any], prefix: str = "") -> Iterator[tuple[str, Any]]:
    for key, value in settings.items():
        if isinstance(value, Mapping):
            yield from _flat(value, f"{prefix}{key}.")
        else:
            yield f"{prefix}{key}", list(value) if isinstance(value, tuple) else value


def _make_directory(path: Path) -> None:
    if os.path.lexists(path) and not path.is_dir():
        message = f"{path}: the dataset needs a directory of this name; move it away"
        raise DatasetError(message)
    path.mkdir(exist_ok=True)


def _some(paths: list[Path]) -> str:
    more = f" and {len(paths) - _TOLD} more" if len(paths) > _TOLD else ""
    return ", ".join(map(str, paths[:_TOLD])) + more
