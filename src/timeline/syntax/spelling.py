"""Vectors of words from their letters: Stanza's character model.

A vector depends on the word alone, so it is computed once per word and cached.
"""

from __future__ import annotations

import threading
from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from timeline.syntax.dense import Dense, Rows
from timeline.syntax.packing import Packing
from timeline.syntax.recurrence import Recurrence

if TYPE_CHECKING:
    from timeline.syntax.checkpoints import Checkpoint

__all__ = ["Speller"]

Letters = str | tuple[str, ...]
"""A word; as a tuple, a symbol whose single letter is a name, such as the root of a tree."""

REMEMBERED = 30_000
"""Most words cached; beyond that the cache is emptied."""


class Speller:
    """Computes a vector for each word. Its cache changes no result: safe to share between threads."""

    def __init__(self, checkpoint: Checkpoint) -> None:
        """Take the weights of a character model and of the layer after it."""
        start = tuple(checkpoint[f"charmodel.charlstm_{kind}_init"][:, 0] for kind in "hc")
        self._letters = checkpoint.vocabulary("char")
        self._embedding = checkpoint["charmodel.char_emb.weight"]
        self._recurrence = Recurrence(checkpoint, "charmodel.charlstm.lstm", (start[0], start[1]))
        self._attention = Dense(checkpoint["charmodel.char_attn.weight"])
        self._behind = Dense(checkpoint["trans_char.weight"])
        self.width = self._behind.outputs
        self._lock = threading.Lock()
        self._known: dict[Letters, int] = {}
        self._table = self._embedding.new_empty(0, self.width)

    def __call__(self, words: Sequence[Letters]) -> Tensor:
        """Return the vectors of words, one a row."""
        with self._lock:
            if len(self._known) > REMEMBERED:
                self._known, self._table = {}, self._table[:0]
            known = self._known
            new = list(dict.fromkeys(word for word in words if word not in known))
            if new:
                begin = len(known)
                self._grow(begin + len(new))
                self._table[begin : begin + len(new)] = self._compute(new)
                known.update(zip(new, range(begin, begin + len(new)), strict=True))
            return self._table[torch.tensor([known[word] for word in words])]

    def _grow(self, size: int) -> None:
        if size > len(self._table):
            table = self._table.new_empty(max(size, 2 * len(self._table)), self.width)
            table[: len(self._known)] = self._table[: len(self._known)]
            self._table = table

    def _compute(self, words: Sequence[Letters]) -> Tensor:

        letters = self._letters
        packing = Packing.of([len(word) for word in words], self._recurrence.grain)
        units = torch.tensor([letters[letter] for word in words for letter in word])
        inputs = packing.lay(self._embedding[units])
        states = self._recurrence(Rows(inputs, None), packing)
        weighted = states.mul_(self._attention.padded(Rows(states, None)).sigmoid_()[:, :1])
        # states still change after a word's end: sum the rows of real letters only
        alive = torch.zeros(packing.size, 1)
        alive[packing.rows] = 1
        weighted.mul_(alive)
        sums = torch.zeros(packing.steps[0], weighted.shape[1])
        for step in torch.split(weighted, packing.steps):
            sums[: len(step)] += step
        result = torch.empty(len(words), self.width)
        result[torch.tensor(packing.order)] = self._behind(sums)[: len(words)]
        return result
