"""Recurrences are rules of RFC 5545, as another reader of it takes them."""

from __future__ import annotations

import datetime as dt
import itertools
import re

import pytest
from attrs import evolve
from dateutil.rrule import rrulestr

from timeline import Alternative, find_times, languages

SHARE = 0.0  # is not compared
FRIDAY = "2022-07-22"
START = dt.datetime(2022, 7, 22)
EXAMPLES = sorted(
    {
        re.sub(r"[\[\]]", "", example)
        for level in languages.get("en").levels
        for rule in level.rules
        for example in rule.examples
    }
)
RULES = sorted(
    {
        (rule, example)
        for example in EXAMPLES
        for found in find_times(example, FRIDAY)
        for rule in (found.rrule, *(other.rrule for other in found.alternatives))
        if rule is not None
    }
)


def test_there_are_many() -> None:
    assert len(RULES) > 40


@pytest.mark.parametrize(("rule", "example"), RULES)
def test_recurrence_can_be_followed(rule: str, example: str) -> None:
    assert re.fullmatch(r"FREQ=(SECOND|MINUTE|HOUR|DAI|WEEK|MONTH|YEAR)LY(;[A-Z]+=[-\dA-Z,]+)*", rule)
    occurrences = list(itertools.islice(rrulestr(rule, dtstart=START), 3))
    assert len(occurrences) == 3, example


@pytest.mark.parametrize(
    ("said", "rule", "days"),
    [
        ("every other Friday", "FREQ=WEEKLY;INTERVAL=2;BYDAY=FR", ["07-22", "08-05", "08-19"]),
        ("the first Monday of every month", "FREQ=MONTHLY;BYDAY=1MO", ["08-01", "09-05", "10-03"]),
        ("the last day of each month", "FREQ=MONTHLY;BYMONTHDAY=-1", ["07-31", "08-31", "09-30"]),
        ("every Monday and Thursday", "FREQ=WEEKLY;BYDAY=MO,TH", ["07-25", "07-28", "08-01"]),
        ("each weekend", "FREQ=WEEKLY;BYDAY=SA,SU", ["07-23", "07-24", "07-30"]),
        ("every second week", "FREQ=WEEKLY;INTERVAL=2", ["07-22", "08-05", "08-19"]),
    ],
)
def test_recurrence_falls_on_the_days_that_are_meant(said: str, rule: str, days: list[str]) -> None:
    (found,) = find_times(f"They meet {said}.", FRIDAY)
    assert found.rrule == rule
    assert [f"{day:%m-%d}" for day in itertools.islice(rrulestr(rule, dtstart=START), 3)] == days


@pytest.mark.parametrize(
    ("said", "value", "other"),
    [
        ("bi-weekly", ("P2W", "FREQ=WEEKLY;INTERVAL=2"), Alternative("P1W", None, SHARE, "FREQ=WEEKLY")),
        ("bimonthly", ("P2M", "FREQ=MONTHLY;INTERVAL=2"), Alternative("P1M", None, SHARE, "FREQ=MONTHLY")),
        (
            "every second Tuesday",
            ("XXXX-WXX-2", "FREQ=WEEKLY;INTERVAL=2;BYDAY=TU"),
            Alternative("XXXX-WXX-2", None, SHARE, "FREQ=MONTHLY;BYDAY=2TU"),
        ),
    ],
)
def test_what_may_be_meant_otherwise_is_said(said: str, value: tuple[str, str], other: Alternative) -> None:
    (found,) = find_times(f"They meet {said}.", FRIDAY)
    assert (found.value, found.rrule) == value
    (alternative,) = found.alternatives
    assert evolve(alternative, confidence=SHARE) == other
    assert alternative.confidence <= found.confidence
    assert "may also mean" in found.why()
