from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline.expressions.grammar import Grammar
from timeline.languages.language import Language
from timeline.languages.rule import Level, Rule

CLASSES = {
    "mensis": {"month": 1},
    "Pascha": {"feast": True},
    "PASCHA": {"feast": True},
    "pascha": {},
    "et": {"joiner": True},
    "de": {"joiner": True},
    "duo": {"number": 2},
    "dies": {"unit": 1},
}


def made(*rules: Rule, common: str = "joiner number", fragments: str = "count", capitals: str = "pascha") -> Grammar:
    return Grammar(
        Language(
            code="xx",
            classify=lambda token: CLASSES.get(token, {}),
            levels=(Level("all", rules),),
            vocabulary=tuple(CLASSES),
            common=frozenset(common.split()),
            fragments=frozenset(fragments.split()),
            capitals=frozenset(capitals.split()),
        )
    )


def row(yields: str, pattern: str) -> Rule:
    return Rule(pattern, yields, pattern, lambda **_: None)


def test_what_is_common_is_no_trigger() -> None:
    grammar = made(row("date", "<number> <unit>"), row("date", "<joiner> <month>"))
    assert grammar.triggers == {"unit", "month"}
    assert not grammar.beside


def test_what_other_rules_need_is_preferred() -> None:
    rules = row("date", "<month> <unit>"), row("date", "<unit> ante"), row("date", "<unit> post")
    assert made(*rules).triggers == {"unit"}


def test_classes_are_preferred_to_words_and_stand_for_them() -> None:
    assert made(row("date", "ante <unit>")).triggers == {"unit"}
    assert made(row("date", "ante heri")).triggers == {"'ante"}
    assert made(row("date", "de pascha")).triggers == {"feast"}  # by its capital alone


def test_a_part_with_a_trigger_needs_no_other() -> None:
    assert made(row("date", "<month>"), row("range", "<date> usque <date>")).triggers == {"month"}


def test_a_fragment_needs_none_and_tells_nothing() -> None:
    grammar = made(row("count", "<number>"), row("date", "<count> <unit>"))
    assert grammar.triggers == {"unit"}
    assert not grammar.beside


def test_what_is_made_of_common_words_is_named() -> None:
    grammar = made(row("date", "<number> et <joiner>"))
    assert grammar.triggers == {"'et"}
    assert made(row("date", "<number> et <joiner>"), common="joiner number 'et").beside == {"<number> et <joiner>"}


@pytest.mark.parametrize("optional", ["<month>?", "[ <month> ]", "=<month>", "!<month>"])
def test_what_a_match_can_do_without_is_no_trigger(optional: str) -> None:
    assert made(row("date", f"<unit> {optional}")).triggers == {"unit"}


@given(st.permutations(["<month> <unit>", "<unit> ante", "ante <month>", "de pascha", "<number> <unit> post"]))
def test_every_match_has_a_trigger(patterns: list[str]) -> None:
    grammar = made(*(row("date", pattern) for pattern in patterns))
    for text in ("mensis dies", "dies ante", "ante mensis", "de Pascha", "duo dies post"):
        assert any(grammar.triggers & grammar.classes(word).keys() for word in text.split()), text


def test_the_order_of_words_does_not_matter(toy: Language) -> None:
    backwards = evolve(toy, vocabulary=tuple(reversed(tuple(toy.vocabulary))))
    assert Grammar(backwards).triggers == Grammar(toy).triggers
