"""Many machines, through Ray Data.

`map_articles` and `write_tables` stand between the readers and writers of Ray Data, on any filesystem that it knows.
`build` makes a dataset with the log, the positions, rows and failures of a local build, on a filesystem that all
machines share: shards are cut first, then each is read, worked on and written by one actor of a pool, so that neither
texts nor rows pass through the driver. A run that was ended goes on after the last shard in the log.
"""

from __future__ import annotations

import itertools
import json
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from attrs import asdict, define, evolve, field, frozen

from timeline.datasets.batch import ExtractBatch, flatten
from timeline.datasets.building import Building
from timeline.datasets.duplicates import SeenIds, digests, ids_of
from timeline.datasets.originals import Originals
from timeline.datasets.settings import Settings
from timeline.datasets.shardlog import Shard
from timeline.datasets.shards import Gathering
from timeline.datasets.staging import checksum
from timeline.datasets.work import chunk_sizes
from timeline.errors import MissingExtraError
from timeline.sources.files import SourceFile, source_files
from timeline.tables.arrow import import_arrow
from timeline.tables.columns import TABLES
from timeline.tables.encoding import Form
from timeline.workers.pool import Pool

if TYPE_CHECKING:
    from timeline.datasets.holding import Holding
    from timeline.datasets.plan import ShardSize
    from timeline.datasets.report import Report

__all__ = ["build", "map_articles", "write_tables"]


def _import_ray() -> Any:
    try:
        import ray
        import ray.data
    except ImportError as error:
        message = "building with Ray needs ray: pip install 'news-timeline[ray]'"
        raise MissingExtraError(message) from error
    return ray


def map_articles(dataset: Any, *, actors: int, batch_size: int = 64, **settings: Any) -> Any:
    """Read the articles of a Ray Dataset; give a Ray Dataset with a row for each.

    `settings` are those of `ExtractBatch`, of which each of the `actors` keeps one, with its models.
    """
    ray = _import_ray()
    return dataset.map_batches(
        ExtractBatch,
        fn_constructor_kwargs=settings,
        batch_size=batch_size,
        batch_format="pyarrow",
        compute=ray.data.ActorPoolStrategy(size=actors),
        num_cpus=1,
    )


def write_tables(dataset: Any, output: str, form: str = "parquet") -> None:
    """Write what `map_articles` gave as the four flat tables, below `output` on any filesystem that Ray Data knows.

    The rows are kept in Ray's object store, which spills to disk, while the tables are written one after another.
    Files that are there stay: what is written twice is there twice.
    """
    _import_ray()
    kept = dataset.materialize()
    for table in TABLES:
        flat = kept.map_batches(flatten, fn_kwargs={"table": table}, batch_format="pyarrow")
        if Form(form) is Form.PARQUET:
            flat.write_parquet(f"{output}/{table}")
        else:
            flat.map_batches(_with_dates_as_text, batch_format="pyarrow").write_json(f"{output}/{table}")


def _with_dates_as_text(table: Any) -> Any:
    """Write days in ISO 8601, since the writer of JSON lines knows no days."""
    pa = import_arrow("Ray")
    for index, each in enumerate(table.schema):
        if pa.types.is_date32(each.type):
            table = table.set_column(index, each.name, table.column(index).cast(pa.string()))
    return table


@frozen
class _Piece:
    """Neighbouring records of one file, at most a shard of them."""

    file: int
    begin: int
    records: int
    bytes: int


def build(settings: Settings, sources: Iterable[str | Path], output: Path, *, actors: int) -> Report:
    """Build a dataset with a pool of actors; see `timeline.datasets.build.build_dataset` for what it raises.

    `sources` and `output` are paths on a filesystem that all machines share. Shards are cut in other places than
    locally, so a run that was begun in one way cannot go on in the other.
    """
    ray = _import_ray()
    read = partial(_checksums, ray)
    originals = Originals(source_files(sources, output), read)

    def shards(holding: Holding) -> Iterator[Shard]:
        return _shards(ray, settings, originals, holding, actors)

    return Building(settings, originals, output, actors, {"engine": "ray"}, read).run(shards)


