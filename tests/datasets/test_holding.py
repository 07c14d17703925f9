"""What a build does to the directory that it is given: nothing but add its own, whatever lies there."""

from __future__ import annotations

import hashlib
import json
import os
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

import timeline
from timeline import DatasetError, cli
from timeline.datasets.manifest import LOG, MANIFEST, Store
from timeline.datasets.staging import STAGING
from timeline.tables.columns import TABLES

pytest.importorskip("pyarrow")

if TYPE_CHECKING:
    from timeline.datasets.report import Report

WriteSource = Callable[..., Path]
HEX = "0123456789abcdef"


def build(source: Path, output: Path, **options: Any) -> Report:
    settings = {"events": False, "workers": 1, "shard_records": 10, "form": "jsonl", **options}
    return timeline.build_dataset(source, output, **settings)


def content(directory: Path) -> dict[str, bytes]:
    """Give all files of a directory but locks, with what they hold."""
    files = [path for path in directory.rglob("*") if path.is_file() and path.name != ".lock"]
    return {path.relative_to(directory).as_posix(): path.read_bytes() for path in files}


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a dataset of five shards, of articles some of which share an id; give the directory of both."""
    place = tmp_path_factory.mktemp("built")
    rows = [{"id": f"a{n % 17}", "text": f"It opened in May {1990 + n}.", "published": "2024-03-15"} for n in range(45)]
    (place / "news.jsonl").write_text("".join(json.dumps(row) + "\n" for row in rows) + "torn\n")
    build(place / "news.jsonl", place / "out")
    return place


@pytest.fixture
def whole(tmp_path: Path, built: Path) -> tuple[Path, Path]:
    """Give a copy of it: the source and the dataset."""
    shutil.copytree(built, tmp_path, dirs_exist_ok=True)
    return tmp_path / "news.jsonl", tmp_path / "out"


FOREIGN = [
    "part-000000.jsonl",
    "part-000000.parquet",
    "articles/part-000000.jsonl",
    "Articles/PART-000000.JSONL",
    "articles",
    LOG,
    MANIFEST,
    STAGING,
    f"{STAGING}/thesis.tex",
    f"{STAGING}/part-000000.jsonl",
    ".lock",
    ".lock/inside",
    ".part-000000.jsonl.tmp",
    f".part-000000.jsonl.{HEX * 2}.tmp",
    ".report.tmp",
    "thesis.tex",
]


@pytest.mark.parametrize("name", FOREIGN)
def test_nothing_is_made_beside_what_others_have_made(tmp_path: Path, write_source: WriteSource, name: str) -> None:
    source, theirs = write_source(), tmp_path / "out" / name
    theirs.parent.mkdir(parents=True)
    theirs.write_text('{"name": "theirs"}\n')
    before = sorted(tmp_path.rglob("*"))
    with pytest.raises(DatasetError, match="give another directory"):
        build(source, tmp_path / "out")
    assert (sorted(tmp_path.rglob("*")), theirs.read_text()) == (before, '{"name": "theirs"}\n')


@pytest.mark.parametrize("name", ["part-000000.jsonl", "articles/part-000000.jsonl", LOG, "news.csv"])
def test_sources_in_the_directory_of_the_dataset_are_refused(
    tmp_path: Path, write_source: WriteSource, name: str
) -> None:
    (tmp_path / "data" / "articles").mkdir(parents=True)
    source = write_source(5, f"data/{name}")
    before = content(tmp_path)
    for given in (source, tmp_path / "data", source.parent):
        with pytest.raises(DatasetError, match="lies in the directory of the dataset"):
            build(given, tmp_path / "data")
        assert cli.main(["build", str(given), "--output", str(tmp_path / "data"), "--times-only"]) == 1
    assert content(tmp_path) == before
    assert not (tmp_path / "data" / ".lock").exists()


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_sources_behind_links_are_left_alone(tmp_path: Path, write_source: WriteSource) -> None:
    (tmp_path / "data").mkdir()
    source = write_source(5, "data/part-000000.jsonl")
    (tmp_path / "link").symlink_to(tmp_path / "data")
    with pytest.raises(DatasetError, match="lies in the directory"):
        build(source, tmp_path / "link")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "articles").symlink_to(tmp_path / "data")
    for given in (source, tmp_path / "data"):
        with pytest.raises(DatasetError, match="not empty, and no dataset: it holds 'articles'"):
            build(given, tmp_path / "out")
    (tmp_path / "out" / "articles").unlink()
    os.link(source, tmp_path / "out" / "part-000000.jsonl")
    with pytest.raises(DatasetError, match="not empty, and no dataset"):
        build(source, tmp_path / "out")
    assert len(source.read_text().splitlines()) == 5


def test_what_a_glob_finds_of_the_dataset_itself_is_named(tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source()
    build(source, tmp_path / "out")
    before = content(tmp_path)
    with pytest.raises(DatasetError, match=r"part-000000\.jsonl: lies in the directory of the dataset"):
        timeline.build_dataset([source, tmp_path / "out/articles/part-000000.jsonl"], tmp_path / "out", events=False)
    assert build(source, tmp_path / "out").shards == 3  # a directory is passed over
    assert timeline.build_dataset(  # as `*` gives it
        [source, tmp_path / "out"], tmp_path / "out", events=False, workers=1, shard_records=10, form="jsonl"
    ).resumed_shards == 3  # fmt: skip
    assert content(tmp_path) == before


@pytest.mark.parametrize(
    "name",
    [
        "articles/part-000005.jsonl",
        "articles/part-000099.jsonl",
        "events/Part-000003.JSONL",
        "failures/part-000000.parquet",
        "failures/part-000005.parquet",
    ],
)
def test_foreign_files_among_those_of_a_dataset_are_refused(whole: tuple[Path, Path], name: str) -> None:
    source, output = whole
    log = (output / LOG).read_bytes()
    (output / name).write_text("theirs")
    before = content(output)
    with pytest.raises(DatasetError, match=r"not in its log, and no build is known to have written it: move it away"):
        build(source, output)
    assert content(output) == before
    (output / LOG).write_bytes(b"".join(log.splitlines(keepends=True)[:-1]))  # ended just before the end
    with pytest.raises(DatasetError, match="move it away"):
        build(source, output)
    assert (output / name).read_text() == "theirs"
    (output / name).unlink()
    build(source, output)
    assert (output / LOG).read_bytes() == log


def test_other_files_beside_a_dataset_stay(whole: tuple[Path, Path]) -> None:
    source, output = whole
    names = ["README.md", "part-000000.jsonl", ".notes.tmp", "events/.part-000000.jsonl.tmp", "events/.DS_Store"]
    for name in [*names, f"{STAGING}/thesis.tex"]:
        (output / name).parent.mkdir(exist_ok=True)
        (output / name).write_text("theirs")
    (output / LOG).write_bytes(b"".join((output / LOG).read_bytes().splitlines(keepends=True)[:2]))
    assert build(source, output).resumed_shards == 2
    assert {(output / name).read_text() for name in [*names, f"{STAGING}/thesis.tex"]} == {"theirs"}


def test_a_file_made_meanwhile_is_not_written_over(tmp_path: Path, write_source: WriteSource) -> None:
    theirs = tmp_path / "out" / "events" / "part-000001.jsonl"

    source = write_source()
    with pytest.raises(DatasetError, match=r"events/part-000001\.jsonl: is not what is made of the sources"):
        build(source, tmp_path / "out", progress=lambda _: theirs.write_text("theirs"))
    assert theirs.read_text() == "theirs"
    theirs.unlink()
    build(source, tmp_path / "out")
    build(source, tmp_path / "other")
    assert content(tmp_path / "out") == content(tmp_path / "other")


@pytest.mark.parametrize("lines", [[0], [1, 3], [3, 4], [5], [0, 1, 2, 3, 4], [0, 1, 2, 3, 4, 5]])
def test_shards_whose_lines_are_lost_are_made_again(whole: tuple[Path, Path], lines: list[int]) -> None:
    source, output = whole
    before = content(output)
    log = before[LOG].splitlines(keepends=True)
    (output / LOG).write_bytes(b"".join(line for number, line in enumerate(log) if number not in lines))
    report = build(source, output)
    assert content(output) == before
    assert report.resumed_shards == 5 - len(set(lines) - {5})
    assert report.shards == 5


@pytest.mark.parametrize("lines", [[2, 5], [4], [0, 1, 2, 3, 4, 5]])
@pytest.mark.parametrize("change", [(b'"articles": ', b'"articles": 1'), (b'"next": [0', b'"next": [1'), (b"{", b"")])
def test_lines_that_were_changed_are_not_believed(
    whole: tuple[Path, Path], lines: list[int], change: tuple[bytes, bytes]
) -> None:
    source, output = whole
    before = content(output)
    log = before[LOG].splitlines(keepends=True)
    changed = [line.replace(*change) if number in lines else line for number, line in enumerate(log)]
    (output / LOG).write_bytes(b"".join(changed))
    build(source, output)
    after = content(output)
    (kept,) = [after.pop(name) for name in set(after) - set(before)]
    assert after == before
    assert kept == b"".join(new for new, old in zip(changed, log, strict=True) if new != old)


def test_garbled_lines_are_kept(whole: tuple[Path, Path]) -> None:
    source, output = whole
    log = (output / LOG).read_bytes().splitlines(keepends=True)
    (output / LOG).write_bytes(b"".join([log[0], b"theirs\n", *log[2:]]))
    report = build(source, output)
    assert (report.resumed_shards, report.remade_shards, report.shards) == (4, 1, 5)
    assert (
        "4 shards of an earlier run kept\n1 shard made again: files or lines in the log were lost\n" in report.render()
    )
    assert (output / LOG).read_bytes() == b"".join(log)
    (kept,) = output.glob(f"{LOG}.damaged-*")
    assert kept.read_text() == "theirs\n"


@pytest.mark.parametrize("length", [1, 20, -1])
def test_a_line_that_was_being_written_counts_for_nothing(whole: tuple[Path, Path], length: int) -> None:
    source, output = whole
    before = content(output)
    log = before[LOG].splitlines(keepends=True)
    for table in TABLES:
        for number in (3, 4):
            (output / table / f"part-{number:06}.jsonl").unlink()
    (output / LOG).write_bytes(b"".join([*log[:3], log[3][:length]]))
    build(source, output)
    assert content(output) == before


def test_a_log_without_its_last_newline_is_believed(whole: tuple[Path, Path]) -> None:
    source, output = whole
    before = content(output)
    (output / LOG).write_bytes(before[LOG].rstrip())
    report = build(source, output)
    assert (report.resumed_shards, report.done.articles) == (5, 0)
    assert content(output) == before


def test_mixed_logs_are_refused(tmp_path: Path, whole: tuple[Path, Path]) -> None:
    source, output = whole
    build(source, tmp_path / "other", shard_records=7)
    mine, others = ((each / LOG).read_bytes().splitlines(keepends=True) for each in (output, tmp_path / "other"))
    for lines in ([mine[0], others[1], *mine[2:]], [*mine[:2], others[1], *mine[2:]]):
        (output / LOG).write_bytes(b"".join(lines))
        before = content(output)
        with pytest.raises(DatasetError, match="does not agree with the lines beside it"):
            build(source, output)
        assert content(output) == before
    (output / LOG).write_bytes(b"".join([mine[2], mine[0], mine[1], mine[1], *mine[3:]]))  # the same, in disorder
    assert build(source, output).resumed_shards == 5
    assert (output / LOG).read_bytes() == b"".join(mine)


@pytest.mark.parametrize(
    ("numbers", "tables", "is_ended"),
    [
        ([0], ["articles"], False),
        ([4], ["articles"], True),
        ([1, 3], ["events"], False),
        ([1, 3], list(TABLES), True),
        ([0, 1, 2, 3, 4], ["articles"], True),
        ([0, 1, 2, 3, 4], list(TABLES), False),
    ],
)
def test_lost_files_are_made_again(
    whole: tuple[Path, Path], numbers: list[int], tables: list[str], *, is_ended: bool
) -> None:
    source, output = whole
    before = content(output)
    for table in tables:
        for number in numbers:
            (output / table / f"part-{number:06}.jsonl").unlink()
        if len(numbers) == 5:
            shutil.rmtree(output / table)
    if is_ended:
        (output / LOG).write_bytes(b"".join(before[LOG].splitlines(keepends=True)[:-1]))
    report = build(source, output)
    assert content(output) == before
    assert (report.remade_shards, report.resumed_shards, report.shards) == (len(numbers), 5 - len(numbers), 5)


def test_files_that_were_changed_are_refused_and_stay(whole: tuple[Path, Path]) -> None:
    source, output = whole
    before = content(output)
    path = output / "expressions" / "part-000001.jsonl"
    for damaged in (b"", b"x", before["articles/part-000001.jsonl"]):
        path.write_bytes(damaged)
        with pytest.raises(DatasetError, match=r"expressions/part-000001\.jsonl: damaged: .* move it away"):
            build(source, output)
        assert path.read_bytes() == damaged
    data = bytearray(before["articles/part-000003.jsonl"])
    data[10] ^= 1
    (output / "articles" / "part-000003.jsonl").write_bytes(data)  # of the same length
    with pytest.raises(DatasetError, match=r"expressions/part-000001\.jsonl, .*articles/part-000003\.jsonl: damaged"):
        build(source, output)
    for name in ("articles/part-000003.jsonl", "expressions/part-000001.jsonl"):
        (output / name).rename(output.parent / name.replace("/", "-"))
    assert build(source, output).remade_shards == 2
    assert content(output) == before


def test_a_file_in_the_place_of_a_lost_shard_is_refused_unless_it_is_the_same(whole: tuple[Path, Path]) -> None:
    source, output = whole
    before = content(output)
    log = before[LOG].splitlines(keepends=True)
    (output / LOG).write_bytes(b"".join(log[:2] + log[3:]))
    path = output / "failures" / "part-000002.jsonl"
    path.write_text("theirs")
    with pytest.raises(DatasetError, match=r"failures/part-000002\.jsonl: is not what is made of the sources"):
        build(source, output)
    assert path.read_text() == "theirs"
    path.unlink()
    build(source, output)
    assert content(output) == before


@pytest.mark.parametrize("what", ["articles", STAGING])
def test_a_file_in_the_place_of_a_directory_is_refused(whole: tuple[Path, Path], what: str) -> None:
    source, output = whole
    if what != STAGING:
        shutil.rmtree(output / what)
    (output / what).write_text("theirs")
    with pytest.raises(DatasetError, match="move it away"):
        build(source, output)
    assert (output / what).read_text() == "theirs"


@pytest.mark.skipif(os.name != "posix", reason="links")
def test_logs_behind_links_are_left_alone(tmp_path: Path, whole: tuple[Path, Path]) -> None:
    source, output = whole
    before = content(output)
    two = b"".join(before[LOG].splitlines(keepends=True)[:2])
    (output / LOG).write_bytes(two)
    os.link(output / LOG, tmp_path / "backup")
    build(source, output)
    assert ((tmp_path / "backup").read_bytes(), content(output)) == (two, before)
    for target in (tmp_path / "backup", tmp_path / "nowhere"):
        (output / LOG).unlink()
        (output / LOG).symlink_to(target)
        with pytest.raises(DatasetError, match=rf"{LOG}: the log of a dataset is a regular file"):
            build(source, output)
    assert ((tmp_path / "backup").read_bytes(), (tmp_path / "nowhere").exists()) == (two, False)


def test_foreign_and_damaged_manifests_are_refused(whole: tuple[Path, Path]) -> None:
    source, output = whole
    good = (output / MANIFEST).read_bytes()
    for bad in (b"", b"{", b"[]", b"{}", b"\xff", b'{"name": "an app"}', b'{"schema_version": 1, "sources": 3}'):
        (output / MANIFEST).write_bytes(bad)
        before = content(output)
        with pytest.raises(DatasetError, match=rf"{MANIFEST}: .*give another directory"):
            build(source, output)
        assert content(output) == before
    (output / MANIFEST).unlink()
    with pytest.raises(DatasetError, match=f"and no {MANIFEST}"):
        build(source, output)
    (output / MANIFEST).write_bytes(good)
    assert build(source, output).resumed_shards == 5


def test_readers_change_nothing(whole: tuple[Path, Path]) -> None:
    _, output = whole
    log = (output / LOG).read_bytes()
    (output / LOG).write_bytes(log[:-30])  # as it may be while a build is at work
    assert len(Store(output).shards()) == 5
    assert (output / LOG).read_bytes() == log[:-30]
    (output / LOG).write_bytes(b"".join(log.splitlines(keepends=True)[1:]))
    with pytest.raises(DatasetError, match="damaged: no line for shard 0"):
        Store(output).shards()


def test_every_line_bears_its_checksum(whole: tuple[Path, Path]) -> None:
    for line in (whole[1] / LOG).read_text().splitlines():
        entry = json.loads(line)
        check = entry.pop("check")
        assert check == hashlib.sha256(json.dumps(entry, sort_keys=True).encode()).hexdigest()
