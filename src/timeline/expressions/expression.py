"""The result of `find_times`: a temporal expression with its value, its interval and its reason."""

from __future__ import annotations

import enum
from typing import Any

from attrs import field, frozen

from timeline.calculus.durations import Duration
from timeline.calculus.intervals import Interval
from timeline.documents import Span
from timeline.errors import InputError, NotationError
from timeline.terms import Modifier
from timeline.validation import check_fields, refuse_choice, shown

__all__ = ["Alternative", "Kind", "TemporalExpression"]

_ENDS = 2


class Kind(enum.Enum):
    """TIMEX3 types."""

    DATE = "DATE"
    TIME = "TIME"
    DURATION = "DURATION"
    SET = "SET"

    @classmethod
    def _missing_(cls, value: object) -> Kind:
        refuse_choice(cls, value)


@frozen
class Alternative:
    """Another, less likely, reading of an expression."""

    value: str
    interval: Interval | None
    confidence: float
    rrule: str | None = None
    """RFC 5545 recurrence of a SET."""

    __attrs_post_init__ = check_fields

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form."""
        interval = None if self.interval is None else self.interval.to_dict()
        return {"value": self.value, "interval": interval, "confidence": self.confidence, "rrule": self.rrule}


@frozen
class TemporalExpression:
    """A span of text that denotes a time, after TIMEX3 (TimeML 1.2.1).

    A range, such as "from May to July 2019", is one expression with two `ends`, each of which is one of TIMEX3;
    `timeline.timex3s` gives all as TIMEX3 has them.

    Offsets count code points of the text as given. `interval` is the time that the words denote; whether an event
    fills it or lies somewhere in it is a property of the event.
    """

    text: str
    start: int
    end: int
    kind: Kind
    value: str
    """TIMEX3 value: `2022-07-22`, `2022-W27`, `P50Y`, `XXXX-05`, `PRESENT_REF`; of a range, which is none of TIMEX3,
    those of its ends: `2019-05/2019-07`, `P2W/P3M`."""
    interval: Interval | None = None
    mod: Modifier | None = None
    """TIMEX3 modifier: START MID END APPROX, LESS_THAN MORE_THAN EQUAL_OR_LESS EQUAL_OR_MORE, BEFORE AFTER
    ON_OR_BEFORE ON_OR_AFTER."""
    quant: str | None = None
    freq: str | None = None
    signal: Span | None = None
    """The preposition or conjunction that relates the time to an event: since, until, by, for, in …"""
    rrule: str | None = None
    """RFC 5545 recurrence of a SET."""
    anchor: str = "none"
    """What the value is relative to: `publication`, `expression N`, `event` or `none`; an end of a range that is
    relative to the other end names the range."""
    rule: str = ""
    """Id of the grammar rule that matched, `relative.weeks-ago`; after `>` that of a rule within it."""
    confidence: float = 1.0
    alternatives: tuple[Alternative, ...] = ()
    ends: tuple[TemporalExpression, ...] = ()
    """The two TIMEX3 expressions that a range goes from and to; of what is no range, none."""
    reason: str = field(default="", repr=False, eq=False)
    """Why the value is what it is, as part of a sentence."""

    def __attrs_post_init__(self) -> None:
        check_fields(self)
        if self.ends and (len(self.ends) != _ENDS or any(each.ends for each in self.ends)):
            message = f"a range has two ends, which are no ranges; got {len(self.ends)} for {shown(self.text)}"
            raise InputError(message)

    @property
    def span(self) -> Span:
        """The span in the text."""
        return Span(self.text, self.start, self.end)

    @property
    def duration(self) -> Duration | None:
        """How long it is said to be, whatever `mod` makes of that; None for what is no length, or an unknown one.

        >>> import timeline
        >>> for_two_years, for_years = timeline.find_times("It lasted two years. It went on for years.")
        >>> for_two_years.duration, for_years.duration
        (Duration(amounts=((Granularity.YEAR, 2),)), None)
        """
        if self.kind is not Kind.DURATION:
            return None
        try:
            length = Duration.parse(self.value)
        except NotationError:
            return None
        return length if length.is_exact else None

    def why(self) -> str:
        """Explain in one sentence how the value was derived."""
        return f"“{self.text}” is {self.kind.value} {self.value}: {self.reason or 'as written'} (rule {self.rule})."

    def to_dict(self) -> dict[str, Any]:
        """Return the JSON form; see `docs/reference.md`."""
        return {
            "text": self.text,
            "start": self.start,
            "end": self.end,
            "kind": self.kind.value,
            "value": self.value,
            "mod": self.mod,
            "quant": self.quant,
            "freq": self.freq,
            "signal": None if self.signal is None else self.signal.to_dict(),
            "interval": None if self.interval is None else self.interval.to_dict(),
            "rrule": self.rrule,
            "anchor": self.anchor,
            "rule": self.rule,
            "confidence": self.confidence,
            "alternatives": [alternative.to_dict() for alternative in self.alternatives],
            "ends": [end.to_dict() for end in self.ends],
        }
