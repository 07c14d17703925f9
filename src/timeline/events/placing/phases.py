"""Events that start or end at a known time: "the broadcasts began on Monday"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.intervals import Bound, Interval
from timeline.events.placing.rule import Case, EventRule, surest

if TYPE_CHECKING:
    from timeline.events.placing.placement import Placement

__all__ = ["is_phase", "phase"]


def is_phase(case: Case) -> bool:
    """Whether the verb of the other event is one of starting or ending."""
    return case.lemma in case.lexicon.inceptive or case.lemma in case.lexicon.terminative


def phase(case: Case, rule: EventRule) -> Placement | None:
    """Place an event that the other starts or ends; None if the other does neither or its time is unknown."""
    base, lemma, lexicon = case.base, case.lemma, case.lexicon
    when = base.when
    if base.placed_by not in {"explicit", "inherited"} or when is None:
        return None
    window = Bound(when.earliest, when.latest)
    sure = surest(rule.id, base)
    reason = f"{case.reason(rule)} ({base.reason})"
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
