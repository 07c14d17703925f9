from __future__ import annotations

import bz2
import csv
import gzip
import io
import json
import lzma
import os
import signal
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

import timeline
from timeline import Timeline, cli
from timeline.datasets.report import Report
from timeline.datasets.work import Counts

TEXT = "The council approved the plan on Friday. Work will begin next month."
DATE = ["--published", "2024-03-15"]
Result = tuple[int, str, str]


@pytest.fixture
def article(tmp_path: Path) -> str:
    path = tmp_path / "article.txt"
    path.write_bytes(TEXT.encode())
    return str(path)


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: str) -> Result:
        status = cli.main(arguments)
        out, err = capsys.readouterr()
        return status, out, err

    return call


def standard_input(monkeypatch: pytest.MonkeyPatch, data: bytes) -> None:
    monkeypatch.setattr("sys.stdin", io.TextIOWrapper(io.BytesIO(data)))


def command(*arguments: str, **options: Any) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "timeline", *arguments],
        capture_output=True,
        check=False,
        **{"stdin": subprocess.DEVNULL, **options} if "input" not in options else options,
    )


def test_extract_writes_json_lines_to_a_pipe(run: Any, article: str) -> None:
    status, out, err = run("extract", article, *DATE)
    assert (status, err) == (0, "")
    assert Timeline.from_json(out) == timeline.extract(TEXT, "2024-03-15")
    assert out.count("\n") == 1


def test_extract_json_is_indented(run: Any, article: str) -> None:
    status, out, _ = run("extract", article, *DATE, "--format", "json")
    assert status == 0
    assert out.startswith('{\n  "format_version": 1,')
    assert Timeline.from_json(out) == timeline.extract(TEXT, "2024-03-15")


def test_extract_table(run: Any, article: str) -> None:
    status, out, _ = run("extract", article, *DATE, "--format", "table")
    assert status == 0
    assert out.splitlines()[0] == "Published 2024-03-15"
    assert out.splitlines()[1].split() == ["WHEN", "EVENT", "PLACED", "BY"]
    assert "“on Friday”" in out


def test_tag_table(run: Any, article: str) -> None:
    status, out, _ = run("tag", article, *DATE, "--format", "table")
    assert status == 0
    assert [line.split()[:2] for line in out.splitlines()[2:]] == [["33-39", "Friday"], ["57-67", "next"]]


def test_tag_json_lines_hold_a_timeline_without_events(run: Any, article: str) -> None:
    status, out, _ = run("tag", article, *DATE)
    assert status == 0
    assert Timeline.from_json(out) == timeline.Extractor().tag(TEXT, "2024-03-15")


def test_tag_timeml(run: Any, article: str) -> None:
    status, out, _ = run("tag", article, *DATE, "--format", "timeml")
    assert status == 0
    assert [found.text for found in ET.fromstring(out.encode()).findall("TEXT/TIMEX3")] == ["Friday", "next month"]


def test_parse_writes_conllu(run: Any, article: str) -> None:
    status, out, err = run("parse", article)
    assert (status, err) == (0, "")
    assert out.startswith("# newdoc\n# model = en-small")
    words = [line.split("\t") for line in out.splitlines() if line and not line.startswith("#")]
    for word in words:
        start, end = map(int, word[9].rpartition("TokenRange=")[2].split(":"))
        assert TEXT[start:end] == word[1]


def test_parse_reads_articles_and_writes_json(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b'{"text": "It rained.", "id": "a"}\n{"text": "It stopped.", "id": "b"}\n')
    status, out, _ = run("parse", "-", "--format", "json")
    found = [json.loads(line) for line in out.splitlines()]
    assert status == 0
    assert [(each["id"], each["sentences"][0]["words"][1]["lemma"]) for each in found] == [("a", "rain"), ("b", "stop")]


