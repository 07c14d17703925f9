"""Line breaks that end paragraphs, and those that wrap them."""

from __future__ import annotations

import textwrap

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.languages.en.furniture import FURNITURE
from timeline.layout import blocks, paragraphs, part_lines, readable

WRAPPED = """The council of the town met on Friday, and the members of
Parliament for the region left before the vote. Ines Moreau of
Kestrel Bay, who has led it since May 2019, said that nobody
had asked the residents. "We were told on Monday," she said.
They will meet again next week.
It was the third vote in a year on the wall that is to keep
the sea out of the old harbour."""
PARAGRAPH = (
    "A dam failed on Sunday, killing at least 12 people, officials of the Ministry said. It was built in 1970, and the "
    "River Authority had promised in March to mend it. Ravi Kumar, who lives below it, fled with his Uncle Anton."
)


def parts(text: str) -> list[str]:
    parted = part_lines(text)
    assert len(parted) == len(text)
    return [text[start:end].strip() for start, end in paragraphs(parted) if text[start:end].strip()]


@pytest.mark.parametrize("sign", ["\n", "\r\n", "\r", "\u2028", " \n", "\n "])
@pytest.mark.parametrize(
    "lines",
    [
        ["Dam fails in north", "A dam failed on Sunday, officials said.", "It was built in 1970."],
        ["Dam fails in north", "Minister promises inquiry", PARAGRAPH],
        ["Friday, January 4, 2019", PARAGRAPH],
        [PARAGRAPH, "Story continues below", PARAGRAPH],
        [PARAGRAPH, "What we know", "“We had warned them,” she said.", "12 people died."],
        ["OSLO (AP) --", "The dam failed."],
        [PARAGRAPH, "- Two people died.", "- Ten left."],
        ["Rain fell.", "Ärzte came."],
    ],
)
def test_lines_that_are_paragraphs(lines: list[str], sign: str) -> None:
    assert parts(sign.join(lines)) == lines


@pytest.mark.parametrize(
    "text",
    [
        "The council of the town met\non Friday, and the members of\nParliament for the region left.",
        f"{PARAGRAPH} He met\nofficials.",
        "One line",
        "",
        "\n",
        "\n\n\n",
        "a\nb\nc",
    ],
)
def test_lines_that_are_none(text: str) -> None:
    assert part_lines(text) == text


def test_wrapped_text_is_parted_where_a_line_ends_early() -> None:
    first, second = WRAPPED.split("week.\n")
    assert parts(WRAPPED) == [f"{first}week.", second]
    assert parts(f"Wall put off again\n{WRAPPED}")[0] == "Wall put off again"
    assert parts(f"Wall put off again\n\n{WRAPPED}\n\n{WRAPPED}") == ["Wall put off again", *parts(WRAPPED) * 2]


@pytest.mark.parametrize("width", range(50, 101))
def test_paragraphs_wrapped_at_any_width_stay_whole_within_sentences(width: int) -> None:
    text = "\n\n".join(
        textwrap.fill(paragraph, width) for paragraph in (PARAGRAPH, WRAPPED.replace("\n", " "), PARAGRAPH)
    )
    for part in parts(text)[:-1]:
        assert part.endswith((".", ".”", '."'))


def test_unwrapped_and_wrapped_agree_on_blocks() -> None:
    whole = f"Dam fails in north\n\n{PARAGRAPH}\n\n{PARAGRAPH}"
    kinds = [block.kind for block in blocks(whole, FURNITURE)]
    lines = [block.kind for block in blocks(whole.replace("\n\n", "\n"), FURNITURE)]
    wrapped = [
        block.kind for block in blocks("\n\n".join(textwrap.fill(each, 70) for each in whole.split("\n\n")), FURNITURE)
    ]
    assert kinds == lines == wrapped


def test_a_table_is_prose() -> None:
    text = "Deaths by land:\nKenya 192\nTanzania 10\nOther lands 12"
    assert {block.kind.value for block in blocks("Oslo\nLima\nQuito\nRome", FURNITURE)} == {"prose"}
    assert next(block.kind.value for block in blocks(text, FURNITURE)) == "prose"


def test_readable_text_is_parted() -> None:
    assert readable("Dam fails\nA dam has failed.", []) == "Dam fails\u2029A dam has failed."


@given(st.text("aB. \n\r\u2028é“", max_size=80) | st.text())
def test_only_line_breaks_change(text: str) -> None:
    parted = part_lines(text)
    assert len(parted) == len(text)
    assert all(new == old or (new == "\u2029" and old in "\n\r\u2028") for new, old in zip(parted, text, strict=True))


@pytest.mark.parametrize("small", ["ł", "ž", "ı", "ά", "д", "ђ", "ա", "ế"])
def test_small_letters_of_any_alphabet_go_on(small: str) -> None:
    text = f"The council of the town met\n{small}n Friday."
    assert part_lines(text) == text


@pytest.mark.parametrize("other", ["Ł", "Д", "Ա", "漢", "א", "ب", "÷", "2"])
def test_no_other_sign_goes_on(other: str) -> None:
    assert "\u2029" in part_lines(f"The council of the town met\n{other}n Friday.")
