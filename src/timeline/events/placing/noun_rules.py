"""Rules for event nouns, by the clauses about them, and by their governors."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound, Interval
from timeline.events.linking.arguments import signal_before
from timeline.events.mentions.detection import Sort
from timeline.events.placing.direction import signal_of
from timeline.events.placing.phases import is_phase, phase
from timeline.events.placing.rule import Case, EventRule, Example
from timeline.events.trees.clauses import case_of, relation

if TYPE_CHECKING:
    from timeline.events.mentions.detection import Key
    from timeline.events.placing.context import PlacingContext
    from timeline.events.placing.placement import Placement
    from timeline.syntax.tree import Word
    from timeline.terms import ClauseRelation

__all__ = ["ABOVE", "BELOW", "carries", "happening_below"]

_LOOKING_ON = frozenset({"REPORTING", "I_STATE", "PERCEPTION", "I_ACTION"})
"""Classes of verbs whose objects are events of other times."""
_SHARED = "it shares the time of “{governor}”"
_BESIDE = "it is told together with “{governor}”"


def carries(context: PlacingContext, key: Key, below: Key) -> bool:
    """Whether a verb has the time of an event noun below it: "held talks in May", "died in clashes in May"."""
    sentence, lexicon = context.mentions[key].sentence, context.lexicon
    lemma, child = context.mentions[key].word.entry, context.mentions[below].word
    links = [each for each in context.links.get(below, ()) if each.located.expression.interval is not None]
    kind = relation(child)
    told = any(not signal_before(sentence, each.located) for each in links)
    fits = kind == "obj" and lemma in lexicon.light_verbs
    fits |= kind == "nsubj" and (lemma in lexicon.happening_verbs or child.deprel == "nsubj:pass" or told)
    if kind == "obl" and lexicon.noun_signals.get(case_of(sentence, child)) == "same":
        fits |= bool(links) and context.attributes[key].event_class not in _LOOKING_ON
    return fits and (bool(links) or any(_dates_whole(context, *pair) for pair in _children(context, below)))


def _dates_whole(context: PlacingContext, key: Key, word: Word) -> bool:
    """Whether a clause dates the whole of a noun, not its end: "which ends today" does not."""
    happening = happening_below(context, key, word)
    return happening is not None and context.mentions[happening].word.entry not in context.lexicon.terminative


def _children(context: PlacingContext, key: Key) -> Iterator[tuple[Key, Word]]:
    sentence, index = context.mentions[key].sentence, key[1]
    for child in sentence.children[index]:
        yield (key[0], child), sentence.words[child]


def happening_below(context: PlacingContext, key: Key, word: Word) -> Key | None:
    """Find the dated clause that dates a noun: "which occurred on Friday", "set to begin in May"."""
    if relation(word) != "acl" or key not in context.mentions:
        return None
    happening = word.entry in context.lexicon.happening_verbs
    if context.links.get(key) and (happening or context.attributes[key].passive):
        return key
    for below, child in _children(context, key):
        dated = relation(child) == "xcomp" and context.links.get(below)
        if dated and child.entry in context.lexicon.happening_verbs:
            return below
    return None


def _signal(case: Case) -> ClauseRelation | None:
    return signal_of(case.mention, case.lexicon) if case.direct else None


def _followed(case: Case, rule: EventRule) -> Placement | None:
    """Place an event before the end of the one that followed it, if that is known to have happened."""
    base, publication = case.base, case.publication
    if publication is None or base.relation not in {"before", "overlap"}:
        return None
    last = publication.end if base.when is None or base.when.end.latest is None else base.when.end.latest
    last = min(last, publication.end)
    return case.placed(rule, Interval(Bound(None, last), Bound(None, last), Granularity.DAY), "before")


def _preceded(case: Case, rule: EventRule) -> Placement | None:
    return None if case.publication is None or case.base.relation != "after" else case.later(rule)


def _before_now(case: Case, rule: EventRule) -> Placement | None:
    if case.publication is None or case.base.relation == "after":
        return None
    return case.placed(rule, case.publication.before(), "before")


def _raised(case: Case) -> Case | None:
    """Find, for "talks", the verb of starting or happening in "talks are likely to start next year"."""
    if not case.direct or case.lemma not in case.lexicon.prospective:
        return None
    context, verbs = case.context, case.lexicon.inceptive | case.lexicon.happening_verbs
    for below, child in _children(context, case.other):
        if relation(child) != "xcomp" or below not in context.mentions:
            continue
        if context.attributes[below].tense == "INFINITIVE" and child.entry in verbs:
            return Case.of(context, case.key, below, child)
    return None


def _by_raised(
    effect: Callable[[Case, EventRule], Placement | None],
) -> Callable[[Case, EventRule], Placement | None]:
    def placed(case: Case, rule: EventRule) -> Placement | None:
        found = _raised(case)
        return None if found is None else effect(found, rule)

    return placed


def _set_apart(case: Case) -> bool:
    """Whether the time of the governor does not apply to it: "the last vote was before the protests"."""
    return case.governor.sort is Sort.NOUN and signal_of(case.governor, case.lexicon) in {"before", "after"}


def _takes_part(case: Case) -> bool:
    if not case.direct:
        return False
    kind = relation(case.mention.word)
    return kind in {"obj", "nsubj"} or (kind == "obl" and signal_of(case.mention, case.lexicon) == "same")


def _of_occurrence(case: Case) -> bool:
    """Whether it is a participant of its verb, so that it shares its time; something that ends is over by then."""
    return _takes_part(case) and case.lemma not in case.lexicon.terminative


def _is_light(case: Case) -> bool:
    return case.lemma in case.lexicon.light_verbs or case.lemma in case.lexicon.happening_verbs


ABOVE = (
    EventRule(
        "noun.followed",
        "What something in the past came after has happened by then.",
        "what came after it has happened",
        Example("The party celebrated on Monday following the [victory].", "2022-07-18 or earlier"),
        (),
        lambda case: _signal(case) == "after",
        _followed,
        "event",
    ),
    EventRule(
        "noun.preceded",
        "What comes after something that lies ahead lies ahead.",
        "what comes before it lies ahead",
        Example("The ministers will meet before the [election].", "2022-07-22 or later"),
        (),
        lambda case: _signal(case) == "before",
        _preceded,
        "other",
    ),
    EventRule(
        "noun.prospective",
        "The object of a verb of planning lies ahead.",
        "“{governor}” looks ahead",
        Example("The council plans [talks].", "2022-07-22 or later"),
        ("obj",),
        lambda case: case.direct and case.lemma in case.lexicon.prospective and not case.others.passive,
        Case.later,
    ),
    EventRule(
        "noun.raised_phase",
        "What is expected to begin at some time begins then.",
        "“{governor}” says so",
        Example("[Talks] are likely to start next year.", "from 2023"),
        ("nsubj",),
        lambda case: _raised(case) is not None,
        _by_raised(phase),
        final=False,
    ),
    EventRule(
        "noun.raised",
        "What is expected to happen at some time happens then.",
        "it is the time of “{below}”",
        Example("[Talks] are likely to happen next year.", "in 2023"),
        ("nsubj",),
        lambda case: _raised(case) is not None,
        _by_raised(Case.share),
        final=False,
    ),
    EventRule(
        "noun.raised_undated",
        "What is expected to happen lies ahead.",
        _BESIDE,
        Example("[Talks] are likely to happen.", "2022-07-22 or later"),
        ("nsubj",),
        lambda case: _raised(case) is not None,
        _by_raised(Case.echo),
        final=False,
    ),
    EventRule(
        "noun.looked_back_on",
        "What is celebrated, mourned or condemned has happened before.",
        "what it led to has begun",
        Example("Leaders condemned the [attack].", "2022-07-22 or earlier"),
        ("obj",),
        lambda case: case.lemma in case.lexicon.retrospective,
        _before_now,
        "event",
    ),
    EventRule(
        "noun.set_apart",
        "Below a noun that lies before or after its own governor nothing is known.",
        "it is told apart",
        Example("The vote before the protests against the [war] was free.", ""),
        (),
        _set_apart,
    ),
    EventRule(
        "noun.of_noun",
        "An event noun below another is placed as loosely as that one.",
        _BESIDE,
        Example("The [march] is a protest.", "ongoing on 2022-07-22"),
        (),
        lambda case: case.governor.sort is Sort.NOUN,
        Case.echo,
    ),
    EventRule(
        "noun.looked_on",
        "Verbs of saying, seeing and thinking tell nothing of the time of what they are about.",
        "it is told apart",
        Example("Witnesses saw the [explosion].", ""),
        (),
        lambda case: case.others.event_class in _LOOKING_ON,
    ),
    EventRule(
        "noun.cause",
        "What led to something has happened before it.",
        "what it led to has begun",
        Example("The [explosion] led to a fire.", "2022-07-22 or earlier"),
        ("nsubj",),
        lambda case: case.lemma in case.lexicon.causing_verbs,
        _before_now,
        "event",
    ),
    EventRule(
        "noun.phase",
        "What a verb of beginning or ending tells of begins or ends at its time.",
        "“{governor}” says so",
        Example("The [broadcasts] began on Monday.", "from 2022-07-18"),
        (),
        lambda case: _takes_part(case) and is_phase(case),
        phase,
        final=False,
    ),
    EventRule(
        "noun.light",
        "The object of a light verb, or the subject of a verb of happening, has the verb's time.",
        _SHARED,
        Example("On Monday the two sides held [talks] in Geneva.", "2022-07-18"),
        (),
        lambda case: _of_occurrence(case) and _is_light(case),
        Case.share,
        final=False,
    ),
    EventRule(
        "noun.light_undated",
        "The object of a light verb without a date is placed as loosely as the verb.",
        _BESIDE,
        Example("The two sides held [talks].", "2022-07-22 or earlier"),
        (),
        lambda case: _of_occurrence(case) and _is_light(case),
        Case.echo,
        final=False,
    ),
    EventRule(
        "noun.participant",
        "An event noun that takes part in what a dated verb tells shares its time.",
        _SHARED,
        Example("On Monday the army suppressed the [protests].", "2022-07-18"),
        (),
        _of_occurrence,
        Case.share,
        final=False,
    ),
    EventRule(
        "noun.participant_undated",
        "An event noun that takes part in what an undated verb tells is placed as loosely as the verb.",
        _BESIDE,
        Example("The army suppressed the [protests].", "2022-07-22 or earlier"),
        (),
        _of_occurrence,
        Case.echo,
        final=False,
    ),
)
"""By the event above a noun."""

BELOW = (
    EventRule(
        "noun.told_by_clause_phase",
        "A dated relative clause with a verb of beginning or ending tells when the noun begins or ends.",
        "“{governor}” says so",
        Example("Crowds left the [festival], which started on Monday.", "from 2022-07-18"),
        (),
        is_phase,
        phase,
        final=False,
    ),
    EventRule(
        "noun.told_by_clause",
        "A dated relative clause with a verb of happening, or in the passive, dates its noun.",
        "it is what “{below}” tells of",
        Example("Police described the [attack], which occurred on Monday.", "2022-07-18"),
        (),
        effect=Case.share,
    ),
)
"""By the clause below a noun that dates it; the first such clause decides."""
