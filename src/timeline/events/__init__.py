"""Who did what, and when: detection, participants, placing and ordering of events."""

from __future__ import annotations

from timeline.events.event import Event, Participant
from timeline.events.extraction import extract_events

__all__ = ["Event", "Participant", "extract_events"]
