"""Lines entirely in capitals, read as if in lower case."""

from __future__ import annotations

import re
from collections.abc import Set as AbstractSet

__all__ = ["small_letters"]

_WORD = re.compile(r"(?<![^\W\d_])(?:[^\W\d_]{2,}(?!\w)|A(?![\w.]))|(?<=\d)S(?!\w)")
"""A word of letters; also the suffix of a decade. Of single letters only the article."""


def small_letters(text: str, capitals: AbstractSet[str]) -> str:
    r"""Return the text with lines entirely in capitals in lower case, except for words that need their capital.

    `capitals` are these words, in lower case: their meaning depends on it. A line of one word is left alone; so is a
    letter whose lower case has another length, so that offsets stay.

    >>> small_letters("STORM HIT IN MAY 2019\nIt rained. IT DID.", {"may"})
    'storm hit in MAY 2019\nIt rained. IT DID.'
    """
    lines = text.split("\n")
    are_upper = [line.isupper() for line in lines]
    if True not in are_upper:
        return text

    def lower(match: re.Match[str]) -> str:
        word = match.group()
        small = word.lower()
        return word if small in capitals or len(small) != len(word) else small

    return "\n".join(
        [
            _WORD.sub(lower, line) if is_upper and " " in line.strip() else line
            for line, is_upper in zip(lines, are_upper, strict=True)
        ]
    )
