"""What temporal phrases mean, before any calendar is known.

An operator is built once from words and resolved against many moments. The algebra follows SCATE and timenorm
(Bethard & Parker 2016, *A Semantically Compositional Annotation Scheme for Time Normalization*).

===================================  =====================================================
phrase                               operator
===================================  =====================================================
2019                                 `At(2019)`
today, this year                     `This(Unit(DAY))`, `This(Unit(YEAR))`
last May                             `Last(MonthOfYear(5))`
in May                               `Bare(MonthOfYear(5))`: the tense decides
two weeks ago                        `Shift(Duration(2 weeks), -1, Now())`
the following day                    `Shift(Duration(1 day), +1, Said())`
May of last year                     `In(MonthOfYear(5), Last(Unit(YEAR)))`
the third Monday of May              `Nth(3, DayOfWeek(1), Bare(MonthOfYear(5)))`
early 1990s                          `Part("START", At(199X))`
the past 50 years                    `Span(Duration(50 years), -1, Now())`
since 2019, until, by, before …      `Since(At(2019))` …
===================================  =====================================================
"""

from __future__ import annotations

import abc
import enum

from attrs import frozen

from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.calculus.repeating import Repeating, Unit

__all__ = [
    "After",
    "At",
    "Backward",
    "Bare",
    "Before",
    "Between",
    "By",
    "In",
    "Last",
    "Lean",
    "Moment",
    "Next",
    "Now",
    "Nth",
    "NthWeek",
    "Onward",
    "Operator",
    "Part",
    "Said",
    "SaidDay",
    "Same",
    "Shift",
    "Since",
    "Span",
    "Then",
    "This",
    "Turn",
    "Until",
    "YearAgo",
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
    lean: Lean = Lean.NONE


class Operator(abc.ABC):
    """A time that can be resolved against a moment."""

    __slots__ = ()

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


class _Derived(Operator):
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

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: ARG002, D102 - see Operator
        return self.interval


@frozen
class Now(Operator):
    """The publication time."""

    leans_on = "now"

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        return moment.now


@frozen
class Said(Operator):
    """The time last spoken of; where there is none, the publication time."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        return moment.said or moment.now


@frozen
class SaidDay(Operator):
    """The day last spoken of, for a time of day that stands alone; the day of publication only if no other time was."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        if moment.said_day is None and moment.said is not None:
            return None
        if moment.said_day is not None or moment.now is None:
            return moment.said_day
        return Interval.unit(_known(moment.now.begin.earliest), Granularity.DAY)


@frozen
class This(_Derived):
    """The one in the same frame: this year, this Friday (of this week), this May (of this year).

    >>> friday = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> This(Unit(Granularity.WEEK)).resolve(Moment(now=friday)).edtf
    '2022-07-18/2022-07-24'
    """

    stretch: Repeating
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(self.of.resolve(moment))
        if base is None:
            return None
        return self.stretch.within(base.floor(self.stretch.frame))

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Last(_Derived):
    """The one before: last year, last Friday, last May."""

    stretch: Repeating
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(self.of.resolve(moment))
        return None if base is None else self.stretch.last_ended(base)

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Next(_Derived):
    """The one after: next year, next Friday, next May."""

    stretch: Repeating
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _end(self.of.resolve(moment))
        if base is None:
            return None
        if self.stretch.granularity is Granularity.WEEKEND:  # the next weekend is that of the next week
            base = base.floor(Granularity.WEEK).shift(1, Granularity.WEEK)
        return self.stretch.next_begin(base)

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Bare(Operator):
    """One that is named alone ("on Friday", "in May"): the present or last one, or the next, as the tense leans.

    A day of the week goes where the tense points. A stretch of the year goes to the nearer one; against the tense
    only if it is nearer by far: "payable Dec. 15", said in October, is ahead whatever the verb of the clause.
    """

    stretch: Repeating
    leans_on = "now"
    is_bare = True

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(moment.now)
        if base is None:
            return None
        past, future = self.stretch.last_begun(base), self.stretch.next_ending(base)
        if self.stretch.frame < Granularity.YEAR:
            return future if moment.lean is Lean.FUTURE else past
        if past is None or future is None or past == future:
            return past or future
        back = base.ordinal - _known(past.end.latest).ordinal
        ahead = _known(future.begin.earliest).ordinal - base.ordinal
        reach = _REACH[moment.lean]
        if moment.lean is Lean.PAST and self.stretch.granularity > Granularity.DAY:
            reach *= 2  # "September was dry": months are told of for longer than days are
        elif moment.lean is Lean.FUTURE and self.stretch.granularity is Granularity.MONTH:
            reach /= 4  # "it will open in June", said in July
        return past if back <= ahead * reach else future

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Onward(_Derived):
    """The first one from another time on: the July of "from May to July"."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(self.of.resolve(moment))
        return None if base is None else self.stretch.next_ending(base)

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Backward(_Derived):
    """The last one before another time: the May of "from May to July 2019"."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(self.of.resolve(moment))
        return None if base is None else self.stretch.last_begun(base)

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class In(_Derived):
    """One within another time: May of last year, Friday morning, the summer of 1994."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        outer = self.of.resolve(moment)
        return None if outer is None else next(iter(self.stretch.all_within(outer)), None)

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Nth(_Derived):
    """The n-th (from 1) or the last (-1) of its kind in another time: the third Monday of May, its last week."""

    number: int
    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        outer = self.of.resolve(moment)
        if outer is None:
            return None
        found = self.stretch.all_within(outer)
        index = self.number - 1 if self.number > 0 else self.number
        return found[index] if -len(found) <= index < len(found) else None

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Shift(_Derived):
    """A time moved by a duration: two weeks ago, the following day, a year earlier. The unit said is the granularity.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Shift(Duration.of(2, Granularity.WEEK), -1).resolve(Moment(now=now)).edtf
    '2022-07-04/2022-07-10'
    """

    duration: Duration
    sign: int
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        outer = self.of.resolve(moment)
        base = _begin(outer)
        if outer is None or base is None:
            return None
        unit = self.duration.unit
        if outer.granularity > unit:
            return None  # "three hours ago" where only the day is known, "the next day" after "in May"
        moved = add(base, self.duration, self.sign)
        return None if moved is None else Interval.unit(moved, _stated(unit))

    @property
    def template(self) -> str:  # noqa: D102
        return Unit(_stated(self.duration.unit)).template


@frozen
class YearAgo(Operator):
    """A year ago, where quarters are compared: the same quarter of the year before; else the year before."""

    leans_on = "now"
    reads_said = True

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        said = moment.said
        if said is not None and said.granularity in {Granularity.QUARTER, Granularity.HALF}:
            return said.shift(-1, Granularity.YEAR)
        return None if moment.now is None else Unit(Granularity.YEAR).last_ended(_known(moment.now.begin.earliest))


@frozen
class Part(_Derived):
    """The early, middle or late part of a time: `START`, `MID` or `END`, with ends as vague as the words."""

    which: str
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        whole = self.of.resolve(moment)
        if whole is None or whole.begin.earliest is None or whole.end.latest is None:
            return whole
        begin, end = whole.begin.earliest, whole.end.latest
        quarter, half, three = (_between(begin, end, share) for share in (0.25, 0.5, 0.75))
        first, last = {
            "START": (Bound.at(begin), Bound(quarter, half)),
            "MID": (Bound(quarter, half), Bound(half, three)),
            "END": (Bound(half, three), Bound.at(end)),
        }[self.which]
        return Interval(first, last, whole.granularity)


@frozen
class Span(_Derived):
    """A stretch that ends now or begins now: the past 50 years, the next five days; `sign` is -1 or +1.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Span(Duration.of(50, Granularity.YEAR), -1).resolve(Moment(now=now)).to_dict()["begin"]
    {'earliest': '1972-01-01', 'latest': '1973-01-01'}
    """

    duration: Duration
    sign: int
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = self.of.resolve(moment)
        near = _end(base) if self.sign < 0 else _begin(base)
        if near is None:
            return None
        far = add(near, self.duration, self.sign)
        if far is None:
            return Interval(OPEN, Bound.at(near)) if self.sign < 0 else Interval(Bound.at(near), OPEN)
        unit = min(_stated(self.duration.unit), Granularity.YEAR)  # a decade from now is told to the year
        if unit > Granularity.DAY:
            around = Interval.unit(far, unit)
            window = Bound(around.begin.earliest, around.end.latest)
        else:
            window = Bound.at(far)
        if self.sign < 0:
            return Interval(Bound(window.earliest, min(window.latest or near, near)), Bound.at(near), unit)
        return Interval(Bound.at(near), Bound(max(window.earliest or near, near), window.latest), unit)

    @property
    def template(self) -> str:  # noqa: D102
        return self.duration.timex


@frozen
class Since(_Derived):
    """From some point within a time on, with an open end."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        of = self.of.resolve(moment)
        return None if of is None else Interval(Bound(of.begin.earliest, of.end.latest), OPEN, of.granularity)


@frozen
class Until(_Derived):
    """Up to some point within a time, with an open begin."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        of = self.of.resolve(moment)
        return None if of is None else Interval(OPEN, Bound(of.begin.earliest, of.end.latest), of.granularity)


@frozen
class By(_Derived):
    """At the end of a time at the latest."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        of = self.of.resolve(moment)
        return None if of is None else Interval(OPEN, Bound(None, of.end.latest), of.granularity)


@frozen
class Before(_Derived):
    """Over when a time begins."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        of = self.of.resolve(moment)
        return None if of is None else Interval(OPEN, Bound(None, of.begin.latest), of.granularity)


@frozen
class After(_Derived):
    """Begun when a time has ended."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        of = self.of.resolve(moment)
        return None if of is None else Interval(Bound(of.end.earliest, None), OPEN, of.granularity)


@frozen
class Between(_Derived):
    """From the begin of one time to the end of another: from May to July, 2010-15."""

    of: Operator
    to: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        first, last = self.of.resolve(moment), self.to.resolve(moment)
        if first is None or last is None:
            return None
        begin, end = first.begin, last.end
        if begin.earliest is not None and end.latest is not None and end.latest <= begin.earliest:
            return None
        return Interval(begin, end, min(first.granularity, last.granularity))

    @property
    def leans_on(self) -> str:  # noqa: D102
        return self.of.leans_on or self.to.leans_on

    @property
    def reads_said(self) -> bool:  # noqa: D102
        return self.of.reads_said or self.to.reads_said

    @property
    def is_bare(self) -> bool:  # noqa: D102
        return self.of.is_bare or self.to.is_bare


@frozen
class NthWeek(_Derived):
    """The n-th (from 1) or the last (-1) week of a longer time; a week belongs where its Thursday lies, as in ISO 8601.

    >>> NthWeek(1, At(Interval.unit(Instant.of(2020), Granularity.YEAR))).resolve(Moment()).edtf
    '2019-12-30/2020-01-05'
    """

    number: int
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        outer = self.of.resolve(moment)
        begin, end = _begin(outer), _end(outer)
        if begin is None or end is None:
            return None
        edge = begin if self.number > 0 else end
        monday = edge.shift(-3, Granularity.DAY).floor(Granularity.WEEK)
        if self.number > 0 and monday < edge.shift(-3, Granularity.DAY):
            monday = monday.shift(1, Granularity.WEEK)
        elif self.number < 0 and monday >= edge.shift(-3, Granularity.DAY):
            monday = monday.shift(-1, Granularity.WEEK)
        steps = self.number - 1 if self.number > 0 else self.number + 1
        week = Interval.unit(monday.shift(steps, Granularity.WEEK), Granularity.WEEK)
        thursday = _known(week.begin.earliest).shift(3, Granularity.DAY)
        return week if begin <= thursday < end else None


@frozen
class Same(_Derived):
    """The day, week or month that lies in another year as this one does in its own: two years ago today.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Same(Unit(Granularity.DAY), Duration.of(2, Granularity.YEAR), -1).resolve(Moment(now=now)).edtf
    '2020-07-22'
    """

    stretch: Unit
    duration: Duration
    sign: int
    of: Operator = Now()

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        base = _begin(self.of.resolve(moment))
        moved = None if base is None else add(base, self.duration, self.sign)
        return None if moved is None else self.stretch.within(moved.floor(self.stretch.frame))

    @property
    def template(self) -> str:  # noqa: D102
        return self.stretch.template


@frozen
class Then(Operator):
    """The time last spoken of, and nothing where there is none: "since then"."""

    leans_on = "said"

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        return moment.said


@frozen
class Turn(_Derived):
    """The turn of a century or year: about its begin, a twentieth of its length to either side."""

    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:  # noqa: D102
        whole = self.of.resolve(moment)
        begin, end = _begin(whole), _end(whole)
        if whole is None or begin is None or end is None:
            return whole
        reach = (end.ordinal - begin.ordinal) // 20
        first, last = begin.shift(-reach, Granularity.DAY), begin.shift(reach, Granularity.DAY)
        return Interval(Bound(first, begin), Bound(begin, last), whole.granularity)


_REACH = {Lean.PAST: 5.0, Lean.NONE: 1.0, Lean.FUTURE: 0.2}
"""How many times farther than the next one the last one may lie and still be meant."""


def _stated(unit: Granularity) -> Granularity:
    return Granularity.DAY if unit is Granularity.WEEKEND else unit


def _begin(interval: Interval | None) -> Instant | None:
    return None if interval is None else interval.begin.earliest


def _known(instant: Instant | None) -> Instant:
    assert instant is not None  # occurrences and publication times have known ends
    return instant


def _end(interval: Interval | None) -> Instant | None:
    return None if interval is None else interval.end.latest


def _between(begin: Instant, end: Instant, share: float) -> Instant:
    days = end.ordinal - begin.ordinal
    if days > 3:  # noqa: PLR2004 - vaguer than a day
        return Instant(begin.ordinal + round(days * share))
    seconds = days * 86_400 + end.second - begin.second
    return begin.shift(round(seconds * share), Granularity.SECOND)
