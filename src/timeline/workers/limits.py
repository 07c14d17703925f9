"""Limits on the time, memory and length of one article."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable
from typing import Any

from attrs import Attribute, field, frozen

from timeline.validation import check_type, refuse

__all__ = ["Limits", "confine"]

_MOST_ADJUSTMENT = "1000"  # oom_score_adj: of all processes, end this one first


def _positive(most: float, *kinds: type) -> Callable[[Limits, Attribute[Any], Any], None]:
    def check(_: Limits, attribute: Attribute[Any], value: Any) -> None:  # noqa: ANN401 - attrs'
        name = f"the limit {attribute.name}"
        check_type(name, value, *kinds, type(None))
        if value is not None and not 0 < value <= most:
            refuse(name, f"more than 0 and at most {most:.0f}, or None for no limit", value)

    return check


_time = _positive(threading.TIMEOUT_MAX, float)
_size = _positive(sys.maxsize, int)


@frozen
class Limits:
    """Limits beyond which an article becomes a `Failure`; None means no limit.

    The limits on time and memory need worker processes: without workers only `characters` applies.
    """

    seconds: float | None = field(default=120.0, validator=_time)
    """Wall-clock time, counted from when a worker with loaded models takes the article."""
    characters: int | None = field(default=1_000_000, validator=_size)
    """Length of the text, in code points."""
    memory: int | None = field(default=4 * 2**30, validator=_size)
    """Bytes of data of one worker process, models included; where the system can limit it (Linux)."""
    start: float | None = field(default=600.0, validator=_time)
    """Wall-clock time for a worker process to load its models; not counted as an article's time."""


def confine(limits: Limits) -> None:
    """Limit the memory of this process, and make the system kill it before its parent if memory runs out."""
    place = "/proc/self/oom_score_adj"
    # `import timeline` does without pathlib
    with contextlib.suppress(OSError), open(place, "w", encoding="ascii") as file:  # noqa: PTH123
        file.write(_MOST_ADJUSTMENT)
    if limits.memory is None:
        return
    try:
        import resource
    except ImportError:
        return
    _, hard = resource.getrlimit(resource.RLIMIT_DATA)
    allowed = limits.memory if hard == resource.RLIM_INFINITY else min(limits.memory, hard)
    with contextlib.suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_DATA, (allowed, hard))
