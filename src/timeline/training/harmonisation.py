"""Harmonisation of the conventions of two treebanks.

Treebanks of one language differ in small conventions (what the lemma of "’s" is, which adverbs have a degree). Trained
on both, a model can only guess. So one is adapted to the other automatically: where each is consistent about a word of
a given part of speech and they disagree, the reference wins.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve

if TYPE_CHECKING:
    from timeline.training.treebanks import Sentence, Word

__all__ = ["differences", "harmonise"]

Column = Literal["lemma", "xpos", "feats"]
Key = tuple[str, str]
"""Lower-cased form and UPOS."""
Rules = Mapping[Column, Mapping[Key, tuple[str, str]]]
"""For each column and word: the value to replace, and its replacement."""

COLUMNS: tuple[Column, ...] = ("lemma", "xpos", "feats")
CONSISTENT = 0.9
"""Share of a word's occurrences that must agree for a treebank to have a convention for it."""
LEAST_REFERENCE = 5
LEAST_OTHER = 3


def differences(reference: Iterable[Sentence], other: Iterable[Sentence]) -> Rules:
    """Find the words about which both treebanks are consistent, but different."""
    ours, theirs = _count(reference), _count(other)
    rules: dict[Column, dict[Key, tuple[str, str]]] = {}
    for column in COLUMNS:
        rules[column] = {}
        for key in sorted(ours[column].keys() & theirs[column].keys()):
            wanted, used = (
                _convention(ours[column][key], LEAST_REFERENCE),
                _convention(theirs[column][key], LEAST_OTHER),
            )
            if wanted is not None and used is not None and wanted != used:
                rules[column][key] = (used, wanted)
    return rules


def harmonise(sentences: Sequence[Sentence], rules: Rules) -> list[Sentence]:
    """Return the sentences with the values replaced that `differences` found."""
    return [evolve(sentence, words=tuple(_bend(word, rules) for word in sentence.words)) for sentence in sentences]


def _bend(word: Word, rules: Rules) -> Word:
    key = (word.form.lower(), word.upos)
    changes: dict[str, Any] = {}
    for column in COLUMNS:
        used, wanted = rules[column].get(key, (None, ""))
        if getattr(word, column) == used:
            changes[column] = wanted
    return evolve(word, **changes)


def _count(sentences: Iterable[Sentence]) -> dict[Column, dict[Key, Counter[str]]]:
    counts: dict[Column, dict[Key, Counter[str]]] = {column: defaultdict(Counter) for column in COLUMNS}
    for sentence in sentences:
        for word in sentence.words:
            for column in COLUMNS:
                counts[column][word.form.lower(), word.upos][getattr(word, column)] += 1
    return counts


def _convention(values: Counter[str], least: int) -> str | None:
    value, count = values.most_common(1)[0]
    total = values.total()
    return value if total >= least and count > CONSISTENT * total else None
