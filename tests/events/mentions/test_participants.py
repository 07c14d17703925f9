from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from timeline.events import Event


@pytest.mark.parametrize(
    ("name", "trigger", "expected"),
    [
        ("drills", "held", {("agent", "The two navies"), ("theme", "joint drills"), ("place", "the coast")}),
        ("report", "adopted", {("theme", "The report"), ("agent", "the council")}),
        ("report", "ask", {("agent", "the ministry")}),
        ("when", "was", {("theme", "the envoy"), ("place", "Lisbon")}),
        ("when", "sign", {("agent", "the envoy"), ("theme", "a treaty")}),
        ("tradition", "closed", {("agent", "the bank"), ("theme", "ten branches")}),
        ("expected", "face", {("agent", "The mayor"), ("theme", "protests")}),
        ("passive", "arrested", {("theme", "Two men"), ("agent", "the police"), ("place", "Porto")}),
        ("gave", "gave", {("agent", "The board"), ("recipient", "the widow"), ("theme", "a medal")}),
        ("whose", "sank", {("theme", "whose boat")}),
    ],
)
def test_participants(
    events: Callable[..., dict[str, Event]], name: str, trigger: str, expected: set[tuple[str, str]]
) -> None:
    assert {(each.role, each.text) for each in events(name)[trigger].participants} == expected


def test_spans_are_true_to_the_text(
    trees: dict[str, tuple[str, object]], events: Callable[..., dict[str, Event]]
) -> None:
    for name, (text, _) in trees.items():
        for event in events(name).values():
            assert text[event.trigger.start : event.trigger.end] == event.trigger.text
            for each in event.participants:
                assert text[each.start : each.end] == each.text
                assert each.head in each.text
