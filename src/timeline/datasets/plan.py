"""Which records go into which shard: fixed by sources and sizes alone, so that every run gives the same shards."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from attrs import define, field, frozen

from timeline.sources.columns import Columns
from timeline.sources.files import SourceFile
from timeline.sources.isolation import ReadingProcess

if TYPE_CHECKING:
    from timeline.sources.records import Record

__all__ = ["Cut", "Plan", "ShardSize"]


@frozen
class ShardSize:
    """When a shard is full: at so many records, or so many bytes of them."""

    records: int = 2_000
    bytes: int = 16 * 2**20

    def is_full(self, records: int, size: int) -> bool:
        """Whether so many records, of so many bytes, fill a shard."""
        return records >= self.records or size >= self.bytes


@frozen
class Cut:
    """Where a chunk ends."""

    position: int
    """Of the first record after it."""
    next_file: int
    next_record: int
    ends_shard: bool
    size: int
    """Bytes of its records."""


@define
class Plan:
    """Chunks of records for workers, none across the end of a shard; `cuts` tells of those taken, in order."""

    files: Sequence[SourceFile]
    columns: Columns
    shard: ShardSize
    chunk_records: int
    chunk_bytes: int
    position: int = 0
    next_file: int = 0
    next_record: int = 0
    cuts: deque[Cut] = field(factory=deque)

    def chunks(self) -> Iterator[list[tuple[int, Record]]]:
        """Give chunks from where the plan stands."""
        chunk: list[tuple[int, Record]] = []
        size = in_shard = shard_bytes = 0
        records = self._records()
        record = next(records, None)
        while record is not None:
            chunk.append((self.position, record))
            self.position += 1
            self.next_record += 1
            in_shard += 1
            size += record.size
            shard_bytes += record.size
            ends_at = (self.next_file, self.next_record)  # before the look at the record after it
            record = next(records, None)
            ends_shard = record is None or self.shard.is_full(in_shard, shard_bytes)
            if ends_shard or len(chunk) >= self.chunk_records or size >= self.chunk_bytes:
                self.cuts.append(Cut(self.position, *ends_at, ends_shard, size))
                yield chunk
                chunk, size = [], 0
            if ends_shard:
                in_shard = shard_bytes = 0

    def _records(self) -> Iterator[Record]:
        with ReadingProcess() as process:
            for number in range(self.next_file, len(self.files)):
                if number > self.next_file:
                    self.next_file, self.next_record = number, 0
                yield from self.files[number].records(self.columns, self.next_record, process)
