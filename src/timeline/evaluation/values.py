"""Comparison of TIMEX3 values by meaning instead of notation."""

from __future__ import annotations

import re

from timeline.calculus.durations import Duration, add
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.notation import parse_timex
from timeline.errors import InputError

__all__ = ["agree", "same_meaning"]

# Durations are equal if they lead from each of these to the same instant: years and months of different lengths.
_ANCHORS = (Instant.of(2000), Instant.of(2001), Instant.of(2001, 2))


def same_meaning(one: str, other: str) -> bool:
    """Compare two values by meaning; those without an interval on the calendar as strings.

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


def agree(one: str, other: str) -> bool:
    """Whether two values can both be right: they mean the same, or one is only less specific.

    >>> agree("1998-W10", "1998-03-08"), agree("1989-WXX", "1989-W43"), agree("1988", "1988-Q3"), agree("P3Y", "PXY")
    (True, True, True, True)
    >>> agree("1998-03-08", "1998-03-09"), agree("P2D", "2000-W16-WE"), agree("PAST_REF", "1998")
    (False, False, False)
    """
    if same_meaning(one, other) or _fits(one, other) or _fits(other, one):
        return True
    first, second = _meaning(one), _meaning(other)
    if isinstance(first, Interval) and isinstance(second, Interval):
        return first.encloses(second) or second.encloses(first)
    return False


def _fits(template: str, value: str) -> bool:
    """Whether a value fits an underspecified one: WXX is any week, PXY any number of years."""
    pattern = re.escape(template).replace("PX", r"P[\d.]+").replace("TX", r"T[\d.]+").replace("X", r"\d")
    return "X" in template and re.fullmatch(pattern, value) is not None


def _meaning(value: str) -> Interval | Duration | None:
    try:
        return parse_timex(value)
    except (InputError, OverflowError):  # a corpus may contain anything
        return None
