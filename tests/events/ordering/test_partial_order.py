from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.events.ordering.partial_order import ranks
from timeline.events.placing.placement import Edge, Placement
from timeline.events.placing.publication_frame import Publication

PUBLICATION = Publication(Instant.of(2022, 7, 22))


def day(month: int, number: int) -> Placement:
    return Placement(Interval.unit(Instant.of(2022, month, number), Granularity.DAY), "explicit", 0.9, "said")


def test_reader_s_order() -> None:
    placements = {
        (0, 0): Placement(PUBLICATION.after(), "tense", 0.7, "future", "after"),
        (0, 1): day(8, 3),
        (0, 2): day(7, 22),
        (0, 3): Placement(PUBLICATION.before(), "tense", 0.8, "past", "before"),
        (0, 4): day(7, 21),
        (0, 5): Placement(Interval.unit(Instant.of(2021), Granularity.YEAR), "explicit", 0.9, "said"),
    }
    ordered = ranks(list(placements), placements, [], PUBLICATION)
    assert [key[1] for key, _ in ordered] == [5, 4, 3, 2, 1, 0]
    found = dict(ordered)
    assert found[0, 5] < found[0, 4] < found[0, 2] < found[0, 1]
    assert found[0, 3] <= found[0, 2]  # what is told as past may have happened on the day of publication


def test_same_day_is_not_ordered_but_keeps_text_order() -> None:
    placements = {(0, 0): day(5, 4), (0, 1): day(5, 4)}
    assert ranks(list(placements), placements, [], PUBLICATION) == [((0, 0), 0), ((0, 1), 0)]


def test_conjunction_orders_one_day() -> None:
    placements = {(0, 0): day(5, 4), (0, 1): day(5, 4)}
    edges = [Edge((0, 1), (0, 0), 0.9)]
    assert ranks(list(placements), placements, edges, PUBLICATION) == [((0, 1), 0), ((0, 0), 1)]


def test_dates_win_over_words() -> None:
    placements = {(0, 0): day(5, 4), (0, 1): day(6, 4)}
    edges = [Edge((0, 1), (0, 0), 0.9)]
    assert [key for key, _ in ranks(list(placements), placements, edges, PUBLICATION)] == [(0, 0), (0, 1)]


def test_least_sure_of_a_circle_is_dropped() -> None:
    placements = {(0, index): day(5, 4) for index in range(3)}
    edges = [Edge((0, 0), (0, 1), 0.9), Edge((0, 1), (0, 2), 0.8), Edge((0, 2), (0, 0), 0.3)]
    assert [key[1] for key, _ in ranks(list(placements), placements, edges, PUBLICATION)] == [0, 1, 2]


def test_nothing_known_keeps_text_order() -> None:
    placements = {(0, index): Placement(None, "tense", 0.3, "nothing") for index in range(4)}
    ordered = ranks(list(placements), placements, [], None)
    assert ordered == [((0, index), 0) for index in range(4)]


times = st.one_of(
    st.none(),
    st.builds(Interval.unit, st.integers(738_000, 738_900).map(Instant), st.sampled_from(list(Granularity)[4:12])),
)
shapes = st.lists(st.tuples(times, st.booleans(), st.sampled_from([None, "before", "overlap", "after"])), max_size=12)
pairs = st.lists(st.tuples(st.integers(0, 11), st.integers(0, 11), st.floats(0.1, 1)), max_size=20)


@given(shapes, pairs)
def test_order_is_total_and_true_to_the_intervals(
    given_shapes: list[tuple[Interval | None, bool, str | None]], given_pairs: list[tuple[int, int, float]]
) -> None:
    placements = {}
    for index, (interval, vague, relation) in enumerate(given_shapes):
        when = interval.somewhere_within() if interval is not None and vague else interval
        placements[(0, index)] = Placement(when, "explicit", 0.5, "said", relation)
    edges = [Edge((0, first), (0, second), sure) for first, second, sure in given_pairs]
    ordered = ranks(list(placements), placements, edges, PUBLICATION)
    assert sorted(key for key, _ in ordered) == sorted(placements)
    found = [rank for _, rank in ordered]
    assert found == sorted(found)
    rank = dict(ordered)
    for first, one in placements.items():
        for second, other in placements.items():
            if one.when is None or other.when is None or "overlap" in {one.relation, other.relation}:
                continue
            begin, last = other.when.begin.earliest, one.when.end.latest
            if begin is not None and last is not None and last <= begin:
                assert rank[first] < rank[second]
