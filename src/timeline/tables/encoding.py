"""Rows encoded for the way from a worker to a file: as Arrow streams, or as the lines of the file."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any

from timeline.errors import InputError
from timeline.tables.arrow import import_arrow, schema_of, to_arrow
from timeline.tables.jsonl import to_lines
from timeline.validation import shown

__all__ = ["Form", "decode_arrow", "encode", "to_file"]


class Form(enum.Enum):
    """The file formats of a dataset."""

    PARQUET = "parquet"
    JSONL = "jsonl"

    @classmethod
    def of(cls, name: str) -> Form:
        """Return the form of that name; raises `InputError` if there is none."""
        if name not in [form.value for form in cls]:
            message = f"there is no format {shown(name)}; there are {', '.join(form.value for form in cls)}"
            raise InputError(message)
        return cls(name)


def encode(form: Form, table: str, rows: Sequence[tuple[Any, ...]]) -> bytes:
    """Encode rows of a table."""
    if form is Form.JSONL:
        return to_lines(table, rows)
    pa, made = import_arrow("a Parquet dataset"), to_arrow(table, rows)
    sink = pa.BufferOutputStream()
    with pa.ipc.new_stream(sink, made.schema) as writer:
        writer.write_table(made)
    data: bytes = sink.getvalue().to_pybytes()
    return data


def decode_arrow(table: str, encoded: Sequence[bytes]) -> Any:
    """Decode rows encoded for Parquet into one Arrow table, in one chunk, so that files depend on the rows alone."""
    pa = import_arrow("a Parquet dataset")
    if not encoded:
        return schema_of(table).empty_table()
    return pa.concat_tables([pa.ipc.open_stream(each).read_all() for each in encoded]).combine_chunks()


def to_file(form: Form, table: str, encoded: Sequence[bytes]) -> tuple[Any, int]:
    """Return the content of a file, as bytes or a buffer, and the number of its rows."""
    if form is Form.JSONL:
        data = b"".join(encoded)
        return data, data.count(b"\n")
    pq = import_arrow("a Parquet dataset", "pyarrow.parquet")
    made = decode_arrow(table, encoded)
    sink = import_arrow("a Parquet dataset").BufferOutputStream()
    pq.write_table(made, sink, compression="zstd")
    return sink.getvalue(), made.num_rows
