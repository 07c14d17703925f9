from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.placing.publication_frame import (
    Publication,
    bounded,
    cut,
    position_to_publication,
    relation_to_publication,
    within,
)

PUBLICATION = Publication(Instant.of(2022, 7, 22, 9, 30))
YEAR_2019 = Interval.unit(Instant.of(2019), Granularity.YEAR)

instants = st.integers(1, 800_000).map(Instant)
units = st.sampled_from([Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR])
intervals = st.builds(Interval.unit, instants, units)


@pytest.mark.parametrize(
    ("bound", "begin", "end"),
    [
        ("since", Bound(Instant.of(2019), Instant.of(2020)), OPEN),
        ("until", OPEN, Bound(Instant.of(2019), Instant.of(2020))),
        ("by", Bound(None, Instant.of(2020)), Bound(None, Instant.of(2020))),
        ("before", Bound(None, Instant.of(2019)), Bound(None, Instant.of(2019))),
        ("after", Bound(Instant.of(2020), None), Bound(Instant.of(2020), None)),
        ("on", Bound.at(Instant.of(2019)), Bound.at(Instant.of(2020))),
    ],
)
def test_signals(bound: str, begin: Bound, end: Bound) -> None:
    found = bounded(YEAR_2019, bound)
    assert (found.begin, found.end) == (begin, end)


def test_signal_is_taken_up_once() -> None:
    since = Interval(Bound.at(Instant.of(2019)), OPEN, Granularity.YEAR)
    assert bounded(since, "since") is since


def test_day_is_the_time_itself_a_month_holds_it() -> None:
    day = Interval.unit(Instant.of(2022, 5, 3), Granularity.DAY)
    assert within(day) is day
    assert within(YEAR_2019) == YEAR_2019.somewhere_within()


@given(intervals)
def test_cut_past_has_ended_by_the_publication_or_lies_ahead(interval: Interval) -> None:
    found = cut(within(interval), PUBLICATION, past=True, future=False)
    assert interval.earliest is not None
    assert found.latest is not None
    assert found.latest <= PUBLICATION.end or interval.earliest >= PUBLICATION.end


@given(intervals)
def test_cut_keeps_within(interval: Interval) -> None:
    for past, future in ((True, False), (False, True), (False, False)):
        found = cut(within(interval), PUBLICATION, past=past, future=future)
        assert found.earliest is not None
        assert interval.earliest is not None
        assert found.earliest >= interval.earliest


def test_relations() -> None:
    assert relation_to_publication(YEAR_2019, PUBLICATION) == "before"
    assert relation_to_publication(PUBLICATION.day, PUBLICATION) == "overlap"
    assert relation_to_publication(PUBLICATION.across(), PUBLICATION) == "overlap"
    assert relation_to_publication(Interval.unit(Instant.of(2023), Granularity.YEAR), PUBLICATION) == "after"
    assert relation_to_publication(PUBLICATION.before(), PUBLICATION) is None
    assert relation_to_publication(None, PUBLICATION) is None
    assert relation_to_publication(YEAR_2019, None) is None


@pytest.mark.parametrize(
    ("interval", "position"),
    [
        (None, "none"),
        (PUBLICATION.before(), "open"),
        (PUBLICATION.after(), "open"),
        (Interval.unit(Instant.of(2022, 7, 20), Granularity.DAY), "before"),
        (Interval.unit(Instant.of(2022, 7, 21), Granularity.DAY), "eve"),
        (Interval.exact(Instant.of(2022, 7, 20), Instant.of(2022, 7, 22)), "before"),
        (Interval.unit(Instant.of(2022, 7, 21, 9), Granularity.HOUR), "before"),
        (PUBLICATION.day, "day"),
        (Interval.unit(Instant.of(2022, 7, 22, 9), Granularity.HOUR), "day"),
        (Interval.unit(Instant.of(2022, 7), Granularity.MONTH), "around"),
        (Interval.exact(Instant.of(2022, 7, 22, 20), Instant.of(2022, 7, 23, 6)), "around"),
        (Interval.unit(Instant.of(2022, 7, 23), Granularity.DAY), "after"),
    ],
)
def test_positions(interval: Interval | None, position: str) -> None:
    assert position_to_publication(interval, PUBLICATION) == position


@given(intervals)
def test_what_is_true_of_an_event_and_where_its_time_lies_agree(interval: Interval) -> None:
    position = position_to_publication(interval, PUBLICATION)
    relation = relation_to_publication(interval, PUBLICATION)
    assert {"before": "before", "eve": "before", "after": "after"}.get(position, "overlap") == relation
