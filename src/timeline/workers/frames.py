"""Messages over a byte stream, each preceded by its length in eight bytes."""

from __future__ import annotations

import pickle
import struct
from typing import IO, Any

__all__ = ["read_frame", "unpickled", "write_frame"]

_LENGTH = struct.Struct("!Q")
_MOST = 2**20
"""Most bytes requested at once, since they are allocated beforehand."""


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Send one message; raises OSError if the reader is gone."""
    for part in (_LENGTH.pack(len(message)), message):
        rest = memoryview(part)
        while rest:  # an unbuffered write may be partial
            rest = rest[stream.write(rest) :]
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Receive one message; None at the end of the stream, even within a message.

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


def unpickled(message: bytes | memoryview) -> Any:  # noqa: ANN401 - whatever was pickled
    """Return what a process of ours has pickled: messages travel between a worker and its parent alone."""
    return pickle.loads(message)  # noqa: S301 - as said


def _read(stream: IO[bytes], size: int) -> bytes:
    """Read `size` bytes, or all up to the end of the stream; unbuffered reads may be partial."""
    parts = []
    while size and (part := stream.read(min(size, _MOST))):
        parts.append(part)
        size -= len(part)
    return b"".join(parts)
