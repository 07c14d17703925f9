"""The triggers are what the rules need: no expression without one of them, and none that no rule needs.

A rule needs a trigger unless a part that it is made of has one already. What only counts or names things (`NAMELESS`)
needs none, as it is no expression by itself.
"""

from __future__ import annotations

from timeline import languages
from timeline.expressions.patterns import WORD, parse_pattern
from timeline.languages.en.classes import TRIGGERS, VOCABULARY, classify
from timeline.languages.en.holidays import HOLIDAY_WORDS

ENGLISH = languages.get("en")
RULES = [(rule, parse_pattern(rule.pattern)) for level in ENGLISH.levels for rule in level.rules]
NAMELESS = {"name", "age", "num", "ord", "bignum", "couple", "vague", "partord", "oldstyle", "newstyle"}
PARTS = {rule.yields for rule, _ in RULES} - NAMELESS
TOO_COMMON = {
    "clock.minutes-to",  # five to six
    "clock.words",  # nine 15
    "relative.long-ago",  # long since
}
"""Rules that can consist of common words alone; such words are read only beside others."""


def _bearers() -> dict[str, list[frozenset[str]]]:
    """Give to each class of tokens the classes of all tokens that have it."""
    found: dict[str, list[frozenset[str]]] = {}
    for token in VOCABULARY:
        classes = frozenset({*classify(token), WORD + token.lower()})
        for name in classes:
            found.setdefault(name, []).append(classes)
    for _, pattern in RULES:
        for name in pattern.words:
            word = name.removeprefix(WORD)
            if word != name and word:
                spelled = [word.capitalize(), word.upper()] if word in HOLIDAY_WORDS else [word, word.capitalize()]
                found[name] = [frozenset({*classify(each), name}) for each in spelled]
    return found


BEARERS = _bearers()


def _untold(triggers: frozenset[str]) -> set[str]:
    """Give the rules of which a match may have no trigger."""
    told = {name for name, tokens in BEARERS.items() if not any(triggers.isdisjoint(each) for each in tokens)} | PARTS
    expand = ENGLISH.unions.get
    return {
        rule.id
        for rule, pattern in RULES
        if rule.yields not in NAMELESS
        and not any(
            told.issuperset(part for name in element.classes for part in expand(name, (name,)))
            for element in pattern.required
        )
    }


def test_parts_are_no_tokens() -> None:
    assert PARTS.isdisjoint(BEARERS)


def test_every_expression_has_a_trigger() -> None:
    assert _untold(TRIGGERS) == TOO_COMMON


def test_every_trigger_is_needed() -> None:
    assert [name for name in sorted(TRIGGERS) if _untold(TRIGGERS - {name}) == TOO_COMMON] == []


def test_every_class_of_a_word_is_read() -> None:
    read = {each for _, pattern in RULES for name in pattern.words for each in ENGLISH.unions.get(name, (name,))}
    made = {name for token in VOCABULARY for name in classify(token)}
    by_the_scanner = TRIGGERS | {ENGLISH.abbreviations}
    assert made - read - by_the_scanner == {"timeword", "adverb"}  # which keep words from being ordinary ones


def test_every_union_is_used() -> None:
    assert ENGLISH.unions.keys() <= {name for _, pattern in RULES for name in pattern.words}
