"""What the form of the text says of the order of two events, where no expression and no conjunction does.

Kept apart from placing: these are tendencies of prose, each with the confidence with which it may be overruled.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.mentions.detection import Key, Mention, Sort
from timeline.events.placing.rule import edge
from timeline.events.trees.clauses import marker_of, relation

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.placing.placement import Edge
    from timeline.languages.event_lexicon import EventLexicon

__all__ = ["CUES", "OrderCue", "sequence_edges", "told_in_sequence", "turns"]


@frozen
class OrderCue:
    """A form of the text that tells which of two events begins first."""

    id: str
    says: str
    example: str
    """With square brackets around the word that stands for the earlier event, angle brackets around the later."""


_CONTENT = OrderCue(
    "cue.content",
    "What a finite clause says, below or beside a verb of saying, began before it is said.",
    "Officials <said> the bridge [collapsed].",
)
_GROUNDS = OrderCue(
    "cue.grounds",
    "What a finite clause gives as grounds or circumstance began before its main clause.",
    "The road <closed> because the river [flooded].",
)
_PARTICIPLE = OrderCue(
    "cue.participle",
    "What a past participle says of a noun began before what the clause around it tells.",
    "A man [wounded] by police <died>.",
)
_BACKGROUND = OrderCue(
    "cue.background",
    "The past perfect tells of what came before the event in the simple past told last.",
    "The ship <sank>. It had [left] the port.",
)
CUES = (_CONTENT, _GROUNDS, _PARTICIPLE, _BACKGROUND)


def told_in_sequence(mention: Mention, attributes: Attributes) -> bool:
    """Tell whether an event takes its turn in the telling: verbs do, unless they tell a state; nouns do not."""
    return mention.sort is Sort.VERB and attributes.event_class != "STATE"


def turns(mentions: Mapping[Key, Mention], attributes: Mapping[Key, Attributes]) -> dict[Key, bool]:
    """Give the events that take their turn in the telling, and whether each is a report."""
    told = (key for key, mention in mentions.items() if told_in_sequence(mention, attributes[key]))
    return {key: attributes[key].event_class == "REPORTING" for key in told}


def sequence_edges(
    mentions: Mapping[Key, Mention], attributes: Mapping[Key, Attributes], lexicon: EventLexicon
) -> Iterator[Edge]:
    """Give the order that clauses have by their form.

    What is said, seen or thought began before it is said; what a finite clause gives as grounds or circumstance
    ("because", "as", "when") began before its main clause; so did what a participle says of a noun; and the past
    perfect tells of what came before the event told last.
    """
    told: Key | None = None
    for key, mention in mentions.items():
        if mention.sort is Sort.NOUN:
            continue
        mine, above = attributes[key], _above(mentions, mention)
        if above is not None:
            cue = _earlier_than(mention, mine, attributes[above], lexicon)
            if cue is not None:
                yield edge(key, above, cue.id)
        if mine.tense != "PAST":
            continue
        if mine.is_perfect and told is not None:
            yield edge(key, told, _BACKGROUND.id)
        elif told_in_sequence(mention, mine) and mine.event_class != "REPORTING" and mine.force is None:
            told = key


def _above(mentions: Mapping[Key, Mention], mention: Mention) -> Key | None:
    """Give the event that governs a clause, past a noun that the clause modifies."""
    sentence, word = mention.sentence, mention.word
    if relation(word) == "acl" and word.head >= 0 and (sentence.index, word.head) not in mentions:
        word = sentence.words[word.head]
    key = (sentence.index, word.head)
    found = mentions.get(key)
    return key if found is not None and found.sort is not Sort.NOUN else None


def _earlier_than(mention: Mention, mine: Attributes, other: Attributes, lexicon: EventLexicon) -> OrderCue | None:
    """Tell by which cue a clause tells of what began before its governor; None where it does not."""
    if mine.force is not None or mine.tense in {"INFINITIVE", "FUTURE"}:
        return None
    kind = relation(mention.word)
    if kind in {"ccomp", "parataxis"}:
        return _CONTENT if other.event_class == "REPORTING" and mine.finite else None
    if kind == "advcl" and mine.finite:
        marker = marker_of(mention.sentence, mention.word)
        ordered = lexicon.subordinators.get(marker) in {"before", "after"} or marker in lexicon.conditional_marks
        return None if ordered else _GROUNDS
    if kind == "acl" and mine.tense == "PASTPART":
        return _PARTICIPLE
    return None
