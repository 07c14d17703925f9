from __future__ import annotations

from timeline import Kind, TemporalExpression
from timeline.evaluation.tasks import annotated_events, annotated_expressions, found_expressions
from timeline.formats.timeml import EventMention, Timex


def mentions(*polarities: str | None) -> list[EventMention]:
    return [EventMention("ran", 4 * at, 4 * at + 3, "STATE", polarity=one) for at, one in enumerate(polarities)]


def test_both_sides_have_the_same_labels() -> None:
    annotated = annotated_expressions([Timex("2019", 3, 7, "DATE", "2019", mod="END")])
    assert annotated == found_expressions([TemporalExpression("2019", 3, 7, Kind.DATE, "2019", mod="END")])
    assert annotated[0].labels == {"type": "DATE", "value": "2019"}


def test_what_is_not_given_is_not_among_the_labels() -> None:
    assert annotated_expressions([Timex("now", 0, 3, None, None)])[0].labels == {}
    assert annotated_events([EventMention("ran", 0, 3, "STATE")])[0].labels == {"class": "STATE"}


def test_the_order_is_that_of_the_text() -> None:
    late, early = Timex("May", 9, 12, "DATE", "2019-05"), Timex("2019", 0, 4, "DATE", "2019")
    assert [mark.text for mark in annotated_expressions([late, early])] == ["2019", "May"]


def test_a_document_that_is_negated_throughout_has_no_plausible_polarity() -> None:
    reversed_ = annotated_events(mentions(*["NEG"] * 9, "POS"))
    assert {mark.label("polarity") for mark in reversed_} == {"NEG", "POS"}
    assert {mark.label("plausible polarity") for mark in reversed_} == {""}


def test_other_documents_have_it() -> None:
    for polarities in (["NEG"] * 9, ["NEG", "POS"] * 5, ["POS"] * 20):
        marks = annotated_events(mentions(*polarities))
        assert [mark.label("plausible polarity") for mark in marks] == polarities
