"""Every row of docs/conventions.md says what the library does."""

from __future__ import annotations

import re
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from timeline import find_times

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression

PUBLISHED = "2022-07-22"  # a Friday
DOCUMENT = Path(__file__).parents[3] / "docs" / "conventions.md"
NOTHING = "–"
ROW = re.compile(r"\| (.+?) \| (.+?) \| (.+?) \| .*\|")


def _rows() -> list[tuple[str, str, str, str]]:
    rows = []
    third = ""
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        match = ROW.fullmatch(line)
        if match is None:
            continue
        if match[1] == "said":
            third = match[3]
        else:
            rows.append((match[1], match[2], third, match[3]))
    return rows


def _value(expression: TemporalExpression) -> str:
    return f"{expression.value} {expression.mod}" if expression.mod else expression.value


def _interval(expression: TemporalExpression) -> str:
    return NOTHING if expression.interval is None else expression.interval.edtf


@pytest.mark.parametrize(("said", "value", "column", "meaning"), _rows())
def test_row_is_true(said: str, value: str, column: str, meaning: str) -> None:
    found = find_times(said, PUBLISHED)
    assert "; ".join(map(_value, found)) == value.replace(NOTHING, "")
    if column == "recurrence":
        told = [expression.rrule or NOTHING for expression in found]
    else:
        assert column == "interval"
        told = [_interval(expression) for expression in found]
    assert ("; ".join(told) or NOTHING) == meaning


def test_there_are_rows_for_every_topic() -> None:
    topics = re.findall(r"(?m)^## (.+)$", DOCUMENT.read_text(encoding="utf-8"))
    assert len(topics) >= 10
    assert len(_rows()) >= 10 * len(topics)
