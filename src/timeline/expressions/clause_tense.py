"""Which way a clause looks, past or future, from the words around an expression: before there is a tree."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

from timeline.calculus.anchors import Lean
from timeline.expressions.frames import SENTENCE_END

if TYPE_CHECKING:
    from timeline.languages.language import TenseCues

__all__ = ["UNTOLD", "Direction", "direction_of"]

_SPACES = re.compile(r"[^\S\n\r\u2028\u2029]+")
_REACH = 160
_CLOSE_WORDS = 4
"""Most words between a verb and an expression that stands next to it, its preposition among them."""
_FIRST_WORDS = 6
"""Most words between an expression that opens its sentence and the verb."""


class Direction(NamedTuple):
    """The direction of a clause, the words that show it, and whether they stand next to the expression."""

    lean: Lean
    verb: str = ""
    is_close: bool = False


UNTOLD = Direction(Lean.NONE)


def direction_of(text: str, start: int, end: int, cues: TenseCues, *, signal: bool = False) -> Direction:
    """Return the direction of the clause of an expression, from the words around it; `signal` is whether it has one.

    The nearest verb before it in the clause up to a semicolon decides, else the first one after it, else those of the
    sentence; without any, it is neither.
    """
    head = _closed_up(text[max(0, start - _REACH) : start])
    cut = max((match.end() for match in SENTENCE_END.finditer(head)), default=0)
    head = head[cut:]
    tail = _closed_up(text[end : end + _REACH])
    stop = SENTENCE_END.search(tail)
    tail = tail[: stop.start() + 1] if stop else tail
    told = _direction(head.rpartition(";")[2], tail.partition(";")[0], cues)
    told = _direction(head, tail, cues) if told.lean is Lean.NONE else told
    certain = signal or not head.strip() or told.lean is Lean.FUTURE
    return told if certain else told._replace(is_close=False)


def _closed_up(text: str) -> str:
    """Return a text with one space where masked markup left several, as the patterns have it."""
    return text if text.isascii() and "  " not in text else _SPACES.sub(" ", text)


def _direction(head: str, tail: str, cues: TenseCues) -> Direction:
    future, past = _last(cues.future, head), _last(cues.past, head)
    if future and (not past or _reaches(future, past, head, cues)):
        return Direction(Lean.FUTURE, future.group(), _is_close(head[future.end() :], cues, least=0))
    if past:
        return Direction(Lean.PAST, past.group(), _is_close(head[past.end() :], cues))
    future, past = cues.future.search(tail), cues.past.search(tail)
    opens = len(head.split()) <= 1
    if future and (not past or future.start() <= past.start()):
        return Direction(Lean.FUTURE, future.group(), opens and _is_next(tail[: future.start()]))
    return Direction(Lean.PAST, past.group(), opens and _is_next(tail[: past.start()])) if past else UNTOLD


def _reaches(future: re.Match[str], past: re.Match[str], head: str, cues: TenseCues) -> bool:
    """Whether a sign of the future governs what follows, though a sign of the past may stand after it.

    It does where that may be the adjective of a noun in its clause: "it will redeem the preferred shares on Oct. 31".
    """
    if (future.end(), -future.start()) >= (past.end(), -past.start()):
        return True
    if cues.participle is None or cues.parting is None or cues.participle.fullmatch(past.group()) is None:
        return False
    return (
        cues.parting.search(head, future.end(), past.start()) is None and cues.parting.search(head, past.end()) is None
    )


def _last(pattern: re.Pattern[str], text: str) -> re.Match[str] | None:
    found = None
    for found in pattern.finditer(text):  # noqa: B007 - the last match is wanted
        pass
    return found


def _is_close(between: str, cues: TenseCues, least: int = 1) -> bool:
    """Whether only a few words of its clause, a preposition among them, stand between a verb and what follows it."""
    few = least <= len(between.split()) <= _CLOSE_WORDS
    return few and (cues.parting is None or cues.parting.search(between) is None)


def _is_next(between: str) -> bool:
    """Whether only a few words, those of a subject, stand between what opens a sentence and its verb."""
    return len(between.split()) <= _FIRST_WORDS
