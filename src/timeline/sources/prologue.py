"""The prologue of a marked-up text: its XML declaration, comments and document type, before the root element.

Read by steps rather than by one regular expression: a row of comments can be read by one in exponentially many ways.
"""

from __future__ import annotations

import re

__all__ = ["after_prologue", "is_declared"]

_DECLARED = re.compile(r"\s*+<\?xml[\s?]", re.IGNORECASE)
_DOCTYPE = re.compile(r"<!doctype\s[^>\[]*+(?:\[[^\]]*+\]\s*+)?>", re.IGNORECASE)
_SPACE = re.compile(r"\s*+")
_LONGEST = 2**16


def is_declared(text: str) -> bool:
    """Whether a text begins with an XML declaration."""
    return _DECLARED.match(text) is not None


def after_prologue(text: str, *, doctype: bool) -> int:
    """Return where the text goes on after declarations, comments and, with `doctype`, document types.

    What is not closed, or not within the first 65,536 characters, is not passed over.

    >>> after_prologue('<?xml version="1.0"?> <!-- rain --> <rss>', doctype=True)
    36
    """
    place, before = 0, -1
    while before < place:
        before = place
        found = _SPACE.match(text, place)
        place = place if found is None else found.end()
        for opening, closing in (("<?xml", ">"), ("<!--", "-->")):
            if text[place : place + len(opening)].lower() == opening:
                end = text.find(closing, place + len(opening), _LONGEST)
                place = place if end < 0 else end + len(closing)
        declared = _DOCTYPE.match(text, place, _LONGEST) if doctype else None
        place = place if declared is None else declared.end()
    return place
