"""Ids that more than one record bears: counted, not taken out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, Any

from attrs import define, field

from timeline.tables.arrow import import_arrow, without_surrogates

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.datasets.shardlog import Shard

__all__ = ["SeenIds", "digests", "ids_of"]

_WIDTH = 8


def digests(ids: Iterable[str | None]) -> bytes:
    """Give eight bytes for each id that there is; the same in every process, and for what a Parquet file made of it.

    >>> len(digests(["a", None, "b"]))
    16
    """
    given = (without_surrogates(each).encode() for each in ids if each is not None)
    return b"".join(hashlib.blake2b(each, digest_size=_WIDTH).digest() for each in given)


@define
class SeenIds:
    """The ids of all records before, in eight bytes each: two in a billion records may be taken for one.

    They are kept in sorted runs, each less than half as long as the one before, so that there are few to look into.

    >>> seen = SeenIds()
    >>> seen.add(digests(["a", "b", "a"])), seen.add(digests(["c", "b"]))
    (1, 1)
    """

    runs: list[Any] = field(factory=list, repr=False)

    def add(self, some: bytes) -> int:
        """Take in the digests of some ids; give how many of them stand for an id that was there before."""
        import numpy as np

        given = np.frombuffer(some, "<u8")
        fresh = np.unique(given)
        for run in self.runs:
            places = np.minimum(np.searchsorted(run, fresh), len(run) - 1)
            fresh = fresh[run[places] != fresh]
        repeated = len(given) - len(fresh)
        if len(fresh):
            self.runs.append(fresh)
        while len(self.runs) > 1 and len(self.runs[-2]) <= 2 * len(self.runs[-1]):
            self.runs.append(np.sort(np.concatenate([self.runs.pop(), self.runs.pop()]), kind="stable"))
        return repeated


def ids_of(directory: Path, shard: Shard) -> Iterator[str | None]:
    """Read the ids of all records of a shard that is whole."""
    for name in sorted(shard.files):
        table, _, file = name.partition("/")
        if table not in {"articles", "failures"}:
            continue
        if file.endswith(".parquet"):
            pq = import_arrow("a Parquet dataset", "pyarrow.parquet")
            yield from pq.read_table(directory / name, columns=["id"]).column("id").to_pylist()
        else:
            with (directory / name).open(encoding="ascii") as lines:
                yield from (json.loads(line)["id"] for line in lines)
