"""The closed sets of strings in results and rules, as types: terms of TimeML and TIMEX3, and our own beside them.

They are strings in the JSON form and in tables, so they are strings here: values compare with what callers write, and
mypy tells a misspelt one. Nothing checks them at run time, so that results of a later version can be read.
"""

from __future__ import annotations

from typing import Literal

__all__ = [
    "Aspect",
    "ClauseRelation",
    "EventClass",
    "ExpressionKind",
    "Factuality",
    "ModalMeaning",
    "Modifier",
    "PlacedBy",
    "Polarity",
    "PublicationRelation",
    "Role",
    "Tense",
    "TimeBound",
]

EventClass = Literal["OCCURRENCE", "STATE", "REPORTING", "PERCEPTION", "ASPECTUAL", "I_ACTION", "I_STATE"]
"""The classes of TimeML events."""
Tense = Literal["PAST", "PRESENT", "FUTURE", "INFINITIVE", "PRESPART", "PASTPART", "NONE"]
"""The tenses of TimeML."""
Aspect = Literal["NONE", "PROGRESSIVE", "PERFECTIVE", "PERFECTIVE_PROGRESSIVE"]
"""The aspects of TimeML."""
Polarity = Literal["POS", "NEG"]
"""The polarity of TimeML."""
Factuality = Literal["actual", "planned", "possible", "denied", "reported"]
"""Whether the text presents an event as having happened."""
PublicationRelation = Literal["before", "overlap", "after"]
"""How the time of an event is related to the day of publication."""
PlacedBy = Literal["explicit", "inherited", "reported", "tense", "event"]
"""What gives an event its time: its own expressions, those of another event, that it is news, its form, an order."""
Role = Literal["agent", "theme", "recipient", "place", "instrument", "content", "attribute", "topic"]
"""The part that somebody or something has in an event."""

ExpressionKind = Literal["DATE", "TIME", "DURATION", "SET"]
"""The types of TIMEX3."""
Modifier = Literal[
    "START", "MID", "END", "APPROX",
    "LESS_THAN", "MORE_THAN", "EQUAL_OR_LESS", "EQUAL_OR_MORE",
    "BEFORE", "AFTER", "ON_OR_BEFORE", "ON_OR_AFTER",
]  # fmt: skip
"""The modifiers of TIMEX3."""

ModalMeaning = Literal["future", "would", "possible"]
"""What a modal says: that something lies ahead, that it depends on what is not so, that it is open."""
ClauseRelation = Literal["same", "before", "after", "there"]
"""How a clause or a noun is related in time to what it belongs to; `there` is in one place, perhaps later."""
TimeBound = Literal["since", "until", "by", "before", "after", "from", "to", "between", "throughout", "within"]
"""What a signal makes of the time beside it."""
