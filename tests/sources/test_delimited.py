from __future__ import annotations

import csv
import io
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.sources import delimited
from timeline.sources.delimited import read_delimited
from timeline.sources.quoting import Quoting, State
from timeline.sources.records import Record, RecordKind

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path


def read(path: Path, data: bytes | str, delimiter: str = ",") -> list[Record]:
    path = path / "news.csv"
    path.write_bytes(data if isinstance(data, bytes) else data.encode())
    return list(read_delimited(path, "news.csv", delimiter=delimiter))


def kinds(records: Iterable[Record]) -> list[str]:
    return [record.kind.value for record in records]


ROWS = "".join(f"{number},in May {number},2024-03-15\n" for number in range(2, 5_000))
HEADER = "id,text,published\n"


def test_a_stray_quote_says_which_lines_are_lost_with_it(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEADER}1,"in May 1,2024-03-15\n{ROWS}')
    assert kinds(found) == ["break"]
    assert found[0].place == "line 2"
    assert "quotes that open in line 2 " in found[0].data
    assert "lines 2 to 5000 are lost" in found[0].data
    assert found[0].lines == 5_000


def test_what_follows_a_stray_quote_goes_on_where_it_is_found_out(tmp_path: Path) -> None:
    found = read(tmp_path, f'{HEADER}0,good,\n1,"stray,2024\n{ROWS}9,"fine, too",2024-03-15\n10,on,\n"11","again",\n')
    assert kinds(found) == ["fields", "break", "fields", "fields"]
    assert "lines 3 to 5002 are lost" in found[1].data
    assert [record.data["id"] for record in (found[0], *found[2:])] == ["0", "10", "11"]
    assert [record.place for record in found] == ["line 2", "line 3", "line 5003", "line 5004"]
    assert sum(record.lines for record in found) == 5_004


def test_the_line_is_that_of_the_quotes_at_fault(tmp_path: Path) -> None:
    (record,) = read(tmp_path, 'a,b\n"one\ntwo","three\nfour\n')
    assert record.place == "line 2"
    assert "quotes that open in line 3 " in record.data


def test_a_bad_quote_within_a_line_fails_alone(tmp_path: Path) -> None:
    found = read(tmp_path, 'a,b\n1,"two" three\n4,five\n')
    assert kinds(found) == ["fault", "fields"]


@pytest.fixture
def short(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(delimited, "LONGEST_LINE", 1_000)
    monkeypatch.setattr(delimited, "_PIECE", 64)


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize("inner", ["2,no article\n", "2,no article\r\n", 'say ""2,no"" \n', "x" * 99, '""', "2,no\r"])
def test_nothing_inside_of_quotes_is_an_article_however_long(tmp_path: Path, inner: str) -> None:
    found = read(tmp_path, f'id,text\n0,in May\n1,"{inner * 500}"\n3,in June\n')
    assert kinds(found) == ["fields", "fault", "fields"]
    assert [found[0].data["id"], found[2].data["id"]] == ["0", "3"]
    lines = len(f"{inner * 500}".splitlines()) + 1 - (not inner.endswith(("\r", "\n")))
    assert found[1].lines == lines
    assert found[2].place == f"line {3 + lines}"


@pytest.mark.usefixtures("short")
@pytest.mark.parametrize(("end", "then"), [("", []), ('" wrong\n3,on\n', ["fields"])])
def test_a_long_field_that_is_not_closed_says_so(tmp_path: Path, end: str, then: list[str]) -> None:
    found = read(tmp_path, f'id,text\n0,in May\n1,"{"2,no article" * 500}\n{end}')
    assert kinds(found) == ["fields", "break", *then]
    assert "open in line 3" in found[1].data
    assert "are lost with it" in found[1].data


@pytest.mark.usefixtures("short")
def test_a_long_line_without_quotes_fails_alone(tmp_path: Path) -> None:
    found = read(tmp_path, f"id,text\n0,{'x' * 5_000}\n1,in May\n")
    assert kinds(found) == ["fault", "fields"]
    assert found[1].place == "line 3"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_encodings_with_their_marks(tmp_path: Path, encoding: str) -> None:
    found = read(tmp_path, 'id,text\n1,"café\n東京 🌧"\n'.encode(encoding))
    assert [record.data for record in found] == [{"id": "1", "text": "café\n東京 🌧"}]


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'id,"te"xt\n1,a\n2,b\n', "the header cannot be read"),
        (b'"id,text\n1,a\n2,b\n', "the header cannot be read"),
        (b"id,t\xe9xt\n1,a\n2,b\n", "not UTF-8"),
        ("id,text\n1,a\n".encode("utf-16-le"), "UTF-16 without its byte order mark"),
        (b"PAR1\0\x15\x02\n" * 99, "NUL"),
        (b"id,text,text\n1,a,b\n2,a,b\n", "2 columns 'text'"),
        (b"\xff\xfei\0d\0\x00\xd8\x00\xd8,", "not UTF-16"),
    ],
)
def test_a_header_that_cannot_be_used_is_one_failure(tmp_path: Path, data: bytes, told: str) -> None:
    (record,) = read(tmp_path, data)
    assert (record.kind, record.place) == (RecordKind.BREAK, "line 1")
    assert told in record.data


def test_a_header_that_is_refused_is_one_failure(tmp_path: Path) -> None:
    def refuse(_: Iterable[str]) -> list[str]:
        message = "no text"
        raise ArticleError(message)

    (tmp_path / "a.csv").write_text("a;b\n1;2\n3;4\n")
    (record,) = read_delimited(tmp_path / "a.csv", "a.csv", refuse, delimiter=",")
    assert record.kind is RecordKind.BREAK
    assert "no text; fields are parted by ','" in record.data


def test_rows_that_are_no_text_fail_alone(tmp_path: Path) -> None:
    found = read(tmp_path, b"id,text\n1,\xff\n2,a\0b\n3,good\n")
    assert kinds(found) == ["fault", "fault", "fields"]


@settings(deadline=None)
@given(st.lists(st.lists(st.text('a,"\r\n é', max_size=6), min_size=2, max_size=2), max_size=8))
def test_what_the_csv_module_writes_is_read_whole(
    tmp_path_factory: pytest.TempPathFactory, rows: list[list[str]]
) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream).writerows([["id", "text"], *rows])
    text = stream.getvalue()
    found = read(tmp_path_factory.mktemp("csv"), text)
    assert [list(record.data.values()) for record in found] == rows
    lines = io.StringIO(text, newline="").readlines()
    assert not rows or sum(record.lines for record in found) == len(lines)


@settings(deadline=None)
@given(st.lists(st.text('a,"\r\n', max_size=6), min_size=2, max_size=4), st.integers(1, 5))
def test_quoting_ends_where_the_record_does(fields: list[str], length: int) -> None:
    stream = io.StringIO(newline="")
    csv.writer(stream, lineterminator="\n", quoting=csv.QUOTE_ALL).writerow(fields)
    row, quoting = stream.getvalue(), Quoting(",")
    for begin in range(0, len(row), length):
        assert quoting.state is not State.END
        quoting.follow(row[begin : begin + length], 1)
    assert quoting.state is State.END
