from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st
from torch.nn.utils.rnn import pack_padded_sequence

from timeline.training.dense_lstm import dense_lstm, groups, run_dense


@given(st.lists(st.integers(1, 60), min_size=1, max_size=40))
def test_groups_cover_every_sequence_once(lengths: list[int]) -> None:
    lengths.sort(reverse=True)
    ranges = list(groups(lengths))
    assert [place for begin, end in ranges for place in range(begin, end)] == list(range(len(lengths)))


@pytest.mark.parametrize("bidirectional", [True, False])
@given(lengths=st.lists(st.integers(1, 12), min_size=1, max_size=20), seed=st.integers(0, 1000))
@settings(max_examples=20, deadline=None)
def test_as_torch_computes_it(*, bidirectional: bool, lengths: list[int], seed: int) -> None:
    lengths.sort(reverse=True)
    with torch.random.fork_rng():
        torch.manual_seed(seed)
        layer = torch.nn.LSTM(5, 4, batch_first=True, bidirectional=bidirectional)
        values = torch.randn(len(lengths), lengths[0], 5)
        start = tuple(torch.randn(1 + bidirectional, len(lengths), 4) for _ in range(2))
    packed = pack_padded_sequence(values, lengths, batch_first=True)
    expected, _ = layer(packed, start)
    expected.data.sum().backward()
    gradients = [parameter.grad.clone() for parameter in layer.parameters() if parameter.grad is not None]
    layer.zero_grad()

    found = run_dense(layer, packed.data, packed.batch_sizes, (start[0], start[1]))
    found.sum().backward()
    assert torch.allclose(found, expected.data, atol=1e-5)
    for parameter, gradient in zip(layer.parameters(), gradients, strict=True):
        assert parameter.grad is not None
        assert torch.allclose(parameter.grad, gradient, atol=1e-4)


def test_only_inside_the_block() -> None:
    before = torch.nn.LSTM.forward
    with dense_lstm():
        assert torch.nn.LSTM.forward is not before
    assert torch.nn.LSTM.forward is before


def test_unpacked_sequences_are_left_to_torch() -> None:
    layer = torch.nn.LSTM(3, 2)
    values = torch.ones(4, 1, 3)
    expected, (hidden, _) = layer(values)
    with dense_lstm():
        found, (state, _) = layer(values)
    assert torch.equal(found, expected)
    assert torch.equal(state, hidden)
