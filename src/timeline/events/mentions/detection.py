"""Event detection: verbs, event nouns, predicates of a copula."""

from __future__ import annotations

import enum
from collections.abc import Collection
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.trees.clauses import argument, case_of, copula_of, has, is_clause, is_finite, relation
from timeline.syntax.morphology import is_base, is_modal, is_proper
from timeline.syntax.tree import Sentence, Word

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["Key", "Mention", "Sort", "find_mentions", "names_in"]


Key = tuple[int, int]
"""The position of an event's predicate: index of the sentence, index of the word."""


class Sort(enum.Enum):
    """The kind of word that names the event."""

    VERB = "verb"
    NOUN = "noun"
    STATE = "state"
    """An adjective or phrase with a copula."""


@frozen
class Mention:
    """A word that names an event.

    `word` is the predicate in the tree, `trigger` the word that represents the event in the text; they differ if the
    copula is the only verb: "was" in "was in Tokyo".
    """

    sentence: Sentence
    word: Word
    trigger: Word
    sort: Sort

    @property
    def key(self) -> Key:
        """The position of the predicate: sentence and word."""
        return self.sentence.index, self.word.index


def names_in(sentence: Sentence) -> set[str]:
    """Return the capitalised words of a sentence, where only names are capitalised.

    A sentence whose longer words are all capitalised, such as a headline, has none.
    """
    capital = [word for word in sentence.words if word.text[:1].isupper()]
    if any(word.upos == "VERB" and word.index > 0 for word in capital):
        return set()
    return {word.text for word in capital if word.index > 1}


_MODIFIERS = frozenset(
    {"amod", "compound", "case", "mark", "fixed", "flat", "det", "nummod", "goeswith", "aux", "discourse"}
)
_NAMES = frozenset({"compound", "nmod:poss", "flat", "appos", "list", "fixed"})
_SHORTEST = 6
"""Nouns that are no longer have an ending by chance: "rating"."""
_CUES_OF_AN_ENDING = 2
"""Cues that a noun needs beside an ending, which alone says little."""
_COMPLEMENTS = ("obj", "xcomp", "ccomp", "obl")
_PHRASE = frozenset({"NOUN", "PROPN", "PRON", "NUM", "ADV", "SYM"})


def find_mentions(
    sentence: Sentence, lexicon: EventLexicon, timed: Collection[int] = (), names: Collection[str] = ()
) -> list[Mention]:
    """Find the events of a sentence in text order.

    `timed` are the words inside temporal expressions, `names` words that are names elsewhere in the text: not events,
    even at the start of a sentence, where capitals mean nothing.
    """
    found: list[Mention] = []
    for word in sentence.words:
        if word.index in timed or (word.upos == "NOUN" and word.text in names):
            continue
        sort = _sort(sentence, word, lexicon, timed)
        if sort is not None:
            trigger = _trigger(sentence, word) if sort is Sort.STATE else word
            if sort is Sort.NOUN and word.upos == "VERB" and found and found[-1].word.index == word.index - 1:
                found.pop()
            found.append(Mention(sentence, word, trigger, sort))
    return found


def _sort(sentence: Sentence, word: Word, lexicon: EventLexicon, timed: Collection[int]) -> Sort | None:
    if word.upos == "VERB":
        if is_misread_noun(sentence, word, lexicon):
            return Sort.NOUN
        return Sort.VERB if _is_verb_event(sentence, word, lexicon) else None
    if word.upos == "AUX":
        main = (
            word.deprel not in {"aux", "aux:pass", "cop"} and word.entry in lexicon.auxiliary_verbs and is_clause(word)
        )
        return Sort.VERB if main and has(sentence, word, "obj") else None
    if word.upos == "NOUN" and _is_noun_event(sentence, word, lexicon):
        return Sort.NOUN
    if copula_of(sentence, word) is not None and _is_state(sentence, word, lexicon, timed):
        return Sort.STATE
    return None


