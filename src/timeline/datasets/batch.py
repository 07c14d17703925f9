"""Arrow tables of articles into Arrow tables of what was found in them: the form that cluster engines work with."""

from __future__ import annotations

import itertools
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from attrs import define, evolve, field

from timeline.datasets.settings import Settings
from timeline.datasets.shards import Gathering
from timeline.datasets.work import chunk_sizes
from timeline.extractor import Extractor
from timeline.sources.columnar import rows_of
from timeline.sources.to_article import DATES
from timeline.tables.arrow import import_arrow, schema_of
from timeline.tables.columns import TABLES
from timeline.tables.encoding import decode_arrow
from timeline.workers.limits import Limits
from timeline.workers.pool import Pool

__all__ = ["ExtractBatch", "batch_schema", "flatten"]

_LISTS = ("expressions", "events")
_JOINING = ("position", "article")
_FAILURE = ("stage", "error", "message")


def batch_schema() -> Any:
    """Give the schema of what `ExtractBatch` gives: a row an article, its expressions, events and failure inside."""
    pa = import_arrow("an Arrow table")
    fields = [each for each in schema_of("articles") if each.name not in _LISTS]
    fields += [pa.field(table, pa.list_(_struct(pa, table))) for table in _LISTS]
    failure = pa.struct([schema_of("failures").field(name) for name in _FAILURE])
    return pa.schema([*fields, pa.field("failure", failure)])


def _struct(pa: Any, table: str) -> Any:
    return pa.struct([each for each in schema_of(table) if each.name not in _JOINING])


