from __future__ import annotations

import itertools

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.calculus.notation import format_edtf, parse_edtf
from timeline.errors import NotationError

G = Granularity


def at(text: str | None) -> Instant | None:
    return None if text is None else Instant.parse(text)


def stretch(begin: str, end: str, unit: Granularity) -> Interval:
    return Interval.exact(Instant.parse(begin), Instant.parse(end), unit)


@pytest.mark.parametrize(
    ("text", "begin", "end", "unit"),
    [
        ("2022-07-22", "2022-07-22", "2022-07-23", G.DAY),
        ("2022-07", "2022-07-01", "2022-08-01", G.MONTH),
        ("2022", "2022-01-01", "2023-01-01", G.YEAR),
        ("0000", "0000-01-01", "0001-01-01", G.YEAR),
        ("9999", "9999-01-01", "+10000-01-01", G.YEAR),
        ("-0043", "-0043-01-01", "-0042-01-01", G.YEAR),
        ("-0043-03-15", "-0043-03-15", "-0043-03-16", G.DAY),
        ("Y12345", "+12345-01-01", "+12346-01-01", G.YEAR),
        ("Y-12345", "-12345-01-01", "-12344-01-01", G.YEAR),
        ("+12345-06-07", "+12345-06-07", "+12345-06-08", G.DAY),
        ("-12345-06", "-12345-06-01", "-12345-07-01", G.MONTH),
        ("201X", "2010-01-01", "2020-01-01", G.DECADE),
        ("000X", "0000-01-01", "0010-01-01", G.DECADE),
        ("19XX", "1900-01-01", "2000-01-01", G.CENTURY),
        ("2XXX", "2000-01-01", "3000-01-01", G.MILLENNIUM),
        ("2022-21", "2022-03-01", "2022-06-01", G.SEASON),
        ("2022-22", "2022-06-01", "2022-09-01", G.SEASON),
        ("2022-23", "2022-09-01", "2022-12-01", G.SEASON),
        ("2021-24", "2021-12-01", "2022-03-01", G.SEASON),
        ("2022-33", "2022-01-01", "2022-04-01", G.QUARTER),
        ("2022-36", "2022-10-01", "2023-01-01", G.QUARTER),
        ("2022-40", "2022-01-01", "2022-07-01", G.HALF),
        ("2022-41", "2022-07-01", "2023-01-01", G.HALF),
        ("2022-07-22T10:30:15", "2022-07-22T10:30:15", "2022-07-22T10:30:16", G.SECOND),
        ("2022-07-22T10:30", "2022-07-22T10:30", "2022-07-22T10:31", G.MINUTE),
        ("2022-07-22T10", "2022-07-22T10:00", "2022-07-22T11:00", G.HOUR),
        ("2022-07-22T10:30+09:00", "2022-07-22T10:30+09:00", "2022-07-22T10:31+09:00", G.MINUTE),
        ("2022-07-22T00Z", "2022-07-22T00:00+00:00", "2022-07-22T01:00+00:00", G.HOUR),
        ("2019-01-01/2022-07-22", "2019-01-01", "2022-07-23", G.DAY),
        ("2019/2021", "2019-01-01", "2022-01-01", G.YEAR),
        ("2019-05/2019-06", "2019-05-01", "2019-07-01", G.MONTH),
        ("-0100/0100", "-0100-01-01", "0101-01-01", G.YEAR),
        ("2022-07-22T06/2022-07-22T11", "2022-07-22T06:00", "2022-07-22T12:00", G.HOUR),
        ("2022-07-22T22:30/2022-07-23T01:29", "2022-07-22T22:30", "2022-07-23T01:30", G.MINUTE),
    ],
)
def test_exact_both_ways(text: str, begin: str, end: str, unit: Granularity) -> None:
    interval = stretch(begin, end, unit)
    assert parse_edtf(text) == interval
    assert format_edtf(interval) == text


@pytest.mark.parametrize(
    ("begin", "end", "unit", "text"),
    [
        ("2022-07-18", "2022-07-25", G.WEEK, "2022-07-18/2022-07-24"),
        ("2022-07-23", "2022-07-25", G.WEEKEND, "2022-07-23/2022-07-24"),
        ("1972-07-22", "2022-07-23", G.YEAR, "1972-07-22/2022-07-22"),
        ("2021-06-01", "2022-01-01", G.YEAR, "2021-06/2021-12"),
        ("1990-01-01", "2010-01-01", G.DECADE, "1990/2009"),
        ("-0050-01-01", "-0040-01-01", G.DECADE, "-0050/-0041"),
        ("2022-07-22T06:00", "2022-07-22T12:00", G.PART_OF_DAY, "2022-07-22T06/2022-07-22T11"),
        ("2022-07-22T00:00+09:00", "2022-07-23T00:00+09:00", G.DAY, "2022-07-22T00+09:00/2022-07-22T23+09:00"),
        ("2022-01-01", "2023-01-01", G.DAY, "2022-01-01/2022-12-31"),
    ],
)
def test_what_is_not_a_unit_is_closed(begin: str, end: str, unit: Granularity, text: str) -> None:
    assert format_edtf(stretch(begin, end, unit)) == text


