"""What an article tells of, before anything is placed: its events, their attributes, the expressions linked to them."""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any, Protocol

from attrs import field, mutable

from timeline.events import headlines, mending
from timeline.events.attributes import Attributes, attributes_of
from timeline.events.clauses import is_finite
from timeline.events.counted import Counted, find_counted
from timeline.events.detection import Mention, Sort, find_mentions, names_in
from timeline.events.given import Place, mentions_at, places_in
from timeline.events.linking import Link, Located, link, locate, told_there
from timeline.events.placement import Key
from timeline.expressions.expression import Kind, TemporalExpression

if TYPE_CHECKING:
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Analysis, Sentence

__all__ = ["Block", "Reading", "read"]

_SILENT = frozenset({"furniture", "byline", "dateline"})
_HEADLINES = frozenset({"heading", "caption"})


class Block(Protocol):
    """A stretch of the text with its kind: prose, heading, byline, dateline, caption or furniture."""

    @property
    def start(self) -> int:
        """Offset of the first character."""

    @property
    def end(self) -> int:
        """Offset after the last character."""

    @property
    def kind(self) -> Any:  # noqa: ANN401 - layout's own enumeration, or a string
        """What kind of block it is: a string, or an enum whose value is one."""


@mutable(eq=False)
class Reading:
    """The events of one article and what stands around them; filled sentence by sentence."""

    mentions: dict[Key, Mention] = field(factory=dict)
    """In the order of the text."""
    attributes: dict[Key, Attributes] = field(factory=dict)
    links: dict[Key, list[Link]] = field(factory=lambda: defaultdict(list))
    """The expressions that the tree ties to an event."""
    counted: dict[Key, Counted] = field(factory=dict)
    """The events that lie so long before or after others."""
    located: dict[int, list[Located]] = field(factory=dict)
    """By sentence, the expressions in it."""
    timed: dict[int, frozenset[int]] = field(factory=dict)
    """By sentence, the words inside expressions."""
    spare: dict[int, frozenset[int]] = field(factory=dict)
    """By sentence, the words of expressions that say when, not how long."""
    headlines: set[int] = field(factory=set)
    """Sentences of headings and captions."""
    told: dict[int, int] = field(factory=dict)
    """The sentences that are told, each with its place among them."""
    parted: list[int] = field(factory=list)
    """Places among them before which a heading stands."""
    leads: dict[int, bool] = field(factory=dict)
    """By sentence, whether a block of the text begins with it."""

    def dated_in(self, sentence: int) -> list[Located]:
        """Give the expressions of a sentence that have an interval."""
        return [each for each in self.located.get(sentence, ()) if each.expression.interval is not None]


def read(
    expressions: Sequence[TemporalExpression],
    analysis: Analysis,
    blocks: Sequence[Block],
    lexicon: EventLexicon,
    *,
    triggers: Sequence[Place] | None = None,
) -> Reading:
    """Find the events of an article, or take those at `triggers`, which no kind of block hides."""
    reading = Reading()
    kinds = _Kinds(blocks)
    starts = [expression.start for expression in expressions]
    names = frozenset(name for sentence in analysis.sentences for name in names_in(sentence))
    block = -2
    for sentence, given in _with_places(analysis.sentences, triggers):
        kind = kinds.at(sentence.start)
        if (kind in _SILENT or kinds.is_question(sentence)) and not given:
            reading.parted.append(len(reading.told))
            continue
        reading.leads[sentence.index] = kinds.number(sentence.start) != block
        block = kinds.number(sentence.start)
        if kind in _HEADLINES:
            reading.parted.append(len(reading.told))
        else:
            reading.told[sentence.index] = len(reading.told)
        if kind in _HEADLINES:
            sentence = headlines.mended(sentence, lexicon)  # noqa: PLW2901 - the sentence as it should have been read
        sentence = mending.mended(sentence, lexicon)  # noqa: PLW2901 - as above
        _read_sentence(reading, sentence, kind, locate(sentence, expressions, starts), names, lexicon, given)
    return reading


def _read_sentence(  # noqa: PLR0913, PLR0917 - a sentence with what stands in it
    reading: Reading,
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
        reading.headlines.add(sentence.index)
    reading.located[sentence.index] = located
    reading.timed[sentence.index] = covered
    # How long something lasted belongs to what happened; when it was is told beside it.
    dated = (each for each in located if each.expression.kind is not Kind.DURATION)
    reading.spare[sentence.index] = frozenset(index for each in dated for index in each.words)
    by_word = {mention.word.index: mention for mention in found}
    for mention in found:
        reading.mentions[mention.key] = mention
        reading.attributes[mention.key] = attributes_of(mention, lexicon)
    counted = find_counted(sentence, located, by_word, lexicon)
    reading.counted.update(counted)
    taken = {each.located.index for _, each in counted}
    bases = {key: each.base for key, each in counted}
    for each in located:
        linked = None if each.index in taken else link(sentence, each, by_word, lexicon)
        if linked is not None:
            key = linked[0].key
            reading.links[_told_with(key, bases.get(key), each)].append(linked[1])
        for mention, one in told_there(sentence, each, by_word, lexicon):
            reading.links[mention.key].append(one)


def _told_with(key: Key, base: Key | None, located: Located) -> Key:
    """Give the base of what is counted for an expression right behind it: two days after the vote on May 3."""
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
        """Give which block holds an offset, or is the last before it; -1 before the first."""
        return bisect_right(self._starts, offset) - 1

    def is_question(self, sentence: Sentence) -> bool:
        """Tell whether a sentence is a block of its own that asks: the heading of an answer."""
        index = self.number(sentence.start)
        alone = index >= 0 and self._blocks[index].start == sentence.start and self._blocks[index].end <= sentence.end
        return alone and sentence.words[-1].text == "?"

    def at(self, offset: int) -> str:
        """Give the kind of the block that holds an offset, `prose` where none does."""
        index = self.number(offset)
        if index < 0 or offset >= self._blocks[index].end:
            return "prose"
        kind = self._blocks[index].kind
        return str(getattr(kind, "value", kind))
