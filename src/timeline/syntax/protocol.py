"""What a parser asks of its models."""

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
    """Whether texts may be read together: whether a text's analysis does not depend on the others."""

    def split(self, passages: Sequence[Passage]) -> list[list[list[tuple[int, int]]]]:
        """Give for each passage its sentences, each a list of words as half-open ranges of the passage's characters."""

    def annotate(self, sentences: Sequence[Sequence[str]]) -> tuple[list[list[TaggedWord]], list[list[Arc]]]:
        """Give the words of each sentence with their tags and lemmas, and their arcs."""
