"""What was found out about strings of characters, so that the next island of the same shape costs next to nothing.

Which rules apply to an island depends on the classes of its tokens, on whether a rule's meaning gave way, and on the
neighbours that a rule looked at; the values of the tokens only go into the meanings. So a run of the cascade is kept
as a derivation: the steps it took, to be taken again with other values, and what it looked at beyond the edges.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Any, NamedTuple, TypeAlias

from attrs import field, frozen, mutable

from timeline.expressions.cascade import Cascade, Looks, Run, Step
from timeline.expressions.tables import Table
from timeline.languages.meaning import Meaning

__all__ = ["Derivations", "Reading"]

_MAX_SHAPES = 1 << 14
_MAX_STEPS = 1 << 13
_MAX_OUTCOMES = 1 << 15
_MAX_VARIANTS = 16
_MAX_CONTEXTS = 256

_Outcome: TypeAlias = "tuple[Any, ...] | bool"
"""The values of all parts, in order; False where a step came out otherwise than recorded."""


class Reading(NamedTuple):
    """An expression by the numbers of its first token and of the one behind its last."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: tuple[int, int] | None


class _Part(NamedTuple):
    """A part that was left at the end; `number` counts all parts that were made."""

    number: int
    start: int
    end: int
    rule: str
    signal: tuple[int, int] | None


@frozen(eq=False)
class _Steps:
    """Steps apart from where their tokens stand: slots below `used` are tokens, the others parts."""

    steps: tuple[Step, ...]
    used: int

    def take(self, tokens: Sequence[Mapping[str, Any]]) -> _Outcome:
        """Take the steps with the values of the tokens used."""
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
    """One way in which an island of a shape can be read."""

    used: tuple[int, ...]
    """The tokens whose values matter."""
    steps: _Steps
    parts: tuple[_Part, ...]

    def readings(self, outcome: tuple[Any, ...]) -> tuple[Reading, ...]:
        """Give the parts that are expressions."""
        if not self.parts:
            return ()
        return tuple(
            [
                Reading(start, end, outcome[number], rule, signal)
                for number, start, end, rule, signal in self.parts
                if isinstance(outcome[number], Meaning)
            ]
        )


@frozen(eq=False)
class _Surroundings:
    """What was looked for beyond the edges of a shape, and what of it was there; the derivations for that."""

    looks: tuple[Looks, Looks]
    seen: tuple[tuple[bool, ...], tuple[bool, ...]]
    derivations: list[_Derivation] = field(factory=list)


@mutable(eq=False)
class _Shape:
    """What is known of a string of characters."""

    surroundings: list[_Surroundings] = field(factory=list)
    by_context: dict[str, _Surroundings] = field(factory=dict)


@mutable(eq=False)
class Derivations:
    """Reads islands, and remembers how; `classes` gives the values of a token by class."""

    cascade: Cascade
    classes: Callable[[str], Mapping[str, Any]]
    _shapes: Table[str, _Shape] = field(init=False)
    _steps: Table[tuple[tuple[Step, ...], int], _Steps] = field(init=False)
    _outcomes: Table[tuple[Any, ...], _Outcome] = field(init=False)

    _lock: threading.Lock = field(factory=threading.Lock, init=False)

    def __attrs_post_init__(self) -> None:
        self._shapes = Table(lambda _: _Shape(), _MAX_SHAPES)
        self._steps = Table(lambda key: _Steps(*key), _MAX_STEPS)
        self._outcomes = Table(self._take, _MAX_OUTCOMES)

    def read(self, string: str, words: Sequence[str], left: str, right: str) -> tuple[Reading, ...]:
        """Read an island by its characters and words and the characters of its neighbours."""
        shape = self._shapes[string]
        surroundings = shape.by_context.get(left + right) or self._surroundings(shape, left, right)
        if surroundings is not None:
            for derivation in surroundings.derivations:
                if not derivation.steps.steps:
                    return ()
                outcome = self._outcomes[(derivation.steps, *[words[place] for place in derivation.used])]
                if outcome is not False:
                    return derivation.readings(outcome)  # type: ignore[arg-type] # True is none of them
        with self._lock:
            return self._read_anew(shape, string, words, left, right)

    def _take(self, key: tuple[Any, ...]) -> _Outcome:
        found: _Outcome = key[0].take([*map(self.classes, key[1:])])
        return found

    def _surroundings(self, shape: _Shape, left: str, right: str) -> _Surroundings | None:
        """Find the surroundings that are the same as far as a rule looked."""
        for each in shape.surroundings:
            if (self._see(left, each.looks[0]), self._see(right, each.looks[1])) == each.seen:
                self._keep(shape, left + right, each)
                return each
        return None

    @staticmethod
    def _keep(shape: _Shape, context: str, surroundings: _Surroundings) -> None:
        if len(shape.by_context) >= _MAX_CONTEXTS:
            shape.by_context.clear()
        shape.by_context[context] = surroundings

    def _see(self, character: str, looks: Looks) -> tuple[bool, ...]:
        classes = self.cascade.alphabet.classes(character) if character else frozenset()
        return tuple([not classes.isdisjoint(look) for look in looks])

    def _read_anew(
        self, shape: _Shape, string: str, words: Sequence[str], left: str, right: str
    ) -> tuple[Reading, ...]:
        run = self.cascade.run(string, [*map(self.classes, words)], left, right)
        derivation = self._derivation(run)
        looks = self.cascade.looks(run.rules)
        seen = self._see(left, looks[0]), self._see(right, looks[1])
        for surroundings in shape.surroundings:
            if surroundings.looks == looks and surroundings.seen == seen:
                break
        else:
            surroundings = _Surroundings(looks, seen)
            if len(shape.surroundings) >= _MAX_VARIANTS:
                shape.surroundings.clear()
                shape.by_context.clear()
            shape.surroundings.append(surroundings)
        self._keep(shape, left + right, surroundings)
        if len(surroundings.derivations) >= _MAX_VARIANTS:
            surroundings.derivations.clear()
        surroundings.derivations.append(derivation)
        outcome = tuple(run.account.parts)
        self._outcomes.keep((derivation.steps, *[words[place] for place in derivation.used]), outcome)
        return derivation.readings(outcome)

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
