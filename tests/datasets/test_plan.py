from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.datasets.plan import Plan, ShardSize
from timeline.sources.columns import Columns
from timeline.sources.files import SourceFile, source_files
from timeline.sources.records import Record, RecordKind

WriteSource = Callable[..., Path]


class Made:
    """A source file without a file."""

    def __init__(self, name: str, sizes: list[int]) -> None:
        self.name, self.sizes = name, sizes

    def records(self, _: Columns, skipped: int = 0, __: object = None) -> list[Record]:
        return [Record(RecordKind.TEXT, b"x" * size, self.name, str(place)) for place, size in enumerate(self.sizes)][
            skipped:
        ]


def plan_of(files: list[Made], **at: int) -> Plan:
    return Plan(files, Columns(), ShardSize(5, 40), 3, 25, **at)  # type: ignore[arg-type]


@settings(deadline=None)
@given(st.lists(st.lists(st.integers(0, 30), max_size=8), max_size=5))
def test_every_record_is_in_one_chunk_and_any_shard_can_be_gone_on_from(sizes: list[list[int]]) -> None:
    files = [Made(str(number), each) for number, each in enumerate(sizes)]
    plan = plan_of(files)
    chunks = list(plan.chunks())
    flat = [(place, record.source, record.place) for chunk in chunks for place, record in chunk]
    expected = [(file.name, str(place)) for file in files for place in range(len(file.sizes))]
    assert flat == [(number, *each) for number, each in enumerate(expected)]
    assert len(plan.cuts) == len(chunks)
    assert not chunks or plan.cuts[-1].ends_shard
    for number, cut in enumerate(plan.cuts):
        assert cut.size == sum(record.size for _, record in chunks[number])
        if cut.ends_shard:
            rest = plan_of(files, position=cut.position, next_file=cut.next_file, next_record=cut.next_record)
            assert list(rest.chunks()) == chunks[number + 1 :]
            assert list(rest.cuts) == list(plan.cuts)[number + 1 :]


def test_sources_are_known_by_name_and_kind(write_source: WriteSource) -> None:
    (file,) = source_files([write_source(2)])
    assert isinstance(file, SourceFile)
    assert (file.name, file.kind) == ("news.jsonl", "lines")
