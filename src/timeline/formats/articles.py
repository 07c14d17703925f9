"""Deprecated: files are read by `timeline.sources`; this module goes with the next version."""

from __future__ import annotations

import warnings
from collections.abc import Iterator
from typing import IO, TYPE_CHECKING

from timeline.sources.read import read_input
from timeline.sources.text import decode
from timeline.sources.to_article import Reader, Sourced

if TYPE_CHECKING:
    from timeline.documents import Article

__all__ = ["decode", "read_articles"]


def read_articles(stream: IO[bytes], name: str) -> Iterator[Article]:
    """Read the articles of a binary stream, as `timeline.sources.read.read_input` does, which takes its place.

    What cannot be read raises `ArticleError` or `PublicationDateError`; dates are those that articles bring.
    """
    told = "timeline.formats.articles.read_articles is deprecated: use timeline.sources.read.read_input"
    warnings.warn(told, DeprecationWarning, stacklevel=2)
    found = read_input(stream, name, Reader(dates=("record",)), failures=False)
    return (each.article for each in found if isinstance(each, Sourced))
