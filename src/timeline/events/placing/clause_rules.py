"""Rules for clauses: what an event inherits from the clause above it, or from one below it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.mentions.detection import Sort
from timeline.events.placing.direction import is_overtaken
from timeline.events.placing.noun_rules import carries
from timeline.events.placing.phases import is_phase, phase
from timeline.events.placing.rule import Case, EventRule, Example, surest
from timeline.events.trees.clauses import infinitive_of, marker_of, relation

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


def _infinitive(case: Case) -> bool:
    return infinitive_of(case.mention.sentence, case.mention.word, case.lexicon)


def _completes(case: Case) -> bool:
    """Whether an infinitive or participle complements a verb: "plans to build", "kept waiting", "told them to go"."""
    kind = relation(case.mention.word)
    if kind == "xcomp":
        return True
    if kind == "ccomp":
        return case.attributes.tense == "INFINITIVE"
    return kind == "advcl" and _infinitive(case) and case.lemma in case.lexicon.wanting


def _aims(case: Case) -> bool:
    """Whether an infinitive expresses a purpose: "met to agree", "a plan to build"."""
    return not _completes(case) and _infinitive(case)


def _looks_ahead(case: Case) -> bool:
    lexicon, attributes = case.lexicon, case.attributes
    done = attributes.factuality in {"actual", "reported"} and case.lemma in lexicon.implicative
    ahead = case.lemma in lexicon.prospective or case.lemma in lexicon.wanting
    return _completes(case) and attributes.tense == "INFINITIVE" and not done and ahead


def _says_now(case: Case) -> bool:
    return _looks_ahead(case) and (case.lemma in case.lexicon.prospective or case.others.tense == "PRESENT")


def _for_planned(case: Case) -> bool:
    governor = case.mention.sentence.governor(case.mention.word)
    return _aims(case) and governor is not None and governor.entry in case.lexicon.prospective


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
    return not _infinitive(case) and _lies(case) in _SIMULTANEOUS and _accompanies(case)


def _is_lone(case: Case) -> bool:
    """Whether a participle has no conjunction; no finite clause accompanies its main clause like that."""
    return not _infinitive(case) and _lies(case) not in _SIMULTANEOUS and _accompanies(case)


def _agree(case: Case) -> bool:
    """Whether the tenses of two clauses allow the same time: not "it is as it was when he lived"."""
    mine, other = case.attributes, case.others
    return mine.is_past == other.is_past or mine.tense == other.tense


def _joined(case: Case, rule: EventRule) -> Placement:
    return evolve(case.base, placed_by="inherited", reason=case.reason(rule))


def _taken(case: Case, rule: EventRule) -> Placement | None:
    base = case.base
    if base.when is None:
        return None
    return evolve(base, confidence=surest(rule.id, base), reason=f"{case.reason(rule)} ({base.reason})")


def _when_below(case: Case) -> bool:
    links, marker = case.context.links.get(case.other, ()), marker_of(case.mention.sentence, case.step)
    same = bool(links) and case.lexicon.subordinators.get(marker) == "same"
    return same and case.others.finite and case.others.tense == case.attributes.tense


ABOVE = (
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
    EventRule(
        "complement.overtaken",
        "What was planned, where something else is told to have come instead, has no known time.",
        "something else came instead",
        Example("The bank had planned to [close].", ""),
        ("xcomp", "ccomp", "advcl"),
        lambda case: (
            _completes(case)
            and case.attributes.tense == "INFINITIVE"
            and is_overtaken(case.governor, case.others, case.lexicon)
        ),
        lambda case, rule: case.placed(rule, None),
    ),
    EventRule(
        "complement.prospective",
        "The infinitive of a verb of planning, or of wanting now, lies after the publication, and after the verb.",
        "“{governor}” looks ahead",
        Example("Officials expect to [reopen] the bridge.", "2022-07-22 or later"),
        ("xcomp", "ccomp", "advcl"),
        _says_now,
        Case.later,
        "other",
    ),
    EventRule(
        "complement.wanted",
        "The infinitive of a verb of wanting that is past comes not before the verb.",
        "“{governor}” looks ahead",
        Example("The council decided on Monday to [sell] the ships.", "2022-07-18 or later"),
        ("xcomp", "ccomp", "advcl"),
        _looks_ahead,
        Case.not_before,
        "other",
    ),
    EventRule(
        "complement.phase",
        "What a verb of beginning or ending takes begins or ends at its time.",
        "“{governor}” says so",
        Example("On Monday workers began to [repair] the bridge.", "from 2022-07-18"),
        ("xcomp", "ccomp", "advcl"),
        lambda case: _completes(case) and is_phase(case),
        phase,
        final=False,
    ),
    EventRule(
        "complement.shared",
        "What completes any other verb shares its time.",
        "it shares the time of “{governor}”",
        Example("On Monday they managed to [repair] the bridge.", "2022-07-18"),
        ("xcomp", "ccomp", "advcl"),
        _completes,
        Case.share,
        final=False,
    ),
    EventRule(
        "complement.taken",
        "What completes a verb placed by tense alone is placed alike.",
        "it shares the time of “{governor}”",
        Example("They managed to [repair] the bridge.", "2022-07-22 or earlier"),
        ("xcomp", "ccomp", "advcl"),
        _completes,
        _taken,
    ),
    EventRule(
        "adverbial.open_then",
        "What could or would happen, told beside the past, comes not before that.",
        "it was open then",
        Example("The captain waited on Monday while the ship could [sail].", "2022-07-18 or later"),
        ("advcl",),
        lambda case: not _infinitive(case) and _open_then(case),
        Case.not_before,
    ),
    EventRule(
        "adverbial.after",
        "A clause with “after” tells of what came first; its time is its own.",
        "its conjunction says so",
        Example("The ship sailed on Monday after the crew [repaired] it.", ""),
        ("advcl",),
        lambda case: not _infinitive(case) and _lies(case) == "after",
        first="event",
    ),
    EventRule(
        "adverbial.before",
        "A clause with “before” or “until” tells of what came later; its time is its own.",
        "its conjunction says so",
        Example("The ship sailed on Monday before the crew [repaired] it.", ""),
        ("advcl",),
        lambda case: not _infinitive(case) and _lies(case) == "before",
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
    EventRule(
        "purpose.planned",
        "The infinitive of a noun of planning lies after the publication.",
        "it is planned",
        Example("He made a promise to [resign].", "2022-07-22 or later"),
        ("advcl", "acl"),
        _for_planned,
        Case.later,
        "other",
    ),
    EventRule(
        "purpose.of_state",
        "What a dated state is for shares its time.",
        "it is what that was for",
        Example("On Monday the crew was in Oslo to [repair] the ship.", "2022-07-18"),
        ("advcl", "acl"),
        lambda case: _aims(case) and case.governor.sort is Sort.STATE,
        Case.share,
        "other",
        final=False,
    ),
    EventRule(
        "purpose.of_undated_state",
        "What an undated state is for lies ahead.",
        "it is a purpose",
        Example("The crew is in Oslo to [repair] the ship.", "2022-07-22 or later"),
        ("advcl", "acl"),
        lambda case: _aims(case) and case.governor.sort is Sort.STATE,
        Case.later,
    ),
    EventRule(
        "purpose.ahead",
        "The purpose of what lies ahead lies ahead.",
        "it is the purpose of what lies ahead",
        Example("The ministers will meet in May to [sign] the treaty.", "2023-05-01 or later"),
        ("advcl", "acl"),
        lambda case: _aims(case) and (case.base.relation == "after" or case.others.tense == "INFINITIVE"),
        Case.later,
        "other",
    ),
    EventRule(
        "purpose.not_before",
        "A purpose comes not before what it is for.",
        "it is a purpose",
        Example("The ministers met on Monday to [sign] the treaty.", "2022-07-18 or later"),
        ("advcl", "acl"),
        _aims,
        Case.not_before,
        "other",
    ),
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
