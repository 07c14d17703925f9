"""Records out of Parquet and Arrow files, and out of Arrow tables.

A damaged file may take down the process that reads it, whatever is checked: files are to be read through
`timeline.sources.isolation`.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING, Any

from timeline.errors import ArticleError
from timeline.sources.records import LONGEST_LINE, Record, RecordKind, Unreadable, broken, fault
from timeline.tables.arrow import import_arrow

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_arrow", "read_parquet", "rows_of"]

Choice = Callable[[Iterable[str]], list[str]]
"""Says which of a file's columns to take."""

_ROWS = 64
"""Rows taken at once: the memory a file needs does not grow with its row groups' decoded texts."""
_BUFFER = 2**20
"""Bytes of a column that are read at once: a row group may be of any length."""


def read_parquet(path: Path, source: str, choose: Choice | None = None) -> Iterator[Record]:
    """Give a record for each row, with the columns chosen; a file that cannot be read, or not on, ends with a fault."""
    import_arrow("reading Parquet")
    return _records(_parquet_batches(path, choose), source)


def read_arrow(path: Path, source: str, choose: Choice | None = None) -> Iterator[Record]:
    """Give a record for each row of an Arrow (Feather) file or stream, as `read_parquet` does."""
    import_arrow("reading Arrow")
    return _records(_arrow_batches(path, choose), source)


def _records(batches: Iterator[Any], source: str) -> Iterator[Record]:
    row = 0
    try:
        for batch in batches:
            _validate(batch)
            for begin in range(0, batch.num_rows, _ROWS):
                for record in rows_of(batch.slice(begin, _ROWS), source, row):
                    row += 1
                    yield record
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - what a damaged file raises cannot be told beforehand
        yield broken(source, f"row {row + 1}", f"the file cannot be read on: {error or type(error).__name__}")


def _parquet_batches(path: Path, choose: Choice | None) -> Iterator[Any]:
    pq = import_arrow("reading Parquet", "pyarrow.parquet")
    with pq.ParquetFile(path, buffer_size=_BUFFER) as file:
        chosen = _chosen(file.schema_arrow.names, choose)
        yield from file.iter_batches(batch_size=_ROWS, columns=chosen)


def _arrow_batches(path: Path, choose: Choice | None) -> Iterator[Any]:
    pa = import_arrow("reading Arrow")
    with pa.memory_map(str(path)) as stream:
        try:
            names = pa.ipc.open_file(stream).schema.names
            is_stream = False
        except pa.ArrowInvalid:
            stream.seek(0)
            names = pa.ipc.open_stream(stream).schema.names
            is_stream = True
        chosen = _chosen(names, choose)
        options = pa.ipc.IpcReadOptions(included_fields=[names.index(name) for name in chosen])
        stream.seek(0)
        if is_stream:
            yield from pa.ipc.open_stream(stream, options=options)
            if stream.tell() < stream.size():
                message = f"the stream ends at byte {stream.tell()}, and the file at byte {stream.size()}"
                raise ArticleError(message)
            return
        reader = pa.ipc.open_file(stream, options=options)
        for number in range(reader.num_record_batches):
            yield reader.get_batch(number)


def _chosen(names: list[str], choose: Choice | None) -> list[str]:
    chosen = names if choose is None else choose(names)
    for name in chosen:
        if names.count(name) > 1:
            message = f"the file has {names.count(name)} columns {name!r}: which is meant cannot be told"
            raise ArticleError(message)
    return chosen


def _validate(batch: Any) -> None:
    """Look whether all that the buffers of a batch point to is there.

    Not whether texts are UTF-8, and dates and times such as there are: rows tell.
    """
    for column in batch.columns:
        _as_stored(column).validate(full=True)


def _as_stored(column: Any) -> Any:
    pa = import_arrow("reading Arrow")
    kind = column.type
    if pa.types.is_string(kind):
        return column.view(pa.binary())
    if pa.types.is_large_string(kind):
        return column.view(pa.large_binary())
    if pa.types.is_date(kind) or pa.types.is_time(kind):
        return column.view({32: pa.int32(), 64: pa.int64()}[kind.bit_width])
    if pa.types.is_dictionary(kind):
        return pa.DictionaryArray.from_arrays(column.indices, _as_stored(column.dictionary), safe=False)
    return column


def rows_of(batch: Any, source: str, before: int) -> Iterator[Record]:
    """Give a record for each row of a batch, numbered from 1 after those `before`.

    A value that Python cannot hold is `Unreadable`.
    """
    batch = _in_microseconds(batch)
    names, columns = batch.schema.names, [_values(column) for column in batch.columns]
    rows = zip(*columns, strict=True) if columns else itertools.repeat((), batch.num_rows)
    for number, values in enumerate(rows, start=before + 1):
        place = f"row {number}"
        record = Record(RecordKind.FIELDS, dict(zip(names, values, strict=True)), source, place)
        if record.size > LONGEST_LINE:
            record = fault(source, place, f"a row of more than {LONGEST_LINE} bytes is no article")
        yield record


def _values(column: Any) -> list[Any]:
    try:
        values: list[Any] = column.to_pylist()
    except MemoryError:
        raise
    except Exception:  # noqa: BLE001 - found out below of which values
        return [_value(each) for each in column]
    return values


def _value(scalar: Any) -> Any:
    try:
        return scalar.as_py()
    except MemoryError:
        raise
    except Exception as error:  # noqa: BLE001 - no date, no text, no such time zone, and more
        return Unreadable(f"{type(error).__name__}: {error}")


def _in_microseconds(batch: Any) -> Any:
    """Cut nanoseconds, which no datetime can hold."""
    pa = import_arrow("reading Arrow")
    for index, field in enumerate(batch.schema):
        if pa.types.is_timestamp(field.type) and field.type.unit == "ns":
            coarse = batch.column(index).cast(pa.timestamp("us", field.type.tz), safe=False)
            batch = batch.set_column(index, field.name, coarse)
    return batch
