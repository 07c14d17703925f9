from __future__ import annotations

import contextlib
import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from timeline import cli
from timeline.datasets.plan import ShardSize
from timeline.datasets.progress import ProgressLine
from timeline.workers.limits import Limits

pytest.importorskip("pyarrow")
WriteSource = Callable[..., Path]


@pytest.fixture
def run(capsys: pytest.CaptureFixture[str]) -> Any:
    def call(*arguments: object) -> tuple[int, str, str]:
        status = cli.main([str(argument) for argument in arguments])
        return status, *capsys.readouterr()

    return call


def test_build_tells_what_it_did(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    arguments = ("build", write_source(3), "--output", tmp_path / "out", "--times-only", "--workers", 1)
    status, out, err = run(*arguments)
    assert (status, err) == (0, "")  # no terminal: no progress
    assert f"{tmp_path / 'out'}: 3 articles and 0 failures in 1 shard\n9 expressions, 0 events\n" in out
    assert "\n3 records read from 3 lines\n" in out
    assert out.endswith("words/s with 1 worker\n")
    status, out, err = run(*arguments, "--json")
    assert json.loads(out)["resumed_shards"] == 1
    status, out, err = run(*arguments)
    assert out.endswith("3 records read from 3 lines\nit was whole already: nothing to do\n")
    status, out, err = run(*arguments, "--domain", "narrative")
    assert (status, out) == (1, "")
    assert "extractor.domain: 'auto' → 'narrative'" in err


def test_columns_and_sizes_can_be_set(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{"body": "in 2019", "nr": 7}, {"body": "x" * 99, "nr": 8}])
    options = [
        "--column",
        "text=body",
        "--column",
        "id=nr",
        "--characters",
        50,
        "--format",
        "jsonl",
        "--dates",
        "record",
    ]
    status, _, _ = run("build", source, "--output", tmp_path / "out", "--times-only", "--workers", 1, *options)
    assert status == 0
    (article,) = (tmp_path / "out/articles/part-000000.jsonl").read_text().splitlines()
    (failure,) = (tmp_path / "out/failures/part-000000.jsonl").read_text().splitlines()
    assert (json.loads(article)["id"], json.loads(failure)["id"]) == ("7", "8")


@pytest.mark.parametrize(
    "arguments",
    [
        ["x.jsonl"],
        ["--output", "out"],
        ["x.jsonl", "--output", "out", "--workers", "0"],
        ["x.jsonl", "--output", "out", "--column", "text"],
        ["x.jsonl", "--output", "out", "--column", "body=text"],
        ["x.jsonl", "--output", "out", "--column", "text="],
        ["x.jsonl", "--output", "out", "--format", "csv"],
    ],
)
def test_bad_usage(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit, match="2"):
        cli.main(["build", *arguments])
    assert capsys.readouterr().err.startswith("usage: timeline")


def test_language_and_syntax_are_settings(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{"text": "in 2019", "language": "en-GB"}, {"text": "im Mai", "language": "de"}])
    options = ("--times-only", "--workers", 1, "--format", "jsonl", "--language", "en", "--syntax", "stanza:default")
    assert run("build", source, "--output", tmp_path / "out", *options)[0] == 0
    settings = json.loads((tmp_path / "out" / "manifest.json").read_text())["extractor"]
    assert (settings["language"], settings["syntax"]) == ("en", "stanza:default")
    (failure,) = (tmp_path / "out/failures/part-000000.jsonl").read_text().splitlines()
    assert "language is 'de'" in json.loads(failure)["message"]