def test_a_point_is_written_as_the_unit_that_holds_it() -> None:
    assert format_edtf(stretch("2022-07-22", "2022-07-22", G.DAY)) == "2022-07-22"
    assert format_edtf(stretch("2022-07-22T10:30", "2022-07-22T10:30", G.DAY)) == "2022-07-22T10:30"


@pytest.mark.parametrize(
    ("begin", "end", "unit", "text"),
    [
        # open
        (("2019-01-01", "2019-01-01"), (None, None), G.YEAR, "2019/.."),
        ((None, None), ("2022-07-23", "2022-07-23"), G.DAY, "../2022-07-22"),
        ((None, None), (None, None), G.DAY, "../.."),
        # within one unit
        (("2019-01-01", "2020-01-01"), (None, None), G.YEAR, "2019/.."),
        (("2019-01-01", "2020-01-01"), ("2022-07-22", "2022-07-23"), G.YEAR, "2019/2022-07-22"),
        # off by a unit
        (("1983-01-01", "1985-01-01"), ("1984-01-01", "1986-01-01"), G.YEAR, "1984~"),
        (("1980-01-01", "2000-01-01"), ("1990-01-01", "2010-01-01"), G.DECADE, "199X~"),
        (("1990-01-01", "1990-01-01"), ("1994-01-01", "1996-01-01"), G.YEAR, "1990/1994~"),
        # any other window
        (("1990-01-01", "1990-01-01"), ("1993-01-01", "1996-01-01"), G.YEAR, "1990/1995~"),
        (("1988-01-01", "1991-01-01"), ("1999-01-01", "1999-01-01"), G.YEAR, "1988~/1998"),
        # limits on one side
        (("2019-01-01", "2019-01-01"), ("2022-07-22", None), G.YEAR, "2019/.."),
        (("2019-01-01", "2019-01-01"), (None, "2022-07-22"), G.YEAR, "2019/"),
        ((None, "2019-01-01"), ("2022-01-01", "2022-01-01"), G.YEAR, "../2021"),
        (("2019-01-01", None), ("2022-01-01", "2022-01-01"), G.YEAR, "/2021"),
        ((None, "2019-01-01"), ("2022-01-01", None), G.YEAR, "../.."),
        # somewhere within
        (("2022-07-01", "2022-08-01"), ("2022-07-01", "2022-08-01"), G.MONTH, "[2022-07-01..2022-07-31]"),
        (("2022-07-22", "2022-07-23"), ("2022-07-22", "2022-07-23"), G.DAY, "[2022-07-22]"),
        ((None, None), (None, "2022-07-22"), G.DAY, "[..2022-07-21]"),
        ((None, "2022-07-22"), (None, "2022-07-22"), G.DAY, "[..2022-07-21]"),
        (("2022-07-23", None), (None, None), G.DAY, "[2022-07-23..]"),
        (("2022-07-23", None), ("2022-07-23", None), G.DAY, "[2022-07-23..]"),
        (("2022-07-01", None), (None, "2022-08-01"), G.MONTH, "[2022-07-01..2022-07-31]"),
        ((None, None), (None, "2022-07-22T10:30"), G.DAY, "[..2022-07-22T10:29]"),
    ],
)
def test_uncertain_ends(
    begin: tuple[str | None, str | None], end: tuple[str | None, str | None], unit: Granularity, text: str
) -> None:
    interval = Interval(Bound(at(begin[0]), at(begin[1])), Bound(at(end[0]), at(end[1])), unit)
    assert format_edtf(interval) == text
    assert interval.edtf == text
    parse_edtf(text)


@pytest.mark.parametrize(
    ("text", "usual"),
    [
        ("1984?", "1984~"),
        ("1984%", "1984~"),
        ("~1984", "1984~"),
        ("2019/", "2019/.."),
        ("/2019", "../2019"),
        ("2022-21/2022-22", "2022-03/2022-08"),
        ("2004-XX", "[2004-01-01..2004-12-31]"),
        ("2004-07-XX", "[2004-07-01..2004-07-31]"),
        ("2004-XX-XX", "[2004-01-01..2004-12-31]"),
        ("[2022-07..2022-08]", "[2022-07-01..2022-08-31]"),
        ("[1667,1668, 1670..1672]", "[1667-01-01..1672-12-31]"),
        ("[2004..]", "[2004-01-01..]"),
        ("-004X", "-0049/-0040"),
        ("1984~/2004-06", "1984~/2004-06"),
    ],
)
def test_other_forms_are_read(text: str, usual: str) -> None:
    assert format_edtf(parse_edtf(text)) == usual


