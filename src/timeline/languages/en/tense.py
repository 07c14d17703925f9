"""Words that tell, without syntax, whether an English clause looks ahead or back."""

from __future__ import annotations

import re

from timeline.languages.language import TenseCues

__all__ = ["TENSE"]

_PLANS = "forecast booked due set scheduled expected slated planned going likely supposed about ready bound poised"
_INTENTIONS = (
    r"plan(?:s|ned|ning)?|intend(?:s|ed|ing)?|expect(?:s|ed|ing)?|hop(?:e|es|ed|ing)|want(?:s|ed)?|vow(?:s|ed)?|agree(?:s|d)?"
    r"|aim(?:s|ed|ing)?|promis(?:e|es|ed)|prepar(?:e|es|ed|ing)|offer(?:s|ed)?|threaten(?:s|ed)?"
)
_FUTURE = (
    r"will|won['’]t|shall|would|may|might|could(?! not)|must|should|['’]ll"
    r"|(?:is|are) (?:not |now |also |still )?(?:expecting|planning|preparing|hoping|aiming|awaiting|heading|seeking)"
    r"|takes (?:office|over|charge|command)|(?:[Aa]head of|[Rr]un-up to|in advance of)(?=\s*$)"
    r"|closes (?:in|on|next)\b"
    rf"|(?:is|are|was|were|be|been) (?:not )?(?:{_PLANS.replace(' ', '|')}|to)"
    rf"|(?:{_INTENTIONS}) to"
    r"|(?<!had )plan(?:s|ned|ning)? (?:an?|another|more|new)"
    r"|(?:expect|forecast|anticipate|predict|foresee)s? (?:an?|no|its|their|more|less|further)"
    r"|(?:set|due|expected|poised|ready|bound) to|scheduled|slated|due|upcoming|deadline|payable|effective"
    r"|expir(?:es?|ing)|begins|starts|opens|resumes|continues|comes|returns|reopens|concludes|premieres|kicks|votes|goes|faces|arrives|leaves|plays|hosts"
    r"|travels|heads|visits|launches|meets?"
    r"|(?<!to )(?<!not )(?<!n't )(?<!n’t )(?:resume|reopen|go|leave|begin|arrive|apply)"
    r"|(?:is|are) (?:on|for|from)(?=\s*$)|(?:planned|slated|due|scheduled|billed) (?:for|on)(?=\s*$)|set for(?=\s*$)"
    r"|(?:when|once|before|until|if) (?:[\w'’-]+ ){1,5}(?:is|are)"
    r"|takes (?:effect|place|part|on)|kicks off|next up"
    r"|(?:put|pushed|moved|set|brought|carried) (?:back|off|forward|over) (?:to|until|till|for)(?=\s*$)"
    r"|(?:postponed|rescheduled|delayed|deferred|adjourned|moved|shifted|extended) (?:to|until|till|for)(?=\s*$)"
    r"|, to (?:begin|start|open|run|last|end|resume|take|follow|appear)\b"
    r"|(?<!to )(?:open|close|start|end|expire|come|run)s? (?:on|from)(?=\s*$)|comes on(?=\s*$)"
    r"|(?:can|shall|could) (?:we|you|i|u)\b"
    r"|(?:until|till|by|through|as soon as|as early as|no later than)(?=\s*$)"
)
_IRREGULAR = (
    "arose ate awoke beat beheld bent bit bled blew bought bound bred broadcast broke built burnt caught chose "
    "clung crept dealt drank drew drove dug fed felt fled flew flung forbade forecast foresaw forgave forgot "
    "fought froze grew ground heard hid hung knelt laid lay leapt learnt lent lit meant mistook outlined overcame "
    "overthrew paid proved rang rode sang sank sat sent shone shook shrank slept slew slid sold spat spelt spent "
    "split spoilt sprang stole strove stuck stung swam swept swore swung taught thought threw tore understood "
    "undertook underwent upheld wept withdrew withheld woke wore wove wrung"
)
_PAST = (
    r"[Nn](?:either|obody|one|o one)\b[^.;]{0,80}?\bcould(?: be \w+)?|(?:could not|couldn['’]t)(?: \w+){1,2}|"
    rf"had been (?:{_PLANS.replace(' ', '|')})(?: to)?(?: \w+){{0,3}}"
    r"|had(?: [\w'’-]+){1,8} (?:by|through|until|till)(?=\s*$)|set on(?=\s*$)"
    r"|(?:left|arrived|began|started|moved|departed|died|reached)(?: [\w'’-]+){0,4} (?:no|not) later than(?=\s*$)"
    r"|(?:stayed|lasted|lived|worked|held|burned|burnt|fought|reigned|ruled"
    r"|raged|stood|sat|hid|kept|lay|remained|waited|continued|ran|served|slept|did|didn['’]t|wasn['’]t|was not)"
    r"(?: [\w'’-]+){0,6} (?:until|till|through)(?=\s*$)"
    r"|was|were|had|did|has|have|said|told|went|came|took|made|gave|found|saw|began|fell|rose|led|won|lost|held|met|left|sent"
    r"|follows|following"
    r"|(?<!to )(?<!will )(?<!would )(?<!may )(?<!must )(?<!can )(?<!could )"
    r"(?<!is )(?<!are )(?<!be )(?:shut|hit|quit|burst|split)"
    r"|became|brought|got|kept|knew|ran|struck|shot|spoke|stood|wrote|died"
    rf"|{_IRREGULAR.replace(' ', '|')}"
    r"|(?<!is )(?<!are )(?<!be )(?!(?:need|feed|seed|speed|indeed|hundred|red|bed|proceed|exceed|succeed)\b)[a-z]{2,}ed"
)

# What follows a sign of the future is part of it: "will be held", "is to take place" are not "held" and "take".
_GOES_ON = r"(?: (?:not|also|now|then|soon|still|again|never|even|first|later|\w+ly))*(?: be)?(?: \w+)?"

TENSE = TenseCues(
    future=re.compile(rf"\b(?:{_FUTURE})(?!\w){_GOES_ON}"),
    past=re.compile(rf"\b(?:{_PAST})\b"),
    participle=re.compile(r"[a-z]+ed"),
    parting=re.compile(r"[,;:()–—]|\b(?:to|and|but|or|that|which|who|whom|whose|when|while|because|as|if|where)\b"),
)
