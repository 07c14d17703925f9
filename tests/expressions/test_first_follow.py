"""Where an island may be cut without changing what is found."""

from __future__ import annotations

from timeline.expressions.first_follow import FirstFollow
from timeline.expressions.patterns import Alphabet, parse_pattern
from timeline.languages.rule import Rule

RULES = (
    Rule("month", "named", "m:<month> !pm", lambda m: m),
    Rule("dated", "date", "m:<named> ,? y:<year>", lambda m, y: (m, y)),
    Rule("from to", "done", "s:ab a:<date> t:ad b:<named>", lambda *found: found[1::2], {}, ("a", "b"), ("s", "t")),
    Rule("and", "both", "<done> et <date>", lambda: 0),
)


def adjoin(one: str, other: str) -> bool:
    """Whether a token of one class may stand before one of another; in capitals the class, else the word."""
    alphabet = Alphabet()
    first_follow = FirstFollow(alphabet)
    for rule in RULES:
        first_follow.add(rule, parse_pattern(rule.pattern))
    names = [name.lower() if name.isupper() else f"'{name}" for name in (one, other)]
    return first_follow.pairs["".join(alphabet.character((name,)) for name in names)]


def test_elements_that_follow_one_another_adjoin() -> None:
    assert adjoin("NAMED", "YEAR")
    assert adjoin("NAMED", ",")
    assert adjoin(",", "YEAR")
    assert not adjoin("YEAR", "NAMED")
    assert not adjoin("unheard", "YEAR")


def test_parts_adjoin_by_what_they_are_made_of() -> None:
    assert adjoin("MONTH", "YEAR")
    assert adjoin("ab", "MONTH")
    assert adjoin("YEAR", "ad")
    assert not adjoin("MONTH", "ad")


def test_what_is_looked_at_adjoins() -> None:
    assert adjoin("MONTH", "pm")


def test_each_of_several_parts_stands_where_its_words_stood() -> None:
    assert adjoin("MONTH", "et")
    assert adjoin("YEAR", "et")
    assert not adjoin("ab", "et")
