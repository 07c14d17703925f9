"""Pairs of tokens that may be adjacent in a match; used to split text into independent islands.

Computed from the rules alone, as the first and follow sets of a grammar. Two adjacent elements of a pattern are matched
by tokens or by parts, and a part starts (or ends) with whatever its own rule may start (or end) with, down to the
tokens. The relation is a superset of what occurs: splitting where it does not hold never changes the result.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from attrs import field, mutable

from timeline.expressions.caches import Cache
from timeline.expressions.patterns import Alphabet, Pattern

if TYPE_CHECKING:
    from timeline.languages.rule import Rule

__all__ = ["FirstFollow"]

_MAX_REMEMBERED = 1 << 17


@mutable(eq=False)
class FirstFollow:
    """Decides of two characters of an alphabet whether a rule could match, or look at, both side by side.

    Sets of classes are bits of an integer. The keys of `pairs` are the two characters as one string.
    """

    alphabet: Alphabet
    pairs: Cache[str, bool] = field(init=False)
    _numbers: dict[str, int] = field(factory=dict, init=False)
    _follow: dict[str, int] = field(factory=dict, init=False)
    """The classes that may follow a class, within a pattern."""
    _begun: dict[str, set[str]] = field(factory=dict, init=False)
    """The parts that may start with a class."""
    _ended: dict[str, set[str]] = field(factory=dict, init=False)
    _right: Cache[str, int] = field(init=False)
    _left: Cache[str, int] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.pairs = Cache(self._adjoin, _MAX_REMEMBERED)
        self._right = Cache(self._asked_after, _MAX_REMEMBERED)
        self._left = Cache(self._can_be_begun, _MAX_REMEMBERED)

    def add(self, rule: Rule, pattern: Pattern) -> None:
        """Add a rule; all are added before the first look-up."""
        expand = self.alphabet.classes_of
        for one, other in pattern.neighbours():
            follow = self._bits(expand(other))
            for name in expand(one):
                self._follow[name] = self._follow.get(name, 0) | follow
        if rule.spans:  # each part has the position of what it was made of
            named = {name for span in rule.spans for name in span.split("..")}
            places = [element for element in pattern.elements if element.name in named]
            begin = end = {name for element in places for name in expand(element)}
        else:
            begin = set(self.alphabet.expand(pattern.edge()))
            end = set(self.alphabet.expand(pattern.edge(last=True)))
        for table, names in ((self._begun, begin), (self._ended, end)):
            for name in names:
                table.setdefault(name, set()).add(rule.yields)

    def _bits(self, names: Iterable[str]) -> int:
        found = 0
        for name in names:
            found |= 1 << self._numbers.setdefault(name, len(self._numbers))
        return found

    def _up(self, character: str, table: dict[str, set[str]]) -> set[str]:
        """Return the classes of a character, and of all parts that it may start (or end)."""
        found: set[str] = set()
        ahead = list(self.alphabet.classes(character))
        while ahead:
            name = ahead.pop()
            if name not in found:
                found.add(name)
                ahead += table.get(name, ())
        return found

    def _asked_after(self, character: str) -> int:
        found = 0
        for name in self._up(character, self._ended):
            found |= self._follow.get(name, 0)
        return found

    def _can_be_begun(self, character: str) -> int:
        numbers = self._numbers
        return sum(1 << numbers[name] for name in self._up(character, self._begun) if name in numbers)

    def _adjoin(self, pair: str) -> bool:
        return bool(self._right[pair[0]] & self._left[pair[1]])
