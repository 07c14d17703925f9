"""The triggers of a language, found from its rules: token classes of which every expression needs at least one.

A rule needs a trigger unless a part that it is made of has one already. Of the elements that a match cannot do without,
one becomes its trigger: none that is common in any text, and rather one that other rules need too.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen, mutable

from timeline.expressions.patterns import WORD, Alphabet, Pattern, folded

if TYPE_CHECKING:
    from timeline.languages.language import Language
    from timeline.languages.rule import Rule

__all__ = ["Triggers", "find_triggers"]


@frozen
class Triggers:
    """What the scanner looks for."""

    classes: frozenset[str]
    beside: frozenset[str]
    """Ids of rules that can consist of common words alone: they are read only beside what has a trigger."""


@mutable(eq=False)
class _Cover:
    """Which classes are told by the triggers chosen so far: all tokens of them have one."""

    tokens: Sequence[frozenset[str]]
    chosen: set[str] = field(factory=set)
    bearers: dict[str, list[int]] = field(factory=dict)
    _covered: set[int] = field(factory=set)
    _open: Counter[str] = field(factory=Counter)
    _shared: dict[str, str] = field(factory=dict)

    def __attrs_post_init__(self) -> None:
        for number, classes in enumerate(self.tokens):
            for name in classes:
                self.bearers.setdefault(name, []).append(number)
        self._open.update({name: len(numbers) for name, numbers in self.bearers.items()})

    def tells(self, classes: Iterable[str]) -> bool:
        """Whether any token of these classes has a trigger."""
        return all(name in self.chosen or (name in self.bearers and not self._open[name]) for name in classes)

    def choose(self, classes: Iterable[str]) -> None:
        """Make triggers of these classes, where they are none yet."""
        for name in sorted(classes):
            if self.tells((name,)):
                continue
            self.chosen.add(name)
            for number in self.bearers.get(name, ()):
                if number not in self._covered:
                    self._covered.add(number)
                    self._open.subtract(self.tokens[number])

    def shared(self, word: str, common: frozenset[str]) -> str:
        """Return the rarest class that a word has however it is spelled, or else the word: "Easter" is a holiday."""
        if word not in self._shared:
            self._shared[word] = self._rarest(word, common) if word.startswith(WORD) else word
        return self._shared[word]

    def _rarest(self, word: str, common: frozenset[str]) -> str:
        numbers = self.bearers.get(word, ())
        classes = frozenset.intersection(*(self.tokens[number] for number in numbers)) if numbers else frozenset()
        names = sorted(name for name in classes - common if not name.startswith(WORD))
        return min(names, key=lambda name: len(self.bearers[name]), default=word)


def find_triggers(
    language: Language,
    rules: Sequence[tuple[Rule, Pattern]],
    alphabet: Alphabet,
    tokens: Iterable[frozenset[str]],
) -> Triggers:
    """Choose the triggers of a language; `tokens` are the classes of the words that it lists or that its rules name.

    A trigger that is a word is in the form of `folded`.
    """
    common = frozenset(folded(each) if each.startswith(WORD) else each for each in language.common)
    common |= language.fragments
    parts = {rule.yields for rule, _ in rules} - language.fragments
    cover = _Cover(tuple(tokens))
    waiting: list[tuple[str, list[frozenset[str]], list[frozenset[str]]]] = []
    for rule, pattern in rules:
        required = [frozenset(alphabet.expand(element.classes)) - parts for element in pattern.required]
        if rule.yields in language.fragments or not all(required):
            continue
        choice = [frozenset(cover.shared(name, common) for name in each) for each in required if not each & common]
        plain = [each for each in choice if not any(name.startswith(WORD) for name in each)]
        waiting.append((rule.id, required, plain or choice))
    waiting.sort(key=lambda each: len(each[2]))  # those without a choice come first
    wanted = Counter(each for _, _, choice in waiting for each in choice)
    beside = set()
    for rule_id, required, choice in waiting:
        if any(map(cover.tells, required)):
            continue
        if choice:
            best = max(choice, key=lambda each: wanted[each])
            cover.choose(best)
        else:
            beside.add(rule_id)
    return Triggers(frozenset(cover.chosen), frozenset(beside))
