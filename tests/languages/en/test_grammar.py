"""Every example of every English rule, and every text that must yield nothing."""

from __future__ import annotations

import re

import pytest

from timeline import find_times, languages
from timeline.languages.en.negatives import NEGATIVES

ENGLISH = languages.get("en")
PUBLISHED = "2022-07-22"  # a Friday
EXAMPLES = [
    pytest.param(example, values, id=f"{rule.name}: {example}")
    for level in ENGLISH.levels
    for rule in level.rules
    for example, values in rule.examples.items()
]


@pytest.mark.parametrize(("example", "values"), EXAMPLES)
def test_example_of_a_rule(example: str, values: str) -> None:
    text = re.sub(r"[\[\]]", "", example)
    found = find_times(text, PUBLISHED)
    assert " ".join(expression.value for expression in found) == values
    marked = re.findall(r"\[(.*?)\]", example)
    assert [expression.text for expression in found][: len(marked)] == marked


@pytest.mark.parametrize("text", NEGATIVES)
def test_nothing_is_found(text: str) -> None:
    assert find_times(text, PUBLISHED) == []


def test_most_rules_have_examples() -> None:
    rules = [rule for level in ENGLISH.levels for rule in level.rules if rule.name != "holiday"]
    with_examples = {rule.name for rule in rules if rule.examples}
    by_unit = re.compile(r"(year|month|week|day|named)\b")
    without = {rule.name for rule in rules if not by_unit.search(rule.name)} - with_examples
    assert len(without) < len(with_examples) / 4, sorted(without)


def test_rule_names_are_plain_words() -> None:
    for level in ENGLISH.levels:
        for rule in level.rules:
            assert rule.name == rule.name.strip()
            assert rule.name
