"""The cascade: rules applied level by level to a string of characters, with a record of each step.

The rules of a level are tried at every position, the longest match wins, and each match becomes a part that the rules
of later levels can build on. This is a cascade of finite-state stages (Hobbs et al. 1997, *FASTUS*): its cost is linear
in the length of the string, and it records which rules produced a value.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen, mutable

from timeline.expressions.patterns import Alphabet, Pattern
from timeline.languages.rule import Rule

__all__ = ["CONSUMED", "Account", "Cascade", "Compiled", "Item", "Looks", "Run", "Step"]

CONSUMED = "consumed"
"""The class of a token that a rule with several spans consumes outside them."""
_MAX_ROUNDS = 8
_NEEDS = 3
"""How many of a rule's required elements are checked before it is tried."""
_NOWHERE = -1
_Match: TypeAlias = tuple[int, int, int, re.Match[str]]
"""Start, negative end, number of the rule, and the match itself: sorts leftmost, longest, first rule first."""
Looks: TypeAlias = tuple[frozenset[str], ...]
"""The sets of classes that rules look for at one position."""


class Item(NamedTuple):
    """A token or a part: its character, its values by class, its position among the tokens."""

    character: str
    values: Mapping[str, Any]
    start: int
    end: int
    slot: int
    """Where its value comes from: the index of a token, or that of a part, counted on from the tokens."""
    rule: str = ""
    signal: tuple[int, int] | None = None


class Step(NamedTuple):
    """One use of a rule: the arguments of its meaning, and how many parts it made; none where it did not apply."""

    meaning: Callable[..., Any]
    arguments: tuple[tuple[int, str] | None, ...]
    """Slot and class of each; None for a capture left out."""
    parts: int
    spread: bool
    """Whether each of several values becomes its own part."""


class Account(NamedTuple):
    """The record of a run: its steps, and the values of all parts made, in order."""

    tokens: int
    steps: list[Step]
    parts: list[Any]


class Run(NamedTuple):
    """The result of a run: the remaining items, the record, and the rules that could have applied, as bits."""

    items: list[Item]
    account: Account
    rules: int


@mutable(eq=False)
class Compiled:
    """A rule with its pattern, which is compiled on first use."""

    rule: Rule
    pattern: Pattern
    captures: tuple[tuple[str, tuple[str, ...]], ...]
    yields: str
    consumed: str
    _regex: re.Pattern[str] | None = None
    _expression: str = ""
    _sealed: int = -1

    @classmethod
    def of(cls, rule: Rule, pattern: Pattern, alphabet: Alphabet) -> Compiled:
        """Prepare a rule."""
        captures = tuple((each.name, alphabet.classes_of(each)) for each in pattern.elements if each.name)
        yields, consumed = (alphabet.read(alphabet.character((name,))) for name in (rule.yields, CONSUMED))
        return cls(rule, pattern, captures, yields, consumed)

    def regex(self, alphabet: Alphabet, size: int) -> re.Pattern[str]:
        """Return the pattern for the first `size` characters of an alphabet."""
        if self._regex is None or self._sealed != size:
            expression = alphabet.expression(self.pattern)
            if self._regex is None or expression != self._expression:
                self._regex, self._expression = re.compile(expression), expression
            self._sealed = size
        return self._regex

    def build(self, match: re.Match[str], items: Sequence[Item], shift: int, account: Account) -> list[Item] | None:
        """Make the parts of a match and record them; None where the rule has no meaning there."""
        rule = self.rule
        captured: list[Any] = []
        arguments: list[tuple[int, str] | None] = []
        for name, classes in self.captures:
            index = match.start(name)
            if index < 0:
                captured.append(None)
                arguments.append(None)
                continue
            item = items[index - shift]
            chosen = next(each for each in classes if each in item.values)
            captured.append(item.values[chosen])
            arguments.append((item.slot, chosen))
        value = rule.meaning(*captured)
        values = value if rule.spans and isinstance(value, tuple) else (value,)
        made = 0 if value is None else len(values)
        account.steps.append(Step(rule.meaning, tuple(arguments), made, bool(rule.spans)))
        if value is None:
            return None
        parts = self._parts(values, match, items, shift, account.tokens + len(account.parts))
        account.parts.extend(values)
        return parts

    def _parts(
        self, values: Sequence[Any], match: re.Match[str], items: Sequence[Item], shift: int, slot: int
    ) -> list[Item]:
        rule = self.rule
        first, last = match.start() - shift, match.end() - shift
        if not rule.spans:
            signal = next((item.signal for item in items[first:last] if item.signal), None)
            start, end = items[first].start, items[last - 1].end
            return [Item(self.yields, {rule.yields: values[0]}, start, end, slot, rule.id, signal)]
        signals = dict(zip(rule.spans, rule.signals, strict=False))
        places = [(span, place) for span in rule.spans if (place := _place_of(span, match))]
        parts: list[Item] = []
        at = first
        for number, ((span, place), each) in enumerate(zip(places, values, strict=True)):
            begin, end = place[0] - shift, place[1] - shift
            parts += [Item(self.consumed, {CONSUMED: None}, one.start, one.end, _NOWHERE) for one in items[at:begin]]
            signal, word = None, signals.get(span)
            if word and (index := match.start(word)) >= 0:
                signal = (items[index - shift].start, items[index - shift].end)
            named = items[begin].rule if end == begin + 1 else ""
            inner = f"{rule.id} > {named}" if named else rule.id
            parts.append(
                Item(
                    self.yields,
                    {rule.yields: each},
                    items[begin].start,
                    items[end - 1].end,
                    slot + number,
                    inner,
                    signal,
                )
            )
            at = end
        parts += [Item(self.consumed, {CONSUMED: None}, one.start, one.end, _NOWHERE) for one in items[at:last]]
        return parts


