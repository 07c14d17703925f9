from __future__ import annotations

import pickle
from collections.abc import Iterator
from typing import Any

import jsonschema
import pytest

import timeline
from timeline import (
    Article,
    ArticleError,
    BatchError,
    Extractor,
    Failure,
    InputError,
    Instant,
    Limits,
    ModelError,
    PublicationDateError,
    Timeline,
)
from timeline.events import extraction
from timeline.expressions import finder
from timeline.syntax.parser import Parser

TEXT = "The council approved the plan on Friday. Work will begin next month. It had failed in May 2019."


@pytest.fixture(scope="module")
def result() -> Timeline:
    return timeline.extract(TEXT, published="2024-03-15")


def test_extract_gives_events_and_expressions(result: Timeline) -> None:
    assert result.article == Article(TEXT, "2024-03-15")
    assert {found.text for found in result.expressions} == {"Friday", "next month", "May 2019"}
    assert {event.lemma for event in result} >= {"approve", "begin", "fail"}
    assert result.provenance.library == timeline.__version__
    assert result.provenance.syntax_model


def test_events_come_in_order(result: Timeline) -> None:
    lemmas = [event.lemma for event in result]
    assert lemmas.index("fail") < lemmas.index("approve") < lemmas.index("begin")


def test_offsets_are_true(result: Timeline) -> None:
    spans = [found.span for found in result.expressions] + [event.trigger for event in result]
    assert all(TEXT[span.start : span.end] == span.text for span in spans)


def test_the_result_is_the_json_we_document(result: Timeline, schema: object) -> None:
    jsonschema.validate(result.to_dict(), schema, cls=jsonschema.Draft202012Validator)
    assert Timeline.from_json(result.to_json()) == result


def test_extract_takes_texts_articles_and_mappings(result: Timeline) -> None:
    extractor = Extractor()
    assert extractor.extract(TEXT, "15 March 2024") == result
    assert extractor.extract(Article(TEXT, "2024-03-15")) == result
    assert extractor.extract({"text": TEXT, "published": "2024-03-15"}) == result


def test_a_date_given_wins_over_the_article_s() -> None:
    extractor = Extractor()
    article = Article("on Friday", "2022-07-22")
    assert extractor.tag(article, "2024-03-15").article.published == Instant.of(2024, 3, 15)
    assert extractor.tag(article).article.published == Instant.of(2022, 7, 22)


def test_tag_gives_expressions_alone() -> None:
    tagged = Extractor().tag(TEXT, "2024-03-15")
    assert [found.text for found in tagged.expressions] == ["Friday", "next month", "May 2019"]
    assert (tagged.events, tagged.provenance.syntax_model) == ((), None)


def test_find_times_is_the_extractor_s() -> None:
    assert timeline.find_times(TEXT, "2024-03-15") == Extractor().find_times(TEXT, "2024-03-15")


def test_many_is_one_by_one(result: Timeline) -> None:
    extractor = Extractor()
    articles = [Article(TEXT, "2024-03-15"), {"text": ""}, "It rained in 2019."]
    assert list(extractor.extract_many(articles)) == [extractor.extract(article) for article in articles]
    assert next(extractor.extract_many(articles)) == result


