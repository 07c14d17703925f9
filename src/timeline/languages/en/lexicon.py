"""English words of time, by class. Words with several classes get them all; rules decide."""

from __future__ import annotations

from typing import Any

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.recurring import ClockTime
from timeline.languages.en.eras import ERA_WORDS
from timeline.languages.en.nations import NATIONS
from timeline.languages.en.zones import PLACES, ZONES

__all__ = ["CAPITALISED", "MONTHS", "WORDS"]

_SMALL = "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen"
_SMALL += " seventeen eighteen nineteen"
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety"
_ORDINALS = "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth"
_ORDINALS += " fifteenth sixteenth seventeenth eighteenth nineteenth"
_MONTHS = "January February March April May June July August September October November December"
_WEEKDAYS = "Monday Tuesday Wednesday Thursday Friday Saturday Sunday"

WORDS: dict[str, dict[str, Any]] = {}
"""Lower-case word to classes and values."""

MONTHS: dict[str, int] = {}
"""The names and abbreviations of months, in small letters."""

CAPITALISED: dict[str, dict[str, Any]] = {}
"""Words that have these classes only where they are written with a capital: May, Sat, March."""


def _add(table: dict[str, dict[str, Any]], words: str, **classes: Any) -> None:  # noqa: ANN401 - values of many types
    for word in words.split():
        table.setdefault(word, {}).update(classes)


for _number, _word in enumerate(_SMALL.split()):
    _add(WORDS, _word, num=_number, small=_number)
    if 1 <= _number <= 12:  # hours
        _add(WORDS, _word, hourword=_number)
    if _number >= 10:  # "nineteen eighty-four", "twenty nineteen"
        _add(WORDS, _word, teen=_number)
for _number, _word in enumerate(_TENS.split(), start=2):
    _add(WORDS, _word, num=_number * 10, tens=_number * 10)
    _add(WORDS, _word[:-1] + "ieth", ord=_number * 10)
    _add(WORDS, _word[:-1] + "ies", decadeword=_number)
_add(WORDS, "hundred", magnitude=100)
_add(WORDS, "thousand", magnitude=1_000)
_add(WORDS, "million", magnitude=1_000_000)
_add(WORDS, "billion", magnitude=1_000_000_000)
for _number, _word in enumerate(_ORDINALS.split(), start=1):
    _add(WORDS, _word, ord=_number)
_add(WORDS, "fifties", decadeword=5)
_add(WORDS, "noughties", decadeword=0)
_add(CAPITALISED, "st", abbreviation=True)
_add(CAPITALISED, "no nos", abbreviation=True)
_add(WORDS, "no nos p pp vol vols fig figs ext para al", abbreviation=True)
_add(CAPITALISED, "project operation server studio excel platform", numbered=True)  # Project 2025
_add(WORDS, "oh aught", oh=0)
_add(WORDS, "dozen", dozen=12)

for _number, _word in enumerate(_MONTHS.split(), start=1):
    _name, _short = _word.lower(), _word[:3].lower()
    MONTHS |= dict.fromkeys((_name, _short), _number)
    if _name in {"may", "march"}:
        _add(CAPITALISED, _name, month=_number, verbmonth=_number)
        _add(WORDS, _name, lowmonth=_number)
    elif _name == "august":
        _add(CAPITALISED, _name, month=_number, namemonth=_number)
        _add(WORDS, _name, lowmonth=_number)
    elif _name in {"april", "june"}:
        _add(WORDS, _name, month=_number, namemonth=_number)
    else:
        _add(WORDS, _name, month=_number, plainmonth=_number)
    if _short == "mar":  # in small letters it is a verb
        _add(CAPITALISED, _short, monthabbr=_number)
        _add(WORDS, _short, lowmonth=_number, abbreviation=True)
    elif _short != "may":
        _add(WORDS, _short, monthabbr=_number, abbreviation=True)
MONTHS["sept"] = 9
_add(WORDS, "sept", monthabbr=9, abbreviation=True)

