"""Allen's thirteen relations between intervals, their composition, and those possible between uncertain intervals."""

from __future__ import annotations

import enum
import functools
import itertools
import math
from typing import Any, Protocol, TypeAlias, TypeVar

__all__ = ["ALL_RELATIONS", "AllenRelation", "Window", "compose", "possible_relations", "relation_between"]


class AllenRelation(enum.Enum):
    """How one interval lies to another, both of them not empty (Allen 1983).

    >>> AllenRelation.BEFORE.inverse
    AllenRelation.AFTER
    """

    BEFORE = "before"
    MEETS = "meets"
    OVERLAPS = "overlaps"
    STARTS = "starts"
    DURING = "during"
    FINISHES = "finishes"
    EQUAL = "equal"
    FINISHED_BY = "finished by"
    CONTAINS = "contains"
    STARTED_BY = "started by"
    OVERLAPPED_BY = "overlapped by"
    MET_BY = "met by"
    AFTER = "after"

    @property
    def inverse(self) -> AllenRelation:
        """The relation as seen from the other interval."""
        return _INVERSES[self]

    def __repr__(self) -> str:
        return f"{type(self).__name__}.{self.name}"


ALL_RELATIONS = frozenset(AllenRelation)

# Seen from both ends, a relation is the signs of four comparisons:
# (begin with begin, begin with end, end with begin, end with end), -1 where ours is earlier.
_Signs: TypeAlias = tuple[int, int, int, int]
_SIGNS: dict[AllenRelation, _Signs] = {
    AllenRelation.BEFORE: (-1, -1, -1, -1),
    AllenRelation.MEETS: (-1, -1, 0, -1),
    AllenRelation.OVERLAPS: (-1, -1, 1, -1),
    AllenRelation.STARTS: (0, -1, 1, -1),
    AllenRelation.DURING: (1, -1, 1, -1),
    AllenRelation.FINISHES: (1, -1, 1, 0),
    AllenRelation.EQUAL: (0, -1, 1, 0),
    AllenRelation.FINISHED_BY: (-1, -1, 1, 0),
    AllenRelation.CONTAINS: (-1, -1, 1, 1),
    AllenRelation.STARTED_BY: (0, -1, 1, 1),
    AllenRelation.OVERLAPPED_BY: (1, -1, 1, 1),
    AllenRelation.MET_BY: (1, 0, 1, 1),
    AllenRelation.AFTER: (1, 1, 1, 1),
}
_RELATIONS = {signs: relation for relation, signs in _SIGNS.items()}
_INVERSES = {
    relation: _RELATIONS[-begins, -end_begin, -begin_end, -ends]
    for relation, (begins, begin_end, end_begin, ends) in _SIGNS.items()
}


_Number: TypeAlias = int | float
Window: TypeAlias = tuple[_Number, _Number]
"""The least and the greatest that an end can be."""


class _Ordered(Protocol):
    def __lt__(self, other: Any, /) -> bool: ...  # noqa: ANN401 - as in typeshed


_T = TypeVar("_T", bound=_Ordered)


def relation_between(begin1: _T, end1: _T, begin2: _T, end2: _T) -> AllenRelation:
    """Give the relation between two intervals by their ends, of any ordered type; each begins before it ends.

    Raises ValueError where one does not.

    >>> relation_between(1, 3, 2, 5)
    AllenRelation.OVERLAPS
    """
    signs = (_sign(begin1, begin2), _sign(begin1, end2), _sign(end1, begin2), _sign(end1, end2))
    if signs not in _RELATIONS or not (begin1 < end1 and begin2 < end2):
        message = f"an interval begins before it ends; got [{begin1}, {end1}) and [{begin2}, {end2})"
        raise ValueError(message)
    return _RELATIONS[signs]


def compose(first: AllenRelation, second: AllenRelation) -> frozenset[AllenRelation]:
    """Give the relations that A can have to C, where A has the first to B and B has the second to C.

    >>> compose(AllenRelation.DURING, AllenRelation.BEFORE)
    frozenset({AllenRelation.BEFORE})
    """
    return _compositions()[first, second]


def possible_relations(begin1: Window, end1: Window, begin2: Window, end2: Window) -> frozenset[AllenRelation]:
    """Return the relations that two intervals can have, whatever whole numbers their ends take within their windows.

    Each window is the least and the greatest that an end can be, infinite where it has no limit. Each relation given
    is the case for some choice of the ends such that both intervals begin before they end. See `Interval.relation_to`.

    >>> sorted(relation.value for relation in possible_relations((1, 5), (1, 5), (5, 5), (9, 9)))
    ['before', 'meets']
    """
    windows = (begin1, end1, begin2, end2)
    return frozenset(relation for relation, chain in _chains().items() if _is_satisfiable(chain, windows))


def _sign(a: _T, b: _T) -> int:
    return -1 if a < b else int(b < a)


def _chain(ends: tuple[int, int, int, int]) -> tuple[tuple[int, ...], ...]:
    """Group the indices of four ends that are equal, in ascending order."""
    return tuple(tuple(i for i in range(4) if ends[i] == value) for value in sorted(set(ends)))


@functools.cache
def _chains() -> dict[AllenRelation, tuple[tuple[int, ...], ...]]:
    """Map each relation to the order of (begin, end, begin of the other, its end) by index, equal ones together."""
    pairs = list(itertools.combinations(range(4), 2))
    return {relation_between(*one, *other): _chain((*one, *other)) for one in pairs for other in pairs}


@functools.cache
def _compositions() -> dict[tuple[AllenRelation, AllenRelation], frozenset[AllenRelation]]:
    """Compute the composition table: three intervals have six ends, so six points show every arrangement."""
    intervals = list(itertools.combinations(range(6), 2))
    table: dict[tuple[AllenRelation, AllenRelation], set[AllenRelation]] = {}
    relation = {(a, b): relation_between(*a, *b) for a in intervals for b in intervals}
    for a, b, c in itertools.product(intervals, repeat=3):
        table.setdefault((relation[a, b], relation[b, c]), set()).add(relation[a, c])
    return {key: frozenset(relations) for key, relations in table.items()}


def _is_satisfiable(chain: tuple[tuple[int, ...], ...], windows: tuple[Window, ...]) -> bool:
    """Tell whether instants can be chosen, each group at one, every group after the one before it."""
    previous: _Number = -math.inf
    for group in chain:
        chosen = max(previous + 1, *(windows[i][0] for i in group))  # as early as can be
        if any(windows[i][1] < chosen for i in group):
            return False
        previous = chosen
    return True
