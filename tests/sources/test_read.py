from __future__ import annotations

import bz2
import datetime as dt
import gzip
import json
import lzma
from typing import TYPE_CHECKING, Any

import pytest

from timeline.errors import ArticleError, InputError, PublicationDateError
from timeline.failures import Failure
from timeline.sources.columns import Columns
from timeline.sources.read import read_articles, read_sources
from timeline.sources.to_article import Reader, Sourced

if TYPE_CHECKING:
    from pathlib import Path

ROWS = [
    {"id": "a", "text": "The quay opened in May 2019.", "published": "2024-03-15", "title": "Quay"},
    {"id": "b", "text": "It rained.\nIt will rain.", "published": None, "title": None},
]
PAGE = """<html><head><title>Quay</title>{head}</head><body><article><h1>Quay reopens</h1>{line}
<p>The old quay of Kestrel Bay reopened to all on Friday after the storm had closed it for more than two years.</p>
<p>The council had paid for the works. It will now raise the wall too, the mayor said to reporters in the town.</p>
</article></body></html>"""

JSON_LD = """<script type="application/ld+json">
{"@graph": [{"@type": "NewsArticle", "datePublished": "2022-07-22T10:30:00+09:00"}]}
</script><meta property="article:published_time" content="2022-07-23">"""
TORN_JSON_LD = '<script type="application/ld+json">{torn</script><meta name="date" content="22 July 2022">'


def lines(rows: Any = ROWS) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def read(path: Path, **options: Any) -> list[Sourced | Failure]:
    return list(read_sources([path], Reader(**options), failures=True))


def texts(found: list[Sourced | Failure]) -> list[str]:
    return [each.article.text if isinstance(each, Sourced) else f"! {each.message}" for each in found]


def write_warc(path: Path, pages: dict[str, str], kind: str = "text/html", status: str = "200 OK") -> None:
    warc = pytest.importorskip("fastwarc.warc")
    with path.open("wb") as stream:
        for number, (url, page) in enumerate(pages.items()):
            record = warc.WarcRecord()
            http = f"HTTP/1.1 {status}\r\nContent-Type: {kind}; charset=utf-8\r\n\r\n".encode() + page.encode()
            record.init_headers(warc.WarcRecordType.response, f"x:{number}".encode(), content_length=len(http))
            record.headers["WARC-Target-URI"] = url
            record.headers["WARC-Date"] = "2022-07-25T10:00:00Z"
            record.headers["Content-Type"] = "application/http; msgtype=response"
            record.set_bytes_content(http)
            record.write(stream)


COMPRESS = {"": bytes, ".gz": gzip.compress, ".bz2": bz2.compress, ".xz": lzma.compress}


