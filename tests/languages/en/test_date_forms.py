"""A day with its year means that day in whatever order, case, spelling and with whatever separators it is written."""

from __future__ import annotations

import calendar
import datetime as dt

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import find_times

PUBLISHED = "2031-06-15"
_DIGITS = "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen"
SMALL = ["", *_DIGITS.split(), "eighteen", "nineteen"]
TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_IRREGULAR = {
    "one": "first", "two": "second", "three": "third", "five": "fifth", "eight": "eighth", "nine": "ninth",
    "twelve": "twelfth", "twenty": "twentieth", "thirty": "thirtieth",
}  # fmt: skip


def in_words(number: int, joint: str = "-") -> str:
    """Spell a number below a hundred."""
    if number < len(SMALL):
        return SMALL[number]
    tens, unit = divmod(number, 10)
    return f"{TENS[tens]}{joint}{SMALL[unit]}" if unit else TENS[tens]


def nth_in_words(number: int, joint: str = "-") -> str:
    """Spell an ordinal below a hundred."""
    *before, last = in_words(number, "-").split("-")
    return joint.join([*before, _IRREGULAR.get(last, f"{last}th")])


def nth(number: int) -> str:
    """Write an ordinal in digits."""
    ending = "th" if 11 <= number <= 13 else {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")
    return f"{number}{ending}"


def year_in_words(year: int) -> str:
    """Spell a year of the twentieth or the twenty-first century as it is said."""
    century, rest = divmod(year, 100)
    if year >= 2000:
        return f"two thousand and {in_words(rest)}" if rest else "two thousand"
    if not rest:
        return "nineteen hundred"
    return f"nineteen oh {in_words(rest)}" if rest < 10 else f"{in_words(century)} {in_words(rest)}"


FORMS = (
    "{d} {month} {y}", "{d} {short} {y}", "{d} {month}, {y}", "{nth} {month} {y}", "{nth} of {month}, {y}",
    "the {nth} of {month} {y}", "the {nth} day of {month}, {y}", "this {nth_words} day of {month}, {y}",
    "the {nth_words} of {month} {y}", "the {nth_spaced} of {month}, {y}", "the {nth_words} of {month}, {year_words}",
    "{month} {d}, {y}", "{month} {d} {y}", "{short} {d}, {y}", "{dotted} {d}, {y}", "{month} {nth}, {y}",
    "{month} the {nth}, {y}", "{month}, {nth} {y}", "{month} {nth_words}, {y}", "{month} {nth_words} {year_words}",
    "{month} {d}, {year_words}", "{month} {words} {y}", "{month} {d},{y}", "{dotted}{d}, {y}", "{month}{d}, {y}",
    "{short}{d} {y}", "{d}{month} {y}", "{nth}{month} {y}", "{y} {long} {d}", "{y}, {long} {d}", "{y} {short} {dd}",
    "{y}-{short}-{dd}", "{y}/{short}/{dd}", "{dd}-{short}-{y}", "{d}-{month}-{y}", "{dd}/{short}/{y}",
    "{short}-{dd}-{y}", "{short}/{dd}/{y}", "{month}-{d}, {y}", "{y}-{mm}-{dd}", "{y}-{m}-{d}", "{y}/{mm}/{dd}",
    "{y}/{m}/{d}", "{y}.{mm}.{dd}", "{y} {mm} {dd}", "{dd}.{mm}.{y}",
)  # fmt: skip
BETWEEN_SENTENCES = "It happened on {}."
CASES = {"as written": str, "small letters": str.lower, "capitals": str.upper}
NEED_CAPITALS = frozenset({"{y} {long} {d}", "{y}, {long} {d}", "{y} {short} {dd}"})
"""In small letters "2014 may 5" may be a verb between two numbers."""


def written(form: str, day: dt.date) -> str:
    """Write a day in one of the forms."""
    month = calendar.month_name[day.month]
    return form.format(
        d=day.day,
        dd=f"{day.day:02}",
        m=day.month,
        mm=f"{day.month:02}",
        y=day.year,
        month=month,
        long=month,
        short=month[:3],
        dotted=month if len(month) == 3 else f"{month[:3]}.",
        nth=nth(day.day),
        words=in_words(day.day),
        nth_words=nth_in_words(day.day),
        nth_spaced=nth_in_words(day.day, " "),
        year_words=year_in_words(day.year),
    )


@pytest.mark.parametrize("case", CASES)
@pytest.mark.parametrize("form", FORMS)
@settings(max_examples=15)
@given(day=st.dates(dt.date(1900, 1, 1), dt.date(2031, 12, 31)))
def test_a_day_is_that_day_in_any_form(form: str, case: str, day: dt.date) -> None:
    if form in NEED_CAPITALS and case == "small letters":
        return
    text = CASES[case](written(form, day))
    found = [(each.text, each.value) for each in find_times(BETWEEN_SENTENCES.format(text), PUBLISHED)]
    assert found == [(text, day.isoformat())]


@pytest.mark.parametrize(
    "form",
    ["{month} {d}, {y}", "{d} {month} {y}", "{y} {long} {d}", "{short}-{dd}-{y}", "{month} {d} - {next}, {y}"],
)
@pytest.mark.parametrize("month", [2, 4, 6, 9, 11])
def test_of_a_day_that_the_calendar_does_not_have_the_month_is_kept(form: str, month: int) -> None:
    name = calendar.month_name[month]
    last = 30 if month == 2 else 31
    text = form.replace("{d} - {next}", f"20 - {last}").format(
        d=last, dd=last, y=2021, month=name, long=name, short=name[:3]
    )
    (found,) = find_times(f"The bond ran until {text}.", PUBLISHED)
    assert (found.text, found.value) == (text, f"2021-{month:02}")
    assert found.confidence < 0.7


STAMPS = (
    "{w} {short} {dd} 09:15:20 {y}", "{w} {short} {dd} 09:15:20 UTC {y}", "{w}, {dd} {short} {y} 09:15:20",
    "{w} {y}-{mm}-{dd} 09:15:20", "{w} {short} {dd} 09:15:20 {y} +0100", "{w} {short} {dd} 09:15:20 {y} -0430",
    "{y}-{mm}-{dd}T09:15:20.250Z", "{y}-{mm}-{dd}T09:15:20+0100",
)  # fmt: skip


@pytest.mark.parametrize("form", STAMPS)
@settings(max_examples=15)
@given(day=st.dates(dt.date(1970, 1, 1), dt.date(2031, 12, 31)))
def test_a_stamp_takes_its_year_wherever_it_stands(form: str, day: dt.date) -> None:
    text = written(form.replace("{w}", calendar.day_abbr[day.weekday()]), day)
    (found,) = find_times(f"seen at {text} by all", PUBLISHED)
    assert found.text == text
    assert found.value.startswith(f"{day.isoformat()}T09:15:20")
