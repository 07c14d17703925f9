"""Every rule of the table places the event of its example; ids, confidences and the page of rules fit the table."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import languages, layout, syntax
from timeline.documents import Article
from timeline.events.analysis import ArticleAnalysis
from timeline.events.linking.arguments import Way
from timeline.events.ordering.cues import CUES
from timeline.events.pipeline import analyse
from timeline.events.placing.rule import EventRule, confidences
from timeline.events.placing.rules import RULES
from timeline.events.placing.tense_rules import TenseRule
from timeline.events.scoring import weights
from timeline.events.scoring.decide import LEARNED
from timeline.expressions.finder import find_times
from timeline.formats.wording import describe
from timeline.training.rule_page import render

if TYPE_CHECKING:
    from timeline.events.event import Event
    from timeline.syntax.parser import Parser

PUBLISHED = "2022-07-22"
_ID = re.compile(r"[a-z]+\.[a-z_]+")

Row = EventRule | TenseRule


@pytest.fixture(scope="module")
def parser() -> Parser:
    return syntax.load("bundled")


def _analysed(row: Row, parser: Parser, *, learned: bool) -> tuple[Event, list[str]]:
    """Return the event of a rule's example, and all rules that applied to it."""
    language, article = languages.get("en"), Article(row.example.sentence, PUBLISHED)
    expressions = find_times(article.text, article.published, language, domain="news")
    text = layout.readable(article.text, ((each.start, each.end) for each in expressions), language.datelines)
    models = weights.load("en") if learned else None
    blocks = layout.blocks(article.text, language.furniture)
    analysis = ArticleAnalysis(article, expressions, parser.parse(text), blocks, language.events, weights=models)
    event = next(each for each in analyse(analysis).events if each.trigger.start == row.example.trigger)
    key = next(
        key for key, mention in analysis.annotation.mentions.items() if mention.trigger.start == row.example.trigger
    )
    return event, [event.rule, *analysis.ruled.applied.get(key, ())]


# The bundled weights never prefer a time from an expression near by: test_decide.py tests that row with its own.
@pytest.mark.parametrize("row", [*RULES, *(row for row in LEARNED if row.id == "learned.form")], ids=lambda row: row.id)
def test_a_rule_places_the_event_of_its_example(row: Row, parser: Parser) -> None:
    event, applied = _analysed(row, parser, learned=row in LEARNED)
    assert row.id in applied, event.why()
    if isinstance(row, EventRule) and row.is_silent:
        assert row.example.when == ""
        return
    assert event.rule == row.id, event.why()
    assert ("" if event.when is None else describe(event.when)) == row.example.when


def test_ids_are_unique_and_of_one_form() -> None:
    ids = [row.id for row in (*RULES, *LEARNED)]
    assert len(ids) == len(set(ids))
    assert all(_ID.fullmatch(name) for name in ids)


def test_the_confidences_are_those_of_the_rules() -> None:
    times = {row.id for row in RULES if row.example.when}
    orders = {row.id for row in RULES if isinstance(row, EventRule) and row.states_order} | {cue.id for cue in CUES}
    links = {way.measured for way in Way}
    assert set(confidences()) == times | links | {f"{name}/order" for name in orders}
    assert all(0 < one.confidence <= 1 and one.right <= one.of for one in confidences().values())


def test_the_page_of_rules_is_made_from_the_table() -> None:
    page = Path(__file__).parents[3] / "docs" / "event-rules.md"
    assert page.read_text(encoding="utf-8") == render(), (
        "run: python -m timeline.training page --output docs/event-rules.md"
    )


def test_says_is_a_sentence() -> None:
    assert all(row.says[0].isupper() and row.says.endswith(".") for row in (*RULES, *LEARNED))
