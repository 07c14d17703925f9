"""The frames of a text: what its headings, line heads and sentences have said of the time of the words that follow.

A bare date ("in May", "on April 6") is one of many. What tells which is said around it: by the sentence, by the
paragraph, by the head of its line, by the heading above; the publication is only the outermost frame. `Frames` follows
the text and answers, for an offset, with the evidence there is; `readings` weighs it.
"""

from __future__ import annotations

import enum
import math
import re
import sys
from bisect import bisect_right
from collections.abc import Iterable, Iterator, Mapping, Sequence
from heapq import heappop, heappush
from itertools import islice
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen, mutable

from timeline.calculus.granularity import Granularity
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.layout.outline import NO_HEADING, Outline

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval

__all__ = ["DatedBlocks", "Evidence", "Frame", "Frames", "Said", "Source"]

SENTENCE_END = re.compile(
    # begins with one set of characters, so that the search leaps to them
    r"[.!?\n\u2029](?:(?<=[.!?])(?<![ .(][A-Z]\.)[\"”’')\]]*\s+(?=[\"“‘'(\[]?[^\W\d_a-zß-öø-ÿ])"
    r"|(?<=\n)\s*\n|(?<=\u2029))"
)
_SCOPE_SIGNS = re.compile(r"[()\[\]“”\"]")
_SPACE = r"[^\S\r\n\u2029]{0,9}"
"""Spaces of any kind, as a reference leaves several; no break of a line."""
_BESIDE = re.compile(rf"{_SPACE}[,:(–—-]?{_SPACE}(?:\w{{1,9}}{_SPACE},?{_SPACE}){{0,2}}\(?")
"""Between two times that belong together: a sign, and two short words at most."""
_LONGEST_BLOCK = 20_000
"""Code points of a block whose sentences and scopes are read; a longer one is one sentence."""
_YEARS = 2
"""How many of the times named before with their year are evidence."""
_UNMARKED = 7
"""Rank of a heading without a mark, a date alone on its line: below all marked headings."""
_MOST_FRAMES = 8
"""How many of the frames around an offset are evidence, the innermost first."""
_RANKS = {Granularity.YEAR: 0.0, Granularity.MONTH: 0.2, Granularity.DAY: 0.4}
_ITEM = 10
"""Rank of a list item, to which its indentation is added."""
_LINE = math.inf
"""Rank of a line or paragraph with a head of its own."""


class Source(enum.Enum):
    """Where evidence stands, seen from the expression."""

    BEFORE = "said earlier in its sentence"
    AFTER = "said later in its sentence"
    BESIDE = "said beside it"
    SENTENCE = "said in its sentence with its year"
    PARAGRAPH = "said earlier in its paragraph"
    STORY = "said last"
    PASSAGE = "said in its paragraph with its year"
    YEAR = "said last with its year"
    EARLIER = "said before that with its year"
    NEXT = "said next with its year"
    HEAD = "at the head of its line"
    HEADING = "in the heading above"

    __hash__ = object.__hash__

    @property
    def is_last(self) -> bool:
        """Whether it is the time named last before the expression."""
        return self in {Source.BESIDE, Source.BEFORE, Source.PARAGRAPH, Source.STORY}

    @property
    def is_apart(self) -> bool:
        """Whether it stands in another sentence of running text, which in news tells nothing of a day of the week."""
        return self in {Source.PARAGRAPH, Source.PASSAGE, Source.STORY, Source.YEAR, Source.EARLIER, Source.NEXT}

    @property
    def is_far_off(self) -> bool:
        """Whether it may stand anywhere in the text: it tells the more, the more the text is a story."""
        return self in {Source.STORY, Source.YEAR, Source.EARLIER, Source.NEXT}

    @property
    def is_before(self) -> bool:
        """Whether it is named before the expression, in running text."""
        return self.is_last or self in {Source.SENTENCE, Source.PASSAGE, Source.YEAR, Source.EARLIER}


class Said(NamedTuple):
    """A time that the text has named: where, and when that is."""

    start: int
    end: int
    interval: Interval
    number: int
    """Its place among the expressions."""
    is_told: bool = True
    """Whether the words alone say when it is; false where that was found out by other evidence."""
    is_bound: bool = False
    """Whether it only bounds what is said: since 2019, before May."""


class Evidence(NamedTuple):
    """One source, and what it says."""

    source: Source
    said: Said


@frozen
class Frame:
    """A time that holds for a stretch of text: that of a heading or of the head of a line."""

    rank: float
    said: Said | None
    """None for a heading that names no time: it ends the frames of those above it."""
    block: int
    alone: bool
    """Whether the time was all that its block said, as the date above an entry of a diary."""


