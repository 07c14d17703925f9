"""Signals and ranges: since 2019, by March, from May to July, between 2010 and 2015, each year since 2019."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, TypeGuard

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    At,
    Backward,
    Bare,
    Between,
    In,
    Last,
    Next,
    Now,
    Nth,
    Onward,
    Operator,
    Said,
    SaidDay,
    Shift,
    Span,
    This,
)
from timeline.calculus.repeating import ClockTime, DayOfMonth, DayOfWeek, Repeating, Unit
from timeline.languages.meanings import at_year, bare, date, related
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL"]


def _is_clock(operator: Operator | None) -> TypeGuard[In]:
    return isinstance(operator, In) and isinstance(operator.stretch, ClockTime)


def _is_later(a: Repeating, b: Repeating) -> bool:
    return isinstance(a, ClockTime) and isinstance(b, ClockTime) and (a.hour, a.minute) > (b.hour, b.minute)


def _on_one_day(a: Meaning, b: Meaning) -> Meaning:
    """Let a clock time that stands alone take the day of the one that follows: between 9:30 and 11:00 on Thursday."""
    if _is_clock(a.operator) and _is_clock(b.operator) and isinstance(a.operator.of, SaidDay):
        over = not isinstance(b.operator.of, SaidDay) and _is_later(a.operator.stretch, b.operator.stretch)
        return evolve(a, operator=evolve(a.operator, of=Last(Unit(G.DAY), b.operator.of) if over else b.operator.of))
    return a


def _lean_on_each_other(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    """Let a bare end of a range take its year from the other: from May to July 2019, from November 20 to January 5."""
    if a.operator is None or b.operator is None:
        return a, b
    if isinstance(b.operator, Bare) and isinstance(b.operator.stretch, DayOfWeek) and not _is_weekday(a):
        return a, b  # from 14 June to Thursday
    if isinstance(b.operator, Bare):
        return a, evolve(b, operator=Onward(b.operator.stretch, a.operator))
    if isinstance(b.operator, In) and isinstance(b.operator.of, Bare) and isinstance(b.operator.of.stretch, DayOfWeek):
        day = a.operator.of if isinstance(a.operator, In) else a.operator
        if isinstance(day, Bare) and isinstance(day.stretch, DayOfWeek):  # from 10 p.m. Friday to 5 a.m. Monday
            return a, evolve(b, operator=evolve(b.operator, of=Onward(b.operator.of.stretch, day)))
    return _before(a, b), b


def _before(a: Meaning, b: Meaning) -> Meaning:
    """Let a bare begin lean on the end: from May to July 2019; from 4 May until the end of the year, which lies in it."""
    if not isinstance(a.operator, Bare) or b.operator is None:
        return a
    stretch, outer = a.operator.stretch, _granularity(b)
    if outer is None or outer < stretch.frame:
        return evolve(a, operator=Backward(stretch, b.operator))
    return evolve(a, operator=In(stretch, b.operator)) if outer is stretch.frame else a


def _is_weekday(meaning: Meaning) -> bool:
    operator = meaning.operator
    return isinstance(operator, Bare | Last | Next | This) and isinstance(operator.stretch, DayOfWeek)


def _same_month(day: int, last: Meaning) -> Meaning:
    month = None if last.operator is None else This(Unit(G.MONTH), last.operator)
    return last if month is None else date(Nth(day, Unit(G.DAY), month))


def _between(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    a, b = _lean_on_each_other(_on_one_day(a, b), b)
    if (
        isinstance(b.operator, Last | Next | This | Shift)
        and isinstance(b.operator.of, Said)
        and a.operator is not None
    ):
        b = evolve(b, operator=evolve(b.operator, of=a.operator))  # between November 2019 and the following March
    first, last = a.relation or a.operator, b.relation or b.operator
    if first is None or last is None or {a.kind, b.kind} & {"DURATION", "SET"}:
        return a, b
    relation = Between(first, last)
    return evolve(a, relation=relation), evolve(b, relation=relation)


def _granularity(meaning: Meaning) -> G | None:
    operator = meaning.operator
    if isinstance(operator, At):
        return operator.interval.granularity
    if isinstance(operator, Bare | In | Last | Next | This | Nth):
        return operator.stretch.granularity
    return None


def _alike(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Join what is of one kind: Monday to Friday; not "cut its forecast Friday to December levels"."""
    first = _granularity(a)
    return _between(a, b) if first is not None and first is _granularity(b) else None


def _years_bc(year: Any, last: Meaning) -> tuple[Meaning, Meaning] | None:  # noqa: ANN401 - int or Fraction
    begin = last.operator.interval.begin.earliest if isinstance(last.operator, At) else None
    if begin is None or begin.year > 0 or not 1 - begin.year < year <= 9_999:  # noqa: PLR2004 - four digits
        return None
    return _between(date(at_year(1 - int(year))), last)


