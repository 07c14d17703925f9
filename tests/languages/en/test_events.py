"""The tables of English words: sorted, in lower case, of classes that are known."""

from __future__ import annotations

import attrs
import pytest

from timeline.languages.en.events import EVENTS, TABLES
from timeline.languages.event_lexicon import EventLexicon, classes_in

ROWS = {name: [line for line in table.splitlines() if not line.startswith("#")] for name, table in TABLES.items()}


@pytest.mark.parametrize("name", TABLES)
def test_rows_are_sorted_and_in_lower_case(name: str) -> None:
    words = [row.rpartition(": ")[0] for row in ROWS[name]]
    assert words == sorted(words)
    assert words == [word.lower() for word in words]


@pytest.mark.parametrize("name", TABLES)
def test_a_row_names_its_classes_in_the_order_of_the_lexicon(name: str) -> None:
    order = [field.name for field in attrs.fields(EventLexicon)]
    for row in ROWS[name]:
        classes = [each.partition("=")[0] for each in row.rpartition(": ")[2].split()]
        assert classes == sorted(set(classes), key=order.index), row


def test_every_class_has_words() -> None:
    empty = [field.name for field in attrs.fields(EventLexicon) if not getattr(EVENTS, field.name)]
    assert empty == []


def test_a_class_that_the_engine_does_not_know_is_refused() -> None:
    with pytest.raises(TypeError, match="reportting"):
        attrs.evolve(EVENTS, **classes_in(["say: reportting"]))


def test_a_verb_of_reporting_is_known_by_its_row() -> None:
    assert "say" in EVENTS.reporting
    assert "say" not in EVENTS.aspectual
    assert EVENTS.time_signals["no later than"] == "by"
    assert EVENTS.noun_classes["war"] == "STATE"
