from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.formats.conllu import to_conllu, to_json
from timeline.syntax import load
from timeline.syntax.tree import Analysis, Sentence, Word


def by_hand(text: str, *sentences: list[str], cut: bool = False) -> Analysis:
    """Build an analysis from words that stand in the text in this order; each is governed by the one before."""
    place, found = 0, []
    for index, words in enumerate(sentences):
        made = []
        for number, written in enumerate(words):
            form, _, xpos = written.partition("/")
            start = text.index(form, place)
            place = start + len(form)
            made.append(Word(number, form, start, place, form.lower(), "X", xpos, {}, number - 1, "dep"))
        children = tuple((number + 1,) if number + 1 < len(made) else () for number in range(len(made)))
        found.append(Sentence(index, tuple(made), made[0].start, place, children, cut))
    return Analysis(tuple(found), "by hand")


def rows(written: str) -> list[list[str]]:
    return [line.split("\t") for line in written.splitlines() if line and not line.startswith("#")]


@pytest.mark.parametrize(
    ("text", "words", "tokens"),
    [
        ("She didn't.", ["She", "did", "n't", "."], ["She", "didn't", "."]),
        ("She didn’t.", ["She", "did", "n’t", "."], ["She", "didn’t", "."]),
        ("It's Kestrel's", ["It", "'s", "Kestrel", "'s"], ["It's", "Kestrel's"]),
        ("cannot", ["can", "not"], ["cannot"]),
        ("the Smiths' dog", ["the", "Smiths", "'/POS", "dog"], ["the", "Smiths'", "dog"]),
        ("she'd've gone", ["she", "'d", "'ve", "gone"], ["she'd've", "gone"]),
        ("the 'Smiths' dog", ["the", "'", "Smiths", "'/''", "dog"], ["the", "'", "Smiths", "'", "dog"]),
        ("a well-known man, 5km off", ["a", "well", "-", "known", "man", ",", "5", "km", "off"], None),
        ("end.Next", ["end", ".", "Next"], None),
        ("mil\u00aditary", ["mil\u00aditary"], None),
    ],
)
def test_words_that_touch_are_one_token(text: str, words: list[str], tokens: list[str] | None) -> None:
    found, inside = [], 0
    for row in rows(to_conllu(text, by_hand(text, words))):
        start, end = map(int, row[9].rpartition("TokenRange=")[2].split(":"))
        assert text[start:end] == row[1]
        if "-" in row[0]:
            first, last = map(int, row[0].split("-"))
            found.append(row[1])
            inside = last - first + 1
            assert row[2:9] == ["_"] * 7
        elif inside:
            inside -= 1
            assert "SpaceAfter" not in row[9]
        else:
            found.append(row[1])
    assert found == (tokens or [word.partition("/")[0] for word in words])


def test_the_text_can_be_rebuilt() -> None:
    text = "It's late.“Go\nhome”,  she said."
    analysis = by_hand(text, ["It", "'s", "late", "."], ["“", "Go", "home", "”", ",", "she", "said", "."])
    written = to_conllu(text, analysis)
    sentences = [line[9:] for line in written.splitlines() if line.startswith("# text = ")]
    assert sentences == ["It's late.", "“Go home”, she said."]
    assert [row[9].startswith("SpaceAfter=No") for row in rows(written) if row[1] in {"It's", "late", ".", "Go"}] == [
        False,
        True,
        True,
        False,
        False,
    ]


def test_documents_paragraphs_and_cuts_are_marked() -> None:
    text = "One.\n \nTwo.\nThree"
    comments = [
        line
        for line in to_conllu(text, by_hand(text, ["One"], ["Two"], ["Three"], cut=True), name="a\tb").splitlines()
        if line.startswith("#") and "text" not in line
    ]
    assert comments == [
        "# newdoc id = a b",
        "# model = by hand",
        "# sent_id = 1",
        "# cut = yes",
        "# newpar",
        "# sent_id = 2",
        "# cut = yes",
        "# sent_id = 3",
        "# cut = yes",
    ]


def test_heads_count_from_one_and_the_root_is_zero() -> None:
    assert [row[6] for row in rows(to_conllu("a b c", by_hand("a b c", ["a", "b", "c"])))] == ["0", "1", "2"]


def test_nothing_from_nothing() -> None:
    assert to_conllu("", Analysis((), "by hand")) == ""


def test_json_has_the_same() -> None:
    content = json.loads(to_json(by_hand("a b", ["a", "b"]), name="n"))
    assert (content["id"], content["model"]) == ("n", "by hand")
    assert [word["head"] for word in content["sentences"][0]["words"]] == [-1, 0]


@settings(deadline=None, max_examples=25)
@given(st.text(max_size=60))
def test_every_line_has_ten_columns_whatever_the_text(text: str) -> None:
    analysis = load().parse(text)
    for line in to_conllu(text, analysis).split("\n"):
        assert not line or line.startswith("#") or len(line.split("\t")) == 10
        assert "\r" not in line
        line.encode()


HOSTILE = "\x1b[31m\x07\x9b2J\x7f\u202e\u2066\u200f\x85"


def test_nothing_in_conllu_moves_the_cursor() -> None:
    text = f"It{HOSTILE} rained"
    analysis = by_hand(text, [f"It{HOSTILE.strip()}", "rained"])
    written = to_conllu(text, analysis, name=f"a{HOSTILE}b")
    assert "# newdoc id = a\\x1b[31m\\x07\\x9b2J\\x7f\\u202e\\u2066\\u200f b" in written.splitlines()
    assert written.replace("\n", "").replace("\t", "").isprintable()
    assert [row[1] for row in rows(written)] == ["It[31m2J", "rained"]


def test_json_escapes_and_comes_back() -> None:
    text = f"It{HOSTILE} rained"
    written = to_json(by_hand(text, [f"It{HOSTILE.strip()}", "rained"]), name=HOSTILE)
    assert written.isprintable()
    assert json.loads(written)["id"] == HOSTILE
    assert json.loads(written)["sentences"][0]["words"][0]["text"] == f"It{HOSTILE.strip()}"
