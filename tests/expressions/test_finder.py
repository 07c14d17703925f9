"""Properties of finding, whatever the rules of a language."""

from __future__ import annotations

import pickle
import threading
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from timeline import languages
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.expressions import anchoring, parses, resolution_cache
from timeline.expressions.finder import Finder, find_times

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression
    from timeline.languages.language import Language

ENGLISH = languages.get("en")
FRIDAY = Instant.of(2022, 7, 22)
PIECES = [
    *(
        "Monday",
        "on Friday",
        "in May",
        "since 2019",
        "last year",
        "two weeks ago",
        "the next day",
        "22 July 2022",
        "noon",
    ),
    *("by March", "every year", "10:30 a.m.", "early", "the 1990s", "now", "for ten years", "a decade", "Jan.", "cat"),
    *("from", "to", "between", "and", "the", "of", "a", ".", ". It", ",", "-", "(", ")", "\n\n", "\n"),
    *("it rained", "it will rain", "said"),
]
find_times("in May", FRIDAY, ENGLISH)  # the first call makes the grammar, which no example is to wait for
PHRASES = st.lists(st.sampled_from(PIECES), max_size=40).map(" ".join)
TEXTS = st.one_of(st.text(max_size=200), PHRASES)
TIMES = st.integers(-3_000, 12_000).map(Instant.of)


def find(text: str, published: Instant | None = FRIDAY, **more: Any) -> list[TemporalExpression]:
    return find_times(text, published, ENGLISH, **more)


def values(text: str, published: str | None) -> list[str]:
    return [found.value for found in find(text, None if published is None else Instant.parse(published))]


@given(TEXTS)
@example("on \ud800 Monday\0, May 5\u0301 \u2028 2019")
def test_offsets_are_true_and_expressions_stand_in_order(text: str) -> None:
    end = 0
    for found in find(text):
        assert end <= found.start < found.end
        assert text[found.start : found.end] == found.text == found.span.text
        assert found.text == found.text.strip()
        end = found.end
        signal = found.signal
        if signal is not None:
            assert text[signal.start : signal.end] == signal.text
            assert signal.end <= found.start or signal.start >= found.end


@given(TEXTS)
def test_without_publication_nothing_is_guessed(text: str) -> None:
    placed = {found.start: found.interval for found in find(text)}
    for found in find(text, None):
        assert found.anchor != "publication"
        if found.anchor == "none" and found.interval is not None:
            assert found.interval == placed[found.start]


@given(PHRASES, TIMES)
@example("on Monday, in May, last year, a decade ago, this century", Instant.of(1))
@example("on Monday, in May, last year, a decade ago, next century", Instant.of(9999, 12, 31))
@example("on Monday, in May, last year, a decade ago, next century", Instant.of(-43, 3, 15))
def test_any_publication_will_do(text: str, published: Instant) -> None:
    for found in find(text, published):
        assert found.to_dict()["value"] == found.value
        assert found.value


@given(TEXTS, TEXTS)
def test_what_was_read_before_makes_no_difference(text: str, other: str) -> None:
    first = find(text)
    find(other, Instant.of(1999))
    again = find(text)
    assert first == again
    assert [found.why() for found in first] == [found.why() for found in again]


@given(st.integers(-500, 500))
def test_weekdays_move_with_the_week(weeks: int) -> None:
    text = "It rained on Monday, on Friday and last Tuesday, and will rain on Sunday, yesterday, today and tomorrow."
    moved = FRIDAY.shift(weeks, Granularity.WEEK)
    for then, now in zip(find(text), find(text, moved), strict=True):
        assert then.anchor == now.anchor == "publication"
        assert then.interval is not None
        assert now.interval == then.interval.shift(weeks, Granularity.WEEK)


@given(st.integers(-2_000, 7_000))
def test_months_move_with_the_year(years: int) -> None:
    text = "It rained in May, last September and in June, and will rain in October and next March."
    moved = FRIDAY.shift(years, Granularity.YEAR)
    for then, now in zip(find(text), find(text, moved), strict=True):
        assert then.interval is not None
        assert now.interval == then.interval.shift(years, Granularity.YEAR)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("It rained on Monday and in May.", "It will rain on Friday, and since 2019."),
        ("The 1990s were wet", "Mr. Hill left on Jan. 5"),
        ("On 22 July 2022, it rained.", "From May to July 2019 it did not; in the past two years neither."),
    ],
)
def test_paragraphs_are_read_each_on_its_own(one: str, other: str) -> None:
    joined = find(f"{one}\n\n{other}")
    alone = find(one), find(other)
    assert [(found.text, found.value, found.interval, found.rule) for found in joined] == [
        (found.text, found.value, found.interval, found.rule) for part in alone for found in part
    ]


