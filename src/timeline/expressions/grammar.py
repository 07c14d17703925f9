"""The engine that composes a language's rules into meanings.

An island of text is read level by level: the rules of a level are tried at every place, the longest match wins,
and what they find becomes a part that the rules of later levels can build on. This is a cascade of finite-state
stages (Hobbs et al. 1997, *FASTUS*), so its cost is linear in the island and it says by which rules a value came about.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from typing import Any, TypeAlias

from attrs import field, frozen, mutable

from timeline.expressions.patterns import WORD, Alphabet, Pattern, parse_pattern
from timeline.expressions.tables import Table
from timeline.languages.language import Language
from timeline.languages.meaning import Meaning
from timeline.languages.rule import Rule

__all__ = ["Found", "Grammar", "Item"]

_NO_CLASSES = ("other",)
_CONSUMED = "consumed"
_MAX_ROUNDS = 8
_NEEDS = 3
"""How many of the sets that a rule needs a character of are looked at before it is tried."""
_MAX_TOKENS_REMEMBERED = 1 << 16
_Match: TypeAlias = tuple[int, int, int, re.Match[str]]
"""Begin, negative end, number of the rule, and the match itself: sorted, the leftmost, longest, first comes first."""


@frozen
class Item:
    """A token or a part: its character, its values by class, its place in the island."""

    character: str
    values: Mapping[str, Any]
    start: int
    end: int
    rule: str = ""
    signal: tuple[int, int] | None = None


@frozen(eq=False)
class Found:
    """An expression found in an island, with offsets into the island's text; equal only to itself."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: tuple[int, int] | None = None


@mutable(eq=False)
class _Compiled:
    """A rule with its pattern, which is compiled when it is first tried."""

    rule: Rule
    pattern: Pattern
    captures: tuple[tuple[str, tuple[str, ...]], ...]
    yields: str
    consumed: str
    _regex: re.Pattern[str] | None = None
    _expression: str = ""
    _sealed: int = -1

    def regex(self, alphabet: Alphabet, size: int) -> re.Pattern[str]:
        """Give the pattern for the first `size` characters of an alphabet."""
        if self._regex is None or self._sealed != size:
            expression = alphabet.expression(self.pattern)
            if self._regex is None or expression != self._expression:
                self._regex, self._expression = re.compile(expression), expression
            self._sealed = size
        return self._regex


@frozen
class _Level:
    """Rules that are tried together; `first` is the number of the first of them among all rules."""

    repeat: bool
    rules: tuple[_Compiled, ...]
    first: int

    def own(self, rules: int) -> int:
        """Pick from a set of rules those of this level."""
        return rules >> self.first & (1 << len(self.rules)) - 1


@mutable(eq=False)
class _Needs:
    """Tells which rules of all levels a string of characters may match at all, far cheaper than trying them.

    Sets of rules are bits of an integer. A rule needs a character out of each of several sets; the rarest count here.
    """

    alphabet: Alphabet
    rules: tuple[_Compiled, ...]
    _tables: tuple[dict[str, int], ...] = ()
    _free: tuple[int, ...] = ()
    _sealed: int = -1

    def met_by(self, string: str) -> int:
        """Give the rules that find all they need in a string."""
        if self._sealed != len(self.alphabet):
            self._seal()
        found = -1
        present = set(string)
        for table, free in zip(self._tables, self._free, strict=True):
            some = free
            for character in present:
                some |= table.get(character, 0)
            found &= some
        return found

    def _seal(self) -> None:
        """Take in the characters handed out so far."""
        size = len(self.alphabet)
        tables: tuple[dict[str, int], ...] = tuple({} for _ in range(_NEEDS))
        free = [0] * _NEEDS
        for number, compiled in enumerate(self.rules):
            required = self.alphabet.required(compiled.pattern)
            for place, table in enumerate(tables):
                if place >= len(required):
                    free[place] |= 1 << number
                    continue
                for character in required[place]:
                    table[character] = table.get(character, 0) | 1 << number
        self._tables, self._free, self._sealed = tables, tuple(free), size


