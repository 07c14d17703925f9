"""Evaluation of event times and of the order of events against annotated documents.

The measures are those of the field: the relation to the publication (TimeML's links with the creation time), the event
time (EventTime, exact and not contradicted) and the order of pairs (MATRES, where VAGUE is no relation).
"""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING, Any

from attrs import evolve, field, frozen, mutable

from timeline.documents import Article
from timeline.errors import ArticleError
from timeline.evaluation.corpus import timeml_files
from timeline.evaluation.event_times import extent_in_months, read_event_times
from timeline.evaluation.links import Pair, publication_relations, read_pairs
from timeline.evaluation.matching import match
from timeline.evaluation.scores import Score
from timeline.evaluation.split import Part
from timeline.events.scoring.day_extents import Extent, extent_of
from timeline.extractor import Extractor
from timeline.formats.timeml import EventMention, TimemlDocument, read_timeml

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval
    from timeline.events.event import Event
    from timeline.timelines import Timeline

__all__ = ["PlacingScores", "Shares", "add_order", "add_relations", "add_times", "evaluate_placing"]

_VAGUE = "VAGUE"
_ORDER = {"before": "BEFORE", "after": "AFTER", "simultaneous": "EQUAL"}


@mutable
class Shares:
    """Right answers out of all, by the name of the question."""

    right: Counter[str] = field(factory=Counter)
    total: Counter[str] = field(factory=Counter)

    def add(self, name: str, *, right: bool) -> None:
        """Count one answer."""
        self.total[name] += 1
        self.right[name] += right

    def share(self, name: str) -> float | None:
        """Return the share of right answers; None if there were none."""
        return self.right[name] / self.total[name] if self.total[name] else None

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        return {
            name: {"accuracy": self.share(name), "right": self.right[name], "total": total}
            for name, total in self.total.items()
        }


