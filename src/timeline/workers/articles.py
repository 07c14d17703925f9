"""Reading articles in groups, here or in worker processes; failures are raised or yielded among the timelines."""

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
"""Articles, or the failures of records that are none, with their positions."""


@frozen
class ReadArticles:
    """The task of turning a group of articles into timelines and failures."""

    read: Callable[[Iterable[Article]], Iterable[Timeline]]
    """Yields a timeline for each article, in order; may be faster on groups than on single articles."""
    stage: str
    load: Callable[[], object] | None = None
    characters: int | None = None
    """Longest text allowed, in code points."""

    def prepare(self) -> None:
        """Load the models."""
        if self.load is not None:
            self.load()

    def run(self, items: Group) -> list[Timeline | Failure]:
        """Read a group; if that raises, read each article alone, so that only the one at fault fails."""
        checked = [self.checked(item) for _, item in items]
        articles = [item for item in checked if isinstance(item, Article)]
        try:
            timelines = iter(list(self.read(articles)))
        except MemoryError:
            raise
        except Exception:  # noqa: BLE001 - the article at fault is found below
            return [self.alone(item) for item in checked]
        return [item if isinstance(item, Failure) else next(timelines) for item in checked]

    def checked(self, item: Article | Failure) -> Article | Failure:
        """Return the article, or the failure of one that is too long."""
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
    """Raise any error within an article as a `BatchError` that names it."""
    try:
        yield
    except (MemoryError, ModelError):
        raise
    except Exception as error:
        raise BatchError(str(_failure(article, position, stage, error))) from error


def _failure(article: Article, position: int, stage: str, error: Exception) -> Failure:
    if isinstance(error, BatchError) and isinstance(error.__cause__, Exception):
        error = error.__cause__  # named there by its position in a group
    return Failure(position, article.id, stage, type(error).__name__, str(error))


def too_long(article: Article, characters: int, position: int = 0) -> Failure:
    """Return the failure of an article that is longer than the limit."""
    message = f"{len(article.text)} characters, the limit is {characters}"
    return Failure(position, article.id, "size", "SizeLimit", message)


def in_batches(  # noqa: PLR0913 - the settings of one job
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
    """Read whatever `convert` turns into an article; see `Extractor.extract_many`.

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
    """Yield items with their positions in groups of at most `most`, and of about `characters` at most.

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
