"""What stands before the first words of a story."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.en.datelines import DATELINES
from timeline.layout import DatelineData, blank_datelines, readable


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
    assert blank_datelines(text, DATELINES).strip() == left


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
    assert blank_datelines(text, DATELINES) == text


@given(st.text(alphabet="ABab -—(),.\n0123:", max_size=80))
def test_offsets_stay(text: str) -> None:
    blanked = blank_datelines(text, DATELINES)
    assert len(blanked) == len(text)
    assert all(new in {old, " "} for old, new in zip(text, blanked, strict=True))


def test_datelines_are_those_of_the_language() -> None:
    german = DatelineData(
        opening=r"[A-ZÄÖÜ][a-zäöüß]+ \(dpa\) [–-] ",
        clock=r"\d{1,2}\.\d{2} Uhr",
        complete="",
        short="",
        changed="",
        wire="",
    )
    assert blank_datelines("Köln (dpa) – Ein Schiff sank.", german).strip() == "Ein Schiff sank."
    assert blank_datelines("16.42 Uhr\nEin Schiff sank.", german).strip() == "Ein Schiff sank."
    assert blank_datelines("OSLO (AP) -- A ferry sank.", german) == "OSLO (AP) -- A ferry sank."


def test_without_any_they_stay() -> None:
    text = "OSLO (AP) -- A ferry sank."
    assert readable(text, []) == text
    assert readable(text, [], DATELINES).strip() == "A ferry sank."
