"""Lists and ranges of any length, order and joint: each item takes what it leaves out from the one that says it."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import find_times

PUBLISHED = "2022-07-22"
MONTHS = list(calendar.month_name)[1:]
JOINTS = ["to", "through", "thru", "until", "till", "–", " – ", "~"]
days_of_a_list = st.lists(st.integers(1, 28), min_size=2, max_size=4, unique=True).map(sorted)
months_of_a_list = st.lists(st.integers(1, 12), min_size=2, max_size=4, unique=True).map(sorted)
years = st.integers(1800, 2099)


def values(text: str) -> list[str]:
    return [found.value for found in find_times(text, PUBLISHED)]


def listed(items: list[str], serial: str) -> str:
    *first, last = items
    return f"{', '.join(first)}{serial if len(first) > 1 else ''} and {last}"


@given(days=days_of_a_list, month=st.sampled_from(MONTHS), year=years, serial=st.sampled_from(["", ","]))
def test_days_have_one_month_and_year(days: list[int], month: str, year: int, serial: str) -> None:
    expected = [dt.date(year, MONTHS.index(month) + 1, day).isoformat() for day in days]
    numbers = listed([str(day) for day in days], serial)
    assert values(f"It rained on {numbers} {month} {year}.") == expected
    assert values(f"It rained on {month} {numbers}, {year}.") == expected


@given(months=months_of_a_list, year=years, serial=st.sampled_from(["", ","]), short=st.booleans())
def test_months_have_one_year(months: list[int], year: int, serial: str, *, short: bool) -> None:
    names = [MONTHS[month - 1] for month in months]
    if short:
        names = [name if len(name) < 5 else f"{name[:3]}." for name in names]
    expected = [f"{year:04}-{month:02}" for month in months]
    assert values(f"It rained in {listed(names, serial)} {year}.") == expected


@given(quarters=st.lists(st.integers(1, 4), min_size=2, max_size=4, unique=True).map(sorted), year=years)
def test_quarters_have_one_year(quarters: list[int], year: int) -> None:
    names = listed([f"Q{quarter}" for quarter in quarters], "")
    assert values(f"Sales fell in {names} {year}.") == [f"{year:04}-Q{quarter}" for quarter in quarters]


@pytest.mark.parametrize("joint", JOINTS)
@pytest.mark.parametrize(
    ("first", "last", "meant"),
    [
        ("from 3", "5 May 2019", "2019-05-03/2019-05-05"),
        ("from the 3rd", "the 5th of May 2019", "2019-05-03/2019-05-05"),
        ("from May 3", "5, 2019", "2019-05-03/2019-05-05"),
        ("from May 3", "June 5, 2019", "2019-05-03/2019-06-05"),
        ("from 3 May", "5 June 2019", "2019-05-03/2019-06-05"),
        ("from Aug.", "Dec. 2019", "2019-08/2019-12"),
        ("from November", "February 2019", "2018-11/2019-02"),
        ("from Q1", "Q3 2018", "2018-01/2018-09"),
        ("from the first", "the third quarter of 2018", "2018-01/2018-09"),
        ("in 2014", "2018", "2014/2018"),
        ("from May 2014", "June 2018", "2014-05/2018-06"),
        ("from winter", "spring 2019", "2018-12/2019-05"),
        ("from Monday", "Thursday of last week", "2022-07-11/2022-07-14"),
    ],
)
def test_the_ends_of_a_range_share_its_interval(first: str, joint: str, last: str, meant: str) -> None:
    if joint in {"~", "–"} and "." in first:
        pytest.skip("a full stop before a dash within a word ends a sentence")
    between = joint if joint in {"–", " – ", "~"} else f" {joint} "
    text = f"It was shut {first}{between}{last}"
    found = find_times(f"{text}; it is open now.", PUBLISHED)[:-1]
    assert {each.interval and each.interval.edtf for each in found} == {meant}
    assert found[-1].end == len(text)


@pytest.mark.parametrize("last", ["5 May 2019", "May 5, 2019", "June 2019", "2019", "Q3 2019"])
def test_and_joins_a_range_behind_between_alone(last: str) -> None:
    first = {"5 May 2019": "3 May", "May 5, 2019": "May 3", "June 2019": "May", "2019": "2014", "Q3 2019": "Q1"}[last]
    shared = {found.interval for found in find_times(f"It was shut between {first} and {last}.", PUBLISHED)}
    assert len(shared) == 1
    single = [found.interval for found in find_times(f"It was shut in {first} and {last}.", PUBLISHED)]
    assert len(single) == 2
    assert single[0] != single[1]
