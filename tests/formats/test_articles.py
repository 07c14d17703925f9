from __future__ import annotations

import io
import json

import pytest

from timeline import Article, ArticleError, Instant, PublicationDateError
from timeline.formats.articles import decode, read_articles


def read(data: bytes, name: str = "file.txt") -> list[Article]:
    return list(read_articles(io.BytesIO(data), name))


@pytest.mark.parametrize("text", ["", "It rained.\r\nIt pours.\r", "a {brace}", "{brace first}", "[1]", "naïve 東京 🌧"])
def test_plain_text_is_taken_as_it_is(text: str) -> None:
    assert read(text.encode()) == [Article(text)]


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16"])
def test_byte_order_marks_are_no_text(encoding: str) -> None:
    assert read("café\r\n…".encode(encoding)) == [Article("café\r\n…")]


@pytest.mark.parametrize("indent", [None, 2])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_a_json_article(indent: int | None, encoding: str) -> None:
    data = {"id": "a", "published": "2022-07-22", "title": "T", "url": "https://example.org", "text": "It\nrained."}
    (article,) = read(json.dumps(data, indent=indent).encode(encoding))
    assert article == Article("It\nrained.", Instant.of(2022, 7, 22), "a", "T", "https://example.org")


def test_json_lines() -> None:
    assert read(b'{"text": "one"}\n\n{"text": "two", "id": 2}\r\n{"text": "three"}') == [
        Article("one"),
        Article("two", id="2"),
        Article("three"),
    ]


def test_json_lines_are_read_one_by_one() -> None:
    articles = read_articles(io.BytesIO(b'{"text": "one"}\n{"text": \n'), "a.jsonl")
    assert next(articles) == Article("one")
    with pytest.raises(ArticleError, match=r"a\.jsonl, line 2: malformed JSON at line 1, column 9"):
        next(articles)


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b'{"text": "one"', r"file\.txt: malformed JSON at line 1, column 15"),
        (b'{\n "text": one}', r"malformed JSON at line 2, column 10"),
        (b"{}", "must have a 'text' string; keys found: none"),
        (b'{"Text": "x"}', "keys found: Text"),
        (b'{"text": 3}', "text must be str, not int"),
        (b'{"text": "x"}\n{"text": null}', r"file\.txt, line 2: .*not NoneType"),
        (b'{"text": "x"}\nplain', r"line 2: malformed JSON"),
        (b"{" + b'"a":{' * 100_000, "nested too deeply"),
        (
            b"<!doctype html><p>It rained.",
            r"file\.txt: an HTML page: `timeline\.datasets\.sources\.read_file` reads it",
        ),
        (b"PAR1\x15", "a Parquet table"),
        (b"%PDF-1.7", r"file\.txt: a PDF document: convert it to text first"),
    ],
)
def test_malformed_articles_are_named(data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        read(data)


def test_a_bad_date_in_a_file_names_the_line() -> None:
    with pytest.raises(PublicationDateError, match=r"file\.txt, line 2: published 'soon'"):
        read(b'{"text": "x"}\n{"text": "x", "published": "soon"}')


@pytest.mark.parametrize(
    ("data", "told"),
    [
        ("naïve".encode("latin-1"), r"not UTF-8 text: .* at byte offset 2 \(0xef\)"),
        (b"\xef\xbb\xbfna\xefve", "byte offset 5"),
        (b"\x89PNG\r\n\x1a\n", "byte offset 0"),
        (b"MZ\x00\x01", "NUL byte at byte offset 2"),
        ("é\0".encode(), "NUL byte at byte offset 2"),
        ("a\0".encode("utf-16-le"), "NUL byte at byte offset 1"),
        ("\ufeffaé\0".encode("utf-16-le"), "NUL byte at byte offset 6"),
        (b"\xff\xfea", "not UTF-16 text: .* at byte offset 2"),
        (b"\xed\xa0\x80", "byte offset 0"),  # a surrogate has no place in UTF-8
    ],
)
def test_what_is_no_text_names_the_byte(data: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        decode(data, "file.bin")
