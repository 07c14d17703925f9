from __future__ import annotations

import json
from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline.datasets.duplicates import SeenIds, digests
from timeline.datasets.manifest import LOG

if TYPE_CHECKING:
    from pathlib import Path


@given(st.lists(st.lists(st.one_of(st.none(), st.text(max_size=2), st.integers(0, 40).map(str)), max_size=30)))
def test_ids_seen_before_are_counted(groups: list[list[str | None]]) -> None:
    seen, known = SeenIds(), set()
    for group in groups:
        expected = 0
        for each in group:
            if each is not None:
                expected += each in known
                known.add(each)
        assert seen.add(digests(group)) == expected


def test_runs_stay_few() -> None:
    seen = SeenIds()
    for begin in range(0, 10_000, 50):
        assert seen.add(digests(map(str, range(begin, begin + 50)))) == 0
    assert sum(map(len, seen.runs)) == 10_000
    assert len(seen.runs) <= 8
    assert seen.add(digests(["9999", "10000"])) == 1


@pytest.mark.parametrize("form", ["parquet", "jsonl"])
def test_a_build_counts_ids_that_came_before(tmp_path: Path, form: str) -> None:
    pytest.importorskip("pyarrow")
    ids = ["a", "b", "a", None, "\ud800", None, "\ufffd", "c", "b", "a", "d", "c"]
    lines = [f'{{"id": {name}, "text": "in 2019"}}\n' for name in map(json.dumps, ids)]
    lines[7] = '{"id": "c", "text": 3}\n'  # failures have ids too
    source = tmp_path / "news.jsonl"
    source.write_text("".join(lines))

    def build() -> Any:
        return timeline.build_dataset(source, tmp_path / "out", events=False, workers=1, shard_records=5, form=form)

    report = build()
    assert (report.counts.articles, report.counts.failures.total(), report.counts.duplicate_ids) == (11, 1, 5)
    assert report.done.duplicate_ids == 5
    assert "5 duplicate ids: all kept" in report.render()
    assert report.to_dict()["counts"]["duplicate_ids"] == 5
    log = (tmp_path / "out" / LOG).read_bytes()
    for kept in (1, 2):
        (tmp_path / "out" / LOG).write_bytes(b"".join(log.splitlines(keepends=True)[:kept]))
        report = build()
        assert (report.counts.duplicate_ids, report.resumed_shards) == (5, kept)
        assert (tmp_path / "out" / LOG).read_bytes() == log
