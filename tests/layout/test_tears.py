"""Sentences torn by a blank line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import join_torn

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
