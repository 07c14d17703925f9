from __future__ import annotations

import datetime as dt
import json
from typing import Any

import jsonschema
import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline import (
    Alternative,
    Article,
    ArticleError,
    Bound,
    Event,
    Granularity,
    InputError,
    Instant,
    Interval,
    Kind,
    Participant,
    Span,
    TemporalExpression,
    Timeline,
)
from timeline.timelines import Provenance

instants = st.builds(
    Instant,
    st.integers(-1_000_000, 4_000_000),
    st.just(0) | st.integers(0, 86_399),
    st.none() | st.integers(-14 * 60, 14 * 60),
)


@st.composite
def bounds(draw: st.DrawFn) -> Bound:
    ends = sorted(draw(st.lists(instants, min_size=2, max_size=2)))
    return Bound(draw(st.sampled_from([None, ends[0]])), draw(st.sampled_from([None, ends[1]])))


@st.composite
def intervals(draw: st.DrawFn) -> Interval:
    begin, end = draw(bounds()), draw(bounds())
    if begin.earliest is not None and end.latest is not None and end.latest < begin.earliest:
        begin, end = end, begin
    if begin.earliest is not None and end.latest is not None and end.latest < begin.earliest:
        begin = Bound()
    return Interval(begin, end, draw(st.sampled_from(Granularity)))


# A high surrogate before a low one is, in JSON, one character: JSON cannot tell them apart.
texts = st.text(st.characters(exclude_categories=()), max_size=20).filter(
    lambda text: text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "surrogatepass") == text
)
optional_texts = st.none() | texts
offsets = st.integers(0, 2**63 - 1)
confidences = st.floats(0, 1)
spans = st.builds(Span, texts, offsets, offsets)
alternatives = st.builds(Alternative, texts, st.none() | intervals(), confidences)
simple = st.builds(
    TemporalExpression,
    text=texts,
    start=offsets,
    end=offsets,
    kind=st.sampled_from(Kind),
    value=texts,
    interval=st.none() | intervals(),
    mod=optional_texts,
    quant=optional_texts,
    freq=optional_texts,
    signal=st.none() | spans,
    rrule=optional_texts,
    confidence=confidences,
    alternatives=st.lists(alternatives, max_size=2).map(tuple),
    reason=texts,
)
expressions = simple | st.builds(lambda whole, *ends: evolve(whole, ends=ends), simple, simple, simple)
participants = st.builds(Participant, texts, texts, offsets, offsets, texts)


@st.composite
def timelines(draw: st.DrawFn) -> Timeline:
    article = Article(draw(texts), draw(st.none() | instants), draw(optional_texts), draw(optional_texts))
    found = tuple(draw(st.lists(expressions, max_size=3)))
    events = st.builds(
        Event,
        id=texts,
        trigger=spans,
        lemma=texts,
        summary=texts,
        event_class=texts,
        modality=optional_texts,
        participants=st.lists(participants, max_size=2).map(tuple),
        when=st.none() | intervals(),
        several_days=st.none() | st.booleans(),
        rrule=optional_texts,
        rank=offsets,
        expressions=st.lists(st.integers(0, len(found) - 1), max_size=2).map(tuple) if found else st.just(()),
        confidence=confidences,
        article=st.just(article.id),
        reason=texts,
    )
    return Timeline(article, found, tuple(draw(st.lists(events, max_size=3))), Provenance(draw(texts)))


@given(timelines())
def test_json_round_trip(timeline: Timeline) -> None:
    text = timeline.to_json()
    assert text.isascii()
    assert "\n" not in text
    assert Timeline.from_json(text) == timeline


@given(timelines(), timelines())
def test_reading_keeps_the_form(one: Timeline, other: Timeline) -> None:
    data = one.to_dict()
    assert Timeline.from_dict(data).to_dict() == data
    assert (one == other) == (Timeline.from_dict(data) == other)


def test_expressions_written_before_there_were_ends(made_by_hand: Timeline) -> None:
    data = made_by_hand.to_dict()
    for each in data["expressions"]:
        assert each.pop("ends") == []
    assert Timeline.from_dict(data) == made_by_hand


@pytest.mark.parametrize("count", [1, 3])
def test_a_range_has_two_ends(made_by_hand: Timeline, schema: dict[str, Any], count: int) -> None:
    data = made_by_hand.to_dict()
    data["expressions"][0]["ends"] = [data["expressions"][1]] * count
    with pytest.raises(ArticleError, match=r"two ends.*\$\.expressions\[0\]"):
        Timeline.from_dict(data)
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)


def test_indices_and_sizes(made_by_hand: Timeline) -> None:
    assert len(made_by_hand) == 2
    assert [event.lemma for event in made_by_hand] == ["approve", "begin"]
    assert repr(made_by_hand) == "<Timeline of 'wall' (2024-03-15): 2 events, 2 expressions>"


def test_json_keys_are_those_of_the_contract(made_by_hand: Timeline) -> None:
    data = made_by_hand.to_dict()
    assert list(data) == ["format_version", "article", "expressions", "events", "provenance"]
    assert data["format_version"] == 1
    assert data["events"][0]["when"]["begin"] == {"earliest": "2024-03-15", "latest": "2024-03-16"}
    assert json.loads(made_by_hand.to_json(indent=2)) == data


def test_validates_against_the_schema(made_by_hand: Timeline, schema: dict[str, Any]) -> None:
    jsonschema.validate(made_by_hand.to_dict(), schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "value"),
    [
        (("format_version",), 2),
        (("events", 0, "tense"), "past"),
        (("events", 0, "rank"), "0"),
        (("events", 0, "when", "granularity"), "fortnight"),
        (("events", 0, "when", "begin", "earliest"), "22 July 2022"),
        (("expressions", 0, "kind"), "date"),
        (("expressions", 0, "start"), -1),
        (("expressions", 0, "anchor"), "yesterday"),
    ],
)
def test_the_schema_is_strict(
    made_by_hand: Timeline, schema: dict[str, Any], path: tuple[str | int, ...], value: object
) -> None:
    data: Any = json.loads(made_by_hand.to_json())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(data, schema, cls=jsonschema.Draft202012Validator)


