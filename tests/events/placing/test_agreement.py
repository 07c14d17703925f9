"""An expression and the event that it places have one time."""

from __future__ import annotations

import pytest

import timeline
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.events.placing.agreement import agreeing
from timeline.events.placing.publication_frame import Publication
from timeline.expressions.expression import Alternative, Kind, TemporalExpression

PUBLISHED = "2022-07-22"
BEFORE, AFTER = (Interval.unit(Instant.of(2022, 7, day), timeline.Granularity.DAY) for day in (18, 25))


def monday(reading: Interval, *others: Interval) -> TemporalExpression:
    alternatives = tuple(Alternative(other.edtf, other, 0.2) for other in others)
    return TemporalExpression("Monday", 3, 9, Kind.DATE, reading.edtf, reading, alternatives=alternatives)


@pytest.mark.parametrize(
    ("reading", "past", "future", "expected"),
    [
        (AFTER, True, False, BEFORE),
        (BEFORE, False, True, AFTER),
        (BEFORE, True, False, BEFORE),
        (AFTER, False, True, AFTER),
        (AFTER, False, False, AFTER),
    ],
)
def test_the_tense_of_the_event_chooses(reading: Interval, past: bool, future: bool, expected: Interval) -> None:
    other = AFTER if reading is BEFORE else BEFORE
    read = agreeing(monday(reading, other), Publication(Instant.of(2022, 7, 22)), past=past, future=future)
    assert (read.interval, read.value) == (expected, expected.edtf)
    assert [each.interval for each in read.alternatives] == [AFTER if expected is BEFORE else BEFORE]


def test_without_another_reading_or_a_publication_nothing_changes() -> None:
    given = monday(AFTER)
    assert agreeing(given, Publication(Instant.of(2022, 7, 22)), past=True, future=False) is given
    other = monday(AFTER, BEFORE)
    assert agreeing(other, None, past=True, future=False) is other


@pytest.mark.parametrize(
    "text",
    [
        "He was due to arrive on Monday but stayed at home.",
        "The vote is to be held in May.",
        "The bank had planned to close in March.",
        "Talks will begin on Friday and end on Monday.",
        "The minister, who will speak on Tuesday, arrived on Wednesday.",
        "They expected to leave on Thursday.",
        "Police arrested him on April 12.",
    ],
)
def test_what_extract_gives_agrees(text: str) -> None:
    found = timeline.extract(text, PUBLISHED)
    placed = [event for event in found if event.placed_by == "explicit"]
    assert placed
    for event in placed:
        for index in event.expressions:
            interval = found.expressions[index].interval
            assert interval is not None
            assert event.when is not None
            assert interval.intersection(event.when) is not None, event.why()


def test_the_reading_of_the_words_stays_among_the_alternatives() -> None:
    text = "He was due to arrive on Monday but stayed at home."
    (alone,), (read,) = timeline.find_times(text, PUBLISHED), timeline.extract(text, PUBLISHED).expressions
    assert (alone.value, read.value) == ("2022-07-25", "2022-07-18")
    assert alone.value in {each.value for each in read.alternatives}
    assert "before the publication" in read.why()
