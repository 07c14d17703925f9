"""What expressions of one event say of it together, also where they contradict each other."""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import extract, find_times
from timeline.calculus.intervals import Interval
from timeline.documents import Article
from timeline.events import Event, extract_events
from timeline.events.scoring.weights import load
from timeline.languages.en.events import EVENTS
from timeline.syntax.tree import Analysis, Sentence, Word

PUBLISHED = "2024-03-15"

TIMES = (
    *("January", "May 2019", "2019", "the summer", "Friday", "last year", "next month", "this week", "22 July 2022"),
    *("the early 1990s", "3 p.m.", "midnight", "10:30", "three days", "a decade", "the past 50 years", "44 BC", "noon"),
    *("the next three months", "two weeks ago", "three days later", "the following day", "the end of March", "today"),
    *("the first quarter of 2021", "mid-2015", "tomorrow", "now", "recently", "the coming weeks", "fiscal 2023"),
    *(
        "less than two weeks",
        "Tuesday morning",
        "2010 to 2015",
        "the last five minutes",
        "that year",
        "more than a week",
    ),
)
REPEATED = ("each year", "every Monday", "twice a week", "every two weeks", "daily", "each summer", "every morning")
SIGNALS = (
    *("from", "since", "until", "to", "by", "before", "after", "in", "on", "at", "for", "within", "during", "between"),
    *("through", "throughout", "over", "as of", "prior to", "no later than", "starting", "about", "ahead of", ""),
)
DATES = ("2024-03-15", "2024-02-29", "1999-12-31", "2022-07-22T10:30", "0045-01-01", None)


class Told(NamedTuple):
    """A verb with what is hung on it: form, lemma, tag, and the words before it with their tags and relations."""

    form: str
    lemma: str
    xpos: str
    before: Sequence[tuple[str, str, str]] = ()


VERBS = (
    Told("inspected", "inspect", "VBD"),
    Told("inspect", "inspect", "VBP"),
    Told("stood", "stand", "VBD"),
    Told("inspected", "inspect", "VBN", [("have", "VBP", "aux")]),
    Told("inspect", "inspect", "VB", [("will", "MD", "aux")]),
    Told("inspect", "inspect", "VB", [("would", "MD", "aux")]),
    Told("inspect", "inspect", "VB", [("did", "VBD", "aux"), ("not", "RB", "advmod")]),
    Told("inspecting", "inspect", "VBG", [("were", "VBD", "aux")]),
)


def tree(told: Told, times: Sequence[str], fronted: int) -> tuple[str, Analysis]:
    """Build a sentence whose verb governs all the times; `fronted` of them stand before the subject."""
    rows: list[tuple[str, str, str, str, int | None]] = []

    def hang(phrase: str) -> None:
        words = phrase.split()
        head = len(rows) + len(words) - 1
        for word in words[:-1]:
            signal = word.lower() in {part for each in SIGNALS for part in each.split()}
            rows.append(
                (word, "ADP" if signal else "NOUN", "IN" if signal else "NN", "case" if signal else "compound", head)
            )
        rows.append((words[-1], "NOUN", "NN", "obl", None))

    for phrase in times[:fronted]:
        hang(phrase)
    rows.append(("crews", "NOUN", "NNS", "nsubj", None))
    rows.extend((form, "AUX" if deprel == "aux" else "PART", xpos, deprel, None) for form, xpos, deprel in told.before)
    verb = len(rows)
    rows.append((told.form, "VERB", told.xpos, "root", -1))
    for phrase in times[fronted:]:
        hang(phrase)
    words, text = [], ""
    for index, (form, upos, xpos, deprel, head) in enumerate(rows):
        lemma = told.lemma if index == verb else form.lower()
        above = verb if head is None else head
        words.append(Word(index, form, len(text), len(text) + len(form), lemma, upos, xpos, {}, above, deprel))
        text += f"{form} "
    children = tuple(tuple(word.index for word in words if word.head == index) for index in range(len(words)))
    return text.strip(), Analysis((Sentence(0, tuple(words), 0, len(text.strip()), children),), "by hand")


def check(when: Interval) -> None:
    """Fail for an interval that nothing can have, whose ends cross, or that cannot be written down and read again."""
    ends = [(when.begin.earliest, when.begin.latest), (when.end.earliest, when.end.latest)]
    ends += [(when.begin.earliest, when.end.latest)]
    assert all(first is None or last is None or first <= last for first, last in ends)
    assert Interval.from_dict(when.to_dict()) == when


