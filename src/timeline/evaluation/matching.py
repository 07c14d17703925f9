"""Matching of found spans to annotated ones."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

__all__ = ["Place", "match"]


class Place(Protocol):
    """Anything with half-open offsets in a text, in code points."""

    @property
    def start(self) -> int:
        """Start offset."""

    @property
    def end(self) -> int:
        """End offset."""


def match(gold: Sequence[Place], system: Sequence[Place]) -> list[tuple[int, int]]:
    """Match annotated with found spans that overlap, one to one; return their indices, in order.

    Equal spans are matched first, then overlapping ones from left to right, then the matching is grown along
    augmenting paths until it is maximum. Both sides must be sorted by their offsets.
    """
    near = sorted(_overlaps(gold, system))
    options: dict[int, list[int]] = {}
    of_gold: dict[int, int] = {}
    of_system: dict[int, int] = {}
    for _, _, _, ours, theirs in near:
        options.setdefault(ours, []).append(theirs)
        if ours not in of_gold and theirs not in of_system:
            of_gold[ours], of_system[theirs] = theirs, ours
    for ours in sorted(options):
        if ours not in of_gold:
            _augment(ours, options, of_gold, of_system)
    return sorted(of_gold.items())


def _overlaps(gold: Sequence[Place], system: Sequence[Place]) -> Iterator[tuple[bool, int, int, int, int]]:
    """Yield the pairs that overlap, with keys that sort them into the order of matching."""
    starts = [found.start for found in system]
    longest = max((found.end - found.start for found in system), default=0)
    for ours, wanted in enumerate(gold):
        for theirs in range(bisect_left(starts, wanted.start - longest), bisect_left(starts, wanted.end)):
            found = system[theirs]
            if min(wanted.end, found.end) > max(wanted.start, found.start):
                exact = (wanted.start, wanted.end) == (found.start, found.end)
                yield not exact, wanted.start, found.start, ours, theirs


def _augment(first: int, options: dict[int, list[int]], of_gold: dict[int, int], of_system: dict[int, int]) -> None:
    """Match `first` by moving others to alternatives, if possible; depth first, without recursion."""
    seen: set[int] = set()
    path = [(first, iter(options[first]))]
    taken: list[int] = []  # the found span that each step but the last takes over
    while path:
        _, untried = path[-1]
        choice = next((theirs for theirs in untried if theirs not in seen), None)
        if choice is None:
            path.pop()
            if taken:
                taken.pop()
            continue
        seen.add(choice)
        taken.append(choice)
        if choice not in of_system:
            for (ours, _), theirs in zip(path, taken, strict=True):
                of_gold[ours], of_system[theirs] = theirs, ours
            return
        holder = of_system[choice]
        path.append((holder, iter(options[holder])))
