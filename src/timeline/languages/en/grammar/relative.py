"""Times that lean on the publication or on what was said before: yesterday, last year, two weeks ago, the following day."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Literal

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    After,
    Bare,
    In,
    Last,
    Lean,
    Leaning,
    Next,
    Now,
    Operator,
    Said,
    SaidDay,
    Shift,
    Then,
    This,
    YearAgo,
)
from timeline.calculus.outlook import Present
from timeline.calculus.recurring import DayOfWeek, PartOfDay, Repeating, Unit
from timeline.languages.composed import nth_of, whole_of
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import (
    Amount,
    amount,
    date,
    duration,
    moved,
    part_of,
    reference,
    shifted,
    stretch,
    time,
)
from timeline.languages.rule import Level, Rule

__all__ = ["COUNTED", "LEVEL"]

_YIELDS = {G.YEAR: "yeardate", G.MONTH: "monthdate", G.WEEK: "weekdate", G.DAY: "daydate"}
_DAY = Unit(G.DAY)
_FEW = 10
_YEAR = Amount(Duration.of(1, G.YEAR))


def _unit(u: tuple[G, int]) -> Repeating | None:
    return Unit(u[0]) if u[1] == 1 and u[0] >= G.DAY else None


def _of(make: Any, u: tuple[G, int], of: Operator) -> Meaning | None:  # noqa: ANN401 - an operator class
    unit = _unit(u)
    if unit is None and u[1] > 1:  # a fortnight is a length
        return {Last: _past_unit, Next: _next_unit}.get(make, _length)(u)
    return None if unit is None else date(make(unit, of))


def _stretch_of(meaning: Meaning) -> Repeating | None:
    operator = meaning.operator
    return operator.stretch if isinstance(operator, Bare) else None


def _named(make: Any, meaning: Meaning) -> Meaning | None:  # noqa: ANN401 - an operator class
    named = _stretch_of(meaning)
    return None if named is None else moved(meaning, make(named))


def _leaning(make: Any, meaning: Meaning) -> Meaning | None:  # noqa: ANN401 - an operator class
    named = _stretch_of(meaning)
    return None if named is None else moved(meaning, make(named, Said()))


def _vague(u: tuple[G, int], sign: int) -> Meaning:
    return stretch(Amount(Duration.of(None, u[0])), sign)


_WAYS: dict[str, Callable[[Repeating], Operator]] = {"last": Last, "this": This, "next": Next}
_MODS = {"at": "EQUAL_OR_MORE", "nearly": "LESS_THAN", "almost": "LESS_THAN", "about": "APPROX"}


def _couple(u: tuple[G, int], sign: int) -> Meaning | None:
    two = amount(2, u, "APPROX")
    return None if two is None else stretch(two, sign)


def _one(u: tuple[G, int]) -> Amount | None:
    return amount(1, u)


def _length(u: tuple[G, int]) -> Meaning | None:
    one = _one(u)
    return None if one is None else duration(one)


def _past_unit(u: tuple[G, int]) -> Meaning | None:
    if u[0] is G.WEEKEND:
        return date(Last(Unit(u[0])))
    one = _one(u)
    return None if one is None else stretch(one, -1)


def _next_unit(u: tuple[G, int]) -> Meaning | None:
    if u[0] is G.DAY:
        return date(Next(_DAY, Said()))
    one = _one(u)
    return None if one is None else stretch(one, 1)


def _ago(a: Amount, of: Operator, unit: G) -> Meaning | None:
    if a.duration.unit is not unit:
        return None
    if a == _YEAR:
        return date(YearAgo())
    return shifted(a, -1, of)


def _later(a: Amount, unit: G) -> Meaning | None:
    return shifted(a, 1, Said()) if a.duration.unit is unit and a.duration.is_exact else None


def _coarse(a: Amount, sign: int) -> Meaning | None:
    """Move what was said; hours and vague amounts tell too little to name a time, and stay durations."""
    return shifted(a, sign, Said()) if a.duration.is_exact and a.duration.unit > G.DAY else None


def _weekdays_away(make: Any, n: Any, weekday: int) -> Meaning | None:  # noqa: ANN401 - operator class, int or Fraction
    if not 1 <= n <= _FEW:
        return None
    operator: Operator = Now()
    for _ in range(int(n)):
        operator = make(DayOfWeek(weekday), operator)
    return date(operator)


def _twice(make: Any, meaning: Meaning) -> Meaning | None:  # noqa: ANN401 - an operator class
    """Mean the one before the last, or after the next."""
    named = _stretch_of(meaning)
    return None if named is None else moved(meaning, make(named, make(named)))


def _some_later(a: Amount) -> Meaning:
    kind: Literal["DATE", "TIME"] = "TIME" if a.duration.unit < G.DAY else "DATE"
    return Meaning(kind, Then(), value=Unit(a.duration.unit).template, relation=After(Then()))


def _deictic_day(d: int) -> Meaning:
    return date(This(_DAY) if d == 0 else Last(_DAY) if d < 0 else Next(_DAY))


def _weeks_from(a: Amount, d: int) -> Meaning | None:
    """Mean the same day some weeks on: a week today; said of the past, it is a length and a day."""
    if d < 0 or a.duration.unit is not G.WEEK or not a.duration.is_exact:
        return None
    weeks = a.duration.amounts[0][1]
    return None if weeks is None else date(Shift(Duration.of(weeks * 7 + d, G.DAY), 1), lean=Lean.FUTURE)


def _part_of(p: str, day: Operator) -> Meaning:
    return time(In(PartOfDay(p), day))


_AROUND = {
    G.YEAR: ("2020", "2021", "2022", "2023", "2024"),
    G.MONTH: ("2022-05", "2022-06", "2022-07", "2022-08", "2022-09"),
    G.WEEK: ("2022-W27", "2022-W28", "2022-W29", "2022-W30", "2022-W31"),
    G.DAY: ("2022-07-20", "2022-07-21", "2022-07-22", "2022-07-23", "2022-07-24"),
}
"""The values two and one before the publication's own, that, and those after, as examples have it."""


