"""The readings of a bare date, and how likely each is: a log-linear choice between the calendar's occurrences.

A bare day, month or holiday comes once in each year, a weekday in each week, the 14th in each month. The candidates are
the occurrences around the publication and around each time that the text names nearby. How likely each is follows
from how far it lies from these and on which side, and from the tense of the clause. The weights are fitted on annotated
text by `timeline.training.readings`.
"""

from __future__ import annotations

import functools
import json
import math
from collections.abc import Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, NamedTuple

from timeline.calculus.anchors import known
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Interval
from timeline.calculus.recurring import DayOfYear
from timeline.expressions.frames import Source

if TYPE_CHECKING:
    from timeline.calculus.anchors import Lean
    from timeline.calculus.instants import Instant
    from timeline.calculus.recurring import Repeating
    from timeline.expressions.frames import Evidence

__all__ = ["Question", "Reading", "Weights", "candidates", "features", "readings"]

_SPREAD = 8
"""Most frames of one piece of evidence that are tried: the years of "1861-1863"."""
_MOST_REMEMBERED = 1 << 12
_SCALE = {Granularity.YEAR: 30.0, Granularity.QUARTER: 8.0, Granularity.MONTH: 3.0, Granularity.WEEK: 1.0}
"""Days that count as near, for a stretch that comes once in such a frame."""

_LONG_AGO = 13.0
"""Near distances back from the publication beyond which all are alike: those of a year."""
_OF_ACCOUNTS = frozenset({Granularity.QUARTER, Granularity.HALF})
_HALF_A_YEAR = 183

Weights = Mapping[str, float]


class Question(NamedTuple):
    """What a bare stretch is read from."""

    stretch: Repeating
    now: Interval | None
    """The publication time, or the day of the entry in which it stands."""
    lean: Lean
    evidence: Sequence[Evidence] = ()
    story: float = 0.0
    """How surely the text is about another time than that of its publication, from 0 to 1."""
    is_close: bool = False
    """Whether the verb that shows the direction stands next to it: arrested on April 12."""

    @property
    def kind(self) -> str:
        """The kind of stretch that has weights of its own: quarters, told of in accounts, else that of its frame."""
        own = self.stretch.granularity in _OF_ACCOUNTS
        return Granularity.QUARTER.value if own else self.stretch.frame.value


class Reading(NamedTuple):
    """One occurrence: the begin of its frame, the occurrence, its probability."""

    frame: Interval
    interval: Interval
    probability: float

    @property
    def begin(self) -> Instant:
        """The begin of its frame."""
        return known(self.frame.begin.earliest)


def candidates(question: Question) -> dict[Instant, Interval]:
    """Return the occurrences of a stretch that can be meant, by the begin of their frames."""
    stretch, now = question.stretch, question.now
    found = {} if now is None else dict(_around(stretch, *_local(now), is_now=True))
    for each in question.evidence:
        interval = each.said.interval
        if interval.begin.earliest is not None and interval.end.latest is not None:
            found |= _around(stretch, *_local(interval), is_now=False)
    return found


@functools.lru_cache(_MOST_REMEMBERED)
def _around(
    stretch: Repeating, begin: Instant, end: Instant, granularity: Granularity, *, is_now: bool
) -> Mapping[Instant, Interval]:
    """Return the occurrences within an interval or about it, by the begin of their frames."""
    about: list[Interval | None] = []
    is_long = granularity >= stretch.frame
    if is_long:
        inside = stretch.all_within(Interval.exact(begin, end, granularity))
        about += inside if len(inside) <= _SPREAD else ()
    if is_now or not is_long:
        about += stretch.last_begun(begin), stretch.next_ending(begin)
    found: dict[Instant, Interval] = {}
    for occurrence in about:
        if occurrence is not None and (first := occurrence.begin.earliest) is not None:
            frame = first.local.floor(stretch.frame)
            if stretch.within(frame) == occurrence:
                found[frame] = occurrence
    return found


def _local(interval: Interval) -> tuple[Instant, Instant, Granularity]:
    """Return the ends of an interval as the wall shows them: instants of two offsets can be equal and yet differ."""
    return known(interval.begin.earliest).local, known(interval.end.latest).local, interval.granularity


def features(question: Question, occurrence: Interval) -> dict[str, float]:
    """Return what speaks for and against an occurrence."""
    told = {} if question.now is None else _distance(question, question.now, occurrence)
    for each in question.evidence:
        told |= _agreement(each, question, occurrence)
    begin = known(occurrence.begin.earliest)
    if isinstance(question.stretch, DayOfYear) and question.stretch.weekday == begin.weekday:
        told["weekday"] = 1.0
    if _is_in_order(begin.ordinal, question.evidence):
        told["in order"] = question.story
    return told


