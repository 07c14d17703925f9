"""Readable spans of a tree: noun phrases and clauses, in the words of the text."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from typing import TYPE_CHECKING

from timeline.events.trees.clauses import relation, run_around
from timeline.syntax.morphology import is_relative

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["is_aside", "is_close", "noun_phrase", "pruned", "rendered", "spoken"]

_LOOSE = frozenset({"parataxis", "discourse", "vocative", "dislocated", "list", "reparandum", "orphan"})
_CUT = frozenset({"appos", "acl", "advcl", "conj", "nmod", "obl"})
_OPENING = frozenset("([{“‘\"'`«—–-,;:")
_CLOSING = frozenset(")]}”’\"'«»—–-,;:.!?")
_OPENING_ONLY = frozenset("([{“‘`«\"'—–-")
_PHRASE = 14
_ENOUGH = 200


def pruned(sentence: Sentence, head: Word, drop: Collection[str], keep: Collection[int] = ()) -> set[int]:
    """Return the indices under `head`, the nearest first and no more than a phrase can use.

    Branches whose relation (full or plain) is in `drop` are left out, unless their head is in `keep`.
    """
    found = [head.index]
    for index in found:
        if len(found) > _ENOUGH:
            break
        for child in sentence.children[index]:
            word = sentence.words[child]
            dropped = word.deprel in drop or relation(word) in drop or relation(word) in _LOOSE
            free = word.deprel == "acl:relcl" and _is_free(sentence.words[index])
            if child in keep or free or not dropped or (word.deprel == "appos" and is_close(sentence, word)):
                found.append(child)
    return set(found)


def _is_free(word: Word) -> bool:
    """Whether a pronoun is both head and part of its relative clause: "what the flag should mean"."""
    return word.upos == "PRON" and is_relative(word)


def is_close(sentence: Sentence, word: Word) -> bool:
    """Whether an apposition follows without a comma: "the captain Harry Kane"."""
    first = sentence.subtree(word)[0]
    return first.index > 0 and first.upos != "PUNCT" and sentence.words[first.index - 1].upos != "PUNCT"


def noun_phrase(sentence: Sentence, head: Word, omit: Collection[int] = ()) -> list[int]:
    """Return the indices of a noun phrase: contiguous, without its preposition, relative clauses and asides.

    Long phrases lose what follows the head, the most distant first.
    """
    outer = {
        child
        for child in sentence.children[head.index]
        if sentence.words[child].deprel
        in {"case", "mark", "cc", "cop", "nsubj", "nsubj:pass", "aux", "advcl", "acl:relcl", "expl"}
    }
    outer |= {
        child for child in sentence.children[head.index] if sentence.words[child].deprel == "obl" and child < head.index
    }
    outer |= {child for child in sentence.children[head.index] if is_aside(sentence, sentence.words[child])}
    loose = set(omit) - _bound(sentence, head, omit)
    loose |= {child for index in loose for child in sentence.children[index] if sentence.words[child].deprel == "case"}
    run: list[int] = []
    for drop in (
        {"acl:relcl", "parataxis"},
        {"acl:relcl", "acl", "appos", "advcl"},
        {"acl", "appos", "advcl", "conj"},
        _CUT,
    ):
        allowed = pruned(sentence, head, drop)
        for child in outer:
            allowed -= _below(sentence, child)
        allowed -= loose
        allowed.add(head.index)
        run = trimmed(sentence, run_around(allowed, head.index), head.index)
        if len(run) <= _PHRASE:
            break
    return _with_name(sentence, head, run)


def is_aside(sentence: Sentence, word: Word) -> bool:
    """Whether a clause is enclosed in commas: "the ferry, built in 1988, …"."""
    first = sentence.subtree(word)[0].index if relation(word) == "acl" else 0
    return first > 0 and "," in {sentence.words[first].text, sentence.words[first - 1].text}


def _with_name(sentence: Sentence, head: Word, run: list[int]) -> list[int]:
    """Add what the parser read as a second subject: the name after a title, the rest of "the ship and its crew"."""
    if head.deprel not in {"nsubj", "nsubj:pass"} or head.upos == "PRON" or head.head < 0:
        return run
    for sibling in sentence.children[head.head]:
        word = sentence.words[sibling]
        if word.deprel != head.deprel or sibling <= head.index:
            continue
        first = min(_below(sentence, sibling))
        joined = any(child.index == first for child in sentence.dependents(word, "cc"))
        if first == run[-1] + 1 and (joined or word.upos == "PROPN"):
            more = [index for index in noun_phrase(sentence, word) if index > run[-1]]
            return [*run, *range(run[-1] + 1, more[-1] + 1)] if more else run
    return run


def _bound(sentence: Sentence, head: Word, omit: Collection[int]) -> set[int]:
    """Return the words to omit that the phrase cannot do without: "last year" in "last year's report"."""
    found: set[int] = set()
    for child in sentence.children[head.index]:
        word = sentence.words[child]
        if child in omit and word.deprel in {"nmod:poss", "amod", "compound", "nummod", "det"}:
            found |= _below(sentence, child)
    return found


def _below(sentence: Sentence, index: int) -> set[int]:
    return {word.index for word in sentence.subtree(sentence.words[index])}


def trimmed(sentence: Sentence, indices: list[int], head: int) -> list[int]:
    """Drop punctuation and conjunctions at both ends."""
    first, last = 0, len(indices)
    while first < last and indices[first] != head and _is_edge(sentence.words[indices[first]], _OPENING):
        first += 1
    while last > first and indices[last - 1] != head and _is_edge(sentence.words[indices[last - 1]], _CLOSING):
        last -= 1
    return indices[first:last]


def _is_edge(word: Word, marks: Collection[str]) -> bool:
    return word.upos in {"CCONJ", "PUNCT"} or word.text in marks


def rendered(sentence: Sentence, indices: Iterable[int]) -> list[Word | str]:
    """Return the words at some indices, in text order."""
    return [sentence.words[index] for index in sorted(indices)]


def spoken(pieces: Iterable[Word | str], lexicon: EventLexicon) -> str:
    """Join words of one sentence, and strings between them, into a phrase.

    Words that are adjacent in the text are joined as there, others with one space. Punctuation without a function is
    dropped: at the ends, and where the neighbours of a comma are gone.

    >>> from timeline.languages.en.events import EVENTS
    >>> spoken(["the", "“unacceptable”", "exercise", ","], EVENTS)
    'the “unacceptable” exercise'
    """
    text, previous = "", None
    for piece in pieces:
        if isinstance(piece, str):
            text += piece if not text or piece.startswith(("'", ",")) else f" {piece}"
            previous = None
            continue
        shown = _mid_sentence(piece, lexicon) if text else piece.text
        touches = previous is not None and previous.end == piece.start
        closing = piece.upos == "PUNCT" and piece.text in _CLOSING - _OPENING_ONLY
        text += shown if not text or touches or closing else f" {shown}"
        previous = piece
    return _balanced(text, lexicon)


def _mid_sentence(word: Word, lexicon: EventLexicon) -> str:
    """Return the first word of a sentence in its form within one."""
    opens = word.index == 0 or (word.index == 1 and word.upos in {"DET", "PRON", "AUX", "SCONJ", "ADP", "ADV"})
    first = opens and word.upos != "PROPN" and word.lower not in lexicon.capitalised and not word.text[1:2].isupper()
    return word.text[:1].lower() + word.text[1:] if first else word.text


def _balanced(text: str, lexicon: EventLexicon) -> str:
    text = " ".join(text.split())
    while ",," in text or ", ," in text:
        text = text.replace(",,", ",").replace(", ,", ",")
    text = text.strip(",;:—– ")
    if text.rpartition(" ")[2].lower() not in lexicon.dotted:
        text = text.rstrip(".")
    for opening, closing in (("“", "”"), ("(", ")"), ("[", "]")):
        if text.count(opening) != text.count(closing):
            text = text.replace(opening, "").replace(closing, "")
    if text.count('"') % 2:
        text = text.replace('"', "")
    if text.count("‘") > text.count("’"):
        text = text.replace("‘", "")
    return " ".join(text.split()).strip(",;: ")
