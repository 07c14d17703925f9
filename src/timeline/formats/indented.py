"""JSON to read: one indented object, or an array of them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import IO, TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.timelines import Timeline

__all__ = ["write_json"]


def write_json(timelines: Iterable[Timeline], stream: IO[str]) -> None:
    """Write one timeline as an object, several as an array, none as nothing; each as it comes."""
    rest = iter(timelines)
    first, second = next(rest, None), next(rest, None)
    if first is None:
        return
    if second is None:
        stream.write(first.to_json(indent=2) + "\n")
        return
    stream.write(f"[\n{first.to_json(indent=2)},\n{second.to_json(indent=2)}")
    for timeline in rest:
        stream.write(f",\n{timeline.to_json(indent=2)}")
    stream.write("\n]\n")
