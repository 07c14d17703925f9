"""On which days holidays lie: by the rules of their calendars, and in which years."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import find_times
from timeline.calculus.instants import Instant
from timeline.languages.en.festivals import FESTIVALS, NEW_YEARS
from timeline.languages.en.fixed_days import FIXED, WORLD_DAYS
from timeline.languages.en.movable import FROM_EASTER, MOVABLE, easter, moved
from timeline.languages.en.nations import NATIONAL_DAYS, NATIONS
from timeline.languages.observances import julian_easter, orthodox_easter


def day(text: str) -> str:
    (found,) = find_times(text, "2022-07-22")
    return found.value


@given(st.integers(1583, 3000))
def test_easter_is_a_sunday_of_spring(year: int) -> None:
    month, of_month = easter(year)
    assert (3, 22) <= (month, of_month) <= (4, 25)
    assert Instant.of(year, month, of_month).weekday == 7


@given(st.integers(1583, 3000))
def test_orthodox_easter_is_a_sunday_no_earlier_than_the_western(year: int) -> None:
    found = orthodox_easter(year)
    assert found is not None
    assert Instant.of(year, *found).weekday == 7
    assert found >= easter(year)


@given(st.integers(300, 1582))
def test_before_the_gregorian_calendar_there_is_one_easter(year: int) -> None:
    assert easter(year) == orthodox_easter(year) == julian_easter(year)


@given(st.integers(300, 2200), st.sampled_from(sorted(FROM_EASTER.values())))
def test_days_counted_from_easter_exist(year: int, days: int) -> None:
    found = moved(easter, days)(year)
    if found is not None:  # 29 February of a year that has none in the Gregorian calendar
        assert Instant.of(year, *found).date[1:] == found


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("on Thanksgiving 1863", "1863-11-26"),
        ("on Thanksgiving 1939", "1939-11-23"),
        ("on Thanksgiving 1945", "1945-11-22"),
        ("on Memorial Day 1960", "1960-05-30"),
        ("on Memorial Day 1971", "1971-05-31"),
        ("on Veterans Day 1975", "1975-10-27"),
        ("on Washington's Birthday 1932", "1932-02-22"),
        ("on Inauguration Day 1933", "1933-03-04"),
        ("on Tax Day 2011", "2011-04-18"),
        ("on King's Day 2014", "2014-04-26"),
        ("on Earth Hour 2018", "2018-03-24"),
        ("at Hanukkah 1944", "1944-12-11"),
        ("on Yom Kippur 1973", "1973-10-06"),
        ("on Purim 1946", "1946-03-17"),
        ("on Tu Bishvat 2019", "2019-01-21"),
        ("on Easter 1066", "1066-04-16"),
        ("on Ash Wednesday 1400", "1400-03-03"),
    ],
)
def test_days_of_the_past(text: str, value: str) -> None:
    assert day(text) == value


@pytest.mark.parametrize("text", ["on Thanksgiving 1850", "on Labor Day 1800", "on Earth Hour 1990", "on Kwanzaa 1950"])
def test_before_it_was_kept_a_holiday_has_no_day(text: str) -> None:
    assert day(text) == "XXXX-XX-XX"


@pytest.mark.parametrize("name", ["Independence Day", "Republic Day", "Constitution Day", "National Day"])
@pytest.mark.parametrize("written", ["{} {}", "{}'s {}"])
def test_what_an_unknown_nation_keeps_has_no_day(name: str, written: str) -> None:
    text = f"It rained on {written.format('Ruritania', name)}."
    assert all(found.interval is None for found in find_times(text, "2022-07-22"))


def test_every_nation_that_keeps_a_day_has_a_name() -> None:
    told = {*NATIONS.values(), "KR", "KP", "ZA", "LK", "NZ", "SA", "SV", "CR", "SS"}
    assert {code for days in NATIONAL_DAYS.values() for code in days} <= told


def test_fixed_days_are_days() -> None:
    days = [
        *FIXED.values(),
        *WORLD_DAYS.values(),
        *(d for each in NATIONAL_DAYS.values() for d in each.values() if isinstance(d, tuple)),
    ]
    assert [found for found in days if Instant.of(2022, *found).date[1:] != found] == []


def test_moving_days_lie_where_their_rows_say() -> None:
    rows = {name: (row[0], row[-1]) for name, row in {**MOVABLE, **FESTIVALS, **NEW_YEARS}.items()}
    told = {name: example for name, (_, example) in rows.items()}
    found = {name: day_in(int(told[name][:4])) for name, (day_in, _) in rows.items()}
    assert {name: f"{told[name][:4]}-{d[0]:02}-{d[1]:02}" for name, d in found.items() if d is not None} == told