@pytest.mark.parametrize("suffix", COMPRESS)
def test_json_lines(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"news.jsonl{suffix}"
    path.write_bytes(COMPRESS[suffix](lines() + b"\n"))
    first, second = read(path)
    assert isinstance(first, Sourced)
    assert isinstance(second, Sourced)
    assert (first.article.id, first.article.title, first.source, first.place) == ("a", "Quay", path.name, "line 1")
    assert first.dating is not None
    assert (first.dating.source, first.dating.said, first.dating.precision) == ("record", "2024-03-15", "day")
    assert (second.article.text, second.dating, second.place) == (ROWS[1]["text"], None, "line 2")


def test_zstandard_with_several_frames(tmp_path: Path) -> None:
    zstandard = pytest.importorskip("zstandard")
    path = tmp_path / "news.jsonl.zst"
    data = b"".join(zstandard.compress(lines([row])) for row in ROWS)
    path.write_bytes(data)
    assert texts(read(path)) == [row["text"] for row in ROWS]
    path.write_bytes(data[:-7])
    assert texts(read(path))[0] == ROWS[0]["text"]
    assert "ends in the middle" in texts(read(path))[-1]
    path.write_bytes(data[:-40] + bytes(40))
    assert "cannot be read on" in texts(read(path))[-1]


@pytest.mark.parametrize("suffix", [".gz", ".bz2", ".xz"])
def test_a_truncated_file_ends_with_a_failure(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"news.jsonl{suffix}"
    path.write_bytes(COMPRESS[suffix](lines(ROWS * 50))[:-12])
    found = texts(read(path))
    assert "cannot be read on" in found[-1]
    assert not any(text.startswith("!") for text in found[:-1])


def test_malformed_lines_are_failures_with_their_place(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    bad = [
        b'{"id": 5, "text": ',
        b"[1]",
        b'{"text": 5, "id": "c"}',
        b"\xfftext",
        b'{"id": "d"}',
        b'{"text": "in May"}',
    ]
    path.write_bytes(b"\n".join([*bad, b'{"id": "e", "text": "x", "published": "soon"}']))
    found = read(path)
    messages = [str(each) for each in found if isinstance(each, Failure)]
    assert [each.id for each in found if isinstance(each, Failure)] == [None, None, "c", None, "d", "e"]
    for message, told in zip(
        messages, ["malformed JSON", "not list", "not int", "not UTF", "no text", "soon"], strict=True
    ):
        assert told in message
    assert texts(found)[5] == "in May"
    assert "news.jsonl line 1: malformed" in messages[0]


def test_failures_are_raised_unless_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": "a"}\n{"text": "b", "published": "soon"}')
    articles = read_articles([path])
    assert next(articles).text == "a"
    with pytest.raises(PublicationDateError, match=r"news\.jsonl line 2: published 'soon'"):
        next(articles)


def test_csv_with_quotes_and_mapped_columns(tmp_path: Path) -> None:
    path = tmp_path / "news.csv"
    path.write_bytes('\ufeffnr,body,day\r\n1,"Two\r\nlines, ""said""",2024-03-15\r\n\r\n2,caf\u00e9,\r\n'.encode())
    found = read(path, columns=Columns.of({"id": "nr", "text": "body", "published": "day"}))
    assert texts(found) == ['Two\r\nlines, "said"', "caf\u00e9"]
    assert [each.article.id for each in found if isinstance(each, Sourced)] == ["1", "2"]


def test_csv_rows_that_do_not_fit(tmp_path: Path) -> None:
    path = tmp_path / "news.tsv"
    path.write_bytes(b'id\ttext\na\tgood\nb\nc\td\te\nf\t\xe9\ng\tgood\nh\t"open')
    found = texts(read(path))
    assert [found[0], found[4]] == ["good", "good"]
    for text, told in zip(
        [found[1], found[2], found[3], found[5]], ["1 fields", "3 fields", "not UTF-8", "not a row"], strict=True
    ):
        assert told in text
    (tmp_path / "empty.csv").write_bytes(b"")
    assert read(tmp_path / "empty.csv") == []


@pytest.mark.parametrize("kind", ["parquet", "arrow", "stream"])
def test_arrow_tables(tmp_path: Path, kind: str) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    rows = [{**row, "published": dt.date(2024, 3, 15), "other": 1} for row in ROWS] * 100
    table = pa.Table.from_pylist(rows)
    path = tmp_path / f"news.{'parquet' if kind == 'parquet' else 'arrow'}"
    if kind == "parquet":
        pq.write_table(table, path, row_group_size=30)
    else:
        new = pa.ipc.new_file if kind == "arrow" else pa.ipc.new_stream
        with new(str(path), table.schema) as writer:
            writer.write_table(table, max_chunksize=30)
    found = read(path)
    assert texts(found) == [row["text"] for row in rows]
    assert [each.place for each in found if isinstance(each, Sourced)] == [f"row {n}" for n in range(1, 201)]
    assert found[0].dating.published.isoformat() == "2024-03-15"  # type: ignore[union-attr]
    path.write_bytes(path.read_bytes()[:-300])
    assert "cannot be read" in texts(read(path))[-1]


def test_parquet_times_in_nanoseconds(tmp_path: Path) -> None:
    pa = pytest.importorskip("pyarrow")
    pq = pytest.importorskip("pyarrow.parquet")
    moment = pa.array([1_710_498_600_123_456_789], pa.timestamp("ns", "UTC"))
    pq.write_table(pa.table({"text": ["x"], "published": moment}), tmp_path / "news.parquet")
    (found,) = read(tmp_path / "news.parquet")
    assert isinstance(found, Sourced)
    assert found.article.published is not None
    assert found.article.published.isoformat().startswith("2024-03-15T10:30")
    assert found.dating is not None
    assert found.dating.precision == "second"


def test_directories_are_read_in_the_order_of_their_names(tmp_path: Path) -> None:
    (tmp_path / "b").mkdir()
    (tmp_path / "b" / "z.txt").write_text("z")
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "c.json").write_text('{"text": "c", "id": "own"}')
    (tmp_path / "d.png").write_bytes(b"\x89PNG")
    (tmp_path / ".hidden.txt").write_text("no")
    (tmp_path / "e.txt").write_bytes(b"\xff\0")
    found = read(tmp_path)
    assert texts(found)[:3] == ["a", "z", "c"]
    assert [each.article.id for each in found if isinstance(each, Sourced)] == ["a.txt", "b/z.txt", "own"]
    assert isinstance(found[3], Failure)
    assert found[3].id == "e.txt"


@pytest.mark.parametrize("suffix", COMPRESS)
def test_a_json_file_may_hold_lines(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"news.json{suffix}"
    path.write_bytes(COMPRESS[suffix](b"\n" + lines()))
    assert [each.place for each in read(path)[:2] if isinstance(each, Sourced)] == ["line 2", "line 3"]
    for data in (lines(ROWS[:1]) + b"\n", json.dumps(ROWS[0], indent=1).encode()):
        path.write_bytes(COMPRESS[suffix](data))
        (one,) = read(path)
        assert isinstance(one, Sourced)
        assert (one.article.text, one.place) == (ROWS[0]["text"], None)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"[]", b'{"torn', b'[{"text": "in May"},\n{"text": "in June"}]'])
def test_other_json_files_are_failures(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "news.json").write_bytes(data)
    (failure,) = read(tmp_path / "news.json")
    assert isinstance(failure, Failure)
    assert failure.error == "ArticleError"


@pytest.mark.parametrize(
    ("head", "line", "source", "said"),
    [
        (JSON_LD, "", "JSON-LD datePublished", "2022-07-22T10:30:00+09:00"),
        (
            '<meta property="article:published_time" content="2022-07-22T10:30:00Z">',
            "",
            "meta article:published_time",
            "2022-07-22T10:30:00Z",
        ),
        (TORN_JSON_LD, "", "meta date", "22 July 2022"),
        ("", '<time itemprop="datePublished" datetime="2022-07-22"></time>', "time datePublished", "2022-07-22"),
    ],
)
def test_pages_declare_their_dates(tmp_path: Path, head: str, line: str, source: str, said: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "quay.html"
    path.write_text(PAGE.format(head=head, line=line))
    (found,) = read(path)
    assert isinstance(found, Sourced)
    assert "The council had paid" in found.article.text
    assert found.dating is not None
    assert (found.dating.source, found.dating.said) == (f"page: {source}", said)
    assert found.dating.published.isoformat().startswith("2022-07-22")


def test_pages_without_a_date_or_an_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / "a.html").write_text(PAGE.format(head="", line=""))
    (tmp_path / "b.html").write_text("<html><body></body></html>")
    (tmp_path / "c.html").write_bytes(b"")
    first, second, third = read(tmp_path)
    assert isinstance(first, Sourced)
    assert first.dating is None
    assert first.article.title == "Quay reopens"
    assert isinstance(second, Failure)
    assert isinstance(third, Failure)


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_web_archives(tmp_path: Path, suffix: str) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "crawl.warc"
    write_warc(path, {"https://example.org/a": PAGE.format(head="", line="<p>July 22</p>")})
    data = path.read_bytes()
    write_warc(path, {"https://example.org/b": "gone"}, status="404 Not Found")
    data += path.read_bytes()
    write_warc(path, {"https://example.org/c": "not a page"}, kind="image/png")
    data += path.read_bytes()
    path = tmp_path / f"crawl.warc{suffix}"
    path.write_bytes(gzip.compress(data) if suffix else data)
    (found,) = read(path)
    assert isinstance(found, Sourced)
    assert (found.article.id, found.article.url) == ("<urn:x:0>", "https://example.org/a")
    assert found.dating is None or found.dating.source == "dateline, retrieved"
    path.write_bytes(path.read_bytes()[:200])
    (failed,) = read(path)
    assert isinstance(failed, Failure)
    assert "the archive ends within a record" in failed.message


@pytest.mark.parametrize("suffix", ["", ".gz"])
def test_a_web_archive_that_breaks_off_anywhere_in_its_last_record_ends_with_a_failure(
    tmp_path: Path, suffix: str
) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / f"crawl.warc{suffix}"
    pack = gzip.compress if suffix else bytes
    parts = []
    for name, kind in (("a", "text/html"), ("b", "image/png"), ("c", "text/html")):
        write_warc(tmp_path / "one.warc", {f"https://example.org/{name}": PAGE.format(head="", line="")}, kind=kind)
        parts.append(pack((tmp_path / "one.warc").read_bytes()))
    path.write_bytes(b"".join(parts))
    assert [type(each) for each in read(path)] == [Sourced] * 2
    before = len(parts[0]) + len(parts[1])
    for cut in (1, 4, 9, 12, 60, 180, 250, 320, len(parts[2]) - 6):
        path.write_bytes(b"".join(parts)[: before + cut])
        failed = list(read(path))[-1]
        assert isinstance(failed, Failure), cut
        assert "archive" in failed.message
    for cut in (len(parts[0]) + 100, before - 6):
        path.write_bytes(b"".join(parts)[:cut])
        first, failed = read(path)
        assert isinstance(first, Sourced)
        assert isinstance(failed, Failure)
    path.write_bytes(b"".join(parts)[:before])
    assert [type(each) for each in read(path)] == [Sourced]


def test_a_page_that_a_web_archive_breaks_off_in_is_no_article(tmp_path: Path) -> None:
    pytest.importorskip("trafilatura")
    path = tmp_path / "crawl.warc"
    pages = {f"https://example.org/{name}": PAGE.format(head="", line="<p>July 22</p>") for name in "abc"}
    write_warc(path, pages)
    data = path.read_bytes()
    assert [type(each) for each in read(path)] == [Sourced] * 3
    path.write_bytes(data[: len(data) // 3 * 2 - 100])
    first, broken = read(path)
    assert isinstance(first, Sourced)
    assert isinstance(broken, Failure)
    assert broken.error == "SourceError"
    assert "the archive ends within a page" in broken.message
    # A length that is too large takes the pages behind it.
    at = data.index(b"Content-Length: ", len(data) // 3) + len("Content-Length: ")
    path.write_bytes(data[:at] + b"99" + data[at:])
    first, broken = read(path)
    assert isinstance(first, Sourced)
    assert isinstance(broken, Failure)
    assert broken.error == "SourceError"
    # What a server sent compressed or in chunks is shorter or longer than its length in the archive.
    chunked = b"".join(
        b"%x\r\n%s\r\n" % (len(each), each) for each in (b"<html><body><p>It rained.", b"</p></body></html>", b"")
    )
    http = b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\nTransfer-Encoding: chunked\r\n\r\n" + chunked
    head = b"WARC/1.0\r\nWARC-Type: response\r\nContent-Type: application/http; msgtype=response\r\n"
    path.write_bytes(head + b"Content-Length: %d\r\n\r\n" % len(http) + http + b"\r\n\r\n")
    assert not any(isinstance(each, Failure) and each.error == "SourceError" for each in read(path))


def test_a_text_tells_its_date_itself(tmp_path: Path) -> None:
    path = tmp_path / "quay.txt"
    path.write_text("Quay reopens\n\nPublished: 22 July 2022\n\nThe quay of Kestrel Bay has reopened.\n")
    (found,) = read(path)
    assert isinstance(found, Sourced)
    assert found.dating is not None
    assert (found.dating.source, str(found.article.published)) == ("dateline", "2022-07-22")
    (without,) = read(path, dates=("record",))
    assert isinstance(without, Sourced)
    assert without.article.published is None


def test_what_is_wrong_with_a_record_is_an_article_error(tmp_path: Path) -> None:
    path = tmp_path / "news.jsonl"
    path.write_bytes(b'{"text": ["x"]}')
    with pytest.raises(ArticleError, match="line 1: an article's text must be str"):
        list(read_articles([path]))


def test_a_reader_of_fields_and_dates_that_there_are_not() -> None:
    with pytest.raises(InputError, match="no field 'body'"):
        Columns.of({"body": "text"})
    with pytest.raises(InputError, match="no dates in 'clock'"):
        Reader(dates=("clock",))
