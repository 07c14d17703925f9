"""Times named side by side, of which one leaves out what the other says: May 3, 5 and 7; the 18th and 19th centuries."""

from __future__ import annotations

import re

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import At, Backward, Bare, Between, In, Nth, Onward, This
from timeline.calculus.repeating import DayOfWeek, DecadeOfCentury, MonthOfYear, QuarterOfYear, Unit
from timeline.languages.en.grammar.quarters import quarter_of
from timeline.languages.en.grammar.sets import weekday_set
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import at_century, at_decade, bare, date
from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_JOINED = "and|or|to|through|-|--|&"


def _century(number: int, like: Meaning) -> Meaning | None:
    if not isinstance(like.operator, At) or like.operator.interval.granularity is not G.CENTURY:
        return None
    operator = at_century(number)
    return None if operator is None else date(operator)


def _decade(decade: int | Meaning, like: Meaning) -> Meaning | None:
    """Mean a decade of the century of another: the 1920s and '30s."""
    if isinstance(decade, Meaning):
        operator = decade.operator
        if not isinstance(operator, Backward) or not isinstance(operator.stretch, DecadeOfCentury):
            return None
        decade = operator.stretch.decade
    if not isinstance(like.operator, At) or like.operator.interval.granularity is not G.DECADE:
        return None
    begin = like.operator.interval.begin.earliest
    return None if begin is None else date(at_decade(begin.year // 100 * 10 + decade))


def _day(number: int, like: Meaning) -> Meaning | None:
    """Mean a day of the month of another: May 3 and 5."""
    return (
        None
        if like.operator is None or like.relation
        else date(Nth(number, Unit(G.DAY), This(Unit(G.MONTH), like.operator)))
    )


def _month(number: int, like: Meaning) -> Meaning | None:
    """Mean a month of the year of a later one: May and June 2019."""
    if isinstance(like.operator, Bare):
        return bare(MonthOfYear(number))
    return None if like.operator is None else date(Backward(MonthOfYear(number), like.operator))


def _quarter(q: tuple[int, str], like: Meaning) -> Meaning | None:
    if not isinstance(like.operator, In | Bare) or not isinstance(like.operator.stretch, QuarterOfYear):
        return None
    return evolve(like, operator=evolve(like.operator, stretch=evolve(like.operator.stretch, number=q[0])))


def _all(*meanings: Meaning | None) -> tuple[Meaning, ...] | None:
    found = tuple(each for each in meanings if each is not None)
    return found if len(found) == len(meanings) else None


def _same_part(a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean the same part of another day of the week: Monday and Tuesday nights."""
    day = a.operator.stretch if isinstance(a.operator, Bare) else None
    parts = _WEEKDAY_PART.fullmatch(b.value or "")
    if not isinstance(day, DayOfWeek) or parts is None:
        return None
    return weekday_set(day.weekday, parts[1]), b


_WEEKDAY_PART = re.compile(r"XXXX-WXX-\dT([A-Z]{2})")

_RULES = (
    Rule("list.centuries", "date", f"a:<ord> {_JOINED} b:<date>", lambda a, b: _all(_century(a, b), b), {
        "in the [18th] and [19th centuries]": "17 18",
    }, ("a", "b")),
    Rule("list.parts-of-centuries", "date", f"<part> a:<ord> {_JOINED} <part>? b:<date>", lambda a, b: _all(_century(a, b), b), {"in the late [19th] and early [20th century]": "18 19"}, ("a", "b")),
    Rule("list.decades", "date", f"a:<date> {_JOINED} '? b:<decade2|date>", lambda a, b: _all(a, _decade(b, a)), {
        "[the 1970s] and [80s]": "197 198", "[the 1920s] and ['30s]": "192 193",
    }, ("a", "b")),
    Rule("list.three-decades", "date", "a:<date> , '? b:<decade2|date> ,? and|or '? c:<decade2|date>", lambda a, b, c: _all(a, _decade(b, a), _decade(c, a)), {
        "[the 1940s], [50s] and [60s]": "194 195 196",
    }, ("a", "b", "c")),
    Rule("list.days-of-a-month", "date", "a:<bareday|daydate> and|or|& b:<day|dayord> !<month|monthabbr|unit|units|magnitude|plural|lower|percent|-|''>",
         lambda a, b: _all(a, _day(b, a)), {"on [May 10] and [11].": "2022-05-10 2022-05-11"}, ("a", "b")),
    Rule("list.three-days-of-a-month", "date", "a:<bareday|daydate> , b:<day|dayord> ,? and|or|& c:<day|dayord> !<month|monthabbr|unit|units|magnitude|plural|lower|percent>",
         lambda a, b, c: _all(a, _day(b, a), _day(c, a)), {"on [May 3], [5] and [7].": "2022-05-03 2022-05-05 2022-05-07"}, ("a", "b", "c")),
    Rule("list.days-before-a-month", "date", "!between|from a:<day|dayord> and|or|& b:<bareday|daydate>", lambda a, b: _all(_day(a, b), b), {
        "on [3] and [5 May]": "2022-05-03 2022-05-05",
    }, ("a", "b")),
    Rule("list.three-days-before-a-month", "date", "a:<day|dayord> , b:<day|dayord> ,? and|or|& c:<bareday|daydate>", lambda a, b, c: _all(_day(a, c), _day(b, c), c), {
        "on [3], [5] and [7 May]": "2022-05-03 2022-05-05 2022-05-07",
    }, ("a", "b", "c")),
    Rule("list.months-of-a-year", "date", "!between a:<month> and|or|& b:<monthdate|baremonth>", lambda a, b: _all(_month(a, b), b), {
        "[May] and [June]": "2022-05 2022-06", "in [May] and [June 2019]": "2019-05 2019-06",
    }, ("a", "b")),
    Rule("list.months-from-one-to-another", "date", "!from|between a:<month|monthabbr|baremonth> .? -|--|to|through|until b:<monthdate|baremonth>", lambda a, b: _joined_months(a, b), {
        "held [May]-[July 2019]": "2019-05 2019-07", "open [March] to [October 2019]": "2019-03 2019-10", "open [March] through [May]": "2022-03 2022-05", "held [November]-[February 2019]": "2018-11 2019-02",
    }, ("a", "b")),
    Rule("list.months-each-found", "date", "!between a:<baremonth> and|or|& b:<monthdate>", lambda a, b: _all(_again(a, b), b), {
        "in [April] and [June 2019]": "2019-04 2019-06",
    }, ("a", "b")),
    Rule("list.three-months-of-a-year", "date", "a:<baremonth|month> , b:<month|baremonth> ,? and|or|& c:<monthdate|baremonth>",
         lambda a, b, c: _all(_again(a, c), _again(b, c), c), {"in [April], [May] and [June 2019]": "2019-04 2019-05 2019-06"}, ("a", "b", "c")),
    Rule("list.quarters-of-a-year", "date", "a:<quartertoken> and|or|&|to|- b:<date>", lambda a, b: _all(_quarter(a, b), b), {"[Q1]-[Q2 2020] results": "2020-Q1 2020-Q2"}, ("a", "b")),
    Rule("list.ordinal-quarters", "date", "the? a:<ord> and|or|& b:<quarters>", lambda a, b: _all(quarter_of(a, b[1]), quarter_of(*b)), {
        "in the [second] and [fourth quarters]": "2022-Q2 2022-Q4", "in the [second] and [third quarters of 2019]": "2019-Q2 2019-Q3",
    }, ("a", "b")),
    Rule("list.weekday-before-one-with-its-part-of-day", "set", "a:<weekdaydate> and|or|& b:<set>", _same_part, {
        "leaves on [Monday] and [Tuesday nights]": "XXXX-WXX-1TNI XXXX-WXX-2TNI",
    }, ("a", "b")),
    Rule("list.quarters-each-found", "date", "a:<date> and|or|&|to|- b:<date>", lambda a, b: _quarters(a, b), {"in [Q1] and [Q2 2020]": "2020-Q1 2020-Q2"}, ("a", "b")),
)  # fmt: skip


def _again(a: int | Meaning, like: Meaning) -> Meaning | None:
    if isinstance(a, int):
        return _month(a, like)
    return (
        _month(a.operator.stretch.month, like)
        if isinstance(a.operator, Bare) and isinstance(a.operator.stretch, MonthOfYear)
        else None
    )


def _joined_months(a: int | Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    first = _again(a, b)
    if first is not None and isinstance(first.operator, Bare) and isinstance(b.operator, Bare):
        b = evolve(b, operator=Onward(b.operator.stretch, first.operator))
    if first is None or first.operator is None or b.operator is None:
        return None
    between = Between(first.operator, b.operator)
    return evolve(first, relation=between), evolve(b, relation=between)


def _quarters(a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    if isinstance(a.operator, Bare) and isinstance(a.operator.stretch, QuarterOfYear) and isinstance(b.operator, In):
        return _all(_quarter((a.operator.stretch.number, "Q"), b), b)
    return None


LEVEL = Level("lists", _RULES)
