from __future__ import annotations

import itertools
import pickle

import pytest

from timeline.calculus.granularity import MASKED_DIGITS, MONTHS_IN, SEASON_MONTHS, SECONDS_IN, Granularity


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
    assert pickle.loads(pickle.dumps(Granularity.WEEK)) is Granularity.WEEK


def test_every_unit_has_one_length() -> None:
    assert {*MONTHS_IN, *SECONDS_IN} == set(Granularity)
    assert not set(MONTHS_IN) & set(SECONDS_IN)


@pytest.mark.parametrize("table", [MONTHS_IN, SECONDS_IN])
def test_coarser_units_are_no_shorter(table: dict[Granularity, int]) -> None:
    assert [table[unit] for unit in sorted(table)] == sorted(table.values())


def test_long_units_leave_out_as_many_digits_as_their_years_have_noughts() -> None:
    assert {unit: 12 * 10**digits for unit, digits in MASKED_DIGITS.items()} == {
        unit: months for unit, months in MONTHS_IN.items() if unit > Granularity.YEAR
    }


def test_seasons_follow_each_other_by_their_length() -> None:
    months = list(SEASON_MONTHS.values())
    assert months == list(range(3, 13, MONTHS_IN[Granularity.SEASON]))
