from __future__ import annotations

import datetime as dt
import random
from typing import TYPE_CHECKING, Any

import pytest

from timeline.errors import ArticleError
from timeline.sources.columnar import read_arrow, read_parquet, rows_of
from timeline.sources.isolation import ReadingProcess
from timeline.sources.records import RecordKind, Unreadable

if TYPE_CHECKING:
    from pathlib import Path

pa = pytest.importorskip("pyarrow")
pq = pytest.importorskip("pyarrow.parquet")


def batch(**columns: Any) -> Any:
    return pa.RecordBatch.from_arrays(list(columns.values()), names=list(columns))


def broken_text(values: list[bytes], *, large: bool = False) -> Any:
    held = pa.array(values, pa.large_binary() if large else pa.binary())
    return held.view(pa.large_string() if large else pa.string())


ODD = {
    "a date of the year 20000": pa.array([1, 6_585_400, 2], pa.int32()).view(pa.date32()),
    "a time of the year 200000": pa.array([1, 6_000_000_000_000, 2], pa.int64()).view(pa.timestamp("s")),
    "bytes that are no text": broken_text([b"a", b"\xff\xfe", b"c"]),
    "bytes that are no long text": broken_text([b"a", b"\xff\xfe", b"c"], large=True),
    "bytes that are no word of a dictionary": pa.DictionaryArray.from_arrays(
        pa.array([0, 1, 2], pa.int8()), broken_text([b"a", b"\xff", b"c"])
    ),
}


@pytest.mark.parametrize("told", ODD)
@pytest.mark.parametrize("form", ["batch", "arrow", "stream", "parquet"])
def test_a_value_that_cannot_be_held_spoils_its_row_alone(tmp_path: Path, told: str, form: str) -> None:
    given, path = batch(id=pa.array(["x", "y", "z"]), odd=ODD[told]), tmp_path / "news"
    if form == "batch":
        found = list(rows_of(given, "news", 0))
    elif form == "parquet" and "dictionary" in told:
        pytest.skip("Arrow refuses the whole dictionary, and so the file")
    elif form == "parquet":
        pq.write_table(pa.Table.from_batches([given]), path)
        found = list(read_parquet(path, "news"))
    else:
        with (pa.ipc.new_file if form == "arrow" else pa.ipc.new_stream)(str(path), given.schema) as writer:
            writer.write_batch(given)
        found = list(read_arrow(path, "news"))
    assert [record.data["id"] for record in found] == ["x", "y", "z"]
    assert [isinstance(record.data["odd"], Unreadable) for record in found] == [False, True, False]


def test_an_unknown_time_zone_is_told_with_each_value() -> None:
    zoned = pa.array([0, 1], pa.int64()).view(pa.timestamp("us", "Mars/Olympus"))
    values = [record.data["when"] for record in rows_of(batch(when=zoned), "news", 0)]
    assert all(isinstance(value, Unreadable) and "Mars/Olympus" in value.reason for value in values)


def test_a_row_longer_than_any_article_is_a_fault(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.sources.columnar.LONGEST_LINE", 10)
    found = list(rows_of(batch(text=pa.array(["a" * 10, "a" * 11])), "news", 0))
    assert [record.kind for record in found] == [RecordKind.FIELDS, RecordKind.FAULT]


def test_columns_of_one_name_are_one_fault(tmp_path: Path) -> None:
    table = pa.table([["a"], ["b"]], names=["text", "text"])
    pq.write_table(table, tmp_path / "a.parquet")
    with pa.ipc.new_file(str(tmp_path / "a.arrow"), table.schema) as writer:
        writer.write_table(table)
    for found in (read_parquet(tmp_path / "a.parquet", "a"), read_arrow(tmp_path / "a.arrow", "a")):
        (record,) = found
        assert record.kind is RecordKind.BREAK
        assert "2 columns 'text'" in record.data


def columns(names: Any) -> list[str]:
    if "text" not in names:
        message = "no texts"
        raise ArticleError(message)
    return [name for name in names if name in {"id", "text", "when"}]


@pytest.mark.parametrize("form", ["file", "stream", "lz4", "parquet"])
def test_damaged_files_never_take_us_down_and_lose_no_row_unsaid(tmp_path: Path, form: str) -> None:
    rows = [
        {"id": str(n), "text": f"It rained on Friday. {n}" * 3, "when": dt.date(2024, 3, 15), "more": [n]}
        for n in range(90)
    ]
    table, path = pa.Table.from_pylist(rows), tmp_path / "news"
    if form == "parquet":
        pq.write_table(table, path, row_group_size=40)
    else:
        options = pa.ipc.IpcWriteOptions(compression="lz4" if form == "lz4" else None)
        with (pa.ipc.new_stream if form == "stream" else pa.ipc.new_file)(
            str(path), table.schema, options=options
        ) as to:
            to.write_table(table, max_chunksize=40)
    whole, read = path.read_bytes(), read_parquet if form == "parquet" else read_arrow
    chance = random.Random(form)
    with ReadingProcess() as process:
        for number in range(100):
            data = bytearray(whole)
            for _ in range(chance.choice((1, 2, 20))):
                data[chance.randrange(len(data))] = chance.choice((0, 127, 255, chance.randrange(256)))
            (tmp_path / f"{number}").write_bytes(
                data[: chance.choice((len(data), len(data), chance.randrange(len(data))))]
            )
            found = list(process.records(_Read(read, tmp_path / f"{number}"), "news"))
            assert len(found) == len(rows) or found[-1].kind is RecordKind.BREAK


class _Read:
    def __init__(self, read: Any, path: Path) -> None:
        self.read, self.path = read, path

    def __call__(self) -> Any:
        return self.read(self.path, "news", columns)


@pytest.mark.parametrize("form", ["arrow", "parquet"])
def test_a_day_in_milliseconds_that_is_not_whole_is_its_day(tmp_path: Path, form: str) -> None:
    stored = pa.array([0, 86_400_005, 10**17, None], pa.int64())
    table = pa.table({"text": ["a", "b", "c", "d"], "published": stored.view(pa.date64())})
    path = tmp_path / f"a.{form}"
    if form == "parquet":
        pq.write_table(table, path)
    else:
        with pa.ipc.new_file(str(path), table.schema) as writer:
            writer.write_table(table)
    rows = list((read_parquet if form == "parquet" else read_arrow)(path, path.name))
    first, second, third, fourth = [row.data["published"] for row in rows]
    assert (first, second, fourth) == (dt.date(1970, 1, 1), dt.date(1970, 1, 2), None)
    assert isinstance(third, Unreadable)