for _number, _word in enumerate(_WEEKDAYS.split(), start=1):
    _add(WORDS, _word.lower(), weekday=_number)
    _add(WORDS, _word.lower() + "s", weekdays=_number)
for _number, _words in enumerate(("mon", "tue tues", "wed weds", "thu thur thurs", "fri", "sat", "sun"), start=1):
    _add(CAPITALISED, _words, weekdayabbr=_number, abbreviation=True)

for _number, _word in ((1, "mon"), (2, "tue"), (4, "thu"), (5, "fri")):  # wed, sat and sun are words of their own
    _add(WORDS, _word, lowweekday=_number)
_add(WORDS, "tues", weekday=2)
_add(WORDS, "weds", weekday=3)
_add(WORDS, "thurs thur", weekday=4)

_UNITS = {
    "second": (G.SECOND, 1),
    "minute": (G.MINUTE, 1),
    "hour": (G.HOUR, 1),
    "day": (G.DAY, 1),
    "weekend": (G.WEEKEND, 1),
    "week": (G.WEEK, 1),
    "fortnight": (G.WEEK, 2),
    "month": (G.MONTH, 1),
    "quarter": (G.QUARTER, 1),
    "year": (G.YEAR, 1),
    "decade": (G.DECADE, 1),
    "century": (G.CENTURY, 1),
    "millennium": (G.MILLENNIUM, 1),
}
for _word, _unit in _UNITS.items():
    _add(WORDS, _word, unit=_unit)
    _add(WORDS, _word.removesuffix("y") + "ies" if _word == "century" else _word + "s", units=_unit)
_add(WORDS, "millennia", units=(G.MILLENNIUM, 1))
_add(WORDS, "mins", units=(G.MINUTE, 1))
_add(WORDS, "sec", unitabbr=(G.SECOND, 1))
_add(WORDS, "min", unitabbr=(G.MINUTE, 1), abbreviation=True)
_add(WORDS, "hrs", units=(G.HOUR, 1))
_add(WORDS, "hr", unitabbr=(G.HOUR, 1))
_add(WORDS, "secs", units=(G.SECOND, 1))
_add(WORDS, "yrs", units=(G.YEAR, 1))
_add(WORDS, "yr", unitabbr=(G.YEAR, 1), unit=(G.YEAR, 1))
_add(WORDS, "wks", units=(G.WEEK, 1))
_add(WORDS, "wk", unit=(G.WEEK, 1))
_add(WORDS, "qtr", unit=(G.QUARTER, 1))
_add(WORDS, "qtrs", units=(G.QUARTER, 1))
_add(WORDS, "night", nightunit=(G.DAY, 1))
_add(WORDS, "nights", nightunits=(G.DAY, 1))

_add(WORDS, "morning", pod="MO")
_add(WORDS, "afternoon", pod="AF")
_add(WORDS, "evening", pod="EV")
_add(WORDS, "night", pod="NI")
_add(WORDS, "midday lunchtime", pod="MI", daypoint="MI")
_add(WORDS, "dawn daybreak sunrise", pod="MO", twilight="MO")
_add(WORDS, "dusk sunset nightfall", pod="EV", twilight="EV")
_add(WORDS, "mornings", pods="MO")
_add(WORDS, "afternoons", pods="AF")
_add(WORDS, "evenings", pods="EV")
_add(WORDS, "nights", pods="NI")
_add(WORDS, "noon", clockword=ClockTime(12))
_add(WORDS, "midnight", clockword=ClockTime(0))

_add(WORDS, "spring springtime", season="SP")
_add(WORDS, "summer summertime", season="SU")
_add(WORDS, "autumn fall", season="FA")
_add(WORDS, "winter wintertime", season="WI")

_add(WORDS, "today", day_deixis=0)
_add(WORDS, "yesterday", day_deixis=-1)
_add(WORDS, "tomorrow", day_deixis=1)
_add(WORDS, "tmrw tmr tmrrw 2morrow", day_deixis=1)
_add(WORDS, "tonight tonite 2nite", tonight=True)
_add(WORDS, "overnight", overnight=True)

