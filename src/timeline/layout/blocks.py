"""The paragraphs of a text, classified: prose, headings, bylines, datelines, captions, page boilerplate.

Patterns for the boilerplate of a language's pages are passed in as data.
"""

from __future__ import annotations

import enum
import re
from collections.abc import Iterator
from functools import lru_cache

from attrs import evolve, field, frozen

from timeline.layout.lines import part_lines
from timeline.layout.markup import mask, shown

__all__ = ["Block", "BlockKind", "FurnitureData", "blocks", "paragraphs"]

HEADING_WORDS = 20
"""Most words of a line without final punctuation that counts as a heading."""
_ROWS = 3
"""Least lines of a table."""
FURNITURE_WORDS = 80
"""Longer paragraphs are always prose."""
SHORT_CHARACTERS = 2_000
"""Longer lines are prose, however few spaces they have: what tells a byline is not made for them."""
CREDIT_CHARACTERS = 160
"""Longest credit under a picture; also the longest dateline."""

_BREAK = re.compile(r"(?:\r\n|\n|\r(?!\n)|\u2029)[\s\x00-\x08\x80-\x9f\u200b]*(?:\n|\r(?!\n)|\u2029)|\u2029")
_LINE_END = re.compile(r"\r\n|\r\u2029|[\n\r\u2028\u2029]")
_LINE = re.compile(r"[^\r\n\u2028]+")
_BULLET = re.compile(r"(?:[-*•‣▪◦·]|\d{1,2}[.)])[ \t]+\S")
_HASHES = re.compile(r"\s{0,3}#{1,6}[ \t]")
_TOKEN = re.compile(r"[\w.]+|[^\w\s]")
_NUMBER = r"\d{1,4}|\d{1,2}\.\d{2}|\d{1,2}\.\d{1,2}\.\d{2,4}|\d{1,2}(?:T\d{2}|Z)|\d{2}\.\d{1,6}Z?"
"""A number, a clock time or a date, as any language writes them."""
_FINAL = tuple(".!?…:;,")
_CLOSING = "\"'”’»)]"


class BlockKind(enum.Enum):
    """The kind of a block of text."""

    PROSE = "prose"
    """Running text; also every doubtful block."""
    HEADING = "heading"
    """A title or a line like one: short, without final punctuation."""
    BYLINE = "byline"
    """Who wrote it, and from where."""
    DATELINE = "dateline"
    """When it was published or changed, or where it comes from, alone on its line."""
    CAPTION = "caption"
    """The description of a picture: content, followed by a credit."""
    FURNITURE = "furniture"
    """Promotion, navigation, credits, notices: no content of the article."""


@frozen
class Block:
    """A span of text, `text[start:end]`, of one kind."""

    start: int
    end: int
    kind: BlockKind


@frozen
class FurnitureData:
    """The patterns of boilerplate in one language's pages.

    Patterns are regular expressions as text, compiled when first used. They see white space as single spaces.
    """

    promotion: str = field(repr=False)
    """Matches the whole of a paragraph or line of boilerplate."""
    byline: str = field(repr=False)
    """Matches the whole of a byline."""
    credit: str = field(repr=False)
    """Finds the start of the credit at the end of a caption, from the white space before it."""
    origin: str = field(repr=False)
    """Matches the whole of a wire story's first line: "OSLO, Norway (AP) --"."""
    date_words: frozenset[str] = field(repr=False)
    """Lower-cased words that may occur in a dateline besides numbers and signs."""
    date: str = field(repr=False)
    """Finds the date that makes such words a dateline."""
    numbers: str = field(default="", repr=False)
    """Matches numbers with letters that may stand in a dateline: 3rd, 10am. Plain ones may in any language."""


_compiled = lru_cache(maxsize=64)(re.compile)


@lru_cache(maxsize=64)
def _number(numbers: str) -> re.Pattern[str]:
    return re.compile(f"{_NUMBER}|{numbers}" if numbers else _NUMBER)


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    r"""Yield the spans between blank lines or paragraph separators, as half-open offsets.

    >>> list(paragraphs("One\ntwo.\n \nThree."))
    [(0, 8), (11, 17)]
    """
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)


def blocks(text: str, furniture: FurnitureData, *, masked: bool = False) -> tuple[Block, ...]:
    r"""Return the blocks of a text, in order; white space between them belongs to none.

    Blocks are paragraphs; lines within a paragraph are separate blocks if they are boilerplate, bullets, or a headline
    above its text. A caption's credit is a separate block. Markup and invisible characters make no difference; with
    `masked` they are removed already, and lines are split. Doubtful blocks are prose, so that no content is lost.

    >>> words = FurnitureData("Subscribe!", "By [A-Z].*", "©.*", "[A-Z]+ --", frozenset(), "^$")
    >>> [block.kind.value for block in blocks("Subscribe!\n\nFerry sinks\n\nA ferry has sunk.", words)]
    ['furniture', 'heading', 'prose']
    """
    if not masked:
        plain = shown(mask(text))
        found = blocks(part_lines(plain.text), furniture, masked=True)
        return tuple(Block(*plain.place(block.start, block.end), block.kind) for block in found)
    items = [item for start, end in paragraphs(text) for item in _items(text, start, end, furniture)]
    told: list[Block] = []
    for number, (left, right) in enumerate(items):
        marked = _HASHES.match(text[left:right]) is not None
        for block in _classify(text, left, right, furniture, marked=marked):
            # a lower-case continuation below a gap is a split sentence, not a heading and its text
            torn = block.kind is BlockKind.HEADING and number + 1 < len(items) and _torn(text, block, items[number + 1])
            told.append(evolve(block, kind=BlockKind.PROSE) if torn else block)
    return _without_tables(text, told)


