from __future__ import annotations

import io
import json
from typing import Any

import pytest

from timeline import Article, ArticleError, Instant, PublicationDateError
from timeline.sources.read import read_input
from timeline.sources.to_article import Sourced


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
