"""Short main clauses of news, whose verbs taggers take for nouns: each has its event, on its day."""

from __future__ import annotations

import pytest

from timeline import Extractor, Timeline

PUBLISHED = "2024-03-15"
"""A Friday."""

CLAUSES = {
    "ferry trawler tanker warship yacht submarine boat": ("sank", "capsized", "vanished", "burned", "docked", "arose"),
    "plane helicopter jet airliner drone balloon": ("crashed", "landed", "exploded", "fell", "shook"),
    "train tram bus lorry coach": ("derailed", "stopped", "overturned", "left", "broke down"),
    "bridge tower dam roof wall mine tunnel": ("collapsed", "reopened", "closed", "flooded", "fell", "gave way"),
    "minister judge sailor striker farmer singer suspect bishop": (
        "resigned",
        "spoke",
        "fled",
        "wept",
        "drowned",
        "won",
    ),
    "company bank union court council party": ("met", "ruled", "voted", "split", "won", "withdrew"),
    "strike war trial truce festival": ("began", "ended", "resumed", "failed"),
    "volcano bomb storm fire earthquake": ("erupted", "struck", "exploded", "shook the town"),
}
PLACES = ("", " in Oslo", " near the coast")
DAYS = {"on Tuesday": "2024-03-12", "on Monday": "2024-03-11", "yesterday": "2024-03-14"}


def _sentences() -> list[tuple[str, str, str]]:
    """Give texts with the verb and the day of each."""
    found = []
    for subjects, verbs in CLAUSES.items():
        for number, (subject, verb) in enumerate((one, two) for one in subjects.split() for two in verbs):
            article = "The" if number % 3 else "An" if subject[0] in "aeiou" else "A"
            place, day = PLACES[number % len(PLACES)], list(DAYS)[number % 7 % len(DAYS)]
            found.append((f"{article} {subject} {verb}{place} {day}.", verb.split()[0], DAYS[day]))
    return found


SENTENCES = _sentences()


@pytest.fixture(scope="module")
def told() -> dict[str, Timeline]:
    timelines = Extractor().extract_many([{"text": text, "published": PUBLISHED} for text, _, _ in SENTENCES])
    return {each.article.text: each for each in timelines}


def test_short_clauses_have_their_events(told: dict[str, Timeline]) -> None:
    assert len(SENTENCES) > 200
    silent = [text for text, verb, _ in SENTENCES if verb not in {event.trigger.text for event in told[text]}]
    assert silent == []


def test_short_clauses_have_their_days(told: dict[str, Timeline]) -> None:
    undated = []
    for text, verb, day in SENTENCES:
        event = next(event for event in told[text] if event.trigger.text == verb)
        if event.when is None or event.when.edtf != day:
            undated.append((text, None if event.when is None else event.when.edtf))
    assert undated == []


ALIKE = [
    ("A dam burst in 2010.", "burst", "A dam burst"),
    ("A pipe burst on Monday.", "burst", "A pipe burst"),
    ("The bubble burst in 2008.", "burst", "The bubble burst"),
    ("A tyre burst near Oslo.", "burst", "A tyre burst near Oslo"),
    ("A well blew out on Monday.", "blew", "A well blew out"),
    ("The well exploded on Monday.", "exploded", "The well exploded"),
    ("The well was drilled in 2010.", "drilled", "The well was drilled"),
    ("A forward scored on Monday.", "scored", "A forward scored"),
    ("He played well on Monday.", "played", "He played well"),
    ("The well known actor died on Monday.", "died", "The well known actor died"),
]
"""Pasts that look like a base or a noun, and nouns that look like adverbs."""
NAMES = [
    "The gas burst",
    "A tyre burst.",
    "A burst in the pipe on Monday.",
    "The club bid on Monday",
    "The burst in 2008 killed two people.",
]
"""Names of things, as in captions, and sentences with another verb."""


@pytest.mark.parametrize(("text", "verb", "summary"), ALIKE)
def test_words_that_look_alike(text: str, verb: str, summary: str) -> None:
    (event,) = Extractor().extract(text, PUBLISHED)
    assert (event.trigger.text, event.summary) == (verb, summary)


@pytest.mark.parametrize("text", NAMES)
def test_names_are_no_clauses(text: str) -> None:
    triggers = {event.trigger.text for event in Extractor().extract(text, PUBLISHED)}
    assert triggers.isdisjoint({"burst", "bid"})
