"""How English pages say, in lines of their own or before the first words, where a text is from and when."""

from __future__ import annotations

import re

from timeline.layout import DatelineData
from timeline.publication import ShortDateWords

__all__ = ["DATELINES", "MONTH"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""The names of months and their abbreviations, without a full stop; the pattern is to ignore case."""
_MONTH = rf"{MONTH}\b\.?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? )?"
_NUMBER = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAY_OF_MONTH = rf"(?:{_NUMBER} (?:of )?{_MONTH}|{_MONTH} {_NUMBER}\b)"
_PLACE = r"[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){0,5}"
_DASH = r"(?:--|[–—-])"
_NAME = r"(?:[A-Z][\w.'’-]*|\d{1,4}|the|of)"
_NAMES = rf"(?:[ ,]{{1,2}}{_NAME}){{0,9}}[ ,]{{0,2}}"
_AGENCY = r"\([\w .,/]{2,30}\)"

DATELINES = DatelineData(
    opening=(
        rf"(?:[A-Z][A-Z.'’-]{{2,}}{_NAMES}(?:{_AGENCY})?|[A-Z][\w.'’-]+{_NAMES}{_AGENCY})[ ]?{_DASH}[ \t]+"
        r"(?=[\"“‘'A-Z0-9])"
    ),
    clock=r"\d{1,2}[:.]\d{2}(?:[ ]?[ap]\.?m\b\.?)?(?:[ ][A-Z]{2,4})?",
    complete=rf"(?i:{_DAY}{_DAY_OF_MONTH},? \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b)",
    short=(
        rf"(?i:{_DAY}{_DAY_OF_MONTH}|\byesterday\b|\btoday\b|\b(?:\d{{1,2}}|an?|one|two|three|four|five|six) "
        r"(?:min(?:ute)?s?|hours?|hrs?|days?) ago\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
    ),
    short_words=ShortDateWords(
        "en",
        ("mon", "tue", "wed", "thu", "fri", "sat", "sun"),
        re.compile(r"\b(?:hours?|hrs?|min(?:ute)?s?|sec(?:ond)?s?|now)\b", re.IGNORECASE),
        frozenset({"ago"}),
    ),
    changed=r"(?i:\b(?:updated|modified|changed|edited|corrected|revised)\b)",
    wire=(
        rf"\s*(?P<place>{_PLACE}),? (?P<date>{_DAY}(?i:{_DAY_OF_MONTH})(?:,? \d{{4}})?)\s?"
        rf"(?:\([\w /.]{{2,30}}\)\s?)?{_DASH}\s"
    ),
)
