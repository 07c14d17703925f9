"""Treebank sentences in the typography of news: quotation marks, apostrophes, dashes and dots.

Treebanks mostly have straight quotation marks; edited text does not. A share of the sentences with such signs gets the
typographic ones, with the lemmas and tags of the plain signs.
"""

from __future__ import annotations

import random
from collections.abc import Sequence
from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from timeline.training.treebanks import Sentence, Word

__all__ = ["set_typographically", "typographic"]

SHARE = 0.15

_PLAIN = ('"', "'", "--", "...")


def typographic(sentences: Sequence[Sentence], seed: int, share: float = SHARE) -> list[Sentence]:
    """Replace plain signs in about `share` of the sentences that have any. The same seed chooses the same ones."""
    generator = random.Random(seed)
    return [
        set_typographically(sentence) if generator.random() < share and _has_plain(sentence) else sentence
        for sentence in sentences
    ]


def set_typographically(sentence: Sentence) -> Sentence:
    """Replace the plain signs of a sentence; tags and lemmas are unchanged.

    Quotation marks open and close in turn; every apostrophe becomes ’, except one that opens a quotation.
    """
    words: list[Word] = []
    opening = {'"': True, "'": True}
    for word in sentence.words:
        form = word.form
        if form == '"':
            form = "“" if opening['"'] else "”"
            opening['"'] = not opening['"']
        elif form == "'" and word.upos == "PUNCT":
            form = "‘" if opening["'"] else "’"
            opening["'"] = not opening["'"]
        elif form == "--":
            form = "—"
        elif form == "...":
            form = "…"
        else:
            form = form.replace("'", "’")
        words.append(evolve(word, form=form))
    return evolve(sentence, words=tuple(words))


def _has_plain(sentence: Sentence) -> bool:
    return any(sign in word.form for word in sentence.words for sign in _PLAIN)
