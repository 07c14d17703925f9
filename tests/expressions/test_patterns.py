from __future__ import annotations

import re
from concurrent.futures import ThreadPoolExecutor

import pytest

from timeline.expressions.patterns import Alphabet, parse_pattern

UNIONS = {"dated": ("year", "month")}


def spell(alphabet: Alphabet, words: str) -> str:
    """Spell words; one in capitals is of that class, any other is itself."""
    classes = [(word.lower() if word.isupper() else f"'{word}",) for word in words.split()]
    return alphabet.read("".join(map(alphabet.character, classes)))


@pytest.mark.parametrize(
    ("pattern", "words", "matched"),
    [
        ("of", "in of to", 1),
        ("in|of of", "of of", 2),
        ("<year>", "in YEAR", 1),
        ("<year|month>+", "MONTH YEAR of", 2),
        ("<dated>", "MONTH", 1),
        ("a? <year>", "a YEAR", 2),
        ("a* <year>", "a a a YEAR", 4),
        ("<year> [ of <month> ]", "YEAR of MONTH", 3),
        ("<year> [ of <month> ]", "YEAR of of", 1),
        ("=in <year>", "in YEAR", 1),
        ("=in <year>", "of YEAR", None),
        ("!in <year>", "of YEAR", 1),
        ("!in <year>", "in YEAR", None),
        ("<year> =of", "YEAR of", 1),
        ("<year> =of", "YEAR in", None),
        ("<year> !of", "YEAR", 1),
        ("<year> !of", "YEAR of", None),
        ("<year> <unheard>", "YEAR of", None),
        ("<year> <unheard>?", "YEAR of", 1),
        ("<year> =<unheard>", "YEAR of", None),
        ("<year> !<unheard>", "YEAR of", 1),
    ],
)
def test_each_kind_of_element(pattern: str, words: str, matched: int | None) -> None:
    alphabet = Alphabet(UNIONS)
    string = spell(alphabet, words)
    match = re.search(alphabet.expression(parse_pattern(pattern)), string)
    assert (None if match is None else len(match.group())) == matched


def test_neighbours_are_looked_at_but_not_consumed() -> None:
    alphabet = Alphabet()
    of, year = alphabet.character(("'of",)), spell(alphabet, "YEAR")
    looks = alphabet.expression(parse_pattern("=of <year>"))
    consumes = alphabet.expression(parse_pattern("of <year>"))
    assert re.search(looks, alphabet.twin(of) + year)
    assert not re.search(consumes, alphabet.twin(of) + year)
    assert re.search(consumes, alphabet.read(of) + year)


def test_named_elements_are_groups() -> None:
    alphabet = Alphabet()
    string = spell(alphabet, "in YEAR")
    match = re.search(alphabet.expression(parse_pattern("s:in y:<year>")), string)
    assert match is not None
    assert (match.start("s"), match.start("y")) == (0, 1)


def test_edges_and_what_a_match_can_hold() -> None:
    pattern = parse_pattern("=in the? <year> [ of <month> ] !on")
    assert pattern.edge() == {"'the", "year"}
    assert pattern.edge(last=True) == {"year", "'of", "month"}
    assert pattern.consumed == {"'the", "year", "'of", "month"}
    assert pattern.words == {"'in", "'the", "year", "'of", "month", "'on"}


def test_required_leaves_out_what_a_match_can_do_without() -> None:
    pattern = parse_pattern("the? of <dated> [ in <month> ] =on")
    assert [element.classes for element in pattern.required] == [("'of",), ("dated",)]


def test_what_is_looked_at_beyond_either_edge() -> None:
    back, ahead = parse_pattern("!a =b <year> !c of? =d").looked_at
    assert [element.classes for element in back] == [("'a",), ("'b",)]
    assert [element.classes for element in ahead] == [("'c",), ("'d",)]


def test_neighbours_are_all_that_may_stand_side_by_side() -> None:
    pairs = {
        (one.classes[0], other.classes[0]) for one, other in parse_pattern("=in the? <year>+ [ of x ] on").neighbours()
    }
    assert pairs >= {
        ("'in", "'the"),
        ("'in", "year"),
        ("'the", "year"),
        ("year", "year"),
        ("year", "'of"),
        ("year", "'on"),
    }
    assert pairs >= {("'of", "'x"), ("'x", "'on")}
    assert pairs.isdisjoint({("'in", "'of"), ("'the", "'of"), ("'the", "'on"), ("'on", "'on")})


def test_an_element_that_cannot_be_read_is_named() -> None:
    with pytest.raises(ValueError, match="'<year'"):
        parse_pattern("of <year")


def test_sets_of_classes_keep_their_characters_across_threads() -> None:
    alphabet = Alphabet()
    sets = [(f"c{number % 500}", f"d{number % 7}") for number in range(3_500)]
    with ThreadPoolExecutor(8) as pool:
        characters = list(pool.map(alphabet.character, sets))
    assert len(set(characters)) == len(set(sets)) == len(alphabet)
    assert [alphabet.character(classes) for classes in sets] == characters
