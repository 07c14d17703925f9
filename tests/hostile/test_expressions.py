"""No text makes a regular expression crawl: none is ambiguous, and attacks made from each of them come to an end."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

sys.path.insert(0, str(Path(__file__).parent))
import ambiguity
import attacks
import collected

PATIENCE = 300
"""Seconds, many times what the slowest machine needs: what is not linear does not come back in days."""


@pytest.fixture(scope="module")
def expressions() -> dict[str, re.Pattern[Any]]:
    return collected.expressions()


def test_every_expression_is_collected(expressions: dict[str, re.Pattern[Any]]) -> None:
    """What is made on import is found in its module; where one is made later, it is known of what."""
    later = {name for name, on_import, _ in collected.places() if not on_import}
    assert later == collected.MADE_LATER.keys()
    in_modules = {name.rpartition(".")[0] for name in expressions}
    for name, on_import, place in collected.places():
        module = "timeline." + name.removesuffix(".py").replace("/", ".")
        assert not on_import or module in in_modules or module not in sys.modules, place


def test_no_loop_reads_a_text_in_two_ways(expressions: dict[str, re.Pattern[Any]]) -> None:
    for name, pattern in expressions.items():
        source = pattern.pattern
        text, flags = (source, pattern.flags) if isinstance(source, str) else (source.decode("latin-1"), 0)
        found = ambiguity.ambiguous(text, flags)
        assert not found or (name in collected.SHIELDED and collected.SHIELDED[name][0] in found), name


@pytest.mark.parametrize(
    "expression",
    [
        r"(?:a+)*b",
        r"(?:a*)*",
        r"(?:ab|a|b)*",
        r"(?:\w+\s?)*!",
        r"(?:\d{1,3}[ ,]?){0,9}",
        r"(?:x?y?)*",
        r"(?: (?:link|on .{1,30}|to .{1,30}))*[.!]?",
        r"(?:share|print)(?: (?:this|the|it))?(?: (?:link|page|on .{1,30}|to .{1,30}|icon))*[.!]?",
    ],
)
def test_ambiguous_loops_are_seen(expression: str) -> None:
    assert ambiguity.ambiguous(expression)


@pytest.mark.parametrize(
    "expression", [r"(?:a+b)*", r"(?:\w+\s)*", r"(?:a|b)*c", r"a*a*", r"(?:, \w+){0,9}", r"x{1,3}y"]
)
def test_others_are_not(expression: str) -> None:
    assert not ambiguity.ambiguous(expression)


def test_attacks_find_what_takes_exponential_time() -> None:
    """The fault that made this file: each of "to a to a" could be read as one piece or as several."""
    faulty = r"share(?: (?:link|to .{1,30}))*[.!]?"
    assert any(
        attack.count("to ") > 30 and not re.fullmatch(r".*[.!]", attack) for attack in attacks.attacks(faulty, 0, 999)
    )


@pytest.mark.parametrize("what", ["expressions", "texts"])
def test_attacks_come_to_an_end(what: str) -> None:
    """Nothing is timed: a process that is still at it after so long is killed, and the last it said is at fault."""
    command = [sys.executable, str(Path(__file__).parent / "attacks.py"), what]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=PATIENCE, check=False)
    except subprocess.TimeoutExpired as stuck:
        said = (stuck.stdout or b"").decode().splitlines()
        pytest.fail(f"stuck at {said[-1] if said else 'the start'}")
    assert done.returncode == 0, done.stderr[-2_000:]
    assert len(done.stdout.splitlines()) > 50
