"""Chunks of items processed by several worker processes, in order; an item that kills a worker becomes a fault."""

from __future__ import annotations

import contextlib
import os
import pickle
import queue
import time
from collections import deque
from collections.abc import Generator, Iterable, Iterator, Sequence
from typing import Any

from attrs import define, field, frozen

from timeline.errors import BatchError, ForkError, TimelineError
from timeline.validation import check_count
from timeline.workers.frames import unpickled
from timeline.workers.limits import Limits
from timeline.workers.tasks import Answer, Fault, Task
from timeline.workers.worker import Inbox, Job, Worker

__all__ = ["Outcome", "Part", "Pool", "run"]

_CHANCES = 3
"""Crashes on a single item after which it is reported as the cause; fewer may have an outside cause."""
_WINDOW = 8
"""Chunks per worker that may be ahead of the one awaited."""
_STARTS = 5
"""Workers that may crash in a row before they are ready."""
_MOMENT = 0.01
"""Seconds added to each wait, so that a deadline has passed when it is checked."""


@frozen
class Part:
    """The outcome of some adjacent items of a chunk: a result, or the fault of one."""

    begin: int
    """Position of the first item in its chunk."""
    items: Sequence[Any] = field(repr=False)
    payload: bytes | None = field(default=None, repr=False)
    fault: Fault | None = None

    def result(self) -> Any:  # noqa: ANN401 - whatever the task returned
        """Return the task's result; unpickled only now, so that waiting parts stay small."""
        assert self.payload is not None
        return unpickled(memoryview(self.payload)[1:])


@frozen
class Outcome:
    """A finished chunk."""

    chunk: int
    """Its number, from 0."""
    parts: tuple[Part, ...]
    """Parts that cover all its items, in order."""


def run(
    task: Task, chunks: Iterable[Sequence[Any]], *, workers: int, limits: Limits, ordered: bool = True
) -> Generator[Outcome, None, None]:
    """Process chunks in workers that end with the generator; see `Pool.run`."""
    with contextlib.closing(Pool.of(task, workers, limits)) as pool:
        yield from pool.run(chunks, ordered=ordered)


