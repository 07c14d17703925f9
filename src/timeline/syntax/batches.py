"""Groups of sequences of similar length, so that little is spent on padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["batches"]


FEW = 8
"""Groups as small as this accept much shorter sequences: a separate group would cost more than the padding."""


def batches(lengths: Sequence[int], budget: int, most: int) -> Iterator[list[int]]:
    """Yield the indices of sequences in groups, longest first: at most `budget` padded units and `most` members each.

    A sequence longer than the budget is a group of its own. Equal lengths keep their order, so groups depend on lengths
    only.

    >>> list(batches([3, 9, 2, 3], budget=9, most=8))
    [[1], [0, 3, 2]]
    """
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if group:
            longest = lengths[group[0]]
            much_shorter = len(group) >= FEW and 3 * lengths[index] < 2 * longest
            if (len(group) + 1) * longest > budget or len(group) >= most or much_shorter:
                yield group
                group = []
        group.append(index)
    if group:
        yield group