def test_many_reads_ahead_one_batch_at_most(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.syntax.parser.BATCH_CHARACTERS", 5)
    taken = []

    def articles() -> Iterator[str]:
        for text in ("one", "two", "three"):
            taken.append(text)
            yield text

    timelines = Extractor().extract_many(articles())
    assert taken == []
    next(timelines)
    assert taken == ["one", "two"]


def test_many_names_the_position_of_a_fault() -> None:
    timelines = Extractor().extract_many(["It rained.", {"text": 3}])  # type: ignore[dict-item]
    next(timelines)
    with pytest.raises(ArticleError, match="article 1: an article's text must be str, not int"):
        next(timelines)
    with pytest.raises(PublicationDateError, match="article 0: published 'soon'"):
        next(Extractor().extract_many([{"text": "x", "published": "soon"}]))


def test_worker_processes_give_the_same() -> None:
    articles = [Article(TEXT, "2024-03-15"), {"text": ""}, "It rained in 2019."] * 6
    extractor = Extractor()
    assert list(extractor.extract_many(articles, workers=1)) == list(extractor.extract_many(articles))


@pytest.mark.parametrize("workers", [None, 2])
def test_failures_stand_in_their_places(workers: int | None) -> None:
    articles = [{"id": 1, "text": 3}, "in May 2019", "x" * 101, "in 2020", {"text": "", "published": "soon"}]
    limits = Limits(characters=100)
    found = list(Extractor().tag_many(articles, workers=workers, on_error="yield", limits=limits))
    assert [each.article.text if isinstance(each, Timeline) else str(each) for each in found] == [
        "article 0 ('1') failed at read: ArticleError: an article's text must be str, not int",
        "in May 2019",
        "article 2 failed at size: SizeLimit: 101 characters, the limit is 100",
        "in 2020",
        str(found[4]),
    ]
    assert isinstance(found[4], Failure)
    assert (found[4].position, found[4].stage, found[4].error) == (4, "read", "PublicationDateError")


@pytest.mark.parametrize("workers", [None, 1])
def test_failures_are_raised_unless_asked_for(workers: int | None) -> None:
    with pytest.raises(ArticleError, match="article 1: an article's text"):
        list(Extractor().tag_many(["in 2020", {"text": 3}], workers=workers))
    with pytest.raises(BatchError, match="article 0 failed at size"):
        list(Extractor().tag_many(["x" * 101], workers=workers, limits=Limits(characters=100)))
    with pytest.raises(BatchError, match="article 1 failed at size: SizeLimit: 101 characters"):
        list(Extractor().extract_many(["in 2020", "x" * 101], workers=workers, limits=Limits(characters=100)))


@pytest.mark.parametrize("workers", [None, 1])
def test_limits_can_be_wider_than_those_by_default(workers: int | None) -> None:
    limits = Limits(characters=None)
    (found,) = Extractor().extract_many(["\n" * 1_000_001 + "in 2020"], workers=workers, limits=limits)
    assert [each.text for each in found.expressions] == ["2020"]


def test_what_to_do_on_errors_is_one_of_two() -> None:
    with pytest.raises(InputError, match="on_error must be 'raise' or 'yield', not 'skip'"):
        next(Extractor().extract_many(["in 2020"], on_error="skip"))  # type: ignore[call-overload]


def test_a_missing_model_is_no_failure_of_an_article() -> None:
    for workers in (None, 1):
        with pytest.raises(ModelError, match="no-such-model"):
            list(Extractor(syntax="no-such-model").extract_many(["It rained."], workers=workers, on_error="yield"))


@pytest.mark.parametrize("given", [None, b"bytes", 3, ["text"]])
def test_what_is_no_article(given: object) -> None:
    with pytest.raises(ArticleError, match=type(given).__name__):
        Extractor().tag(given)  # type: ignore[arg-type]


def test_configuration_is_all_that_is_pickled() -> None:
    extractor = Extractor().load()
    pickled = pickle.dumps(extractor)
    assert len(pickled) < 1_000
    assert pickle.loads(pickled) == extractor  # noqa: S301 - our own


def test_unknown_settings_are_named() -> None:
    with pytest.raises(InputError, match="xx"):
        Extractor(language="xx").find_times("in May")
    with pytest.raises(ModelError, match="no-such-model"):
        Extractor(syntax="no-such-model").load()


def test_a_date_with_an_abbreviated_month_ends_no_sentence() -> None:
    text = "The record was set on Aug. 6 by a runner from Leeds. She is expected back by Jan. 14."
    found = Extractor().extract(text, "2022-07-22")
    assert {event.sentence for event in found.events} == {0, 1}
    assert list(Extractor().extract_many([{"text": text, "published": "2022-07-22"}])) == [found]


BROKEN = "The wall fell on Friday."
FAULT = "out of order"


@pytest.fixture(params=["times", "syntax", "events"])
def broken(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Make the library fail on one text, at one step."""
    find, place, analyse = finder.find_times, extraction.extract_events, Parser._analyse

    def found(text: str, *others: Any, **more: Any) -> Any:
        if text == BROKEN:
            raise KeyError(FAULT)
        return find(text, *others, **more)

    def placed(article: Article, *others: Any) -> Any:
        if article.text == BROKEN:
            raise InputError(FAULT)
        return place(article, *others)

    def analysed(parser: Parser, pending: Any) -> Any:
        if any(reading.text == BROKEN for reading, _ in pending):
            raise ZeroDivisionError(FAULT)
        return analyse(parser, pending)

    if request.param == "times":
        monkeypatch.setattr(finder, "find_times", found)
    elif request.param == "events":
        monkeypatch.setattr(extraction, "extract_events", placed)
    else:
        monkeypatch.setattr(Parser, "_analyse", analysed)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_names_the_article() -> None:
    with pytest.raises(Exception, match=FAULT) as caught:
        Extractor().extract(Article(BROKEN, "2024-03-15", id="a7"))
    assert any("id='a7'" in note and BROKEN in note for note in caught.value.__notes__)


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_is_that_article_s_failure() -> None:
    articles = [Article("It rained."), Article(BROKEN, id="a7"), Article("It snowed.")]
    first, failure, last = Extractor().extract_many(articles, on_error="yield")
    assert isinstance(failure, Failure)
    assert (failure.position, failure.id, failure.stage) == (1, "a7", "extract")
    assert failure.error in {"KeyError", "InputError", "ZeroDivisionError"}
    assert FAULT in failure.message
    assert [each.article for each in (first, last) if isinstance(each, Timeline)] == [articles[0], articles[2]]


@pytest.mark.usefixtures("broken")
def test_a_fault_of_ours_ends_a_batch_by_name() -> None:
    timelines = Extractor().extract_many([Article("It rained."), Article(BROKEN, id="a7"), Article("It snowed.")])
    assert next(timelines).article.text == "It rained."
    with pytest.raises(BatchError, match=r"article 1 \('a7'\) failed at extract: \w+Error: .*out of order"):
        next(timelines)


@pytest.mark.parametrize("broken", ["times"], indirect=True)
@pytest.mark.usefixtures("broken")
def test_a_fault_in_tagging_is_named_too() -> None:
    with pytest.raises(KeyError) as caught:
        Extractor().tag(Article(BROKEN, id="a7"))
    assert any("id='a7'" in note for note in caught.value.__notes__)
    with pytest.raises(BatchError, match=r"article 1 \('a7'\) failed at times: KeyError"):
        list(Extractor().tag_many(["in May", Article(BROKEN, id="a7")]))
    (failure,) = Extractor().tag_many([Article(BROKEN, id="a7")], on_error="yield")
    assert isinstance(failure, Failure)
    assert failure.id == "a7"


def test_what_the_caller_s_articles_raise_stays_as_it_is() -> None:
    def articles() -> Iterator[str]:
        yield "It rained."
        raise OSError(FAULT)

    timelines = Extractor().extract_many(articles())
    next(timelines)
    with pytest.raises(OSError, match=FAULT):
        next(timelines)


def test_where_only_a_batch_fails_nothing_is_lost(monkeypatch: pytest.MonkeyPatch) -> None:
    analyse = Parser._analyse

    def analysed(parser: Parser, pending: Any) -> Any:
        if len(pending) > 1:
            raise RuntimeError(FAULT)
        return analyse(parser, pending)

    monkeypatch.setattr("timeline.syntax.parser.BATCH_CHARACTERS", 20)
    monkeypatch.setattr(Parser, "_analyse", analysed)
    texts = ["It rained.", "It snowed.", "It hailed.", "It froze."]
    assert [each.article.text for each in Extractor().extract_many(texts)] == texts