_NAMES = "weekday|weekdaydate|bareday|baremonth|bareseason|pod|unit|units|num"
"""What "last" and "next" belong to: the Friday before last Christmas."""


def _units_rules(unit: G) -> tuple[Rule, ...]:
    """Rules for one unit, so that what they find can be built on: May of last year, Friday of next week."""
    word, yields, u = unit.value, _YIELDS[unit], (unit, 1)

    def rule(id_: str, pattern: str, meaning: Callable[..., Meaning | None], example: str, steps: int) -> Rule:
        value = _AROUND[unit][2 + steps]
        return Rule(f"relative.{id_}", yields, pattern, meaning, {example.format(word): value})

    return (
        *(() if unit is G.DAY else (
            rule(f"last-{word}", f"!<possessive> last {word} !of", lambda: _of(Last, u, Now()), "[last {}]", -1),
            rule(f"next-{word}", f"next {word} !<'after>", lambda: _of(Next, u, Now()), "[next {}]", 1),
        )),
        rule(f"this-{word}", f"this {word}", lambda: _of(This, u, Now()), "[this {}]", 0),
        rule(f"this-past-{word}", f"this past {word}", lambda: _of(Last, u, Now()), "[this past {}]", -1),
        rule(f"this-coming-{word}", f"this coming {word}", lambda: _of(Next, u, Now()), "[this coming {}]", 1),
        rule(f"the-current-{word}", f"the? current|present [ fiscal|financial ] {word}", lambda: _of(This, u, Now()), "in [the current {}]", 0),
        rule(f"the-coming-{word}", f"the? coming|upcoming {word}", lambda: _of(Next, u, Now()), "in [the coming {}]", 1),
        rule(f"that-{word}", f"that [ same|very ] {word}", lambda: _of(This, u, Said()), "in [that same {}]", 0),
        rule(f"the-same-{word}", f"the [ very ] same {word}", lambda: _of(This, u, Said()), "in [the same {}]", 0),
        rule(f"the-following-{word}", f"the following|subsequent|ensuing {word}", lambda: _of(Next, u, Said()), "in [the following {}]", 1),
        rule(f"the-previous-{word}", f"the previous|preceding|prior {word}", lambda: _of(Last, u, Said()), "in [the previous {}]", -1),
        rule(f"the-{word}-before", f"the {word} before|earlier|prior !<nominal|before|after>", lambda: _of(Last, u, Said()), "left [the {} before].", -1),
        rule(f"the-{word}-after", f"the {word} after|later|afterwards !<nominal|before|after>", lambda: _of(Next, u, Said()), "left [the {} after].", 1),
        rule(f"the-{word}-before-last", f"the {word} before last !<{_NAMES}>", lambda: _of(Last, u, Last(Unit(unit))), "left [the {} before last]", -2),
        rule(f"the-{word}-after-next", f"the {word} after the? next !<{_NAMES}>", lambda: _of(Next, u, Next(Unit(unit))), "opens [the {} after next]", 2),
        rule(f"{word}s-ago", "a:<oneunit|amount> ago", lambda a: _ago(a, Now(), unit), "left [two {}s ago]", -2),
        rule(f"{word}s-earlier-told-on", "!<number|num|percent|magnitude|currency|'from|'than|'over|'with|'to> a:<oneunit|amount> earlier|previously !than =<function|lower|capital|plural|',>",
             lambda a: shifted(a, -1, Said()) if a.duration.unit is unit else None, "left [two {}s earlier], she said", -2),
        rule(f"{word}s-earlier", "a:<oneunit|amount> earlier|previously !than", lambda a: _ago(a, Said(), unit), "left [two {}s earlier].", -2),
        rule(f"{word}s-before", "a:<oneunit|amount> before|prior !<nominal|before|after>", lambda a: _ago(a, Said(), unit), "left [two {}s before].", -2),
        rule(f"{word}s-later", "a:<oneunit|amount> later|afterwards|afterward !than", lambda a: _later(a, unit), "left [two {}s later].", 2),
        rule(f"{word}s-after", "a:<oneunit|amount> on|after !<nominal|before|after>", lambda a: _later(a, unit), "left [two {}s on].", 2),
        rule(f"{word}s-from-now", "a:<oneunit|amount> from now|today", lambda a: shifted(a, 1) if a.duration.unit is unit else None, "opens [two {}s from now]", 2),
        rule(f"{word}s-hence", "a:<oneunit|amount> hence", lambda a: shifted(a, 1) if a.duration.unit is unit else None, "opens [two {}s hence]", 2),
        rule(f"in-{word}s-time", "=in a:<oneunit|amount> ' s? time", lambda a: shifted(a, 1) if a.duration.unit is unit else None, "opens in [two {}s' time]", 2),
    )  # fmt: skip


