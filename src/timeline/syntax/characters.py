"""From a text to the characters a tokenizer reads, each with its offset in the text.

A run of white space and control characters counts as one space. Invisible characters (joiners, direction marks, soft
hyphens, byte order marks) are left out, so a word with a soft hyphen is read as the word itself. Offsets are kept, so
words are always cut out of the text as given.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from functools import lru_cache

from attrs import field, frozen

__all__ = ["Passage", "passages"]

PASSAGE_LIMIT = 5000
"""Most characters handed to the tokenizer at once; longer paragraphs are split."""

_UNUSUAL = re.compile(r"[^\S ]|  |[^ -~\xa1-\xac\xae-\u02ff\u0370-\u05ff\u2010-\u2027\u2030-\u205e\u20a0-\u20cf]")
_STOP = re.compile(r"[.!?]['\"’”)]*\s")
_ZERO_WIDTH_SPACE = "\u200b"
_REPLACEMENT = "\ufffd"


@frozen
class Passage:
    """A paragraph as the tokenizer reads it; `offsets[i]` is the offset of `characters[i]` in the text."""

    characters: str
    offsets: Sequence[int] = field(repr=False)


@lru_cache(maxsize=4096)
def _read(character: str) -> str:
    """Return what the tokenizer sees for a character: itself, a space, a replacement, or nothing."""
    category = unicodedata.category(character)
    if character.isspace() or character == _ZERO_WIDTH_SPACE or category == "Cc":
        return " "
    if category == "Cs":
        return _REPLACEMENT  # half a surrogate pair is no character; nothing downstream should have to encode it
    if category == "Cf" or "\ufe00" <= character <= "\ufe0f":
        return ""
    return character


def _passage(text: str, start: int, end: int) -> Passage:
    stretch = text[start:end]
    if not _UNUSUAL.search(stretch):
        stripped = stretch.lstrip(" ")
        start = end - len(stripped)
        stripped = stripped.rstrip(" ")
        return Passage(stripped, range(start, start + len(stripped)))
    characters: list[str] = []
    offsets: list[int] = []
    after_space = True
    for offset, character in enumerate(stretch, start):
        read = _read(character)
        if read == " " and after_space:
            continue
        if read:
            characters.append(read)
            offsets.append(offset)
            after_space = read == " "
    while characters and characters[-1] == " ":
        characters.pop()
        offsets.pop()
    return Passage("".join(characters), offsets)


def _cuts(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Split a paragraph that is too long: after a sentence end, else at white space, else anywhere."""
    while end - start > PASSAGE_LIMIT:
        middle, latest = start + PASSAGE_LIMIT // 2, start + PASSAGE_LIMIT
        stops = [match.end() for match in _STOP.finditer(text, middle, latest)]
        cut = stops[-1] if stops else max(text.rfind(" ", middle, latest), text.rfind("\n", middle, latest)) + 1
        cut = cut or latest
        yield start, cut
        start = cut
    yield start, end


def passages(text: str, paragraphs: Iterator[tuple[int, int]]) -> Iterator[Passage]:
    r"""Read the paragraphs of a text, leaving out empty ones.

    >>> [passage.characters for passage in passages("One\tday\x00.\n\nSoft\xadly", iter([(0, 9), (11, 18)]))]
    ['One day .', 'Softly']
    """
    for start, end in paragraphs:
        for left, right in _cuts(text, start, end):
            passage = _passage(text, left, right)
            if passage.characters:
                yield passage
