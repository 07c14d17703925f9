from __future__ import annotations

import json
import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from timeline.formats.terminal import escaped, printable, render_table, width_of

BIDIRECTIONAL = "\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
LAYOUT = dict.fromkeys(map(ord, "\t\n\r"))
texts = st.text(st.characters(exclude_categories=()), max_size=60)


@given(texts)
def test_nothing_printed_moves_the_cursor(text: str) -> None:
    shown = printable(text)
    assert not {unicodedata.category(character) for character in shown} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(shown) & set(BIDIRECTIONAL)
    shown.encode("utf-8")


def test_escapes_are_visible() -> None:
    assert printable("a\x1b]0;title\x07b\u202ec\ud800") == r"a\x1b]0;title\x07b\u202ec\ud800"
    assert printable("  a\r\n\tb ") == "a b"
    assert printable("café — 東京 👩‍🚀") == "café — 東京 👩‍🚀"


@given(texts)
def test_formats_escape_what_terminals_act_upon_and_keep_the_rest(text: str) -> None:
    written = escaped(text, lambda character: json.dumps(character)[1:-1])
    assert not {unicodedata.category(character) for character in written.translate(LAYOUT)} & {"Cc", "Cs", "Zl", "Zp"}
    assert not set(written) & set(BIDIRECTIONAL)
    left_out = [character for character in escaped(text, lambda _: "") if character not in text]
    assert not left_out


@given(st.lists(st.lists(texts, min_size=3, max_size=3), max_size=4), st.integers(28, 120))
def test_lines_fit(rows: list[list[str]], width: int) -> None:
    table = render_table(["A", "B", "C"], rows, width)
    assert all(width_of(line) <= width for line in table.split("\n"))


def test_wide_characters_take_two_cells() -> None:
    assert render_table(["A", "B"], [["東京", "x"], ["ab", "y"]], 80) == "A     B\n東京  x\nab    y"


def test_long_cells_wrap_and_lose_nothing() -> None:
    words = [
        "the",
        "council",
        "approved",
        "the",
        "wall",
        "after",
        "a",
        "dispute",
        "that",
        "had",
        "lasted",
        "for",
        "years",
    ]
    table = render_table(["WHEN", "EVENT"], [["2024", " ".join(words)]], 30)
    body = table.splitlines()[1:]
    assert [word for line in body for word in line.removeprefix("2024").split()] == words


def test_a_word_longer_than_its_column_is_cut() -> None:
    table = render_table(["A"], [["x" * 25]], 10)
    assert table == "A\n" + "x" * 10 + "\n" + "x" * 10 + "\n" + "x" * 5
