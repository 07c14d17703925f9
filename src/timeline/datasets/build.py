"""Sources into a dataset on disk: sharded, resumable, the same after any interruption."""

from __future__ import annotations

import contextlib
import os
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, cast

from attrs import define, field

from timeline.datasets.building import Building
from timeline.datasets.duplicates import SeenIds, digests, ids_of
from timeline.datasets.holding import Holding
from timeline.datasets.originals import Originals
from timeline.datasets.plan import Cut, Plan, ShardSize
from timeline.datasets.progress import Progress
from timeline.datasets.settings import Settings
from timeline.datasets.shardlog import Shard
from timeline.datasets.shards import Gathering
from timeline.datasets.work import Counts, chunk_sizes
from timeline.extractor import Extractor
from timeline.series import check_many
from timeline.sources.files import SourceFile, source_files
from timeline.sources.to_article import DATES
from timeline.validation import check_count, check_path, check_type, refuse
from timeline.workers.limits import Limits
from timeline.workers.pool import run

if TYPE_CHECKING:
    from timeline.datasets.report import Report

__all__ = ["Progress", "build", "build_dataset", "default_workers"]


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

    Nothing is removed or overwritten in `output` that a build did not write itself. All sources, and what is there of
    the dataset, are read once for their checksums.

    Raises `InputError` for sources that are not there and columns that none has, `DatasetError` where another run
    writes to `output`, where it holds what no build wrote or is damaged, or was begun with other settings or sources,
    and where a source changes meanwhile; `MissingExtraError`, `ModelError`, and OSError where nothing can be written.
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
    settings = Settings.of(
        extractor,
        events=events,
        columns=columns,
        dates=dates,
        form=form,
        text=text,
        limits=limits,
        shard_records=shard_records,
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
    originals = Originals(files)

    def shards(holding: Holding) -> Iterator[Shard]:
        return _Run(settings, originals, holding, workers, progress).shards()

    return Building(settings, originals, output, workers).run(shards)


@define
class _Run:
    settings: Settings
    originals: Originals
    holding: Holding
    workers: int
    progress: Callable[[Progress], None] | None
    done: Counts = field(factory=Counts)
    seen: SeenIds = field(factory=SeenIds)

    def shards(self) -> Iterator[Shard]:
        """Give all shards in order, those that are whole and those that are made now."""
        last: Shard | None = None
        for number, shard in self.holding.whole.items():
            if number != (0 if last is None else last.number + 1):
                for made in self.make(last, number):
                    yield (last := made)
                self.holding.join(last, shard)
            self.seen.add(digests(ids_of(self.holding.directory, shard)))
            yield shard
            last = shard
        for made in self.make(last, None):
            yield (last := made)
        self.originals.check(0 if last is None else last.next_file, len(self.originals.files) - 1)

    def make(self, last: Shard | None, until: int | None) -> Iterator[Shard]:
        """Make the shards after `last`, all or those before the number `until`."""
        settings, gathering = self.settings, Gathering(self.settings)
        files = self.originals.files
        plan = Plan(files, settings.reader.columns, settings.shard, *chunk_sizes(events=settings.events))
        number = 0
        if last is not None:
            plan.position, number = last.end, last.number + 1
            plan.next_file, plan.next_record = last.next_file, last.next_record
        begin, read = plan.next_file, 0
        first = plan.position
        outcomes = run(settings.task(), plan.chunks(), workers=self.workers, limits=settings.limits)
        with contextlib.closing(outcomes):  # ends the workers, whatever happens here
            for outcome in outcomes:
                cut = plan.cuts.popleft()
                self.done.add(gathering.take(outcome))
                read += cut.size
                if self.progress is not None:
                    self.progress(Progress(self.done, cut.position, cut.next_file, read))
                if cut.ends_shard:
                    self.originals.check(begin, cut.next_file)
                    yield self.write(gathering, number, first, cut)
                    number, first, begin = number + 1, cut.position, cut.next_file
                    if number == until:
                        return

    def write(self, gathering: Gathering, number: int, first: int, cut: Cut) -> Shard:
        """Write the files of a shard, and have the log tell of it."""
        written, records = gathering.write(self.holding.directory, number), cut.position - first
        written.counts.duplicate_ids = self.seen.add(written.ids)
        self.done.duplicate_ids += written.counts.duplicate_ids
        counts = written.counts.to_dict()
        shard = Shard(number, first, records, cut.next_file, cut.next_record, written.files, counts)
        self.holding.finish_shard(shard)
        return shard
