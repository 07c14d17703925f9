"""Bare dates in short texts of many genres, annotated by a reader who had not seen the rules."""

from __future__ import annotations

from pathlib import Path

from timeline import find_times
from timeline.expressions.joined import timex3s
from timeline.training.marked_texts import marked_texts

TEXTS = Path(__file__).with_name("frames.txt")
_LEAST = 0.78
"""The share of annotated values that must be right; a little less than are."""
_SURE = 0.9
"""The confidence of values that are told as sure; so many of these must be right."""


def test_most_are_right_and_those_that_are_sure_nearly_all() -> None:
    outcomes = []
    for _, published, text, values in marked_texts(TEXTS):
        found = {each.start: each for each in timex3s(find_times(text, published))}
        for offset, value in values.items():
            near = next(
                (found[offset + step] for step in (0, -4, -3, -2, -1, 1, 2, 3, 4) if offset + step in found), None
            )
            outcomes.append((near is not None and near.value == value, 0.0 if near is None else near.confidence))
    assert len(outcomes) > 150
    assert sum(right for right, _ in outcomes) / len(outcomes) >= _LEAST
    sure = [right for right, confidence in outcomes if confidence >= _SURE]
    assert sum(sure) / len(sure) >= _SURE
