"""Products with weight matrices in which each row's result is independent of the other rows.

A sentence's tree must not depend on the sentences it is batched with, so neither may a row's result. Two ways:

- `Precision.FLOAT`: 32-bit floats, always in multiples of `GRAIN` rows. Products of fewer rows take another path
  through the linear algebra library, and round differently; from `GRAIN` rows on, rows are independent.
- `Precision.INT8`: each row and each column of weights is rounded to 8-bit integers, with its own scale. Sums of
  products of integers are exact, in any order: nothing can depend on the batch, the library or the machine.
"""

from __future__ import annotations

from functools import lru_cache

import torch
from attrs import frozen
from torch import Tensor

from timeline.syntax.precision import Precision

__all__ = ["GRAIN", "LARGEST", "Dense", "Rows", "integer_product", "quantise"]

GRAIN = 4
"""Fewest rows of a float product; row counts are multiples of it."""
LARGEST = 127
"""Largest 8-bit integer used."""
COLUMNS = 16
"""Column counts of weights are multiples of this."""
BLOCK = 64
"""Rows multiplied at once in integers, so that intermediate results stay in the processor's cache."""


@lru_cache(maxsize=1)
def _has_integer_instructions() -> bool:

    onednn: bool = torch.backends.mkldnn.is_available()  # type: ignore[no-untyped-call]
    return onednn and bool(torch.cpu._is_vnni_supported())  # noqa: SLF001 - no other way


def integer_product(left: Tensor, right: Tensor) -> Tensor:
    """Multiply matrices of 8-bit integers, exactly.

    Without suitable instructions the integers are multiplied as 32-bit floats. Those represent every integer below
    2 ** 24, which no sum of up to 1,040 products reaches, so the result is the same.
    """
    if _has_integer_instructions():
        return torch._int_mm(left, right)  # noqa: SLF001 - torch has no public name for it
    return left.float() @ right.float()


def quantise(weight: Tensor) -> tuple[Tensor, Tensor]:
    """Round the columns of a matrix to 8-bit integers; return them, and the scale of each column."""
    scale = weight.abs().amax(0).clamp_(min=1e-12) / LARGEST
    return (weight / scale).round_().to(torch.int8).contiguous(), scale


@frozen
class Rows:
    """Inputs of `Dense`, prepared once for several of them."""

    values: Tensor
    scale: Tensor | None

    @classmethod
    def of(cls, inputs: Tensor, precision: Precision) -> Rows:
        """Prepare a matrix of floats."""
        if precision is Precision.FLOAT:
            return cls(inputs, None)
        scale = inputs.abs().amax(1, keepdim=True).clamp_(min=1e-12).div_(LARGEST)
        return cls((inputs / scale).round_().to(torch.int8), scale)

    def take(self, index: Tensor) -> Rows:
        """Return the rows in another order."""
        return Rows(self.values[index], None if self.scale is None else self.scale[index])


class Dense:
    """A matrix of weights, with a bias: `inputs @ weight.T + bias`, as torch's Linear writes it."""

    def __init__(self, weight: Tensor, bias: Tensor | None = None, precision: Precision = Precision.FLOAT) -> None:
        """Take weights with one row an output, as Stanza stores them."""
        self.outputs = len(weight)
        self.precision = precision
        padding = -self.outputs % COLUMNS
        weight = torch.nn.functional.pad(weight.float(), (0, 0, 0, padding)).t().contiguous()
        bias = torch.zeros(self.outputs) if bias is None else bias.float()
        self._bias = torch.nn.functional.pad(bias, (0, padding))
        self._scale: Tensor | None = None
        self._weight = weight
        if precision is Precision.INT8:
            self._weight, self._scale = quantise(weight)

    def __call__(self, inputs: Tensor, out: Tensor | None = None) -> Tensor:
        """Return the outputs for each row of inputs."""
        return self.apply(Rows.of(inputs, self.precision), out)

    def apply(self, rows: Rows, out: Tensor | None = None) -> Tensor:
        """Return the outputs for rows prepared in the same precision."""
        return self.padded(rows, out)[:, : self.outputs]

    def padded(self, rows: Rows, out: Tensor | None = None) -> Tensor:
        """Return the outputs, followed by columns of zeros up to a multiple of `COLUMNS`."""
        count = len(rows.values)
        if out is None:
            out = torch.empty(count, len(self._bias))
        if rows.scale is None or self._scale is None:
            if count % GRAIN:
                values = torch.nn.functional.pad(rows.values, (0, 0, 0, -count % GRAIN))
                return out.copy_(torch.addmm(self._bias, values, self._weight)[:count])
            return torch.addmm(self._bias, rows.values, self._weight, out=out)
        for begin in range(0, count, BLOCK):
            block = out[begin : begin + BLOCK]
            block.copy_(integer_product(rows.values[begin : begin + BLOCK], self._weight))
            block.mul_(rows.scale[begin : begin + BLOCK])
            torch.addcmul(self._bias, block, self._scale, out=block)
        return out
