"""One pass over a text, for the few places where a temporal expression can be at all.

The text is cut into tokens that tile it, each token is looked up once and stands for one character, and the string
of these characters is searched for triggers: words that an expression cannot do without. Around each trigger the
island grows over all words that rules know. All heavy steps run in C, so the cost is that of tokenising.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate

from attrs import field, frozen, mutable

from timeline.expressions.grammar import Grammar

__all__ = ["Island", "Scanner"]

# Numbers keep what is glued to them: 2022-07-22T10:30Z, 10:30, 1,500, 7/22/22, 10–12, 1990s, 3rd, 10am. Then words,
# space, and every other character alone. Each alternative excludes what the others begin with, so it is linear.
_TOKEN = re.compile(
    r"\d+(?:[-–—./:,]\d+)*(?:T\d\d(?::?\d\d)*(?:\.\d+)?(?:Z|[+-]\d\d:?\d\d)?|-?W\d\d(?:-\d)?|[^\W\d_]+)?"
    r"|[aApP]\.[mM]\b\.?|[^\W\d]\w*|\s+|[^\w\s]|_"
)
_MAX_LEFT = 24
_MAX_RIGHT = 72
_MAX_WORDS_REMEMBERED = 200_000


@frozen(eq=False)
class Island:
    """A run of tokens that may hold expressions, with the characters of its neighbours."""

    _tokens: list[str]
    _ends: list[int]
    _first: int
    _last: int
    before: str
    after: str

    @property
    def start(self) -> int:
        """Offset of the first token."""
        return self._ends[self._first] - len(self._tokens[self._first])

    @property
    def end(self) -> int:
        """Offset behind the last token."""
        return self._ends[self._last - 1]

    def words(self) -> list[tuple[str, int, int]]:
        """Give text, start and end (counted from the island's) of each token but spaces; a dash is `--`."""
        origin = self.start
        found = []
        for index in range(self._first, self._last):
            token = self._tokens[index]
            if token.isspace():
                continue
            if token in "-–—":
                token = "--" if self._is_space(index - 1) or self._is_space(index + 1) else "-"
            end = self._ends[index] - origin
            found.append((token, end - len(self._tokens[index]), end))
        return found

    def _is_space(self, index: int) -> bool:
        return not 0 <= index < len(self._tokens) or self._tokens[index].isspace()


class _Characters(dict[str, str]):
    """Token to character; looks up what it does not know yet."""

    def __init__(self, scanner: Scanner) -> None:
        super().__init__()
        self.scanner = scanner

    def __missing__(self, token: str) -> str:
        if len(self) >= _MAX_WORDS_REMEMBERED:
            self.clear()
        character = self[token] = self.scanner.look_up(token)
        return character


@mutable(eq=False)
class Scanner:
    """Finds islands in text for one grammar."""

    grammar: Grammar
    _characters: _Characters = field(init=False)
    _triggers: set[str] = field(factory=set, init=False)
    _joints: set[str] = field(factory=set, init=False)
    _abbreviations: set[str] = field(factory=set, init=False)
    _search: re.Pattern[str] | None = field(default=None, init=False)
    _grow: re.Pattern[str] | None = field(default=None, init=False)
    _space: str = field(init=False)
    _break: str = field(init=False)
    _stop: str = field(init=False)

    def __attrs_post_init__(self) -> None:
        alphabet = self.grammar.alphabet
        self._space, self._break = alphabet.character(("space",)), alphabet.character(("break",))
        self._stop = self.grammar.character(".")
        self._characters = _Characters(self)
        for token in self.grammar.language.vocabulary:
            self._characters[token] = self.look_up(token)

    def look_up(self, token: str) -> str:
        """Give the character of a token, and remember what kind it is."""
        if token.isspace():
            blank_line = token.count("\n") > 1 or token.count("\r") > 1 or len(token) > _MAX_LEFT
            return self._break if blank_line else self._space
        character = self.grammar.character(token)
        if self.grammar.is_known(token) and character not in self._joints and token != ".":
            self._joints.add(character)
            classes = self.grammar.classes(token)
            if not self.grammar.language.triggers.isdisjoint(classes):
                self._triggers.add(character)
            if self.grammar.language.abbreviations in classes:
                self._abbreviations.add(character)
            self._search = None
        return character

    def _compile(self) -> tuple[re.Pattern[str], re.Pattern[str]]:
        if self._search is None or self._grow is None:
            joints = "".join(sorted(self._joints))
            abbreviations = "".join(sorted(self._abbreviations)) or "\0"
            self._search = re.compile(f"[{''.join(sorted(self._triggers))}]")
            self._grow = re.compile(f"(?:[{joints}{self._space}]|(?<=[{abbreviations}]){self._stop}){{0,{_MAX_RIGHT}}}")
        return self._search, self._grow

    def islands(self, text: str) -> Iterator[Island]:
        """Give the islands of a text in order; they do not overlap."""
        tokens = _TOKEN.findall(text)
        string = "".join(map(self._characters.__getitem__, tokens))
        search, grow = self._compile()
        match = search.search(string)
        if match is None:
            return
        ends = list(accumulate(map(len, tokens)))
        floor = 0
        while match is not None:
            first = match.start()
            stop = grow.match(string, first)
            last = max(stop.end() if stop else first + 1, first + 1)
            first = self._grow_left(string, first, max(floor, first - _MAX_LEFT))
            island = self._island(tokens, string, ends, first, last)
            if island is not None:
                yield island
            floor = last
            match = search.search(string, last)

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

    def _island(self, tokens: list[str], string: str, ends: list[int], first: int, last: int) -> Island | None:
        space, grammar = self._space, self.grammar
        while first < last and (string[first] == space or not grammar.can_begin(tokens[first])):
            first += 1
        while last > first and (string[last - 1] == space or not grammar.can_end(tokens[last - 1])):
            last -= 1
        if first >= last:
            return None
        before, after = self._neighbour(string, first - 1, -1), self._neighbour(string, last, 1)
        return Island(tokens, ends, first, last, before, after)

    def _neighbour(self, string: str, index: int, step: int) -> str:
        if 0 <= index < len(string) and string[index] == self._space:
            index += step
        return string[index] if 0 <= index < len(string) else self._break
