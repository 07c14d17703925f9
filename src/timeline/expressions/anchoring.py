"""Resolve meanings to values and intervals, from publication time, tense of the clause and earlier expressions."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING, NamedTuple

from attrs import evolve, field, mutable

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Lean, Moment, Operator, QuarterSaid, Then, YearAgo
from timeline.documents import Span
from timeline.errors import InputError
from timeline.expressions.domains import DOMAINS
from timeline.expressions.expression import Alternative, Kind, TemporalExpression
from timeline.expressions.resolution_cache import MAX_REMEMBERED, ResolutionCache, Resolved, Sense, When
from timeline.languages.language import TenseCues
from timeline.languages.reliability import Reliability, reliability_of, row_of

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["Anchoring", "Found", "lean_of", "publication_interval"]

_WAYS = {
    Lean.PAST: "the last one, as the clause speaks of the past",
    Lean.FUTURE: "the coming one, as the clause speaks of the future",
    Lean.NONE: "the likelier one, as no verb points either way",
}
_AHEAD = "the coming one, as no verb points either way in a text of its kind"
_AGAINST = {
    Lean.PAST: "the coming one, as it is nearer by far, though the clause speaks of the past",
    Lean.FUTURE: "the last one, as it is nearer by far, though the clause speaks of the future",
}
_STORY_WAYS = {
    Lean.PAST: "the one before, as the clause goes back in the story",
    Lean.FUTURE: "the first one from there on, as the story goes on",
    Lean.NONE: "the first one from there on, as the story goes on",
}
_KINDS = {kind.value: kind for kind in Kind}
_MOVING = "narrative"
"""The domain in which bare weekdays and months are relative to the time last mentioned."""
_LINE_ENDS = re.compile(r"[^\S\n\u2029]*(?:[\n\u2029]|\Z)")
_CLAUSE_REACH = 160
_QUARTERS = frozenset({Granularity.QUARTER, Granularity.HALF})
"""Granularities that "a year ago" can refer to; a day, as in "the quarter ended Sept. 30", leaves it unchanged."""
_MONTHS = re.compile(r"P\d+M")
_SENTENCE_END = re.compile(
    # begins with one set of characters, so that the search leaps to them
    r"[.!?\n\u2029](?:(?<=[.!?])[\"”’')\]]*\s+(?=[\"“‘'(\[]?[A-Z])|(?<=\n)\s*\n|(?<=\u2029))"
)
_CONFIDENCE_BARE = 0.85
_CONFIDENCE_SAID = 0.7
_CONFIDENCE_UNSAID = 0.4


def publication_interval(published: Instant | None) -> Interval | None:
    """Return the day of publication, or its minute if a time of day is known."""
    if published is None:
        return None
    day_only = published.second == 0 and published.offset is None
    return Interval.unit(published, Granularity.DAY if day_only else Granularity.MINUTE)


def lean_of(text: str, start: int, end: int, cues: TenseCues) -> tuple[Lean, str]:
    """Direction of an expression's clause, past or future, from the words around it, and the word that shows it.

    The nearest verb before it in the clause up to a semicolon decides, else the first one after it, else those of the
    sentence; without any, it is neither.
    """
    head = text[max(0, start - _CLAUSE_REACH) : start]
    cut = max((match.end() for match in _SENTENCE_END.finditer(head)), default=0)
    head = head[cut:]
    tail = text[end : end + _CLAUSE_REACH]
    stop = _SENTENCE_END.search(tail)
    tail = tail[: stop.start() + 1] if stop else tail
    told = _lean_in(head.rpartition(";")[2], tail.partition(";")[0], cues)
    return _lean_in(head, tail, cues) if told[0] is Lean.NONE else told


def _lean_in(head: str, tail: str, cues: TenseCues) -> tuple[Lean, str]:
    future, past = None, None
    for future in cues.future.finditer(head):  # noqa: B007 - the last match is wanted
        pass
    for past in cues.past.finditer(head):  # noqa: B007 - the last match is wanted
        pass
    if future and (not past or (future.end(), -future.start()) >= (past.end(), -past.start())):
        return Lean.FUTURE, future.group()
    if past:
        return Lean.PAST, past.group()
    future, past = cues.future.search(tail), cues.past.search(tail)
    if future and (not past or future.start() <= past.start()):
        return Lean.FUTURE, future.group()
    return (Lean.PAST, past.group()) if past else (Lean.NONE, "")


class Found(NamedTuple):
    """A meaning and the offsets of the words that express it."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: tuple[int, int] | None = None


