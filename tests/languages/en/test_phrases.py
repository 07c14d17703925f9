"""Sentences of every kind, with what is to be found in them: the files in `phrases/`.

A line is a text with brackets around each expression, `=>`, and the value of each (with its modifier), set apart by
semicolons; `?` is any value. Braces hold the interval in EDTF, of a set the recurrence. A line without brackets yields
nothing. `@published`, `@domain` and `@locale` (JSON) hold for the lines that follow them.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import Extractor, Locale

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression

DIRECTORY = Path(__file__).parent / "phrases"
VALUE = re.compile(r"(?P<value>[^{]*?)\s*(?:\{(?P<meaning>[^}]*)\})?")
ANY = "?"


def _cases(path: Path) -> list[object]:
    settings = {"published": "", "domain": "news", "locale": "{}"}
    cases: list[object] = []
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
    return Extractor(domain=settings["domain"], locale=locale).find_times(text, settings["published"])


@pytest.mark.parametrize(("line", "settings"), CASES)
def test_phrase(line: str, settings: dict[str, str]) -> None:
    marked, _, told = (part.strip() for part in line.partition("=>"))
    text = re.sub(r"[\[\]]", "", marked)
    found = find(text, settings)
    assert [each.text for each in found] == re.findall(r"\[(.*?)\]", marked)
    expected = [match for part in re.split(r";\s+", told) if (match := VALUE.fullmatch(part.strip()))] if told else []
    if not told:
        return
    values = [match["value"] for match in expected]
    assert [given if want != ANY else ANY for given, want in zip(map(_value, found), values, strict=True)] == values
    meanings = [match["meaning"] for match in expected]
    assert [None if want is None else _meaning(each) for each, want in zip(found, meanings, strict=True)] == meanings
