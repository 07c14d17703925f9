"""Sentences as newspapers write them, each with its tree: what is an event of them, and when it happened."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest
from tests.events.conftest import read_tree

from timeline import find_times, languages
from timeline.calculus.instants import Instant
from timeline.documents import Article
from timeline.events import Event, extract_events

PUBLISHED = "2022-07-22"
"""A Friday."""


class _Block(NamedTuple):
    start: int
    end: int
    kind: str


@pytest.fixture(scope="module")
def told() -> Callable[[str], dict[str, Event]]:
    """Give the events of a sentence by their triggers: the tree by hand, the times as they are found."""
    content = (Path(__file__).parent / "news.conllu").read_text(encoding="utf-8")
    blocks = dict(block.split("\n", 1) for block in content.split("# name = ")[1:])

    def extract(name: str) -> dict[str, Event]:
        text, analysis = read_tree(blocks[name])
        kind = "heading" if "# block = heading" in blocks[name] else "prose"
        article = Article(text, Instant.parse(PUBLISHED))
        times = find_times(text, published=PUBLISHED)
        found = extract_events(article, times, analysis, [_Block(0, len(text), kind)], languages.get("en").events)
        return {event.trigger.text: event for event in found.events}

    return extract


def when(event: Event) -> str | None:
    return None if event.when is None else event.when.edtf


@pytest.mark.parametrize(
    ("name", "trigger", "summary", "relation", "factuality"),
    [
        ("releases", "releases", "Oslo releases defence review", "before", "actual"),
        ("signs", "signs", "Governor signs bill raising wages", "before", "actual"),
        ("reopen", "reopen", "Library to reopen after long refit", "after", "planned"),
        ("strike", "walk", "Nurses to walk out for a day", "after", "planned"),
        ("rebuilt", "rebuilt", "Bridge to be rebuilt in stone", "after", "planned"),
        ("rescued", "rescued", "Two sailors rescued off the coast", "before", "actual"),
    ],
)
def test_headlines_tell_news(  # noqa: PLR0917 - a row of a table
    told: Callable[[str], dict[str, Event]], name: str, trigger: str, summary: str, relation: str, factuality: str
) -> None:
    event = told(name)[trigger]
    assert (event.summary, event.relation_to_publication, event.factuality) == (summary, relation, factuality)


@pytest.mark.parametrize("name", ["right", "deadline"])
def test_headlines_that_are_phrases_tell_nothing(told: Callable[[str], dict[str, Event]], name: str) -> None:
    assert told(name) == {}


@pytest.mark.parametrize(
    ("name", "trigger", "expected", "relation"),
    [
        ("due", "leave", "2022-07-25", "after"),
        ("overtaken", "leave", "2022-07-20", "before"),
        ("plans", "open", "[2022-07-22..2022-12-31]", "after"),
        ("hope", "clear", "[2022-07-22..2022-07-24]", "after"),
        ("decade", "worked", "2012/..", "overlap"),
        ("jailed", "jailed", "[..2022-07-22]", "before"),
        ("reviewed", "reviewed", "[2022-08-01..2022-08-07]", "after"),
        ("within", "decide", "[2022-07-22..]", "after"),
        ("stayed", "stayed", "1954/1988", "before"),
        ("left", "left", "[1941-01-01..1941-12-31]", "before"),
        ("postponed", "postponed", "[..2022-07-22]", "before"),
        ("minutes", "scored", "[..2022-07-22]", "before"),
        ("likely", "Talks", "2023/..", "after"),
        ("worth", "signed", "2022-07-21", "before"),
        ("since", "drove", "[2022-03-01..2022-03-31]", "before"),
        ("where", "flown", "[..2022-07-22]", "before"),
        ("clashes", "shot", "2022-07-19", "before"),
        ("second", "hit", "[2022-07-01..2022-07-22]", "before"),
        ("conference", "host", "2022-07-22T15:00", "after"),
        ("police", "told", "[..2022-07-22]", "before"),
        ("reporters", "told", "2022-07-22", "before"),
        ("earlier", "rose", "[..2022-07-22]", "before"),
        ("climbed", "climbed", "[..2022-07-22]", "before"),
        ("rose", "rose", "[2021-01-01..2021-12-31]", "before"),
        ("forecast", "raised", "[..2022-07-22]", "before"),
        ("mourning", "declared", "2022-07-18", "before"),
        ("check", "passed", "[2021-11-01..2021-11-30]", "before"),
        ("help", "move", "[2022-07-11..2022-07-17]", "before"),
        ("wedding", "wedding", "2022-07-23", "after"),
        ("wedding", "funeral", "2022-07-18", "before"),
        ("wall", "fell", "[1989-01-01..1989-12-31]", "before"),
        ("quarantine", "were", "[..2022-07-22]", "before"),
        ("weeks", "left", "[2022-06-13..2022-06-19]", "before"),
        ("eat", "eat", "[1973-01-01..1973-12-31]", "before"),
        ("until", "found", "[2016-01-01..2016-12-31]", "before"),
        ("wrote", "wrote", "[..2022-07-22]", "before"),
        ("wrotethat", "wrote", "2022-07-22", "before"),
        ("merge", "agreed", "[2015-11-01..2015-11-30]", "before"),
        ("merge", "merge", "[2015-11-01..]", None),
        ("mergeby", "merge", "[..2021-05-31]", "before"),
        ("ahead", "agreed", "[..2022-07-22]", "before"),
        ("ahead", "merge", "[2022-11-01..2022-11-30]", "after"),
        ("meant", "finish", "[2021-09-01..2021-11-30]", "before"),
        ("lifts", "lifts", "[2022-07-01..2022-07-22]", "before"),
        ("morning", "restored", "2022-07-22T06/2022-07-22T11", "before"),
        ("ferry", "sank", "2022-07-19", "before"),
        ("ferrydied", "sank", "2022-07-19", "before"),
        ("ferrysaid", "sank", "2022-07-19", "before"),
        ("ferrysaid", "said", "2022-07-22", "before"),
        ("yet", "found", "[..2022-07-22]", "before"),
    ],
)
def test_times(told: Callable[[str], dict[str, Event]], name: str, trigger: str, expected: str, relation: str) -> None:
    event = told(name)[trigger]
    assert (when(event), event.relation_to_publication) == (expected, relation)


def test_a_plan_is_told_as_one(told: Callable[[str], dict[str, Event]]) -> None:
    found = told("due")
    assert found["leave"].factuality == "planned"
    assert found["leave"].summary == "The ferry is due to leave"
    assert [each.text for each in found["leave"].participants] == ["The ferry"]


def test_who_plans_is_named_again(told: Callable[[str], dict[str, Event]]) -> None:
    found = told("plans")
    assert found["hire"].summary == "It will hire 200 people"


@pytest.mark.parametrize(
    ("name", "trigger", "summary"),
    [
        ("convoy", "carrying", "The trucks carrying food"),
        ("built", "built", "The ferry was built"),
        ("built", "refitted", "The ferry was refitted"),
        ("born", "Born", "she was born in Leeds"),
        ("botanist", "founded", "Ada Lind founded the first seed bank"),
        ("botanist", "died", "Ada Lind, the botanist, died"),
        ("hoping", "strengthening", "the hope of strengthening his mandate"),
        ("accused", "meddling", "its neighbour meddling in its affairs"),
        ("migrated", "migrated", "The planet is thought to have migrated inward"),
        ("second", "hit", "the second major quake to hit the country"),
        ("need", "build", "a plan to build a wall"),
        ("night", "died", "she died"),
        ("chance", "see", "the last chance to see the ship"),
        ("old", "vanished", "a 17-year-old vanished"),
        ("both", "founded", "Both were founded"),
        ("what", "asked", "People were asked to say what the flag should mean"),
        ("ferry", "sank", "A ferry sank"),
        ("ferrydied", "sank", "A ferry sank"),
        ("ferrydied", "died", "30 people died"),
        ("ferrysaid", "sank", "a ferry sank"),
        ("nomeans", "approved", "The plan was by no means approved"),
        ("yet", "found", "The body has yet to be found"),
        ("nolonger", "works", "He no longer works there"),
    ],
)
def test_summaries(told: Callable[[str], dict[str, Event]], name: str, trigger: str, summary: str) -> None:
    assert told(name)[trigger].summary == summary


@pytest.mark.parametrize(
    ("name", "trigger", "participants"),
    [
        ("convoy", "carrying", [("agent", "The trucks"), ("theme", "food")]),
        ("built", "built", [("theme", "The ferry")]),
        ("hoping", "strengthening", [("theme", "his mandate")]),
        ("accused", "accused", [("agent", "Norway"), ("theme", "its neighbour")]),
        ("accused", "meddling", [("agent", "its neighbour"), ("place", "its affairs")]),
        ("prevent", "coming", [("theme", "it")]),
        ("equal", "said", [("agent", "He"), ("content", "the two men were friends of the mayor")]),
        ("family", "fled", [("agent", "She")]),
        ("family", "opened", [("agent", "She"), ("theme", "the door"), ("instrument", "a hammer")]),
        ("rescued", "rescued", [("theme", "Two sailors"), ("place", "the coast")]),
    ],
)
def test_participants(
    told: Callable[[str], dict[str, Event]], name: str, trigger: str, participants: list[tuple[str, str]]
) -> None:
    assert [(each.role, each.text) for each in told(name)[trigger].participants] == participants


@pytest.mark.parametrize(
    ("name", "trigger", "factuality"),
    [
        ("second", "hit", "actual"),
        ("firstwoman", "win", "actual"),
        ("need", "build", "planned"),
        ("forced", "stop", "actual"),
        ("youngest", "score", "actual"),
        ("chance", "see", "possible"),
        ("unforced", "leave", "denied"),
        ("willforce", "stop", "possible"),
        ("considered", "selling", "possible"),
        ("ferry", "sank", "actual"),
        ("ferrysaid", "sank", "reported"),
        ("nomeans", "approved", "denied"),
        ("yet", "found", "denied"),
        ("nolonger", "works", "denied"),
    ],
)
def test_factuality(told: Callable[[str], dict[str, Event]], name: str, trigger: str, factuality: str) -> None:
    assert told(name)[trigger].factuality == factuality


def test_bodies_and_questions_are_no_events(told: Callable[[str], dict[str, Event]]) -> None:
    assert "prosecution" not in told("prosecution")
    assert "prosecution" in told("prosecuted")
    assert told("asked") == {}


def test_a_noun_with_another_stem_is_no_verb(told: Callable[[str], dict[str, Event]]) -> None:
    assert list(told("data")) == ["reported"]


def test_phrases_and_gaps_are_no_events(told: Callable[[str], dict[str, Event]]) -> None:
    assert list(told("advance")) == ["told"]
    assert list(told("ellipsis")) == ["took"]


def test_what_looks_like_the_present_is_past_below_the_past(told: Callable[[str], dict[str, Event]]) -> None:
    burst = told("burst")["burst"]
    assert (burst.tense, burst.relation_to_publication) == ("PAST", "before")


def test_who_reports_at_the_end_shares_no_time(told: Callable[[str], dict[str, Event]]) -> None:
    found = told("reported")
    assert found["said"].when is not None
    assert found["said"].when.edtf == PUBLISHED
    assert found["continued"].when == found["began"].when
