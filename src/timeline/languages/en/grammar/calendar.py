"""Dates that name a place on the calendar: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    At,
    Backward,
    Bare,
    Between,
    In,
    Now,
    Nth,
    NthWeek,
    Onward,
    This,
)
from timeline.calculus.recurring import (
    DayOfMonth,
    DayOfWeek,
    DayOfYear,
    MonthOfYear,
    Unit,
)
from timeline.languages.en.grammar import fiscal, numeric, seasons
from timeline.languages.en.grammar.centuries import CENTURY_RULES
from timeline.languages.en.grammar.clock import FOUR_DIGITS
from timeline.languages.en.grammar.early_years import EARLY_YEAR_RULES
from timeline.languages.en.grammar.eras import ERA_RULES
from timeline.languages.en.grammar.fiscal import range_of_years
from timeline.languages.en.grammar.holidays import HOLIDAY_RULES
from timeline.languages.en.grammar.old_dates import OLD_DATE_RULES
from timeline.languages.en.grammar.quarters import QUARTER_RULES
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import (
    at_month,
    at_year,
    bare,
    date,
    day_of,
    day_range,
    related,
    short_year,
)
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale

__all__ = ["level"]


def _iso_week(n: int, y: int) -> Meaning | None:
    return date(NthWeek(int(n), at_year(y))) if 1 <= n <= 53 else None  # ISO weeks


def _month_year(m: int, y: int) -> Meaning:
    return date(at_month(y, m))


def _month_range(a: int, b: int) -> tuple[Meaning, Meaning]:
    first, last = Bare(MonthOfYear(a)), Onward(MonthOfYear(b), Bare(MonthOfYear(a)))
    between = Between(first, last)
    return date(first, relation=between), date(last, relation=between)


def _weekday_range(a: int, b: int) -> tuple[Meaning, Meaning]:
    first, last = Bare(DayOfWeek(a)), Onward(DayOfWeek(b), Bare(DayOfWeek(a)))
    between = Between(first, last)
    return date(first, relation=between), date(last, relation=between)


_ORDINAL_DAY = 31
_MONTH_BEFORE = "=in|since|until|till|by|from|of|last|next|this|early|late|mid|through|during|between|and|to|every|each|before|after|coming|past|following|previous|coldest|hottest|warmest|wettest|driest|busiest|deadliest|-|'"

_POINTING = "last|next|this|that|previous|following|coming|past|every|each|same"
_HAPPENED = (
    "ruling|decision|announcement|attack|attacks|bombing|bombings|shooting|killing|killings|verdict|crash|accident|blast"
    "|explosion|earthquake|arrest|arrests|statement|comments|remarks|loss|losses|defeat|win|victory|gains|declaration"
    "|violence|clashes|raid|raids"
)

_RULES = (
    # Days
    Rule("calendar.month-day-year", "daydate", "month:<monthname> .? day:<monthday> ,? year:<year> !<magnitude>", day_of, {
        "on [July 22, 2022]": "2022-07-22", "[Sept. 11 2001] attacks": "2001-09-11", "[May 3rd, 1999]": "1999-05-03",
    }),
    Rule("calendar.day-month-year", "daydate", "d:<monthday> of? m:<monthname> .? ,? y:<year>", lambda d, m, y: day_of(m, d, y), {
        "on [22 July 2022]": "2022-07-22", "[3rd of May 1999]": "1999-05-03",
    }),
    Rule("calendar.month-day-short-year", "daydate", "m:<monthname> .? d:<monthday> ,? ' y:<yy>", lambda m, d, y: day_of(m, d, short_year(y)), {
        "on [July 22nd, '22]": "2022-07-22",
    }),
    Rule("calendar.day-month-short-year", "daydate", "d:<monthday> m:<monthname> .? ' y:<yy>", lambda d, m, y: day_of(m, d, short_year(y)), {"on [22 July '22]": "2022-07-22"}),
    Rule("calendar.day-month-year-hyphenated", "daydate", "d:<day> - m:<monthname> - y:<year|yy>", lambda d, m, y: day_of(m, d, y if y > 99 else short_year(y)), {  # two digits
        "on [22-Jul-2022]": "2022-07-22",
    }),
    Rule("calendar.day-of-the-year", "daydate", "the? o:<ord> day of y:<year>", lambda o, y: date(Nth(o, Unit(G.DAY), at_year(y))), {
        "on [the 203rd day of 2022]": "2022-07-22",
    }),
    Rule("calendar.week-of-a-year", "weekdate", "week n:<day|num> ,? of|in? y:<year>", _iso_week, {"in [week 27 of 2022]": "2022-W27"}),
    Rule("calendar.the-day-month-year", "daydate", "the d:<dayord|ord> [ day ] of m:<monthname> .? ,? y:<year>", lambda d, m, y: day_of(m, d, y), {
        "on [the fourth of July, 1776]": "1776-07-04",
    }),
    Rule("calendar.nth-of-month", "bareday", "d:<dayord> of m:<monthname>", lambda d, m: day_of(m, d), {"a [4th of July] parade": "2022-07-04"}),
    Rule("calendar.month-day", "bareday", "m:<monthname> .? d:<monthday> !<magnitude>", lambda m, d: day_of(m, d), {
        "on [July 4]": "2022-07-04", "opened on [Jan. 3]": "2022-01-03",
    }),
    Rule("calendar.month-the-day", "bareday", "m:<monthname> the d:<dayord|ord>", lambda m, d: day_of(m, d) if d <= _ORDINAL_DAY else None, {
        "on [July the 4th]": "2022-07-04",
    }),
    Rule("calendar.day-month", "bareday", "d:<monthday> m:<monthname> .?", lambda d, m: day_of(m, d), {
        "died on [4 July]": "2022-07-04",
    }),
    Rule("calendar.the-day-of-month", "bareday", "the d:<dayord|ord> [ day ] of m:<monthname>",
         lambda d, m: day_of(m, d) if d <= _ORDINAL_DAY else None, {"on [the 4th of July]": "2022-07-04"}),
    Rule("calendar.month-days", "daydate", "m:<monthname> .? r:<dayrange> [ ,? y:<year> ]", lambda m, r, y: day_range(m, r, y), {
        "held [May 10-12, 2019]": "2019-05-10",
    }),
    Rule("calendar.days-month", "daydate", "r:<dayrange> m:<monthname> [ ,? y:<year> ]", lambda r, m, y: day_range(m, r, y), {
        "held [10–12 May]": "2022-05-10",
    }),
    Rule("calendar.two-days-of-a-month", "daydate", "m:<monthname> .? a:<monthday> -|-- b:<monthday> ,? y:<year>?",
         lambda m, a, b, y: day_range(m, (a, b), y) if a < b else None, {"held [May 10 – 11]": "2022-05-10"}),
    Rule("calendar.the-first-of-the-year", "bareday", "the first of the year", lambda: bare(DayOfYear(1, 1)), {"after [the first of the year]": "2023-01-01"}),
    Rule("calendar.the-nth-of-the-month", "daydate", "the d:<dayord> of the month", lambda d: bare(DayOfMonth(d)), {"paid on [the 1st of the month]": "2022-07-01"}),
    Rule("calendar.the-nth", "daydate", "=on the d:<dayord> !<lower|plural|capital|function>", lambda d: bare(DayOfMonth(d)), {
        "arrived on [the 14th].": "2022-07-14",
    }),
    Rule("calendar.the-nth-after-a-limit", "daydate", "=until|till|by|since|than the d:<dayord> !<lower|plural|capital|unit|units|pod|percent|ord|'and|'or|'of|->", lambda d: bare(DayOfMonth(d), confidence=0.8), {
        "has until [the 29th] to reply": "2022-07-29", "worked there since [the 12th].": "2022-07-12",
    }),
    Rule("calendar.the-nth-after-from", "daydate", "=from|before|after the d:<dayord> =<',|'.|';|'till|'until|'on|'onwards>", lambda d: bare(DayOfMonth(d), confidence=0.8), {
        "in town from [the 14th], then": "2022-07-14",
    }),
    Rule("calendar.letter-of-the-nth", "daydate", "letter|note|message|cable|telegram|email|memo of the d:<dayord> !<lower|plural|capital|'inst|'instant|'ult|'ultimo|'prox|'proximo|'and|'or|'of|->", lambda d: bare(DayOfMonth(d)), {
        "your letter of the [3rd].": "2022-07-03",
    }, ("d",)),
    Rule("calendar.month-slash-year", "monthdate", "=in|since|until|till|by|from|to|through|of|before|after|expires|expired|expiry|was|dated|'(|,|; d:<slashmonth>", lambda d: date(At(d)), {"expires [09/2025]": "2025-09"}),
    Rule("calendar.iso-month", "monthdate", "d:<isomonth>", lambda d: date(At(d)), {"in [2022-07]": "2022-07"}),
    # Weekdays
    Rule("calendar.weekday-of-a-past-event", "weekdaydate", f"!{_POINTING} w:<weekday> ' s {_HAPPENED}", lambda w: (date(Backward(DayOfWeek(w), Now())),), {
        "They would appeal [Wednesday]'s ruling": "2022-07-20", "They will discuss [Friday]'s attack": "2022-07-22",
    }, ("w",)),
    Rule("calendar.weekday", "weekdaydate", "w:<weekday>", lambda w: bare(DayOfWeek(w)), {"on [Friday]": "2022-07-22"}),
    Rule("calendar.weekday-abbreviated", "weekdaydate", "=on|last|next|this|until|by|since w:<weekdayabbr> .?", lambda w: bare(DayOfWeek(w)), {
        "on [Thurs.] he left": "2022-07-21",
    }),
    Rule("calendar.any-weekday", "anyday", "a|one|any w:<weekday> !<lower|plural|capital|capitalised|pod|unit|units|num|'->", lambda w: Meaning("DATE", value=f"XXXX-WXX-{w}"), {
        "on [a Friday], never": "XXXX-WXX-5",
    }),
    Rule("calendar.any-weekday-part", "anyday", "a|one|any w:<weekday> p:<pod> !<lower|plural|capital|capitalised|'->", lambda w, p: Meaning("TIME", value=f"XXXX-WXX-{w}T{p}"), {
        "on [a Tuesday morning], she left": "XXXX-WXX-2TMO",
    }),
    Rule("calendar.weekday-abbreviated-before-a-date", "weekdaydate", "w:<weekdayabbr> .? ,? =<month|monthabbr|day|clock>", lambda w: bare(DayOfWeek(w)), {
        "[Thu, 21 July 2022]": "2022-07-21",
    }),
    Rule("calendar.weekdays-abbreviated", "weekdaydate", "a:<weekdayabbr> .? and|/ b:<weekdayabbr> .?", lambda a, b: (bare(DayOfWeek(a)), bare(DayOfWeek(b))), {
        "open [Sat] and [Sun]": "2022-07-16 2022-07-17",
    }, ("a", "b")),
    Rule("calendar.weekday-range-abbreviated", "weekdaydate", "a:<weekdayabbr> .? to|through|-|-- b:<weekdayabbr> .?", _weekday_range, {
        "open [Mon]-[Fri]": "2022-07-18 2022-07-22",
    }, ("a", "b")),
    # Months
    Rule("calendar.month-year", "monthdate", "m:<monthname> .? ,? of? y:<year>", _month_year, {
        "in [July 2022]": "2022-07", "in [March, 1999]": "1999-03",
    }),
    Rule("calendar.month-short-year", "monthdate", "m:<monthname> .? ' y:<yy>", lambda m, y: _month_year(m, short_year(y)), {"in [May '98]": "1998-05"}),
    Rule("calendar.month-range", "monthdate", "a:<monthname> .? -|-- b:<monthname> .? !<year|',|''>", _month_range, {"held [May]-[July]": "2022-05 2022-07"}, ("a", "b")),
    Rule("calendar.month-of-an-early-year", "monthdate", "m:<monthname> of y:<int>", lambda m, y: _month_year(m, y) if 100 <= y < 1000 else None, {  # three digits
        "in [December of 384]": "0384-12",
    }),
    Rule("calendar.month", "baremonth", "m:<plainmonth>", lambda m: bare(MonthOfYear(m)), {
        "in [May]": "2022-05", "[September] was dry": "2021-09",
    }),
    Rule("calendar.month-name", "baremonth", "!<capital> m:<namemonth> !<capital>", lambda m: bare(MonthOfYear(m), confidence=0.9), {
        "[April] was dry": "2022-04",
    }),
    Rule("calendar.month-name-after-a-preposition", "baremonth", f"{_MONTH_BEFORE} m:<namemonth>", lambda m: bare(MonthOfYear(m)), {
        "in [June] Smith left": "2022-06",
    }),
    Rule("calendar.month-verb", "baremonth", f"{_MONTH_BEFORE} m:<verbmonth>", lambda m: bare(MonthOfYear(m)), {
        "since [March] they met": "2022-03",
    }),
    Rule("calendar.month-as-an-adjective", "baremonth", "=the m:<verbmonth> =<lower|plural>", lambda m: bare(MonthOfYear(m), confidence=0.9), {
        "the [May] election": "2022-05",
    }),
    Rule("calendar.month-abbreviated", "baremonth", "=in|of|last|next|this|since|until|by|early|late|mid|- m:<monthabbr> .?",
         lambda m: bare(MonthOfYear(m)), {"in [Sept.] he left": "2021-09"}),
    *QUARTER_RULES,
    # Years
    Rule("calendar.the-year", "yeardate", "the? calendar? year y:<year|spelledyear>", lambda y: date(at_year(y)), {"in [the calendar year 2008]": "2008", "in [the year 2000]": "2000"}),
    Rule("calendar.new-year-of-a-year", "daydate", "!<'a|'fiscal|'school|capital|person|nationword> new year y:<year>", lambda y: date(In(DayOfYear(1, 1), at_year(y))), {"at [New Year 2020]": "2020-01-01"}),
    Rule("calendar.year-in-words", "yeardate", "y:<spelledyear>", lambda y: date(at_year(y)) if 1400 <= y <= 2100 else None, {"[nineteen eighty-four] was dry": "1984"}),  # "twelve ninety-nine" is a price
    Rule("calendar.year-in-words-early", "yeardate", "=in|since|until|by|from|of|to y:<spelledyear>", lambda y: date(at_year(y)), {"in [twelve fifteen]": "1215"}),
    Rule("calendar.apostrophe-year", "yeardate", "=in|of|since|until|by|from|to|summer|spring|winter|fall|and|early|mid|late|before|after ' y:<yy>", lambda y: date(at_year(short_year(y))), {"in ['98]": "1998"}),
    Rule("calendar.year-after-a-preposition", "yeardate",
         "=in|since|until|till|by|from|during|of|before|after|through|early|late|mid|circa|and|or|to|between y:<year> !<unit|units|magnitude|plural|''|percent>",
         lambda y: date(at_year(y)), {"since [2019]": "2019", "in [1453]": "1453"}),
    Rule("calendar.year-before-a-plural", "yeardate", "=in|since|until|till|from|during y:<likelyyear> =<plural>",
         lambda y: date(at_year(y), confidence=0.85) if 1900 <= y <= 2100 and y % 100 else None, {  # round numbers count
        "In [2015] engineers recommended a barrier.": "2015", "Since [2008] countries have paid more.": "2008",
    }),
    Rule("calendar.year-after-about", "yeardate", "=around|circa|about y:<likelyyear> !<unit|units|magnitude|plural|percent|lower|capital|'of>",
         lambda y: date(at_year(y)), {"[around 1990]": "1990"}),
    Rule("calendar.since-at-least-a-year", "yeardate", "s:since at least|around|about|approximately y:<likelyyear> !<unit|units|magnitude|plural|currency|percent>",
         lambda s, y: related("since", date(at_year(y))), {"there since at least [2018], they": "2018"}, ("y",), ("s",)),
    Rule("calendar.no-earlier-than-a-year", "yeardate", "no|not w:earlier|later|sooner than y:<year>", lambda w, y: evolve(related("by" if w == "later" else "since", date(at_year(y))), mod="ON_OR_BEFORE" if w == "later" else "ON_OR_AFTER"), {
        "no earlier than [2025]": "2025",
    }, ("y",)),
    Rule("calendar.year-range-short", "yeardate", "a:<likelyyear> -- b:<yy> =<')|',|'.|';>", lambda a, b: range_of_years((a, a - a % 100 + b)) if a % 100 < b else None, {
        "wrote it in [1890 – 91], in Prague": "1890/1891",
    }),
    Rule("calendar.year-after-a-possessive", "yeardate", "=<possessive> y:<likelyyear> =<lower|capital>", lambda y: date(at_year(y), confidence=0.8) if y <= 2100 else None, {
        "in his [1796] essay": "1796",
    }),
    Rule("calendar.year-of-levels", "yeardate", "=of|from|over|above|below|than|at|to y:<likelyyear> =levels|prices|figures|standards|rates", lambda y: date(at_year(y)) if 1900 <= y <= 2100 else None, {
        "10% below [1990] levels": "1990",
    }),
    Rule("calendar.year", "yeardate", "!<quantity|currency|mod_before|number|int|numbered> y:<likelyyear> !<unit|units|magnitude|plural|currency|percent|capital|'of|'block>",
         lambda y: date(at_year(y), confidence=0.8) if 1800 <= y <= 2100 else None, {"the [2008] crisis": "2008"}),  # years of news
    Rule("calendar.year-and-name", "yeardate", "!<quantity|currency|mod_before|number|int|numbered> y:<likelyyear> =<capital>",
         lambda y: date(at_year(y), confidence=0.7) if 1900 <= y <= 2050 else None, {"the [2018] World Cup": "2018"}),
    Rule("calendar.the-year-and-name", "yeardate", "=the y:<likelyyear> =<capital>", lambda y: date(at_year(y), confidence=0.7) if 1600 <= y <= 2050 else None, {
        "the [1863] Emancipation Proclamation": "1863",
    }),
    Rule("calendar.year-of-things", "yeardate", "=the y:<likelyyear> =<plural>",
         lambda y: date(at_year(y), confidence=0.7) if 1900 <= y <= 2050 and y % 100 else None, {"the [1992] protests": "1992"}),
    Rule("calendar.pre-or-post-year", "yeardate", "w:pre|post - y:<likelyyear>",
         lambda w, y: evolve(related("before" if w == "pre" else "after", date(at_year(y))), mod="BEFORE" if w == "pre" else "AFTER"), {
        "the [post-2008] world": "2008"}),
    Rule("calendar.the-full-year", "yeardate", "the full|fiscal|financial year !<year|'ended|'ending>", lambda: date(This(Unit(G.YEAR))), {"for [the full year]": "2022"}),
    Rule("calendar.year-possessive", "yeardate", "y:<likelyyear> ='", lambda y: date(at_year(y)), {"exactly [2019]'s winner": "2019"}),
    Rule("calendar.year-range", "yeardate", "r:<yearrange>", range_of_years, {"in [2010-15]": "2010/2015"}),
)  # fmt: skip


def level(locale: Locale) -> Level:
    """Give the level, with the order of dates, the seasons and the fiscal years of a locale."""
    old = (*OLD_DATE_RULES, *ERA_RULES, *EARLY_YEAR_RULES)
    local = (*numeric.rules(locale), *seasons.rules(locale), *fiscal.rules(locale))
    return Level("calendar", (*HOLIDAY_RULES, *old, *local, *FOUR_DIGITS, *_RULES, *CENTURY_RULES))
