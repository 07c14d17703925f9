from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from timeline.events import Event


@pytest.mark.parametrize(
    ("name", "trigger", "summary"),
    [
        ("drills", "held", "The two navies have held joint drills off the coast"),
        ("drills", "drills", "joint drills"),
        ("when", "blocked", "trawlers blocked the port"),
        ("when", "was", "the envoy was in Lisbon to sign a treaty"),
        ("when", "sign", "the envoy to sign a treaty"),
        ("report", "adopted", "The report was adopted by the council"),
        ("report", "published", "The report was published"),
        ("report", "ask", "the ministry prepared to ask for more staff"),
        ("win", "win", "a narrow election win"),
        ("rents", "capped", "the city has capped rents"),
        ("tradition", "closed", "the bank closed ten branches"),
        ("expected", "face", "The mayor is expected to face protests"),
        ("negated", "visit", "She did not visit Oslo"),
        ("negated", "leave", "She may never leave"),
        ("said", "said", "the engineer said the bridge will open soon"),
        ("state", "closed", "the road is closed"),
        ("whose", "sank", "The sailors' boat sank"),
    ],
)
def test_reads_alone(events: Callable[..., dict[str, Event]], name: str, trigger: str, summary: str) -> None:
    assert events(name)[trigger].summary == summary


def test_short_and_clean(trees: dict[str, object], events: Callable[..., dict[str, Event]]) -> None:
    for name in trees:
        for event in events(name).values():
            assert 0 < len(event.summary.split()) <= 30
            assert event.summary == " ".join(event.summary.split())
            assert event.summary.split()[-1] not in {"that", "which", "on", "and"}
