"""The scripts in examples/ run as they stand."""

from __future__ import annotations

import subprocess
import sys
from typing import TYPE_CHECKING

import pytest

from timeline import Extractor, Timeline

if TYPE_CHECKING:
    from pathlib import Path


@pytest.mark.parametrize(("script", "lines"), [("events_table.py", 5), ("batch.py", 3)])
def test_examples(root: Path, script: str, lines: int) -> None:
    path = str(root / "examples" / script)
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True, encoding="utf-8")
    assert len(done.stdout.splitlines()) >= lines


def test_a_dataset_is_built_and_asked(root: Path, tmp_path: Path) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("duckdb")
    folder = root / "examples" / "dataset"
    build = [sys.executable, str(folder / "build.py"), str(root / "examples/articles.jsonl"), str(tmp_path / "news")]
    subprocess.run(build, capture_output=True, check=True)
    query = [sys.executable, str(folder / "query.py"), str(tmp_path / "news")]
    done = subprocess.run(query, capture_output=True, text=True, check=True, encoding="utf-8")
    assert done.stdout.count("-- ") >= 3
    assert "The town will add a reading garden" in done.stdout


def test_batch_writes_timelines(root: Path) -> None:
    path = str(root / "examples/batch.py")
    done = subprocess.run([sys.executable, path], capture_output=True, text=True, check=True, encoding="utf-8")
    timelines = [Timeline.from_json(line) for line in done.stdout.splitlines()]
    assert [one.article.id for one in timelines] == ["library", "bridge", "undated"]


@pytest.mark.parametrize(
    ("words", "value"),
    [
        ("2019", "2019"),
        ("1936", "1936"),
        ("the past 80 years", "P80Y"),
        ("last year", "2023"),
        ("January", "2024-01"),
        ("December 2021", "2021-12"),
        ("each spring", "XXXX-SP"),
        ("the past three decades", "P3DE"),
        ("this month", "2024-03"),
        ("next month", "2024-04"),
        ("2030", "2030"),
        ("2022", "2022"),
        ("the coming weeks", "FUTURE_REF"),
        ("Thursday", "2024-03-14"),
        ("Monday evening", "2024-03-18TEV"),
        ("a year ago", "2023"),
    ],
)
def test_the_example_article_reads_right(root: Path, words: str, value: str) -> None:
    text = (root / "examples/harbour.txt").read_bytes().decode("utf-8")
    found = {one.text: one.value for one in Extractor().find_times(text, "2024-03-15")}
    assert found.get(words) == value
