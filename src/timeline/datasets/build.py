"""Sources into a dataset on disk: sharded, resumable, the same after any interruption."""

from __future__ import annotations

import contextlib
import os
import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import cast

from attrs import define, field, frozen

from timeline.datasets.columns import Columns
from timeline.datasets.duplicates import SeenIds, digests, ids_of
from timeline.datasets.manifest import Shard, Store
from timeline.datasets.plan import Cut, Plan, ShardSize
from timeline.datasets.reading import DATES, Reader
from timeline.datasets.report import Report
from timeline.datasets.settings import Settings
from timeline.datasets.shards import Gathering
from timeline.datasets.sources import SourceFile, source_files
from timeline.datasets.work import Counts, chunk_sizes
from timeline.extractor import Extractor
from timeline.series import check_many
from timeline.tables.encoding import Form
from timeline.validation import check_count, check_path, check_type, refuse
from timeline.workers.limits import Limits
from timeline.workers.pool import run

__all__ = ["Progress", "build", "build_dataset", "default_workers"]


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


def default_workers() -> int:
    """Give the number of cores that this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


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
    check_type("extractor", extractor, Extractor, type(None))
    check_path("output", output)
    for name, flag in (("events", events), ("text", text)):
        check_type(name, flag, bool)
    if workers is not None:
        check_count("workers", workers)
    check_type("columns", columns, Mapping, type(None))
    check_type("dates", dates, list, tuple)
    check_type("limits", limits, Limits, type(None))
    check_count("shard_records", shard_records)
    if progress is not None and not callable(progress):
        refuse("progress", "something to call, or None", progress)
    paths = _listed(sources)
    extractor = Extractor() if extractor is None else extractor
    settings = Settings(
        extractor,
        events,
        Reader(Columns.of(columns or {}), tuple(dates), extractor.language),
        Form.of(form),
        text,
        limits or Limits(),
        ShardSize(shard_records),
    )
    files = source_files(paths, Path(output))
    return build(settings, files, Path(output), workers or default_workers(), progress)


def _listed(sources: object) -> tuple[str | Path, ...]:
    if not isinstance(sources, str | Path):
        check_many("build_dataset", sources, "sources")
    paths = (sources,) if isinstance(sources, str | Path) else tuple(cast("Iterable[str | Path]", sources))
    for each in paths:
        check_path("a source", each)
    return paths


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
    seen: SeenIds = field(factory=SeenIds)

    def shards_after(self, shards: Sequence[Shard]) -> Iterator[Shard]:
        settings, gathering = self.settings, Gathering(self.settings)
        plan = Plan(self.files, settings.reader.columns, settings.shard, *chunk_sizes(events=settings.events))
        for shard in shards:
            self.seen.add(digests(ids_of(self.store.directory, shard)))
        if shards:
            last = shards[-1]
            plan.position = last.first + last.records
            plan.next_file, plan.next_record = last.next_file, last.next_record
        number, first, read = len(shards), plan.position, 0
        outcomes = run(settings.task(), plan.chunks(), workers=self.workers, limits=settings.limits)
        with contextlib.closing(outcomes):  # ends the workers, whatever happens here
            for outcome in outcomes:
                cut = plan.cuts.popleft()
                self.done.add(gathering.take(outcome))
                read += cut.size
                if self.progress is not None:
                    self.progress(Progress(self.done, cut.position, cut.next_file, read))
                if cut.ends_shard:
                    yield self.write(gathering, number, first, cut)
                    number, first = number + 1, cut.position

    def write(self, gathering: Gathering, number: int, first: int, cut: Cut) -> Shard:
        """Write the files of a shard, then the line that makes it one."""
        written, records = gathering.write(self.store.directory, number), cut.position - first
        written.counts.duplicate_ids = self.seen.add(written.ids)
        self.done.duplicate_ids += written.counts.duplicate_ids
        counts = written.counts.to_dict()
        shard = Shard(number, first, records, cut.next_file, cut.next_record, written.files, counts)
        self.store.finish_shard(shard)
        return shard
