"""Repairs of the trees of headlines, which a parser of running text reads as noun phrases.

- "Tokyo releases defence paper", "Governor signs bill": a verb among nouns is mistaken for one of them.
- "Library to reopen", "Schools to close": a plan, not the purpose of a library.
- "Two sailors rescued off the coast": a clause without its auxiliary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.trees.clauses import argument, has, relation
from timeline.events.trees.repairs import rehung
from timeline.syntax.morphology import (
    as_modal,
    as_noun,
    as_past,
    as_present,
    is_base,
    is_common_singular,
    is_participle,
    is_past,
    is_plural,
    is_possessive,
    is_present,
    is_tensed,
    is_third_person,
)

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["headline_repaired"]

_NAMES = frozenset({"compound", "amod", "nmod:poss", "flat", "nmod", "nsubj"})
_NOUNS = frozenset({"NOUN", "PROPN"})
_PHRASE = frozenset({"NOUN", "PROPN", "ADJ", "NUM", "DET", "PRON", "SYM"})


def headline_repaired(sentence: Sentence, lexicon: EventLexicon) -> Sentence:
    """Return a headline with the verb at its root; the sentence itself if nothing is wrong."""
    root = next((word for word in sentence.words if word.head < 0), None)
    if root is None:
        return sentence
    if _is_uninflected(root) and (verb := _hung_on_root(sentence, root, lexicon)) is not None:
        return _raised(sentence, root, verb)
    if is_participle(root) and has(sentence, root, "nsubj") and not has(sentence, root, "aux", "cop"):
        return rehung(sentence, {root.index: as_past(root)})
    marks = [mark for mark in sentence.dependents(root, "mark") if mark.lower == lexicon.infinitive_marker]
    if (is_base(root) or is_participle(root)) and marks and has(sentence, root, "nsubj"):
        return rehung(sentence, {marks[0].index: _as_modal(marks[0])})
    is_noun = root.upos in _NOUNS and not has(sentence, root, "cop", "nsubj")
    return _of_noun(sentence, root, lexicon) if is_noun else sentence


def _of_noun(sentence: Sentence, root: Word, lexicon: EventLexicon) -> Sentence:
    """Return a headline with a noun at its root, repaired."""
    infinitive = _planned(sentence, root, lexicon)
    if infinitive is not None:
        return _with_plan(sentence, root, infinitive)
    hidden = _hidden(sentence, root, lexicon)
    return sentence if hidden is None else _with_verb(sentence, hidden)


def _is_uninflected(word: Word) -> bool:
    """Whether a noun or verb stands in its base form."""
    return is_base(word) or is_common_singular(word) or (is_present(word) and not is_third_person(word))


def _is_inflected(word: Word) -> bool:
    return is_past(word) or is_third_person(word)


def _hung_on_root(sentence: Sentence, root: Word, lexicon: EventLexicon) -> Word | None:
    """Return the verb that was attached to a noun mistaken for the verb: "Tokyo releases defence (white paper)"."""
    grammatical = lexicon.auxiliary_verbs | {lexicon.copula}
    verbs = [
        child
        for child in sentence.dependents(root, "nsubj", "aux")
        if (_is_inflected(child) or _may_be_verb(child, lexicon))
        and child.index == root.index - 1
        and child.entry not in grammatical
    ]
    objects = [child for child in sentence.dependents(root, "obj") if child.index > root.index]
    if not verbs or not objects:
        return None
    own = [child for child in sentence.dependents(root, "nsubj") if child is not verbs[0]]
    return verbs[0] if own or sentence.dependents(verbs[0], *_NAMES) else None


def _raised(sentence: Sentence, root: Word, verb: Word) -> Sentence:
    objects = [child for child in sentence.dependents(root, "obj") if child.index > root.index]
    own = [child for child in sentence.dependents(root, "nsubj") if child is not verb]
    named = [] if own else sentence.dependents(verb, *_NAMES)
    finite = verb if _is_inflected(verb) else as_present(verb)
    changed: dict[int, Word] = {verb.index: evolve(finite, upos="VERB", head=-1, deprel="root")}
    changed[root.index] = evolve(as_noun(root), head=objects[0].index, deprel="compound")
    subject = named[-1] if named else None
    for child in named:
        first = child is subject
        head = verb if subject is None or first else subject
        changed[child.index] = evolve(child, head=head.index, deprel="nsubj" if first else child.deprel)
    for child in sentence.dependents(root):
        if child.index not in changed:
            changed[child.index] = evolve(child, head=verb.index)
    return rehung(sentence, changed)


def _planned(sentence: Sentence, root: Word, lexicon: EventLexicon) -> Word | None:
    """Return the infinitive that expresses a plan: "Library to reopen", not "Plan to cut jobs"."""
    lemma = root.entry
    for child in sentence.dependents(root, "acl"):
        mark = argument(sentence, child, "mark")
        if mark is None or mark.lower != lexicon.infinitive_marker or child.upos not in {"VERB", "AUX"}:
            continue
        passive = has(sentence, child, "aux:pass")
        happens = passive or child.entry in lexicon.happening_verbs or child.entry in lexicon.inceptive
        noun_of = lemma in lexicon.infinitive_nouns or lemma in lexicon.prospective or lemma in lexicon.wanting
        event = lemma in lexicon.event_nouns or lemma in lexicon.possible_event_nouns
        if happens or root.upos == "PROPN" or not (noun_of or event):
            return child
    return None


def _as_modal(mark: Word) -> Word:
    """Read the "to" of a headline as "will"."""
    return evolve(as_modal(mark), deprel="aux")


def _with_plan(sentence: Sentence, root: Word, verb: Word) -> Sentence:
    marks = {mark.index: _as_modal(mark) for mark in sentence.dependents(verb, "mark")}
    passive = has(sentence, verb, "aux:pass")
    changed = {
        verb.index: evolve(verb, head=-1, deprel="root"),
        root.index: evolve(root, head=verb.index, deprel="nsubj:pass" if passive else "nsubj"),
        **marks,
    }
    for child in sentence.dependents(root):
        if child.index > verb.index:
            changed[child.index] = evolve(child, head=verb.index)
    return rehung(sentence, changed)


def _may_be_verb(word: Word, lexicon: EventLexicon) -> bool:
    """Whether a plural may be a verb in the third person: signs, releases."""
    return is_plural(word) and word.text[:1].islower() and word.entry in lexicon.headline_verbs


def _hidden(sentence: Sentence, root: Word, lexicon: EventLexicon) -> Word | None:
    """Return the verb that was read as a plural between its subject and its object, if nothing else is a verb."""
    if any(is_tensed(word) and relation(word) != "advcl" for word in sentence.words):
        return None
    for word in sentence.words[1:-1]:
        if not _may_be_verb(word, lexicon) or (word is not root and word.head != root.index):
            continue
        before, after = sentence.words[word.index - 1], sentence.words[word.index + 1]
        if before.upos not in _NOUNS and not (is_common_singular(before) and before.head == word.index):
            continue
        name = after.upos in {"PROPN", "PRON", "DET", "NUM"} or is_possessive(after)
        if after.upos in _PHRASE and (name or before.upos == "PROPN"):
            return word
    return None


def _with_verb(sentence: Sentence, verb: Word) -> Sentence:
    """Attach what precedes the verb to its last noun, the subject, and what follows to the verb."""
    subject = sentence.words[verb.index - 1]
    named = "NOUN" if subject.upos == "ADJ" else subject.upos
    changed = {
        verb.index: evolve(as_present(verb), head=-1, deprel="root"),
        subject.index: evolve(subject, upos=named, head=verb.index, deprel="nsubj"),
    }
    taken = False
    for word in sentence.words:
        if word.index < subject.index and word.head >= subject.index:
            changed[word.index] = evolve(word, head=subject.index)
        elif word.index > verb.index and word.head <= verb.index:
            direct = not taken and word.upos in _NOUNS | {"PRON"}
            taken |= direct
            kind = "obj" if direct else "advcl" if relation(word) == "acl" else word.deprel
            changed[word.index] = evolve(word, head=verb.index, deprel=kind)
    return rehung(sentence, changed)