@mutable(eq=False)
class Anchoring:
    """Resolves the expressions of one text, in order; remembers the time last mentioned."""

    text: str
    masked: str
    """The text with its markup masked, from which the context of an expression is read."""
    published: Instant | None
    cues: TenseCues | None
    domain: str = "news"
    reliability: Reliability = field(factory=dict)
    """Measured precision of values of each kind."""
    resolutions: ResolutionCache = field(factory=ResolutionCache)
    """Earlier resolutions; may be shared by many texts."""
    now: Interval | None = field(init=False)
    _when: When = field(init=False)
    _said: Interval | None = field(default=None, init=False)
    _said_day: Interval | None = field(default=None, init=False)
    _said_quarter: Interval | None = field(default=None, init=False)
    _said_index: int = field(default=-1, init=False)
    _count: int = field(default=0, init=False)
    _joined: Operator | None = field(default=None, init=False)
    """The meaning and signal of the expression before, to recognise the two ends of a range."""
    _joined_lean: Lean = field(default=Lean.NONE, init=False)
    _joined_verb: str = field(default="", init=False)
    _joined_said: tuple[Interval | None, Interval | None, int] = field(default=(None, None, -1), init=False)

    def __attrs_post_init__(self) -> None:
        if self.domain not in DOMAINS:
            message = f"no domain {self.domain!r}; there is {', '.join(DOMAINS)}"
            raise InputError(message)
        self.now = publication_interval(self.published)
        at = self.published
        self._when = (self.domain, None, 0, None) if at is None else (self.domain, at.ordinal, at.second, at.offset)

    def anchor_all(self, found: Iterable[Found]) -> Iterator[TemporalExpression]:
        """Resolve the expressions of one island, leaving out those that their clause rules out."""
        self._joined = None  # the same meaning in another island is no end of this range
        for each in found:
            expression = self.anchor(each)
            if expression is not None:
                yield expression

    def anchor(self, found: Found) -> TemporalExpression | None:
        """Resolve an expression; None if its clause rules it out."""
        start, end, meaning, rule, signal = found
        sense = self.resolutions.sense(meaning)
        lean, verb = Lean.NONE, ""
        if self.cues is not None and (sense.is_bare or meaning.lean is not None):
            lean, verb = lean_of(self.masked, start, end, self.cues)
            if meaning.lean is not None and lean not in {meaning.lean, Lean.NONE}:
                return None
            lean = self._story_lean(lean, verb, bare=sense.is_bare)
        lean, verb = self._join(sense, lean, verb)
        resolved = self._resolved(sense, lean)
        if self._contradicts(resolved, meaning.operator, start, end):
            resolved = _unresolved(resolved, meaning)
        recurrence = meaning.recurrence
        expression = TemporalExpression(
            text=self.text[start:end],
            start=start,
            end=end,
            kind=resolved.kind,
            value=resolved.value,
            interval=resolved.interval,
            mod=meaning.mod,
            quant=None if recurrence is None else recurrence.quant,
            freq=None if recurrence is None else recurrence.freq,
            signal=None if signal is None else Span.of(self.text, *signal),
            rrule=None if recurrence is None else recurrence.rrule,
            anchor=resolved.anchor,
            rule=rule,
            confidence=resolved.confidence,
            alternatives=resolved.alternatives,
            reason=_reason(resolved, verb),
        )
        if resolved.moves_on and not _is_alone(self.masked, start, end):
            named = resolved.named
            assert named is not None  # as later expressions are relative to it
            self._said, self._said_index = named, self._count
            self._said_day = resolved.day or self._said_day
            if named.granularity is Granularity.YEAR:
                self._said_quarter = None
            elif named.granularity in _QUARTERS and self._is_over(named):
                self._said_quarter = named
        elif resolved.kind is Kind.DURATION and _MONTHS.fullmatch(resolved.value):
            self._said_quarter = None  # "in the nine months", and what is compared with them
        self._count += 1
        return expression

    def _is_over(self, named: Interval) -> bool:
        return self.now is None or named.precedes(self.now)

    def _join(self, sense: Sense, lean: Lean, verb: str) -> tuple[Lean, str]:
        """Give the second end of a range the direction of the first, and the anchor that the first had."""
        if sense.operator is None or sense.operator is not self._joined:
            self._joined, self._joined_lean, self._joined_verb = sense.operator, lean, verb
            self._joined_said = self._said, self._said_day, self._said_index
            return lean, verb
        if sense.reads_said:
            self._said, self._said_day, self._said_index = self._joined_said
        return (self._joined_lean, self._joined_verb) if sense.is_bare else (lean, verb)

    def _story_lean(self, lean: Lean, verb: str, *, bare: bool) -> Lean:
        """Direction in a narrative: in the past tense, onward from the time last mentioned."""
        if self.domain != _MOVING or not bare or self._said is None or self.cues is None:
            return lean
        anterior = self.cues.anterior
        return Lean.PAST if lean is Lean.PAST and anterior and anterior.match(verb) else Lean.FUTURE

    def _contradicts(self, resolved: Resolved, operator: Operator | None, start: int, end: int) -> bool:
        """Whether a time anchored on an earlier expression contradicts the tense of its clause.

        "Two years later" in the past tense cannot be after the publication, nor "until then" before it in a clause
        about the future: the antecedent was not found.
        """
        named, now = resolved.named, self.now
        if self.cues is None or named is None or now is None or not resolved.anchor.startswith("expression"):
            return False
        if now.precedes(named):
            forbidden = Lean.PAST
        elif isinstance(operator, Then) and named.precedes(now):
            forbidden = Lean.FUTURE
        else:
            return False
        return lean_of(self.masked, start, end, self.cues)[0] is forbidden

    def _resolved(self, sense: Sense, lean: Lean) -> Resolved:
        """Resolve a meaning; from the cache where only the publication time matters."""
        if sense.reads_said or (sense.is_bare and self.domain == _MOVING):
            return self._resolve(sense, lean)
        key = (sense, None if sense.is_absolute else self._when, lean)
        table = self.resolutions.resolved
        resolved = table.get(key)
        if resolved is None:
            if len(table) >= MAX_REMEMBERED:
                table.clear()
            resolved = table[key] = self._resolve(sense, lean)
        return resolved

    def _resolve(self, sense: Sense, lean: Lean) -> Resolved:
        meaning = sense.meaning
        operator, relation = meaning.operator, meaning.relation
        moment = self._moment(lean, bare=sense.is_bare)
        named = None if operator is None else operator.resolve(moment)
        interval = named if relation is None else relation.resolve(moment)
        value = meaning.value or _value(operator, named)
        confidence, anchor, way, reason = self._account(meaning, sense.operator, lean)
        if way == _WAYS[lean] and self._is_against(named, lean):
            way = _AGAINST[lean]
        readings = _readings(meaning, moment, value)
        unit = None if interval is None else interval.granularity.value
        row = row_of(meaning.kind, value, anchor, unit, choice=bool(readings))
        measured = reliability_of(self.reliability, row)
        if measured is not None:
            confidence = round(measured * meaning.confidence, 2)
        moves_on = named is not None and _moves_on(meaning, named)
        return Resolved(
            kind=_KINDS[meaning.kind],
            value=value,
            named=named,
            interval=interval,
            anchor=anchor,
            confidence=confidence,
            alternatives=_alternatives(readings, confidence),
            way=way,
            reason=reason,
            moves_on=moves_on,
            day=_day(meaning, named) if moves_on and named is not None else None,
        )

    def _is_against(self, named: Interval | None, lean: Lean) -> bool:
        """Whether the chosen time contradicts the tense of the clause."""
        if named is None or self.now is None or lean is Lean.NONE:
            return False
        return self.now.precedes(named) if lean is Lean.PAST else named.precedes(self.now)

    def _moment(self, lean: Lean, *, bare: bool) -> Moment:
        if self.domain != "news" and lean is Lean.NONE:
            lean = Lean.FUTURE
        if self.domain == _MOVING and bare and self._said is not None:
            return Moment(self._said, self._said, self._said_day, self._said_quarter, lean)
        return Moment(self.now, self._said, self._said_day, self._said_quarter, lean)

    def _account(self, meaning: Meaning, leaning: Operator | None, lean: Lean) -> tuple[float, str, str, str]:  # noqa: PLR0911 - one way out for each way to lean
        """Return the confidence, the anchor, the direction taken, and the reason."""
        if leaning is None or not leaning.leans_on:
            return meaning.confidence, "none", "", meaning.note or "it needs no anchor"
        goes_on = leaning.is_bare and self.domain == _MOVING
        leans_on_said = self._said is not None and (goes_on or leaning.leans_on == "said")
        if self.now is None and not leans_on_said:
            return meaning.confidence, "none", "", "it leans on the publication time, which is not known"
        if leans_on_said:
            reason = f"counted from the time last spoken of (expression {self._said_index})"
            way = _STORY_WAYS[lean] if goes_on else ""
            return meaning.confidence * _CONFIDENCE_SAID, f"expression {self._said_index}", way, reason
        if leaning.leans_on == "said" and isinstance(meaning.operator, Then):
            return meaning.confidence, "none", "", "it leans on a time spoken of before, and none was"
        if leaning.leans_on == "said":
            reason = f"counted from the publication time, {self.published}, since no other time was spoken of"
            return meaning.confidence * _CONFIDENCE_UNSAID, "publication", "", reason
        reason = f"counted from the publication time, {self.published}"
        if leaning.is_bare:
            way = _AHEAD if lean is Lean.NONE and self.domain != "news" else _WAYS[lean]
            reason = f"{reason}; {meaning.note}" if meaning.note else reason
            return meaning.confidence * _CONFIDENCE_BARE, "publication", way, reason
        return meaning.confidence, "publication", "", meaning.note or reason


