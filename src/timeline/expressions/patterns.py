"""Patterns over token classes, compiled to regular expressions over one character per token.

Every distinct set of token classes gets its own character, so a sequence of tokens is a short string and a pattern an
ordinary regular expression over it; see `timeline.languages.rule` for the syntax of patterns.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Iterable, Iterator, Mapping, Sequence

from attrs import field, frozen, mutable

__all__ = ["WORD", "Alphabet", "Element", "Pattern", "folded", "parse_pattern"]

_ELEMENT = re.compile(r"(?P<look>[=!])?(?:(?P<name>[a-z]\w*):)?(?P<atom><[^<>]+>|[^<>?*+]+)(?P<quantifier>[?*+])?")
WORD = "'"
"""Distinguishes words from the classes of the lexicon: the word `year` has the class `'year`, 2019 the class `year`."""
_FIRST = 0x4E00  # a long run of assigned, caseless characters: readable in a debugger
_FIRST_READ, _FIRST_TWIN = 0xF0000, 0x100000
"""Patterns are matched against private-use characters, as `re` builds no tables for sets of them; those would cost far
more than they save on strings as short as islands."""


@frozen
class Element:
    """One element of a pattern; `[` and `]` are elements too."""

    classes: tuple[str, ...]
    look: str = ""
    name: str = ""
    quantifier: str = ""
    bracket: str = ""


@frozen
class Pattern:
    """A parsed pattern."""

    text: str
    elements: tuple[Element, ...]

    @property
    def words(self) -> set[str]:
        """All classes and words it names."""
        return {name for element in self.elements for name in element.classes}

    @property
    def consumed(self) -> set[str]:
        """All classes and words that a match can consume, without those of lookarounds."""
        return {name for element in self.elements if not element.look for name in element.classes}

    @property
    def looked_at(self) -> tuple[tuple[Element, ...], tuple[Element, ...]]:
        """The elements of lookbehind, and of lookahead."""
        begin = next((place for place, each in enumerate(self.elements) if each.classes and not each.look), 0)
        back = tuple(each for each in self.elements[:begin] if each.look)
        return back, tuple(each for each in self.elements[begin:] if each.look)

    def neighbours(self) -> Iterator[tuple[Element, Element]]:
        """Yield the pairs of elements whose tokens may be adjacent (a superset).

        A lookaround counts as an optional element, and so does each element in brackets.
        """
        open_: list[Element] = []
        depth = 0
        for element in self.elements:
            if element.bracket:
                depth += 1 if element.bracket == "[" else -1
                continue
            for before in open_:
                yield before, element
            if element.quantifier in {"*", "+"}:
                yield element, element
            if not depth and not element.look and element.quantifier not in {"?", "*"}:
                open_.clear()
            open_.append(element)

    @property
    def required(self) -> tuple[Element, ...]:
        """The elements that a match cannot do without."""
        found = []
        depth = 0
        for element in self.elements:
            if element.bracket:
                depth += 1 if element.bracket == "[" else -1
            elif not depth and not element.look and element.quantifier not in {"?", "*"}:
                found.append(element)
        return tuple(found)

    def edge(self, *, last: bool = False) -> set[str]:
        """Return the classes a match can start with (or end with)."""
        found: set[str] = set()
        depth = 0
        for element in reversed(self.elements) if last else self.elements:
            if element.bracket:
                depth += 1 if (element.bracket == "[") is not last else -1
            elif not element.look:
                found.update(element.classes)
                if not depth and element.quantifier not in {"?", "*"}:
                    break
        return found


def folded(word: str) -> str:
    """Give a word as those of patterns and of texts are compared: without case, with straight apostrophes.

    >>> folded("Große") == folded("GROSSE")
    True
    """
    return word.casefold().replace("’", "'")


def parse_pattern(text: str) -> Pattern:
    """Parse a pattern; raises ValueError naming the element that cannot be parsed."""
    elements = []
    for word in text.split():
        if word in {"[", "]"}:
            elements.append(Element((), bracket=word))
            continue
        match = _ELEMENT.fullmatch(word)
        if match is None:
            message = f"cannot read element {word!r} of pattern {text!r}"
            raise ValueError(message)
        atom = match["atom"]
        if atom.startswith("<"):
            classes = tuple(atom[1:-1].split("|"))
        else:
            classes = tuple(WORD + folded(word) for word in atom.split("|"))
        elements.append(Element(classes, match["look"] or "", match["name"] or "", match["quantifier"] or ""))
    return Pattern(text, tuple(elements))


@mutable
class Alphabet:
    """Assigns characters to sets of token classes.

    Each set has three: its public character, the one that patterns match, and that one's twin, which represents
    neighbours that a pattern may only look at.
    """

    unions: Mapping[str, Sequence[str]] = field(factory=dict)
    _characters: dict[frozenset[str], str] = field(factory=dict, init=False)
    _classes: dict[str, frozenset[str]] = field(factory=dict, init=False)
    _by_class: dict[str, list[str]] = field(factory=dict, init=False)
    _lock: threading.Lock = field(factory=threading.Lock, init=False)

    def character(self, classes: Iterable[str]) -> str:
        """Return the character of a set of classes."""
        key = frozenset(classes)
        found = self._characters.get(key)
        return self._new(key) if found is None else found

    def _new(self, key: frozenset[str]) -> str:
        with self._lock:
            found = self._characters.get(key)
            if found is not None:
                return found
            found = chr(_FIRST + len(self._characters))
            self._classes[found] = self._classes[self.read(found)] = key
            for name in key:
                self._by_class.setdefault(name, []).append(found)
            self._characters[key] = found  # last, as other threads rely on it
            return found

    @staticmethod
    def read(characters: str) -> str:
        """Return the characters that patterns match for those given."""
        return "".join([chr(ord(each) - _FIRST + _FIRST_READ) for each in characters])

    @staticmethod
    def twin(character: str) -> str:
        """Return the character that represents the same classes beyond the edge."""
        return chr(ord(character) - _FIRST + _FIRST_TWIN)

    def __len__(self) -> int:
        return len(self._characters)

    def classes(self, character: str) -> frozenset[str]:
        """Return the classes that a character represents."""
        return self._classes[character]

    def having(self, classes: Iterable[str]) -> str:
        """Return all characters whose set has one of the classes, as one string."""
        found: dict[str, None] = {}
        for name in self.expand(classes):
            found.update(dict.fromkeys(self._by_class.get(name, ())))
        return "".join(found)

    def classes_of(self, element: Element) -> tuple[str, ...]:
        """Return the classes of an element, unions expanded, in order."""
        return tuple(self.expand(element.classes))

    def expand(self, classes: Iterable[str]) -> Iterator[str]:
        """Yield the classes with each union replaced by its members."""
        for name in classes:
            yield from self.unions.get(name, (name,))

    def weight(self, element: Element) -> int:
        """Return how many characters an element matches."""
        return len(self.having(element.classes))

    def expression(self, pattern: Pattern) -> str:
        """Return a pattern as a regular expression over the characters assigned so far."""
        parts: list[str] = []
        consuming = False
        for element in pattern.elements:
            if element.bracket:
                parts.append("(?:" if element.bracket == "[" else ")?")
                continue
            having = self.having(element.classes)
            characters = _ranges(having, _FIRST_READ)
            if element.look:
                both = characters + _ranges(having, _FIRST_TWIN)
                sign = "=" if element.look == "=" else "!"
                behind = "" if consuming else "<"
                parts.append(f"(?{behind}{sign}[{both}])" if both else "(?!)" if sign == "=" else "")
                continue
            consuming = True
            if not characters:
                if element.quantifier in {"?", "*"}:
                    continue
                parts.append("(?!)")
                continue
            group = f"(?P<{element.name}>[{characters}])" if element.name else f"[{characters}]"
            parts.append(group + element.quantifier)
        return "".join(parts)


def _ranges(characters: str, first: int) -> str:
    """Return a regular-expression set of characters, shifted to start from `first`."""
    parts: list[str] = []
    begin = end = -1
    for number in sorted(map(ord, characters)):
        if number != end:
            if begin >= 0:
                parts.append(_range(begin, end, first))
            begin = number
        end = number + 1
    if begin >= 0:
        parts.append(_range(begin, end, first))
    return "".join(parts)


def _range(begin: int, end: int, first: int) -> str:
    shift = first - _FIRST
    return chr(begin + shift) if end == begin + 1 else f"{chr(begin + shift)}-{chr(end - 1 + shift)}"
