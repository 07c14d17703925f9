"""Names and numbers that look like times and are none; what is read here, no later rule reads again."""

from __future__ import annotations

from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_TITLES = (
    "<weekday|pod|adverb_set> <paper>",
    "the independent on sunday",
    "usa today",
    "saturday night live",
    "monday|thursday night football",
    "midnight oil|cowboy|express|mass",
    "wednesday addams",
    "man friday",
    "bloody sunday",
    "sunday league|school|roast",
    "friday ' s child",
    "20th|21st century fox",
    "24|48 h:<unitname>",
    "60 m:<unitname>",
    "the midnight sun",
    "now - defunct",
    "now or later|never",
    "good morning|afternoon|evening|night",
    "<capseason> <capital>",
    "<capital> <capdeixis> =<lower|plural|',|'!>",
    "us weekly",
    "late night with|host|show|television",
    "<weekday> <pod> <paper>",
    "temperatures|temperature|highs|lows|high|low in|into|around|reach|near the? mid|low|high|upper|lower? -? <decade2>",
)
_NUMBERS = (
    "no|nos|pp|ch|vol|art|sec|fig . <int>",
    "population|total|number|sum|average|maximum|minimum of <year> !'",
    "<count> <units> of age",
    "<count> <unit> old !<lower|plural>",
    "=age|ages of <count> <units>",
)

LEVEL = Level(
    "names",
    (
        *(Rule("title", "name", pattern, lambda *_: True) for pattern in _TITLES),
        *(Rule("number of things", "name", pattern, lambda *_: True) for pattern in _NUMBERS),
    ),
)
