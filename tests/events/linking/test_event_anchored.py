"""Events that lie so long before or after others, from text to timeline with the bundled models."""

from __future__ import annotations

import pytest

import timeline
from timeline import TemporalExpression, Timeline

PUBLISHED = "2022-07-22"


def when(read: Timeline, trigger: str) -> str | None:
    event = next(each for each in read.events if each.trigger.text == trigger)
    return None if event.when is None else event.when.edtf


def expression(read: Timeline, text: str) -> TemporalExpression:
    return next(each for each in read.expressions if each.text == text)


@pytest.mark.parametrize(
    ("text", "trigger", "day"),
    [
        ("He resigned two days after the vote on May 3, 2022.", "resigned", "2022-05-05"),
        ("The day before the election on 3 May 2022, the mayor fell ill.", "fell", "2022-05-02"),
        ("The vote took place on May 3. He resigned two days after the vote.", "resigned", "2022-05-05"),
    ],
)
def test_a_day_counted_from_an_event(text: str, trigger: str, day: str) -> None:
    assert when(timeline.extract(text, PUBLISHED), trigger) == day


def test_the_expression_says_what_it_was_counted_from() -> None:
    read = timeline.extract("He resigned two days after the vote on May 3, 2022.", PUBLISHED)
    found = expression(read, "two days")
    vote = next(each for each in read.events if each.trigger.text == "vote")
    assert (found.value, found.anchor) == ("P2D", f"event {vote.id}")
    assert found.interval is not None
    assert found.interval.edtf == "2022-05-05"
    assert "vote" in found.why()


def test_without_syntax_the_expression_stays_a_length() -> None:
    found = timeline.find_times("He resigned two days after the vote on May 3, 2022.", PUBLISHED)[0]
    assert (found.text, found.interval, found.anchor) == ("two days", None, "none")


def test_a_base_that_lies_somewhere_in_a_month_moves_as_a_window() -> None:
    read = timeline.extract("She was named manager three weeks after Smith was sacked in June 2022.", PUBLISHED)
    assert when(read, "named") == "[2022-06-22..2022-07-21]"
    assert expression(read, "three weeks").interval is None


def test_an_undated_base_dates_nothing_but_tells_the_order() -> None:
    read = timeline.extract("He fled two hours before the police arrived.", PUBLISHED)
    order = [each.trigger.text for each in sorted(read.events, key=lambda each: each.rank)]
    assert order == ["fled", "arrived"]
    assert expression(read, "two hours").interval is None
