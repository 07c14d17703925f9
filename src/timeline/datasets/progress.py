"""A line on a terminal that tells how far a build is."""

from __future__ import annotations

import shutil
import time
from collections.abc import Sequence
from typing import IO

from attrs import define, field, frozen

from timeline.datasets.work import Counts
from timeline.sources.files import SourceFile

__all__ = ["Progress", "ProgressLine"]

_PAUSE = 0.2
_TELLING = 0.01
"""The least share done from which the time that is left can be told."""
"""Seconds between two lines."""


@frozen
class Progress:
    """How far a run is."""

    counts: Counts
    """Of this run."""
    records: int
    """Done in all, those of earlier runs included."""
    file: int
    """Index of the source file that is being read."""
    bytes: int
    """Read by this run."""


@define
class ProgressLine:
    """Called with each `Progress`; writes one line over and over."""

    files: Sequence[SourceFile]
    stream: IO[str]
    begun: float = field(factory=time.monotonic)
    shown: float = 0.0
    first_share: float | None = None

    def __call__(self, progress: Progress) -> None:
        """Show how far the run is, unless it was shown just now."""
        now = time.monotonic()
        if now - self.shown < _PAUSE:
            return
        self.shown = now
        seconds = max(now - self.begun, 0.001)
        counts = progress.counts
        share = self._share(progress)
        line = (
            f"{share:4.0%}  {counts.articles:,} articles  {counts.events or counts.expressions:,} "
            f"{'events' if counts.events else 'expressions'}  {counts.failures.total():,} failures  "
            f"{counts.words / seconds:,.0f} words/s{self._remaining(share, seconds)}"
        )
        width = shutil.get_terminal_size((80, 24)).columns
        self.stream.write(f"\r\x1b[K{line[: width - 1]}")
        self.stream.flush()

    def close(self) -> None:
        """Take the line away."""
        if self.shown:
            self.stream.write("\r\x1b[K")
            self.stream.flush()

    def _share(self, progress: Progress) -> float:
        """Give the share of the sources that is done, by bytes; of a compressed file it is not known until its end."""
        whole = sum(file.size for file in self.files) or 1
        behind = sum(file.size for file in self.files[: progress.file])
        within = min(progress.bytes, self.files[progress.file].size) if len(self.files) == 1 else 0
        share = min((behind + within) / whole, 0.99)
        if self.first_share is None:
            self.first_share = share
        return share

    def _remaining(self, share: float, seconds: float) -> str:
        gained = share - (self.first_share or 0.0)
        if gained < _TELLING:
            return ""
        left = int(seconds / gained * (1 - share))
        return f"  {left // 3600}:{left % 3600 // 60:02}:{left % 60:02} left"
