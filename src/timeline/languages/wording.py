"""How intervals, recurrences and tables are worded for readers: templates that a language fills in."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

__all__ = ["TableWords", "Wording"]


@frozen(kw_only=True)
class TableWords:
    """Headings and marks of the tables that readers see."""

    event_columns: tuple[str, str, str]
    """When, what, and what places it."""
    expression_columns: tuple[str, str, str, str, str, str]
    """Offsets, text, kind, value, interval, signal."""
    no_events: str
    no_expressions: str
    published: str
    """With the `date` of publication."""
    undated: str
    """Where there is none."""
    denied: str


@frozen(kw_only=True)
class Wording:
    """The words around the dates; each template has the names in braces that are listed with it."""

    unknown: str
    until: str
    """No later than `end`."""
    since: str
    """No earlier than `begin`."""
    starting: str
    """From `begin` on, with no end known."""
    ongoing: str
    """Goes on around a time, `within`."""
    span: str
    """From `begin` to `end`."""
    on_day: str
    """Somewhere on the day `time`."""
    within: str
    """Somewhere in a longer `time`."""
    decade: str
    """With its first `year`."""
    before_christ: str
    """With a `year` before the first."""
    frequencies: Mapping[str, tuple[str, str]] = field(repr=False)
    """By FREQ of RFC 5545: how often, and the plural of the unit."""
    every: str
    """With a `count` of `units`."""
    tables: TableWords = field(repr=False)
