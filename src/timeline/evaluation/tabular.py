"""Annotation files with one row per line and tab-separated cells."""

from __future__ import annotations

import os
from collections.abc import Iterator
from pathlib import Path

from timeline.errors import ArticleError

__all__ = ["read_rows"]


def read_rows(path: str | os.PathLike[str], columns: int, what: str) -> Iterator[list[str]]:
    """Yield the rows of a file of `what`; blank lines are skipped.

    Raises `ArticleError` for a line that does not have the columns, `OSError` for a file that cannot be read.
    """
    for number, line in enumerate(Path(path).read_text(encoding="utf-8").splitlines(), 1):
        if not line.strip():
            continue
        cells = line.split("\t")
        if len(cells) < columns:
            message = f"{os.fspath(path)}:{number}: {len(cells)} columns, not {columns}: not a file of {what}"
            raise ArticleError(message)
        yield cells
