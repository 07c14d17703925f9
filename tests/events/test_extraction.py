from __future__ import annotations

import pytest
from attrs import frozen

from timeline.calculus.instants import Instant
from timeline.documents import Article
from timeline.events import Event, extract_events
from timeline.languages.en.events import EVENTS
from timeline.syntax.tree import Analysis

Tree = tuple[str, Analysis]


@frozen
class Block:
    start: int
    end: int
    kind: str


def extract(tree: Tree, kind: str, **more: str) -> tuple[Event, ...]:
    text, analysis = tree
    article = Article(text, Instant.of(2022, 7, 22), **more)
    return extract_events(article, (), analysis, (Block(0, len(text), kind),), EVENTS).events


@pytest.mark.parametrize("kind", ["furniture", "byline", "dateline"])
def test_page_furniture_is_silent(trees: dict[str, Tree], kind: str) -> None:
    assert extract(trees["gave"], kind) == ()


def test_heading_needs_a_finite_clause(trees: dict[str, Tree]) -> None:
    assert extract(trees["gave"], "heading")
    assert extract(trees["noun_phrase"], "heading") == ()
    assert extract(trees["noun_phrase"], "caption")


def test_ids_are_stable_and_distinct(trees: dict[str, Tree]) -> None:
    first, second = (extract(trees["report"], "prose", id="a") for _ in range(2))
    assert [event.id for event in first] == [event.id for event in second]
    assert len({event.id for event in first}) == len(first)
    assert all(len(event.id) == 16 and int(event.id, 16) >= 0 for event in first)
    other = extract(trees["report"], "prose", id="b")
    assert {event.id for event in first}.isdisjoint(event.id for event in other)
    assert all(event.article == "a" for event in first)


def test_lemma_holds_the_particle(trees: dict[str, Tree]) -> None:
    assert {event.lemma for event in extract(trees["report"], "prose")} >= {"adopt", "publish", "prepare", "ask"}


def test_no_sentences_no_events() -> None:
    assert extract_events(Article(""), (), Analysis((), "none"), (), EVENTS).events == ()


def test_given_triggers_are_placed_and_no_others(trees: dict[str, Tree]) -> None:
    text, analysis = trees["drills"]
    words = analysis.sentences[0].words
    places = [(words[0].start, words[0].end), (words[-2].start, words[-1].end)]
    events = extract_events(Article(text, Instant.of(2022, 7, 22)), (), analysis, (), EVENTS, places).events
    assert sorted((event.trigger.start, event.trigger.end) for event in events) == places
    assert all(event.trigger.text == text[event.trigger.start : event.trigger.end] for event in events)
