from __future__ import annotations

import itertools
import pickle

import pytest

from timeline.calculus.granularity import Granularity


def test_members_stand_from_fine_to_coarse() -> None:
    for finer, coarser in itertools.combinations(Granularity, 2):
        assert finer < coarser
        assert finer <= coarser
        assert coarser > finer
        assert coarser >= finer
    assert Granularity.DAY <= Granularity.DAY
    assert not Granularity.DAY < Granularity.DAY


def test_names_are_words() -> None:
    assert Granularity("part of day") is Granularity.PART_OF_DAY
    assert max(Granularity) is Granularity.MILLENNIUM
    with pytest.raises(ValueError, match="fortnight"):
        Granularity("fortnight")


def test_repr_and_pickle() -> None:
    assert repr(Granularity.WEEK) == "Granularity.WEEK"
    assert pickle.loads(pickle.dumps(Granularity.WEEK)) is Granularity.WEEK  # noqa: S301 - our own bytes
