"""Articles in groups, here or in worker processes, with failures raised or given beside the timelines."""

from __future__ import annotations

import contextlib
import itertools
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, frozen

from timeline.documents import Article
from timeline.errors import BatchError, InputError, ModelError
from timeline.failures import Failure
from timeline.timelines import Timeline
from timeline.workers.pool import run

if TYPE_CHECKING:
    from timeline.workers.limits import Limits

__all__ = ["Group", "ReadArticles", "failing", "grouped", "in_batches", "too_long"]

Group = Sequence[tuple[int, Article | Failure]]
"""Articles, and what could not be made one, with their positions."""


@frozen
class ReadArticles:
    """The task: a group of articles into timelines and failures."""

    read: Callable[[Iterable[Article]], Iterable[Timeline]]
    """Gives a timeline for each article, in order; reads groups faster than articles alone, if it can."""
    stage: str
    load: Callable[[], object] | None = None
    characters: int | None = None
    """The most a text may have."""

    def prepare(self) -> None:
        """Load the models."""
        if self.load is not None:
            self.load()

    def run(self, items: Group) -> list[Timeline | Failure]:
        """Read a group; where that raises, read each alone, so that only the article at fault fails."""
        checked = [self.checked(item) for _, item in items]
        articles = [item for item in checked if isinstance(item, Article)]
        try:
            timelines = iter(list(self.read(articles)))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - found out below which it is
            return [self.alone(item) for item in checked]
        return [item if isinstance(item, Failure) else next(timelines) for item in checked]

    def checked(self, item: Article | Failure) -> Article | Failure:
        """Give the failure of an article that is too long."""
        if isinstance(item, Failure) or self.characters is None or len(item.text) <= self.characters:
            return item
        return too_long(item, self.characters)

    def alone(self, item: Article | Failure) -> Timeline | Failure:
        """Read one article."""
        if isinstance(item, Failure):
            return item
        try:
            return next(iter(self.read([item])))
        except MemoryError:
            raise
        except Exception as error:  # noqa: BLE001 - becomes a record
            return _failure(item, 0, self.stage, error)


@contextlib.contextmanager
def failing(article: Article, position: int, stage: str) -> Iterator[None]:
    """Raise what goes wrong within an article as a `BatchError` that names it."""
    try:
        yield
    except (MemoryError, ModelError):
        raise
    except Exception as error:
        raise BatchError(str(_failure(article, position, stage, error))) from error


def _failure(article: Article, position: int, stage: str, error: Exception) -> Failure:
    if isinstance(error, BatchError) and isinstance(error.__cause__, Exception):
        error = error.__cause__  # named there by its place in a group
    return Failure(position, article.id, stage, type(error).__name__, str(error))


def too_long(article: Article, characters: int, position: int = 0) -> Failure:
    """Give the failure of an article that has more characters than it may have."""
    message = f"{len(article.text)} characters, the limit is {characters}"
    return Failure(position, article.id, "size", "SizeLimit", message)


def in_batches(  # noqa: PLR0913 - settings of one job
    task: ReadArticles,
    given: Iterable[Any],
    convert: Callable[[Any], Article],
    *,
    workers: int | None,
    raises: bool,
    ordered: bool,
    limits: Limits,
    most: int,
) -> Iterator[Timeline | Failure]:
    """Read whatever `convert` makes an article of; see `Extractor.extract_many`.

    `most` articles go to a worker at once. Without workers, groups of that size are read here.
    """
    items = _converted(given, convert, raises=raises)
    task = evolve(task, characters=limits.characters)
    found: Iterator[tuple[int, Timeline | Failure]]
    if workers is None:
        found = _here(task, grouped(items, most))
    else:
        found = _elsewhere(task, grouped(items, most), workers, limits, ordered=ordered)
    for position, each in found:
        if not isinstance(each, Failure):
            yield each
            continue
        failure = evolve(each, position=position)
        if raises:
            raise BatchError(str(failure))
        yield failure


def grouped(items: Iterable[Article | Failure], most: int, characters: int = 60_000) -> Iterator[Group]:
    """Give items with their positions in groups of at most `most`, and not many more `characters` than said.

    >>> [[position for position, _ in group] for group in grouped([Article("x" * 9), Article("y"), Article("z")], 2, 9)]
    [[0], [1, 2]]
    """
    group: list[tuple[int, Article | Failure]] = []
    size = 0
    for position, item in enumerate(items):
        group.append((position, item))
        size += len(item.text) if isinstance(item, Article) else 0
        if len(group) >= most or size >= characters:
            yield group
            group, size = [], 0
    if group:
        yield group


def _converted(given: Iterable[Any], convert: Callable[[Any], Article], *, raises: bool) -> Iterator[Article | Failure]:
    for position, item in enumerate(given):
        try:
            yield convert(item)
        except InputError as error:
            if raises:
                message = f"article {position}: {error}"
                raise type(error)(message) from error
            name = item.get("id") if isinstance(item, dict) else None
            yield Failure(position, None if name is None else str(name), "read", type(error).__name__, str(error))


def _here(task: ReadArticles, groups: Iterable[Group]) -> Iterator[tuple[int, Timeline | Failure]]:
    task.prepare()
    for group in groups:
        yield from zip((position for position, _ in group), task.run(group), strict=True)


def _elsewhere(
    task: ReadArticles, groups: Iterable[Group], workers: int, limits: Limits, *, ordered: bool
) -> Iterator[tuple[int, Timeline | Failure]]:
    with contextlib.closing(run(task, groups, workers=workers, limits=limits, ordered=ordered)) as outcomes:
        for part in itertools.chain.from_iterable(outcome.parts for outcome in outcomes):
            if part.fault is None:
                yield from zip((position for position, _ in part.items), part.result(), strict=True)
            else:
                ((position, item),) = part.items
                stage = task.stage if part.fault.raised else "worker"
                yield position, Failure(position, item.id, stage, part.fault.error, part.fault.message)
