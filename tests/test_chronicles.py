"""Several articles put together: events told twice, their sources, questions to the whole."""

from __future__ import annotations

import itertools

import pytest
from attrs import evolve

import timeline
from timeline import Article, Chronicle, Failure, Happening, InputError, Timeline, merge
from timeline.timelines import Provenance

FIRST = Article(
    "The Greek ferry Aurora sank near Rhodes on Tuesday, killing 12 people. Police arrested her captain on Wednesday.",
    "2022-07-21",
    id="first",
)
SECOND = Article(
    "Police questioned the owners of the ferry Aurora on Thursday. The ferry sank near Rhodes on 19 July.",
    "2022-07-22",
    id="second",
)
THIRD = Article("The ferry Boreas sank near Crete on 19 July 2021.", "2022-07-22", id="third")


@pytest.fixture(scope="module")
def timelines() -> list[Timeline]:
    return list(timeline.Extractor().extract_many([FIRST, SECOND, THIRD]))


def sinkings(chronicle: Chronicle) -> list[Happening]:
    return [each for each in chronicle if each.events[0].lemma == "sink"]


def test_an_event_told_twice_is_one_happening_with_its_sources(timelines: list[Timeline]) -> None:
    told = next(each for each in sinkings(merge(timelines)) if len(each.events) > 1)
    assert set(told.articles) == {"first", "second"}
    assert told.when is not None
    assert told.when.edtf == "2022-07-19"


def test_another_day_is_another_event(timelines: list[Timeline]) -> None:
    days = {each.when.edtf for each in sinkings(merge(timelines)) if each.when is not None}
    assert days == {"2022-07-19", "2021-07-19"}


def test_timelines_are_taken_once(timelines: list[Timeline]) -> None:
    articles = [FIRST, SECOND, THIRD]
    assert merge(timeline.Extractor().extract_many(articles)) == merge(timelines)
    assert merge(each for each in timelines) == merge(tuple(timelines)) == merge(timelines)
    assert merge(iter([])) == merge([])


def test_what_is_no_timelines_is_refused(timelines: list[Timeline]) -> None:
    failure = Failure(1, "a", "read", "ArticleError", "no text")
    for given, told in [
        (timelines[0], "merge takes several timelines, not one Timeline: put it in a list"),
        (merge(timelines), "merge takes several timelines, not one Chronicle"),
        ("text", "not one str"),
        ({"a": timelines[0]}, "not one dict"),
        (3, "not int: give a list"),
        ([timelines[0], failure], "merge: 1 is a Failure .*: leave those out"),
        ([timelines[0], None], "merge: 1 must be Timeline, not None"),
        ([[timelines[0]]], "merge: 0 must be Timeline"),
    ]:
        with pytest.raises(InputError, match=told):
            merge(given)  # type: ignore[arg-type]


def test_no_event_is_lost(timelines: list[Timeline]) -> None:
    told = sorted(event.id for each in timelines for event in each)
    assert sorted(event.id for happening in merge(timelines) for event in happening.events) == told


def test_ids_and_groups_do_not_depend_on_the_order_of_articles(timelines: list[Timeline]) -> None:
    expected = {each.id for each in merge(timelines)}
    for order in itertools.permutations(timelines):
        assert {each.id for each in merge(order)} == expected


def test_in_the_order_of_the_calendar(timelines: list[Timeline]) -> None:
    known = [
        each.when.earliest for each in merge(timelines) if each.when is not None and each.when.earliest is not None
    ]
    assert known == sorted(known)


def test_about(timelines: list[Timeline]) -> None:
    assert [event.lemma for event in timelines[2].about("boreas")] == ["sink"]
    assert len(timelines[2].about("Aurora")) == 0
    assert len(timelines[2].about("Bore")) == 0
    assert {each.events[0].article for each in merge(timelines).about("Boreas")} == {"third"}
    with pytest.raises(InputError, match="empty"):
        timelines[0].about(" ")


def test_between(timelines: list[Timeline]) -> None:
    kept = merge(timelines).between("2021-01-01", "2022-01-01", certain=True)
    assert [each.events[0].article for each in kept] == ["third"]


def test_denied_is_not_the_same_as_told() -> None:
    said = "The minister visited Rhodes on Tuesday."
    denied = "The minister did not visit Rhodes on Tuesday."
    both = timeline.Extractor().extract_many([Article(text, "2022-07-21", id=text) for text in (said, denied)])
    assert all(len(each.events) == 1 for each in merge(list(both)))


def test_languages_are_not_mixed(timelines: list[Timeline]) -> None:
    german = evolve(timelines[0], provenance=Provenance("0", "de"))
    with pytest.raises(InputError, match="de, en"):
        merge([timelines[0], german])


def test_nothing_merges_to_nothing() -> None:
    assert len(merge([])) == 0


def test_json(timelines: list[Timeline]) -> None:
    form = merge(timelines).to_dict()
    assert [article["id"] for article in form["articles"]] == ["first", "second", "third"]
    assert merge(timelines).to_json().startswith('{"format_version": 1')
    assert all(source["article"] for each in form["happenings"] for source in each["sources"])
