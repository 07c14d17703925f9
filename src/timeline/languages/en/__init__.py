"""English."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages.en.classes import CAPITALS, COMMON, FRAGMENTS, PARTED, UNLISTED, VOCABULARY, classify
from timeline.languages.en.datelines import DATELINES
from timeline.languages.en.events import EVENTS
from timeline.languages.en.furniture import FURNITURE
from timeline.languages.en.grammar import UNIONS, levels
from timeline.languages.en.reliability import RELIABILITY
from timeline.languages.en.tense import TENSE
from timeline.languages.en.wording import WORDING
from timeline.languages.language import Language

if TYPE_CHECKING:
    from timeline.languages.locale import Locale

__all__ = ["language"]


def language(locale: Locale) -> Language:
    """Give English as it is read in a country."""
    return Language(
        code="en",
        classify=classify,
        levels=levels(locale),
        vocabulary=VOCABULARY,
        common=COMMON,
        fragments=FRAGMENTS,
        dotted=r"[aApP]\.[mM]\b\.?|[oOnN]\.[sS]\b\.?",
        parted=PARTED,
        unions=UNIONS,
        unlisted=UNLISTED,
        capitals=CAPITALS,
        tense=TENSE,
        reliability=RELIABILITY,
        furniture=FURNITURE,
        datelines=DATELINES,
        events=EVENTS,
        wording=WORDING,
    )