def read(text: str, analysis: Analysis, published: str | None) -> tuple[Event, ...]:
    article = Article(text, published)
    times = find_times(text, published)
    return extract_events(article, times, analysis, (), EVENTS, weights=load("en")).events


TOLD = st.sampled_from(TIMES)
PHRASE = st.one_of(
    st.tuples(st.sampled_from(SIGNALS), TOLD).map(lambda each: " ".join(each).strip()),
    st.tuples(TOLD, TOLD).map(lambda each: f"between {each[0]} and {each[1]}"),
    st.sampled_from(REPEATED),
)


@settings(max_examples=150)
@given(st.sampled_from(VERBS), st.lists(PHRASE, min_size=2, max_size=3), st.integers(0, 2), st.sampled_from(DATES))
def test_times_never_make_an_impossible_one(told: Told, times: list[str], fronted: int, published: str | None) -> None:
    text, analysis = tree(told, times, fronted)
    for event in read(text, analysis, published):
        if event.when is not None:
            check(event.when)


@settings(max_examples=150)
@given(
    st.sampled_from(VERBS),
    st.sampled_from(REPEATED),
    st.lists(PHRASE, min_size=1, max_size=3),
    st.integers(0, 3),
    st.sampled_from(DATES),
)
def test_what_recurs_between_contradictions_is_possible(
    told: Told, repeated: str, times: list[str], fronted: int, published: str | None
) -> None:
    text, analysis = tree(told, [repeated, *times], fronted)
    for event in read(text, analysis, published):
        if event.when is not None:
            check(event.when)


def of(text: str, published: str | None = PUBLISHED) -> dict[str, Event]:
    return {event.trigger.text: event for event in extract(text, published)}


@pytest.mark.parametrize(
    ("text", "trigger", "edtf", "expressions"),
    [
        # A month of a yearly round is a part of every year, nothing that sets its begin or end.
        ("Each year from March the council inspected the wall in January.", "inspected", "2024-03/", (0, 1, 2)),
        ("The crews inspected the wall every year in the first week of May.", "inspected", "[..2024-03-15]", (0, 1)),
        ("Every day the crews inspected the wall before noon.", "inspected", "[..2024-03-15]", (0, 1)),
        # A time longer than the round sets both.
        ("Every week in 2020 the crews inspected the wall.", "inspected", "2020", (0, 1)),
        (
            "The crews inspected the wall every Monday from May 2019 until June 2021.",
            "inspected",
            "[2019-05-01..2021-06-30]",
            (0, 1),
        ),
        # The first to be believed stands; what contradicts it sets nothing.
        ("The crews have inspected the wall every Monday since 2021 until 2019.", "inspected", "2021/..", (0, 1, 2)),
    ],
)
def test_what_recurs_is_bounded_by_what_agrees(
    text: str, trigger: str, edtf: str, expressions: tuple[int, ...]
) -> None:
    event = of(text)[trigger]
    assert event.when is not None
    assert (event.when.edtf, event.expressions) == (edtf, expressions)
    assert event.rrule is not None


def test_a_contradiction_is_less_sure() -> None:
    agreeing = of("The crews have inspected the wall every Monday since 2019.")["inspected"]
    contradicting = of("The crews have inspected the wall every Monday since 2021 until 2019.")["inspected"]
    assert contradicting.confidence < agreeing.confidence
    assert "2019" not in contradicting.why()


SENTENCES = (
    "Each year from March the council inspected the wall in January.",
    "The bridge was closed through the next three months, once a month ahead of the third week of May.",
    "The army did not leave each Friday, as of May 2019 as of the following day.",
    "Each Friday as of three days later the ministry said prices rose within the coming weeks.",
    "The council inspected the wall before yesterday no later than next month.",
    "Not before 10:30 once a month the price is high on 44 BC.",
    "To 2010 to 2015 four times a year it would reopen during Monday.",
    "The law may change, which started on Mondays, not before next month.",
)


@pytest.mark.parametrize("published", [date for date in DATES if date])
def test_contradictions_as_they_are_parsed(published: str) -> None:
    for text in SENTENCES:
        for event in extract(text, published):
            if event.when is not None:
                check(event.when)
