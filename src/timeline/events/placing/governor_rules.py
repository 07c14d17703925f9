"""Bounds on the time of an event from its governor, where nothing else dates it.

A participant of something past or present had started by then and may continue; one of something in the future is in
the future; something wished for, or aimed at, may never happen.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.mentions.detection import Sort
from timeline.events.placing.rule import Case, EventRule, Example, surest
from timeline.events.trees.clauses import case_of, has, relation
from timeline.syntax.morphology import is_gerund

if TYPE_CHECKING:
    from timeline.events.placing.placement import Placement

__all__ = ["GOVERNED"]


def _is_noun(case: Case) -> bool:
    return case.mention.sort is Sort.NOUN


def _preposition(case: Case) -> str:
    return case_of(case.mention.sentence, case.step)


def _is_setting(case: Case) -> bool:
    return _is_noun(case) and case.direct and case.lexicon.noun_signals.get(_preposition(case)) == "same"


def _is_open(case: Case) -> bool:
    """Whether a noun is something wished for, planned or aimed at, which may never happen."""
    lexicon = case.lexicon
    return case.lemma in lexicon.wanting or case.lemma in lexicon.prospective or _preposition(case) in lexicon.goals


def _is_made(case: Case) -> bool:
    return case.direct and relation(case.step) == "obj" and not has(case.mention.sentence, case.step, "det")


def _gerund(case: Case) -> bool:
    verb = case.mention.sort is Sort.VERB and is_gerund(case.mention.word)
    return verb and case.base.relation != "after"


def _taken(case: Case, rule: EventRule) -> Placement:
    base = case.base
    sure = surest(rule.id, base)
    return evolve(base, placed_by="event", confidence=sure, reason=f"{case.reason(rule)} ({base.reason})")


def _begun(case: Case, rule: EventRule) -> Placement | None:
    base = case.base
    last = None if base.when is None else base.when.latest or base.when.begin.latest
    if base.when is None or last is None:
        return None
    return case.placed(rule, Interval(Bound(None, last), OPEN, base.when.granularity))


GOVERNED = (
    EventRule(
        "governor.modifier",
        "What a participle tells of a noun had begun by the time of the event that the noun belongs to.",
        "it had begun by the time of “{governor}”, and may go on",
        Example("Police arrested men [selling] arms.", "2022-07-23 or earlier to unknown"),
        (),
        lambda case: _gerund(case) and relation(case.mention.word) == "acl" and not case.marker,
        _begun,
    ),
    EventRule(
        "governor.manner",
        "A gerund with “by” or “in” has the time of what it brought about.",
        "it is how “{governor}” came about",
        Example("They ended the strike by [raising] wages.", "2022-07-22 or earlier"),
        (),
        lambda case: (
            _gerund(case)
            and relation(case.mention.word) == "advcl"
            and case.lexicon.gerund_signals.get(case.marker) == "same"
        ),
        _taken,
    ),
    EventRule(
        "governor.setting",
        "A noun with “during”, “in” or “at” is the setting of its governor, and has its time.",
        "it is the setting of “{governor}”",
        Example("Shops stayed closed during the [protests].", "2022-07-22 or earlier"),
        (),
        _is_setting,
        _taken,
    ),
    EventRule(
        "governor.open",
        "What is wished for, planned or aimed at may never happen.",
        "it is aimed at",
        Example("They called for an [election].", ""),
        (),
        lambda case: _is_noun(case) and _is_open(case),
    ),
    EventRule(
        "governor.ahead",
        "What a verb that lies ahead makes lies ahead.",
        "it belongs to “{governor}”",
        Example("The decision will cause [protests].", "2022-07-22 or later"),
        (),
        lambda case: _is_noun(case) and case.base.relation == "after" and _is_made(case),
        Case.later,
    ),
    EventRule(
        "governor.begun",
        "What takes part in something past or present had begun by then, and may go on.",
        "it had begun by the time of “{governor}”, and may go on",
        Example("Thousands fled from the [war].", "2022-07-23 or earlier to unknown"),
        (),
        lambda case: (
            _is_noun(case) and case.base.relation not in {"after", None} and case.others.event_class != "I_STATE"
        ),
        _begun,
    ),
)
"""By the nearest event above, whatever is between."""
