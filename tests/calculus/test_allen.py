from __future__ import annotations

import itertools
import pickle

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.allen import ALL_RELATIONS, AllenRelation, compose, relation_between
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval

R = AllenRelation
GRID = range(6)


def at(second: int) -> Instant:
    return Instant(738_000).shift(second, Granularity.SECOND)


@pytest.mark.parametrize(
    ("first", "second", "relation"),
    [
        ((0, 1), (2, 3), R.BEFORE),
        ((0, 1), (1, 3), R.MEETS),
        ((0, 2), (1, 3), R.OVERLAPS),
        ((0, 1), (0, 3), R.STARTS),
        ((1, 2), (0, 3), R.DURING),
        ((1, 3), (0, 3), R.FINISHES),
        ((0, 3), (0, 3), R.EQUAL),
        ((0, 3), (1, 3), R.FINISHED_BY),
        ((0, 3), (1, 2), R.CONTAINS),
        ((0, 3), (0, 1), R.STARTED_BY),
        ((1, 3), (0, 2), R.OVERLAPPED_BY),
        ((1, 3), (0, 1), R.MET_BY),
        ((2, 3), (0, 1), R.AFTER),
    ],
)
def test_the_thirteen(first: tuple[int, int], second: tuple[int, int], relation: AllenRelation) -> None:
    assert relation_between(*first, *second) is relation
    assert relation_between(*second, *first) is relation.inverse


@pytest.mark.parametrize("ends", [(0, 0, 0, 1), (1, 0, 0, 1), (0, 1, 2, 2), (0, 3, 2, 1)])
def test_an_interval_begins_before_it_ends(ends: tuple[int, int, int, int]) -> None:
    with pytest.raises(ValueError, match="begins before it ends"):
        relation_between(*ends)


def test_inverses() -> None:
    assert R.EQUAL.inverse is R.EQUAL
    assert all(relation.inverse.inverse is relation for relation in R)
    assert len({relation.inverse for relation in R}) == 13


@pytest.mark.parametrize(
    ("first", "second", "composed"),
    [
        (R.BEFORE, R.BEFORE, {R.BEFORE}),
        (R.MEETS, R.MEETS, {R.BEFORE}),
        (R.DURING, R.DURING, {R.DURING}),
        (R.OVERLAPS, R.OVERLAPS, {R.BEFORE, R.MEETS, R.OVERLAPS}),
        (R.BEFORE, R.DURING, {R.BEFORE, R.MEETS, R.OVERLAPS, R.STARTS, R.DURING}),
        (R.MEETS, R.MET_BY, {R.FINISHES, R.FINISHED_BY, R.EQUAL}),
        (R.STARTS, R.STARTED_BY, {R.STARTS, R.STARTED_BY, R.EQUAL}),
        (R.BEFORE, R.AFTER, ALL_RELATIONS),
        (R.DURING, R.CONTAINS, ALL_RELATIONS),
    ],
)
def test_entries_of_allens_table(
    first: AllenRelation, second: AllenRelation, composed: frozenset[AllenRelation]
) -> None:
    assert compose(first, second) == composed


def test_laws_of_composition() -> None:
    for a, b in itertools.product(R, repeat=2):
        assert compose(R.EQUAL, b) == {b}
        assert compose(a, R.EQUAL) == {a}
        assert {relation.inverse for relation in compose(a, b)} == compose(b.inverse, a.inverse)
    assert sum(len(compose(a, b)) for a, b in itertools.product(R, repeat=2)) == 409  # as in Allen's paper


