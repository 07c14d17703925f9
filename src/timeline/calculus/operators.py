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

import functools

from attrs import frozen

from timeline.calculus.anchors import (
    NOW,
    At,
    Derived,
    Lean,
    Moment,
    Now,
    Operator,
    Said,
    SaidDay,
    Then,
    Topic,
    begin_of,
    end_of,
    known,
)
from timeline.calculus.bound_operators import (
    After,
    Around,
    Before,
    Between,
    By,
    Edge,
    Ending,
    Part,
    Rest,
    Since,
    Somewhere,
    Span,
    Turn,
    Until,
    stated,
)
from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.notation import format_timex
from timeline.calculus.recurring import Repeating, Unit

__all__ = [
    "After",
    "Around",
    "At",
    "Backward",
    "Bare",
    "Before",
    "Between",
    "By",
    "Edge",
    "Ending",
    "In",
    "Last",
    "Lean",
    "Leaning",
    "Moment",
    "Next",
    "Now",
    "Nth",
    "NthWeek",
    "Onward",
    "Operator",
    "Part",
    "QuarterSaid",
    "Rest",
    "Said",
    "SaidDay",
    "Same",
    "Shift",
    "Since",
    "Somewhere",
    "Span",
    "Then",
    "This",
    "Topic",
    "Turn",
    "Until",
    "YearAgo",
]

_REACH = {Lean.PAST: 5.0, Lean.NONE: 1.0, Lean.FUTURE: 0.2}
"""How many times farther than the next one the last one may lie and still be meant."""


class _OfStretch(Operator):
    """An operator that picks one of a repeating stretch; unresolved, it is any of them."""

    __slots__ = ()

    stretch: Repeating

    @property
    def template(self) -> str:
        return self.stretch.template

    def timex(self, found: Interval) -> str | None:
        return self.stretch.timex(found)


@frozen
class This(_OfStretch, Derived):
    """The one in the same frame: this year, this Friday (of this week), this May (of this year).

    >>> friday = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> This(Unit(Granularity.WEEK)).resolve(Moment(now=friday)).edtf
    '2022-07-18/2022-07-24'
    """

    stretch: Repeating
    of: Operator = NOW

    def resolve(self, moment: Moment) -> Interval | None:
        base = begin_of(_no_coarser(self.of.resolve(moment), self.stretch))
        return None if base is None else self.stretch.within(base.floor(self.stretch.frame))


@frozen
class Last(_OfStretch, Derived):
    """The one before: last year, last Friday, last May."""

    stretch: Repeating
    of: Operator = NOW

    def resolve(self, moment: Moment) -> Interval | None:
        base = begin_of(_no_coarser(self.of.resolve(moment), self.stretch))
        return None if base is None else self.stretch.last_ended(base)


@frozen
class Next(_OfStretch, Derived):
    """The one after: next year, next Friday, next May."""

    stretch: Repeating
    of: Operator = NOW

    def resolve(self, moment: Moment) -> Interval | None:
        base = end_of(_no_coarser(self.of.resolve(moment), self.stretch))
        if base is None:
            return None
        if self.stretch.granularity is Granularity.WEEKEND:  # the next weekend is that of the next week
            base = base.floor(Granularity.WEEK).shift(1, Granularity.WEEK)
        return self.stretch.next_begin(base)


@frozen
class Bare(_OfStretch):
    """One that is named alone ("on Friday", "in May"): the present or last one, or the next, as the tense leans.

    A day of the week goes where the tense points. A stretch of the year goes to the nearer one; against the tense
    only if it is nearer by far: "payable Dec. 15", said in October, is ahead whatever the verb of the clause.
    """

    stretch: Repeating
    leans_on = "now"
    is_bare = True

    def resolve(self, moment: Moment) -> Interval | None:
        frame = moment.frame
        if frame is not None and frame.granularity is self.stretch.frame:
            return self.stretch.within(known(frame.begin.earliest))
        base = begin_of(moment.now)
        if base is None:
            return None
        past, future = _around(
            self.stretch, base.local if self.stretch.granularity < Granularity.DAY else Instant(base.ordinal)
        )
        if self.stretch.frame < Granularity.YEAR:
            return future if moment.lean is Lean.FUTURE else past
        if past is None or future is None or past == future:
            return past or future
        back = base.ordinal - known(past.end.latest).ordinal
        ahead = known(future.begin.earliest).ordinal - base.ordinal
        reach = _REACH[moment.lean]
        if moment.lean is Lean.PAST and self.stretch.granularity > Granularity.DAY:
            reach *= 2  # "September was dry": months are told of for longer than days are
        elif moment.lean is Lean.FUTURE and self.stretch.granularity is Granularity.MONTH:
            reach /= 4  # "it will open in June", said in July
        return past if back <= ahead * reach else future


@frozen
class Leaning(Operator):
    """One of two times, as the tense leans: "overnight" is the last night, or the one to come.

    >>> friday = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> day = Unit(Granularity.DAY)
    >>> Leaning(Last(day), This(day)).resolve(Moment(now=friday, lean=Lean.FUTURE)).edtf
    '2022-07-22'
    """

    past: Operator
    future: Operator
    leans_on = "now"
    is_bare = True

    def resolve(self, moment: Moment) -> Interval | None:
        return (self.future if moment.lean is Lean.FUTURE else self.past).resolve(moment)


@functools.lru_cache(maxsize=4_096)
def _no_coarser(outer: Interval | None, stretch: Repeating) -> Interval | None:
    """Give None where the frame of a stretch is not known: "that day" after "last October"."""
    return None if outer is None or outer.granularity > stretch.frame else outer


