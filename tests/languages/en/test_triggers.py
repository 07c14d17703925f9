"""The triggers of English: no expression without one of them, and no class or union that no rule needs."""

from __future__ import annotations

from timeline import languages
from timeline.expressions.grammar import Grammar
from timeline.expressions.patterns import WORD, parse_pattern
from timeline.languages.en.classes import COMMON, VOCABULARY, classify

ENGLISH = languages.get("en")
GRAMMAR = Grammar(ENGLISH)
RULES = [(rule, parse_pattern(rule.pattern)) for level in ENGLISH.levels for rule in level.rules]
PARTS = {rule.yields for rule, _ in RULES}
READ = {each for _, pattern in RULES for name in pattern.words for each in ENGLISH.unions.get(name, (name,))}
MADE = {name for token in VOCABULARY for name in classify(token)}
TOO_COMMON = {
    "clock.minutes-to",  # five to six
    "clock.words",  # nine 15
    "relative.long-ago",  # long since
}
"""Rules that can consist of common words alone; such words are read only beside others."""


def test_parts_are_no_tokens() -> None:
    assert (PARTS - ENGLISH.fragments).isdisjoint(MADE)


def test_every_expression_has_a_trigger() -> None:
    assert GRAMMAR.beside == TOO_COMMON


def test_no_trigger_is_common() -> None:
    assert GRAMMAR.triggers.isdisjoint(COMMON)
    for word in ("the", "of", "house", "said", "two", "from"):
        assert GRAMMAR.triggers.isdisjoint(GRAMMAR.classes(word))


def test_all_that_is_common_is_there() -> None:
    assert COMMON - {each for each in COMMON if each.startswith(WORD)} <= MADE
    assert {each for each in COMMON if each.startswith(WORD)} <= READ


def test_fragments_are_parts() -> None:
    assert ENGLISH.fragments <= PARTS


def test_every_class_of_a_word_is_read() -> None:
    by_the_scanner = GRAMMAR.triggers | {ENGLISH.abbreviations}
    assert MADE - READ - by_the_scanner == {"timeword", "adverb"}  # which keep words from being ordinary ones


def test_every_union_is_used() -> None:
    assert ENGLISH.unions.keys() <= {name for _, pattern in RULES for name in pattern.words}