_add(WORDS, "ago", ago=True)
_add(WORDS, "now currently nowadays presently", present=True)
_add(WORDS, "annum", annum=True)
_add(WORDS, "someday", someday=True)
_add(WORDS, "midweek", midweek=True)
_add(WORDS, "daylong", longword=G.DAY)
_add(WORDS, "weeklong", longword=G.WEEK)
_add(WORDS, "monthlong", longword=G.MONTH)
_add(WORDS, "yearlong", longword=G.YEAR)
_add(WORDS, "date", dateword=True)
_add(WORDS, "recently lately", past_ref=True)
_add(WORDS, "soon shortly", soon=True)
_add(WORDS, "future", future=True)
# Rules name some of these themselves; what looks for an ordinary word must not take them for one.
_add(WORDS, "annual current moment period present recent time weekday springs summers autumns winters", timeword=True)

_add(WORDS, "past", past=True)

_add(WORDS, "last past previous preceding prior", before=True)
_add(WORDS, "next coming following upcoming subsequent", after=True)

_add(WORDS, "about around approximately roughly circa some abt", mod_before="APPROX")
_add(WORDS, "abt bef aft", abbreviation=True)
_add(CAPITALISED, "circa", mod_before="APPROX")
_add(WORDS, "circa c ca abt", circaword=True)
_add(CAPITALISED, "summer winter spring fall", capseason=True)
_add(CAPITALISED, "today tonight now daily weekly monthly yesterday tomorrow", capdeixis=True)
_add(CAPITALISED, "morning evening night", cappod=True)
_add(CAPITALISED, "week", capweek=True)
_add(WORDS, "nearly almost", mod_before="LESS_THAN")
_add(WORDS, "over", mod_before="MORE_THAN")
_add(WORDS, "under", mod_before="LESS_THAN")
_add(WORDS, "exactly precisely", mod_before="EQUAL")

_add(WORDS, "early", part="START")
_add(WORDS, "mid", part="MID")
_add(WORDS, "late", part="END")
_add(WORDS, "start beginning outset", partnoun="START")
_add(WORDS, "middle", partnoun="MID")
_add(WORDS, "end close", partnoun="END")
_add(WORDS, "turn", turn=True)
_add(WORDS, "eod", endword=G.DAY)
_add(WORDS, "eow", endword=G.WEEK)
_add(WORDS, "eom", endword=G.MONTH)
_add(WORDS, "eoq", endword=G.QUARTER)
_add(WORDS, "eoy", endword=G.YEAR)

_add(WORDS, "hourly", adverb_set=("PT1H", "FREQ=HOURLY"))
_add(WORDS, "daily nightly", adverb_set=("P1D", "FREQ=DAILY"))
_add(WORDS, "weekly", adverb_set=("P1W", "FREQ=WEEKLY"))
_add(WORDS, "fortnightly", adverb_set=("P2W", "FREQ=WEEKLY;INTERVAL=2"))
_add(WORDS, "monthly", adverb_set=("P1M", "FREQ=MONTHLY"))
_add(WORDS, "quarterly", adverb_only=("P1Q", "FREQ=MONTHLY;INTERVAL=3"))
_add(WORDS, "yearly annually", adverb_set=("P1Y", "FREQ=YEARLY"))
_add(WORDS, "biweekly", doubled=("P1W", "FREQ=WEEKLY"))
_add(WORDS, "bimonthly", doubled=("P1M", "FREQ=MONTHLY"))
_add(WORDS, "biennially biennial", adverb_set=("P2Y", "FREQ=YEARLY;INTERVAL=2"))
_add(WORDS, "semiannually", adverb_set=("P6M", "FREQ=MONTHLY;INTERVAL=6"))
_add(WORDS, "biannually", adverb_set=("P6M", "FREQ=MONTHLY;INTERVAL=6"))
_add(WORDS, "weekdays", weekdaysets="MO,TU,WE,TH,FR")
_add(WORDS, "weekends", weekdaysets="SA,SU")

