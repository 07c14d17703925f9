"""Everything that a dataset's content depends on beside its sources; what a run that goes on must not change."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from attrs import asdict, field, frozen

from timeline.datasets.plan import ShardSize
from timeline.datasets.work import ReadRecords
from timeline.extractor import Extractor
from timeline.sources.columns import Columns
from timeline.sources.to_article import DATES, Reader
from timeline.tables.columns import SCHEMA_VERSION
from timeline.tables.encoding import Form
from timeline.version import __version__
from timeline.workers.articles import ReadArticles
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    from timeline.documents import Article
    from timeline.timelines import Timeline

__all__ = ["Settings"]


@frozen
class _Reading:
    extractor: Extractor
    events: bool

    def __call__(self, articles: Iterable[Article]) -> Iterator[Timeline]:
        if self.events:
            return self.extractor.extract_many(articles, limits=Limits(characters=None))  # looked at before
        return map(self.extractor.tag, articles)


@frozen
class Settings:
    """What is to be built, apart from where and with how many workers."""

    extractor: Extractor = field(factory=Extractor)
    events: bool = True
    """Whether events are looked for, or times alone."""
    reader: Reader = field(factory=Reader)
    form: Form = Form.PARQUET
    keeps_text: bool = True
    limits: Limits = field(factory=Limits)
    shard: ShardSize = field(factory=ShardSize)

    @classmethod
    def of(  # noqa: PLR0913 - the settings of a dataset
        cls,
        extractor: Extractor | None = None,
        *,
        events: bool = True,
        columns: Mapping[str, str] | None = None,
        dates: Sequence[str] = DATES,
        form: str = Form.PARQUET.value,
        text: bool = True,
        limits: Limits | None = None,
        shard_records: int = ShardSize().records,
    ) -> Settings:
        """Make settings of what callers say: articles are read in the language of the extractor.

        Raises `InputError` for fields, dates and forms that there are not.
        """
        extractor = extractor or Extractor()
        reader = Reader(Columns.of(columns or {}), tuple(dates), extractor.language)
        return cls(extractor, events, reader, Form.of(form), text, limits or Limits(), ShardSize(shard_records))

    def task(self) -> ReadRecords:
        """Give what workers are to do."""
        articles = ReadArticles(
            _Reading(self.extractor, self.events),
            "extract" if self.events else "times",
            self.extractor.load if self.events else None,
            self.limits.characters,
        )
        return ReadRecords(self.reader, articles, self.form, self.keeps_text)

    def to_dict(self) -> dict[str, Any]:
        """Give what the manifest says beside the sources."""
        return {
            "schema_version": SCHEMA_VERSION,
            "library": __version__,
            "events": self.events,
            "extractor": asdict(self.extractor),
            "columns": self.reader.columns.to_dict(),
            "dates": list(self.reader.dates),
            "format": self.form.value,
            "text": self.keeps_text,
            "limits": asdict(self.limits, filter=lambda each, _: each.name != "start"),  # it changes no result
            "shard": asdict(self.shard),
        }
