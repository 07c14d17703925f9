"""What stands before the first words of a story, or alone on a line above them: places, agencies, the time of day.

How datelines look in a language is handed in as data.
"""

from __future__ import annotations

import re
from functools import lru_cache

from attrs import field, frozen

from timeline.publication import ShortDateWords

__all__ = ["DatelineData", "blank_datelines"]

_LONGEST = 90
"""Most code points of a dateline before a story."""


@frozen
class DatelineData:
    """How the pages of one language say, beside the story, where it comes from and when it was published.

    Patterns are regular expressions as text, compiled when first used.
    """

    opening: str = field(repr=False)
    """Matches, at the beginning of a line, what stands before the first words of a story: "OSLO, July 22 (AP) - "."""
    clock: str = field(repr=False)
    """Matches a time of day that a line consists of."""
    complete: str = field(repr=False)
    """Finds a date with its year."""
    short: str = field(repr=False)
    """Finds a date that needs the day of the retrieval."""
    changed: str = field(repr=False)
    """Finds what says that a date after it is one of a change."""
    wire: str = field(repr=False)
    """Matches the beginning of a wire story, with its `place` and its `date`: "OSLO, Norway, July 22 (AP) -- "."""
    short_words: ShortDateWords | None = field(default=None, repr=False)
    """What a `short` date is made of. Without it none is read."""


@lru_cache(maxsize=64)
def _compiled(opening: str, clock: str) -> tuple[re.Pattern[str], re.Pattern[str]]:
    begin = r"(?:\A|(?<=\n))[ \t]*"
    return re.compile(f"{begin}(?:{opening})"), re.compile(rf"{begin}(?:{clock})[ \t]*(?=\r?\n[ \t]*\S)")


def blank_datelines(text: str, datelines: DatelineData) -> str:
    r"""Overwrite datelines with spaces, as they are no part of the sentence; offsets stay those of `text`.

    >>> from timeline.languages.en.datelines import DATELINES
    >>> blank_datelines("PORT DANIEL, March 17 (AP) - A ferry sank.", DATELINES).strip()
    'A ferry sank.'
    >>> blank_datelines("16:42\nTrains have been suspended.", DATELINES).strip()
    'Trains have been suspended.'
    >>> blank_datelines("NATO - the alliance - met.", DATELINES)
    'NATO - the alliance - met.'
    """
    opening, clock = _compiled(datelines.opening, datelines.clock)
    return clock.sub(_space, opening.sub(_space, text))


def _space(match: re.Match[str]) -> str:
    length = match.end() - match.start()
    return " " * length if length <= _LONGEST else match.group()
