"""Groups of sequences of like length, so that little is spent on padding."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

__all__ = ["batches"]


def batches(lengths: Sequence[int], budget: int, most: int = 1_000_000) -> Iterator[list[int]]:
    """Give the indices of sequences in groups, longest first: at most `budget` padded units and `most` members each.

    A sequence longer than the budget stands alone. Equal lengths keep their order, so groups depend on lengths only.

    >>> list(batches([3, 9, 2, 3], budget=9))
    [[1], [0, 3, 2]]
    """
    group: list[int] = []
    for index in sorted(range(len(lengths)), key=lambda index: -lengths[index]):
        if group and ((len(group) + 1) * lengths[group[0]] > budget or len(group) >= most):
            yield group
            group = []
        group.append(index)
    if group:
        yield group