@define(eq=False)
class ExtractBatch:
    """Called with an Arrow table of articles, gives a table with a row for each, in their order.

    Articles are read in a process of their own, which loads the models once and may die: what `extract_many` does for
    lists. So an article that hangs, runs out of memory or crashes becomes a row with a `failure`, and the engine never
    sees it. Can be pickled; the process is started when it is first called, and ends with `close` or with the caller.

    A column `position` (a whole number) is taken over; without it, `position` is null. `flatten` makes the flat tables
    of a dataset out of the result.
    """

    extractor: Extractor = field(factory=Extractor)
    events: bool = True
    columns: Mapping[str, str] = field(factory=dict)
    dates: Sequence[str] = DATES
    limits: Limits = field(factory=Limits)
    text: bool = True
    workers: int = 1
    _pool: Pool | None = field(default=None, init=False, repr=False)

    def __call__(self, table: Any) -> Any:
        """Read a table or a record batch of articles; raise `InputError` where it lacks a column that was named."""
        pa = import_arrow("an Arrow table")
        table = pa.Table.from_batches([table]) if isinstance(table, pa.RecordBatch) else table
        settings = self._settings()
        if table.num_rows:
            settings.reader.columns.check(table.column_names)
        if self._pool is None or self._pool.inherited:
            self._pool = Pool.of(settings.task(), self.workers, self.limits)
        present = settings.reader.columns.present(table.column_names)
        records = itertools.chain.from_iterable(
            rows_of(batch, "", 0) for batch in table.select(present).to_batches(max_chunksize=1_000)
        )
        items = ((place, evolve(record, place=None)) for place, record in enumerate(records))
        gathering, most = Gathering(settings), chunk_sizes(events=self.events)[0]
        for outcome in self._pool.run(_grouped(items, most)):
            gathering.take(outcome)
        found = {name: decode_arrow(name, encoded) for name, encoded in gathering.tables.items()}
        positions = table.column("position").cast(pa.int64()) if "position" in table.column_names else None
        return _nested(pa, found, table.num_rows, positions)

    def close(self) -> None:
        """End the process that reads."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def __getstate__(self) -> dict[str, Any]:
        return {name: getattr(self, name) for name in _SETTINGS}

    def __setstate__(self, state: dict[str, Any]) -> None:
        self.__init__(**state)  # type: ignore[misc]

    def __del__(self) -> None:
        self.close()

    def _settings(self) -> Settings:
        return Settings.of(
            self.extractor,
            events=self.events,
            columns=self.columns,
            dates=self.dates,
            text=self.text,
            limits=self.limits,
        )


_SETTINGS = ("extractor", "events", "columns", "dates", "limits", "text", "workers")


def _grouped(items: Iterator[Any], most: int) -> Iterator[list[Any]]:
    while group := list(itertools.islice(items, most)):
        yield group


def _nested(pa: Any, found: Mapping[str, Any], count: int, positions: Any) -> Any:
    """Put the rows of all tables, which bear the place of their article as position, into one row an article."""
    pc = import_arrow("an Arrow table", "pyarrow.compute")
    places = pa.array(range(count), pa.int64())
    schema = batch_schema()
    articles, failures = found["articles"], found["failures"]
    of_article = pc.index_in(places, articles.column("position"))
    of_failure = pc.index_in(places, failures.column("position"))
    columns: dict[str, Any] = {"position": positions if positions is not None else pa.nulls(count, pa.int64())}
    for each in schema:
        if each.name in _LISTS:
            columns[each.name] = _lists(pa, pc, found[each.name], count, each.type)
        elif each.name == "failure":
            parts = [failures.column(name).combine_chunks().take(of_failure) for name in _FAILURE]
            columns["failure"] = pa.StructArray.from_arrays(parts, fields=list(each.type), mask=of_failure.is_null())
        elif each.name != "position":
            values = articles.column(each.name).take(of_article)
            if each.name in {"id", "source", "place"}:
                values = pc.coalesce(values, failures.column(each.name).take(of_failure))
            columns[each.name] = values
    return pa.table([columns[each.name] for each in schema], schema=schema)


def _lists(pa: Any, pc: Any, table: Any, count: int, kind: Any) -> Any:
    inner = kind.value_type
    parts = [table.column(each.name).combine_chunks() for each in inner]
    values = pa.StructArray.from_arrays(
        [_whole(pa, part, each.type) for part, each in zip(parts, inner, strict=True)], fields=list(inner)
    )
    numbers = pc.value_counts(table.column("position").combine_chunks())
    rows = dict(zip(numbers.field("values").to_pylist(), numbers.field("counts").to_pylist(), strict=True))
    offsets = [0, *itertools.accumulate(rows.get(place, 0) for place in range(count))]
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), values, type=kind)


def _whole(pa: Any, column: Any, kind: Any) -> Any:
    return (
        column
        if isinstance(column, pa.Array)
        else pa.concat_arrays(column.chunks)
        if column.num_chunks
        else pa.array([], kind)
    )


def flatten(nested: Any, table: str) -> Any:
    """Give one of the flat tables (articles, expressions, events, failures) of what `ExtractBatch` gave."""
    pa = import_arrow("an Arrow table")
    pc = import_arrow("an Arrow table", "pyarrow.compute")
    schema = schema_of(table)
    assert table in TABLES
    nested = nested.combine_chunks()
    if table in _LISTS:
        column = nested.column(table).combine_chunks()
        column = column.chunk(0) if isinstance(column, pa.ChunkedArray) and column.num_chunks else column
        if not len(column):
            return schema.empty_table()
        parents, values = pc.list_parent_indices(column), column.flatten()
        outer = {"position": nested.column("position").take(parents), "article": nested.column("id").take(parents)}
        return pa.table(
            [outer.get(each.name) if each.name in outer else values.field(each.name) for each in schema], schema=schema
        )
    failed = nested.column("failure").is_valid()
    if table == "failures":
        nested = nested.filter(failed)
        inside = {name: pc.struct_field(nested.column("failure"), name) for name in _FAILURE}
        return pa.table(
            [inside.get(each.name) if each.name in inside else nested.column(each.name) for each in schema],
            schema=schema,
        )
    nested = nested.filter(pc.invert(failed))
    return pa.table(
        [
            pc.list_value_length(nested.column(each.name)) if each.name in _LISTS else nested.column(each.name)
            for each in schema
        ],
        schema=schema,
    )
