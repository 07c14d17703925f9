"""Which found stretch of text answers which annotated one."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Sequence
from typing import Protocol

__all__ = ["Place", "match"]


class Place(Protocol):
    """Anything with a place in a text: half-open, in code points."""

    @property
    def start(self) -> int:
        """Where it begins."""

    @property
    def end(self) -> int:
        """Where it ends."""


def match(gold: Sequence[Place], system: Sequence[Place]) -> list[tuple[int, int]]:
    """Pair annotated with found stretches that share a character, one to one; give their indices, in order.

    Equal stretches are paired first, then overlapping ones from left to right, then pairs are changed along
    augmenting paths until no more can be made. Both sides must be sorted by their place.
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
    """Give the pairs that share a character, in the order in which they are to be paired when sorted."""
    starts = [found.start for found in system]
    longest = max((found.end - found.start for found in system), default=0)
    for ours, wanted in enumerate(gold):
        for theirs in range(bisect_left(starts, wanted.start - longest), bisect_left(starts, wanted.end)):
            found = system[theirs]
            if min(wanted.end, found.end) > max(wanted.start, found.start):
                exact = (wanted.start, wanted.end) == (found.start, found.end)
                yield not exact, wanted.start, found.start, ours, theirs


def _augment(first: int, options: dict[int, list[int]], of_gold: dict[int, int], of_system: dict[int, int]) -> None:
    """Pair `first` by moving others to other options of theirs, if that is possible; depth first, no recursion."""
    seen: set[int] = set()
    path = [(first, iter(options[first]))]
    taken: list[int] = []  # the found stretch that each step but the last wants to take over
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
