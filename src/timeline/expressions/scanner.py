"""One pass over a text, for the few places where a temporal expression is possible.

The text is split at spaces, and each chunk is classified once: does it contain a trigger (a word that every expression
needs one of), only words that rules know, or others? Only the runs of known words around a trigger are tokenised, each
token becoming one character; around each trigger an island grows over all words that rules know and that may be
adjacent. The work per chunk runs in C, so most of a text costs less than tokenising it.
"""

from __future__ import annotations

import re
import string
from collections.abc import Callable, Iterator
from itertools import accumulate
from typing import NamedTuple

from attrs import field, mutable

from timeline.expressions.caches import Cache
from timeline.expressions.grammar import Grammar

__all__ = ["Island", "Scanner", "tokens_by"]

# Numbers keep what is glued to them: 2022-07-22T10:30Z, 10:30, 15h30, 1,500, 7/22/22, 10–12, 1990s, 3rd, 10am. Then
# words, space, and every other character alone. Each alternative excludes what the others start with, so it is linear.
_NUMBER = (
    r"\d+(?:[-–—./:,]\d+)*(?:T\d\d(?::?\d\d)*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|-?W\d\d(?:-\d)?|[hH]\d\d\b|[^\W\d_]+)?"
)
_WORD = r"[^\W\d]\w*|\s+|[^\w\s]"
_HYPHEN, _DASH = "-", "--"
"""A dash within a word, and one next to a space, as patterns write them."""
_DASHES = "-–—"
_LISTED = re.compile(r"[a-z]+|[0-9_]")
"""The part of an ASCII chunk in lower case that is looked up in the vocabulary."""
_BLANKS = "\n\t\r\u2029"
"""Treated as a space when splitting; all other white space is left to the tokens."""
_TRIGGER, _KNOWN, _OTHER = "t", "k", "o"
"""Kinds of chunk: with a trigger, of known words only, or neither."""
_UNKNOWN = "\uffff"
"""Stands for what follows a chunk."""
_PARTING = "\n\n"
"""Separates unrelated runs of text, as it separates paragraphs."""
_MAX_LEFT = 24
_MAX_RIGHT = 72
_MAX_REMEMBERED = 1 << 17
_MAX_CHUNK = 40
"""Code points; a longer chunk or token is not cached."""


def tokens_by(dotted: str | None, parted: str | None = None) -> Callable[[str], list[str]]:
    r"""Return what splits a text into tokens that tile it; `dotted` and `parted` are those of a language.

    >>> tokens_by(r"a\.m\.")("On 22 July, 10:30 a.m.")
    ['On', ' ', '22', ' ', 'July', ',', ' ', '10:30', ' ', 'a.m.']
    """
    return re.compile("|".join(each for each in (parted, _NUMBER, dotted, _WORD) if each)).findall


class Island(NamedTuple):
    """A run of tokens that may contain expressions."""

    start: int
    """Offset of the first token."""
    pieces: list[str]
    """The tokens, including spaces."""
    words: list[str]
    """The tokens without spaces, as rules name them: every hyphen is `-`, every dash `--`."""
    characters: str
    """The character of each word."""
    before: str
    after: str
    """The characters of the neighbours."""

    @property
    def text(self) -> str:
        """The text of the island."""
        return "".join(self.pieces)

    @property
    def end(self) -> int:
        """End offset of the last token."""
        return self.start + sum(map(len, self.pieces))

    def places(self) -> list[tuple[int, int]]:
        """Return the offsets in the text of each token, without spaces."""
        found = []
        end = self.start
        for piece in self.pieces:
            start, end = end, end + len(piece)
            if not piece.isspace():
                found.append((start, end))
        return found


