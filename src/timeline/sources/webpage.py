"""The article of a web page: its text through trafilatura, its date as the page declares it or htmldate finds it."""

from __future__ import annotations

import codecs
import json
from collections.abc import Iterator
from typing import Any

from attrs import frozen

from timeline.errors import ArticleError, MissingExtraError

__all__ = ["Page", "read_page"]

_DATE_NAMES = (
    "article:published_time",
    "datepublished",
    "og:article:published_time",
    "og:published_time",
    "parsely-pub-date",
    "sailthru.date",
    "pubdate",
    "publishdate",
    "publish-date",
    "publication_date",
    "date_published",
    "dc.date.issued",
    "dcterms.issued",
    "dcterms.created",
    "dc.date",
    "date",
)
"""Of meta elements (property, itemprop or name), the surest first."""
_INLINE = frozenset({"hi", "ref", "lb", "del", "ins", "span", "graphic"})
"""Elements of trafilatura's articles that end no paragraph."""
_APART, _BREAK = "\x1d", "\x1e"  # no XML holds them
_DEEPEST = 3
"""No page nests the objects of its JSON-LD deeper."""
_LATEST = "9999-12-31"  # htmldate would take the clock for its limit


@frozen
class Page:
    """What a page holds."""

    text: str
    title: str | None
    url: str | None
    dates: tuple[tuple[str, str], ...]
    """Publication dates: the element that says so, and what it says; the surest first."""


def read_page(data: bytes | str, charset: str | None = None) -> Page:
    """Read an HTML page; raise `ArticleError` where there is no article in it.

    `charset` is what the server said; without it the page's own declaration counts.
    """
    try:
        import trafilatura
        from htmldate import find_date
    except ImportError as error:
        message = f"reading web pages needs {error.name}: pip install 'news-timeline[web]'"
        raise MissingExtraError(message) from error
    tree = trafilatura.load_html(_decoded(data, charset))
    if tree is None:
        message = "not an HTML page"
        raise ArticleError(message)
    dates = list(_declared(tree))
    if not dates:
        found = find_date(tree, extensive_search=False, original_date=True, max_date=_LATEST)
        dates = [] if found is None else [("htmldate", found)]
    title, url = _title(tree), _attribute(tree, "//link[@rel='canonical']/@href")
    found = trafilatura.bare_extraction(tree, include_comments=False, include_tables=False)
    text = "" if found is None or found.body is None else _text(found.body)
    if not text:
        message = "no article was found in the page"
        raise ArticleError(message)
    return Page(text, title, url, tuple(dates))


def _text(body: Any) -> str:
    """Give the text of an article, its blocks apart by blank lines: a line break alone may as well wrap a sentence."""
    from lxml.etree import iterwalk

    parts: list[str] = []
    for event, element in iterwalk(body, events=("start", "end")):
        name = element.tag
        if name not in _INLINE:
            parts.append(_APART)
        if event == "start":
            parts.append({"item": "- ", "lb": _BREAK}.get(name, "") + (element.text or ""))
        else:
            parts.append(element.tail or "")
    paragraphs = "".join(parts).split(_APART)
    lines = ("\n".join(" ".join(line.split()) for line in paragraph.split(_BREAK)) for paragraph in paragraphs)
    return "\n\n".join(filter(None, map(str.strip, lines)))


def _decoded(data: bytes | str, charset: str | None) -> bytes | str:
    if isinstance(data, str) or charset is None:
        return data
    try:
        return data.decode(codecs.lookup(charset).name)
    except (LookupError, ValueError):  # the server was wrong: the page may know
        return data


def _declared(tree: Any) -> Iterator[tuple[str, str]]:
    for script in tree.xpath("//script[@type='application/ld+json']/text()"):
        try:
            content = json.loads(script, strict=False)
        except (ValueError, RecursionError):
            continue
        for said in _published(content, 0):
            yield "JSON-LD datePublished", said
    metas = {
        str(name).lower(): str(content)
        for meta in reversed(tree.xpath("//meta[@content]"))
        for name in (meta.get("property"), meta.get("itemprop"), meta.get("name"))
        if name and (content := meta.get("content").strip())
    }
    for name in _DATE_NAMES:
        if name in metas:
            yield f"meta {name}", metas[name]
    for said in tree.xpath("//time[@itemprop='datePublished' or @pubdate]/@datetime"):
        yield "time datePublished", str(said).strip()


def _published(content: object, depth: int) -> Iterator[str]:
    """Find datePublished in JSON-LD: in an object, a list, or an @graph."""
    if isinstance(content, dict):
        said = content.get("datePublished")
        if isinstance(said, str):
            yield said.strip()
        content = content.get("@graph")
    if isinstance(content, list) and depth < _DEEPEST:
        for item in content:
            yield from _published(item, depth + 1)


def _title(tree: Any) -> str | None:
    said = _attribute(tree, "//meta[@property='og:title']/@content")
    return said or _attribute(tree, "//h1//text()") or _attribute(tree, "//title/text()")


def _attribute(tree: Any, path: str) -> str | None:
    found = tree.xpath(path)
    return (" ".join(str(found[0]).split()) or None) if found else None
