from __future__ import annotations

import re
from collections.abc import Callable

import pytest

from timeline import find_times, syntax
from timeline.documents import Article
from timeline.events import Event
from timeline.events.analysis import ArticleAnalysis
from timeline.events.ordering.cues import CUES, OrderCue
from timeline.events.pipeline import analyse
from timeline.languages.en.events import EVENTS

Events = Callable[..., dict[str, Event]]


def test_verbs_take_their_turn(trees: dict[str, object], events: Events) -> None:
    for name in trees:
        found = events(name)
        told = [event for event in found.values() if event.tense == "PAST" and event.event_class == "OCCURRENCE"]
        assert len({event.rank for event in told}) == len(told)


def test_what_is_said_comes_before_the_saying(events: Events) -> None:
    found = events("passive")
    assert found["fire"].rank < found["arrested"].rank


def test_a_noun_shares_the_rank_of_what_it_is_told_with(events: Events) -> None:
    found = events("drills")
    assert found["held"].rank == found["drills"].rank


@pytest.mark.parametrize("cue", CUES, ids=lambda cue: cue.id)
def test_a_cue_orders_the_events_of_its_example(cue: OrderCue) -> None:
    text = re.sub(r"[][<>]", "", cue.example)
    earlier, later = (re.sub(r"[][<>]", "", cue.example[: cue.example.index(mark)]) for mark in "[<")
    expressions = find_times(text, "2022-07-22")
    analysis = ArticleAnalysis(Article(text, "2022-07-22"), expressions, syntax.load("bundled").parse(text), (), EVENTS)
    analyse(analysis, upto="cue")
    keys = {mention.trigger.start: key for key, mention in analysis.annotation.mentions.items()}
    stated = {(edge.first, edge.second) for edge in analysis.edges if edge.rule == cue.id}
    assert (keys[len(earlier)], keys[len(later)]) in stated
