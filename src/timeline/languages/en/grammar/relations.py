"""Signals and ranges: since 2019, by March, from May to July, between 2010 and 2015, each year since 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Bare, Ending, In, This
from timeline.calculus.recurring import MonthOfYear, Unit
from timeline.languages.clocks import clock_of, from_hour, lasting, said_clock, side_by_side, to_hour
from timeline.languages.composed import nth
from timeline.languages.en.grammar.joints import DASH, JOINT, REACH, joins
from timeline.languages.meanings import Amount, at_year, bare, date, duration, related
from timeline.languages.ranges import (
    alike,
    apposed,
    between,
    days_from,
    days_until,
    ending,
    first_of,
    in_its_week,
    life,
    nths,
    recurring_since,
    since_last,
    so_far,
    up_to,
    years_bc,
)
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL"]


_NO_HOUR = "!<unit|units|lower|plural|capital|num|month|magnitude|percent|currency|'-|':>"
"""What a number counts if it tells no hour."""


def _limited(word: str, meaning: Meaning, *, denied: bool) -> Meaning:
    """Mean a time before or after another, or with "no" its begin or end at the most."""
    if not denied:
        return related("after" if word == "later" else "before", meaning)
    name, mod = ("by", "ON_OR_BEFORE") if word == "later" else ("since", "ON_OR_AFTER")
    return evolve(related(name, meaning), mod=mod)


_ENDS = "<monthdate|baremonth|daydate|bareday>"
_ACCOUNTS = "fiscal|financial|calendar|tax|accounting|reporting|trading"
_BEGINNING = "from|starting|beginning|commencing"
_COUNTS = "<numbered|quantity|currency|month|monthabbr|num|'-|'/>"
"""Words before a number that make it no day."""


def _bounded(s: str, a: Meaning, t: str, b: Meaning) -> tuple[Meaning, Meaning] | None:
    return between(a, b) if joins(s, t) else None


def _unit_up_to(_s: str | None, _w: str | None, u: tuple[G, int], b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the year, quarter or month of accounts that ends with a time."""
    if u[1] != 1 or b.operator is None:
        return None
    if u[0] is G.YEAR:
        return up_to(duration(Amount(Duration.of(1, G.YEAR))), b)
    return ending(u[0], b) if u[0] in {G.QUARTER, G.MONTH} else None


