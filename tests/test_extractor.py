from __future__ import annotations

import json
import pickle
import re
from collections import deque
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import jsonschema
import pandas as pd
import polars as pl
import pyarrow as pa
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
    UnknownLanguageError,
    timex3s,
)
from timeline.events import pipeline
from timeline.expressions import finder
from timeline.syntax.parser import Parser

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "The council approved the plan on Friday. Work will begin next month. It had failed in May 2019."


@pytest.fixture(scope="module")
def result() -> Timeline:
    return timeline.extract(TEXT, published="2024-03-15")


def test_extract_gives_events_and_expressions(result: Timeline) -> None:
    assert result.article == Article(TEXT, "2024-03-15", language="en")
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


def test_an_event_names_a_range_as_a_whole(schema: object) -> None:
    text = "The harbour froze in May 1901. The yard was closed from 1994 to 2008. Two years later, ships returned."
    made = timeline.extract(text, published="2024-03-15")
    assert [found.text for found in made.expressions] == ["May 1901", "1994 to 2008", "Two years later"]
    assert made.expressions[2].anchor == "expression 1"
    by_lemma = {event.lemma: event for event in made}
    closed, returned = by_lemma["close"], by_lemma["return"]
    assert (closed.expressions, returned.expressions) == ((1,), (2,))
    assert closed.when is not None
    assert (closed.when.earliest, closed.when.latest) == (Instant.of(1994), Instant.of(2009))
    assert "“1994 to 2008” says so" in closed.why()
    jsonschema.validate(made.to_dict(), schema, cls=jsonschema.Draft202012Validator)
    assert Timeline.from_json(made.to_json()) == made
    assert list(timeline.Extractor().extract_many([made.article])) == [made]


def test_events_are_placed_by_the_ends_of_ranges() -> None:
    """Whether ranges are joined or not, each event has the same time, from the same words."""
    text = (
        "The yard was closed from 1994 to 2008. The council met between Monday and Wednesday. Two days later it voted. "
        "The fair ran from May to July 2019 and drew thousands. The pier will open 9 a.m. to 5 p.m., Monday to Friday."
    )
    reader = Extractor()
    article = Article(text, "2024-03-15", language="en")
    made, flat = reader.extract(article), timex3s(reader.find_times(text, "2024-03-15"))
    apart = reader._place(article, flat, reader._parser().parse(reader._readable(article, flat)))
    assert [(event.id, event.when, event.rank) for event in made] == [
        (event.id, event.when, event.rank) for event in apart
    ]
    assert sum(bool(event.expressions) for event in made) >= 5
    for event, other in zip(made, apart, strict=True):
        wholes = [made.expressions[index].span for index in event.expressions]
        parts = [apart.expressions[index].span for index in other.expressions]
        assert all(any(one.start <= part.start and part.end <= one.end for one in wholes) for part in parts)
        assert bool(wholes) == bool(parts)


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


def as_table() -> list[Any]:
    frame = pd.DataFrame({"text": ["It rained."], "id": ["a"]})
    arrow = pa.table({"text": ["It rained."]})
    return [frame, pl.from_pandas(frame), pl.LazyFrame({"text": ["It rained."]}), arrow, arrow.to_batches()[0]]


@pytest.mark.parametrize("call", ["extract_many", "tag_many"])
def test_what_would_give_columns_keys_or_letters_is_refused_at_once(call: str, tmp_path: Path) -> None:
    path = tmp_path / "a.txt"
    path.write_text("It rained.\nIt snowed.\n")
    with path.open() as lines, path.open("rb") as raw:
        for given, remedy in [
            *((table, r"frame.to_dict\('records'\) in pandas") for table in as_table()),
            ("It rained.", "one str: put it in a list"),
            (b"It rained.", "one bytes: put it in a list"),
            ({"text": "It rained."}, "one dict: put it in a list"),
            (Article("It rained."), "one Article: put it in a list"),
            (path, "read the file first"),
            (lines, "json.loads"),
            (raw, "json.loads"),
            (3, "int: give a list"),
            (None, "NoneType: give a list"),
        ]:
            with pytest.raises(InputError, match=f"{call} takes several articles, not .*{remedy}"):
                getattr(Extractor(), call)(given)


def test_rows_of_tables_and_anything_else_that_gives_articles_is_read() -> None:
    texts = ["It rained in 2019.", "It rained in 2020."]
    frame = pd.DataFrame({"text": texts, "published": pd.to_datetime(["2022-07-22", "2022-07-23"])})
    expected = [["2019"], ["2020"]]
    for given in (
        frame["text"],
        frame.to_dict("records"),
        pl.from_pandas(frame).to_dicts(),
        pa.Table.from_pandas(frame).to_pylist(),
        deque(texts),
        (text for text in texts),
        frame["text"].to_numpy(),
    ):
        found = [[each.value for each in one.expressions] for one in Extractor().tag_many(given)]
        assert found == expected