@pytest.mark.parametrize(
    ("published", "expected"),
    [
        ("2022-07-22T03:00+09:00", ("2022-07-21", "2022-07-22", "2022-07-22T02+09:00", "2022-07-22TMO", "2022-W28")),
        ("2022-07-22T22:30-07:00", ("2022-07-21", "2022-07-22", "2022-07-22T21-07:00", "2022-07-22TMO", "2022-W28")),
        ("2022-07-22T00:30Z", ("2022-07-21", "2022-07-22", "2022-07-21T23Z", "2022-07-22TMO", "2022-W28")),
        ("2022-07-18T01:00+09:00", ("2022-07-17", "2022-07-15", "2022-07-18T00+09:00", "2022-07-18TMO", "2022-W28")),
        ("2022-07-17T23:30-07:00", ("2022-07-16", "2022-07-15", "2022-07-17T22-07:00", "2022-07-17TMO", "2022-W27")),
    ],
)
def test_days_are_read_off_the_wall_of_the_publication(published: str, expected: tuple[str, ...]) -> None:
    said = ("yesterday", "on Friday", "an hour ago", "this morning", "last week")
    assert [values(f"It rained {words}.", published) for words in said] == [[value] for value in expected]


def test_domains_differ_where_no_verb_tells() -> None:
    assert [find("Rain on Monday.", domain=domain)[0].value for domain in ("news", "colloquial", "narrative")] == [
        "2022-07-18",
        "2022-07-25",
        "2022-07-18",
    ]


@given(PHRASES)
def test_expressions_can_be_pickled(text: str) -> None:
    found = find(text)
    assert pickle.loads(pickle.dumps(found)) == found  # noqa: S301 - our own


@given(PHRASES)
def test_every_expression_explains_itself(text: str) -> None:
    for found in find(text):
        why = found.why()
        assert why.startswith(f"“{found.text}” is {found.kind.value} ")
        assert why.endswith(f"(rule {found.rule}).")
        assert "  " not in why.removeprefix(f"“{found.text}”")
        assert found.reason


def test_threads_share_a_finder() -> None:
    finder = Finder(ENGLISH)
    texts = [
        f"It rained on {day}, {number} May {1900 + number}." for number in range(1, 29) for day in ("Monday", "Friday")
    ]
    expected = [Finder(ENGLISH).find(text, FRIDAY) for text in texts[:4]]
    results: list[list[list[TemporalExpression]]] = []
    threads = [
        threading.Thread(target=lambda: results.append([finder.find(text, FRIDAY) for text in texts])) for _ in range(8)
    ]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(results) == 8
    assert all(result == results[0] for result in results)
    assert results[0][:4] == expected


def test_any_language_will_do(toy: Language) -> None:
    found = find_times("Pluit ab mensis 1999 ad heri.", FRIDAY, toy)
    assert [(each.text, each.value) for each in found] == [("mensis 1999", "1999-05"), ("heri", "2022-07-21")]
    assert found[0].interval == Interval.exact(Instant.of(1999, 5), FRIDAY, Granularity.DAY)


def test_times_in_page_furniture_are_left_out(toy: Language) -> None:
    text = "Scribe! heri\n\nPluit heri in urbe.\n\nPer Marcum heri"
    assert [found.start for found in find_times(text, FRIDAY, toy)] == [text.index("Pluit") + 6]


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\u2028", "\u2029"])
def test_a_line_that_is_a_paragraph_ends_dates_and_clauses(sign: str) -> None:
    text = f"Rain in May{sign}2019 was drier.{sign}The harbour opens next month{sign}Monday brought rain."
    assert values(text, "2022-07-22") == ["2022-05", "2019", "2022-08", "2022-07-18"]
    wrapped = "The council of the town of Kestrel Bay met on Friday, 3 May\n2019, and will\nmeet again."
    assert values(wrapped, "2022-07-22") == ["2019-05-03"]


def test_offsets_hold_with_markup() -> None:
    text = "It <b>rained</b> on&nbsp;[Friday](https://example.org/2022-07-01), &amp; in <i>May</i>."
    assert [(found.text, text[found.start : found.end]) for found in find(text)] == [("Friday",) * 2, ("May",) * 2]


def test_what_is_remembered_stays_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("_MAX_SHAPES", "_MAX_STEPS", "_MAX_OUTCOMES", "_MAX_VARIANTS", "_MAX_CONTEXTS"):
        monkeypatch.setattr(parses, name, 3)
    small = Finder(ENGLISH)
    monkeypatch.undo()
    large = Finder(ENGLISH)
    with monkeypatch.context() as patch:
        patch.setattr(resolution_cache, "MAX_REMEMBERED", 5)
        patch.setattr(anchoring, "MAX_REMEMBERED", 5)
        for number in range(1, 29):
            text = f"On May {number}, {number + 1990}, and {number} days later, it rained for {number} weeks."
            assert small.find(text, FRIDAY) == large.find(text, FRIDAY)
            kept = small._scanner.grammar._parses
            assert max(len(kept._shapes), len(kept._steps), len(kept._outcomes)) <= 3
            assert max(len(small._resolutions.resolved), len(small._resolutions._senses)) <= 5
