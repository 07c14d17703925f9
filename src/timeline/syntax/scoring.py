"""Stanza's biaffine scorers of arcs and relations.

Arcs are scored sentence by sentence, so that no shape depends on the rest of the batch; whatever can be multiplied in
bulk is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

import torch
from attrs import field, frozen
from torch import Tensor
from torch.nn.functional import logsigmoid, softplus

from timeline.syntax.dense import Dense, Rows

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    from timeline.syntax.checkpoints import Checkpoint
    from timeline.syntax.precision import Precision

__all__ = ["HeadScorer", "RelationScorer", "Relations"]

BLOCK = 32
"""Words whose relations are scored at once: the intermediate results take 26 kB a word."""


class HeadScorer:
    """Scores every word of a sentence as the head of every other."""

    def __init__(self, checkpoint: Checkpoint, precision: Precision) -> None:
        """Take the weights of the scorers of arcs, of their direction and of their length, as far as there are any."""
        self._extra = [name for name in ("linearization", "distance") if checkpoint.settings[name]]
        names = ["unlabeled", *self._extra]
        layers = [f"{name}.{side}" for side in ("W1", "W2") for name in names]
        self._hidden = Dense(
            torch.cat([checkpoint[f"{layer}.weight"] for layer in layers]),
            torch.cat([checkpoint[f"{layer}.bias"] for layer in layers]),
            precision,
        )
        self._size = len(checkpoint["unlabeled.W1.bias"])
        self._pairs: list[Dense] = []
        for name in names:
            weight, bias = (
                checkpoint[f"{name}.scorer.W_bilin.weight"][:, :, 0],
                checkpoint[f"{name}.scorer.W_bilin.bias"],
            )
            inner = weight[-1].clone()
            inner[-1] += bias[0]
            self._pairs.append(Dense(weight[:-1].t(), inner))

    def __call__(self, rows: Rows, lengths: Sequence[int]) -> Iterator[NDArray[np.floating]]:
        """Yield for each sentence the scores of its arcs: `scores[i, j]` that j governs i; 0 is the root."""
        hidden = torch.split(self._hidden.apply(rows).relu_(), self._size, dim=1)
        count = len(self._pairs)
        pairs = [pair(side) for pair, side in zip(self._pairs, hidden[:count], strict=True)]
        left = torch.stack([pair[:, :-1] for pair in pairs])
        alone = torch.stack([pair[:, -1:] for pair in pairs])
        right = torch.stack(hidden[count:])
        longest = torch.arange(max(lengths))
        offsets = (longest[None, :] - longest[:, None]).float()
        begin = 0
        for length in lengths:
            places = slice(begin, begin + length)
            begin += length
            scores = iter(torch.baddbmm(alone[:, places], left[:, places], right[:, places].transpose(1, 2)))
            total = next(scores)
            offset = offsets[:length, :length]
            if "linearization" in self._extra:
                total += logsigmoid(next(scores) * offset.sign())
            if "distance" in self._extra:
                missed = offset.abs() - (1 + softplus(next(scores)))
                total -= torch.log(missed**2 / 2 + 1)
            total.fill_diagonal_(-torch.inf)
            yield total.numpy()


class RelationScorer:
    """Scores relations of arcs."""

    def __init__(self, checkpoint: Checkpoint, precision: Precision) -> None:
        """Take the weights of the scorer of relations."""
        sides = ("W1", "W2")
        self._sides = [
            Dense(checkpoint[f"deprel.{side}.weight"], checkpoint[f"deprel.{side}.bias"], precision) for side in sides
        ]
        weight, bias = checkpoint["deprel.scorer.W_bilin.weight"], checkpoint["deprel.scorer.W_bilin.bias"]
        flat = weight.permute(2, 1, 0).flatten(0, 1)  # a row for each relation and each dimension of the head's vector
        self._shape = (weight.shape[2], weight.shape[1])
        self._pairs = Dense(flat[:, :-1], flat[:, -1], precision)
        self._bias = bias

    def __call__(self, rows: Rows) -> Relations:
        """Project words as dependents and as heads."""
        dependents, heads = (side.apply(rows).relu_() for side in self._sides)
        return Relations(self, dependents, torch.cat((heads, heads.new_ones(len(heads), 1)), dim=1))

    def inner(self, dependents: Tensor) -> Tensor:
        """Multiply words with the weights of each relation: a matrix per word, to be multiplied with heads."""
        return self._pairs(dependents).view(-1, *self._shape)

    @property
    def bias(self) -> Tensor:
        """Return the prior score of each relation."""
        return self._bias


@frozen(eq=False)
class Relations:
    """Words of a batch projected as dependents and as heads."""

    _scorer: RelationScorer = field(repr=False)
    _dependents: Tensor = field(repr=False)
    _heads: Tensor = field(repr=False)

    def of_arcs(self, dependents: list[int], heads: list[int]) -> list[int]:
        """Return the best relation of each arc; words are rows of the batch."""
        left, right = self._dependents[torch.tensor(dependents)], self._heads[torch.tensor(heads)].unsqueeze(2)
        best: list[int] = []
        for begin in range(0, len(left), BLOCK):
            scores = torch.bmm(self._scorer.inner(left[begin : begin + BLOCK]), right[begin : begin + BLOCK])
            best.extend((scores[:, :, 0] + self._scorer.bias).argmax(1).tolist())
        return best

    def between(self, begin: int, length: int) -> NDArray[np.floating]:
        """Return the log-probability of each relation between all words of a sentence."""
        inner = self._scorer.inner(self._dependents[begin : begin + length])
        scores = torch.einsum("doj,hj->dho", inner, self._heads[begin : begin + length]) + self._scorer.bias
        return torch.log_softmax(scores, dim=2).numpy()