@define(eq=False)
class Pool:
    """Worker processes that are kept from one run to the next, and started when there is work for them."""

    setup: bytes = field(repr=False)
    most: int
    limits: Limits
    workers: list[Worker] = field(factory=list, init=False)
    inbox: Inbox = field(factory=queue.SimpleQueue, init=False, repr=False)
    failed_starts: int = field(default=0, init=False)
    source: Iterator[Sequence[Any]] = field(default=iter(()), init=False, repr=False)
    ordered: bool = field(default=True, init=False)
    waiting: deque[Job] = field(factory=deque, init=False, repr=False)
    open: dict[int, tuple[int, list[Part]]] = field(factory=dict, init=False, repr=False)
    """For each chunk in progress: how many of its items are not done yet, and the finished parts."""
    done: dict[int, Outcome] = field(factory=dict, init=False, repr=False)
    taken: int = field(default=0, init=False)
    given: int = field(default=0, init=False)
    exhausted: bool = field(default=False, init=False)
    broken: BaseException | None = field(default=None, init=False)
    """The exception raised by the source."""
    process: int = field(factory=os.getpid, init=False)
    """Id of the process that created it."""

    @classmethod
    def of(cls, task: Task, workers: int, limits: Limits) -> Pool:
        """Create a pool; raises `InputError` for less than one worker."""
        check_count("workers", workers)
        return cls(pickle.dumps((task, limits)), workers, limits)

    def close(self) -> None:
        """End the workers; no effect in a process forked from that of the pool."""
        while self.workers and not self.inherited:
            self.workers.pop().close()

    @property
    def inherited(self) -> bool:
        """Whether the pool belongs to the process from which this one was forked."""
        return self.process != os.getpid()

    def run(self, chunks: Iterable[Sequence[Any]], *, ordered: bool = True) -> Iterator[Outcome]:
        """Process chunks and yield them as they are finished, in order if requested.

        Chunks are consumed only as workers can use them, and at most a few per worker wait for a slow one. A chunk
        whose worker crashes, raises or takes longer than `limits.seconds` is repeated item by item; an item that fails
        alone becomes a `Fault`. An exception of `chunks` is raised after the outcomes of all chunks before it.

        Raises `BatchError` if workers do not start, or do not become ready in time, and the `TimelineError` that
        `task.prepare` raises; any other exception of it becomes a `BatchError`. After a run that was not exhausted the
        pool cannot be used again: close it. Raises `ForkError` in a process forked from that of the pool.
        """
        self.source, self.ordered = iter(chunks), ordered
        self.taken = self.given = 0
        self.exhausted, self.broken = False, None
        while True:
            self._refuse_elsewhere()
            self._receive_all()
            self._end_late()
            self._distribute()
            outcome = self._next_done()
            if outcome is not None:
                yield outcome
            elif self.open:
                self._receive(self._patience())
            elif self.broken is not None:
                raise self.broken
            else:
                return

    def _refuse_elsewhere(self) -> None:
        if self.inherited:
            message = (
                f"the worker processes of process {self.process} cannot be used in process {os.getpid()}, which was "
                "forked from it: begin the batch anew there"
            )
            raise ForkError(message)

    def _next_done(self) -> Outcome | None:
        number = self.given if self.ordered else next(iter(self.done), -1)
        outcome = self.done.pop(number, None)
        self.given += outcome is not None
        return outcome

    # -- assigning -------------------------------------------------------------------------------------------------

    def _distribute(self) -> None:
        while True:
            free = [worker for worker in self.workers if worker.has_room]
            if not self.waiting and (free or len(self.workers) < self.most):
                self._read_on()
            if not self.waiting:
                return
            if free:
                job = self.waiting.popleft()
                min(free, key=lambda worker: len(worker.jobs)).give(job, pickle.dumps(job.items))
            elif self._start_another():
                self.workers.append(Worker(self.inbox, self.setup))
                self._read_on()
            else:
                return

    def _start_another(self) -> bool:
        """Whether more jobs wait than workers are starting."""
        starting = sum(not worker.ready for worker in self.workers)
        return len(self.workers) < self.most and starting < len(self.waiting)

    def _read_on(self) -> None:
        if self.exhausted or self.taken - self.given >= self.most * _WINDOW:
            return
        try:
            items = next(self.source, None)
        except Exception as error:  # noqa: BLE001 - raised after all outcomes before it
            self.broken, items = error, None
        if items is None:
            self.exhausted = True
            return
        self.open[self.taken] = (len(items), [])
        self.waiting.append(Job(self.taken, 0, list(items)))
        self.taken += 1

    # -- receiving -------------------------------------------------------------------------------------------------

    def _receive_all(self) -> None:
        while not self.inbox.empty():
            self._receive(None)

    def _receive(self, seconds: float | None) -> None:
        try:
            worker, frame = self.inbox.get(timeout=seconds)
        except queue.Empty:
            return
        if frame is None:
            self._bury(worker)
            return
        answer = Answer(frame[:1])
        if answer is Answer.READY:
            worker.ready = True
            self.failed_starts = 0
        elif answer is Answer.BROKEN:
            error: BaseException = unpickled(frame[1:])
            if isinstance(error, TimelineError):
                raise error
            message = f"worker processes do not start: {type(error).__name__}: {error}; is Limits.memory too low?"
            raise BatchError(message) from error
        elif answer is Answer.DONE:
            job = worker.take()
            self._finish(job, Part(job.begin, job.items, payload=frame))
        else:
            self._retry(worker.take(), unpickled(frame[1:]))

    def _bury(self, worker: Worker) -> None:
        self.workers.remove(worker)
        epitaph = worker.epitaph()
        worker.close()
        if not worker.ready:
            self._count_failed_start(epitaph, overdue=worker.overdue)
        if not worker.jobs:
            return
        first, *others = worker.jobs
        self.waiting.extendleft(reversed(others))
        if worker.late is None:
            self._blame(first, epitaph)
        elif worker.late is first:
            self._retry(first, Fault("TimeLimit", f"took longer than {self.limits.seconds:g} seconds", raised=False))
        else:  # it finished while it was being ended
            self.waiting.appendleft(first)

    def _count_failed_start(self, epitaph: str, *, overdue: bool) -> None:
        """Raise `BatchError` if starting another worker is pointless."""
        self.failed_starts += 1
        if overdue:
            epitaph = f"it was not ready after {self.limits.start:g} seconds; if models load slowly, raise Limits.start"
        if self.failed_starts >= _STARTS * self.most or (overdue and not any(each.ready for each in self.workers)):
            message = f"worker processes do not start: the last of {self.failed_starts}: {epitaph}"
            raise BatchError(message)

    def _blame(self, job: Job, epitaph: str) -> None:
        job.deaths += len(job.items) == 1
        if 0 < job.deaths < _CHANCES:
            self.waiting.appendleft(job)
        else:
            times = f", {job.deaths} times" if job.deaths > 1 else ""
            self._retry(job, Fault("WorkerDied", epitaph + times, raised=False))

    def _retry(self, job: Job, fault: Fault) -> None:
        if len(job.items) == 1:
            self._finish(job, Part(job.begin, job.items, fault=fault))
            return
        alone = [Job(job.chunk, job.begin + place, [item]) for place, item in enumerate(job.items)]
        self.waiting.extendleft(reversed(alone))

    def _finish(self, job: Job, part: Part) -> None:
        missing, parts = self.open[job.chunk]
        missing -= len(part.items)
        parts.append(part)
        self.open[job.chunk] = (missing, parts)
        if missing == 0:
            del self.open[job.chunk]
            self.done[job.chunk] = Outcome(job.chunk, tuple(sorted(parts, key=lambda part: part.begin)))

    # -- time ------------------------------------------------------------------------------------------------------

    def _end_late(self) -> None:
        limits = self.limits
        for worker in self.workers:
            if limits.seconds is not None and worker.is_late(limits.seconds):
                worker.end()
            elif limits.start is not None and worker.is_overdue(limits.start):
                worker.give_up()

    def _patience(self) -> float | None:
        """Return the seconds until the next worker's deadline."""
        ends, limits = [], self.limits
        if limits.seconds is not None:
            ends += [each.since + limits.seconds for each in self.workers if each.jobs and each.late is None]
        if limits.start is not None:
            ends += [each.started + limits.start for each in self.workers if not (each.ready or each.overdue)]
        return max(min(ends) - time.monotonic(), 0.0) + _MOMENT if ends else None
