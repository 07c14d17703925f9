"""Records out of Parquet and Arrow files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline.formats.records import Record, RecordKind, fault
from timeline.tables.arrow import import_arrow

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_arrow", "read_parquet", "rows_of"]

Choice = Callable[[Iterable[str]], list[str]]
"""Says which of a file's columns to take."""

_ROWS = 64
"""Rows taken at once: the memory a file needs does not grow with its row groups' decoded texts."""


def read_parquet(path: Path, source: str, choose: Choice) -> Iterator[Record]:
    """Give a record for each row, with the columns chosen."""
    pa = import_arrow("reading Parquet")
    import pyarrow.parquet as pq  # noqa: PLC0415 - an extra

    row = 0
    try:
        with pq.ParquetFile(path) as file:
            present = choose(file.schema_arrow.names)
            for batch in file.iter_batches(batch_size=_ROWS, columns=present):
                for record in rows_of(batch, source, row):
                    row += 1
                    yield record
    except (OSError, pa.ArrowException) as error:
        yield fault(source, f"row {row + 1}", f"the file cannot be read on: {error}")


def read_arrow(path: Path, source: str, choose: Choice) -> Iterator[Record]:
    """Give a record for each row of an Arrow (Feather) file or stream."""
    pa = import_arrow("reading Arrow")
    row = 0
    try:
        with pa.memory_map(str(path)) as stream:
            for batch in _batches(pa, stream):
                present = choose(batch.schema.names)
                for begin in range(0, batch.num_rows, _ROWS):
                    for record in rows_of(batch.select(present).slice(begin, _ROWS), source, row):
                        row += 1
                        yield record
    except (OSError, pa.ArrowException) as error:
        yield fault(source, f"row {row + 1}", f"the file cannot be read on: {error}")


def _batches(pa: Any, stream: Any) -> Iterator[Any]:  # noqa: ANN401 - pyarrow has no types
    try:
        reader = pa.ipc.open_file(stream)
    except pa.ArrowInvalid:
        stream.seek(0)
        yield from pa.ipc.open_stream(stream)
        return
    for number in range(reader.num_record_batches):
        yield reader.get_batch(number)


def rows_of(batch: Any, source: str, before: int) -> Iterator[Record]:  # noqa: ANN401 - pyarrow has no types
    """Give a record for each row of a batch, numbered from 1 after those `before`."""
    batch = _in_microseconds(batch)
    for number, row in enumerate(batch.to_pylist(), start=before + 1):
        yield Record(RecordKind.FIELDS, row, source, f"row {number}")


def _in_microseconds(batch: Any) -> Any:  # noqa: ANN401 - pyarrow has no types
    """Cut nanoseconds, which no datetime can hold."""
    import pyarrow as pa  # noqa: PLC0415 - an extra, and there if we come here

    for index, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            coarse = batch.column(index).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, coarse)
    return batch