def _quarter_up_to(_s: str | None, a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean a quarter of the year of its last day, up to that day."""
    if not isinstance(a.operator, Bare) or b.operator is None:
        return None
    year = This(Unit(G.YEAR), b.operator)
    return date(In(a.operator.stretch, year), relation=Ending(a.operator.stretch.granularity, b.operator)), b


def _days_of_month(
    s: str | None, _x: None, a: int, t: str, _y: None, b: int, m: Meaning
) -> tuple[Meaning, Meaning] | None:
    last = nth(b, Unit(G.DAY), m) if joins(s, t) and a < b <= 31 else None  # days
    return None if last is None else days_until(a, last)


def _days_within(m: Meaning, s: str, a: int, t: str, b: int) -> tuple[Meaning, ...] | None:
    first = nth(a, Unit(G.DAY), m)
    found = None if first is None or not joins(s, t) or a >= b else days_from(first, b)
    return None if found is None else (m, *found)


_SIGNALS = (
    Rule("relation.since", "signalled", "s:since e:<expression>", lambda s, e: since_last(e), {"ever since [2019]": "2019", "Since [Oct. 3] we wait.": "2021-10-03", "shut since [Monday], will open": "2022-07-18"}, ("e",), ("s",)),
    Rule("relation.since-at-least", "signalled", "s:since at least|around|about e:<dated>", lambda s, e: related("since", e), {"there since at least [June]": "2022-06"}, ("e",), ("s",)),
    Rule("relation.until", "signalled", "s:until|till e:<expression>", lambda s, e: related("until", e), {"closed until [Tuesday]": "2022-07-26"}, ("e",), ("s",)),
    Rule("relation.by", "signalled", "s:by e:<expression>", lambda s, e: related("by", e), {"will end by [March]": "2023-03"}, ("e",), ("s",)),
    Rule("relation.before", "signalled", "s:before e:<expression>", lambda s, e: related("before", e), {"left before [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.after", "signalled", "s:after e:<expression>", lambda s, e: related("after", e), {"left after [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.no-later-than", "signalled", "no s:later than e:<expression>", lambda s, e: evolve(related("by", e), mod="ON_OR_BEFORE"), {"no later than [Friday]": "2022-07-22"}, ("e",), ("s",)),
    Rule("relation.no-earlier-than", "signalled", "no|not s:earlier|before|sooner than? e:<expression>", lambda s, e: evolve(related("since", e), mod="ON_OR_AFTER"), {"no earlier than [Friday]": "2022-07-22"}, ("e",), ("s",)),
    Rule("relation.earlier-than", "signalled", "!<'no|'not|'year|'month|'week|'day|'years|'months|'weeks|'days|'hours> w:earlier|sooner|later s:than e:<expression>", lambda w, s, e: related("after" if w == "later" else "before", e), {
        "built earlier than [the 1920s]": "192", "paid later than [30 June]": "2022-06-30",
    }, ("e",), ("s",)),
    Rule("relation.earlier-than-a-year", "signalled", "w:earlier|sooner|later s:than y:<year> !<unit|units|magnitude|plural|percent|'>", lambda w, s, y: related("after" if w == "later" else "before", date(at_year(y))), {
        "built earlier than [1928], later than [1901].": "1928 1901",
    }, ("y",), ("s",)),
    Rule("relation.earlier-than-a-month", "signalled", "n:no|not? w:earlier|sooner|later s:than m:<verbmonth> !<capital|lower|day|dayord|year|',>", lambda n, w, s, m: _limited(w, bare(MonthOfYear(m)), denied=n is not None), {
        "opens no earlier than [May].": "2023-05", "was paid later than [March].": "2022-03",
    }, ("m",), ("s",)),
    Rule("relation.as-of", "signalled", "as s:of e:<expression>", lambda s, e: related("since", e), {"as of [May 2019]": "2019-05"}, ("e",), ("s",)),
    Rule("relation.from-on", "signalled", "s:from e:<expression> on|onward|onwards", lambda s, e: related("since", e), {"from [2019] onwards": "2019"}, ("e",), ("s",)),
    Rule("relation.from", "signalled", "s:from e:<expression>", lambda s, e: e, {"from [3 May]": "2022-05-03"}, ("e",), ("s",)),
    Rule("relation.prior-to", "signalled", "prior s:to e:<expression>", lambda s, e: related("before", e), {"left prior to [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.up-to", "signalled", "up|through s:to e:<expression>", lambda s, e: related("until", e), {"up to [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.on-or-before", "signalled", "on or s:before e:<expression>", lambda s, e: evolve(related("by", e), mod="ON_OR_BEFORE"), {
        "on or before [May 5]": "2022-05-05",
    }, ("e",), ("s",)),
    Rule("relation.on-or-after", "signalled", "on or s:after e:<expression>", lambda s, e: evolve(related("since", e), mod="ON_OR_AFTER"), {
        "on or after [May 5]": "2022-05-05",
    }, ("e",), ("s",)),
    Rule("relation.in-on-at", "signalled", "s:in|on|at|during|for|within|over|through|throughout|around|to|of|toward|towards e:<expression>", lambda s, e: e, {
        "in [May]": "2022-05", "for [ten days]": "P10D",
    }, ("e",), ("s",)),
)  # fmt: skip

_RANGES = (
    Rule("relation.from-to", "signalled", f"s:from|between a:<expression> right|up|all|on|straight? the? t:{JOINT} to? b:<expression>", _bounded, {
        "from [May] to [July 2019]": "2019-05 2019-07", "from [4 May] until [the end of the year]": "2022-05-04 2022", "from [May] to [the end of 2019]": "2019-05 2019", "from [2010] until [2015]": "2010 2015",
        "lasted from [3:10 a.m.] to [7 a.m. on Monday]": "2022-07-18T03:10 2022-07-18T07:00",
        "lasted from [10 p.m.] to [2 a.m. on Monday]": "2022-07-17T22:00 2022-07-18T02:00",
        "from [May 2019] right through to [July 2020]": "2019-05 2020-07", "from [Q1 of 2017] - [Q3 of 2018]": "2017-Q1 2018-Q3",
        "between [2010] and [2015]": "2010 2015", "between [November 2019] and [the following March]": "2019-11 2020-03", "between [2010] – [2015]": "2010 2015", "open from [9am]-[5pm]": "2022-07-22T09:00 2022-07-22T17:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-the-hours", "signalled", "s:between the hours of a:<time> t:and b:<time>", lambda s, a, t, b: between(a, b), {
        "between the hours of [9 a.m.] and [5 p.m.]": "2022-07-22T09:00 2022-07-22T17:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.date-through-date", "signalled", "a:<expression> t:through|thru to? b:<expression>", lambda a, t, b: between(a, b), {
        "[2010] through [2015]": "2010 2015",
    }, ("a", "b"), ("", "t")),
    Rule("relation.in-date-to-date", "signalled", f"s:in|on|during|for|within|over|throughout|around|of|at a:<dated|time> t:to|{REACH}|{DASH} to? b:<dated|time> !'", lambda s, a, t, b: between(a, b) if t in {"through", "thru"} else alike(a, b), {
        "in [1909] – [1910], he": "1909 1910", "in [2014] through [May 2018]": "2014 2018-05", "in [2014] to [2018]": "2014 2018",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.date-dash-date", "signalled", f"a:<dated|time> {DASH} b:<dated|time>", between, {
        "[January 23] - [March 9 2014]": "2014-01-23 2014-03-09", "[2014]~[2018]": "2014 2018",
    }, ("a", "b")),
    Rule("relation.date-to-date", "signalled", "a:<dated|time> -? t:to|until|till -? b:<dated|time> !'", lambda a, t, b: alike(a, b), {
        "[2010] to [2015]": "2010 2015", "[9 a.m.] to [5 p.m.]": "2022-07-22T09:00 2022-07-22T17:00", "a [9 p.m.]-to-[5 a.m.] curfew": "2022-07-22T21:00 2022-07-23T05:00",
        "shut [10 p.m. Friday] to [5 a.m. Monday]": "2022-07-22T22:00 2022-07-25T05:00", "[3 May] to [2 June 2019]": "2019-05-03 2019-06-02",
    }, ("a", "b"), ("", "t")),
    Rule("relation.day-to-date", "signalled", f"!{_COUNTS} s:from|between? x:the? a:<day|dayord|ord> t:{JOINT} y:the? b:<daydate|bareday>", lambda s, x, a, t, y, b: days_until(a, b) if joins(s, t) else None, {
        "from [3] to [5 May 2022]": "2022-05-03 2022-05-05", "between [3] and [5 May 2022]": "2022-05-03 2022-05-05", "from [the 13th] to [the 15th of May]": "2022-05-13 2022-05-15",
        "shut [10] to [22 August 2012]": "2012-08-10 2012-08-22", "[the 13th]-[20th May] fair": "2022-05-13 2022-05-20", "from [the 13] to [the 15 May]": "2022-05-13 2022-05-15",
    }, ("x..a", "y..b"), ("s", "t")),
    Rule("relation.month-between-days", "signalled", f"p:in|during? m:<monthdate|baremonth> ,? s:between|from a:<day|dayord> t:{JOINT} b:<day|dayord> !<unit|units|magnitude|plural|lower|percent|ampm>", lambda p, m, s, a, t, b: _days_within(m, s, a, t, b), {
        "in [May] between [19] and [20], it": "2022-05 2022-05-19 2022-05-20",
    }, ("m", "a", "b"), ("p", "s", "t")),
    Rule("relation.day-to-day-of-month", "signalled", f"!{_COUNTS} s:from|between? x:the? a:<day|dayord|ord> t:{JOINT} y:the? b:<day|dayord|ord> of m:<monthdate|baremonth>", _days_of_month, {
        "from [13] to [the 15 of July]": "2022-07-13 2022-07-15", "between [ninth] and [seventeenth of April]": "2022-04-09 2022-04-17", "shut [4] till [23 of this month]": "2022-07-04 2022-07-23",
    }, ("x..a", "y..b..m"), ("s", "t")),
    Rule("relation.date-to-day", "signalled", f"s:from|between? a:<bareday|daydate> t:{JOINT} x:the? b:<day|dayord> [ ,? of? y:<year|yeardate> ] !<unit|units|month|monthabbr|magnitude|plural|percent|ampm|'of|''>",
         lambda s, a, t, x, b, y: days_from(a, b, y) if joins(s, t) else None, {
        "[May 3] to [5]": "2022-05-03 2022-05-05", "from [May 10] to [12]": "2022-05-10 2022-05-12", "held [May 10] – [11, 2019]": "2019-05-10 2019-05-11", "shut [April 9th] through [17th]": "2022-04-09 2022-04-17",
        "between [May 3] and [5 last year]": "2021-05-03 2021-05-05", "from [May 3] to [5 of last year]": "2021-05-03 2021-05-05",
    }, ("a", "x..b..y"), ("s", "t")),
    Rule("relation.between-hours", "signalled", "s:between|from|at [ the hours of ] a:<hour|hourword> t:and|to|until|till|through|-|-- b:<time>", lambda s, a, t, b: from_hour(a, b), {
        "between [9] and [11 a.m.]": "2022-07-22T09:00 2022-07-22T11:00", "between the hours of [9] and [11 a.m.]": "2022-07-22T09:00 2022-07-22T11:00", "at [4] - [6:30 pm]": "2022-07-22T16:00 2022-07-22T18:30",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.hour-to-time", "signalled", "!<number|currency|numbered|month|num> a:<hour|hourword> t:to|until|till|-|-- b:<time>", lambda a, t, b: from_hour(a, b), {
        "open [8] - [11pm]": "2022-07-22T20:00 2022-07-22T23:00", "(on [Tuesday], [9] to [noon])": "2022-07-19 2022-07-19T09:00 2022-07-19T12:00",
    }, ("a", "b"), ("", "t")),
    Rule("relation.from-time-to-hour", "signalled", f"s:from a:<time> t:to|until|till|through|-|-- b:<hour|hourword> {_NO_HOUR}", lambda s, a, t, b: to_hour(a, b), {
        "from [1 p.m.] to [4].": "2022-07-22T13:00 2022-07-22T16:00", "from [11 pm] to [3]": "2022-07-22T23:00 2022-07-23T03:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-time-and-hour", "signalled", f"s:between a:<time> t:and b:<hour|hourword> {_NO_HOUR}", lambda s, a, t, b: to_hour(a, b), {
        "between [11:30 a.m.] and [1].": "2022-07-22T11:30 2022-07-22T13:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.time-to-hour", "signalled", f"a:<time> t:to|until|till|-|-- b:<hour|hourword> {_NO_HOUR} !<function>", lambda a, t, b: to_hour(a, b), {
        "open [8 a.m.] until [6].": "2022-07-22T08:00 2022-07-22T18:00",
    }, ("a", "b"), ("", "t")),
    Rule("relation.24-hours-to-time", "signalled", "!in|of|time a:<clock24> t:-|--|to|until|till|through b:<time>", lambda a, t, b: between(said_clock(a), b), {
        "open [9:30] - [11:00 on Thursday]": "2022-07-21T09:30 2022-07-21T11:00",
    }, ("a", "b"), ("", "t")),
    Rule("relation.time-for-hours", "signalled", "s:at|from? a:<time> t:for b:<duration>", lambda s, a, t, b: lasting(a, b), {
        "meet at [3 p.m.] for [two hours]": "2022-07-22T15:00 PT2H",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.hour-and-time", "signalled", "s:at|around|about a:<hour|hourword> and|or b:<time>", lambda s, a, b: side_by_side(said_clock(clock_of(a)), b), {
        "at [5] and [7 p.m.]": "2022-07-22T17:00 2022-07-22T19:00", "at [3] or [4 in the morning]": "2022-07-22T03:00 2022-07-22T04:00",
    }, ("a", "b"), ("s", "")),
    Rule("relation.hours-and-time", "signalled", "s:at|around|about a:<hour|hourword> , b:<hour|hourword> ,? and|or c:<time>", lambda s, a, b, c: side_by_side(said_clock(clock_of(a)), said_clock(clock_of(b)), c), {
        "at [2], [5] and [8 p.m.]": "2022-07-22T14:00 2022-07-22T17:00 2022-07-22T20:00",
    }, ("a", "b", "c"), ("s", "", "")),
    Rule("relation.time-and-time", "signalled", "s:at|around|about? a:<time> and|or b:<time>", lambda s, a, b: side_by_side(a, b), {
        "at [1:30] and [2:45 p.m.]": "2022-07-22T13:30 2022-07-22T14:45",
    }, ("a", "b"), ("s", "")),
    Rule("relation.times-and-time", "signalled", "s:at|around|about? a:<time> , b:<time> ,? and|or c:<time>", lambda s, a, b, c: side_by_side(a, b, c), {
        "at [7:30 a.m.], [9 a.m.] and [11 a.m. on Sunday]": "2022-07-17T07:30 2022-07-17T09:00 2022-07-17T11:00",
    }, ("a", "b", "c"), ("s", "", "")),
    Rule("relation.for-hours-at-a-time", "signalled", "s:for a:<duration> ,? t:at b:<time>", lambda s, a, t, b: None if (both := lasting(b, a)) is None else both[::-1], {
        "meet for [two hours] at [3 p.m.]": "PT2H 2022-07-22T15:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.years-bc", "signalled", "s:between|from about|around|roughly|circa? a:<int|num> t:and|to|until b:<yeardate|date>", lambda s, a, t, b: years_bc(a, b), {
        "between [500] and [400 BC]": "BC0500 BC0400",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.early-year-to-year", "signalled", "a:<yeardate> -|--|–|— b:<int>", life, {"monk ([AD 314] – [368])": "0314 0368"}, ("a", "b")),
    Rule("relation.from-early-year-to-year", "signalled", "s:from|between a:<yeardate> t:to|until|till|and b:<int> !<unit|units|magnitude|plural|percent|lower>", lambda s, a, t, b: life(a, b), {
        "from [AD 117] to [138]": "0117 0138",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.nth-to-nth", "signalled", "s:from|between the a:<dayord> t:to|until|and the b:<dayord> !<lower|plural|capital>", lambda s, a, t, b: nths(a, b), {
        "from the [10th] to the [12th]": "2022-07-10 2022-07-12",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.until-now", "signalled", "s:from|since? a:<dated> t:to|-|--|until|through b:<presentnoun>", lambda s, a, t, b: between(a, b), {
        "from [2019] to [the present]": "2019 PRESENT_REF", "[2019]-[present]": "2019 PRESENT_REF",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.year-up-to", "signalled", "s:in|for|during|over|of a:<upto> t:to|through b:<monthdate|baremonth|daydate|bareday>", lambda s, a, t, b: up_to(a[0], b), {
        "in [the year] to [March]": "P1Y 2022-03",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.amount-up-to", "signalled", "s:in|for|during|over|of a:<duration> t:to|through b:<monthdate|baremonth|daydate|bareday>", lambda s, a, t, b: up_to(a, b), {
        "for [the three months] to [June 30]": "P3M 2022-06-30",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.amount-that-ended", "signalled", f"s:in|for|during|over|of|from|and? a:<duration> [ -? {_ACCOUNTS}? u:<unit|'period> ] ended|ending on|in? b:{_ENDS}", lambda s, a, u, b: up_to(a, b), {
        "for [the three months] ended [June 30]": "P3M 2022-06-30", "the [13-week fiscal quarter] ended [July 2, 2022]": "P13W 2022-07-02", "in the [six-month period] ended [June 30]": "P6M 2022-06-30",
    }, ("a..u", "b"), ("s", "")),
    Rule("relation.unit-that-ended", "signalled", f"s:in|for|during|over|of|from|and? w:the? {_ACCOUNTS}? u:<unit> ended|ending on|in? b:{_ENDS}", _unit_up_to, {
        "in [the year] ended [March 31]": "P1Y 2022-03-31", "in [the quarter] ended [June 30]": "2022-Q2 2022-06-30", "[The quarter] ended [April 30, 2022] was poor": "2022-Q1 2022-04-30",
        "its fiscal [year] ended [June 2022]": "P1Y 2022-06",
    }, ("w..u", "b"), ("s", "")),
    Rule("relation.amount-and-unit-that-ended", "signalled", f"s:in|for|during|over|of? a:<duration> and|or w:the? {_ACCOUNTS}? u:<unit> ended|ending on|in? b:{_ENDS}",
         lambda s, a, w, u, b: None if (one := up_to(a, b)) is None or (other := _unit_up_to(s, w, u, b)) is None else (one[0], *other), {
        "for [the three months] and [year] ended [December 31, 2015]": "P3M P1Y 2015-12-31",
    }, ("a", "w..u", "b"), ("s", "", "")),
    Rule("relation.nth-quarter-that-ended", "signalled", f"s:in|for|during|over|of|from? a:<barequarter> ended|ending on|in? b:{_ENDS}", _quarter_up_to, {
        "in [the third quarter] ended [July 2, 2022]": "2022-Q3 2022-07-02",
    }, ("a", "b"), ("s", "")),
    Rule("relation.first-amount-of", "signalled", "s:in|during|for|over|through? a:<firstduration> of d:<dated>", lambda s, a, d: first_of(a, 1, d), {
        "in [the first nine months] of [2019]": "P9M 2019",
    }, ("a", "d"), ("s", "")),
    Rule("relation.last-amount-of", "signalled", "s:in|during|for|over|through? a:<lastduration> of d:<dated>", lambda s, a, d: first_of(a, -1, d), {
        "in [the last three days] of [May]": "P3D 2022-05",
    }, ("a", "d"), ("s", "")),
    Rule("relation.first-amount-of-the-unit", "signalled", "s:in|during|for|over|through? a:<firstduration> of d:<theunit>", lambda s, a, d: first_of(a, 1, d[0]), {
        "in [the first three months] of [the year]": "P3M 2022",
    }, ("a", "d"), ("s", "")),
    Rule("relation.last-amount-of-the-unit", "signalled", "s:in|during|for|over|through? a:<lastduration> of d:<theunit>", lambda s, a, d: first_of(a, -1, d[0]), {"in [the last two weeks] of [the year]": "P2W 2022"}, ("a", "d"), ("s", "")),
    Rule("relation.first-quarters-of", "signalled", "s:in|during|for|over|through? a:<firstquarters> of|in d:<dated>", lambda s, a, d: first_of(a[0], a[1], d), {
        "in [the last two quarters] of [last year]": "P2Q 2021",
    }, ("a", "d"), ("s", "")),
    Rule("relation.first-quarters-of-the-unit", "signalled", "s:in|during|for|over|through? a:<firstquarters> of|in d:<theunit>", lambda s, a, d: first_of(a[0], a[1], d[0]), {
        "in [the first three quarters] of [the year]": "P3Q 2022",
    }, ("a", "d"), ("s", "")),
    Rule("relation.amount-from-a-date", "signalled", f"s:for a:<duration> ,? {_BEGINNING} from|on|in|at? b:<daydate|weekdaydate|bareday|monthdate|baremonth|weekdate|time>", lambda s, a, b: first_of(a, 1, b), {
        "shut for [three days] from [Monday]": "P3D 2022-07-18", "shut for [two weeks] starting [3 May]": "P2W 2022-05-03", "lasts for [two hours] from [2 p.m.]": "PT2H 2022-07-22T14:00", "shut for [two hours] starting at [3 p.m.]": "PT2H 2022-07-22T15:00",
    }, ("a", "b"), ("s", "")),
    Rule("relation.from-a-date-for-an-amount", "signalled", f"s:{_BEGINNING} on|in|at? b:<daydate|weekdaydate|bareday|monthdate|baremonth|weekdate|time> ,? t:for a:<duration>",
         lambda s, b, t, a: None if (found := first_of(a, 1, b)) is None else found[::-1], {
        "shut from [3 May] for [ten days]": "2022-05-03 P10D", "shut starting at [3 p.m.] for [two hours]": "2022-07-22T15:00 PT2H",
    }, ("b", "a"), ("s", "t")),
    Rule("relation.so-far", "signalled", "so|thus far in? d:<yeardate|monthdate|weekdate|daydate|date>", so_far, {"so far [this year]": "2022"}, ("d",), ("",)),
    Rule("relation.week-and-its-day", "signalled", "a:<date|weekdate> ,? s:on b:<weekdaydate|time>", lambda a, s, b: in_its_week(a, b), {
        "[early last week], on [Monday], he left": "2022-W28 2022-07-11", "[late last week] on [Friday night] he left": "2022-W28 2022-07-15TNI",
    }, ("a", "b"), ("", "s")),
    Rule("relation.the-day-in-apposition-to-a-date", "signalled", "s:on? a:<bareday|daydate> , b:<theunitbeside>", lambda s, a, b: apposed(a, b), {
        "seen on [3 July], [the day] before they left": "2022-07-03 2022-07-03",
    }, ("a", "b"), ("s", "")),
    Rule("relation.set-since", "signalled", "a:<set> s:since b:<expression>", lambda a, s, b: recurring_since(a, b), {
        "[each year] since [2019]": "P1Y 2019",
    }, ("a", "b"), ("", "s")),
)  # fmt: skip

LEVEL = Level("relations", (*_RANGES, *_SIGNALS))
