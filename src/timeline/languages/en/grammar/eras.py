"""Years by their era: 44 BC, AD 79, AH 1445, 10,000 BP; Reiwa 4, the Meiji era, the Victorian age, the Ming dynasty."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.calculus.operators import At, Between
from timeline.languages.calendars import islamic_year
from timeline.languages.en.eras import DYNASTIES, PERIODS, REIGNS
from timeline.languages.meanings import about, at_year, date
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.en.eras import Moment
    from timeline.languages.meaning import Meaning

__all__ = ["ERA_NAMES", "ERA_RULES"]

_NOTE = "an era, with the years that history gives it"


def _instant(moment: Moment) -> Instant:
    return Instant.of(moment) if isinstance(moment, int) else Instant.of(*moment)


def _year(instant: Instant) -> str:
    return f"{instant.year:04}" if instant.year > 0 else f"BC{1 - instant.year:04}"


def _era(begin: Moment, end: Moment | None) -> Meaning:
    """Mean the whole of an era; its value is the years in which it begins and ends."""
    first = _instant(begin)
    if end is None:
        return date(At(Interval(Bound.at(first), OPEN, G.YEAR)), value=f"{_year(first)}/..", note=_NOTE)
    until = _instant(end)
    value = f"{_year(first)}/{_year(until.shift(-1, G.DAY))}"
    return date(At(Interval.exact(first, until, G.YEAR)), value=value, note=_NOTE)


def _reign(e: str) -> Meaning | None:
    return _era(*REIGNS[e]) if e in REIGNS else None


def _period(e: str) -> Meaning | None:
    return _era(*PERIODS[e]) if e in PERIODS else _reign(e)


def _dynasty(e: str) -> Meaning | None:
    return _era(*DYNASTIES[e]) if e in DYNASTIES else None


def _year_of(e: str, n: int) -> Meaning | None:
    """Mean a year of a reign; None where the reign did not last so long."""
    if e not in REIGNS or n < 1:
        return None
    begin, end = REIGNS[e]
    year = _instant(begin).year + n - 1
    return (
        date(at_year(year), note=f"year {n} of an era that begins in {_instant(begin).year}")
        if end is None or year <= _instant(end).year
        else None
    )


_AFTER_LOWER = "!<'i|'he|'she|'they|'we|'it|'you|'of|'the|'a|'my|capital|plural>"
"""What follows "bc" where it is short for because, and "ad" where it is an advertisement."""

ERA_NAMES = Level("names of eras", (
    Rule("era.before-christ", "bc", "<bcword>", lambda: True, {"in [44 BC]": "BC0044", "in [44 BCE]": "BC0044"}),
    Rule("era.before-christ-dotted", "bc", "b . c .? [ e .? ]", lambda: True, {"in [44 B.C.]": "BC0044", "in [701 b.c.e.]": "BC0701"}),
    Rule("era.before-christ-in-small-letters", "bc", f"=<int|num|bignum|earlydecade|decade2|'century|'centuries|'millennium|'-> <bcsmall> {_AFTER_LOWER}", lambda: True, {
        "in [300 bc]": "BC0300", "in [the 2nd century bc]": "BC01",
    }),
    Rule("era.anno-domini", "ad", "<adword>", lambda: True, {"in [AD 79]": "0079", "in [79 CE]": "0079"}),
    Rule("era.anno-domini-dotted", "ad", "a . d .?", lambda: True, {"in [A.D. 79]": "0079", "in [79 a.d.]": "0079"}),
    Rule("era.common-era-dotted", "ad", "c . e .?", lambda: True, {"in [79 C.E.]": "0079"}),
    Rule("era.old-style", "oldstyle", "o.s.|o.s", lambda: True, {"on [25 October 1917 O.S.]": "1917-11-07"}),
    Rule("era.old-style-in-words", "oldstyle", "old style", lambda: True, {"on [25 October 1917 (Old Style)]": "1917-11-07"}),
    Rule("era.new-style", "newstyle", "n.s.|n.s", lambda: True, {"on [7 November 1917 N.S.]": "1917-11-07"}),
    Rule("era.new-style-in-words", "newstyle", "new style", lambda: True, {"on [7 November 1917 (New Style)]": "1917-11-07"}),
))  # fmt: skip
"""Read before all dates, so that these take an era however it is written."""


def _bc_year(y: Any) -> Meaning | None:  # noqa: ANN401 - int or Fraction
    return date(at_year(1 - int(y))) if 1 <= y <= 9_999 and y == int(y) else None  # four digits


def _ad_year(y: int) -> Meaning | None:
    return date(at_year(y)) if 1 <= y <= _LAST_AD else None


_LAST_AD = 2_200


def _years(first: int, last: int) -> Meaning | None:
    """Mean the years from one to another, by their astronomical numbers."""
    if first >= last:
        return None
    begin, end = at_year(first), at_year(last)
    value = "/".join(_year(Instant.of(each)) for each in (first, last))
    return date(begin, value=value, relation=Between(begin, end))


def _ad_years(r: tuple[int, int]) -> Meaning | None:
    return _years(*r) if r[1] <= _LAST_AD else None


def _about(meaning: Meaning | None) -> Meaning | None:
    return None if meaning is None else about(meaning)


def _hijri(y: int) -> Meaning | None:
    """Mean a year of the Islamic calendar, which lies in two of the Gregorian one."""
    if not 100 <= y <= 1_600:  # years that are told from numbers of things
        return None
    interval = islamic_year(y)
    first, last = interval.begin.latest, interval.end.earliest
    if first is None or last is None:
        return None
    value = "/".join(dict.fromkeys((_year(first), _year(last.shift(-1, G.DAY)))))
    return date(At(interval), value=value, note="a year of the Islamic calendar, by its tables")


def _anno_mundi(y: int) -> Meaning | None:
    """Mean a year of the Jewish calendar, from one autumn to the next."""
    if not 4_000 <= y <= 6_000:  # years of history and of news
        return None
    first = y - 3_761
    interval = Interval(
        Bound(Instant.of(first, 9), Instant.of(first, 10, 6)),
        Bound(Instant.of(first + 1, 9), Instant.of(first + 1, 10, 6)),
        G.YEAR,
    )
    value = f"{_year(Instant.of(first))}/{_year(Instant.of(first + 1))}"
    return date(At(interval), value=value, note="a year of the Jewish calendar, which begins in September or October")


def _before_present(y: Any) -> Meaning | None:  # noqa: ANN401 - int or Fraction
    """Mean so many years before 1950, by which carbon is dated; a number of this century is a company's year."""
    if not 2_500 <= y <= 11_000 or y != int(y):
        return None
    return about(date(at_year(1_950 - int(y)), note="counted back from 1950, as in dating by carbon"))


