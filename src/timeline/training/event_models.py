"""Fitting of the three models of events: relation to the publication, time, order of pairs."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

import numpy as np
from attrs import field, frozen

from timeline.events.scoring.candidates import Candidate, anchors, by_rule, times_about
from timeline.events.scoring.features import event_features
from timeline.events.scoring.pairs import of_one, pair_features
from timeline.events.scoring.predict import agreement, style
from timeline.events.scoring.weights import Table
from timeline.training.loglinear import Columns, fit_answers, fit_candidates, often

if TYPE_CHECKING:
    from timeline.events.mentions.detection import Key
    from timeline.training.annotated import Annotated

__all__ = ["Examples", "Settings", "examples_of", "fit_order", "fit_relation", "fit_time"]

RELATIONS = ("before", "overlap", "after")
ORDERS = ("BEFORE", "AFTER", "EQUAL", "VAGUE")
_FLIPPED = {"BEFORE": "AFTER", "AFTER": "BEFORE"}
Row = list[tuple[str, float]]


@frozen
class Settings:
    """The penalties on large weights, and the least frequency of features."""

    relation: float = 10.0
    time: float = 60.0
    order: float = 20.0
    least: int = 3


@frozen(eq=False)
class Examples:
    """The training examples of one document."""

    name: str
    relations: list[tuple[Row, str]] = field(factory=list)
    times: list[tuple[list[tuple[Candidate, Row]], Any]] = field(factory=list)
    orders: list[tuple[Row, Row, Row, str]] = field(factory=list)


def examples_of(document: Annotated) -> Examples:
    """Return the examples of the annotated events of a document."""
    scene = document.scene
    features = {key: event_features(key, scene) for key in scene.annotation.mentions}
    made = Examples(document.name)
    rows = {key: _row(some) for key, some in features.items()}
    for name, (relation, body) in document.relations.items():
        key = document.keys.get(name)
        if key is not None:
            row = _row(style(features[key], body))
            made.relations.append((row, relation))
    for name, extent in document.times.items():
        key = document.keys.get(name)
        if key is not None:
            made.times.append((list(_candidates(key, document, rows[key])), extent))
    known = {one: document.keys.get(event.id or "") for event in document.document.events for one in event.instances}
    for pair in document.pairs:
        first, second, relation = known.get(pair.first), known.get(pair.second), pair.relation
        if first is None or second is None or first == second:
            continue
        if second < first:
            first, second, relation = second, first, _FLIPPED.get(relation, relation)
        groups, rest = pair_features(first, second, scene, document.ranks, document.edges)
        both = [*(one for group in groups for one in group), *rest]
        sides = [_row(of_one(features[key])) for key in (first, second)]
        made.orders.append((sides[0], sides[1], [(one, 1.0) for one in both], relation))
    return made


def _row(features: Iterable[str]) -> Row:
    return [(feature, 1.0) for feature in features]


def _candidates(key: Key, document: Annotated, event: Row) -> Iterator[tuple[Candidate, Row]]:
    scene = document.scene
    day = scene.publication.begin.ordinal
    ruled = by_rule(key, scene)

    def agreed(candidate: Candidate) -> Row:
        return [(f"rule|{one}", 1.0) for one in agreement(candidate, ruled, scene, key)]

    for anchor, groups in anchors(key, scene):
        features = [one for group in groups for one in group]
        for candidate in times_about(anchor, day):
            row = [(f"{candidate.shape}|{name}", value) for name, value in event] if anchor is None else []
            row += [(f"{shape}/{one}", 1.0) for shape in (candidate.shape, "E") for one in features]
            yield candidate, [*row, *agreed(candidate)]
    if ruled is not None:
        yield ruled, agreed(ruled)


def fit_relation(examples: Sequence[Examples], settings: Settings) -> dict[str, Table]:
    """Fit the relation of events to the publication."""
    some = [one for each in examples for one in each.relations]
    columns = Columns()
    matrix = columns.matrix(row for row, _ in some)
    kept = often(matrix, settings.least)
    answers = [RELATIONS.index(relation) for _, relation in some]
    weights = np.zeros((matrix.shape[1], len(RELATIONS)))
    weights[kept] = fit_answers(matrix[:, kept], answers, len(RELATIONS), settings.relation)
    return {"relation": _table(RELATIONS, columns.names, weights)}


def fit_order(examples: Sequence[Examples], settings: Settings) -> dict[str, Table]:
    """Fit which of two events starts first."""
    some = [one for each in examples for one in each.orders]
    columns = Columns()
    matrix = columns.matrix(
        [
            *((f"a|{name}", value) for name, value in first),
            *((f"b|{name}", value) for name, value in second),
            *((f"ab|{name}", value) for name, value in both),
        ]
        for first, second, both, _ in some
    )
    kept = often(matrix, settings.least)
    answers = [ORDERS.index(relation) for *_, relation in some]
    weights = np.zeros((matrix.shape[1], len(ORDERS)))
    weights[kept] = fit_answers(matrix[:, kept], answers, len(ORDERS), settings.order)
    tables = {}
    for prefix, table in (("a|", "order.first"), ("b|", "order.second"), ("ab|", "order.pair")):
        names = {name.removeprefix(prefix): at for name, at in columns.names.items() if name.startswith(prefix)}
        tables[table] = _table(ORDERS, names, weights)
    return tables


def fit_time(examples: Sequence[Examples], settings: Settings) -> dict[str, Table]:
    """Fit the choice among the candidate times of an event; events whose time is not among them are skipped."""
    some = [one for each in examples for one in each.times if any(made.extent == one[1] for made, _ in one[0])]
    columns = Columns()
    matrix = columns.matrix(row for candidates, _ in some for _, row in candidates)
    right = [float(made.extent == extent) for candidates, extent in some for made, _ in candidates]
    kept = often(matrix, settings.least)
    weights = np.zeros(matrix.shape[1])
    weights[kept] = fit_candidates(matrix[:, kept], [len(one) for one, _ in some], np.array(right), settings.time)
    names = columns.names
    shapes = tuple(sorted({name.partition("|")[0] for name in names if "|" in name} - {"rule"})) or ("ruled",)
    leaning = tuple(sorted({name.partition("/")[0] for name in names if "/" in name and "|" not in name}))
    return {
        "time.event": _table(shapes, *_spread(names, weights, shapes, "|")),
        "time.expression": _table(leaning, *_spread(names, weights, leaning, "/")),
        "time.rule": _table(("ruled",), *_spread(names, weights, ("rule",), "|")),
    }


def _spread(
    names: Mapping[str, int],
    weights: Any,
    answers: Sequence[str],
    mark: str,
) -> tuple[dict[str, int], Any]:
    """Return one row for each feature, with a column for each answer, of weights named `answer mark feature`."""
    rows: dict[str, int] = {}
    found = []
    for name, at in names.items():
        answer, sign, feature = name.partition(mark)
        if sign and answer in answers and weights[at]:
            found.append((rows.setdefault(feature, len(rows)), answers.index(answer), weights[at]))
    spread = np.zeros((len(rows), len(answers)))
    for row, column, weight in found:
        spread[row, column] = weight
    return rows, spread


def _table(answers: Sequence[str], names: Mapping[str, int], weights: Any) -> Table:
    rows = {name: tuple(map(float, weights[at])) for name, at in names.items() if weights[at].any()}
    return Table(tuple(answers), rows)