@frozen
class PlacingScores:
    """Counts over the documents of a directory."""

    documents: int = 0
    given: bool = False
    """Whether the annotated events were placed instead of those that the library finds."""
    relation: Shares = field(factory=Shares)
    """Events with a link to the creation time: `all`, `found` (those matched), and by annotated relation."""
    time: Shares = field(factory=Shares)
    """Events of EventTime; `docs/reference.md` explains each figure."""
    order: Counter[str] = field(factory=Counter)
    """Pairs of MATRES: `annotated`, `predicted` and `right`, VAGUE left out; `pairs` and `pairs found`."""
    calibration: tuple[tuple[float, bool, bool], ...] = ()
    """For each event of EventTime that was given a time: stated confidence, exact, not contradicted."""

    @property
    def order_score(self) -> Score:
        """Precision, recall and F1 of the order of pairs."""
        return Score(self.order["right"], self.order["annotated"], self.order["predicted"])

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form, with shares between 0 and 1."""
        form: dict[str, Any] = {"documents": self.documents, "given": self.given}
        form |= {"relation_to_publication": self.relation.to_dict(), "event_time": self.time.to_dict()}
        return form | {"order": self.order_score.to_dict() | dict(self.order)}


Read = Callable[[str, TimemlDocument, Sequence[tuple[int, int]] | None], "Timeline"]


def evaluate_placing(  # noqa: PLR0913 - which documents, and their further annotations
    directory: str | os.PathLike[str],
    *,
    part: Part = Part.ALL,
    given: bool = False,
    event_times: str | os.PathLike[str] | None = None,
    pairs: Sequence[str | os.PathLike[str]] = (),
    reader: Read | None = None,
) -> PlacingScores:
    """Evaluate times and order on the TimeML files under a directory.

    `event_times` is a file of EventTime, `pairs` are files of MATRES; their rows on other documents are ignored. With
    `given`, the annotated events are placed; without, those that the library finds, and an annotated one that it does
    not find counts as wrong. `reader` makes the timeline of a document, from the triggers given.

    Raises `ArticleError` if there are no files in this part, and for files that cannot be read.
    """
    names = [name for name in timeml_files(directory) if part.holds(name)]
    if not names:
        message = f"{os.fspath(directory)}: no TimeML files in the part {part.value!r}"
        raise ArticleError(message)
    times = {} if event_times is None else read_event_times(event_times)
    rows: dict[str, list[Pair]] = {}
    for path in pairs:
        for pair in read_pairs(path):
            rows.setdefault(pair.document, []).append(pair)
    read = reader or _read
    scores, calibration = PlacingScores(len(names), given), list[tuple[float, bool, bool]]()
    for name in names:
        stem = PurePath(name).stem
        document = read_timeml(Path(directory, name))
        timeline = read(stem, document, [(one.start, one.end) for one in document.events] if given else None)
        found = matched(document.events, timeline)
        add_relations(scores.relation, publication_relations(document), found)
        calibration += add_times(scores.time, times.get(stem, {}), found, timeline)
        add_order(scores.order, rows.get(stem, ()), document, found, timeline)
    return evolve(scores, calibration=tuple(calibration))


def _read(name: str, document: TimemlDocument, triggers: Sequence[tuple[int, int]] | None) -> Timeline:
    return Extractor().place(Article(document.text, document.published, name), triggers)


def matched(annotated: Sequence[EventMention], timeline: Timeline) -> dict[str, Event]:
    """Match annotated events, by event id, to events of a timeline with the same or an overlapping trigger."""
    events = sorted(timeline.events, key=lambda event: (event.trigger.start, event.trigger.end))
    pairs = match(annotated, [event.trigger for event in events])
    return {annotated[ours].id or "": events[theirs] for ours, theirs in pairs}


def add_relations(shares: Shares, wanted: Mapping[str, str], found: Mapping[str, Event]) -> None:
    """Count the relations to the publication of one document."""
    for name, relation in wanted.items():
        event = found.get(name)
        right = event is not None and event.relation_to_publication == relation
        shares.add("all", right=right)
        shares.add(relation, right=right)
        if event is not None:
            shares.add("found", right=right)


def add_times(
    shares: Shares, wanted: Mapping[str, Extent], found: Mapping[str, Event], timeline: Timeline
) -> list[tuple[float, bool, bool]]:
    """Count the event times of one document; return confidence, exact and not contradicted of those with a time."""
    stated = []
    for name, gold in wanted.items():
        event = found.get(name)
        said = None if event is None else _said(event, timeline)
        exact, fits = said == gold, said is not None and not said.contradicts(gold)
        shares.add("exact", right=exact)
        shares.add("not contradicted", right=fits)
        if event is not None:
            shares.add("exact, of those found", right=exact)
        shares.add("one day or several", right=said is not None and said.several == gold.several)
        if gold.several:
            shares.add("several days: begin", right=said is not None and said.begin == gold.begin)
            shares.add("several days: end", right=said is not None and said.end == gold.end)
        else:
            shares.add("single day", right=exact)
        if said is not None and said.several == gold.several:
            if gold.several:
                shares.add("begin, given the kind", right=said.begin == gold.begin)
                shares.add("end, given the kind", right=said.end == gold.end)
            else:
                shares.add("single day, given the kind", right=exact)
        if event is not None and said is not None:
            stated.append((event.confidence, exact, fits))
            if said.is_day:
                shares.add("stated as one day: exact", right=exact)
                shares.add("stated as one day: not contradicted", right=fits)
    return stated


def _said(event: Event, timeline: Timeline) -> Extent | None:
    if event.when is None:
        return None
    named = [timeline.expressions[index].interval for index in event.expressions]
    limits: list[Interval] = [interval for interval in named if interval is not None]
    said = extent_of(event.when, several=event.several_days, limits=limits)
    if said.begin.first is said.begin.last is said.end.first is said.end.last is None:
        return None
    return extent_in_months(said)


def add_order(
    counts: Counter[str],
    rows: Sequence[Pair],
    document: TimemlDocument,
    found: Mapping[str, Event],
    timeline: Timeline,
) -> None:
    """Count the pairs of one document; a pair with an event that was not found counts as predicted VAGUE."""
    of_instance = {name: event.id for event in document.events for name in event.instances}
    for row in rows:
        if row.first not in of_instance or row.second not in of_instance:
            continue
        first, second = (found.get(of_instance[name] or "") for name in (row.first, row.second))
        said = _VAGUE
        counts["pairs"] += 1
        if first is not None and second is not None:
            counts["pairs found"] += 1
            said = _ORDER.get(timeline.relation(first, second) or "", _VAGUE)
        counts["annotated"] += row.relation != _VAGUE
        counts["predicted"] += said != _VAGUE
        counts["right"] += said == row.relation != _VAGUE