def _unresolved(resolved: Resolved, meaning: Meaning) -> Resolved:
    """Drop a date that cannot be right; the expression stays, unresolved."""
    return evolve(
        resolved,
        value="" if meaning.operator is None else meaning.operator.template,
        named=None,
        interval=None,
        anchor="none",
        alternatives=(),
        reason="counted from the time last spoken of, it would lie on the other side of now than its clause speaks of",
        moves_on=False,
        day=None,
    )


def _reason(resolved: Resolved, verb: str) -> str:
    if not resolved.way:
        return resolved.reason
    told = f" (“{verb}”)" if verb else ""
    return f"{resolved.way}{told}, {resolved.reason}"


def _is_alone(text: str, start: int, end: int) -> bool:
    """Whether a span is a line of its own: a dateline, on which later times do not depend."""
    if not _LINE_ENDS.match(text, end):
        return False
    while start and text[start - 1] not in "\n\u2029":
        start -= 1
        if not text[start].isspace():
            return False
    return True


def _moves_on(meaning: Meaning, named: Interval) -> bool:
    """Whether this can be the anchor of later expressions: not references, nor mere comparisons."""
    if not named.is_exact or meaning.value is not None:
        return False
    return meaning.kind in {"DATE", "TIME"} and not isinstance(meaning.operator, YearAgo | QuarterSaid)


