"""Times of day: which half of the day an hour lies in, which day it is of, and from one to another."""

from __future__ import annotations

from typing import TYPE_CHECKING, TypeGuard

from attrs import evolve, frozen

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    Bare,
    Between,
    In,
    Last,
    Next,
    Onward,
    Operator,
    SaidDay,
    Span,
)
from timeline.calculus.recurring import ClockTime, PartOfDay, Unit
from timeline.calculus.timex import PARTS_OF_DAY
from timeline.languages.meanings import half_day, is_after_noon, part_of, time

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning
    from timeline.languages.meanings import Amount

__all__ = [
    "TwelveHour",
    "TwentyFourHour",
    "clock_in_part",
    "clock_of",
    "clock_on",
    "counted_from_time",
    "early_hours",
    "early_hours_of_part",
    "ends_between",
    "ends_of_day",
    "from_hour",
    "hour_in_part",
    "hour_on",
    "hours_in_part",
    "hours_of",
    "hours_on",
    "hours_on_days",
    "in_half",
    "in_part",
    "is_time_of_day",
    "lasting",
    "moved_to_day",
    "part_on",
    "said_clock",
    "settled",
    "side_by_side",
    "to_hour",
]

_NOON = 12
_DAY_MINUTES = 24 * 60


@frozen
class TwelveHour(ClockTime):
    """A time of day of which nothing tells the half; alone it is read as one before noon: 3:30, nine o'clock."""

    spoken: bool = False
    """Whether it was said in words, as no clock of 24 hours tells it."""


@frozen
class TwentyFourHour(ClockTime):
    """A time as only clocks of 24 hours tell it, 17:00 or 09:30; so does then what stands beside it."""


def clock_of(hour: int, minute: int = 0, second: int | None = None, *, spoken: bool = False) -> ClockTime:
    """Mean a time of day as a clock without halves of the day tells it."""
    unit = G.MINUTE if second is None else G.SECOND
    if 1 <= hour <= _NOON:
        return TwelveHour(hour, minute, second or 0, unit, spoken=spoken)
    return TwentyFourHour(hour % 24, minute, second or 0, unit)


def _at(clock: ClockTime, hour: int, minute: int | None = None) -> ClockTime:
    """Give the same time in another hour, which tells its half of the day."""
    minute = clock.minute if minute is None else minute
    if isinstance(clock, TwelveHour):
        return ClockTime(hour, minute, clock.second, min(clock.granularity, G.MINUTE), clock.offset)
    return evolve(clock, hour=hour, minute=minute)


def in_half(clock: ClockTime, half: int) -> ClockTime | None:
    """Put a time into the first (0) or the second (12) half of the day: 10:30 p.m., 15:00 p.m.; None for 0:30 p.m."""
    if 1 <= clock.hour <= _NOON:
        return _at(clock, half_day(clock.hour, half))
    return clock if bool(clock.hour) == bool(half) else None


def in_part(clock: ClockTime, part: str) -> ClockTime:
    """Let a TIMEX3 part of the day tell the half: half past six in the evening, three in the morning."""
    if not isinstance(clock, TwelveHour):
        return clock
    late = is_after_noon(clock.hour, part) and not (clock.hour == _NOON and part in {"EV", "NI"})
    return _at(clock, half_day(clock.hour, _NOON if late else 0))


def _minutes(clock: ClockTime) -> int:
    return clock.hour * 60 + clock.minute


def _readings(clock: ClockTime) -> tuple[ClockTime, ...]:
    """Give what a time may mean, the likelier first."""
    if not isinstance(clock, TwelveHour):
        return (clock,)
    return _at(clock, clock.hour), _at(clock, (clock.hour + _NOON) % 24)


def _length(first: ClockTime, last: ClockTime) -> int:
    return (_minutes(last) - _minutes(first)) % _DAY_MINUTES or _DAY_MINUTES


