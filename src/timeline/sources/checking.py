"""Whether sources have the columns that are asked for: looked at before anything is read or written."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline.sources.isolation import ReadingProcess
from timeline.sources.to_article import fields_of

if TYPE_CHECKING:
    from timeline.sources.columns import Columns
    from timeline.sources.files import SourceFile

__all__ = ["check_columns"]

_LOOKED_AT = 1_000
"""Records of a file: those of JSON need not all have all fields."""


def check_columns(files: Iterable[SourceFile], columns: Columns) -> None:
    """Look at the first records of the files; raise `InputError` for columns that are in none of them.

    Those are columns that were named for a field, and that of the texts (or of pages), unless some files are texts,
    pages or archives of pages. Files are looked at only until all is found.
    """
    wanted = dict(columns.said)
    found: dict[str, None] = {}
    needs_text = True
    with ReadingProcess() as process:
        for file in files:
            if not file.has_columns:
                needs_text = False
                continue
            for names in _names(file, process):
                found |= dict.fromkeys(names)
                wanted = {name: column for name, column in wanted.items() if column not in found}
                if not wanted and (columns.text in found or columns.html in found):
                    return
    if not found:  # nothing can be told: each record says what is wrong with it
        return
    columns.check(found, needs_text=needs_text)


def _names(file: SourceFile, process: ReadingProcess) -> Iterator[list[str]]:
    """Give the columns of the first records, where they differ from those before."""
    before: list[str] = []
    records = file.records(None, 0, process)
    for record in itertools.islice(records, _LOOKED_AT):
        names = [str(name) for name in fields_of(record)]
        if names != before:
            before = names
            yield names
    records.close() if hasattr(records, "close") else None
