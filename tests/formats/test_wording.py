from __future__ import annotations

import pytest

from timeline import Bound, Granularity, Instant, Interval
from timeline.formats.wording import describe, describe_recurrence

YEAR, MONTH, DAY = Granularity.YEAR, Granularity.MONTH, Granularity.DAY
NOON = Instant.of(2022, 7, 22, 12)
FRIDAY = Instant.of(2022, 7, 22)


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
        (unit(1900, Granularity.CENTURY), "1900–1999"),
        (unit(2022, Granularity.QUARTER, 4), "2022-04–2022-06"),
        (unit(2022, Granularity.WEEK, 7, 22), "2022-07-18–2022-07-24"),
        (Interval.unit(NOON, Granularity.HOUR), "2022-07-22 12:00"),
        (Interval.unit(NOON, Granularity.HOUR, 3), "2022-07-22 12:00–15:00"),
        (Interval.exact(NOON, Instant.of(2022, 7, 22, 17, 1), Granularity.MINUTE), "2022-07-22 12:00–17:00"),
        (Interval.unit(FRIDAY, Granularity.HOUR, 6), "2022-07-22 00:00–06:00"),
        (Interval.unit(FRIDAY, Granularity.MINUTE), "2022-07-22"),
        (Interval.unit(NOON, Granularity.HOUR, 20), "2022-07-22 12:00–2022-07-23 08:00"),
        (Interval.exact(NOON, NOON.shift(1, DAY)), "2022-07-22 12:00–2022-07-23 12:00"),
        (Interval.exact(NOON, NOON, Granularity.SECOND), "2022-07-22 12:00"),
        (unit(2022, MONTH, 5).somewhere_within(), "in 2022-05"),
        (unit(2022, DAY, 5, 4).somewhere_within(), "on 2022-05-04"),
        (Interval(Bound(), Bound(None, NOON)), "2022-07-22 12:00 or earlier"),
        (Interval(Bound(None, FRIDAY), Bound(None, FRIDAY)), "2022-07-21 or earlier"),
        (Interval(Bound(FRIDAY, None), Bound(FRIDAY, None)), "2022-07-22 or later"),
        (Interval(Bound(FRIDAY, None), Bound()), "2022-07-22 or later"),
        (Interval(Bound.at(FRIDAY), Bound()), "from 2022-07-22"),
        (Interval(Bound.at(Instant.of(2019)), Bound(), YEAR), "from 2019"),
        (Interval(Bound.at(Instant.of(2019, 4)), Bound(), MONTH), "from 2019-04"),
        (Interval(Bound(Instant.of(2019), Instant.of(2020)), Bound(), YEAR), "from 2019"),
        (Interval(Bound(Instant.of(2019), Instant.of(2020)), Bound(Instant.of(2019), None), YEAR), "from 2019"),
        (
            Interval(Bound(Instant.of(1995), Instant.of(2000)), Bound(FRIDAY, None), YEAR),
            "1995–1999 to 2022-07-22 or later",
        ),
        (Interval(Bound(Instant.of(1972), Instant.of(1973)), Bound.at(FRIDAY), YEAR), "1972 to 2022-07-21"),
        (Interval(Bound.at(Instant.of(2010)), Bound(Instant.of(2015), Instant.of(2016)), YEAR), "2010 to 2015"),
        (Interval(Bound.at(Instant.of(2010)), Bound(None, FRIDAY), YEAR), "2010 to 2022-07-21 or earlier"),
        (Interval(Bound(), Bound.at(Instant.of(2019))), "unknown to 2018-12-31"),
        (Interval(Bound(None, FRIDAY), Bound(FRIDAY, None)), "ongoing on 2022-07-22"),
        (Interval(Bound(None, FRIDAY), Bound(FRIDAY.shift(1, DAY), None)), "ongoing on 2022-07-22"),
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
