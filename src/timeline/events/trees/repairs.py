"""Mending what a parser reads wrongly again and again, before events are sought.

"The ship was due to leave": the parser takes "due to" for a conjunction, as in "due to the rain", and loses that it was
only planned. "It plans to build": "it" stands for nothing else where somebody plans. "It began at dawn and went on,
officials said": what reports the sentence is not told beside it. "It stopped after rain burst the banks": told as past
where the clause above is.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.trees.clauses import argument, has, relation

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Analysis, Sentence, Word

__all__ = ["TENSED", "rehung", "repaired", "unmasked"]

_MASK = re.compile(r"Xx{3,}")
_LEFT = frozenset({"nsubj", "csubj", "expl", "cop", "aux", "advmod", "vocative", "dislocated"})
TENSED = frozenset({"VBD", "VBZ", "VBP", "MD"})
"""Tags of what makes a clause finite."""


def repaired(sentence: Sentence, lexicon: EventLexicon) -> Sentence:
    """Give the sentence with its tree put right; the sentence itself where nothing is amiss."""
    for word in sentence.words:
        if word.lemma.lower() in lexicon.expectant and word.deprel == "mark":
            sentence = _expected(sentence, word, lexicon)
        elif word.deprel == "expl" and word.index + 1 == word.head:
            sentence = _personal(sentence, word, lexicon)
        elif word.deprel == "conj" and word.lemma.lower() in lexicon.reporting:
            sentence = _reported(sentence, word)
        elif word.xpos in {"VBP", "VB"} and word.text.lower() in lexicon.unchanging:
            sentence = _told_as_past(sentence, word)
    return sentence


def _reported(sentence: Sentence, verb: Word) -> Sentence:
    """Make what ends a sentence after a comma, with its own subject, the report of the sentence."""
    below = sentence.subtree(verb)
    first = below[0].index
    named = argument(sentence, verb, "nsubj") is not None and not has(sentence, verb, "cc", "ccomp", "obj", "xcomp")
    apart = first > 0 and sentence.words[first - 1].text == ","
    if not named or not apart or any(word.upos != "PUNCT" for word in sentence.words[below[-1].index + 1 :]):
        return sentence
    return rehung(sentence, {verb.index: evolve(verb, deprel="parataxis")})


def _told_as_past(sentence: Sentence, verb: Word) -> Sentence:
    """Take a verb whose past looks like its present for past where it is finite below a verb in the past."""
    above = sentence.governor(verb)
    if above is None or above.xpos != "VBD" or relation(verb) not in {"advcl", "conj", "parataxis"}:
        return sentence
    marked = any(mark.xpos == "TO" for mark in sentence.dependents(verb, "mark"))
    if marked or has(sentence, verb, "aux", "cop") or not has(sentence, verb, "nsubj"):
        return sentence
    feats = {**verb.feats, "Mood": "Ind", "Tense": "Past", "VerbForm": "Fin"}
    return rehung(sentence, {verb.index: evolve(verb, xpos="VBD", feats=feats)})


def _expected(sentence: Sentence, adjective: Word, lexicon: EventLexicon) -> Sentence:
    """Make "due" the predicate of "was due to leave", and "leave" what completes it."""
    verb = sentence.governor(adjective)
    marks = [] if verb is None else [mark.index for mark in sentence.dependents(verb, "mark")]
    marker = adjective.index + 1
    if verb is None or verb.xpos != "VB" or marker not in marks or not has(sentence, verb, "cop", "aux"):
        return sentence
    if sentence.words[marker].text.lower() != lexicon.infinitive_marker:
        return sentence
    changed = {
        adjective.index: evolve(adjective, upos="ADJ", xpos="JJ", head=verb.head, deprel=verb.deprel),
        verb.index: evolve(verb, head=adjective.index, deprel="xcomp"),
    }
    subject = argument(sentence, verb, "nsubj", "csubj", "expl")
    for child in sentence.dependents(verb):
        before = child.index < adjective.index
        if child.index == adjective.index or (not before and not _is_joined(sentence, child)):
            continue
        named = child.deprel == "nsubj:outer" or (subject is None and before and _is_name(child))
        changed[child.index] = evolve(child, head=adjective.index, deprel="nsubj" if named else child.deprel)
    return rehung(sentence, changed)


def _is_joined(sentence: Sentence, child: Word) -> bool:
    """Tell whether what follows goes on from the whole clause, not from its infinitive."""
    if relation(child) == "punct":
        return child.index == len(sentence.words) - 1
    finite = child.xpos in TENSED or any(aux.xpos in TENSED for aux in sentence.dependents(child, "aux", "cop"))
    return relation(child) in {"conj", "parataxis"} and finite


def _is_name(child: Word) -> bool:
    return relation(child) in _LEFT and child.upos in {"NOUN", "PROPN", "PRON"}


def _personal(sentence: Sentence, pronoun: Word, lexicon: EventLexicon) -> Sentence:
    """Make "it" the subject of what only somebody can do: "it plans to build"."""
    verb = sentence.words[pronoun.head]
    willing = verb.lemma.lower() in lexicon.personal
    if not willing or verb.xpos not in TENSED or not has(sentence, verb, "xcomp", "obj"):
        return sentence
    return rehung(sentence, {pronoun.index: evolve(pronoun, deprel="nsubj")})


def unmasked(analysis: Analysis, text: str) -> Analysis:
    """Give the analysis of a text with the addresses in it that stood as "Xxx…" before the parser."""
    sentences = tuple(
        rehung(sentence, {word.index: evolve(word, text=text[word.start : word.end]) for word in hidden})
        if (hidden := [word for word in sentence.words if _MASK.fullmatch(word.text)])
        else sentence
        for sentence in analysis.sentences
    )
    return evolve(analysis, sentences=sentences)


def rehung(sentence: Sentence, changed: Mapping[int, Word]) -> Sentence:
    """Give a sentence some of whose words are replaced, and hang elsewhere."""
    words = tuple(changed.get(word.index, word) for word in sentence.words)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head >= 0:
            children[word.head].append(word.index)
    return evolve(sentence, words=words, children=tuple(tuple(each) for each in children))
