"""One pass over a text, for the few places where a temporal expression can be at all.

The text is cut at its blanks, and each chunk is looked up once: does it hold a trigger (a word that an expression
cannot do without), only words that rules know, or others? Only the stretches of known words around a trigger are cut
into tokens, each of which stands for one character; around each trigger an island grows over all words that rules
know. What is done for every chunk runs in C, so most of a text costs less than tokenising it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate
from typing import NamedTuple

from attrs import field, mutable

from timeline.expressions.grammar import Grammar
from timeline.expressions.tables import Table

__all__ = ["Island", "Scanner", "tokens"]

# Numbers keep what is glued to them: 2022-07-22T10:30Z, 10:30, 1,500, 7/22/22, 10–12, 1990s, 3rd, 10am. Then words,
# space, and every other character alone. Each alternative excludes what the others begin with, so it is linear.
_TOKEN = re.compile(
    r"\d+(?:[-–—./:,]\d+)*(?:T\d\d(?::?\d\d)*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|-?W\d\d(?:-\d)?|[^\W\d_]+)?"
    r"|[aApP]\.[mM]\b\.?|[^\W\d]\w*|\s+|[^\w\s]"
)
_DASHES = "-–—"
_BLANKS = "\n\t\r"
"""Cut at like spaces; all other white space is left to the tokens."""
_TRIGGER, _KNOWN, _OTHER = "t", "k", "o"
"""What a chunk is: with a trigger, of known words only, or neither."""
_PARTING = "\n\n"
"""Stands between stretches of text that do not belong together, as it does between paragraphs."""
_MAX_LEFT = 24
_MAX_RIGHT = 72
_MAX_REMEMBERED = 1 << 17
_MAX_CHUNK = 40
"""Code points; a longer chunk or token is not remembered."""


def tokens(text: str) -> list[str]:
    """Cut a text into tokens that tile it.

    >>> tokens("On 22 July, 10:30 a.m.")
    ['On', ' ', '22', ' ', 'July', ',', ' ', '10:30', ' ', 'a.m.']
    """
    return _TOKEN.findall(text)


class Island(NamedTuple):
    """A run of tokens that may hold expressions, with the characters of its neighbours."""

    start: int
    """Offset of the first token."""
    text: str
    before: str
    after: str
    touching: tuple[str, str]
    """The tokens before and after; a space at the ends of the text."""

    @property
    def end(self) -> int:
        """Offset behind the last token."""
        return self.start + len(self.text)

    def words(self) -> list[tuple[str, int, int]]:
        """Give text, start and end (counted from the island's) of each token but spaces; a dash is `--`."""
        found = []
        pieces = [self.touching[0], *tokens(self.text), self.touching[1]]
        end = 0
        for index in range(1, len(pieces) - 1):
            token = pieces[index]
            end += len(token)
            if token.isspace():
                continue
            word = token
            if token in _DASHES:
                word = "--" if pieces[index - 1].isspace() or pieces[index + 1].isspace() else "-"
            found.append((word, end - len(token), end))
        return found


@mutable(eq=False)
class Scanner:
    """Finds islands in text for one grammar."""

    grammar: Grammar
    _characters: Table[str, str] = field(init=False)
    _chunks: Table[str, str] = field(init=False)
    _triggers: set[str] = field(factory=set, init=False)
    _compiled: tuple[tuple[int, int, int], re.Pattern[str], re.Pattern[str]] | None = field(default=None, init=False)
    """How many triggers, joints and abbreviations there were, and the patterns made of them."""
    _joints: set[str] = field(factory=set, init=False)
    _abbreviations: set[str] = field(factory=set, init=False)
    _can_begin: set[str] = field(factory=set, init=False)
    _can_end: set[str] = field(factory=set, init=False)
    _space: str = field(init=False)
    _break: str = field(init=False)
    _stop: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        alphabet = self.grammar.alphabet
        self._space, self._break = alphabet.character(("space",)), alphabet.character(("break",))
        self._stop = self.grammar.character(".")
        self._characters = Table(self._look_up, _MAX_REMEMBERED, longest=_MAX_CHUNK)
        self._chunks = Table(self._look_at, _MAX_REMEMBERED, longest=_MAX_CHUNK)
        self._note_edges(".", self._stop)
        for token in self.grammar.language.vocabulary:
            self._look_up(token)  # so that few characters are met later

    def _note_edges(self, token: str, character: str) -> None:
        if self.grammar.can_begin(token):
            self._can_begin.add(character)
        if self.grammar.can_end(token):
            self._can_end.add(character)

    def _look_up(self, token: str) -> str:
        """Give the character of a token, and remember what kind it is."""
        if token.isspace():
            blank_line = token.count("\n") > 1 or token.count("\r") > 1 or len(token) > _MAX_LEFT
            return self._break if blank_line else self._space
        grammar = self.grammar
        character = grammar.character(token)
        if character not in self._joints and token != "." and grammar.is_consumed(token):
            self._note_edges(token, character)
            classes = grammar.classes(token)
            if not grammar.language.triggers.isdisjoint(classes):
                self._triggers.add(character)
            if grammar.language.abbreviations in classes:
                self._abbreviations.add(character)
            self._joints.add(character)  # last, as another thread goes by it
        return character

    def _look_at(self, chunk: str) -> str:
        """Tell what a chunk is."""
        characters = self._spell(tokens(chunk))
        if not self._triggers.isdisjoint(characters):
            return _TRIGGER
        joints, space, stop = self._joints, self._space, self._stop
        known = all(character in joints or character in {space, stop} for character in characters)
        return _KNOWN if known else _OTHER

    def _spell(self, pieces: list[str]) -> str:
        return "".join(map(self._characters.__getitem__, pieces))

    def islands(self, text: str) -> Iterator[Island]:
        """Give the islands of a text in order; they do not overlap."""
        cut = text
        for blank in _BLANKS:
            cut = cut.replace(blank, " ")
        chunks = cut.split(" ")
        marks = "".join(map(self._chunks.__getitem__, chunks))
        trigger = marks.find(_TRIGGER)
        if trigger < 0:
            return
        stretches: list[str] = []
        starts: list[int] = []
        start = last = 0
        begun = 0  # the chunk that begins at `start`
        while trigger >= 0:
            first = max(marks.rfind(_OTHER, last, trigger), last)
            last = marks.find(_OTHER, trigger)
            if last < 0:
                last = len(chunks) - 1
            if first > begun:
                start += len(" ".join(chunks[begun:first])) + 1  # far faster than adding up lengths
                begun = first
            end = start + len(" ".join(chunks[first : last + 1]))
            starts.append(start)
            stretches.append(text[start:end])
            trigger = marks.find(_TRIGGER, last + 1)
        yield from self._islands(stretches, starts)

    def _islands(self, stretches: list[str], starts: list[int]) -> Iterator[Island]:
        """Give the islands of stretches whose first and last chunk part them from all others."""
        pieces = tokens(_PARTING.join(stretches))
        string = self._spell(pieces)
        ends = list(accumulate(map(len, pieces)))
        search, grow = self._patterns()
        can_begin, can_end = self._can_begin, self._can_end
        number, beyond, shift = 0, len(stretches[0]), starts[0]
        floor, size = 0, len(string)
        space, parting = self._space, self._break
        for match in search.finditer(string):
            place = match.start()
            if place < floor:
                continue
            grown = grow.match(string, place)
            last = max(grown.end() if grown else 0, place + 1)
            first = self._grow_left(string, place, max(floor, place - _MAX_LEFT))
            floor = last
            while first < last and string[first] not in can_begin:
                first += 1
            while last > first and string[last - 1] not in can_end:
                last -= 1
            if first == last:
                continue
            start = ends[first - 1] if first else 0
            while start >= beyond:
                begin = beyond + len(_PARTING)
                number += 1
                shift, beyond = starts[number] - begin, begin + len(stretches[number])
            before = string[first - 1] if first else parting
            if before == space:
                before = string[first - 2] if first > 1 else parting
            after = string[last] if last < size else parting
            if after == space:
                after = string[last + 1] if last + 1 < size else parting
            touching = pieces[first - 1] if first else " ", pieces[last] if last < size else " "
            yield Island(shift + start, "".join(pieces[first:last]), before, after, touching)

    def _patterns(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        """Give a pattern that finds triggers, and one that grows an island from there."""
        size = len(self._triggers), len(self._joints), len(self._abbreviations)
        if self._compiled is None or self._compiled[0] != size:
            triggers, joints = "".join(sorted(self._triggers.copy())), "".join(sorted(self._joints.copy()))
            abbreviations = "".join(sorted(self._abbreviations.copy())) or "\0"
            grow = f"(?:[{joints}{self._space}]|(?<=[{abbreviations}]){self._stop}){{0,{_MAX_RIGHT}}}"
            self._compiled = size, re.compile(f"[{triggers}]"), re.compile(grow)
        return self._compiled[1:]

    def _grow_left(self, string: str, first: int, floor: int) -> int:
        joints, space, stop, abbreviations = self._joints, self._space, self._stop, self._abbreviations
        while first > floor:
            character = string[first - 1]
            if character in joints or character == space:
                first -= 1
            elif character == stop and first - 2 >= floor and string[first - 2] in abbreviations:
                first -= 2
            else:
                break
        return first
