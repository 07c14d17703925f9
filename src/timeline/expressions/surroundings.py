"""What lies beside the article proper: bylines and page furniture, in which times are left out."""

from __future__ import annotations

from attrs import field, mutable

from timeline import layout
from timeline.layout import FurnitureData

__all__ = ["Surroundings"]

_GAPS = ("\n\n", "\r\n\r\n")
_LONGEST = 300
"""Code points; a longer paragraph is text without a further look."""
_QUIET = frozenset({layout.BlockKind.BYLINE, layout.BlockKind.FURNITURE})


@mutable(eq=False)
class Surroundings:
    """Tells whether a place lies beside the article proper; asked in text order, looks at each short paragraph once."""

    text: str
    furniture: FurnitureData
    _end: int = field(default=0, init=False)
    """Where the paragraph last looked at ends; 0 before the first."""
    _next: dict[str, int] = field(factory=lambda: dict.fromkeys(_GAPS, 0), init=False)
    """Where each kind of gap comes next, the end of the text if nowhere."""
    _quiet: list[tuple[int, int]] = field(factory=list, init=False)

    def holds(self, place: int) -> bool:
        """Whether a byline or page furniture holds the place."""
        if place >= self._end:
            self._look(place)
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
        self._end, self._quiet = end, []
        whole = begin == 0 and end == len(text)  # a phrase alone stands beside nothing
        if not whole and end - begin <= _LONGEST:
            for block in layout.blocks(text[begin:end], self.furniture, masked=True):
                if block.kind in _QUIET:
                    self._quiet.append((begin + block.start, begin + block.end))
