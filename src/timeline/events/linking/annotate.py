"""The events of an article, their attributes and the expressions linked to them, before placing."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Protocol

from attrs import field, mutable

from timeline.events.linking.arguments import Link, Located, link, locate, told_there
from timeline.events.linking.event_anchored import Counted, find_counted
from timeline.events.mentions.attributes import Attributes, attributes_of
from timeline.events.mentions.detection import Key, Mention, Sort, find_mentions, names_in
from timeline.events.mentions.gold_triggers import Place, mentions_at, places_in
from timeline.events.trees.clauses import is_finite
from timeline.events.trees.headlines import headline_repaired
from timeline.events.trees.repairs import repaired
from timeline.expressions.expression import Kind, TemporalExpression

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Analysis, Sentence

__all__ = ["Annotation", "Block", "annotate"]

_SILENT = frozenset({"furniture", "byline", "dateline"})
_HEADLINES = frozenset({"heading", "caption"})


class Block(Protocol):
    """A block of the text with its kind: prose, heading, byline, dateline, caption or furniture."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""

    @property
    def kind(self) -> object:
        """The kind of block: a string, or an enum whose value is one."""


@mutable(eq=False)
class Annotation:
    """The events of one article and their context; filled sentence by sentence."""

    mentions: dict[Key, Mention] = field(factory=dict)
    """In the order of the text."""
    attributes: dict[Key, Attributes] = field(factory=dict)
    links: dict[Key, list[Link]] = field(factory=lambda: defaultdict(list))
    """The expressions that the tree links to an event."""
    counted: dict[Key, Counted] = field(factory=dict)
    """The events at some distance before or after others."""
    located: dict[int, list[Located]] = field(factory=dict)
    """By sentence, the expressions in it."""
    timed_words: dict[int, frozenset[int]] = field(factory=dict)
    """By sentence, the words inside expressions."""
    dated_words: dict[int, frozenset[int]] = field(factory=dict)
    """By sentence, the words of expressions of when, not of how long."""
    headlines: set[int] = field(factory=set)
    """Sentences of headings and captions."""
    story_positions: dict[int, int] = field(factory=dict)
    """The sentences of the running text, each with its position among them."""
    story_breaks: list[int] = field(factory=list)
    """Positions among them that follow a heading."""
    opens_block: dict[int, bool] = field(factory=dict)
    """By sentence, whether a block of the text starts with it."""

    def dated_in(self, sentence: int) -> list[Located]:
        """Return the expressions of a sentence that have an interval."""
        return [each for each in self.located.get(sentence, ()) if each.expression.interval is not None]


def annotate(
    expressions: Sequence[TemporalExpression],
    analysis: Analysis,
    blocks: Sequence[Block],
    lexicon: EventLexicon,
    *,
    triggers: Sequence[Place] | None = None,
) -> Annotation:
    """Find the events of an article, or take those at `triggers`, in any kind of block."""
    annotation = Annotation()
    kinds = _Kinds(blocks)
    starts = [expression.start for expression in expressions]
    names = frozenset(name for sentence in analysis.sentences for name in names_in(sentence))
    block = -2
    for sentence, given in _with_places(analysis.sentences, triggers):
        kind = kinds.at(sentence.start)
        if (kind in _SILENT or kinds.is_question(sentence)) and not given:
            annotation.story_breaks.append(len(annotation.story_positions))
            continue
        annotation.opens_block[sentence.index] = kinds.number(sentence.start) != block
        block = kinds.number(sentence.start)
        if kind in _HEADLINES:
            annotation.story_breaks.append(len(annotation.story_positions))
        else:
            annotation.story_positions[sentence.index] = len(annotation.story_positions)
        repaired_sentence = headline_repaired(sentence, lexicon) if kind in _HEADLINES else sentence
        repaired_sentence = repaired(repaired_sentence, lexicon)
        located = locate(repaired_sentence, expressions, starts)
        _annotate_sentence(annotation, repaired_sentence, kind, located, names, lexicon, given)
    return annotation


def _annotate_sentence(  # noqa: PLR0913, PLR0917 - a sentence with its annotations
    annotation: Annotation,
    sentence: Sentence,
    kind: str,
    located: list[Located],
    names: frozenset[str],
    lexicon: EventLexicon,
    given: Sequence[Place] | None,
) -> None:
    covered = frozenset(index for each in located for index in each.words)
    found = find_mentions(sentence, lexicon, covered, names)
    if given is not None:
        found = mentions_at(sentence, given, found)
    elif kind == "heading" and not any(_is_clause(mention) for mention in found):
        return
    if kind in _HEADLINES:
        annotation.headlines.add(sentence.index)
    annotation.located[sentence.index] = located
    annotation.timed_words[sentence.index] = covered
    # A duration belongs to the event; a date is stated separately.
    dated = (each for each in located if each.expression.kind is not Kind.DURATION)
    annotation.dated_words[sentence.index] = frozenset(index for each in dated for index in each.words)
    by_word = {mention.word.index: mention for mention in found}
    for mention in found:
        annotation.mentions[mention.key] = mention
        annotation.attributes[mention.key] = attributes_of(mention, lexicon)
    counted = find_counted(sentence, located, by_word, lexicon)
    annotation.counted.update(counted)
    taken = {each.located.index for _, each in counted}
    bases = {key: each.base for key, each in counted}
    for each in located:
        linked = None if each.index in taken else link(sentence, each, by_word, lexicon)
        if linked is not None:
            key = linked[0].key
            annotation.links[_told_with(key, bases.get(key), each)].append(linked[1])
        for mention, one in told_there(sentence, each, by_word, lexicon):
            annotation.links[mention.key].append(one)


def _told_with(key: Key, base: Key | None, located: Located) -> Key:
    """Return the base of a counted time for an expression right after it: two days after the vote on May 3."""
    if base is None or located.head.index < base[1] or base[1] < key[1] < located.head.index:
        return key
    return base


def _with_places(
    sentences: Sequence[Sentence], triggers: Sequence[Place] | None
) -> Iterator[tuple[Sentence, Sequence[Place] | None]]:
    places = None if triggers is None else sorted(triggers)
    for number, sentence in enumerate(sentences):
        until = sentences[number + 1].start if number + 1 < len(sentences) else None
        yield sentence, None if places is None else places_in(sentence, places, until)


def _is_clause(mention: Mention) -> bool:
    return mention.sort is not Sort.NOUN and is_finite(mention.sentence, mention.word)


class _Kinds:
    """The kinds of blocks by offset."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._blocks = blocks
        self._starts = [block.start for block in blocks]

    def number(self, offset: int) -> int:
        """Return the index of the block that contains an offset, or is the last before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def is_question(self, sentence: Sentence) -> bool:
        """Whether a sentence is a separate block with a question: the heading of an answer."""
        index = self.number(sentence.start)
        alone = index >= 0 and self._blocks[index].start == sentence.start and self._blocks[index].end <= sentence.end
        return alone and sentence.words[-1].text == "?"

    def at(self, offset: int) -> str:
        """Return the kind of the block that contains an offset, `prose` if none does."""
        index = self.number(offset)
        if index < 0 or offset >= self._blocks[index].end:
            return "prose"
        kind = self._blocks[index].kind
        return str(getattr(kind, "value", kind))
