"""How English pages say, in lines of their own or before the first words, when a text was published."""

from __future__ import annotations

__all__ = ["CHANGED", "COMPLETE", "MONTH", "SHORT", "WIRE"]

MONTH = (
    r"(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|aug(?:ust)?|sept?(?:ember)?|"
    r"oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)"
)
"""The names of months and their abbreviations, without a full stop; the pattern is to ignore case."""
_MONTH = rf"{MONTH}\b\.?"
_DAY = r"(?:(?:mon|tues?|wed(?:nes)?|thu(?:rs?)?|fri|sat(?:ur)?|sun)(?:day)?\b\.?,? )?"
_NUMBER = r"[0-3]?\d(?:st|nd|rd|th)?"
_DAY_OF_MONTH = rf"(?:{_NUMBER} (?:of )?{_MONTH}|{_MONTH} {_NUMBER}\b)"

COMPLETE = rf"(?i:{_DAY}{_DAY_OF_MONTH},? \d{{4}}\b|\b\d{{4}}-\d\d-\d\d\b|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{4}}\b)"
"""Finds a date with its year."""
SHORT = (
    rf"(?i:{_DAY}{_DAY_OF_MONTH}|\byesterday\b|\btoday\b|\b(?:\d{{1,2}}|an?|one|two|three|four|five|six) "
    r"(?:min(?:ute)?s?|hours?|hrs?|days?) ago\b|\b(?:mon|tues|wednes|thurs|fri|satur|sun)day\b)"
)
"""Finds a date that needs the day of the retrieval."""
CHANGED = r"(?i:\b(?:updated|modified|changed|edited|corrected|revised)\b)"
"""Finds what says that a date after it is one of a change."""
WIRE = rf"\s*(?P<place>[A-Z][\w.'’-]*(?:[ ,]+[A-Z][\w.'’-]*){{0,5}}),? (?P<date>{_DAY}(?i:{_DAY_OF_MONTH})(?:,? \d{{4}})?)\s?(?:\([\w /.]{{2,30}}\)\s?)?(?:--|[–—-])\s"  # noqa: E501 - one pattern
"""Matches the beginning of a wire story: "OSLO, Norway, July 22 (AP) -- "."""
