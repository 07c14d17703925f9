"""Linking of expressions to events: up the tree from the expression to the nearest event."""

from __future__ import annotations

import enum
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.mentions.detection import Mention, Sort
from timeline.events.trees.clauses import argument, case_of, has, marker_of, relation
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.syntax.morphology import is_past
from timeline.syntax.tree import Sentence, Word

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["Link", "Located", "Way", "is_bare", "is_bound", "link", "locate", "signal_before", "told_there"]


@frozen
class Located:
    """An expression within a sentence: the words it covers, and its head."""

    index: int
    expression: TemporalExpression
    head: Word
    words: frozenset[int]


class Way(enum.IntEnum):
    """How the tree leads from an expression to its event, the safest first."""

    DIRECT = 0
    THROUGH_OBLIQUE = 1
    """Through a noun with a preposition: "in last year's report"."""
    THROUGH_NOUN = 2
    """Through a noun to which the parser may have attached it by mistake: "sent troops in May"."""
    THROUGH_STATE_SUBJECT = 3
    """Through the subject of a state: "last year's harvest was poor"."""

    @property
    def measured(self) -> str:
        """Under which name its confidence is measured, among those of the rules."""
        return f"link.{self.name.lower()}"


@frozen
class Link:
    """An expression that places an event, with the way that leads there."""

    located: Located
    way: Way
    fronted: bool
    """Whether the expression precedes its clause: "In May, Japan …"."""


_CLAUSE = frozenset({"acl", "advcl", "ccomp", "parataxis", "csubj", "conj", "root", "xcomp"})
_NEAR = 3
_ARGUMENTS = frozenset({"nsubj", "obj", "iobj", "obl"})
_AMOUNTS = frozenset({"NUM", "SYM", "NOUN", "PROPN"})
_ASIDE = frozenset({"nsubj", "nmod:poss"})
"""Relations whose times do not belong to the clause: "the talks yesterday were short"."""
_BOUND = frozenset({"nmod:poss", "amod", "compound", "nummod", "det"})


def locate(sentence: Sentence, expressions: Sequence[TemporalExpression], starts: Sequence[int]) -> list[Located]:
    """Find the expressions of a sentence among all of a text; `starts` are their offsets, in order."""
    found = []
    word_starts = [word.start for word in sentence.words]
    for index in range(bisect_left(starts, sentence.start), bisect_left(starts, sentence.end)):
        expression = expressions[index]
        first = max(bisect_right(word_starts, expression.start) - 1, 0)
        last = bisect_left(word_starts, expression.end)
        covered = frozenset(range(first, max(last, first + 1)))
        heads = [sentence.words[i] for i in covered if sentence.words[i].head not in covered]
        if heads:
            head = min(heads, key=lambda word: (word.upos in {"ADP", "PUNCT", "DET"}, word.index))
            found.append(Located(index, expression, head, covered))
    return found


def link(
    sentence: Sentence, located: Located, mentions: Mapping[int, Mention], lexicon: EventLexicon
) -> tuple[Mention, Link] | None:
    """Return the event that an expression places; `mentions` are the sentence's events by the index of their word."""
    if _is_of_another(sentence, located, lexicon):
        return None
    named = _dated_subject(sentence, located.head)
    if named is not None and named.index in mentions:
        return mentions[named.index], Link(located, Way.DIRECT, fronted=False)
    return _climb(sentence, located, mentions, lexicon)


def _climb(
    sentence: Sentence, located: Located, mentions: Mapping[int, Mention], lexicon: EventLexicon
) -> tuple[Mention, Link] | None:
    word, way = located.head, Way.DIRECT
    bound = is_bound(located)
    bare = is_bare(sentence, located)
    for _ in range(len(sentence.words)):
        mention = mentions.get(word.index)
        if mention is not None and word is not located.head:
            mention = _carrier(sentence, located, mention, mentions)
            return mention, Link(located, way, located.head.index < word.index)
        parent = sentence.governor(word)
        if parent is None:
            return None
        kind = relation(word)
        if word is not located.head:
            if kind in _CLAUSE:
                # A clause that is no event: its times belong to nothing.
                return None
            step = _step(sentence, word, mentions.get(parent.index), lexicon, bound=bound)
            if (_is_misread(located) and kind in _ARGUMENTS) or (step is None and bare and kind not in _ASIDE):
                step = Way.THROUGH_NOUN
            if step is None:
                return None
            way = max(way, step)
        elif kind in {"acl", "advcl", "parataxis", "ccomp"} and not has(
            sentence, word, "case", "det", "nummod", "amod"
        ):
            way = max(way, Way.THROUGH_NOUN)
        word = parent
    return None


def _dated_subject(sentence: Sentence, head: Word) -> Word | None:
    """Return the subject dated by a copula: "the wedding is on Saturday"."""
    return argument(sentence, head, "nsubj") if has(sentence, head, "cop") else None


