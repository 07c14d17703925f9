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
    "friday|saturday|sunday|monday night lights|fever|takeaway|smackdown|raw|football|baseball|fights|funk|videos",
    "tuesday weld",
    "june bug|bugs",
    "<weekday|weekdays> river|creek|island|lake|inlet|bay",
    "the weekend edition|editions",
    "<honorific> .? <weekday|clockword|pod|season|unit|units|month>",
    "monday . com",
    "<capdeixis> show|programme !<'that|'they|'the>",
    "october|february|november revolution",
    "july monarchy|revolution",
    "<num> - day war",
    "<num|bignum> years ' =<capitalised|capital> war",
    "at|for|until|till|to the last minute",
    "<year> or so",
    "ruby tuesday",
    "gal|joe friday",
    "a midsummer night",
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
_STREETS = "street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|way|terrace|highway"
_LEVELS = "|".join(f"'{word}" for word in "levels prices figures standards rates dollars".split())
_MEASURED = (
    "page|seat|seater|strong|metre|meter|mile|foot|word|member|room|bed|ton|tonne|acre|plus|odd|man|person|pound|km|kg|lb"
    "|horsepower|kilometre|kilometer|calorie|watt|car|euro|dollar"
)
_NUMBERS = (
    "no|nos|pp|ch|vol|art|sec|fig . <int>",
    "population|total|number|sum|average|maximum|minimum|crowd|audience|force|army|fleet|staff|workforce|capacity|attendance|sample of <year> !'",
    "<numbered> <year>",
    "seats|holds|houses|carries|employs <year>",
    "call|dial|phone|ring|fax|text|hotline|telephone is|at|on? <int> <int>? <int>?",
    "1800|1300|0800|0845|888|877|866 <int> <int>",
    f"!in|since|by|until|till|before|after|during|from|the|of <year> <capital|ord> <capital>? {_STREETS}",
    "=at|of <year> <capital> street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive",
    "!in|since|by|until|till|before|after|during|from|the <year> broadway",
    f"fell|rose|climbed|dropped|jumped|slid|slipped|gained|closed|ended|finished|stood|opened|advanced|declined|surged|sank to|at <year> !<unit|units|{_LEVELS}>",
    f"<year> - {_MEASURED}",
    "the? <ord> -? quarter of the|their|its? game|match|final|contest|playoff|bowl",
    "<ord> -? quarter touchdown|touchdowns|interception|fumble|comeback|buzzer|free",
    "<count> <units> of age",
    "<count> <unit> old !<lower|plural>",
    "=age|ages of <count> <units>",
    "=aged|age <count> <unit|units>",
    "=aged|age <count> to|or|and|- <count> <units>?",
)

LEVEL = Level(
    "names",
    (
        *(Rule("title", "name", pattern, lambda *_: True) for pattern in _TITLES),
        *(Rule("number of things", "name", pattern, lambda *_: True) for pattern in _NUMBERS),
    ),
)
