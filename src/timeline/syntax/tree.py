"""Dependency trees in Universal Dependencies, with offsets into the text as given."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from attrs import field, frozen

__all__ = ["Analysis", "Sentence", "Word", "plain"]


@frozen
class Word:
    """A syntactic word; `head` is the index of the governing word in its sentence, -1 at the root."""

    index: int
    text: str
    start: int
    end: int
    lemma: str
    upos: str
    xpos: str
    feats: dict[str, str] = field(eq=False)
    head: int
    deprel: str
    lower: str = field(init=False, eq=False, repr=False)
    """The word in lower case, as lists of words have it."""
    entry: str = field(init=False, eq=False, repr=False)
    """The lemma in lower case, as lexicons list it."""

    @lower.default
    def _lower(self) -> str:
        return self.text.lower()

    @entry.default
    def _entry(self) -> str:
        return self.lemma.lower()


@lru_cache(maxsize=1024)
def plain(deprel: str) -> str:
    """Return a relation without its subtype.

    >>> plain("nsubj:pass")
    'nsubj'
    """
    return deprel.partition(":")[0]


@frozen
class Sentence:
    """Words with their tree."""

    index: int
    words: tuple[Word, ...]
    start: int
    end: int
    children: tuple[tuple[int, ...], ...] = field(repr=False, eq=False)
    """For each word, the indices of the words it governs, in order."""
    cut: bool = False
    """Whether the sentence was too long to parse and continues in the next one."""

    def __iter__(self) -> Iterator[Word]:
        return iter(self.words)

    def dependents(self, word: Word, *relations: str) -> list[Word]:
        """Return the dependents of `word`, only of the relations named, if any (`nsubj` includes `nsubj:pass`)."""
        below = self.children[word.index]
        if not below:
            return []
        words = self.words
        if not relations:
            return [words[index] for index in below]
        return [
            child for index in below if (child := words[index]).deprel in relations or plain(child.deprel) in relations
        ]

    def governor(self, word: Word) -> Word | None:
        """Return the governor of `word`; None for the root."""
        return None if word.head < 0 else self.words[word.head]

    def subtree(self, word: Word) -> list[Word]:
        """Return `word` and all its descendants, in text order."""
        indices = [word.index]
        for index in indices:
            indices.extend(self.children[index])
        return [self.words[index] for index in sorted(indices)]


@frozen
class Analysis:
    """All sentences of a text, and the model that found them."""

    sentences: tuple[Sentence, ...]
    model: str
    """Name and version of the syntax model."""
