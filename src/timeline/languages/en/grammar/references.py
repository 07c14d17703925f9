"""Times told without a count: since then, at that time, previously, to date, this time last year, all day."""

from __future__ import annotations

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import (
    After,
    Before,
    Between,
    In,
    Last,
    Next,
    Now,
    Said,
    SaidDay,
    Same,
    Shift,
    Then,
    This,
    Topic,
    YearAgo,
)
from timeline.calculus.recurring import DayOfWeek, DayOfYear, MonthOfYear, PartOfDay, SeasonOfYear, Unit
from timeline.languages.clocks import early_hours
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, bare, date, duration, part_of, reference, rest_of, time
from timeline.languages.rule import Level, Rule

__all__ = ["LEVEL"]

_DAY = Unit(G.DAY)


def _then() -> Meaning:
    """Mean the time last spoken of, and only "some time past" where there is none."""
    return date(Then(), value="PAST_REF")


def _ago_on(ago: Meaning, day: Meaning) -> Meaning | None:
    """Mean the same day, week or month so many years ago: two years ago today, ten years ago this month."""
    named, back = day.operator, ago.operator
    if isinstance(back, YearAgo):
        back = Shift(Duration.of(1, G.YEAR), -1)
    if not isinstance(named, This | Last | Next) or not isinstance(back, Shift) or day.relation is not None:
        return None
    stretch = named.stretch
    if back.duration.unit <= stretch.granularity:
        return None
    if isinstance(stretch, SeasonOfYear | MonthOfYear):
        return date(In(stretch, back)) if isinstance(named, This) else None
    if isinstance(stretch, DayOfWeek):
        stretch = _DAY
    return date(Same(stretch, back.duration, back.sign, named)) if isinstance(stretch, Unit) else None


def _whole(u: tuple[G, int]) -> Meaning | None:
    return duration(Amount(Duration.of(u[1], u[0])))


def _uncounted(u: tuple[G, int], way: str) -> Meaning | None:
    """Mean some units before or after the time last spoken of."""
    if u[0] is G.QUARTER:
        return None
    template = Unit(G.DAY if u[0] is G.WEEKEND else u[0]).template
    relation = Before(Then()) if way == "earlier" else After(Then())
    return Meaning("TIME" if u[0] < G.DAY else "DATE", Then(), value=template, relation=relation)


def _to_date(u: tuple[G, int]) -> Meaning | None:
    if u[1] != 1 or not G.WEEK <= u[0] <= G.YEAR:
        return None
    whole = This(Unit(u[0]))
    return date(whole, relation=Between(whole, Now()))


def _later_in(word: str, u: tuple[G, int]) -> Meaning | None:
    """Mean what lies before or after the time last spoken of; of a day nothing tells how much is over."""
    if u[1] != 1 or u[0] < G.DAY:
        return None
    whole = date(This(Unit(u[0]), Topic()))
    return whole if u[0] is G.DAY else rest_of("START" if word == "earlier" else "END", whole)


_WHOLES = {
    "day": G.DAY, "night": G.DAY, "morning": G.DAY, "afternoon": G.DAY, "evening": G.DAY, "week": G.WEEK, "month": G.MONTH,
    "year": G.YEAR,
}  # fmt: skip