@pytest.mark.parametrize(
    "text",
    [
        "",
        "/",
        "..",
        "[]",
        "[..]",
        "[2022",
        "{2022}",
        "22",
        "20222",
        "2022-7",
        "2022-13",
        "2022-42",
        "2022-02-30",
        "2022-07-22T25",
        "2022-07-22T10:30+9",
        "2022-07-22T",
        "1984~~",
        "XXXX",
        "20XXX",
        "2020/2019",
        "2019/2020/2021",
        "2022/XX",
        "Y2022",
        "summer",
        "2022\n",
        "２０２２",
    ],
)
def test_garbage_is_refused(text: str) -> None:
    with pytest.raises(NotationError) as caught:
        parse_edtf(text)
    assert f"not EDTF: {text!r}" in str(caught.value)


instants = st.builds(
    Instant,
    st.integers(-5_000_000, 5_000_000),
    st.sampled_from([0, 0, 0, 36_000, 37_800, 37_815]),
    st.sampled_from([None, None, None, 0, 540, -210]),
)
units = st.sampled_from(Granularity)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    low = draw(instants)
    unit, count = draw(units), draw(st.integers(1, 3))
    unit_begin = low.floor(unit)
    high = draw(st.one_of(instants, st.just(low.shift(count, unit))))
    low, high = sorted((low, high))
    return draw(
        st.sampled_from(
            [
                Bound.at(low),
                Bound.at(unit_begin),
                Bound(unit_begin, unit_begin.shift(count, unit)),
                Bound(low, high),
                Bound(low, None),
                Bound(None, high),
                OPEN,
            ]
        )
    )


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    begin, end = draw(bounds()), draw(bounds())
    assume(begin.earliest is None or end.latest is None or begin.earliest < end.latest)
    return Interval(begin, end, draw(units))


def ends(interval: Interval) -> tuple[Bound, Bound]:
    return interval.begin, interval.end


@given(intervals())
def test_whatever_is_written_can_be_read(interval: Interval) -> None:
    parse_edtf(format_edtf(interval))


def test_what_can_only_be_a_point_is_written_as_one() -> None:
    at = Instant.parse("-0043-03-15T10:30")
    point = Interval(Bound(at, at.shift(1, G.SECOND)), Bound.at(at), G.MONTH)
    assert point.edtf == "-0043-03-15T10:30"
    assert parse_edtf(point.edtf).earliest == at


@given(instants, units, units, st.integers(1, 3))
def test_whatever_is_written_of_neighbouring_ends_can_be_read(
    instant: Instant, one: Granularity, other: Granularity, count: int
) -> None:
    """Ends that lie close to each other are written in units of which one may end before the other begins."""
    near = [instant, instant.shift(1, one), instant.shift(count, other), instant.shift(-count, other)]
    for first, last in itertools.combinations(sorted(near), 2):
        for interval in (
            Interval(Bound(first, last), Bound.at(last), one),
            Interval(Bound.at(first), Bound(first, last), other),
            Interval(Bound(first, last), Bound(None, last), one),
            Interval(Bound.at(first), Bound.at(first), one),
            Interval(Bound(first, last), Bound(first, first), other),
        ):
            parse_edtf(interval.edtf)


@given(instants, units, st.integers(1, 5))
def test_units_round_trip(instant: Instant, unit: Granularity, count: int) -> None:
    interval = Interval.unit(instant, unit, count)
    assert ends(parse_edtf(format_edtf(interval))) == ends(interval)


@given(instants, st.sampled_from([G.SECOND, G.MINUTE, G.HOUR, G.DAY, G.MONTH, G.YEAR]))
def test_granularity_round_trips_where_edtf_can_say_it(instant: Instant, unit: Granularity) -> None:
    interval = Interval.unit(instant, unit)
    assert parse_edtf(format_edtf(interval)) == interval
    assert parse_edtf(format_edtf(interval.approximately())) == interval.approximately()


@given(instants, instants, units)
def test_exact_open_and_somewhere_within_round_trip(one: Instant, other: Instant, unit: Granularity) -> None:
    assume(one != other)
    interval = Interval.exact(min(one, other), max(one, other), unit)
    since, until = Interval(interval.begin, OPEN, unit), Interval(OPEN, interval.end, unit)
    for stated in (interval, since, until):
        assert ends(parse_edtf(format_edtf(stated))) == ends(stated)
        assert ends(parse_edtf(format_edtf(stated.somewhere_within()))) == ends(stated.somewhere_within())


@given(intervals())
def test_nothing_is_excluded_that_the_interval_allows_outside_of_its_qualified_ends(interval: Interval) -> None:
    text = format_edtf(interval)
    assume("~" not in text)
    read = parse_edtf(text)
    assert read.earliest is None or (interval.earliest is not None and read.earliest <= interval.earliest)
    assert read.latest is None or (interval.latest is not None and interval.latest <= read.latest)


@given(st.text(alphabet="0123456789-XY./[]~?%T:Z+,", max_size=16))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        read = parse_edtf(text)
    except NotationError:
        return
    assert parse_edtf(read.edtf).earliest == read.earliest
