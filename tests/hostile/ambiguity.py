"""Which loops of a regular expression can read the same text in two ways: those that take exponential time to fail.

An expression becomes its position automaton (Glushkov's): a state for each character of the expression, an edge where
one can follow another. A loop is ambiguous where two different ways lead from a state back to it over the same text.
Assertions are taken to hold and possessive loops to give back, so an expression that these alone save is named too. A
bounded repetition of more than `COPIES` counts as a loop without end: what fails after 2^30 steps fails no better.
"""

from __future__ import annotations

import itertools
import re._constants as sre
import re._parser as parser
from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any

from attrs import field, frozen, mutable

__all__ = ["ALPHABET", "COPIES", "ambiguous", "characters"]

ALPHABET = "".join(map(chr, range(128))) + "£©×ßéÉ\u00a0\u0300–—’“”·…\u2028東٣½"
"""Enough characters that each class of an expression in use holds one."""
COPIES = 4
"""A repetition of at most so many is written out."""
_CATEGORIES = {
    sre.CATEGORY_DIGIT: str.isdecimal,
    sre.CATEGORY_SPACE: str.isspace,
    sre.CATEGORY_WORD: lambda character: character.isalnum() or character == "_",
}
_NEGATED = {
    sre.CATEGORY_NOT_DIGIT: sre.CATEGORY_DIGIT,
    sre.CATEGORY_NOT_SPACE: sre.CATEGORY_SPACE,
    sre.CATEGORY_NOT_WORD: sre.CATEGORY_WORD,
}
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}


def characters(operator: Any, argument: Any, flags: int, alphabet: str = ALPHABET) -> frozenset[str]:
    """Give the characters of the alphabet that an element of one character matches."""
    return frozenset(each for each in alphabet if _matches(operator, argument, each, flags))


def _matches(operator: Any, argument: Any, character: str, flags: int) -> bool:
    if operator is sre.ANY:
        return bool(flags & sre.SRE_FLAG_DOTALL) or character != "\n"
    if operator is sre.NOT_LITERAL:
        return not _matches(sre.LITERAL, argument, character, flags)
    if operator is sre.IN:
        negated = argument[0][0] is sre.NEGATE
        return negated != any(_matches(*item, character, flags) for item in argument[negated:])
    if operator is sre.CATEGORY:
        if argument in _NEGATED:
            return not _CATEGORIES[_NEGATED[argument]](character)
        return bool(_CATEGORIES[argument](character))
    folded = {character, character.lower(), character.upper()} if flags & sre.SRE_FLAG_IGNORECASE else {character}
    low, high = argument if operator is sre.RANGE else (argument, argument)
    return any(low <= ord(each) <= high for each in folded if len(each) == 1)


@frozen
class _Piece:
    """Part of an automaton: what it can begin and end with, and whether it can be nothing."""

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    nullable: bool = True


@mutable
class _Automaton:
    alphabet: str
    states: list[frozenset[str]] = field(factory=list)
    edges: Counter[tuple[int, int]] = field(factory=Counter)
    """How many ways there are from a state to another in one step: more than one is ambiguous already."""

    def _join(self, lasts: Iterable[int], firsts: Iterable[int]) -> None:
        self.edges.update((one, other) for one in lasts for other in firsts)

    def sequence(self, elements: Iterable[Any], flags: int) -> _Piece:
        whole = _Piece()
        for operator, argument in elements:
            piece = self.element(operator, argument, flags)
            self._join(whole.last, piece.first)
            whole = _Piece(
                whole.first + piece.first if whole.nullable else whole.first,
                piece.last + whole.last if piece.nullable else piece.last,
                whole.nullable and piece.nullable,
            )
        return whole

    def element(self, operator: Any, argument: Any, flags: int) -> _Piece:
        if operator is sre.BRANCH:
            pieces = [self.sequence(branch, flags) for branch in argument[1]]
            firsts = tuple(state for piece in pieces for state in piece.first)
            lasts = tuple(state for piece in pieces for state in piece.last)
            return _Piece(firsts, lasts, any(piece.nullable for piece in pieces))
        if operator is sre.SUBPATTERN:
            _, added, removed, elements = argument
            return self.sequence(elements, (flags | added) & ~removed)
        if operator is sre.ATOMIC_GROUP:
            return self.sequence(argument, flags)
        if operator in _REPEATS:
            return self._repeat(*argument, flags)
        if operator in {sre.ASSERT, sre.ASSERT_NOT, sre.AT, sre.GROUPREF}:
            return _Piece()
        self.states.append(characters(operator, argument, flags, self.alphabet))
        state = (len(self.states) - 1,)
        return _Piece(state, state, nullable=False)

    def _repeat(self, least: int, most: int, elements: Any, flags: int) -> _Piece:
        if most <= COPIES:
            copies = [self.sequence(elements, flags) for _ in range(most)]
            for one, other in itertools.pairwise(copies):  # each stands only behind the one before
                self._join(one.last, other.first)
            nullable = least == 0 or any(piece.nullable for piece in copies)
            lasts = tuple(state for piece in copies[0 if nullable else least - 1 :] for state in piece.last)
            return _Piece(copies[0].first if copies else (), lasts, nullable)
        piece = self.sequence(elements, flags)
        self._join(piece.last, piece.first)
        return _Piece(piece.first, piece.last, piece.nullable or least == 0)

    def graph(self) -> dict[int, list[tuple[int, frozenset[str]]]]:
        """Give what can follow each state, and by which characters."""
        after: dict[int, list[tuple[int, frozenset[str]]]] = {state: [] for state in range(len(self.states))}
        for one, other in self.edges:
            after[one].append((other, self.states[other]))
        return after


