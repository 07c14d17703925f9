"""Training of the models that place and order events.

Documents are divided by name, so that no document is in both training and test data. Each fold is placed by models that
have not seen it; calibration and figures are based on these. Then models are fitted to all documents of the part. It
needs SciPy, and takes about two minutes once the parses are cached.
"""

from __future__ import annotations

import gzip
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline import languages, layout, syntax
from timeline.evaluation.event_times import extent_in_months
from timeline.evaluation.placing import PlacingScores, add_order, add_relations, add_times, matched
from timeline.evaluation.split import Part
from timeline.events.pipeline import extract_events
from timeline.events.scoring.day_extents import extent_of
from timeline.events.scoring.decide import decide
from timeline.events.scoring.predict import Judge
from timeline.events.scoring.weights import Calibration, Table, Weights
from timeline.expressions.finder import find_times
from timeline.timelines import Provenance, Timeline
from timeline.training.annotated import Annotated, read_corpora
from timeline.training.event_models import Examples, Settings, examples_of, fit_order, fit_relation, fit_time

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["fit", "isotonic", "measure", "pack", "place"]

_FOLDS = 6
_SCALE = 1000
_BIN = 20
_PULL = 5.0


def fit(
    corpora: Path, cache: Path, part: str, version: str, thresholds: Mapping[str, float]
) -> tuple[PlacingScores, bytes]:
    """Fit the models to the documents of a part; return their cross-validated figures, and the packed weights."""
    settings = Settings()
    documents = read_corpora(corpora, cache, Part(part))
    examples = [examples_of(document) for document in documents]
    made = []
    for fold in range(_FOLDS):
        tables = _fit([one for one in examples if _fold(one.name) != fold], settings)
        made.append(Weights(version, tables, {}, thresholds))
    calibrations = _calibrate(documents, made)
    scores = measure(documents, [evolve(one, calibrations=calibrations) for one in made])
    return scores, pack(Weights(version, _fit(examples, settings), calibrations, thresholds))


def _fold(name: str) -> int:
    return int.from_bytes(hashlib.md5(name.encode(), usedforsecurity=False).digest()) // 5 % _FOLDS


def _fit(examples: Sequence[Examples], settings: Settings) -> dict[str, Table]:
    return fit_relation(examples, settings) | fit_time(examples, settings) | fit_order(examples, settings)


def measure(documents: Iterable[Annotated], folds: Sequence[Weights]) -> PlacingScores:
    """Place the annotated events of each document with the weights that have not seen it, and score them."""
    some = list(documents)
    scores, stated = PlacingScores(len(some), given=True), []
    for document in some:
        timeline = place(document, folds[_fold(document.name)])
        found = matched(document.document.events, timeline)
        mine = {one: said for one, (said, body) in document.relations.items() if body != "dense"}
        add_relations(scores.relation, mine, found)
        bodied = PlacingScores()
        add_relations(bodied.relation, mine, found)
        scores.relation.right[document.body] += bodied.relation.right["all"]
        scores.relation.total[document.body] += bodied.relation.total["all"]
        stated += add_times(scores.time, document.times, found, timeline)
        add_order(scores.order, document.pairs, document.document, found, timeline)
    return evolve(scores, calibration=tuple(stated))


def place(document: Annotated, weights: Weights | None) -> Timeline:
    """Place the annotated events of a document."""
    language, article = languages.get("en"), document.article
    expressions = tuple(find_times(article.text, article.published, language))
    lexicon, furniture = language.for_events()
    blocks = layout.blocks(article.text, furniture)
    places = [(event.start, event.end) for event in document.document.events]
    found = extract_events(article, expressions, document.analysis, blocks, lexicon, places, weights)
    return Timeline(article, found.expressions, found.events, Provenance("training"))


def _calibrate(documents: Iterable[Annotated], folds: Sequence[Weights]) -> dict[str, Calibration]:
    """Measure how often placements of a given probability are not contradicted, by their grounds."""
    points: dict[str, list[tuple[float, bool]]] = {}
    for document in documents:
        if not document.times:
            continue
        judge = Judge.of(document.scene, folds[_fold(document.name)])
        for name, wanted in document.times.items():
            key = document.keys.get(name)
            decision = None if key is None else decide(key, judge)
            if decision is None or decision.placement.when is None:
                continue
            said = extent_of(decision.placement.when, several=decision.placement.several_days)
            right = not extent_in_months(said).contradicts(wanted)
            points.setdefault(decision.kind, []).append((decision.belief, right))
    return {kind: isotonic(some) for kind, some in points.items()}


def isotonic(points: Sequence[tuple[float, bool]]) -> Calibration:
    """Fit an increasing step function (isotonic regression): neighbours are pooled where the share would decrease.

    >>> isotonic([(0.2, False)] * 20 + [(0.4, True)] * 20).right
    (0.1, 0.9)
    """
    pools: list[list[float]] = []
    share = sum(right for _, right in points) / len(points)
    for stated, good in _binned(sorted(points)):
        pools.append([stated, *good])
        while len(pools) > 1 and pools[-2][1] / pools[-2][2] >= pools[-1][1] / pools[-1][2]:
            last = pools.pop()
            pools[-1][1] += last[1]
            pools[-1][2] += last[2]
    # A step with few events is smoothed towards the mean; this keeps the steps increasing.
    right = list(accumulate(((pool[1] + _PULL * share) / (pool[2] + _PULL) for pool in pools), max))
    return Calibration(tuple(round(pool[0], 3) for pool in pools), tuple(round(one, 3) for one in right))


def _binned(points: Sequence[tuple[float, bool]]) -> Iterator[tuple[float, tuple[float, float]]]:
    """Yield bins of about twenty points."""
    size = len(points) / max(len(points) // _BIN, 1)
    for start in range(max(len(points) // _BIN, 1)):
        some = points[round(start * size) : round((start + 1) * size)]
        yield some[0][0], (float(sum(right for _, right in some)), float(len(some)))


def pack(weights: Weights) -> bytes:
    """Return weights in the format that the package reads."""
    tables = {name: _packed(table) for name, table in weights.tables.items()}
    calibrations = {name: [list(one.stated), list(one.right)] for name, one in weights.calibrations.items()}
    data = {
        "version": weights.version,
        "syntax": syntax.load("bundled").model,
        "thresholds": dict(weights.thresholds),
        "calibrations": calibrations,
        "tables": tables,
    }
    return gzip.compress(json.dumps(data, separators=(",", ":")).encode(), mtime=0)


def _packed(table: Table) -> dict[str, Any]:
    rows = {feature: [round(one * _SCALE) for one in row] for feature, row in sorted(table.rows.items())}
    return {
        "answers": list(table.answers),
        "scale": _SCALE,
        "rows": {feature: row for feature, row in rows.items() if any(row)},
    }
