from __future__ import annotations

import datetime as dt

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline.calculus.instants import Instant
from timeline.errors import PublicationDateError
from timeline.publication import parse_publication

EAST = dt.timezone(dt.timedelta(hours=9))


@pytest.mark.parametrize(
    ("given_value", "expected"),
    [
        (None, None),
        (Instant.of(2022, 7, 22), "2022-07-22"),
        (dt.date(2022, 7, 22), "2022-07-22"),
        (dt.datetime(2022, 7, 22, 10, 30), "2022-07-22T10:30"),
        (dt.datetime(2022, 7, 22, 10, 30, tzinfo=EAST), "2022-07-22T10:30+09:00"),
        (dt.date.min, "0001-01-01"),
        (dt.date.max, "9999-12-31"),
        ("2022-07-22", "2022-07-22"),
        (" 2022-07-22\n", "2022-07-22"),
        ("2022-07-22T10:30", "2022-07-22T10:30"),
        ("2022-07-22 10:30", "2022-07-22T10:30"),
        ("2022-07-22T10:30:15Z", "2022-07-22T10:30:15+00:00"),
        ("2022-07-22T10:30:00.123-04:00", "2022-07-22T10:30-04:00"),
        ("20220722T1030Z", "2022-07-22T10:30+00:00"),
        ("20220722", "2022-07-22"),
        ("2022-W29-5", "2022-07-22"),
        ("0001-01-01", "0001-01-01"),
        ("9999-12-31T23:59", "9999-12-31T23:59"),
        ("-0043-03-15", "-0043-03-15"),
        ("+12022-07-22", "+12022-07-22"),
        ("2022/07/22", "2022-07-22"),
        ("2022/07/22 10:30", "2022-07-22T10:30"),
        ("22/07/2022", "2022-07-22"),
        ("07/22/2022", "2022-07-22"),
        ("22.7.2022", "2022-07-22"),
        ("04/04/2022", "2022-04-04"),
        ("22 July 2022", "2022-07-22"),
        ("July 22, 2022 10:30", "2022-07-22T10:30"),
        ("July 22nd, 2022", "2022-07-22"),
        ("Friday, 22 July 2022", "2022-07-22"),
        ("22 juillet 2022", "2022-07-22"),
        ("22. Juli 2022", "2022-07-22"),
        ("Fri, 22 Jul 2022 10:30:00 +0900", "2022-07-22T10:30+09:00"),
        ("Fri, 22 Jul 2022 10:30:00 GMT", "2022-07-22T10:30+00:00"),
    ],
)
def test_reads(given_value: str | dt.date | Instant | None, expected: str | None) -> None:
    found = parse_publication(given_value)
    assert (None if found is None else found.isoformat()) == expected


@pytest.mark.parametrize(
    "refused",
    [
        "",
        " ",
        "yesterday",
        "today",
        "now",
        "gestern",
        "hier",
        "5 days ago",
        "in two weeks",
        "Friday",
        "Friday 22 July",
        "July 2022",
        "2022",
        "2022-07",
        "10:30",
        "1658487600",
        "22 July 22",
        "22/07/22",
        "03/04/2022",
        "2022-02-30",
        "2022-13-01",
        "2022-07-22T25:00",
        "31 February 2022",
        "99/99/2022",
        "22/07/2022 at noon",
        "\ud800",
        "x" * 100_000,
    ],
)
def test_refuses_what_is_not_one_certain_day(refused: str) -> None:
    with pytest.raises(PublicationDateError, match="accepted are") as caught:
        parse_publication(refused)
    assert repr(refused)[:40] in str(caught.value)
    assert len(str(caught.value)) < 700


@pytest.mark.parametrize("refused", [True, 20220722, 1.5, b"2022-07-22", ["2022-07-22"]])
def test_refuses_other_types_by_name(refused: object) -> None:
    with pytest.raises(PublicationDateError, match=type(refused).__name__):
        parse_publication(refused)  # type: ignore[arg-type]


def test_ambiguous_numbers_ask_for_iso() -> None:
    with pytest.raises(PublicationDateError, match="day first or month first"):
        parse_publication("03/04/2022")


@given(st.datetimes(timezones=st.none() | st.just(EAST)))
def test_datetimes_survive_to_the_second(moment: dt.datetime) -> None:
    found = parse_publication(moment)
    assert found is not None
    assert parse_publication(found.isoformat()) == found
    assert (found.date, found.hour, found.minute) == (
        (moment.year, moment.month, moment.day),
        moment.hour,
        moment.minute,
    )


@given(st.text(max_size=40) | st.text("0123456789/-.: TZaJulyFri", max_size=20))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        found = parse_publication(text)
    except PublicationDateError:
        return
    assert isinstance(found, Instant)
