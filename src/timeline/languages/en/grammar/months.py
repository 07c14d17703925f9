"""Months, with their year or without: July 2022, Sept '19, Dec-2018, 2018-Dec, 09/2025, May."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.operators import At
from timeline.calculus.recurring import MonthOfYear
from timeline.languages.meanings import at_month, bare, date, day_of, short_year
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["MONTH_RULES"]

_BEFORE = "=in|since|until|till|by|from|of|last|next|this|early|late|mid|through|during|between|and|to|every|each|before|after|coming|past|following|previous|coldest|hottest|warmest|wettest|driest|busiest|deadliest|-|'"
_YEAR = "<year|spelledyear|countyear>"
_COUNTED = "lower|plural|capital|unit|units|unitabbr|magnitude|percent"
_LAWS = "|".join(
    f"'{word}"
    for word in "law laws decree ordinance act bill order case ruling judgment opinion circular bulletin issue vol no nos nr"
    " number appeal petition notice decision".split()
)
"""What bears numbers of the form 10/2015."""
_LAST_SHORT_DAY = 31
_CONFIDENCE_JOINED = 0.65
_EITHER = "two digits may be a year or a day"


def _month_year(m: int, y: int) -> Meaning:
    return date(at_month(y, m))


def _month_of_short_year(m: int, y: int) -> Meaning:
    return _month_year(m, short_year(y))


def _joined(m: int, y: int) -> Meaning:
    """Mean December 2018 by "Dec-18", as tables do, but perhaps the eighteenth."""
    month = _month_of_short_year(m, y)
    day = day_of(m, y) if 1 <= y <= _LAST_SHORT_DAY else None
    return month if day is None else evolve(month, confidence=_CONFIDENCE_JOINED, others=(day,), note=_EITHER)


MONTH_RULES = (
    Rule("calendar.month-year", "monthdate", f"m:<monthname> .? ,? of? y:{_YEAR}", _month_year, {
        "in [July 2022]": "2022-07", "in [March, 1999]": "1999-03", "in [october two thousand and five]": "2005-10", "in [june of 1992]": "1992-06",
    }),
    Rule("calendar.month-year-in-lower-case", "monthdate", f"m:<lowmonth> y:{_YEAR} !<{_COUNTED}>", _month_year, {"it closed in [may 2017].": "2017-05"}),
    Rule("calendar.month-year-joined", "monthdate", "m:<monthname> .? -|/ y:<year>", _month_year, {"in [Dec-2018]": "2018-12", "in [Mar/2019]": "2019-03"}),
    Rule("calendar.year-month-joined", "monthdate", "y:<year> -|/ m:<monthname> .? !<year|day|dayord|',|''>", lambda y, m: _month_year(m, y), {"in [2018-Dec] it": "2018-12"}),
    Rule("calendar.year-month", "monthdate", "!<'since|'from|'until|'till|'before|'after|currency|numbered> y:<year> m:<plainmonth> !<capital|day|dayord|year|num>", lambda y, m: _month_year(m, y), {"in [2014 February] it rained": "2014-02"}),
    Rule("calendar.month-short-year-joined", "monthdate", "!- m:<monthabbr> - y:<yy> !<-|/|',|unit|units|lower>", _joined, {"in [Dec-18]": "2018-12", "in [Nov-98]": "1998-11"}),
    Rule("calendar.month-short-year", "monthdate", "m:<monthname> .? of? ' y:<yy>", _month_of_short_year, {"in [May '98]": "1998-05", "in [April of '87]": "1987-04"}),
    Rule("calendar.month-of-an-old-year", "monthdate", f"m:<monthname> of y:<yy> !<{_COUNTED}>", lambda m, y: _month_of_short_year(m, y) if y > _LAST_SHORT_DAY else None, {
        "in [April of 87].": "1987-04",
    }),
    Rule("calendar.month-of-an-early-year", "monthdate", "m:<monthname> of y:<int>", lambda m, y: _month_year(m, y) if 100 <= y < 1000 else None, {  # three digits
        "in [December of 384]": "0384-12",
    }),
    Rule("calendar.month", "baremonth", "m:<plainmonth>", lambda m: bare(MonthOfYear(m)), {
        "in [May]": "2022-05", "[September] was dry": "2021-09",
    }),
    Rule("calendar.month-name", "baremonth", "!<capital> m:<namemonth> !<capital>", lambda m: bare(MonthOfYear(m), confidence=0.9), {
        "[April] was dry": "2022-04",
    }),
    Rule("calendar.month-name-after-a-preposition", "baremonth", f"{_BEFORE} m:<namemonth>", lambda m: bare(MonthOfYear(m)), {
        "in [June] Smith left": "2022-06",
    }),
    Rule("calendar.month-verb", "baremonth", f"{_BEFORE} m:<verbmonth>", lambda m: bare(MonthOfYear(m)), {
        "since [March] they met": "2022-03",
    }),
    Rule("calendar.month-as-an-adjective", "baremonth", "=the m:<verbmonth> =<lower|plural>", lambda m: bare(MonthOfYear(m), confidence=0.9), {
        "the [May] election": "2022-05",
    }),
    Rule("calendar.month-abbreviated", "baremonth", "=in|of|last|next|this|since|until|by|early|late|mid|- m:<monthabbr> .?",
         lambda m: bare(MonthOfYear(m)), {"in [Sept.] he left": "2021-09"}),
    Rule("calendar.month-in-lower-case", "baremonth", f"=in|since|until|till|by|last|next|early|late|mid m:<lowmonth> !<{_COUNTED}|function|num|'->", lambda m: bare(MonthOfYear(m), confidence=0.9), {
        "it was hot in [march].": "2022-03", "until [august], it": "2022-08",
    }),
    Rule("calendar.month-slash-year", "monthdate", f"!<numbered|quantity|currency|capital|honorific|'.|'/|'-|{_LAWS}> d:<slashmonth>", lambda d: date(At(d), confidence=0.8), {
        "report covers [10/2015]": "2015-10",
    }),
    Rule("calendar.month-slash-year-as-a-stamp", "monthdate", "=expires|expired|expiry|expiration|dated|issued|published|posted|updated|revised|printed|released d:<slashmonth>", lambda d: date(At(d)), {"Expires [09/2025]": "2025-09"}),
    Rule("calendar.month-dash-year", "monthdate", "=in|since|until|till|expires|expired|expiry|dated d:<dashmonth> !<unit|units|lower|plural>", lambda d: date(At(d)), {"expires [09-2025]": "2025-09", "in [2025/9].": "2025-09"}),
    Rule("calendar.iso-month", "monthdate", "d:<isomonth>", lambda d: date(At(d)), {"in [2022-07]": "2022-07", "in [Jan2018]": "2018-01"}),
)  # fmt: skip
