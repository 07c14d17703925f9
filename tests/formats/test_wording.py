from __future__ import annotations

import pytest

from timeline import Bound, Granularity, Instant, Interval
from timeline.formats.wording import describe, describe_recurrence

YEAR, MONTH, DAY = Granularity.YEAR, Granularity.MONTH, Granularity.DAY
NOON = Instant.of(2022, 7, 22, 12)


def unit(year: int, granularity: Granularity, month: int = 1, day: int = 1) -> Interval:
    return Interval.unit(Instant.of(year, month, day), granularity)


@pytest.mark.parametrize(
    ("interval", "words"),
    [
        (unit(2022, DAY, 7, 22), "2022-07-22"),
        (unit(2022, MONTH, 12), "2022-12"),
        (unit(2022, YEAR), "2022"),
        (unit(-43, YEAR), "44 BC"),
        (unit(1990, Granularity.DECADE), "1990s"),
        (unit(1900, Granularity.CENTURY), "1900 to 1999"),
        (unit(2022, Granularity.QUARTER, 4), "2022-04 to 2022-06"),
        (unit(2022, Granularity.WEEK, 7, 22), "2022-07-18 to 2022-07-24"),
        (Interval.unit(NOON, Granularity.HOUR), "2022-07-22 12:00"),
        (Interval.exact(NOON, NOON.shift(1, DAY)), "2022-07-22 12:00 to 2022-07-23 12:00"),
        (Interval.exact(NOON, NOON, Granularity.SECOND), "2022-07-22 12:00"),
        (unit(2022, MONTH, 5).somewhere_within(), "in 2022-05"),
        (Interval(Bound(), Bound(None, NOON)), "before 2022-07-22 12:00"),
        (Interval(Bound(Instant.of(2023), None), Bound()), "after 2023-01-01"),
        (Interval(Bound.at(Instant.of(2019)), Bound()), "2019-01-01 to unknown"),
        (Interval(Bound(Instant.of(2019), Instant.of(2020)), Bound(), YEAR), "2019 to unknown"),
        (Interval(Bound(), Bound.at(Instant.of(2019))), "unknown to 2019-01-01"),
        (
            Interval(Bound(None, Instant.of(2019)), Bound(Instant.of(2020), None)),
            "2019-01-01 or earlier to 2020-01-01 or later",
        ),
        (Interval(Bound(), Bound()), "unknown"),
    ],
)
def test_intervals(interval: Interval, words: str) -> None:
    assert describe(interval) == words


@pytest.mark.parametrize(
    ("rrule", "words"),
    [
        ("FREQ=YEARLY", "yearly"),
        ("FREQ=DAILY;INTERVAL=3", "every 3 days"),
        ("FREQ=WEEKLY;BYDAY=MO", "weekly (BYDAY=MO)"),
        ("nonsense", "nonsense"),
        ("", ""),
    ],
)
def test_recurrences(rrule: str, words: str) -> None:
    assert describe_recurrence(rrule) == words
