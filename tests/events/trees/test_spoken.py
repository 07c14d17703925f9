"""Words of a sentence joined into a phrase, as the language writes them."""

from __future__ import annotations

import pytest
from attrs import evolve

from timeline.events.trees.noun_phrases import spoken
from timeline.languages.en.events import EVENTS
from timeline.syntax.tree import Word


def word(text: str, upos: str = "PRON") -> Word:
    return Word(0, text, 0, len(text), text, upos, "X", {}, -1, "root")


@pytest.mark.parametrize(
    ("text", "upos", "written"),
    [("It", "PRON", "it"), ("In", "ADP", "in"), ("I", "PRON", "I"), ("NATO", "PROPN", "NATO"), ("UN", "NOUN", "UN")],
)
def test_what_opened_its_sentence_is_written_as_within_one(text: str, upos: str, written: str) -> None:
    assert spoken(["she said", word(text, upos)], EVENTS) == f"she said {written}"
    assert spoken([word(text, upos)], EVENTS) == text


def test_words_that_keep_their_capital_are_those_of_the_language() -> None:
    assert spoken(["she said", word("Er")], evolve(EVENTS, capitalised=frozenset({"er"}))) == "she said Er"


@pytest.mark.parametrize(("said", "left"), [("of Acme Inc.", "of Acme Inc."), ("the end.", "the end")])
def test_the_full_stop_of_an_abbreviation_stays(said: str, left: str) -> None:
    assert spoken([said], EVENTS) == left
