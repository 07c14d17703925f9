"""A language's rules, compiled: from the tokens of an island to its expressions."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import field, mutable

from timeline.expressions.caches import Cache
from timeline.expressions.cascade import Cascade, Compiled
from timeline.expressions.first_follow import FirstFollow
from timeline.expressions.parses import Parse, ParseCache
from timeline.expressions.patterns import WORD, Alphabet, Pattern, folded, parse_pattern
from timeline.expressions.triggers import find_triggers
from timeline.languages.language import Language

if TYPE_CHECKING:
    from timeline.languages.rule import Rule

__all__ = ["Grammar"]

_NO_CLASSES = ("other",)
_MAX_TOKENS_REMEMBERED = 1 << 16
_LONGEST_TOKEN = 40


@mutable(eq=False)
class Grammar:
    """A language's rules, compiled; caches grow with the words that are met, but never change a result."""

    language: Language
    alphabet: Alphabet = field(init=False)
    first_follow: FirstFollow = field(init=False)
    words: tuple[str, ...] = field(init=False)
    """All words that the language lists or a rule names."""
    triggers: frozenset[str] = field(init=False)
    """Classes of which an expression needs at least one."""
    beside: frozenset[str] = field(init=False)
    """Ids of rules whose expressions may have none: they are read only beside others."""
    _parses: ParseCache = field(init=False)
    _named: frozenset[str] = field(init=False)
    _telling: frozenset[str] = field(init=False)
    _consumed: frozenset[str] = field(init=False)
    _first: frozenset[str] = field(init=False)
    _last: frozenset[str] = field(init=False)
    _values: Cache[str, Mapping[str, Any]] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self.alphabet = alphabet = Alphabet(self.language.unions)
        self.first_follow = FirstFollow(alphabet)
        self._values = Cache(self._classify, _MAX_TOKENS_REMEMBERED, longest=_LONGEST_TOKEN)
        levels: list[tuple[bool, list[Compiled]]] = []
        rules: list[tuple[Rule, Pattern]] = []
        words: set[str] = set()
        consumed: set[str] = set()
        first: set[str] = set()
        last: set[str] = set()
        for level in self.language.levels:
            compiled = []
            for rule in level.rules:
                pattern = parse_pattern(rule.pattern)
                rules.append((rule, pattern))
                compiled.append(Compiled.of(rule, pattern, alphabet))
                self.first_follow.add(rule, pattern)
                words |= pattern.words
                consumed |= pattern.consumed
                first |= pattern.edge()
                last |= pattern.edge(last=True)
            levels.append((level.repeat, compiled))
        self._named, self._consumed, self._first, self._last = (
            frozenset(alphabet.expand(names)) for names in (words, consumed, first, last)
        )
        spelled = [name.removeprefix(WORD) for name in words if len(name) > len(WORD) and name.startswith(WORD)]
        self.words = (*self.language.vocabulary, *spelled)
        cased = (*spelled, *map(str.capitalize, spelled), *map(str.upper, spelled))
        listed = dict.fromkeys(self.language.vocabulary) | dict.fromkeys(cased)
        found = find_triggers(
            self.language,
            rules,
            alphabet,
            {frozenset(self.classes(word)): None for word in listed if word not in self.language.capitals},
        )
        self.triggers, self.beside = found.classes, found.beside
        self._telling = self._named | self.triggers | {self.language.abbreviations}
        self._parses = ParseCache(Cascade.of(alphabet, levels), self.classes)
        alphabet.character(())
        for word in (*self.words, *cased):
            self.character(word)  # so that few new sets of classes occur later

    def classes(self, token: str) -> Mapping[str, Any]:
        """Return the classes of a token with its values, and the word itself if a rule names it."""
        return self._values[token]

    def _classify(self, token: str) -> Mapping[str, Any]:
        classes = dict(self.language.classify(token))
        word = WORD + folded(token)
        if word in self._named:
            classes[word] = word.removeprefix(WORD)
        return classes or dict.fromkeys(_NO_CLASSES)

    def character(self, token: str) -> str:
        """Return the character of a token; it encodes those of its classes that rules or the scanner use."""
        return self.alphabet.character(self._telling.intersection(self.classes(token)))

    def holds(self, classes: frozenset[str]) -> bool:
        """Whether an expression or its signal could contain a token of some of the classes."""
        return not self._consumed.isdisjoint(classes)

    def can_begin(self, classes: frozenset[str]) -> bool:
        """Whether an expression or its signal could start with a token of some of the classes."""
        return not self._first.isdisjoint(classes)

    def can_end(self, classes: frozenset[str]) -> bool:
        """Whether an expression could end with a token of some of the classes."""
        return not self._last.isdisjoint(classes)

    def read(self, string: str, words: Sequence[str], left: str, right: str) -> tuple[Parse, ...]:
        """Parse an island by the characters and words of its tokens; `left` and `right` are its neighbours'."""
        return self._parses.read(string, words, left, right)
