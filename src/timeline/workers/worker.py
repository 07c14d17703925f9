"""The parent's side of one worker process."""

from __future__ import annotations

import contextlib
import os
import queue
import signal
import subprocess
import sys
import threading
import time
import weakref
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from attrs import define, field

from timeline.forks import between_forks
from timeline.workers.frames import read_frame, write_frame

__all__ = ["Inbox", "Job", "Worker"]

DEPTH = 2
"""Jobs a worker may hold: the current one, and the next, so that it never waits for the parent."""
_THREADS = ("OMP_NUM_THREADS", "MKL_NUM_THREADS", "OPENBLAS_NUM_THREADS")
_ALIVE: weakref.WeakSet[Worker] = weakref.WeakSet()
_INHERITED: list[Worker] = []
"""Workers of the parent of this forked process; kept alive, since threads may have been using them."""


@define(eq=False)
class Job:
    """Items to be processed at once."""

    chunk: int
    begin: int
    """Position of the first item in its chunk."""
    items: list[Any]
    deaths: int = 0
    """How often a worker crashed on it while it was alone."""


Inbox = queue.SimpleQueue["tuple[Worker, bytes | None]"]
"""Messages of all workers: frames, and None from one that has ended."""


@define(eq=False)
class Worker:
    """A process with its jobs. It starts at once; it takes jobs after it has reported to be ready."""

    inbox: Inbox
    setup: bytes
    ready: bool = False
    started: float = field(factory=time.monotonic)
    """Start of its process, on the monotonic clock."""
    overdue: bool = False
    """Whether the parent has killed it because it did not become ready."""
    since: float = 0.0
    """Start of its current job, on the monotonic clock."""
    late: Job | None = None
    """The job for which the parent has killed it."""
    jobs: deque[Job] = field(factory=deque)
    process: subprocess.Popen[bytes] = field(init=False)

    def __attrs_post_init__(self) -> None:
        with between_forks:
            self.process = _start()
            _ALIVE.add(self)
        threading.Thread(target=self._listen, daemon=True).start()

    @property
    def has_room(self) -> bool:
        """Whether it can take another job."""
        return self.ready and self.late is None and len(self.jobs) < DEPTH

    def give(self, job: Job, message: bytes) -> None:
        """Send a job; if the process is dead, the inbox will report it."""
        if not self.jobs:
            self.since = time.monotonic()
        self.jobs.append(job)
        self._write(message)

    def take(self) -> Job:
        """Remove and return the finished job; the next one starts."""
        self.since = time.monotonic()
        return self.jobs.popleft()

    def is_late(self, limit: float) -> bool:
        """Whether its current job has exceeded the limit in seconds, and it has not been killed for it yet."""
        return bool(self.jobs) and self.late is None and time.monotonic() - self.since > limit

    def end(self) -> None:
        """Kill the process for its current job; the inbox will report its end."""
        self.late = self.jobs[0]
        self.process.kill()

    def is_overdue(self, limit: float) -> bool:
        """Whether it has not become ready within the limit in seconds, and has not been killed for it yet."""
        return not self.ready and not self.overdue and time.monotonic() - self.started > limit

    def give_up(self) -> None:
        """Kill a process that does not become ready; the inbox will report its end."""
        self.overdue = True
        self.process.kill()

    def close(self) -> None:
        """Kill the process and wait until it is gone."""
        self.process.kill()
        self.process.wait()
        with contextlib.suppress(OSError):
            if self.process.stdin is not None:
                self.process.stdin.close()

    def epitaph(self) -> str:
        """Describe how the process ended."""
        status = self.process.wait()
        if status >= 0:
            return f"its worker process ended with status {status}"
        try:
            return f"its worker process was ended by {signal.Signals(-status).name}"
        except ValueError:
            return f"its worker process was ended by signal {-status}"

    def leave(self) -> None:
        """In a forked process, close the pipes without a message to the worker, which belongs to the parent.

        If they stayed open here, the worker would not notice when the parent is gone.
        """
        with Path(os.devnull).open("r+b", buffering=0) as nowhere:
            for pipe in (self.process.stdin, self.process.stdout):
                if pipe is not None and not pipe.closed:
                    os.dup2(nowhere.fileno(), pipe.fileno())
        self.process.returncode = 0  # unknown, but not ours to wait for

    def _write(self, message: bytes) -> None:
        assert self.process.stdin is not None
        with contextlib.suppress(OSError):  # dead: the listener reports it
            write_frame(self.process.stdin, message)

    def _listen(self) -> None:
        stream = self.process.stdout
        assert stream is not None
        with stream:
            self._write(self.setup)  # in this thread, since a process that hangs may never read it
            frame: bytes | None = b""
            while frame is not None:
                frame = read_frame(stream)
                self.inbox.put((self, frame))


def _start() -> subprocess.Popen[bytes]:
    """Start an interpreter with our import path; it does not run the caller's program again."""
    code = f"import sys; sys.path[:] = {sys.path!r}; from timeline.workers.process import main; main()"
    environment = dict.fromkeys(_THREADS, "1") | dict(os.environ)  # the processes are the parallelism
    with _shielded():
        return subprocess.Popen(  # noqa: S603 - our own interpreter
            [sys.executable, "-c", code], bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
        )


def _leave_all() -> None:
    for worker in list(_ALIVE):
        worker.leave()
        _INHERITED.append(worker)
    _ALIVE.clear()


if hasattr(os, "register_at_fork"):  # not on Windows
    os.register_at_fork(after_in_child=_leave_all)


@contextlib.contextmanager
def _shielded() -> Iterator[None]:
    """Shield the child from Ctrl-C, which the terminal sends to both: the parent ends it in order."""
    if not hasattr(signal, "pthread_sigmask"):  # Windows
        yield
        return
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)
