from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.errors import InputError
from timeline.sources.checking import check_columns
from timeline.sources.columns import Columns
from timeline.sources.files import source_files

if TYPE_CHECKING:
    from pathlib import Path

GOOD = {
    "news.csv": "id,text\n1,in May\n",
    "news.jsonl": '\nnot json\n{"id": 1}\n{"text": "in May", "id": 1}\n',
    "news.json": '{"html": "<p>in May</p>", "id": 1}',
}
BAD = {
    "news.csv": "id,body\n1,in May\n",
    "news.jsonl": 'not json\n{"id": 1}\n{"body": "in May", "id": 1}\n',
    "news.json": '{"body": "in May", "id": 1}',
}


def check(path: Path, sources: dict[str, str], **columns: str) -> None:
    for name, content in sources.items():
        (path / name).write_text(content)
    check_columns(source_files([path]), Columns.of(columns))


@pytest.mark.parametrize("name", GOOD)
def test_columns_that_are_there(tmp_path: Path, name: str) -> None:
    check(tmp_path, {name: GOOD[name]})
    check(tmp_path, {name: GOOD[name]}, title="id")


@pytest.mark.parametrize("name", BAD)
def test_no_column_for_texts(tmp_path: Path, name: str) -> None:
    with pytest.raises(InputError, match=r"no column 'text' or 'html'.*'id'.*--column text=NAME"):
        check(tmp_path, {name: BAD[name]})
    check(tmp_path, {name: BAD[name]}, text="body")


@pytest.mark.parametrize("name", GOOD)
@pytest.mark.parametrize("field", ["published", "text", "language"])
def test_a_misspelt_column(tmp_path: Path, name: str, field: str) -> None:
    with pytest.raises(
        InputError, match=f"no column 'dat', which was named for the field '{field}'; columns found: 'id'|'html'"
    ):
        check(tmp_path, {name: GOOD[name]}, **{field: "dat"})


def test_it_is_enough_that_one_source_has_them(tmp_path: Path) -> None:
    check(tmp_path, {"a.csv": BAD["news.csv"], "b.csv": GOOD["news.csv"], "c.csv": "id,day\n1,2\n"}, published="day")


def test_texts_have_no_columns(tmp_path: Path) -> None:
    check(tmp_path, {"a.txt": "in May", "b.csv": "id,body\n1,x\n"})
    check(tmp_path, {"b.csv": "id,day\n1,x\n"}, published="day")
    with pytest.raises(InputError, match="'dat'"):
        check(tmp_path, {"b.csv": "id,day\n1,x\n"}, published="dat")


@pytest.mark.parametrize("content", ["", "id,text\n", '"torn'])
def test_what_has_no_records_says_nothing(tmp_path: Path, content: str) -> None:
    check(tmp_path, {"a.csv": content}, published="day")


def test_tables(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    pq.write_table(pa.table({"id": [1], "body": ["in May"], "day": ["2024-03-15"]}), tmp_path / "a.parquet")
    check(tmp_path, {}, text="body", published="day")
    with pytest.raises(InputError, match="found: 'id', 'body', 'day'"):
        check(tmp_path, {}, text="body", published="date")