def _shards(
    ray: Any,
    settings: Settings,
    originals: Originals,
    holding: Holding,
    actors: int,
) -> Iterator[Shard]:
    """Give all shards in order, those that are whole and those that are made now."""
    files, whole, directory = originals.files, holding.whole, holding.directory
    counted = ray.data.from_items([{"file": number} for number in range(len(files))]).map_batches(
        _count, fn_args=(files, settings), batch_size=1, batch_format="pyarrow"
    )
    pieces = sorted((_Piece(**row) for row in counted.iter_rows()), key=lambda piece: (piece.file, piece.begin))
    plans = {plan["number"]: plan for plan in _plans(pieces, settings.shard)}
    wanted = [json.dumps(plan) for number, plan in plans.items() if number not in whole]
    made: Iterator[Any] = iter(())
    if wanted:
        dataset = ray.data.from_items([{"plan": plan} for plan in wanted], override_num_blocks=len(wanted))
        batches = dataset.map_batches(
            _BuildShard,
            fn_constructor_kwargs={"settings": settings, "files": files, "directory": directory},
            batch_size=1,
            batch_format="pyarrow",
            compute=ray.data.ActorPoolStrategy(size=min(actors, len(wanted))),
            num_cpus=1,
        )
        made = iter(batches.iter_rows())
    seen, last = SeenIds(), None
    early: dict[int, tuple[Shard, bytes]] = {}
    for number in sorted({*plans, *whole}):
        if number in whole:
            shard = whole[number]
            seen.add(digests(ids_of(directory, shard)))
        else:
            while number not in early:  # the log is written in order
                row = next(made)
                shard = Shard.from_dict(json.loads(row["shard"]))
                early[shard.number] = shard, row["ids"]
            shard, ids = early.pop(number)
            shard = evolve(shard, counts={**shard.counts, "duplicate_ids": seen.add(ids)})
            originals.check(plans[number]["pieces"][0]["file"], shard.next_file)
            holding.finish_shard(shard)
        if last is not None:
            holding.join(last, shard)
        yield shard
        last = shard
    originals.check(0 if last is None else last.next_file, len(files) - 1)


def _checksums(ray: Any, paths: Iterable[Path]) -> list[str | None]:
    """Give the SHA-256 of each file, in order; the driver reads none of them."""
    listed = list(paths)
    if not listed:
        return []
    numbers = ray.data.from_items([{"file": number} for number in range(len(listed))])
    rows = numbers.map_batches(_read, fn_args=(listed,), batch_size=1, batch_format="pyarrow").iter_rows()
    found = {row["file"]: row["sha256"] for row in rows}
    return [found[number] for number in range(len(listed))]


def _read(table: Any, paths: Sequence[Path]) -> Any:
    pa, numbers = import_arrow("Ray"), table.column("file").to_pylist()
    found = [checksum(paths[number]) for number in numbers]
    return pa.table({"file": pa.array(numbers, pa.int64()), "sha256": pa.array(found, pa.string())})


def _count(table: Any, files: Sequence[SourceFile], settings: Settings) -> Any:
    """Read files once and give their pieces."""
    pieces = []
    for number in table.column("file").to_pylist():
        begin = records = size = 0
        for record in files[number].records(settings.reader.columns):
            records += 1
            size += record.size
            if settings.shard.is_full(records, size):
                pieces.append(_Piece(number, begin, records, size))
                begin, records, size = begin + records, 0, 0
        if records:
            pieces.append(_Piece(number, begin, records, size))
    pa = import_arrow("Ray")
    names = ("file", "begin", "records", "bytes")
    return pa.table({name: pa.array([getattr(piece, name) for piece in pieces], pa.int64()) for name in names})


def _plans(pieces: Iterable[_Piece], size: ShardSize) -> Iterator[dict[str, Any]]:
    """Join small neighbours into shards."""
    first, number = 0, itertools.count()
    gathered: list[_Piece] = []
    for piece in [*pieces, None]:
        records = sum(one.records for one in gathered)
        is_full = size.is_full(records, sum(one.bytes for one in gathered))
        if gathered and (piece is None or is_full or records + piece.records > size.records):
            yield {"number": next(number), "first": first, "pieces": [asdict(one) for one in gathered]}
            first, gathered = first + records, []
        if piece is not None:
            gathered.append(piece)


@define(eq=False)
class _BuildShard:
    """The actor: one worker process with its models, and one shard after another."""

    settings: Settings
    files: Sequence[SourceFile]
    directory: Path
    pool: Pool = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.pool = Pool.of(self.settings.task(), 1, self.settings.limits)

    def __call__(self, table: Any) -> Any:
        made = [self.build(json.loads(plan)) for plan in table.column("plan").to_pylist()]
        shards, ids = [json.dumps(shard.to_dict()) for shard, _ in made], [ids for _, ids in made]
        pa = import_arrow("Ray")
        return pa.table({"shard": shards, "ids": pa.array(ids, pa.binary())})

    def build(self, plan: dict[str, Any]) -> tuple[Shard, bytes]:
        """Read, work on and write a shard; give the digests of its ids with it."""
        pieces = [_Piece(**piece) for piece in plan["pieces"]]
        records = enumerate(itertools.chain.from_iterable(map(self.records, pieces)), start=plan["first"])
        gathering, most = Gathering(self.settings), chunk_sizes(events=self.settings.events)[0]
        for outcome in self.pool.run(iter(lambda: list(itertools.islice(records, most)), [])):
            gathering.take(outcome)
        written = gathering.write(self.directory, plan["number"])
        last, count = pieces[-1], sum(piece.records for piece in pieces)
        end = last.begin + last.records
        counts = written.counts.to_dict()
        return Shard(plan["number"], plan["first"], count, last.file, end, written.files, counts), written.ids

    def records(self, piece: _Piece) -> Iterator[Any]:
        """Give the records of a piece."""
        records = self.files[piece.file].records(self.settings.reader.columns, piece.begin)
        return itertools.islice(records, piece.records)

    def __del__(self) -> None:
        self.pool.close()
