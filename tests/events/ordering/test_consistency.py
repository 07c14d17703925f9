from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.events.ordering.consistency import line_up

beliefs = st.dictionaries(
    st.tuples(st.integers(0, 9), st.integers(0, 9)).filter(lambda pair: pair[0] < pair[1]),
    st.floats(0, 1).map(lambda before: (before, 1 - before)),
)


@given(beliefs)
def test_every_item_keeps_one_place(some: dict[tuple[int, int], tuple[float, float]]) -> None:
    assert sorted(line_up(range(10), some)) == list(range(10))


@given(st.permutations(range(12)))
@example([1, 9, 2, 0, 3, 6, 8, 7, 5, 11, 10, 4])
def test_beliefs_without_contradiction_come_true(order: list[int]) -> None:
    place = {item: index for index, item in enumerate(order)}
    near = [(one, other) for one in range(12) for other in range(one + 1, min(one + 4, 12))]
    some = {pair: (0.9, 0.1) if place[pair[0]] < place[pair[1]] else (0.1, 0.9) for pair in near}
    found = line_up(range(12), some)
    assert all((found.index(one) < found.index(other)) == (place[one] < place[other]) for one, other in near)


def test_the_stronger_belief_wins_a_circle() -> None:
    circle = {("a", "b"): (0.9, 0.1), ("b", "c"): (0.9, 0.1), ("a", "c"): (0.4, 0.6)}
    assert line_up("cba", circle) == ["a", "b", "c"]


def test_without_beliefs_nothing_moves() -> None:
    assert line_up([3, 1, 2], {}) == [3, 1, 2]