ERA_RULES = (
    Rule("calendar.year-bc-after-circa", "yeardate", "<circaword> .? y:<int|num|bignum> )? <bc>", lambda y: _about(_bc_year(y)), {"built [c. 1230 BC]": "BC1230"}),
    Rule("calendar.year-bc-glued-to-circa", "yeardate", "y:<circaint> <bc>", lambda y: _about(_bc_year(y)), {"fell in [c64 BCE]": "BC0064"}),
    Rule("calendar.year-bc", "yeardate", "y:<int|num|bignum> -? <bc>", _bc_year, {"in [44 BC]": "BC0044", "in [3,000 BC]": "BC3000"}),
    Rule("calendar.years-bc-in-one", "date", "r:<downrange> -? <bc>", lambda r: _years(1 - r[0], 1 - r[1]), {"ruled [336–323 BCE]": "BC0336/BC0323"}),
    Rule("calendar.years-ad-in-one", "date", "<ad> r:<numrange|earlyrange|yearrange>", _ad_years, {"built [AD 115–150]": "0115/0150"}),
    Rule("calendar.years-in-one-ad", "date", "r:<numrange|earlyrange|yearrange> <ad>", _ad_years, {"built [115–150 CE]": "0115/0150"}),
    Rule("calendar.ad-year-after-circa", "yeardate", "<circaword> .? <ad> y:<int>", lambda y: _about(_ad_year(y)), {"built [c. AD 79]": "0079"}),
    Rule("calendar.year-ad-after-circa", "yeardate", "<circaword> .? y:<int> <ad>", lambda y: _about(_ad_year(y)), {"built [c. 79 CE]": "0079"}),
    Rule("calendar.ad-year-in-one", "yeardate", "y:<adyear>", _ad_year, {"in [AD842]": "0842"}),
    Rule("calendar.ad-year", "yeardate", "<ad> y:<int>", _ad_year, {"in [AD 79]": "0079", "in [A.D. 350]": "0350"}),
    Rule("calendar.year-ad", "yeardate", "y:<int> <ad>", _ad_year, {"in [79 AD]": "0079", "in [350 A.D.]": "0350"}),
    Rule("era.year-of-the-lord", "yeardate", "anno domini y:<year|earlyyear>", _ad_year, {"in [Anno Domini 1500]": "1500"}),
    Rule("era.year-of-our-lord", "yeardate", "the? year of our|the lord y:<int>", _ad_year, {"in [the year of our Lord 1549]": "1549"}),
    Rule("era.year-of-the-hegira", "yeardate", "<ah> y:<int>", _hijri, {"in [AH 1445]": "2023/2024"}),
    Rule("era.year-of-the-hegira-behind", "yeardate", "y:<int> <ah>", _hijri, {"in [1445 AH]": "2023/2024"}),
    Rule("era.year-of-the-world", "yeardate", "<am> y:<int>", _anno_mundi, {"in [AM 5784]": "2023/2024"}),
    Rule("era.year-of-the-world-behind", "yeardate", "y:<int> <am>", _anno_mundi, {"in [5784 AM]": "2023/2024"}),
    Rule("era.years-before-the-present", "date", "y:<int|num|bignum> [ <units> ] [ cal ] <bp>", _before_present, {"about [10,000 BP]": "BC8051", "some [5,000 years BP]": "BC3051"}),
    Rule("era.year-of-a-reign", "yeardate", "e:<eraword> n:<day>", lambda e, n: _year_of(e, n), {"in [Reiwa 4]": "2022", "in [Showa 20]": "1945"}),
    Rule("era.year-of-a-reign-large", "yeardate", "e:<eraword> n:<int>", lambda e, n: _year_of(e, n), {"in [Showa 39]": "1964"}),
    Rule("era.nth-year-of-a-reign", "yeardate", "the? n:<ord> year of the? e:<eraword> [ era|period ]", lambda n, e: _year_of(e, n), {
        "in [the first year of Meiji]": "1868",
    }),
    Rule("era.period-hyphenated", "date", "the? e:<eraword> - era|age", lambda e: _period(e), {"a [Victorian-era] house": "1837/1901"}),
    Rule("era.period", "date", "the? e:<eraword> era|age|period|epoch|years|times", lambda e: _period(e), {
        "in [the Meiji era]": "1868/1912", "in [the Elizabethan age]": "1558/1603",
    }),
    Rule("era.dynasty", "date", "the? e:<eraword> dynasty|period|era|times", lambda e: _dynasty(e), {"in [the Ming dynasty]": "1368/1644"}),
    Rule("era.dynasty-hyphenated", "date", "the? e:<eraword> - dynasty|era", lambda e: _dynasty(e), {"a [Ming-dynasty] vase": "1368/1644"}),
)  # fmt: skip
