"""Safe forks: work that a fork must not interrupt.

A forked process has the memory of its parent, but only the thread that forked it. A lock that another thread held stays
locked there for ever, and data that another thread was changing stays inconsistent: our own locks, those of imports,
and those of numeric libraries. So work is done only between forks: a fork waits, seconds at most, until the threads at
work have finished a piece, and none starts another before the fork is done. Then the child can work as its parent does.
"""

from __future__ import annotations

import os
import threading
from contextlib import ContextDecorator
from typing import TYPE_CHECKING

from timeline.errors import ForkError

if TYPE_CHECKING:
    from types import TracebackType

__all__ = ["between_forks"]

PATIENCE = 30.0
"""Seconds that a fork waits, as the forking thread may hold what the work needs. Then it forks, and marks the child."""


class _Work(ContextDecorator):
    """A piece of work that no fork interrupts; may be nested, and run in several threads at once.

    It must not wait for another thread's work outside of such a piece.

    >>> with between_forks:
    ...     "the child of a fork finds this done or not begun"
    'the child of a fork finds this done or not begun'
    """

    def __init__(self) -> None:
        self._changed = threading.Condition()
        self._depths: dict[int, int] = {}
        """Nesting depth of the pieces of each thread at work."""
        self._forking: int | None = None
        """The thread that is about to fork."""
        self._tears = False
        """Whether its fork interrupts the work of another thread."""
        self._torn = False
        """Whether this process comes from such a fork."""
        self._registered = False

    def __enter__(self) -> None:
        """Start; raises `ForkError` in a process whose fork interrupted the work of another thread."""
        if not self._registered:
            self._register()
        if self._torn:
            message = (
                f"process {os.getpid()} was forked while another thread was reading, which took more than "
                f'{PATIENCE:g} seconds; fork before reading, or start processes with the method "spawn"'
            )
            raise ForkError(message)
        thread = threading.get_ident()
        depth = self._depths.get(thread, 0)
        self._depths[thread] = depth + 1
        # first write, then check; a fork does so on the other side: one of the two sees the other, without a lock
        while not depth and (self._forking or thread) != thread:
            self._give_way(thread)
            self._depths[thread] = 1

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        thread = threading.get_ident()
        depth = self._depths[thread] - 1
        if depth:
            self._depths[thread] = depth
            return
        del self._depths[thread]
        if self._forking is not None:
            with self._changed:
                self._changed.notify_all()

    def _give_way(self, thread: int) -> None:
        """Wait until the fork that came first is done."""
        with self._changed:
            del self._depths[thread]
            self._changed.notify_all()
            self._changed.wait_for(lambda: self._forking is None)

    def _register(self) -> None:
        """Make forks wait; owners of locks that work may need must register before, as hooks run in reverse order."""
        import logging  # noqa: F401, PLC0415 - owns such a lock; `import timeline` stays light

        with self._changed:
            if not self._registered and hasattr(os, "register_at_fork"):  # not on Windows
                os.register_at_fork(before=self._wait, after_in_parent=self._go_on, after_in_child=self._begin_anew)
            self._registered = True

    def _wait(self) -> None:
        thread = threading.get_ident()
        with self._changed:
            self._changed.wait_for(lambda: (self._forking or thread) == thread)
            self._forking = thread
            self._tears = not self._changed.wait_for(
                lambda: all(each == thread for each in list(self._depths)), PATIENCE
            )

    def _go_on(self) -> None:
        with self._changed:
            self._forking = None
            self._changed.notify_all()

    def _begin_anew(self) -> None:
        thread = threading.get_ident()
        self._changed = threading.Condition()
        self._torn = self._torn or self._tears
        self._depths = {each: depth for each, depth in self._depths.items() if each == thread}
        self._forking = None


between_forks = _Work()
