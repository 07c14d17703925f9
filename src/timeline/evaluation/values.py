"""Whether two TIMEX3 values mean the same, however they are written."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.durations import Duration, add
from timeline.calculus.instants import Instant
from timeline.calculus.notation import parse_timex
from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval

__all__ = ["same_meaning"]

# Amounts are equal when they lead from each of these to the same instant: years and months of different lengths.
_ANCHORS = (Instant.of(2000), Instant.of(2001), Instant.of(2001, 2))


def same_meaning(one: str, other: str) -> bool:
    """Compare two values by what they mean; those that name no stretch of the calendar, or nothing, as strings.

    >>> same_meaning("P10Y", "P1DE"), same_meaning("199X", "199"), same_meaning("2000-W7", "2000-W07")
    (True, True, True)
    >>> same_meaning("P30D", "P1M"), same_meaning("2000-01", "2000-01-01"), same_meaning("PAST_REF", "PRESENT_REF")
    (False, False, False)
    """
    if one == other:
        return True
    first, second = _meaning(one), _meaning(other)
    if isinstance(first, Duration) and isinstance(second, Duration):
        return first == second or (
            first.is_exact and second.is_exact and all(add(at, first) == add(at, second) for at in _ANCHORS)
        )
    return first is not None and first == second


def _meaning(value: str) -> Interval | Duration | None:
    try:
        return parse_timex(value)
    except (InputError, OverflowError):  # a corpus may hold anything
        return None
