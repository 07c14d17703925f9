"""What every build does, whoever makes the shards: hold the directory, go on where a run was ended, count."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.datasets.manifest import Store
from timeline.datasets.originals import Originals
from timeline.datasets.report import Report
from timeline.datasets.settings import Settings
from timeline.datasets.staging import Checksums, checksums
from timeline.datasets.work import Counts
from timeline.sources.checking import check_columns

if TYPE_CHECKING:
    from timeline.datasets.holding import Holding
    from timeline.datasets.shardlog import Shard

__all__ = ["Building"]


@frozen
class Building:
    """A dataset to be made of sources."""

    settings: Settings
    originals: Originals
    output: Path
    workers: int
    engine: Mapping[str, str] = field(factory=dict)
    """What the manifest says beside the settings: who cuts the shards, if that is not this machine."""
    read: Checksums = checksums

    def run(self, shards: Callable[[Holding], Iterator[Shard]]) -> Report:
        """Build; `shards` gives all shards in order, those that are whole and those that it makes."""
        begun = time.monotonic()
        check_columns(self.originals.files, self.settings.reader.columns)
        total, done, made = Counts(), Counts(), 0
        with Store(self.output).held() as holding:
            holding.begin({**self.settings.to_dict(), **self.engine}, self.originals.to_dict, self.read)
            whole: Iterable[Shard] = holding.whole.values()
            for shard in whole if holding.is_complete else shards(holding):
                counts = Counts.from_dict(shard.counts)
                total.add(counts)
                if shard.number not in holding.whole:
                    done.add(counts)
                    made += 1
            if not holding.is_complete:
                holding.complete(total.to_dict())
        before, seconds = len(holding.whole), time.monotonic() - begun
        return Report(self.output, total, done, before + made, before, seconds, self.workers, len(holding.lost))
