"""What the meanings of temporal phrases lean on: the publication time, and the time last spoken of."""

from __future__ import annotations

import abc
import enum
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Interval
from timeline.calculus.notation import format_timex
from timeline.validation import check_fields

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant

__all__ = [
    "NOW",
    "At",
    "Derived",
    "Lean",
    "Moment",
    "Now",
    "Operator",
    "Said",
    "SaidDay",
    "Then",
    "Topic",
    "begin_of",
    "end_of",
    "known",
]


class Lean(enum.Enum):
    """Which way a bare weekday or month looks: the tense of its clause decides."""

    PAST = "past"
    FUTURE = "future"
    NONE = "none"
    """Nothing tells: days of the week look back, as news does; days of the year and months go to the nearer one."""

    __hash__ = object.__hash__  # members are single; the hash of Enum is far slower


@frozen
class Moment:
    """What an operator may lean on."""

    now: Interval | None = None
    """The publication time: its day, or its very minute where that is known."""
    said: Interval | None = None
    """The time last spoken of."""
    said_day: Interval | None = None
    """The day last spoken of."""
    said_quarter: Interval | None = None
    """The quarter or half last spoken of, as long as no other period was: what "a year ago" compares with."""
    lean: Lean = Lean.NONE
    topic: Interval | None = None
    """The time that the text is about, where that is not the publication time."""
    frame: Interval | None = None
    """The unit (year, month, week) in which stretches of such a frame are to be sought, where the text tells it."""

    __attrs_post_init__ = check_fields


class Operator(abc.ABC):
    """A time that can be resolved against a moment."""

    __slots__ = ()

    __attrs_post_init__ = check_fields

    @abc.abstractmethod
    def resolve(self, moment: Moment) -> Interval | None:
        """Give the interval; None where the moment lacks what is needed."""

    @property
    @abc.abstractmethod
    def leans_on(self) -> str:
        """`now`, `said` or `` (nothing)."""

    @property
    def reads_said(self) -> bool:
        """Whether the time last spoken of makes a difference."""
        return self.leans_on == "said"

    @property
    def is_bare(self) -> bool:
        """Whether the tense of the clause decides which one is meant."""
        return False

    @property
    def template(self) -> str:
        """The TIMEX3 value where it cannot be resolved."""
        return "XXXX"

    def timex(self, found: Interval) -> str | None:
        """Give the TIMEX3 value of what it was resolved to; None where that is no unit of the calendar."""
        return format_timex(found)


class Derived(Operator):
    """An operator over one other."""

    __slots__ = ()

    of: Operator

    @property
    def leans_on(self) -> str:
        return self.of.leans_on

    @property
    def reads_said(self) -> bool:
        return self.of.reads_said

    @property
    def is_bare(self) -> bool:
        return self.of.is_bare

    @property
    def template(self) -> str:
        return self.of.template


@frozen
class At(Operator):
    """A time that needs no anchor."""

    interval: Interval
    leans_on = ""

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: ARG002 - see Operator
        return self.interval


@frozen
class Now(Operator):
    """The publication time."""

    leans_on = "now"

    def resolve(self, moment: Moment) -> Interval | None:
        return moment.now


NOW = Now()


@frozen
class Said(Operator):
    """The time last spoken of; nothing where none was, as "two days later" is not two days after the publication."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:
        return moment.said


@frozen
class Topic(Operator):
    """The time that the text is about: the one last spoken of in a story, else the publication time.

    So "the end of the year" is that of the year that is told of.
    """

    leans_on = "now"

    @property
    def reads_said(self) -> bool:
        return True

    def resolve(self, moment: Moment) -> Interval | None:
        return moment.topic or moment.now


@frozen
class SaidDay(Operator):
    """The day last spoken of, for a time of day that stands alone; the day of publication only if no other time was."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:
        if moment.said_day is None and moment.said is not None:
            return None
        if moment.said_day is not None or moment.now is None:
            return moment.said_day
        return Interval.unit(known(moment.now.begin.earliest), Granularity.DAY)


@frozen
class Then(Operator):
    """The time last spoken of, and nothing where there is none: "since then"."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:
        return moment.said


def begin_of(interval: Interval | None) -> Instant | None:
    """Give the earliest begin, if any is known."""
    return None if interval is None else interval.begin.earliest


def known(instant: Instant | None) -> Instant:
    """Say that occurrences and publication times have known ends."""
    assert instant is not None
    return instant


def end_of(interval: Interval | None) -> Instant | None:
    """Give the latest end, if any is known."""
    return None if interval is None else interval.end.latest
