"""How the furniture of English-language news pages reads."""

from __future__ import annotations

from timeline.languages.en.datelines import MONTH
from timeline.layout import FurnitureData

__all__ = ["FURNITURE"]

# Whole paragraphs or lines, white space collapsed, upper and lower case alike. A sentence that an article could say
# must not match: where a pattern begins like prose, it asks for a word that only pages use.
_CHANNELS = (
    r"(?:newsletters?|e-?mails?|inbox|alerts?|briefings?|digests?|updates?|channels?|podcasts?|apps?|whatsapp|telegram|"
    r"facebook|twitter|instagram|linkedin|youtube|tiktok|threads|bluesky|mastodon|notifications?)"
)
_PROMOTION = (
    # offers
    r"save \d{1,3}\s?%.{0,60}",
    r"\d{1,3}\s?% off\b.{0,60}",
    r"only available to .{0,30}(?:subscribers|members|readers).{0,20}",
    r"(?:exclusive(?:ly)?|free|available) (?:to|for) (?:new |our |all )?(?:subscribers|members)( only)?\.?",
    r"(?:try|start|get|begin) .{0,60}\b(?:subscription|free trial|trial|for (?:just )?[£$€]\d).{0,60}",
    r"(?:then )?[£$€]\d[\d.,]* (?:per|a) (?:month|week|year)\b.{0,80}",
    r"(?:cancel|change) (?:your (?:plan|subscription) )?(?:at )?any ?time\b.{0,60}",
    r"your guide to [^.!?]{1,80}",
    (
        r"subscribe(?: (?:now|today|here|for free|to (?:our|the|read|get|unlock|continue|receive|this)\b.{0,150}|for "
        r".{0,80}))?[.!]?"
    ),
    r"(?:already )?(?:a )?subscriber\? .{0,60}",
    r"sign[ -]?up(?: (?:now|today|here|free|below|(?:for|to|and|here|now)\b.{0,120}\b"
    + _CHANNELS
    + r"\b.{0,120}))?[.!]?",
    (
        r"(?:register|log in|sign in|login)(?: (?:now|here|today|for free|to (?:your|read|continue|comment|"
        r"save)\b.{0,80}))?[.!]?"
    ),
    r"(?:unlock|enjoy) (?:unlimited|full|all|the editor)\b.{0,100}",
    r"support (?:our|independent|quality|us)\b.{0,80}(?:journalism|reporting|newsroom|us|today)[.!]?",
    r"(?:donate|become a (?:member|subscriber|supporter))(?: .{0,60})?",
    r"stay (?:across|up[ -]to[ -]date|informed|connected|on top|tuned|ahead)\b.{0,150}",
    r"get .{0,80}\b(?:newsletters?|inbox|straight to your|delivered|notifications|our app|the app)\b.{0,120}",
    r"(?:download|install) (?:our|the|this) .{0,40}\bapp\b.{0,80}",
    r"join (?:our|the) .{0,60}\b(?:" + _CHANNELS + r"|community|conversation|discussion|debate|mailing list)\b.{0,80}",
    r"join us (?:on|at)\b.{0,60}",
    r"(?:follow|like|find|watch|message|contact) us (?:on|at|via)\b.{0,120}",
    r"follow [^.!?]{1,80} on " + _CHANNELS + r"\b.{0,80}",
    r"(?:don[’']t|never) miss\b.{0,80}",
    # advertising
    r"advert(?:isement|s)?(?:\s?[-–—:|].{0,25}| \d+| continues.{0,25})?",
    r"ads?",
    r"ad feedback",
    r"sponsored(?: (?:content|links?|by .{1,60}|stories))?",
    r"promoted (?:content|stories|by .{1,60})",
    r"paid (?:post|content|partnership)",
    r"from our partners",
    r"(?:story|article) continues (?:below|after)\b.{0,40}",
    r"continue reading\b.{0,60}",
    r"scroll (?:down )?(?:to|for)\b.{0,40}",
    r"remove ads?",
    # ways on
    (
        r"(?:read|see|watch|listen|hear|learn|find out|discover|show|view|load) (?:more|also|next|all)(?:\s?[:>»→|"
        r"…–-].{0,200}| (?:about|on|from|here|at|in)\b[^.!?]{0,120}|[.…]{0,3})"
    ),
    r"(?:also|more) (?:on|from|about|in) (?:this|the|our)\b[^.!?]{1,60}",
    (
        r"(?:related|recommended|more|latest|top|trending|popular|featured|most read|other|further) (?:articles?|"
        r"stories|story|topics?|coverage|content|links?|news|videos?|posts?|reading|headlines)(?: .{0,30})?:?"
    ),
    r"related: .{1,200}",
    (
        r"(?:most (?:read|viewed|popular|shared|watched)|trending(?: now)?|editor[’']?s[’']? picks?|recommended(?: "
        r"for you)?|you may also like|you might also like|up next|in this article|on this page|table of contents|key "
        r"points|what to read next)\.?:?"
    ),
    r"(?:click|tap|press) (?:here|to|on|below|the)\b.{0,150}",
    (
        r"(?:share|tweet|print|e-?mail|save|copy|send)(?: (?:this|the|it))?(?: (?:link|article|story|page|post|video|"
        r"options|icon))*(?: (?:on|via|with|to) .{1,30})?(?: (?:on|via|with|to) .{1,30})?[.!]?"
    ),
    (
        r"(?:facebook|twitter|x|whatsapp|linkedin|reddit|messenger|pinterest|telegram|instagram|flipboard|youtube|"
        r"rss)(?:[ ,|/·]+(?:facebook|twitter|x|whatsapp|linkedin|reddit|messenger|pinterest|telegram|instagram|"
        r"flipboard|youtube|rss|e-?mail|print))*"
    ),
    r"(?:\d[\d,]* |leave a |add a |view |show |post a |read )?comments?(?: \(?\d[\d,]*\)?)?",
    r"(?:view|show) \d[\d,]* comments?",
    r"comments? (?:are )?(?:closed|disabled|off)\.?",
    (
        r"menu|search|home|close|open|next|previous|back|more|less|skip|loading\W*|play|pause|mute|unmute|live|login|"
        r"topics?:?|tags?:?|sections?|newsletters?|podcasts?|reply|report|edit|top"
    ),
    r"skip (?:to|past|advert|ad)\b.{0,60}",
    r"(?:back|return|jump|go) to (?:top|home|main|homepage|start|article|the top)\b.{0,20}",
    (
        r"my account|account|settings|help|about us|contact us|contact|site ?map|careers|work with us|advertise with "
        r"us|accessibility(?: (?:help|statement))?|faqs?"
    ),
    r"listen(?: to this (?:article|story))?(?: .{0,30}\bmin(?:ute)?s?\b.{0,10})?",
    r"\d{1,3}[ -]?min(?:ute)?s?(?:[ -](?:read|listen|watch))?",
    r"(?:reading|listening) time:? .{1,20}",
    r"(?:image|photo|video|media|audio) (?:gallery|caption|source|unavailable|player)",
    r"(?:video|audio) (?:can ?not|can[’']t) be played\b.{0,60}",
    r"this (?:video|content|browser) (?:is not|can ?not|does not|is no longer)\b.{0,80}",
    r"has video\b.{0,40}",
    r"(?:exit|enter|view in) full ?screen",
    r"enlarge(?: (?:this )?image)?",
    # notices
    (
        r"(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our partners|the "
        r"(?:web)?site)\b.{0,80}\bcookies\b.{0,500}"
    ),
    (
        r"(?:accept|reject|manage|allow|decline|agree to|essential)(?: (?:all|only|our|essential|necessary|"
        r"optional))*(?: (?:cookies|preferences|settings|options))?(?: .{0,30})?"
    ),
    (
        r"by (?:continuing|clicking|using|signing|subscribing|registering|submitting|entering|"
        r"providing)\b.{0,200}\b(?:agree|accept|consent|acknowledge)\b.{0,300}"
    ),
    r"(?:our |the )?(?:privacy|cookie|cookies) (?:policy|notice|settings|statement|preferences)(?:\W.{0,80})?",
    r"terms (?:of (?:use|service|sale)|and conditions|& conditions)(?:\W.{0,80})?",
    r"do not sell\b.{0,60}",
    r"(?:©|\(c\)|copyright (?:©|\(c\)|\d{4}))\s?.{0,200}",
    r".{0,200}\ball rights reserved\b.{0,200}",
    (
        r"(?:this (?:article|story|material|post|content)|parts of this article|a version of this (?:article|story)) "
        r"(?:was|were|may not be|may be|first|originally|has been|is)\b.{0,60}\b(?:published|republished|broadcast|"
        r"rewritten|redistributed|appeared|produced|syndicated|updated|amended|corrected)\b.{0,200}"
    ),
    r"this is a (?:developing|breaking)(?: news)? (?:story|item|event)\b.{0,120}",
    r"(?:please )?(?:check back|refresh)(?: .{0,20})? (?:for|this)\b.{0,60}",
    r"more (?:to follow|details soon|soon)\b.{0,40}",
    r"(?:do you have|have you got|got) (?:a )?(?:story|news|tip|information)\b[^.]{0,80}\?.{0,200}",
    (
        r"(?:image|images|photo|photos|photograph|photographs|picture|pictures|video|audio|illustration|graphic|"
        r"credit|file photo|cover|illustration|map|chart|sources?)(?: credits?| by)?\s?[:|/]\s?[^.!?]{1,80}\.?"
    ),
    (
        r"(?:[^.!?]{1,60}/)?(?:getty images|afp|ap photo|ap|epa|epa-efe|shutterstock|alamy|istock|xinhua|"
        r"kyodo)(?:/[^.!?]{1,60})?(?: via .{1,40})?"
    ),
)

