"""Times named side by side, of which one leaves out what the other says: May 3, 5 and 7; the 18th and 19th centuries."""

from __future__ import annotations

import re
from typing import Any

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Bare
from timeline.calculus.recurring import DayOfWeek, MonthOfYear, SeasonOfYear, Unit
from timeline.languages.composed import nth, nth_named, nth_unit, within
from timeline.languages.coordination import (
    all_of,
    century_like,
    century_range,
    days_after,
    days_before,
    decade_like,
    month_range,
    months_like,
    quarter_like,
    quarters_like,
    seasons_like,
)
from timeline.languages.en.grammar.joints import JOINT, joins
from timeline.languages.en.grammar.quarters import quarter_of
from timeline.languages.en.grammar.sets import weekday_set
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import at_year, bare, date
from timeline.languages.ranges import between
from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_JOINED = "and|or|to|through|-|--|&"
_MONTH = "<month|monthabbr|baremonth>"
_QUARTER = "<ord|quartertoken|halftoken|barequarter>"
_JAN = 1
"""A name of persons too, where no full stop shows that it is short for a month."""
_NO_DAY = "!<month|monthabbr|unit|units|magnitude|percent|''"
"""What begins what is counted, or another date."""


def _same_part(a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean the same part of another day of the week: Monday and Tuesday nights."""
    day = a.operator.stretch if isinstance(a.operator, Bare) else None
    parts = _WEEKDAY_PART.fullmatch(b.value or "")
    if not isinstance(day, DayOfWeek) or parts is None:
        return None
    return weekday_set(day.weekday, parts[1]), b


def _of(quarter: Meaning, year: Meaning | None) -> Meaning | None:
    if year is None:
        return quarter
    return within(quarter, year) if year.value is None else None  # not of 2019/20


def _quarters_between(s: str | None, a: Any, t: str, b: Meaning, y: Meaning | None) -> tuple[Meaning, ...] | None:  # noqa: ANN401
    last = _of(b, y)
    begin = None if last is None or not joins(s, t) else quarter_like(a, last)
    return None if begin is None or last is None else between(begin, last)


def _plural_quarters(  # noqa: PLR0913, PLR0917 - as many as captures
    a: int, b: int | None, c: int | None, t: str, e: int, u: str, y: Meaning | None
) -> tuple[Meaning, ...] | None:
    last = quarter_of(e, unit=G.HALF if u == "halves" else G.QUARTER)
    last = None if last is None else _of(last, y)
    found = None if last is None else quarters_like((a, b, c), last)
    return between(found[0], found[1]) if found and t not in {"and", "or", "&"} and len(found) == 2 else found  # ends


def _months_between(
    s: str | None, a: int | Meaning, _p: None, t: str, b: int | Meaning, _q: None, y: Meaning | None
) -> tuple[Meaning, ...] | None:
    last = _month_of(b, y) if joins(s, t) else None
    return None if last is None else month_range(a, last)


def _month_of(month: int | Meaning, year: Meaning | None) -> Meaning | None:
    return _of(bare(MonthOfYear(month)) if isinstance(month, int) else month, year)


def _seasons(  # noqa: PLR0913, PLR0917 - as many as captures
    s: str | None, a: str | Meaning, b: str | Meaning | None, t: str, e: str | Meaning, y: Meaning | None
) -> tuple[Meaning, ...] | None:
    """Mean seasons side by side, or those from one to another."""
    if isinstance(e, str):
        stretch = a.operator.stretch if isinstance(a, Meaning) and isinstance(a.operator, Bare) else None
        if not isinstance(stretch, SeasonOfYear):
            return None
        e = bare(evolve(stretch, season=e))
    last = _of(e, y)
    found = None if last is None else seasons_like((a, b), last)
    if found is None or t in {"or", "&"} or (t == "and" and s is None):
        return found
    return between(found[0], found[1]) if len(found) == 2 and joins(s, t) else None  # ends


def _weekdays_of(
    a: Meaning, b: Meaning | None, c: Meaning | None, e: Meaning, w: Meaning
) -> tuple[Meaning, ...] | None:
    return all_of(*(within(day, w) for day in (a, b, c, e) if day is not None))


def _nths(  # noqa: PLR0913, PLR0917 - as many as captures
    a: int, b: int | None, t: str, e: int | str, u: tuple[G, int] | Meaning, m: Meaning
) -> tuple[Meaning, ...] | None:
    """Mean the n-th units or weekdays of a time, or those from one to another; the second to last is one."""
    listed = t in {"and", "or", "&"}
    if not listed and isinstance(e, str):
        return None
    numbers = [number if isinstance(number, int) else -1 for number in (a, b, e) if number is not None]
    named = [nth_named(n, u, m) if isinstance(u, Meaning) else nth_unit(n, u, m) for n in numbers]
    found = all_of(*named)
    if found is None or listed:
        return found
    return between(found[0], found[1]) if len(found) == 2 else None  # ends


_WEEKDAY_PART = re.compile(r"XXXX-WXX-\dT([A-Z]{2})")

_RULES = (
    Rule("list.centuries", "date", "the? a:<ord|partord> -|--? and|or|&|/ the? b:<date>", lambda a, b: all_of(century_like(a, b), b), {
        "in the [18th] and [19th centuries]": "17 18", "in the [2nd] and [1st centuries BC]": "BC01 BC00", "the [2nd]- and [1st-century BC] tombs": "BC01 BC00", "in the [late 19th] and [early 20th century]": "18 19",
    }, ("a", "b")),
    Rule("list.three-centuries", "date", "the? a:<ord|partord> , b:<ord|partord> ,? and|or|& the? c:<date>", lambda a, b, c: all_of(century_like(a, c), century_like(b, c), c), {
        "in the [16th], [17th] and [18th centuries]": "15 16 17",
    }, ("a", "b", "c")),
    Rule("list.centuries-from-one-to-another", "date", "s:from|between? the? a:<ord|partord> t:to|through|until|till|and the? b:<date>", lambda s, a, t, b: century_range(a, b) if t != "and" or s else None, {
        "from the [17th] to [the 19th century]": "16 18",
    }, ("a", "b"), ("s", "t")),
    Rule("list.centuries-with-a-dash", "date", "the? a:<ord|partord> -? -|-- the? b:<date>", lambda a, b: century_range(a, b), {
        "of the [late 17th] – [early 19th centuries]": "16 18", "in the [15th]-[19th centuries]": "14 18",
    }, ("a", "b")),
    Rule("list.parts-of-centuries-with-a-dash", "date", "p:<part> -? a:<ord> - the? b:<date>", lambda p, a, b: century_range((p, a), b), {
        "the late [17th]–[19th centuries]": "16 18",
    }, ("a", "b")),
    Rule("list.decades", "date", f"a:<date> {_JOINED} '? b:<decade2|date>", lambda a, b: all_of(a, decade_like(b, a)), {
        "[the 1970s] and [80s]": "197 198", "[the 1920s] and ['30s]": "192 193",
    }, ("a", "b")),
    Rule("list.three-decades", "date", "a:<date> , '? b:<decade2|date> ,? and|or '? c:<decade2|date>", lambda a, b, c: all_of(a, decade_like(b, a), decade_like(c, a)), {
        "[the 1940s], [50s] and [60s]": "194 195 196",
    }, ("a", "b", "c")),
    Rule("list.two-days-of-a-month", "date", f"a:<bareday|daydate> and|or|&|/ the? b:<day|dayord|dayrange> [ ,? y:<year|yeardate> ] {_NO_DAY}|plural|lower|->",
         lambda a, b, y: days_after(a, (b,), y), {
        "on [May 10] and [11].": "2022-05-10 2022-05-11", "on [May 3]–[5] and [10]–[12].": "2022-05-03 2022-05-05 2022-05-10 2022-05-12", "on [May 3] and [5, 2019].": "2019-05-03 2019-05-05",
    }, ("a", "b..y")),
    Rule("list.days-of-a-month", "date", f"a:<bareday|daydate> , the? b:<day|dayord|dayrange> [ , the? c:<day|dayord|dayrange> ] [ , the? d:<day|dayord|dayrange> ] ,? and|or|& the? e:<day|dayord|dayrange> [ ,? y:<year|yeardate> ] {_NO_DAY}>",
         lambda a, b, c, d, e, y: days_after(a, (b, c, d, e), y), {
        "on [May 3], [5] and [7].": "2022-05-03 2022-05-05 2022-05-07", "on [May 3], [5], and [7] strikes were held": "2022-05-03 2022-05-05 2022-05-07",
        "on [May 3], [5], [7] and [9, 2019] it rained": "2019-05-03 2019-05-05 2019-05-07 2019-05-09",
    }, ("a", "b", "c", "d", "e..y")),
    Rule("list.days-before-a-month", "date", "!between|from a:<day|dayord|daydate> [ , the? b:<day|dayord> ] [ , the? c:<day|dayord> ] ,? and|or|& the? e:<bareday|daydate> [ ,? of? y:<yeardate> ]",
         lambda a, b, c, e, y: None if (last := _of(e, y)) is None else days_before((a, b, c), last), {
        "on [3] and [5 May]": "2022-05-03 2022-05-05", "on [3], [5] and [7 May]": "2022-05-03 2022-05-05 2022-05-07", "on [3], [5], [7], and [9 May 2019]": "2019-05-03 2019-05-05 2019-05-07 2019-05-09",
        "on the [3rd] and [the 5th of May]": "2022-05-03 2022-05-05", "on [3] and [5 May last year]": "2021-05-03 2021-05-05", "on [the 3rd], [5th] and [7th of May 2019]": "2019-05-03 2019-05-05 2019-05-07",
    }, ("a", "b", "c", "e..y")),
    Rule("list.days-of-a-month-said", "date", "!between|from a:<dayord|daydate> [ , the? b:<dayord> ] [ , the? c:<dayord> ] ,? and|or|& the? e:<dayord> of m:<monthdate|baremonth>",
         lambda a, b, c, e, m: None if (last := nth(e, Unit(G.DAY), m)) is None else days_before((a, b, c), last), {
        "on the [3rd] and [5th of last month]": "2022-06-03 2022-06-05",
    }, ("a", "b", "c", "e..m")),
    Rule("list.months", "date", f"!between a:{_MONTH} p:.? [ , b:{_MONTH} q:.? ] [ , c:{_MONTH} r:.? ] [ , d:{_MONTH} s:.? ] ,? and|or|&|/ e:<monthdate|baremonth|monthabbr> t:.? [ ,? of? y:<yeardate> ]",
         lambda a, p, b, q, c, r, d, s, e, t, y: None if (last := _month_of(e, y)) is None or (a == _JAN and not p and not isinstance(e, Meaning)) else months_like((a, b, c, d), last), {
        "[May] and [June]": "2022-05 2022-06", "in [May] and [June 2019]": "2019-05 2019-06", "in [April], [May] and [June 2019]": "2019-04 2019-05 2019-06",
        "in [Sept.] and [Oct.] it rained": "2021-09 2021-10", "in [April], [June], and [Sept] it rained": "2021-04 2021-06 2021-09",
        "in [May] and [June of last year]": "2021-05 2021-06", "in [July]/[August 2019]": "2019-07 2019-08",
    }, ("a..p", "b..q", "c..r", "d..s", "e..t..y")),
    Rule("list.months-from-one-to-another", "date", f"s:from|between? a:{_MONTH} p:.? t:{JOINT} b:<monthdate|baremonth|monthabbr> q:.? [ ,? of? y:<yeardate> ]", _months_between, {
        "held [May]-[July 2019]": "2019-05 2019-07", "open [March] to [October 2019]": "2019-03 2019-10", "open [March] through [May]": "2022-03 2022-05", "held [November]-[February 2019]": "2018-11 2019-02",
        "open [Aug.] to [Dec. 2019]": "2019-08 2019-12", "shut from [Aug] to [Dec], it said": "2021-08 2021-12", "from [May] until [July of last year]": "2021-05 2021-07",
    }, ("a..p", "b..q..y"), ("s", "t")),
    Rule("list.seasons", "date", f"s:from|between? the? a:<season|bareseason> [ , b:<season> ] ,? t:{JOINT}|or|& the? e:<bareseason|date|season> [ ,? of? y:<yeardate> ]", _seasons, {
        "in [spring] and [summer 2019]": "2019-SP 2019-SU", "from [autumn] to [the spring of 2019]": "2018-FA 2019-SP", "in [the winter] and [spring of last year]": "2020-WI 2021-SP",
    }, ("a", "b", "e..y"), ("s", "", "t")),
    Rule("list.weekdays-of-a-week", "date", "a:<weekdaydate> [ , b:<weekdaydate> ] [ , c:<weekdaydate> ] ,? and|or|& e:<weekdaydate> ,? of? w:<weekdate>", _weekdays_of, {
        "on [Monday] and [Tuesday of last week]": "2022-07-11 2022-07-12", "on [Monday], [Tuesday] and [Friday next week]": "2022-07-25 2022-07-26 2022-07-29",
    }, ("a", "b", "c", "e..w")),
    Rule("list.nths", "date", "the? a:<ord> [ , b:<ord> ] ,? t:and|or|&|to|through|- the? e:<ord|'last|'final> u:<unit|units|weekdaydate> of|in m:<monthdate|baremonth|yeardate>", _nths, {
        "in the [first] and [second week of May]": "2022-W18 2022-W19", "on the [first] and [last days of May]": "2022-05-01 2022-05-31", "on the [first] and [third Monday of May 2022]": "2022-05-02 2022-05-16",
        "from the [first] to [third week of May]": "2022-W18 2022-W20",
    }, ("a", "b", "e..m"), ("", "", "t")),
    Rule("list.years", "yeardate", "=<yeardate|daydate|monthdate> ,? and|or|& e:<likelyyear> !<unit|units|magnitude|currency|percent|->", lambda e: (date(at_year(e)),) if e % 100 else None, {  # round numbers count
        "in [2014], [2016] and [2018] floods hit": "2014 2016 2018",
    }, ("e",)),
    Rule("list.quarters", "date", f"the? a:{_QUARTER} [ , b:{_QUARTER} ] [ , c:{_QUARTER} ] ,? and|or|& the? e:<barequarter|date> [ ,? of|in? y:<yeardate> ]",
         lambda a, b, c, e, y: None if (last := _of(e, y)) is None else quarters_like((a, b, c), last), {
        "in [Q1] and [Q2 2020]": "2020-Q1 2020-Q2", "in [Q1], [Q2] and [Q3 of last year]": "2021-Q1 2021-Q2 2021-Q3", "in the [first] and [third quarter]": "2022-Q1 2022-Q3",
    }, ("a", "b", "c", "e..y")),
    Rule("list.quarters-in-the-plural", "date", "the? a:<ord> [ , b:<ord> ] [ , c:<ord> ] ,? t:and|or|&|to|through|- e:<ord> -? u:quarters|qtrs|halves [ ,? of|in? y:<yeardate> ]", _plural_quarters, {
        "in the [second] and [fourth quarters]": "2021-Q2 2021-Q4", "in the [second] and [third quarters of 2019]": "2019-Q2 2019-Q3", "in the [first], [second] and [third quarters of last year]": "2021-Q1 2021-Q2 2021-Q3", "in the [first] and [second halves of 2019]": "2019-H1 2019-H2",
    }, ("a", "b", "c", "e..u..y"), ("", "", "", "t")),
    Rule("list.quarters-from-one-to-another", "date", f"s:from|between? the? a:{_QUARTER} t:{JOINT} the? b:<barequarter|date> [ ,? of|in? y:<yeardate> ]", _quarters_between, {
        "[Q1]-[Q2 2020] results": "2020-Q1 2020-Q2", "from [Q4] to [Q1 2020]": "2019-Q4 2020-Q1", "from the [first] to [the third quarter of last year]": "2021-Q1 2021-Q3", "between [Q1] and [Q3 2018]": "2018-Q1 2018-Q3",
    }, ("a", "b..y"), ("s", "t")),
    Rule("list.weekday-before-one-with-its-part-of-day", "set", "a:<weekdaydate> and|or|& b:<set>", _same_part, {
        "leaves on [Monday] and [Tuesday nights]": "XXXX-WXX-1TNI XXXX-WXX-2TNI",
    }, ("a", "b")),
)  # fmt: skip


LEVEL = Level("lists", _RULES)
