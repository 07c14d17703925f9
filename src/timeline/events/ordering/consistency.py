"""Turn pairwise ordering probabilities into one consistent order (approximate).

If the beliefs are consistent, the order satisfies them all. Otherwise every event gets a position on a line whose
differences approximate the beliefs (least squares by relaxation); then single events are moved within a window as long
as that satisfies more belief. The cost of both is linear in the number of pairs.
"""

from __future__ import annotations

import heapq
import math
from collections import defaultdict
from collections.abc import Hashable, Mapping, Sequence
from typing import TypeVar

__all__ = ["line_up"]

Item = TypeVar("Item", bound=Hashable)

_SWEEPS = 10
_ROUNDS = 3
_WINDOW = 40
_MOST = 4.0
_LEAST = 1e-3


def line_up(items: Sequence[Item], beliefs: Mapping[tuple[Item, Item], tuple[float, float]]) -> list[Item]:
    """Order items; `beliefs` are the probabilities that the first of a pair comes before the second, and after it.

    Without beliefs, items stay in the order given.

    >>> line_up("abc", {("a", "b"): (0.1, 0.9), ("b", "c"): (0.4, 0.3), ("a", "c"): (0.1, 0.8)})
    ['b', 'c', 'a']
    """
    places = _places(items, beliefs)
    agreed = _agreed(items, beliefs, places)
    if agreed is not None:
        return agreed
    order = sorted(items, key=lambda item: places[item])
    gains: dict[Item, dict[Item, float]] = defaultdict(dict)
    for (first, second), (before, after) in beliefs.items():
        gains[first][second], gains[second][first] = before - after, after - before
    at = {item: place for place, item in enumerate(order)}
    for _ in range(_ROUNDS):
        if not _improve(order, at, gains):
            break
    return order


def _agreed(
    items: Sequence[Item],
    beliefs: Mapping[tuple[Item, Item], tuple[float, float]],
    places: Mapping[Item, float],
) -> list[Item] | None:
    """Return the order that satisfies all beliefs, by position where they leave it open; None if they are cyclic."""
    later: dict[Item, list[Item]] = defaultdict(list)
    waits = dict.fromkeys(items, 0)
    for (first, second), (before, after) in beliefs.items():
        if before != after:
            one, other = (first, second) if before > after else (second, first)
            later[one].append(other)
            waits[other] += 1
    numbers = {item: number for number, item in enumerate(items)}
    ready = [(places[item], numbers[item]) for item in items if not waits[item]]
    heapq.heapify(ready)
    order: list[Item] = []
    while ready:
        item = items[heapq.heappop(ready)[1]]
        order.append(item)
        for other in later[item]:
            waits[other] -= 1
            if not waits[other]:
                heapq.heappush(ready, (places[other], numbers[other]))
    return order if len(order) == len(items) else None


def _places(items: Sequence[Item], beliefs: Mapping[tuple[Item, Item], tuple[float, float]]) -> dict[Item, float]:
    places = {item: index / 100 for index, item in enumerate(items)}
    pulls: dict[Item, list[tuple[Item, float, float]]] = defaultdict(list)
    for (first, second), (before, after) in beliefs.items():
        apart = math.log((before + _LEAST) / (after + _LEAST))
        apart, weight = max(-_MOST, min(_MOST, apart)), before + after
        pulls[first].append((second, -apart, weight))
        pulls[second].append((first, apart, weight))
    wholes = {item: sum(weight for _, _, weight in some) for item, some in pulls.items()}
    for _ in range(_SWEEPS):
        for item, some in pulls.items():
            if wholes[item] > 0:
                pulled = 0.0
                for other, apart, weight in some:
                    pulled += weight * (places[other] + apart)
                places[item] = pulled / wholes[item]
    return places


def _improve(order: list[Item], at: dict[Item, int], gains: Mapping[Item, Mapping[Item, float]]) -> bool:
    """Move items to where they gain most; return whether any moved. `at` is the position of each item in the order."""
    moved = False
    for item in list(order):
        mine = gains.get(item)
        if not mine:
            continue
        here = at[item]
        # The gain changes only where the item passes one that it is compared with.
        passed = sorted((place, gain) for place, gain in ((at[other], mine[other]) for other in mine))
        best, target = 0.0, here
        for step, side in ((-1, reversed(passed)), (1, iter(passed))):
            gain = 0.0
            for place, one in side:
                if 0 < step * (place - here) <= _WINDOW:
                    gain -= step * one
                    if gain > best + 1e-9:
                        best, target = gain, place
        if target != here:
            order.insert(target, order.pop(here))
            for place in range(min(here, target), max(here, target) + 1):
                at[order[place]] = place
            moved = True
    return moved
