"""The LSTM of Stanza's models, computed on dense batches while training on a CPU.

Stanza packs the sequences of a batch. On a CPU torch then runs a cell at a time, and its backward pass fills a buffer
of the whole batch with zeros at every step: time grows with the square of the length. Unpacked into a few groups of
similar length, each group runs in one fused call. Padding comes after the last real step in both directions, so no real
step ever sees it: the results are the same up to rounding, and a training step takes half the time.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import torch
from torch.nn.utils.rnn import PackedSequence

if TYPE_CHECKING:
    from torch import Tensor, nn

__all__ = ["dense_lstm", "groups", "run_dense"]

LEAST_FILLED = 0.7
"""A group contains sequences down to this share of its longest one."""
FEWEST = 8
"""A remainder smaller than this joins the group before it."""


def groups(lengths: list[int]) -> Iterator[tuple[int, int]]:
    """Split a list of decreasing lengths into half-open ranges of similar length.

    >>> list(groups([20, 18, 9, 9, 9, 9, 9, 9, 9, 9]))
    [(0, 2), (2, 10)]
    """
    begin = 0
    while begin < len(lengths):
        least = lengths[begin] * LEAST_FILLED
        end = begin + 1
        while end < len(lengths) and lengths[end] >= least:
            end += 1
        if len(lengths) - end < FEWEST:
            end = len(lengths)
        yield begin, end
        begin = end


def run_dense(lstm: nn.LSTM, data: Tensor, sizes: Tensor, start: tuple[Tensor, Tensor] | None = None) -> Tensor:
    """Run one layer over packed sequences; return the outputs, packed the same way.

    `data` and `sizes` are those of a `PackedSequence`: the values step by step, and how many sequences reach each.
    """
    count = int(sizes[0])
    lengths = (sizes.unsqueeze(1) > torch.arange(count)).sum(0)
    offsets = torch.cumsum(sizes, 0) - sizes
    directions = 2 if lstm.bidirectional else 1
    per_direction = len(lstm._flat_weights) // directions  # noqa: SLF001 - in the order that the fused call wants
    places: list[list[Tensor]] = [[] for _ in range(directions)]
    outputs: list[list[Tensor]] = [[] for _ in range(directions)]
    for begin, end in groups(lengths.tolist()):
        longest = int(lengths[begin])
        width = lengths[begin:end].unsqueeze(0)
        steps = torch.arange(longest).unsqueeze(1)
        filled = (steps < width).reshape(-1).nonzero().squeeze(1)
        columns = torch.arange(begin, end).unsqueeze(0)
        for direction in range(directions):
            order = steps if direction == 0 else width - 1 - steps  # backwards from each sequence's own end
            order = order.expand(longest, end - begin).clamp(min=0, max=longest - 1)
            place = (offsets[order] + columns).reshape(-1).clamp_(max=len(data) - 1)
            values = data.index_select(0, place).view(longest, end - begin, -1)
            hidden, cell = (
                [state[direction : direction + 1, begin:end].contiguous() for state in start]
                if start is not None
                else [values.new_zeros(1, end - begin, lstm.hidden_size)] * 2
            )
            weights: Any = lstm._flat_weights[direction * per_direction : (direction + 1) * per_direction]  # noqa: SLF001
            output, *_ = torch.lstm(
                values,
                (hidden, cell),
                weights,
                lstm.bias,
                1,
                0.0,
                lstm.training,
                bidirectional=False,
                batch_first=False,
            )
            outputs[direction].append(output.reshape(-1, lstm.hidden_size).index_select(0, filled))
            places[direction].append(place.index_select(0, filled))
    results: list[Tensor] = []
    for parts, where in zip(outputs, places, strict=True):
        packed = torch.cat(where)
        back = torch.empty_like(packed)
        back[packed] = torch.arange(len(packed))
        results.append(torch.cat(parts).index_select(0, back))
    return torch.cat(results, 1)


@contextlib.contextmanager
def dense_lstm() -> Iterator[None]:
    """Let LSTM layers run densely on packed sequences inside a `with` block.

    The final states are zeros: Stanza's tokenizers, taggers and parsers do not read them. Its lemmatizers do, and must
    stay outside.
    """
    original = torch.nn.LSTM.forward

    def forward(self: Any, inputs: Any, hx: Any = None) -> Any:
        packed = isinstance(inputs, PackedSequence) and inputs.sorted_indices is None
        if not packed or self.num_layers > 1 or self.proj_size:
            return original(self, inputs, hx)
        data = run_dense(self, inputs.data, inputs.batch_sizes, hx)
        states = data.new_zeros(1 + self.bidirectional, int(inputs.batch_sizes[0]), self.hidden_size)
        return inputs._replace(data=data), (states, states)

    torch.nn.LSTM.forward = forward  # type: ignore[assignment, method-assign]
    try:
        yield
    finally:
        torch.nn.LSTM.forward = original  # type: ignore[method-assign]
