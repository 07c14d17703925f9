"""The analysis of a text does not depend on the texts it is analysed with."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

if TYPE_CHECKING:
    from timeline.syntax import Parser

SENTENCES = (
    "Rain.",
    "Why?!",
    "The ferry sank off Kestrel Bay on Monday.",
    "Ines Moreau, 52, runs a bakery.",
    "“It won't hold,” she said – twice.",
    "Workers at the ironworks, which closed in 2019 after three owners had failed to find a buyer, marched again.",
    "He'd have gone if they'd let him; they didn't, and nobody knows why, least of all the union.",
    "Sales rose 3.4% to $1.2bn",
    "see www.example.org/a?b=c or write to press@example.org",
    "to be, or not to be, that is the question that the committee has been asked to answer by the end of next week",
    "Nokkoniemi's naïveté baffled Śląsk's übergangsregierung.",
    "A b c d e f g h i j k l m n o p q r s t u v w x y z " * 12,
)
TEXTS = st.lists(st.sampled_from(SENTENCES), max_size=6).map(lambda found: "\n\n".join(found[:3]) + " ".join(found[3:]))


@pytest.mark.parametrize("precision", ["rounded", "floats"])
def test_company_changes_nothing(precision: str, parser: Parser, exact: Parser) -> None:
    chosen = exact if precision == "floats" else parser

    @settings(deadline=None, max_examples=12, suppress_health_check=[HealthCheck.too_slow])
    @given(st.lists(TEXTS, max_size=8))
    def check(texts: list[str]) -> None:
        together = list(chosen.parse_many(texts))
        assert together == [chosen.parse(text) for text in texts]
        feats = [[[w.feats for w in s] for s in analysis.sentences] for analysis in together]
        assert feats == [[[w.feats for w in s] for s in chosen.parse(text).sentences] for text in texts]

    check()


def test_batches_of_any_size_give_the_same(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    texts = [" ".join(SENTENCES[place:]) for place in range(len(SENTENCES))]
    expected = [parser.parse(text) for text in texts]
    for size in (1, 300, 2_000):
        monkeypatch.setattr("timeline.syntax.parser.BATCH_CHARACTERS", size)
        assert list(parser.parse_many(texts)) == expected


def test_what_was_read_before_changes_nothing(parser: Parser, monkeypatch: pytest.MonkeyPatch) -> None:
    text = " ".join(SENTENCES)
    expected = parser.parse(text)
    monkeypatch.setattr("timeline.syntax.spelling.REMEMBERED", 0)
    monkeypatch.setattr("timeline.syntax.lemmatizer.REMEMBERED", 0)
    monkeypatch.setattr("timeline.syntax.alphabet.REMEMBERED", 0)
    parser.parse("Quite other words stood here: Żółć, œuvre, 漢字.")
    assert parser.parse(text) == expected


def test_a_fault_comes_after_the_texts_before_it(parser: Parser) -> None:
    def texts() -> object:
        yield "It rained."
        yield "It stopped."
        message = "no more"
        raise OSError(message)

    found = parser.parse_many(texts())  # type: ignore[arg-type]
    assert [len(next(found).sentences) for _ in range(2)] == [1, 1]
    with pytest.raises(OSError, match="no more"):
        next(found)
