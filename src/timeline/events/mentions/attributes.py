"""Class, tense, aspect, polarity, modality and factuality of events, as TimeML defines them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.mentions.negation import is_hindered, is_negated, is_pending
from timeline.events.trees.clauses import (
    argument,
    auxiliaries,
    copula_of,
    has,
    infinitive_of,
    is_finite,
    is_ranked,
    marker_of,
    relation,
    shared_head,
)
from timeline.syntax.morphology import (
    is_base,
    is_gerund,
    is_modal,
    is_participle,
    is_past,
    is_present,
    is_third_person,
)
from timeline.terms import Aspect, EventClass, Factuality, ModalMeaning, Polarity, Tense

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["Attributes", "attributes_of"]

_ASPECTS: Mapping[tuple[bool, bool], Aspect] = {
    (False, False): "NONE",
    (False, True): "PROGRESSIVE",
    (True, False): "PERFECTIVE",
    (True, True): "PERFECTIVE_PROGRESSIVE",
}
"""By whether it is perfect and whether it is in progress."""
_FARTHEST = 30
"""Most clauses to climb in search of a verb of saying."""


@frozen
class Attributes:
    """The attributes of an event besides its time."""

    event_class: EventClass
    tense: Tense = "NONE"
    aspect: Aspect = "NONE"
    polarity: Polarity = "POS"
    modality: str | None = None
    force: ModalMeaning | None = None
    """The meaning of the modal."""
    factuality: Factuality = "actual"
    finite: bool = False
    passive: bool = False

    @property
    def is_perfect(self) -> bool:
        """Whether the event is in the perfect: completed before the reference time."""
        return self.aspect in {"PERFECTIVE", "PERFECTIVE_PROGRESSIVE"}

    @property
    def is_progressive(self) -> bool:
        """Whether the event is in the progressive: going on at the reference time."""
        return self.aspect in {"PROGRESSIVE", "PERFECTIVE_PROGRESSIVE"}

    @property
    def is_stative(self) -> bool:
        """Whether it is a state rather than an occurrence."""
        return self.event_class in {"STATE", "I_STATE"}

    @property
    def is_past(self) -> bool:
        """Whether its form is past: past tense or present perfect, without a modal."""
        return self.force is None and (self.tense == "PAST" or (self.tense == "PRESENT" and self.is_perfect))


def attributes_of(mention: Mention, lexicon: EventLexicon) -> Attributes:
    """Return the attributes of an event, from its clause."""
    sentence, word = mention.sentence, mention.word
    event_class = _class(mention, lexicon)
    polarity: Polarity = "NEG" if is_negated(sentence, word, lexicon) else "POS"
    if mention.sort is Sort.NOUN and copula_of(sentence, word) is None:
        return Attributes(event_class, polarity=polarity, factuality="denied" if polarity == "NEG" else "actual")
    group = [aux for aux in auxiliaries(sentence, word) if aux.index < word.index or relation(aux) == "cop"]
    modal, force = _modal(sentence, word, group, lexicon)
    passive = any(aux.deprel == "aux:pass" for aux in group)
    tense, aspect, finite = _tense(sentence, word, group, lexicon)
    if force == "future":
        tense = "FUTURE"
    elif modal is not None:
        tense = "NONE"
    shown = None if force == "future" else modal
    found = Attributes(event_class, tense, aspect, polarity, shown, force, finite=finite, passive=passive)
    return evolve(found, factuality=_factuality(mention, found, lexicon))


def _class(mention: Mention, lexicon: EventLexicon) -> EventClass:
    lemma = mention.word.entry
    if mention.sort is Sort.NOUN:
        return lexicon.noun_classes.get(lemma, "OCCURRENCE")
    clausal = any(relation(child) in {"xcomp", "ccomp"} for child in mention.sentence.dependents(mention.word))
    if mention.sort is Sort.STATE:
        return "I_STATE" if clausal else "STATE"
    told = mention.sentence.dependents(mention.word, "obj") and mention.sentence.dependents(mention.word, "nsubj:pass")
    if lemma in lexicon.reporting and not told:
        return "REPORTING"
    return next((name for name, words in _classes(lexicon) if lemma in words), "OCCURRENCE")


def _classes(lexicon: EventLexicon) -> tuple[tuple[EventClass, frozenset[str]], ...]:
    """Return the verbs of each class; a verb has the first."""
    return (
        ("PERCEPTION", lexicon.perception),
        ("ASPECTUAL", lexicon.aspectual),
        ("I_STATE", lexicon.i_state),
        ("I_ACTION", lexicon.i_action),
        ("STATE", lexicon.stative),
    )


def _modal(
    sentence: Sentence, word: Word, group: list[Word], lexicon: EventLexicon
) -> tuple[str | None, ModalMeaning | None]:
    """Return the modal as written, and its meaning."""
    for aux in group:
        force = lexicon.modals.get(aux.lower)
        if force is not None and is_modal(aux):
            return aux.lower, force
        if aux.deprel == "aux" and aux.lower == lexicon.infinitive_marker:
            return None, "future"  # a headline: "Library to reopen"
    mark = argument(sentence, word, "mark")
    if group and mark is not None and mark.lower == lexicon.infinitive_marker and group[0].index < mark.index:
        # "is to be held"
        ahead = group[0].entry == lexicon.copula and is_present(group[0])
        ahead = ahead and not is_pending(sentence, word, lexicon)
        return (None, "future") if ahead else (None, None)
    governor = sentence.governor(word)
    if governor is not None and relation(word) == "xcomp" and is_gerund(governor):
        force = lexicon.modals.get(governor.lower)  # "is going to be held"
        return (None, None) if force is None else (governor.lower, force)
    return None, None


def _tense(sentence: Sentence, word: Word, group: list[Word], lexicon: EventLexicon) -> tuple[Tense, Aspect, bool]:
    """Return tense, aspect, and whether the clause is finite."""
    lemmas = [aux.entry for aux in group]
    perfect = lexicon.perfect in lemmas and (
        is_participle(word) or is_past(word) or copula_of(sentence, word) is not None or lexicon.copula in lemmas
    )
    progressive = is_gerund(word) and lexicon.copula in lemmas
    aspect = _ASPECTS[perfect, progressive]
    head = group[0] if group else word
    if head is word and is_present(word) and not is_third_person(word) and _is_bare(sentence, word, lexicon):
        return "INFINITIVE", aspect, False
    if is_past(head) or is_present(head):
        return ("PAST" if is_past(head) else "PRESENT"), aspect, True
    if infinitive_of(sentence, word, lexicon) or is_base(head):
        return "INFINITIVE", aspect, False
    if is_modal(head):
        return "NONE", aspect, True
    if is_gerund(word):
        return "PRESPART", aspect, False
    return ("PASTPART" if is_participle(word) else "NONE"), aspect, False


def _is_bare(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether the parser read the complement of a past verb as present: "saw farmers eat the seed"."""
    verb = sentence.governor(word)
    if verb is None or word.deprel != "ccomp" or not is_past(verb) or has(sentence, word, "mark"):
        return False
    return verb.entry in lexicon.perception | lexicon.causatives


