"""Amounts of time: ten days, two-year-old, an hour and a half, several weeks, more than a decade."""

from __future__ import annotations

from fractions import Fraction
from typing import Any

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, amount, joined, reference
from timeline.languages.rule import Level, Rule

__all__ = ["LEVELS"]

_HALF = Fraction(1, 2)
_OLDEST = 150
"""No person is older."""
_FIRST_YEAR, _LAST_YEAR = 1900, 2100


def _count(n: Any, u: tuple[G, int]) -> Amount | None:  # noqa: ANN401 - int or Fraction
    return amount(n, u)


def _singular(n: Any, u: tuple[G, int]) -> Amount | None:  # noqa: ANN401 - int or Fraction
    """Count a unit in the singular ("a 20 minute walk"); "the World Cup 2018 day five" counts no days."""
    if not n:
        return None  # the zero hour
    is_year = _FIRST_YEAR <= n <= _LAST_YEAR and u[0] is not G.YEAR
    return None if is_year or u[0] is G.QUARTER else _count(n, u)


def _modified(mod: str, a: Amount) -> Amount:
    return evolve(a, mod=mod)


def _range(n: Any, m: Any, u: tuple[G, int]) -> Amount | None:  # noqa: ANN401 - int or Fraction
    least, most = amount(n, u, "EQUAL_OR_MORE"), amount(m, u)
    return evolve(least, most=most.duration) if n < m and least and most else None


def _quarters(n: int, u: tuple[G, int]) -> Amount | None:
    if u[0] is G.HOUR:
        return amount(15 * n, (G.MINUTE, 1))
    return amount(25 * n, (G.YEAR, 1)) if u[0] is G.CENTURY else None


_NOT_A_SHARE = "!<'of>"

_MOMENT = "<'later|'earlier|'longer|'faster|'slower|'quicker|'behind|'ahead|'apart|'away|'clear|'too|'more|'passed|'passes|'per>"
"""What follows a second of time; any other noun or adjective is of a second thing."""
_DESCRIBED = "<capital|'local|'western|'black|'white|'pregnant|'unarmed|'retired|'former|'homeless|'married|'single|'disabled|'college|'university>"

