"""Lines in capitals, read as if they were in small letters."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.capitals import small_letters

CAPITALS = frozenset({"may", "sat"})


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("STORM HIT IN MAY", "storm hit in MAY"),
        ("IN THE 1990S", "in the 1990s"),
        ("A DAY IN Q3, AT 9 A.M.", "a day in Q3, at 9 A.M."),
        ("OPENS SAT\r\nIt rained.", "opens SAT\r\nIt rained."),
        ("It rained.\nTHE END IS NEAR", "It rained.\nthe end is near"),
        ("MONDAY", "MONDAY"),
        ("It said THE END.", "It said THE END."),
        ("İN İSTANBUL", "İN İSTANBUL"),
        ("10 20", "10 20"),
        ("AT 2022-07-22T10:30Z", "at 2022-07-22T10:30Z"),
        ("", ""),
    ],
)
def test_small_letters(text: str, read: str) -> None:
    assert small_letters(text, CAPITALS) == read


@given(st.text("aAB ŞİßM1\n", max_size=40) | st.text())
def test_offsets_stay(text: str) -> None:
    read = small_letters(text, CAPITALS)
    assert len(read) == len(text)
    assert all(new in {old, old.lower()} for old, new in zip(text, read, strict=True))
