from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.training.stages import Ledger, digest_of_files

if TYPE_CHECKING:
    from pathlib import Path


def _run(folder: Path, first: int, second: int) -> list[str]:
    """Run two stages, the second after the first; give those that did something."""
    done: list[str] = []
    ledger = Ledger(folder, lambda _: None)
    ledger.run("first", {"x": first}, lambda: done.append("first"))
    ledger.run("second", {"x": second}, lambda: done.append("second"), ("first",))
    return done


def test_what_is_done_is_not_repeated(tmp_path: Path) -> None:
    assert _run(tmp_path, 1, 1) == ["first", "second"]
    assert _run(tmp_path, 1, 1) == []


def test_a_changed_setting_repeats_what_depends_on_it(tmp_path: Path) -> None:
    _run(tmp_path, 1, 1)
    assert _run(tmp_path, 1, 2) == ["second"]
    assert _run(tmp_path, 2, 2) == ["first", "second"]


def test_what_failed_is_not_done(tmp_path: Path) -> None:
    ledger = Ledger(tmp_path, lambda _: None)

    def fail() -> None:
        message = "the disk is full"
        raise OSError(message)

    with pytest.raises(OSError, match="the disk is full"):
        ledger.run("first", {"x": 1}, fail)
    assert _run(tmp_path, 1, 1) == ["first", "second"]


def test_stages_are_told(tmp_path: Path) -> None:
    told: list[str] = []
    for _ in range(2):
        Ledger(tmp_path, told.append).run("data", {}, lambda: None)
    assert told == ["data: running", "data: done before"]


def test_a_stage_after_one_that_never_ran(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError, match="nothing"):
        Ledger(tmp_path, lambda _: None).run("data", {}, lambda: None, ("nothing",))


def test_digests_follow_contents(tmp_path: Path) -> None:
    path = tmp_path / "a"
    path.write_bytes(b"1")
    before = digest_of_files([path])
    assert digest_of_files([path]) == before
    path.write_bytes(b"2")
    assert digest_of_files([path]) != before
