from __future__ import annotations

import os
import signal
from collections.abc import Iterator
from functools import partial

import pytest

from timeline.errors import MissingExtraError
from timeline.sources.isolation import ReadingProcess
from timeline.sources.records import Record, RecordKind


def counted(number: int, dies_at: int = -1, size: int = 10) -> Iterator[Record]:
    for place in range(number):
        if place == dies_at:
            os.kill(os.getpid(), signal.SIGSEGV if hasattr(signal, "SIGSEGV") else signal.SIGTERM)
        yield Record(RecordKind.TEXT, b"x" * size, "source", f"row {place + 1}")


def greedy() -> Iterator[Record]:
    yield Record(RecordKind.TEXT, b"x" * 5_000_000, "source", "row 1")
    yield Record(RecordKind.TEXT, b"x" * 2**40, "source", "row 2")


def lacking() -> Iterator[Record]:
    message = "needs something: pip install it"
    raise MissingExtraError(message)


def places(records: Iterator[Record]) -> list[str | None]:
    return [record.place for record in records]


def test_sources_are_read_one_after_another_from_any_record() -> None:
    with ReadingProcess() as process:
        for number in (0, 1, 64, 65, 500):
            assert places(process.records(partial(counted, number), "source")) == [
                f"row {place + 1}" for place in range(number)
            ]
        assert places(process.records(partial(counted, 500), "source", 498)) == ["row 499", "row 500"]


@pytest.mark.skipif(os.name != "posix", reason="signals")
def test_a_source_that_kills_its_reader_ends_with_a_fault_and_the_next_is_read() -> None:
    with ReadingProcess() as process:
        *before, last = process.records(partial(counted, 500, dies_at=200), "source")
        assert len(before) == 192  # whole portions
        assert (last.kind, last.place) == (RecordKind.BREAK, "behind row 192")
        assert "SIGSEGV" in last.data
        assert len(places(process.records(partial(counted, 3), "source"))) == 3


def test_a_source_that_needs_too_much_memory_ends_with_a_fault() -> None:
    with ReadingProcess() as process:
        first, last = process.records(greedy, "source")
        assert first.place == "row 1"
        assert "MemoryError" in last.data
        assert "it may hold 2,048 MB" in last.data


def test_a_missing_extra_is_told_as_such() -> None:
    with ReadingProcess() as process, pytest.raises(MissingExtraError, match="pip install it"):
        list(process.records(lacking, "source"))


def test_a_source_that_is_left_in_the_middle_does_not_spoil_the_next() -> None:
    with ReadingProcess() as process:
        records = process.records(partial(counted, 5_000), "source")
        assert next(records).place == "row 1"
        records.close()  # type: ignore[attr-defined]
        assert places(process.records(partial(counted, 2), "source")) == ["row 1", "row 2"]
