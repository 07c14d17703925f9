"""What of a text is prose, and what is page furniture."""

from __future__ import annotations

import re
from collections.abc import Iterator

__all__ = ["paragraphs"]

_BREAK = re.compile(r"(?:\n|\r(?!\n)|\u2029)[\s\x00-\x08\x80-\x9f\u200b]*(?:\n|\r(?!\n)|\u2029)")


def paragraphs(text: str) -> Iterator[tuple[int, int]]:
    start = 0
    for match in _BREAK.finditer(text):
        yield start, match.start()
        start = match.end()
    yield start, len(text)
