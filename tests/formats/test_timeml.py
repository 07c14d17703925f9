from __future__ import annotations

from xml.etree import ElementTree as ET

from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline import Article, Kind, Span, TemporalExpression, Timeline
from timeline.events.event import Event
from timeline.formats.timeml import to_timeml
from timeline.timelines import Provenance


def parse(timeline: Timeline) -> ET.Element:
    return ET.fromstring(to_timeml(timeline).encode())


def test_the_document(made_by_hand: Timeline) -> None:
    document = parse(made_by_hand)
    assert document.tag == "TimeML"
    assert document.findtext("DOCID") == "wall"
    assert document.findtext("TITLE") == "Kestrel Bay & its wall"
    creation = document.find("DCT/TIMEX3")
    assert creation is not None
    assert creation.attrib == {
        "tid": "t0",
        "type": "DATE",
        "value": "2024-03-15",
        "temporalFunction": "false",
        "functionInDocument": "CREATION_TIME",
    }


def test_the_text_stays_whole(made_by_hand: Timeline) -> None:
    text = parse(made_by_hand).find("TEXT")
    assert text is not None
    assert "".join(text.itertext()) == made_by_hand.article.text


def test_expressions_and_events_are_tagged(made_by_hand: Timeline) -> None:
    document = parse(made_by_hand)
    timexes = [(found.text, dict(found.attrib)) for found in document.findall("TEXT/TIMEX3")]
    assert [text for text, _ in timexes] == ["Friday", "next month"]
    assert timexes[1][1] == {
        "tid": "t2",
        "type": "DATE",
        "value": "2024-04",
        "mod": "START",
        "temporalFunction": "true",
        "anchorTimeID": "t0",
        "functionInDocument": "NONE",
    }
    events = [(found.text, found.get("eid"), found.get("class")) for found in document.findall("TEXT/EVENT")]
    assert events == [("approved", "e1", "OCCURRENCE"), ("begin", "e2", "ASPECTUAL")]
    instances = [
        (made.get("eventID"), made.get("tense"), made.get("modality")) for made in document.iter("MAKEINSTANCE")
    ]
    assert instances == [("e1", "PAST", None), ("e2", "FUTURE", "will")]


def test_an_expression_can_lean_on_another(made_by_hand: Timeline) -> None:
    first, second = made_by_hand.expressions
    leaning = evolve(made_by_hand, expressions=(first, evolve(second, anchor="expression 0")))
    assert [found.get("anchorTimeID") for found in parse(leaning).findall("TEXT/TIMEX3")] == ["t0", "t1"]


def test_overlapping_tags_do_not_nest() -> None:
    text = "next year's exercise"
    found = TemporalExpression(text[:9], 0, 9, Kind.DATE, "2025")
    event = Event("e", Span.of(text, 5, 20), "exercise", text, "OCCURRENCE")
    document = parse(Timeline(Article(text), (found,), (event,), Provenance("0")))
    assert [element.tag for element in document.iter()] == ["TimeML", "DOCID", "TEXT", "TIMEX3"]


@given(st.text(st.characters(exclude_categories=())))
def test_any_text_is_well_formed_and_keeps_its_offsets(text: str) -> None:
    found = (TemporalExpression(text[:2], 0, 2, Kind.DATE, text[:5], quant=text[:3]),) if len(text) > 1 else ()
    body = parse(Timeline(Article(text, title=text, id=text), found, (), Provenance("0"))).find("TEXT")
    assert body is not None
    written = "".join(body.itertext())
    assert len(written) == len(text)
    assert all(now in {was, "\ufffd"} for was, now in zip(text, written, strict=True))


def test_what_a_terminal_would_act_upon_is_written_as_references(made_by_hand: Timeline) -> None:
    text = made_by_hand.article.text + "\x7f\x9b2J\u202eevil\u2066"
    timeline = evolve(made_by_hand, article=evolve(made_by_hand.article, text=text, title="\u202e\x85"))
    written = to_timeml(timeline)
    assert not set(written) & set("\x7f\x85\x9b\u202e\u2066")
    document = parse(timeline)
    found = document.find("TEXT")
    assert found is not None
    assert "".join(found.itertext()) == text
    assert document.findtext("TITLE") == "\u202e\x85"
