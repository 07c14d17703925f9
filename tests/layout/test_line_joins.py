"""Sentences torn by a blank line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import join_abbreviated, join_torn

LONG = "The government of the island prepares for a review of the"


@pytest.mark.parametrize("gap", ["\n\n", "\n \n", "\r\n\r\n", " \n\n\n"])
def test_torn_sentence_is_joined(gap: str) -> None:
    assert join_torn(f"{LONG}{gap}sea wall.") == f"{LONG}{' ' * len(gap)}sea wall."


@pytest.mark.parametrize(
    "text",
    [
        f"{LONG} wall.\n\nthe next paragraph",
        f"{LONG}\n\nThe next paragraph",
        f"{LONG}\nsea wall",
        "apples\n\npears\n\nplums",
    ],
)
def test_other_gaps_stay(text: str) -> None:
    assert join_torn(text) == text


@given(st.text("ab \n\r.A", max_size=200))
def test_offsets_stay(text: str) -> None:
    joined = join_torn(text)
    assert len(joined) == len(text)
    assert all(new == old or (new == " " and old.isspace()) for new, old in zip(joined, text, strict=True))


def test_dates_hang_together() -> None:
    text = "Closed on Aug. 7. It reopened at 9 a.m. Tuesday."
    dates = [(text.index("Aug"), text.index(". It")), (text.index("9 a"), len(text) - 1)]
    assert join_abbreviated(text, dates) == "Closed on Aug  7. It reopened at 9 a.m  Tuesday."
    assert join_abbreviated(text, []) == text


def test_the_end_of_a_date_may_end_a_sentence() -> None:
    text = "It opened in Aug. The rest came at 6 p.m."
    assert join_abbreviated(text, [(13, 17), (35, 41)]) == text


@given(st.text("aA. 7", max_size=60), st.lists(st.integers(0, 60), max_size=8))
def test_only_full_stops_are_overwritten(text: str, ends: list[int]) -> None:
    cuts = sorted(min(end, len(text)) for end in ends)
    joined = join_abbreviated(text, list(zip(cuts[::2], cuts[1::2], strict=False)))
    assert len(joined) == len(text)
    assert all(new == old or (new, old) == (" ", ".") for new, old in zip(joined, text, strict=True))
