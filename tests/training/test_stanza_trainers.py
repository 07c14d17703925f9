from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.training.stanza_trainers import length_groups, padded, share_of_rate


def test_the_rate_rises_then_falls() -> None:
    shares = [share_of_rate(step, 400) for step in range(1, 401)]
    assert shares[0] < 0.05
    assert max(shares) == max(shares[:60])
    assert shares[60:] == sorted(shares[60:], reverse=True)
    assert shares[-1] == pytest.approx(0.02)


def test_without_a_fall_the_rate_stays() -> None:
    assert share_of_rate(50, None) == share_of_rate(9000, None) == 1


@given(st.lists(st.integers(1, 50), min_size=1, max_size=100), st.integers(1, 500), st.integers())
def test_batches_hold_every_sentence_once(lengths: list[int], words: int, seed: int) -> None:
    batches = length_groups(lengths, words, random.Random(seed))
    assert sorted(place for batch in batches for place in batch) == list(range(len(lengths)))
    for batch in batches:
        assert sum(lengths[place] for place in batch[:-1]) < words


def test_batches_hold_like_lengths() -> None:
    lengths = [2, 40] * 100
    for batch in length_groups(lengths, 60, random.Random(1)):
        assert len({lengths[place] for place in batch}) == 1 or sum(lengths[place] for place in batch) < 100


def test_padding() -> None:
    assert padded([[1], [2, 3]], pad_id=9).tolist() == [[1, 9], [2, 3]]
    assert padded([[[1, 2], [3, 4]], [[5, 6]]]).tolist() == [[[1, 2], [3, 4]], [[5, 6], [0, 0]]]
