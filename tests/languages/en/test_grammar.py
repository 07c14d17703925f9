"""Every example of every English rule, and every text that must yield nothing."""

from __future__ import annotations

import re
from collections import Counter
from functools import partial

import pytest
from attrs import evolve

from timeline import find_times, languages, layout
from timeline.expressions.grammar import Grammar
from timeline.expressions.scanner import Scanner
from timeline.languages.en.negatives import NEGATIVES

ENGLISH = languages.get("en")
PUBLISHED = "2022-07-22"  # a Friday
TOLD = "It was 22 July 2022. "
"""Stands before an example that counts from a time named before; such a text is published in another year."""
LATER = "2055-03-01"
RULES = [rule for level in ENGLISH.levels for rule in level.rules]
EXAMPLES = [
    pytest.param(example, values, id=f"{rule.id}: {example}")
    for rule in RULES
    for example, values in rule.examples.items()
]
ID = re.compile(r"[a-z]+\.[a-z0-9]+(-[a-z0-9]+)*")


class Trace:
    """Tells which rules act in a text, those among them whose part a later rule reads or that name no time."""

    def __init__(self) -> None:
        self.rules: dict[int, str] = {}
        levels = []
        for level in ENGLISH.levels:
            own = [evolve(rule, meaning=partial(rule.meaning)) for rule in level.rules]
            self.rules |= {id(rule.meaning): rule.id for rule in own}
            levels.append(evolve(level, rules=own))
        self.grammar = Grammar(evolve(ENGLISH, levels=levels))
        self.scanner = Scanner(self.grammar)

    def acting(self, text: str) -> set[str]:
        found: set[str] = set()
        for island in self.scanner.islands(layout.mask(text)):
            values = [self.grammar.classes(word) for word in island.words]
            cascade = self.grammar._parses.cascade
            steps = cascade.run(island.characters, values, island.before, island.after).account.steps
            found |= {self.rules[id(step.meaning)] for step in steps if step.parts}
        return found


@pytest.fixture(scope="module")
def trace() -> Trace:
    return Trace()


@pytest.mark.parametrize(("example", "values"), EXAMPLES)
def test_example_of_a_rule(example: str, values: str) -> None:
    text = re.sub(r"[\[\]]", "", example)
    found = find_times(text, PUBLISHED)
    if any(each.reason.endswith("none was") for each in found):
        found = find_times(f"{TOLD}{text}", LATER)[1:]
    assert " ".join(expression.value for expression in found) == values
    marked = re.findall(r"\[(.*?)\]", example)
    assert [expression.text for expression in found][: len(marked)] == marked


@pytest.mark.parametrize("text", NEGATIVES)
def test_nothing_is_found(text: str) -> None:
    assert find_times(text, PUBLISHED) == []


def test_every_rule_has_an_id_of_its_own() -> None:
    counts = Counter(rule.id for rule in RULES)
    assert [name for name, count in counts.items() if count > 1] == []


def test_ids_name_a_topic_and_what_is_read() -> None:
    assert [rule.id for rule in RULES if not ID.fullmatch(rule.id)] == []


def test_every_rule_acts_in_one_of_its_examples(trace: Trace) -> None:
    acting = {rule.id: [trace.acting(re.sub(r"[\[\]]", "", example)) for example in rule.examples] for rule in RULES}
    assert [name for name, found in acting.items() if not any(name in each for each in found)] == []


def test_an_expression_names_its_rule() -> None:
    (found,) = find_times("He left two weeks ago.", PUBLISHED)
    assert found.rule == "relative.weeks-ago"
    assert found.why() == (
        "“two weeks ago” is DATE 2022-W27: counted from the publication time, 2022-07-22 (rule relative.weeks-ago)."
    )