_UNITS = tuple(rule for unit in (G.YEAR, G.MONTH, G.WEEK, G.DAY) for rule in _units_rules(unit))


def _named_rules(kind: str, named: str, yields: str, example: str, values: tuple[str, str, str]) -> tuple[Rule, ...]:
    """Rules for one kind of name, so that what they find can be built on: next Tuesday night.

    `values` are those of the example: last, this and next.
    """
    last, this, coming = values

    def rule(id_: str, pattern: str, meaning: Callable[[Meaning], Meaning | None], said: str, value: str) -> Rule:
        end = "" if id_ != "last" else " !<'of|pod>" if kind == "weekday" else " !of"
        return Rule(f"relative.{id_}-{kind}", yields, f"{pattern} d:<{named}>{end}", meaning, {
            f"{said} {example}]": value,
        })  # fmt: skip

    return (
        rule("last", "last", lambda d: _named(Last, d), "[last", last),
        rule("next", "next", lambda d: _named(Next, d), "[next", coming),
        rule("this", "this", lambda d: _named(Present, d), "[this", this),
        rule("this-past", "this|the past", lambda d: _named(Last, d), "[this past", last),
        rule("this-coming", "this|the coming|upcoming", lambda d: _named(Next, d), "[this coming", coming),
        rule(
            "coming",
            "=on|by|until|till|before|after|of|in|for|from|since|over|during coming",
            lambda d: _named(Next, d),
            "by [coming",
            coming,
        ),
        rule("the-following", "the following|next", lambda d: _leaning(Next, d), "[the following", coming),
        rule(
            "that",
            "=on|of|in|by|since|until|before|after|later|earlier|early|late that",
            lambda d: _leaning(This, d),
            "by [that",
            this,
        ),
        rule("that-same", "that same|very", lambda d: _leaning(This, d), "[that same", this),
        rule("the-previous", "the previous", lambda d: _leaning(Last, d), "[the previous", last),
    )