def _factuality(mention: Mention, found: Attributes, lexicon: EventLexicon) -> Factuality:
    """Return the factuality of the event from the attributes found before; see `Event.factuality`."""
    sentence, word, tense, force = mention.sentence, mention.word, found.tense, found.force
    conditional = marker_of(sentence, word) in lexicon.conditional_marks or _is_inverted(sentence, word, lexicon)
    if conditional or _is_asked(sentence, word):
        return "possible"
    if found.polarity == "NEG":
        return "denied"
    judged = _judged(sentence, word, lexicon)
    if judged is not None:
        return judged
    top = (shared_head(sentence, word) or word) if tense == "INFINITIVE" else word
    governor = sentence.governor(top)
    if force == "future":
        return "planned"
    if force is not None or (tense == "INFINITIVE" and relation(word) in {"root", "parataxis"}):
        return "possible"
    said = None
    if governor is not None and tense == "INFINITIVE":
        said = _of_infinitive(sentence, top, governor, lexicon)
    elif governor is not None and tense == "PRESPART":
        said = _of_gerund(sentence, word, governor, lexicon)
    return said or _told_by(sentence, word, lexicon) or "actual"


def _judged(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Factuality | None:
    """Return the factuality of a clause by what is said of its truth: "it is false that", "I doubt that"."""
    judge = sentence.governor(word)
    if judge is None or relation(word) not in {"ccomp", "csubj"} or not is_finite(sentence, word):
        return None
    negated = is_negated(sentence, judge, lexicon)
    if judge.entry in (lexicon.affirming if negated else lexicon.falsifying):
        return "possible" if _is_modal(sentence, judge) else "denied"
    return "possible" if judge.entry in lexicon.doubting and not negated else None


def _of_gerund(sentence: Sentence, word: Word, governor: Word, lexicon: EventLexicon) -> Factuality | None:
    """Return the factuality of a gerund from its governor; None if that does not decide it."""
    lemma = governor.entry
    if is_hindered(sentence, word, lexicon) or (relation(word) == "xcomp" and lemma in lexicon.avoiding):
        return "denied" if _is_fact(sentence, governor) else "possible"
    if relation(word) != "xcomp":
        return None
    return (
        "possible" if lemma in lexicon.prospective or lemma in lexicon.negative_implicative else None
    )  # "considered selling it"


def _of_infinitive(sentence: Sentence, top: Word, governor: Word, lexicon: EventLexicon) -> Factuality | None:
    """Return the factuality of an infinitive from the word it complements; None if that does not decide it."""
    lemma, kind = governor.entry, relation(top)
    if is_ranked(sentence, top, lexicon) and not _is_modal(sentence, governor):
        return "actual"
    negated = is_negated(sentence, governor, lexicon)
    if lemma in lexicon.implicative and kind == "xcomp" and (negated or _is_fact(sentence, governor)):
        return "denied" if negated else None
    if lemma in lexicon.negative_implicative:
        return "possible" if negated else "denied"
    if lemma in lexicon.prospective:
        return "possible" if negated else "planned"
    open_ = lemma in lexicon.wanting or lemma in lexicon.i_state or kind in {"advcl", "acl"}
    return "possible" if open_ else None


def _is_modal(sentence: Sentence, word: Word) -> bool:
    return any(is_modal(aux) for aux in sentence.dependents(word, "aux"))


def _is_fact(sentence: Sentence, word: Word) -> bool:
    """Whether a verb is presented as a fact: "was forced", not "could force"."""
    told = (is_past(word) or is_participle(word) or is_third_person(word)) and not _is_modal(sentence, word)
    return told and not sentence.dependents(word, "mark")


def _is_asked(sentence: Sentence, word: Word) -> bool:
    """Whether a main clause is a question."""
    return relation(word) == "root" and any(
        child.text == "?" for child in sentence.dependents(word, "punct") if child.index > word.index
    )


def _is_inverted(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a clause is a condition by inversion: "had it happened", "were it so"."""
    group, subject = sentence.dependents(word, "aux", "cop"), argument(sentence, word, "nsubj")
    if not group or subject is None or relation(word) not in {"advcl", "ccomp"}:
        return False
    return group[0].index < subject.index and group[0].lower in lexicon.inverted


def _told_by(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Factuality | None:
    """Return the factuality of a clause below a verb of saying, or attributed to a source; None for others."""
    if any(child.entry in lexicon.attribution for child in sentence.dependents(word, "advmod")):
        return "reported"
    for child in sentence.dependents(word, "obl"):
        if case_lemma(sentence, child) in lexicon.attribution:
            return "reported"
    for _ in range(_FARTHEST):
        governor = sentence.governor(word)
        if governor is None:
            return None
        kind, lemma = relation(word), governor.entry
        if kind in {"ccomp", "parataxis"} and lemma in lexicon.reporting:
            denied = kind == "ccomp" and lemma in lexicon.denying and not is_negated(sentence, governor, lexicon)
            return "denied" if denied else "reported"
        if kind not in {"conj", "xcomp", "ccomp", "advcl"}:
            return None
        word = governor
    return None


def case_lemma(sentence: Sentence, word: Word) -> str:
    """Return the lemma of the preposition of a phrase."""
    for child in sentence.dependents(word, "case"):
        return child.entry
    return ""
