"""Events that start or end at a known time: "the broadcasts began on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.intervals import Bound, Interval
from timeline.events.placing.rule import EventRule, surest

if TYPE_CHECKING:
    from timeline.events.mentions.detection import Mention
    from timeline.events.placing.placement import Placement
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["is_phase", "phase"]


def is_phase(governor: Mention, lexicon: EventLexicon) -> bool:
    """Whether a verb is one of starting or ending."""
    lemma = governor.word.entry
    return lemma in lexicon.inceptive or lemma in lexicon.terminative


def phase(base: Placement, governor: Mention, lexicon: EventLexicon, rule: EventRule) -> Placement | None:
    """Place an event that its governor starts or ends; None if the governor does neither or its time is unknown.

    `base` is the time of the governor.
    """
    lemma, when = governor.word.entry, base.when
    if base.placed_by not in {"explicit", "inherited"} or when is None:
        return None
    window = Bound(when.earliest, when.latest)
    sure = surest(rule.id, base)
    reason = f"{rule.because.format(governor=governor.trigger.text)} ({base.reason})"
    if lemma in lexicon.inceptive:
        part = Interval(window, Bound(when.earliest, None), when.granularity)
    elif lemma in lexicon.terminative:
        part = Interval(Bound(None, when.latest), window, when.granularity)
    else:
        return None
    related = base.relation if base.relation == "after" or lemma in lexicon.terminative else None
    return evolve(
        base,
        when=part,
        placed_by="inherited",
        confidence=sure,
        reason=reason,
        relation=related,
        several_days=None,
    )