def _distance(question: Question, now: Interval, occurrence: Interval) -> dict[str, float]:
    """Return on which side of the publication an occurrence lies and how far, for the direction of the clause."""
    lean, story, is_close = question.lean.value, question.story, float(question.is_close)
    scale = _SCALE.get(question.stretch.frame, 1.0)
    begin, end = _ordinals(occurrence)
    first, last = _ordinals(now)
    if begin >= last:
        far = math.log1p((begin - last) / scale)
        return {
            "ahead": 1.0,
            f"ahead {lean}": 1.0,
            f"ahead {lean} close": is_close,
            "ahead far": far * (1 - story),
            f"ahead far {lean}": far,
        }
    if end > first:
        return {}
    far = math.log1p(min((first - end) / scale, _LONG_AGO)) * (1 - story)
    return {f"back {lean}": 1.0, f"back {lean} close": is_close, "back far": far, f"back far {lean}": far}


def _agreement(evidence: Evidence, question: Question, occurrence: Interval) -> dict[str, float]:
    """Return how an occurrence lies to a time that the text names: within it or not, after or before it, how far."""
    name, interval = evidence.source.name.lower(), evidence.said.interval
    news = 1 - question.story
    weight = question.story if evidence.source.is_far_off else 1.0
    scale = _SCALE.get(question.stretch.frame, 1.0)
    begin = _ordinals(occurrence)[0]
    left, right = _ordinals(interval)
    if interval.granularity >= question.stretch.frame:
        if left <= begin < right:
            return {f"{name} in": weight, f"{name} in, news": news}
        return {f"{name} out": weight * math.log1p(max(left - begin, begin - right + 1) / scale / 12)}
    if evidence.source is Source.BESIDE:
        return {"beside goes on": float(_goes_on(interval, occurrence))}
    far = math.log1p(abs(begin - left) / scale)
    side = "on" if begin >= left else "back"
    told = {f"{name} {side}": weight * far, f"{name} {side}, news": news * far}
    if side == "back":
        told[f"{name} back {question.lean.value}"] = weight
    if occurrence == interval:
        told[f"{name} again"] = weight
    elif _year_of(occurrence) == _year_of(interval):
        told[f"{name} same year"] = weight
    return told


def _is_in_order(begin: int, evidence: Sequence[Evidence]) -> bool:
    """Whether a day lies between the times that are named with their year before and after it."""
    before = [said.interval for source, said in evidence if said.is_told and source.is_before]
    after = [said.interval for source, said in evidence if source is Source.NEXT]
    if not before or not after:
        return False
    return _ordinals(before[0])[0] <= begin < _ordinals(after[0])[1]


def readings(question: Question, table: Mapping[str, Weights] | None = None) -> Sequence[Reading]:
    """Return the readings of a stretch, the likeliest first; none where nothing is known.

    `table` has the weights by the kind of question; those of the package by default.
    """
    if table is not None or question.evidence or question.now is None:
        return _weighed(question, _weights() if table is None else table)
    return _weighed_alone(question._replace(evidence=(), now=Interval.exact(*_local(question.now))))


@functools.lru_cache(_MOST_REMEMBERED)
def _weighed_alone(question: Question) -> Sequence[Reading]:
    """Weigh the readings around a publication; its two ends are as the wall shows them."""
    return tuple(_weighed(question, _weights()))


def _weighed(question: Question, table: Mapping[str, Weights]) -> Sequence[Reading]:
    weights = table.get(question.kind, {})
    scored = [
        (sum(weights.get(name, 0.0) * value for name, value in features(question, each).items()), frame, each)
        for frame, each in candidates(question).items()
    ]
    if not scored:
        return []
    most = max(score for score, _, _ in scored)
    shares = [(math.exp(score - most), frame, each) for score, frame, each in scored]
    whole = sum(share for share, _, _ in shares)
    unit = question.stretch.frame
    found = [Reading(Interval.unit(frame, unit), each, share / whole) for share, frame, each in shares]
    return sorted(found, key=lambda each: (-each.probability, each.begin.ordinal))


@functools.cache
def _weights() -> Mapping[str, Weights]:
    loaded: dict[str, dict[str, float]] = json.loads(
        resources.files(__package__).joinpath("readings.json").read_text(encoding="utf-8")
    )
    return loaded


def _goes_on(interval: Interval, occurrence: Interval) -> bool:
    """Whether a date goes on from one beside it: "May and July" of one year, "December and January" of two."""
    left, begin = _ordinals(interval)[0], _ordinals(occurrence)[0]
    return left <= begin and (_year_of(occurrence) == _year_of(interval) or begin - left <= _HALF_A_YEAR)


def _year_of(interval: Interval) -> int:
    return known(interval.begin.earliest).year


def _ordinals(interval: Interval) -> tuple[int, int]:
    """Return the first day and the day after the last, as day numbers, of an interval with known ends."""
    begin, end = known(interval.begin.earliest), known(interval.end.latest)
    return begin.ordinal, max(end.ordinal, begin.ordinal + 1)
