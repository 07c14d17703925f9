from __future__ import annotations

import os
from typing import TYPE_CHECKING

import pytest

from timeline.errors import InputError
from timeline.sources.files import source_files

if TYPE_CHECKING:
    from pathlib import Path


def test_files_below_the_output_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("a")
    (tmp_path / "out").mkdir()
    (tmp_path / "out" / "b.txt").write_text("b")
    assert [file.name for file in source_files([tmp_path])] == ["a.txt", "out/b.txt"]
    assert [file.name for file in source_files([tmp_path], tmp_path / "out")] == ["a.txt"]
    assert [file.name for file in source_files([tmp_path / "out"], tmp_path / "out" / "x")] == ["b.txt"]


def test_what_is_no_source(tmp_path: Path) -> None:
    with pytest.raises(InputError, match="no such file"):
        source_files([tmp_path / "missing.jsonl"])
    with pytest.raises(InputError, match="no files to read"):
        source_files([tmp_path])
    (tmp_path / "x.doc").touch()
    with pytest.raises(InputError, match="not a known ending"):
        source_files([tmp_path / "x.doc"])


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="no pipes with names")
def test_a_pipe_is_refused_before_anything_waits_for_it(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "news.jsonl")
    with pytest.raises(InputError, match=r"news\.jsonl: sources are regular files"):
        source_files([tmp_path / "news.jsonl"])
    with pytest.raises(InputError, match="no files to read"):
        source_files([tmp_path])
