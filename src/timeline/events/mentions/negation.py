"""Explicit negation: "did not", "no longer", "has yet to", "without a word being said", "nobody"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.trees.clauses import (
    auxiliaries,
    copula_of,
    has,
    is_pending_adverb,
    marker_of,
    relation,
    shared_head,
)
from timeline.syntax.morphology import is_gerund

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = [
    "denying_branches",
    "denying_mark",
    "is_hindered",
    "is_negated",
    "is_pending",
    "joint_denial",
    "opening_negation",
]

_LONGEST = 4
"""Most words of a negating phrase."""
_ADVERBIAL = frozenset({"advmod", "obl", "nmod", "amod", "discourse"})


def is_negated(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a clause is negated, by itself or with the auxiliaries it shares: "did not come and see"."""
    first = shared_head(sentence, word)
    if first is not None and not has(sentence, word, "aux", "cop", "nsubj") and auxiliaries(sentence, word):
        contrast = any(child.lower in lexicon.contrast for child in sentence.dependents(word, "cc"))
        if not contrast and is_negated(sentence, first, lexicon):
            return True
    if (
        is_pending(sentence, word, lexicon)
        or denying_mark(sentence, word, lexicon)
        or _is_over(sentence, word, lexicon)
    ):
        return True
    return any(_denies(sentence, sentence.words[index], lexicon) for index in sentence.children[word.index])


def _is_over(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether all that is said of a subject is a phrase that denies: "the talks are no more"."""
    said = sentence.governor(word)
    if said is None or relation(word) != "nsubj" or copula_of(sentence, said) is None or not said.index:
        return False
    first = sentence.words[said.index - 1]
    phrase = first.head == said.index and f"{first.lower} {said.lower}" in lexicon.negative_phrases
    return phrase and not _is_hollow(sentence, first.index, lexicon)


def _denies(sentence: Sentence, child: Word, lexicon: EventLexicon) -> bool:
    """Whether a word below a predicate negates it."""
    text, kind = child.lower, relation(child)
    if kind in {"advmod", "cc", "det"} and text in lexicon.negations:
        return not _is_hollow(sentence, child.index, lexicon)
    if kind in {"det", "nsubj", "obj"} and text in lexicon.negative_determiners:
        return not _is_hollow(sentence, child.index, lexicon)
    if kind == "obj":
        return _has_none(sentence, child, lexicon)
    if kind == "nsubj":
        opening = sentence.subtree(child)[0]
        negative = opening.lower in lexicon.negations and not _is_hollow(sentence, opening.index, lexicon)
        return negative or _has_none(sentence, child, lexicon)
    return kind in _ADVERBIAL and _spoken(sentence, child) in lexicon.negative_phrases


def _has_none(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    return any(
        child.lower in lexicon.negative_determiners and not _is_hollow(sentence, child.index, lexicon)
        for child in sentence.dependents(word, "det")
    )


def _is_hollow(sentence: Sentence, index: int, lexicon: EventLexicon) -> bool:
    """Whether a negation does not negate the event: "no fewer than twenty", "not only"."""
    texts = [word.lower for word in sentence.words[index : index + _LONGEST]]
    return any(" ".join(texts[:count]) in lexicon.hollow_negations for count in range(2, len(texts) + 1))


def _spoken(sentence: Sentence, word: Word) -> str:
    """Return the text of a short branch, in lower case; empty for a longer one."""
    below = sentence.subtree(word)
    return " ".join(each.lower for each in below) if len(below) <= _LONGEST else ""


def is_pending(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether an infinitive is what has not happened so far: "is yet to be found", "remains to be found"."""
    marks = [mark.index for mark in sentence.dependents(word, "mark") if mark.lower == lexicon.infinitive_marker]
    if not marks:
        return False
    adverbs = [child for child in sentence.dependents(word, "advmod") if is_pending_adverb(sentence, child, lexicon)]
    verbs = [child for child in sentence.dependents(word, "aux") if child.entry in lexicon.pending]
    return any(child.index + 1 == marks[0] for child in (*adverbs, *verbs))


def denying_mark(sentence: Sentence, word: Word, lexicon: EventLexicon) -> list[Word]:
    """Return the markers of a clause that did not happen: "without (saying)", "far from (ending)"."""
    for mark in sentence.dependents(word, "mark", "case", "cc"):
        if mark.index > word.index:
            break
        words = sentence.subtree(mark)
        if len(words) <= _LONGEST and " ".join(each.lower for each in words) in lexicon.denying_marks:
            return words
        above = sentence.governor(word)
        beside = above is not None and above.index + 1 == mark.index
        if above is not None and beside and f"{above.lower} {mark.lower}" in lexicon.denying_marks:
            return [above, mark]
    return []


def is_hindered(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a gerund is what somebody was kept from: "prevented them from leaving"."""
    governor = sentence.governor(word)
    kept = governor is not None and governor.entry in lexicon.hindering
    return kept and is_gerund(word) and marker_of(sentence, word) in lexicon.origins


def denying_branches(sentence: Sentence, word: Word, lexicon: EventLexicon) -> list[list[Word]]:
    """Return the adverbs and phrases that negate a predicate, each as its words: "never", "no longer"."""
    kinds = _ADVERBIAL | {"cc"}
    below = (sentence.words[index] for index in sentence.children[word.index])
    return [
        sentence.subtree(child) for child in below if relation(child) in kinds and _denies(sentence, child, lexicon)
    ]


def joint_denial(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Word | None:
    """Return the first of two predicates that one pair of words negates: "neither signed nor vetoed"."""
    first = shared_head(sentence, word)
    denied = first is not None and any(child.lower in lexicon.negations for child in sentence.dependents(word, "cc"))
    return first if denied and not has(sentence, word, "aux", "cop", "nsubj") else None


def opening_negation(sentence: Sentence, word: Word, before: int, lexicon: EventLexicon) -> list[int]:
    """Return the indices of the opening of a clause, up to `before`, from the first phrase that inverts it."""
    negative = lexicon.negations | lexicon.negative_determiners | lexicon.inverting
    for child in sentence.dependents(word):
        branch = [each for each in sentence.subtree(child) if each.index < before]
        if any(each.lower in negative for each in branch):
            return list(range(branch[0].index, before))
    return []
