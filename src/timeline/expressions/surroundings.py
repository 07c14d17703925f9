"""What lies beside the article proper: bylines and page furniture, in which times are left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, mutable

from timeline import layout
from timeline.expressions.tables import Table

if TYPE_CHECKING:
    from timeline.layout import FurnitureData

__all__ = ["Surroundings", "quiet_stretches"]

_GAPS = ("\n\n", "\r\n\r\n", "\u2029")
_LONGEST = 300
"""Code points; a longer paragraph is text without a further look."""
_MAX_REMEMBERED = 1 << 12
_QUIET = frozenset({layout.BlockKind.BYLINE, layout.BlockKind.FURNITURE})


def quiet_stretches(furniture: FurnitureData) -> Table[str, tuple[tuple[int, int], ...]]:
    """Make a table of what is beside the article in a paragraph; the pages of a site repeat their furniture."""

    def look(paragraph: str) -> tuple[tuple[int, int], ...]:
        blocks = layout.blocks(paragraph, furniture, masked=True)
        return tuple((block.start, block.end) for block in blocks if block.kind in _QUIET)

    return Table(look, _MAX_REMEMBERED)


@mutable(eq=False)
class Surroundings:
    """Tells whether a place lies beside the article proper; asked in text order, looks at a paragraph once."""

    text: str
    quiet: Table[str, tuple[tuple[int, int], ...]]
    _end: int = field(default=0, init=False)
    """Where the paragraph last looked at ends; 0 before the first."""
    _next: dict[str, int] = field(factory=lambda: dict.fromkeys(_GAPS, 0), init=False)
    """Where each kind of gap comes next, the end of the text if nowhere."""
    _begin: int = field(default=0, init=False)
    _quiet: tuple[tuple[int, int], ...] = field(default=(), init=False)

    def holds(self, place: int) -> bool:
        """Whether a byline or page furniture holds the place."""
        if place >= self._end:
            self._look(place)
        place -= self._begin
        return any(start <= place < end for start, end in self._quiet)

    def _look(self, place: int) -> None:
        text = self.text
        begin = self._end
        for gap in _GAPS:
            begin = max(begin, text.rfind(gap, self._end, place))
            if self._next[gap] <= place:
                found = text.find(gap, place)
                self._next[gap] = len(text) if found < 0 else found
        end = min(self._next.values())
        whole = begin == 0 and end == len(text)  # a phrase alone stands beside nothing
        self._begin, self._end = begin, end
        self._quiet = () if whole or end - begin > _LONGEST else self.quiet[text[begin:end]]
