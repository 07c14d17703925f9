from __future__ import annotations

from collections.abc import Callable

from timeline.events import Event

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
