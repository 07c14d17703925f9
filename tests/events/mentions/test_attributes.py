from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from timeline.events import Event


@pytest.mark.parametrize(
    ("name", "trigger", "expected"),
    [
        ("drills", "held", ("OCCURRENCE", "PRESENT", "PERFECTIVE", "POS", None, "actual")),
        ("when", "upset", ("STATE", "PAST", "NONE", "POS", None, "actual")),
        ("report", "adopted", ("OCCURRENCE", "PAST", "NONE", "POS", None, "actual")),
        ("report", "ask", ("I_ACTION", "INFINITIVE", "NONE", "POS", None, "planned")),
        ("negated", "visit", ("OCCURRENCE", "PAST", "NONE", "NEG", None, "denied")),
        ("negated", "leave", ("OCCURRENCE", "NONE", "NONE", "NEG", "may", "denied")),
        ("said", "open", ("OCCURRENCE", "FUTURE", "NONE", "POS", None, "planned")),
        ("said", "said", ("REPORTING", "PAST", "NONE", "POS", None, "actual")),
        ("began", "began", ("ASPECTUAL", "PAST", "NONE", "POS", None, "actual")),
        ("passive", "fire", ("OCCURRENCE", "NONE", "NONE", "POS", None, "actual")),
    ],
)
def test_attributes(
    events: Callable[..., dict[str, Event]], name: str, trigger: str, expected: tuple[str | None, ...]
) -> None:
    event = events(name)[trigger]
    assert (
        event.event_class,
        event.tense,
        event.aspect,
        event.polarity,
        event.modality,
        event.factuality,
    ) == expected
