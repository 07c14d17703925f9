from __future__ import annotations

import sys
from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluation.matching import match
from timeline.evaluation.scores import Mark


def marks(*places: tuple[int, int]) -> list[Mark]:
    return [Mark("", start, end) for start, end in sorted(places)]


def test_equal_stretches_are_paired() -> None:
    assert match(marks((0, 4), (6, 9)), marks((0, 4), (6, 9))) == [(0, 0), (1, 1)]


def test_stretches_that_only_touch_are_not() -> None:
    assert match(marks((0, 4)), marks((4, 8))) == []


def test_nothing_on_either_side() -> None:
    assert match([], []) == match(marks((0, 1)), []) == match([], marks((0, 1))) == []


def test_one_found_stretch_answers_one_annotated_one() -> None:
    # "10" and "12 May" annotated, "10-12 May" found: one pair, one miss.
    assert match(marks((0, 2), (3, 9)), marks((0, 9))) == [(0, 0)]


def test_equal_stretches_come_before_overlapping_ones() -> None:
    # From left to right the first would take the found stretch that equals the second.
    assert match(marks((0, 9), (5, 9)), marks((5, 9))) == [(1, 0)]


def test_pairs_are_changed_where_that_makes_another() -> None:
    # From left to right, (0, 6) takes (1, 3) and leaves nothing for (2, 3), though it overlaps (5, 6) too.
    assert match(marks((0, 6), (2, 3)), marks((1, 3), (5, 6))) == [(0, 1), (1, 0)]


def test_a_long_chain_of_changes_needs_no_deep_stack() -> None:
    count = 2 * sys.getrecursionlimit()
    both = [(10 * index, 10 * index + 12) for index in range(count)]
    # All have an equal; the last annotated one overlaps the last found one alone, and only on the left there is room.
    gold, system = marks(*both, (both[-1][1] - 1, both[-1][1])), marks((-5, 1), *both)
    assert match(gold, system) == [(index, index) for index in range(count + 1)]


places = st.lists(st.tuples(st.integers(0, 30), st.integers(1, 8)).map(lambda at: (at[0], sum(at))), max_size=9)


@given(places, places)
def test_pairs_are_one_to_one_overlap_and_are_as_many_as_can_be(
    gold: list[tuple[int, int]], system: list[tuple[int, int]]
) -> None:
    ours, theirs = marks(*gold), marks(*system)
    pairs = match(ours, theirs)
    assert len({one for one, _ in pairs}) == len({other for _, other in pairs}) == len(pairs)
    assert all(min(ours[g].end, theirs[s].end) > max(ours[g].start, theirs[s].start) for g, s in pairs)
    assert len(pairs) == len(match(theirs, ours)) == largest(ours, theirs)


cuts = st.sets(st.integers(0, 30), max_size=9).map(sorted)


@given(cuts, cuts)
def test_where_nothing_overlaps_on_one_side_every_equal_stretch_is_paired(gold: list[int], system: list[int]) -> None:
    ours, theirs = marks(*pairwise(gold)), marks(*pairwise(system))
    exact = [(ours[g].start, ours[g].end) for g, s in match(ours, theirs) if ours[g] == theirs[s]]
    assert exact == sorted(set(pairwise(gold)) & set(pairwise(system)))


def largest(gold: list[Mark], system: list[Mark]) -> int:
    """Count the pairs of the largest matching, by the theorem of König: all subsets of one side are tried."""
    near = [{s for s, b in enumerate(system) if min(a.end, b.end) > max(a.start, b.start)} for a in gold]
    best = len(gold)
    for chosen in range(1 << len(gold)):
        inside = [near[g] for g in range(len(gold)) if chosen >> g & 1]
        reached: set[int] = set().union(*inside)
        best = min(best, len(gold) - len(inside) + len(reached))
    return best
