"""What comes from workers, gathered into the files of a shard."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from timeline.datasets.duplicates import digests
from timeline.datasets.settings import Settings
from timeline.datasets.shardlog import FileEntry
from timeline.datasets.staging import stage
from timeline.datasets.work import Counts, Encoded, failure_row
from timeline.errors import MissingExtraError
from timeline.failures import Failure
from timeline.tables.columns import TABLES
from timeline.tables.encoding import encode, to_file

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.workers.pool import Outcome, Part
    from timeline.workers.tasks import Fault

__all__ = ["Gathering", "Written"]


def _no_rows() -> dict[str, list[bytes]]:
    return {table: [] for table in TABLES}


@frozen
class Written:
    """A shard whose files are on the disk, where they wait for their names."""

    files: Mapping[str, FileEntry] = field(repr=False)
    """By their paths below the directory."""
    counts: Counts
    """Without duplicate ids, of which only the whole dataset knows."""
    ids: bytes = field(repr=False)
    """The `digests` of its ids."""


@define
class Gathering:
    """Encoded rows of one shard after another."""

    settings: Settings
    tables: dict[str, list[bytes]] = field(factory=_no_rows, repr=False)
    counts: Counts = field(factory=Counts)
    ids: bytearray = field(factory=bytearray, repr=False)

    def take(self, outcome: Outcome) -> Counts:
        """Take in what came of a chunk; give how much it was."""
        taken = Counts()
        for part in outcome.parts:
            encoded: Encoded = part.result() if part.fault is None else self._failed(part, part.fault)
            for table, data in encoded.tables.items():
                self.tables[table].append(data)
            taken.add(encoded.counts)
            self.ids += encoded.ids
        self.counts.add(taken)
        return taken

    def write(self, directory: Path, number: int) -> Written:
        """Write the files of a shard, which get their names with its line in the log, and begin the next."""
        form, entries = self.settings.form, {}
        for table, encoded in self.tables.items():
            data, rows = to_file(form, table, encoded)
            name = f"{table}/part-{number:06}.{form.value}"
            entries[name] = FileEntry(rows, len(data), stage(directory, name, data))
        written = Written(entries, self.counts, bytes(self.ids))
        self.tables, self.counts, self.ids = _no_rows(), Counts(), bytearray()
        return written

    def _failed(self, part: Part, fault: Fault) -> Encoded:
        if fault.error == MissingExtraError.__name__:
            raise MissingExtraError(fault.message)
        ((position, record),) = part.items
        stage = ("extract" if self.settings.events else "times") if fault.raised else "worker"
        failure = Failure(position, self.settings.reader.name(record), stage, fault.error, fault.message)
        counts = Counts()
        counts.add_record(record)
        counts.add_failure(failure, record)
        row = failure_row(position, record, failure)
        return Encoded({"failures": encode(self.settings.form, "failures", [row])}, counts, digests([failure.id]))
