from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluation.values import same_meaning


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P10Y", "P1DE"),
        ("P1E", "P1DE"),
        ("P12M", "P1Y"),
        ("P7D", "P1W"),
        ("PT60M", "PT1H"),
        ("PT24H", "P1D"),
        ("199X", "199"),
        ("2000-W7", "2000-W07"),
        ("1998-W05-5", "1998-01-30"),
        ("anything", "anything"),
    ],
)
def test_written_otherwise(one: str, other: str) -> None:
    assert same_meaning(one, other)
    assert same_meaning(other, one)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("P1M", "P30D"),
        ("P1M", "P31D"),
        ("P1Y", "P365D"),
        ("P1Y", "2019"),
        ("PXY", "PXM"),
        ("PXY", "P1Y"),
        ("2019-05", "2019-05-01"),
        ("2019-05-01T10", "2019-05-01T10:00"),
        ("PRESENT_REF", "PAST_REF"),
        ("XXXX-05", "2019-05"),
        ("2019-13", "2019-14"),
        ("", "2019"),
        ("P99999999999999999999Y", "P1Y"),
    ],
)
def test_another_meaning(one: str, other: str) -> None:
    assert not same_meaning(one, other)
    assert not same_meaning(other, one)


@given(st.text("P0123456789XYMWDTHS-:QR_EF", max_size=12), st.text("P0123456789XYMWDTHS-:QR_EF", max_size=12))
def test_any_two_values_can_be_compared(one: str, other: str) -> None:
    assert same_meaning(one, one)
    assert same_meaning(one, other) is same_meaning(other, one)
