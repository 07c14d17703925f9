from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.syntax import dense
from timeline.syntax.dense import GRAIN, Dense, Rows, integer_product
from timeline.syntax.precision import Precision


def normal(*shape: int, seed: int = 0) -> torch.Tensor:
    return torch.randn(*shape, generator=torch.Generator().manual_seed(seed))


def test_gives_what_a_linear_layer_gives() -> None:
    weight, bias, inputs = normal(30, 200), normal(30, seed=1), normal(9, 200, seed=2)
    expected = torch.nn.functional.linear(inputs, weight, bias)
    torch.testing.assert_close(Dense(weight, bias)(inputs), expected)
    rounded = Dense(weight, bias, Precision.INT8)(inputs)
    assert (rounded - expected).abs().max() < 0.02 * expected.abs().max()
    assert rounded.shape == expected.shape


@settings(deadline=None, max_examples=40)
@given(
    precision=st.sampled_from(Precision),
    size=st.integers(1, 300),
    place=st.integers(0, 80),
    width=st.sampled_from([50, 128, 200, 400]),
)
def test_rows_do_not_feel_each_other(precision: Precision, size: int, place: int, width: int) -> None:
    layer, inputs = Dense(normal(800, width), normal(800, seed=1), precision), normal(400, width, seed=2)
    together = layer(inputs)
    assert torch.equal(layer(inputs[place : place + size]), together[place : place + size])


@settings(deadline=None, max_examples=25)
@given(seed=st.integers(0, 2**31), rows=st.integers(1, 70), width=st.sampled_from([1, 64, 400, 1040]))
def test_integer_products_are_exact_with_and_without_instructions(seed: int, rows: int, width: int) -> None:
    generator = torch.Generator().manual_seed(seed)
    left = torch.randint(-127, 128, (rows, width), generator=generator, dtype=torch.int8)
    right = torch.randint(-127, 128, (width, 48), generator=generator, dtype=torch.int8)
    expected = left.long() @ right.long()
    assert torch.equal(integer_product(left, right).long(), expected)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dense, "_has_integer_instructions", lambda: False)
        assert torch.equal(integer_product(left, right).long(), expected)


def test_largest_sums_are_exact() -> None:
    left = torch.full((GRAIN, 1040), 127, dtype=torch.int8)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(dense, "_has_integer_instructions", lambda: False)
        assert integer_product(left, left.t()).unique().tolist() == [127 * 127 * 1040]


def test_rows_of_zeros_stay_zeros() -> None:
    assert Dense(normal(16, 8), precision=Precision.INT8)(torch.zeros(3, 8)).abs().max() == 0


def test_prepared_rows_in_another_order() -> None:
    layer, inputs = Dense(normal(20, 40), precision=Precision.INT8), normal(8, 40, seed=3)
    order = torch.tensor([3, 1, 7])
    assert torch.equal(layer.apply(Rows.of(inputs, Precision.INT8).take(order)), layer(inputs)[order])
