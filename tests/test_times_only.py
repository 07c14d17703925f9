"""A language that is read for times only: without words for events, page furniture or models."""

from __future__ import annotations

import re
import sys
from types import ModuleType

import pytest
from attrs import evolve

from timeline import Article, Extractor, languages, merge
from timeline.calculus.granularity import Granularity
from timeline.calculus.operators import Last
from timeline.calculus.recurring import Unit
from timeline.errors import IncompleteLanguageError
from timeline.expressions.finder import find_times
from timeline.languages.en.events import EVENTS
from timeline.languages.language import Language
from timeline.languages.meanings import date
from timeline.languages.rule import Level, Rule

TEXT = "Es begann gestern.\n\nKlicken Sie hier\n\nEs endete gestern."
GESTERN = Rule("relative.yesterday", "date", "<yesterday>", lambda: date(Last(Unit(Granularity.DAY))), {})
GERMAN = Language(
    code="xq",
    classify=lambda token: {"yesterday": True} if token.lower() == "gestern" else {},
    levels=(Level("words", (GESTERN,)),),
    vocabulary=("gestern",),
)


@pytest.fixture
def extractor(monkeypatch: pytest.MonkeyPatch) -> Extractor:
    module = ModuleType("timeline.languages.xq")
    module.language = lambda _locale: GERMAN  # type: ignore[attr-defined]
    monkeypatch.setitem(sys.modules, "timeline.languages.xq", module)
    monkeypatch.setitem(languages._CODES, "xq", "xq")
    return Extractor(language="xq")


def test_its_times_are_found(extractor: Extractor) -> None:
    assert [each.value for each in extractor.find_times(TEXT, "2022-07-22")] == ["2022-07-21", "2022-07-21"]
    assert len(extractor.tag(Article(TEXT, "2022-07-22")).expressions) == 2


def test_what_it_lacks_for_events_is_said_before_a_model_is_loaded(extractor: Extractor) -> None:
    lacking = re.escape("language 'xq' lacks a lexicon of events and a description of page furniture")
    for attempt in (extractor.load, lambda: extractor.extract(TEXT), lambda: list(extractor.extract_many([TEXT]))):
        with pytest.raises(IncompleteLanguageError, match=lacking):
            attempt()


def test_it_is_no_fault_of_an_article(extractor: Extractor) -> None:
    with pytest.raises(IncompleteLanguageError):
        list(extractor.extract_many([TEXT, TEXT], on_error="yield"))


def test_timelines_without_events_are_merged(extractor: Extractor) -> None:
    merged = merge([extractor.tag(TEXT, "2022-07-22"), extractor.tag(TEXT)])
    assert (len(merged.timelines), merged.happenings) == (2, ())


def test_only_what_is_lacking_is_named() -> None:
    with pytest.raises(IncompleteLanguageError, match="lacks a description of page furniture, which"):
        evolve(GERMAN, events=EVENTS).for_events()


def test_times_are_anchored_without_words_of_tense() -> None:
    assert find_times("Gestern", None, GERMAN)[0].interval is None