_COUNTED = (
    Rule("amount.one-day-ahead", "reference", "=will|would|may|could one day", lambda: reference("FUTURE_REF"), {"will [one day] win": "FUTURE_REF"}),
    Rule("amount.one-day-in-a-story", "date", "one day =<',|'when|'he|'she|'they|'we|'i|'you>", lambda: Meaning("DATE", value="XXXX-XX-XX"), {"[One day] he left.": "XXXX-XX-XX"}),
    Rule("amount.counted", "amount", f"n:<count> -? u:<anyunit|unitabbr> {_NOT_A_SHARE}", lambda n, u: _count(n, u) if u[0] is G.QUARTER else None, {
        "for [three quarters].": "P3Q",
    }),
    Rule("amount.counted-unit", "amount", "n:<count> u:<unit>", _singular, {"a [20 minute] walk": "PT20M"}),
    Rule("amount.counted-units", "amount", "n:<count> u:<units|unitabbr>", lambda n, u: None if u[0] is G.QUARTER else _count(n, u), {"[two years] of study": "P2Y"}),
    Rule("amount.counted-hyphenated", "amount", "n:<count> - u:<anyunit|unitabbr>", lambda n, u: None if u[0] is G.QUARTER else _count(n, u), {
        "for [ten days]": "P10D", "a [10-day] trip": "P10D", "within [48 hours]": "PT48H",
    }),
    Rule("amount.nights", "amount", "n:<count> u:<nightunits>", _count, {"for [three nights]": "P3D"}),
    Rule("amount.counted-with-an-adjective", "amount", "n:<count> more|full|whole|consecutive|straight|additional|long|short|trading|working|business u:<units>", _count, {
        "for [two full years]": "P2Y",
    }),
    Rule("amount.the-amount", "amount", "=in|for|of|during|over|after the n:<count> u:<units>", lambda n, u: _count(n, u), {"in [the nine months] it fell": "P9M"}),
    Rule("amount.a-unit-or-two", "amount", "a|an u:<unit> or two", lambda u: amount(1, u, "APPROX"), {"for [a week or two]": "P1W"}),
    Rule("amount.units-or-units", "amount", "u:<units> or|and <units>", lambda u: amount(None, u), {"within [weeks or months]": "PXW"}),
    Rule("amount.age-of-a-person", "age", "<count> - <anyunit> - old !<lower|plural>", lambda: True, {"a 12-year-old.": ""}),
    Rule("amount.age-of-a-person-told-on", "age", "<count> - <anyunit> - old =<person|function|mark>", lambda: True, {"a 12-year-old girl": ""}),
    Rule("amount.age-of-a-person-described", "age", f"<count> - <anyunit> - old {_DESCRIBED} [ -? <capital> ] =<person>", lambda: True, {
        "the injured 54-year-old local man": "",
    }),
    Rule("amount.age-of-persons", "age", "<count> - <anyunit> - olds", lambda: True, {"two 12-year-olds": ""}),
    Rule("amount.ages-from-to", "age", "<count> -|--? to|or|and|-|-- -? <count> - <anyunit> - old|olds", lambda: True, {"12- to 15-year-olds": ""}),
    Rule("amount.ages-in-a-range", "age", "<numrange> - <anyunit> - old|olds", lambda: True, {"12-15-year-olds": ""}),
    Rule("amount.age-hyphenated", "amount", "n:<count> - u:<anyunit> - old", _count, {"a [two-year-old] programme": "P2Y"}),
    Rule("amount.age-of-the-earth", "amount", "n:<bignum> u:<units> old", lambda n, u: _count(n, u) if n > _OLDEST else None, {"is [60 million years old]": "P60000000Y"}),
    Rule("amount.age-in-units", "age", "<count> <units> old", lambda: True, {"she is 30 years old": ""}),
    Rule("amount.age-of-a-thing", "amount", "n:<count> u:<unit> old =<lower|plural>", _count, {"a [2000 year old] tradition": "P2000Y"}),
    Rule("amount.long", "amount", "n:<count> - u:<anyunit> - long", _count, {"a [two-year-long] study": "P2Y"}),
    Rule("amount.couple", "amount", "c:<couple> more? u:<units>", lambda c, u: amount(c, u, "APPROX"), {"for [a couple of years]": "P2Y"}),
    Rule("amount.counted-and-a-half-hyphenated", "amount", "n:<count> - and - a - half -? u:<anyunit>", lambda n, u: amount(n + _HALF, u), {"for [three-and-a-half years]": "P3.5Y"}),
    Rule("amount.quarter-of-a-century", "amount", "a quarter of? a? -? century", lambda: amount(25, (G.YEAR, 1)), {"for [a quarter of a century]": "P25Y", "[a quarter-century]": "P25Y"}),
    Rule("amount.quarter-century", "amount", "quarter - century", lambda: amount(25, (G.YEAR, 1)), {"in the [quarter-century] since": "P25Y"}),
    Rule("amount.range-between", "amount", "between n:<count> and m:<count> -? u:<units>", lambda n, m, u: _range(n, m, u) if m < _FIRST_YEAR else None, {"takes [between two and three years]": "P2Y"}),
    Rule("amount.two-or-more", "amount", "n:<count> or more|fewer|less u:<units>", lambda n, u: amount(n, u, "EQUAL_OR_MORE"), {"for [two or more years]": "P2Y"}),
    Rule("amount.units-and-a-half-past", "amount", "u:<unit> and a half", lambda u: amount(1 + _HALF, u), {"for [the past decade and a half]": "P1.5DE"}),
    Rule("amount.vague", "amount", "v:<vague> more? -? u:<anyunit>", lambda v, u: amount(None, u) if v else None, {"for [several weeks]": "PXW"}),
    Rule("amount.quarters-of-a-unit", "amount", "three -? quarters of an|a u:<unit>", lambda u: _quarters(3, u), {"took [three-quarters of an hour]": "PT45M"}),
    Rule("amount.a-quarter-of-a-unit", "amount", "a quarter of an u:<unit>", lambda u: _quarters(1, u), {"took [a quarter of an hour]": "PT15M"}),
    Rule("amount.vague-with-an-adjective", "amount", "<vague> short|long|full|whole u:<units>", lambda u: amount(None, u), {"in [a few short months]": "PXM"}),
    Rule("amount.half-a-unit", "amount", "half a|an? -? u:<unit>", lambda u: amount(_HALF, u) if u[0] is not G.DECADE else amount(5, (G.YEAR, 1)), {
        "for [half an hour]": "PT30M",
    }),
    Rule("amount.a-half-unit", "amount", "a half -? u:<unit>", lambda u: amount(_HALF, u), {"for [a half hour]": "PT30M"}),
    Rule("amount.unit-and-a-half", "amount", "a|an|one u:<unit> and a half", lambda u: amount(1 + _HALF, u), {"for [a year and a half]": "P1.5Y"}),
    Rule("amount.unit-and-half", "amount", "a|an|one u:<unit> and half !<function|lower|plural|capital>", lambda u: amount(1 + _HALF, u), {"for [an hour and half].": "PT1H30M"}),
    Rule("amount.units-and-a-half", "amount", "n:<count> u:<units> and a half", lambda n, u: amount(n + _HALF, u), {"for [two years and a half]": "P2.5Y"}),
    Rule("amount.range", "amount", "n:<count> to|or|-|-- m:<count> -? u:<anyunit>", _range, {"in [two to three weeks]": "P2W"}),
    Rule("amount.range-in-one", "amount", "r:<numrange> -? u:<anyunit>", lambda r, u: _range(r[0], r[1], u), {"for [10-15 years]": "P10Y"}),
    Rule("amount.range-hyphenated", "amount", "n:<count> -|-- to|or -? m:<count> - u:<anyunit>", _range, {
        "a [six- to eight-week] delay": "P6W", "a [12-to-18-month] term": "P12M", "a [two- or three-day] visit": "P2D",
    }),
    Rule("amount.second-of-several", "ordinal", f"a|another second ,? !{_MOMENT} =<lower|plural|capital|unit|units|pod|season|capitalised>", lambda: True, {
        "fear of a second wave": "", "a second, smaller table": "",
    }),
    Rule("amount.one-unit", "oneunit", "a|an u:<unit> !-", lambda u: None if u[0] is G.QUARTER else amount(1, u), {"for [a year]": "P1Y"}),
    Rule("amount.one-full-unit", "oneunit", "a|an|one full|whole|good u:<unit> =ago|earlier|later|before|after|from", lambda u: None if u[0] is G.QUARTER else amount(1, u), {"left [a full year ago]": "2021"}),
    Rule("amount.one-quarter", "oneunit", "a quarter !<'-|'of>", lambda: amount(1, (G.QUARTER, 1)), {"sold 500 cars [a quarter]": "P1Q"}),
    Rule("amount.units-long", "amount", "u:<units> - long", lambda u: amount(None, u), {"a [decades-long] war": "PXDE"}),
    Rule("amount.units-old", "amount", "u:<units> - old =<lower|plural>", lambda u: amount(None, u), {"a [decades-old] feud": "PXDE"}),
    Rule("amount.a-unit-long", "amount", "u:<unit> - long", lambda u: amount(1, u), {"a [year-long] study": "P1Y"}),
)  # fmt: skip

