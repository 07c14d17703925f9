"""Several articles combined: each happening once, with all its sources."""

from __future__ import annotations

import hashlib
import math
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen

from timeline import languages
from timeline.calculus.instants import SECONDS_IN_DAY
from timeline.calculus.intervals import Interval
from timeline.coreference import gather
from timeline.errors import InputError
from timeline.events.event import Event
from timeline.failures import Failure
from timeline.serialization import dump
from timeline.series import check_many
from timeline.timelines import FORMAT_VERSION, Timeline, concerns, touches
from timeline.validation import check_fields, check_type

if TYPE_CHECKING:
    import datetime as dt

    from timeline.calculus.instants import Instant

__all__ = ["Chronicle", "Happening", "merge"]


@frozen
class Happening:
    """One event, as reported by one or several articles."""

    id: str
    """Stable: made from the ids of the events, whatever their order."""
    when: Interval | None
    """The most exact of their times."""
    events: tuple[Event, ...]
    """Its sources, the one with the most exact time first; `event.article` names the article of each."""

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if not self.events:
            message = "a happening has one event or more; got none"
            raise InputError(message)

    @property
    def summary(self) -> str:
        """The summary of the first source."""
        return self.events[0].summary

    @property
    def articles(self) -> tuple[str | None, ...]:
        """The ids of the articles that report it, each once."""
        return tuple(dict.fromkeys(event.article for event in self.events))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            "id": self.id,
            "when": None if self.when is None else self.when.to_dict(),
            "summary": self.summary,
            "sources": [{"article": event.article, "event": event.to_dict()} for event in self.events],
        }


@frozen
class Chronicle:
    """The happenings of several articles, in the order of the calendar; iterating yields them."""

    timelines: tuple[Timeline, ...] = field(repr=False)
    happenings: tuple[Happening, ...] = field(repr=False)

    __attrs_post_init__ = check_fields

    def __iter__(self) -> Iterator[Happening]:
        return iter(self.happenings)

    def __len__(self) -> int:
        return len(self.happenings)

    def __repr__(self) -> str:
        return f"<Chronicle of {len(self.timelines)} articles: {len(self.happenings)} happenings>"

    def between(
        self, begin: str | dt.date | Instant | None, end: str | dt.date | Instant | None, *, certain: bool = False
    ) -> Chronicle:
        """Return a chronicle of what can have happened in `[begin, end)`, as `Timeline.between` does."""
        lies = touches(begin, end, certain=certain)
        kept = (each for each in self.happenings if each.when is not None and lies(each.when))
        return evolve(self, happenings=tuple(kept))

    def about(self, name: str) -> Chronicle:
        """Return a chronicle of what somebody or something takes part in, as `Timeline.about` does."""
        kept = (each for each in self.happenings if any(concerns(event, name) for event in each.events))
        return evolve(self, happenings=tuple(kept))

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form: the articles and the happenings with their sources."""
        return {
            "format_version": FORMAT_VERSION,
            "articles": [timeline.article.to_dict() for timeline in self.timelines],
            "happenings": [each.to_dict() for each in self.happenings],
        }

    def to_json(self, indent: int | None = None) -> str:
        """Write JSON, on one line unless `indent` is given, in ASCII only."""
        return dump(self.to_dict(), indent)


def merge(timelines: Iterable[Timeline]) -> Chronicle:
    """Combine the timelines of several articles; an event that is reported twice becomes one happening.

    Two events are the same if they have the same name or a synonym, compatible times and shared participants
    (`timeline.coreference`); the past tense alone, without a date, is no time to merge by. The order is that of the
    calendar; happenings whose times overlap keep the order of the articles.

    Raises `InputError` if the timelines are in different languages, and for anything that is no timeline.
    """
    check_many("merge", timelines, "timelines", Timeline, Chronicle)
    timelines = tuple(timelines)  # which may be an iterator
    for position, each in enumerate(timelines):
        if isinstance(each, Failure):
            message = f"merge: {position} is a Failure ({each}): leave those out"
            raise InputError(message)
        check_type(f"merge: {position}", each, Timeline)
    spoken = {timeline.provenance.language for timeline in timelines}
    if len(spoken) > 1:
        message = f"merge: timelines in several languages ({', '.join(sorted(spoken))}); merge those of each language"
        raise InputError(message)
    told = [event for timeline in timelines for event in timeline]
    if not told:
        return Chronicle(timelines, ())
    lexicon, _ = languages.get(spoken.pop()).for_events()
    happenings = [_happening(group) for group in gather(sorted(told, key=_exactness), lexicon)]
    place = {event.id: number for number, event in enumerate(told)}
    happenings.sort(key=lambda each: (*_begins(each.when), min(place[event.id] for event in each.events)))
    return Chronicle(timelines, tuple(happenings))


def _happening(events: Sequence[Event]) -> Happening:
    named = " ".join(sorted(event.id for event in events))
    return Happening(hashlib.sha256(named.encode()).hexdigest()[:16], events[0].when, tuple(events))


def _exactness(event: Event) -> tuple[float, float, str]:
    """Sort key: the narrowest time first, then the most confident."""
    when = event.when
    days = None if when is None else when.days
    return math.inf if days is None else days, -event.confidence, event.id


def _begins(when: Interval | None) -> tuple[int, int, int]:
    """Sort key by start: an interval without one just before its end, an event without a time last."""
    if when is None:
        return 1, 0, 0
    if when.earliest is not None:
        return 0, when.earliest.ordinal, when.earliest.second
    # With an end alone: a day and a half before it.
    return (1, 0, 0) if when.latest is None else (0, when.latest.ordinal - 2, SECONDS_IN_DAY // 2)
