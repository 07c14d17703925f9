"""Dates that name a place on the calendar: days, months, quarters, seasons, years, decades, centuries, holidays."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    Backward,
    In,
    Now,
    This,
)
from timeline.calculus.recurring import (
    DayOfWeek,
    DayOfYear,
    Unit,
)
from timeline.languages.en.grammar import fiscal, numeric, seasons
from timeline.languages.en.grammar.centuries import CENTURY_RULES
from timeline.languages.en.grammar.clock import FOUR_DIGITS
from timeline.languages.en.grammar.days import DAY_RULES, days_of_month
from timeline.languages.en.grammar.early_years import EARLY_YEAR_RULES
from timeline.languages.en.grammar.eras import ERA_RULES
from timeline.languages.en.grammar.fiscal import range_of_years
from timeline.languages.en.grammar.holidays import HOLIDAY_RULES
from timeline.languages.en.grammar.joints import JOINT, joins
from timeline.languages.en.grammar.months import MONTH_RULES
from timeline.languages.en.grammar.old_dates import OLD_DATE_RULES
from timeline.languages.en.grammar.quarters import QUARTER_RULES
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import (
    at_year,
    bare,
    date,
    day_range,
    related,
    short_year,
)
from timeline.languages.ranges import between
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale

__all__ = ["level"]


def _to_short_year(s: str | None, a: int, t: str, p: str | None, b: int) -> tuple[Meaning, Meaning] | None:
    """Mean the years from one to another of its century, of which two digits are said; they need a word or an apostrophe."""
    last = a - a % 100 + b
    if last <= a or not joins(s, t) or (s is None and p is None):
        return None
    return between(date(at_year(a)), date(at_year(last)))


def _weekday_range(
    s: str | None, a: int, _p: str | None, t: str, b: int, _q: str | None
) -> tuple[Meaning, Meaning] | None:
    return between(bare(DayOfWeek(a)), bare(DayOfWeek(b))) if joins(s, t) else None


_POINTING = "last|next|this|that|previous|following|coming|past|every|each|same"
_HAPPENED = (
    "ruling|decision|announcement|attack|attacks|bombing|bombings|shooting|killing|killings|verdict|crash|accident|blast"
    "|explosion|earthquake|arrest|arrests|statement|comments|remarks|loss|losses|defeat|win|victory|gains|declaration"
    "|violence|clashes|raid|raids"
)

_RULES = (
    *DAY_RULES,
    Rule("calendar.month-days", "daydate", "m:<anymonth> .? r:<dayrange> [ ,? y:<year> ]", lambda m, r, y: days_of_month(m, r, y), {
        "held [May 10]-[12, 2019]": "2019-05-10 2019-05-12",
    }),
    Rule("calendar.days-month", "daydate", "r:<dayrange|slashday> m:<anymonth> [ ,? y:<year> ]", lambda r, m, y: days_of_month(m, r, y), {
        "held [10]–[12 May]": "2022-05-10 2022-05-12", "held [10/11 May 2019]": "2019-05-10",
    }),
    Rule("calendar.days-that-a-month-lacks", "daydate", "m:<anymonth> .? a:<monthday> -|-- b:<monthday> ,? y:<year>?",
         lambda m, a, b, y: days_of_month(m, (a, b), y) if day_range(m, (a, b), y) is None else None, {"held [February 20 – 30, 2022]": "2022-02"}),
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
    Rule("calendar.weekday-abbreviated-before-a-date", "weekdaydate", "w:<weekdayabbr> .? ,? =<month|monthabbr|day|dayord|clock|fulldate|fulltime|eitherdate|dayandmonth>", lambda w: bare(DayOfWeek(w)), {
        "[Thu, 21 July 2022]": "2022-07-21",
    }),
    Rule("calendar.weekdays-abbreviated", "weekdaydate", "a:<weekdayabbr> p:.? [ , b:<weekdayabbr> q:.? ] [ , c:<weekdayabbr> r:.? ] ,? and|or|&|/ e:<weekdayabbr|weekday> t:.?",
         lambda a, p, b, q, c, r, e, t: tuple(bare(DayOfWeek(each)) for each in (a, b, c, e) if each is not None), {
        "open [Sat] and [Sun]": "2022-07-16 2022-07-17", "open [Mon.], [Wed.] and [Fri] it was": "2022-07-18 2022-07-20 2022-07-22",
    }, ("a..p", "b..q", "c..r", "e..t")),
    Rule("calendar.weekday-range-abbreviated", "weekdaydate", f"s:from|between? a:<weekdayabbr> p:.? t:{JOINT} b:<weekdayabbr|weekday> q:.?", _weekday_range, {
        "open [Mon]-[Fri]": "2022-07-18 2022-07-22", "worked from [Mon.] through [Friday]": "2022-07-18 2022-07-22",
    }, ("a..p", "b..q"), ("s", "t")),
    *MONTH_RULES,
    *QUARTER_RULES,
    # Years
    Rule("calendar.the-year", "yeardate", "the? calendar? year y:<year|spelledyear|countyear>", lambda y: date(at_year(y)), {"in [the calendar year 2008]": "2008", "in [the year 2000]": "2000"}),
    Rule("calendar.new-year-of-a-year", "daydate", "!<'a|'fiscal|'school|capital|person|nationword> new year y:<year>", lambda y: date(In(DayOfYear(1, 1), at_year(y))), {"at [New Year 2020]": "2020-01-01"}),
    Rule("calendar.year-in-words", "yeardate", "y:<spelledyear>", lambda y: date(at_year(y)) if 1400 <= y <= 2100 else None, {"[nineteen eighty-four] was dry": "1984"}),  # "twelve ninety-nine" is a price
    Rule("calendar.year-in-words-or-count", "yeardate", "=in|since|until|till|by|before|after|during y:<countyear>", lambda y: date(at_year(y)), {"in [two thousand and twenty]": "2020"}),
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
    Rule("calendar.year-to-short-year", "yeardate", f"s:from|between? a:<likelyyear> t:{JOINT} p:'? b:<yy> !<unit|units|plural|lower|magnitude|percent|currency|month|monthabbr|'->", _to_short_year, {
        "from [1939] to [45]": "1939 1945", "from [1914] to ['18]": "1914 1918", "between [1965] and ['67]": "1965 1967",
    }, ("a", "p..b"), ("s", "t")),
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
    Rule("calendar.year-range", "yeardate", "r:<yearrange>", range_of_years, {"in [2010]-[15]": "2010 2015", "in [2010/11]": "2010/2011"}),
)  # fmt: skip


def level(locale: Locale) -> Level:
    """Give the level, with the order of dates, the seasons and the fiscal years of a locale."""
    old = (*OLD_DATE_RULES, *ERA_RULES, *EARLY_YEAR_RULES)
    local = (*numeric.rules(locale), *seasons.rules(locale), *fiscal.rules(locale))
    return Level("calendar", (*HOLIDAY_RULES, *old, *local, *FOUR_DIGITS, *_RULES, *CENTURY_RULES))
