"""What stands before the first words of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import blank_datelines


@pytest.mark.parametrize(
    ("text", "left"),
    [
        ("PORT DANIEL, March 17 (Agency) - A ferry sank.", "A ferry sank."),
        ("ROTTERDAM, the Netherlands, May 9, 2023 - Halden Systems announced it.", "Halden Systems announced it."),
        ("SPRINGDALE — Gov. Jenkins signed it.", "Gov. Jenkins signed it."),
        ("Oslo, Norway (AP) -- “We won.”", "“We won.”"),
        ("16:42\nTrains have been suspended.", "Trains have been suspended."),
        ("3.15pm BST\nThe vote begins.", "The vote begins."),
    ],
)
def test_what_is_blanked(text: str, left: str) -> None:
    assert blank_datelines(text).strip() == left


@pytest.mark.parametrize(
    "text",
    [
        "NATO - the alliance - met.",
        "The mayor - a baker - won.",
        "Ines Moreau (left) said so - twice.",
        "It began at 16:42\nand ended soon.",
        "USA Today reported it.",
        "COVID-19 spread.",
    ],
)
def test_what_stays(text: str) -> None:
    assert blank_datelines(text) == text


@given(st.text(alphabet="ABab -—(),.\n0123:", max_size=80))
def test_offsets_stay(text: str) -> None:
    blanked = blank_datelines(text)
    assert len(blanked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, blanked, strict=True))
