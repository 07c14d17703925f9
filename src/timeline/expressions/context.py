"""The context of an expression: in bylines and page boilerplate, temporal expressions are ignored."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import field, mutable

from timeline import layout
from timeline.expressions.caches import Cache

if TYPE_CHECKING:
    from timeline.layout import FurnitureData

__all__ = ["Boilerplate", "quiet_cache"]

_GAPS = ("\n\n", "\r\n\r\n", "\u2029")
_LONGEST = 300
"""Code points; a longer paragraph is always article text."""
_MAX_REMEMBERED = 1 << 12
_QUIET = frozenset({layout.BlockKind.BYLINE, layout.BlockKind.FURNITURE})


def quiet_cache(furniture: FurnitureData | None) -> Cache[str, tuple[tuple[int, int], ...]]:
    """Make a cache of the boilerplate spans of a paragraph; the pages of a site repeat them."""

    def look(paragraph: str) -> tuple[tuple[int, int], ...]:
        if furniture is None:
            return ()
        blocks = layout.blocks(paragraph, furniture, masked=True)
        return tuple((block.start, block.end) for block in blocks if block.kind in _QUIET)

    return Cache(look, _MAX_REMEMBERED)


@mutable(eq=False)
class Boilerplate:
    """Finds whether an offset lies in boilerplate; ask in text order, as each paragraph is read once."""

    text: str
    quiet: Cache[str, tuple[tuple[int, int], ...]]
    _end: int = field(default=0, init=False)
    """End of the last paragraph read; 0 before the first."""
    _next: dict[str, int] = field(factory=lambda: dict.fromkeys(_GAPS, 0), init=False)
    """Next offset of each kind of gap; the end of the text if there is none."""
    _begin: int = field(default=0, init=False)
    _quiet: tuple[tuple[int, int], ...] = field(default=(), init=False)

    def holds(self, place: int) -> bool:
        """Whether the offset lies in a byline or boilerplate."""
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
        whole = begin == 0 and end == len(text)  # a single phrase has no boilerplate
        self._begin, self._end = begin, end
        self._quiet = () if whole or end - begin > _LONGEST else self.quiet[text[begin:end]]
