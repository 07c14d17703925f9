from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import Extractor, InputError, Locale, Timeline, find_times, languages

MONTHS = st.none() | st.integers(1, 12)
LOCALES = st.builds(
    Locale,
    day_first=st.booleans(),
    hemisphere=st.sampled_from(["north", "south"]),
    fiscal_year_start=MONTHS,
    fiscal_year_named=st.sampled_from(["begin", "end"]),
    school_year_start=MONTHS,
)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"day_first": None}, "day_first must be bool, not None"),
        ({"day_first": "no"}, "day_first must be bool, not 'no'"),
        ({"day_first": float("nan")}, "day_first must be bool, not nan"),
        ({"day_first": 1}, "day_first must be bool, not 1"),
        ({"hemisphere": ["south"]}, r"hemisphere must be 'north' or 'south', not \['south'\]"),
        ({"fiscal_year_start": 4.0}, "fiscal_year_start must be a month from 1 to 12, not 4.0"),
        ({"school_year_start": "9"}, "school_year_start must be a month from 1 to 12, not '9'"),
        ({"hemisphere": "west"}, "hemisphere must be 'north' or 'south', not 'west'"),
        ({"fiscal_year_start": 13}, "fiscal_year_start must be a month from 1 to 12, not 13"),
        ({"school_year_start": True}, "school_year_start must be a month from 1 to 12, not True"),
        ({"fiscal_year_named": "middle"}, "fiscal_year_named must be 'begin' or 'end', not 'middle'"),
    ],
)
def test_what_is_no_setting_is_refused(chosen: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=told):
        Locale(**chosen)


def test_a_language_is_built_once_for_each_locale() -> None:
    assert languages.get("en") is languages.get("en", Locale())
    south = languages.get("en", Locale(hemisphere="south"))
    assert south is languages.get("en", Locale(hemisphere="south"))
    assert south is not languages.get("en")


def test_locales_do_not_mix() -> None:
    text = "It burned on 03/04/2021 and last summer."
    north, south = Extractor(), Extractor(locale=Locale(hemisphere="south", day_first=True))
    for _ in range(2):
        assert [found.value for found in north.find_times(text, "2024-03-13")] == ["2021-03-04", "2023-SU"]
        assert [found.interval and found.interval.edtf for found in south.find_times(text, "2024-03-13")] == [
            "2021-04-03",
            "2023-12/2024-02",
        ]


@given(st.integers(1, 31), st.integers(1, 31))
@settings(deadline=None)
def test_day_first_swaps_value_and_alternative(first: int, second: int) -> None:
    text = f"It closed on {first}/{second}/2021."
    month_first, day_first = (
        [(found.value, found.alternatives) for found in find_times(text, locale=Locale(day_first=order))]
        for order in (False, True)
    )
    if month_first and month_first[0][1]:
        (value, (other,)), (swapped, (second_other,)) = month_first[0], day_first[0]
        assert (value, other.value) == (second_other.value, swapped)
        assert other.confidence < find_times(text)[0].confidence
    else:
        assert month_first == day_first


@given(LOCALES)
@settings(max_examples=8, deadline=None)  # each makes a grammar of its own
def test_the_settings_are_part_of_the_result(locale: Locale) -> None:
    result = Extractor(locale=locale, domain="narrative").tag("in May", "2022-07-22")
    assert Timeline.from_json(result.to_json()) == result
    data = json.loads(result.to_json())["provenance"]
    assert (data["locale"], data["domain"]) == (locale.to_dict(), "narrative")
    del data["locale"], data["domain"]
    old = json.loads(result.to_json()) | {"provenance": data}
    assert Timeline.from_dict(old).provenance.locale == Locale()


@pytest.mark.parametrize(
    "locale", [Locale(fiscal_year_start=month, school_year_start=13 - month) for month in (1, 7, 12)]
)
@pytest.mark.parametrize("text", ["fiscal 2022", "Q3 FY2022", "the 2021-22 school year", "last summer", "5/6/2021"])
def test_every_locale_reads_them(locale: Locale, text: str) -> None:
    (found,) = find_times(f"It grew in {text}.", "2022-07-22", locale=locale)
    assert found.interval is not None
    assert found.interval.begin.earliest is not None