def test_limits_are_those_of_the_library_unless_said(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    assert run("build", write_source(1), "--output", tmp_path / "out", "--times-only", "--memory", "2048")[0] == 0
    manifest = json.loads((tmp_path / "out" / "manifest.json").read_text())
    limits, shard = manifest["limits"], manifest["shard"]
    assert limits == {"seconds": Limits().seconds, "characters": Limits().characters, "memory": 2 * 2**30}
    assert shard["records"] == ShardSize().records


def test_bad_input(run: Any, tmp_path: Path) -> None:
    status, out, err = run("build", tmp_path / "missing.csv", "--output", tmp_path / "out")
    assert (status, out) == (1, "")
    assert "missing.csv: no such file" in err
    (tmp_path / "file").touch()
    (tmp_path / "a.txt").write_text("in 2019")
    status, _, err = run("build", tmp_path / "a.txt", "--output", tmp_path / "file" / "out", "--times-only")
    assert status == 1
    assert "Not a directory" in err


def test_nothing_but_failures_is_a_failure(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    source = write_source([{"text": None}])
    status, out, _ = run("build", source, "--output", tmp_path / "out", "--times-only", "--workers", 1)
    assert status == 1
    assert "first: news.jsonl, line 1: no text: there is nothing in column 'text'; columns found: 'text'\n" in out


def test_a_field_has_one_column(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    twice = ("--column", "text=body", "--column", "text=lead")
    status, _, err = run("build", write_source(1), "--output", tmp_path / "out", *twice)
    assert (status, err) == (1, "timeline: --column says of text both 'body' and 'lead'\n")


@pytest.mark.skipif(os.name != "posix", reason="no limit of file sizes")
def test_a_full_disk_is_told(tmp_path: Path, write_source: WriteSource) -> None:
    program = "import resource, sys; resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000)); "
    program += "from timeline.cli import main; sys.exit(main(sys.argv[1:]))"
    command = [sys.executable, "-c", program, "build", str(write_source(200)), "--output", str(tmp_path / "out")]
    command += ["--times-only", "--workers", "1", "--format", "jsonl"]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert (done.returncode, done.stdout) == (1, "")
    file = tmp_path / "out" / "articles" / "part-000000.jsonl"
    assert done.stderr == (f"timeline: {file}: File too large; make room, and run the same command again to go on\n")


@pytest.mark.skipif(os.name != "posix", reason="no SIGINT for one process")
@pytest.mark.skipif(signal.getsignal(signal.SIGINT) is signal.SIG_IGN, reason="started with interrupts ignored")
def test_ctrl_c_ends_in_good_order(tmp_path: Path, write_source: WriteSource) -> None:
    command = [sys.executable, "-m", "timeline", "build", str(write_source(3000)), "--output", str(tmp_path / "out")]
    process = subprocess.Popen(
        [*command, "--times-only", "--workers", "1", "--shard", "10"], stderr=subprocess.PIPE, stdout=subprocess.PIPE
    )
    log = tmp_path / "out" / "shards.jsonl"
    while process.poll() is None and not log.exists():
        with contextlib.suppress(subprocess.TimeoutExpired):
            process.wait(0.02)
    process.send_signal(signal.SIGINT)
    out, err = process.communicate()
    assert (process.returncode, out) == (130, b"")
    assert err == f"timeline: interrupted; run the same command again to go on with {tmp_path / 'out'}\n".encode()


def test_progress_is_one_line(write_source: WriteSource, monkeypatch: pytest.MonkeyPatch) -> None:
    import io

    from timeline.datasets import progress as module
    from timeline.datasets.build import Progress
    from timeline.datasets.work import Counts
    from timeline.sources.files import source_files

    clock = iter(range(1, 100))
    monkeypatch.setattr(module.time, "monotonic", lambda: next(clock))
    stream = io.StringIO()
    files = source_files([write_source(10)])
    line = ProgressLine(files, stream, begun=0)
    counts = Counts(articles=5, expressions=15, words=500)
    line(Progress(counts, 5, 0, files[0].size // 4))
    line(Progress(counts, 5, 0, files[0].size // 2))
    line.close()
    shown = stream.getvalue().split("\r\x1b[K")
    assert shown[1].startswith(" 25%  5 articles  15 expressions  0 failures")
    assert shown[2].startswith(" 50%  5 articles")
    assert shown[2].endswith("left")
    assert "\n" not in stream.getvalue()


def test_files_with_names_that_are_no_text(run: Any, tmp_path: Path, write_source: WriteSource) -> None:
    name = os.fsdecode(b"caf\xe9\x1b[31m.jsonl")
    try:
        source = write_source([{"text": None}, {"text": "in May 2019"}], name)
    except OSError:
        pytest.skip("no such names here")
    for form in ("parquet", "jsonl"):
        output = tmp_path / os.fsdecode(b"\xff" + form.encode())
        for _ in range(2):
            status, out, err = run(
                "build", source, "--output", output, "--times-only", "--workers", 1, "--format", form
            )
            assert (status, err) == (0, "")
            assert "first: caf\\udce9\\x1b[31m.jsonl, line 1: no text" in out
            assert "\\udcff" in out
    assert json.loads(run("build", source, "--output", output, "--times-only", "--format", "jsonl", "--json")[1])


def test_a_source_that_is_not_read_to_its_end_is_told_by_the_status(
    run: Any, tmp_path: Path, write_source: WriteSource
) -> None:
    write_source(3)
    (tmp_path / "rows.csv").write_text('id,text\n0,in May 2019\n1,"stray\n' + "2,in May 2019\n" * 5_000)
    arguments = ("build", tmp_path, "--output", tmp_path / "out", "--times-only", "--workers", 1)
    status, out, _ = run(*arguments)
    assert status == 1
    assert "4 articles and 1 failure in 1 shard" in out
    assert "5 records read from 5,006 lines\n" in out
    assert "1  read: SourceError\n            first: rows.csv, line 3: not a row of a CSV file: quotes that open" in out
    assert "lines 3 to 5003 are lost with it" in out
    assert "more articles may be lost than there are failures" in out
    status, out, _ = run(*arguments, "--json")
    assert status == 1
    counts = json.loads(out)["counts"]
    assert (counts["records"], counts["lines"], counts["articles"]) == (5, 5_006, 4)


def test_a_misspelt_column_is_told_before_anything_is_written(
    run: Any, tmp_path: Path, write_source: WriteSource
) -> None:
    source = write_source([{"body": "in 2019", "date": "2024-03-15"}] * 5)
    arguments = ("build", source, "--output", tmp_path / "out", "--times-only", "--workers", 1)
    for columns, told in (
        ([], "there is no column 'text' or 'html' to take texts from; columns found: 'body', 'date'; say which"),
        (["text=bdy"], "there is no column 'bdy', which was named for the field 'text'; columns found: 'body', 'date'"),
        (["text=body", "published=day"], "no column 'day', which was named for the field 'published'"),
    ):
        status, out, err = run(*arguments, *(word for each in columns for word in ("--column", each)))
        assert (status, out) == (1, "")
        assert told in err
        assert not (tmp_path / "out").exists()
    assert run(*arguments, "--column", "text=body", "--column", "published=date")[0] == 0
