"""The language that docs/adding-rules.md builds works as it stands there."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest

from timeline.calculus.instants import Instant
from timeline.expressions.finder import find_times
from timeline.languages.language import Language

DOCUMENT = Path(__file__).parents[2] / "docs" / "adding-rules.md"
PUBLISHED = Instant.of(2022, 7, 22)


@pytest.fixture(scope="module")
def language() -> Language:
    code = re.search(r"(?ms)^```python\n(.*?)^```", DOCUMENT.read_text(encoding="utf-8"))
    assert code is not None
    names: dict[str, Any] = {}
    exec(compile(code[1], str(DOCUMENT), "exec"), names)
    built = names["LANGUAGE"]
    assert isinstance(built, Language)
    return built


def test_its_examples_are_found(language: Language) -> None:
    examples = [pair for level in language.levels for rule in level.rules for pair in rule.examples.items()]
    assert len(examples) == 5
    for example, value in examples:
        found = find_times(re.sub(r"[\[\]]", "", example), PUBLISHED, language)
        assert [expression.text for expression in found] == re.findall(r"\[(.*?)\]", example)
        assert [expression.value for expression in found] == [value]


def test_it_reads_a_sentence(language: Language) -> None:
    found = find_times("Er kam gestern und ging vor drei Wochen am letzten Montag.", PUBLISHED, language)
    assert [expression.text for expression in found] == ["gestern", "vor drei Wochen", "letzten Montag"]


def test_its_words_mean_nothing_in_another_language() -> None:
    from timeline import languages

    assert find_times("Er kam gestern.", PUBLISHED, languages.get("en")) == []
