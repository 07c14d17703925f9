"""The result of `extract`: an event with its participants and its time."""

from __future__ import annotations

from typing import Any

from attrs import field, frozen

from timeline.calculus.intervals import Interval
from timeline.documents import Span
from timeline.terms import (
    Aspect,
    EventClass,
    Factuality,
    PlacedBy,
    Polarity,
    PublicationRelation,
    Role,
    Tense,
)
from timeline.validation import check_fields

__all__ = ["Event", "Participant"]


@frozen
class Participant:
    """Somebody or something that takes part in an event, as a span of the text.

    Roles are independent of any treebank; `timeline.terms` lists them.
    """

    role: Role
    text: str
    start: int
    end: int
    head: str
    """The word that heads the phrase."""

    __attrs_post_init__ = check_fields

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {"role": self.role, "text": self.text, "start": self.start, "end": self.end, "head": self.head}


@frozen
class Event:
    """Something that happens or holds, after TimeML's EVENT, placed on the calendar as exactly as the text allows."""

    id: str
    """Stable: made from the article's id (or text) and the trigger's offsets, not from the run."""
    trigger: Span
    lemma: str
    summary: str
    """The clause, readable alone."""
    event_class: EventClass
    """TimeML class: OCCURRENCE STATE REPORTING PERCEPTION ASPECTUAL I_ACTION I_STATE."""
    tense: Tense = "NONE"
    """TimeML tense: PAST PRESENT FUTURE INFINITIVE PRESPART PASTPART NONE."""
    aspect: Aspect = "NONE"
    """TimeML aspect: NONE PROGRESSIVE PERFECTIVE PERFECTIVE_PROGRESSIVE."""
    polarity: Polarity = "POS"
    modality: str | None = None
    """The modal as written, e.g. `could`."""
    factuality: Factuality = "actual"
    """actual, planned, possible, denied or reported."""
    participants: tuple[Participant, ...] = ()
    when: Interval | None = None
    """When it happened, with windows for start and end that state what is known and no more. None if unknown."""
    several_days: bool | None = None
    relation_to_publication: PublicationRelation | None = None
    """before, overlap or after, if known."""
    rrule: str | None = None
    """RFC 5545 recurrence of an event that repeats."""
    rank: int = 0
    """Position in the article's partial order; equal ranks are not ordered."""
    expressions: tuple[int, ...] = ()
    """Indices of the temporal expressions that place it."""
    placed_by: PlacedBy = "tense"
    """explicit, inherited, reported, tense or event."""
    rule: str = ""
    """The row of the table of event rules that placed it, or `learned.…`; see `docs/event-rules.md`."""
    confidence: float = 1.0
    sentence: int = 0
    article: str | None = None
    reason: str = field(default="", repr=False, eq=False)

    __attrs_post_init__ = check_fields

    def why(self) -> str:
        """Explain in one sentence why the event is placed where it is."""
        when = "at an unknown time" if self.when is None else f"at {self.when.edtf}"
        rule = f" (rule {self.rule})" if self.rule else ""
        return f"“{self.trigger.text}” is placed {when}: {self.reason or self.placed_by}{rule}."

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; see `docs/reference.md`."""
        return {
            "id": self.id,
            "trigger": self.trigger.to_dict(),
            "lemma": self.lemma,
            "summary": self.summary,
            "event_class": self.event_class,
            "tense": self.tense,
            "aspect": self.aspect,
            "polarity": self.polarity,
            "modality": self.modality,
            "factuality": self.factuality,
            "participants": [participant.to_dict() for participant in self.participants],
            "when": None if self.when is None else self.when.to_dict(),
            "several_days": self.several_days,
            "relation_to_publication": self.relation_to_publication,
            "rrule": self.rrule,
            "rank": self.rank,
            "expressions": list(self.expressions),
            "placed_by": self.placed_by,
            "rule": self.rule,
            "confidence": self.confidence,
            "sentence": self.sentence,
        }
