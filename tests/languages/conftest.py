"""A little German, whose rules mean by what all languages share."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.operators import Last, Next, Now
from timeline.calculus.recurring import ClockTime, DayOfWeek, MonthOfYear, Unit
from timeline.expressions.finder import find_times
from timeline.languages.clocks import clock_on, hour_in_part, part_on
from timeline.languages.composed import beside, counted_from, nth_named, within
from timeline.languages.coordination import all_of, century_like, day_like, month_like
from timeline.languages.language import Language
from timeline.languages.meanings import amount, at_century, at_year, bare, date, day_of
from timeline.languages.ranges import between, since_last, so_far
from timeline.languages.rule import Level, Rule

MONTHS = {"mai": 5, "juni": 6, "august": 8}
WEEKDAYS = {"montag": 1, "dienstag": 2, "freitag": 5}
PARTS = {"abend": "EV", "morgen": "MO"}
UNITS = {"woche": Granularity.WEEK, "wochen": Granularity.WEEK, "jahr": Granularity.YEAR}


def classify(token: str) -> dict[str, Any]:
    word = token.lower()
    if match := re.fullmatch(r"(\d+)te[mnrs]?", token):
        return {"ord": int(match[1])}
    if token.isdigit():
        number = int(token)
        return {"number": number} | ({"year": number} if len(token) == 4 else {"day": number})
    for name, words in (("month", MONTHS), ("weekday", WEEKDAYS), ("pod", PARTS), ("unit", UNITS)):
        if word in words:
            return {name: words[word]}
    return {}


def _this(make: Any, unit: Granularity) -> Any:
    return date(make(Unit(unit), Now()))


NAMES = (
    Rule("calendar.day", "dated", "d:<ord> m:<month>", lambda d, m: day_of(m, d)),
    Rule("calendar.month", "named", "m:<month>", lambda m: bare(MonthOfYear(m))),
    Rule("calendar.weekday", "named", "w:<weekday>", lambda w: bare(DayOfWeek(w))),
    Rule("calendar.year", "dated", "y:<year>", lambda y: date(at_year(y))),
    Rule("calendar.century", "dated", "n:<ord> jahrhundert", lambda n: date(at_century(n))),
    Rule("calendar.clock", "clock", "h:<day> uhr", ClockTime),
    Rule("relative.next", "dated", "nächste|nächster u:<unit>", lambda u: _this(Next, u)),
    Rule("relative.last", "dated", "letzte|letztes u:<unit>", lambda u: _this(Last, u)),
    Rule("amount.weeks", "amount", "n:<day> u:<unit>", lambda n, u: amount(n, (u, 1))),
)
COMPOSED = (
    Rule("composition.within", "dated", "n:<named> y:<dated>", within),
    Rule("composition.nth", "dated", "n:<ord> w:<named> im m:<dated>", nth_named),
    Rule("composition.before", "dated", "w:<named> vor d:<dated>", lambda w, d: beside(Last, w, d)),
    Rule("composition.after", "dated", "a:<amount> nach d:<dated>", lambda a, d: counted_from(a, 1, d)),
    Rule("composition.clock", "time", "c:<clock> am d:<named>", clock_on),
    Rule("composition.hour", "time", "d:<named> p:<pod> um h:<day>", lambda d, p, h: hour_in_part(h, part_on(p, d))),
)
BESIDE = (
    Rule("list.days", "done", "a:<ord> und b:<dated>", lambda a, b: all_of(day_like(a, b), b), {}, ("a", "b")),
    Rule("list.months", "done", "a:<month|named> und b:<dated>", lambda a, b: all_of(_month(a, b), b), {}, ("a", "b")),
    Rule("list.centuries", "done", "a:<ord> bis b:<dated>", lambda a, b: all_of(century_like(a, b), b), {}, ("a", "b")),
    Rule("relation.between", "done", "von a:<any> bis b:<any>", between, {}, ("a", "b")),
    Rule("relation.since", "done", "seit a:<any>", since_last),
    Rule("relation.so-far", "done", "bisher im? a:<dated>", so_far),
)


def _month(a: Any, b: Any) -> Any:
    return month_like(a.operator.stretch.month, b)


@pytest.fixture(scope="session")
def read() -> Callable[[str], list[tuple[str, str]]]:
    """Give value and interval of each expression, as of Friday 2022-07-22."""
    german = Language(
        code="de",
        classify=classify,
        levels=(Level("names", NAMES), Level("composed", COMPOSED, repeat=True), Level("beside", BESIDE)),
        vocabulary=(*MONTHS, *map(str.capitalize, (*MONTHS, *WEEKDAYS)), "1999", "7", "3ter"),
        unions={"any": ("named", "dated", "time")},
    )

    def values(text: str) -> list[tuple[str, str]]:
        found = find_times(text, Instant.of(2022, 7, 22), german)
        return [(each.value, "" if each.interval is None else each.interval.edtf) for each in found]

    return values
