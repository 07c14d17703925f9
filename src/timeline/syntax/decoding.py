"""The best tree under a matrix of arc scores.

It is found by Chu-Liu-Edmonds. Most sentences need no search: if the best heads of all words form a tree with one root,
no tree can score higher, and testing this costs next to nothing. Stanza's search for the other sentences takes many
milliseconds each; ours finds the same trees in a fraction of one.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import numpy as np
import torch
from stanza.models.common.vocab import VOCAB_PREFIX_SIZE
from stanza.models.depparse.head_constraints import (
    find_head_constraint_violations,
    resolve_head_constraint_violations,
)

if TYPE_CHECKING:
    from numpy.typing import NDArray

    Scores = NDArray[np.floating]
    Repairer = Callable[[list[int], list[int], Scores, Callable[[], Scores]], tuple[list[int], list[int]]]

__all__ = ["best_tree", "is_tree", "repairer", "search"]


def is_tree(heads: list[int]) -> bool:
    """Whether `heads` is a tree with one root: `heads[i]` governs word i, word 0 is the artificial root.

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


def best_tree(scores: Scores) -> list[int]:
    """Return the head of each word in the best tree with one root; `scores[i, j]` is the score of j governing i.

    Row and column 0 are the root; no word governs itself, whatever the score. Ties go to the first head.
    """
    heads: list[int] = scores.argmax(axis=1).tolist()
    heads[0] = 0
    return heads if len(heads) > 1 and is_tree(heads) else search(scores)


def search(scores: Scores) -> list[int]:
    """Search for the best tree with one root (Chu-Liu-Edmonds), even if the best heads already are one.

    Arcs from the root are made so expensive that a second one never pays (Stanojević and Cohen 2021), as in Stanza.
    """
    work = _log_softmax(scores).astype(np.float64)
    work[:, 0] += work[np.isfinite(work)].min() * len(work)
    return _spanning_tree(work)


def _spanning_tree(scores: Scores) -> list[int]:
    """Take the best heads; if they contain a cycle, contract it, find the best tree of the rest, and expand it."""
    np.fill_diagonal(scores, -np.inf)
    scores[0] = -np.inf
    scores[0, 0] = 0
    heads: list[int] = scores.argmax(axis=1).tolist()
    cycle = _cycle(heads)
    if not cycle:
        return heads
    inside = np.array(cycle)
    outside = np.setdiff1d(np.arange(len(heads)), inside)
    last = len(outside)  # the cycle, as one word
    kept = scores[inside, [heads[word] for word in cycle]]
    entering = scores[np.ix_(inside, outside)] - kept[:, None] + kept.sum()
    leaving = scores[np.ix_(outside, inside)]
    entry, exit_ = entering.argmax(axis=0), leaving.argmax(axis=1)
    smaller = np.zeros((last + 1, last + 1))
    smaller[:last, :last] = scores[np.ix_(outside, outside)]
    smaller[last, :last] = entering[entry, np.arange(last)]
    smaller[:last, last] = leaving[np.arange(last), exit_]
    found = _spanning_tree(smaller)
    for place, head in enumerate(found[:last]):
        heads[outside[place]] = cycle[exit_[place]] if head == last else int(outside[head])
    heads[cycle[entry[found[last]]]] = int(outside[found[last]])
    return heads


def _cycle(heads: list[int]) -> list[int]:
    """Return the words of a cycle, if there is one."""
    seen = [0] * len(heads)
    seen[0] = -1
    for start in range(1, len(heads)):
        word = start
        while not seen[word]:
            seen[word] = start
            word = heads[word]
        if seen[word] == start:
            circle = [word]
            while heads[circle[-1]] != word:
                circle.append(heads[circle[-1]])
            return circle
    return []


def repairer(names: list[str]) -> Repairer:
    """Return the repair of words with two subjects or two objects, Stanza's own code; `names` are the relations."""

    class Names:
        """The part of Stanza's vocabulary that its repair uses."""

        def unmap(self, labels: list[int]) -> list[str]:
            return [names[label - VOCAB_PREFIX_SIZE] for label in labels]

    def repair(
        tree: list[int], labels: list[int], scores: Scores, relations: Callable[[], Scores]
    ) -> tuple[list[int], list[int]]:

        heads = np.array(tree)
        if not find_head_constraint_violations(heads, [names[label] for label in labels]):
            return tree, labels
        repaired, chosen = resolve_head_constraint_violations(_log_softmax(scores), relations(), heads, Names())
        return list(map(int, repaired)), list(map(int, chosen))

    return repair


def _log_softmax(scores: Scores) -> Scores:

    normal: Scores = torch.log_softmax(torch.from_numpy(scores), 1).numpy()
    return normal
