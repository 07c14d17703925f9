"""Relations of events to the publication and to each other: TimeML's TLINKs and the pairs of MATRES."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import frozen

from timeline.evaluation.tabular import read_rows

if TYPE_CHECKING:
    import os

    from timeline.formats.timeml import TimemlDocument

__all__ = ["Pair", "publication_relations", "read_pairs"]

_OVERLAPPING = frozenset(
    {
        "INCLUDES",
        "IS_INCLUDED",
        "DURING",
        "DURING_INV",
        "SIMULTANEOUS",
        "IDENTITY",
        "OVERLAP",
        "BEGINS",
        "BEGUN_BY",
        "ENDS",
        "ENDED_BY",
    }
)
_RELATIONS = {"BEFORE": "before", "IBEFORE": "before", "AFTER": "after", "IAFTER": "after"}
_RELATIONS |= dict.fromkeys(_OVERLAPPING, "overlap")
_INVERSE = {"before": "after", "after": "before"}
_COLUMNS = 6


def publication_relations(document: TimemlDocument) -> dict[str, str]:
    """Return the relation of events to the document creation time, by event id: before, overlap, after.

    Only the first link of an event counts; VAGUE and the like are not relations.
    """
    of_instance = {name: event.id for event in document.events for name in event.instances}
    found: dict[str, str] = {}
    for link in document.links:
        relation = _RELATIONS.get(link.relation)
        if document.dct_id not in {link.source, link.target} or relation is None:
            continue
        inverse = link.source == document.dct_id
        event = of_instance.get(link.target if inverse else link.source)
        if event is not None:
            found.setdefault(event, _INVERSE.get(relation, relation) if inverse else relation)
    return found


@frozen
class Pair:
    """One row of MATRES: the relation between the starts of two events."""

    document: str
    first: str
    """The `eiid` of an event."""
    second: str
    relation: str
    """BEFORE, AFTER, EQUAL or VAGUE."""


def read_pairs(path: os.PathLike[str] | str) -> list[Pair]:
    """Read a file of MATRES: document, two verbs, numbers of their instances, relation; separated by tabs.

    Raises `ArticleError` for a line that does not have the columns, `OSError` for a file that cannot be read.
    """
    return [
        Pair(cells[0], f"ei{cells[3]}", f"ei{cells[4]}", cells[5].strip().upper())
        for cells in read_rows(path, _COLUMNS, "ordered pairs")
    ]
