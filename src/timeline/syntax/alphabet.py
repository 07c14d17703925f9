"""A tokenizer's view of a single character: its row in a table, and a few binary features."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

if TYPE_CHECKING:
    from timeline.syntax.checkpoints import Vocabulary

__all__ = ["Alphabet"]

REMEMBERED = 20_000
"""Most characters cached; beyond that the cache is emptied."""


class Alphabet:
    """Encodes each character as one number: the row of its vector, and a bit for each feature."""

    def __init__(self, vocabulary: Vocabulary, features: Sequence[Callable[[str], int]]) -> None:
        """Take the tokenizer's vocabulary, and the features that its weights were trained with."""
        self._vocabulary = vocabulary
        self._features = features
        self._known: dict[str, int] = {}
        self.padding = vocabulary["<PAD>"] << len(features)
        """The code that follows the last character of a window."""

    def read(self, characters: str) -> list[int]:
        """Return the code of each character."""
        known = self._known
        try:
            return [known[character] for character in characters]
        except KeyError:
            if len(known) > REMEMBERED:
                known = self._known = {}
            for character in set(characters):
                code = self._vocabulary[character]
                for feature in self._features:
                    code = code << 1 | int(feature(character))
                known[character] = code
            return [known[character] for character in characters]

    def unfold(self, codes: Tensor) -> tuple[Tensor, Tensor]:
        """Return the rows and the features, in the order given, of encoded characters."""
        count = len(self._features)
        bits = torch.arange(count - 1, -1, -1)
        return codes >> count, (codes.unsqueeze(-1) >> bits & 1).float()
