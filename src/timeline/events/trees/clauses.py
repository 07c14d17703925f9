"""Reading a dependency tree by clauses: auxiliaries, subjects (shared, controlled, relative), phrases.

All functions take a sentence and one of its words and follow only the tree, so their cost is linear in the length of
the clause.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING

from timeline.syntax.morphology import (
    is_base,
    is_gerund,
    is_participle,
    is_proper,
    is_relative_adverb,
    is_superlative,
    is_tensed,
    verb_form,
)
from timeline.syntax.tree import plain

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = [
    "antecedent",
    "argument",
    "auxiliaries",
    "case_of",
    "copula_of",
    "has",
    "infinitive_of",
    "is_accused",
    "is_clause",
    "is_finite",
    "is_pending_adverb",
    "is_ranked",
    "marker_of",
    "nearest_above",
    "relation",
    "relative_pronoun",
    "run_around",
    "shared_head",
    "subject_of",
]

CLAUSES = frozenset({"root", "ccomp", "xcomp", "advcl", "acl", "csubj", "parataxis", "conj"})
_SUBJECTS = ("nsubj", "csubj")
_FARTHEST = 30
"""Most clauses to climb in search of a subject."""
_OBJECTS = ("obj", "iobj")


def relation(word: Word) -> str:
    """Return the relation without its subtype: `nsubj` for `nsubj:pass`."""
    return plain(word.deprel)


def nearest_above(sentence: Sentence, word: Word, wanted: Callable[[Word], bool]) -> tuple[Word, Word] | None:
    """Return the nearest ancestor that is wanted, and its child on the path."""
    for _ in range(len(sentence.words)):
        parent = sentence.governor(word)
        if parent is None:
            return None
        if wanted(parent):
            return parent, word
        word = parent
    return None


def is_clause(word: Word) -> bool:
    """Whether a word's relation makes it the head of a clause (if it is a predicate)."""
    return relation(word) in CLAUSES


def has(sentence: Sentence, word: Word, *relations: str) -> bool:
    """Whether a word governs some of these relations."""
    return any(
        sentence.words[index].deprel in relations or relation(sentence.words[index]) in relations
        for index in sentence.children[word.index]
    )


def argument(sentence: Sentence, word: Word, *relations: str) -> Word | None:
    """Return the first dependent in one of these relations."""
    found = sentence.dependents(word, *relations)
    return found[0] if found else None


def copula_of(sentence: Sentence, word: Word) -> Word | None:
    """Return the copula of a nonverbal predicate."""
    return argument(sentence, word, "cop")


def case_of(sentence: Sentence, word: Word) -> str:
    """Return the preposition of a phrase in lower case, empty if there is none."""
    case = argument(sentence, word, "case")
    return "" if case is None else case.lower


def shared_head(sentence: Sentence, word: Word) -> Word | None:
    """Return the first conjunct of a coordinated predicate."""
    first = word
    while relation(first) == "conj" and first.head >= 0:
        first = sentence.words[first.head]
    return None if first is word else first


def auxiliaries(sentence: Sentence, word: Word) -> list[Word]:
    """Return the auxiliaries of a predicate in order, the copula included.

    A coordinated predicate without its own takes those of the one it is joined to: "was hit and killed".
    """
    own = sentence.dependents(word, "aux", "cop")
    if own or not (is_base(word) or is_participle(word) or is_gerund(word)):
        return own
    first = shared_head(sentence, word)
    if first is None or verb_form(word) is not verb_form(first) or has(sentence, word, "mark", *_SUBJECTS):
        return own
    return auxiliaries(sentence, first)


def marker_of(sentence: Sentence, word: Word) -> str:
    """Return the marker of a subordinate clause (when, after, to), in lower case; empty if there is none."""
    for index in sentence.children[word.index]:
        child = sentence.words[index]
        if child.index > word.index:
            break
        if child.deprel == "mark" or (child.deprel == "advmod" and is_relative_adverb(child)):
            return child.lower
        if child.deprel == "case" and child.upos in {"ADP", "SCONJ", "VERB"}:
            return child.lower
    return ""


