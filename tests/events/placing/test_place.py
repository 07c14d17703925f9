from __future__ import annotations

from collections.abc import Callable

from timeline.calculus.instants import Instant
from timeline.events import Event

Events = Callable[..., dict[str, Event]]
PUBLISHED = Instant.of(2022, 7, 22)
NEXT_DAY = Instant.of(2022, 7, 23)


def placed(event: Event) -> tuple[str, str | None]:
    return event.placed_by, event.relation_to_publication


def test_recurs_since_and_still(events: Events) -> None:
    event = events("drills")["held"]
    assert event.rrule == "FREQ=YEARLY"
    assert event.when is not None
    assert (event.when.begin.earliest, event.when.begin.latest) == (Instant.of(2015), Instant.of(2016))
    assert (event.when.end.earliest, event.when.end.latest) == (PUBLISHED, None)
    assert placed(event) == ("explicit", "overlap")
    assert events("drills")["drills"].when == event.when


def test_clause_with_when_shares_its_time(events: Events) -> None:
    found = events("when")
    for trigger in ("blocked", "was", "sign"):
        when = found[trigger].when
        assert when is not None
        assert (when.earliest, when.latest) == (Instant.of(2022, 3), Instant.of(2022, 4))
        assert found[trigger].placed_by == "inherited"
        assert found[trigger].confidence <= found["upset"].confidence


def test_named_day_is_exact(events: Events) -> None:
    event = events("report")["adopted"]
    assert event.when is not None
    assert event.when.is_exact
    assert event.when.edtf == "2022-07-19"
    assert event.several_days is False
    assert placed(event) == ("explicit", "before")


def test_past_is_cut_at_publication(events: Events) -> None:
    event = events("win")["win"]
    assert event.when is not None
    assert (event.when.earliest, event.when.latest) == (Instant.of(2022, 7), NEXT_DAY)
    assert placed(event) == ("explicit", "before")


def test_period_that_ends_now_is_filled(events: Events) -> None:
    event = events("rents")["capped"]
    assert event.when is not None
    assert event.when.begin.earliest == Instant.of(1992, 7, 22)
    assert event.when.end.earliest == event.when.end.latest == PUBLISHED
    assert event.several_days is True
    assert placed(event) == ("explicit", "overlap")


def test_coordination_shares_a_time_in_front(events: Events) -> None:
    found = events("tradition")
    assert found["broke"].when == found["closed"].when
    assert found["broke"].placed_by == "explicit"
    assert found["closed"].placed_by == "inherited"


def test_what_is_planned_lies_ahead(events: Events) -> None:
    for name, trigger in (("report", "ask"), ("expected", "face")):
        event = events(name)[trigger]
        assert event.when is not None
        assert event.when.begin.earliest == PUBLISHED
        assert event.when.end.latest is None
        assert placed(event) == ("event", "after")


def test_what_begins_on_a_day_goes_on(events: Events) -> None:
    found = events("began")
    assert found["began"].when is not None
    assert found["began"].when.edtf == "2022-07-18"
    strike = found["strike"].when
    assert strike is not None
    assert strike.begin.latest == Instant.of(2022, 7, 19)
    assert strike.end.latest is None


def test_tense_alone(events: Events) -> None:
    assert placed(events("passive")["arrested"]) == ("tense", "before")
    assert placed(events("said")["open"]) == ("tense", "after")
    assert placed(events("said")["said"]) == ("reported", "before")
    assert placed(events("state")["closed"]) == ("tense", "overlap")
    before = events("passive")["arrested"].when
    assert before is not None
    assert before.begin.earliest is None
    assert before.end.latest == NEXT_DAY


def test_noun_before_its_governor(events: Events) -> None:
    assert placed(events("passive")["fire"]) == ("event", "before")


def test_without_publication_only_what_is_said(events: Events) -> None:
    assert events("said", None)["said"].when is None
    assert events("passive", None)["arrested"].relation_to_publication is None
    adopted = events("report", None)["adopted"]
    assert adopted.when is not None
    assert adopted.relation_to_publication is None


def test_every_event_tells_why(trees: dict[str, object], events: Events) -> None:
    for name in trees:
        for event in events(name).values():
            assert 0 <= event.confidence <= 1
            assert event.confidence or event.when is None
            assert event.reason
