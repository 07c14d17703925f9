"""Tables of words and their lexical classes."""

from __future__ import annotations

import pytest

from timeline.languages.event_lexicon import classes_in


def test_a_row_names_the_classes_of_a_word_with_values_where_they_have_some() -> None:
    read = classes_in(["# signals\n\nno later than: time_signals=by\nafter: event_prepositions time_signals=after\n"])
    assert read == {
        "time_signals": {"no later than": "by", "after": "after"},
        "event_prepositions": frozenset({"after"}),
    }


def test_a_word_may_have_a_row_in_each_of_several_tables() -> None:
    assert classes_in(["report: reporting", "report: event_nouns"]) == {
        "reporting": frozenset({"report"}),
        "event_nouns": frozenset({"report"}),
    }


@pytest.mark.parametrize("table", ["say", "say:", ": reporting", "say: reporting\nsay: aspectual"])
def test_a_row_that_says_nothing_or_says_it_twice_is_refused(table: str) -> None:
    with pytest.raises(ValueError, match="a row is"):
        classes_in([table])
