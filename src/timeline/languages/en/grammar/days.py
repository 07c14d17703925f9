"""Days, with their month in words or in figures: July 22, 2022; the twenty-second of July; 22/Jul/2022; 2022 July 22."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Nth
from timeline.calculus.recurring import DayOfMonth, DayOfYear, MonthOfYear, Unit
from timeline.languages.meanings import at_month, at_year, bare, date, day_of, day_range, short_year
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["DAY_RULES", "days_of_month"]

_LONGEST_MONTH = 31
_LAST_SHORT_DAY = 31
"""Two digits up to here may be a day as well as a year."""
_CONFIDENCE_MONTH = 0.6
_NO_SUCH_DAY = "the month, as it has no such day"
_YEAR = "<year|spelledyear|countyear>"
_SPLIT_ENDING = "st|nd|rd|th?"
"""Of an ordinal, as raised letters are copied: 22 nd July 2022."""
_ERA = "ad|bc|'a|'b"
_NAMED = "lower|plural|capital|unit|units|unitabbr|magnitude|percent"
"""What is counted or named by the number before it, which then is no day: May 5 people."""


def _day(month: int, day: Any, year: int | None = None) -> Meaning | None:  # noqa: ANN401 - int or Fraction
    """Mean a day; of one that the calendar does not have, the month is sure."""
    if not 1 <= day <= _LONGEST_MONTH or day != int(day):
        return None
    found = day_of(month, int(day), year)
    if found is not None:
        return found
    stretch = bare(MonthOfYear(month)) if year is None else date(at_month(year, month))
    return evolve(stretch, confidence=_CONFIDENCE_MONTH, note=_NO_SUCH_DAY)


def days_of_month(month: int, days: tuple[int, int], year: int | None = None) -> Meaning | None:
    """Mean the days from one to another of a month; where it does not have them, the month is sure."""
    first, last = days
    if not 1 <= first < last <= _LONGEST_MONTH:
        return None
    found = day_range(month, days, year)
    return _day(month, last, year) if found is None else found


def _day_of_short_year(month: int, day: int, year: int) -> Meaning | None:
    return _day(month, day, short_year(year))


def _day_of_old_year(month: int, day: int, year: int) -> Meaning | None:
    """Read two digits as a year where they can be no day: 9 Aug 96."""
    return _day_of_short_year(month, day, year) if year > _LAST_SHORT_DAY else None


_WITH_YEAR = (
    Rule("calendar.month-day-year", "daydate", f"m:<anymonth> .? -|/? d:<monthday> {_SPLIT_ENDING} -|/|,? y:{_YEAR} !<magnitude>", _day, {
        "on [July 22, 2022]": "2022-07-22", "[Sept. 11 2001] attacks": "2001-09-11", "[May 3rd, 1999]": "1999-05-03", "it closed on [jan 10, 2020]": "2020-01-10",
        "on [August-10-2012]": "2012-08-10", "on [February 23,2022]": "2022-02-23", "on [march 3 2015]": "2015-03-03",
    }),
    Rule("calendar.month-day-and-year-in-one", "daydate", "m:<anymonth> .? -|/? d:<dayandyear>", lambda m, d: _day(m, *d), {
        "on [February 23,2022]": "2022-02-23", "dated [Jun-18-2020]": "2020-06-18", "dated [Oct/31/1974]": "1974-10-31",
    }),
    Rule("calendar.month-comma-day-year", "daydate", f"m:<anymonth> , d:<dayord> ,? y:{_YEAR}", _day, {"on [March, 6th 2016]": "2016-03-06"}),
    Rule("calendar.month-day-in-words-year", "daydate", f"m:<anymonth> [ the ] d:<ord|num|dayord> ,? y:{_YEAR} !<magnitude>", _day, {
        "on [January first, 2000]": "2000-01-01", "on [January twenty-five nineteen eighty-six]": "1986-01-25", "on [September the twenty-first, 1978]": "1978-09-21",
    }),
    Rule("calendar.day-month-year", "daydate", f"d:<monthday> {_SPLIT_ENDING} -|/? of? m:<anymonth> .? -|/|,? y:{_YEAR}", lambda d, m, y: _day(m, d, y), {
        "on [22 nd July 2022]": "2022-07-22",
        "on [22 July 2022]": "2022-07-22", "[3rd of May 1999]": "1999-05-03", "signed [31/Oct/1974]": "1974-10-31", "closed [31st march, 2016]": "2016-03-31",
    }),
    Rule("calendar.day-in-words-month-year", "daydate", f"=on|dated|of|from|until|since|by|before|after|the|born|died|, d:<num|ord> m:<anymonth> ,? y:{_YEAR} !<{_NAMED}>", lambda d, m, y: _day(m, d, y), {
        "written on [thirteen October 2015]": "2015-10-13", "born [twenty-first May 1950]": "1950-05-21",
    }),
    Rule("calendar.the-day-month-year", "daydate", f"[ the|this ] d:<dayord|ord> [ day ] of m:<anymonth> .? ,? y:{_YEAR}", lambda d, m, y: _day(m, d, y), {
        "on [the fourth of July, 1776]": "1776-07-04", "[this twenty-eighth day of May, 1998]": "1998-05-28", "born on [the twenty-sixth of june nineteen eighty-one]": "1981-06-26",
    }),
    Rule("calendar.year-month-day", "daydate", "!<currency|numbered> y:<year> m:<monthname> .? d:<monthday> !<year|magnitude>", lambda y, m, d: _day(m, d, y), {
        "shelled on [2014 February 17]": "2014-02-17",
    }),
    Rule("calendar.year-comma-month-day", "daydate", "!<'since|'from|'until|'till|'before|'after|currency|numbered> y:<year> , m:<monthname> .? d:<monthday> !<year|magnitude>", lambda y, m, d: _day(m, d, y), {
        "[2019, March 5]: The council votes.": "2019-03-05",
    }),
    Rule("calendar.year-month-day-joined", "daydate", "y:<year> -|/ m:<anymonth> -|/ d:<monthday>", lambda y, m, d: _day(m, d, y), {
        "seen on [1986-Feb-09]": "1986-02-09", "signed [2019/Aug/01]": "2019-08-01",
    }),
    Rule("calendar.year-month-days", "daydate", "y:<year> ,? m:<monthname> .? r:<dayrange>", lambda y, m, r: days_of_month(m, r, y), {"met [2019 May 3]-[5]": "2019-05-03 2019-05-05"}),
    Rule("calendar.month-days-and-year-in-one", "daydate", "m:<anymonth> .? r:<daysandyear>", lambda m, r: days_of_month(m, r[:2], r[2]), {"met [May 3]-[5,2019]": "2019-05-03 2019-05-05"}),
    Rule("calendar.month-day-short-year", "daydate", "m:<anymonth> .? d:<monthday> ,? ' y:<yy>", _day_of_short_year, {
        "on [July 22nd, '22]": "2022-07-22",
    }),
    Rule("calendar.day-month-short-year", "daydate", "d:<monthday> m:<anymonth> .? ' y:<yy>", lambda d, m, y: _day_of_short_year(m, d, y), {"on [22 July '22]": "2022-07-22"}),
    Rule("calendar.month-day-old-year", "daydate", f"m:<anymonth> .? d:<monthday> ,? y:<yy> !<{_NAMED}|{_ERA}|num|'->", _day_of_old_year, {"on [Aug 9 96].": "1996-08-09"}),
    Rule("calendar.day-month-old-year", "daydate", f"d:<monthday> m:<anymonth> .? y:<yy> !<{_NAMED}|{_ERA}|num|'->", lambda d, m, y: _day_of_old_year(m, d, y), {"on [9 Aug 96].": "1996-08-09"}),
    Rule("calendar.day-month-short-year-joined", "daydate", "d:<monthday> -|/ m:<anymonth> -|/ y:<yy>", lambda d, m, y: _day_of_short_year(m, d, y), {
        "on [22-Jul-22]": "2022-07-22",
    }),
    Rule("calendar.day-and-month-in-one-year", "daydate", "d:<dayandmonth> .? -|/|,|'? y:<year>", lambda d, y: _day(d[0], d[1], y), {
        "on [3March 2019]": "2019-03-03", "died [Dec31, 1994]": "1994-12-31", "died [31Dec.1994]": "1994-12-31",
    }),
    Rule("calendar.day-and-month-in-one-short-year", "daydate", f"d:<dayandmonth> '? y:<yy> !<{_NAMED}>", lambda d, y: _day_of_short_year(d[0], d[1], y), {"on [26FEB15]": "2015-02-26"}),
    Rule("calendar.month-and-days-in-one", "daydate", "d:<dayandmonth> - e:<monthday> [ ,? y:<year> ]", lambda d, e, y: days_of_month(d[0], (d[1], e), y), {"met [May10]-[12, 2019]": "2019-05-10 2019-05-12"}),
    Rule("calendar.day-of-the-year", "daydate", "the? o:<ord> day of y:<year>", lambda o, y: date(Nth(o, Unit(G.DAY), at_year(y))), {
        "on [the 203rd day of 2022]": "2022-07-22",
    }),
)  # fmt: skip

_OF_ANY_YEAR = (
    Rule("calendar.nth-of-month", "bareday", "d:<dayord> of m:<anymonth>", lambda d, m: _day(m, d), {"a [4th of July] parade": "2022-07-04"}),
    Rule("calendar.nth-in-words-of-month", "bareday", "!a|one|last|per d:<ord> [ day ] of m:<anymonth> !'", lambda d, m: _day(m, d), {"[Twenty-fourth of May]": "2022-05-24"}),
    Rule("calendar.split-nth-of-month", "bareday", "the? d:<day> st|nd|rd|th of m:<anymonth>", lambda d, m: _day(m, d), {"on [the 21 st of May]": "2022-05-21"}),
    Rule("calendar.month-day", "bareday", "m:<monthname> .? d:<monthday> !<magnitude>", _day, {
        "on [July 4]": "2022-07-04", "opened on [Jan. 3]": "2022-01-03",
    }),
    Rule("calendar.month-joined-to-a-day", "bareday", "m:<month> -|/ d:<monthday> !<-|/|unit|units>", _day, {"on [August-10]": "2022-08-10"}),
    Rule("calendar.day-and-month-in-one", "bareday", "d:<dayandmonth>", lambda d: _day(*d), {"died [Dec31], he": "2021-12-31", "on [3March] he": "2022-03-03"}),
    Rule("calendar.month-the-day", "bareday", "m:<anymonth> the d:<dayord|ord>", _day, {
        "on [July the 4th]": "2022-07-04", "on [July the twenty-first]": "2022-07-21",
    }),
    Rule("calendar.month-day-in-words", "bareday", f"=<'on|'by|'since|'until|'till|'before|'after|'from|'to|'through|'between|'and|'of|',|weekday> m:<monthname> d:<ord|num> !<{_NAMED}|num|'or|'to|'quarter|'half|'->", _day, {
        "was born on [January first]": "2022-01-01", "due by [July twenty-fifth]": "2022-07-25", "left on [May twenty]": "2022-05-20",
    }),
    Rule("calendar.july-fourth", "bareday", "july fourth", lambda: _day(7, 4), {"the [July Fourth] parade": "2022-07-04"}),
    Rule("calendar.day-month", "bareday", f"d:<monthday> {_SPLIT_ENDING} -|/? m:<monthname> .?", lambda d, m: _day(m, d), {
        "died on [4 July]": "2022-07-04", "died on [4-Jul]": "2022-07-04",
    }),
    Rule("calendar.the-day-of-month", "bareday", "the|this d:<dayord|ord> [ day ] of m:<anymonth>", lambda d, m: _day(m, d), {
        "on [the 4th of July]": "2022-07-04", "on [the twenty-third day of May]": "2022-05-23", "on [the 5th of may]": "2022-05-05",
    }),
    Rule("calendar.month-day-in-lower-case", "bareday", f"m:<lowmonth> d:<dayord> !<{_NAMED}>", _day, {"it rained on [may 5th].": "2022-05-05"}),
    Rule("calendar.month-day-in-lower-case-after-a-preposition", "bareday", f"=on|by|since|until|till|before|after|from m:<lowmonth> d:<day> !<{_NAMED}|'->", _day, {
        "it rained on [march 5].": "2022-03-05",
    }),
    Rule("calendar.day-month-in-lower-case", "bareday", f"d:<dayord> m:<lowmonth> !<{_NAMED}|function|'->", lambda d, m: _day(m, d), {"due [31st march].": "2023-03-31"}),
    Rule("calendar.the-first-of-the-year", "bareday", "the first of the year", lambda: bare(DayOfYear(1, 1)), {"will move after [the first of the year]": "2023-01-01"}),
)  # fmt: skip

_OF_ANY_MONTH = (
    Rule("calendar.the-nth-of-the-month", "daydate", "the d:<dayord> of the month", lambda d: bare(DayOfMonth(d)), {"paid on [the 1st of the month]": "2022-07-01"}),
    Rule("calendar.the-nth", "daydate", "=on the d:<dayord> !<lower|plural|capital|function|unit|weekday|ord>", lambda d: bare(DayOfMonth(d)), {
        "arrived on [the 14th].": "2022-07-14",
    }),
    Rule("calendar.the-nth-after-a-limit", "daydate", "=until|till|by|since|than|for|through|around the d:<dayord> !<lower|plural|capital|unit|units|pod|percent|ord|'and|'or|'of|'->", lambda d: bare(DayOfMonth(d), confidence=0.8), {
        "has until [the 29th] to reply": "2022-07-29", "worked there since [the 12th].": "2022-07-12", "will stay for [the 27th].": "2022-07-27",
    }),
    Rule("calendar.the-nth-after-from", "daydate", "=from|before|after the d:<dayord> =<',|'.|';|'till|'until|'on|'onwards>", lambda d: bare(DayOfMonth(d), confidence=0.8), {
        "in town from [the 14th], then": "2022-07-14",
    }),
    Rule("calendar.letter-of-the-nth", "daydate", "letter|note|message|cable|telegram|email|memo of the d:<dayord> !<lower|plural|capital|'inst|'instant|'ult|'ultimo|'prox|'proximo|'and|'or|'of|'->", lambda d: bare(DayOfMonth(d)), {
        "your letter of the [3rd].": "2022-07-03",
    }, ("d",)),
)  # fmt: skip

DAY_RULES = (*_WITH_YEAR, *_OF_ANY_YEAR, *_OF_ANY_MONTH)
