"""The schema as Markdown, for the documentation."""

from __future__ import annotations

from timeline.tables.columns import NESTED, TABLES, Column

__all__ = ["describe"]


def describe() -> str:
    """Return the tables and their columns in Markdown, as `docs/datasets.md` shows them."""
    parts = [_table(f"### `{name}`", columns) for name, columns in TABLES.items()]
    parts += [_table(f"### {name}", columns) for name, columns in NESTED.items()]
    return "\n\n".join(parts) + "\n"


def _table(title: str, columns: tuple[Column, ...]) -> str:
    rows = [f"| `{column.name}` | {column.kind} | {column.meaning} |" for column in columns]
    return "\n".join([title, "", "| column | kind | meaning |", "|---|---|---|", *rows])