_RULES = (
    # Then
    Rule("reference.since-then", "reference", "=since|until|till|by|before|from|back then !<'president|'prime|'minister|'current|capital>", _then, {
        "since [then]": "PAST_REF", "By [then] he had left.": "PAST_REF",
    }),
    Rule("reference.that-time", "reference", "=at|by|since|until|before|from|around|during that time !<'of>", _then, {"at [that time]": "PAST_REF"}),
    Rule("reference.those-days", "reference", "those days", _then, {"in [those days]": "PAST_REF"}),
    Rule("reference.some-time", "duration", "=for some time !<'ago|'to|'in|'on|'at|'next|'last|'this|weekday|month|pod>", lambda: Meaning("DURATION", value="PXX"), {
        "waited for [some time].": "PXX",
    }),
    Rule("reference.a-later-date", "reference", "=at|to|until|till|on a later|future <dateword>", lambda: reference("FUTURE_REF"), {"at [a later date]": "FUTURE_REF"}),
    Rule("reference.the-distant-past", "reference", "the recent|distant <past> !<lower|plural>", lambda: reference("PAST_REF"), {"in [the distant past].": "PAST_REF"}),
    Rule("reference.in-future", "reference", "=in <future> !<lower|plural|capital|'s>", lambda: reference("FUTURE_REF"), {"In [future], ask first.": "FUTURE_REF"}),
    Rule("reference.unit-to-date", "date", "u:<unit> -? to -? date", lambda u: _to_date(u), {
        "sales [year to date] rose": "2022", "the [month-to-date] total": "2022-07", "sales [quarter to date]": "2022-Q3",
    }),
    Rule("reference.year-on-year", "comparison", "a:year|month|week|day|quarter -? on|over|to -? b:year|month|week|day|quarter", lambda a, b: True if a == b else None, {"rose 5% year-on-year": ""}),
    Rule("reference.to-date", "reference", "=to date !<lower|plural|capital|function|'back>", lambda: reference("PRESENT_REF"), {"the best to [date].": "PRESENT_REF"}),
    Rule("reference.to-date-before-a-clause", "reference", "=to date =we|they|he|she|there|no|none|only|more|nearly", lambda: reference("PRESENT_REF"), {
        "To [date] we have no reply.": "PRESENT_REF",
    }),
    Rule("reference.over-the-years", "duration", "=over|through|down the u:<units> !<'of|'ahead|'since|'to|'before|'after|'that|lower>", lambda u: duration(Amount(Duration.of(None, u[0]))) if u[0] >= G.WEEK and u[0] is not G.WEEKEND and u[0] is not G.QUARTER else None, {
        "Over [the years], it grew.": "PXY",
    }),
    Rule("reference.earlier-in-the-unit", "date", "w:earlier|later on? in the u:<unit> !<'of>", lambda w, u: _later_in(w, u), {
        "[later in the year]": "2022", "[earlier in the day]": "2022-07-22",
    }),
    Rule("reference.units-to-come", "reference", "=in|for|over the? <units> to come", lambda: reference("FUTURE_REF"), {"for [years to come]": "FUTURE_REF"}),
    Rule("reference.units-ahead", "reference", "=in|for|over the <units> ahead", lambda: reference("FUTURE_REF"), {"in [the months ahead]": "FUTURE_REF"}),
    Rule("reference.some-day", "reference", "=will|would|may|could|might|can some|one day", lambda: reference("FUTURE_REF"), {"He will [some day] win": "FUTURE_REF"}),
    Rule("reference.someday", "reference", "<someday>", lambda: reference("FUTURE_REF"), {"He will [someday] win.": "FUTURE_REF"}),
    # The same time of another stretch
    Rule("reference.this-time-last-year", "date", "this time d:<yeardate|monthdate|weekdate>", lambda d: d, {"[this time last year]": "2021"}),
    Rule("reference.last-year-at-this-time", "date", "d:<yeardate|monthdate|weekdate> at <reference>", lambda d: d, {"[last year at this time]": "2021"}),
    Rule("reference.ago-today", "date", "a:<yeardate|date|monthdate|weekdate> d:<daydate|weekdate|monthdate|date>", _ago_on, {
        "[50 years ago this Sunday]": "1972-07-24", "[twenty years ago this summer]": "2002-SU", "[30 years ago next month]": "1992-08",
        "[two years ago today]": "2020-07-22", "[ten years ago this month]": "2012-07", "[a year ago today]": "2021-07-22",
    }),
    # Parts of the day
    Rule("reference.early-hours-of", "time", "the? early|small|wee hours of d:<dayish> morning?", lambda d: None if d.operator is None else early_hours(d.operator), {
        "in [the early hours of Sunday]": "2022-07-17TMO", "in [the early hours of Sunday morning]": "2022-07-17TMO",
    }),
    Rule("reference.early-hours", "time", "the early|small|wee hours [ of the morning ] !of", lambda: early_hours(SaidDay()), {"in [the small hours]": "2022-07-22TMO"}),
    Rule("reference.part-of-a-part-of-day", "time", "!<possessive> p:<part> -? in? the? d:<pod> !<'of|plural|lower|capital>",
         lambda p, d: part_of(p, time(In(PartOfDay(d), SaidDay()))) if d != "MI" else None, {
        "in the [late afternoon].": "2022-07-22TAF", "by [mid-morning].": "2022-07-22TMO",
    }),
    Rule("reference.the-morning-after", "time", "the p:<pod> after !<nominal|'function>", lambda p: time(In(PartOfDay(p), Next(_DAY, Said()))), {"[the morning after].": "2022-07-23TMO"}),
    Rule("reference.at-new-year", "bareday", "=at|over|before|after|until|since|around|by the? new year !<''|'in|lower>", lambda: bare(DayOfYear(1, 1)), {"will meet at [New Year]": "2023-01-01"}),
    Rule("reference.in-the-new-year", "date", "=in|into|early|for the new year !<''|lower>", lambda: part_of("START", date(Next(Unit(G.YEAR)))), {"in [the new year].": "2023"}),
    Rule("reference.midweek", "date", "<midweek>", lambda: part_of("MID", date(This(Unit(G.WEEK)))), {"by [midweek]": "2022-W29"}),
    # Whole units
    Rule("reference.mid-week", "date", "mid - week", lambda: part_of("MID", date(This(Unit(G.WEEK)))), {"by [mid-week]": "2022-W29"}),
    Rule("reference.units-later", "date", "u:<units> w:later|afterwards|earlier !<'than>", lambda u, w: _uncounted(u, w), {"[weeks later]": "XXXX-WXX", "[Months earlier], he left.": "XXXX-XX"}),
    Rule("reference.within-the-unit", "duration", "=within the u:<unit>", lambda u: duration(Amount(Duration.of(1, u[0]))) if u[1] == 1 and u[0] is not G.QUARTER else None, {"within [the hour]": "PT1H"}),
    Rule("reference.all-year-round", "duration", "all year -? round", lambda: duration(Amount(Duration.of(1, G.YEAR))), {"open [all year round]": "P1Y"}),
    Rule("reference.all-day", "duration", "all d:day|week|month|year|night|morning|afternoon|evening long? !<'round>",
         lambda d: duration(Amount(Duration.of(1, _WHOLES[d]))), {"worked [all day]": "P1D", "[all week]": "P1W"}),
    Rule("reference.all-summer", "date", "all s:<season> long?", lambda s: bare(SeasonOfYear(s)), {"[all summer]": "2022-SU", "It rained [all winter long].": "2021-WI"}),
    Rule("reference.the-whole-unit", "duration", "a|an|the|one whole|entire|full u:<unit>", lambda u: _whole(u) if u[0] >= G.HOUR and u[0] is not G.QUARTER else None, {
        "[the whole year]": "P1Y", "[an entire decade]": "P1DE",
    }),
    Rule("reference.units-on-end", "duration", "u:<units> on end", lambda u: duration(Amount(Duration.of(None, u[0]))), {"[days on end]": "PXD"}),
    Rule("reference.word-long", "duration", "w:<longword>", lambda w: duration(Amount(Duration.of(1, w))), {"a [weeklong] visit": "P1W", "a [yearlong] study": "P1Y"}),
)  # fmt: skip


LEVEL = Level("references", _RULES)
