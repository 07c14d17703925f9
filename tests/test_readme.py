"""What the README promises can be copied, and the continuous integration runs the same."""

from __future__ import annotations

import doctest
import re
from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from pathlib import Path


def commands(root: Path) -> list[str]:
    readme = (root / "README.md").read_text("utf-8")
    return [line for block in re.findall(r"```console\n(.*?)```", readme, re.DOTALL) for line in block.splitlines()]


def test_two_commands_stand_first(root: Path) -> None:
    run, test = commands(root)[:2]
    assert run.endswith("/timeline extract examples/harbour.txt --published 2024-03-15 --format table")
    assert test.endswith("-m pytest")
    assert all("-c constraints.txt" in command for command in (run, test))


def test_ci_runs_the_test_command_word_for_word(root: Path) -> None:
    assert commands(root)[1] in (root / ".ci/run").read_text("utf-8").splitlines()


def test_torch_is_pinned(root: Path) -> None:
    assert re.search(r"^torch==", (root / "constraints.txt").read_text("utf-8"), re.MULTILINE)


def test_links_lead_somewhere(root: Path) -> None:
    pages = [root / "README.md", *(root / "docs").rglob("*.md")]
    assert len(pages) > 3
    for page in pages:
        for target in re.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / target).exists(), f"{page.name}: {target}"


@pytest.mark.parametrize("page", ["README.md", "docs/calculus.md", "docs/guide.md", "docs/reference.md"])
def test_python_examples_run(root: Path, page: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(root)
    failed, tried = doctest.testfile(
        str(root / page), module_relative=False, optionflags=doctest.NORMALIZE_WHITESPACE | doctest.ELLIPSIS
    )
    assert tried > 0
    assert failed == 0


def test_the_picture_is_real(root: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    """Find each row of the README's table in what the command prints, however wide its columns are there."""
    from timeline.cli import main

    monkeypatch.chdir(root)
    monkeypatch.setenv("COLUMNS", "1000")
    assert main(["extract", "examples/harbour.txt", "--published", "2024-03-15", "--format", "table"]) == 0
    printed = [line.split() for line in capsys.readouterr().out.splitlines()]
    (picture,) = re.findall(r"```text\n(.*?)```", (root / "README.md").read_text("utf-8"), re.DOTALL)
    rows = picture.splitlines()
    assert len(rows) > 5
    assert [row for row in rows if row.split() not in printed] == []
