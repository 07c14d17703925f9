"""Who did what, and when: detection, participants, placing and ordering of events."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from timeline.events.event import Event, Participant

if TYPE_CHECKING:
    from timeline.events.pipeline import extract_events

__all__ = ["Event", "Participant", "extract_events"]


def __getattr__(name: str) -> object:
    """Import the engine on first use: reading a timeline back does not need it."""
    if name != "extract_events":
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return importlib.import_module("timeline.events.pipeline").extract_events
