"""From scores of arcs to the best tree.

The best tree under a matrix of arc scores is found by Chu-Liu-Edmonds. In most sentences there is nothing to do: if
every word takes the head it likes best, and that happens to be a tree with one root, no tree can score higher. Testing
this costs next to nothing, and Stanza's search (pure Python) is left to the other sentences.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]
    Heads = NDArray[np.integer]

__all__ = ["best_tree", "is_tree"]


def is_tree(heads: list[int]) -> bool:
    """Say whether `heads` is a tree under one root: `heads[i]` governs word i, word 0 stands for the root itself.

    >>> is_tree([0, 2, 0]), is_tree([0, 0, 0]), is_tree([0, 2, 1])
    (True, False, False)
    """
    if heads[1:].count(0) != 1:
        return False
    reaches_root = [True] + [False] * (len(heads) - 1)
    for word in range(1, len(heads)):
        path: list[int] = []
        place = word
        while not reaches_root[place]:
            if len(path) >= len(heads):
                return False
            path.append(place)
            place = heads[place]
        for step in path:
            reaches_root[step] = True
    return True


def best_tree(scores: Scores, search: Callable[[Scores], Heads]) -> Heads:
    """Give the head of each word in the best tree with one root; `scores[i, j]` is the score of j governing i.

    Row and column 0 are the root. `search` is the full algorithm, used when the best heads are no tree. On ties the
    first head counts, as in the search.
    """
    heads = scores.argmax(axis=1)
    heads[0] = 0
    return heads if len(heads) > 1 and is_tree(heads.tolist()) else search(scores)
