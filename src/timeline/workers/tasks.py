"""What a worker is given to do, and what it answers."""

from __future__ import annotations

import enum
from collections.abc import Sequence
from typing import Any, Protocol

from attrs import frozen

__all__ = ["Answer", "Fault", "Task"]


class Task(Protocol):
    """Work on items; is pickled once for each worker."""

    def prepare(self) -> None:
        """Load what all items need; what this raises ends the whole run."""

    def run(self, items: Sequence[Any], /) -> Any:  # noqa: ANN401 - whatever can be pickled
        """Do a few items at once and give what can be pickled.

        What it raises, or takes the process down, is tried again item by item.
        """


class Answer(enum.Enum):
    """The first byte of what a worker sends."""

    READY = b"r"
    BROKEN = b"b"
    """Preparing failed; the exception follows."""
    DONE = b"d"
    """The pickled result follows."""
    RAISED = b"x"
    """The work raised; the fault follows."""


@frozen
class Fault:
    """Why an item, done alone, gave no result."""

    error: str
    message: str
    raised: bool = True
    """Whether the work raised, rather than that its process died or was ended."""
