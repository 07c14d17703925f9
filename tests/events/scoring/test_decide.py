from __future__ import annotations

from timeline.events.scoring.day_extents import Days, Extent
from timeline.events.scoring.decide import surest
from timeline.events.scoring.predict import Belief

DAY, OTHER = Extent.day(9, 9), Extent.day(7, 7)
BEFORE = Extent.day(None, 9)
LONG = Extent(Days(None, 9), Days(9, None), several=True)


def belief(*times: tuple[Extent, float]) -> Belief:
    return Belief(times, (), {}, None)


def test_a_day_needs_a_strong_belief() -> None:
    found = belief((DAY, 0.4), (BEFORE, 0.35), (LONG, 0.25))
    assert surest(found, {"day": 0.3}) == (DAY, 0.4)
    assert surest(found, {"day": 0.5}) == (BEFORE, 0.35)


def test_where_there_are_only_days_the_likeliest_is_taken() -> None:
    assert surest(belief((DAY, 0.6), (OTHER, 0.4)), {"day": 0.9}) == (DAY, 0.6)


def test_a_range_is_believed_with_all_that_it_does_not_contradict() -> None:
    found = belief((DAY, 0.5), (OTHER, 0.3), (LONG, 0.2))
    assert found.fits(BEFORE) == 1.0
    assert found.fits(OTHER) == 0.3 + (0.2 if not OTHER.contradicts(LONG) else 0)