def settled(first: ClockTime, last: ClockTime) -> tuple[ClockTime, ClockTime]:
    """Let the end that tells its half of the day tell the other's, by the shortest way: 9 to 11 p.m., 8 a.m. to 6.

    >>> [(a.hour, b.hour) for a, b in [settled(TwelveHour(9), TwelveHour(5)), settled(TwelveHour(11), ClockTime(13))]]
    [(9, 17), (11, 13)]
    """
    if isinstance(first, TwentyFourHour) or isinstance(last, TwentyFourHour):
        return _readings(first)[0], _readings(last)[0]
    if isinstance(last, TwelveHour):
        first = _readings(first)[0]
    return min(((a, b) for a in _readings(first) for b in _readings(last)), key=lambda ends: _length(*ends))


def _other_half(clock: ClockTime) -> ClockTime:
    return _at(clock, (clock.hour + _NOON) % 24)


def clock_on(clock: ClockTime, day: Meaning | None) -> Meaning | None:
    """Mean a clock time of a day."""
    return None if day is None or day.operator is None else _time(clock, day.operator)


def said_clock(clock: ClockTime) -> Meaning:
    """Mean a clock time of the day last spoken of."""
    return evolve(_time(clock, SaidDay()), confidence=0.7 if _is_spoken(clock) else 0.8)


def _is_spoken(clock: ClockTime) -> bool:
    return isinstance(clock, TwelveHour) and clock.spoken


def _time(clock: ClockTime, day: Operator) -> Meaning:
    """Mean a time of a day; of one in words, the other half of the day is an alternative."""
    early = time(In(clock, day))
    if not _is_spoken(clock):
        return early
    late = time(In(_other_half(clock), day))
    return evolve(early, confidence=0.7, others=(late,), note="before noon, where nothing tells")


def hour_on(hour: int, day: Meaning) -> Meaning | None:
    """Mean an hour of a day; up to noon nothing tells which half of the day it is in."""
    return clock_on(clock_of(int(hour), spoken=1 <= hour < _NOON), day)


def clock_in_part(clock: ClockTime, part: Meaning) -> Meaning | None:
    """Let the part of the day tell which half of it the clock means: 8 tonight."""
    operator = part.operator
    if not isinstance(operator, In) or not isinstance(operator.stretch, PartOfDay):
        return None
    name, clock = operator.stretch.part, in_part(clock, operator.stretch.part)
    if name in {"EV", "NI"} and clock.hour < _NOON:  # after midnight it is the next day
        return time(In(clock, Next(Unit(G.DAY), operator.of))) if clock.hour < 6 else None  # morning
    return time(In(clock, operator.of))


def hour_in_part(hour: int, part: Meaning | None) -> Meaning | None:
    """Let the part of the day tell which half of it an hour means; None for what is no hour of half a day."""
    return None if part is None or not 1 <= hour <= _NOON else clock_in_part(TwelveHour(int(hour)), part)


def part_on(part: str, day: Meaning | None) -> Meaning | None:
    """Mean a part of a day: Friday morning."""
    return None if day is None or day.operator is None else time(In(PartOfDay(part), day.operator))


def moved_to_day(part: Meaning, day: Meaning) -> Meaning | None:
    """Put a part of the day that was last spoken of into a day that is said: the late afternoon on 3 May."""
    operator = part.operator
    if (
        not is_time_of_day(operator)
        or not isinstance(operator.stretch, PartOfDay)
        or not isinstance(operator.of, SaidDay)
    ):
        return None
    found = part_on(operator.stretch.part, day)
    return found if found is None or part.mod is None else part_of(part.mod, found)


def is_time_of_day(operator: Operator | None) -> TypeGuard[In]:
    """Whether an operator is a clock time or a part of a day."""
    return isinstance(operator, In) and isinstance(operator.stretch, ClockTime | PartOfDay)


def _begins(operator: In) -> int:
    stretch = operator.stretch
    if isinstance(stretch, ClockTime):
        return _minutes(stretch)
    assert isinstance(stretch, PartOfDay)  # see is_time_of_day
    return PARTS_OF_DAY[stretch.part][0] * 60


