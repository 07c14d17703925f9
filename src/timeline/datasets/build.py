"""Sources into a dataset on disk: sharded, resumable, the same after any interruption."""

from __future__ import annotations

import contextlib
import hashlib
import os
import time
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from timeline.datasets.columns import Columns
from timeline.datasets.manifest import FileEntry, Shard, Store, write_whole
from timeline.datasets.plan import Cut, Plan, ShardSize
from timeline.datasets.reading import DATES, Reader
from timeline.datasets.report import Report
from timeline.datasets.settings import Settings
from timeline.datasets.sources import SourceFile, source_files
from timeline.datasets.work import Counts, Encoded, chunk_sizes, failure_row, task_of
from timeline.errors import MissingExtraError
from timeline.extractor import Extractor
from timeline.failures import Failure
from timeline.tables.columns import TABLES
from timeline.tables.encoding import Form, encode, to_file
from timeline.workers.limits import Limits
from timeline.workers.pool import Outcome, Part, run

if TYPE_CHECKING:
    from timeline.workers.tasks import Fault

__all__ = ["Progress", "build", "build_dataset"]


@frozen
class Progress:
    """How far a run is."""

    counts: Counts
    """Of this run."""
    records: int
    """Done in all, those of earlier runs included."""
    file: int
    """Index of the source file that is being read."""
    bytes: int
    """Read by this run."""


def build_dataset(  # noqa: PLR0913 - the settings of a dataset
    sources: str | Path | Iterable[str | Path],
    output: str | Path,
    *,
    events: bool = True,
    workers: int | None = None,
    form: str = "parquet",
    text: bool = True,
    columns: Mapping[str, str] | None = None,
    dates: Sequence[str] = DATES,
    limits: Limits | None = None,
    extractor: Extractor | None = None,
    shard_records: int = ShardSize().records,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Read all articles of files and directories into a dataset; go on where an earlier run was ended.

    `sources` are files of JSON lines, CSV, Parquet, Arrow, text, HTML or WARC, also compressed, or directories of them;
    `output` is a directory. `events=False` looks for times alone and loads no model. `form` is `parquet` or `jsonl`,
    `text=False` leaves the texts out. `columns` says which columns hold the fields of an article, `dates` where
    publication dates are looked for. `workers` is the number of processes, as many as there are cores if not given.

    What lies in `output` in the end does not depend on the number of workers, nor on whether and when the run was ended
    and begun again. See `docs/datasets.md` for the tables.

    Raises `InputError` for sources that are not there, `DatasetError` where another run writes to `output`, or where it
    was begun with other settings, `MissingExtraError`, `ModelError`, and OSError where nothing can be written.
    """
    extractor = extractor or Extractor()
    settings = Settings(
        extractor,
        events,
        Reader(Columns.of(columns or {}), tuple(dates), extractor.language),
        Form(form),
        text,
        limits or Limits(),
        ShardSize(shard_records),
    )
    paths = [sources] if isinstance(sources, str | Path) else sources
    return build(settings, source_files(paths), Path(output), workers or os.cpu_count() or 1, progress)


def build(
    settings: Settings,
    files: Sequence[SourceFile],
    output: Path,
    workers: int,
    progress: Callable[[Progress], None] | None = None,
) -> Report:
    """Build a dataset; see `build_dataset`."""
    begun = time.monotonic()
    store = Store(output)
    with store.held():
        shards, is_complete = store.begin(settings.to_dict(files))
        total, done, before = Counts(), Counts(), len(shards)
        for shard in shards:
            total.add(Counts.from_dict(shard.counts))
        if not is_complete:
            for shard in _Run(settings, files, store, workers, progress, done).shards_after(shards):
                total.add(Counts.from_dict(shard.counts))
                shards.append(shard)
            store.complete(len(shards), total.to_dict())
    return Report(output, total, done, len(shards), before, time.monotonic() - begun, workers)


@define
class _Run:
    settings: Settings
    files: Sequence[SourceFile]
    store: Store
    workers: int
    progress: Callable[[Progress], None] | None
    done: Counts
    read: int = 0
    tables: dict[str, list[bytes]] = field(factory=lambda: {table: [] for table in TABLES})
    counts: Counts = field(factory=Counts)
    """Of the shard that is being made."""

    def shards_after(self, shards: Sequence[Shard]) -> Iterable[Shard]:
        settings = self.settings
        plan = Plan(self.files, settings.reader.columns, settings.shard, *chunk_sizes(events=settings.events))
        if shards:
            last = shards[-1]
            plan.position, plan.next_file, plan.next_record = (
                last.first + last.records,
                last.next_file,
                last.next_record,
            )
        task = task_of(
            settings.extractor,
            settings.reader,
            settings.form,
            events=settings.events,
            keeps_text=settings.keeps_text,
            characters=settings.limits.characters,
        )
        number, first = len(shards), plan.position
        cut: Cut | None = None
        outcomes = run(task, plan.chunks(), workers=self.workers, limits=settings.limits)
        with contextlib.closing(outcomes):  # ends the workers, whatever happens here
            for outcome in outcomes:
                cut = plan.cuts.popleft()
                self.take(outcome)
                self.read += cut.size
                if self.progress is not None:
                    self.progress(Progress(self.done, cut.position, cut.next_file, self.read))
                if cut.ends_shard:
                    yield self.write(number, first, cut)
                    number, first = number + 1, cut.position
        if cut is not None and not cut.ends_shard:
            yield self.write(number, first, cut)

    def take(self, outcome: Outcome) -> None:
        for part in outcome.parts:
            encoded = part.result() if part.fault is None else self.failed(part, part.fault)
            for table, data in encoded.tables.items():
                self.tables[table].append(data)
            self.counts.add(encoded.counts)
            self.done.add(encoded.counts)

    def failed(self, part: Part, fault: Fault) -> Encoded:
        if fault.error == MissingExtraError.__name__:
            raise MissingExtraError(fault.message)
        ((position, record),) = part.items
        stage = ("extract" if self.settings.events else "times") if fault.raised else "worker"
        failure = Failure(position, self.settings.reader.name(record), stage, fault.error, fault.message)
        counts = Counts()
        counts.add_failure(failure)
        row = failure_row(position, record, failure)
        return Encoded({"failures": encode(self.settings.form, "failures", [row])}, counts)

    def write(self, number: int, first: int, cut: Cut) -> Shard:
        """Write the files of a shard, then the line that makes it one."""
        form, entries = self.settings.form, {}
        for table, encoded in self.tables.items():
            data, rows = to_file(form, table, encoded)
            name = f"{table}/part-{number:06}.{form.value}"
            write_whole(self.store.directory / name, data)
            entries[name] = FileEntry(rows, len(data), hashlib.sha256(data).hexdigest())
        counts = self.counts.to_dict()
        shard = Shard(number, first, cut.position - first, cut.next_file, cut.next_record, entries, counts)
        self.store.finish_shard(shard)
        self.tables, self.counts = {table: [] for table in TABLES}, Counts()
        return shard
