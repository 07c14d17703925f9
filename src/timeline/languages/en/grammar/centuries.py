"""Decades, centuries and millennia: the 1990s, the late 17th century, the second century BC, the '60s."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Backward, Now
from timeline.calculus.recurring import DecadeOfCentury
from timeline.languages.meanings import at_decade, century, date, part_of
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["CENTURY_RULES"]

_STYLES = "inspired|themed|hit|hits|music|rock|pop|disco|fashion|fashions|style|era|movie|film|films|show|sitcom|song|songs|band|icon|classic|nostalgia"
_OLD_THINGS = (
    "church|chapel|tower|nave|chancel|roof|font|house|manor|castle|hall|manuscript|fresco|frescoes|painting|wall|walls"
    "|doorway|window|windows|additions|alterations|building|cottage|farmhouse|bridge|barn|mill|abbey|priory|glass|screen"
)


def _century(p: str | None, o: int, *, bc: bool = False) -> Meaning | None:
    found = century(o, bc=bc)
    return found if found is None or p is None else part_of(p, found)


def _century_bc(p: str | None, o: int) -> Meaning | None:
    return _century(p, o, bc=True)


def _millennium_bc(o: int) -> Meaning | None:
    if not 1 <= o <= 9:  # one digit
        return None
    interval = Interval.exact(Instant.of(1 - o * 1_000), Instant.of(1 - (o - 1) * 1_000), G.MILLENNIUM)
    return date(At(interval), value=f"BC{o - 1}")


def _decade_bc(d: int) -> Meaning:
    """Mean a decade before Christ, as TIMEX3 counts it: the 40s BC are the years from 49 to 40."""
    interval = Interval.exact(Instant.of(1 - d * 10 - 9), Instant.of(2 - max(d * 10, 1)), G.DECADE)
    return date(At(interval), value=f"BC{d:03}")


def _short_decade(d: int) -> Meaning:
    """Mean the last one to have begun: told in 2022, the sixties are those of 1960."""
    return date(Backward(DecadeOfCentury(d), Now()))


def _two_decades(a: int, b: int) -> tuple[Meaning, Meaning]:
    """Mean two of one century: told in 2022, the twenties before the thirties are those of 1920."""
    last = Backward(DecadeOfCentury(b), Now())
    return date(Backward(DecadeOfCentury(a), last)), date(last)


def _years_decade(y: int) -> Meaning | None:
    return _short_decade(y // 10) if y % 10 == 0 else None


CENTURY_RULES = (
    Rule("calendar.decade", "date", "the? d:<decade>", lambda d: date(at_decade(d)), {"in [the 1990s]": "199", "[1960s] music": "196"}),
    Rule("calendar.decade-of-an-apostrophe-year", "date", "the? ' d:<yy> ' s", _years_decade, {"in [the '60's]": "196"}),
    Rule("calendar.two-decades", "date", "the a:<decade2> and|or b:<decade2>", _two_decades, {"in the [20s] and [30s]": "192 193"}, ("a", "b")),
    Rule("calendar.decade-possessive", "date", "the y:<likelyyear> ' s", lambda y: date(at_decade(y // 10)) if y % 10 == 0 and (y % 100 or y == 2000) else None, {"in [the 1980's]": "198"}),
    Rule("calendar.decade-two-digits-apostrophe", "date", "the? ' d:<decade2>", _short_decade, {"in [the '90s]": "199", "[the '60s]": "196"}),
    Rule("calendar.decade-two-digits", "date", "the d:<decade2>", _short_decade, {"in [the 90s]": "199"}),
    Rule("calendar.decade-of-a-style", "date", f"!<possessive|mod_before|part> d:<decade2> -? {_STYLES}", lambda d: (_short_decade(d),), {"a [70s] hit": "197", "loves [80s]-style films": "198"}, ("d",)),
    Rule("calendar.decade-of-a-style-possessive", "date", f"!<possessive> the? d:<yy> ' s ={_STYLES}", _years_decade, {"a [70's] hit": "197"}),
    Rule("calendar.decade-two-digits-possessive", "date", "the d:<yy> ' s !<lower>", _years_decade, {"in [the 70's] and later": "197"}),
    Rule("calendar.decade-part-apostrophe", "date", "!<possessive> the? p:<part> -? ' d:<decade2|decadeword>", lambda p, d: part_of(p, _short_decade(d)), {"in [the early '80s]": "198"}),
    Rule("calendar.decade-part", "date", "!<possessive> the? p:<part> -? d:<decade2|decadeword>", lambda p, d: part_of(p, _short_decade(d)), {
        "in [the mid-90s]": "199", "in [the late sixties]": "196",
    }),
    Rule("calendar.the-roaring-twenties", "date", "the roaring twenties", lambda: date(at_decade(192)), {"in [the roaring twenties]": "192"}),
    Rule("calendar.decade-in-words", "date", "the [ roaring|swinging ] d:<decadeword>", _short_decade, {
        "in [the nineties]": "199", "in [the sixties]": "196",
    }),
    Rule("calendar.decade-in-words-with-nineteen", "date", "the? nineteen -? d:<decadeword>", lambda d: date(at_decade(190 + d)), {
        "in [the nineteen sixties]": "196",
    }),
    Rule("calendar.early-decade", "date", "=in|during|by|since|until|of the d:<earlydecade> [ <ad> ] !<lower|plural|capital|'->", lambda d: date(at_decade(d)), {"in [the 480s] they fled": "048"}),
    Rule("calendar.decade-bc", "date", "the? d:<earlydecade|decade2> <bc>", _decade_bc, {"in [the 480s BC]": "BC048", "in [the 40s B.C.]": "BC004"}),
    # Before all other centuries, as it is no time by which something was done
    Rule("calendar.century-of-those-who-did", "attribute", "=by [ p:<part> -? ] o:<ord> - century =<lower|plural|capital|person>", _century, {
        "dug up by [19th-century] scholars": "18",
    }),
    Rule("calendar.century", "date", "the? [ p:<part> -? in? the? ] o:<ord> -? century|centuries [ <ad> ] [ ad|ce !<lower|plural|capital> ]", _century, {
        "in [the 19th century]": "18", "in [the first century CE]": "00", "in [the 5th century A.D.]": "04", "in [the late 17th century]": "16", "in [the 2nd century ad]": "01",
    }),
    Rule("calendar.century-bc", "date", "the? [ p:<part> -? in? the? ] o:<ord> -? century|centuries -? <bc>", _century_bc, {
        "in [the 5th century BC]": "BC04", "in [the 5th century B.C.]": "BC04", "a [2nd-century-BC] villa": "BC01", "in [the third century bce]": "BC02",
    }),
    Rule("calendar.century-abbreviated", "date", "the? [ p:<part> -? ] o:<ord> -? c . [ <ad> ]", lambda p, o: _century(p, o) if 1 < o <= 21 else None, {  # centuries
        "in [the 17th c.]": "16",
    }),
    Rule("calendar.century-abbreviated-bc", "date", "the? [ p:<part> -? ] o:<ord> -? c .? <bc>", _century_bc, {"in [the 4th c. BC]": "BC03"}),
    Rule("calendar.century-of-a-catalogue", "date", f"!<currency> c:<centurytoken> ={_OLD_THINGS}", lambda c: _century(None, c), {"with [19c] additions": "18"}),
    Rule("calendar.century-part-of-a-catalogue", "date", "p:<part> -? c:<centurytoken>", _century, {"built [early 15c]. in brick": "14"}),
    Rule("calendar.part-of-a-century-to-come", "partord", "p:<part> -? o:<ord> =--|to|through|until|and|or|&", lambda p, o: (p, o), {"from the [late 17th] to [the 19th century]": "16 18"}),
    Rule("calendar.the-1900s", "date", "the? c:<centuries>", lambda c: _century(None, c + 1), {"in [the 1900s]": "19"}),
    Rule("calendar.millennium-bc", "date", "the? o:<ord> millennium -? <bc>", _millennium_bc, {"in [the third millennium BC]": "BC2", "in [the second millennium b.c.]": "BC1"}),
    Rule("calendar.millennium", "date", "the? o:<ord> millennium", lambda o: date(At(Interval.unit(Instant.of((o - 1) * 1000), G.MILLENNIUM))), {
        "in [the third millennium]": "2",
    }),
)  # fmt: skip
