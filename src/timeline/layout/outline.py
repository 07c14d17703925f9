"""The blocks of a text and what stands above each: headings, lines with a bullet, rows, paragraphs.

A block is a paragraph or a line that `part_lines` has parted. What a block begins with may hold for the blocks below
it: a heading for its section, the head of a list item for what is indented under it.
"""

from __future__ import annotations

import re
from bisect import bisect_right

from attrs import field, mutable

__all__ = ["NO_HEADING", "Outline"]

NO_HEADING = 0
"""The level of a block that no mark shows to be a heading; those of headings are 1 to 6."""
_GAP = re.compile(r"\u2029|\n[ \t\r]*\n|\r[ \t]*\r")
_GAP_SIGNS = ("\u2029", "\n", "\r")
_PREFIX = re.compile(
    r"[\s>]*(?:(?P<bullet>(?:[-*+•‣▪◦·–—]|\(?\d{1,2}[.)])(?=[ \t]))[\s|*_#\"“‘'\[(>]*"
    r"|[|*_#\"“‘'\[(][\s|*_#\"“‘'\[(>]*)?"
)
"""What stands before the first word of a block: white space, a bullet, the bar of a row, marks of emphasis."""
_PLACE = re.compile(r"\s{0,99}[^\s.!?:;,\u2029][^\n.!?:;,\u2029]{0,40},[ \t]{0,9}")
"""What may stand before the date over a letter or an entry: where it was written."""
_SUFFIX = re.compile(r"[ \t]*(?:[*_|\])”\"’']+[ \t]*)?")
_REST = re.compile(r"[*_|)\]”\"’'.:# \t\r\n\u2029]*")
"""What may stand after all that a block says."""
_BLANK = re.compile(r"\s*")
_TAG = len("<h1")
"""How far before a block its tag may begin, as a break takes the place of its first characters."""
_MARKED = re.compile(r"(?<!\S)(#{1,6})[ \t]|<h([1-6])\b", re.IGNORECASE)
_ENDING = re.compile(r"[ \t]*\||[:.\t;]|[ \t]?[–—][ \t]?|[ \t]-{1,2}[ \t]|-{2,3}[ \t]?|[ \t]?~[ \t]|[ \t]{2,}")
"""What separates the head of a line from what it says."""


@mutable(eq=False)
class Outline:
    r"""The blocks of a masked text; `raw` is the same text with its markup, offset by offset.

    >>> outline = Outline("1941\n\nJune 22. The invasion began.", "1941\n\nJune 22. The invasion began.")
    >>> [outline.block_at(place) for place in (0, 5, 6)]
    [0, 0, 1]
    >>> outline.is_alone(0, 0, 4), outline.is_head(1, 6, 13)
    (True, True)
    """

    text: str
    raw: str
    _starts: list[int] = field(init=False)
    _prefix: tuple[int, re.Match[str] | None] = field(default=(-1, None), init=False)
    """A block, the last asked for, and what it begins with."""

    def __attrs_post_init__(self) -> None:
        self._starts = [0]
        if any(sign in self.text for sign in _GAP_SIGNS):
            self._starts += [match.end() for match in _GAP.finditer(self.text)]

    def __len__(self) -> int:
        return len(self._starts)

    def block_at(self, offset: int) -> int:
        """Return the number of the block that holds an offset."""
        return bisect_right(self._starts, offset) - 1

    def span(self, block: int) -> tuple[int, int]:
        """Return the half-open span of a block, with the white space after it."""
        end = self._starts[block + 1] if block + 1 < len(self._starts) else len(self.text)
        return self._starts[block], end

    def level(self, block: int) -> int:
        """Return the level of a marked heading, 1 to 6; `NO_HEADING` for anything else."""
        start, end = self.span(block)
        word = _BLANK.match(self.text, start, end)
        found = _MARKED.search(self.raw, max(0, start - _TAG), end if word is None else word.end())
        if found is None:
            return NO_HEADING
        return len(found[1]) if found[1] else int(found[2])

    def indent(self, block: int) -> int | None:
        """Return the column of a block's bullet; None where it has none."""
        start = self._starts[block]
        found = self._begin(block)
        if found is None or found["bullet"] is None:
            return None
        place = found.start("bullet")
        line = max(self.text.rfind("\n", start, place), start - 1) + 1
        return len(self.text[line:place].expandtabs())

    def _begin(self, block: int) -> re.Match[str] | None:
        if self._prefix[0] != block:
            self._prefix = block, _PREFIX.match(self.text, *self.span(block))
        return self._prefix[1]

    def is_first(self, block: int, start: int) -> bool:
        """Whether a span starts with the first word of a block."""
        found = self._begin(block)
        return found is not None and start <= found.end()

    def is_alone(self, block: int, start: int, end: int) -> bool:
        """Whether a span is all that a block says, but for a place or the like before it: "Boston, May 9, 1863"."""
        first = self.is_first(block, start) or _PLACE.fullmatch(self.text, self._starts[block], start) is not None
        return first and _REST.fullmatch(self.text, end, self.span(block)[1]) is not None

    def is_head(self, block: int, start: int, end: int) -> bool:
        """Whether a span is the head of a block: its first words, parted from the others, or first on a list item."""
        if not self.is_first(block, start):
            return False
        shown = _SUFFIX.match(self.text, end)
        place = shown.end() if shown else end
        if "\n" in self.text[end:place] or _ENDING.match(self.text, place) or _ENDING.match(self.text, end):
            return True
        return self.indent(block) is not None or self.text[end : end + 1] == "\n"
