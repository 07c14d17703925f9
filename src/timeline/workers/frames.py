"""Messages over a byte stream: eight bytes of length, then the message."""

from __future__ import annotations

import struct
from typing import IO

__all__ = ["read_frame", "write_frame"]

_LENGTH = struct.Struct("!Q")


def write_frame(stream: IO[bytes], message: bytes) -> None:
    """Send one message; raises OSError where nobody reads any more."""
    stream.write(_LENGTH.pack(len(message)))
    stream.write(message)
    stream.flush()


def read_frame(stream: IO[bytes]) -> bytes | None:
    """Receive one message; None at the end of the stream, also where it breaks off within a message.

    >>> import io
    >>> stream = io.BytesIO()
    >>> write_frame(stream, b"hello")
    >>> read_frame(io.BytesIO(stream.getvalue())), read_frame(io.BytesIO(stream.getvalue()[:-1]))
    (b'hello', None)
    """
    head = stream.read(_LENGTH.size)
    if len(head) < _LENGTH.size:
        return None
    (length,) = _LENGTH.unpack(head)
    message = stream.read(length)
    return message if len(message) == length else None
