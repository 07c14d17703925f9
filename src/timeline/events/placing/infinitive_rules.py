"""Rules for infinitives, gerunds and participles that complete a verb or noun, and for purposes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.mentions.detection import Sort
from timeline.events.placing.direction import is_overtaken
from timeline.events.placing.phases import is_phase, phase
from timeline.events.placing.rule import Case, EventRule, Example, surest
from timeline.events.trees.clauses import infinitive_of, relation

if TYPE_CHECKING:
    from timeline.events.placing.placement import Placement

__all__ = ["COMPLEMENTS", "PURPOSES", "is_infinitive"]


def is_infinitive(case: Case) -> bool:
    """Whether the event to be placed is an infinitive."""
    return infinitive_of(case.mention.sentence, case.mention.word, case.lexicon)


def _completes(case: Case) -> bool:
    """Whether an infinitive or participle complements a verb: "plans to build", "kept waiting", "told them to go"."""
    kind = relation(case.mention.word)
    if kind == "xcomp":
        return True
    if kind == "ccomp":
        return case.attributes.tense == "INFINITIVE"
    return kind == "advcl" and is_infinitive(case) and case.lemma in case.lexicon.wanting


def _aims(case: Case) -> bool:
    """Whether an infinitive expresses a purpose: "met to agree", "a plan to build"."""
    return not _completes(case) and is_infinitive(case)


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


def _taken(case: Case, rule: EventRule) -> Placement | None:
    base = case.base
    if base.when is None:
        return None
    return evolve(base, confidence=surest(rule.id, base), reason=f"{case.reason(rule)} ({base.reason})")


COMPLEMENTS = (
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
)
"""What completes a verb: "plans to build", "began to repair"."""

PURPOSES = (
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
)
"""What something is done for: "met to sign"."""
