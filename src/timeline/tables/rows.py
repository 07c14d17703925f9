"""Articles, expressions and events as tuples in column order."""

from __future__ import annotations

import datetime as dt
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.calculus.intervals import Interval
    from timeline.events.event import Event
    from timeline.expressions.expression import TemporalExpression

__all__ = ["event_rows", "expression_rows"]

_LAST_ORDINAL = dt.date.max.toordinal()
_NOTHING = (None,) * 8
_EDTF = 5
_MOST_REMEMBERED = 16_384
_REMEMBERED: dict[tuple[Any, ...], tuple[Any, ...]] = {}


def _when(interval: Interval) -> tuple[Any, ...]:
    """Return the eight columns of an interval; cached, as intervals recur within a batch."""
    begin, end = interval.begin, interval.end
    # The key is not the interval itself: those with different UTC offsets may be equal, and their hashes are slow.
    key = (interval.granularity, *map(_reading, (begin.earliest, begin.latest, end.earliest, end.latest)))
    found = _REMEMBERED.get(key)
    if found is None:
        if len(_REMEMBERED) >= _MOST_REMEMBERED:
            _REMEMBERED.clear()
        found = _REMEMBERED[key] = _columns(interval)
    return found


def _reading(instant: Instant | None) -> tuple[int, int, int | None] | None:
    return None if instant is None else (instant.ordinal, instant.second, instant.offset)


def _columns(interval: Interval) -> tuple[Any, ...]:
    begin, end = interval.begin, interval.end
    return (
        begin.earliest and begin.earliest.isoformat(),
        begin.latest and begin.latest.isoformat(),
        end.earliest and end.earliest.isoformat(),
        end.latest and end.latest.isoformat(),
        interval.granularity.value,
        interval.edtf,
        _day(begin.earliest),
        _last_day(end.latest, begin.earliest),
    )


def _day(instant: Instant | None) -> dt.date | None:
    if instant is None or not 1 <= instant.ordinal <= _LAST_ORDINAL:
        return None
    return dt.date.fromordinal(instant.ordinal)


def _last_day(end: Instant | None, begin: Instant | None) -> dt.date | None:
    """Return the last day before a half-open end; that of the start, if the interval is empty."""
    if end is None:
        return None
    ordinal = end.ordinal_before
    if begin is not None:
        ordinal = max(ordinal, begin.ordinal)
    return dt.date.fromordinal(ordinal) if 1 <= ordinal <= _LAST_ORDINAL else None


def expression_rows(
    position: int | None, article: str | None, expressions: Sequence[TemporalExpression]
) -> list[tuple[Any, ...]]:
    """Return a row for each expression, in the order of the text."""
    return [
        (
            position,
            article,
            number,
            each.text,
            each.start,
            each.end,
            each.kind.value,
            each.value,
            each.mod,
            each.quant,
            each.freq,
            *((None, None, None) if each.signal is None else (each.signal.text, each.signal.start, each.signal.end)),
            *(_NOTHING if each.interval is None else _when(each.interval)),
            each.rrule,
            each.anchor,
            each.rule,
            each.confidence,
            [(one.value, one.interval and _when(one.interval)[_EDTF], one.confidence) for one in each.alternatives],
            [(end.text, end.start, end.end, end.kind.value, end.value, end.mod) for end in each.ends],
        )
        for number, each in enumerate(expressions)
    ]


def event_rows(position: int | None, article: str | None, events: Sequence[Event]) -> list[tuple[Any, ...]]:
    """Return a row for each event, in the order in which they happened."""
    return [
        (
            position,
            article,
            number,
            each.id,
            each.trigger.text,
            each.trigger.start,
            each.trigger.end,
            each.lemma,
            each.summary,
            each.event_class,
            each.tense,
            each.aspect,
            each.polarity,
            each.modality,
            each.factuality,
            [(one.role, one.text, one.start, one.end, one.head) for one in each.participants],
            *(_NOTHING if each.when is None else _when(each.when)),
            each.several_days,
            each.relation_to_publication,
            each.rrule,
            each.rank,
            list(each.expressions),
            each.placed_by,
            each.rule,
            each.confidence,
            each.sentence,
        )
        for number, each in enumerate(events)
    ]
