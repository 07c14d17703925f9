"""What rules of several levels decide, they decide alike."""

from __future__ import annotations

import pytest

from timeline import find_times

PUBLISHED = "2022-07-22"


def values(text: str) -> list[str]:
    return [found.value for found in find_times(text, PUBLISHED)]


@pytest.mark.parametrize(("digits", "year"), [("39", "2039"), ("40", "1940"), ("98", "1998"), ("00", "2000")])
def test_two_digits_are_one_year_wherever_they_stand(digits: str, year: str) -> None:
    assert values(f"It closed on July 4, '{digits}.") == [f"{year}-07-04"]
    assert values(f"It closed on 7/4/{digits}.") == [f"{year}-07-04"]
    assert values(f"It closed on 4-Jul-{digits}.") == [f"{year}-07-04"]
    assert values(f"It closed in FY{digits}.") == [year]
    assert values(f"It closed in Q3 '{digits}.") == [f"{year}-Q3"]


@pytest.mark.parametrize(
    ("part", "hour", "value"),
    [("morning", "eight", "T08:00"), ("afternoon", "three", "T15:00"), ("evening", "seven", "T19:00")],
)
def test_a_part_of_the_day_tells_its_half(part: str, hour: str, value: str) -> None:
    assert values(f"They met at {hour} in the {part}.") == [f"2022-07-22{value}"]
    assert values(f"They met at {hour} o'clock this {part}.") == [f"2022-07-22{value}"]
    assert values(f"They met on Thursday {part} at {hour}.") == [f"2022-07-21{value}"]


@pytest.mark.parametrize("number", ["first", "second", "third", "fourth"])
def test_a_quarter_is_one_however_it_is_written(number: str) -> None:
    token = f"Q{['first', 'second', 'third', 'fourth'].index(number) + 1}"
    assert values(f"It grew in the {number} quarter of 2019.") == [f"2019-{token}"]
    assert values(f"It grew in the {number} quarter of fiscal 2019.") == [f"2019-{token}"]
    assert values(f"It grew in {token} FY2019.") == [f"2019-{token}"]
    assert values(f"It grew in {token} 2019.") == [f"2019-{token}"]


def test_no_year_has_a_fifth_quarter() -> None:
    assert "Q5" not in "".join(
        values("It grew in the fifth quarter of 2019, the fifth quarter of fiscal 2019, Q5 FY2019.")
    )


@pytest.mark.parametrize(
    "written", ["9 May [O.S. 29 April] 1682", "9 May 1682 [O.S. 29 April]", "May 9 [O.S. April 29], 1682"]
)
def test_a_day_of_both_calendars_in_square_brackets_is_one(written: str) -> None:
    assert values(f"He was born on {written} in Riga.") == ["1682-05-09"]


@pytest.mark.parametrize(
    "text", ["It was printed there [1914] twice.", "sshd[1942]: it failed", "as shown [1914–1918] here"]
)
def test_a_number_in_square_brackets_is_a_reference(text: str) -> None:
    assert values(text) == []
