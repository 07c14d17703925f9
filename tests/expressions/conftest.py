"""A toy language of a few rules, which shows that the engine knows no English."""

from __future__ import annotations

import re
from typing import Any

import pytest

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Bare, Between, In, Shift
from timeline.calculus.recurring import MonthOfYear
from timeline.languages.language import Language, TenseCues
from timeline.languages.meaning import Meaning
from timeline.languages.rule import Level, Rule
from timeline.layout import FurnitureData

MONTHS = {"mensis": 5, "junus": 6}


def classify(token: str) -> dict[str, Any]:
    if token.isdigit():
        return {"number": int(token)} | ({"year": int(token)} if len(token) == 4 else {})
    if token in MONTHS:
        return {"month": MONTHS[token]}
    if token == "heri":
        return {"deictic": None}
    return {}


def month_of(month: Meaning, year: int) -> Meaning | None:
    if year > 2100 or not isinstance(month.operator, Bare):
        return None
    return Meaning("DATE", In(month.operator.stretch, At(Interval.unit(Instant.of(year), Granularity.YEAR))))


def both(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    assert a.operator is not None
    assert b.operator is not None
    between = Between(a.operator, b.operator)
    return Meaning("DATE", a.operator, relation=between), Meaning("DATE", b.operator, relation=between)


RULES = (
    Rule("month", "named", "m:<month> !pm", lambda m: Meaning("DATE", Bare(MonthOfYear(m)))),
    Rule("yesterday", "date", "<deictic>", lambda: Meaning("DATE", Shift(Duration.of(1, Granularity.DAY), -1))),
)
COMPOSED = (
    Rule("month of year", "date", "m:<named> ,? y:<year>", month_of),
    Rule("much later", "date", "a:<any> post", lambda a: a),
)
RELATED = (
    Rule("from to", "done", "s:ab a:<any> t:ad b:<any>", lambda _s, a, _t, b: both(a, b), {}, ("a", "b"), ("s", "t")),
)


@pytest.fixture(scope="session")
def toy() -> Language:
    return Language(
        code="xx",
        classify=classify,
        levels=(Level("words", RULES), Level("composed", COMPOSED, repeat=True), Level("related", RELATED)),
        vocabulary=("mensis", "heri", "1999", "7", ".", ","),
        unions={"any": ("named", "date")},
        tense=TenseCues(future=re.compile(r"\berit\b"), past=re.compile(r"\berat\b")),
        furniture=FurnitureData("Scribe!.*", "Per [A-Z].*", "©.*", "[A-Z]+ --", frozenset(), "^$"),
    )