stretches = st.tuples(st.integers(), st.integers(min_value=1)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@given(stretches, stretches, stretches)
def test_composition_is_sound(a: tuple[int, int], b: tuple[int, int], c: tuple[int, int]) -> None:
    assert relation_between(*a, *c) in compose(relation_between(*a, *b), relation_between(*b, *c))


def windows(low: int | None, high: int | None) -> list[int]:
    """Choices of an end on the grid and, where it has no limit, far enough outside it."""
    return list(range(-4 if low is None else low, (10 if high is None else high) + 1))


@st.composite
def bounds(draw: st.DrawFn) -> tuple[int | None, int | None]:
    low, high = sorted((draw(st.sampled_from(GRID)), draw(st.sampled_from(GRID))))
    shape = draw(st.sampled_from(["exact", "window", "window", "open", "from", "until"]))
    return {
        "exact": (low, low),
        "window": (low, high),
        "open": (None, None),
        "from": (low, None),
        "until": (None, high),
    }[shape]


def bound(limits: tuple[int | None, int | None]) -> Bound:
    low, high = limits
    return Bound(None if low is None else at(low), None if high is None else at(high))


@st.composite
def uncertain(draw: st.DrawFn) -> tuple[tuple[int | None, int | None], tuple[int | None, int | None]]:
    return draw(
        st.tuples(bounds(), bounds()).filter(
            lambda ends: ends[0][0] is None or ends[1][1] is None or ends[0][0] < ends[1][1]
        )
    )


@given(uncertain(), uncertain())
def test_possible_relations_are_those_of_all_choices_of_ends(
    a: tuple[tuple[int | None, int | None], tuple[int | None, int | None]],
    b: tuple[tuple[int | None, int | None], tuple[int | None, int | None]],
) -> None:
    choices = [
        [(begin, end) for begin in windows(*ends[0]) for end in windows(*ends[1]) if begin < end] for ends in (a, b)
    ]
    expected = {relation_between(*one, *other) for one, other in itertools.product(*choices)}
    first, second = (Interval(bound(ends[0]), bound(ends[1]), Granularity.SECOND) for ends in (a, b))
    assert first.relation_to(second) == expected
    assert second.relation_to(first) == {relation.inverse for relation in expected}


@given(stretches, stretches)
def test_exact_intervals_have_one_relation(a: tuple[int, int], b: tuple[int, int]) -> None:
    first, second = (Interval.exact(at(begin % 10**12), at(begin % 10**12 + 1 + end % 100)) for begin, end in (a, b))
    relation = relation_between(
        first.begin.earliest,
        first.end.latest,
        second.begin.earliest,
        second.end.latest,  # type: ignore[type-var]
    )
    assert first.relation_to(second) == {relation}


def test_nothing_known_leaves_everything_possible() -> None:
    assert Interval(OPEN, OPEN).relation_to(Interval(OPEN, OPEN)) == ALL_RELATIONS


def test_since_and_before() -> None:
    since_2019 = Interval(Bound.at(Instant.of(2019)), OPEN, Granularity.YEAR)
    before_2019 = Interval(OPEN, Bound(None, Instant.of(2019)), Granularity.YEAR)
    assert before_2019.relation_to(since_2019) == {R.BEFORE, R.MEETS}
    year = Interval.unit(Instant.of(2019), Granularity.YEAR)
    assert since_2019.relation_to(year) == {R.STARTS, R.EQUAL, R.STARTED_BY}


def test_an_interval_without_length_lasts_a_second() -> None:
    day = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    noon = Interval.exact(Instant.of(2022, 7, 22, 12), Instant.of(2022, 7, 22, 12), Granularity.SECOND)
    midnight = Interval.exact(Instant.of(2022, 7, 22), Instant.of(2022, 7, 22), Granularity.SECOND)
    assert noon.relation_to(day) == {R.DURING}
    assert midnight.relation_to(day) == {R.STARTS}
    assert noon.relation_to(noon) == {R.EQUAL}


def test_offsets_count() -> None:
    tokyo = Interval.unit(Instant.parse("2022-07-22T10:00+09:00"), Granularity.HOUR)
    london = Interval.unit(Instant.parse("2022-07-22T02:00+01:00"), Granularity.HOUR)
    assert tokyo.relation_to(london) == {R.EQUAL}


def test_members_are_names() -> None:
    assert repr(R.MET_BY) == "AllenRelation.MET_BY"
    assert pickle.loads(pickle.dumps(R.MET_BY)) is R.MET_BY
