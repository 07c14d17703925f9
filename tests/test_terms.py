"""The closed sets of strings are those of the documented JSON form, of the language's tables, and of what is read."""

from __future__ import annotations

from typing import Any, get_args

import attrs
import pytest

from timeline import Event, Participant, Span, terms
from timeline.languages.en.events import EVENTS
from timeline.languages.meaning import Meaning
from timeline.serialization.structuring import structure


def _enumerated(schema: dict[str, Any], definition: str) -> dict[str, set[Any]]:
    fields = schema["$defs"][definition]["properties"]
    return {name: set(field["enum"]) - {None} for name, field in fields.items() if "enum" in field}


def test_the_schema_names_the_terms_of_events(schema: dict[str, Any]) -> None:
    assert _enumerated(schema, "event") == {
        "event_class": set(get_args(terms.EventClass)),
        "tense": set(get_args(terms.Tense)),
        "aspect": set(get_args(terms.Aspect)),
        "polarity": set(get_args(terms.Polarity)),
        "factuality": set(get_args(terms.Factuality)),
        "relation_to_publication": set(get_args(terms.PublicationRelation)),
        "placed_by": set(get_args(terms.PlacedBy)),
    }
    role = schema["$defs"]["event"]["properties"]["participants"]["items"]["properties"]["role"]
    assert set(role["enum"]) == set(get_args(terms.Role))


def test_the_schema_names_the_terms_of_expressions(schema: dict[str, Any]) -> None:
    assert _enumerated(schema, "expression") == {
        "kind": set(get_args(terms.ExpressionKind)),
        "mod": set(get_args(terms.Modifier)),
    }


@pytest.mark.parametrize(
    ("table", "term"),
    [
        ("noun_classes", terms.EventClass),
        ("modals", terms.ModalMeaning),
        ("subordinators", terms.ClauseRelation),
        ("gerund_signals", terms.ClauseRelation),
        ("noun_signals", terms.ClauseRelation),
        ("time_signals", terms.TimeBound),
    ],
)
def test_tables_of_words_hold_terms(table: str, term: object) -> None:
    said = set(getattr(EVENTS, table).values())
    assert said, table
    assert said <= set(get_args(term))


def test_a_row_of_the_grammar_cannot_name_another_modifier() -> None:
    assert Meaning("DATE", mod="MID").mod == "MID"
    assert Meaning("DATE", mod="EQUAL").mod is None  # "exactly": TIMEX3 has no word for it
    with pytest.raises(ValueError, match="no modifier of TIMEX3: 'MIDDLE'"):
        attrs.evolve(Meaning("DATE"), mod="MIDDLE")


def test_results_of_a_later_version_can_be_read() -> None:
    event = Event(
        "e", Span("rose", 0, 4), "rise", "rose", "OCCURRENCE", participants=(Participant("agent", "x", 0, 1, "x"),)
    )
    form = event.to_dict() | {"tense": "AORIST"}
    assert structure(form, Event).tense == "AORIST"
    assert structure(event.to_dict(), Event) == event
