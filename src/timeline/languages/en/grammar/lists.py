"""Times named side by side, of which one leaves out what the other says: May 3, 5 and 7; the 18th and 19th centuries."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.calculus.operators import Bare
from timeline.calculus.recurring import DayOfWeek
from timeline.languages.coordination import (
    all_of,
    century_like,
    century_range,
    day_like,
    decade_like,
    month_again,
    month_like,
    month_range,
    quarter_like,
    quarters,
)
from timeline.languages.en.grammar.quarters import quarter_of
from timeline.languages.en.grammar.sets import weekday_set
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL"]

_JOINED = "and|or|to|through|-|--|&"


def _same_part(a: Meaning, b: Meaning) -> tuple[Meaning, ...] | None:
    """Mean the same part of another day of the week: Monday and Tuesday nights."""
    day = a.operator.stretch if isinstance(a.operator, Bare) else None
    parts = _WEEKDAY_PART.fullmatch(b.value or "")
    if not isinstance(day, DayOfWeek) or parts is None:
        return None
    return weekday_set(day.weekday, parts[1]), b


_WEEKDAY_PART = re.compile(r"XXXX-WXX-\dT([A-Z]{2})")

_RULES = (
    Rule("list.centuries", "date", "the? a:<ord|partord> -|--? and|or|&|/ the? b:<date>", lambda a, b: all_of(century_like(a, b), b), {
        "in the [18th] and [19th centuries]": "17 18", "in the [2nd] and [1st centuries BC]": "BC01 BC00", "the [2nd]- and [1st-century BC] tombs": "BC01 BC00", "in the [late 19th] and [early 20th century]": "18 19",
    }, ("a", "b")),
    Rule("list.three-centuries", "date", "the? a:<ord|partord> , b:<ord|partord> ,? and|or|& the? c:<date>", lambda a, b, c: all_of(century_like(a, c), century_like(b, c), c), {
        "in the [16th], [17th] and [18th centuries]": "15 16 17",
    }, ("a", "b", "c")),
    Rule("list.centuries-from-one-to-another", "date", "s:from|between? the? a:<ord|partord> t:to|through|until|till|and the? b:<date>", lambda s, a, t, b: century_range(a, b) if t != "and" or s else None, {
        "from the [17th] to [the 19th century]": "16 18",
    }, ("a", "b"), ("s", "t")),
    Rule("list.centuries-with-a-dash", "date", "the? a:<ord|partord> -? -|-- the? b:<date>", lambda a, b: century_range(a, b), {
        "of the [late 17th] – [early 19th centuries]": "16 18", "in the [15th]-[19th centuries]": "14 18",
    }, ("a", "b")),
    Rule("list.parts-of-centuries-with-a-dash", "date", "p:<part> -? a:<ord> - the? b:<date>", lambda p, a, b: century_range((p, a), b), {
        "the late [17th]–[19th centuries]": "16 18",
    }, ("a", "b")),
    Rule("list.decades", "date", f"a:<date> {_JOINED} '? b:<decade2|date>", lambda a, b: all_of(a, decade_like(b, a)), {
        "[the 1970s] and [80s]": "197 198", "[the 1920s] and ['30s]": "192 193",
    }, ("a", "b")),
    Rule("list.three-decades", "date", "a:<date> , '? b:<decade2|date> ,? and|or '? c:<decade2|date>", lambda a, b, c: all_of(a, decade_like(b, a), decade_like(c, a)), {
        "[the 1940s], [50s] and [60s]": "194 195 196",
    }, ("a", "b", "c")),
    Rule("list.days-of-a-month", "date", "a:<bareday|daydate> and|or|& b:<day|dayord> !<month|monthabbr|unit|units|magnitude|plural|lower|percent|-|''>",
         lambda a, b: all_of(a, day_like(b, a)), {"on [May 10] and [11].": "2022-05-10 2022-05-11"}, ("a", "b")),
    Rule("list.three-days-of-a-month", "date", "a:<bareday|daydate> , b:<day|dayord> ,? and|or|& c:<day|dayord> !<month|monthabbr|unit|units|magnitude|plural|lower|percent>",
         lambda a, b, c: all_of(a, day_like(b, a), day_like(c, a)), {"on [May 3], [5] and [7].": "2022-05-03 2022-05-05 2022-05-07"}, ("a", "b", "c")),
    Rule("list.days-before-a-month", "date", "!between|from a:<day|dayord> and|or|& b:<bareday|daydate>", lambda a, b: all_of(day_like(a, b), b), {
        "on [3] and [5 May]": "2022-05-03 2022-05-05",
    }, ("a", "b")),
    Rule("list.three-days-before-a-month", "date", "a:<day|dayord> , b:<day|dayord> ,? and|or|& c:<bareday|daydate>", lambda a, b, c: all_of(day_like(a, c), day_like(b, c), c), {
        "on [3], [5] and [7 May]": "2022-05-03 2022-05-05 2022-05-07",
    }, ("a", "b", "c")),
    Rule("list.months-of-a-year", "date", "!between a:<month> and|or|& b:<monthdate|baremonth>", lambda a, b: all_of(month_like(a, b), b), {
        "[May] and [June]": "2022-05 2022-06", "in [May] and [June 2019]": "2019-05 2019-06",
    }, ("a", "b")),
    Rule("list.months-from-one-to-another", "date", "!from|between a:<month|monthabbr|baremonth> .? -|--|to|through|until b:<monthdate|baremonth>", lambda a, b: month_range(a, b), {
        "held [May]-[July 2019]": "2019-05 2019-07", "open [March] to [October 2019]": "2019-03 2019-10", "open [March] through [May]": "2022-03 2022-05", "held [November]-[February 2019]": "2018-11 2019-02",
    }, ("a", "b")),
    Rule("list.months-each-found", "date", "!between a:<baremonth> and|or|& b:<monthdate>", lambda a, b: all_of(month_again(a, b), b), {
        "in [April] and [June 2019]": "2019-04 2019-06",
    }, ("a", "b")),
    Rule("list.three-months-of-a-year", "date", "a:<baremonth|month> , b:<month|baremonth> ,? and|or|& c:<monthdate|baremonth>",
         lambda a, b, c: all_of(month_again(a, c), month_again(b, c), c), {"in [April], [May] and [June 2019]": "2019-04 2019-05 2019-06"}, ("a", "b", "c")),
    Rule("list.quarters-of-a-year", "date", "a:<quartertoken> and|or|&|to|- b:<date>", lambda a, b: all_of(quarter_like(a, b), b), {"[Q1]-[Q2 2020] results": "2020-Q1 2020-Q2"}, ("a", "b")),
    Rule("list.ordinal-quarters", "date", "the? a:<ord> and|or|& b:<quarters>", lambda a, b: all_of(quarter_of(a, b[1]), quarter_of(*b)), {
        "in the [second] and [fourth quarters]": "2022-Q2 2022-Q4", "in the [second] and [third quarters of 2019]": "2019-Q2 2019-Q3",
    }, ("a", "b")),
    Rule("list.weekday-before-one-with-its-part-of-day", "set", "a:<weekdaydate> and|or|& b:<set>", _same_part, {
        "leaves on [Monday] and [Tuesday nights]": "XXXX-WXX-1TNI XXXX-WXX-2TNI",
    }, ("a", "b")),
    Rule("list.quarters-each-found", "date", "a:<date> and|or|&|to|- b:<date>", lambda a, b: quarters(a, b), {"in [Q1] and [Q2 2020]": "2020-Q1 2020-Q2"}, ("a", "b")),
)  # fmt: skip


LEVEL = Level("lists", _RULES)
