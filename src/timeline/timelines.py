"""The result: the events of an article in the order in which they happened."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from typing import TYPE_CHECKING, Any, Literal

from attrs import evolve, field, frozen

from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.documents import Article
from timeline.errors import ArticleError, InputError, MissingExtraError
from timeline.events.event import Event
from timeline.expressions.expression import TemporalExpression
from timeline.languages import DEFAULT
from timeline.languages.locale import Locale
from timeline.publication import parse_publication
from timeline.serialization import dump, parse
from timeline.tables import arrow, rows
from timeline.validation import check_fields, check_type, shown

if TYPE_CHECKING:
    import datetime as dt

    import pandas as pd
    import polars as pl
    import pyarrow as pa

    from timeline.calculus.instants import Instant

__all__ = ["FORMAT_VERSION", "Provenance", "Timeline", "concerns", "touches"]

FORMAT_VERSION = 1
"""Version of the JSON form: within a version, keys are only added."""


@frozen
class Provenance:
    """How a result was made: versions of the library and of the models, and the settings."""

    library: str
    language: str = DEFAULT
    syntax_model: str | None = None
    event_model: str | None = None
    domain: str = "news"
    locale: Locale = field(factory=Locale)

    __attrs_post_init__ = check_fields

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "library": self.library,
            "language": self.language,
            "syntax_model": self.syntax_model,
            "event_model": self.event_model,
            "domain": self.domain,
            "locale": self.locale.to_dict(),
        }


@frozen
class Timeline:
    """The events of an article in order, with their expressions and provenance.

    Iterating yields the events, `len` counts them. The JSON form is defined in `docs/timeline.schema.json`.
    """

    article: Article
    expressions: tuple[TemporalExpression, ...] = field(repr=False)
    """In the order of the text; events refer to them by index."""
    events: tuple[Event, ...] = field(repr=False)
    """In the order in which they happened; `rank` shows which of them are really ordered."""
    provenance: Provenance

    __attrs_post_init__ = check_fields

    def __iter__(self) -> Iterator[Event]:
        return iter(self.events)

    def __len__(self) -> int:
        return len(self.events)

    def __repr__(self) -> str:
        published = "undated" if self.article.published is None else self.article.published.isoformat()
        name = repr(self.article.id or self.article.title or "article")
        return f"<Timeline of {name} ({published}): {len(self.events)} events, {len(self.expressions)} expressions>"

    def between(
        self,
        begin: str | dt.date | Instant | None,
        end: str | dt.date | Instant | None,
        *,
        certain: bool = False,
    ) -> Timeline:
        """Return a timeline of the events that can have happened in `[begin, end)`; None leaves that side open.

        With `certain`, only those that surely lie within. Events of unknown time are left out.
        Raises `PublicationDateError` for a date that cannot be read, `InputError` if `end` comes before `begin`.
        """
        lies = touches(begin, end, certain=certain)
        events = tuple(event for event in self.events if event.when is not None and lies(event.when))
        return evolve(self, events=events)

    def about(self, name: str) -> Timeline:
        """Return a timeline of the events in which somebody or something takes part: `about("Japan")`.

        The name is matched as whole words in the participants and in the summary, ignoring case.
        Raises `InputError` for an empty name.
        """
        return evolve(self, events=tuple(event for event in self.events if concerns(event, name)))

    def relation(self, first: Event | str, second: Event | str) -> Literal["before", "after"] | None:
        """Return the relation between the starts of two events: before, after, or None if they are not ordered.

        Events are given as such or by id. The relation is that of their ranks, so it is transitive and without cycles.
        Raises `InputError` for an event of another timeline.
        """
        for which, given in (("first", first), ("second", second)):
            check_type(f"relation: {which}", given, Event, str)
        ranks = {event.id: event.rank for event in self.events}
        names = [given if isinstance(given, str) else given.id for given in (first, second)]
        for name in names:
            if name not in ranks:
                message = f"relation: no event {shown(name)} in this timeline"
                raise InputError(message)
        one, other = (ranks[name] for name in names)
        if one == other:
            return None
        return "before" if one < other else "after"

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form (`format_version` 1)."""
        return {
            "format_version": FORMAT_VERSION,
            "article": self.article.to_dict(),
            "expressions": [expression.to_dict() for expression in self.expressions],
            "events": [event.to_dict() for event in self.events],
            "provenance": self.provenance.to_dict(),
        }

    def to_json(self, indent: int | None = None) -> str:
        """Write JSON, on one line unless `indent` is given, in ASCII only."""
        return dump(self.to_dict(), indent)

    def to_arrow(self, table: str = "events") -> pa.Table:
        """Return the `events` or the `expressions` as an Arrow table with the columns of datasets (`docs/datasets.md`).

        `position` is null, as a single article has none; `article`, its id, joins tables of several.
        Raises `MissingExtraError` without pyarrow, `InputError` for another table.
        """
        name = self.article.id
        if table == "events":
            return arrow.to_arrow(table, rows.event_rows(None, name, self.events))
        if table == "expressions":
            return arrow.to_arrow(table, rows.expression_rows(None, name, self.expressions))
        message = f"a timeline has the tables 'events' and 'expressions', not {shown(table)}"
        raise InputError(message)

    def to_pandas(self, table: str = "events") -> pd.DataFrame:
        """Return the table of `to_arrow` as a pandas DataFrame of Arrow types, which represent missing values."""
        made = self.to_arrow(table)
        try:
            import pandas as pd
        except ImportError as error:
            message = "to_pandas needs pandas: pip install 'news-timeline[frames]'"
            raise MissingExtraError(message) from error
        return made.to_pandas(types_mapper=pd.ArrowDtype)

    def to_polars(self, table: str = "events") -> pl.DataFrame:
        """Return the table of `to_arrow` as a Polars DataFrame."""
        made = self.to_arrow(table)
        try:
            import polars as pl
        except ImportError as error:
            message = "to_polars needs polars: pip install 'news-timeline[frames]'"
            raise MissingExtraError(message) from error
        return pl.from_arrow(made)

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Timeline:
        """Read the JSON form back; unknown keys are ignored. Explanations (`reason`) are not part of it.

        Raises `ArticleError` with the path of each fault, and for a `format_version` other than 1.
        """
        from timeline.serialization.structuring import structure

        if not isinstance(data, Mapping):
            message = f"a timeline must be an object, not {type(data).__name__}"
            raise ArticleError(message)
        version = data.get("format_version")
        if type(version) is not int or version != FORMAT_VERSION:
            message = f"format_version {shown(version)} cannot be read; this release reads {FORMAT_VERSION}"
            raise ArticleError(message)
        timeline = structure(data, cls)
        count = len(timeline.expressions)
        for number, event in enumerate(timeline.events):
            if any(not 0 <= index < count for index in event.expressions):
                message = f"no such expression: {event.expressions} @ $.events[{number}].expressions ({count} there)"
                raise ArticleError(message)
        name = timeline.article.id
        return evolve(timeline, events=tuple(evolve(event, article=name) for event in timeline.events))

    @classmethod
    def from_json(cls, text: str | bytes) -> Timeline:
        """Read JSON back; raises `ArticleError` as `from_dict` does, and for malformed JSON."""
        data: Any = parse(text)
        return cls.from_dict(data)


def touches(
    begin: str | dt.date | Instant | None, end: str | dt.date | Instant | None, *, certain: bool
) -> Callable[[Interval], bool]:
    """Return the predicate of `between`: whether an interval can lie in `[begin, end)`, or with `certain` surely does.

    Raises `PublicationDateError` for a date that cannot be read, `InputError` if `end` comes before `begin`.
    """
    check_type("between: certain", certain, bool)
    first, last = parse_publication(begin), parse_publication(end)
    if first is not None and last is not None and last < first:
        message = f"between({first}, {last}): the end comes before the begin"
        raise InputError(message)
    window = Interval(OPEN if first is None else Bound.at(first), OPEN if last is None else Bound.at(last))
    return window.encloses if certain else window.touches


def concerns(event: Event, name: str) -> bool:
    """Whether a name occurs in the participants of an event or in its summary, as whole words.

    Raises `InputError` for an empty name.
    """
    check_type("about: the name", name, str)
    if not name.strip():
        message = "about: the name is empty; give a word or a few"
        raise InputError(message)
    words = re.compile(rf"(?<!\w){re.escape(name.strip())}(?!\w)", re.IGNORECASE)
    return any(map(words.search, (event.summary, *(participant.text for participant in event.participants))))
