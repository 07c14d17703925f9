"""What the event engine needs to know of English: tables with a row a word, and a few words that are one of a kind."""

from __future__ import annotations

from importlib import resources

from timeline.languages.en.events.synonyms import SYNONYMS
from timeline.languages.event_lexicon import EventLexicon, classes_in

__all__ = ["EVENTS", "TABLES"]

TABLES = {
    name: resources.files(__name__).joinpath(f"{name}.txt").read_text(encoding="utf-8")
    for name in ("verbs", "nouns", "adjectives", "function_words")
}

EVENTS = EventLexicon(
    copula="be",
    perfect="have",
    genitive="of",
    infinitive_marker="to",
    passive_past={False: "was", True: "were"},
    possessives={"s": "'", "": "'s"},
    event_suffixes=("tion", "sion", "ment", "ance", "ence", "age", "ing", "al", "ure", "ery"),
    abstract_suffixes=("tion", "sion", "ment", "ence", "ance", "ness", "ity", "ship", "hood", "ism", "cern"),
    synonyms=SYNONYMS,
    **classes_in(TABLES.values()),
)
