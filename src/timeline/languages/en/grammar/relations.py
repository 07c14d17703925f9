"""Signals and ranges: since 2019, by March, from May to July, between 2010 and 2015, each year since 2019."""

from __future__ import annotations

from attrs import evolve

from timeline.languages.clocks import clock_of, from_hour, lasting, said_clock, side_by_side, to_hour
from timeline.languages.meanings import related
from timeline.languages.ranges import (
    alike,
    apposed,
    between,
    first_of,
    life,
    nths,
    recurring_since,
    rest_of_month,
    same_month,
    since_last,
    so_far,
    up_to,
    years_bc,
)
from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]


_NO_HOUR = "!<unit|units|lower|plural|capital|num|month|magnitude|percent|currency|'-|':>"
"""What a number counts if it tells no hour."""

_SIGNALS = (
    Rule("relation.since", "signalled", "s:since e:<expression>", lambda s, e: since_last(e), {"ever since [2019]": "2019", "Since [Oct. 3] we wait.": "2021-10-03", "shut since [Monday], will open": "2022-07-18"}, ("e",), ("s",)),
    Rule("relation.since-at-least", "signalled", "s:since at least|around|about e:<dated>", lambda s, e: related("since", e), {"there since at least [June]": "2022-06"}, ("e",), ("s",)),
    Rule("relation.until", "signalled", "s:until|till e:<expression>", lambda s, e: related("until", e), {"closed until [Tuesday]": "2022-07-26"}, ("e",), ("s",)),
    Rule("relation.by", "signalled", "s:by e:<expression>", lambda s, e: related("by", e), {"will end by [March]": "2023-03"}, ("e",), ("s",)),
    Rule("relation.before", "signalled", "s:before e:<expression>", lambda s, e: related("before", e), {"left before [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.after", "signalled", "s:after e:<expression>", lambda s, e: related("after", e), {"left after [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.no-later-than", "signalled", "no s:later than e:<expression>", lambda s, e: evolve(related("by", e), mod="ON_OR_BEFORE"), {"no later than [Friday]": "2022-07-22"}, ("e",), ("s",)),
    Rule("relation.no-earlier-than", "signalled", "no|not s:earlier|before|sooner than? e:<expression>", lambda s, e: evolve(related("since", e), mod="ON_OR_AFTER"), {"no earlier than [Friday]": "2022-07-22"}, ("e",), ("s",)),
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
    Rule("relation.in-on-at", "signalled", "s:in|on|at|during|for|within|over|through|throughout|around|to|of e:<expression>", lambda s, e: e, {
        "in [May]": "2022-05", "for [ten days]": "P10D",
    }, ("e",), ("s",)),
)  # fmt: skip

_RANGES = (
    Rule("relation.from-to", "signalled", "s:from a:<expression> t:to|until|till|through b:<expression>", lambda s, a, t, b: between(a, b), {
        "from [May] to [July 2019]": "2019-05 2019-07", "from [4 May] until [the end of the year]": "2022-05-04 2022", "from [May] to [the end of 2019]": "2019-05 2019", "from [2010] until [2015]": "2010 2015",
        "lasted from [3:10 a.m.] to [7 a.m. on Monday]": "2022-07-18T03:10 2022-07-18T07:00",
        "lasted from [10 p.m.] to [2 a.m. on Monday]": "2022-07-17T22:00 2022-07-18T02:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.from-day-to-date", "signalled", "s:from a:<day|dayord> t:to|until b:<daydate|bareday>", lambda s, a, t, b: between(same_month(a, b), b), {
        "from [3] to [5 May 2022]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-day-and-date", "signalled", "s:between a:<day|dayord> t:and b:<daydate|bareday>", lambda s, a, t, b: between(same_month(a, b), b), {
        "between [3] and [5 May 2022]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-and", "signalled", "s:between [ the hours of ] a:<expression> t:and b:<expression>", lambda s, a, t, b: between(a, b), {
        "between [2010] and [2015]": "2010 2015", "between [November 2019] and [the following March]": "2019-11 2020-03",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.date-through-date", "signalled", "a:<expression> t:through b:<expression>", lambda a, t, b: between(a, b), {
        "[2010] through [2015]": "2010 2015",
    }, ("a", "b"), ("", "t")),
    Rule("relation.in-date-dash-date", "signalled", "s:in|on|at|from|between|during|for|within|over|throughout|around|of a:<dated|time> -|--|–|— b:<dated|time>", lambda s, a, b: alike(a, b), {
        "in [1909] – [1910], he": "1909 1910", "open from [9am]-[5pm]": "2022-07-22T09:00 2022-07-22T17:00",
    }, ("a", "b"), ("s", "")),
    Rule("relation.date-dash-date", "signalled", "a:<dated|time> -|--|–|— b:<dated|time>", between, {
        "[January 23] - [March 9 2014]": "2014-01-23 2014-03-09",
    }, ("a", "b")),
    Rule("relation.date-to-date", "signalled", "a:<dated|time> -? t:to|until|till -? b:<dated|time> !'", lambda a, t, b: alike(a, b), {
        "[2010] to [2015]": "2010 2015", "[9 a.m.] to [5 p.m.]": "2022-07-22T09:00 2022-07-22T17:00", "a [9 p.m.]-to-[5 a.m.] curfew": "2022-07-22T21:00 2022-07-23T05:00",
        "shut [10 p.m. Friday] to [5 a.m. Monday]": "2022-07-22T22:00 2022-07-25T05:00", "[3 May] to [2 June 2019]": "2019-05-03 2019-06-02",
    }, ("a", "b"), ("", "t")),
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
    Rule("relation.from-a-day-for-days", "signalled", "s:from|starting|beginning on? a:<daydate|weekdaydate|bareday> t:for b:<duration>", lambda s, a, t, b: lasting(a, b), {
        "shut from [3 May] for [two weeks]": "2022-05-03 P2W",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.for-hours-from-a-time", "signalled", "s:for a:<duration> ,? t:from|starting|beginning|at on|at? b:<time|daydate|weekdaydate|bareday>", lambda s, a, t, b: None if (both := lasting(b, a)) is None else both[::-1], {
        "shut for [two hours] from [3 p.m.]": "PT2H 2022-07-22T15:00", "shut for [two weeks] from [3 May]": "P2W 2022-05-03",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.years-bc", "signalled", "s:between|from about|around|roughly|circa? a:<int|num> t:and|to|until b:<yeardate|date>", lambda s, a, t, b: years_bc(a, b), {
        "between [500] and [400 BC]": "BC0500 BC0400",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.early-year-to-year", "signalled", "a:<yeardate> -|--|–|— b:<int>", life, {"monk ([AD 314] – [368])": "0314 0368"}, ("a", "b")),
    Rule("relation.from-early-year-to-year", "signalled", "s:from|between a:<yeardate> t:to|until|till|and b:<int> !<unit|units|magnitude|plural|percent|lower>", lambda s, a, t, b: life(a, b), {
        "from [AD 117] to [138]": "0117 0138",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.date-to-day", "signalled", "a:<bareday|daydate> t:to|until|through b:<day|dayord> !<unit|units|month|magnitude|plural>", lambda a, t, b: rest_of_month(a, b), {
        "[May 3] to [5]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("", "t")),
    Rule("relation.from-date-to-day", "signalled", "s:from|between a:<bareday|daydate> t:to|until|through|and b:<day|dayord> !<unit|units|month|magnitude|plural>", lambda s, a, t, b: rest_of_month(a, b), {
        "from [May 10] to [12]": "2022-05-10 2022-05-12",
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
    Rule("relation.amount-that-ended", "signalled", "s:in|for|during|over|of a:<duration> ended|ending b:<monthdate|baremonth|daydate|bareday>", lambda s, a, b: up_to(a, b), {
        "for [the three months] ended [June 30]": "P3M 2022-06-30",
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
    Rule("relation.so-far", "signalled", "so|thus far in? d:<yeardate|monthdate|weekdate|daydate|date>", so_far, {"so far [this year]": "2022"}, ("d",), ("",)),
    Rule("relation.the-day-in-apposition-to-a-date", "signalled", "s:on? a:<bareday|daydate> , b:<theunitbeside>", lambda s, a, b: apposed(a, b), {
        "seen on [3 July], [the day] before they left": "2022-07-03 2022-07-03",
    }, ("a", "b"), ("s", "")),
    Rule("relation.set-since", "signalled", "a:<set> s:since b:<expression>", lambda a, s, b: recurring_since(a, b), {
        "[each year] since [2019]": "P1Y 2019",
    }, ("a", "b"), ("", "s")),
)  # fmt: skip

LEVEL = Level("relations", (*_RANGES, *_SIGNALS))
