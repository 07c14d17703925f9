from __future__ import annotations

from hypothesis import example, given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Bound, Interval
from timeline.events.linking.annotate import Annotation
from timeline.events.linking.arguments import Located
from timeline.events.placing.place import RulePlacements
from timeline.events.placing.publication_frame import Publication
from timeline.events.scoring.candidates import near, times_about
from timeline.events.scoring.day_extents import Days, Extent, extent_of
from timeline.events.scoring.features import scene_of
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.syntax.tree import Word

DAY = Instant.of(2022, 7, 22).ordinal


def located(interval: Interval | None) -> Located:
    expression = TemporalExpression("then", 0, 4, Kind.DATE, "2022", interval)
    return Located(0, expression, Word(0, "then", 0, 4, "then", "ADV", "RB", {}, -1, "root"), frozenset({0}))


def test_about_the_publication() -> None:
    found = {one.shape: one.extent for one in times_about(None, DAY)}
    assert found["day@pub"] == Extent.day(DAY, DAY)
    assert found["long<>pub"] == Extent(Days(None, DAY), Days(DAY, None), several=True)
    assert len(set(found.values())) == len(found)


def test_about_a_month_before_it() -> None:
    may = located(Interval.unit(Instant.of(2022, 5), Granularity.MONTH))
    found = {one.shape: one.extent for one in times_about(may, DAY)}
    first, last = Instant.of(2022, 5, 1).ordinal, Instant.of(2022, 5, 31).ordinal
    assert found["day@E"] == Extent.day(first, last)
    assert found["day>E<pub"] == Extent.day(first, DAY)
    assert found["long=E..>pub"] == Extent(Days(first, first), Days(DAY, None), several=True)
    assert "day>pub<E" not in found
    assert all(one.source == 0 for one in times_about(may, DAY))


def test_the_day_of_publication_adds_nothing() -> None:
    assert not list(times_about(located(Interval.unit(Instant(DAY), Granularity.DAY)), DAY))
    assert not list(times_about(located(None), DAY))


def test_open_times_give_what_they_say() -> None:
    since = located(Interval(Bound.at(Instant.of(2019)), Bound(None, None), Granularity.YEAR))
    assert {one.shape for one in times_about(since, DAY)} == {"day>E", "long=E..>pub"}


@given(st.integers(-3000, 3000), st.integers(0, 800))
@example(0, 1)
def test_every_candidate_is_a_time(before: int, length: int) -> None:
    begin = Instant(DAY + before)
    interval = Interval.exact(begin, begin.shift(length + 1, Granularity.DAY))
    for one in times_about(located(interval), DAY):
        assert extent_of(one.extent.interval, several=one.extent.several).several == one.extent.several
        assert one.extent.contradicts(Extent.day(0, 1)) or one.extent.begin.first is None


MAY = Interval.unit(Instant.of(2022, 5), Granularity.MONTH)
NOTHING = RulePlacements({}, (), {}, {}, {}, {})
PLACES = st.dictionaries(st.integers(0, 30), st.lists(st.tuples(st.integers(0, 20), st.booleans()), max_size=4))


class Counting(Annotation):
    """An annotation that notes which sentences are looked at."""

    def dated_in(self, sentence: int) -> list[Located]:
        looked_at.append(sentence)
        return super().dated_in(sentence)


looked_at: list[int] = []


def standing(index: int, word: int, *, dated: bool) -> Located:
    expression = TemporalExpression("then", 0, 4, Kind.DATE, "2022", MAY if dated else None)
    return Located(index, expression, Word(word, "then", 0, 4, "then", "ADV", "RB", {}, -1, "root"), frozenset({word}))


@given(PLACES, st.integers(0, 30), st.integers(0, 20))
def test_the_nearest_expressions_come_first(
    places: dict[int, list[tuple[int, bool]]], sentence: int, word: int
) -> None:
    located = {
        number: [standing(100 * number + place, *each[:1], dated=each[1]) for place, each in enumerate(places[number])]
        for number in sorted(places)
    }
    scene = scene_of(Annotation(located=located), Publication(Instant.of(2022, 7, 22)), NOTHING)
    apart = [
        (abs(number - sentence), number, abs(each.head.index - word), each.index)
        for number, some in located.items()
        for each in some
        if each.expression.interval is not None and number <= sentence + 1
    ]
    assert [each.index for each in near((sentence, word), scene)] == [index for *_, index in sorted(apart)[:8]]


def test_no_more_sentences_are_looked_at_than_are_needed() -> None:
    annotation = Counting(located={number: [standing(number, 0, dated=True)] for number in range(1_000)})
    scene = scene_of(annotation, Publication(Instant.of(2022, 7, 22)), NOTHING)
    looked_at.clear()
    assert len(near((500, 0), scene)) == len(looked_at) == 8
