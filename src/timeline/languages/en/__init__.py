"""English."""

from __future__ import annotations

from timeline.languages.en.classes import TRIGGERS, VOCABULARY, classify
from timeline.languages.en.events import EVENTS
from timeline.languages.en.furniture import FURNITURE
from timeline.languages.en.grammar import LEVELS, UNIONS
from timeline.languages.en.tense import TENSE
from timeline.languages.language import Language

__all__ = ["LANGUAGE"]

LANGUAGE = Language(
    code="en",
    classify=classify,
    levels=LEVELS,
    vocabulary=VOCABULARY,
    triggers=TRIGGERS,
    unions=UNIONS,
    tense=TENSE,
    furniture=FURNITURE,
    events=EVENTS,
)
