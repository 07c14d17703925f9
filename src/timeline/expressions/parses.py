"""Remembered parses of strings of characters, so that the next island of the same shape costs next to nothing.

Which rules apply to an island depends on the classes of its tokens, on whether a rule's meaning was undefined, and on
the neighbours that a rule looked at; the values of the tokens only enter the meanings. So a run of the cascade is kept
as a derivation: its steps, which can be repeated with other values, and what it looked at beyond the edges.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen, mutable

from timeline.expressions.caches import Cache
from timeline.expressions.cascade import Cascade, Looks, Run, Step
from timeline.languages.meaning import Meaning

__all__ = ["Parse", "ParseCache"]

_MAX_SHAPES = 1 << 14
_MAX_STEPS = 1 << 13
_MAX_OUTCOMES = 1 << 15
_MAX_VARIANTS = 16
_MAX_CONTEXTS = 256

_Outcome: TypeAlias = "tuple[Any, ...] | bool"
"""The values of all parts, in order; False where a step had another outcome than recorded."""


class Parse(NamedTuple):
    """An expression, as the half-open range of its tokens."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: tuple[int, int] | None


class _Part(NamedTuple):
    """A part that remained at the end; `number` is its index among all parts made."""

    number: int
    start: int
    end: int
    rule: str
    signal: tuple[int, int] | None


@frozen(eq=False)
class _Steps:
    """Steps without the positions of their tokens: slots below `used` are tokens, the others parts."""

    steps: tuple[Step, ...]
    used: int

    def take(self, tokens: Sequence[Mapping[str, Any]]) -> _Outcome:
        """Repeat the steps with the values of the tokens used."""
        parts: list[Any] = []
        for meaning, arguments, count, spread in self.steps:
            value = meaning(*[None if each is None else self._value(each, tokens, parts) for each in arguments])
            if value is None:
                if count:
                    return False
            elif not count:
                return False
            elif spread and isinstance(value, tuple):
                parts += value
            else:
                parts.append(value)
        return tuple(parts)

    def _value(self, argument: tuple[int, str], tokens: Sequence[Mapping[str, Any]], parts: Sequence[Any]) -> Any:  # noqa: ANN401 - of any rule
        slot, name = argument
        return tokens[slot][name] if slot < self.used else parts[slot - self.used]


@frozen(eq=False)
class _Derivation:
    """One derivation of an island of a shape."""

    used: tuple[int, ...]
    """The tokens whose values matter."""
    steps: _Steps
    parts: tuple[_Part, ...]

    def parses(self, outcome: tuple[Any, ...]) -> tuple[Parse, ...]:
        """Return the parts that are expressions."""
        if not self.parts:
            return ()
        return tuple(
            [
                Parse(start, end, outcome[number], rule, signal)
                for number, start, end, rule, signal in self.parts
                if isinstance(outcome[number], Meaning)
            ]
        )


@frozen(eq=False)
class _Context:
    """What was looked for beyond the edges of a shape, what was there, and the derivations for that."""

    looks: tuple[Looks, Looks]
    seen: tuple[tuple[bool, ...], tuple[bool, ...]]
    derivations: list[_Derivation] = field(factory=list)


@mutable(eq=False)
class _Shape:
    """All that is known about a string of characters."""

    contexts: list[_Context] = field(factory=list)
    by_neighbours: dict[str, _Context] = field(factory=dict)


@mutable(eq=False)
class ParseCache:
    """Parses islands and remembers their derivations; `classes` returns the values of a token by class."""

    cascade: Cascade
    classes: Callable[[str], Mapping[str, Any]]
    _shapes: Cache[str, _Shape] = field(init=False)
    _steps: Cache[tuple[tuple[Step, ...], int], _Steps] = field(init=False)
    _outcomes: Cache[tuple[Any, ...], _Outcome] = field(init=False)

    _lock: threading.Lock = field(factory=threading.Lock, init=False)

    def __attrs_post_init__(self) -> None:
        self._shapes = Cache(lambda _: _Shape(), _MAX_SHAPES)
        self._steps = Cache(lambda key: _Steps(*key), _MAX_STEPS)
        self._outcomes = Cache(self._take, _MAX_OUTCOMES)

    def read(self, string: str, words: Sequence[str], left: str, right: str) -> tuple[Parse, ...]:
        """Parse an island by its characters and words and the characters of its neighbours."""
        shape = self._shapes[string]
        context = shape.by_neighbours.get(left + right) or self._context(shape, left, right)
        if context is not None:
            for derivation in context.derivations:
                if not derivation.steps.steps:
                    return ()
                outcome = self._outcomes[(derivation.steps, *[words[place] for place in derivation.used])]
                if outcome is not False:
                    return derivation.parses(outcome)  # type: ignore[arg-type] # True is none of them
        with self._lock:
            return self._read_anew(shape, string, words, left, right)

    def _take(self, key: tuple[Any, ...]) -> _Outcome:
        found: _Outcome = key[0].take([*map(self.classes, key[1:])])
        return found

    def _context(self, shape: _Shape, left: str, right: str) -> _Context | None:
        """Return the known context that is the same as far as a rule looked."""
        for each in shape.contexts:
            if (self._see(left, each.looks[0]), self._see(right, each.looks[1])) == each.seen:
                self._keep(shape, left + right, each)
                return each
        return None

    @staticmethod
    def _keep(shape: _Shape, neighbours: str, context: _Context) -> None:
        if len(shape.by_neighbours) >= _MAX_CONTEXTS:
            shape.by_neighbours.clear()
        shape.by_neighbours[neighbours] = context

    def _see(self, character: str, looks: Looks) -> tuple[bool, ...]:
        classes = self.cascade.alphabet.classes(character) if character else frozenset()
        return tuple([not classes.isdisjoint(look) for look in looks])

    def _read_anew(self, shape: _Shape, string: str, words: Sequence[str], left: str, right: str) -> tuple[Parse, ...]:
        run = self.cascade.run(string, [*map(self.classes, words)], left, right)
        derivation = self._derivation(run)
        looks = self.cascade.looks(run.rules)
        seen = self._see(left, looks[0]), self._see(right, looks[1])
        for context in shape.contexts:
            if context.looks == looks and context.seen == seen:
                break
        else:
            context = _Context(looks, seen)
            if len(shape.contexts) >= _MAX_VARIANTS:
                shape.contexts.clear()
                shape.by_neighbours.clear()
            shape.contexts.append(context)
        self._keep(shape, left + right, context)
        if len(context.derivations) >= _MAX_VARIANTS:
            context.derivations.clear()
        context.derivations.append(derivation)
        outcome = tuple(run.account.parts)
        self._outcomes.keep((derivation.steps, *[words[place] for place in derivation.used]), outcome)
        return derivation.parses(outcome)

    def _derivation(self, run: Run) -> _Derivation:
        size, made, _ = run.account
        used = sorted({each[0] for step in made for each in step.arguments if each and each[0] < size})
        places = {place: number for number, place in enumerate(used)}
        shift = len(used) - size
        steps = tuple(
            step._replace(
                arguments=tuple(
                    each and (places[each[0]] if each[0] < size else each[0] + shift, each[1])
                    for each in step.arguments
                )
            )
            for step in made
        )
        parts = tuple(
            _Part(item.slot - size, item.start, item.end, item.rule, item.signal)
            for item in run.items
            if item.slot >= size
        )
        return _Derivation(tuple(used), self._steps[steps, len(used)], parts)
