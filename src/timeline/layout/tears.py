"""Sentences torn by a blank line, as when an advertisement stood in their middle on the page."""

from __future__ import annotations

import re

__all__ = ["join_torn"]

_GAP = re.compile(r"(?<=[^\W\d_])[ \t]*(?:\r?\n[ \t]*){2,}(?=[^\W\d_])")
_FULL_LINE = 40
"""Code points; shorter lines end where they end, as in lists and verse."""


def join_torn(text: str) -> str:
    r"""Overwrite with spaces the blank lines within sentences; the result has the offsets of `text`.

    A gap is a tear where a long line stops in small letters without any sign and goes on in small letters below.

    >>> join_torn("The council prepares for a long review of the\n\nwall.")
    'The council prepares for a long review of the  wall.'
    """
    return _GAP.sub(_close, text)


def _close(match: re.Match[str]) -> str:
    text, start, end = match.string, match.start(), match.end()
    line = text.rfind("\n", 0, start) + 1
    torn = start - line >= _FULL_LINE and text[start - 1].islower() and text[end].islower()
    return " " * (end - start) if torn else match.group()
