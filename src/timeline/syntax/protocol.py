"""The interface between a parser and its models."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from timeline.syntax.biaffine import Arc, TaggedWord
    from timeline.syntax.characters import Passage

__all__ = ["Models"]


class Models(Protocol):
    """A tokenizer, tagger, lemmatizer and parser; safe to share between threads."""

    label: str
    """Name and version, as results quote them."""
    batches: bool
    """Whether texts may be batched: whether a text's analysis does not depend on the others."""

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Split each passage into sentences of words, which are half-open ranges of the passage's characters."""

    def annotate(self, sentences: Sequence[Sequence[str]]) -> tuple[list[list[TaggedWord]], list[list[Arc]]]:
        """Return the words of each sentence with their tags and lemmas, and their arcs."""
