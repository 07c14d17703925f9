"""Rules for clauses: what an event inherits from the clause above it, or from one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.mentions.detection import Sort
from timeline.events.placing.infinitive_rules import COMPLEMENTS, PURPOSES, is_infinitive
from timeline.events.placing.noun_rules import carries
from timeline.events.placing.rule import Case, EventRule, Example
from timeline.events.trees.clauses import marker_of

if TYPE_CHECKING:
    from timeline.events.placing.placement import Placement
    from timeline.terms import ClauseRelation

__all__ = ["ABOVE", "BELOW", "DONE"]

DONE = EventRule.apart(
    "ranked.done",
    "What “the first to”, “the only one to” and the like did is over by the publication.",
    "it tells what one of several did",
    Example("She is the first woman to [win] the race.", "2022-07-22 or earlier"),
)

_SIMULTANEOUS = frozenset({"same", "there"})
_SHARED = "it shares the time of the clause before"
_TOGETHER = "it happens together with its main clause"
_BESIDE = "it is told together with “{governor}”"


def _parallel(case: Case) -> bool:
    mine, other = case.attributes, case.others
    return mine.tense == other.tense and mine.aspect == other.aspect and mine.force == other.force


def _fronted(case: Case) -> bool:
    return any(each.fronted for each in case.context.links.get(case.other, ()))


def _in_turn(case: Case) -> bool:
    mine = case.attributes
    return (
        _parallel(case) and mine.finite and mine.tense == "PAST" and not mine.is_stative and not case.others.is_stative
    )


def _beside(case: Case) -> bool:
    return _parallel(case) and case.attributes.finite


def _lies(case: Case) -> ClauseRelation | None:
    return case.lexicon.subordinators.get(case.marker)


def _open_then(case: Case) -> bool:
    return case.attributes.force in {"would", "possible"} and case.others.tense == "PAST"


def _accompanies(case: Case) -> bool:
    """Whether a clause is simultaneous with its main clause: "when", a lone participle; not "if"."""
    finite, marker = case.attributes.finite, case.marker
    if (_lies(case) not in _SIMULTANEOUS and (finite or marker)) or marker in case.lexicon.conditional_marks:
        return False
    return not finite or _agree(case)


def _is_simultaneous(case: Case) -> bool:
    return not is_infinitive(case) and _lies(case) in _SIMULTANEOUS and _accompanies(case)


def _is_lone(case: Case) -> bool:
    """Whether a participle has no conjunction; no finite clause accompanies its main clause like that."""
    return not is_infinitive(case) and _lies(case) not in _SIMULTANEOUS and _accompanies(case)


def _agree(case: Case) -> bool:
    """Whether the tenses of two clauses allow the same time: not "it is as it was when he lived"."""
    mine, other = case.attributes, case.others
    return mine.is_past == other.is_past or mine.tense == other.tense


def _joined(case: Case, rule: EventRule) -> Placement:
    return evolve(case.base, placed_by="inherited", reason=case.reason(rule))


def _when_below(case: Case) -> bool:
    links, marker = case.context.links.get(case.other, ()), marker_of(case.mention.sentence, case.step)
    same = bool(links) and case.lexicon.subordinators.get(marker) == "same"
    return same and case.others.finite and case.others.tense == case.attributes.tense


_COORDINATION = (
    EventRule(
        "coordination.nonfinite",
        "An infinitive or participle joined to another has its time.",
        "it is joined to a clause so placed",
        Example("They plan to sell the ships and [close] the yard.", "2022-07-22 or later"),
        ("conj",),
        lambda case: _parallel(case) and not case.attributes.finite,
        _joined,
    ),
    EventRule(
        "coordination.sequence_fronted",
        "A clause in the past joined to one in the same tense begins after it and shares its time, the more surely "
        "where the date stands before both.",
        _SHARED,
        Example("On Monday police closed the road and [searched] the house.", "2022-07-18"),
        ("conj",),
        lambda case: _in_turn(case) and _fronted(case),
        Case.share,
        "other",
    ),
    EventRule(
        "coordination.sequence",
        "A clause in the past joined to one in the same tense begins after it and shares its time.",
        _SHARED,
        Example("Police closed the road on Monday and [searched] the house.", "2022-07-18"),
        ("conj",),
        _in_turn,
        Case.share,
        "other",
    ),
    EventRule(
        "coordination.parallel_fronted",
        "A state, or a clause not in the past, joined to one in the same tense shares its time, the more surely where "
        "the date stands before both.",
        _SHARED,
        Example("On Monday they will meet and [sign] the treaty.", "2022-07-25"),
        ("conj",),
        lambda case: _beside(case) and _fronted(case),
        Case.share,
    ),
    EventRule(
        "coordination.parallel",
        "A state, or a clause not in the past, joined to one in the same tense shares its time.",
        _SHARED,
        Example("The road was empty on Monday and was [closed].", "2022-07-18"),
        ("conj",),
        _beside,
        Case.share,
    ),
)
"""Clauses joined to another."""

_ADVERBIALS = (
    EventRule(
        "adverbial.open_then",
        "What could or would happen, told beside the past, comes not before that.",
        "it was open then",
        Example("The captain waited on Monday while the ship could [sail].", "2022-07-18 or later"),
        ("advcl",),
        lambda case: not is_infinitive(case) and _open_then(case),
        Case.not_before,
    ),
    EventRule(
        "adverbial.after",
        "A clause with “after” tells of what came first; its time is its own.",
        "its conjunction says so",
        Example("The ship sailed on Monday after the crew [repaired] it.", ""),
        ("advcl",),
        lambda case: not is_infinitive(case) and _lies(case) == "after",
        first="event",
    ),
    EventRule(
        "adverbial.before",
        "A clause with “before” or “until” tells of what came later; its time is its own.",
        "its conjunction says so",
        Example("The ship sailed on Monday before the crew [repaired] it.", ""),
        ("advcl",),
        lambda case: not is_infinitive(case) and _lies(case) == "before",
        first="other",
    ),
    EventRule(
        "adverbial.simultaneous",
        "A clause with “when”, “while” or “where”, in a like tense, shares the time of its main clause.",
        _TOGETHER,
        Example("The ship sank on Monday when it [hit] a rock.", "2022-07-18"),
        ("advcl",),
        _is_simultaneous,
        Case.share,
        final=False,
    ),
    EventRule(
        "adverbial.simultaneous_undated",
        "A participle with “while” is placed as loosely as its main clause.",
        _BESIDE,
        Example("The captain slept while [sailing] home.", "2022-07-22 or earlier"),
        ("advcl",),
        lambda case: _is_simultaneous(case) and not case.attributes.finite,
        Case.echo,
    ),
    EventRule(
        "adverbial.participle",
        "A lone participle shares the time of its main clause.",
        _TOGETHER,
        Example("The ship sank on Monday, [killing] two sailors.", "2022-07-18"),
        ("advcl",),
        _is_lone,
        Case.share,
        final=False,
    ),
    EventRule(
        "adverbial.participle_undated",
        "A lone participle is placed as loosely as its main clause.",
        _BESIDE,
        Example("The ship sank, [killing] two sailors.", "2022-07-22 or earlier"),
        ("advcl",),
        _is_lone,
        Case.echo,
    ),
)
"""Clauses with a conjunction, and participles."""

_CONTENT = (
    EventRule(
        "content.open_then",
        "What could or would be, after a past verb that is no report, comes not before that verb.",
        "it was open then",
        Example("They knew on Monday that the ship could [sail].", "2022-07-18 or later"),
        ("ccomp",),
        lambda case: (
            case.attributes.force is not None
            and not case.attributes.is_perfect
            and case.others.event_class != "REPORTING"
            and case.others.tense == "PAST"
        ),
        Case.not_before,
    ),
    EventRule(
        "content.prospective",
        "What a report says “would” happen comes after the report, and lies ahead.",
        "it was said to lie ahead",
        Example("Officials said the bridge would [reopen].", "2022-07-22 or later"),
        ("ccomp",),
        lambda case: case.attributes.force == "would" and not case.attributes.is_perfect,
        Case.later,
        "other",
    ),
)
"""What is said or thought."""

ABOVE = (*_COORDINATION, *COMPLEMENTS, *_ADVERBIALS, *PURPOSES, *_CONTENT)
"""For clauses, by the event above them."""


BELOW = (
    EventRule(
        "below.resolution",
        "A past day behind the infinitive of a verb of deciding is the day of the decision.",
        "",
        Example("They [agreed] to merge in November 2015.", "in 2015-11"),
        ("xcomp",),
        lambda case: bool(case.context.links.get(case.other)) and case.context.is_resolution(case.other),
        lambda case, _: case.context.resolved(case.key, case.other),
    ),
    EventRule(
        "below.event_noun",
        "A light verb, a verb of happening or a verb with its dated event noun has the noun's time.",
        "it is the time of “{below}”",
        Example("The two sides [held] talks that began on Monday.", "2022-07-18 to 2022-07-18–2022-07-22"),
        (),
        lambda case: case.governor.sort is Sort.NOUN and carries(case.context, case.key, case.other),
        Case.share,
    ),
    EventRule(
        "below.when_clause",
        "A dated clause with “when”, in the same tense, dates its main clause.",
        "its clause with “{marker}” says so",
        Example("The sailors [fell] ill when the ship left in 1989.", "in 1989"),
        ("advcl",),
        _when_below,
        Case.share,
    ),
)
"""For verbs, by the events directly below them; the first one that matches a rule decides."""
