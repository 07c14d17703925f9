"""A build is ended at each of its steps on the disk, and begun again."""

from __future__ import annotations

import hashlib
import os
import shutil
import sys
from threading import Event
from typing import TYPE_CHECKING, Any

import pytest

from timeline import DatasetError
from timeline.datasets.manifest import LOG, FileEntry, Shard, Store
from timeline.datasets.staging import STAGING, checksum, checksums, put, stage, write_whole
from timeline.tables.columns import TABLES

if TYPE_CHECKING:
    from pathlib import Path

SHARDS = 2
SETTINGS = {"schema_version": 1, "format": "jsonl"}
SOURCES = {"files": 1, "bytes": 1, "sha256": "0"}
STEPS = {"open", "os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.truncate"}


def build(output: Path, version: str = "") -> None:
    """Do what a build does, without reading anything."""
    with Store(output).held() as holding:
        holding.begin(SETTINGS, lambda: SOURCES)
        for number in range(SHARDS) if not holding.is_complete else ():
            if number in holding.whole:
                continue
            files = {}
            for table in TABLES:
                data = f"{table} {number}{version}\n".encode() * 9
                name = f"{table}/part-{number:06}.jsonl"
                files[name] = FileEntry(9, len(data), stage(output, name, data))
            holding.finish_shard(Shard(number, number, 1, 0, number + 1, files, {"articles": 1}))
        if not holding.is_complete:
            holding.complete({"articles": SHARDS})


def content(output: Path) -> dict[str, bytes]:
    files = [path for path in output.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(output).as_posix(): path.read_bytes() for path in files}


def ended_at(output: Path, step: int) -> bool:
    """Build in a process that ends at so many steps, with nothing tidied up; tell whether it came to that."""
    pid = os.fork()
    if pid:
        return os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1]) == 9
    left = step

    def count(event: str, arguments: tuple[Any, ...]) -> None:
        nonlocal left
        if event in STEPS and str(output) in str(arguments[0]):
            left -= 1
            if left < 0:
                os._exit(9)

    try:
        sys.addaudithook(count)
        build(output)
    finally:
        os._exit(0)


@pytest.mark.skipif(not hasattr(os, "fork"), reason="ends a copy of this process")
@pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning")
def test_a_build_that_is_ended_at_any_step_goes_on(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(os, "fsync", lambda _: None)  # the machine stays up
    build(tmp_path / "whole")
    whole, step = content(tmp_path / "whole"), 0
    while ended_at(output := tmp_path / f"at{step}", step):
        lines = (output / LOG).read_bytes().splitlines() if (output / LOG).exists() else []
        for path in output.glob("*/part-*"):
            assert path.relative_to(output).as_posix().encode() in b"".join(lines)  # named after it was logged
        output.mkdir(exist_ok=True)
        shutil.copytree(output, other := tmp_path / f"other{step}")
        ended_at(output, 7 * step % 40)  # again, elsewhere
        build(output)
        assert content(output) == whole, step
        assert not (output / STAGING).exists()
        build(other, ", read again")  # as where an article takes longer than it did
        kept = {name for name, data in content(other).items() if "part-" in name and data == whole[name]}
        assert kept == {name for name in whole if "part-" in name and name.encode() in b"".join(lines)}, step
        step += 1
    assert step > 40


def test_what_is_put_in_place_replaces_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "mine").write_text("mine")
    (tmp_path / "theirs").write_text("theirs")
    with pytest.raises(DatasetError, match="theirs: is there already"):
        put(tmp_path / "mine", tmp_path / "theirs")

    def without_links(*_: object) -> None:
        raise PermissionError(1, "no links here")

    monkeypatch.setattr(os, "link", without_links)
    with pytest.raises(PermissionError):
        put(tmp_path / "mine", tmp_path / "theirs")
    put(tmp_path / "mine", tmp_path / "new")
    assert ((tmp_path / "theirs").read_text(), (tmp_path / "new").read_text()) == ("theirs", "mine")


def test_a_writer_that_is_late_spoils_nothing(tmp_path: Path) -> None:
    (tmp_path / STAGING).mkdir()
    (tmp_path / "articles").mkdir()
    name = "articles/part-000000.jsonl"
    first = stage(tmp_path, name, b"one")
    assert stage(tmp_path, name, b"one") == first
    assert stage(tmp_path, name, b"two") != first
    assert len(list((tmp_path / STAGING).iterdir())) == 2


def test_a_write_that_fails_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / STAGING).mkdir()
    with pytest.raises(TypeError):
        write_whole(tmp_path, tmp_path / "x", "text is no bytes")
    assert [path.name for path in tmp_path.rglob("*")] == [STAGING]


def test_checksums_end_with_who_wants_them(tmp_path: Path) -> None:
    for number in range(20):
        (tmp_path / str(number)).write_bytes(bytes([number]) * 3 * 2**20)
    paths = [tmp_path / str(number) for number in range(20)]
    expected = [hashlib.sha256(path.read_bytes()).hexdigest() for path in paths]
    assert list(checksums([*paths, tmp_path / "missing", tmp_path])) == [*expected, None, None]
    some = checksums(paths)
    assert next(some) == expected[0]
    stopped = Event()
    stopped.set()
    assert checksum(paths[0], stopped) == hashlib.sha256().hexdigest()  # nobody looks at it: no more is read
