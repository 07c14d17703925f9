from __future__ import annotations

import bz2
import gzip
import lzma

import pytest

from timeline.errors import ArticleError
from timeline.sources.kinds import kind_by_content, kind_by_name


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        (b"", "text"),
        (b"It rained.", "text"),
        (b"<p>It rained.</p>", "text"),
        (b"{brace first}", "text"),
        (b"[1]", "text"),
        (b'\xef\xbb\xbf{"text": ', "json"),
        ('{\n "text": "x"}'.encode("utf-16"), "json"),
        (b"{}", "json"),
        (b"\n<!DOCTYPE html>\n<html>", "page"),
        (b'<?xml version="1.0"?>\n<!DOCTYPE html PUBLIC "x">', "page"),
        (b"<!-- saved -->\n<HTML lang='en'>", "page"),
        ("<html>".encode("utf-16"), "page"),
        (b'<?xml version="1.0" ?><TimeML>', "text"),
        (b"<htmlx>", "text"),
        (b"PAR1\x15", "parquet"),
        (b"ARROW1\0\0\xff", "arrow"),
        (b"\xff\xff\xff\xff\x88\0\0\0", "arrow"),
        (b"WARC/1.0\r\n", "warc"),
    ],
)
def test_kinds_by_their_beginnings(head: bytes, kind: str) -> None:
    assert kind_by_content(head) == kind


@pytest.mark.parametrize(
    ("head", "told"),
    [
        (gzip.compress(b"x"), r"\.gz"),
        (bz2.compress(b"x"), r"\.bz2"),
        (lzma.compress(b"x"), r"\.xz"),
        (b"\x28\xb5\x2f\xfd\0", r"\.zst"),
        (b"%PDF-1.7", "PDF document: convert"),
        (b"PK\x03\x04", "office document: unpack it, or save"),
        (b"\xd0\xcf\x11\xe0", "office document"),
        (b"{\\rtf1", "RTF"),
    ],
)
def test_what_cannot_be_read_is_told_with_the_remedy(head: bytes, told: str) -> None:
    with pytest.raises(ArticleError, match=told):
        kind_by_content(head)


@pytest.mark.parametrize("name", ["a", "a.doc", "a.gz", "a.parquet.gz", "a.arrow.zst", ".csv"])
def test_names_that_say_nothing(name: str) -> None:
    assert kind_by_name(name) is None


@pytest.mark.parametrize(
    ("name", "kind"), [("A.CSV", "csv"), ("a.jsonl.GZ", "lines"), ("b/a.htm", "page"), ("a.b.parquet", "parquet")]
)
def test_names(name: str, kind: str) -> None:
    assert kind_by_name(name) == kind
