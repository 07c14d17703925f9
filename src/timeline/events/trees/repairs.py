"""Repairs of systematic parser errors, applied before event detection.

"The ship was due to leave": the parser takes "due to" for a preposition, as in "due to the rain", and misses that this
was only planned. "It plans to build": "it" is no expletive where somebody plans. "It began at dawn and went on,
officials said": the report is not coordinated with the sentence. "It stopped after rain burst the banks": in the past
if the clause above is. "The body has yet to be found": "has" is no event but an auxiliary, as in "never has it
happened". "It was by no means approved": the predicate is the participle. "A ferry sank on Tuesday": not a noun, but
the verb of a short sentence. "A well blew out": a word with an article is no adverb.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.trees.clauses import argument, has, is_pending_adverb, relation
from timeline.syntax.morphology import (
    as_adjective,
    as_noun,
    as_past,
    is_base,
    is_common_singular,
    is_participle,
    is_past,
    is_plain_adjective,
    is_present,
    is_tensed,
)

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Analysis, Sentence, Word

__all__ = ["rehung", "repaired", "unmasked"]

_MASK = re.compile(r"Xx{3,}")
_LONGEST = 4
"""Most words of a phrase that opens a clause."""
_LEFT = frozenset({"nsubj", "csubj", "expl", "cop", "aux", "advmod", "vocative", "dislocated"})


def repaired(sentence: Sentence, lexicon: EventLexicon) -> Sentence:
    """Return the sentence with its tree corrected; the sentence itself if nothing is wrong."""
    for word in sentence.words:
        if word.entry in lexicon.expectant and word.deprel == "mark":
            sentence = _expected(sentence, word, lexicon)
        elif word.deprel == "expl" and word.index + 1 == word.head:
            sentence = _personal(sentence, word, lexicon)
        elif word.deprel == "conj" and word.entry in lexicon.reporting:
            sentence = _reported(sentence, word)
        elif (is_present(word) or is_base(word)) and word.lower in lexicon.invariant_past:
            sentence = _told_as_past(sentence, word, lexicon)
        elif word.upos in {"VERB", "AUX"} and (word.entry == lexicon.perfect or word.entry in lexicon.pending):
            sentence = _inverted(_pending(sentence, word, lexicon), word, lexicon)
        elif word.deprel == "advmod" and word.lower in lexicon.adverbs_as_nouns:
            sentence = _named(sentence, word)
        elif word.deprel == "acl" and is_participle(word):
            sentence = _denied(sentence, word, lexicon)
        elif _is_bent(word, lexicon) or _is_alone(sentence, word, lexicon):
            sentence = _told_shortly(sentence, word, lexicon)
    return sentence


def _pending(sentence: Sentence, auxiliary: Word, lexicon: EventLexicon) -> Sentence:
    """Make "has" in "has yet to be found", "remains" in "remains to be found" the auxiliary of what is to come."""
    verb = next(
        (each for each in sentence.dependents(auxiliary, "xcomp", "advcl") if each.index > auxiliary.index), None
    )
    mark = None if verb is None else argument(sentence, verb, "mark")
    if verb is None or mark is None or mark.lower != lexicon.infinitive_marker or relation(auxiliary) == "aux":
        return sentence
    if auxiliary.entry in lexicon.pending:
        told = auxiliary.index + 1 == mark.index and has(sentence, verb, "aux:pass")
    else:
        told = any(
            is_pending_adverb(sentence, each, lexicon) and each.index + 1 == mark.index
            for each in sentence.dependents(auxiliary, "advmod")
        )
    if not told:
        return sentence
    passive = has(sentence, verb, "aux:pass")
    changed = {
        verb.index: evolve(verb, head=auxiliary.head, deprel=auxiliary.deprel),
        auxiliary.index: evolve(auxiliary, upos="AUX", head=verb.index, deprel="aux"),
    }
    for child in sentence.dependents(auxiliary):
        if child.index != verb.index:
            subject = child.deprel == "nsubj" and passive
            changed[child.index] = evolve(child, head=verb.index, deprel="nsubj:pass" if subject else child.deprel)
    return rehung(sentence, changed)


def _inverted(sentence: Sentence, auxiliary: Word, lexicon: EventLexicon) -> Sentence:
    """Make "has" in "never has the river flooded" the auxiliary of the participle."""
    above = sentence.words[auxiliary.index]
    if above.entry != lexicon.perfect or above.upos != "VERB" or has(sentence, above, "nsubj", "aux"):
        return sentence
    before = [each.lower for each in sentence.words[max(0, above.index - _LONGEST) : above.index]]
    opened = any(each in lexicon.inverting for each in before[-2:])
    opened |= any(" ".join(before[first:]) in lexicon.negative_phrases for first in range(len(before)))
    below = [*sentence.dependents(above, "xcomp", "ccomp", "parataxis")]
    below += [each for noun in sentence.dependents(above, "obj") for each in sentence.dependents(noun, "acl")]
    verb = next((each for each in below if each.index > above.index and _is_perfect(sentence, each)), None)
    if not opened or verb is None or has(sentence, verb, "mark"):
        return sentence
    named = argument(sentence, verb, "nsubj") or argument(sentence, above, "obj")
    if named is None or not above.index < named.index < verb.index:
        return sentence
    subject = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
    changed = {
        verb.index: evolve(verb, head=above.head, deprel=above.deprel),
        above.index: evolve(above, upos="AUX", head=verb.index, deprel="aux"),
    }
    for child in sentence.dependents(above):
        if child.index != verb.index:
            changed[child.index] = evolve(child, head=verb.index)
    changed[named.index] = evolve(named, head=verb.index, deprel=subject)
    return rehung(sentence, changed)


def _is_perfect(sentence: Sentence, word: Word) -> bool:
    """Whether a verb, or its copula, has the form that follows the auxiliary of the perfect."""
    copula = argument(sentence, word, "cop")
    return is_participle(word) or is_past(word) or (copula is not None and is_participle(copula))


def _named(sentence: Sentence, adverb: Word) -> Sentence:
    """Make what looks like an adverb, after an article, the subject of a verb without one: "a well blew out"."""
    verb, before = sentence.governor(adverb), sentence.words[adverb.index - 1]
    if verb is None or adverb.index > verb.index or before.index > adverb.index or relation(before) != "det":
        return sentence
    between = sentence.words[adverb.index + 1 : verb.index]
    group = before.head in {adverb.index, verb.index} and all(
        each.head == verb.index and each.upos in {"AUX", "ADV", "PART"} for each in between
    )
    bare = is_participle(verb) and not between
    told = bare or is_past(verb) or any(is_tensed(each) for each in between)
    if not group or not told or has(sentence, verb, "nsubj", "csubj", "expl") or relation(verb) in {"amod", "acl"}:
        return sentence
    subject = "nsubj:pass" if has(sentence, verb, "aux:pass") else "nsubj"
    changed = {
        adverb.index: evolve(as_noun(adverb), deprel=subject),
        before.index: evolve(before, head=adverb.index),
    }
    if bare:
        changed[verb.index] = as_past(verb)
    return rehung(sentence, changed)


def _denied(sentence: Sentence, verb: Word, lexicon: EventLexicon) -> Sentence:
    """Make "approved" the predicate of "was by no means approved"."""
    noun, copula = (
        sentence.governor(verb),
        None if verb.head < 0 else argument(sentence, sentence.words[verb.head], "cop"),
    )
    if noun is None or copula is None or verb.index != noun.index + 1:
        return sentence
    phrase = [each for each in sentence.dependents(noun, "case", "det") if each.index < noun.index]
    if " ".join(each.lower for each in [*phrase, noun]) not in lexicon.negative_phrases:
        return sentence
    within = {each.index for each in phrase}
    changed = {
        verb.index: evolve(verb, head=noun.head, deprel=noun.deprel),
        noun.index: evolve(noun, head=verb.index, deprel="obl"),
    }
    for child in sentence.dependents(noun):
        if child.index not in within and child.index != verb.index:
            deprel = {"cop": "aux:pass", "nsubj": "nsubj:pass"}.get(child.deprel, child.deprel)
            changed[child.index] = evolve(child, head=verb.index, deprel=deprel)
    return rehung(sentence, changed)


def _told_shortly(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Sentence:
    """Read the noun in place of the verb of a short sentence as a verb in the past: "A ferry sank on Tuesday"."""
    named = argument(sentence, word, "nsubj")
    subject = sentence.words[word.index - 1] if named is None else named
    above = _above_short(sentence, word, lexicon)
    if above is None or subject.index > word.index or has(sentence, word, "cop", "aux", "case"):
        return sentence
    if named is None and (subject.head != word.index or relation(subject) not in {"compound", "amod"}):
        return sentence
    changed = {word.index: as_past(word)}
    if named is None:
        noun = subject if subject.upos in {"NOUN", "PROPN"} else as_noun(subject)
        changed[subject.index] = evolve(noun, deprel="nsubj")
    for child in sentence.dependents(word):
        if child.index < subject.index and named is None:
            changed[child.index] = evolve(child, head=subject.index)
        elif child.index > word.index and relation(child) in {"nmod", "acl"}:
            deprel = "advcl" if child.deprel == "acl" else child.deprel.replace("nmod", "obl")
            changed[child.index] = evolve(child, deprel=deprel)
    return rehung(sentence, {**changed, **above(changed[word.index])})


def _above_short(sentence: Sentence, word: Word, lexicon: EventLexicon) -> Callable[[Word], Mapping[int, Word]] | None:
    """Return how the words above a verb read as a noun change with it; None if no verb is possible there."""
    verb, kind = sentence.governor(word), relation(word)
    if verb is None or kind in {"ccomp", "parataxis"} or (kind == "conj" and verb.upos == "VERB"):
        return lambda _: {}
    if kind == "obj" and verb.index < word.index and verb.entry in lexicon.reporting:
        beyond = [each for each in sentence.dependents(verb, "obl") if each.index > word.index]
        moved = {each.index: evolve(each, head=word.index) for each in beyond}
        return lambda told: {**moved, word.index: evolve(told, deprel="ccomp")}
    if kind != "nsubj" or not (is_tensed(verb) or is_participle(verb)):
        return None
    others = [*sentence.dependents(word, "conj"), *sentence.dependents(verb, "nsubj")]
    joined = next((each for each in others if word.index < each.index < verb.index), None)
    if joined is None:
        return None
    # "A ferry sank and 30 people died": the parser has coordinated the ferry with those who died.
    moved = {each.index: evolve(each, head=verb.index) for each in sentence.dependents(joined, "cc")}
    moved[joined.index] = evolve(joined, head=verb.index, deprel=word.deprel)
    moved[verb.index] = evolve(verb, head=word.index, deprel="conj")
    return lambda told: {**moved, word.index: evolve(told, head=verb.head, deprel=verb.deprel)}


def _is_bent(word: Word, lexicon: EventLexicon) -> bool:
    """Whether a word read as a noun or an adjective is the past of a verb, by its dictionary form."""
    text, lemma = word.text, word.entry
    plain = (is_common_singular(word) or is_plain_adjective(word)) and text.islower() and lemma in lexicon.strong_past
    return plain and not text.startswith(lemma) and not lemma.startswith(text)


def _is_alone(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether the noun that heads a sentence without a verb is a past that looks like it: "A dam burst in May."."""
    both = lexicon.invariant_past & lexicon.unaccusative
    if word.deprel != "root" or not is_common_singular(word) or word.text not in both or not word.text.islower():
        return False
    placed = any(
        child.index > word.index and has(sentence, child, "case") for child in sentence.dependents(word, "nmod")
    )
    closed = sentence.words[-1].text == "." and not any(each.upos in {"VERB", "AUX"} for each in sentence.words)
    return placed and closed and has(sentence, word, "det")


