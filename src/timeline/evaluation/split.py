"""The split of documents into development and held-out parts."""

from __future__ import annotations

import enum
import hashlib
from pathlib import PurePath

__all__ = ["Part", "part_of"]

_PARTS = 5


class Part(enum.Enum):
    """A part of a collection of documents."""

    ALL = "all"
    DEV = "dev"
    HELD_OUT = "held-out"

    def holds(self, name: str) -> bool:
        """Whether a document belongs to this part, by its file name."""
        return self is Part.ALL or self is part_of(name)


def part_of(name: str) -> Part:
    """Return the part of a document: a fifth of all are held out.

    Only the file name decides, without directories but with its suffix: held out if the MD5 of its UTF-8 bytes, as a
    number, is a multiple of five. So a document stays in its part, whatever other documents are added.

    >>> part_of("news/wall.tml").value, part_of("news/market.tml").value
    ('dev', 'held-out')
    """
    written = PurePath(name).name.encode("utf-8", "surrogateescape")
    digest = hashlib.md5(written, usedforsecurity=False).digest()
    return Part.DEV if int.from_bytes(digest) % _PARTS else Part.HELD_OUT
