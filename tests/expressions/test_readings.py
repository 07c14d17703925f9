"""The readings of a bare date, and how likely each is."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.anchors import Lean
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.recurring import DayOfMonth, DayOfWeek, DayOfYear, MonthOfYear, QuarterOfYear, Repeating
from timeline.expressions.frames import Evidence, Said, Source
from timeline.expressions.readings import Question, candidates, features, readings

STRETCHES = st.sampled_from(
    [
        MonthOfYear(5),
        DayOfYear(4, 6),
        DayOfYear(2, 29),
        DayOfYear(7, 18, 5),
        DayOfYear(2, 30),
        DayOfWeek(1),
        DayOfMonth(31),
        DayOfMonth(13, 5),
        QuarterOfYear(3),
    ]
)
UNITS = st.sampled_from([Granularity.DAY, Granularity.MONTH, Granularity.YEAR, Granularity.CENTURY, Granularity.MINUTE])
INSTANTS = st.builds(Instant, st.integers(-1_000_000, 4_000_000), st.integers(0, 86_399))
INTERVALS = st.builds(Interval.unit, INSTANTS, UNITS)
SAIDS = st.builds(Said, st.just(0), st.just(1), INTERVALS, st.integers(0, 9), st.booleans(), st.booleans())
EVIDENCE = st.lists(st.builds(Evidence, st.sampled_from(Source), SAIDS), max_size=4)
LEANS = st.sampled_from(Lean)
STORIES = st.integers(0, 8).map(lambda number: number / 8)
QUESTIONS = st.builds(Question, STRETCHES, st.none() | INTERVALS, LEANS, EVIDENCE, STORIES, st.booleans())
NOW = Interval.unit(Instant.of(1995, 3, 1), Granularity.DAY)


def within(source: Source, year: int) -> Evidence:
    return Evidence(source, Said(0, 4, Interval.unit(Instant.of(year), Granularity.YEAR), 0))


@given(QUESTIONS)
def test_probabilities_sum_to_one_the_likeliest_first(question: Question) -> None:
    found = readings(question)
    shares = [each.probability for each in found]
    assert not found or sum(shares) == pytest.approx(1)
    assert shares == sorted(shares, reverse=True)
    assert all(0 <= share <= 1 for share in shares)
    assert len({each.begin for each in found}) == len(found)


@given(QUESTIONS)
def test_readings_are_occurrences(question: Question) -> None:
    some = candidates(question)
    for each in readings(question):
        assert question.stretch.within(each.begin) == each.interval == some[each.begin]
        assert all(math.isfinite(weight) for weight in features(question, each.interval).values())


@given(QUESTIONS)
def test_asking_again_tells_the_same(question: Question) -> None:
    assert list(readings(question)) == list(readings(question))


@given(STRETCHES, LEANS, st.booleans())
def test_an_instant_is_read_off_its_wall(stretch: Repeating, lean: Lean, is_close: bool) -> None:
    def told(now: Instant) -> list[Interval]:
        question = Question(stretch, Interval.unit(now, Granularity.MINUTE), lean, is_close=is_close)
        return [each.interval for each in readings(question)]

    east, west = Instant.parse("2022-01-01T03:00+09:00"), Instant.parse("2021-12-31T18:00+00:00")
    assert east == west
    assert told(east) == told(east.local)
    assert told(west) == told(west.local)


def test_nothing_is_read_where_nothing_is_known() -> None:
    assert not readings(Question(MonthOfYear(5), None, Lean.NONE))


def test_the_clause_tells_the_side() -> None:
    for lean, year in {Lean.PAST: 1994, Lean.FUTURE: 1995}.items():
        assert readings(Question(MonthOfYear(5), NOW, lean, is_close=True))[0].begin.year == year


def test_a_year_beside_tells_which() -> None:
    for source in (Source.BESIDE, Source.HEAD, Source.HEADING):
        assert readings(Question(DayOfYear(4, 6), NOW, Lean.PAST, [within(source, 1944)]))[0].begin.year == 1944


def test_february_29_is_of_a_leap_year() -> None:
    found = readings(Question(DayOfYear(2, 29), NOW, Lean.NONE, [within(Source.BESIDE, 1943)]))
    assert {each.begin.year for each in found} == {1992, 1996}


def test_a_day_that_no_year_has_has_no_reading() -> None:
    assert not readings(Question(DayOfYear(2, 30), NOW, Lean.PAST, [within(Source.HEADING, 1944)]))
