"""The tasks of workers, and their answers."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any, Protocol

from attrs import frozen

__all__ = ["Answer", "Fault", "Task"]


class Task(Protocol):
    """Work on items; pickled once for each worker."""

    def prepare(self) -> None:
        """Load what all items need; an exception ends the whole run."""

    def run(self, items: Sequence[Any], /) -> Any:  # noqa: ANN401 - whatever can be pickled
        """Process a few items at once and return something picklable.

        If it raises or crashes, the items are tried again one by one.
        """


class Answer(enum.Enum):
    """The first byte of a worker's message."""

    READY = b"r"
    BROKEN = b"b"
    """Preparation failed; the exception follows."""
    DONE = b"d"
    """The pickled result follows."""
    RAISED = b"x"
    """The work raised an exception; the fault follows."""


@frozen
class Fault:
    """Why an item, processed alone, has no result."""

    error: str
    message: str
    raised: bool = True
    """Whether the work raised an exception; otherwise its process crashed or was ended."""
