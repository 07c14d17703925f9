from __future__ import annotations

import os
import pickle
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

import timeline
from timeline.datasets.batch import ExtractBatch, batch_schema, flatten
from timeline.tables.arrow import schema_of
from timeline.tables.columns import TABLES

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")

WriteSource = Callable[..., Path]
ARTICLES = [
    {"position": 0, "id": "a", "text": "It rained in May 2019 and on Friday.", "published": "2024-03-15"},
    {"position": 1, "id": "b", "text": "Nothing.", "published": None},
    {"position": 2, "id": "c", "text": "in 2020", "published": "soon"},
    {"position": 3, "id": "d", "text": "It will end in 2030.", "published": "2024-03-15"},
    {"position": 4, "id": "e", "text": None, "published": None},
]


@pytest.fixture
def extract() -> Iterator[ExtractBatch]:
    batch = ExtractBatch(events=False)
    yield batch
    batch.close()


def test_a_row_an_article(extract: ExtractBatch) -> None:
    found = extract(pa.Table.from_pylist(ARTICLES))
    assert found.schema == batch_schema()
    rows = found.to_pylist()
    assert [row["id"] for row in rows] == ["a", "b", "c", "d", "e"]
    assert [[each["value"] for each in row["expressions"]] for row in rows] == [
        ["2019-05", "2024-03-15"], [], [], ["2030"], []
    ]  # fmt: skip
    assert [row["failure"] and row["failure"]["error"] for row in rows] == [
        None, None, "PublicationDateError", None, "ArticleError"
    ]  # fmt: skip


def test_flat_tables_are_those_of_a_dataset(extract: ExtractBatch, tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{key: value for key, value in row.items() if key != "position"} for row in ARTICLES])
    timeline.build_dataset(source, tmp_path / "out", events=False, workers=1)
    found = extract(pa.Table.from_pylist(ARTICLES))
    for name in TABLES:
        expected = pq.read_table(tmp_path / "out" / name / "part-000000.parquet")
        flat = flatten(found, name)
        assert flat.schema == schema_of(name)
        assert without_place(flat) == without_place(expected)


def without_place(table: Any) -> list[dict[str, Any]]:
    return [{key: value for key, value in row.items() if key not in {"source", "place"}} for row in table.to_pylist()]


def test_the_process_is_kept_from_call_to_call(extract: ExtractBatch) -> None:
    table = pa.Table.from_pylist(ARTICLES).select(["text", "published"])
    first = extract(table)
    assert extract._pool is not None
    (worker,) = extract._pool.workers
    assert extract(table.to_batches()[0]) == first
    assert extract._pool.workers == [worker]
    assert first.column("position").null_count == 5
    assert extract(table.slice(0, 0)).num_rows == 0


def test_only_settings_are_pickled(extract: ExtractBatch) -> None:
    extract(pa.Table.from_pylist(ARTICLES[:1]))
    copy = pickle.loads(pickle.dumps(extract))
    assert (copy.events, copy._pool) == (False, None)


@pytest.mark.usefixtures("write_source")
def test_events_are_inside() -> None:
    batch = ExtractBatch()
    (row,) = batch(pa.Table.from_pylist(ARTICLES[:1])).to_pylist()
    batch.close()
    expected = timeline.extract(ARTICLES[0]["text"], ARTICLES[0]["published"])  # type: ignore[arg-type]
    assert [(each["lemma"], each["edtf"]) for each in row["events"]] == [
        (event.lemma, event.when and event.when.edtf) for event in expected
    ]


@pytest.mark.parametrize("columns", [{"text": "bdy"}, {"text": "body", "published": "day"}, {}])
def test_columns_that_are_not_there_are_told_at_once(columns: dict[str, str]) -> None:
    batch = ExtractBatch(events=False, columns=columns)
    with pytest.raises(timeline.InputError, match=r"there is no column .*; columns found: 'id', 'body'"):
        batch(pa.table({"id": ["a"], "body": ["in May"]}))
    assert batch(pa.table({})).num_rows == 0
    batch.close()


def test_values_that_cannot_be_held_fail_their_rows(extract: ExtractBatch) -> None:
    dates = pa.array([19_000, 6_585_400], pa.int32()).view(pa.date32())
    found = extract(pa.table({"id": ["a", "b"], "text": ["in May", "in June"], "published": dates})).to_pylist()
    assert [(row["id"], row["failure"] and row["failure"]["error"]) for row in found] == [
        ("a", None), ("b", "ArticleError")
    ]  # fmt: skip


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_forked_process_has_a_worker_of_its_own(extract: ExtractBatch, in_child: Callable[..., Any]) -> None:
    table = pa.Table.from_pylist(ARTICLES)
    expected = extract(table).to_pylist()

    def child() -> list[Any]:
        found = extract(table).to_pylist()
        extract.close()
        return found

    assert in_child(child) == expected
    assert extract(table).to_pylist() == expected
