from __future__ import annotations

from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.syntax.decoding import best_tree, is_tree, search


def random_scores(seed: int, size: int, *, sharp: bool) -> Any:
    """Make log probabilities of heads; sharp ones mostly agree with a random tree, as a parser's do."""
    generator = np.random.default_rng(seed)
    scores = generator.normal(size=(size, size))
    if sharp:
        order = generator.permutation(size - 1) + 1
        for place, word in enumerate(order):
            head = 0 if place == 0 else order[generator.integers(place)]
            scores[word, head] += 6
    np.fill_diagonal(scores, -np.inf)
    scores -= np.log(np.exp(scores).sum(1, keepdims=True))
    return scores.astype(np.float32)


@settings(deadline=None, max_examples=150)
@given(seed=st.integers(0, 2**32 - 1), size=st.integers(2, 30), sharp=st.booleans())
def test_same_heads_as_the_full_search(seed: int, size: int, sharp: bool) -> None:
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root

    scores = random_scores(seed, size, sharp=sharp)
    expected = chuliu_edmonds_one_root(scores.copy())
    assert best_tree(scores) == search(scores) == expected.tolist()


def test_best_heads_that_are_no_tree() -> None:
    scores = np.full((4, 4), -9.0, dtype=np.float32)
    scores[1, 2] = scores[2, 1] = scores[3, 0] = -0.1
    scores[2, 3] = -1.0
    np.fill_diagonal(scores, -np.inf)
    assert best_tree(scores) == [0, 2, 3, 0]


@pytest.mark.parametrize(
    ("heads", "expected"),
    [
        ([0, 0], True),
        ([0, 1], False),
        ([0, 2, 0], True),
        ([0, 2, 1], False),
        ([0, 0, 0], False),
        ([0, 3, 1, 2, 0], False),
    ],
)
def test_is_tree(heads: list[int], expected: bool) -> None:
    assert is_tree(heads) is expected


@given(st.lists(st.integers(0, 8), min_size=2, max_size=9))
def test_is_tree_means_every_word_reaches_one_root(numbers: list[int]) -> None:
    heads = [0] + [number % len(numbers) for number in numbers[1:]]

    def reaches(word: int) -> bool:
        for _ in heads:
            word = heads[word]
        return word == 0

    assert is_tree(heads) == (heads[1:].count(0) == 1 and all(reaches(word) for word in range(1, len(heads))))
