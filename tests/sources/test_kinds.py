from __future__ import annotations

import bz2
import gzip
import lzma

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.errors import ArticleError
from timeline.sources.columns import Columns
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
        (b'<?xml version="1.0"?>\n<?xml-stylesheet href="a.css"?>\n<html>', "page"),
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


@pytest.mark.parametrize(
    ("head", "kind"),
    [
        ("id,text\na,It rained.\n", "csv"),
        ("id,text\r\n", "csv"),
        ('"id","text"\n"a","It rained.', "csv"),
        ("text,label,topic\nIt rained.,1,wet\n", "csv"),
        ('text,label\n"It rained\nand poured.",1\n', "csv"),
        ("\n\nhtml,published\n", "csv"),
        ("id\ttext\na\tIt rained.\n", "tsv"),
        ("ID,Text\na,It rained.\n", "csv"),
        ("Rain, text and wind\nfell, they said.\n", "text"),
        ("text, label, and more\nwere found, they said, and lost.\n", "text"),
        ("text\nIt rained.\n", "text"),
        ("text,message\nIt rained for days.\n", "text"),
        ("rain,wind\nfell,blew\n", "text"),
        ("The title, text and id\n", "text"),
        ("He sent a text, she rang.\n", "text"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_tables_by_their_headers(head: str, kind: str, encoding: str) -> None:
    assert kind_by_content(head.encode(encoding)) == kind


def test_tables_by_the_columns_that_are_named() -> None:
    assert kind_by_content(b"body,key\nIt rained.,a\n", Columns.of({"text": "body"})) == "csv"
    assert kind_by_content(b"body,key\nIt rained.,a\n") == "text"


@pytest.mark.parametrize(
    ("head", "told"),
    [
        ("id;text\na;It rained.\n", "parted by ';': save it with commas"),
        ('<?xml version="1.0" ?><TimeML>', "TimeML: take its text out"),
        ("<TimeML xmlns:xsi='x'>\n<TEXT>", "TimeML"),
        ('<?xml version="1.0"?>\n<!-- made -->\n<rss version="2.0">', r"XML \(rss\): convert it first"),
        ('<?xml version="1.0"?>\n<!DOCTYPE nitf [<!ENTITY a "b">]>\n<nitf>', r"XML \(nitf\)"),
        ("<rss version='2.0'><channel>", r"XML \(rss\)"),
        ('<feed xmlns="http://www.w3.org/2005/Atom">\n<title>', r"XML \(feed\)"),
        (
            "From: a@example.org\nMIME-Version: 1.0\nContent-Type: text/plain;\n charset=x\n\nRain",
            "a mail: save its text",
        ),
        ("From a@example.org Fri Jul 22 10:00:00 2022\nReceived: by x\nSubject: Rain\n\nIt rained.", "a mail"),
        ("Message-ID: <a@b>\nSubject: Rain\n\nIt rained.", "a mail"),
        ("---\nid: a\ntext: |\n  It rained.\n\n  It poured.\n", "YAML: save it as JSON"),
        ("- id: a\n  text: It rained.\n- id: b\n  text: It poured.\n", "YAML"),
        ("%YAML 1.2\n---\nid: a\n", "YAML"),
        ("# made\ntitle: Rain\ntext: It rained.\n", "YAML"),
    ],
)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_texts_that_are_no_prose_are_refused(head: str, told: str, encoding: str) -> None:
    with pytest.raises(ArticleError, match=told):
        kind_by_content(head.encode(encoding))


@pytest.mark.parametrize(
    "text",
    [
        "---\nIt rained.\n",
        "---\ntitle: Rain\ndate: 2022-07-22\n---\n\nIt rained.\n",
        "---\ntitle: Rain\ntext: short\n---\n\nIt rained.\n",
        "title: Rain\n\nIt rained.\n",
        "text: It rained.\n",
        "- Rain\n- Wind\n",
        "From: Press office\nDate: 22 July 2022\nSubject: Rain\n\nIt rained on Monday.\n",
        "From Monday it rained.\nReceived: three letters.\n",
        "Received: three letters, she wrote.\nThey came on Monday.\n",
        "Question: Did it rain?\nAnswer: It did.\n",
        '<?xml version="1.0"?> is how XML begins.\n',
        "<p>It rained.</p>",
        "<b>Rain</b> fell.",
        "<feed> is an element.",
        "<!-- saved -->\n<p>It rained.</p>",
        "LONDON, July 22 (Reuters) - It rained, text and all.\n",
    ],
)
def test_prose_is_prose(text: str) -> None:
    kind = kind_by_content(text.encode())
    assert kind == "text"


@given(st.text("abtex,;\t:-<>?! \n'\"", max_size=60))
def test_sentences_are_prose_whatever_they_hold(rest: str) -> None:
    assert kind_by_content(f"It rained on Monday, {rest}".encode()) == "text"


@pytest.mark.parametrize("name", ["a", "a.doc", "a.gz", "a.parquet.gz", "a.arrow.zst", ".csv"])
def test_names_that_say_nothing(name: str) -> None:
    assert kind_by_name(name) is None


@pytest.mark.parametrize(
    ("name", "kind"), [("A.CSV", "csv"), ("a.jsonl.GZ", "lines"), ("b/a.htm", "page"), ("a.b.parquet", "parquet")]
)
def test_names(name: str, kind: str) -> None:
    assert kind_by_name(name) == kind
