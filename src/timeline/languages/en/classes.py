"""What an English token can be: looked up in the lexicon, read as a number, else told by its looks."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from timeline.languages.en.holidays import HOLIDAY_WORDS
from timeline.languages.en.lexicon import CAPITALISED, WORDS
from timeline.languages.en.numerals import SAMPLES, classify_number

__all__ = ["TRIGGERS", "VOCABULARY", "classify"]

_QUARTER = re.compile(r"([QH])([1-4])", re.IGNORECASE)
_FISCAL = re.compile(r"FY'?(\d{4}|\d\d)")
_CURRENCY = frozenset("$ £ € ¥ ₹ usd eur gbp".split())
_FUNCTION = frozenset(
    "the a an and or but nor of to in on at by for with from as that which who whom whose when where while if than then so"
    " is are was were be been being am has have had do does did will would shall should can could may might must said says"
    " say it its he she they we you i his her their our your my this these those there here not no also".split()
)
_QUANTITY = frozenset("number total than least most over nearly about almost some only no # no. nos".split())
_ADVERBS = frozenset("onward onwards afterwards thereafter always perhaps besides towards sometimes often".split())
_SHORTEST_PLURAL = 3
_PERSONS = frozenset(
    "boy girl man woman son daughter child brother sister father mother husband wife student teen youth suspect victim male"
    " female native resident veteran athlete lawyer pilot chef nurse anti widow cousin nephew niece grandson".split()
)
_PERSON_ENDINGS = ("er", "or", "ist", "ian", "eer", "man", "woman", "boy", "girl", "mother", "father", "ant", "ee")

TRIGGERS = frozenset(
    "year likelyyear spelledyear yy month monthabbr weekday weekdays weekdayabbr unit units unitabbr nightunit nightunits pod"
    " pods twilight daypoint clockword season seasons day_deixis tonight overnight present past_ref soon future past"
    " adverb_set adverb_only weekdaysets decade decade2 decadeword centuries fulldate fulltime isomonth clock clock24 yearrange"
    " teen tens magnitude ago present_adjective slashday quartertoken fytoken bc ampm holidayword dayord dotclock clockname".split()
)


def classify(token: str) -> Mapping[str, Any]:
    """Give the classes of a token with its value in each.

    >>> classify("Friday")
    {'weekday': 5, 'capital': None}
    """
    first = token[0]
    if first.isdigit():
        return classify_number(token)
    if len(token) == 1 and not first.isalpha():
        return {"currency": None} if first in "$£€¥₹" else {"percent": None} if first == "%" else {"mark": None}
    lower = token.lower()
    classes: dict[str, Any] = dict(WORDS.get(lower, ()))
    capital = first.isupper()
    if capital:
        classes.update(CAPITALISED.get(lower, ()))
        if match := _QUARTER.fullmatch(token):
            classes["quartertoken"] = (int(match[2]), match[1].upper())
        if match := _FISCAL.fullmatch(token):
            year = int(match[1])
            classes["fytoken"] = year if len(match[1]) == 4 else year + (2_000 if year < 50 else 1_900)  # noqa: PLR2004
        if lower in HOLIDAY_WORDS:
            classes["holidayword"] = None
    if lower in _FUNCTION:
        classes["function"] = None
    if lower in _QUANTITY:
        classes["quantity"] = None
    if lower in _CURRENCY:
        classes["currency"] = None
    if not classes or set(classes) <= {"quantity"}:
        classes[_look(token, capital=capital)] = None
        if lower in _PERSONS or lower.endswith(_PERSON_ENDINGS):
            classes["person"] = None
    elif capital and len(token) > 1 and "function" not in classes:
        classes["capitalised"] = None
    if lower == "clock":
        classes["clockname"] = None
    return classes


def _look(token: str, *, capital: bool) -> str:
    if capital:
        return "capital"
    if token in _ADVERBS:
        return "adverb"
    if token.endswith("s") and not token.endswith(("ss", "us", "is")) and len(token) > _SHORTEST_PLURAL:
        return "plural"
    return "lower"


VOCABULARY = (
    *WORDS,
    *(word.capitalize() for word in WORDS),
    *(word.upper() for word in WORDS),
    *(word.capitalize() for word in CAPITALISED),
    *(word.upper() for word in CAPITALISED),
    *(word.capitalize() for word in HOLIDAY_WORDS),
    *SAMPLES,
    *_FUNCTION,
    *(word.capitalize() for word in _FUNCTION),
    *_QUANTITY,
    *(word.capitalize() for word in _QUANTITY),
    *_CURRENCY,
    *"onwards writer Writer writers men Q3 FY98 word Word words . , ; : - – — ' ’ \" ( ) % $ # clock / & …".split(),
)
