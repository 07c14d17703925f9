"""Trees that no newspaper prints, but that a parser makes of lists and broken pages."""

from __future__ import annotations

import pytest

from timeline.calculus.instants import Instant
from timeline.documents import Article
from timeline.events import extract_events
from timeline.languages.en.events import EVENTS
from timeline.syntax.tree import Analysis, Sentence, Word

COUNT = 1_200


def chain(deprel: str, xpos: str) -> tuple[str, Analysis]:
    """Build a sentence in which each verb hangs on the one before it."""
    words = []
    for index in range(COUNT):
        start = index * 5
        tag, relation = (xpos, deprel) if index else ("VBD", "root")
        words.append(Word(index, "went", start, start + 4, "go", "VERB", tag, {}, index - 1, relation))
    children = tuple((index + 1,) if index + 1 < COUNT else () for index in range(COUNT))
    sentence = Sentence(0, tuple(words), 0, words[-1].end, children)
    return " ".join(["went"] * COUNT), Analysis((sentence,), "by hand")


CHAINS = [(deprel, "VBD") for deprel in ("conj", "xcomp", "advcl", "ccomp", "acl", "acl:relcl", "parataxis")]


@pytest.mark.parametrize(("deprel", "xpos"), [*CHAINS, ("conj", "VB"), ("xcomp", "VBN")])
def test_deep_chains_neither_fail_nor_lose_events(deprel: str, xpos: str) -> None:
    text, analysis = chain(deprel, xpos)
    found = extract_events(Article(text, Instant.of(2022)), (), analysis, (), EVENTS).events
    assert len(found) == COUNT
    assert len({event.id for event in found}) == COUNT


def test_odd_characters_keep_their_places() -> None:
    text = "\ud800\0 went 🙂 \u202ewent"
    starts = [3, 11]
    words = tuple(
        Word(index, "went", start, start + 4, "go", "VERB", "VBD", {}, index - 1, "conj" if index else "root")
        for index, start in enumerate(starts)
    )
    sentence = Sentence(0, words, 3, 15, ((1,), ()))
    for event in extract_events(Article(text), (), Analysis((sentence,), "by hand"), (), EVENTS).events:
        assert text[event.trigger.start : event.trigger.end] == event.trigger.text == "went"