@mutable(eq=False)
class Scanner:
    """Finds islands in text for one grammar."""

    grammar: Grammar
    _tokens: Callable[[str], list[str]] = field(init=False)
    _characters: Cache[str, str] = field(init=False)
    _chunks: Cache[str, str] = field(init=False)
    _pairs: Cache[str, bool] = field(init=False)
    """For pairs of characters, whether an island continues from one to the other."""
    _noted: set[str] = field(factory=set, init=False)
    _triggers: set[str] = field(factory=set, init=False)
    _joints: set[str] = field(factory=set, init=False)
    _abbreviations: set[str] = field(factory=set, init=False)
    _can_begin: set[str] = field(factory=set, init=False)
    _can_end: set[str] = field(factory=set, init=False)
    _search: tuple[int, re.Pattern[str]] | None = field(default=None, init=False)
    """Number of triggers when the pattern was built, and the pattern."""
    _listed: frozenset[str] = field(default=frozenset(), init=False)
    """Words to look up; empty if all are."""
    _space: str = field(init=False)
    _break: str = field(init=False)
    _stop: str = field(init=False)
    _hyphen: str = field(init=False)
    _dash: str = field(init=False)
    _dashes: set[str] = field(factory=set, init=False)

    def __attrs_post_init__(self) -> None:
        grammar = self.grammar
        alphabet = grammar.alphabet
        self._tokens = tokens_by(grammar.language.dotted, grammar.language.parted)
        self._space, self._break = alphabet.character(("space",)), alphabet.character(("break",))
        self._stop, self._hyphen, self._dash = map(grammar.character, (".", _HYPHEN, _DASH))
        self._characters = Cache(self._look_up, _MAX_REMEMBERED, longest=_MAX_CHUNK)
        self._chunks = Cache(self._look_at, _MAX_REMEMBERED, longest=_MAX_CHUNK)
        self._pairs = Cache(self._goes_on, _MAX_REMEMBERED)
        for token in (_DASH, *grammar.language.vocabulary):
            self._look_up(token)  # so that few new characters occur later
        self._dashes = self._joints.intersection(map(self._look_up, _DASHES))
        unlisted = grammar.language.unlisted
        marks = {self._look_up(mark) for mark in string.punctuation}
        if unlisted is not None and not grammar.holds(unlisted) and self._triggers.isdisjoint(marks):
            self._listed = frozenset({*map(str.lower, grammar.words), *string.ascii_lowercase, *string.digits, "_"})

    def _look_up(self, token: str) -> str:
        """Return the character of a token, and note its kind."""
        if token.isspace():
            parted = "\u2029" in token or token.count("\n") > 1 or token.count("\r") > 1 or len(token) > _MAX_LEFT
            return self._break if parted else self._space
        character = self.grammar.character(token)
        if character not in self._noted:
            self._note(character)
        return character

    def _note(self, character: str) -> None:
        grammar, classes = self.grammar, self.grammar.alphabet.classes(character)
        if grammar.can_begin(classes):
            self._can_begin.add(character)
        if grammar.can_end(classes):
            self._can_end.add(character)
        if character != self._stop and grammar.holds(classes):
            self._joints.add(character)
            if not grammar.triggers.isdisjoint(classes):
                self._triggers.add(character)
            if grammar.language.abbreviations in classes:
                self._abbreviations.add(character)
        self._noted.add(character)  # last, as other threads rely on it

    def _look_at(self, chunk: str) -> str:
        """Return the kind of a chunk."""
        if self._listed and chunk.isascii() and chunk == chunk.lower():
            words = _LISTED.findall(chunk)
            if words and self._listed.isdisjoint(words):
                return _OTHER
        characters = self._spell(self._tokens(chunk + _UNKNOWN)[:-1])
        if not self._triggers.isdisjoint(characters):
            return _TRIGGER
        joints, space, stop = self._joints, self._space, self._stop
        known = all(character in joints or character in {space, stop} for character in characters)
        return _KNOWN if known else _OTHER

    def _goes_on(self, pair: str) -> bool:
        one, other = pair[0], pair[1]
        if one not in self._joints and one != self._stop:
            return False
        if other == self._stop:
            return one in self._abbreviations
        return other in self._joints and self.grammar.first_follow.pairs[pair]

    def _spell(self, pieces: list[str]) -> str:
        return "".join(map(self._characters.__getitem__, pieces))

    def islands(self, text: str) -> Iterator[Island]:
        """Yield the islands of a text in order; they do not overlap."""
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
        begun = 0  # the chunk that starts at `start`
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
        """Yield the islands of runs that are separated from all others by their first and last chunk."""
        pieces = self._tokens(_PARTING.join(stretches))
        spelled = raw = self._spell(pieces)
        if not self._dashes.isdisjoint(spelled):
            spelled = self._tell_dashes(spelled)
        ends = list(accumulate(map(len, pieces)))
        can_begin, can_end = self._can_begin, self._can_end
        number, beyond, shift = 0, len(stretches[0]), starts[0]
        floor, space = 0, self._space
        for match in self._pattern().finditer(spelled):
            place = match.start()
            if place < floor:
                continue
            last = self._grow_right(spelled, place)
            first = self._grow_left(spelled, place, max(floor, place - _MAX_LEFT))
            floor = last
            while first < last and spelled[first] not in can_begin:
                first += 1
            while last > first and spelled[last - 1] not in can_end:
                last -= 1
            if first == last:
                continue
            start = ends[first - 1] if first else 0
            while start >= beyond:
                begin = beyond + len(_PARTING)
                number += 1
                shift, beyond = starts[number] - begin, begin + len(stretches[number])
            before, after = self._neighbours(raw, first, last)
            characters = spelled[first:last]
            cut = words = pieces[first:last]
            if space in characters:
                characters = characters.replace(space, "")
                words = [piece for piece in cut if not piece.isspace()]
            if self._hyphen in characters or self._dash in characters:
                told = {self._hyphen: _HYPHEN, self._dash: _DASH}
                words = [told.get(each, word) for each, word in zip(characters, words, strict=True)]
            yield Island(shift + start, cut, words, characters, before, after)

    def _neighbours(self, spelled: str, first: int, last: int) -> tuple[str, str]:
        """Return the characters before and after an island, past one space; a break at the ends of the text."""
        space, parting, size = self._space, self._break, len(spelled)
        before = spelled[first - 1] if first else parting
        if before == space:
            before = spelled[first - 2] if first > 1 else parting
        after = spelled[last] if last < size else parting
        if after == space:
            after = spelled[last + 1] if last + 1 < size else parting
        return before, after

    def _tell_dashes(self, spelled: str) -> str:
        """Distinguish dashes, which are next to a space, from hyphens; both ends of a text count as space."""
        hyphen, dash = self._hyphen, self._dash
        for other in self._dashes:
            spelled = spelled.replace(other, hyphen)
        for space in (self._space, self._break):
            spelled = spelled.replace(space + hyphen, space + dash).replace(hyphen + space, dash + space)
        start = dash if spelled.startswith(hyphen) else spelled[:1]
        end = dash if spelled.endswith(hyphen) else spelled[-1:]
        return start + spelled[1:-1] + end if spelled[1:] else spelled

    def _pattern(self) -> re.Pattern[str]:
        """Return a pattern that finds triggers."""
        size = len(self._triggers)
        if self._search is None or self._search[0] != size:
            self._search = size, re.compile(f"[{''.join(sorted(self._triggers.copy()))}]")
        return self._search[1]

    def _grow_right(self, spelled: str, place: int) -> int:
        """Return the end of an island that starts at or before a position."""
        pairs, space, stop = self._pairs, self._space, self._stop
        end = place + 1
        one = spelled[place]
        for at in range(end, min(len(spelled), place + _MAX_RIGHT)):
            other = spelled[at]
            if other == space:
                continue
            if not pairs[one + other] or (other == stop and end < at):
                break
            one, end = other, at + 1
        return end

    def _grow_left(self, spelled: str, first: int, floor: int) -> int:
        pairs, space, stop = self._pairs, self._space, self._stop
        other = spelled[first]
        at = first - 1
        while at >= floor:
            one = spelled[at]
            if one == space:
                at -= 1
                continue
            if not pairs[one + other]:
                break
            if one == stop:
                if at <= floor or not pairs[spelled[at - 1] + one]:
                    break
                at -= 1
                one = spelled[at]
            first, other = at, one
            at -= 1
        return first
