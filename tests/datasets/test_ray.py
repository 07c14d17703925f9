from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline import DatasetError, Limits
from timeline.datasets.batch import batch_schema
from timeline.datasets.build import build
from timeline.datasets.manifest import LOG
from timeline.datasets.plan import ShardSize
from timeline.datasets.settings import Settings
from timeline.sources.files import source_files
from timeline.tables.columns import TABLES

ray = pytest.importorskip("ray")
pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")
pytestmark = [pytest.mark.cluster, pytest.mark.filterwarnings("ignore")]
WriteSource = Callable[..., Path]


@pytest.fixture(scope="module")
def cluster() -> Iterator[None]:
    ray.init(num_cpus=2, include_dashboard=False, log_to_driver=False, logging_level="ERROR", object_store_memory=2**28)
    yield
    ray.shutdown()


def schemas(output: Path) -> dict[str, Any]:
    return {table: pq.read_schema(next((output / table).iterdir())) for table in TABLES}


def rows(output: Path, table: str) -> list[dict[str, Any]]:
    found = [row for path in sorted((output / table).iterdir()) for row in pq.read_table(path).to_pylist()]
    return sorted(found, key=lambda row: (row["position"], row.get("number", 0)))


@pytest.mark.usefixtures("cluster")
def test_a_cluster_builds_what_one_machine_builds(tmp_path: Path, write_source: WriteSource) -> None:
    from timeline.datasets.ray import build as build_with_ray

    folder = tmp_path / "news"
    folder.mkdir()
    for number in (12, 3, 0, 1, 7):
        write_source(number, f"news/{number:02}.jsonl")
    write_source(
        [
            "torn",
            {"id": "x", "text": 3},
            {"id": "y", "text": "in 2019", "published": "soon"},
            {"id": "long", "text": "x" * 501},
        ],
        "news/bad.jsonl",
    )
    settings = Settings(events=False, shard=ShardSize(5), limits=Limits(characters=500))
    local = build(settings, source_files([folder]), tmp_path / "local", 1)
    report = build_with_ray(settings, [folder], tmp_path / "ray", actors=2)
    assert (report.counts.articles, report.counts.failures.total(), report.shards) == (23, 4, 7)
    assert report.counts == local.counts
    assert report.counts.duplicate_ids == 11
    assert schemas(tmp_path / "ray") == schemas(tmp_path / "local")
    for table in TABLES:
        assert rows(tmp_path / "ray", table) == rows(tmp_path / "local", table)
    log = (tmp_path / "ray" / LOG).read_bytes()
    (tmp_path / "ray" / LOG).write_bytes(b"".join(log.splitlines(keepends=True)[:2]))
    report = build_with_ray(settings, [folder], tmp_path / "ray", actors=1)
    assert (report.resumed_shards, report.shards, report.counts) == (2, 7, local.counts)
    assert (tmp_path / "ray" / LOG).read_bytes() == log
    lines = log.splitlines(keepends=True)
    (tmp_path / "ray" / LOG).write_bytes(b"".join([*lines[:3], *lines[4:6], *lines[7:]]))
    lost = tmp_path / "ray" / "articles" / "part-000001.parquet"
    before = lost.read_bytes()
    lost.unlink()
    report = build_with_ray(settings, [folder], tmp_path / "ray", actors=2)
    assert (report.resumed_shards, report.remade_shards, report.shards) == (4, 3, 7)
    assert report.counts == local.counts
    assert ((tmp_path / "ray" / LOG).read_bytes(), lost.read_bytes()) == (log, before)
    assert build_with_ray(settings, [folder], tmp_path / "ray", actors=1).resumed_shards == 7
    (tmp_path / "ray" / "events" / "part-000007.parquet").write_text("theirs")
    with pytest.raises(DatasetError, match="move it away"):
        build_with_ray(settings, [folder], tmp_path / "ray", actors=1)
    (tmp_path / "ray" / "events" / "part-000007.parquet").unlink()
    with pytest.raises(DatasetError, match="engine: 'ray' → None"):
        build(settings, source_files([folder]), tmp_path / "ray", 1)


@pytest.mark.usefixtures("cluster")
def test_a_cluster_finds_the_events_that_one_machine_finds(tmp_path: Path, write_source: WriteSource) -> None:
    from timeline.datasets.ray import build as build_with_ray
    from timeline.datasets.ray import map_articles, write_tables

    texts = [
        "The quay opened on Friday.",
        "Talks begin next week.",
        "",
        "Nothing.",
        "It rained in May, he said on Monday.",
    ]
    source = write_source(
        [{"position": n, "id": f"a{n}", "text": text, "published": "2024-03-15"} for n, text in enumerate(texts)]
    )
    settings = Settings(shard=ShardSize(4))
    local = build(settings, source_files([source]), tmp_path / "local", 1)
    report = build_with_ray(settings, [source], tmp_path / "ray", actors=1)
    assert report.counts == local.counts
    assert report.counts.events > 0
    write_tables(map_articles(ray.data.read_json(str(source), lines=True), actors=1), f"file://{tmp_path}/mapped")
    for table in TABLES:
        assert rows(tmp_path / "ray", table) == rows(tmp_path / "local", table)
        expected = rows(tmp_path / "local", table)
        assert [unplaced(row) for row in rows(tmp_path / "mapped", table)] == [unplaced(row) for row in expected]


def unplaced(row: dict[str, Any]) -> dict[str, Any]:
    """Leave out what a table in memory cannot know: its file, and the columns that were not taken from there."""
    return {key: value for key, value in row.items() if key not in {"source", "place", "message"}}


@pytest.mark.usefixtures("cluster")
def test_datasets_of_ray(tmp_path: Path) -> None:
    from timeline.datasets.ray import map_articles, write_tables

    articles = [{"position": n, "id": str(n), "text": f"in {1990 + n}", "published": "2024-03-15"} for n in range(20)]
    pq.write_table(pa.Table.from_pylist([*articles, {"position": 20, "text": None}]), tmp_path / "news.parquet")
    found = map_articles(ray.data.read_parquet(str(tmp_path / "news.parquet")), actors=1, batch_size=8, events=False)
    assert found.schema().base_schema.names == batch_schema().names
    write_tables(found, f"file://{tmp_path}/out")
    assert [row["value"] for row in rows(tmp_path / "out", "expressions")] == [str(1990 + n) for n in range(20)]
    assert [row["position"] for row in rows(tmp_path / "out", "failures")] == [20]
    write_tables(found, f"file://{tmp_path}/lines", "jsonl")
    lines = [line for path in (tmp_path / "lines" / "expressions").iterdir() for line in path.read_text().splitlines()]
    assert sorted(json.loads(line)["first_day"] for line in lines) == [f"{1990 + n}-01-01" for n in range(20)]
