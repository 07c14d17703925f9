from __future__ import annotations

import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.errors import NotationError

WRITABLE = [unit for unit in Granularity if unit not in {Granularity.HALF, Granularity.PART_OF_DAY}]
counts = st.one_of(
    st.none(),
    st.integers(0, 10_000),
    st.integers(0, 10_000).map(lambda number: Fraction(number, 4)),
)
durations = st.dictionaries(st.sampled_from(WRITABLE), counts, min_size=1).map(
    lambda amounts: Duration(tuple(amounts.items()))
)


@pytest.mark.parametrize(
    ("value", "amounts"),
    [
        ("P50Y", ((Granularity.YEAR, 50),)),
        ("P1Y6M", ((Granularity.YEAR, 1), (Granularity.MONTH, 6))),
        ("PT2H30M", ((Granularity.HOUR, 2), (Granularity.MINUTE, 30))),
        ("P1DT12H", ((Granularity.DAY, 1), (Granularity.HOUR, 12))),
        ("P2W", ((Granularity.WEEK, 2),)),
        ("P1WE", ((Granularity.WEEKEND, 1),)),
        ("P3Q", ((Granularity.QUARTER, 3),)),
        ("P2SN", ((Granularity.SEASON, 2),)),
        ("P5DE", ((Granularity.DECADE, 5),)),
        ("P2CE", ((Granularity.CENTURY, 2),)),
        ("P1ML", ((Granularity.MILLENNIUM, 1),)),
        ("PXM", ((Granularity.MONTH, None),)),
        ("PTXM", ((Granularity.MINUTE, None),)),
        ("P2.5Y", ((Granularity.YEAR, Fraction(5, 2)),)),
        ("PT1M15S", ((Granularity.MINUTE, 1), (Granularity.SECOND, 15))),
    ],
)
def test_values_both_ways(value: str, amounts: tuple[tuple[Granularity, int | Fraction | None], ...]) -> None:
    duration = Duration.parse(value)
    assert duration.amounts == amounts
    assert duration.timex == value


@pytest.mark.parametrize(("older", "newer"), [("P1E", "P1DE"), ("PXC", "PXCE"), ("P1L", "P1ML"), ("PXXD", "PXD")])
def test_other_spellings_are_read(older: str, newer: str) -> None:
    assert Duration.parse(older).timex == newer


@pytest.mark.parametrize(
    "value", ["", "P", "PT", "50Y", "P-1Y", "P1", "P1H", "PT1Y", "P1YT", "P1M1Y1M", "P1D1D", "p1y"]
)
def test_garbage_is_refused(value: str) -> None:
    with pytest.raises(NotationError):
        Duration.parse(value)


def test_units_without_designator_are_written_as_multiples() -> None:
    assert Duration.of(1, Granularity.HALF).timex == "P6M"
    assert Duration(((Granularity.HALF, 1), (Granularity.MONTH, 2))).timex == "P8M"
    assert Duration.of(None, Granularity.HALF).timex == "PXM"
    assert Duration.of(2, Granularity.PART_OF_DAY).timex == "PT12H"


def test_amounts_are_ordered_and_counts_normal() -> None:
    duration = Duration(((Granularity.MONTH, Fraction(4, 2)), (Granularity.YEAR, 1)))
    assert duration == Duration.parse("P1Y2M")
    assert hash(duration) == hash(Duration.parse("P1Y2M"))
    assert duration.unit is Granularity.MONTH


@pytest.mark.parametrize("amounts", [(), ((Granularity.DAY, 1), (Granularity.DAY, 2)), ((Granularity.DAY, -1),)])
def test_senseless_amounts_are_refused(amounts: tuple[tuple[Granularity, int], ...]) -> None:
    with pytest.raises(NotationError):
        Duration(amounts)


def test_unspecified_is_not_exact() -> None:
    assert Duration.parse("P1Y").is_exact
    assert not Duration.parse("P1YXM").is_exact


@pytest.mark.parametrize(
    ("start", "value", "sign", "expected"),
    [
        ("2022-07-22", "P50Y", -1, "1972-07-22"),
        ("2024-02-29", "P1Y", 1, "2025-02-28"),
        ("2022-01-31", "P1M", 1, "2022-02-28"),
        ("2022-03-31", "P1M", -1, "2022-02-28"),
        ("2021-01-31", "P1Y1M", 1, "2022-02-28"),
        ("2022-07-22", "P2W", -1, "2022-07-08"),
        ("2022-07-22", "P1WE", 1, "2022-07-29"),
        ("2022-07-22", "P1.5D", 1, "2022-07-23T12:00"),
        ("2022-07-22", "P0.5W", 1, "2022-07-25T12:00"),
        ("2022-01-01", "P0.5M", 1, "2022-01-16"),
        ("2022-01-01", "P1.5Y", -1, "2020-07-01"),
        ("2022-07-22T10:00+09:00", "PT15H", 1, "2022-07-23T01:00+09:00"),
        ("2022-07-22", "P2ML", -1, "0022-07-22"),
        ("2022-07-22", "P3CE", 1, "2322-07-22"),
        ("2022-07-22", "P1DE", -1, "2012-07-22"),
        ("2022-07-22", "P0D", 1, "2022-07-22"),
        ("9999-12-31", "P1D", 1, "+10000-01-01"),
        ("0001-01-01", "P1Y", -1, "0000-01-01"),
    ],
)
def test_adding(start: str, value: str, sign: int, expected: str) -> None:
    moved = add(Instant.parse(start), Duration.parse(value), sign)
    assert moved is not None
    assert moved.isoformat() == expected


def test_adding_an_unspecified_amount_gives_nothing() -> None:
    assert add(Instant.of(2022), Duration.parse("P1YXM")) is None


@given(durations)
def test_timex_round_trip(duration: Duration) -> None:
    assert Duration.parse(duration.timex) == duration


@given(durations)
def test_repr_and_pickle_round_trip(duration: Duration) -> None:
    names = {"Duration": Duration, "Granularity": Granularity, "Fraction": Fraction}
    assert eval(repr(duration), names) == duration
    assert pickle.loads(pickle.dumps(duration)) == duration


@given(st.integers(-3_000_000, 3_000_000), durations)
def test_adding_never_goes_back(ordinal: int, duration: Duration) -> None:
    start = Instant(ordinal)
    moved = add(start, duration)
    assert (moved is None) == (not duration.is_exact)
    assert moved is None or moved >= start


@given(st.integers(-3_000_000, 3_000_000), st.integers(0, 10_000), st.sampled_from(["W", "D"]))
def test_days_and_weeks_there_and_back(ordinal: int, count: int, unit: str) -> None:
    start, duration = Instant(ordinal), Duration.parse(f"P{count}{unit}")
    there = add(start, duration)
    assert there is not None
    assert add(there, duration, -1) == start
