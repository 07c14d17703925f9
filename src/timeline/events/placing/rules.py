"""The table of all rules that give an event its time, in the order in which they are tried.

An event's own expression comes first, then a clause below or above, then the date of the block, the story line and the
tense, then the governor of an event still without a time; finally coreferent nouns share a time. Each row has the
construction, the effect, the reason for `Event.why`, and an example that is a test; `Event.rule` names the row.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.placing import clause_rules, noun_rules
from timeline.events.placing.coreference import COREFERENCE
from timeline.events.placing.durations import DURATIONS
from timeline.events.placing.explicit import EXPLICIT
from timeline.events.placing.framed import FRAME
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
    FRAME,
    *STORY,
    *TENSES,
    *GOVERNED,
    *COREFERENCE,
)