def infinitive_of(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a verb is an infinitive with "to", its own or shared: "to boost and (to) consider"."""
    for _ in range(len(sentence.words)):
        if any(child.lower == lexicon.infinitive_marker for child in sentence.dependents(word, "mark")):
            return not any(aux.feats.get("VerbForm") == "Fin" for aux in sentence.dependents(word, "aux", "cop"))
        if not is_base(word) or has(sentence, word, "aux", "cop", "nsubj"):
            return False
        first = shared_head(sentence, word)
        if first is None:
            return False
        word = first
    return False


def is_finite(sentence: Sentence, word: Word) -> bool:
    """Whether a predicate is finite: it has tense, or an auxiliary that has."""
    group = [aux for aux in auxiliaries(sentence, word) if aux.index <= word.index] or [word]
    return is_tensed(group[0]) or group[0].feats.get("VerbForm") == "Fin"


def relative_pronoun(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Word | None:
    """Return the relative pronoun within the clause of a predicate."""
    if word.deprel != "acl:relcl":
        return None
    known = lexicon.relative_pronouns | lexicon.possessive_relatives
    for index in sentence.children[word.index]:
        child = sentence.words[index]
        if child.index > word.index and child.deprel != "obj":
            break
        if child.lower in known and child.deprel != "mark":
            return child
        if relation(child) in {"nsubj", "obj", "obl"}:
            for below in sentence.children[child.index]:
                if sentence.words[below].lower in known and sentence.words[below].upos in {"PRON", "DET"}:
                    return sentence.words[below]
    return None


def antecedent(sentence: Sentence, word: Word) -> Word | None:
    """Return the noun that a relative or participial clause, or an apposition, modifies."""
    head = sentence.governor(word)
    if relation(word) != "acl" or head is None or not (_is_nominal(head) or head.upos == "ADJ"):
        return None
    named = sentence.governor(head)
    beside = relation(head) == "appos" and named is not None and _is_nominal(named)
    return named if beside and named is not None and named.index < head.index else head


def _is_nominal(word: Word) -> bool:
    return word.upos in {"NOUN", "PRON", "NUM"} or is_proper(word)


def subject_of(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Word | None:
    """Return the head of the subject: its own, shared by coordination, controlled, or the antecedent of a relative."""
    for _ in range(_FARTHEST):
        own = argument(sentence, word, *_SUBJECTS)
        governor = sentence.governor(word)
        if own is not None:
            relative = own.lower in lexicon.relative_pronouns and relation(word) in {"acl", "advcl"}
            meant = antecedent(sentence, word)
            if not relative or meant is not None or governor is None:
                return own if not relative or meant is None else meant
        elif governor is None:
            return None
        else:
            found, goes_on = _from_governor(sentence, word, governor, lexicon)
            if not goes_on:
                return found
        word = governor
    return None


def _from_governor(sentence: Sentence, word: Word, governor: Word, lexicon: EventLexicon) -> tuple[Word | None, bool]:
    """Find the subject of a clause without one in the clause above, or return that it is that clause's subject."""
    kind = relation(word)
    control = argument(sentence, governor, *_OBJECTS)
    if kind == "acl":
        return _modified(sentence, word, governor, lexicon), False
    if kind == "ccomp":
        # "warned an isolated Moscow could draw closer": the parser mistook the subject for an object.
        return (control if is_finite(sentence, word) else None), False
    completes = kind == "xcomp" or (kind == "advcl" and infinitive_of(sentence, word, lexicon))
    if completes and control is not None and governor.entry in lexicon.object_control:
        return control, False
    if control is not None and is_gerund(word) and marker_of(sentence, word) in lexicon.controlled_gerunds:
        return control, False  # "stopped them from leaving"
    goes_on = (
        kind in {"xcomp", "conj"}
        or (kind == "advcl" and not is_finite(sentence, word))
        or (kind == "parataxis" and is_finite(sentence, word))
    )
    return None, goes_on


def _modified(sentence: Sentence, word: Word, governor: Word, lexicon: EventLexicon) -> Word | None:
    """Return the subject of a clause that modifies a noun: the noun, or for infinitives its possessor."""
    if copula_of(sentence, governor) is not None:
        return subject_of(sentence, governor, lexicon)
    if is_base(word) or marker_of(sentence, word) == lexicon.infinitive_marker:
        return argument(sentence, governor, "nmod:poss")
    if is_gerund(word) and marker_of(sentence, word) and not is_accused(sentence, governor, lexicon):
        return argument(sentence, governor, "nmod:poss")  # "the hope of winning"
    named = sentence.governor(governor)
    if relation(governor) == "appos" and named is not None and named.index < governor.index and _is_nominal(named):
        return named
    return governor


def is_accused(sentence: Sentence, noun: Word, lexicon: EventLexicon) -> bool:
    """Whether a gerund is what an object is accused of, or kept from: "accused China of meddling"."""
    verb = sentence.governor(noun)
    return relation(noun) == "obj" and verb is not None and verb.entry in lexicon.object_control


def is_pending_adverb(sentence: Sentence, adverb: Word, lexicon: EventLexicon) -> bool:
    """Whether an adverb, by itself or after its verb, says that something has not happened so far: yet, have still."""
    before = sentence.words[adverb.index - 1].entry if adverb.index else ""
    return adverb.lower in lexicon.pending or f"{before} {adverb.lower}" in lexicon.pending


def is_ranked(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether an infinitive is what one of several did: "the first woman to win", "the last to leave"."""
    noun = sentence.governor(word)
    if relation(word) != "acl" or noun is None or not infinitive_of(sentence, word, lexicon):
        return False
    lemma, ranks = noun.entry, [noun, *sentence.dependents(noun, "amod", "nummod")]
    if lemma in lexicon.infinitive_nouns or lemma in lexicon.prospective:
        return False  # "the last chance to see it"
    best = lemma in lexicon.people and any(is_superlative(each) for each in ranks)
    return best or any(each.entry in lexicon.ranking for each in ranks)


def run_around(indices: Iterable[int], head: int) -> list[int]:
    """Return the contiguous run of indices that contains `head`.

    >>> run_around([1, 2, 4, 5, 6, 9], 5)
    [4, 5, 6]
    """
    known = set(indices)
    first = last = head
    while first - 1 in known:
        first -= 1
    while last + 1 in known:
        last += 1
    return list(range(first, last + 1))
