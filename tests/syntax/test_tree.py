"""Words as lists of words have them."""

from __future__ import annotations

from attrs import evolve

from timeline.syntax.tree import Word

WORD = Word(0, "Straße", 0, 6, "Straße", "NOUN", "NN", {}, -1, "root")


def test_a_word_keeps_its_spelling_and_knows_it_in_lower_case() -> None:
    assert (WORD.text, WORD.lower, WORD.lemma, WORD.entry) == ("Straße", "straße", "Straße", "straße")


def test_a_changed_word_is_looked_up_as_what_it_is_now() -> None:
    assert evolve(WORD, lemma="Weg").entry == "weg"
    assert evolve(WORD, text="Wege").lower == "wege"