def _reported(sentence: Sentence, verb: Word) -> Sentence:
    """Make the clause that ends a sentence after a comma, with its own subject, the report of the sentence."""
    below = sentence.subtree(verb)
    first = below[0].index
    named = argument(sentence, verb, "nsubj") is not None and not has(sentence, verb, "cc", "ccomp", "obj", "xcomp")
    apart = first > 0 and sentence.words[first - 1].text == ","
    if not named or not apart or any(word.upos != "PUNCT" for word in sentence.words[below[-1].index + 1 :]):
        return sentence
    return rehung(sentence, {verb.index: evolve(verb, deprel="parataxis")})


def _told_as_past(sentence: Sentence, verb: Word, lexicon: EventLexicon) -> Sentence:
    """Read a verb whose past looks like its present as past if it is finite below a verb in the past."""
    above = sentence.governor(verb)
    if above is None or not is_past(above) or relation(verb) not in {"advcl", "conj", "parataxis"}:
        return sentence
    marked = any(mark.lower == lexicon.infinitive_marker for mark in sentence.dependents(verb, "mark"))
    if marked or has(sentence, verb, "aux", "cop") or not has(sentence, verb, "nsubj"):
        return sentence
    return rehung(sentence, {verb.index: as_past(verb)})


def _expected(sentence: Sentence, adjective: Word, lexicon: EventLexicon) -> Sentence:
    """Make "due" the predicate of "was due to leave", and "leave" its complement."""
    verb = sentence.governor(adjective)
    marks = [] if verb is None else [mark.index for mark in sentence.dependents(verb, "mark")]
    marker = adjective.index + 1
    if verb is None or not is_base(verb) or marker not in marks or not has(sentence, verb, "cop", "aux"):
        return sentence
    if sentence.words[marker].lower != lexicon.infinitive_marker:
        return sentence
    changed = {
        adjective.index: evolve(as_adjective(adjective), head=verb.head, deprel=verb.deprel),
        verb.index: evolve(verb, head=adjective.index, deprel="xcomp"),
    }
    subject = argument(sentence, verb, "nsubj", "csubj", "expl")
    for child in sentence.dependents(verb):
        before = child.index < adjective.index
        if child.index == adjective.index or (not before and not _is_joined(sentence, child)):
            continue
        named = child.deprel == "nsubj:outer" or (subject is None and before and _is_name(child))
        changed[child.index] = evolve(child, head=adjective.index, deprel="nsubj" if named else child.deprel)
    return rehung(sentence, changed)


