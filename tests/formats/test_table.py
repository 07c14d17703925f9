from __future__ import annotations

from attrs import evolve

from timeline import Article, Timeline
from timeline.formats.table import event_table, expression_table

EVENTS = """\
Kestrel Bay & its wall (published 2024-03-15)
WHEN           EVENT                          PLACED BY
on 2024-03-15  the council approved the wall  “on Friday”
in 2024-04     work will begin [planned]      “next month”
"""

EXPRESSIONS = """\
Kestrel Bay & its wall (published 2024-03-15)
AT     TEXT        KIND  VALUE       INTERVAL    SIGNAL
33-39  Friday      DATE  2024-03-15  2024-03-15  on
58-68  next month  DATE  2024-04     2024-04     START
"""


def test_events(made_by_hand: Timeline) -> None:
    assert event_table(made_by_hand) == EVENTS


def test_expressions(made_by_hand: Timeline) -> None:
    assert expression_table(made_by_hand) == EXPRESSIONS


def test_marks_and_reasons(made_by_hand: Timeline) -> None:
    denied = evolve(made_by_hand.events[0], polarity="NEG", rrule="FREQ=YEARLY", when=None, expressions=())
    inherited = evolve(made_by_hand.events[1], placed_by="inherited", factuality="denied", polarity="NEG")
    table = event_table(evolve(made_by_hand, events=(denied, inherited)))
    assert "yearly      the council approved the wall [denied]  explicit" in table
    assert "work will begin [denied]" in table
    assert "“next month” (inherited)" in table


def test_nothing_found(made_by_hand: Timeline) -> None:
    empty = evolve(made_by_hand, article=Article(""), expressions=(), events=())
    assert event_table(empty) == "No publication date\n(no events)\n"
    assert expression_table(empty) == "No publication date\n(no temporal expressions)\n"


def test_control_characters_stay_in_the_table(made_by_hand: Timeline) -> None:
    article = evolve(made_by_hand.article, title="\x1b[2Jwiped")
    event = evolve(made_by_hand.events[0], summary="red \x1b[31m\nline")
    table = event_table(evolve(made_by_hand, article=article, events=(event,)))
    assert "\x1b" not in table
    assert r"\x1b[2Jwiped" in table
    assert r"red \x1b[31m line" in table


def test_one_row_for_the_same_words_at_the_same_time(made_by_hand: Timeline) -> None:
    first, second = made_by_hand.events
    twin = evolve(first, id="twin", lemma="plan")
    assert event_table(evolve(made_by_hand, events=(first, twin, second))) == EVENTS
