"""Years that are told from numbers only by what stands beside them: those of lives and of long ago, and rough ones."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from timeline.calculus.operators import Between
from timeline.languages.en.grammar.fiscal import range_of_years
from timeline.languages.meanings import about, at_decade, at_year, date, related
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["EARLY_YEAR_RULES"]

_NO_COUNT = "!<unit|units|magnitude|plural|percent|currency|person|->"
"""What shows that the number before it counts something."""
_HISTORY = (
    "war|plague|fire|revolt|rebellion|rising|uprising|treaty|battle|siege|earthquake|eruption|flood|famine|act|charter"
    "|invasion|edition|map|census|constitution|massacre|trial|trials|expedition|voyage|statute|coronation|edict|mutiny"
    "|conquest|crusade|synod|diet|schism|frost|conspiracy|plot"
)
"""What history dates by a year before it: the 1665 plague."""
_BOUNDS: Mapping[str, str] = {"bef": "before", "aft": "after"}
_LIVED = "born|died|flourished|floruit|baptised|baptized|christened|buried|crowned|beheaded|founded|established|incorporated|dated|est|estd"
_DONE = (
    "founded|died|built|born|crowned|established|written|killed|defeated|elected|deposed|destroyed|ended|began|completed"
    "|captured|consecrated|conquered|sacked|abolished|married|buried|baptised|baptized|dedicated|enthroned|abdicated|fell"
)
_AFTER_YEAR = (
    "=<',|'.|';|')|'the|'he|'she|'they|'his|'her|'their|'when|'after|'by|'as|'and|'king|'emperor|'pope|'bishop|break>"
)
_FIRST, _FIRST_OF_FOUR, _LAST = 100, 1_000, 2_100


def _life(a: int, b: int) -> tuple[Meaning, Meaning] | None:
    if b < _FIRST_OF_FOUR and a % 10 == b % 10 == 0:  # round numbers
        return None
    if not _FIRST <= a < b <= min(a + 120, _LAST):  # three digits or more; a life
        return None
    first, last = at_year(a), at_year(b)
    between = Between(first, last)
    return date(first, relation=between), date(last, relation=between)


def _reign(r: tuple[int, int]) -> Meaning:
    return range_of_years(r)


def _alone(y: int) -> tuple[Meaning] | None:
    return (date(at_year(y)),) if _FIRST <= y <= _LAST else None


def _three_digits(y: int) -> Meaning | None:
    return date(at_year(y), confidence=0.7) if y % 50 else None  # round numbers


def _rough(y: int) -> tuple[Meaning] | None:
    return (about(date(at_year(y))),) if _FIRST <= y <= _LAST else None


def _is_hour(y: int) -> bool:
    """Whether four digits are more likely an hour of a programme: 1430 – Tea."""
    return y % 5 == 0 and y % 100 < 60  # minutes


def _headed(y: int) -> Meaning | None:
    """Mean the year at the head of an entry of a chronicle."""
    return None if _is_hour(y) or y > _LAST else date(at_year(y), confidence=0.7)


EARLY_YEAR_RULES = (
    # Lives and reigns
    Rule("calendar.life-dates", "yeardate", "=<'(> a:<year|earlyyear> -- b:<year|earlyyear>", _life, {"painter ([1704] – [1787])": "1704 1787"}, ("a", "b")),
    Rule("calendar.life-dates-about", "yeardate", "=<'(> a:<year|earlyyear> -|-- <circaword> .? b:<year|earlyyear> =<')|',|';>", _life, {"painter ([1504]–c. [1567])": "1504 1567"}, ("a", "b")),
    Rule("calendar.life-in-one", "yeardate", "=<'(|circaword> r:<earlyrange> =<')|',|';>", _reign, {"Duke John ([1394]–[1422])": "1394 1422", "Bishop Gero ([742]–[814])": "0742 0814"}),
    Rule("calendar.reign-with-a-dash", "yeardate", "r|reg|reigned|ruled|fl|flourished|floruit .? a:<year|earlyyear> -- b:<year|earlyyear>", _life, {
        "the king, reigned [1715] – [1774]": "1715 1774",
    }, ("a", "b")),
    Rule("calendar.reign", "yeardate", "!. r|reg|reigned|ruled|fl|flourished|floruit .? r:<earlyrange|yearrange>", lambda r: (_reign(r),), {
        "the king (r. [1066]–[1087])": "1066 1087", "the poet (fl. [742]–[760])": "0742 0760",
    }, ("r",)),
    Rule("calendar.years-long-ago", "yeardate", "=in|during|winter|summer|spring|autumn|dated r:<earlyrange> !<unit|units|lower|plural|percent|currency>", _reign, {
        "plague came in [1348]–[50]": "1348 1350",
    }),
    Rule("calendar.year-of-a-life", "yeardate", f"{_LIVED} .? y:<year|earlyyear> {_NO_COUNT}", _alone, {"the vicar, died [1662] at Hull": "1662", "the monk, died [669], was": "0669"}, ("y",)),
    Rule("calendar.year-of-a-life-abbreviated", "yeardate", f"!. b|d|fl|m|r|bap|bapt|bur . y:<year|earlyyear> {_NO_COUNT}", _alone, {
        "her son Tom (b. [1624])": "1624", "the poet (fl. [1450])": "1450",
    }, ("y",)),
    Rule("calendar.year-of-a-life-short", "yeardate", "=<'(|',|';> b|d|fl|m|bap|bapt|bur y:<year> =<')|',|';>", _alone, {"her son Tom (b [1624])": "1624"}, ("y",)),
    Rule("calendar.year-of-a-life-about", "yeardate", f"b|d|fl|m|bap|bapt|bur .? circa|c|ca|abt|about .? y:<year|earlyyear> {_NO_COUNT}", _rough, {
        "her son Tom (b. abt [1624])": "1624",
    }, ("y",)),
    Rule("calendar.year-of-a-life-bounded", "yeardate", f"b|d|born|died|m|married|bur|buried .? s:bef|aft|before|after|by .? y:<year|earlyyear> {_NO_COUNT}",
         lambda s, y: (related(_BOUNDS.get(s, s), date(at_year(y))),), {
        "his wife (d. bef. [1780])": "1780", "her uncle (d. aft. [1624])": "1624",
    }, ("y",), ("s",)),
    Rule("calendar.year-bounded-abbreviated", "yeardate", "s:bef|aft . y:<year>", lambda s, y: (related(_BOUNDS[s], date(at_year(y))),), {
        "the house, built bef. [1780]": "1780",
    }, ("y",), ("s",)),
    Rule("calendar.year-before-a-dash-to-a-date", "yeardate", "=<'(> y:<year> =--", lambda y: date(at_year(y)), {"Tom ([1575] – [23 March 1618])": "1575 1618-03-23"}),
    Rule("calendar.year-after-a-dash-from-a-date", "yeardate", "=-- y:<year> =<')>", lambda y: date(at_year(y)), {"Tom ([23 March 1575] – [1618])": "1575-03-23 1618"}),
    # Long ago
    Rule("calendar.year-of-three-digits-that-begins", "yeardate", f"=<sentencein> y:<earlyyear> {_AFTER_YEAR}", _three_digits, {"In [731] he wrote it.": "0731"}),
    Rule("calendar.year-of-three-digits", "yeardate", f"{_DONE} s:in y:<earlyyear> {_AFTER_YEAR}", lambda s, y: None if (found := _three_digits(y)) is None else (found,), {
        "The abbey was founded in [669].": "0669",
    }, ("y",), ("s",)),
    Rule("calendar.years-of-three-digits", "yeardate", "ruled|reigned|lived|emperor|king|queen|pope|bishop|archbishop|abbot|caliph s:from a:<earlyyear> t:to|until b:<earlyyear> !<unit|units|plural|lower>",
         lambda s, a, t, b: _life(a, b), {"He ruled from [117] to [138].": "0117 0138"}, ("a", "b"), ("s", "t")),
    Rule("calendar.year-heads-an-entry", "yeardate", "!<number|num|int|currency|mod_before|quantity|numbered|'--|'/|',|month|monthabbr> y:<year> =<'--|'–|'—>", _headed, {
        "[1222] – A university opens in Padua": "1222",
    }),
    Rule("calendar.year-heads-a-paragraph", "yeardate", "=<break|'*|'•|'-|'–> y:<year> =:", _headed, {"[1664]: The town falls": "1664"}),
    Rule("calendar.year-in-parentheses", "yeardate", "=<'(> y:<likelyyear> =<')|',|';>", lambda y: date(at_year(y), confidence=0.8) if y <= _LAST else None, {
        "the plan ([1791]) was": "1791",
    }),
    Rule("calendar.year-in-parentheses-behind-a-name", "yeardate", "<capital> ( y:<year> =<')>", lambda y: (date(at_year(y), confidence=0.7),) if y <= _LAST and (y >= 1500 or y % 50) else None, {  # round numbers count
        "the fall of Cyprus ([1191]) was": "1191",
    }, ("y",)),
    Rule("calendar.year-of-history", "yeardate", f"=the y:<year> ={_HISTORY}", lambda y: date(at_year(y), confidence=0.8) if y <= _LAST else None, {
        "the [1665] plague": "1665", "the [1066] invasion": "1066",
    }),
    Rule("calendar.the-year-of-three-digits", "yeardate", "the year y:<earlyyear>", lambda y: date(at_year(y)), {"in [the year 669]": "0669"}),
    Rule("calendar.year-after-a-place", "yeardate", "<capital> , y:<year> =<')|'.|';>", lambda y: (date(at_year(y), confidence=0.7),) if y <= _LAST and y % 100 and not (y < 1500 and _is_hour(y)) else None, {
        "printed in Denmark, [1649].": "1649",
    }, ("y",)),
    Rule("calendar.years-with-a-wave", "yeardate", "a:<likelyyear> ~ b:<yy|likelyyear> !<unit|units|percent>",
         lambda a, b: range_of_years((a, b)) if a < (b := b if b > 99 else a - a % 100 + b) else None, {"the war of [1816]~[77]": "1816 1877"}),  # two digits
    # About
    Rule("calendar.early-year-after-circa", "yeardate", "!. <circaword> .? y:<int> !<unit|units|plural|lower|percent>", lambda y: about(date(at_year(y))) if _FIRST <= y < 1000 else None, {  # three digits
        "monk [c. 314]": "0314",
    }),
    Rule("calendar.year-after-circa", "yeardate", "!. circa|c|ca|abt .? y:<year> !<unit|units|plural>", lambda y: about(date(at_year(y))), {"[c. 1450]": "1450", "[circa 1200]": "1200"}),
    Rule("calendar.range-after-circa", "yeardate", "circa|c|ca|abt .? r:<yearrange|earlyrange> !<unit|units|plural>", lambda r: about(range_of_years(r)), {"[c. 1850–1860]": "1850/1860"}),
    Rule("calendar.year-glued-to-circa", "yeardate", "y:<circayear>", lambda y: about(date(at_year(y))), {"printed [ca1860]": "1860", "made [c1900]": "1900"}),
    Rule("calendar.decade-glued-to-circa", "date", "d:<circadecade>", lambda d: about(date(at_decade(d))), {"made [c1860s]": "186"}),
    Rule("calendar.year-after-a-tilde", "yeardate", "=in|since|until|by|from|of|dated|dates|built|made|born|died|founded|painted|written|'(|',|; ~|≈ y:<likelyyear> !<unit|units|magnitude|plural|lower|percent|currency>",
         lambda y: about(date(at_year(y))) if y <= _LAST and y % 500 else None, {"built [~1860] in oak": "1860"}),
)  # fmt: skip
