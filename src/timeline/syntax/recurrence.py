"""Recurrent layers over packed sequences, in our own implementation.

Stanza runs one batch of sentences at a time through torch's LSTM. Here both directions share each step, all inputs are
multiplied at once beforehand, and rows are independent (see `dense`).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import torch
from torch import Tensor

from timeline.syntax.dense import LARGEST, Dense, Rows, integer_product, quantise
from timeline.syntax.packing import grain
from timeline.syntax.precision import Precision

if TYPE_CHECKING:
    from timeline.syntax.checkpoints import Checkpoint
    from timeline.syntax.packing import Packing

__all__ = ["HighwayLayers", "PaddedRecurrence", "Recurrence", "backwards"]

_GATES = 4
_PARTS = ("weight_ih", "weight_hh", "bias_ih", "bias_hh")
_SIGMOID_OF_DOUBLE = 2  # tanh(x) is 2 * sigmoid(2 * x) - 1: the gates are then all of one kind


class Recurrence:
    """One LSTM layer, forwards or in both directions."""

    def __init__(
        self,
        checkpoint: Checkpoint,
        name: str,
        start: tuple[Tensor, Tensor] | None = None,
        precision: Precision = Precision.FLOAT,
    ) -> None:
        """Take the weights of torch's LSTM called `name`; `start` holds the first state (h, c), a row a direction."""
        endings = [ending for ending in ("l0", "l0_reverse") if f"{name}.weight_hh_{ending}" in checkpoint.tensors]
        self.directions = len(endings)
        self.hidden = checkpoint[f"{name}.weight_hh_l0"].shape[1]
        self.grain = grain(self.directions * self.hidden)
        self._inputs: list[Dense] = []
        self._recurrent: list[Tensor] = []
        scales: list[Tensor] = []
        first: list[Tensor] = []
        for direction, ending in enumerate(endings):
            double = torch.ones(_GATES, self.hidden)
            double[2] = _SIGMOID_OF_DOUBLE  # torch's order: input, forget, cell, output
            double = double.flatten()
            inputs = checkpoint[f"{name}.weight_ih_{ending}"] * double[:, None]
            recurrent = checkpoint[f"{name}.weight_hh_{ending}"] * double[:, None]
            bias = (checkpoint[f"{name}.bias_ih_{ending}"] + checkpoint[f"{name}.bias_hh_{ending}"]) * double
            self._inputs.append(Dense(inputs, bias, precision))
            weight = recurrent.t().contiguous()
            first.append(torch.zeros(len(bias)) if start is None else start[0][direction] @ weight)
            if precision is Precision.INT8:
                weight, scale = quantise(weight)
                scales.append(scale / LARGEST)  # states lie between -1 and 1
            self._recurrent.append(weight)
        self._scale = torch.stack(scales) if scales else None
        self._first = torch.stack(first)
        self._cell = torch.zeros(self.directions, self.hidden) if start is None else start[1].clone()

    def __call__(self, rows: Rows, packing: Packing) -> Tensor:
        """Return the states of rows in step order, in the same order: both directions of a row concatenated."""
        gates = torch.empty(packing.size, self.directions, _GATES * self.hidden)
        for direction, dense in enumerate(self._inputs):
            dense.padded(rows if direction == 0 else rows.take(packing.reverse), out=gates[:, direction])
        states = self._run(gates, packing.steps)
        if self.directions > 1:
            states[:, 1] = states[packing.reverse, 1]
        return states.view(packing.size, self.directions * self.hidden)

    def _run(self, gates: Tensor, steps: list[int]) -> Tensor:
        """Run the steps; `gates` holds the contribution of the inputs to each, and is overwritten."""
        states = torch.empty(len(gates), self.directions, self.hidden)
        cell = self._cell.expand(steps[0], -1, -1).clone()
        squashed = torch.empty_like(cell)
        gates[: steps[0]] += self._first
        advance = self._advance if self._scale is None else self._advance_in_integers
        parts = zip(*(torch.split(part, steps) for part in torch.split(gates, self.hidden, 2)), strict=True)
        previous = None
        for step, state, (enter, forget, new, leave) in zip(
            torch.split(gates, steps), torch.split(states, steps), parts, strict=True
        ):
            count = len(step)
            if count < len(cell):
                cell, squashed = cell[:count], squashed[:count]
            if previous is not None:
                advance(step, previous[:count])
            step.sigmoid_()
            cell.mul_(forget).addcmul_(enter, new, value=_SIGMOID_OF_DOUBLE).sub_(enter)
            torch.tanh(cell, out=squashed)
            torch.mul(leave, squashed, out=state)
            previous = state
        return states

    def _advance(self, step: Tensor, previous: Tensor) -> None:
        for direction, weight in enumerate(self._recurrent):
            step[:, direction].addmm_(previous[:, direction], weight)

    def _advance_in_integers(self, step: Tensor, previous: Tensor) -> None:

        rounded = previous.mul(LARGEST).round_().to(torch.int8)
        sums = torch.empty_like(step)
        for direction, weight in enumerate(self._recurrent):
            sums[:, direction] = integer_product(rounded[:, direction], weight)
        step.addcmul_(sums, self._scale)  # type: ignore[arg-type] # set wherever this is called


