"""Messages over a byte stream: eight bytes of length, then the message."""

from __future__ import annotations

import struct
from typing import IO

__all__ = ["read_frame", "write_frame"]

_LENGTH = struct.Struct("!Q")
_MOST = 2**20
"""Bytes asked for at once, since room is made for them beforehand."""


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Send one message; raises OSError where nobody reads any more."""
    for part in (_LENGTH.pack(len(message)), message):
        rest = memoryview(part)
        while rest:  # without a buffer, a write may take less than it is given
            rest = rest[stream.write(rest) :]
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Receive one message; None at the end of the stream, also where it breaks off within a message.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_frame(stream, b"hello")
    >>> read_frame(io.BytesIO(stream.getvalue())), read_frame(io.BytesIO(stream.getvalue()[:-1]))
    (b'hello', None)
    """
    head = _read(stream, _LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = _read(stream, length)
    return message if len(message) == length else None


def _read(stream: IO[bytes], size: int) -> bytes:
    """Read so many bytes, or all that come before the end; without a buffer, a read may give less than is asked for."""
    parts = []
    while size and (part := stream.read(min(size, _MOST))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
