from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ModelError
from timeline.events.scoring.weights import Calibration, Table, load, read_weights, shares


def test_features_add_up_and_unknown_ones_say_nothing() -> None:
    table = Table(("before", "after"), {"tense=PAST": (2.0, -1.0), "lemma=say": (0.5, 0.0)})
    assert table.total(["tense=PAST", "lemma=say", "lemma=unheard"]) == [2.5, -1.0]
    assert table.total(["lemma=unheard"]) == [0.0, 0.0]


@given(st.lists(st.floats(-700, 700), min_size=1, max_size=9))
def test_shares_add_up_to_one(scores: list[float]) -> None:
    found = shares(scores)
    assert sum(found) == pytest.approx(1)
    assert found[scores.index(max(scores))] == max(found)


def test_calibration_is_a_staircase() -> None:
    calibration = Calibration((0.2, 0.5, 0.8), (0.3, 0.6, 0.9))
    assert [calibration.of(share) for share in (0.0, 0.2, 0.49, 0.5, 1.0)] == [0.3, 0.3, 0.3, 0.6, 0.9]


def test_weights_are_whole_numbers_to_be_divided() -> None:
    form = {
        "version": "test-1",
        "thresholds": {"day": 0.5},
        "calibrations": {"day": [[0.0], [0.7]]},
        "tables": {"relation": {"answers": ["before"], "scale": 1000, "rows": {"tense=PAST": [1500]}}},
    }
    weights = read_weights(form)
    assert weights.tables["relation"].total(["tense=PAST"]) == [1.5]
    assert weights.calibrations["day"].of(0.1) == 0.7


def test_the_bundled_weights() -> None:
    weights = load("en")
    assert {"relation", "time.event", "time.expression", "time.rule", "order.pair"} <= weights.tables.keys()
    assert all(list(one.right) == sorted(one.right) for one in weights.calibrations.values())


def test_a_language_without_weights_is_named() -> None:
    with pytest.raises(ModelError, match="no event model for language 'xx'; there is 'en'"):
        load("xx")
