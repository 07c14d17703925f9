"""What a worker does of a dataset: records into encoded rows of the four tables."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import define, field, frozen

from timeline.datasets.duplicates import digests
from timeline.errors import MissingExtraError
from timeline.failures import Failure
from timeline.sources.to_article import Reader, Sourced
from timeline.tables.columns import TABLES
from timeline.tables.encoding import Form, encode
from timeline.tables.rows import event_rows, expression_rows
from timeline.workers.articles import ReadArticles

if TYPE_CHECKING:
    from timeline.sources.records import Record
    from timeline.timelines import Timeline

__all__ = ["Counts", "Encoded", "ReadRecords", "chunk_sizes", "failure_row"]

_LONGEST_EXAMPLE = 300


@define
class Counts:
    """How much of what."""

    records: int = 0
    """Taken from the sources: each is an article or a failure."""
    lines: int = 0
    """Of CSV and JSON lines, taken with these records, headers and blank lines before them included."""
    articles: int = 0
    expressions: int = 0
    events: int = 0
    words: int = 0
    characters: int = 0
    duplicate_ids: int = 0
    """Records whose id an earlier record of the dataset bears."""
    failures: Counter[str] = field(factory=Counter)
    """By cause: stage and error."""
    examples: dict[str, str] = field(factory=dict)
    """Of each cause, the first failure: where it stands and what it says."""

    def add(self, other: Counts) -> None:
        """Count another's in."""
        self.records += other.records
        self.lines += other.lines
        self.articles += other.articles
        self.expressions += other.expressions
        self.events += other.events
        self.words += other.words
        self.characters += other.characters
        self.duplicate_ids += other.duplicate_ids
        self.failures.update(other.failures)
        self.examples = other.examples | self.examples

    def add_record(self, record: Record) -> None:
        """Count in that a record was taken."""
        self.records += 1
        self.lines += record.lines

    def add_failure(self, failure: Failure, record: Record) -> None:
        """Count a failure in."""
        cause = f"{failure.stage}: {failure.error}"
        self.failures[cause] += 1
        if cause not in self.examples:
            told = f"{', '.join(filter(None, (record.source, record.place)))}: {failure.message}"
            self.examples[cause] = told if len(told) <= _LONGEST_EXAMPLE else f"{told[: _LONGEST_EXAMPLE - 1]}…"

    def to_dict(self) -> dict[str, Any]:
        """Give the JSON form."""
        return {
            "records": self.records,
            "lines": self.lines,
            "articles": self.articles,
            "expressions": self.expressions,
            "events": self.events,
            "words": self.words,
            "characters": self.characters,
            "duplicate_ids": self.duplicate_ids,
            "failures": dict(sorted(self.failures.items())),
            "examples": dict(sorted(self.examples.items())),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Counts:
        """Read the JSON form."""
        return cls(**{**data, "failures": Counter(data["failures"])})


@frozen
class Encoded:
    """Rows of the tables, encoded, for what came of some records."""

    tables: Mapping[str, bytes] = field(repr=False)
    counts: Counts
    ids: bytes = field(repr=False)
    """The `digests` of their ids."""


@frozen
class ReadRecords:
    """The task: records, with their positions, into rows."""

    reader: Reader
    articles: ReadArticles
    form: Form
    keeps_text: bool = True

    def prepare(self) -> None:
        """Load the models, if events are wanted."""
        self.articles.prepare()

    def run(self, items: Sequence[tuple[int | None, Record]]) -> Encoded:
        """Read some records; what cannot be read is a row in `failures`."""
        read = [(position, self.read(record)) for position, record in items]
        given = [(0, each if isinstance(each, Failure) else each.article) for _, each in read]
        rows: dict[str, list[tuple[Any, ...]]] = {table: [] for table in TABLES}
        counts, ids = Counts(), []
        for (position, each), (_, record), result in zip(read, items, self.articles.run(given), strict=True):
            counts.add_record(record)
            if isinstance(result, Failure):
                rows["failures"].append(failure_row(position, record, result))
                counts.add_failure(result, record)
                ids.append(result.id)
                continue
            assert isinstance(each, Sourced)
            words = len(each.article.text.split())
            rows["articles"].append(self.article_row(position, each, result, words))
            rows["expressions"] += expression_rows(position, each.article.id, result.expressions)
            rows["events"] += event_rows(position, each.article.id, result.events)
            ids.append(each.article.id)
            counts.articles += 1
            counts.words += words
            counts.characters += len(each.article.text)
        counts.expressions, counts.events = len(rows["expressions"]), len(rows["events"])
        encoded = {table: encode(self.form, table, found) for table, found in rows.items() if found}
        return Encoded(encoded, counts, digests(ids))

    def read(self, record: Record) -> Sourced | Failure:
        """Make an article of a record."""
        try:
            return self.reader.read(record)
        except (MissingExtraError, MemoryError):
            raise
        except Exception as error:  # noqa: BLE001 - becomes a record
            return Failure(0, self.reader.name(record), "read", type(error).__name__, str(error))

    def article_row(self, position: int | None, sourced: Sourced, timeline: Timeline, words: int) -> tuple[Any, ...]:
        """Give the row of an article, in the order of its columns."""
        article, dating, provenance = sourced.article, sourced.dating, timeline.provenance
        return (
            position,
            article.id,
            None if article.published is None else article.published.isoformat(),
            *((None, None, None) if dating is None else (dating.source, dating.said, dating.precision)),
            article.title,
            article.url,
            article.language,
            article.text if self.keeps_text else None,
            sourced.source,
            sourced.place,
            words,
            len(timeline.expressions),
            len(timeline.events),
            provenance.library,
            provenance.syntax_model,
            provenance.event_model,
        )


def failure_row(position: int | None, record: Record, failure: Failure) -> tuple[Any, ...]:
    """Give the row of a failure, in the order of its columns."""
    return (position, failure.id, record.source, record.place, failure.stage, failure.error, failure.message)


def chunk_sizes(*, events: bool) -> tuple[int, int]:
    """Give how many records, and how many bytes of them, a worker takes at once: some seconds of work."""
    return (32, 60_000) if events else (256, 500_000)
