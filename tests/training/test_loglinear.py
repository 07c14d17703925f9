from __future__ import annotations

import gzip
import json

import pytest

pytest.importorskip("scipy", reason="fitting needs SciPy: pip install news-timeline[training]")

from timeline.events.scoring.weights import Calibration, Table, Weights, read_weights
from timeline.training.loglinear import Columns, fit_answers, fit_candidates
from timeline.training.placing import isotonic, pack


def test_a_feature_that_tells_gets_a_weight_and_one_that_does_not_gets_none() -> None:
    columns = Columns()
    rows = [[("past", 1.0), ("always", 1.0)], [("future", 1.0), ("always", 1.0)]] * 20
    matrix = columns.matrix(rows)
    weights = fit_answers(matrix, [0, 1] * 20, 2, 1.0)
    past, always = weights[columns.names["past"]], weights[columns.names["always"]]
    assert past[0] > 1 > past[1]
    assert always == pytest.approx([0.0, 0.0], abs=1e-4)


def test_belief_may_lie_on_either_of_two_right_candidates() -> None:
    columns = Columns()
    matrix = columns.matrix([[("day", 1.0)], [("same day", 1.0)], [("year", 1.0)]] * 10)
    weights = fit_candidates(matrix, [3] * 10, [1.0, 1.0, 0.0] * 10, 1.0)
    day, same, year = (weights[columns.names[name]] for name in ("day", "same day", "year"))
    assert day == pytest.approx(same)
    assert day > 0 > year


def test_the_staircase_never_falls() -> None:
    points = [(index / 200, index % 3 == 0 or index > 120) for index in range(200)]
    right = isotonic(points).right
    assert list(right) == sorted(right)
    assert 0 < right[0] < right[-1] < 1


def test_weights_are_read_as_they_were_packed() -> None:
    table = Table(("before", "after"), {"tense=PAST": (1.25, -0.5), "rare": (0.0001, 0.0)})
    weights = Weights("test-1", {"relation": table}, {"day": Calibration((0.5,), (0.7,))}, {"day": 0.5})
    found = read_weights(json.loads(gzip.decompress(pack(weights))))
    assert found.tables["relation"].rows == {"tense=PAST": (1.25, -0.5)}
    assert (found.version, found.calibrations, found.thresholds) == ("test-1", weights.calibrations, {"day": 0.5})
