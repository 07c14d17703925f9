"""What callers hand over: articles in their forms, the places of triggers, the options of many articles."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, Literal, cast

from attrs import evolve, frozen

from timeline.documents import Article
from timeline.errors import ArticleError, InputError
from timeline.publication import parse_publication
from timeline.series import check_many
from timeline.validation import check_choice, check_count, check_type, shown
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    import datetime as dt

    from timeline.calculus.instants import Instant

__all__ = ["BatchOptions", "Given", "article_of", "places_of"]

Given = Article | Mapping[str, Any] | str
"""Accepted forms of an article: an `Article`, a mapping with its fields, or its text alone."""


def article_of(given: Given, published: str | dt.date | dt.datetime | Instant | None) -> Article:
    """Make an article of what was given; a publication date beside it wins over its own."""
    if isinstance(given, Article):
        article = given
    elif isinstance(given, Mapping):
        article = Article.from_dict(given)
    elif isinstance(given, str):
        article = Article(given)
    else:
        message = f"an article must be a str, an Article or a mapping, not {type(given).__name__}"
        if isinstance(given, bytes | bytearray):
            message += ": decode it first"
        raise ArticleError(message)
    return article if published is None else evolve(article, published=parse_publication(published))


def places_of(triggers: object, length: int) -> list[tuple[int, int]]:
    """Return triggers once checked: pairs of offsets into a text, start before end."""
    check_many("place", triggers, "triggers")
    pairs = [tuple(each) if isinstance(each, list | tuple) else (each,) for each in cast("Iterable[object]", triggers)]
    for each in pairs:
        match each:
            case (start, end) if type(start) is type(end) is int and 0 <= start < end <= length:
                pass
            case _:
                message = (
                    f"a trigger must be a start and an end within the text (of {length} characters), not {shown(each)}"
                )
                raise InputError(message)
    return cast("list[tuple[int, int]]", pairs)


@frozen(kw_only=True)
class BatchOptions:
    """How many articles are read; a setting that would fail at the first timeline is refused at once."""

    workers: int | None
    on_error: Literal["raise", "yield"]
    ordered: bool
    limits: Limits

    def __attrs_post_init__(self) -> None:
        if self.workers is not None:
            check_count("workers", self.workers)
        check_choice("on_error", self.on_error, ("raise", "yield"))
        check_type("ordered", self.ordered, bool)
        check_type("limits", self.limits, Limits)

    @property
    def raises(self) -> bool:
        """Whether an article that cannot be read raises an error, rather than that it yields a failure."""
        return self.on_error == "raise"