def _life(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    """Mean the years of a life, a reign or the like that began before the year 1000: c. 314 – 368."""
    begin = a.operator.interval.begin.earliest if isinstance(a.operator, At) else None
    if begin is None or not 0 < begin.year < b <= min(begin.year + 120, 1100):
        return None
    return _between(a, date(at_year(b)))


def _hours(a: int, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Let the hour that stands alone take its half of the day and its day from the other: between 9 and 11 a.m."""
    if not (isinstance(b.operator, In) and isinstance(b.operator.stretch, ClockTime) and 1 <= a <= 12):  # noqa: PLR2004
        return None
    last = b.operator.stretch
    hour = a % 12 + (12 if last.hour >= 12 and a % 12 < last.hour % 12 else 0)  # noqa: PLR2004 - noon
    if hour >= last.hour:
        return None
    first = evolve(b, operator=In(evolve(last, hour=hour, minute=0), b.operator.of))
    return _between(first, b)


def _rest_of_month(a: Meaning, b: int) -> tuple[Meaning, Meaning] | None:
    last = _same_month(b, a)
    return None if last is a else _between(a, last)


def _nths(a: int, b: int) -> tuple[Meaning, Meaning]:
    return _between(bare(DayOfMonth(a)), date(Onward(DayOfMonth(b), Bare(DayOfMonth(a)))))


def _so_far(d: Meaning) -> Meaning | None:
    if d.kind != "DATE" or d.operator is None:
        return None
    return evolve(d, relation=Between(d.operator, Now()))


def _first_of(length: Meaning, sign: int, of: Meaning) -> tuple[Meaning, Meaning] | None:
    """Lay a length at the begin (or end) of a time: the first nine months of 2019."""
    if of.operator is None or length.value is None:
        return None
    return evolve(length, operator=Span(Duration.parse(length.value), sign, of.operator)), of


def _apposed(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning] | None:
    """Mean the same day twice: 3 November, the day before he left."""
    return None if a.operator is None or b.value != Unit(G.DAY).template else (a, date(a.operator))


def _up_to(length: Meaning, until: Meaning) -> tuple[Meaning, Meaning] | None:
    """Lay a length before the end of a time: the year to March."""
    if until.operator is None or length.value is None:
        return None
    return evolve(length, operator=Span(Duration.parse(length.value), -1, until.operator)), until


def _since(meaning: Meaning) -> Meaning:
    """Mean the last one to have begun: what is still to come is the begin of nothing."""
    operator = meaning.operator
    if isinstance(operator, Bare) and operator.stretch.frame in {G.WEEK, G.YEAR} and meaning.relation is None:
        meaning = evolve(meaning, operator=Backward(operator.stretch, Now()))
    return related("since", meaning)


def _set_since(a: Meaning, b: Meaning) -> tuple[Meaning, Meaning]:
    since = related("since", b)
    return evolve(a, operator=b.operator, relation=since.relation), since


_SIGNALS = (
    Rule("relation.since", "signalled", "s:since e:<expression>", lambda s, e: _since(e), {"ever since [2019]": "2019", "Since [Oct. 3] we wait.": "2021-10-03", "shut since [Monday], will open": "2022-07-18"}, ("e",), ("s",)),
    Rule("relation.since-at-least", "signalled", "s:since at least|around|about e:<dated>", lambda s, e: related("since", e), {"there since at least [June]": "2022-06"}, ("e",), ("s",)),
    Rule("relation.until", "signalled", "s:until|till e:<expression>", lambda s, e: related("until", e), {"closed until [Tuesday]": "2022-07-26"}, ("e",), ("s",)),
    Rule("relation.by", "signalled", "s:by e:<expression>", lambda s, e: related("by", e), {"will end by [March]": "2023-03"}, ("e",), ("s",)),
    Rule("relation.before", "signalled", "s:before e:<expression>", lambda s, e: related("before", e), {"left before [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.after", "signalled", "s:after e:<expression>", lambda s, e: related("after", e), {"left after [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.no-later-than", "signalled", "no s:later than e:<expression>", lambda s, e: evolve(related("by", e), mod="ON_OR_BEFORE"), {"no later than [Friday]": "2022-07-22"}, ("e",), ("s",)),
    Rule("relation.no-earlier-than", "signalled", "no|not s:earlier|before|sooner than? e:<expression>", lambda s, e: evolve(related("since", e), mod="ON_OR_AFTER"), {"no earlier than [Friday]": "2022-07-22"}, ("e",), ("s",)),
    Rule("relation.as-of", "signalled", "as s:of e:<expression>", lambda s, e: related("since", e), {"as of [May 2019]": "2019-05"}, ("e",), ("s",)),
    Rule("relation.from-on", "signalled", "s:from e:<expression> on|onward|onwards", lambda s, e: related("since", e), {"from [2019] onwards": "2019"}, ("e",), ("s",)),
    Rule("relation.from", "signalled", "s:from e:<expression>", lambda s, e: e, {"from [3 May]": "2022-05-03"}, ("e",), ("s",)),
    Rule("relation.prior-to", "signalled", "prior s:to e:<expression>", lambda s, e: related("before", e), {"left prior to [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.up-to", "signalled", "up|through s:to e:<expression>", lambda s, e: related("until", e), {"up to [2019]": "2019"}, ("e",), ("s",)),
    Rule("relation.on-or-before", "signalled", "on or s:before e:<expression>", lambda s, e: evolve(related("by", e), mod="ON_OR_BEFORE"), {
        "on or before [May 5]": "2022-05-05",
    }, ("e",), ("s",)),
    Rule("relation.on-or-after", "signalled", "on or s:after e:<expression>", lambda s, e: evolve(related("since", e), mod="ON_OR_AFTER"), {
        "on or after [May 5]": "2022-05-05",
    }, ("e",), ("s",)),
    Rule("relation.in-on-at", "signalled", "s:in|on|at|during|for|within|over|through|throughout|around|to|of e:<expression>", lambda s, e: e, {
        "in [May]": "2022-05", "for [ten days]": "P10D",
    }, ("e",), ("s",)),
)  # fmt: skip

_RANGES = (
    Rule("relation.from-to", "signalled", "s:from a:<expression> t:to|until|till|through b:<expression>", lambda s, a, t, b: _between(a, b), {
        "from [May] to [July 2019]": "2019-05 2019-07", "from [4 May] until [the end of the year]": "2022-05-04 2022", "from [May] to [the end of 2019]": "2019-05 2019", "from [2010] until [2015]": "2010 2015",
        "lasted from [3:10 a.m.] to [7 a.m. on Monday]": "2022-07-18T03:10 2022-07-18T07:00",
        "lasted from [10 p.m.] to [2 a.m. on Monday]": "2022-07-17T22:00 2022-07-18T02:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.from-day-to-date", "signalled", "s:from a:<day|dayord> t:to|until b:<daydate|bareday>", lambda s, a, t, b: _between(_same_month(a, b), b), {
        "from [3] to [5 May 2022]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-day-and-date", "signalled", "s:between a:<day|dayord> t:and b:<daydate|bareday>", lambda s, a, t, b: _between(_same_month(a, b), b), {
        "between [3] and [5 May 2022]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.between-and", "signalled", "s:between a:<expression> t:and b:<expression>", lambda s, a, t, b: _between(a, b), {
        "between [2010] and [2015]": "2010 2015", "between [November 2019] and [the following March]": "2019-11 2020-03",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.date-through-date", "signalled", "a:<expression> t:through b:<expression>", lambda a, t, b: _between(a, b), {
        "[2010] through [2015]": "2010 2015",
    }, ("a", "b"), ("", "t")),
    Rule("relation.in-date-dash-date", "signalled", "s:in|on|during|for|within|over|throughout|around|of a:<dated|time> -|--|–|— b:<dated|time>", lambda s, a, b: _alike(a, b), {
        "in [1909] – [1910], he": "1909 1910",
    }, ("a", "b"), ("s", "")),
    Rule("relation.date-dash-date", "signalled", "a:<dated|time> -|--|–|— b:<dated|time>", _between, {
        "[January 23] - [March 9 2014]": "2014-01-23 2014-03-09",
    }, ("a", "b")),
    Rule("relation.date-to-date", "signalled", "a:<dated|time> t:to|until|till b:<dated|time> !'", lambda a, t, b: _alike(a, b), {
        "[2010] to [2015]": "2010 2015", "[9 a.m.] to [5 p.m.]": "2022-07-22T09:00 2022-07-22T17:00",
        "shut [10 p.m. Friday] to [5 a.m. Monday]": "2022-07-22T22:00 2022-07-25T05:00", "[3 May] to [2 June 2019]": "2019-05-03 2019-06-02",
    }, ("a", "b"), ("", "t")),
    Rule("relation.between-hours", "signalled", "s:between|from a:<hour|hourword> t:and|to|until|till|- b:<time>", lambda s, a, t, b: _hours(a, b), {
        "between [9] and [11 a.m.]": "2022-07-22T09:00 2022-07-22T11:00",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.years-bc", "signalled", "s:between|from about|around|roughly|circa? a:<int|num> t:and|to|until b:<yeardate|date>", lambda s, a, t, b: _years_bc(a, b), {
        "between [500] and [400 BC]": "BC0500 BC0400",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.early-year-to-year", "signalled", "a:<yeardate> -|--|–|— b:<int>", _life, {"monk ([AD 314] – [368])": "0314 0368"}, ("a", "b")),
    Rule("relation.date-to-day", "signalled", "a:<bareday|daydate> t:to|until|through b:<day|dayord> !<unit|units|month|magnitude|plural>", lambda a, t, b: _rest_of_month(a, b), {
        "[May 3] to [5]": "2022-05-03 2022-05-05",
    }, ("a", "b"), ("", "t")),
    Rule("relation.from-date-to-day", "signalled", "s:from|between a:<bareday|daydate> t:to|until|through|and b:<day|dayord> !<unit|units|month|magnitude|plural>", lambda s, a, t, b: _rest_of_month(a, b), {
        "from [May 10] to [12]": "2022-05-10 2022-05-12",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.nth-to-nth", "signalled", "s:from|between the a:<dayord> t:to|until|and the b:<dayord> !<lower|plural|capital>", lambda s, a, t, b: _nths(a, b), {
        "from the [10th] to the [12th]": "2022-07-10 2022-07-12",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.until-now", "signalled", "s:from|since? a:<dated> t:to|-|--|until|through b:<presentnoun>", lambda s, a, t, b: _between(a, b), {
        "from [2019] to [the present]": "2019 PRESENT_REF", "[2019]-[present]": "2019 PRESENT_REF",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.year-up-to", "signalled", "s:in|for|during|over|of a:<upto> t:to|through b:<monthdate|baremonth|daydate|bareday>", lambda s, a, t, b: _up_to(a[0], b), {
        "in [the year] to [March]": "P1Y 2022-03",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.amount-up-to", "signalled", "s:in|for|during|over|of a:<duration> t:to|through b:<monthdate|baremonth|daydate|bareday>", lambda s, a, t, b: _up_to(a, b), {
        "for [the three months] to [June 30]": "P3M 2022-06-30",
    }, ("a", "b"), ("s", "t")),
    Rule("relation.amount-that-ended", "signalled", "s:in|for|during|over|of a:<duration> ended|ending b:<monthdate|baremonth|daydate|bareday>", lambda s, a, b: _up_to(a, b), {
        "for [the three months] ended [June 30]": "P3M 2022-06-30",
    }, ("a", "b"), ("s", "")),
    Rule("relation.first-amount-of", "signalled", "s:in|during|for|over|through? a:<firstduration> of d:<dated>", lambda s, a, d: _first_of(a, 1, d), {
        "in [the first nine months] of [2019]": "P9M 2019",
    }, ("a", "d"), ("s", "")),
    Rule("relation.last-amount-of", "signalled", "s:in|during|for|over|through? a:<lastduration> of d:<dated>", lambda s, a, d: _first_of(a, -1, d), {
        "in [the last three days] of [May]": "P3D 2022-05",
    }, ("a", "d"), ("s", "")),
    Rule("relation.first-amount-of-the-unit", "signalled", "s:in|during|for|over|through? a:<firstduration> of d:<theunit>", lambda s, a, d: _first_of(a, 1, d[0]), {
        "in [the first three months] of [the year]": "P3M 2022",
    }, ("a", "d"), ("s", "")),
    Rule("relation.last-amount-of-the-unit", "signalled", "s:in|during|for|over|through? a:<lastduration> of d:<theunit>", lambda s, a, d: _first_of(a, -1, d[0]), {"in [the last two weeks] of [the year]": "P2W 2022"}, ("a", "d"), ("s", "")),
    Rule("relation.so-far", "signalled", "so|thus far in? d:<yeardate|monthdate|weekdate|daydate|date>", _so_far, {"so far [this year]": "2022"}, ("d",), ("",)),
    Rule("relation.the-day-in-apposition-to-a-date", "signalled", "s:on? a:<bareday|daydate> , b:<theunitbeside>", lambda s, a, b: _apposed(a, b), {
        "seen on [3 July], [the day] before they left": "2022-07-03 2022-07-03",
    }, ("a", "b"), ("s", "")),
    Rule("relation.set-since", "signalled", "a:<set> s:since b:<expression>", lambda a, s, b: _set_since(a, b), {
        "[each year] since [2019]": "P1Y 2019",
    }, ("a", "b"), ("", "s")),
)  # fmt: skip

LEVEL = Level("relations", (*_RANGES, *_SIGNALS))
