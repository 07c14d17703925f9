"""Order of two events from the form of the text, without expressions or explicit conjunctions.

Separate from placing: these are tendencies of prose, each with a confidence, and can be overruled.
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
    """A construction that shows which of two events starts first."""

    id: str
    says: str
    example: str
    """With square brackets around the trigger of the earlier event, angle brackets around that of the later."""


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
    """Whether an event is part of the narrative sequence: verbs are, unless they are states; nouns are not."""
    return mention.sort is Sort.VERB and attributes.event_class != "STATE"


def turns(mentions: Mapping[Key, Mention], attributes: Mapping[Key, Attributes]) -> dict[Key, bool]:
    """Return the events of the narrative sequence, and whether each is a report."""
    told = (key for key, mention in mentions.items() if told_in_sequence(mention, attributes[key]))
    return {key: attributes[key].event_class == "REPORTING" for key in told}


def sequence_edges(
    mentions: Mapping[Key, Mention], attributes: Mapping[Key, Attributes], lexicon: EventLexicon
) -> Iterator[Edge]:
    """Yield the order of clauses from their form.

    Something said, seen or thought started before it is said; a finite clause of reason or circumstance ("because",
    "as", "when") before its main clause; so did a participle that modifies a noun; and the past perfect precedes the
    last event of the narrative.
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
    """Return the event that governs a clause, skipping a noun that the clause modifies."""
    sentence, word = mention.sentence, mention.word
    if relation(word) == "acl" and word.head >= 0 and (sentence.index, word.head) not in mentions:
        word = sentence.words[word.head]
    key = (sentence.index, word.head)
    found = mentions.get(key)
    return key if found is not None and found.sort is not Sort.NOUN else None


def _earlier_than(mention: Mention, mine: Attributes, other: Attributes, lexicon: EventLexicon) -> OrderCue | None:
    """Return the cue by which a clause started before its governor; None if it did not."""
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