@mutable(eq=False)
class Frames:
    """Follows one text; told of each time named, in order, it knows which of them hold at an offset."""

    outline: Outline
    verbs: Sequence[re.Pattern[str]] = ()
    """Find a verb, which parts two times: "founded in 1994, said on March 3"."""
    _frames: list[Frame] = field(factory=list, init=False)
    _block: int = field(default=-1, init=False)
    _said: _Trail = field(init=False)
    _told: _Trail = field(init=False)
    """Those of them whose words alone say when they are."""
    _ends: tuple[int, list[int]] = field(default=(-1, []), init=False)
    _scopes: tuple[int, _Scopes] = field(init=False)

    def __attrs_post_init__(self) -> None:
        self._said, self._told = _Trail(), _Trail()
        self._scopes = -1, _Scopes([], [])

    def move_to(self, offset: int) -> int:
        """Go on to the block of an offset, leaving the frames that end before it; return its number."""
        block = self.outline.block_at(offset)
        if block > self._block:
            for number in range(self._block + 1, block + 1):
                self._enter(number)
            self._block = block
            self._said.go_on()
            self._told.go_on()
        return block

    def _enter(self, block: int) -> None:
        level = self.outline.level(block)
        if level != NO_HEADING:
            self._leave(level)
            self._frames.append(Frame(level, None, block, alone=False))
            return
        if self._frames and self._frames[-1].rank >= _ITEM:
            indent = self.outline.indent(block)
            self._leave(_LINE if indent is None else _ITEM + indent, lines=indent is None)

    def _leave(self, rank: float, *, lines: bool = False) -> None:
        """End the frames of a rank and below; with `lines`, those of list items too."""
        while self._frames and (self._frames[-1].rank >= (_ITEM if lines else rank)):
            self._frames.pop()

    def tell(self, said: Said) -> bool:
        """Note a time that was named; return whether it heads its block, so that later words hang on its frame."""
        block = self.move_to(said.start)
        start, end = said.start, said.end
        level = self.outline.level(block)
        alone = self.outline.is_alone(block, start, end)
        if level != NO_HEADING:
            if self._frames and self._frames[-1].block == block:
                self._frames[-1] = Frame(level, said, block, alone=alone)
            return True
        if alone:
            rank = _UNMARKED + _RANKS.get(said.interval.granularity, 0.6)
            self._leave(rank)
            self._frames.append(Frame(rank, said, block, alone=True))
            return True
        clock = said.interval.granularity < Granularity.PART_OF_DAY and self.outline.is_first(block, start)
        if clock or self.outline.is_head(block, start, end):
            indent = self.outline.indent(block)
            rank = _LINE if indent is None else _ITEM + indent
            self._leave(rank)
            self._frames.append(Frame(rank, said, block, alone=False))
            return True
        return False

    def note(self, said: Said) -> None:
        """Keep a time on which later expressions may depend."""
        self.move_to(said.start)
        self._said.add(said)
        if said.is_told:
            self._told.add(said)

    @property
    def innermost(self) -> Said | None:
        """The time that holds for the block, from its head or a heading above."""
        return next((frame.said for frame in reversed(self._frames) if frame.said is not None), None)

    def entry(self, offset: int) -> Said | None:
        """Return the day that is today at an offset: that of the entry of a diary or log in which it stands."""
        self.move_to(offset)
        for frame in reversed(self._frames):
            said = frame.said
            if said is not None and said.interval.granularity <= Granularity.DAY:
                return said if said.end <= offset else None
        return None

    def evidence(self, start: int, end: int, ahead: Iterable[Said]) -> list[Evidence]:
        """Return what is said of the time of a span; `ahead` are the times that the text names after it, in order."""
        block = self.move_to(start)
        frames = (frame for frame in reversed(self._frames) if frame.said is not None and frame.said.end <= start)
        found = [
            Evidence(Source.HEADING if frame.alone or frame.rank < _UNMARKED else Source.HEAD, frame.said)
            for frame in islice(frames, _MOST_FRAMES)
            if frame.said is not None
        ]
        left, right = self._sentence(block, start)
        scopes = self._open_scopes(block)
        last: Said | None = None
        for said in ahead:
            if said.start >= end and not said.is_bound and (said.start >= right or scopes.sees(start, said.start)):
                source = Source.AFTER if said.start < right else Source.NEXT
                if self._is_beside(end, said.start, said):
                    source, last = Source.BESIDE, said
                found.append(Evidence(source, said))
                break
        block_start = self.outline.span(block)[0]
        years = 0
        if last is None and (last := next(self._said.seen(start, scopes), None)) is not None:
            source = Source.BEFORE if last.start >= left else Source.PARAGRAPH
            source = source if last.start >= block_start else Source.STORY
            found.append(Evidence(Source.BESIDE if self._is_beside(last.end, start, last) else source, last))
            years += last.is_told
        for said in self._told.seen(start, scopes):
            if years == _YEARS:
                break
            if said is not last:
                source = Source.SENTENCE if said.start >= left else Source.PASSAGE
                source = source if said.start >= block_start else Source.YEAR
                found.append(Evidence(Source.EARLIER if years and source is Source.YEAR else source, said))
                years += 1
        return found

    def _is_beside(self, end: int, start: int, said: Said) -> bool:
        """Whether only a comma and a preposition or two stand between two times: "in 1994, on April 6"."""
        if said.is_bound or _BESIDE.fullmatch(self.outline.text, end, start) is None:
            return False
        return not any(verb.search(self.outline.text, end, start) for verb in self.verbs)

    def _sentence(self, block: int, offset: int) -> tuple[int, int]:
        """Return the half-open span of the sentence of an offset."""
        if self._ends[0] != block:
            start, end = self.outline.span(block)
            text = self.outline.text
            ends = [match.end() for match in SENTENCE_END.finditer(text, start, min(end, start + _LONGEST_BLOCK))]
            self._ends = block, [start, *(each for each in ends if start < each < end), end]
        ends = self._ends[1]
        number = bisect_right(ends, offset)
        return ends[number - 1], ends[number]

    def _open_scopes(self, block: int) -> _Scopes:
        """Return the brackets and quotations of a block."""
        if self._scopes[0] != block:
            start, end = self.outline.span(block)
            self._scopes = block, _Scopes.of(_spans(self.outline.text, start, min(end, start + _LONGEST_BLOCK)))
        return self._scopes[1]


