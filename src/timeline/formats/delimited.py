"""Records out of CSV and TSV files with a header."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.formats.compressed import TORN, open_plain
from timeline.formats.records import LONGEST_LINE, Record, RecordKind, fault

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["read_delimited"]


def read_delimited(path: Path, source: str, delimiter: str) -> Iterator[Record]:
    """Give a record for each row; rows with too few or too many fields, and what is not UTF-8, give faults.

    Quoted fields may hold line ends, as RFC 4180 says. A file that breaks off ends with a fault.
    """
    csv.field_size_limit(LONGEST_LINE)
    row = 0
    try:
        with open_plain(path) as stream:
            text = io.TextIOWrapper(stream, encoding="utf-8-sig", errors="surrogateescape", newline="")
            rows = csv.reader(text, delimiter=delimiter, strict=True)
            header = next(rows, None)
            while header is not None:
                row += 1
                try:
                    fields = next(rows, None)
                except csv.Error as error:
                    yield fault(source, f"row {row}", f"not a row of a CSV file: {error}")
                    continue
                if fields is None:
                    return
                if fields:
                    yield _record(header, fields, source, f"row {row}", delimiter)
    except TORN as error:
        yield fault(source, f"row {row}", f"the file cannot be read on: {error}")


def _record(header: list[str], fields: list[str], source: str, place: str, delimiter: str) -> Record:
    if len(fields) != len(header):
        told = f"the row has {len(fields)} fields, the header {len(header)}; fields are parted by {delimiter!r}"
        return fault(source, place, told)
    if any(_is_foreign(field) for field in fields):
        return fault(source, place, "the row is not UTF-8; convert the file first")
    return Record(RecordKind.FIELDS, dict(zip(header, fields, strict=True)), source, place)


def _is_foreign(field: str) -> bool:
    return not field.isascii() and any("\udc80" <= character <= "\udcff" for character in field)
