"""What a run did, to be told when it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.datasets.work import Counts

__all__ = ["Report"]


@frozen
class Report:
    """The closing report of a build."""

    directory: Path
    counts: Counts
    """Of the whole dataset."""
    done: Counts = field(repr=False)
    """Of this run alone."""
    shards: int
    resumed_shards: int
    """Of which an earlier run had made so many."""
    seconds: float
    """Wall-clock time of this run."""
    workers: int

    @property
    def words_per_second(self) -> float:
        """Words that this run read, by the second."""
        return self.done.words / self.seconds if self.seconds > 0 else 0.0

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {
            "directory": str(self.directory),
            "counts": self.counts.to_dict(),
            "done": self.done.to_dict(),
            "shards": self.shards,
            "resumed_shards": self.resumed_shards,
            "seconds": round(self.seconds, 3),
            "workers": self.workers,
            "words_per_second": round(self.words_per_second, 1),
        }

    def render(self) -> str:
        """Lay it out for people."""
        counts, failed = self.counts, self.counts.failures.total()
        lines = [
            f"{self.directory}: {counts.articles:,} articles and {failed:,} failures in {self.shards:,} shards",
            f"{counts.expressions:,} expressions, {counts.events:,} events",
            *(f"  {number:>8,}  {cause}" for cause, number in counts.failures.most_common()),
        ]
        if self.resumed_shards:
            lines.append(f"{self.resumed_shards:,} shards were there before")
        lines.append(
            f"{self.done.words:,} words in {self.seconds:,.1f} s: {self.words_per_second:,.0f} words/s with "
            f"{self.workers} worker{'s' * (self.workers != 1)}"
        )
        return "\n".join(lines) + "\n"
