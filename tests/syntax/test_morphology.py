"""What features say of a word's form, and what the treebank's tag says where there are none."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from timeline.syntax import morphology
from timeline.syntax.morphology import VerbForm, verb_form
from timeline.syntax.tree import Word


def word(text: str, upos: str, xpos: str, feats: str = "") -> Word:
    pairs = dict(pair.split("=") for pair in feats.split("|") if pair)
    return Word(0, text, 0, len(text), text, upos, xpos, pairs, -1, "root")


FORMS = [
    ("went", "VERB", "VBD", "Mood=Ind|Tense=Past|VerbForm=Fin", VerbForm.PAST),
    ("goes", "VERB", "VBZ", "Mood=Ind|Number=Sing|Person=3|Tense=Pres|VerbForm=Fin", VerbForm.PRESENT),
    ("will", "AUX", "MD", "VerbForm=Fin", VerbForm.MODAL),
    ("go", "VERB", "VB", "VerbForm=Inf", VerbForm.BASE),
    ("Wait", "VERB", "VB", "Mood=Imp|VerbForm=Fin", VerbForm.BASE),
    ("gone", "VERB", "VBN", "Tense=Past|VerbForm=Part", VerbForm.PARTICIPLE),
    ("going", "VERB", "VBG", "Tense=Pres|VerbForm=Part", VerbForm.GERUND),
    ("going", "VERB", "VBG", "VerbForm=Ger", VerbForm.GERUND),
]


@pytest.mark.parametrize(("text", "upos", "xpos", "feats", "form"), FORMS)
def test_features_and_tags_name_the_same_form(text: str, upos: str, xpos: str, feats: str, form: VerbForm) -> None:
    assert verb_form(word(text, upos, xpos, feats)) is form
    assert verb_form(word(text, upos, "X", feats)) is form
    assert verb_form(word(text, upos, xpos)) is form


def test_where_they_differ_the_features_decide() -> None:
    assert verb_form(word("reported", "VERB", "VBN", "Tense=Past|VerbForm=Fin")) is VerbForm.PAST


def test_the_tag_decides_where_the_features_are_too_few() -> None:
    assert verb_form(word("do", "VERB", "VBP", "VerbForm=Fin")) is VerbForm.PRESENT
    assert verb_form(word("hit", "VERB", "VBN", "VerbForm=Part")) is VerbForm.PARTICIPLE


def test_a_name_or_a_noun_has_no_verb_form() -> None:
    assert verb_form(word("United", "VERB", "NNP", "Tense=Past|VerbForm=Part")) is None
    assert verb_form(word("voting", "NOUN", "NN", "Number=Sing|VerbForm=Ger")) is None


def test_person_is_told_apart_in_the_present_only() -> None:
    assert morphology.is_third_person(word("goes", "VERB", "VBZ"))
    assert not morphology.is_third_person(word("go", "VERB", "VBP"))
    assert not morphology.is_third_person(
        word("was", "AUX", "VBD", "Mood=Ind|Number=Sing|Person=3|Tense=Past|VerbForm=Fin")
    )


@pytest.mark.parametrize("feats", ["PronType=Rel", "PronType=Int", ""])
def test_a_relative_pronoun(feats: str) -> None:
    assert morphology.is_relative(word("who", "PRON", "WP", feats))
    assert not morphology.is_relative(word("whose", "PRON", "WP$", f"{feats}|Poss=Yes"))
    assert not morphology.is_relative(word("that", "SCONJ", "IN"))


@pytest.mark.parametrize(
    ("remade", "holds"),
    [
        (morphology.as_past, morphology.is_past),
        (morphology.as_present, morphology.is_third_person),
        (morphology.as_modal, morphology.is_modal),
        (morphology.as_noun, morphology.is_common_singular),
        (morphology.as_adjective, morphology.is_plain_adjective),
    ],
)
@pytest.mark.parametrize("feats", ["", "Tense=Past|VerbForm=Part", "Number=Plur"])
def test_a_word_read_anew_has_the_features_and_the_tag_of_what_it_is(
    remade: Callable[[Word], Word], holds: Callable[[Word], bool], feats: str
) -> None:
    changed = remade(word("hit", "NOUN", "NNS", feats))
    assert holds(changed)
    assert holds(word(changed.text, changed.upos, changed.xpos))