@mutable(eq=False)
class Grammar:
    """A language's rules, compiled; the tables grow with the words that are met, the results do not depend on them."""

    language: Language
    alphabet: Alphabet = field(init=False)
    _levels: list[_Level] = field(init=False)
    _needs: _Needs = field(init=False)
    _words: frozenset[str] = field(init=False)
    _consumed: frozenset[str] = field(init=False)
    _first: frozenset[str] = field(init=False)
    _last: frozenset[str] = field(init=False)
    _values: Table[str, Mapping[str, Any]] = field(init=False)
    _lock: threading.Lock = field(factory=threading.Lock, init=False)

    def __attrs_post_init__(self) -> None:
        self.alphabet = Alphabet(self.language.unions)
        self._values = Table(self._classify, _MAX_TOKENS_REMEMBERED)
        levels: list[_Level] = []
        words: set[str] = set()
        consumed: set[str] = set()
        first: set[str] = set()
        last: set[str] = set()
        for level in self.language.levels:
            compiled = []
            for rule in level.rules:
                pattern = parse_pattern(rule.pattern)
                captures = tuple(
                    (element.name, self.alphabet.classes_of(element)) for element in pattern.elements if element.name
                )
                yields, spent = (self.alphabet.character((name,)) for name in (rule.yields, _CONSUMED))
                compiled.append(_Compiled(rule, pattern, captures, yields, spent))
                words |= pattern.words
                consumed.update(self.alphabet.expand(pattern.consumed))
                first.update(self.alphabet.expand(pattern.edge()))
                last.update(self.alphabet.expand(pattern.edge(last=True)))
            levels.append(_Level(level.repeat, tuple(compiled), sum(len(each.rules) for each in levels)))
        self._levels = levels
        self._needs = _Needs(self.alphabet, tuple(compiled for level in levels for compiled in level.rules))
        self._words = frozenset(words)
        self._consumed = frozenset(consumed)
        self._first, self._last = frozenset(first), frozenset(last)
        spelled = [name.removeprefix(WORD) for name in words if name.startswith(WORD)]
        for word in (*self.language.vocabulary, *spelled, *map(str.capitalize, spelled), *map(str.upper, spelled)):
            if word:
                self.character(word)  # so that few sets of classes are met later

    def classes(self, token: str) -> Mapping[str, Any]:
        """Give the classes of a token with its values, and the word itself if a rule names it."""
        return self._values[token]

    def _classify(self, token: str) -> Mapping[str, Any]:
        classes = dict(self.language.classify(token))
        word = token.casefold().replace("’", "'")
        if WORD + word in self._words:
            classes[WORD + word] = word
        return classes or dict.fromkeys(_NO_CLASSES)

    def character(self, token: str) -> str:
        """Give the character of a token."""
        return self.alphabet.character(self.classes(token))

    def is_consumed(self, token: str) -> bool:
        """Whether an expression or its signal could hold the token."""
        return not self._consumed.isdisjoint(self.classes(token))

    def can_begin(self, token: str) -> bool:
        """Whether an expression or its signal could begin with the token."""
        return not self._first.isdisjoint(self.classes(token))

    def can_end(self, token: str) -> bool:
        """Whether an expression could end with the token."""
        return not self._last.isdisjoint(self.classes(token))

    def parse(self, tokens: list[tuple[str, int, int]], before: str, after: str) -> tuple[Found, ...]:
        """Read the tokens of an island (text, start, end); `before` and `after` are the neighbours' characters."""
        with self._lock:
            return self._parse(tokens, before, after)

    def _parse(self, tokens: list[tuple[str, int, int]], before: str, after: str) -> tuple[Found, ...]:
        items = [Item(self.character(token), self.classes(token), start, end) for token, start, end in tokens]
        left = self.alphabet.twin(before) if before else ""
        right = self.alphabet.twin(after) if after else ""
        string = left + "".join([item.character for item in items]) + right
        rules = self._needs.met_by(string)
        for level in self._levels:
            for _ in range(_MAX_ROUNDS if level.repeat else 1):
                own = level.own(rules)
                changed = self._apply(level, own, string, items, len(left)) if own else None
                if changed is None:
                    break
                items = changed
                string = left + "".join([item.character for item in items]) + right
                rules = self._needs.met_by(string)
        return tuple(
            Found(item.start, item.end, meaning, item.rule, item.signal)
            for item in items
            if isinstance(meaning := next(iter(item.values.values()), None), Meaning)
        )

    def _apply(self, level: _Level, own: int, string: str, items: list[Item], shift: int) -> list[Item] | None:
        """Replace what some rules of a level match by the parts they make of it; None where nothing is found."""
        matches: list[_Match] = []
        size = len(self.alphabet)
        while own:
            lowest = own & -own
            own ^= lowest
            number = lowest.bit_length() - 1
            matches += [
                (match.start(), -match.end(), number, match)
                for match in level.rules[number].regex(self.alphabet, size).finditer(string)
                if match.end() > match.start()
            ]
        matches.sort(key=_place)
        result: list[Item] = []
        position = 0
        for begin, minus_end, number, match in matches:
            first, last = begin - shift, -minus_end - shift
            if first < position:
                continue
            parts = _build(level.rules[number], match, items, shift)
            if parts is None:
                continue
            result.extend(items[position:first])
            result.extend(parts)
            position = last
        if not position:
            return None
        result.extend(items[position:])
        return result


def _place(match: _Match) -> tuple[int, int, int]:
    return match[:3]


def _build(compiled: _Compiled, match: re.Match[str], items: list[Item], shift: int) -> list[Item] | None:
    rule = compiled.rule
    captured: list[Any] = []
    for name, classes in compiled.captures:
        index = match.start(name)
        if index < 0:
            captured.append(None)
            continue
        classified = items[index - shift].values
        captured.append(next(classified[each] for each in classes if each in classified))
    meaning: Callable[..., Any] = rule.meaning
    value = meaning(*captured)
    if value is None:
        return None
    first, last = match.start() - shift, match.end() - shift
    if not rule.spans:
        signal = next((item.signal for item in items[first:last] if item.signal), None)
        return [Item(compiled.yields, {rule.yields: value}, items[first].start, items[last - 1].end, rule.name, signal)]
    values = value if isinstance(value, tuple) else (value,)
    signals = {span: word for span, word in zip(rule.spans, rule.signals, strict=False) if word}
    parts: list[Item] = []
    named = {match.start(name) - shift: (name, each) for name, each in zip(rule.spans, values, strict=True)}
    for index in range(first, last):
        item = items[index]
        if index not in named:
            parts.append(Item(compiled.consumed, {_CONSUMED: None}, item.start, item.end))
            continue
        name, each = named[index]
        signal = None
        if name in signals and (place := match.start(signals[name])) >= 0:
            word = items[place - shift]
            signal = (word.start, word.end)
        inner = f"{rule.name} > {item.rule}" if item.rule else rule.name
        parts.append(Item(compiled.yields, {rule.yields: each}, item.start, item.end, inner, signal))
    return parts
