"""Trees made by hand, so that most tests of events need no model."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import Path

import pytest

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.documents import Article, Span
from timeline.events import Event, extract_events
from timeline.events.mentions.detection import Mention, find_mentions
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.languages.en.events import EVENTS
from timeline.syntax.tree import Analysis, Sentence, Word

PUBLISHED = Instant.of(2022, 7, 22)
"""A Friday."""

Tree = tuple[str, Analysis]


def read_tree(block: str) -> Tree:
    """Build a text and its analysis from lines of `id form lemma upos xpos head deprel [SpaceAfter=No]`."""
    rows = [line.split() for line in block.strip().splitlines() if line and not line.startswith("#")]
    text, words = "", []
    for row in rows:
        start = len(text)
        text += row[1]
        index, lemma, upos, xpos, head, deprel = int(row[0]) - 1, row[2], row[3], row[4], int(row[5]) - 1, row[6]
        words.append(Word(index, row[1], start, len(text), lemma, upos, xpos, {}, head, deprel))
        text += "" if len(row) > 7 else " "
    children = tuple(tuple(word.index for word in words if word.head == index) for index in range(len(words)))
    sentence = Sentence(0, tuple(words), 0, words[-1].end, children)
    return text.strip(), Analysis((sentence,), "by hand")


@pytest.fixture(scope="session")
def trees() -> dict[str, Tree]:
    content = (Path(__file__).parent / "sentences.conllu").read_text(encoding="utf-8")
    blocks = list(content.split("# name = ")[1:])
    return {block.split("\n", 1)[0].strip(): read_tree(block.split("\n", 1)[1]) for block in blocks}


@pytest.fixture
def sentence(trees: dict[str, Tree]) -> Callable[[str], Sentence]:
    return lambda name: trees[name][1].sentences[0]


@pytest.fixture
def mention(sentence: Callable[[str], Sentence]) -> Callable[..., Mention]:
    def find(name: str, trigger: str, timed: Sequence[int] = ()) -> Mention:
        found = {each.trigger.text: each for each in find_mentions(sentence(name), EVENTS, timed)}
        return found[trigger]

    return find


def expression(
    text: str,
    words: str,
    interval: Interval | None,
    kind: Kind = Kind.DATE,
    signal: str | None = None,
    value: str = "",
    rrule: str | None = None,
) -> TemporalExpression:
    start = text.index(words)
    spoken = None
    if signal is not None:
        place = text.rindex(signal, 0, start)
        spoken = Span(signal, place, place + len(signal))
    return TemporalExpression(
        words, start, start + len(words), kind, value, interval, signal=spoken, rrule=rrule, rule="by hand"
    )


DAY, MONTH, YEAR = Granularity.DAY, Granularity.MONTH, Granularity.YEAR
TIMES: dict[str, Callable[[str], tuple[TemporalExpression, ...]]] = {
    "drills": lambda text: (
        expression(text, "each summer", None, Kind.SET, None, "P1Y", "FREQ=YEARLY"),
        expression(
            text, "2015", Interval(Bound(Instant.of(2015), Instant.of(2016)), OPEN, YEAR), Kind.DATE, "since", "2015"
        ),
    ),
    "when": lambda text: (expression(text, "March", Interval.unit(Instant.of(2022, 3), MONTH), signal="in"),),
    "report": lambda text: (expression(text, "Tuesday", Interval.unit(Instant.of(2022, 7, 19), DAY), signal="on"),),
    "win": lambda text: (expression(text, "this month", Interval.unit(PUBLISHED, MONTH)),),
    "rents": lambda text: (
        expression(
            text,
            "the past 30 years",
            Interval.exact(Instant.of(1992, 7, 22), PUBLISHED, YEAR),
            Kind.DURATION,
            "For",
            "P30Y",
        ),
    ),
    "tradition": lambda text: (expression(text, "last year", Interval.unit(Instant.of(2021), YEAR), signal="In"),),
    "gave": lambda text: (expression(text, "Monday", Interval.unit(Instant.of(2022, 7, 18), DAY), signal="on"),),
    "began": lambda text: (expression(text, "Monday", Interval.unit(Instant.of(2022, 7, 18), DAY), signal="on"),),
}


@pytest.fixture
def events(trees: dict[str, Tree]) -> Callable[..., dict[str, Event]]:
    """Give the events of a sentence by their triggers."""

    def extract(name: str, published: Instant | None = PUBLISHED) -> dict[str, Event]:
        text, analysis = trees[name]
        times = TIMES[name](text) if name in TIMES else ()
        found = extract_events(Article(text, published), times, analysis, (), EVENTS).events
        return {event.trigger.text: event for event in found}

    return extract
