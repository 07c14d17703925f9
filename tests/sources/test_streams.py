from __future__ import annotations

import io
import json
from typing import Any

import pytest

from timeline import Article, ArticleError, Instant, PublicationDateError
from timeline.failures import Failure
from timeline.sources.columns import Columns
from timeline.sources.read import read_input
from timeline.sources.to_article import Reader, Sourced


def article(*given: Any, **more: Any) -> Article:
    return Article(*given, language="en", **more)


def read(data: bytes, name: str = "file.txt") -> list[Article]:
    found = read_input(io.BytesIO(data), name, failures=False)
    return [each.article for each in found if isinstance(each, Sourced)]


@pytest.mark.parametrize("text", ["It rained.\r\nIt pours.\r", "a {brace}", "{brace first}", "[1]", "naïve 東京 🌧"])
def test_plain_text_is_taken_as_it_is(text: str) -> None:
    assert read(text.encode()) == [article(text)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_no_text(encoding: str) -> None:
    assert read("café\r\n…".encode(encoding)) == [article("café\r\n…")]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_json_article(indent: int | None, encoding: str) -> None:
    data = {"id": "a", "published": "2022-07-22", "title": "T", "url": "https://example.org", "text": "It\nrained."}
    (found,) = read(json.dumps(data, indent=indent).encode(encoding))
    assert found == article("It\nrained.", Instant.of(2022, 7, 22), "a", "T", "https://example.org")


def test_json_lines() -> None:
    assert read(b'{"text": "one"}\n\n{"text": "two", "id": 2}\r\n{"text": "three"}') == [
        article("one"),
        article("two", id="2"),
        article("three"),
    ]


def test_json_lines_are_read_one_by_one() -> None:
    found = read_input(io.BytesIO(b'{"text": "one"}\n{"text": \n'), "a.jsonl", failures=False)
    first = next(found)
    assert isinstance(first, Sourced)
    assert first.article == article("one")
    with pytest.raises(ArticleError, match=r"a\.jsonl line 2: malformed JSON at line 2, column 1"):
        next(found)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"text": "one"', r"file\.txt: malformed JSON at line 1, column 15"),
        (b'{\n "text": one}', r"malformed JSON at line 2, column 10"),
        (b"", r"file\.txt: no text"),
        (b"{}", "no text: .*; columns found: none"),
        (b'{"Text": "x"}', "columns found: 'Text'"),
        (b'{"text": 3}', "text must be str, not int"),
        (b'{"text": "x"}\n{"text": null}', r"file\.txt line 2: no text"),
        (b'{"text": "x"}\nplain', r"line 2: malformed JSON"),
        (b"{" + b'"a":{' * 100_000, "nested too deeply"),
        (b"PAR1\x15", "tables and archives are read from files"),
        (b"%PDF-1.7", r"file\.txt: a PDF document: convert it to text first"),
    ],
)
def test_malformed_articles_are_named(data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read(data)


def test_a_bad_date_in_a_file_names_the_line() -> None:
    with pytest.raises(PublicationDateError, match=r"file\.txt line 2: published 'soon'"):
        read(b'{"text": "x"}\n{"text": "x", "published": "soon"}')


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize("before", ["", "\n\n\n"])
def test_tables(encoding: str, delimiter: str, before: str) -> None:
    rows = [["id", "text", "published"], ["a", '"It\nrained."', "2022-07-22"], ["b", "Café.", ""]]
    data = before + "".join(delimiter.join(row) + "\r\n" for row in rows)
    assert read(data.encode(encoding)) == [
        article("It\nrained.", Instant.of(2022, 7, 22), "a"),
        article("Café.", None, "b"),
    ]


def test_tables_are_read_row_by_row_and_their_faults_are_told() -> None:
    found = list(read_input(io.BytesIO(b"id,text\na,It rained.\nb\nc,It poured.\n"), "input"))
    assert [type(each) for each in found] == [Sourced, Failure, Sourced]
    assert isinstance(found[1], Failure)
    assert "input line 3: the row has 1 fields, the header 2" in found[1].message


def test_a_table_whose_header_is_written_otherwise_is_told() -> None:
    with pytest.raises(ArticleError, match=r"no column 'text' or 'html' .* columns found: 'ID', 'Text'"):
        read(b"ID,Text\na,It rained.\n")


def test_columns_that_are_named_tell_a_table() -> None:
    reader = Reader(Columns.of({"text": "body"}), language="en")
    found = list(read_input(io.BytesIO(b"body,key\nIt rained.,a\n"), "input", reader))
    assert [each.article for each in found if isinstance(each, Sourced)] == [article("It rained.")]


@pytest.mark.parametrize("data", [b"<rss version='2'><channel>", b"MIME-Version: 1.0\n\nRain", b"id: a\ntext: Rain"])
def test_what_is_no_prose_is_refused(data: bytes) -> None:
    with pytest.raises(ArticleError, match=r"input: .*: (save|convert) "):
        read(data, "input")


def test_half_a_character_of_utf_16_spoils_its_row_alone() -> None:
    rows = "id,text\na,It rained.\nb,\ud83d\nc,It poured.\n"
    found = list(read_input(io.BytesIO(b"\xff\xfe" + rows.encode("utf-16-le", "surrogatepass")), "input"))
    assert [type(each) for each in found] == [Sourced, Failure, Sourced]
    assert isinstance(found[1], Failure)
    assert "input line 3: " in found[1].message
