"""Mending the trees of headlines, where nouns crowd around the verb and a parser takes a noun for it.

"Tokyo releases defence paper": tagged as a verb in the third person, "releases" was yet hung on "defence" as its
subject or its auxiliary. What is tagged as a finite verb and is no auxiliary is the verb.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word

__all__ = ["mended"]

_FINITE = frozenset({"VBZ", "VBD"})
_NAMES = frozenset({"compound", "amod", "nmod:poss", "flat", "nmod", "nsubj"})


def mended(sentence: Sentence, lexicon: EventLexicon) -> Sentence:
    """Give a headline with the verb at its root; the sentence itself where nothing is amiss."""
    root = next((word for word in sentence.words if word.head < 0), None)
    if root is None or root.xpos not in {"VBP", "VB", "NN"}:
        return sentence
    grammatical = lexicon.auxiliary_verbs | {lexicon.copula}
    verbs = [
        child
        for child in sentence.dependents(root, "nsubj", "aux")
        if child.xpos in _FINITE and child.index == root.index - 1 and child.lemma.lower() not in grammatical
    ]
    objects = [child for child in sentence.dependents(root, "obj") if child.index > root.index]
    if not verbs or not objects:
        return sentence
    verb = verbs[0]
    own = [child for child in sentence.dependents(root, "nsubj") if child is not verb]
    named = [] if own else sentence.dependents(verb, *_NAMES)
    if not own and not named:
        return sentence
    changed: dict[int, Word] = {verb.index: evolve(verb, upos="VERB", head=-1, deprel="root")}
    changed[root.index] = evolve(root, upos="NOUN", xpos="NN", head=objects[0].index, deprel="compound")
    subject = named[-1] if named else None
    for child in named:
        first = child is subject
        head = verb if subject is None or first else subject
        changed[child.index] = evolve(child, head=head.index, deprel="nsubj" if first else child.deprel)
    for child in sentence.dependents(root):
        if child.index not in changed:
            changed[child.index] = evolve(child, head=verb.index)
    words = tuple(changed.get(word.index, word) for word in sentence.words)
    children: list[list[int]] = [[] for _ in words]
    for word in words:
        if word.head >= 0:
            children[word.head].append(word.index)
    return evolve(sentence, words=words, children=tuple(tuple(each) for each in children))