def is_misread_noun(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a bare infinitive without any sign of a clause ends a noun phrase: "a narrow election win"."""
    if not is_base(word) or word.index == 0 or has(sentence, word, "aux", "mark", "nsubj", "obj"):
        return False
    before = sentence.words[word.index - 1]
    if before.upos not in {"NOUN", "ADJ", "PROPN"} or relation(word) not in {
        "advcl",
        "acl",
        "obl",
        "nmod",
        "obj",
        "nsubj",
        "xcomp",
    }:
        return False
    if relation(word) == "xcomp" and not _names_object(sentence, word, lexicon):
        return False
    return any(child.deprel == "det" for child in sentence.dependents(before)) or before.deprel == "amod"


def _names_object(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether an infinitive ends the object of a verb that takes no infinitive: "passed a safety check"."""
    verb, before = sentence.governor(word), sentence.words[word.index - 1]
    bare = verb is not None and verb.entry not in lexicon.object_control | lexicon.wanting | lexicon.perception
    return bare and relation(before) == "obj" and before.upos == "NOUN"


def _is_verb_event(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    lemma = word.entry
    if lemma in lexicon.eventless_verbs or relation(word) in _MODIFIERS or _is_imperative(sentence, word):
        return False
    modal = any(is_modal(aux) for aux in sentence.dependents(word, "aux"))
    if lemma in lexicon.auxiliary_verbs and modal and not has(sentence, word, *_COMPLEMENTS):
        return False  # "it should not have"
    if is_clause(word):
        # A single participle before its noun's own modifiers is an adjective: "the increased use".
        return not (relation(word) == "conj" and _is_adjectival(sentence, word))
    return has(sentence, word, "nsubj", "obj", "aux", "ccomp", "xcomp")


def _is_imperative(sentence: Sentence, word: Word) -> bool:
    """Whether a main clause is a bare infinitive without a subject: "Wait until …" is no event."""
    if not is_base(word) or word.deprel != "root":
        return False
    return not has(sentence, word, "nsubj", "csubj", "aux", "mark", "expl", "cop")


def _is_adjectival(sentence: Sentence, word: Word) -> bool:
    head = sentence.governor(word)
    return head is not None and head.deprel == "amod"


def _is_noun_event(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    lemma = word.entry
    if word.deprel in _NAMES or is_proper(word) or (word.index > 0 and word.text[:1].isupper()):
        return False
    if f"{case_of(sentence, word)} {lemma}" in lexicon.adverbials and not has(sentence, word, "det", "amod", "nmod"):
        return False
    if lemma in lexicon.institutions and _speaks(sentence, word, lexicon):
        return False
    if lemma in lexicon.event_nouns:
        return True
    likely = lemma in lexicon.possible_event_nouns
    if not likely and not (lemma.endswith(lexicon.event_suffixes) and len(lemma) > _SHORTEST):
        return False
    cues = _eventive(sentence, word, lexicon)
    return cues >= (1 if likely else _CUES_OF_AN_ENDING)


def _speaks(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a noun is the subject of saying or wanting, so an institution: "the prosecution alleges"."""
    verb = sentence.governor(word)
    speaking = lexicon.reporting | lexicon.i_state | lexicon.i_action
    return verb is not None and word.deprel == "nsubj" and verb.entry in speaking


def _eventive(sentence: Sentence, word: Word, lexicon: EventLexicon) -> int:
    """Count the syntactic cues that a noun names an event."""
    cues = 0
    governor = sentence.governor(word)
    if governor is not None and governor.upos == "VERB":
        lemma = governor.entry
        cues += relation(word) == "obj" and lemma in lexicon.light_verbs
        cues += relation(word) == "nsubj" and lemma in lexicon.happening_verbs
    cues += case_of(sentence, word) in lexicon.event_prepositions
    for child in sentence.dependents(word, "nmod"):
        preposition = case_of(sentence, child)
        cues += preposition in lexicon.agent_prepositions or preposition == lexicon.genitive
    cues += argument(sentence, word, "nmod:unmarked") is not None
    return cues


def _is_state(sentence: Sentence, word: Word, lexicon: EventLexicon, timed: Collection[int]) -> bool:
    """Whether the predicate of a copula is a state with a time: "was alarmed", "was in Tokyo in May"."""
    if word.upos == "ADJ":
        return word.entry in lexicon.predicative_adjectives or _is_timed(sentence, word, lexicon, timed)
    if word.upos not in _PHRASE:
        return False
    if case_of(sentence, word) in lexicon.place_prepositions and word.upos in {"NOUN", "PROPN"}:
        return has(sentence, word, "nsubj") and is_finite(sentence, word) and not has(sentence, word, "expl")
    return _is_timed(sentence, word, lexicon, timed)


def _is_timed(sentence: Sentence, word: Word, lexicon: EventLexicon, timed: Collection[int]) -> bool:
    """Whether the clause has its own time."""
    for index in sentence.children[word.index]:
        child = sentence.words[index]
        if relation(child) in {"obl", "advmod", "nsubj", "nmod"}:
            if index in timed:
                return True
            if relation(child) == "nsubj" and child.entry in lexicon.event_nouns:
                continue
            if relation(child) != "nmod" and any(below in timed for below in sentence.children[index]):
                return True
    return False


def _trigger(sentence: Sentence, word: Word) -> Word:
    if word.upos == "ADJ":
        return word
    preposition = argument(sentence, word, "case")
    copula = copula_of(sentence, word)
    return copula if preposition is not None and copula is not None else word
