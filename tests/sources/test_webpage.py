"""The text of a web page: its blocks stay apart."""

from __future__ import annotations

import pytest

pytest.importorskip("trafilatura")
pytest.importorskip("htmldate")

from timeline import languages, layout
from timeline.errors import ArticleError
from timeline.sources.webpage import read_page

PAGE = """<html><head><title>Dam</title></head><body><article><h1>Dam fails in north</h1>
<h2>Minister promises an inquiry into it</h2><p>By Jane Doe<br>Oslo</p><p>A dam failed on Sunday, killing at
least 12 people, officials said in a statement. It <b>was</b> <a href="x">built</a> in 1970.</p>
<blockquote><p>We had warned them, said a neighbour who lives below the dam.</p></blockquote>
<ul><li>Two people died on Monday in the flood.</li><li>Ten have left the valley, it said.</li></ul>
<p>Story continues below</p><p>The council of the town met on Friday, and its members left.</p>
</article></body></html>"""


def test_blocks_stay_apart() -> None:
    assert read_page(PAGE).text.split("\n\n") == [
        "Dam fails in north",
        "Minister promises an inquiry into it",
        "By Jane Doe\nOslo",
        "A dam failed on Sunday, killing at least 12 people, officials said in a statement. It was built in 1970.",
        "We had warned them, said a neighbour who lives below the dam.",
        "- Two people died on Monday in the flood.",
        "- Ten have left the valley, it said.",
        "Story continues below",
        "The council of the town met on Friday, and its members left.",
    ]


def test_what_a_page_holds_is_told_apart() -> None:
    text = read_page(PAGE).text
    kinds = [block.kind.value for block in layout.blocks(text, languages.get("en").furniture)]
    assert kinds[:2] == ["heading", "heading"]
    assert kinds[-2:] == ["furniture", "prose"]


def test_deep_nesting() -> None:
    deep = "<div>" * 3_000 + PAGE + "</div>" * 3_000
    try:
        text = read_page(deep).text
    except ArticleError:
        return  # nothing that could be read was found so deep
    assert "A dam failed on Sunday" in text


def test_no_article() -> None:
    with pytest.raises(ArticleError):
        read_page("<html><body></body></html>")
