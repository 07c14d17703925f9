"""Names and numbers that look like times and are none; what is read here, no later rule reads again."""

from __future__ import annotations

from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_TITLES = {
    "paper": ("<weekday|pod|adverb_set> <paper>", "told the Sunday Times"),
    "independent-on-sunday": ("the independent on sunday", "told The Independent on Sunday"),
    "usa-today": ("usa today", "told USA Today"),
    "saturday-night-live": ("saturday night live", "seen on Saturday Night Live"),
    "night-football": ("monday|thursday night football", "seen on Monday Night Football"),
    "midnight": ("midnight oil|cowboy|express|mass", "sang with Midnight Oil"),
    "wednesday-addams": ("wednesday addams", "played Wednesday Addams"),
    "man-friday": ("man friday", "Crusoe's man Friday"),
    "bloody-sunday": ("bloody sunday", "shot on Bloody Sunday"),
    "sunday": ("sunday league|school|roast", "taught at Sunday school"),
    "night-lights": (
        "friday|saturday|sunday|monday night lights|fever|takeaway|smackdown|raw|football|baseball|fights|funk|videos",
        "starred in Friday Night Lights",
    ),
    "tuesday-weld": ("tuesday weld", "starred Tuesday Weld"),
    "june-bug": ("june bug|bugs", "a June bug flew in"),
    "place": ("<weekday|weekdays> river|creek|island|lake|inlet|bay", "swam in Tuesday Creek"),
    "weekend-edition": ("the weekend edition|editions", "heard on the Weekend Edition"),
    "person": ("<honorific> .? <weekday|clockword|pod|season|unit|units|month>", "said Mr. May"),
    "show": ("<capdeixis> show|programme !<'that|'they|'the>", "on the Today programme"),
    "revolution": ("october|february|november revolution", "after the October Revolution"),
    "july-monarchy": ("july monarchy|revolution", "under the July Monarchy"),
    "war-of-days": ("<num> - day war", "in the Six-Day War"),
    "war-of-years": ("<num|bignum> years ' =<capitalised|capital> war", "in the Thirty Years' War"),
    "last-minute": ("at|for|until|till|to the last minute", "left it to the last minute"),
    "year-or-so": ("<year> or so", "sold 2000 or so"),
    "ruby-tuesday": ("ruby tuesday", "ate at Ruby Tuesday"),
    "gal-friday": ("gal|joe friday", "his gal Friday"),
    "midsummer-night": ("a midsummer night", "acted in A Midsummer Night's Dream"),
    "fridays-child": ("friday ' s child", "sang Friday's Child"),
    "century-fox": ("20th|21st century fox", "bought 20th Century Fox"),
    "24-hours": ("24|48 <unitname>", "the film 24 Hours"),
    "60-minutes": ("60 <unitname>", "told 60 Minutes"),
    "midnight-sun": ("the midnight sun", "saw the midnight sun"),
    "now-defunct": ("now - defunct", "the now-defunct airline"),
    "now-or-never": ("now or later|never", "it is now or never"),
    "greeting": ("good morning|afternoon|evening|night", "wished them good morning"),
    "capital-season": ("<capseason> !bank|festival <capital>", "at the Winter Olympics"),
    "capital-deixis": ("<capital> <capdeixis> =<lower|plural|',|'!>", "told Psychology Today, a magazine"),
    "us-weekly": ("us weekly", "told Us Weekly"),
    "late-night": ("late night with|host|show|television", "seen on Late Night With Jo"),
    "paper-of-the-day": ("<weekday> <pod> <paper>", "told the Sunday Morning Post"),
    "temperature": (
        "temperatures|temperature|highs|lows|high|low in|into|around|reach|near the? mid|low|high|upper|lower? -? <decade2>",
        "temperatures in the mid 80s",
    ),
}
_STREETS = "street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|way|terrace|highway"
_LEVELS = "|".join(f"'{word}" for word in "levels prices figures standards rates dollars".split())
_MEASURED = (
    "page|seat|seater|strong|metre|meter|mile|foot|word|member|room|bed|ton|tonne|acre|plus|odd|man|person|pound|km|kg|lb"
    "|horsepower|kilometre|kilometer|calorie|watt|car|euro|dollar"
)
_FIGURES = {
    "number": ("no|nos|pp|ch|vol|art|sec|fig . <int>", "see No. 1984"),
    "count": (
        "population|total|number|sum|average|maximum|minimum|crowd|audience|force|army|fleet|staff|workforce|capacity|attendance|sample of <year> !'",
        "a population of 1984",
    ),
    "section": ("<'§> <'§>? <int|year|yearrange|numrange>", "under 42 U.S.C. § 1983"),
    "pages": ("pp|p|pages|page|fol|fols .? <yearrange>", "see pp. 1914–1918"),
    "page": ("p|fol . <year>", "see p. 1984"),
    "reference": ("<'[|'{> <year|yearrange> <']|'}>", "a reference {1914}"),
    "numbered": ("<numbered> <year>", "met in room 2001"),
    "held": ("seats|holds|houses|carries|employs <year>", "the hall seats 2000"),
    "telephone": ("call|dial|phone|ring|fax|text|hotline|telephone is|at|on? <int> <int>? <int>?", "call 020 7946 2000"),
    "free-telephone": ("1800|1300|0800|0845|888|877|866 <int> <int>", "on 1800 200 2000"),
    "address": (
        f"!in|since|by|until|till|before|after|during|from|the|of <year> <capital|ord> <capital>? {_STREETS}",
        "lives 1984 Elm Street",
    ),
    "address-after-at": ("=at|of <year> <capital> street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive", "the home of 1984 Elm Street"),
    "broadway": ("!in|since|by|until|till|before|after|during|from|the <year> broadway", "moved to 1984 Broadway"),
    "index": (
        f"fell|rose|climbed|dropped|jumped|slid|slipped|gained|closed|ended|finished|stood|opened|advanced|declined|surged|sank to|at <year> !<unit|units|{_LEVELS}>",
        "the index fell to 1984",
    ),
    "measure": (f"<year> - {_MEASURED}", "a 2000-page report"),
    "quarter-of-the-game": (
        "the? <ord> -? quarter of the|their|its? game|match|final|contest|playoff|bowl",
        "in the third quarter of the game",
    ),
    "quarter-touchdown": (
        "<ord> -? quarter touchdown|touchdowns|interception|fumble|comeback|buzzer|free",
        "a third-quarter touchdown",
    ),
    "years-of-age": ("<count> <units> of age", "is 30 years of age"),
    "year-old": ("<count> <unit> old !<lower|plural>", "a boy of six year old"),
    "at-age": ("=age|ages of <count> <units>", "at the age of 30 years"),
    "aged": ("=aged|age <count> <unit|units>", "was aged 30 years"),
    "aged-from-to": ("=aged|age <count> to|or|and|- <count> <units>?", "children aged 5 to 10 years"),
}  # fmt: skip


def _rule(topic: str, name: str, pattern: str, example: str) -> Rule:
    return Rule(f"{topic}.{name}", "name", pattern, lambda: True, {example: ""})


LEVEL = Level(
    "names",
    (
        *(_rule("title", name, *row) for name, row in _TITLES.items()),
        *(_rule("figure", name, *row) for name, row in _FIGURES.items()),
    ),
)
