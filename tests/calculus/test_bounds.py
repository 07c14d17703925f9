from __future__ import annotations

import pytest

from timeline.calculus import bounds, intervals
from timeline.calculus.bounds import OPEN, Bound
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.errors import InputError


def test_an_end_that_may_be_off_by_a_unit() -> None:
    window = Bound(Instant.of(1983), Instant.of(1985))
    assert Bound.at(Instant.of(1984)).widened(Granularity.YEAR) == window
    assert window.widened(Granularity.MONTH) == Bound(Instant.of(1982, 12), Instant.of(1985, 2))
    assert Bound(None, Instant.of(1984)).widened(Granularity.DAY) == Bound(None, Instant.of(1984, 1, 2))
    assert OPEN.widened(Granularity.DAY) == OPEN


def test_a_unit_is_a_granularity() -> None:
    with pytest.raises(InputError, match="unit"):
        Bound.at(Instant.of(1984)).widened("year")  # type: ignore[arg-type]


def test_intervals_still_give_their_ends() -> None:
    assert intervals.Bound is bounds.Bound
    assert intervals.OPEN is bounds.OPEN
