from __future__ import annotations

import io
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from timeline.workers.frames import read_frame, write_frame


@given(st.lists(st.binary(max_size=50)))
def test_what_is_written_is_read(messages: list[bytes]) -> None:
    stream = io.BytesIO()
    for message in messages:
        write_frame(stream, message)
    stream.seek(0)
    assert [read_frame(stream) for _ in messages] == messages
    assert read_frame(stream) is None


@given(st.binary(max_size=50), st.integers(1, 57))
def test_a_torn_message_is_the_end(message: bytes, cut: int) -> None:
    stream = io.BytesIO()
    write_frame(stream, message)
    assert read_frame(io.BytesIO(stream.getvalue()[: -min(cut, len(message) + 8)])) is None


class Trickle(io.RawIOBase):
    """A stream without a buffer: it takes and gives fewer bytes at once than it is asked to."""

    def __init__(self) -> None:
        self.whole = io.BytesIO()

    def readable(self) -> bool:
        return True

    def writable(self) -> bool:
        return True

    def readinto(self, room: Any) -> int:
        return self.whole.readinto(memoryview(room)[:3])

    def write(self, message: Any) -> int:
        return self.whole.write(message[:2])


@given(st.lists(st.binary(max_size=50)))
def test_streams_without_a_buffer(messages: list[bytes]) -> None:
    stream: Any = Trickle()
    for message in messages:
        write_frame(stream, message)
    stream.whole.seek(0)
    assert [read_frame(stream) for _ in messages] == messages
    assert read_frame(stream) is None
