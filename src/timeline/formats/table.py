"""Tables to read on a terminal."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterable
from typing import IO, TYPE_CHECKING

from timeline.formats.terminal import printable, render_table
from timeline.formats.wording import describe, describe_recurrence, words

if TYPE_CHECKING:
    from timeline.events.event import Event
    from timeline.expressions.expression import TemporalExpression
    from timeline.timelines import Timeline

__all__ = ["event_table", "expression_table", "terminal_width", "write_events", "write_expressions"]

_DEFAULT_WIDTH = 100


def write_events(timelines: Iterable[Timeline], stream: IO[str]) -> None:
    """Write a table of events for each timeline, as wide as the terminal."""
    _write(timelines, stream, event_table)


def write_expressions(timelines: Iterable[Timeline], stream: IO[str]) -> None:
    """Write a table of expressions for each timeline, as wide as the terminal."""
    _write(timelines, stream, expression_table)


def _write(timelines: Iterable[Timeline], stream: IO[str], table: Callable[[Timeline, int], str]) -> None:
    width = terminal_width()
    for number, timeline in enumerate(timelines):
        stream.write("\n" * bool(number) + table(timeline, width))


def terminal_width() -> int:
    """Give the columns of the terminal, or 100 where there is none."""
    return shutil.get_terminal_size((_DEFAULT_WIDTH, 24)).columns


def event_table(timeline: Timeline, width: int = 100) -> str:
    """Lay out the events in order: when, what, and the words (or the reason) that place them.

    Events of one time that are told in the same words, such as a verb and the infinitive it governs, share a row.
    """
    told: dict[tuple[str, str], str] = {}
    for event in timeline.events:
        told.setdefault((_when(event), _what(event)), _placed_by(event, timeline))
    rows = [[when, what, placed_by] for (when, what), placed_by in told.items()]
    if not rows:
        return f"{_title(timeline)}\n{words().tables.no_events}\n"
    return f"{_title(timeline)}\n{render_table(words().tables.event_columns, rows, width)}\n"


def expression_table(timeline: Timeline, width: int = 100) -> str:
    """Lay out the expressions in the order of the text, with their offsets in code points."""
    rows = [
        [
            f"{found.start}-{found.end}",
            found.text,
            found.kind.value,
            found.value,
            _interval(found),
            " ".join(part for part in (found.signal and found.signal.text, found.mod, found.quant, found.freq) if part),
        ]
        for found in timeline.expressions
    ]
    if not rows:
        return f"{_title(timeline)}\n{words().tables.no_expressions}\n"
    return f"{_title(timeline)}\n{render_table(words().tables.expression_columns, rows, width)}\n"


def _title(timeline: Timeline) -> str:
    article, labels = timeline.article, words().tables
    date = article.published
    published = labels.undated if date is None else labels.published.format(date=date.isoformat())
    name = article.title or article.id
    return f"{printable(name)} ({published})" if name else published.capitalize()


def _when(event: Event) -> str:
    parts = [describe_recurrence(event.rrule)] if event.rrule else []
    if event.when is not None:
        parts.append(describe(event.when))
    return ", ".join(parts) or words().unknown


def _what(event: Event) -> str:
    marks: list[str] = [] if event.factuality == "actual" else [event.factuality]
    if event.polarity == "NEG" and event.factuality != "denied":
        marks.append(words().tables.denied)
    return f"{event.summary} [{', '.join(marks)}]" if marks else event.summary


def _placed_by(event: Event, timeline: Timeline) -> str:
    words = ", ".join(f"“{_quoted(timeline.expressions[index])}”" for index in event.expressions)
    if not words:
        return event.placed_by
    return words if event.placed_by == "explicit" else f"{words} ({event.placed_by})"


def _quoted(found: TemporalExpression) -> str:
    signal = found.signal
    return f"{signal.text} {found.text}" if signal is not None and signal.end <= found.start else found.text


def _interval(found: TemporalExpression) -> str:
    parts = [describe_recurrence(found.rrule)] if found.rrule else []
    if found.interval is not None:
        parts.append(describe(found.interval))
    return ", ".join(parts)
