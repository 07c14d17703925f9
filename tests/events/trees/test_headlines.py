"""Headlines whose verb the parser took for a noun."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.trees.headlines import headline_repaired
from timeline.languages.en.events import EVENTS

if TYPE_CHECKING:
    from timeline.syntax.tree import Analysis


def test_the_verb_becomes_the_root(trees: dict[str, tuple[str, Analysis]]) -> None:
    (sentence,) = trees["headline"][1].sentences
    told = [(word.text, word.upos, word.deprel) for word in headline_repaired(sentence, EVENTS).words]
    assert told == [
        ("Tokyo", "PROPN", "nsubj"),
        ("releases", "VERB", "root"),
        ("defence", "NOUN", "compound"),
        ("white", "ADJ", "amod"),
        ("paper", "NOUN", "obj"),
    ]


def test_what_is_read_well_stays(trees: dict[str, tuple[str, Analysis]]) -> None:
    (sentence,) = trees["drills"][1].sentences
    assert headline_repaired(sentence, EVENTS) is sentence
