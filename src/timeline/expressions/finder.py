"""Temporal expressions in text: scan, parse, anchor."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from attrs import field, mutable

from timeline import layout
from timeline.expressions.anchoring import Anchoring
from timeline.expressions.grammar import Found, Grammar
from timeline.expressions.scanner import Scanner
from timeline.languages.language import Language
from timeline.layout import FurnitureData

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.expressions.expression import TemporalExpression

__all__ = ["Finder", "find_times"]

_MAX_ISLANDS_REMEMBERED = 50_000
_LONGEST_FURNITURE = 300
"""Code points; a longer paragraph is text without a further look."""
_QUIET = frozenset({layout.BlockKind.BYLINE, layout.BlockKind.FURNITURE})


@mutable(eq=False)
class Finder:
    """Finds the temporal expressions of one language; what an island means is worked out once and remembered."""

    language: Language
    _scanner: Scanner = field(init=False)
    _remembered: dict[tuple[str, str, str], tuple[Found, ...]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._scanner = Scanner(Grammar(self.language))

    def find(self, text: str, published: Instant | None, domain: str = "news") -> list[TemporalExpression]:
        """Give the expressions of a text in order; they do not overlap.

        Markup is masked first, and what stands in bylines and page furniture is left out.
        """
        masked = layout.mask(text)
        anchoring = Anchoring(text, masked, published, self.language.tense, domain)
        remembered = self._remembered
        found_all: list[TemporalExpression] = []
        beside = _Beside(masked, self.language.furniture)
        for island in self._scanner.islands(masked):
            start = island.start
            if beside.holds(start):
                continue
            key = (island.text, island.before, island.after)
            found = remembered.get(key)
            if found is None:
                if len(remembered) >= _MAX_ISLANDS_REMEMBERED:
                    remembered.clear()
                found = self._scanner.grammar.parse(island.words(), island.before, island.after)
                remembered[key] = found
            for each in found:
                expression = anchoring.anchor(each, start)
                if expression is not None:
                    found_all.append(expression)
        return found_all


@mutable(eq=False)
class _Beside:
    """Tells whether a place lies beside the article proper; asked in text order, looks at each short paragraph once."""

    text: str
    furniture: FurnitureData
    _end: int = field(default=-1, init=False)
    _quiet: list[tuple[int, int]] = field(factory=list, init=False)

    def holds(self, place: int) -> bool:
        if place >= self._end:
            begin = max(self.text.rfind("\n\n", 0, place), self.text.rfind("\r\n\r\n", 0, place), 0)
            after = [end for gap in ("\n\n", "\r\n\r\n") if (end := self.text.find(gap, place)) >= 0]
            self._end = min(after, default=len(self.text))
            self._quiet = []
            whole = begin == 0 and self._end == len(self.text)  # a phrase alone stands beside nothing
            if not whole and self._end - begin <= _LONGEST_FURNITURE:
                for block in layout.blocks(self.text[begin : self._end], self.furniture):
                    if block.kind in _QUIET:
                        self._quiet.append((begin + block.start, begin + block.end))
        return any(start <= place < end for start, end in self._quiet)


@functools.cache
def _finder(language: Language) -> Finder:
    return Finder(language)


def find_times(
    text: str, published: Instant | None, language: Language, *, domain: str = "news"
) -> list[TemporalExpression]:
    """Find the temporal expressions of a text and anchor them to its publication time.

    Without a publication time, what needs one keeps a value with `X` for what is not known and has no interval.
    `domain` says how bare weekdays and months look where no verb tells: in `news` back, in `colloquial` text ahead,
    in a `narrative` on from the time last spoken of. Raises InputError for another domain.
    """
    return _finder(language).find(text, published, domain)
