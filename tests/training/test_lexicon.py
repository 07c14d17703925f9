from __future__ import annotations

from collections import Counter

from timeline.training.lexicon import word_types
from timeline.training.treebanks import Sentence, Word


def _word(form: str, lemma: str) -> Word:
    return Word(form, lemma, "VERB", "_", "_", 0, "root")


TEXT = [Sentence((_word("was", "be"),))] * 7 + [
    Sentence((_word("saw", "see"), _word("saw", "saw"), _word("saw", "see")))
]


def test_each_word_is_there_once() -> None:
    items = Counter((word.form, word.lemma) for sentence in word_types(TEXT, 1) for word in sentence.words)
    assert items == {("was", "be"): 1, ("saw", "see"): 1}


def test_addresses_are_left_out() -> None:
    assert word_types([Sentence((_word("https://example.org/a/long/way", "x"),))], 1) == []


def test_the_seed_decides_the_order() -> None:
    many = [Sentence((_word(str(number), "x"),)) for number in range(50)]
    assert word_types(many, 1) == word_types(many, 1) != word_types(many, 2)
    assert [len(sentence.words) for sentence in word_types(many, 1)] == [20, 20, 10]