_U = r"[^\W\d_a-zß-öø-ÿ]"  # an upper-case letter
_NO_NAME = (
    r"(?!(?:On|In|At|The|A|An|By|For|From|Since|Until|Before|After|Last|Next|This|Every|Each|It|He|She|They|We|I)\b)"
)
_NAME = (
    rf"{_NO_NAME}{_U}[\w.'’-]*(?: (?:{_U}[\w.'’-]*|d['’]{_U}[\w'’-]*|"
    r"de|da|del|della|der|den|di|du|von|van|la|le|bin|bint|al|el|ibn|y|e|dos|das|ter)){1,4}"
)
_NAMES = rf"{_NAME}(?:(?:,| and| &|, and) {_NAME}){{0,5}}"
_PLACE = rf"{_U}[\w.'’-]*(?: (?:{_U}[\w.'’-]*|of|de|la|al|el|upon|on|the)){{0,4}}"
_PLACES = rf"{_PLACE}(?:(?:,| and| &|, and) {_PLACE}){{0,4}}"
_DAY = r"(?:mon|tue|tues|wed|wednes|thu|thur|thurs|fri|sat|satur|sun)(?:day)?"
_AGO = r"(?:\d{1,3}|an?|one|two|three|four|five|six) (?:second|sec|minute|min|hour|hr|day|week|month|year)s? ago"
_CLOCK = r"(?:,? ?(?:at )?\d{1,2}[:.]\d{2}(?: ?[ap]\.?m\.?)?(?: [a-z]{2,4})?)?"
_DATE = rf"(?:{_DAY},? )?(?:\d{{1,2}}(?:st|nd|rd|th)? {MONTH}|{MONTH} \d{{1,2}})\.?(?:,? \d{{4}})?{_CLOCK}"
_WHEN = rf"(?i:[,|·–-]?\s?(?:yesterday|today|{_AGO}|{_DATE}|{_DAY}))"
_JOB = (
    r"(?i:(?:[\w.&'’-]+ ){0,4}(?:editor|correspondent|reporter|writer|columnist|bureau chief|producer|analyst|"
    r"contributor|photographer|journalist|critic|presenter|commentator|staff|editor-at-large)s?(?:,? (?:in|at|"
    r"for) .{1,40}|, .{1,40})?)"
)
_AGENCY = (
    r"(?i:(?:the )?associated press|reuters|afp|agence france-presse|bloomberg(?: news)?|upi|xinhua|staff(?: and| "
    r"&) agenc(?:y|ies)|(?:our |news )?staff(?: (?:writers?|reporters?))?|agenc(?:y|ies)|news ?desk|press "
    r"association|pa media|kyodo(?: news)?|by our correspondent)"
)
_WORK = (
    r"(?:reporting|writing|editing|compiled|photographs?|photography|graphics?|edited|written|words|text|"
    r"translation|translated|produced|research|fact-checking|illustrations?|interview|analysis)"
)
_BYLINE = (
    (
        rf"(?i:by|from|words:?|words by|text by|written by|story by|posted by|author:?)[: ]\s?{_NAMES}(?:,? (?:in|at) "
        rf"{_PLACES})?(?:,? ?[|–—-]? ?{_JOB})?(?: ?[|–—/,-] ?.{{1,60}})?{_WHEN}?"
    ),
    rf"(?i:by|from) (?:{_AGENCY})(?: .{{0,40}})?",
    rf"{_NAMES},? in {_PLACES}(?:{_WHEN})?",
    rf"{_NAMES}(?:,| [|–—-])? {_JOB}{_WHEN}?",
    rf"{_NAMES}[,|]?\s{_WHEN}",
    rf"{_AGENCY}",
    rf"(?i:(?:additional |further |with )?{_WORK}(?: .{{0,40}})? by) .{{1,200}}",
)

