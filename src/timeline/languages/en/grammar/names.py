"""Names and numbers that look like times and are none; what is read here, no later rule reads again."""

from __future__ import annotations

from timeline.languages.meaning import Meaning
from timeline.languages.meanings import at_year, date
from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_WHEN = "on|last|next|this|since|until|till|late|early|every|each"
"""Before a day: what follows it does not make it a name."""
_STATUTES = "act|acts|code|statute|statutes|ordinance|bill|directive|conventions|constitution|protocol|covenant"
_ENACTED = "passed|passes|enacted|enacts|signed|signs|adopted|adopts|approved|ratified"
_KIN = "daughter|wife|sister|mother|mum|mom|aunt|niece|girlfriend|granddaughter|stepdaughter|cousin"
_TITLES = {
    "paper": (f"!{_WHEN} <weekday|pod|adverb_set> <paper> !'office", "told the Sunday Times"),
    "independent-on-sunday": ("the independent|mail on sunday", "told The Independent on Sunday"),
    "usa-today": ("usa today", "told USA Today"),
    "saturday-night-live": ("saturday <cappod> live", "seen on Saturday Night Live"),
    "night-football": ("monday|thursday <cappod> football", "seen on Monday Night Football"),
    "midnight": (f"!{_WHEN}|at midnight oil|cowboy|express|mass", "sang with Midnight Oil"),
    "wednesday-addams": ("wednesday addams", "played Wednesday Addams"),
    "man-friday": ("=<possessive|'s> man|girl friday", "Crusoe's man Friday"),
    "bloody-sunday": ("bloody <weekday>", "shot on Bloody Sunday"),
    "black-sunday": ("<blackword> sunday|saturday", "watched Black Sunday"),
    "work-on-a-black-day": (
        "film|movie|thriller|novel|album|song|single|band <blackword> <weekday>",
        "the thriller Black Friday",
    ),
    "work": (
        "film|movie|novel|album|musical|thriller|sitcom|blockbuster|bestseller|videogame <year>",
        "the film 2012 was long",
    ),
    "work-in-quotes": ('"|“|‘ <year> "|”|’', 'his copy of "1984" was lost'),
    "sheffield-wednesday": ("sheffield wednesday", "plays for Sheffield Wednesday"),
    "munich-1860": ("1860 munich|münchen", "beat 1860 Munich"),
    "taking-back-sunday": ("taking back sunday", "heard Taking Back Sunday"),
    "sunday": (f"!{_WHEN} sunday league|school|roast", "taught at Sunday school"),
    "night-lights": (
        "<weekday> <cappod> lights|fever|takeaway|smackdown|raw|football|baseball|fights|funk|videos",
        "starred in Friday Night Lights",
    ),
    "tuesday-weld": ("tuesday weld", "starred Tuesday Weld"),
    "june-bug": ("june bug|bugs", "a June bug flew in"),
    "place": (f"!{_WHEN} <weekday|weekdays> river|creek|island|lake|inlet|bay", "swam in Tuesday Creek"),
    "weekend-edition": ("the weekend edition|editions", "heard on the Weekend Edition"),
    "person": ("<honorific> .? <weekday|clockword|pod|season|unit|units|month>", "said Mr. May"),
    "show": ("<capdeixis> show|programme !<'that|'they|'the>", "on the Today programme"),
    "revolution": (f"!{_WHEN}|in|of october|february|november revolution", "after the October Revolution"),
    "july-monarchy": ("july monarchy|revolution", "under the July Monarchy"),
    "war-of-days": ("<num> - day war !'of", "in the Six-Day War"),
    "war-of-years": ("<num|bignum> years '? =<capitalised|capital> war", "in the Thirty Years' War"),
    "last-minute": ("at|for|until|till|to the last minute", "left it to the last minute"),
    "year-or-so": ("!in|around|about|by|since|until|before|after|circa <year> or so", "sold 2000 or so"),
    "named-weekday": ("ruby|manic|casual|tgi|gal|joe <weekday|weekdays>", "his gal Friday"),
    "fridays-for-future": ("fridays for future", "marched with Fridays for Future"),
    "morning-television": ("cbs|nbc|abc|fox <weekday|'this> <cappod>", "told CBS This Morning"),
    "work-named-for-a-day": (
        'film|movie|song|single|track|ballad|album|musical|sitcom|novel|duet "|“|‘? <capdeixis> ,? <capdeixis>?',
        "sang the song Yesterday",
    ),
    "relative": (
        f"{_KIN} <namemonth|verbmonth> !<day|dayord|year>",
        "his sister June wept",
    ),
    "agreement-of-a-holy-day": (
        "good|black|cyber|easter|ash|super|palm|giving <weekday> =<company|'card|'cards|'gift|'gifts|'present|'presents|'market|'bonus>",
        "the Good Friday Agreement held",
    ),
    "war-of-a-holy-day": ("yom? kippur|tet war|wars|offensive", "the Yom Kippur War ended"),
    "massacre-of-a-holy-day": ("valentine|valentines ' s day massacre", "the Valentine's Day Massacre shocked them"),
    "holiday-as-a-name": ("easter road|seals|bunny", "at Easter Road they won"),
    "father-christmas": ("father|white christmas", "dressed as Father Christmas"),
    "may-day-call": ("may day call|calls|signal", "sent a May Day call"),
    "month-of-sundays": ("month of sundays", "not in a month of Sundays"),
    "sunday-best": ("<possessive> sunday best", "in his Sunday best"),
    "monday-morning-quarterback": (
        "monday -? <pod> quarterback|quarterbacks|quarterbacking",
        "a Monday-morning quarterback",
    ),
    "may-december": ("may - december romance|romances|marriage|couple|relationship", "a May-December romance"),
    "mr-christmas": ("<honorific> .? christmas|easter|noel", "told Mr. Christmas"),
    "ncov": ("<year> - ncov", "infected with 2019-nCoV"),
    "family": ("march|may|june|april sisters|family", "one of the March sisters"),
    "midsummer-night": ("a midsummer night", "acted in A Midsummer Night's Dream"),
    "fridays-child": ("<weekday> ' s child", "sang Friday's Child"),
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
    "paper-of-the-day": ("<weekday> <pod|'business> <paper>", "told the Sunday Morning Post"),
    "peoples-daily": ("people|women|men|writer|woman|man ' s <capdeixis>", "told the People's Daily"),
    "temperature": (
        "temperatures|temperature|highs|lows|high|low in|into|around|reach|near the? mid|low|high|upper|lower? -? <decade2>",
        "temperatures in the mid 80s",
    ),
    "up-to-date": ("up -? to -? <dateword>", "kept it up to date"),
    "time-of-life": (
        "the? <season|pod> of <possessive> life|lives|career|careers|days|years|reign|presidency",
        "in the autumn of his life",
    ),
    "one-day-at-a-time": ("one day at a time", "lives one day at a time"),
    "built-in-a-day": ("built in a day", "was not built in a day"),
    "never-in-years": ("not|never in a million|thousand|billion years", "not in a million years"),
    "current-report": ("current report|reports on|pursuant", "CURRENT REPORT PURSUANT TO SECTION 13"),
    "so-many": ("only|just so many <units>", "there are only so many days"),
    "come-lately": ("come - lately", "a Johnny-come-lately"),
    "electric-current": (
        "electric|electrical|direct|alternating|ocean|strong|swift|tidal|rip|eddy|upward|warm|cold current",
        "a strong current swept him away",
    ),
    "this-fall": (
        "this|that|the fall in demand|prices|sales|value|output|production|profits|revenue|exports|imports|inflation|income|numbers",
        "this fall in prices hurt them",
    ),
    "fall-as-a-decline": (
        "this|that fall is|was a|an|the genuine|sharp|steep|mere|direct? decline|drop|slide|setback|sign|result|consequence",
        "this fall is a genuine decline",
    ),
    "radio-band": ("am|fm radio|station|stations|band|dial", "heard on ten AM radio stations"),
    "running-time": ("time|times|record of <clock24> [ and <clock24> ]", "in a time of 4:12"),
    "april-fool": ("april fool|fools !'|day", "he was an April fool"),
    "et-al": ("et al .? ,? (? <year>", "a study (Jones et al., 2015)"),
    "cited-with-others": ("& <capital> ,? (? <year>", "a study (Brown & Green, 2003)"),
    "cited-page": ("<year> , p|pp . <int|yearrange|numrange>", "see Miller (1999, p. 12)"),
}
_STREETS = "street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive|way|terrace|highway"
_LEVELS = "|".join(f"'{word}" for word in "levels prices figures standards rates dollars".split())
_MEASURED = (
    "page|seat|seater|strong|metre|meter|mile|foot|word|member|room|bed|ton|tonne|acre|plus|odd|man|person|pound|km|kg|lb"
    "|horsepower|kilometre|kilometer|calorie|watt|car|euro|dollar"
)
_PLAYED = "<score|'left|'remaining|'touchdown|'touchdowns|'yards|'rebounds|'assists|'turnovers|'baskets|'interceptions|'fumbles>"
_PAYING = "pay|pays|paid|owe|owes|owed|charge|charges|charged|lent|lend|cost|costs"
_PAID = (
    "plumber|driver|landlord|tenant|builder|mechanic|contractor|electrician|carpenter|gardener|cleaner|nanny|cook|waiter"
    "|lawyer|doctor|dentist|vet|seller|vendor|dealer|agent|owner|worker|tutor|teacher|guide|winner|brother|sister"
)
_FIGURES = {
    "number": (
        "no|nos|p|pp|fol|fols|ch|vol|vols|art|sec|secs|fig|figs|para|ext . <int|yearrange|isomonth>",
        "see No. 1984",
    ),
    "count": (
        "population|score|rating|elevation|altitude|total|number|sum|average|maximum|minimum|crowd|audience|force|army|fleet|staff|workforce|capacity|attendance|sample of <year> !'",
        "a population of 1984",
    ),
    "section": ("<'§> <'§>? <int|year|yearrange|numrange>", "under 42 U.S.C. § 1983"),
    "pages": ("pp|p|pages|page|fol|fols <yearrange>", "see pages 1914–1918"),
    "reference": ("<'[|'{> <year|yearrange> <']|'}>", "a reference {1914}"),
    "numbered": ("<numbered> <year|yearrange>", "met in room 2001"),
    "microsoft": (
        "microsoft office|project|word|access|exchange|outlook server? <year>",
        "bought Microsoft Office 2010",
    ),
    "numbered-to": ("pages|sections|chapters|rooms <year> to|and|through|- <year>", "pages 1914 to 1918"),
    "hash-or-bracket": ("=<lower|plural|mark> <'#|'[> <year>", "the issue #1984"),
    "court": ("=. c . <year>", "12 F. 44 (M.D.N.C. 2015)"),
    "price-of-a-month": ("<currency> <day> =<month|monthabbr>", "the $12 [December] futures", "2022-12"),
    "code": ("code|password|passcode|pin|passphrase|barcode|number is|was <year> !<lower|plural>", "the password is 1984"),
    "fraction": ("<slashday> of !<year|'last|'this|'next|'each|'every|'that>", "rain on 3/4 of the farms"),
    "fraction-of-a-unit": (
        "<slashday> acre|acres|inch|inches|mile|miles|cup|cups|majority|vote|time|scale|attempts|tests|shots|machines",
        "stands on 1/2 acre",
    ),
    "shutter": ("<slashmonth> [ of a ] second|sec", "shot at 1/2000 second"),
    "docket": ("<clock24> - cr|cv|mj|bk|md", "case 2:19-cr-00123"),
    "last-digits": ("card|account|number ends|ending in <year>", "the account ends in 2019"),
    "paid": ("paid|owes|owed|charged|cost|costs|fetched <year> !<lower|plural|capital|unit|units>", "he paid 2000 for it"),
    "paid-to": (
        f"{_PAYING} <capital|'me|'him|'us|'them|'you> <year> !<lower|plural|capital|unit|units>",
        "they charged me 1850",
    ),
    "paid-to-someone": (f"{_PAYING} the|a|my|his|her|our|their {_PAID} <year>", "pay the driver 2000"),
    "more": ("!in|since|by|of|during|from|until|before|after|through|and <year> more|others =<mark>", "we need 2000 more."),
    "held": ("seats|holds|houses|carries|employs <year> !<lower|plural|capital|capitalised>", "the hall seats 2000"),
    "telephone": ("call|dial|phone|ring|fax|text|hotline|telephone is|at|on? <int> <int> <int>? !<month|monthabbr|ampm>", "call 020 7946 2000"),
    "free-telephone": ("1800|1300|0800|0845|888|877|866 <int> <int>", "on 1800 200 2000"),
    "address": (
        f"!in|since|by|until|till|before|after|during|from|the|of <year> <capital|ord> <capital>? {_STREETS}",
        "lives 1984 Elm Street",
    ),
    "address-after-at": ("=at|of <year> <capital> street|st|avenue|ave|road|rd|boulevard|blvd|lane|drive", "the home of 1984 Elm Street"),
    "address-of-a-day": (
        "<day|int> <month> =<capital> street|avenue|road|lane|boulevard|terrace|crescent|square",
        "lives at 12 May Street",
    ),
    "broadway": ("!in|since|by|until|till|before|after|during|from|the <year> broadway", "moved to 1984 Broadway"),
    "index": (
        f"fell|rose|climbed|dropped|jumped|slid|slipped|gained|closed|ended|finished|stood|opened|advanced|declined|surged|sank to|at <year> !<unit|units|zone|zonename|ampm|'hours|{_LEVELS}>",
        "the index fell to 1984",
    ),
    "measure": (f"<year> - {_MEASURED}", "a 2000-page report"),
    "by": ("!in|since|from|during|after <year> by <int> =<plural> !percent", "a screen of 1920 by 1080 pixels"),
    "measure-in-the-singular": ("<year> metre|meter|mile|foot|kilometre|kilometer|km|kg|lb|lbs|litre|liter|watt|calorie", "the 1960 metre peak"),
    "quarter-of-the-game": (
        "the? <ord> -? quarter of the|their|its? game|match|final|contest|playoff|bowl",
        "in the third quarter of the game",
    ),
    "quarter-played": (
        f"{_PLAYED} [ lead|advantage|deficit|run ] [ early|late|midway ] in|after|entering|through|into the <ord> -? quarter",
        "with 5:12 left in the fourth quarter",
    ),
    "quarter-scored-in": (
        "scored|scoring|scores <num> [ of his|her|their <num> ] points|straight? in the <ord> -? quarter",
        "scored 12 of his 30 points in the fourth quarter",
    ),
    "quarter-touchdown": (
        "<ord> -? quarter touchdown|touchdowns|interception|fumble|comeback|buzzer|free|lead|deficit|layup|jumper|punt",
        "a third-quarter touchdown",
    ),
    "years-of-age": ("<count> <units> of age", "is 30 years of age"),
    "year-old": ("<count> <unit> old !<lower|plural>", "a boy of six year old"),
    "at-age": ("=age|ages of <count> <units>", "at the age of 30 years"),
    "aged": ("=aged|age <count> <unit|units>", "was aged 30 years"),
    "age-in-brackets": ("=<person> (|, <count> <units|unitabbr> =<')|',>", "his sister (6 yrs) slept"),
    "aged-from-to": ("=aged|age <count> to|or|and|- <count> <units>?", "children aged 5 to 10 years"),
}  # fmt: skip


def _rule(topic: str, name: str, pattern: str, example: str, values: str = "") -> Rule:
    return Rule(f"{topic}.{name}", "name", pattern, lambda: True, {example: values})


def _of_a_statute(y: int) -> Meaning:
    """Mean a year that only names a law: it has a value, but what is done under the law is not done in that year."""
    return Meaning("DATE", value=f"{y:04}", confidence=0.6, note="part of a law's name")


LEVEL = Level(
    "names",
    (
        Rule("title.statute-enacted", "yeardate", f"{_ENACTED} the? <capital|capitalised>+ {_STATUTES} of y:<year>", lambda y: date(at_year(y)), {
            "signed the Homestead Act of [1862]": "1862",
        }, ("y",)),
        Rule("title.year-of-a-statute", "reference", f"=<capital|capitalised> {_STATUTES} of y:<year>", _of_a_statute, {
            "cited the Espionage Act of [1917]": "1917",
        }, ("y",)),
        *(_rule("title", name, *row) for name, row in _TITLES.items()),
        *(_rule("figure", name, *row) for name, row in _FIGURES.items()),
    ),
)  # fmt: skip
