"""What a signal means is the same for expressions and for events.

An expression gives the stretch that the signal leaves, an event the windows of its ends: compared as EDTF.
"""

from __future__ import annotations

import pytest

import timeline
from timeline import Granularity, Instant, Interval
from timeline.events.placing.publication_frame import bounded
from timeline.languages.en.events import EVENTS

MAY = Interval.unit(Instant.of(2019, 5), Granularity.MONTH)
LIMITS = {"since", "until", "by", "before", "after"}


@pytest.mark.parametrize(("word", "bound"), EVENTS.time_signals.items())
def test_expressions_and_events_read_a_signal_alike(word: str, bound: str) -> None:
    (found,) = timeline.find_times(f"It was open {word} May 2019.", "2022-07-22")
    assert found.interval is not None
    assert found.interval.edtf in {MAY.edtf, bounded(MAY, bound).edtf}
    assert bounded(found.interval, bound).edtf == bounded(MAY, bound).edtf


@pytest.mark.parametrize(
    "word", ["since", "ever since", "until", "till", "by", "before", "after", "prior to", "no later than"]
)
def test_a_limit_is_taken_up_by_the_expression(word: str) -> None:
    (found,) = timeline.find_times(f"It was open {word} May 2019.", "2022-07-22")
    assert EVENTS.time_signals[word] in LIMITS
    assert found.interval is not None
    assert found.interval.edtf == bounded(MAY, EVENTS.time_signals[word]).edtf != MAY.edtf
