from __future__ import annotations

from timeline.training.harmonisation import differences, harmonise
from timeline.training.treebanks import Sentence, Word


def _sentence(form: str, lemma: str, upos: str = "PART") -> Sentence:
    return Sentence((Word(form, lemma, upos, "POS", "_", 0, "root"),))


def test_a_convention_gives_way_to_the_reference() -> None:
    reference = [_sentence("'S", "'s")] * 6
    other = [_sentence("'s", "s")] * 4
    rules = differences(reference, other)
    assert rules["lemma"] == {("'s", "PART"): ("s", "'s")}
    assert harmonise(other, rules) == [_sentence("'s", "'s")] * 4


def test_what_varies_is_no_convention() -> None:
    reference = [_sentence("left", "left", "ADJ")] * 3 + [_sentence("left", "leave", "ADJ")] * 3
    other = [_sentence("left", "l", "ADJ")] * 4
    assert differences(reference, other)["lemma"] == {}


def test_what_is_rare_is_no_convention() -> None:
    assert differences([_sentence("so", "so")] * 4, [_sentence("so", "s")] * 4)["lemma"] == {}


def test_another_value_of_the_same_word_stays() -> None:
    rules = differences([_sentence("'s", "'s")] * 6, [_sentence("'s", "s")] * 20)
    assert harmonise([_sentence("'s", "be")], rules) == [_sentence("'s", "be")]
    assert harmonise([_sentence("'s", "s", "AUX")], rules) == [_sentence("'s", "s", "AUX")]
