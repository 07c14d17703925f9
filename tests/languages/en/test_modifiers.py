"""Early, middle and late mean the same on every unit: each phrase of the table of conventions.md with each time."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from timeline import find_times
from timeline.calculus.anchors import At, Moment
from timeline.calculus.bound_operators import Part

PUBLISHED = "2022-07-20"
DOCUMENT = Path(__file__).parents[3] / "docs" / "conventions.md"
ROW = re.compile(r"\| ([^|]*…[^|]*) \| (START|MID|END) \| [^|]+ \|")
WORDS = [
    (phrase, row[2])
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines()
    if (row := ROW.fullmatch(line))
    for phrase in row[1].split(", ")
]
TIMES = [
    *("Friday", "12 May 2019", "last week", "next week", "this weekend", "May", "May 2019", "last month"),
    *("next quarter", "Q3 2019", "the third quarter of 2019", "H1 2019", "summer", "last winter", "the summer of 2019"),
    *(
        "2019",
        "last year",
        "this year",
        "fiscal 2019",
        "the 1990s",
        "the sixties",
        "this decade",
        "the last decade",
        "the 19th century",
    ),
    *("this century", "this millennium", "the third millennium BC"),
]
UNITS = ["day", "week", "month", "quarter", "year", "decade", "century", "millennium"]
OF_UNITS = [each for each in WORDS if each[0].endswith(("of …", "in …"))]
IDIOM = ("the end of …", "the close of …", "the very end of …")
"""At the end of the day, of which nothing tells that it is a time."""


def _said(phrase: str, time: str) -> str:
    """Put a time into a phrase: "mid-…" and "the 1990s" are "the mid-1990s"."""
    if phrase.endswith(("of …", "in …")) or not time.startswith("the "):
        return phrase.replace("…", time)
    return "the " + phrase.replace("…", time.removeprefix("the "))


@pytest.mark.parametrize("time", TIMES)
@pytest.mark.parametrize(("phrase", "mod"), WORDS)
def test_every_phrase_means_the_same_on_every_time(phrase: str, mod: str, time: str) -> None:
    (whole,) = find_times(f"It rained during {time}.", PUBLISHED)
    said = _said(phrase, time)
    (found,) = find_times(f"It rained in {said}.", PUBLISHED)
    assert found.text == said
    assert found.mod == mod
    if whole.kind.value == "DURATION":  # during the last decade
        return
    assert found.value == whole.value
    assert whole.interval is not None
    assert found.interval == Part(mod, At(whole.interval)).resolve(Moment())


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize(("phrase", "mod"), OF_UNITS)
def test_every_phrase_means_the_same_of_the_present_unit(phrase: str, mod: str, unit: str) -> None:
    said = phrase.replace("…", f"the {unit}")
    found = find_times(f"It rained in {said}.", PUBLISHED)
    if unit == "day" and phrase in IDIOM:
        assert found == []
        return
    (whole,) = find_times(f"It rained this {unit}.", PUBLISHED)
    assert [(each.text, each.mod, each.value) for each in found] == [(said, mod, whole.value)]
    assert whole.interval is not None
    assert found[0].interval == Part(mod, At(whole.interval)).resolve(Moment())


def test_the_table_has_every_part() -> None:
    assert {mod for _, mod in WORDS} == {"START", "MID", "END"}
    assert len(WORDS) >= 15
