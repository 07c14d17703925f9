"""Joining sentences that are split by a blank line, as by an advertisement, or by an abbreviated month."""

from __future__ import annotations

import re
from collections.abc import Iterable

__all__ = ["join_abbreviated", "join_torn"]

_STOP = re.compile(r"\.(?=\s)")
_GAP = re.compile(r"(?<=[^\W\d_])[ \t]*(?:\r?\n[ \t]*){2,}(?=[^\W\d_])")
_FULL_LINE = 40
"""Code points; shorter lines are complete, as in lists and verse."""


def join_abbreviated(text: str, stretches: Iterable[tuple[int, int]]) -> str:
    """Overwrite with spaces the full stops of abbreviations within spans that must not be split, half-open.

    So no sentence ends in the middle of a date. The last character of a span stays, as it may end a sentence.

    >>> join_abbreviated("From Aug. 7 to Jan. 3.", [(5, 11), (15, 22)])
    'From Aug  7 to Jan  3.'
    """
    parts, done = [], 0
    for begin, end in stretches:
        start = max(begin, done)
        if start < end and "." in text[start : end - 1]:
            parts += [text[done:start], _STOP.sub(" ", text[start : end - 1])]
            done = end - 1
    return "".join([*parts, text[done:]])


def join_torn(text: str) -> str:
    r"""Overwrite with spaces the blank lines within sentences; the result has the offsets of `text`.

    A blank line splits a sentence if the line before, a long one, ends in lower case without punctuation and the next
    starts in lower case.

    >>> join_torn("The council prepares for a long review of the\n\nwall.")
    'The council prepares for a long review of the  wall.'
    """
    return _GAP.sub(_close, text)


def _close(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    line = text.rfind("\n", 0, start) + 1
    torn = start - line >= _FULL_LINE and text[start - 1].islower() and text[end].islower()
    return " " * (end - start) if torn else match.group()
