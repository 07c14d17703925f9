"""Temporal expressions in text: scan, parse, anchor."""

from __future__ import annotations

import functools
import re
from itertools import pairwise
from typing import TYPE_CHECKING

from attrs import evolve, field, mutable

from timeline import layout
from timeline.documents import Span
from timeline.expressions.anchoring import Anchoring, Found
from timeline.expressions.caches import Cache
from timeline.expressions.capitals import small_letters
from timeline.expressions.context import Boilerplate, quiet_cache
from timeline.expressions.domains import AUTO
from timeline.expressions.grammar import Grammar
from timeline.expressions.joined import join
from timeline.expressions.resolution_cache import ResolutionCache
from timeline.expressions.scanner import Scanner
from timeline.languages.language import Language
from timeline.languages.ranges import are_ends

if TYPE_CHECKING:
    from collections.abc import Iterable

    from timeline.calculus.instants import Instant
    from timeline.expressions.expression import TemporalExpression

__all__ = ["Finder", "find_times"]


_DASH = re.compile(r"(?<=\d)[-–—~](?=\d)")


@mutable(eq=False)
class Finder:
    """Finds the temporal expressions of one language; islands of the same shape are parsed once."""

    language: Language
    _scanner: Scanner = field(init=False)
    _quiet: Cache[str, tuple[tuple[int, int], ...]] = field(init=False)
    _resolutions: ResolutionCache = field(factory=ResolutionCache, init=False)

    def __attrs_post_init__(self) -> None:
        self._scanner = Scanner(Grammar(self.language))
        self._quiet = quiet_cache(self.language.furniture)

    def find(self, text: str, published: Instant | None, domain: str = AUTO) -> list[TemporalExpression]:
        """Return the expressions of a text in order; they do not overlap.

        Markup is masked first; bylines and page boilerplate are skipped.
        """
        shown = layout.shown(layout.mask(text))
        read = layout.part_lines(small_letters(shown.text, self.language.capitals))
        found, ends = self._find(shown.text if shown.gone else text, read, published, domain)
        begins = [place for place, (one, other) in enumerate(pairwise(found)) if ends.get(one.start) == other.start]
        if shown.gone or "&" in text:
            found = [_moved(each, text, shown) for each in found]
        return join(text, found, begins)[0]

    def _find(
        self, text: str, masked: str, published: Instant | None, domain: str
    ) -> tuple[list[TemporalExpression], dict[int, int]]:
        """Return the TIMEX3 expressions of a text without invisible characters, and where ranges begin and end.

        That is told by the offsets of the two ends, as an end that its clause rules out is not among the expressions.
        """
        language = self.language
        anchoring = Anchoring(text, masked, published, language.tense, domain, language.reliability, self._resolutions)
        islands = self.islands(masked)
        ends = {
            first.start: last.start
            for island in islands
            for first, last in pairwise(island)
            if are_ends(first.meaning, last.meaning)
        }
        return anchoring.anchor_all(islands), ends

    def islands(self, masked: str) -> list[list[Found]]:
        """Return what the rules find in a masked text: the expressions of each island, before they are anchored."""
        beside = Boilerplate(masked, self._quiet)
        read = self._scanner.grammar.read
        found: list[list[Found]] = []
        for island in self._scanner.islands(masked):
            parses = read(island.characters, island.words, island.before, island.after)
            if not parses or beside.holds(island.start):
                continue
            places = island.places()
            parts = [
                Found(
                    places[start][0],
                    places[end - 1][1],
                    meaning,
                    rule,
                    None if signal is None else (places[signal[0]][0], places[signal[1] - 1][1]),
                )
                for start, end, meaning, rule, signal in parses
            ]
            found.append([end for each in parts for end in _ends_apart(masked, each)])
        return found


def _ends_apart(text: str, found: Found) -> Iterable[Found]:
    """Return a range in one word as its two ends, what a dash sets apart; all else as it is."""
    ends = found.meaning.ends
    if ends is None or found.meaning.relation is not ends[0].relation:  # since 2010-15: its relation is another
        return (found,)
    dash = _DASH.search(text, found.start, found.end)
    if dash is None:
        return (found,)
    first = Found(found.start, dash.start(), ends[0], found.rule, found.signal)
    return first, Found(dash.end(), found.end, ends[1], found.rule)


def _moved(found: TemporalExpression, text: str, shown: layout.Shown) -> TemporalExpression:
    """Return an expression with its offsets in the original text."""
    start, end = _place(found.start, found.end, text, shown)
    signal = found.signal and Span.of(text, *_place(found.signal.start, found.signal.end, text, shown))
    return evolve(found, text=text[start:end], start=start, end=end, signal=signal)


def _place(start: int, end: int, text: str, shown: layout.Shown) -> tuple[int, int]:
    """Return the offsets in the original text; a character reference that stands for the last character is whole."""
    start, end = shown.place(start, end)
    return start, layout.reference_end(text, end)


@functools.cache
def _finder(language: Language) -> Finder:
    return Finder(language)


def find_times(
    text: str, published: Instant | None, language: Language, *, domain: str = AUTO
) -> list[TemporalExpression]:
    """Find the temporal expressions of a text and anchor them to its publication time.

    Without a publication time, an expression relative to it has a value with `X` for the unknown digits, and no
    interval. `domain` is a hint about the kind of text, as of an `Extractor`. Raises InputError for another domain.
    """
    return _finder(language).find(text, published, domain)