@mutable(eq=False)
class _Trail:
    """Times in the order in which the text names them; asked for an offset, which of them it sees."""

    _all: list[Said] = field(factory=list, init=False)
    _above: int = field(default=0, init=False)
    """How many of them stand in the blocks before the present one."""
    _here: list[Said] = field(factory=list, init=False)
    """Those in the present block, but for those in brackets and quotations that have been closed."""

    def go_on(self) -> None:
        """Begin a block."""
        self._above = len(self._all)
        self._here.clear()

    def add(self, said: Said) -> None:
        """Keep a time of the present block."""
        self._all.append(said)
        self._here.append(said)

    def seen(self, start: int, scopes: _Scopes) -> Iterator[Said]:
        """Give what an offset sees, the last first; what it does not see, no later one does."""
        for place in range(len(self._here) - 1, -1, -1):
            if scopes.sees(start, self._here[place].start):
                yield self._here[place]
            else:
                del self._here[place]
        for place in range(self._above - 1, -1, -1):
            yield self._all[place]


class _Scopes(NamedTuple):
    """The brackets and quotations of a block: from which offsets on there are which around."""

    places: list[int]
    reaches: list[tuple[int, int]]
    """From each of the places on, the half-open span that lies in the same brackets and quotations."""

    @classmethod
    def of(cls, spans: Iterable[tuple[int, int]]) -> _Scopes:
        """Return the scopes of half-open spans, of which some may cross."""
        begins = dict(spans)
        opened: list[tuple[int, int]] = []
        ends: list[int] = []
        found = cls([], [])
        for place in sorted({*begins, *begins.values()}):
            if place in begins:
                opened.append((place, begins[place]))
                heappush(ends, begins[place])
            while opened and opened[-1][1] <= place:
                opened.pop()
            while ends and ends[0] <= place:
                heappop(ends)
            found.places.append(place)
            found.reaches.append((opened[-1][0], ends[0]) if opened else (0, sys.maxsize))
        return found

    def sees(self, here: int, there: int) -> bool:
        """Whether what stands at one offset holds at another: not if a bracket or quotation leaves that out."""
        number = bisect_right(self.places, there) - 1
        if number < 0:
            return True
        begin, end = self.reaches[number]
        return begin <= here < end


@frozen
class DatedBlocks:
    """The blocks of a text that have a date, from their head or from a heading above."""

    outline: Outline
    _dated: Mapping[int, int]
    """By the number of a block, the index of the expression."""

    @classmethod
    def of(cls, raw: str, masked: str, expressions: Sequence[TemporalExpression]) -> DatedBlocks:
        """Follow a text, given its expressions in order; `masked` is the text without its markup."""
        outline = Outline(masked, raw)
        frames, dated, waiting = Frames(outline), {}, list(enumerate(expressions))[::-1]
        for block in range(len(outline)):
            start, end = outline.span(block)
            frames.move_to(start)
            while waiting and waiting[-1][1].start < end:
                index, each = waiting.pop()
                if each.kind in {Kind.DATE, Kind.TIME} and each.interval is not None and each.interval.is_exact:
                    frames.tell(Said(each.start, each.end, each.interval, index))
            if frames.innermost is not None:
                dated[block] = frames.innermost.number
        return cls(outline, dated)

    def at(self, offset: int) -> int | None:
        """Return the index of the expression that dates the block of an offset."""
        return self._dated.get(self.outline.block_at(offset))


def _spans(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Return the spans of brackets and quotations, half-open; what is never closed opens none."""
    opened: dict[str, list[int]] = {")": [], "]": [], "”": []}
    straight: int | None = None
    found = []
    for match in _SCOPE_SIGNS.finditer(text, start, end):
        sign, place = match.group(), match.start()
        if sign == '"':
            if straight is None:
                straight = place
            else:
                found.append((straight, place))
                straight = None
        elif sign in "([“":
            opened[{"(": ")", "[": "]", "“": "”"}[sign]].append(place)
        elif opened[sign]:
            found.append((opened[sign].pop(), place))
    return found