_AGENCIES = (
    r"(?:Reuters|AP|AFP|Getty(?: Images)?|EPA(?:-EFE)?|Bloomberg|PA(?: Wire| Media)?|Shutterstock|Alamy|Xinhua|"
    r"Kyodo(?: News)?|Anadolu|NurPhoto|Rex|WireImage|TASS|Zuma)"
)
_MAKER = rf"(?:{_U}\.|{_U}[\w'’-]*)"
_CREDIT = (
    r"\s(?:(?:©|\([cC]\)\s)[^\n]{1,110}$"
    # after a sentence: a label and who made the picture
    r"|(?<=[.!?'\"”’)]\s)(?:Image|Photo|Photograph|Picture|Video|Audio|Illustration|Graphic|Credit|Map|File photo)s?"
    r"(?: credit| courtesy)?(?: by|:| courtesy of| via)\s[^\n.!?]{1,80}\.?$"
    r"|[(\[](?:AP Photo|Photo|Photograph|Image|Picture|File photo|Credit|Video|Courtesy)\b"
    r"[^()\[\]\n]{0,100}[)\]]\.?$"
    rf"|[(\[]?(?:{_MAKER}\s){{0,3}}{_MAKER}\s?/\s?{_AGENCIES}(?:\s(?:via|/)\s?[^\n]{{1,40}})?[)\]]?\.?$)"
)

