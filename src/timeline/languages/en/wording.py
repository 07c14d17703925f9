"""English words of tables for readers."""

from __future__ import annotations

from timeline.languages.wording import TableWords, Wording

__all__ = ["WORDING"]

WORDING = Wording(
    unknown="unknown",
    until="{end} or earlier",
    since="{begin} or later",
    starting="from {begin}",
    ongoing="ongoing {within}",
    span="{begin} to {end}",
    on_day="on {time}",
    within="in {time}",
    decade="{year}s",
    before_christ="{year} BC",
    frequencies={
        "SECONDLY": ("every second", "seconds"),
        "MINUTELY": ("every minute", "minutes"),
        "HOURLY": ("hourly", "hours"),
        "DAILY": ("daily", "days"),
        "WEEKLY": ("weekly", "weeks"),
        "MONTHLY": ("monthly", "months"),
        "YEARLY": ("yearly", "years"),
    },
    every="every {count} {units}",
    tables=TableWords(
        event_columns=("WHEN", "EVENT", "PLACED BY"),
        expression_columns=("AT", "TEXT", "KIND", "VALUE", "INTERVAL", "SIGNAL"),
        no_events="(no events)",
        no_expressions="(no temporal expressions)",
        published="published {date}",
        undated="no publication date",
        denied="denied",
    ),
)
