"""Where records of CSV end by RFC 4180, told without holding them."""

from __future__ import annotations

import enum
import re
from functools import lru_cache

from attrs import define

__all__ = ["Quoting", "State"]


class State(enum.Enum):
    """Where a record stands."""

    BEGIN = enum.auto()
    """At the begin of a field."""
    PLAIN = enum.auto()
    """In a field without quotes."""
    QUOTED = enum.auto()
    """Between quotes."""
    QUOTE = enum.auto()
    """Behind a quote between quotes: the end of them, or the first of two that stand for one."""
    END = enum.auto()
    """At the end of the record."""
    WRONG = enum.auto()
    """Behind the end of quotes something stands that is neither the end of the field nor that of the record."""


@define
class Quoting:
    r"""Follows one record through the pieces of its lines.

    >>> quoting = Quoting(",")
    >>> quoting.follow('1,"two\n', 3)
    >>> quoting.state, quoting.opened
    (<State.QUOTED: 3>, 3)
    """

    delimiter: str
    state: State = State.BEGIN
    opened: int = 0
    """The line in which the last quotes opened."""

    def follow(self, piece: str, line: int) -> None:
        """Go on through a line, or a piece of one; `line` is its number."""
        at = 0
        while at < len(piece):
            match self.state:
                case State.BEGIN if piece[at] == '"':
                    self.state, self.opened, at = State.QUOTED, line, at + 1
                case State.BEGIN | State.PLAIN:
                    found = _ends(self.delimiter).search(piece, at)
                    if found is None:
                        self.state = State.PLAIN
                        return
                    self.state, at = State.BEGIN if found[0] == self.delimiter else State.END, found.end()
                case State.QUOTED:
                    at = piece.find('"', at) + 1
                    if at == 0:
                        return
                    self.state = State.QUOTE
                case State.QUOTE:
                    self.state, at = self._behind(piece[at]), at + 1
                case _:
                    return

    def _behind(self, character: str) -> State:
        if character == '"':
            return State.QUOTED
        if character == self.delimiter:
            return State.BEGIN
        return State.END if character in "\r\n" else State.WRONG


@lru_cache
def _ends(delimiter: str) -> re.Pattern[str]:
    return re.compile(rf"[{re.escape(delimiter)}\r\n]")
