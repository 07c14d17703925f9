"""A language: everything the engines need to know about one, and nothing they must do."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence

from attrs import field, frozen

from timeline.errors import IncompleteLanguageError
from timeline.languages.event_lexicon import EventLexicon
from timeline.languages.reliability import Reliability
from timeline.languages.rule import Level, TokenClasses
from timeline.languages.wording import Wording
from timeline.layout import DatelineData, FurnitureData

__all__ = ["Language", "TenseCues"]


@frozen
class TenseCues:
    """Words that tell, without syntax, whether a clause speaks of the past or the future."""

    future: re.Pattern[str]
    past: re.Pattern[str]
    participle: re.Pattern[str] | None = None
    """Matches a sign of the past that may be an adjective: "preferred"."""
    parting: re.Pattern[str] | None = None
    """Finds what parts one clause from another: a comma, "and", "which"."""


@frozen(eq=False)
class Language:
    """A language as data."""

    code: str
    classify: Callable[[str], TokenClasses] = field(repr=False)
    """The classes of a token; an empty mapping for a word that no rule knows."""
    levels: Sequence[Level] = field(repr=False)
    vocabulary: Sequence[str] = field(repr=False)
    """All words the lexicon knows, and one sample of each shape of number."""
    common: frozenset[str] = field(default=frozenset(), repr=False)
    """Classes, and words behind an apostrophe, that occur in any text: no expression is sought for their sake."""
    fragments: frozenset[str] = field(default=frozenset(), repr=False)
    """What rules yield that is no expression by itself, such as numbers: such rules may consist of common words."""
    unlisted: frozenset[str] | None = field(default=None, repr=False)
    """The classes that a word of the letters a to z, none of them a capital, can have though neither `vocabulary` nor a
    rule names it; where no rule reads them, such words need no look. None if that is not known."""
    capitals: frozenset[str] = field(default=frozenset(), repr=False)
    """Words, in small letters, that mean what they mean by their capital: in a line of capitals they keep it."""
    abbreviations: str = field(default="abbreviation", repr=False)
    """The class of words after which a full stop does not end a sentence."""
    dotted: str | None = field(default=None, repr=False)
    """Matches words that have full stops in them and are one token: a.m. None if there are none."""
    parted: str | None = None
    """Matches a number that ends, by what follows, where others would go on: the year of 1881–27 April 1964. U+FFFF
    stands for what is not known yet of what follows; it may be what makes the match. None if there are none."""
    unions: Mapping[str, Sequence[str]] = field(factory=dict, repr=False)
    """Names for several classes at once, for use in patterns."""
    tense: TenseCues | None = field(default=None, repr=False)
    reliability: Reliability = field(factory=dict, repr=False)
    """How often values of each kind were right; empty where nobody has measured it."""
    furniture: FurnitureData | None = field(default=None, repr=False)
    """What marks page furniture; see `timeline.layout`. Without it times are found there, too."""
    datelines: DatelineData | None = field(default=None, repr=False)
    """How pages say when a text was published, and where it is from; see `timeline.layout`."""
    events: EventLexicon | None = field(default=None, repr=False)
    """The words that the event rules know; see `timeline.events`. Without it there are times, but no events."""
    wording: Wording | None = field(default=None, repr=False)
    """The words of tables for readers, which are written in the default language."""

    def for_events(self) -> tuple[EventLexicon, FurnitureData]:
        """Give what events need beside the times; raise `IncompleteLanguageError` where something of it is lacking."""
        if self.events is not None and self.furniture is not None:
            return self.events, self.furniture
        needed = {"a lexicon of events": self.events, "a description of page furniture": self.furniture}
        lacking = " and ".join(name for name, part in needed.items() if part is None)
        message = f"language {self.code!r} lacks {lacking}, which events need; its times can be read: find_times, tag"
        raise IncompleteLanguageError(message)
