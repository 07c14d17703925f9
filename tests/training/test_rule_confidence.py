from __future__ import annotations

import json

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.events.linking.arguments import Way
from timeline.events.placing.placement import Placement
from timeline.training.rule_confidence import Measured, as_json


def _placed(rule: str) -> Placement:
    return Placement(Interval.unit(Instant.of(2022, 7, 18), Granularity.DAY), "explicit", 1.0, "", rule=rule)


def test_a_placement_judges_its_rule_and_the_way_to_its_expression() -> None:
    found = Measured()
    for right in (True, True, False):
        found.add_placement(_placed("explicit.expression"), Way.THROUGH_NOUN, right=right)
    found.add_placement(_placed("tense.past"), None, right=True)
    assert found.total == {"explicit.expression": 3, "link.through_noun": 3, "tense.past": 1}
    assert found.right == {"explicit.expression": 2, "link.through_noun": 2, "tense.past": 1}


def test_the_ways_are_written_beside_the_rules() -> None:
    found = Measured()
    for number in range(100):
        found.add_placement(_placed("explicit.expression"), Way.DIRECT, right=number < 90)
    rows = json.loads(as_json(found))["rules"]
    assert {name for name in rows if name.startswith("link.")} == {way.measured for way in Way}
    assert rows["link.direct"] == {"confidence": 0.9, "right": 90, "of": 100, "kind": "link"}
    assert rows["link.through_oblique"]["confidence"] == 0.89  # that of its kind
