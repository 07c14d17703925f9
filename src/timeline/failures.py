"""The record of an article that could not be read, so that one bad article never stops a run."""

from __future__ import annotations

from typing import Any

from attrs import frozen

from timeline.validation import check_fields

__all__ = ["Failure"]


@frozen
class Failure:
    """An article without a timeline, and why.

    >>> print(Failure(7, "a7", "size", "SizeLimit", "1200000 characters, the limit is 1000000"))
    article 7 ('a7') failed at size: SizeLimit: 1200000 characters, the limit is 1000000
    """

    position: int
    """Position of the article in the input, from 0."""
    id: str | None
    stage: str
    """The stage that failed: `read` (making an article of the record), `size`, `times`, `extract`, or `worker` (its
    process crashed or ran out of time)."""
    error: str
    """Name of the error: that of the exception, or TimeLimit, SizeLimit, WorkerDied."""
    message: str

    __attrs_post_init__ = check_fields

    def __str__(self) -> str:
        name = f" ({self.id!r})" if self.id is not None else ""
        return f"article {self.position}{name} failed at {self.stage}: {self.error}: {self.message}"

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "position": self.position,
            "id": self.id,
            "stage": self.stage,
            "error": self.error,
            "message": self.message,
        }
