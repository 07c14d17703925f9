"""What an English token can be: looked up in the lexicon, read as a number, else told by its looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant, days_in_month
from timeline.calculus.intervals import Interval
from timeline.languages.en.holidays import HOLIDAY_WORDS, UNCASED
from timeline.languages.en.lexicon import CAPITALISED, MONTHS, WORDS
from timeline.languages.en.numerals import SAMPLES, classify_number
from timeline.languages.meanings import short_year

__all__ = ["CAPITALS", "COMMON", "FRAGMENTS", "PARTED", "UNLISTED", "VOCABULARY", "classify"]

_FISCAL = re.compile(r"FY'?(\d{4}|\d\d)")
_ERA_YEAR = re.compile(r"(?:AD|CE)(\d{1,4})")
_CIRCA = re.compile(r"ca?(\d{2,4})(s?)")
_ERAS = {"AH": "ah", "AM": "am", "BP": "bp"}
"""Eras that are words of other meanings unless they are written in capitals."""
_DAY_AND_MONTH = re.compile(r"(\d{1,2})(?:st|nd|rd|th)?([a-z]{3,9})", re.IGNORECASE)
_MONTH_AND_DAY = re.compile(r"([a-z]{3,9})(?:(\d{1,2})(?:st|nd|rd|th)?|((?:19|20)\d\d))", re.IGNORECASE)
PARTED = rf"\d{{4}}(?=[-–—]\d{{1,2}}(?:st|nd|rd|th)?(?:\s+(?i:{'|'.join(sorted(MONTHS))})\b|\uFFFF))"
"""The year in 1881–27 April 1964, which is no range of years."""
_ACRONYMS = re.compile(r"[A-Z]{2,}s")
"""CDs, MPs: the plural of a capitalised word."""
_SIGNS = dict.fromkeys("$£€¥₹", "currency") | {"%": "percent", "+": "plus"}
_CURRENCY = frozenset("usd eur gbp".split())
_FUNCTION = frozenset(
    "the a an and or but nor of to in on at by for with from as that which who whom whose when where while if than"
    " after before during until since into over under against because then"
    " so is are was were be been being am has have had do does did will would shall should can could may might"
    " must"
    " said says say it its he she they we you i his her their our your my this these those there here not no"
    " also".split()
)
_QUANTITY = frozenset(
    "number total than least most over nearly about almost some only no no. nos another further barely merely".split()
)
_NUMBERED = frozenset(
    "fifa cyberpunk madden exit"
    " euro expo eurovision vision horizon boeing airbus bmw audi peugeot fiat volvo mercedes nokia"
    " article resolution directive regulation protocol clause"
    " room flight interstate route highway model page chapter section act rule form apartment suite case order file"
    " paragraph lot gate unit channel bus train tram line level channel type windows agenda pin id isbn iso psalm"
    " runner album hr ba rfc build pid port error ticket item invoice locker exhibit pr ext sections pages chapters"
    " rooms bill proposition lane ansi ordinance powerpoint"
    " asteroid battlefield fallout ngc box bug sharepoint autocad ubuntu photoshop thinkpad rtx gtx geforce radeon"
    " colt"
    " revision rev kernel pep cve serial extension".split()
)
"""Things that bear numbers: what follows them is no year."""
_COMPANY = frozenset(
    "productions records inc corp ltd llc films pictures press studios entertainment"
    " holdings group agreement accord".split()
)
"""What makes a name of the day before it: May Day Productions, the Good Friday Agreement."""
_KEEPSAKES = frozenset(
    "tree trees carol carols card cards pudding cake cakes cracker crackers stocking stockings jumper jumpers sweater"
    " sweaters decorations ornament ornaments present presents gift gifts song songs album bonus bonuses market markets"
    " party parties egg eggs bunny island islands rising bonnet costume costumes resolution resolutions turkey dinner"
    " lunch message lights number truce club offensive greetings wishes list lists".split()
)
"""What is named for a holiday without lying on it: a Christmas tree, Easter eggs, Easter Island, the Tet Offensive."""
_ADVERBS = frozenset("onward onwards afterwards thereafter always perhaps besides towards sometimes often".split())
_IRREGULAR = frozenset(
    "people men women children schoolchildren grandchildren personnel cattle sheep aircraft police feet ft m km mph"
    " kg mm cm hp mw percent lbs kgs yds"
    " mAh MHz GHz kHz Hz kW MW GW kWh MWh KB MB GB TB cc rpm dpi baud kcal W".split()
)
_SHORTEST_PLURAL = 3
_PERSONS = frozenset(
    "boy girl man woman son daughter child brother sister father mother husband wife student teen youth suspect"
    " victim male female native resident veteran athlete lawyer pilot chef nurse anti widow cousin nephew niece"
    " grandson poet actress star captain coach cop toddler infant baby kid king queen prince princess".split()
)
_PERSON_ENDINGS = tuple("er or ist ian eer man woman boy girl mother father ant ee".split())

COMMON = frozenset(
    "lower plural capital capitalised person function mark abbreviation quantity timeword mod_before"
    " day int ord hour hourword small keepsake sentencein"
    " 'the 'a 'o 'from 'to 'since 'each 'every 'long 'latest '' '. '-".split()
)
"""The classes, and the words behind an apostrophe, that occur in any text: expressions are sought for other words."""

FRAGMENTS = frozenset("name age num ord bignum couple vague firstquarters partord newstyle oldstyle".split())
"""What rules yield that is no expression by itself: it only counts or names things."""

UNLISTED = frozenset({"lower", "plural", "adverb", "person"})
"""The classes that a word without a capital has by its looks alone."""

_TITLED = frozenset("unitname paper capseason capdeixis cappod numbered capweek".split())
"""Classes that a capital gives to common words, as in titles; where all is in capitals, it gives them nothing."""
CAPITALS = frozenset(word for word, classes in CAPITALISED.items() if not classes.keys() <= _TITLED)
CAPITALS |= HOLIDAY_WORDS | {era.lower() for era in _ERAS}
"""Words that mean what they mean by their capital: May, Sat, Easter."""

_NAMES_TOO = {"abbreviation", "quantity", "numbered", "eraword", "company", "keepsake", "blackword", "nationword"}
_NAMES_TOO |= {"zoneplace"}
"""Classes of words that are like any other in all else."""
_LISTED = {
    "function": _FUNCTION,
    "quantity": _QUANTITY,
    "currency": _CURRENCY,
    "numbered": _NUMBERED,
    "company": _COMPANY,
    "keepsake": _KEEPSAKES,
}


def classify(token: str) -> Mapping[str, Any]:
    """Give the classes of a token with its value in each.

    >>> classify("Friday")
    {'weekday': 5, 'capitalised': None}
    >>> classify("1984")["year"]
    1984
    """
    first = token[0]
    if first.isdigit():
        return _in_one(token) or classify_number(token)
    if not first.isalpha() and len(token) == token.count(first):  # two hyphens are a dash
        return {_SIGNS.get(token, "mark"): None}
    lower = token.lower()
    classes: dict[str, Any] = dict(WORDS.get(lower, ())) or _in_one(token)
    if first.isupper():
        classes.update(CAPITALISED.get(lower, ()))
        classes.update(_capitalised(token, lower))
        if token.isupper():  # 48 Hours is a film, 48 HOURS a time; so are Democracy Now! and NOW!
            classes.pop("unitname", None)
            classes.pop("capdeixis", None)
    else:
        classes.update(_uncapitalised(lower))
    for name, words in _LISTED.items():
        if lower in words:
            classes[name] = None
    if classes.keys() <= _NAMES_TOO or "honorific" in classes:
        classes.update(_looks(token, lower))
    elif first.isupper() and len(token) > 1 and "function" not in classes:
        classes["capitalised"] = None
    return classes


def _in_one(token: str) -> dict[str, Any]:
    """Read a month with its day or year in one word: 3March, Dec31, Jan2018."""
    if match := _DAY_AND_MONTH.fullmatch(token):
        day, month, year = match[1], MONTHS.get(match[2].lower()), None
    elif match := _MONTH_AND_DAY.fullmatch(token):
        month, day, year = MONTHS.get(match[1].lower()), match[2], match[3]
    else:
        return {}
    if month is None:
        return {}
    if year is not None:
        return {"isomonth": Interval.unit(Instant.of(int(year), month), G.MONTH)}
    if not 1 <= int(day) <= days_in_month(2000, month):
        return {}
    return {"dayandmonth": (month, int(day))} | ({"abbreviation": True} if token[0].isdigit() else {})  # 31Dec.


def _capitalised(token: str, lower: str) -> dict[str, Any]:
    """Read what only words with a capital can be: FY98, Easter."""
    classes: dict[str, Any] = {}
    if match := _FISCAL.fullmatch(token):
        year = int(match[1])
        classes["fytoken"] = year if len(match[1]) == 4 else short_year(year)  # yyyy
    elif match := _ERA_YEAR.fullmatch(token):
        classes["adyear"] = int(match[1])
    elif lower in HOLIDAY_WORDS:
        classes["holidayword"] = None
    elif token in _ERAS:
        classes[_ERAS[token]] = None
    return classes


def _uncapitalised(token: str) -> dict[str, Any]:
    """Read a holiday in small letters, and a year or decade that "c" or "ca" is glued to: c1900, ca1860s."""
    if token in UNCASED:
        return {"holidayword": None}
    match = _CIRCA.fullmatch(token)
    if match is None:
        return {}
    year = int(match[1])
    if match[2]:
        return {"circadecade": year // 10} if 1_000 <= year <= 2_100 and year % 10 == 0 else {}  # yyy0
    return {"circaint": year} | ({"circayear": year} if 1_000 <= year <= 2_100 else {})  # yyyy


def _looks(token: str, lower: str) -> dict[str, Any]:
    """Tell what an unknown word is like: a name, a plural, a person, any other."""
    classes: dict[str, Any] = {_look(token): None}
    if lower in _PERSONS or lower.endswith(_PERSON_ENDINGS):
        classes["person"] = None
    return classes


def _look(token: str) -> str:
    if token in _IRREGULAR:
        return "plural"
    if token[0].isupper():
        return "plural" if _ACRONYMS.fullmatch(token) else "capital"
    if token in _ADVERBS:
        return "adverb"
    if token.endswith("s") and not token.endswith(("ss", "us", "is")) and len(token) > _SHORTEST_PLURAL:
        return "plural"
    return "lower"


def _cased(words: frozenset[str] | dict[str, dict[str, Any]]) -> tuple[str, ...]:
    return (*words, *map(str.capitalize, words), *map(str.upper, words))


VOCABULARY = (
    *_cased(WORDS),
    *_cased(CAPITALISED),
    *_cased(HOLIDAY_WORDS),
    *_cased(_FUNCTION),
    *_cased(_QUANTITY),
    *_cased(_CURRENCY),
    *_cased(_NUMBERED),
    *_cased(_COMPANY),
    *_cased(_KEEPSAKES),
    *SAMPLES,
    *"AH AM BP c64 c1900 c1860s".split(),
    *"onwards Dec31 dec31 writer Writer writers men Q3 FY98 AD79 word Word words clock Clock".split(),
    *". , ; : - – — ' ’ \" ( ) % $ # / & …".split(),
)