@pytest.mark.parametrize(
    ("path", "value", "told"),
    [
        (("article",), 5, r"expected an object, got 5 @ \$\.article"),
        (("article", "published"), "soon", r"'soon'.*@ \$\.article\.published"),
        (("expressions",), "abc", r"expected a list, got 'abc' @ \$\.expressions"),
        (("expressions", 1, "kind"), "EPOCH", r"a Kind must be 'DATE', .*, not 'EPOCH' @ \$\.expressions\[1\]\.kind"),
        (("expressions", 0, "start"), "3", r"expected int, got '3' @ \$\.expressions\[0\]\.start"),
        (("expressions", 0, "start"), True, r"expected int, got True"),
        (("expressions", 0, "text"), 7, r"expected str, got 7"),
        (("events", 0, "confidence"), None, r"expected a number, got None @ \$\.events\[0\]\.confidence"),
        (("events", 0, "when", "end", "latest"), "2024-02-30", r"no such day.*when\.end\.latest"),
        (("events", 0, "when", "end", "latest"), "2024-03-01", r"cannot be at"),
        (("events", 1, "expressions"), [2], r"no such expression: .2,. @ \$\.events\[1\]\.expressions"),
        (("format_version",), 2, "format_version 2 cannot be read"),
    ],
)
def test_wrong_shapes_are_named(made_by_hand: Timeline, path: tuple[str | int, ...], value: object, told: str) -> None:
    data: Any = json.loads(made_by_hand.to_json())
    place = data
    for step in path[:-1]:
        place = place[step]
    place[path[-1]] = value
    with pytest.raises(ArticleError, match=told):
        Timeline.from_dict(data)


def test_missing_and_unknown_keys(made_by_hand: Timeline) -> None:
    data: Any = json.loads(made_by_hand.to_json())
    data["later"] = data["events"][0]["later"] = data["article"]["later"] = {"a": 1}
    assert Timeline.from_dict(data) == made_by_hand
    del data["events"][0]["trigger"]["end"]
    with pytest.raises(ArticleError, match=r"required field missing @ \$\.events\[0\]\.trigger\.end"):
        Timeline.from_dict(data)


@pytest.mark.parametrize("text", ["", "{", "[]", "3", '{"a":}', "[" * 100_000, b"\xff", "1" * 5_000])
def test_what_is_no_timeline(text: str | bytes) -> None:
    with pytest.raises(ArticleError):
        Timeline.from_json(text)


def lemmas(timeline: Timeline) -> list[str]:
    return [event.lemma for event in timeline]


def test_between(made_by_hand: Timeline) -> None:
    assert lemmas(made_by_hand.between("2024-03-15", "2024-03-16")) == ["approve"]
    assert lemmas(made_by_hand.between("2024-04-10", "2024-04-11")) == ["begin"]
    assert lemmas(made_by_hand.between("2024-04-10", "2024-04-11", certain=True)) == []
    assert lemmas(made_by_hand.between(None, "2024-05-01", certain=True)) == ["approve", "begin"]
    assert lemmas(made_by_hand.between("2024-03-16", None)) == ["begin"]
    assert lemmas(made_by_hand.between("2024-03-16", "2024-04-01")) == []
    assert made_by_hand.between(None, None) == made_by_hand


def test_between_refuses_a_reversed_period(made_by_hand: Timeline) -> None:
    with pytest.raises(InputError, match="end comes before the begin"):
        made_by_hand.between("2024-04-01", "2024-03-01")


def test_relations_are_those_of_the_ranks() -> None:
    trigger = Span("met", 5, 8)
    events = tuple(
        Event(name, trigger, "meet", "They met", "OCCURRENCE", rank=rank)
        for name, rank in (("a0", 0), ("b1", 1), ("c1", 1))
    )
    timeline = Timeline(Article("They met."), (), events, Provenance("0"))
    assert timeline.relation(events[0], events[1]) == "before"
    assert timeline.relation("c1", "a0") == "after"
    assert timeline.relation("b1", "c1") is None
    with pytest.raises(InputError, match="no event 'd2'"):
        timeline.relation("a0", "d2")


def test_tables_of_a_timeline(made_by_hand: Timeline) -> None:
    pytest.importorskip("pyarrow")
    events, expressions = made_by_hand.to_arrow(), made_by_hand.to_arrow("expressions")
    assert events.column("lemma").to_pylist() == ["approve", "begin"]
    assert events.column("article").to_pylist() == ["wall", "wall"]
    for table in (events, expressions):  # an article alone has no place among others
        assert table.column("position").to_pylist() == [None, None]
    assert expressions.column("value").to_pylist() == ["2024-03-15", "2024-04"]
    with pytest.raises(InputError, match="not 'articles'"):
        made_by_hand.to_arrow("articles")


def test_frames_of_a_timeline(made_by_hand: Timeline) -> None:
    pytest.importorskip("pyarrow")
    pytest.importorskip("pandas")
    frame = made_by_hand.to_pandas()
    assert list(frame["several_days"].isna()) == [False, True]
    assert frame["participants"][0][0]["role"] == "theme"
    pytest.importorskip("polars")
    frame = made_by_hand.to_polars("expressions")
    assert frame["first_day"].to_list() == [dt.date(2024, 3, 15), dt.date(2024, 4, 1)]