def _day(meaning: Meaning, named: Interval) -> Interval | None:
    """Return the day that contains an exact time of at most a day."""
    if meaning.kind != "TIME" and named.granularity is not Granularity.DAY:
        return None
    return Interval.unit(_known_begin(named), Granularity.DAY)


def _known_begin(interval: Interval) -> Instant:
    begin = interval.begin.earliest
    assert begin is not None  # asked of exact intervals only
    return begin


def _value(operator: Operator | None, named: Interval | None) -> str:
    if operator is None:
        return ""
    return (None if named is None else operator.timex(named)) or operator.template


def _readings(meaning: Meaning, moment: Moment, value: str) -> list[tuple[str, Interval | None, str | None]]:
    """Return the other readings, and the one in the other direction: value, interval, recurrence rule of each."""
    found = [
        (*_told(other, moment), None if other.recurrence is None else other.recurrence.rrule)
        for other in meaning.others
    ]
    operator = meaning.operator
    if operator is not None and operator.is_bare and moment.now is not None:
        for lean in (Lean.PAST, Lean.FUTURE):
            second = _told(meaning, evolve(moment, lean=lean))
            if second[1] is not None and second[0] != value:
                found.append((*second, None))
                break
    return found


def _alternatives(
    readings: list[tuple[str, Interval | None, str | None]], confidence: float
) -> tuple[Alternative, ...]:
    """Share the remaining probability evenly among the other readings; none exceeds that of the chosen one."""
    share = round(min((1 - confidence) / max(len(readings), 1), confidence), 2)
    return tuple(Alternative(value, interval, share, rrule) for value, interval, rrule in readings)


def _told(meaning: Meaning, moment: Moment) -> tuple[str, Interval | None]:
    """Return the value and the interval of a reading."""
    operator, relation = meaning.operator, meaning.relation
    named = None if operator is None else operator.resolve(moment)
    interval = named if relation is None else relation.resolve(moment)
    return meaning.value or _value(operator, named), interval
