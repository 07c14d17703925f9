"""Quarters and halves of years, and the periods that reports compare with: the third quarter, Q3 2019, the year-ago period."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import In, Last, QuarterSaid, YearAgo
from timeline.calculus.recurring import QuarterOfYear, Unit
from timeline.languages.meanings import amount, at_year, bare, date, duration, short_year
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["QUARTER_RULES", "of_token", "quarter_of", "quarter_said"]


def _quarter(o: int, unit: G = G.QUARTER) -> QuarterOfYear | None:
    return QuarterOfYear(o, unit) if 1 <= o <= (4 if unit is G.QUARTER else 2) else None


def quarter_of(o: int, y: int | None = None, unit: G = G.QUARTER) -> Meaning | None:
    """Mean a quarter (or half) of a year, or that which the tense points to; None where a year has not so many."""
    stretch = _quarter(o, unit)
    if stretch is None:
        return None
    return bare(stretch) if y is None else date(In(stretch, at_year(y)))


def _year_ago(o: int | None) -> Meaning | None:
    if o is None:
        return date(YearAgo())
    stretch = _quarter(o)
    return None if stretch is None else date(In(stretch, Last(Unit(G.YEAR), Last(stretch))))


def _year_earlier(n: Any, u: tuple[G, int]) -> Meaning | None:  # noqa: ANN401 - int or Fraction
    counted = amount(n, u)
    return None if counted is None else duration(counted)


def of_token(q: tuple[int, str]) -> tuple[int, G]:
    """Give number and unit of a token: Q3, 1H."""
    return q[0], G.QUARTER if q[1] == "Q" else G.HALF


def quarter_said(q: Any, y: int | None = None) -> Meaning | None:  # noqa: ANN401 - an ordinal or a token
    """Mean a quarter by its ordinal, or a quarter or half by its token, of a year or that which the tense points to."""
    number, unit = of_token(q) if isinstance(q, tuple) else (q, G.QUARTER)
    return quarter_of(number, y, unit)


def _first_quarters(w: str, n: Any) -> tuple[Meaning, int] | None:  # noqa: ANN401 - int or Fraction
    counted = amount(n, (G.QUARTER, 1))
    return (
        None if counted is None or not 1 < n <= 20 else (duration(counted), -1 if w in {"last", "final"} else 1)
    )  # few


_FIGURES = "results|earnings|profit|profits|revenue|revenues|sales|growth|gdp|loss|losses|report|guidance|figures|output|deliveries|net|operating|shipments|bookings|dividend"
_COMPARED_PERIOD = "comparable|corresponding|same|like quarter|period"

QUARTER_RULES = (
    Rule("quarter.by-its-months", "barequarter", "the? a:<month|monthabbr> .? -|--|to|through b:<month|monthabbr> .? quarter|period", lambda a, b: quarter_of((b + 2) // 3) if b == a + 2 and b % 3 == 0 else None, {
        "in [the January-March quarter]": "2022-Q1", "in [the April to June quarter]": "2022-Q2",
    }),
    Rule("quarter.nth-of-year", "date", "the? o:<ord> -? quarter|qtr .? ,? of|in? y:<year>", lambda o, y: quarter_of(o, y), {
        "in [the third quarter of 2019]": "2019-Q3", "[4th qtr 2018]": "2018-Q4",
    }),
    Rule("quarter.year-nth", "date", "the? y:<year> o:<ord> -? quarter", lambda y, o: quarter_of(o, y), {"[the 2019 second quarter]": "2019-Q2"}),
    Rule("quarter.nth-hyphenated", "barequarter", "o:<ord> - quarter|qtr", lambda o: quarter_of(o), {"the [first-quarter] loss": "2022-Q1"}),
    Rule("quarter.year-ago-quarter", "date", "the? comparable|corresponding|same|like? year - ago|earlier [ o:<ord> ] quarter|period", lambda o: _year_ago(o), {
        "in [the year-ago quarter]": "2021",
    }),
    Rule("quarter.year-ago", "date", "year - ago|earlier", lambda: _year_ago(None), {"beat [year-ago] figures": "2021"}),
    Rule("quarter.year-earlier-amount", "duration", "the? year - ago|earlier n:<count> u:<units>", _year_earlier, {
        "in [the year-earlier nine months]": "P9M",
    }),
    Rule("quarter.compared-of-last-year", "date", f"the {_COMPARED_PERIOD} of|in? the? last|previous|prior year", lambda: date(QuarterSaid(Last(Unit(G.YEAR)))), {
        "In [the second quarter] it lost less than in [the same quarter last year].": "2022-Q2 2021-Q2",
    }),
    Rule("quarter.compared-a-year-ago", "date", f"the {_COMPARED_PERIOD} of? a|one year ago|earlier|before", lambda: _year_ago(None), {
        "In [the second quarter] it lost less than in [the comparable period a year earlier].": "2022-Q2 2021-Q2",
    }),
    Rule("quarter.last-years-quarter", "date", "last year ' s quarter|period", lambda: date(QuarterSaid(Last(Unit(G.YEAR)))), {
        "In [the second quarter] it lost more than in [last year's quarter].": "2022-Q2 2021-Q2",
    }),
    Rule("quarter.period-of-a-year", "yeardate", "the? y:<year> quarter|period", lambda y: date(QuarterSaid(at_year(y))), {
        "In [the second quarter] it lost more than in [the 2020 period].": "2022-Q2 2020-Q2",
    }),
    Rule("quarter.nth", "barequarter", "the? o:<ord> quarter|qtr", lambda o: quarter_of(o), {
        "[first-quarter] profit fell": "2022-Q1", "in [the first quarter]": "2022-Q1", "[2nd qtr] profit fell": "2022-Q2",
    }),
    Rule("quarter.token-of-year", "date", "q:<quartertoken|halftoken> ,? of|in|-|/? y:<year>", quarter_said, {
        "in [Q3 2019]": "2019-Q3", "in [1H 2019]": "2019-H1", "in [Q1-2019]": "2019-Q1", "in [Q1/2019]": "2019-Q1", "in [q3 of 2019]": "2019-Q3", "[h2 2019]": "2019-H2",
    }),
    Rule("quarter.token-after-a-preposition", "barequarter", "=in|for|of|since|until|by|from|during|through|to|last|this|next|early|mid|late|and|over|between|- q:<quartertoken>", lambda q: quarter_said(q), {
        "sales in [Q3], it said": "2022-Q3", "sales in [q3], it said": "2022-Q3", "in [late Q3], it said": "2022-Q3",
    }),
    Rule("quarter.token-before-figures", "barequarter", f"q:<quartertoken> ={_FIGURES}", lambda q: quarter_said(q), {"[Q3] earnings fell": "2022-Q3"}),
    Rule("quarter.year-and-token-in-one", "date", "y:<yearletter> n:<day>", lambda y, n: quarter_said((n, y[1]), y[0]), {"in [2019Q3]": "2019-Q3"}),
    Rule("quarter.token-and-short-year-in-one", "date", "q:<quarterdigit> y:<yy> !<unit|units|plural|lower|percent|magnitude|.>", lambda q, y: quarter_said(q, short_year(y)), {"In [1Q21], it rose": "2021-Q1"}),
    Rule("quarter.token-short-year", "date", "q:<quartertoken> ' y:<yy>", lambda q, y: quarter_said(q, short_year(y)), {"in [Q3 '19]": "2019-Q3"}),
    Rule("quarter.the-first-two-quarters", "date", "the? w:first|last two quarters of y:<year>",
         lambda w, y: quarter_of(1 if w == "first" else 2, y, G.HALF), {"in [the first two quarters of 2020]": "2020-H1"}),
    Rule("quarter.year-token", "date", "y:<year> ,? -|/? q:<quartertoken|halftoken>", lambda y, q: quarter_said(q, y), {"in [2019 Q3]": "2019-Q3", "in [2017-q1]": "2017-Q1"}),
    Rule("quarter.half-of-year", "date", "the? o:<ord> half of y:<year>", lambda o, y: quarter_of(o, y, G.HALF), {
        "in [the second half of 2019]": "2019-H2",
    }),
    Rule("quarter.half-and-year", "date", "the? o:<ord> -? half ,? y:<year> !<plural|units>", lambda o, y: quarter_of(o, y, G.HALF), {
        "[first-half 2019] profit": "2019-H1",
    }),
    Rule("quarter.last-half-of-year", "date", "the? last|latter|final half of y:<year>", lambda y: quarter_of(2, y, G.HALF), {
        "in [the last half of 1989]": "1989-H2",
    }),
    Rule("quarter.half-before-figures", "barequarter", f"o:<ord> - half ={_FIGURES}", lambda o: quarter_of(o, unit=G.HALF), {"[first-half] profit fell": "2022-H1"}),
    Rule("quarter.first-of-several", "firstquarters", "the? w:first|opening|last|final n:<count> quarters =of|in", _first_quarters, {
        "in [the first three quarters] of [2018]": "P3Q 2018",
    }),
)  # fmt: skip