def _is_joined(sentence: Sentence, child: Word) -> bool:
    """Whether a conjunct belongs to the whole clause, not to its infinitive."""
    if relation(child) == "punct":
        return child.index == len(sentence.words) - 1
    finite = is_tensed(child) or any(is_tensed(aux) for aux in sentence.dependents(child, "aux", "cop"))
    return relation(child) in {"conj", "parataxis"} and finite


def _is_name(child: Word) -> bool:
    return relation(child) in _LEFT and child.upos in {"NOUN", "PROPN", "PRON"}


def _personal(sentence: Sentence, pronoun: Word, lexicon: EventLexicon) -> Sentence:
    """Make "it" the subject of a verb that needs an agent: "it plans to build"."""
    verb = sentence.words[pronoun.head]
    willing = verb.entry in lexicon.personal_verbs
    if not willing or not is_tensed(verb) or not has(sentence, verb, "xcomp", "obj"):
        return sentence
    return rehung(sentence, {pronoun.index: evolve(pronoun, deprel="nsubj")})


def unmasked(analysis: Analysis, text: str) -> Analysis:
    """Return the analysis of a text with the addresses that were masked as "Xxx…" for the parser."""
    sentences = tuple(
        rehung(sentence, {word.index: evolve(word, text=text[word.start : word.end]) for word in hidden})
        if (hidden := [word for word in sentence.words if _MASK.fullmatch(word.text)])
        else sentence
        for sentence in analysis.sentences
    )
    return evolve(analysis, sentences=sentences)


def rehung(sentence: Sentence, changed: Mapping[int, Word]) -> Sentence:
    """Return a sentence in which some words are replaced, and attached elsewhere."""
    words = tuple(changed.get(word.index, word) for word in sentence.words)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head >= 0:
            children[word.head].append(word.index)
    return evolve(sentence, words=words, children=tuple(tuple(each) for each in children))