class HighwayLayers:
    """Stanza's `HighwayLSTM`: bidirectional recurrent layers, each with a gated bypass."""

    def __init__(self, checkpoint: Checkpoint, name: str, count: int, precision: Precision) -> None:
        """Take the weights of the layers called `name`."""
        starts = [checkpoint[f"{name}_{kind}_init"][:, 0] for kind in "hc"]
        self._precision = precision
        self._layers: list[tuple[Recurrence, Dense, Dense]] = []
        for number in range(count):
            places = slice(2 * number, 2 * number + 2)
            lstm = Recurrence(
                checkpoint, f"{name}.lstm.{number}.lstm", (starts[0][places], starts[1][places]), precision
            )
            gate, highway = (
                Dense(
                    checkpoint[f"{name}.{part}.{number}.weight"], checkpoint[f"{name}.{part}.{number}.bias"], precision
                )
                for part in ("gate", "highway")
            )
            self._layers.append((lstm, gate, highway))
        self.grain = self._layers[0][0].grain

    def __call__(self, inputs: Tensor, packing: Packing) -> Tensor:
        """Return the outputs of the last layer, in step order as the inputs."""
        for lstm, gate, highway in self._layers:
            rows = Rows.of(inputs, self._precision)
            states = lstm(rows, packing)
            inputs = states.addcmul_(gate.apply(rows).sigmoid_(), highway.apply(rows).tanh_())
        return inputs


class PaddedRecurrence:
    """A bidirectional LSTM layer, torch's own, over sequences padded to one length.

    Many steps of few numbers, as over characters, are faster this way. Each direction runs separately, the second over
    reversed sequences, so that padding comes after every unit of a sequence.
    """

    def __init__(self, checkpoint: Checkpoint, name: str) -> None:
        """Take the weights of torch's LSTM called `name`."""
        self._layers = []
        for ending in ("l0", "l0_reverse"):
            parts = {f"{part}_l0": checkpoint[f"{name}.{part}_{ending}"] for part in _PARTS}
            hidden, width = parts["weight_hh_l0"].shape[1], parts["weight_ih_l0"].shape[1]
            layer = torch.nn.LSTM(width, hidden, batch_first=True)
            layer.load_state_dict(parts)
            self._layers.append(layer.requires_grad_(requires_grad=False).eval())

    def __call__(self, inputs: Tensor, reverse: Tensor) -> Tensor:
        """Return the states of both directions, concatenated; `reverse` is the permutation that reverses sequences."""
        forwards, back = self._layers
        turned = back(inputs.gather(1, reverse.expand(-1, -1, inputs.shape[2])))[0]
        return torch.cat((forwards(inputs)[0], turned.gather(1, reverse.expand(-1, -1, turned.shape[2]))), dim=2)


def backwards(lengths: Sequence[int], longest: int) -> Tensor:
    """Return the permutation that reverses each padded sequence, padding staying last."""
    ends = torch.tensor(lengths)[:, None]
    places = torch.arange(longest)[None, :]
    return torch.where(places < ends, ends - 1 - places, places)[:, :, None]