_add(CAPITALISED, "mr mrs ms dr prof", honorific=True, abbreviation=True)
_add(CAPITALISED, "black", blackword=True)
for _word in NATIONS:
    _add(CAPITALISED, _word, nationword=_word)
for _word in ERA_WORDS:
    _add(CAPITALISED, _word, eraword=_word)

_add(WORDS, "once", times=1, onceword=True)
_add(WORDS, "often", oftenword=True)
_add(WORDS, "twice", times=2)
_add(WORDS, "thrice", times=3)

for _number in range(1, 5):
    _add(WORDS, f"q{_number}", quartertoken=(_number, "Q"))
_add(WORDS, "h1", halftoken=(1, "H"))
_add(WORDS, "h2", halftoken=(2, "H"))
_add(CAPITALISED, "h1", quartertoken=(1, "H"))
_add(CAPITALISED, "h2", quartertoken=(2, "H"))

_add(WORDS, "am a.m. a.m", ampm=0)
_add(WORDS, "pm p.m. p.m", ampm=12)
for _zone, _offset in {
    "gmt": 0, "utc": 0, "bst": 60, "cet": 60, "cest": 120, "msk": 180, "ist": 330, "jst": 540, "kst": 540, "hkt": 480,
    "aest": 600, "aedt": 660, "nzst": 720, "est": -300, "edt": -240, "cst": -360, "cdt": -300, "mst": -420,
    "mdt": -360, "pst": -480, "pdt": -420, "akst": -540, "akdt": -480, "brt": -180, "eet": 120, "eest": 180,
    "sast": 120, "pkt": 300, "awst": 480, "acst": 570, "nzdt": 780, "wib": 420, "wita": 480, "hst": -600, "adt": -180,
    "nst": -210, "ndt": -150, "trt": 180, "irst": 210, "npt": 345, "sgt": 480, "myt": 480, "pht": 480, "clt": -240,
}.items():  # fmt: skip
    _add(CAPITALISED if _zone in {"sgt", "clt"} else WORDS, _zone, zone=_offset)

for _word, _season in (("summer", "SU"), ("autumn", "FA"), ("winter", "WI")):
    _add(WORDS, _word, nounseason=_season)  # no verbs, as spring and fall are
_add(WORDS, "midsummer", season="SU", midseason="SU")
_add(WORDS, "midwinter", season="WI", midseason="WI")
_add(WORDS, "local", zonename=None)
for _word, _place in ZONES.items():
    _add(CAPITALISED, _word, **{"zone" if len(_word) == 2 else "zonename": _place})  # ET, Eastern
for _word, _where in PLACES.items():
    _add(CAPITALISED, _word, zoneplace=_where)
_add(CAPITALISED, "hours minutes", unitname=True)
_add(
    CAPITALISED,
    "times telegraph mail mirror express post standard herald star tribune record globe gazette beast independent age"
    " magazine review chronicle dispatch examiner bulletin journal observer advertiser",
    paper=True,
)
_add(CAPITALISED, "bc", bcword=True)
_add(WORDS, "bce", bcword=True)
_add(WORDS, "bc", bcsmall=True)
_add(WORDS, "b a d e", abbreviation=True)  # 44 B.C., A.D. 79, 44 b.c.e.
_add(
    WORDS, "fl m r bap bapt bur est estd reg p pp fol fols inst ult ulto prox", abbreviation=True
)  # (fl. 1450), the 3d inst.
_add(CAPITALISED, "in", sentencein=True)
_add(WORDS, "inst instant", letterword=0)
_add(WORDS, "ult ulto ultimo", letterword=-1)
_add(WORDS, "prox proximo", letterword=1)
_add(WORDS, "c ca", mod_before="APPROX", abbreviation=True)
_add(WORDS, "his her their my our your its", possessive=True)
_add(CAPITALISED, "ad ce", adword=True)
