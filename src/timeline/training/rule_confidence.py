"""How often each placing rule is not contradicted by annotators: the numbers of `confidences.json`.

Beside the rules stand the ways by which expressions are linked to events: one is right where its time is.
The time of a rule is right if it contradicts no annotation: neither the day or days of EventTime and of annotated
articles, nor, if it is open at one side, the relation to the publication in TimeML. An order is right if MATRES has
it. The shares of rare rules are smoothed towards that of their kind.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.evaluation.event_days import read_event_days
from timeline.evaluation.event_times import extent_in_months
from timeline.evaluation.split import Part
from timeline.events.linking.arguments import Way
from timeline.events.ordering.cues import CUES
from timeline.events.pipeline import analyse
from timeline.events.placing.rule import EventRule
from timeline.events.placing.rules import RULES
from timeline.events.scoring.day_extents import Extent, extent_of
from timeline.training.annotated import Annotated, read_corpora, read_kept

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.events.linking.annotate import Annotation
    from timeline.events.mentions.detection import Key
    from timeline.events.placing.placement import Placement

__all__ = ["Measured", "as_json", "measure"]

_PULL = 5.0
"""Weight of the share of its kind, in judgements."""

_SUREST = 0.99


@frozen
class Measured:
    """Judgements by rule; the suffix "/order" on the id of a rule is for the order that it states."""

    right: Counter[str] = field(factory=Counter)
    total: Counter[str] = field(factory=Counter)

    def add(self, name: str, *, right: bool) -> None:
        """Count one judgement."""
        self.total[name] += 1
        self.right[name] += right

    def add_placement(self, placement: Placement, way: Way | None, *, right: bool) -> None:
        """Count a judgement of a placement, for its rule and for the way to the expression that it came by."""
        self.add(placement.rule, right=right)
        if way is not None:
            self.add(way.measured, right=right)


def measure(corpora: Path, cache: Path, part: Part = Part.DEV) -> Measured:
    """Judge the rules on the documents of a part: TimeML with its further annotations, and `wikinews` if present."""
    found = Measured()
    for document in read_corpora(corpora, cache, part):
        for name, key in document.keys.items():
            placement = document.scene.placements[key]
            relation = document.relations.get(name, (None,))[0]
            way = _way(document.scene.annotation, key, placement)
            for right in _judgements(placement, document.times.get(name), relation):
                found.add_placement(placement, way, right=right)
        for rule, right in _orders(document):
            found.add(f"{rule}/order", right=right)
    if (corpora / "wikinews").is_dir():
        _add_days(found, corpora / "wikinews", cache, part)
    return found


def _judgements(placement: Placement, extent: Extent | None, relation: str | None) -> Iterator[bool]:
    if placement.when is not None and extent is not None:
        yield not extent_in_months(extent_of(placement.when, several=placement.several_days)).contradicts(extent)
    elif relation is not None and placement.relation is not None and not _is_bounded(placement):
        yield placement.relation == relation


def _way(annotation: Annotation, key: Key, placement: Placement) -> Way | None:
    """Return the least safe way by which the expressions of an event were linked to it; None if others placed it."""
    if placement.placed_by != "explicit":
        return None
    links = annotation.links.get(key, ())
    return max((each.way for each in links if each.located.index in placement.expressions), default=None)


def _is_bounded(placement: Placement) -> bool:
    when = placement.when
    return when is not None and when.earliest is not None and when.latest is not None


def _orders(document: Annotated) -> Iterator[tuple[str, bool]]:
    keys = {one: document.keys.get(event.id or "") for event in document.document.events for one in event.instances}
    for pair in document.pairs:
        first, second = keys.get(pair.first), keys.get(pair.second)
        if first is None or second is None or pair.relation == "VAGUE":
            continue
        for one, other, wanted in ((first, second, "BEFORE"), (second, first, "AFTER")):
            edge = document.edges.get((one, other))
            if edge is not None:
                yield edge.rule, pair.relation == wanted


def _add_days(found: Measured, directory: Path, cache: Path, part: Part) -> None:
    for annotated in read_event_days(directory, part):
        analysis = analyse(read_kept(annotated.article, list(annotated.days), cache), upto="place")
        for key, mention in analysis.annotation.mentions.items():
            extent = annotated.days.get((mention.trigger.start, mention.trigger.end))
            placement = analysis.ruled.placements[key]
            way = _way(analysis.annotation, key, placement)
            for right in _judgements(placement, extent, None):
                found.add_placement(placement, way, right=right)


def as_json(found: Measured) -> str:
    """Write the shares as `confidences.json` has them."""
    kinds: dict[str, list[str]] = {}
    for name in _names():
        kinds.setdefault(_kind(name), []).append(name)
    rows = {}
    for kind, names in kinds.items():
        right, total = (sum(one[name] for name in names) for one in (found.right, found.total))
        share = (right + 1) / (total + 2)
        for name in names:
            sure = (found.right[name] + _PULL * share) / (found.total[name] + _PULL)
            rows[name] = {
                "confidence": min(round(sure, 2), _SUREST),
                "right": found.right[name],
                "of": found.total[name],
                "kind": kind,
            }
    return json.dumps({"rules": dict(sorted(rows.items()))}, indent=1) + "\n"


def _names() -> Iterator[str]:
    for row in RULES:
        if row.example.when:
            yield row.id
        if isinstance(row, EventRule) and row.states_order:
            yield f"{row.id}/order"
    yield from (f"{cue.id}/order" for cue in CUES)
    yield from (way.measured for way in Way)


def _kind(name: str) -> str:
    """Return the kind of a rule: its group in the table; orders are kinds of their own."""
    room, _, rest = name.partition(".")
    return "order" if rest.endswith("/order") else room