def _without_tables(text: str, found: list[Block]) -> tuple[Block, ...]:
    """Make three or more consecutive lines that look like headings prose, unless other lines are among them."""
    told: list[Block] = []
    for number, block in enumerate(found):
        if number == 0 or len(_LINE_END.findall(text[found[number - 1].end : block.start])) > 1:
            begin = number
        told.append(block)
        last = number + 1 == len(found) or len(_LINE_END.findall(text[block.end : found[number + 1].start])) > 1
        row = told[begin:]
        if last and len(row) >= _ROWS and all(each.kind is BlockKind.HEADING for each in row):
            told[begin:] = [evolve(each, kind=BlockKind.PROSE) for each in row]
    return tuple(told)


def _torn(text: str, block: Block, below: tuple[int, int]) -> bool:
    return text[block.end - 1].islower() and text[below[0] : below[1]].lstrip()[:1].islower()


def _items(text: str, start: int, end: int, furniture: FurnitureData) -> Iterator[tuple[int, int]]:
    """Split a paragraph into the spans that are classified separately."""
    lines = [(match.start(), match.end()) for match in _LINE.finditer(text, start, end) if match.group().strip()]
    if not lines:
        return
    width = max(right - left for left, right in lines)
    begin, last = lines[0]
    for number, (left, right) in enumerate(lines[1:], 1):
        above, line = text[lines[number - 1][0] : last].strip(), text[left:right].strip()
        if _separate(above, line, width, furniture, first=number == 1):
            yield begin, last
            begin = left
        last = right
    yield begin, last


def _separate(above: str, line: str, width: int, furniture: FurnitureData, *, first: bool) -> bool:
    """Whether a line break separates two items, rather than wrapping one."""
    if line[0].islower():
        return False
    if _BULLET.match(line):
        return True
    if above.rstrip(_CLOSING).endswith(_FINAL[:4]):
        return _aside(line, furniture) or _aside(above, furniture)
    # a line that ends well before the others, without final punctuation, was not wrapped
    return _aside(above, furniture) or (first and len(above) * 3 < width * 2 and not above.endswith(_FINAL))


def _aside(line: str, furniture: FurnitureData) -> bool:
    return _short_kind(" ".join(line.split()), furniture) is not None


def _short_kind(line: str, furniture: FurnitureData) -> BlockKind | None:
    """Recognise furniture, datelines and bylines."""
    if line.count(" ") >= FURNITURE_WORDS or len(line) > SHORT_CHARACTERS:
        return None
    if not any(character.isalnum() for character in line) or _compiled(furniture.promotion).fullmatch(line):
        return BlockKind.FURNITURE
    if _is_dateline(line, furniture) or (
        line.count(" ") < HEADING_WORDS and _compiled(furniture.origin).fullmatch(line)
    ):
        return BlockKind.DATELINE
    if line.count(" ") < HEADING_WORDS and _compiled(furniture.byline).fullmatch(line):
        return BlockKind.BYLINE
    return None


def _is_dateline(line: str, furniture: FurnitureData) -> bool:
    if len(line) > CREDIT_CHARACTERS:
        return False
    count = 0
    for match in _TOKEN.finditer(line):  # for prose this ends at its first or second word
        token = match.group()
        count += 1
        if (
            token[0].isalnum()
            and token.lower().rstrip(".") not in furniture.date_words
            and not _number(furniture.numbers).fullmatch(token.rstrip("."))
        ):
            return False
    return count <= 2 * HEADING_WORDS and _compiled(furniture.date).search(line) is not None


def _classify(text: str, start: int, end: int, furniture: FurnitureData, *, marked: bool) -> list[Block]:
    stretch = text[start:end]
    start += len(stretch) - len(stretch.lstrip())
    end -= len(stretch) - len(stretch.rstrip())
    stretch = text[start:end]
    line = " ".join(stretch.split())
    kind = _short_kind(line, furniture)
    if kind is None and line.count(" ") < 2 * FURNITURE_WORDS:
        credit = _compiled(furniture.credit).search(stretch, max(0, len(stretch) - CREDIT_CHARACTERS - 1))
        if credit:
            before = stretch[: credit.start()].rstrip()
            begin = end - len(stretch[credit.start() :].lstrip())
            return [Block(start, start + len(before), BlockKind.CAPTION), Block(begin, end, BlockKind.FURNITURE)]
    if kind is None:
        # three lines are a table, not a heading
        heading = marked or (_is_heading(line) and stretch.count("\n") < _ROWS - 1)
        kind = BlockKind.HEADING if heading else BlockKind.PROSE
    return [Block(start, end, kind)]


def _is_heading(line: str) -> bool:
    return (
        line.count(" ") < HEADING_WORDS
        and not line[0].islower()
        and not _BULLET.match(line)
        and not line.rstrip(_CLOSING).endswith(_FINAL)
    )