def _around(stretch: Repeating, base: Instant) -> tuple[Interval | None, Interval | None]:
    return stretch.last_begun(base), stretch.next_ending(base)


@frozen
class Onward(_OfStretch, Derived):
    """The first one from another time on: the July of "from May to July"."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        base = begin_of(self.of.resolve(moment))
        return None if base is None else self.stretch.next_ending(base)


@frozen
class Backward(_OfStretch, Derived):
    """The last one before another time: the May of "from May to July 2019"."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        base = begin_of(self.of.resolve(moment))
        return None if base is None else self.stretch.last_begun(base)


@frozen
class In(_OfStretch, Derived):
    """One within another time: May of last year, Friday morning, the summer of 1994."""

    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        outer = self.of.resolve(moment)
        return None if outer is None else next(iter(self.stretch.all_within(outer)), None)


@frozen
class Nth(_OfStretch, Derived):
    """The n-th (from 1) or the last (-1) of its kind in another time: the third Monday of May, its last week."""

    number: int
    stretch: Repeating
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        outer = self.of.resolve(moment)
        if outer is None:
            return None
        found = self.stretch.all_within(outer)
        index = self.number - 1 if self.number > 0 else self.number
        return found[index] if -len(found) <= index < len(found) else None


@frozen
class Shift(Derived):
    """A time moved by a duration: two weeks ago, the following day, a year earlier. The unit said is the granularity.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Shift(Duration.of(2, Granularity.WEEK), -1).resolve(Moment(now=now)).edtf
    '2022-07-04/2022-07-10'
    """

    duration: Duration
    sign: int
    of: Operator = NOW

    def resolve(self, moment: Moment) -> Interval | None:
        outer = self.of.resolve(moment)
        base = begin_of(outer)
        if outer is None or base is None:
            return None
        unit = self.duration.unit
        if unit < Granularity.DAY and outer.granularity is Granularity.DAY and outer.is_exact:
            return self._of_some_hour(outer)
        if outer.granularity > unit:
            return None  # "the next day" after "in May"
        moved = add(base, self.duration, self.sign)
        return None if moved is None else Interval.unit(moved, stated(unit))

    def _of_some_hour(self, day: Interval) -> Interval | None:
        """Give the time within which "twelve hours ago" lies where only the day is known."""
        first, last = (add(known(each), self.duration, self.sign) for each in (begin_of(day), end_of(day)))
        return None if first is None or last is None else Interval.exact(first, last).somewhere_within()

    @property
    def template(self) -> str:
        return Unit(stated(self.duration.unit)).template

    def timex(self, found: Interval) -> str | None:
        return format_timex(found) if found.is_exact else None


@frozen
class YearAgo(Operator):
    """A year ago, where quarters are compared: the same quarter of the year before; else the year before."""

    leans_on = "now"
    reads_said = True

    def resolve(self, moment: Moment) -> Interval | None:
        if moment.said_quarter is not None:
            return moment.said_quarter.shift(-1, Granularity.YEAR)
        return None if moment.now is None else Unit(Granularity.YEAR).last_ended(known(moment.now.begin.earliest))


@frozen
class QuarterSaid(Derived):
    """The quarter last spoken of, as it lies in another year ("the 1988 quarter"); that year where none was.

    >>> third = Interval.unit(Instant.of(1989, 7), Granularity.QUARTER)
    >>> QuarterSaid(At(Interval.unit(Instant.of(1988), Granularity.YEAR))).resolve(Moment(said_quarter=third)).edtf
    '1988-35'
    """

    of: Operator

    @property
    def reads_said(self) -> bool:
        return True

    def resolve(self, moment: Moment) -> Interval | None:
        year, quarter = self.of.resolve(moment), moment.said_quarter
        begin, spoken = begin_of(year), begin_of(quarter)
        if quarter is None or begin is None or spoken is None:
            return year
        return quarter.shift(begin.year - spoken.year, Granularity.YEAR)


@frozen
class NthWeek(Derived):
    """The n-th (from 1) or the last (-1) week of a longer time; a week belongs where its Thursday lies, as in ISO 8601.

    >>> NthWeek(1, At(Interval.unit(Instant.of(2020), Granularity.YEAR))).resolve(Moment()).edtf
    '2019-12-30/2020-01-05'
    """

    number: int
    of: Operator

    def resolve(self, moment: Moment) -> Interval | None:
        outer = self.of.resolve(moment)
        begin, end = begin_of(outer), end_of(outer)
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
        thursday = known(week.begin.earliest).shift(3, Granularity.DAY)
        return week if begin <= thursday < end else None

    @property
    def template(self) -> str:
        return Unit(Granularity.WEEK).template


@frozen
class Same(_OfStretch, Derived):
    """The day, week or month that lies in another year as this one does in its own: two years ago today.

    >>> now = Interval.unit(Instant.of(2022, 7, 22), Granularity.DAY)
    >>> Same(Unit(Granularity.DAY), Duration.of(2, Granularity.YEAR), -1).resolve(Moment(now=now)).edtf
    '2020-07-22'
    """

    stretch: Unit
    duration: Duration
    sign: int
    of: Operator = NOW

    def resolve(self, moment: Moment) -> Interval | None:
        base = begin_of(self.of.resolve(moment))
        moved = None if base is None else add(base, self.duration, self.sign)
        return None if moved is None else self.stretch.within(moved.floor(self.stretch.frame))
