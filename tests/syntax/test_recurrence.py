from __future__ import annotations

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.syntax.checkpoints import Checkpoint
from timeline.syntax.dense import Rows
from timeline.syntax.packing import Packing, grain
from timeline.syntax.precision import Precision
from timeline.syntax.recurrence import PaddedRecurrence, Recurrence, backwards

LENGTHS = st.lists(st.integers(1, 12), min_size=1, max_size=12)


def lstm(width: int, hidden: int, *, both: bool) -> tuple[torch.nn.LSTM, Checkpoint]:
    with torch.random.fork_rng(devices=[]):
        torch.manual_seed(5)
        layer = torch.nn.LSTM(width, hidden, bidirectional=both, batch_first=True).requires_grad_(requires_grad=False)
    return layer, Checkpoint("made up", {f"it.{name}": value for name, value in layer.state_dict().items()}, {}, {})


def sequences(lengths: list[int], width: int) -> list[torch.Tensor]:
    return [torch.randn(n, width, generator=torch.Generator().manual_seed(100 * n + i)) for i, n in enumerate(lengths)]


@given(LENGTHS, st.sampled_from([4, 8]))
def test_packing_keeps_every_unit_once(lengths: list[int], grain: int) -> None:
    packing = Packing.of(lengths, grain)
    assert len(set(packing.rows.tolist())) == sum(lengths)
    assert packing.size == sum(packing.steps)
    assert all(step % grain == 0 for step in packing.steps)
    assert packing.steps == sorted(packing.steps, reverse=True)
    units = torch.arange(sum(lengths), dtype=torch.float32)[:, None] + 1
    assert torch.equal(packing.lay(units)[packing.rows], units)
    assert torch.equal(packing.reverse[packing.reverse], torch.arange(packing.size))
    turned = packing.lay(units)[packing.reverse][packing.rows].flatten().split(lengths)
    assert all(
        torch.equal(part, whole.flip(0)) for part, whole in zip(turned, units.flatten().split(lengths), strict=True)
    )


@settings(deadline=None, max_examples=30)
@given(LENGTHS, st.booleans())
def test_same_as_torch(lengths: list[int], both: bool) -> None:
    layer, weights = lstm(24, 16, both=both)
    given_ = sequences(lengths, 24)
    ours = Recurrence(weights, "it")
    packing = Packing.of(lengths, ours.grain)
    states = ours(Rows(packing.lay(torch.cat(given_)), None), packing)[packing.rows]
    expected = torch.cat([layer(sequence[None])[0][0] for sequence in given_])
    torch.testing.assert_close(states, expected, rtol=1e-4, atol=1e-5)


@settings(deadline=None, max_examples=30)
@given(LENGTHS)
def test_padded_is_the_same_too(lengths: list[int]) -> None:
    layer, weights = lstm(24, 16, both=True)
    given_ = sequences(lengths, 24)
    padded = torch.nn.utils.rnn.pad_sequence(given_, batch_first=True)
    states = PaddedRecurrence(weights, "it")(padded, backwards(lengths, max(lengths)))
    for row, (sequence, length) in enumerate(zip(given_, lengths, strict=True)):
        torch.testing.assert_close(states[row, :length], layer(sequence[None])[0][0], rtol=1e-4, atol=1e-5)


@settings(deadline=None, max_examples=30)
@given(lengths=LENGTHS, company=LENGTHS, precision=st.sampled_from(Precision))
def test_company_changes_nothing(lengths: list[int], company: list[int], precision: Precision) -> None:
    _, weights = lstm(40, 200, both=True)
    ours = Recurrence(weights, "it", precision=precision)

    def run(given_: list[torch.Tensor]) -> torch.Tensor:
        packing = Packing.of([len(sequence) for sequence in given_], ours.grain)
        return ours(Rows.of(packing.lay(torch.cat(given_)), precision), packing)[packing.rows]

    alone = torch.cat([run([sequence]) for sequence in sequences(lengths, 40)])
    together = run(sequences(lengths, 40) + sequences(company, 40))
    assert torch.equal(together[: sum(lengths)], alone)


@pytest.mark.parametrize("width", [32, 64, 100, 128, 200, 400])
def test_steps_fill_whole_vectors(width: int) -> None:
    assert width * grain(width) % 32 == 0