_LASTING = "for|last|past|next|coming|previous|first|final|every|during|over|through|throughout|within|took|takes|lasted|lasts|spent"
"""Words before a length; what is counted back from now and joined to it by "and" is no part of it."""

_JOINED = (
    Rule("amount.joined", "amount", f"!{_LASTING} a:<amount> ,? and? b:<amount>", joined, {"came [two years and three months ago]": "2020-04"}),
    Rule("amount.joined-in-a-length", "amount", "a:<amount> ,? and? b:<amount> !ago|later|earlier|hence|back|afterwards|afterward|before|after", joined, {
        "for [two years and three months]": "P2Y3M", "It ran for [three years] and [two weeks ago] it ended.": "P3Y 2022-W27",
    }),
    Rule("amount.or-so", "amount", "a:<amount|oneunit> or so", lambda a: _modified("APPROX", a), {"for [two years or so]": "P2Y"}),
    Rule("amount.or-more", "amount", "a:<amount|oneunit> or more|longer", lambda a: _modified("EQUAL_OR_MORE", a), {"for [ten years or more]": "P10Y"}),
    Rule("amount.or-less", "amount", "a:<amount|oneunit> or less|fewer", lambda a: _modified("EQUAL_OR_LESS", a), {"in [a week or less]": "P1W"}),
)  # fmt: skip

_COMPARED = (
    Rule("amount.about", "amount", "m:<mod_before> a:<amount|oneunit>", _modified, {"for [nearly two years]": "P2Y", "[about a decade]": "P1DE"}),
    Rule("amount.more-than", "amount", "more|longer|greater than a:<amount|oneunit>", lambda a: _modified("MORE_THAN", a), {
        "for [more than a dozen years]": "P12Y",
    }),
    Rule("amount.less-than", "amount", "less|fewer|shorter than a:<amount|oneunit>", lambda a: _modified("LESS_THAN", a), {"in [less than two hours]": "PT2H"}),
    Rule("amount.at-least", "amount", "at least a:<amount|oneunit>", lambda a: _modified("EQUAL_OR_MORE", a), {"for [at least ten days]": "P10D"}),
    Rule("amount.no-less-than", "amount", "no|not fewer|less than a:<amount|oneunit>", lambda a: _modified("EQUAL_OR_MORE", a), {"for [no less than two years]": "P2Y"}),
    Rule("amount.at-most", "amount", "at most a:<amount|oneunit>", lambda a: _modified("EQUAL_OR_LESS", a), {"for [at most ten days]": "P10D"}),
    Rule("amount.up-to", "amount", "up to a:<amount|oneunit>", lambda a: _modified("EQUAL_OR_LESS", a), {"for [up to five years]": "P5Y"}),
    Rule("amount.no-more-than", "amount", "no|not more|longer than a:<amount|oneunit>", lambda a: _modified("EQUAL_OR_LESS", a), {
        "for [no more than sixty days]": "P60D",
    }),
    Rule("amount.the-better-part-of", "amount", "the better|best part of a:<amount|oneunit>", lambda a: _modified("LESS_THAN", a), {
        "for [the better part of a decade]": "P1DE",
    }),
)  # fmt: skip

LEVELS = (
    Level("amounts", _COUNTED),
    Level("joined amounts", _JOINED, repeat=True),
    Level("compared amounts", _COMPARED),
)
