"""What a run did, to be told when it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.datasets.work import Counts
from timeline.formats.terminal import printable

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
        counts = self.counts
        articles, failures = _number(counts.articles, "article"), _number(counts.failures.total(), "failure")
        lines = [
            f"{printable(str(self.directory))}: {articles} and {failures} in {_number(self.shards, 'shard')}",
            f"{_number(counts.expressions, 'expression')}, {_number(counts.events, 'event')}",
        ]
        for cause, number in counts.failures.most_common():
            lines.append(f"  {number:>8,}  {printable(cause)}")
            if cause in counts.examples:
                lines.append(f"            first: {printable(counts.examples[cause])}")
        if counts.duplicate_ids:
            lines.append(f"{_number(counts.duplicate_ids, 'duplicate id')}: all kept, `position` tells them apart")
        if self.shards and self.resumed_shards == self.shards:
            lines.append("it was whole already: nothing to do")
            return "\n".join(lines) + "\n"
        if self.resumed_shards:
            lines.append(f"{_number(self.resumed_shards, 'shard')} of an earlier run kept")
        lines.append(
            f"{_number(self.done.words, 'word')} in {self.seconds:,.1f} s: {self.words_per_second:,.0f} words/s with "
            f"{_number(self.workers, 'worker')}"
        )
        return "\n".join(lines) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
