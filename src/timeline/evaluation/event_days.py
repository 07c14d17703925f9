"""Annotated days of the events of news articles, in stand-off files next to the articles.

A directory holds `articles.jsonl` (articles in the JSON form) and `gold/`, one JSON file per article: its `id` and its
`events`, each with the offsets of its trigger (`start`, `end_offset`: code points, half-open) and the first and last
day on which it can have started and ended (`begin`, `end`: days inclusive; null if unknown).
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from attrs import frozen

from timeline.calculus.instants import Instant
from timeline.documents import Article
from timeline.errors import ArticleError
from timeline.evaluation.split import Part
from timeline.events.scoring.day_extents import Days, Extent

if TYPE_CHECKING:
    from pathlib import Path

__all__ = ["AnnotatedArticle", "read_event_days"]


@frozen
class AnnotatedArticle:
    """An article and the days of its events, by the offsets of their triggers."""

    article: Article
    days: dict[tuple[int, int], Extent]


def read_event_days(directory: Path, part: Part = Part.DEV) -> Iterator[AnnotatedArticle]:
    """Read the annotated articles of a part, in the order of their names, without events of unknown time.

    Raises `ArticleError` for a file that is not of this form.
    """
    lines = (directory / "articles.jsonl").read_text(encoding="utf-8").splitlines()
    articles = {data["id"]: data for data in map(json.loads, lines)}
    for path in sorted((directory / "gold").glob("*.json")):
        if not part.holds(path.name):
            continue
        try:
            gold = json.loads(path.read_text(encoding="utf-8"))
            days = {(one["start"], one["end_offset"]): _extent(one) for one in gold["events"]}
            yield AnnotatedArticle(
                Article.from_dict(articles[gold["id"]]), {place: found for place, found in days.items() if found}
            )
        except (KeyError, TypeError, ValueError) as error:
            message = f"{path}: not the days of an article's events ({error!r})"
            raise ArticleError(message) from error


def _extent(row: dict[str, Any]) -> Extent | None:
    begin, end = (Days(*map(_ordinal, row[name] or (None, None))) for name in ("begin", "end"))
    if begin == end == Days():
        return None
    return Extent(begin, end, several=begin != end)


def _ordinal(day: str | None) -> int | None:
    return None if day is None else Instant.parse(day).ordinal
