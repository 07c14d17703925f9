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
    Repairer = Callable[[list[int], list[int], Scores, Callable[[], Scores]], tuple[list[int], list[int]]]

__all__ = ["best_tree", "is_tree", "repairer", "search"]


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


def best_tree(scores: Scores, search: Callable[[Scores], Heads]) -> list[int]:
    """Give the head of each word in the best tree with one root; `scores[i, j]` is the score of j governing i.

    Row and column 0 are the root. `search` is the full algorithm, used when the best heads are no tree. On ties the
    first head counts, as in the search.
    """
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[0] = 0
    return heads if len(heads) > 1 and is_tree(heads) else list(map(int, search(scores)))


def search(scores: Scores) -> Heads:
    """Search for the best tree with one root, by Stanza's Chu-Liu-Edmonds."""
    from stanza.models.common.chuliu_edmonds import chuliu_edmonds_one_root  # noqa: PLC0415 - heavy, loaded on use

    heads: Heads = chuliu_edmonds_one_root(_log_softmax(scores))
    return heads


def repairer(names: list[str]) -> Repairer:
    """Give what repairs words with two subjects or two objects, by Stanza's own code; `names` are the relations."""
    from stanza.models.common.vocab import VOCAB_PREFIX_SIZE  # noqa: PLC0415 - heavy, loaded on use
    from stanza.models.depparse.head_constraints import (  # noqa: PLC0415
        find_head_constraint_violations,
        resolve_head_constraint_violations,
    )

    class Names:
        """The part of Stanza's vocabulary that its repair asks for."""

        def unmap(self, labels: list[int]) -> list[str]:
            return [names[label - VOCAB_PREFIX_SIZE] for label in labels]

    def repair(
        tree: list[int], labels: list[int], scores: Scores, relations: Callable[[], Scores]
    ) -> tuple[list[int], list[int]]:
        import numpy as np  # noqa: PLC0415 - heavy, loaded on use

        heads = np.array(tree)
        if not find_head_constraint_violations(heads, [names[label] for label in labels]):
            return tree, labels
        repaired, chosen = resolve_head_constraint_violations(_log_softmax(scores), relations(), heads, Names())
        return list(map(int, repaired)), list(map(int, chosen))

    return repair


def _log_softmax(scores: Scores) -> Scores:
    import torch  # noqa: PLC0415 - heavy, loaded on use

    normal: Scores = torch.log_softmax(torch.from_numpy(scores), 1).numpy()
    return normal
