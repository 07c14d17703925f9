"""The worker's side: read items, process them, send results, until the parent closes the pipe or dies."""

from __future__ import annotations

import contextlib
import faulthandler
import gc
import os
import pickle
import queue
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, TYPE_CHECKING, Any

from timeline.workers.frames import read_frame, unpickled, write_frame
from timeline.workers.limits import Limits, confine
from timeline.workers.tasks import Answer, Fault

if TYPE_CHECKING:
    from timeline.workers.tasks import Task

__all__ = ["main"]

_GRACE = 30.0
"""Seconds that the parent has to end a hanging worker before it ends itself, as the parent may be dead."""


def main() -> None:
    """Serve the parent over the original standard input and output; prints of libraries go to standard error."""
    inbox, outbox = os.fdopen(os.dup(0), "rb"), os.fdopen(os.dup(1), "wb")
    nothing = os.open(os.devnull, os.O_RDONLY)
    os.dup2(nothing, 0)
    os.dup2(2, 1)
    setup = read_frame(inbox)
    if setup is None:
        return
    try:
        task, limits = unpickled(setup)
        confine(limits)
        with _ended_after(limits.start):
            task.prepare()
        gc.collect()
        gc.freeze()  # models and language data stay: the collector need not traverse them
    except Exception as error:  # noqa: BLE001 - any error is reported to the parent
        write_frame(outbox, Answer.BROKEN.value + _exception(error))
        return
    write_frame(outbox, Answer.READY.value)
    try:
        _serve(task, limits, inbox, outbox)
    except BrokenPipeError:  # the parent is gone
        os._exit(1)


def _serve(task: Task, limits: Limits, inbox: IO[bytes], outbox: IO[bytes]) -> None:
    frames: queue.SimpleQueue[bytes] = queue.SimpleQueue()
    threading.Thread(target=_receive, args=(inbox, frames), daemon=True).start()
    while True:
        items = unpickled(frames.get())
        with _ended_after(limits.seconds):
            answer, starved = _answer(task, items)
        write_frame(outbox, answer)
        if starved:  # running out of memory may have left anything in an inconsistent state
            sys.exit(1)


@contextlib.contextmanager
def _ended_after(limit: float | None) -> Iterator[None]:
    """End this process if work takes far longer than the limit, even if it hangs in a C function."""
    if limit is None:
        yield
        return
    with Path(os.devnull).open("wb") as nowhere:
        faulthandler.dump_traceback_later(2 * limit + _GRACE, exit=True, file=nowhere)
        try:
            yield
        finally:
            faulthandler.cancel_dump_traceback_later()


def _answer(task: Task, items: list[Any]) -> tuple[bytes, bool]:
    try:
        return Answer.DONE.value + pickle.dumps(task.run(items), pickle.HIGHEST_PROTOCOL), False
    except Exception as error:  # noqa: BLE001 - becomes a fault of the article
        return Answer.RAISED.value + pickle.dumps(Fault(type(error).__name__, str(error))), _is_starved(error)


def _is_starved(error: Exception) -> bool:
    return isinstance(error, MemoryError) or "allocate memory" in str(error)


def _receive(inbox: IO[bytes], frames: queue.SimpleQueue[bytes]) -> None:
    """Queue frames as they come, so that the parent never waits to write; end the process when the parent is gone."""
    while True:
        frame = read_frame(inbox)
        if frame is None:
            os._exit(0)
        frames.put(frame)


def _exception(error: Exception) -> bytes:
    try:
        unpickled(pickled := pickle.dumps(error))  # some exceptions pickle, but do not unpickle
    except Exception:  # noqa: BLE001 - as said
        pickled = pickle.dumps(RuntimeError(f"{type(error).__name__}: {error}"))
    return pickled
