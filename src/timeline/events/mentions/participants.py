"""The participants of an event and their roles."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from typing import TYPE_CHECKING

from timeline.documents import Span
from timeline.events.event import Participant
from timeline.events.mentions.detection import Mention, Sort
from timeline.events.trees.clauses import argument, case_of, has, is_accused, nearest_above, relation, subject_of
from timeline.events.trees.noun_phrases import noun_phrase, trimmed
from timeline.syntax.morphology import is_gerund, is_plural, is_relative

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence, Word
    from timeline.terms import Role

__all__ = ["find_participants", "participants_of", "stretch"]


def find_participants(
    mention: Mention, attributes: Attributes, lexicon: EventLexicon, timed: Collection[int]
) -> Iterator[tuple[Role, Word]]:
    """Yield roles with their head words, in the order subject, objects, the rest; `timed` words are times."""
    sentence, word = mention.sentence, mention.word
    if mention.sort is Sort.NOUN:
        yield from _of_noun(sentence, word, lexicon, timed)
        return
    subject = subject_of(sentence, word, lexicon)
    if subject is not None and subject.index not in timed and subject.deprel != "expl":
        passive = any(child.deprel == "nsubj:pass" for child in sentence.dependents(word, "nsubj"))
        yield "theme" if passive else _subject_role(sentence, word, attributes, mention, lexicon), subject
    if mention.sort is Sort.STATE:
        yield ("attribute" if mention.trigger is word else "place"), word
    for child in sentence.dependents(word):
        if child.index in timed or _is_time_phrase(sentence, child, lexicon, timed):
            continue
        role = _role(sentence, word, child, lexicon)
        if role is not None:
            yield role, child


def _is_time_phrase(sentence: Sentence, child: Word, lexicon: EventLexicon, timed: Collection[int]) -> bool:
    return (
        relation(child) in {"obl", "nmod"}
        and any(index in timed for index in sentence.children[child.index])
        and (child.entry in lexicon.parts_of_time)
    )


def _subject_role(
    sentence: Sentence, word: Word, attributes: Attributes, mention: Mention, lexicon: EventLexicon
) -> Role:
    if mention.sort is Sort.STATE or attributes.passive:
        return "theme"
    if attributes.tense == "PASTPART" and relation(word) in {"acl", "advcl"}:
        return "theme"
    undergoes = word.entry in lexicon.unaccusative or word.entry in lexicon.happening_verbs
    return "theme" if undergoes and argument(sentence, word, "obj") is None else "agent"


def _role(sentence: Sentence, word: Word, child: Word, lexicon: EventLexicon) -> Role | None:
    kind, lemma = relation(child), word.entry
    if child.lower in lexicon.relative_pronouns and is_relative(child):
        return None
    if kind in {"obj", "iobj"}:
        others = sentence.dependents(word, "obj")
        if kind == "iobj" or (len(others) > 1 and child is others[0] and lemma in lexicon.dative):
            return "recipient"
        return "content" if lemma in lexicon.reporting and child.upos not in {"PROPN", "PRON"} else "theme"
    if kind == "xcomp" and child.upos not in {"VERB", "AUX"}:
        return "attribute"
    if kind in {"ccomp", "xcomp"}:
        return "content"
    return _oblique(sentence, child, lemma, lexicon) if kind == "obl" and child.deprel != "obl:unmarked" else None


def _oblique(sentence: Sentence, child: Word, lemma: str, lexicon: EventLexicon) -> Role | None:
    """Return the role of a phrase by its preposition."""
    preposition = case_of(sentence, child)
    if child.deprel == "obl:agent":
        return "agent"
    if preposition in lexicon.recipient_prepositions and lemma in lexicon.dative:
        return "recipient"
    if lemma in lexicon.reporting:
        return "topic" if preposition in lexicon.topic_prepositions else None
    if preposition in lexicon.instrument_prepositions:
        return "instrument" if _is_tool(sentence, child, lexicon) else None
    return "place" if preposition in lexicon.place_prepositions and _is_place(child, preposition, lexicon) else None


def _is_place(word: Word, preposition: str, lexicon: EventLexicon) -> bool:
    """Whether a noun after a preposition of place is one: a name, or a common noun that names nothing vaguer."""
    name = word.entry
    vague = name in lexicon.hollow_nouns or name in lexicon.event_nouns or name.endswith(lexicon.event_suffixes)
    return word.upos == "PROPN" or (word.upos == "NOUN" and not vague and preposition in lexicon.surely_places)


def _is_tool(sentence: Sentence, word: Word, lexicon: EventLexicon) -> bool:
    """Whether a noun is an instrument: not a manner ("with concern"), nor company."""
    name = word.entry
    if word.upos != "NOUN" or name in lexicon.hollow_nouns or name in lexicon.noun_classes:
        return False
    if (
        name in lexicon.people
        or name in lexicon.event_nouns
        or name in lexicon.possible_event_nouns
        or name.endswith(lexicon.abstract_suffixes)
    ):
        return False
    plural = is_plural(word)
    return plural or bool(sentence.dependents(word, "det", "nummod", "nmod:poss"))


def _of_noun(
    sentence: Sentence, word: Word, lexicon: EventLexicon, timed: Collection[int]
) -> Iterator[tuple[Role, Word]]:
    for child in sentence.dependents(word, "nmod"):
        if child.index in timed:
            continue
        preposition = case_of(sentence, child)
        if child.deprel == "nmod:poss" or preposition in lexicon.agent_prepositions | lexicon.mutual_prepositions:
            yield "agent", child
        elif preposition == lexicon.genitive:
            yield "theme", child
        elif preposition in lexicon.place_prepositions and child.upos == "PROPN":
            yield "place", child
        elif preposition in lexicon.topic_prepositions:
            yield "topic", child


def stretch(text: str, sentence: Sentence, indices: list[int], head: int) -> Span | None:
    """Return the span of the text around `head`; it ends where the text contains more than the words (markup)."""
    words = sentence.words
    first = last = indices.index(head)
    while first > 0 and text[words[indices[first - 1]].end : words[indices[first]].start].strip() == "":
        first -= 1
    while last + 1 < len(indices) and text[words[indices[last]].end : words[indices[last + 1]].start].strip() == "":
        last += 1
    kept = trimmed(sentence, indices[first : last + 1], head)
    return Span.of(text, words[kept[0]].start, words[kept[-1]].end) if kept else None


def participants_of(
    text: str, mention: Mention, attributes: Attributes, lexicon: EventLexicon, timed: Collection[int]
) -> tuple[Participant, ...]:
    """Return the participants of an event as spans of the text."""
    sentence, found = mention.sentence, []
    for role, head in find_participants(mention, attributes, lexicon, timed):
        if role == "content" and (head.upos in {"VERB", "AUX", "ADJ"} or has(sentence, head, "cop", "nsubj")):
            indices = _content(sentence, mention.word.index, head)
        else:
            indices = noun_phrase(sentence, head, _beside(mention, head, timed, lexicon))
        span = stretch(text, sentence, indices, head.index)
        if span is not None and any(character.isalpha() for character in span.text):
            found.append(Participant(role, span.text, span.start, span.end, head.text))
    return tuple(found)


def _content(sentence: Sentence, governor: int, head: Word) -> list[int]:
    """Return the words of what is said or wanted: the whole clause on its side of the verb."""
    branch = [word.index for word in sentence.subtree(head) if word.deprel != "mark" or word.index > head.index]
    after = head.index > governor
    run = [index for index in range(branch[0], branch[-1] + 1) if index != governor and (index > governor) == after]
    return trimmed(sentence, run, head.index)


def _beside(mention: Mention, head: Word, timed: Collection[int], lexicon: EventLexicon) -> set[int]:
    """Return the words to leave out of a phrase: times, the clauses of a predicate, and the event's own clause."""
    omit, sentence = set(timed), mention.sentence
    if head is mention.word:
        for child in sentence.dependents(head, "acl", "conj", "advcl", "cc", "xcomp", "ccomp"):
            omit |= {below.index for below in sentence.subtree(child)}
        return omit
    if is_accused(sentence, head, lexicon):
        for child in sentence.dependents(head, "acl"):
            if is_gerund(child) and has(sentence, child, "mark"):
                omit |= {below.index for below in sentence.subtree(child)}
    found = nearest_above(sentence, mention.word, lambda word: word.index == head.index)
    if found is not None and relation(found[1]) == "acl":
        # "a convoy carrying food": what the convoy does is the event itself.
        omit |= {below.index for below in sentence.subtree(found[1])}
    return omit