def ends_of_day(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Give both ends of a range of hours the half of the day and the day that only one of them tells.

    Between 9:30 and 11:00 on Thursday; from 8 p.m. on 3 May to 6 a.m., which is on the next day.
    """
    first, last = a.operator, b.operator
    if not (is_time_of_day(first) and is_time_of_day(last)):
        return a, b
    one_day = isinstance(first.of, SaidDay) or isinstance(last.of, SaidDay) or first.of == last.of
    if isinstance(first.stretch, ClockTime) and isinstance(last.stretch, ClockTime) and one_day:
        begin, end = settled(first.stretch, last.stretch)
        first, last = evolve(first, stretch=begin), evolve(last, stretch=end)
    over = _begins(last) <= _begins(first)
    if isinstance(last.of, SaidDay):
        last = evolve(last, of=Next(Unit(G.DAY), first.of) if over else first.of)
    elif isinstance(first.of, SaidDay):
        if over and not _begins(last):  # between 8 p.m. and midnight on Saturday, which ends the day
            first, last = evolve(first, of=last.of), evolve(last, of=Next(Unit(G.DAY), last.of))
        else:
            first = evolve(first, of=Last(Unit(G.DAY), last.of) if over else last.of)
    return evolve(a, operator=first, others=()), evolve(b, operator=last, others=())


def side_by_side(*times: Meaning) -> tuple[Meaning, ...] | None:
    """Let times take their half of the day and their day from the last of them: at 1:30 and 2:45 p.m. on Friday."""
    *before, last = times
    told = last.operator
    if not is_time_of_day(told) or isinstance(told.stretch, TwelveHour):
        return None
    found = [last]
    for each in reversed(before):
        if not is_time_of_day(each.operator) or not isinstance(each.operator.of, SaidDay):
            return None
        if isinstance(told.of, SaidDay) and not isinstance(each.operator.stretch, TwelveHour):
            return None  # each of them tells all
        found.insert(0, ends_of_day(each, found[0])[0])
    return tuple(found)


def to_hour(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    """Let the hour that ends a range take its half of the day and its day from the begin: 8 a.m. to 6."""
    if not is_time_of_day(a.operator) or not 1 <= b <= _NOON:
        return None
    return ends_between(a, said_clock(TwelveHour(int(b))))


def from_hour(a: int, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Let the hour that begins a range take its half of the day and its day from the end: between 9 and 11 a.m."""
    if not is_time_of_day(b.operator) or not isinstance(b.operator.stretch, ClockTime) or not 1 <= a <= _NOON:
        return None
    first = TwelveHour(int(a), offset=b.operator.stretch.offset)
    return ends_between(said_clock(first), b)


def ends_between(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Mean the time from one time of a day to another; both ends have the same relation."""
    a, b = ends_of_day(a, b)
    assert a.operator is not None  # times of a day
    assert b.operator is not None
    relation = Between(a.operator, b.operator)
    return evolve(a, relation=relation), evolve(b, relation=relation)


def hours_on(a: int, b: int, day: Meaning, *, before: bool = False) -> tuple[Meaning, ...] | None:
    """Mean hours of a day, which is said before them or after: Friday from 9 to 5."""
    if day.operator is None or not (1 <= a <= _NOON and 1 <= b <= _NOON):
        return None
    of = SaidDay() if before else day.operator
    ends = ends_between(time(In(TwelveHour(int(a)), of)), said_clock(TwelveHour(int(b))))
    return (day, *ends) if before else (*ends, day)


def hours_in_part(a: int, b: int, part: Meaning) -> tuple[Meaning, ...] | None:
    """Mean hours of a part of a day: between 7 and 9 last night."""
    first, last = hour_in_part(a, part), hour_in_part(b, part)
    return None if first is None or last is None else (*ends_between(first, last), part)


def hours_of(hours: tuple[ClockTime, ClockTime | None], day: Operator | None) -> Meaning | None:
    """Mean the time from one hour to another, said in one word; its value is the first."""
    if day is None or hours[1] is None:
        return None
    begin, end = settled(hours[0], hours[1])
    after = Next(Unit(G.DAY), day) if _minutes(end) <= _minutes(begin) else day
    first = In(begin, day)
    return time(first, relation=Between(first, In(end, after)))


def hours_on_days(first: ClockTime, last: ClockTime | None, a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean hours of each of several days: their day is not the first of them."""
    if not isinstance(a.operator, Bare) or not isinstance(b.operator, Bare):
        return None
    days = Between(a.operator, Onward(b.operator.stretch, a.operator))
    named = evolve(a, relation=days), evolve(b, operator=days.to, relation=days)
    if last is None:
        return said_clock(first), *named
    return *ends_between(said_clock(first), said_clock(last)), *named


def lasting(start: Meaning, length: Meaning) -> tuple[Meaning, Meaning] | None:
    """Lay a length of hours at a time of day, or of days at a day: at 3 p.m. for two hours, from 3 May for a week."""
    if start.operator is None or length.value is None or length.operator is not None:
        return None
    try:
        hours = Duration.parse(length.value)
    except ValueError:  # PTXH
        return None
    if not hours.is_exact or (start.kind == "TIME") is not (hours.unit < G.DAY):
        return None
    if start.kind == "TIME" and not (is_time_of_day(start.operator) and isinstance(start.operator.stretch, ClockTime)):
        return None
    return start, evolve(length, operator=Span(hours, 1, start.operator))


def counted_from_time(length: Amount, sign: int, start: Meaning) -> Meaning | None:
    """Count hours on (1) or back (-1) from a time of day: two hours before midnight, three hours before dawn."""
    operator = start.operator
    counts = [(_IN_MINUTES.get(unit), count) for unit, count in length.duration.amounts]
    minutes = sum(int(unit * count) for unit, count in counts if unit and count)
    if not is_time_of_day(operator) or not all(unit and count for unit, count in counts):
        return None
    if not isinstance(operator.stretch, ClockTime):
        return _counted_from_part(length, sign, start)
    clock = operator.stretch
    back = sign < 0 and not _minutes(clock)  # the midnight that is spoken of ends the day
    days, minutes = divmod((_DAY_MINUTES if back else _minutes(clock)) + sign * minutes, _DAY_MINUTES)
    if not -1 <= days <= 1:
        return None
    day = operator.of if not days else (Next if days > 0 else Last)(Unit(G.DAY), operator.of)
    return evolve(start, operator=In(_at(clock, minutes // 60, minutes % 60), day), others=())


def _counted_from_part(length: Amount, sign: int, start: Meaning) -> Meaning | None:
    """Mean the time in which hours before a part of the day lie, as the part itself is one: three hours before dawn."""
    operator = start.operator
    if not is_time_of_day(operator) or not isinstance(operator.stretch, PartOfDay):
        return None
    first, last = PARTS_OF_DAY[operator.stretch.part]
    ends = [
        counted_from_time(length, sign, evolve(start, operator=evolve(operator, stretch=clock)))
        for clock in (ClockTime(first), ClockTime(last - 1, 59))
    ]
    begin, end = (None if each is None else each.operator for each in ends)
    if begin is None or end is None:
        return None
    return evolve(start, value=Unit(G.HOUR).template, relation=Between(begin, end))


_IN_MINUTES = {G.HOUR: 60, G.MINUTE: 1}


def early_hours(day: Operator) -> Meaning:
    """Mean the hours from midnight to six: the early part of the day's morning."""
    first, last = (In(ClockTime(hour, granularity=G.HOUR), day) for hour in (0, 5))
    return time(In(PartOfDay("MO"), day), mod="START", relation=Between(first, last))


def early_hours_of_part(part: Meaning) -> Meaning | None:
    """Mean the hours from midnight to six of the day whose morning is named: the early hours of this morning."""
    operator = part.operator
    return early_hours(operator.of) if is_time_of_day(operator) and operator.stretch == PartOfDay("MO") else None