def _twice_rules(kind: str, named: str, yields: str, example: str, values: tuple[str, str]) -> tuple[Rule, ...]:
    """Rules for the one before the last, and the one after the next."""
    before, after = values
    return (
        Rule(f"relative.the-{kind}-before-last", yields, f"the d:<{named}> before last !<{_NAMES}>", lambda d: _twice(Last, d), {
            f"[the {example} before last]": before,
        }),
        Rule(f"relative.the-{kind}-after-next", yields, f"the d:<{named}> after the? next !<{_NAMES}>", lambda d: _twice(Next, d), {
            f"opens [the {example} after next]": after,
        }),
    )  # fmt: skip


_NAMED = (
    *_named_rules("weekday", "weekdaydate", "daydate", "Tuesday", ("2022-07-19", "2022-07-19", "2022-07-26")),
    *_named_rules("named-day", "bareday", "daydate", "Christmas", ("2021-12-25", "2022-12-25", "2022-12-25")),
    *_named_rules("named-month", "baremonth", "monthdate", "January", ("2022-01", "2022-01", "2023-01")),
    *_named_rules("season", "bareseason", "date", "summer", ("2021-SU", "2022-SU", "2023-SU")),
    *_twice_rules("weekday", "weekdaydate", "daydate", "Tuesday", ("2022-07-12", "2022-08-02")),
    *_twice_rules("named-day", "bareday", "daydate", "Christmas", ("2020-12-25", "2023-12-25")),
    *_twice_rules("named-month", "baremonth", "monthdate", "January", ("2021-01", "2024-01")),
)

_COUNTED_WEEKDAYS = (
    Rule("relative.weekdays-ago", "daydate", "n:<num> w:<weekdays> ago", lambda n, w: _weekdays_away(Last, n, w), {"[three Fridays ago]": "2022-07-01"}),
    Rule("relative.weekdays-from-now", "daydate", "n:<num> w:<weekdays> from now|today", lambda n, w: _weekdays_away(Next, n, w), {"[three Fridays from now]": "2022-08-12"}),
    Rule("relative.weekdays-hence", "daydate", "n:<num> w:<weekdays> hence", lambda n, w: _weekdays_away(Next, n, w), {"[two Mondays hence]": "2022-08-01"}),
)  # fmt: skip