@pytest.mark.parametrize("call", ["extract_many", "tag_many"])
@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"on_error": "skip"}, "on_error must be 'raise' or 'yield', not 'skip'"),
        ({"on_error": None}, "on_error must be 'raise' or 'yield', not None"),
        ({"workers": 0}, "workers must be a whole number, 1 or more, not 0"),
        ({"workers": -1}, "workers must be a whole number, 1 or more, not -1"),
        ({"workers": True}, "workers must be a whole number, 1 or more, not True"),
        ({"workers": 1.5}, "workers must be a whole number, 1 or more, not 1.5"),
        ({"workers": "2"}, "workers must be a whole number, 1 or more, not '2'"),
        ({"ordered": "no"}, "ordered must be bool, not 'no'"),
        ({"limits": None}, "limits must be Limits, not None"),
        ({"limits": {"seconds": 3}}, "limits must be Limits, not {'seconds': 3}"),
    ],
)
def test_settings_of_a_batch_are_looked_at_before_anything_is_read(
    call: str, chosen: dict[str, Any], told: str
) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        getattr(Extractor(), call)(["in 2020"], **chosen)


@pytest.mark.parametrize(
    ("chosen", "told"),
    [
        ({"domain": "newz"}, "domain must be 'auto', 'news', 'narrative' or 'colloquial', not 'newz'"),
        ({"domain": None}, "not None"),
        ({"locale": "GB"}, "locale must be Locale, not 'GB'"),
        ({"locale": None}, "locale must be Locale, not None"),
        ({"syntax": object}, "syntax must be str, not <class 'object'>"),
        ({"syntax": None}, "syntax must be str, not None"),
        ({"language": None}, "language must be str, not None"),
        ({"language": "xx"}, "no language 'xx'; there is en"),
    ],
)
def test_settings_of_an_extractor_are_looked_at_when_it_is_made(chosen: dict[str, Any], told: str) -> None:
    with pytest.raises(InputError, match=re.escape(told)):
        Extractor(**chosen)
    for name in set(chosen) & {"domain", "language"}:
        with pytest.raises(InputError, match=re.escape(told)):
            timeline.find_times("in May", **{name: chosen[name]})


@pytest.mark.parametrize("locale", [0, "", "GB", {}])
def test_a_locale_is_no_country(locale: Any) -> None:
    with pytest.raises(InputError, match="locale must be Locale"):
        timeline.find_times("in May", locale=locale)


@pytest.mark.parametrize("tag", ["en", "EN", "en-GB", "en_US", "en-Latn-GB", "eng", " en "])
def test_english_goes_by_many_tags(tag: str) -> None:
    assert Extractor(language=tag) == Extractor()
    tagged = Extractor().tag({"text": "in May 2019", "language": tag})
    assert (tagged.article.language, tagged.provenance.language) == (tag, "en")
    assert [each.value for each in tagged.expressions] == ["2019-05"]
    assert Timeline.from_json(tagged.to_json()) == tagged


def test_an_article_that_names_no_language_is_in_that_of_its_extractor() -> None:
    assert Article("x").language is None
    assert Article.from_dict({"text": "x", "language": None}).language is None
    assert Article("x").to_dict()["language"] is None
    for given in ("x", Article("x"), {"text": "x", "language": None}):
        assert Extractor().tag(given).article.language == "en"
        assert json.loads(Extractor().tag(given).to_json())["article"]["language"] == "en"


@pytest.mark.parametrize("tag", ["de", "de-AT", "zh", "xx", "english", "", "e", "-", "\u0435\u043d", "enx", "en\x1b"])
def test_an_article_in_another_language_is_refused(tag: str) -> None:
    article = Article("Es regnete im Mai 2019.", language=tag)
    for call in (Extractor().tag, Extractor().extract, Extractor().place, timeline.extract):
        with pytest.raises(UnknownLanguageError, match=r"there is en\. If it is wrong, leave its language out"):
            call(article)
    with pytest.raises(UnknownLanguageError, match="no language"):
        Extractor(language=tag)


@pytest.mark.parametrize("call", ["extract_many", "tag_many"])
@pytest.mark.parametrize("workers", [None, 1])
def test_an_article_in_another_language_is_a_failure_of_its_own(call: str, workers: int | None) -> None:
    articles = ["in 2020", {"text": "im Mai 2019", "language": "de", "id": "d"}, Article("in 2021", language="en-GB")]
    found = list(getattr(Extractor(), call)(articles, workers=workers, on_error="yield"))
    assert [isinstance(each, Failure) for each in found] == [False, True, False]
    assert (found[1].position, found[1].stage, found[1].error) == (1, "read", "UnknownLanguageError")
    with pytest.raises(UnknownLanguageError, match=r"article 1: .*no language 'de'; there is en"):
        list(getattr(Extractor(), call)(articles, workers=workers))


def test_an_article_of_another_extractor_says_which_to_take(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.languages._CODES", {"en": "en", "de": "de"})
    with pytest.raises(UnknownLanguageError, match="the article is in 'de', this extractor reads 'en'"):
        Extractor().tag({"text": "im Mai", "language": "de-CH"})


@pytest.mark.parametrize(
    "triggers", ["ab", [3], [(3,)], [(3, 1)], [(-1, 2)], [(0, 99)], [(0.0, 1)], [(True, 2)], [None], {"a": 1}, 3]
)
def test_triggers_are_stretches_of_the_text(triggers: Any) -> None:
    with pytest.raises(InputError, match="trigger"):
        Extractor().place(Article("It rained."), triggers)


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
    assert pickle.loads(pickled) == extractor


def test_unknown_settings_are_named() -> None:
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
    find, place, analyse = finder.find_times, pipeline.extract_events, Parser._analyse

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
        monkeypatch.setattr(pipeline, "extract_events", placed)
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
    told = [each.article.text for each in (first, last) if isinstance(each, Timeline)]
    assert told == [articles[0].text, articles[2].text]


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
