"""The table of all rules that give an event its time, in the order in which they are tried.

An expression of the event comes first, then what a clause below or above tells, then the story line and the tense, at
last the governor of what is still without a time; nouns told twice share a time in the end. Each row names the
construction, the effect, the reason that `Event.why` gives, and an example that is a test; `Event.rule` names the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.placing import clause_rules, noun_rules
from timeline.events.placing.coreference import COREFERENCE
from timeline.events.placing.durations import DURATIONS
from timeline.events.placing.explicit import EXPLICIT
from timeline.events.placing.governor_rules import GOVERNED
from timeline.events.placing.placer import COUNTED
from timeline.events.placing.story_line import STORY
from timeline.events.placing.tense_rules import TENSES, TenseRule

if TYPE_CHECKING:
    from timeline.events.placing.rule import EventRule

__all__ = ["RULES"]

RULES: tuple[EventRule | TenseRule, ...] = (
    *EXPLICIT,
    COUNTED,
    clause_rules.DONE,
    *clause_rules.BELOW,
    *clause_rules.ABOVE,
    *noun_rules.BELOW,
    *noun_rules.ABOVE,
    *DURATIONS,
    *STORY,
    *TENSES,
    *GOVERNED,
    *COREFERENCE,
)
