"""Temporal expressions in text: scan, parse, anchor."""

from __future__ import annotations

import functools

from attrs import field, mutable

from timeline.calculus.instants import Instant
from timeline.expressions.anchoring import Anchoring
from timeline.expressions.expression import TemporalExpression
from timeline.expressions.grammar import Found, Grammar
from timeline.expressions.scanner import Scanner
from timeline.languages.language import Language

__all__ = ["Finder", "find_times"]

_MAX_ISLANDS_REMEMBERED = 50_000


@mutable(eq=False)
class Finder:
    """Finds the temporal expressions of one language; what an island means is worked out once and remembered."""

    language: Language
    _scanner: Scanner = field(init=False)
    _remembered: dict[tuple[str, str, str], tuple[Found, ...]] = field(factory=dict, init=False)

    def __attrs_post_init__(self) -> None:
        self._scanner = Scanner(Grammar(self.language))

    def find(self, text: str, published: Instant | None, domain: str = "news") -> list[TemporalExpression]:
        """Give the expressions of a text in order; they do not overlap."""
        anchoring = Anchoring(text, published, self.language.tense, domain)
        remembered = self._remembered
        found_all: list[TemporalExpression] = []
        for island in self._scanner.islands(text):
            start = island.start
            key = (text[start : island.end], island.before, island.after)
            found = remembered.get(key)
            if found is None:
                if len(remembered) >= _MAX_ISLANDS_REMEMBERED:
                    remembered.clear()
                found = self._scanner.grammar.parse(island.words(), island.before, island.after)
                remembered[key] = found
            found_all.extend(anchoring.anchor(each, start) for each in found)
        return found_all


@functools.cache
def _finder(language: Language) -> Finder:
    return Finder(language)


def find_times(
    text: str, published: Instant | None, language: Language, *, domain: str = "news"
) -> list[TemporalExpression]:
    """Find the temporal expressions of a text and anchor them to its publication time.

    Without a publication time, what needs one keeps a value with `X` for what is not known and has no interval.
    """
    return _finder(language).find(text, published, domain)
