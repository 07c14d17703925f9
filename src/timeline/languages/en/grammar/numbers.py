"""Numbers, ordinals and years in words: two hundred and fifty, a couple of, the twenty-third, nineteen eighty-four."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from timeline.languages.rule import Level, Rule

__all__ = ["LEVELS"]

_HALF = Fraction(1, 2)


def _year(c: int, t: int = 0, u: int = 0) -> int | None:
    return c * 100 + t + u if 10 <= c <= 20 and u < 10 else None  # centuries, digits


def _hundreds(c: int, t: int = 0, u: int | None = None) -> int | None:
    """Give the year of "seventeen hundred [and thirty-three]"; twelve hundred alone is a count."""
    below = _below_a_hundred(t, u or 0)
    return None if below is None or (c <= 12 and not below) else _year(c, below)  # years


def _thousands(c: int, h: int | None, t: int, u: int | None) -> int | None:
    """Give the year of "two thousand [and five]", "one thousand eight hundred and sixty-three"."""
    below = _below_a_hundred(t, u or 0)
    if below is None or (h or 0) >= 10 or not (c == 2 or (c == 1 and h)):  # digits; years
        return None
    return c * 1_000 + (h or 0) * 100 + below


def _below_a_hundred(t: int, u: int) -> int | None:
    return t + u if not u or (t >= 20 and u < 10) else None  # tens and a digit


def _ordinal(t: int, o: int) -> int | None:
    return t + o if o < 10 else None  # digits


def _and(x: Any, y: Any) -> Any:  # noqa: ANN401 - int or Fraction
    return x + y if y < 100 <= x and x % 100 == 0 else None  # hundreds


_NO_COUNT = "!<num|unit|units|unitabbr|magnitude|lower|plural|percent|currency|'->"
"""What follows a year, where a count of things would read the same: two thousand and five people."""

_YEARS = (
    Rule("number.year-in-words", "spelledyear", "c:<teen> -? t:<tens> -? u:<small>", _year, {
        "in [nineteen eighty-four]": "1984", "in [nineteen-eighty-four]": "1984",
    }),
    Rule("number.year-in-words-tens", "spelledyear", "c:<teen> t:<tens|teen>", lambda c, t: _year(c, t), {
        "in [nineteen ninety]": "1990", "in [nineteen fourteen]": "1914",
    }),
    Rule("number.year-in-words-oh", "spelledyear", "c:<teen> -? <oh> -? u:<small>", _year, {"in [nineteen oh five]": "1905", "in [nineteen-aught-five]": "1905"}),
    Rule("number.year-in-words-twenty-oh", "spelledyear", "twenty -? <oh> -? u:<small>", lambda u: _year(20, u) if u < 10 else None, {"in [twenty oh five]": "2005"}),
    Rule("number.year-in-words-twenty-teens", "spelledyear", "twenty t:<teen>", lambda t: 2000 + t, {"in [twenty nineteen]": "2019"}),
    Rule("number.year-in-words-twenty-twenties", "spelledyear", "twenty twenty -? u:<small>", lambda u: 2020 + u if u < 10 else None, {
        "in [twenty twenty-one]": "2021",
    }),
    Rule("number.year-in-words-twenty-tens", "spelledyear", "=in|since|until|by|of|from twenty t:<tens> [ -? u:<small> ]", lambda t, u: 2000 + t + (u or 0) if (u or 0) < 10 else None, {  # digits
        "by [twenty thirty-one]": "2031", "by [twenty forty]": "2040",
    }),
    Rule("number.year-or-count-of-hundreds", "countyear", f"c:<teen> hundred !and {_NO_COUNT}", _hundreds, {"in [nineteen hundred]": "1900"}),
    Rule("number.year-or-count-in-hundreds", "countyear", f"c:<teen> hundred and? t:<tens|small> [ -? u:<small> ] {_NO_COUNT}", _hundreds, {
        "in [nineteen hundred and five]": "1905", "by [seventeen hundred thirty-three]": "1733",
    }),
    Rule("number.year-or-count-of-thousands", "countyear", f"two thousand !and {_NO_COUNT}", lambda: 2_000, {"[the year two thousand]": "2000"}),
    Rule("number.year-or-count-in-thousands", "countyear", f"c:<small> thousand [ h:<small> hundred ] and? t:<tens|small> [ -? u:<small> ] {_NO_COUNT}", _thousands, {
        "in [two thousand and nineteen]": "2019", "in [two thousand twenty-one]": "2021",
        "in [one thousand eight hundred and sixty-three]": "1863",
    }),
)  # fmt: skip

_ORDINALS = (
    Rule("number.tens-and-an-ordinal", "ord", "t:<tens> -? o:<ord>", lambda t, o: _ordinal(t, o) if o != 2 else None, {  # a twenty-second delay
        "on [the twenty-third of May]": "2022-05-23",
    }),
    Rule("number.tens-and-second", "ord", "=<'the|'this|month|monthabbr|lowmonth> t:<tens> -? second !<lower|plural|unitabbr|num>", lambda t: t + 2, {
        "on [the twenty-second day of May]": "2022-05-22",
    }),
    Rule("number.tens-and-second-of", "ord", "t:<tens> -? second =of", lambda t: t + 2, {"[twenty-second of May] was dry": "2022-05-22"}),
)  # fmt: skip

_NUMBERS = (
    Rule("number.tens-and-units", "num", "t:<tens> -? u:<small>", lambda t, u: t + u if 0 < u < 10 else None, {
        "for [twenty-four hours]": "PT24H",
    }),
    Rule("number.times-magnitude", "bignum", "n:<num|bignum> m:<magnitude>", lambda n, m: n * m, {
        "for [1.5 million years]": "P1500000Y",
    }),
    Rule("number.a-hundred", "bignum", "a m:<magnitude>", lambda m: m, {"for [a hundred years]": "P100Y"}),
    Rule("number.hundreds-and-units", "bignum", "x:<bignum> and? y:<num>", _and, {"for [two hundred and fifty days]": "P250D"}),
    Rule("number.thousands-and-hundreds", "bignum", "x:<bignum> ,? y:<bignum>", lambda x, y: x + y if x > y else None, {
        "for [one thousand two hundred years]": "P1200Y",
    }),
    Rule("number.a-dozen", "num", "a <dozen>", lambda: 12, {"for [a dozen years]": "P12Y"}),
    Rule("number.dozens", "num", "n:<small> <dozen>", lambda n: 12 * n, {"for [two dozen days]": "P24D"}),
    Rule("number.half-a-dozen", "num", "half a <dozen>", lambda: 6, {"for [half a dozen years]": "P6Y"}),
    Rule("number.and-a-half", "num", "n:<num> and a half", lambda n: n + _HALF, {"for [two and a half years]": "P2.5Y"}),
    Rule("number.and-a-half-sign", "num", "n:<num> -? ½|1/2", lambda n: n + _HALF, {"for [2 1/2 years]": "P2.5Y"}),
)  # fmt: skip

_VAGUE = (
    Rule("number.a-couple-of", "couple", "a couple of?", lambda: 2, {"for [a couple of years]": "P2Y"}),
    Rule("number.a-few", "vague", "a|quite? good? few", lambda: True, {"for [a few days]": "PXD"}),
    Rule("number.a-number-of", "vague", "a number|handful|series|matter of", lambda: True, {"in [a matter of weeks]": "PXW"}),
    Rule("number.several", "vague", "several|many|numerous|countless|multiple|few", lambda: True, {"for [several weeks]": "PXW"}),
    Rule("number.dozens-of", "vague", "dozens|scores|hundreds|thousands|tens of [ thousands of ]", lambda: True, {
        "for [hundreds of years]": "PXY",
    }),
)  # fmt: skip

LEVELS = (
    Level("years in words", _YEARS),
    Level("ordinals", _ORDINALS),
    Level("numbers", _NUMBERS, repeat=True),
    Level("vague numbers", _VAGUE),
)
