from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

import pytest

from timeline.events.mentions.detection import Sort, find_mentions, names_in
from timeline.languages.en.events import EVENTS

if TYPE_CHECKING:
    from timeline.syntax.tree import Sentence


@pytest.mark.parametrize(
    ("name", "triggers"),
    [
        ("drills", ["held", "drills"]),
        ("when", ["upset", "blocked", "was", "sign"]),
        ("report", ["adopted", "published", "prepared", "ask"]),
        ("win", ["win", "has", "votes"]),
        ("expected", ["expected", "face", "protests"]),
        ("negated", ["visit", "leave"]),
        ("passive", ["arrested", "fire"]),
        ("gave", ["gave"]),
        ("state", ["closed"]),
    ],
)
def test_triggers(sentence: Callable[[str], Sentence], name: str, triggers: list[str]) -> None:
    assert [mention.trigger.text for mention in find_mentions(sentence(name), EVENTS)] == triggers


def test_auxiliaries_and_plain_copulas_are_no_events(sentence: Callable[[str], Sentence]) -> None:
    for name in ("negated", "state", "expected"):
        found = {mention.trigger.lemma for mention in find_mentions(sentence(name), EVENTS)}
        assert not found & {"do", "may", "be"}


def test_copula_stands_for_a_place(sentence: Callable[[str], Sentence]) -> None:
    was = next(each for each in find_mentions(sentence("when"), EVENTS) if each.trigger.text == "was")
    assert was.sort is Sort.STATE
    assert was.word.text == "Lisbon"


def test_noun_taken_for_a_verb(sentence: Callable[[str], Sentence]) -> None:
    win = find_mentions(sentence("win"), EVENTS)[0]
    assert (win.trigger.text, win.sort) == ("win", Sort.NOUN)


def test_names_are_no_events(sentence: Callable[[str], Sentence]) -> None:
    assert names_in(sentence("report")) == {"Tuesday"}
    assert not {"votes"} & {each.trigger.text for each in find_mentions(sentence("win"), EVENTS, (), {"votes"})}


def test_words_of_times_are_no_events(sentence: Callable[[str], Sentence]) -> None:
    assert "upset" not in {each.trigger.text for each in find_mentions(sentence("when"), EVENTS, {3})}
