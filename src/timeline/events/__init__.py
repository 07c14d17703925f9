"""Who did what, and when: detection, participants, placing and ordering of events."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.events.event import Event, Participant

if TYPE_CHECKING:
    from timeline.events.pipeline import extract_events

__all__ = ["Event", "Participant", "extract_events"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import the engine on first use: reading a timeline back does not need it."""
    if name != "extract_events":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from timeline.events import pipeline  # noqa: PLC0415 - late on purpose

    return pipeline.extract_events
