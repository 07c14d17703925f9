"""Bytes that come in pieces of their own length, as a stream."""

from __future__ import annotations

import io
from typing import cast

__all__ = ["Pieces"]


class Pieces(io.RawIOBase):
    """A stream over pieces of bytes; who inherits from it gives them."""

    _left = memoryview(b"")

    def readable(self) -> bool:
        """Say that it can be read."""
        return True

    def readinto(self, buffer: object) -> int:
        """Fill a buffer with what is left of a piece, or with the next."""
        view = memoryview(cast("bytearray", buffer)).cast("B")
        if not self._left:
            self._left = memoryview(self.next_piece())
        count = min(len(view), len(self._left))
        view[:count] = self._left[:count]
        self._left = self._left[count:]
        return count

    def next_piece(self) -> bytes:
        """Give a piece; nothing at the end alone."""
        raise NotImplementedError
