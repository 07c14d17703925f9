"""Sentences of every kind, with what is to be found in them: the files in `phrases/`.

A line is a text with brackets around each expression, `=>`, and the value of each (with its modifier), set apart by
semicolons; `?` is any value. Braces hold the interval in EDTF, of a set the recurrence. A line without brackets yields
nothing. A range stands here as TIMEX3 has it, as its two ends. `@published`, `@domain` and `@locale` (JSON) hold for
the lines that follow them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline import Extractor, Locale, timex3s
from timeline.calculus.notation import parse_timex

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression

DIRECTORY = Path(__file__).parent / "phrases"
VALUE = re.compile(r"(?P<value>[^{]*?)\s*(?:\{(?P<meaning>[^}]*)\})?")
ANY = "?"


def _cases(path: Path) -> list[Any]:
    settings = {"published": "", "domain": "news", "locale": "{}"}
    cases: list[Any] = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
        if line.startswith("@"):
            name, _, value = line[1:].partition(" ")
            settings[name] = value
        elif line and not line.startswith("#"):
            cases.append(pytest.param(line, dict(settings), id=f"{path.stem}:{number}"))
    return cases


CASES = [case for path in sorted(DIRECTORY.glob("*.txt")) for case in _cases(path)]


def _value(found: TemporalExpression) -> str:
    return f"{found.value} {found.mod}" if found.mod else found.value


def _meaning(found: TemporalExpression) -> str:
    if found.kind.value == "SET" and found.rrule:
        return found.rrule
    return "" if found.interval is None else found.interval.edtf


def find(text: str, settings: dict[str, str]) -> list[TemporalExpression]:
    locale = Locale(**json.loads(settings["locale"]))
    return timex3s(Extractor(domain=settings["domain"], locale=locale).find_times(text, settings["published"]))


@pytest.mark.parametrize(("line", "settings"), CASES)
def test_phrase(line: str, settings: dict[str, str]) -> None:
    marked, _, told = (part.strip() for part in line.partition("=>"))
    text = re.sub(r"[\[\]]", "", marked)
    found = find(text, settings)
    assert [each.text for each in found] == re.findall(r"\[(.*?)\]", marked)
    if not told:
        return
    expected = [match for part in re.split(r";\s+", told) if (match := VALUE.fullmatch(part.strip()))]
    values = [match["value"] for match in expected]
    assert [given if want != ANY else ANY for given, want in zip(map(_value, found), values, strict=True)] == values
    meanings = [match["meaning"] for match in expected]
    assert [None if want is None else _meaning(each) for each, want in zip(found, meanings, strict=True)] == meanings


@pytest.mark.parametrize("name", sorted({path.stem for path in DIRECTORY.glob("*.txt")}))
def test_what_holds_of_every_expression(name: str) -> None:
    """Values are TIMEX3; other readings differ, and are no likelier than the one taken; each gives its reason."""
    for case in _cases(DIRECTORY / f"{name}.txt"):
        line, settings = case.values
        for found in find(re.sub(r"[\[\]]", "", line.partition("=>")[0].strip()), settings):
            for value in found.value.split("/"):
                parse_timex(value) if value != ".." else None
            others = found.alternatives
            assert all((other.value, other.rrule) != (found.value, found.rrule) for other in others)
            assert all(0 <= other.confidence <= found.confidence for other in others)
            assert found.confidence + sum(other.confidence for other in others) <= 1.02
            assert found.why().endswith(f"(rule {found.rule}).")
            if found.interval is not None and found.anchor == "none":
                assert "publication time" not in found.reason
