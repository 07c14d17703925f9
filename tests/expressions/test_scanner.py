from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline import languages
from timeline.expressions.grammar import Grammar
from timeline.expressions.scanner import Scanner, tokens_by

if TYPE_CHECKING:
    from timeline.languages.language import Language

LONGEST_ISLAND = 96
"""Tokens, left and right of a trigger."""
ENGLISH = Scanner(Grammar(languages.get("en")))
tokens = tokens_by(languages.get("en").dotted)
WORDS = st.lists(
    st.sampled_from(
        [
            *(
                "Monday",
                "May",
                "2019",
                "the",
                "of",
                "last",
                "Jan.",
                "p.m.",
                "and",
                "10:30",
                "cat\n\n",
                "cat.\n",
                "",
                "\u00a0",
            ),
            *("-", "(", "'"),
        ]
    ),
    max_size=60,
).map(" ".join)


@given(st.text())
def test_tokens_tile_a_text(text: str) -> None:
    assert "".join(tokens(text)) == text


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("2022-07-22T10:30Z", ["2022-07-22T10:30Z"]),
        ("2022-W29-5,", ["2022-W29-5", ","]),
        ("7/22/22", ["7/22/22"]),
        ("1,500.5", ["1,500.5"]),
        ("10–12 May", ["10–12", " ", "May"]),
        ("the 1990s", ["the", " ", "1990s"]),
        ("5p.m.", ["5p", ".", "m", "."]),
        ("5 p.m. on", ["5", " ", "p.m.", " ", "on"]),
        ("a_b", ["a_b"]),
        ("_b 1_", ["_b", " ", "1", "_"]),
    ],
)
def test_numbers_keep_what_is_glued_to_them(text: str, cut: list[str]) -> None:
    assert tokens(text) == cut


def test_islands_of_a_toy_language(toy: Language) -> None:
    scanner = Scanner(Grammar(toy))
    text = "Urbs ab mensis 1999 ad heri.\n\nVia mensis, urbs"
    islands = [(text[island.start : island.end], island.text) for island in scanner.islands(text)]
    assert islands == [("ab mensis 1999 ad heri",) * 2, ("mensis",) * 2]


def test_words_that_are_only_looked_at_are_neighbours(toy: Language) -> None:
    grammar = Grammar(toy)
    island = next(iter(Scanner(grammar).islands("urbs mensis pm urbs")))
    assert (island.text, island.after) == ("mensis", grammar.character("pm"))
    assert island.before == grammar.character("urbs")


def test_there_is_no_neighbour_beyond_a_paragraph_or_the_text(toy: Language) -> None:
    grammar = Grammar(toy)
    parting = grammar.alphabet.character(("break",))
    for text in ("mensis", "\nmensis ", "urbs\n\nmensis\n \n7", " " * 30 + "mensis" + " " * 30 + "urbs"):
        island = next(iter(Scanner(grammar).islands(text)))
        assert (island.text, island.before, island.after) == ("mensis", parting, parting)


def test_a_dash_between_words_is_told_from_a_hyphen() -> None:
    text = "said May - 2019 and May-2019"
    characters = "".join(island.characters for island in ENGLISH.islands(text))
    assert characters.count(ENGLISH.grammar.character("--")) == 1
    assert characters.count(ENGLISH.grammar.character("-")) == 1


@given(st.one_of(st.text(), WORDS))
def test_islands_lie_in_order_and_their_words_where_they_say(text: str) -> None:
    end = 0
    for island in ENGLISH.islands(text):
        assert end <= island.start < island.end
        assert text[island.start : island.end] == island.text
        end = island.end
        places = island.places()
        assert len(island.words) == len(island.characters)
        said = [text[first:last] for first, last in places]
        assert [word if word not in {"-", "--"} else "dash" for word in island.words] == [
            word if word not in "-–—" else "dash" for word in said
        ]


@given(WORDS, WORDS)
def test_what_stands_beyond_a_paragraph_break_makes_no_difference(one: str, other: str) -> None:
    def found(text: str) -> list[tuple[int, str, str, str]]:
        return [(island.start, island.text, island.before, island.after) for island in ENGLISH.islands(text)]

    one = one.strip() + " cat."
    other = "Cat " + other.strip()
    beyond = len(one) + 2
    joined = [*found(one), *((start + beyond, *rest) for start, *rest in found(other))]
    assert found(f"{one}\n\n{other}") == joined


@pytest.mark.parametrize(
    "unit",
    [
        *(
            "7",
            "1,",
            "the ",
            "Monday ",
            "May-",
            "a year and ",
            "((",
            "''",
            "\n",
            ".",
            "of the ",
            "a\u0301",
            "\ud800",
            "\0",
        ),
        *("Jan. ", "Monday\n", "2019", " "),
    ],
)
def test_what_is_handed_to_the_grammar_is_bounded(unit: str) -> None:
    for count in (100, 2_000):
        text = unit * count
        sizes = [len(tokens(island.text)) for island in ENGLISH.islands(text)]
        assert max(sizes, default=0) <= LONGEST_ISLAND
        assert sum(sizes) <= len(tokens(text))


def test_tables_do_not_keep_long_chunks() -> None:
    scanner = Scanner(Grammar(languages.get("en")))
    assert not list(scanner.islands("7" * 1_000 + " Cat " + "x" * 1_000))
    assert set(scanner._chunks) == {"Cat"}
    assert max(map(len, scanner._characters)) <= 40


def test_words_that_need_no_look_are_told_as_others_are() -> None:
    quick, slow = (
        Scanner(Grammar(language))
        for language in (ENGLISH.grammar.language, evolve(ENGLISH.grammar.language, unlisted=None))
    )
    assert quick._listed
    assert not slow._listed
    for chunk in [
        "cats.",
        "(monday's",
        "well-known",
        "june-like",
        "a.m.",
        "1st",
        "x-3",
        "at",
        "_may_",
        "re-march.",
        "mid-may",
    ]:
        assert quick._look_at(chunk) == slow._look_at(chunk)


@pytest.mark.parametrize(
    ("text", "dash"), [("2013 – 2015", "--"), ("May–June", "-"), ("May — June", "--"), ("mid-2013", "-")]
)
def test_words_are_dashes_as_rules_name_them(text: str, dash: str) -> None:
    words = [word for island in ENGLISH.islands(f"From {text} on.") for word in island.words]
    assert dash in words
    assert not {"–", "—"}.intersection(words)


def test_words_with_full_stops_are_those_of_the_language() -> None:
    assert tokens_by(None)("10 a.m. z.B.") == ["10", " ", "a", ".", "m", ".", " ", "z", ".", "B", "."]
    assert tokens_by(r"z\.B\.")("10 a.m. z.B.") == ["10", " ", "a", ".", "m", ".", " ", "z.B."]


def test_a_language_tells_by_what_follows_where_a_number_ends() -> None:
    parted = tokens_by(None, r"\d{4}(?=–\d\d May)")
    assert parted("1881–27 May, 1881–27") == ["1881", "–", "27", " ", "May", ",", " ", "1881–27"]


@pytest.mark.parametrize(
    ("text", "word"),
    [("on 3 May 1881–27 June 1964", "1881"), ("in 1881–87", "1881–87"), ("in 1881–87, May", "1881–87")],
)
def test_the_year_before_a_day_of_a_month_is_a_word_of_its_own(text: str, word: str) -> None:
    assert word in [word for island in ENGLISH.islands(text) for word in island.words]
