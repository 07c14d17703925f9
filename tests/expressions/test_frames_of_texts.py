"""Bare dates in short texts of many genres, annotated by a reader who had not seen the rules."""

from __future__ import annotations

from pathlib import Path

from timeline import find_times
from timeline.expressions.joined import timex3s

TEXTS = Path(__file__).with_name("frames.txt")
_LEAST = 0.75
"""The share of annotated values that were right when the texts were first read."""
_LEAST_SURE = 0.88
"""The same, of those found with a confidence of 0.88 or more."""
_MARK = "["


def marked(text: str) -> tuple[str, dict[int, str]]:
    """Return a text without its marks, and the values by the offset of their words."""
    plain, values = "", {}
    for part in text.replace("\\n", "\n").split(_MARK):
        words, bar, rest = part.partition("|")
        value, close, after = rest.partition("]")
        if plain and bar and close:
            values[len(plain)] = value
            plain += words + after
        else:
            plain += part
    return plain, values


def test_most_are_right_and_those_that_are_sure_nearly_all() -> None:
    outcomes = []
    for line in TEXTS.read_text(encoding="utf-8").splitlines():
        if line.startswith("#"):
            continue
        published, _, text = line.partition("\t")
        plain, values = marked(text)
        found = {each.start: each for each in timex3s(find_times(plain, published or None))}
        for offset, value in values.items():
            near = next(
                (found[offset + step] for step in (0, -4, -3, -2, -1, 1, 2, 3, 4) if offset + step in found), None
            )
            outcomes.append((near is not None and near.value == value, 0.0 if near is None else near.confidence))
    assert len(outcomes) > 150
    assert sum(right for right, _ in outcomes) / len(outcomes) >= _LEAST
    sure = [right for right, confidence in outcomes if confidence >= _LEAST_SURE]
    assert sum(sure) / len(sure) >= _LEAST_SURE
