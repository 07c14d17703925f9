"""From text to events with the bundled models."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from timeline import languages, layout
from timeline.calculus.instants import Instant
from timeline.documents import Article
from timeline.events import Event, extract_events
from timeline.syntax import load

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression

PUBLISHED = Instant.of(2022, 7, 22)
Read = Callable[[str], dict[str, Event]]


@pytest.fixture(scope="module")
def read() -> Read:
    """Give the events of a text by their triggers, read without any expression being found."""
    parser, language = load(), languages.get("en")

    def extract(text: str) -> dict[str, Event]:
        article = Article(text, PUBLISHED)
        times: tuple[TemporalExpression, ...] = ()
        found = extract_events(
            article, times, parser.parse(layout.mask(text)), layout.blocks(text, language.furniture), language.events
        ).events
        return {event.trigger.text: event for event in found}

    return extract


def test_headline_tells_of_the_past(read: Read) -> None:
    found = read("Harbour town opens new bridge\n\nThe mayor praised the builders, who had worked for two years.")
    assert found["opens"].relation_to_publication == "before"
    assert found["praised"].summary.startswith("The mayor praised the builders")
    assert found["worked"].summary.startswith("the builders had worked")


def test_link_markup_leaves_no_trace(read: Read) -> None:
    text = "The navy has carried out a [large exercise](https://example.org/a) near the island."
    event = read(text)["carried"]
    assert event.lemma == "carry out"
    assert event.summary == "The navy has carried out a large exercise near the island"
    assert all(text[each.start : each.end] == each.text for each in event.participants)
    assert not any("](" in each.text for each in event.participants)


def test_control(read: Read) -> None:
    found = read("The court ordered the company to pay the workers.")
    assert {(each.role, each.text) for each in found["pay"].participants} >= {("agent", "the company")}
    assert found["pay"].summary == "The court ordered the company to pay the workers"
    assert found["pay"].factuality == "possible"


def test_plans_and_denials(read: Read) -> None:
    found = read("The club will not sell its stadium. It hopes to build a second one.")
    assert (found["sell"].polarity, found["sell"].relation_to_publication) == ("NEG", "after")
    assert "not" in found["sell"].summary
    assert (found["build"].factuality, found["build"].relation_to_publication) == ("planned", "after")
