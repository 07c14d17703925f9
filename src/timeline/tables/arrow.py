"""Rows as Arrow tables."""

from __future__ import annotations

import importlib
from collections.abc import Sequence
from functools import cache
from typing import Any

from timeline.errors import MissingExtraError
from timeline.tables.columns import NESTED, SCHEMA_VERSION, TABLES, Column

__all__ = ["import_arrow", "schema_of", "to_arrow", "without_surrogates"]

_LISTS = {f"list<{name}>": columns for name, columns in NESTED.items()}


def import_arrow(wanted: str, module: str = "pyarrow") -> Any:
    """Return pyarrow, or a module of it; raise `MissingExtraError` that says what `wanted` it."""
    try:
        return importlib.import_module(module)
    except ImportError as error:
        message = f"{wanted} needs pyarrow: pip install 'news-timeline[parquet]'"
        raise MissingExtraError(message) from error


@cache
def schema_of(table: str) -> Any:
    """Return the Arrow schema of a table; its metadata contain the version."""
    pa = import_arrow("an Arrow table")
    fields = [pa.field(column.name, _type(pa, column)) for column in TABLES[table]]
    return pa.schema(fields, metadata={"timeline.table": table, "timeline.schema_version": str(SCHEMA_VERSION)})


def to_arrow(table: str, rows: Sequence[tuple[Any, ...]]) -> Any:
    """Return rows as an Arrow table; each lone surrogate, which Arrow cannot hold, becomes U+FFFD."""
    pa, schema = import_arrow("an Arrow table"), schema_of(table)
    columns: Sequence[Sequence[Any]] = list(zip(*rows, strict=True)) if rows else [()] * len(schema)
    arrays = [
        _nested(pa, values, _LISTS[column.kind]) if column.kind in _LISTS else _array(pa, values, field.type)
        for column, values, field in zip(TABLES[table], columns, schema, strict=True)
    ]
    return pa.Table.from_arrays(arrays, schema=schema)


def _type(pa: Any, column: Column) -> Any:
    if column.kind in _LISTS:
        return pa.list_(pa.struct([pa.field(inner.name, _type(pa, inner)) for inner in _LISTS[column.kind]]))
    if column.kind == "list<int32>":
        return pa.list_(pa.int32())
    return pa.bool_() if column.kind == "bool" else getattr(pa, column.kind)()


def _array(pa: Any, values: Sequence[Any], kind: Any) -> Any:
    try:
        return pa.array(values, kind)
    except UnicodeEncodeError:
        return pa.array([None if value is None else without_surrogates(value) for value in values], kind)


def without_surrogates(text: str) -> str:
    """Return the text with U+FFFD for each lone surrogate, as in Arrow and Parquet files."""
    if text.isascii():
        return text
    return "".join("\N{REPLACEMENT CHARACTER}" if "\ud800" <= each <= "\udfff" else each for each in text)


def _nested(pa: Any, values: Sequence[Sequence[tuple[Any, ...]]], inner: tuple[Column, ...]) -> Any:
    """Build lists of structs from their parts, which is much faster than from dictionaries."""
    offsets = [0]
    for value in values:
        offsets.append(offsets[-1] + len(value))
    flat = [each for value in values for each in value]
    parts: Sequence[Sequence[Any]] = list(zip(*flat, strict=True)) if flat else [()] * len(inner)
    fields = [pa.field(column.name, _type(pa, column)) for column in inner]
    arrays = [_array(pa, part, field.type) for part, field in zip(parts, fields, strict=True)]
    return pa.ListArray.from_arrays(pa.array(offsets, pa.int32()), pa.StructArray.from_arrays(arrays, fields=fields))