def _place_of(span: str, match: re.Match[str]) -> tuple[int, int] | None:
    """Give where a match has a span, `a` or `a..b`; None where all of it is left out."""
    ends = [match.span(name) for name in span.split("..") if match.start(name) >= 0]
    return (ends[0][0], ends[-1][1]) if ends else None


@frozen
class _Level:
    """Rules that are tried together; `first` is the number of its first rule among all."""

    repeat: bool
    rules: tuple[Compiled, ...]
    first: int
    mask: int


@mutable(eq=False)
class _Needs:
    """Finds the rules that may match a string at all, far cheaper than trying them.

    Sets of rules are bits of an integer. A rule needs a character for each of several elements; the rarest are checked.
    """

    alphabet: Alphabet
    rules: tuple[Compiled, ...]
    _by_class: tuple[dict[str, int], ...] = ()
    _free: tuple[int, ...] = ()
    _by_character: dict[str, tuple[int, ...]] = field(factory=dict)

    def met_by(self, string: str) -> int:
        """Return the rules whose required elements all occur in a string."""
        if not self._by_class:
            self._prepare()
        known = self._by_character
        one, two, three = self._free
        for character in set(string):
            found = known.get(character)
            if found is None:
                found = known[character] = self._look_up(character)
            one |= found[0]
            two |= found[1]
            three |= found[2]
        return one & two & three

    def _look_up(self, character: str) -> tuple[int, ...]:
        found = []
        classes = self.alphabet.classes(character)
        for table in self._by_class:
            some = 0
            for name in classes:
                some |= table.get(name, 0)
            found.append(some)
        return tuple(found)

    def _prepare(self) -> None:
        tables: tuple[dict[str, int], ...] = tuple({} for _ in range(_NEEDS))
        free = [0] * _NEEDS
        for number, compiled in enumerate(self.rules):
            required = sorted(compiled.pattern.required, key=self.alphabet.weight)
            for place, table in enumerate(tables):
                if place >= len(required):
                    free[place] |= 1 << number
                    continue
                for name in self.alphabet.classes_of(required[place]):
                    table[name] = table.get(name, 0) | 1 << number
        self._by_class, self._free = tables, tuple(free)


@mutable(eq=False)
class Cascade:
    """The levels of a language's rules."""

    alphabet: Alphabet
    rules: tuple[Compiled, ...]
    _levels: tuple[_Level, ...]
    _needs: _Needs
    _looks: tuple[tuple[int, dict[int, Looks]], ...]
    """The rules with lookbehind, and the classes of each by its bit; the same for lookahead."""

    @classmethod
    def of(cls, alphabet: Alphabet, levels: Sequence[tuple[bool, Sequence[Compiled]]]) -> Cascade:
        """Build a cascade from levels, each with whether it repeats."""
        made: list[_Level] = []
        first = 0
        for repeat, rules in levels:
            made.append(_Level(repeat, tuple(rules), first, (1 << len(rules)) - 1))
            first += len(rules)
        every = tuple(rule for level in made for rule in level.rules)
        looks: tuple[dict[int, Looks], dict[int, Looks]] = ({}, {})
        for number, compiled in enumerate(every):
            for table, elements in zip(looks, compiled.pattern.looked_at, strict=True):
                if elements:
                    table[1 << number] = tuple(frozenset(alphabet.classes_of(each)) for each in elements)
        return cls(alphabet, every, tuple(made), _Needs(alphabet, every), tuple((sum(table), table) for table in looks))

    def looks(self, rules: int) -> tuple[Looks, Looks]:
        """Return the sets of classes that some rules look for, behind and ahead of what they consume."""
        back: dict[frozenset[str], None] = {}
        ahead: dict[frozenset[str], None] = {}
        for found, table in zip((back, ahead), self._looks, strict=True):
            some = rules & table[0]
            while some:
                lowest = some & -some
                some ^= lowest
                found.update(dict.fromkeys(table[1][lowest]))
        return tuple(back), tuple(ahead)

    def run(self, string: str, values: Sequence[Mapping[str, Any]], left: str, right: str) -> Run:
        """Parse a string with one character per token, given their values; `left` and `right` are the neighbours'."""
        string = self.alphabet.read(string)
        items = [
            Item(character, each, place, place + 1, place)
            for place, (character, each) in enumerate(zip(string, values, strict=True))
        ]
        before = self.alphabet.twin(left) if left else ""
        after = self.alphabet.twin(right) if right else ""
        account = Account(len(items), [], [])
        rules = met = self._needs.met_by(string)
        whole = before + string + after
        for level in self._levels:
            for _ in range(_MAX_ROUNDS if level.repeat else 1):
                own = rules >> level.first & level.mask
                changed = self._apply(level, own, whole, items, len(before), account) if own else None
                if changed is None:
                    break
                items = changed
                inner = "".join([item.character for item in items])
                whole = before + inner + after
                rules = self._needs.met_by(inner)
                met |= rules
        return Run(items, account, met)

    def _apply(  # noqa: PLR0913, PLR0917 - the state of one run
        self, level: _Level, own: int, string: str, items: list[Item], shift: int, account: Account
    ) -> list[Item] | None:
        """Replace the matches of some rules of a level by the parts made of them; None where there are none."""
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
            parts = level.rules[number].build(match, items, shift, account)
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
