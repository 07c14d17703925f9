"""Cutting readable stretches out of a tree: noun phrases and clauses, in the words of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from timeline.events.clauses import relation, run_around
from timeline.syntax.tree import Sentence, Word

__all__ = ["noun_phrase", "pruned", "rendered", "spoken"]

_LOOSE = frozenset({"parataxis", "discourse", "vocative", "dislocated", "list", "punct:loose", "reparandum", "orphan"})
_CUT = frozenset({"appos", "acl", "advcl", "conj", "nmod", "obl"})
_OPENING = frozenset("([{“‘\"'`«—–-,;:")
_CLOSING = frozenset(")]}”’\"'«»—–-,;:.!?")
_PHRASE = 14
_GLUED = frozenset({"-", "/"})


def pruned(sentence: Sentence, head: Word, drop: Collection[str], keep: Collection[int] = ()) -> set[int]:
    """Give the indices under `head`, without the branches whose relation (full or plain) is in `drop`."""
    found, queue = set(), [head.index]
    while queue:
        index = queue.pop()
        found.add(index)
        for child in sentence.children[index]:
            word = sentence.words[child]
            dropped = word.deprel in drop or relation(word) in drop or relation(word) in _LOOSE
            if child in keep or not dropped:
                queue.append(child)
    return found


def noun_phrase(sentence: Sentence, head: Word, omit: Collection[int] = ()) -> list[int]:
    """Give the indices of a noun phrase: unbroken, without its preposition, relative clauses and asides.

    Long phrases lose what follows the head, the least close first.
    """
    outer = {
        child
        for child in sentence.children[head.index]
        if sentence.words[child].deprel in {"case", "mark", "cc", "cop", "nsubj", "nsubj:pass", "aux", "advcl", "acl:relcl", "expl"}
    }
    outer |= {child for child in sentence.children[head.index] if sentence.words[child].deprel == "obl" and child < head.index}
    run: list[int] = []
    for drop in ({"acl:relcl", "parataxis"}, {"acl:relcl", "acl", "appos", "advcl"}, {"acl", "appos", "advcl", "conj"}, _CUT):
        allowed = pruned(sentence, head, drop)
        for child in outer:
            allowed -= _below(sentence, child)
        for index in omit:
            allowed.discard(index)
        allowed.add(head.index)
        run = trimmed(sentence, run_around(allowed, head.index), head.index)
        if len(run) <= _PHRASE:
            break
    return run


def _below(sentence: Sentence, index: int) -> set[int]:
    return {word.index for word in sentence.subtree(sentence.words[index])}


def trimmed(sentence: Sentence, indices: list[int], head: int) -> list[int]:
    """Drop punctuation and joining words at both ends."""
    first, last = 0, len(indices)
    while first < last and indices[first] != head and _is_edge(sentence.words[indices[first]], _OPENING):
        first += 1
    while last > first and indices[last - 1] != head and _is_edge(sentence.words[indices[last - 1]], _CLOSING):
        last -= 1
    return indices[first:last]


def _is_edge(word: Word, marks: Collection[str]) -> bool:
    return word.upos in {"CCONJ", "PUNCT"} or word.text in marks


def rendered(sentence: Sentence, indices: Iterable[int]) -> list[str]:
    """Give words as pieces of text, words that touch each other in the text as one piece."""
    pieces: list[str] = []
    previous: Word | None = None
    for index in sorted(indices):
        word = sentence.words[index]
        touches = previous is not None and previous.end == word.start and previous.index == word.index - 1
        if touches:
            pieces[-1] += word.text
        elif pieces and word.text in _CLOSING and word.upos == "PUNCT" and word.text not in _OPENING - {",", ";", ":"}:
            pieces[-1] += word.text
        else:
            pieces.append(word.text)
        previous = word
    return pieces


def spoken(pieces: Iterable[str]) -> str:
    """Join pieces into a phrase: single spaces, no loose punctuation or unpaired quotes at the ends.

    >>> spoken(["the", "“unacceptable”", "exercise", ","])
    'the “unacceptable” exercise'
    """
    text = " ".join(piece for piece in pieces if piece).strip()
    text = " ".join(text.split())
    for mark in (" ,", " ;", " :"):
        text = text.replace(mark, mark[1])
    while ",," in text:
        text = text.replace(",,", ",")
    text = text.strip(",;:—– ")
    text = text.rstrip(".")
    for opening, closing in (("“", "”"), ("‘", "’"), ("(", ")"), ("[", "]"), ('"', '"')):
        same = opening == closing
        unpaired = text.count(opening) % 2 if same else text.count(opening) - (text.count(closing) if closing != "’" else text.count(opening))
        if unpaired:
            text = text.replace(opening, "").replace(closing, "") if same or opening in "“([" else text
    return " ".join(text.split()).strip(",;: ")
