"""What a word's form says, by its features in Universal Dependencies (https://universaldependencies.org/u/feat/).

The features decide. Where a tree has none, or too few (hand-made trees, parsers without morphology), the treebank's own
tag does; no other module reads these tags, but for the learned models that were fitted on them.
"""

from __future__ import annotations

import enum
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from timeline.syntax.tree import Word

__all__ = [
    "VerbForm",
    "as_adjective",
    "as_modal",
    "as_noun",
    "as_past",
    "as_present",
    "is_base",
    "is_common_singular",
    "is_gerund",
    "is_modal",
    "is_participle",
    "is_past",
    "is_plain_adjective",
    "is_plural",
    "is_possessive",
    "is_present",
    "is_proper",
    "is_relative",
    "is_relative_adverb",
    "is_superlative",
    "is_tensed",
    "is_third_person",
    "verb_form",
]


class VerbForm(enum.Enum):
    """The forms of verbs that tell tense, aspect or dependence apart."""

    PAST = "past"
    PRESENT = "present"
    MODAL = "modal"
    """A finite auxiliary without tense: will, could."""
    BASE = "base"
    """The infinitive, and the imperative."""
    PARTICIPLE = "past participle"
    GERUND = "gerund or present participle"


_TAGS = {
    "VBD": VerbForm.PAST,
    "VBZ": VerbForm.PRESENT,
    "VBP": VerbForm.PRESENT,
    "MD": VerbForm.MODAL,
    "VB": VerbForm.BASE,
    "VBN": VerbForm.PARTICIPLE,
    "VBG": VerbForm.GERUND,
}
_VERBS = frozenset({"VERB", "AUX"})
_NAMES = frozenset({"NNP", "NNPS"})
_TENSED = frozenset({VerbForm.PAST, VerbForm.PRESENT, VerbForm.MODAL})
_PAST = {"Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
_PRESENT = {"Mood": "Ind", "Number": "Sing", "Person": "3", "Tense": "Pres", "VerbForm": "Fin"}


def verb_form(word: Word) -> VerbForm | None:
    """Return the form of a verb; None for other words."""
    feats = word.feats
    if "VerbForm" in feats and word.upos in _VERBS and word.xpos not in _NAMES:
        found = _of_features(feats, word.upos)
        if found is not None:
            return found
    return _TAGS.get(word.xpos)


def _of_features(feats: Mapping[str, str], upos: str) -> VerbForm | None:
    """Return the form that features name; None where too few are given."""
    form, tense = feats["VerbForm"], feats.get("Tense")
    if form == "Inf" or feats.get("Mood") == "Imp":
        return VerbForm.BASE
    if form == "Ger":
        return VerbForm.GERUND
    if form == "Part":
        return {"Past": VerbForm.PARTICIPLE, "Pres": VerbForm.GERUND}.get(tense or "")
    if form == "Fin" and tense is None and upos == "AUX" and "Mood" not in feats:
        return VerbForm.MODAL
    return {"Past": VerbForm.PAST, "Pres": VerbForm.PRESENT}.get(tense or "") if form == "Fin" else None


def is_past(word: Word) -> bool:
    """Whether a verb is finite and in the past: went, was."""
    return verb_form(word) is VerbForm.PAST


def is_present(word: Word) -> bool:
    """Whether a verb is finite and in the present: goes, are."""
    return verb_form(word) is VerbForm.PRESENT


def is_third_person(word: Word) -> bool:
    """Whether a verb is in the present and says by its form that its subject is one other: goes, is."""
    if verb_form(word) is not VerbForm.PRESENT:
        return False
    feats = word.feats
    return feats["Person"] == "3" and feats.get("Number") == "Sing" if "Person" in feats else word.xpos == "VBZ"


def is_modal(word: Word) -> bool:
    """Whether an auxiliary is finite without tense: will, could."""
    return verb_form(word) is VerbForm.MODAL


def is_tensed(word: Word) -> bool:
    """Whether a word makes its clause finite: a verb with tense, or a modal."""
    return verb_form(word) in _TENSED


def is_base(word: Word) -> bool:
    """Whether a verb stands in its base form: an infinitive (with or without its marker), an imperative."""
    return verb_form(word) is VerbForm.BASE


def is_participle(word: Word) -> bool:
    """Whether a verb is a past participle: gone, been."""
    return verb_form(word) is VerbForm.PARTICIPLE


def is_gerund(word: Word) -> bool:
    """Whether a verb is a gerund or a present participle: going."""
    return verb_form(word) is VerbForm.GERUND


def is_plural(word: Word) -> bool:
    """Whether a noun or name is plural."""
    number = word.feats.get("Number") if word.upos in {"NOUN", "PROPN"} else None
    return word.xpos in {"NNS", "NNPS"} if number is None else number in {"Plur", "Ptan"}


def is_common_singular(word: Word) -> bool:
    """Whether a word has the form of a common noun in the singular."""
    number = word.feats.get("Number") if word.upos == "NOUN" else None
    return word.xpos == "NN" if number is None else number == "Sing"


def is_proper(word: Word) -> bool:
    """Whether a word is a name or within one.

    Inside names the part of speech may be that of the word elsewhere ("United"); then only the tag says so.
    """
    return word.upos == "PROPN" or word.xpos in _NAMES


def is_plain_adjective(word: Word) -> bool:
    """Whether a word is an adjective that compares nothing."""
    degree = word.feats.get("Degree") if word.upos == "ADJ" else None
    return word.xpos == "JJ" if degree is None else degree == "Pos"


def is_superlative(word: Word) -> bool:
    """Whether a word is an adjective in the superlative: youngest."""
    degree = word.feats.get("Degree") if word.upos == "ADJ" else None
    return word.xpos == "JJS" if degree is None else degree == "Sup"


def is_possessive(word: Word) -> bool:
    """Whether a pronoun or determiner says whose: his, their."""
    return word.feats.get("Poss") == "Yes" or word.xpos == "PRP$"


def is_relative(word: Word) -> bool:
    """Whether a pronoun or determiner joins a clause or asks: who, which; not whose."""
    kind = word.feats.get("PronType") if word.upos in {"PRON", "DET"} else None
    if kind is None:
        return word.xpos in {"WDT", "WP"}
    return kind in {"Rel", "Int"} and "Poss" not in word.feats


def is_relative_adverb(word: Word) -> bool:
    """Whether an adverb joins a clause or asks: when, where, how."""
    kind = word.feats.get("PronType") if word.upos == "ADV" else None
    return word.xpos == "WRB" if kind is None else kind in {"Rel", "Int"}


def as_past(word: Word) -> Word:
    """Return a word read as a verb in the past."""
    return evolve(word, upos="VERB", xpos="VBD", feats=_PAST)


def as_present(word: Word) -> Word:
    """Return a word read as a verb in the present, of one other."""
    return evolve(word, upos="VERB", xpos="VBZ", feats=_PRESENT)


def as_modal(word: Word) -> Word:
    """Return a word read as a modal auxiliary."""
    return evolve(word, upos="AUX", xpos="MD", feats={"VerbForm": "Fin"})


def as_noun(word: Word) -> Word:
    """Return a word read as a common noun in the singular."""
    return evolve(word, upos="NOUN", xpos="NN", feats={"Number": "Sing"})


def as_adjective(word: Word) -> Word:
    """Return a word read as an adjective."""
    return evolve(word, upos="ADJ", xpos="JJ", feats={"Degree": "Pos"})
