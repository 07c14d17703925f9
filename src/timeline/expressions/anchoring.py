"""Resolve meanings to values and intervals, from publication, tense of the clause and what the text says around."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, NamedTuple

from attrs import field, frozen, mutable

from timeline.calculus.anchors import known
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import Lean, Moment, Operator, Then
from timeline.calculus.recurring import Repeating
from timeline.documents import Span
from timeline.errors import InputError
from timeline.expressions.clause_tense import UNTOLD, Direction, direction_of
from timeline.expressions.domains import AUTO, DOMAINS
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.expressions.frames import Evidence, Frames, Said, Source
from timeline.expressions.readings import Question, Reading, readings
from timeline.expressions.resolution import (
    Choice,
    alternatives,
    can_anchor,
    day_of,
    frame_of,
    is_bound,
    others,
    reading_of,
    reason_of,
    unresolved,
    way_of,
)
from timeline.expressions.resolution_cache import MAX_REMEMBERED, ResolutionCache, Resolved, Sense, When
from timeline.expressions.standpoint import STORY, is_far, is_own_date, publication_interval, story_share
from timeline.languages.language import TenseCues
from timeline.languages.reliability import Reliability, reliability_of, row_of
from timeline.layout.outline import Outline

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["Anchoring", "Found"]

_KINDS = {kind.value: kind for kind in Kind}
_QUARTERS = frozenset({Granularity.QUARTER, Granularity.HALF})
"""Granularities that "a year ago" can refer to; a day, as in "the quarter ended Sept. 30", leaves it unchanged."""
_MONTHS = re.compile(r"P\d+M")
_CONFIDENCE_SAID = 0.7
_CONFIDENCE_UNSAID = 0.4


class Found(NamedTuple):
    """A meaning and the offsets of the words that express it."""

    start: int
    end: int
    meaning: Meaning
    rule: str
    signal: tuple[int, int] | None = None


@frozen(eq=False)
class _Clause:
    """An expression with its sense, and the direction of its clause."""

    found: Found
    sense: Sense
    direction: Direction
    island: int


@mutable(eq=False)
class Anchoring:
    """Resolves the expressions of one text, in order; follows what the text says of their time."""

    text: str
    masked: str
    """The text with its markup masked, from which the context of an expression is read."""
    published: Instant | None
    cues: TenseCues | None
    domain: str = AUTO
    reliability: Reliability = field(factory=dict)
    """Measured precision of values of each kind."""
    resolutions: ResolutionCache = field(factory=ResolutionCache)
    """Earlier resolutions; may be shared by many texts."""
    now: Interval | None = field(init=False)
    frames: Frames = field(init=False)
    _publication: Interval | None = field(init=False)
    _when: When = field(init=False)
    _story: float = field(default=0.0, init=False)
    """How surely the text is about another time than that of its publication, from 0 to 1."""
    _ahead: deque[Said] = field(factory=deque, init=False)
    """The times that need no anchor and are more than a bound, of all that is still to be read, in order."""
    _entry: Said | None = field(default=None, init=False)
    _said: Said | None = field(default=None, init=False)
    _said_day: Interval | None = field(default=None, init=False)
    _said_quarter: Interval | None = field(default=None, init=False)
    _joined: Operator | None = field(default=None, init=False)
    """The meaning of the expression before, to recognise the two ends of a range."""
    _joined_direction: Direction = field(default=UNTOLD, init=False)
    _choices: dict[Repeating, Choice] = field(factory=dict, init=False)
    """The choices made in an island: of both ends of a range, of all items of a list."""
    _joined_said: tuple[Said | None, Interval | None] = field(default=(None, None), init=False)
    _island: int = field(default=-1, init=False)

    def __attrs_post_init__(self) -> None:
        if self.domain not in DOMAINS:
            message = f"no domain {self.domain!r}; there is {', '.join(DOMAINS)}"
            raise InputError(message)
        self.now = self._publication = publication_interval(self.published)
        cues = self.cues
        self.frames = Frames(Outline(self.masked, self.text), () if cues is None else (cues.past, cues.future))

    def anchor_all(self, islands: Sequence[Sequence[Found]]) -> list[TemporalExpression]:
        """Resolve the expressions of a text, island by island, leaving out those that their clause rules out."""
        clauses = [
            clause
            for number, island in enumerate(islands)
            for found in island
            if (clause := self._clause(found, number))
        ]
        self._survey(clauses)
        return [self._anchor(clause, index) for index, clause in enumerate(clauses)]

    def _clause(self, found: Found, island: int) -> _Clause | None:
        """Return an expression with the direction of its clause; None if that rules it out."""
        meaning = found.meaning
        sense = self.resolutions.sense(meaning)
        direction = UNTOLD
        if self.cues is not None and (sense.is_bare or meaning.lean is not None):
            signal = found.signal is not None
            direction = direction_of(self.masked, found.start, found.end, self.cues, signal=signal)
            if meaning.lean is not None and direction.lean not in {meaning.lean, Lean.NONE}:
                return None
        return _Clause(found, sense, direction, island)

    def _survey(self, clauses: Sequence[_Clause]) -> None:
        """Resolve what needs no anchor, and learn from it how far the text is from its publication."""
        far = near = deictic = 0
        self._when = self._key(0.0)
        for index, clause in enumerate(clauses):
            sense = clause.sense
            if sense.is_absolute:
                resolved = self._resolved(sense, UNTOLD)
                if resolved.moves_on and resolved.named is not None:
                    interval = frame_of(resolved)
                    if not is_bound(resolved):
                        self._ahead.append(Said(clause.found.start, clause.found.end, interval, index))
                    is_remote = is_far(resolved.named, self._publication)
                    far, near = far + is_remote, near + (not is_remote)
            elif sense.is_deictic or (sense.stretch is not None and sense.stretch.frame is Granularity.WEEK):
                deictic += 1
        if self.domain == "narrative" or (self.domain == AUTO and self._publication is None):
            self._story = 1.0
        elif self.domain == AUTO:
            self._story = story_share(far, near, deictic)
        self._when = self._key(self._story)

    def _key(self, story: float) -> When:
        at = self.published
        return (
            (self.domain, None, 0, None, story)
            if at is None
            else (self.domain, at.ordinal, at.second, at.offset, story)
        )

    def _anchor(self, clause: _Clause, index: int) -> TemporalExpression:
        """Resolve an expression."""
        start, end, meaning, rule, signal = clause.found
        sense = clause.sense
        direction = self._join(clause)
        self._enter(start)
        choice = self._choose(sense, direction, start, end) if sense.stretch is not None else None
        if choice is not None and sense.stretch is not None:
            self._choices[sense.stretch] = choice
        resolved = self._resolved(sense, direction, choice)
        if choice is None and sense.reads_said and self._contradicts(resolved, meaning.operator, start, end):
            resolved = unresolved(resolved, meaning)
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
            reason=reason_of(resolved, direction.verb),
        )
        self._follow(resolved, clause, index)
        return expression

    def _follow(self, resolved: Resolved, clause: _Clause, index: int) -> None:
        """Keep what later expressions may depend on."""
        if not resolved.moves_on:
            if resolved.kind is Kind.DURATION and _MONTHS.fullmatch(resolved.value):
                self._said_quarter = None  # "in the nine months", and what is compared with them
            return
        named = resolved.named
        assert named is not None  # as later expressions are relative to it
        sense, found = clause.sense, clause.found
        is_told = sense.is_absolute or (sense.is_deictic and self._story < STORY)
        said = Said(found.start, found.end, frame_of(resolved), index, is_told, is_bound(resolved))
        alone = self.frames.tell(said)
        if not (sense.reads_said and resolved.kind is Kind.TIME):  # a time of a day that is evidence itself
            self.frames.note(said)
        if alone:
            return
        self._said = said._replace(interval=named)
        self._said_day = resolved.day or self._said_day
        if named.granularity is Granularity.YEAR:
            self._said_quarter = None
        elif named.granularity in _QUARTERS and (self.now is None or named.precedes(self.now)):
            self._said_quarter = named

    def _enter(self, start: int) -> None:
        """Take the day of the entry in which an offset stands for today, if it stands in one."""
        entry = self.frames.entry(start)
        if entry is self._entry:
            return
        if entry is not None and is_own_date(entry.interval, self._publication):
            entry = None
        self._entry = entry
        if entry is None:
            self.now = self._publication
            return
        self.now = self._said_day = Interval.unit(known(entry.interval.begin.earliest), Granularity.DAY)

    def _join(self, clause: _Clause) -> Direction:
        """Give the second end of a range the direction of the first, and the anchor that the first had."""
        sense = clause.sense
        if clause.island != self._island:
            self._island, self._joined = clause.island, None  # what is said in another island is no end of this range
            self._choices.clear()
        if sense.operator is None or sense.operator is not self._joined:
            self._joined, self._joined_direction = sense.operator, clause.direction
            self._joined_said = self._said, self._said_day
            return clause.direction
        if sense.reads_said:
            self._said, self._said_day = self._joined_said
        return self._joined_direction if sense.is_bare else clause.direction

    def _choose(self, sense: Sense, direction: Direction, start: int, end: int) -> Choice | None:
        """Choose among the readings of a bare stretch; None where only the publication matters."""
        stretch = sense.stretch
        assert stretch is not None  # as it is asked of these only
        if stretch in self._choices:
            return self._choices[stretch]
        evidence = [
            each for each in self.frames.evidence(start, end, self._named_after(end))
            if self._bears_on(each, stretch.frame)
        ]  # fmt: skip
        if not evidence:
            return None
        question = self._question(stretch, direction, evidence)
        found = self._read(question, start)
        if not found:
            return None
        source, index = self._source(found[0], question)
        return Choice(found, source, index)

    def _question(self, stretch: Repeating, direction: Direction, evidence: Sequence[Evidence] = ()) -> Question:
        lean = direction.lean
        is_close = direction.is_close
        if self.domain == "colloquial":
            lean, is_close = Lean.FUTURE if lean is Lean.NONE else lean, True
        story = 0.0 if self._entry is not None else self._story
        return Question(stretch, self.now, lean, evidence, story, is_close)

    def _read(self, question: Question, start: int) -> Sequence[Reading]:  # noqa: ARG002 - training notes where it was asked
        return readings(question)

    def _named_after(self, end: int) -> Iterable[Said]:
        ahead = self._ahead
        while ahead and ahead[0].start < end:
            ahead.popleft()
        return ahead

    def _bears_on(self, evidence: Evidence, frame: Granularity) -> bool:
        """Whether a time can tell in which frame a stretch lies."""
        if frame >= Granularity.YEAR:
            return True
        if evidence.said.interval.granularity > frame or is_own_date(evidence.said.interval, self._publication):
            return False
        return frame is not Granularity.WEEK or self._story >= STORY or not evidence.source.is_apart

    def _source(self, reading: Reading, question: Question) -> tuple[Source | None, int]:
        """Return the evidence that an occurrence agrees with; none where the publication alone says the same."""
        if self._story < STORY and self.now is not None:
            alone = readings(question._replace(evidence=()))
            if alone and alone[0].begin == reading.begin:
                return None, -1
        evidence = question.evidence
        for source, said in evidence:
            begin = said.interval.begin.earliest
            if begin is not None and begin.local.floor(question.stretch.frame) == reading.begin:
                return source, said.number
        return evidence[0].source, evidence[0].said.number

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
        return direction_of(self.masked, start, end, self.cues).lean is forbidden

    def _resolved(self, sense: Sense, direction: Direction, choice: Choice | None = None) -> Resolved:
        """Resolve a meaning; from the cache where only the publication time matters."""
        lean = direction.lean
        if sense.reads_said or choice is not None or (self._entry is not None and not sense.is_absolute):
            return self._resolve(sense, lean, choice or self._of_publication(sense, direction))
        key = (sense, None if sense.is_absolute else self._when, lean, direction.is_close)
        table = self.resolutions.resolved
        resolved = table.get(key)
        if resolved is None:
            if len(table) >= MAX_REMEMBERED:
                table.clear()
            resolved = table[key] = self._resolve(sense, lean, self._of_publication(sense, direction))
        return resolved

    def _of_publication(self, sense: Sense, direction: Direction) -> Choice | None:
        """Choose among the readings around the publication, where nothing else is said."""
        found = [] if sense.stretch is None else readings(self._question(sense.stretch, direction))
        return Choice(found, None, -1) if found else None

    def _resolve(self, sense: Sense, lean: Lean, choice: Choice | None) -> Resolved:
        meaning = sense.meaning
        moment = self._moment(lean, choice)
        value, named, interval = reading_of(meaning, moment)
        confidence, anchor, reason = self._account(meaning, sense.operator, choice, named)
        way = way_of(choice, lean, named, self.now) if sense.is_bare else ""
        beside = others(meaning, moment, value, choice)
        unit = None if interval is None else interval.granularity.value
        leaning = "none" if choice is not None else anchor
        row = row_of(meaning.kind, value, leaning, unit, choice=choice is None and bool(beside))
        measured = reliability_of(self.reliability, row)
        if measured is not None:
            confidence = measured * meaning.confidence
        if choice is not None:
            confidence *= choice.readings[0].probability
        confidence = round(confidence, 2)
        moves_on = can_anchor(meaning, named)
        return Resolved(
            kind=_KINDS[meaning.kind],
            value=value,
            named=named,
            interval=interval,
            anchor=anchor,
            confidence=confidence,
            alternatives=alternatives(beside, confidence),
            way=way,
            reason=reason,
            moves_on=moves_on,
            day=day_of(meaning, named) if moves_on and named is not None else None,
        )

    def _moment(self, lean: Lean, choice: Choice | None) -> Moment:
        said = None if self._said is None else self._said.interval
        topic = said if self._story >= STORY and self._entry is None else None
        frame = None if choice is None else choice.frame
        return Moment(self.now, said, self._said_day, self._said_quarter, lean, topic, frame)

    def _account(
        self, meaning: Meaning, leaning: Operator | None, choice: Choice | None, named: Interval | None
    ) -> tuple[float, str, str]:
        """Return the confidence, the anchor and the reason."""
        confidence = meaning.confidence
        if leaning is None or not leaning.leans_on or (named is None and meaning.value is not None):
            return confidence, "none", meaning.note or "it needs no anchor"
        if choice is not None and choice.source is not None:
            name = _expression(choice.index)
            return confidence, name, f"the one of the time {choice.source.value} ({name})"
        of_story = leaning.reads_said and self._story >= STORY and self._said is not None
        if leaning.leans_on == "said" or (of_story and self._entry is None):
            return self._account_of_said(confidence, named)
        return confidence, *self._account_of_now(meaning, leaning)

    def _account_of_now(self, meaning: Meaning, leaning: Operator) -> tuple[str, str]:
        if self._entry is not None:
            name = _expression(self._entry.number)
            return name, f"counted from the date of its entry ({name})"
        if self.now is None:
            return "none", "it leans on the publication time, which is not known"
        reason = f"counted from the publication time, {self.published}"
        if leaning.is_bare:
            reason = f"{reason}; {meaning.note}" if meaning.note else reason
        return "publication", reason if leaning.is_bare else meaning.note or reason

    def _account_of_said(self, confidence: float, named: Interval | None) -> tuple[float, str, str]:
        if self._said is not None:
            name = _expression(self._said.number)
            return confidence * _CONFIDENCE_SAID, name, f"counted from the time last spoken of ({name})"
        if named is None or self.now is None:
            return confidence, "none", "it leans on a time spoken of before, and none was"
        reason = f"counted from the publication time, {self.published}, since no other time was spoken of"
        return confidence * _CONFIDENCE_UNSAID, "publication", reason


def _expression(index: int) -> str:
    """Return how an anchor names an expression."""
    return f"expression {index}"
