"""Sources read in a process of their own, which may die: damaged files take down the libraries that read them."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Self

from attrs import define, field, frozen

from timeline.errors import MissingExtraError
from timeline.sources.records import Record, broken
from timeline.workers.limits import Limits
from timeline.workers.pool import Pool

if TYPE_CHECKING:
    from timeline.workers.tasks import Fault

__all__ = ["READING", "ReadingProcess"]

READING = Limits(seconds=600.0, characters=None, memory=2 * 2**30)
"""What taking a portion of a source may cost."""

_RECORDS = 64
_BYTES = 4 * 2**20
"""When a portion is full."""


@frozen
class _Wanted:
    """A portion of a source; which records it holds depends on the source and on what is skipped alone."""

    source: int
    """Tells sources apart, as they follow each other."""
    read: Callable[[], Iterator[Record]]
    skipped: int
    number: int


@define
class _ReadPortions:
    """The task: give one portion after another; None behind the last."""

    source: int = -1
    number: int = 0
    portions: Iterator[list[Record]] = field(factory=lambda: iter(()))

    def prepare(self) -> None:
        """Do nothing: what is to be read tells what it needs."""

    def run(self, items: Sequence[_Wanted]) -> list[Record] | None:
        """Give the portion that is wanted; begin anew where it is not the next, since another process may have died."""
        (wanted,) = items
        if (wanted.source, wanted.number) != (self.source, self.number):
            records = itertools.islice(wanted.read(), wanted.skipped, None)
            self.portions = itertools.islice(_portions(records), wanted.number, None)
        self.source, self.number = wanted.source, wanted.number + 1
        return next(self.portions, None)


def _told(fault: Fault) -> str:
    told = f"{fault.error}: {fault.message}" if fault.message else fault.error
    assert READING.memory is not None
    return f"{told}; it may hold {READING.memory // 2**20:,} MB" if "MemoryError" in fault.error else told


def _portions(records: Iterable[Record]) -> Iterator[list[Record]]:
    portion: list[Record] = []
    size = 0
    for record in records:
        portion.append(record)
        size += record.size
        if len(portion) >= _RECORDS or size >= _BYTES:
            yield portion
            portion, size = [], 0
    if portion:
        yield portion


@define(eq=False)
class ReadingProcess:
    """Reads one source after another; the process is started when it is needed, and again when it has died.

    >>> with ReadingProcess() as process:
    ...     list(process.records(list, "nothing"))
    []
    """

    sources: int = field(default=0, init=False)
    _pool: Pool | None = field(default=None, init=False, repr=False)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        self.close()

    def close(self) -> None:
        """End the process."""
        if self._pool is not None:
            self._pool.close()
            self._pool = None

    def records(self, read: Callable[[], Iterable[Record]], name: str, skipped: int = 0) -> Iterator[Record]:
        """Give what `read`, which is pickled, gives, without so many records at the begin.

        Where the process dies, or needs more than it may, that is the last record: a fault behind the last that was
        read.
        """
        pool = self._pool = self._pool or Pool.of(_ReadPortions(), 1, READING)
        self.sources += 1
        source, is_over, last = self.sources, False, None

        def wanted() -> Iterator[list[_Wanted]]:
            for number in itertools.count():
                if is_over:
                    return
                yield [_Wanted(source, read, skipped, number)]  # type: ignore[arg-type]

        with contextlib.ExitStack() as stack:
            stack.callback(self.close)  # a run that is not taken to its end spoils the pool
            for outcome in pool.run(wanted()):
                (part,) = outcome.parts
                if part.fault is not None:
                    if part.fault.error == MissingExtraError.__name__:
                        raise MissingExtraError(part.fault.message)
                    where = f"behind {last}" if last is not None else None
                    yield broken(
                        name, where, f"the file cannot be read on, by a process of its own: {_told(part.fault)}"
                    )
                    return
                portion: list[Record] | None = part.result()
                is_over = is_over or portion is None
                for record in portion or ():
                    last = record.place
                    yield record
            stack.pop_all()
