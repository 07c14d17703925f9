from __future__ import annotations

import datetime as dt
from typing import TYPE_CHECKING

import pytest

import timeline.training.__main__ as command
import timeline.training.syntax_models as made

if TYPE_CHECKING:
    from pathlib import Path


def test_syntax_hands_everything_on(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    plans: list[made.Plan] = []
    monkeypatch.setattr("timeline.training.commands.make", lambda plan, _: plans.append(plan) or plan.bundle)
    arguments = ["syntax", "--treebanks", "T", "--vectors", "V", "--output", str(tmp_path), "--seed", "7"]
    assert command.main([*arguments, "--released", "2024-05-01", "--scale", "0.5", "--version", "3"]) == 0
    [plan] = plans
    assert (str(plan.treebanks), str(plan.vectors), plan.output, plan.seed) == ("T", "V", tmp_path, 7)
    assert (plan.release.version, plan.released) == ("3", dt.date(2024, 5, 1))
    assert plan.recipe.parser_steps == round(made.Recipe().parser_steps / 2)
    assert capsys.readouterr().out == f"{tmp_path / 'bundle'}\n"


def test_measure_prints_a_table(treebanks: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["measure", "--treebanks", str(treebanks), "--split", "dev"]) == 0
    output = capsys.readouterr().out
    assert "| xx_gum: news | " in output
    assert output.endswith("words/s of processor time\n")


def test_what_is_missing_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main(["measure", "--treebanks", str(tmp_path)]) == 1
    assert "no treebank in" in capsys.readouterr().err


def test_bad_usage() -> None:
    with pytest.raises(SystemExit, match="2"):
        command.main(["syntax"])
