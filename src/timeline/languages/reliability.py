"""How often values of a kind are right, and the kinds that are told apart."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["Reliability", "Row", "reliability_of", "row_of"]

Row = tuple[str, str, str]
"""TIMEX3 type; what the value leans on: `none`, `publication`, `expression`, or `choice` where another reading was
possible; and its unit: that of its stretch of the calendar, `reference`, `vague` or `amount`."""

Reliability = Mapping[Row, float]
"""To each row the share of such values that were right; rows with an empty unit stand for all units not listed."""


def row_of(kind: str, value: str, anchor: str, granularity: str | None, *, choice: bool) -> Row:
    """Tell of which kind a value is.

    >>> row_of("DATE", "2022-07-22", "publication", "day", choice=True)
    ('DATE', 'choice', 'day')
    """
    leaning = "choice" if choice else anchor.partition(" ")[0]
    if value.endswith("_REF"):
        return kind, leaning, "reference"
    if "X" in value or not value:
        return kind, leaning, "vague"
    return kind, leaning, "amount" if value.startswith("P") else granularity or "unknown"


def reliability_of(table: Reliability, row: Row) -> float | None:
    """Look up how often such values are right; None where the table does not know them.

    >>> reliability_of({("DATE", "choice", "day"): 0.9, ("DATE", "choice", ""): 0.8}, ("DATE", "choice", "month"))
    0.8
    """
    found = table.get(row)
    return table.get((*row[:2], "")) if found is None else found