_ORIGIN = (
    rf"(?:{_U}[A-Z.'’-]*[, ]\s?){{1,5}}(?:[\w.,'’ -]{{1,50}})?(?:\(\s?[\w /]{{2,20}}\s?\)\s?)?(?:_|--|[–—-])",
    r"(?:[\w.,'’ -]{2,50} )?\((?:AP|AFP|Reuters|UPI|Xinhua|CNN|dpa|PA|TASS)\s?\)\s?(?:_|--|[–—-])?",
    r"\((?i:undated)\)",
)
_DATE_WORDS = (
    "january february march april may june july august september october november december "
    "jan feb mar apr jun jul aug sep sept oct nov dec "
    "monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun "
    "published updated posted first last modified created edited date time on at of the and by as from "
    "today yesterday now just an a one two three hour hours minute minutes min mins day days week weeks ago "
    "am pm a.m p.m noon midnight gmt utc bst ist est edt et cst cdt ct mst mdt mt pst pdt pt cet cest eet eest msk jst "
    "kst aest aedt sgt hkt local z"
)

FURNITURE = FurnitureData(
    promotion=f"(?i:{'|'.join(_PROMOTION)})",
    byline=f"(?:{'|'.join(_BYLINE)})",
    credit=_CREDIT,
    origin=f"(?:{'|'.join(_ORIGIN)})",
    date_words=frozenset(_DATE_WORDS.split()),
    numbers=r"\d{1,4}[a-z]{1,2}|\d{1,2}\.\d{2}[ap]m",
    date=(
        rf"(?i:\b{_DAY}\b|\b{MONTH}\b\.?[ ,]*\d|\d(?:st|nd|rd|th)?(?: of)? {MONTH}\b|\b\d{{4}}-\d{{2}}-\d{{2}}"
        rf"|\b\d{{1,2}}[/.]\d{{1,2}}[/.]\d{{2,4}}\b|\b{_AGO}\b|\byesterday\b|\btoday\b)"
    ),
)
"""Of web pages in English, British and American."""
