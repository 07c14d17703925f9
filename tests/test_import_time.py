"""Importing the library, or asking the command for help, loads nothing heavy; no timings, since machines differ."""

from __future__ import annotations

import subprocess
import sys

import pytest

HEAVY = {"cattrs", "dateparser", "jsonschema", "numpy", "requests", "stanza", "torch"}


def loaded_by(code: str) -> set[str]:
    program = f"import sys\n{code}\nprint(' '.join(sys.modules), file=sys.__stdout__)"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_import_loads_nothing_heavy() -> None:
    loaded = loaded_by("import timeline")
    assert "timeline.extractor" in loaded
    assert not loaded & HEAVY
    assert "timeline.languages.en" not in loaded


def test_finding_times_loads_no_model() -> None:
    loaded = loaded_by("import timeline; timeline.find_times('in May 2019', '2022-07-22')")
    assert "timeline.languages.en" in loaded
    assert not loaded & HEAVY


def test_an_extractor_loads_nothing_until_used() -> None:
    assert not loaded_by("import timeline; timeline.Extractor()") & HEAVY


@pytest.mark.parametrize("arguments", ["'--help'", "'--version'", "'extract', '--help'"])
def test_help_loads_nothing_heavy(arguments: str) -> None:
    code = (
        f"import contextlib, io\nfrom timeline.cli import main\n"
        f"with contextlib.suppress(SystemExit), contextlib.redirect_stdout(io.StringIO()): main([{arguments}])"
    )
    assert not loaded_by(code) & HEAVY


def test_the_calendar_of_other_faiths_is_loaded_when_it_is_spoken_of() -> None:
    assert "holidays" not in loaded_by("import timeline; timeline.find_times('on Christmas 2019', '2022-07-22')")
    assert "holidays" in loaded_by("import timeline; timeline.find_times('during Ramadan 2019', '2022-07-22')")
