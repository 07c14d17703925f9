from __future__ import annotations

import datetime as dt
import json
import math
import uuid
from decimal import Decimal
from typing import Any

import pytest

from timeline.errors import ArticleError, InputError, SourceError, UnknownLanguageError
from timeline.sources.records import Record, RecordKind, Unreadable
from timeline.sources.to_article import Reader


def fields(**given: Any) -> Record:
    return Record(RecordKind.FIELDS, {"text": "in May", **given}, "news", "row 1")


@pytest.mark.parametrize(
    ("given", "name"),
    [
        (7, "7"),
        (-7, "-7"),
        (7.0, "7"),
        (Decimal(7), "7"),
        (Decimal("7.0"), "7"),
        (Decimal(12345678901234567890), "12345678901234567890"),
        ("7.0", "7.0"),
        ("a\0\ud800", "a\0\ud800"),
        (None, None),
        (" ", None),
        (math.nan, None),
        (Decimal("NaN"), None),
        (Decimal("sNaN"), None),
    ],
)
def test_ids_that_can_be_told(given: Any, name: str | None) -> None:
    assert Reader().read(fields(id=given)).article.id == name
    assert Reader().name(fields(id=given)) == name


ODD = [
    7.5,
    1e300,
    math.inf,
    Decimal("7.5"),
    Decimal("Infinity"),
    True,
    b"a",
    [],
    ["a"],
    {},
    {"a": 1},
    pytest.param(10**5_000, id="huge"),
    dt.date(2024, 3, 15),
    uuid.UUID(int=1),
    Unreadable("no text"),
]


@pytest.mark.parametrize("given", ODD)
def test_other_ids_are_told_and_never_raise_anew(given: Any) -> None:
    with pytest.raises(ArticleError, match=r"article's id must be text or a whole number|cannot be read: no text"):
        Reader().read(fields(id=given))
    assert Reader().name(fields(id=given)) is None


@pytest.mark.parametrize("column", ["text", "html", "published", "retrieved", "title", "url", "language"])
@pytest.mark.parametrize(
    "given", [7.5, True, [], {"a": 1}, b"\xff", Unreadable("year 20000"), pytest.param(10**5_000, id="huge")]
)
def test_values_of_other_kinds_raise_what_names_the_article_at_fault(column: str, given: Any) -> None:
    record = fields(id="a", **{column: given})
    if column == "html":
        del record.data["text"]
    if isinstance(given, bytes) and column == "html":
        return
    with pytest.raises(InputError):
        Reader().read(record)
    assert Reader().name(record) == "a"


@pytest.mark.parametrize("given", ["en", "EN", "en-GB", "en_US", " en ", None, "", math.nan])
def test_the_language_that_articles_are_read_in(given: Any) -> None:
    assert Reader().read(fields(language=given)).article.language == "en"


@pytest.mark.parametrize("given", ["de", "English", "e", "de-en", 5, ["en"]])
def test_another_language_is_refused_with_those_there_are(given: Any) -> None:
    with pytest.raises(UnknownLanguageError, match=r"language is .*read in 'en' \(there is: en\)"):
        Reader().read(fields(language=given))


@pytest.mark.parametrize("given", ["1e400", "NaN", "[]", "true", '{"a": []}', "1" * 5_000, "-0.5"])
def test_ids_of_json(given: str) -> None:
    record = Record(RecordKind.JSON, f'{{"text": "in May", "id": {given}}}'.encode(), "news", "line 1")
    assert Reader().name(record) is None
    if given == "NaN":
        assert Reader().read(record).article.id is None
        return
    with pytest.raises(ArticleError):
        Reader().read(record)


def test_ids_of_damaged_records_are_not_looked_for_where_that_is_costly() -> None:
    data = json.dumps({"id": "a", "more": "x" * 9_000_000}).encode()
    assert Reader().name(Record(RecordKind.JSON, data, "news")) is None
    assert Reader().name(Record(RecordKind.JSON, data[:20] + b'"x"}', "news")) == "a"


def test_a_source_that_cannot_be_read_is_another_error_than_an_article() -> None:
    with pytest.raises(SourceError):
        Reader().read(Record(RecordKind.BREAK, "torn", "news"))
    with pytest.raises(ArticleError) as caught:
        Reader().read(Record(RecordKind.FAULT, "bad", "news"))
    assert type(caught.value) is ArticleError
