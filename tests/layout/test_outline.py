"""The blocks of a text, and what they begin with."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.layout import mask, part_lines
from timeline.layout.outline import NO_HEADING, Outline

TEXTS = st.lists(
    st.sampled_from([*'ab \t\n\r.-*#>|("“1', "\u2028", "\u2029", "- ", "# ", "\n\n", "May 4", ": "]), max_size=40
).map("".join)


def outline(text: str) -> Outline:
    return Outline(part_lines(mask(text)), text)


@given(TEXTS)
def test_blocks_tile_the_text(text: str) -> None:
    blocks = outline(text)
    spans = [blocks.span(number) for number in range(len(blocks))]
    assert spans[0][0] == 0
    assert spans[-1][1] == len(text)
    assert all(one[1] == other[0] for one, other in pairwise(spans))
    for number, (start, end) in enumerate(spans):
        assert all(blocks.block_at(offset) == number for offset in range(start, end))


@given(TEXTS)
def test_any_block_can_be_asked_for(text: str) -> None:
    blocks = outline(text)
    for number in range(len(blocks)):
        start, end = blocks.span(number)
        assert NO_HEADING <= blocks.level(number) <= 6
        indent = blocks.indent(number)
        assert indent is None or indent >= 0
        for place in range(start, end):
            if blocks.is_alone(number, place, end) or blocks.is_head(number, place, end):
                assert blocks.is_first(number, place)


@pytest.mark.parametrize(
    ("text", "level"),
    [("# 1990", 1), ("###### 1990", 6), ("####### 1990", 0), ("#1990", 0), ("1990", 0), ("", 0), ("a # 1990", 0)],
)
def test_marks_show_the_level_of_a_heading(text: str, level: int) -> None:
    assert outline(text).level(0) == level


def test_tags_show_it_too() -> None:
    text = "It fell.<h2 class='year'>1990</h2>It rose."
    blocks = outline(text)
    assert [blocks.level(blocks.block_at(text.index(words))) for words in ("It fell", "1990", "It rose")] == [0, 2, 0]


@pytest.mark.parametrize(
    ("text", "indent"),
    [("- a", 0), ("  * a", 2), ("\t- a", 8), ("12. a", 0), ("-a", None), ("a - b", None), ("", None)],
)
def test_bullets_have_a_column(text: str, indent: int | None) -> None:
    assert outline(text).indent(0) == indent


def test_the_bullet_of_the_next_block_is_its_own() -> None:
    blocks = outline("a\n\n\n\n- b")
    assert [blocks.indent(number) for number in range(len(blocks))] == [None, None, 0]


@pytest.mark.parametrize(
    ("text", "alone", "head"),
    [
        ("May 4", True, False),
        ("**May 4**:", True, True),
        ("May 4: it rose", False, True),
        ("May 4 – it rose", False, True),
        ("May 4. It rose", False, True),
        ("- May 4 it rose", False, True),
        ("| May 4 | it rose", False, True),
        ("May 4\nit rose", False, True),
        ("May 4 it rose", False, False),
        ("On May 4: it rose", False, False),
    ],
)
def test_a_span_is_alone_in_its_block_or_its_head(text: str, alone: bool, head: bool) -> None:
    start = text.index("May")
    blocks = outline(text)
    assert blocks.is_alone(0, start, start + 5) is alone
    assert blocks.is_head(0, start, start + 5) is head
