from __future__ import annotations

import pytest

from timeline import Article, ArticleError, Instant, PublicationDateError, Span


def test_a_span_is_what_it_cuts() -> None:
    text = "in 東京 on Friday"
    cut = Span.of(text, 3, 5)
    assert (cut.text, text[cut.start : cut.end]) == ("東京", "東京")


def test_published_is_read_from_strings() -> None:
    assert Article("x", "22 July 2022").published == Instant.of(2022, 7, 22)


@pytest.mark.parametrize("text", [None, b"bytes", bytearray(b"x"), 3, ["x"]])
def test_text_must_be_str(text: object) -> None:
    with pytest.raises(ArticleError, match="text must be str"):
        Article(text)  # type: ignore[arg-type]


def test_bytes_are_told_what_to_do() -> None:
    with pytest.raises(ArticleError, match="decode it first"):
        Article(b"x")  # type: ignore[arg-type]


@pytest.mark.parametrize("name", ["id", "title", "url"])
def test_fields_must_be_str(name: str) -> None:
    with pytest.raises(ArticleError, match=name):
        Article("x", **{name: 3.5})  # type: ignore[arg-type]


def test_from_dict_takes_what_it_knows() -> None:
    article = Article.from_dict({"text": "x", "id": 17, "published": None, "language": None, "section": "weather"})
    assert article == Article("x", id="17")


@pytest.mark.parametrize("data", [{}, {"Text": "x"}, {"text": None}, {"text": 3}, {"text": "x", "id": True}, [], "x"])
def test_from_dict_refuses(data: object) -> None:
    with pytest.raises(ArticleError):
        Article.from_dict(data)  # type: ignore[arg-type]


def test_from_dict_refuses_bad_dates() -> None:
    with pytest.raises(PublicationDateError):
        Article.from_dict({"text": "x", "published": "soon"})


def test_dict_round_trip() -> None:
    article = Article("a\ud800", "2022-07-22T10:30+09:00", "id", "title", "url")
    assert Article.from_dict(article.to_dict()) == article


def test_repr_is_short() -> None:
    assert len(repr(Article("word " * 10_000))) < 200
