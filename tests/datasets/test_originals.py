from __future__ import annotations

import hashlib
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline import DatasetError, InputError
from timeline.datasets.manifest import Store
from timeline.datasets.originals import Originals
from timeline.sources.files import SourceFile, source_files

pytest.importorskip("pyarrow")
WriteSource = Callable[..., Path]


def build(source: Path | list[Path], output: Path, **options: Any) -> Any:
    return timeline.build_dataset(
        source, output, **{"events": False, "workers": 1, "shard_records": 10, "form": "jsonl", **options}
    )


def edit(path: Path, old: bytes, new: bytes) -> None:
    """Change a file without changing its length or its time of change."""
    state, data = path.stat(), path.read_bytes()
    assert len(old) == len(new)
    assert data.count(old) == 1
    path.write_bytes(data.replace(old, new))
    os.utime(path, ns=(state.st_atime_ns, state.st_mtime_ns))


def files_of(directory: Path) -> set[str]:
    return {path.relative_to(directory).as_posix() for path in directory.rglob("part-*")}


def test_a_change_in_the_middle_at_equal_length_is_noticed(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{"id": str(n), "text": f"It opened in May {1000 + n}. " + "x" * 4_000} for n in range(50)])
    build(source, tmp_path / "out")
    before = files_of(tmp_path / "out")
    edit(source, b"May 1030", b"May 2030")
    with pytest.raises(DatasetError, match=r"other sources: 'news\.jsonl' is changed; give those of before"):
        build(source, tmp_path / "out")
    assert files_of(tmp_path / "out") == before
    edit(source, b"May 2030", b"May 1030")
    assert build(source, tmp_path / "out").resumed_shards == 5


def test_sources_are_the_same_wherever_they_lie(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    build(source, tmp_path / "out")
    (tmp_path / "elsewhere").mkdir()
    moved = source.rename(tmp_path / "elsewhere" / source.name)
    os.utime(moved, (0, 0))
    assert build(moved, tmp_path / "out").resumed_shards == 3


def test_files_that_came_and_went_are_named(tmp_path: Path, write_source: WriteSource) -> None:
    one, two, three = (write_source(2, f"{name}.jsonl") for name in ("one", "two", "three"))
    build([one, two], tmp_path / "out")
    with pytest.raises(DatasetError, match=r"files: 2 → 1; .*'two\.jsonl' is gone;"):
        build([one], tmp_path / "out")
    with pytest.raises(DatasetError, match=r"other sources: .*'two\.jsonl' is gone; 'three\.jsonl' is new;"):
        build([one, three], tmp_path / "out")
    with pytest.raises(DatasetError, match="other content, or another order"):
        build([two, one], tmp_path / "out")


def test_the_manifest_says_what_the_sources_held(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source(3)
    build(source, tmp_path / "out")
    sources = Store(tmp_path / "out").settings()["sources"]
    sha256 = hashlib.sha256(source.read_bytes()).hexdigest()
    assert sources["listed"] == [{"name": "news.jsonl", "bytes": source.stat().st_size, "sha256": sha256}]
    assert (sources["files"], sources["bytes"]) == (1, source.stat().st_size)


def test_many_files_are_told_apart_by_one_checksum(tmp_path: Path) -> None:
    for number in range(1_001):
        (tmp_path / f"{number}.txt").write_text("in 2019")
    before = Originals(source_files([tmp_path])).to_dict()
    assert (before["files"], before.get("listed")) == (1_001, None)
    (tmp_path / "500.txt").write_text("in 2018")
    after = Originals(source_files([tmp_path])).to_dict()
    assert after["sha256"] != before["sha256"]
    assert after["bytes"] == before["bytes"]


def test_a_source_that_changes_while_it_is_read_ends_the_build(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source(60)
    data = source.read_bytes()

    def append(progress: Any) -> None:
        if progress.records == 50:
            with source.open("ab") as stream:
                stream.write(b'{"text": "more"}\n')

    with pytest.raises(DatasetError, match=r"news\.jsonl: changed while the dataset was built; put back"):
        build(source, tmp_path / "out", progress=append)
    assert [shard.number for shard in Store(tmp_path / "out").shards()] == [0, 1, 2, 3]
    with pytest.raises(DatasetError, match=r"other sources: bytes: .* 'news\.jsonl' is changed"):
        build(source, tmp_path / "out")
    source.write_bytes(data)
    assert build(source, tmp_path / "out").resumed_shards == 4


def test_a_source_that_goes_away_ends_the_build(tmp_path: Path, write_source: WriteSource) -> None:
    one, two = write_source(15, "one.jsonl"), write_source(15, "two.jsonl")
    with pytest.raises(DatasetError, match=r"two\.jsonl: changed while"):
        build([one, two], tmp_path / "out", progress=lambda _: two.unlink(missing_ok=True))


def test_a_source_that_is_only_touched_is_the_same(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source(30)
    build(source, tmp_path / "out", progress=lambda progress: os.utime(source, (progress.records, progress.records)))
    assert len(Store(tmp_path / "out").shards()) == 3


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_what_can_be_read_but_once_is_no_source(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.jsonl")
    with pytest.raises(InputError, match=r"news\.jsonl: .* regular files"):
        build(tmp_path / "news.jsonl", tmp_path / "out")


def test_an_unreadable_source_is_a_failure_still(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source(3)
    missing = SourceFile(tmp_path / "missing.jsonl", "missing.jsonl", "lines", 0)
    originals = Originals([*source_files([source]), missing])
    assert originals.to_dict()["listed"][1] == {"name": "missing.jsonl", "bytes": 0, "sha256": None}
    originals.check(0, 1)
