"""Words that tell, without syntax, whether an English clause looks ahead or back."""

from __future__ import annotations

import re

from timeline.languages.language import TenseCues

__all__ = ["TENSE"]

_FUTURE = (
    r"will|won['’]t|shall|would|['’]ll|(?:is|are|was|were|be) (?:due|set|scheduled|expected|slated|planned|going|likely|to)\b"
    r"|plan(?:s|ned)? to|intend(?:s|ed)? to|expect(?:s|ed)? to|hope(?:s|d)? to|scheduled|slated|due|aims? to|upcoming|deadline"
    r"|expir(?:es?|ing)|begins|starts|opens"
)
_PAST = (
    r"was|were|had|did|has|have|said|told|went|came|took|made|gave|found|saw|began|fell|rose|led|won|lost|held|met|left|sent|put|"
    r"became|brought|got|kept|knew|ran|set|struck|shot|spoke|stood|wrote|cut|hit|died|[a-z]{2,}ed"
)

TENSE = TenseCues(
    future=re.compile(rf"\b(?:{_FUTURE})\b|['’]ll\b"),
    past=re.compile(rf"\b(?:{_PAST})\b"),
)