_RULES = (
    # Days
    Rule("relative.today-or-beside", "daydate", "d:<day_deixis>", _deictic_day, {"[today]": "2022-07-22", "[yesterday]": "2022-07-21", "[Tomorrow]": "2022-07-23"}),
    Rule("relative.the-day-before-yesterday", "daydate", "the? day before d:<day_deixis>", lambda d: shifted(Amount(Duration.of(2, G.DAY)), -1) if d < 0 else None, {
        "[the day before yesterday]": "2022-07-20",
    }),
    Rule("relative.this-day-in-a-year", "yeardate", "this day in y:<yeardate>", lambda y: y, {"on this day in [1969], he": "1969"}, ("y",)),
    Rule("relative.weeks-today", "daydate", "a:<oneunit|amount> d:<day_deixis>", _weeks_from, {"will open [a week today].": "2022-07-29", "will open [two weeks tomorrow]": "2022-08-06"}),
    Rule("relative.the-day-after-tomorrow", "daydate", "the? day after d:<day_deixis>", lambda d: shifted(Amount(Duration.of(2, G.DAY)), 1) if d > 0 else None, {
        "[the day after tomorrow]": "2022-07-24",
    }),
    Rule("relative.the-next-day", "daydate", "the? next day", lambda: date(Next(_DAY, Said())), {"left [the next day]": "2022-07-23"}),
    Rule("relative.late-tonight", "time", "w:early|late|later <tonight>", lambda w: part_of("START" if w == "early" else "END", _part_of("NI", This(_DAY))), {"[late tonight]": "2022-07-22TNI"}),
    Rule("relative.tonight", "time", "<tonight>", lambda: _part_of("NI", This(_DAY)), {"[tonight]": "2022-07-22TNI"}),
    Rule("relative.overnight", "time", "<overnight> !<lower|plural|weekdaydate|bareday|daydate>", lambda: _part_of("NI", Leaning(Last(_DAY), This(_DAY))), {
        "was hurt [overnight].": "2022-07-21TNI", "will close [overnight].": "2022-07-22TNI",
    }),
    Rule("relative.last-part-of-day", "time", "!<possessive|'the> last p:<pod> !of", lambda p: _part_of(p, Last(_DAY)), {"[last night]": "2022-07-21TNI"}),
    Rule("relative.this-part-of-day", "time", "this p:<pod>", lambda p: _part_of(p, This(_DAY)), {"[this morning]": "2022-07-22TMO"}),
    Rule("relative.late-last-part-of-day", "time", "w:early|late last p:<pod>", lambda w, p: part_of("END" if w == "late" else "START", _part_of(p, Last(_DAY))), {"[late last night]": "2022-07-21TNI"}),
    Rule("relative.late-this-part-of-day", "time", "w:later|earlier|early|late this p:<pod>",
         lambda w, p: part_of("END" if w.startswith("lat") else "START", _part_of(p, This(_DAY))), {"[later this afternoon]": "2022-07-22TAF"}),
    Rule("relative.that-part-of-day", "time", "that [ same|very ] p:<pod>", lambda p: _part_of(p, This(_DAY, SaidDay())), {"[that night]": "2022-07-22TNI"}),
    Rule("relative.the-same-part-of-day", "time", "the same p:<pod>", lambda p: _part_of(p, This(_DAY, SaidDay())), {"left [the same night]": "2022-07-22TNI"}),
    Rule("relative.the-next-part-of-day", "time", "the next|following p:<pod>", lambda p: _part_of(p, Next(_DAY, Said())), {"left [the next morning]": "2022-07-23TMO"}),
    Rule("relative.the-previous-part-of-day", "time", "the previous|preceding p:<pod>", lambda p: _part_of(p, Last(_DAY, Said())), {"left [the previous night]": "2022-07-21TNI"}),
    Rule("relative.the-part-of-day-before-last", "time", f"the p:<pod> before last !<{_NAMES}>", lambda p: _part_of(p, Last(_DAY, Last(_DAY))), {"left [the night before last].": "2022-07-20TNI"}),
    Rule("relative.the-part-of-day-before", "time", "the p:<pod> before !<nominal|before|after>", lambda p: _part_of(p, Last(_DAY, Said())), {"left [the night before].": "2022-07-21TNI"}),
    # Other units
    Rule("relative.the-last-unit-before", "lastunit", "the last|final u:<unit> =before", lambda u: u, {"in [the last week before Christmas]": "2022-W50", "in the last week before the vote": ""}),
    Rule("relative.the-last-weekday-before", "lastweekday", "the last|final d:<weekdaydate> =before", lambda d: (d,), {"on [the last Friday before Christmas]": "2022-12-23", "the last Friday before the vote": ""}),
    Rule("relative.last-unit", "date", "!<possessive> last u:<unit> !of", lambda u: _of(Last, u, Now()) if u[0] > G.DAY else None, {"[last quarter]": "2022-Q2", "[last fortnight]": "P2W", "[last weekend]": "2022-W28-WE", "[last decade]": "201"}),
    Rule("relative.next-unit", "date", "next u:<unit>", lambda u: _of(Next, u, Now()), {"[next quarter]": "2022-Q4", "[next decade]": "203"}),
    Rule("relative.the-coming-unit", "date", "the|this? coming|upcoming u:<unit>", lambda u: _of(Next, u, Now()) if u[0] in {G.DECADE, G.QUARTER, G.WEEKEND, G.CENTURY} or u[1] > 1 else None, {"in [the coming decade]": "203"}),
    Rule("relative.the-unit-before-last", "date", f"the u:<unit> before last !<{_NAMES}>", lambda u: None if (unit := _unit(u)) is None else date(Last(unit, Last(unit))), {
        "[the weekend before last]": "2022-W27-WE", "[the quarter before last]": "2022-Q1",
    }),
    Rule("relative.the-unit-after-next", "date", f"the u:<unit> after the? next !<{_NAMES}>", lambda u: None if (unit := _unit(u)) is None else date(Next(unit, Next(unit))), {
        "opens [the quarter after next]": "2023-Q1",
    }),
    Rule("relative.this-week-end", "date", "w:last|this|next week - end", lambda w: date(_WAYS[w](Unit(G.WEEKEND))), {"left [last week-end]": "2022-W28-WE"}),
    Rule("relative.amount-from-now", "date", "a:<oneunit|amount> from now|today", lambda a: shifted(a, 1), {"opens [three decades from now]": "205"}),
    Rule("relative.amount-hence", "date", "a:<oneunit|amount> hence", lambda a: shifted(a, 1), {"opens [a decade hence]": "203"}),
    Rule("relative.in-an-amounts-time", "date", "=in a:<oneunit|amount> ' s? time", lambda a: shifted(a, 1), {"opens in [a decade's time]": "203"}),
    Rule("relative.that-season-alone", "date", "that [ same ] s:<bareseason>", lambda s: None if (named := _stretch_of(s)) is None else date(This(named, Said())), {"[that summer]": "2022-SU"}),
    Rule("relative.this-unit", "date", "this u:<unit>", lambda u: _of(This, u, Now()), {"[this quarter]": "2022-Q3", "[this century]": "20", "for [this fortnight]": "P2W"}),
    Rule("relative.this-past-unit", "date", "this past u:<unit>", lambda u: _of(Last, u, Now()), {"[this past weekend]": "2022-W28-WE"}),
    Rule("relative.the-current-unit", "date", "the? current u:<unit>", lambda u: _of(This, u, Now()), {"in [the current quarter]": "2022-Q3"}),
    Rule("relative.the-latest-quarter", "date", "the latest quarter|period", lambda: date(Last(Unit(G.QUARTER))), {
        "in [the latest quarter]": "2022-Q2", "[The latest period] had a loss.": "2022-Q2",
    }),
    Rule("relative.that-unit", "date", "that u:<unit>", lambda u: _of(This, u, Said()), {"in [that decade]": "202"}),
    Rule("relative.the-same-unit", "date", "the same u:<unit>", lambda u: _of(This, u, Said()), {"in [the same decade]": "202"}),
    Rule("relative.the-following-unit", "date", "the following|subsequent u:<unit>", lambda u: _of(Next, u, Said()), {"in [the following decade]": "203"}),
    Rule("relative.the-previous-unit", "date", "the previous|preceding|prior u:<unit>", lambda u: _of(Last, u, Said()), {"in [the previous quarter]": "2022-Q2"}),
    Rule("relative.the-weekend", "date", "the u:<unit> !<'of|'before|'after>", lambda u: date(Bare(Unit(G.WEEKEND))) if u[0] is G.WEEKEND else None, {"over [the weekend]": "2022-W28-WE"}),
    Rule("relative.amount-ago", "date", "a:<oneunit|amount> ago", lambda a: shifted(a, -1), {"[a year ago]": "2021", "[two weeks ago]": "2022-W27", "[three days ago]": "2022-07-19", "[nearly four years ago]": "2018", "[several years ago]": "PAST_REF", "[three hours ago]": "XXXX-XX-XXTXX"}),
    Rule("relative.amount-back", "date", "a:<amount> back !<'to|'in|'from|'on|'at|'into|lower>", lambda a: shifted(a, -1) if a.duration.unit > G.DAY else None, {"[ten years back].": "2012", "[a few years back],": "PAST_REF"}),
    Rule("relative.last-weekday-in-a-month", "daydate", "the? last|final w:<weekdaydate> in m:<baremonth|monthdate|yeardate>? [ the v:<unit> ]",
         lambda w, m, v: nth_of(-1, w, whole_of(m, v)), {"on [the last Friday in March]": "2022-03-25"}),
    Rule("relative.vague-amount-later", "date", "a:<amount> later|afterwards|afterward !<'than>", lambda a: None if a.duration.is_exact else _some_later(a), {"[a few days later]": "XXXX-XX-XX"}),
    Rule("relative.units-ago", "date", "some? u:<units> ago", lambda u: shifted(Amount(Duration.of(None, u[0])), -1), {"[years ago]": "PAST_REF", "[some months ago]": "PAST_REF"}),
    Rule("relative.a-long-time-ago", "reference", "a|some|quite? a? very? long|short|little|good? while|time ago", lambda: reference("PAST_REF"), {"[a long time ago]": "PAST_REF", "[a while ago]": "PAST_REF"}),
    Rule("relative.long-ago", "reference", "long ago|since", lambda: reference("PAST_REF"), {"[long ago]": "PAST_REF"}),
    Rule("relative.moments-ago", "reference", "a? moment|moments|generation|generations ago", lambda: reference("PAST_REF"), {"[a moment ago]": "PAST_REF"}),
    Rule("relative.amount-earlier", "date", "a:<oneunit|amount> earlier|before !<'than|nominal|before|after>", lambda a: _coarse(a, -1), {"left [a decade earlier].": "201"}),
    Rule("relative.amount-later", "date", "a:<oneunit|amount> later !than", lambda a: _coarse(a, 1), {"left [a decade later].": "203"}),
    # Stretches that end or begin now
    Rule("relative.the-past-amount", "duration", "!to the? last|past|previous|preceding a:<amount> !<'of>", lambda a: stretch(a, -1), {
        "for [the past 50 years]": "P50Y", "in [the last six months]": "P6M", "over [the past few weeks]": "PXW",
    }),
    Rule("relative.at-least-the-past-amount", "duration", "m:at|nearly|almost|about least? the last|past a:<amount>",
         lambda m, a: evolve(stretch(a, -1), mod=_MODS[m]), {"for [at least the past 18 months]": "P18M"}),
    Rule("relative.the-past-couple", "duration", "the? last|past couple of? u:<units>", lambda u: _couple(u, -1), {"over [the past couple of years]": "P2Y"}),
    Rule("relative.the-next-couple", "duration", "the? next|coming|upcoming couple of? u:<units>", lambda u: _couple(u, 1), {"over [the next couple of years]": "P2Y"}),
    Rule("relative.the-first-amount", "firstduration", "the? first|opening a:<amount>", duration, {"[the first nine months]": "P9M"}),
    Rule("relative.the-last-amount-of", "lastduration", "!to|will|would|could|may|might|can|should the? last|final|closing|latest a:<amount>", duration, {"[the final two minutes]": "PT2M"}),
    Rule("relative.the-next-amount", "duration", "the? next|coming|following|upcoming a:<amount>", lambda a: stretch(a, 1), {"over [the next five years]": "P5Y", "in [the upcoming two weeks]": "P2W"}),
    Rule("relative.the-amount-last", "duration", "the n:<count> last|past u:<units> !<'of>", lambda n, u: None if (a := amount(n, u)) is None else stretch(a, -1), {"in [the two past weeks]": "P2W"}),
    Rule("relative.the-amount-next", "duration", "the n:<count> next|coming|upcoming u:<units>", lambda n, u: None if (a := amount(n, u)) is None else stretch(a, 1), {"in [the two coming weeks]": "P2W"}),
    Rule("relative.the-past-unit", "duration", "the past u:<unit>", _past_unit, {"over [the past year]": "P1Y"}),
    Rule("relative.the-last-unit", "duration", "=over|in|during|for|within|throughout the last u:<unit> !of", _past_unit, {"over [the last decade]": "P1DE"}),
    Rule("relative.the-next-unit", "duration", "=over|in|during|for|within|throughout the next u:<unit>", _next_unit, {"over [the next decade]": "P1DE"}),
    Rule("relative.early-in-the-last-unit", "date", "p:<part> on? in the w:last|next u:<unit>", lambda p, w, u: None if (unit := _unit(u)) is None else part_of(p, date(_WAYS[w](unit))), {
        "[early in the last century]": "19", "[late in the next decade]": "203",
    }),
    Rule("relative.recent-units", "duration", "the? recent|past u:<units>", lambda u: _vague(u, -1), {"in [recent years]": "PXY"}),
    Rule("relative.coming-units", "reference", "the? coming <units>", lambda: reference("FUTURE_REF"), {"in [the coming weeks]": "FUTURE_REF"}),
    # Named ones, and their examples
    Rule("relative.last-weekday-part", "time", "last d:<weekdaydate> p:<pod> !of", lambda d, p: None if (s := _stretch_of(d)) is None else _part_of(p, Last(s)), {
        "[last Friday]": "2022-07-15", "[last May]": "2022-05", "[last summer]": "2021-SU", "[next Tuesday]": "2022-07-26", "[next May]": "2023-05",
        "[this Tuesday]": "2022-07-19", "[this summer]": "2022-SU", "[this past Tuesday]": "2022-07-19", "[this past spring]": "2022-SP",
        "[this coming Tuesday]": "2022-07-26", "[last Friday night]": "2022-07-15TNI",
        "left on [3 May 1998] and came back on [that Friday]": "1998-05-03 1998-05-01", "In [1998] it rained; in [that January] it snowed": "1998 1998-01",
    }),
    # References
    Rule("relative.now", "reference", "<present>", lambda: reference("PRESENT_REF"), {"is [now] open": "PRESENT_REF"}),
    Rule("relative.current", "reference", "current !<'account|'accounts|'affairs|'events|'assets|'liabilities|'ratio> =<lower|plural|capital|num>", lambda: reference("PRESENT_REF"), {"his [current] wife": "PRESENT_REF"}),
    Rule("relative.at-the-moment", "reference", "=at the moment !<'of|'when>", lambda: reference("PRESENT_REF"), {"is closed at [the moment].": "PRESENT_REF"}),
    Rule("relative.the-other-day", "reference", "the other day|week|night|evening|morning|afternoon|month", lambda: reference("PAST_REF"), {"[the other day]": "PAST_REF", "[the other week]": "PAST_REF"}),
    Rule("relative.the-present-before-a-mark", "presentnoun", "the present =<mark>", lambda: reference("PRESENT_REF"), {"from [2019] to [the present].": "2019 PRESENT_REF"}),
    Rule("relative.present-as-an-end", "presentnoun", "=-|--|to present !<lower|plural|capital|function|possessive>", lambda: reference("PRESENT_REF"), {"[2019]-[present]": "2019 PRESENT_REF"}),
    Rule("relative.the-present-as-an-end", "presentnoun", "=to|until|-|-- the present [ day ] !<lower|plural|capital>", lambda: reference("PRESENT_REF"), {"from [2019] to [the present]": "2019 PRESENT_REF"}),
    Rule("relative.for-the-time-being", "reference", "=for the time being", lambda: reference("PRESENT_REF"), {"for [the time being]": "PRESENT_REF"}),
    Rule("relative.at-this-time", "reference", "=at this time|moment !<'of|'in>", lambda: reference("PRESENT_REF"), {"at [this time].": "PRESENT_REF"}),
    Rule("relative.this-years-misspelled", "yeardate", "this years =<lower>", lambda: date(This(Unit(G.YEAR))), {"[this years] festival": "2022"}),
    Rule("relative.right-now", "reference", "right now", lambda: reference("PRESENT_REF"), {"[right now]": "PRESENT_REF"}),
    Rule("relative.one-of-these-days", "reference", "one of these days", lambda: reference("FUTURE_REF"), {"[One of these days] he will pay.": "FUTURE_REF"}),
    Rule("relative.these-days", "reference", "these days", lambda: reference("PRESENT_REF"), {"[these days]": "PRESENT_REF"}),
    Rule("relative.at-present", "reference", "=at present !<lower>", lambda: reference("PRESENT_REF"), {"is ill at [present].": "PRESENT_REF"}),
    Rule("relative.recently", "reference", "more|most|only|just? <past_ref>", lambda: reference("PAST_REF"), {"was [recently] closed": "PAST_REF"}),
    Rule("relative.soon", "reference", "!as <soon> !<'after|'before|'as|'thereafter|'afterwards>", lambda: evolve(reference("FUTURE_REF"), lean=Lean.FUTURE), {"will [soon] open.": "FUTURE_REF"}),
    Rule("relative.the-past", "reference", "=in the past !<lower|plural|capital>", lambda: reference("PAST_REF"), {"in [the past].": "PAST_REF"}),
    Rule("relative.the-near-future", "reference", "the near|foreseeable|distant|immediate|not? too? distant? <future> !<lower|plural>", lambda: reference("FUTURE_REF"), {
        "in [the near future].": "FUTURE_REF",
    }),
)  # fmt: skip

COUNTED = Level("counted weekdays", _COUNTED_WEEKDAYS)
LEVEL = Level("relative", (*_UNITS, *_NAMED, *_RULES))