def ambiguous(expression: str, flags: int = 0) -> set[str]:
    """Give what is read twice over in ambiguous loops: a character of each of their states; nothing where all is well.

    >>> sorted(ambiguous("(?:a+)*b")), sorted(ambiguous("(?:a|to .{1,30})*"))[-1:], ambiguous("(?:a+b)*")
    (['a'], ['\u6771'], set())
    """
    tree = parser.parse(expression, flags)
    if not any(_is_forked(elements) for elements in _loops(tree)):
        return set()
    automaton = _Automaton("".join({*ALPHABET, *expression}))
    automaton.sequence(tree, tree.state.flags)
    graph = automaton.graph()
    found: set[str] = set()
    for component in _components({state: [other for other, _ in after] for state, after in graph.items()}):
        inside = {state: [each for each in graph[state] if each[0] in component] for state in component}
        twice = {one for one, after in inside.items() if any(automaton.edges[one, other] > 1 for other, _ in after)}
        if not twice and all(len(after) == 1 for after in inside.values()):
            continue  # a circle without a fork
        pairs: dict[tuple[int, int], list[tuple[int, int]]] = {
            (one, other): [
                (first, second)
                for first, some in inside[one]
                for second, more in inside[other]
                if not some.isdisjoint(more)
            ]
            for one in component
            for other in component
        }
        for loop in _components(pairs):
            if any(one == other for one, other in loop):
                twice |= {one for one, other in loop if one != other}
        found |= {max(automaton.states[state], default="") for state in twice}
    return found


def _loops(elements: Iterable[Any]) -> Iterator[Any]:
    """Give what each loop repeats."""
    for operator, argument in elements:
        if operator in _REPEATS:
            if argument[1] > COPIES:
                yield argument[2]
            yield from _loops(argument[2])
        elif operator is sre.BRANCH:
            for branch in argument[1]:
                yield from _loops(branch)
        elif operator in {sre.SUBPATTERN, sre.ATOMIC_GROUP}:
            yield from _loops(argument[3] if operator is sre.SUBPATTERN else argument)


def _is_forked(elements: Any) -> bool:
    """Whether there is more than one way through a loop."""
    return any(each[0] in {*_REPEATS, sre.BRANCH, sre.SUBPATTERN, sre.ATOMIC_GROUP} for each in elements)


def _components(graph: dict[Any, list[Any]]) -> Iterator[set[Any]]:
    """Give the strongly connected components that hold a circle (Kosaraju's algorithm)."""
    order: list[Any] = []
    seen: set[Any] = set()
    for root in graph:
        _visit(root, graph, seen, order)
    back: dict[Any, list[Any]] = {node: [] for node in graph}
    for node, after in graph.items():
        for other in after:
            back[other].append(node)
    seen.clear()
    for root in reversed(order):
        component: list[Any] = []
        _visit(root, back, seen, component)
        if len(component) > 1 or (component and root in graph[root]):
            yield set(component)


def _visit(root: Any, graph: dict[Any, list[Any]], seen: set[Any], order: list[Any]) -> None:
    """Add what can be reached from a node and was not seen, each node behind those reached from it."""
    if root in seen:
        return
    seen.add(root)
    work = [(root, iter(graph[root]))]
    while work:
        node, after = work[-1]
        new = next((other for other in after if other not in seen), None)
        if new is None:
            order.append(node)
            work.pop()
        else:
            seen.add(new)
            work.append((new, iter(graph[new])))