def told_there(
    sentence: Sentence, located: Located, mentions: Mapping[int, Mention], lexicon: EventLexicon
) -> Iterator[tuple[Mention, Link]]:
    """Yield the events of clauses attached to an expression: "in 1989, when the wall fell"."""
    for word in located.words:
        for child in sentence.dependents(sentence.words[word], "acl", "advcl"):
            mention, marker = mentions.get(child.index), marker_of(sentence, child)
            if mention is not None and child.index > word and lexicon.subordinators.get(marker) == "same":
                yield mention, Link(located, Way.THROUGH_OBLIQUE, fronted=True)


def _is_of_another(sentence: Sentence, located: Located, lexicon: EventLexicon) -> bool:
    """Whether a time belongs to a comparison or a forecast: "from €61m in 2016", "forecast for 2019"."""
    before = min(located.words) - 1
    if before >= 0 and sentence.words[before].upos == "ADP":
        before -= 1
    word = sentence.words[before] if before >= 0 else None
    if word is not None and word.entry in lexicon.outlooks:
        return case_of(sentence, located.head) in lexicon.goals
    for _ in range(_NEAR):
        if word is None or word.upos not in _AMOUNTS:
            return False
        if case_of(sentence, word) in lexicon.origins:
            amount = word.upos in {"NUM", "SYM"} or any(sign.isdigit() for sign in word.text)
            return amount or has(sentence, word, "nummod")
        word = sentence.governor(word)
    return False


def is_bare(sentence: Sentence, located: Located) -> bool:
    """Whether an expression is a day without a preposition, a date wherever it was attached: "yesterday"."""
    head, interval = located.head, located.expression.interval
    if not head.deprel.endswith(":unmarked") or case_of(sentence, head) or interval is None:
        return False
    return interval.is_to_the_day and located.expression.kind in {Kind.DATE, Kind.TIME}


def _carrier(sentence: Sentence, located: Located, mention: Mention, mentions: Mapping[int, Mention]) -> Mention:
    """Return the verb instead of its object if a time follows both: "opened the exhibition Tuesday".

    A day with a preposition is the verb's if the object is new: "declared a pandemic on Wednesday", not "condemned the
    attack on Monday".
    """
    verb = mentions.get(mention.word.head)
    if verb is None or verb.sort is not Sort.VERB or located.head.index < mention.word.index or is_bound(located):
        return mention
    misread = mention.sort is Sort.NOUN and mention.word.upos == "VERB" and relation(mention.word) == "xcomp"
    if not misread and relation(mention.word) != "obj":
        return mention
    bare = not case_of(sentence, located.head)
    when = located.expression.interval
    dated = when is not None and when.is_to_the_day
    return verb if bare or (is_past(verb.word) and dated and _is_new(sentence, mention)) else mention


def _is_new(sentence: Sentence, mention: Mention) -> bool:
    return any(child.feats.get("Definite") == "Ind" for child in sentence.dependents(mention.word, "det"))


def _step(sentence: Sentence, noun: Word, mention: Mention | None, lexicon: EventLexicon, *, bound: bool) -> Way | None:
    """Return the way from a time within a noun phrase to the noun's governor; None if it is not the governor's."""
    kind = relation(noun)
    if kind == "obl" and bound:
        # "in last year's report" says when, "from last year's report" does not.
        return Way.THROUGH_OBLIQUE if lexicon.noun_signals.get(case_of(sentence, noun)) == "same" else None
    if kind in {"obl", "nmod", "advmod"}:
        return Way.THROUGH_OBLIQUE if kind != "nmod" else Way.THROUGH_NOUN
    if kind == "case":
        return Way.DIRECT
    if kind == "nsubj" and mention is not None and mention.sort is Sort.STATE and bound:
        return Way.THROUGH_STATE_SUBJECT
    if kind in {"obj", "nsubj", "iobj"} and not bound:
        # "sent troops in May": the parser attached the time to the noun before it.
        return Way.THROUGH_NOUN if kind != "nsubj" or noun.deprel == "nsubj:pass" else None
    return None


def is_bound(located: Located) -> bool:
    """Whether an expression belongs to a noun: "last year's report"; a preposition before it is the noun's."""
    return located.head.deprel in _BOUND and not _is_misread(located)


def _is_misread(located: Located) -> bool:
    """Whether the parser read a date with its own preposition as the number of a noun: "In 2015 engineers …"."""
    return located.head.deprel in {"nummod", "compound"} and located.expression.signal is not None


def signal_before(sentence: Sentence, located: Located) -> str:
    """Return the preposition of an expression in the tree, in lower case."""
    return "" if is_bound(located) else case_of(sentence, located.head)
