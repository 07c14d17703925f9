from __future__ import annotations

import io

import pytest

from timeline import Article, ArticleError
from timeline.formats import articles


def test_articles_of_a_stream_are_read_still_and_the_caller_is_warned() -> None:
    with pytest.warns(DeprecationWarning, match=r"timeline\.sources\.read\.read_input") as told:
        found = articles.read_articles(io.BytesIO(b'{"text": "one"}\n{"text": 2}'), "a.jsonl")
    assert told[0].filename == __file__
    assert next(found) == Article("one", language="en")
    with pytest.raises(ArticleError, match=r"a\.jsonl line 2: .*not int"):
        next(found)
