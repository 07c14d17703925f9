"""What a run did, to be told when it ends."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from attrs import field, frozen

from timeline.datasets.work import Counts
from timeline.errors import SourceError
from timeline.formats.terminal import printable

__all__ = ["Report"]

_LOST = f"read: {SourceError.__name__}"


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
    remade_shards: int = 0
    """Made again, since their files or their lines in the log were lost."""

    @property
    def words_per_second(self) -> float:
        """Words that this run read, by the second."""
        return self.done.words / self.seconds if self.seconds > 0 else 0.0

    @property
    def is_sound(self) -> bool:
        """Whether there are articles if there were any, and no part of a source was lost as a whole."""
        counts = self.counts
        has_articles = counts.articles > 0 or counts.failures.total() == 0
        return has_articles and not counts.failures[_LOST]

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {
            "directory": str(self.directory),
            "counts": self.counts.to_dict(),
            "done": self.done.to_dict(),
            "shards": self.shards,
            "resumed_shards": self.resumed_shards,
            "remade_shards": self.remade_shards,
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
            f"{_number(counts.records, 'record')} read" + f" from {_number(counts.lines, 'line')}" * (counts.lines > 0),
        ]
        for cause, number in counts.failures.most_common():
            lines.append(f"  {number:>8,}  {printable(cause)}")
            if cause in counts.examples:
                lines.append(f"            first: {printable(counts.examples[cause])}")
        if counts.failures[_LOST]:
            lines.append("parts of sources could not be read: more articles may be lost than there are failures")
        if counts.duplicate_ids:
            lines.append(f"{_number(counts.duplicate_ids, 'duplicate id')}: all kept, `position` tells them apart")
        if self.shards and self.resumed_shards == self.shards:
            lines.append("it was whole already: nothing to do")
            return "\n".join(lines) + "\n"
        if self.resumed_shards:
            lines.append(f"{_number(self.resumed_shards, 'shard')} of an earlier run kept")
        if self.remade_shards:
            lines.append(f"{_number(self.remade_shards, 'shard')} made again: files or lines in the log were lost")
        lines.append(
            f"{_number(self.done.words, 'word')} in {self.seconds:,.1f} s: {self.words_per_second:,.0f} words/s with "
            f"{_number(self.workers, 'worker')}"
        )
        return "\n".join(lines) + "\n"


def _number(count: int, noun: str) -> str:
    return f"{count:,} {noun}{'s' * (count != 1)}"
