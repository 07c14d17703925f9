"""Sequences of unequal length laid out step by step, so that recurrent layers spend nothing on padding.

Sequences are sorted, longest first. Step t holds the t-th unit of every sequence that is long enough, filled up with
rows of zeros to a multiple of a grain. In this *step order* the rows of a step are contiguous, and the sequences that
continue come first.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import gcd

import torch
from attrs import field, frozen
from torch import Tensor

from timeline.syntax.dense import GRAIN

__all__ = ["Packing", "grain"]

VECTOR = 32
"""Numbers that elementwise functions process at a time; a remainder is computed, and rounded, differently."""


def grain(width: int) -> int:
    """Return the fewest rows of `width` numbers that fill whole vectors and float products.

    >>> grain(400), grain(100)
    (4, 8)
    """
    return max(GRAIN, VECTOR // gcd(width, VECTOR))


@frozen(eq=False)
class Packing:
    """A layout of sequences, and the mappings between it and their original order."""

    steps: list[int] = field(repr=False)
    """Rows of each step, fillers included; never increasing."""
    rows: Tensor = field(repr=False)
    """For each unit of all sequences, concatenated as given, its row in step order."""
    size: int
    """Rows in all."""
    reverse: Tensor = field(repr=False)
    """For each row, the row in its place when every sequence is read backwards."""
    order: list[int] = field(repr=False)
    """The sequences, longest first."""

    @classmethod
    def of(cls, lengths: Sequence[int], grain: int) -> Packing:
        """Lay out sequences of these lengths, none of them zero."""
        given = torch.tensor(lengths)
        order = torch.argsort(given, descending=True, stable=True)
        ordered = given[order]
        counts = torch.bincount(ordered, minlength=int(ordered[0]) + 1).flip(0).cumsum(0).flip(0)[1:]
        padded = (counts + grain - 1) // grain * grain
        begins = padded.cumsum(0) - padded
        size = int(padded.sum())
        starts = given.cumsum(0) - given
        # for every unit as given: its sequence, and its position there
        sequence = torch.repeat_interleave(torch.arange(len(lengths)), given)
        place = torch.arange(len(sequence)) - starts[sequence]
        rank = torch.empty_like(order)
        rank[order] = torch.arange(len(lengths))
        column = rank[sequence]
        rows = begins[place] + column
        reverse = torch.arange(size)
        reverse[rows] = begins[given[sequence] - 1 - place] + column
        return cls(padded.tolist(), rows, size, reverse, order.tolist())

    def lay(self, units: Tensor) -> Tensor:
        """Bring a matrix with a row a unit into step order, with zeros for fillers."""
        laid = units.new_zeros(self.size, units.shape[1])
        laid[self.rows] = units
        return laid