def test_parse_with_an_unknown_model(run: Any, article: str) -> None:
    status, out, err = run("parse", article, "--syntax", "nowhere")
    assert (status, out) == (1, "")
    assert "no syntax model 'nowhere'" in err


def test_models_are_listed(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    status, out, _ = run("models", "list")
    names = [line.split()[0] for line in out.splitlines()]
    assert (status, names[:3]) == (0, ["bundled", "stanza:default", "stanza:default_fast"])
    assert "timeline models fetch stanza:default_fast" in out


def test_models_that_cannot_be_fetched(run: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    def refuse(**_: Any) -> Any:
        message = "no route to host"
        raise OSError(message)

    monkeypatch.setenv("STANZA_RESOURCES_DIR", str(tmp_path))
    monkeypatch.setattr("stanza.download", refuse)
    status, _, err = run("models", "fetch", "stanza:default")
    assert status == 1
    assert "no route to host" in err
    assert run("models", "fetch", "default")[0] == 1
    assert "nothing to fetch" in run("models", "fetch", "bundled")[1]


def test_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, TEXT.encode())
    status, out, _ = run("tag", "-", *DATE)
    assert status == 0
    assert Timeline.from_json(out).article.text == TEXT


def test_json_articles_bring_their_date_and_the_option_wins(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    data = json.dumps({"id": "a", "text": TEXT, "published": "2022-07-22"}).encode()
    standard_input(monkeypatch, data)
    _, out, _ = run("tag", "-")
    assert json.loads(out)["article"]["published"] == "2022-07-22"
    standard_input(monkeypatch, data)
    _, out, _ = run("tag", "-", *DATE)
    assert json.loads(out)["article"]["published"] == "2024-03-15"


@pytest.mark.parametrize("form", ["jsonl", "json", "table"])
def test_several_articles(run: Any, root: Path, form: str) -> None:
    status, out, _ = run("extract", str(root / "examples/articles.jsonl"), "--format", form)
    assert status == 0
    if form == "table":
        assert out.count("WHEN") == 3
        return
    ids = [one["article"]["id"] for one in (json.loads(out) if form == "json" else map(json.loads, out.splitlines()))]
    assert ids == ["library", "bridge", "undated"]


def test_a_missing_date_is_fine(run: Any, article: str) -> None:
    status, out, _ = run("tag", article)
    assert status == 0
    assert json.loads(out)["article"]["published"] is None


@pytest.mark.parametrize(
    "arguments",
    [
        [],
        ["extract"],
        ["nonsense", "x"],
        ["tag", "x", "--format", "json"],
        ["extract", "x", "--format", "timeml"],
        ["extract", "x", "--published", "Friday"],
        ["extract", "x", "--published", "03/04/2022"],
        ["extract", "x", "--pub", "2024-03-15"],
        ["extract", "x", "y"],
    ],
)
def test_bad_usage_is_status_2(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as caught:
        cli.main(arguments)
    out, err = capsys.readouterr()
    assert (caught.value.code, out) == (2, "")
    assert err.startswith("usage: timeline")


@pytest.mark.parametrize(
    ("data", "told"),
    [
        (b"\x89PNG\r\n\x1a\n\0\0", "byte offset 0"),
        (b"MZ\0\0", "NUL byte at byte offset 2"),
        ("naïve".encode("latin-1"), "byte offset 2 (0xef)"),
        (b'{"text": ', "malformed JSON"),
        (b'{"title": "x"}', "columns found: 'title'"),
        (b'{"text": "x", "published": "soon"}', "published 'soon'"),
    ],
)
@pytest.mark.parametrize("name", ["extract", "tag"])
def test_bad_input_is_status_1(run: Any, tmp_path: Path, name: str, data: bytes, told: str) -> None:
    path = tmp_path / "input"
    path.write_bytes(data)
    status, out, err = run(name, str(path))
    assert (status, out) == (1, "")
    assert err.startswith(f"timeline: {path}")
    assert told in err
    assert err.count("\n") == 1


def test_files_that_cannot_be_opened(run: Any, tmp_path: Path) -> None:
    missing = str(tmp_path / "missing.txt")
    assert run("tag", missing) == (1, "", f"timeline: {missing}: No such file or directory\n")
    status, out, err = run("tag", str(tmp_path))
    assert (status, out) == (1, "")
    assert str(tmp_path) in err


def test_articles_before_a_fault_are_written(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "in May 2019"}\n{"text": 3}\n')
    status, out, err = run("tag", str(path))
    assert status == 1
    assert json.loads(out)["expressions"][0]["value"] == "2019-05"
    assert "line 2" in err


PAGE = """<!DOCTYPE html><html><head><title>Quay</title><meta property="article:published_time" content="2022-07-22">
</head><body><article><h1>Quay reopens</h1>
<p>The old quay of Kestrel Bay reopened to all on Friday after the storm had closed it for more than two years.</p>
<p>The council had paid for the works. It will now raise the wall too, the mayor said to reporters in the town.</p>
</article></body></html>"""
ROWS = [
    {"id": "a", "text": "It opened on Friday, and closed.", "published": "2024-03-15"},
    {"id": "b", "text": 'It "opened" in May 2019.\nIt closed.', "published": None},
]


def csv_of(rows: list[dict[str, Any]], delimiter: str = ",") -> bytes:
    stream = io.StringIO(newline="")
    writer = csv.DictWriter(stream, rows[0], delimiter=delimiter)
    writer.writeheader()
    writer.writerows(rows)
    return stream.getvalue().encode()


def lines_of(rows: list[dict[str, Any]]) -> bytes:
    return b"".join(json.dumps(row).encode() + b"\n" for row in rows)


def table_of(rows: list[dict[str, Any]], form: str) -> bytes:
    pa, sink = pytest.importorskip("pyarrow"), io.BytesIO()
    table = pa.Table.from_pylist(rows)
    if form == "parquet":
        pytest.importorskip("pyarrow.parquet").write_table(table, sink)
        return sink.getvalue()
    with (pa.ipc.new_file if form == "arrow" else pa.ipc.new_stream)(sink, table.schema) as writer:
        writer.write_table(table)
    return sink.getvalue()


def archive_of(page: str) -> bytes:
    warc, sink = pytest.importorskip("fastwarc.warc"), io.BytesIO()
    record, http = warc.WarcRecord(), b"HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n" + page.encode()
    record.init_headers(warc.WarcRecordType.response, b"x:1", content_length=len(http))
    record.headers["WARC-Target-URI"] = "https://example.org/a"
    record.headers["Content-Type"] = "application/http; msgtype=response"
    record.set_bytes_content(http)
    record.write(sink)
    return sink.getvalue()


SOURCES = {
    "a.csv": lambda: csv_of(ROWS),
    "a.tsv": lambda: csv_of(ROWS, "\t"),
    "utf16.csv": lambda: csv_of(ROWS).decode().encode("utf-16"),
    "a.csv.gz": lambda: gzip.compress(csv_of(ROWS)),
    "a.jsonl": lambda: lines_of(ROWS),
    "a.jsonl.bz2": lambda: bz2.compress(lines_of(ROWS)),
    "a.json": lambda: lines_of(ROWS),
    "a.txt": lambda: lines_of(ROWS),
    "a.txt.xz": lambda: lzma.compress(lines_of(ROWS)),
    "articles": lambda: lines_of(ROWS),
    "a.parquet": lambda: table_of(ROWS, "parquet"),
    "a.arrow": lambda: table_of(ROWS, "arrow"),
    "a.feather": lambda: table_of(ROWS, "stream"),
    "table": lambda: table_of(ROWS, "parquet"),
    "arrow.dat": lambda: table_of(ROWS, "arrow"),
    "stream.dat": lambda: table_of(ROWS, "stream"),
}


@pytest.mark.parametrize("name", SOURCES)
def test_files_are_read_as_builds_read_them(run: Any, tmp_path: Path, name: str) -> None:
    (tmp_path / name).write_bytes(SOURCES[name]())
    status, out, err = run("tag", str(tmp_path / name))
    found = [json.loads(line) for line in out.splitlines()]
    assert (status, err) == (0, "")
    assert [(each["article"]["id"], each["article"]["text"]) for each in found] == [
        (row["id"], row["text"]) for row in ROWS
    ]
    assert [each["article"]["published"] for each in found] == ["2024-03-15", None]
    assert [each["expressions"][0]["value"] for each in found] == ["2024-03-15", "2019-05"]


PAGES = {
    "page.html": PAGE.encode,
    "page.HTM": PAGE.encode,
    "page": PAGE.encode,
    "page.txt": PAGE.encode,
    "page.html.gz": lambda: gzip.compress(PAGE.encode()),
    "page.warc": lambda: archive_of(PAGE),
    "archive": lambda: archive_of(PAGE),
    "page.jsonl": lambda: lines_of([{"html": PAGE}]),
}


@pytest.mark.parametrize("name", PAGES)
def test_pages_are_read_with_their_dates(run: Any, tmp_path: Path, name: str) -> None:
    pytest.importorskip("trafilatura")
    (tmp_path / name).write_bytes(PAGES[name]())
    status, out, err = run("tag", str(tmp_path / name))
    found = json.loads(out)
    assert (status, err) == (0, "")
    assert "<" not in found["article"]["text"]
    assert found["article"]["published"] == "2022-07-22"
    assert found["expressions"][0]["value"] == "2022-07-22"
    _, out, _ = run("tag", str(tmp_path / name), *DATE)
    assert json.loads(out)["article"]["published"] == "2024-03-15"


def test_a_page_from_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    pytest.importorskip("trafilatura")
    standard_input(monkeypatch, PAGE.encode())
    status, out, _ = run("tag", "-")
    assert status == 0
    assert json.loads(out)["article"]["published"] == "2022-07-22"


@pytest.mark.parametrize(
    ("name", "data", "told"),
    [
        ("a.pdf", b"%PDF-1.7\n1 0 obj", "a PDF document: convert it to text first"),
        ("a.docx", b"PK\x03\x04\x14\0", "unpack it, or save it as text, first"),
        ("a", gzip.compress(b"x"), "its name must end in .gz"),
        ("a.txt", gzip.compress(b"x"), "its name must end in .gz"),
        ("a.xml", b'<?xml version="1.0"?>\n<rss version="2.0"><channel>', "XML (rss): convert it first"),
        ("a.tml", b'<?xml version="1.0" ?>\n<TimeML>\n<TEXT>', "TimeML: take its text out"),
        ("a.eml", b"MIME-Version: 1.0\nSubject: Rain\n\nIt rained.", "a mail: save its text alone"),
        ("a.yaml", b"id: a\ntext: It rained.\n", "YAML: save it as JSON"),
        ("a.txt", b"id;text\na;It rained.\n", "save it with commas (.csv)"),
    ],
)
@pytest.mark.parametrize("where", ["file", "input"])
def test_what_cannot_be_read_is_refused_with_the_remedy(
    *, run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, data: bytes, told: str, where: str
) -> None:
    (tmp_path / name).write_bytes(data)
    standard_input(monkeypatch, data)
    status, out, err = run("extract", str(tmp_path / name) if where == "file" else "-")
    assert (status, out) == (1, "")
    assert told in err
    assert err.startswith(f"timeline: {tmp_path / name if where == 'file' else 'standard input'}: ")


@pytest.mark.parametrize("delimiter", [",", "\t"])
@pytest.mark.parametrize("name", ["-", "a", "a.txt", "a.data", "a.txt.gz"])
def test_tables_are_told_from_prose(
    run: Any, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, name: str, delimiter: str
) -> None:
    data = "id,text\na,It rained in May 2019.\n".replace(",", delimiter).encode()
    (tmp_path / name).write_bytes(gzip.compress(data) if name.endswith(".gz") else data)
    standard_input(monkeypatch, data)
    status, out, err = run("tag", "-" if name == "-" else str(tmp_path / name))
    assert (status, err) == (0, "")
    (found,) = [json.loads(line) for line in out.splitlines()]
    assert (found["article"]["id"], found["article"]["text"]) == ("a", "It rained in May 2019.")


def test_archives_and_binary_tables_do_not_come_from_standard_input(run: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    standard_input(monkeypatch, b"PAR1\x15\0")
    assert "tables and archives are read from files, by their names" in run("tag", "-")[2]


@pytest.mark.parametrize("command", ["tag", "extract", "parse"])
def test_what_is_wrong_in_a_file_is_told_and_the_rest_goes_on(run: Any, tmp_path: Path, command: str) -> None:
    path = tmp_path / "a.csv"
    path.write_text("id,text,published\na,In May 2019 it rained.,\nb,It rained.,soon\nc,x\nd,In May 2020 it rained.,\n")
    status, out, err = run(command, str(path))
    assert status == 1
    assert out.count("In May 20") >= 2
    assert [line.partition(": published")[0] for line in err.splitlines()[:1]] == [f"timeline: {path} line 3"]
    assert err.splitlines()[1].startswith(f"timeline: {path} line 4: the row has 2 fields")
    assert err.count("\n") == 2


def test_columns_can_be_named(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text("nr,body\n1,in May 2019\n")
    status, out, err = run("tag", str(path))
    assert (status, out) == (1, "")
    assert f"{path}: there is no column 'text' or 'html' to take texts from; columns found: 'nr', 'body'" in err
    status, out, _ = run("tag", str(path), "--column", "text=body", "--column", "id=nr")
    assert (status, json.loads(out)["article"]["id"]) == (0, "1")
    assert run("tag", str(path), "--column", "text=bdy")[0] == 1


def test_the_language_of_articles_is_one_there_is(run: Any, article: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run("tag", article, "--language", "en-GB")
    assert (status, json.loads(out)["provenance"]["language"]) == (0, "en")
    for name in ("extract", "tag", "build"):
        with pytest.raises(SystemExit, match="2"):
            cli.main([name, article, "--language", "xx"])
        assert "--language: no language 'xx'; there is en" in capsys.readouterr().err


def test_the_syntax_model_is_chosen(run: Any, article: str) -> None:
    status, out, _ = run("extract", article, "--syntax", "bundled")
    assert (status, Timeline.from_json(out)) == (0, timeline.extract(TEXT))
    status, out, err = run("extract", article, "--syntax", "nowhere")
    assert (status, out) == (1, "")
    assert "no syntax model 'nowhere'" in err


def test_tagging_parses_nothing(article: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["tag", article, "--syntax", "bundled"])
    assert "unrecognized arguments: --syntax" in capsys.readouterr().err


@pytest.mark.parametrize("name", cli.COMMANDS)
def test_each_command_describes_itself(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="0"):
        cli.main([name, "--help"])
    shown = capsys.readouterr().out
    assert shown.startswith(f"usage: timeline {name} ")
    assert "\n\n" in shown
    with pytest.raises(SystemExit, match="0"):
        cli.main(["--help"])
    assert cli.COMMANDS[name].summary in " ".join(capsys.readouterr().out.split())


def test_another_language_is_refused(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_bytes(lines_of([{"text": "im Mai 2019", "language": "de"}, {"text": "in May 2019", "language": "en"}]))
    status, out, err = run("tag", str(path))
    assert (status, out.count("\n")) == (1, 1)
    assert "line 1: the article's language is 'de'" in err


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names here")
def test_a_pipe_is_read_once(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "pipe")
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "tag", str(tmp_path / "pipe")], stdout=subprocess.PIPE
    ) as process:
        (tmp_path / "pipe").write_bytes(lines_of(ROWS))
        assert process.communicate()[0].count(b"\n") == 2


def test_text_cannot_drive_the_terminal(run: Any, tmp_path: Path) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"title": "\x1b[2J", "text": "It failed in\x1b[31m May 2019.\ud800"}))
    for name in ("tag", "extract"):
        status, out, _ = run(name, str(path), "--format", "table")
        assert status == 0
        assert "\x1b" not in out


HOSTILE = "\x1b[2J\x9b31m\u202eevil\u2066"


@pytest.mark.parametrize(
    "arguments",
    [
        [f"{HOSTILE}", "x"],
        ["tag", HOSTILE],
        ["tag", "x", f"--{HOSTILE}"],
        ["tag", "x", "--published", HOSTILE],
        ["tag", "x", "--format", HOSTILE],
        ["extract", "x", "--domain", HOSTILE],
        ["parse", "x", "--syntax", HOSTILE],
        ["models", "fetch", HOSTILE],
        ["evaluate", HOSTILE],
        ["build", HOSTILE, "--output", "x"],
        ["build", "x.csv", "--output", "x", "--column", f"text={HOSTILE}", "--dates", HOSTILE],
        ["build", "x.csv", "--output", "x", "--column", HOSTILE],
    ],
)
def test_arguments_cannot_drive_the_terminal(
    run: Any,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
    arguments: list[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "x").write_text("It failed.")
    (tmp_path / "x.csv").write_text("text\nIt failed.\n")
    try:
        status, out, err = run(*arguments)
    except SystemExit as error:
        status, (out, err) = error.code, capsys.readouterr()
    assert status
    assert err
    assert (out + err).replace("\n", "").isprintable()


@pytest.mark.parametrize(("command", "form"), [("parse", "conllu"), ("parse", "json"), ("tag", "timeml")])
def test_what_is_written_cannot_drive_the_terminal(run: Any, tmp_path: Path, command: str, form: str) -> None:
    path = tmp_path / "a.json"
    path.write_text(json.dumps({"id": HOSTILE, "title": HOSTILE, "text": f"It{HOSTILE} failed."}))
    status, out, _ = run(command, str(path), "--format", form)
    assert status == 0
    assert out.replace("\n", "").replace("\t", "").isprintable()


def test_a_report_cannot_drive_the_terminal() -> None:
    cause = f"read: {HOSTILE}"
    counts = Counts(failures=Counter({cause: 1}), examples={cause: f"{HOSTILE}.csv, line 1: {HOSTILE}"})
    report = Report(Path(HOSTILE), counts, Counts(), 1, 0, 1.0, 1)
    assert report.render().replace("\n", "").isprintable()


def test_interruption_is_status_130(run: Any, article: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("timeline.cli.tag.write_timelines", interrupt)
    assert run("tag", article) == (130, "", "")


def test_the_module_and_the_version() -> None:
    done = command("--version")
    assert (done.returncode, done.stdout.decode().strip()) == (0, f"timeline {timeline.__version__}")


def test_output_is_utf8_whatever_the_locale(tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_bytes("Café — in May 2019\r\n".encode())
    environment = {**os.environ, "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = command("tag", str(path), "--format", "timeml", env=environment)
    assert (done.returncode, done.stderr) == (0, b"")
    assert "Café — in <TIMEX3" in done.stdout.decode("utf-8")


@pytest.mark.skipif(not hasattr(signal, "SIGPIPE"), reason="pipes break otherwise here")
def test_a_closed_pipe_is_quiet(tmp_path: Path) -> None:
    path = tmp_path / "a.jsonl"
    path.write_text('{"text": "in May 2019"}\n' * 20_000)
    with subprocess.Popen(
        [sys.executable, "-m", "timeline", "tag", str(path)], stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        assert process.stdout.readline().startswith(b"{")
        process.stdout.close()
        assert process.stderr.read() == b""
