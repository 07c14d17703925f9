"""Datelines before the first words of a story, or on a line above them: places, agencies, the time of day."""

from __future__ import annotations

import re

__all__ = ["blank_datelines"]

_DASH = r"(?:--|[–—-])[ \t]+"
_NAME = r"(?:[A-Z][\w.'’-]*|\d{1,4}|the|of)"
_AGENCY = r"\([\w .,/]{2,30}\)"
_CITY = rf"[A-Z][A-Z.'’-]{{2,}}(?:[ ,]{{1,2}}{_NAME}){{0,9}}[ ,]{{0,2}}(?:{_AGENCY})?[ ]?{_DASH}"
_WIRE = rf"[A-Z][\w.'’-]+(?:[ ,]{{1,2}}{_NAME}){{0,9}}[ ,]{{0,2}}{_AGENCY}[ ]?{_DASH}"
_BEFORE = re.compile(rf"(?:\A|(?<=\n))[ \t]*(?:{_CITY}|{_WIRE})(?=[\"“‘'A-Z0-9])")
_CLOCK = re.compile(
    r"(?:\A|(?<=\n))[ \t]*\d{1,2}[:.]\d{2}(?:[ ]?[ap]\.?m\b\.?)?(?:[ ][A-Z]{2,4})?[ \t]*(?=\r?\n[ \t]*\S)"
)
_LONGEST = 90
"""Most code points of a dateline before a story."""


def blank_datelines(text: str) -> str:
    r"""Overwrite datelines with spaces, as they are no part of the sentence; offsets stay those of `text`.

    >>> blank_datelines("PORT DANIEL, March 17 (AP) - A ferry sank.").strip()
    'A ferry sank.'
    >>> blank_datelines("16:42\nTrains have been suspended.").strip()
    'Trains have been suspended.'
    >>> blank_datelines("NATO - the alliance - met.")
    'NATO - the alliance - met.'
    """
    return _CLOCK.sub(_space, _BEFORE.sub(_space, text))


def _space(match: re.Match[str]) -> str:
    length = match.end() - match.start()
    return " " * length if length <= _LONGEST else match.group()
