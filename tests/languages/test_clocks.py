"""Times of day: what tells their half of the day and their day."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import find_times
from timeline.languages.clocks import TwelveHour, clock_of, in_half, in_part, settled
from timeline.languages.en.zones import PLACES

if TYPE_CHECKING:
    from timeline.calculus.recurring import ClockTime

PUBLISHED = "2022-07-22"
HOURS, MINUTES = st.integers(1, 12), st.integers(0, 59)


def at(clock: ClockTime) -> int:
    return clock.hour * 60 + clock.minute


@given(HOURS, MINUTES, HOURS, MINUTES, st.sampled_from([0, 12]))
def test_the_untold_end_takes_the_half_nearer_to_the_other(a: int, m: int, b: int, n: int, half: int) -> None:
    told = in_half(clock_of(b, n), half)
    assert told is not None
    begin, end = settled(clock_of(a, m), told)
    assert end == told
    assert 0 < ((at(end) - at(begin)) % 1440 or 1440) <= 720
    begin, end = settled(told, clock_of(a, m))
    assert begin == told
    assert 0 < ((at(end) - at(begin)) % 1440 or 1440) <= 720


@given(HOURS, MINUTES, st.integers(13, 23), MINUTES)
def test_a_clock_of_24_hours_leaves_the_other_end_as_it_stands(a: int, m: int, b: int, n: int) -> None:
    begin, end = settled(clock_of(a, m), clock_of(b, n))
    assert (at(begin), at(end)) == (a * 60 + m, b * 60 + n)


@given(HOURS, MINUTES, st.sampled_from(["MO", "AF", "EV", "NI"]))
def test_a_part_of_the_day_tells_one_of_both_halves(hour: int, minute: int, part: str) -> None:
    clock = in_part(clock_of(hour, minute), part)
    assert clock.hour in {hour % 12, hour % 12 + 12}
    assert not isinstance(clock, TwelveHour)
    assert in_part(clock, "MO") == clock  # which is told already


@pytest.mark.parametrize(("hour", "half", "expected"), [(0, 0, 0), (0, 12, None), (15, 12, 15), (15, 0, None)])
def test_hours_of_24_contradict_a_half(hour: int, half: int, expected: int | None) -> None:
    found = in_half(clock_of(hour), half)
    assert (None if found is None else found.hour) == expected


@pytest.mark.parametrize(
    ("begin", "end", "expected"),
    [
        ("8 p.m.", "6 a.m.", "2022-07-22T20:00/2022-07-23T06:00"),
        ("8 a.m.", "6", "2022-07-22T08:00/2022-07-22T18:00"),
        ("11 p.m.", "3", "2022-07-22T23:00/2022-07-23T03:00"),
        ("9", "11 p.m.", "2022-07-22T21:00/2022-07-22T23:00"),
        ("22:00", "6:00", "2022-07-22T22:00/2022-07-23T06:00"),
        ("10:00", "07:00", "2022-07-22T10:00/2022-07-23T07:00"),
        ("noon", "midnight", "2022-07-22T12:00/2022-07-23T00:00"),
    ],
)
def test_both_ends_of_hours_have_one_interval(begin: str, end: str, expected: str) -> None:
    found = find_times(f"It was shut from {begin} to {end}.", PUBLISHED)
    assert [each.interval and each.interval.edtf for each in found] == [expected]


def test_words_leave_the_other_half_as_an_alternative() -> None:
    (found,) = find_times("They met at half past six.", PUBLISHED)
    assert (found.value, [each.value for each in found.alternatives]) == ("2022-07-22T06:30", ["2022-07-22T18:30"])
    (found,) = find_times("They met at 6:30.", PUBLISHED)
    assert found.alternatives == ()


@pytest.mark.parametrize("place", sorted(PLACES))
def test_the_clocks_of_places_have_an_offset(place: str) -> None:
    name = {"york": "New York", "kong": "Hong Kong"}.get(place, place.capitalize())
    for day in ("15 January 2019", "15 July 2019"):
        (found,) = find_times(f"It began on {day} at 9 a.m. {name} time.", PUBLISHED)
        assert found.text.endswith("time")
        assert len(found.value) > len("2019-01-15T09:00")


@pytest.mark.parametrize(
    ("day", "offset"),
    [
        ("30 March 2019", "Z"),
        ("31 March 2019", "+01:00"),
        ("26 October 2019", "+01:00"),
        ("27 October 2019", "Z"),
        ("1 July 1970", ""),
    ],
)
def test_summer_time_of_europe(day: str, offset: str) -> None:
    (found,) = find_times(f"It began on {day} at 9 a.m. London time.", PUBLISHED)
    assert found.value.partition("T09:00")[2] == offset
