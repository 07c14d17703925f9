"""Rows as JSON lines."""

from __future__ import annotations

import datetime as dt
import json
from collections.abc import Sequence
from typing import Any

from timeline.tables.columns import NESTED, TABLES

__all__ = ["to_lines"]

_NAMES = {f"list<{name}>": [column.name for column in columns] for name, columns in NESTED.items()}


def to_lines(table: str, rows: Sequence[tuple[Any, ...]]) -> bytes:
    r"""Return one JSON object per row, one per line, in ASCII.

    >>> to_lines("failures", [(0, "a", "news.jsonl", "line 1", "read", "ArticleError", "no text")])[-11:]
    b'"no text"}\n'
    """
    columns = TABLES[table]
    names = [column.name for column in columns]
    nested = [(index, _NAMES[column.kind]) for index, column in enumerate(columns) if column.kind in _NAMES]
    lines = []
    for row in rows:
        values = list(row)
        for index, inner in nested:
            values[index] = [dict(zip(inner, each, strict=True)) for each in values[index]]
        lines.append(json.dumps(dict(zip(names, values, strict=True)), default=_iso) + "\n")
    return "".join(lines).encode("ascii")


def _iso(value: object) -> str:
    assert isinstance(value, dt.date)
    return value.isoformat()
