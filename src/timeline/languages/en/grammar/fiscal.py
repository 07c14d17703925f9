"""Fiscal and school years, which begin with the month that the locale names: fiscal 2019, Q3 FY2021, this school year."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.calculus.fiscal import FiscalPart, FiscalYear, SchoolYear
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.operators import At, Between, In, Last, Next, Now, Onward, This
from timeline.calculus.recurring import Unit
from timeline.languages.en.grammar.quarters import of_token, quarter_of
from timeline.languages.meanings import at_year, bare, date, joined_ends, short_year
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["range_of_years", "rules"]

_AS_CALENDAR = "a year of accounts or of school, taken as the calendar year of its number"
_CALENDAR_YEARS: dict[str, Any] = {
    "this": This,
    "current": This,
    "last": Last,
    "latest": Last,
    "previous": Last,
    "next": Next,
    "coming": Next,
}
_TILED_YEARS: dict[str, Any] = _CALENDAR_YEARS | {"this": Onward, "current": Onward}


def range_of_years(r: tuple[int, int]) -> Meaning:
    """Mean the years from one to another: 2010-15."""
    return joined_ends(*map(at_year, r), value=_value_of(r))


def _year_over_two(r: tuple[int, int]) -> Meaning:
    """Mean a year of sports, school or accounts that is named for two calendar years, as both of them."""
    first, last = map(at_year, r)
    return date(first, value=_value_of(r), relation=Between(first, last))


def _value_of(r: tuple[int, int]) -> str:
    return f"{r[0]:04}/{r[1]:04}"


@frozen
class _Years:
    """The years of a locale; None where they are taken as calendar years."""

    fiscal: FiscalYear | None
    school: SchoolYear | None

    @classmethod
    def of(cls, locale: Locale) -> _Years:
        start, school_start = locale.fiscal_year_start, locale.school_year_start
        fiscal = None if start is None else FiscalYear(start, named_by_end=locale.fiscal_year_named == "end")
        return cls(fiscal, None if school_start is None else SchoolYear(school_start))

    def fiscal_year(self, y: int) -> Meaning:
        if self.fiscal is None:
            return date(at_year(y), note=_AS_CALENDAR)
        return date(At(self.fiscal.within(Instant.of(y))), value=f"FY{y:04}", note=_told(self.fiscal))

    def school_year(self, y: int) -> Meaning:
        if self.school is None:
            return date(at_year(y), note=_AS_CALENDAR)
        return date(In(self.school, at_year(y)), note=_told(self.school))

    def fiscal_years(self, r: tuple[int, int]) -> Meaning:
        return _joint(r, self.fiscal)

    def school_years(self, r: tuple[int, int]) -> Meaning:
        return _joint(r, self.school)

    def fiscal_now(self, w: str) -> Meaning:
        return _counted(w, self.fiscal)

    def school_now(self, w: str) -> Meaning:
        return _counted(w, self.school)

    def part(self, number: int, y: int | None = None, unit: G = G.QUARTER) -> Meaning | None:
        calendar = quarter_of(number, y, unit)
        if self.fiscal is None or calendar is None:
            return calendar
        stretch = FiscalPart(number, self.fiscal, unit)
        if y is None:
            return bare(stretch)
        found = stretch.within(Instant.of(y))
        return date(At(found), value=stretch.timex(found), note=_told(self.fiscal))

    def token(self, q: tuple[int, str], y: int) -> Meaning | None:
        number, unit = of_token(q)
        return self.part(number, y, unit)

    def half(self, o: int, y: int) -> Meaning | None:
        return self.part(o, y, G.HALF)


def _joint(r: tuple[int, int], stretch: FiscalYear | SchoolYear | None) -> Meaning:
    """Mean a year that is named for both calendar years that it touches; where none is known, both of them."""
    if stretch is None or r[1] != r[0] + 1:
        return _year_over_two(r)
    found = SchoolYear(stretch.start).within(Instant.of(r[0]))
    return date(At(found), value=f"{r[0]:04}/{r[1]:04}", note=_told(stretch))


def _counted(w: str, stretch: FiscalYear | SchoolYear | None) -> Meaning:
    if stretch is None:
        return date(_CALENDAR_YEARS[w](Unit(G.YEAR)), note=_AS_CALENDAR)
    return date(_TILED_YEARS[w](stretch, Now()), note=_told(stretch))


def _told(stretch: FiscalYear | SchoolYear) -> str:
    return f"a year that begins with month {stretch.start}, as the locale says"


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Give the rules that name a fiscal or school year, or a part of one."""
    read = _Years.of(locale)
    return (
        Rule("fiscal.quarter-of-year", "date", "the? fiscal o:<ord> -? quarter ,? of? fiscal? y:<year|fytoken>", read.part, {
            "in [fiscal third quarter 2019]": "2019-Q3",
        }),
        Rule("fiscal.nth-fiscal-quarter-of-year", "date", "the? o:<ord> -? fiscal quarter ,? of? fiscal? y:<year|fytoken>", read.part, {
            "in [the first fiscal quarter of 2019]": "2019-Q1",
        }),
        Rule("fiscal.quarter-of-fiscal-year", "date", "the? o:<ord> -? quarter ,? of? fiscal|financial [ year ] y:<year>", read.part, {
            "in [the third quarter of fiscal 2019]": "2019-Q3",
        }),
        Rule("fiscal.quarter-of-fy-token", "date", "the? o:<ord> -? quarter ,? of? y:<fytoken>", read.part, {"in [the third quarter of FY2019]": "2019-Q3"}),
        Rule("fiscal.quarter", "barequarter", "the? fiscal -? o:<ord> -? quarter", lambda o: read.part(o), {"[fiscal first-quarter] profit": "2022-Q1"}),
        Rule("fiscal.nth-fiscal-quarter", "barequarter", "the? o:<ord> fiscal quarter", lambda o: read.part(o), {"in [the second fiscal quarter]": "2022-Q2"}),
        Rule("fiscal.quarter-token-of-fy-token", "date", "q:<quartertoken> ,? of? y:<fytoken>", read.token, {"in [Q4 FY2021]": "2021-Q4"}),
        Rule("fiscal.quarter-token-of-fiscal-year", "date", "q:<quartertoken> ,? of? fiscal|fy y:<year>", read.token, {"in [Q4 of fiscal 2021]": "2021-Q4"}),
        Rule("fiscal.half-of-fiscal-year", "date", "the? o:<ord> half of fiscal y:<year>", read.half, {"in [the first half of fiscal 2019]": "2019-H1"}),
        Rule("fiscal.last-half-of-fiscal-year", "date", "the? last|latter|final half of fiscal y:<year>", lambda y: read.half(2, y), {"in [the last half of fiscal 2019]": "2019-H2"}),
        Rule("fiscal.year", "yeardate", "fiscal|financial [ year ] y:<year>", read.fiscal_year, {"in [fiscal 2019]": "2019"}),
        Rule("fiscal.year-short-year", "yeardate", "fiscal|financial [ year ] ' y:<yy>", lambda y: read.fiscal_year(short_year(y)), {"in [fiscal '19]": "2019"}),
        Rule("fiscal.year-fiscal-year", "yeardate", "the? y:<year> fiscal|financial|tax|budget year", read.fiscal_year, {"in [the 2019 fiscal year]": "2019"}),
        Rule("fiscal.year-school-year", "yeardate", "the? y:<year> academic|school year", read.school_year, {"in [the 2019 school year]": "2019"}),
        Rule("fiscal.year-model-year", "yeardate", "the? y:<year> model year", lambda y: date(at_year(y), note=_AS_CALENDAR), {"for [the 2019 model year]": "2019"}),
        Rule("fiscal.years-fiscal-year", "yeardate", "the? r:<yearrange> fiscal|financial|tax year", read.fiscal_years, {
            "in [the 2018-19 fiscal year]": "2018/2019",
        }),
        Rule("fiscal.years-school-year", "yeardate", "the? r:<yearrange> academic|school year", read.school_years, {
            "in [the 2018-19 school year]": "2018/2019",
        }),
        Rule("fiscal.sports-season", "yeardate", "the? r:<yearrange> season", _year_over_two, {"in [the 2018/19 season]": "2018/2019"}),
        Rule("fiscal.year-over-two-years", "yeardate", "the? fiscal|financial|tax year? r:<yearrange>", read.fiscal_years, {
            "in [financial year 2019-20]": "2019/2020", "in [fiscal 2019-20]": "2019/2020",
        }),
        Rule("fiscal.fy-over-two-years", "yeardate", "fy r:<yearrange>", read.fiscal_years, {"in [FY 2019-20]": "2019/2020"}),
        Rule("fiscal.school-year-over-two-years", "yeardate", "the? academic|school year r:<yearrange>", read.school_years, {
            "in [academic year 2019-20]": "2019/2020",
        }),
        Rule("fiscal.fy-year-and-quarter", "date", "fy y:<year> ,? -? q:<quartertoken>", lambda y, q: read.token(q, y), {"in [FY 2012 Q3]": "2012-Q3"}),
        Rule("fiscal.fy-year", "yeardate", "fy y:<year>", read.fiscal_year, {"in [FY 2019]": "2019"}),
        Rule("fiscal.fy-short-year", "yeardate", "fy ' y:<yy>", lambda y: read.fiscal_year(short_year(y)), {"in [FY'19]": "2019"}),
        Rule("fiscal.fy-token-over-two-years", "yeardate", "y:<fytoken> /|- n:<yy>", lambda y, n: read.fiscal_years((y, y + 1)) if n == (y + 1) % 100 else None, {
            "in [FY2019/20]": "2019/2020", "in [FY19-20]": "2019/2020",
        }),
        Rule("fiscal.fy-token", "yeardate", "y:<fytoken>", read.fiscal_year, {"in [FY2019]": "2019"}),
        Rule("fiscal.this-fiscal-year", "yeardate", "the? w:this|last|latest|next|current|previous|coming fiscal|financial|tax year", read.fiscal_now, {
            "[last fiscal year]": "2021", "in [the latest fiscal year]": "2021",
        }),
        Rule("fiscal.this-school-year", "yeardate", "the? w:this|last|next|current|previous|coming school|academic year", read.school_now, {
            "in [next school year]": "2023",
        }),
    )  # fmt: skip
