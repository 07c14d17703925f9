from __future__ import annotations

import torch

from timeline.training.quick_dropout import quick_dropout


def test_drops_its_share_and_keeps_the_mean() -> None:
    made = quick_dropout(1)(torch.nn.Dropout(0.25), torch.ones(400, 500))
    assert abs((made == 0).float().mean().item() - 0.25) < 0.01
    assert abs(made.mean().item() - 1) < 0.01


def test_the_seed_decides() -> None:
    layer, ones = torch.nn.Dropout(0.5), torch.ones(100)
    first, second, other = quick_dropout(1), quick_dropout(1), quick_dropout(2)
    assert torch.equal(first(layer, ones), second(layer, ones))
    assert not torch.equal(first(layer, ones), first(layer, ones))
    assert not torch.equal(second(layer, ones), other(layer, ones))


def test_nothing_is_dropped_outside_training() -> None:
    ones = torch.ones(100)
    assert torch.equal(quick_dropout(1)(torch.nn.Dropout(0.5).eval(), ones), ones)
    assert torch.equal(quick_dropout(1)(torch.nn.Dropout(0.0), ones), ones)
    assert torch.equal(quick_dropout(1)(torch.nn.Dropout(1.0), ones), torch.zeros(100))


def test_gradients_pass_where_values_do() -> None:
    values = torch.ones(100, requires_grad=True)
    made = quick_dropout(1)(torch.nn.Dropout(0.5), values)
    made.sum().backward()
    assert values.grad is not None
    assert torch.equal(values.grad, made.detach())
