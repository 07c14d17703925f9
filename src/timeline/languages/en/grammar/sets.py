"""Times that come again: every day, each Monday, twice a week, annually."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Bare
from timeline.calculus.recurring import ClockTime, DayOfWeek, DayOfYear, MonthOfYear, SeasonOfYear
from timeline.languages.meanings import Amount, is_after_noon, recurring
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from timeline.languages.meaning import Meaning

__all__ = ["LEVEL", "weekday_set"]

_DAYS = ("", "MO", "TU", "WE", "TH", "FR", "SA", "SU")
_FREQUENCIES = {
    G.SECOND: ("SECONDLY", 1),
    G.MINUTE: ("MINUTELY", 1),
    G.HOUR: ("HOURLY", 1),
    G.DAY: ("DAILY", 1),
    G.WEEKEND: ("WEEKLY", 1),
    G.WEEK: ("WEEKLY", 1),
    G.MONTH: ("MONTHLY", 1),
    G.QUARTER: ("MONTHLY", 3),
    G.YEAR: ("YEARLY", 1),
    G.DECADE: ("YEARLY", 10),
    G.CENTURY: ("YEARLY", 100),
    G.MILLENNIUM: ("YEARLY", 1_000),
}
_MOST_WEEKDAYS, _DAYS_OF_MONTH, _NOON = 5, 31, 12
_PART_HOURS = {"MO": 6, "MI": 12, "AF": 12, "EV": 18, "NI": 20, "DT": 6}


def _every(quant: str, duration: Duration, freq: str | None = None) -> Meaning | None:
    unit, count = duration.amounts[-1]
    if len(duration.amounts) > 1 or not isinstance(count, int) or count < 1:
        return recurring(duration.timex, None, quant, freq)
    name, size = _FREQUENCIES[unit]
    days = ";BYDAY=SA,SU" if unit is G.WEEKEND else ""
    interval = f";INTERVAL={count * size}" if count * size > 1 else ""
    return recurring(duration.timex, f"FREQ={name}{interval}{days}", quant, freq)


def _quant(q: str) -> str:
    return "EACH" if q == "each" else "EVERY"


def _every_named(quant: str, meaning: Meaning, interval: int = 1) -> Meaning | None:
    if not isinstance(meaning.operator, Bare):
        return None
    stretch = meaning.operator.stretch
    every = f";INTERVAL={interval}" if interval > 1 else ""
    if isinstance(stretch, DayOfWeek):
        rrule = f"FREQ=WEEKLY{every};BYDAY={_DAYS[stretch.weekday]}"
    elif isinstance(stretch, MonthOfYear):
        rrule = f"FREQ=YEARLY{every};BYMONTH={stretch.month}"
    elif isinstance(stretch, DayOfYear):
        rrule = f"FREQ=YEARLY{every};BYMONTH={stretch.month};BYMONTHDAY={stretch.day}"
    elif isinstance(stretch, SeasonOfYear):
        rrule = f"FREQ=YEARLY{every};BYMONTH={stretch.first_month}"
    else:
        rrule = f"FREQ=YEARLY{every}"
    return recurring(stretch.template, rrule, quant)


def _per(times: int, unit: tuple[G, int] | Amount) -> Meaning | None:
    if isinstance(unit, Amount):
        return _every("EVERY", unit.duration, f"{times}X")
    return _every("EVERY", Duration.of(unit[1], unit[0]), f"{times}X")


def _doubled(a: tuple[str, str]) -> Meaning:
    """Mean every second one; "bi-weekly" may also be twice a week."""
    meaning = recurring(a[0].replace("1", "2"), f"{a[1]};INTERVAL=2" if "INTERVAL" not in a[1] else None, None, "1X")
    twice = recurring(a[0], a[1], None, "2X")
    return evolve(
        meaning, confidence=0.6, others=(twice,), note="every second one, though it may also mean twice in each"
    )


def weekday_set(w: int, p: str | None = None) -> Meaning:
    """Mean a day of every week, or a part of it: Mondays, Monday mornings."""
    hours = f";BYHOUR={_PART_HOURS[p]}" if p else ""
    return recurring(f"XXXX-WXX-{w}" + (f"T{p}" if p else ""), f"FREQ=WEEKLY;BYDAY={_DAYS[w]}{hours}", "EVERY")


def _part_set(p: str) -> Meaning:
    return recurring(f"XXXX-XX-XXT{p}", f"FREQ=DAILY;BYHOUR={_PART_HOURS[p]}", "EVERY")


def _per_unit(a: Amount, v: tuple[G, int] | Amount) -> Meaning | None:
    """Mean so much of each unit: 24 hours a day is no stretch of 24 hours."""
    unit, count = v.duration.amounts[0] if isinstance(v, Amount) else v
    if a.duration.unit >= unit or count != 1:
        return None
    return _every("EVERY", Duration.of(1, unit), a.duration.timex.removeprefix("P").removeprefix("T"))


def _two_weekdays(q: str, a: Meaning, b: Meaning) -> Meaning | None:
    first, second = (each.operator.stretch for each in (a, b) if isinstance(each.operator, Bare))
    if not (isinstance(first, DayOfWeek) and isinstance(second, DayOfWeek)):
        return None
    return recurring(first.template, f"FREQ=WEEKLY;BYDAY={_DAYS[first.weekday]},{_DAYS[second.weekday]}", _quant(q))


def _two_months(q: str, a: Meaning, b: Meaning) -> Meaning | None:
    first, second = (each.operator.stretch for each in (a, b) if isinstance(each.operator, Bare))
    if not (isinstance(first, MonthOfYear) and isinstance(second, MonthOfYear)):
        return None
    return recurring(first.template, f"FREQ=YEARLY;BYMONTH={first.month},{second.month}", _quant(q))


def _vaguely_per(unit: tuple[G, int] | Amount) -> Meaning | None:
    """Mean more than once in each, as often as it may be."""
    meaning = _per(1, unit)
    if meaning is None or meaning.recurrence is None:
        return None
    return evolve(meaning, recurrence=evolve(meaning.recurrence, freq="X"))


def _at(c: ClockTime) -> str:
    return f";BYHOUR={c.hour};BYMINUTE={c.minute}"


def _daily_at(q: str, u: str, c: ClockTime) -> Meaning:
    days = "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR" if u == "weekday" else "FREQ=DAILY"
    return recurring(f"XXXX-XX-XXT{c.hour:02}:{c.minute:02}", days + _at(c), _quant(q))


def _part_at(p: str, c: ClockTime, quant: str) -> Meaning:
    """Mean a clock time of every day, in the half of it that a part of the day tells."""
    if c.hour < _NOON and is_after_noon(c.hour, p):
        c = evolve(c, hour=c.hour + _NOON)
    return recurring(f"XXXX-XX-XXT{c.hour:02}:{c.minute:02}", "FREQ=DAILY" + _at(c), quant)


def _weekly_at(w: int, c: ClockTime, quant: str) -> Meaning:
    return recurring(f"XXXX-WXX-{w}T{c.hour:02}:{c.minute:02}", f"FREQ=WEEKLY;BYDAY={_DAYS[w]}{_at(c)}", quant)


_COUNTED = frozenset({G.DAY, G.WEEK, G.MONTH, G.YEAR})


def _nth_in_months(q: str, o: int, weekday: int) -> Meaning | None:
    return (
        recurring(f"XXXX-WXX-{weekday}", f"FREQ=MONTHLY;BYDAY={o}{_DAYS[weekday]}", _quant(q))
        if o <= _MOST_WEEKDAYS
        else None
    )


def _every_nth(o: int, weekday: int) -> Meaning | None:
    """Mean every so many weeks; "every second Tuesday" may also be the second one of each month."""
    monthly = _nth_in_months("every", o, weekday)
    if o == 1:
        return monthly
    counted = recurring(f"XXXX-WXX-{weekday}", f"FREQ=WEEKLY;INTERVAL={o};BYDAY={_DAYS[weekday]}", "EVERY")
    if monthly is None:
        return counted
    return evolve(
        counted, confidence=0.6, others=(monthly,), note="counted in weeks, though it may also mean one of each month"
    )


def _nth_day(o: int) -> Meaning | None:
    return recurring(f"XXXX-XX-{o:02}", f"FREQ=MONTHLY;BYMONTHDAY={o}", "EVERY") if o <= _DAYS_OF_MONTH else None


def _every_unit(q: str, u: tuple[G, int]) -> Meaning | None:
    return _every(_quant(q), Duration.of(u[1], u[0]))


def _every_amount(q: str, a: Amount) -> Meaning | None:
    return _every(_quant(q), a.duration)


_RULES = (
    Rule("set.every-unit", "set", "q:every|each [ and every ] [ single|passing|successive ] u:<unit> !<'life|'lives>", _every_unit, {
        "[every day]": "P1D", "held [each year]": "P1Y", "in [each quarter]": "P1Q",
    }),
    Rule("set.every-night", "set", "q:every|each <nightunit>", lambda q: recurring("XXXX-XX-XXTNI", "FREQ=DAILY;BYHOUR=20", _quant(q)), {"sang [every night]": "XXXX-XX-XXTNI"}),
    Rule("set.every-amount", "set", "q:every a:<amount>", _every_amount, {"[every ten years]": "P10Y"}),
    Rule("set.per-unit", "set", "per u:<unit>", lambda u: _every("EVERY", Duration.of(u[1], u[0])) if u[0] >= G.DAY else None, {"5% [per year]": "P1Y"}),
    Rule("set.per-annum", "set", "per <annum>", lambda: recurring("P1Y", "FREQ=YEARLY", "EVERY"), {"5% [per annum]": "P1Y"}),
    Rule("set.things-a-unit", "set", "=<plural|magnitude|percent|number> a:<oneunit> !<'ago|'later|'earlier|'after|'before|'from|'old|-|'in|'on|'hence|'or|'and|'to|'of|'long>",
         lambda a: _every("EVERY", a.duration) if a.duration.unit >= G.DAY else None, {"sells 500 cars [a year]": "P1Y"}),
    Rule("set.money-a-unit", "set", "<currency> <num|bignum|decimal> a:<oneunit> !<'ago|'later|'earlier|'after|'before|'from|'old|-|'hence|'or|'long>",
         lambda a: _every("EVERY", a.duration) if a.duration.unit >= G.DAY else None, {"pays $1,000 [a month]": "P1M"}, ("a",)),
    Rule("set.hours-a-unit", "set", "a:<amount> v:<oneunit>", _per_unit, {
        "open [24 hours a day]": "P1D", "[two days a week]": "P1W",
    }),
    Rule("set.an-hour-a-unit", "set", "a:<oneunit> v:<oneunit>", _per_unit, {"runs [an hour a day]": "P1D"}),
    Rule("set.vague-times-a-unit", "set", "<vague> times a|an|per|each|every? u:<unit|oneunit>", lambda u: _vaguely_per(u), {"[several times a year]": "P1Y"}),
    Rule("set.hours-per-unit", "set", "a:<amount|oneunit> per|each|every v:<unit>", _per_unit, {"works [40 hours per week]": "P1W"}),
    Rule("set.every-ordinal-unit", "set", "every o:<ord> u:<unit>", lambda o, u: _every("EVERY", Duration.of(o * u[1], u[0])), {
        "[every third year]": "P3Y",
    }),
    Rule("set.every-couple", "set", "every couple of? u:<units>", lambda u: _every("EVERY", Duration.of(2 * u[1], u[0])), {"[every couple of weeks]": "P2W"}),
    Rule("set.alternate-units", "set", "alternate u:<units>", lambda u: _every("EVERY", Duration.of(2 * u[1], u[0])), {"on [alternate days]": "P2D"}),
    Rule("set.alternate-weekdays", "set", "alternate w:<weekdays>", lambda w: recurring(f"XXXX-WXX-{w}", f"FREQ=WEEKLY;INTERVAL=2;BYDAY={_DAYS[w]}", "EVERY"), {
        "on [alternate Fridays]": "XXXX-WXX-5",
    }),
    Rule("set.once-every-amount", "set", "t:<times> every|each a:<amount>", _per, {"[once every four years]": "P4Y"}),
    Rule("set.once-every-other", "set", "t:<times> every other u:<unit>", lambda t, u: _every("EVERY", Duration.of(2 * u[1], u[0]), f"{t}X"), {"[once every other week]": "P2W"}),
    Rule("set.times-weekly", "set", "t:<times> a:<adverb_set>", lambda t, a: recurring(a[0], a[1], None, f"{t}X"), {"[twice weekly]": "P1W"}),
    Rule("set.every-nth-weekday-of-the-month", "set", "q:every|each o:<ord> d:<weekdaydate> of the|each|every month",
         lambda q, o, d: _nth_in_months(q, o, d.operator.stretch.weekday), {"[every second Tuesday of the month]": "XXXX-WXX-2"}),
    Rule("set.every-nth-weekday", "set", "every o:<ord> d:<weekdaydate>", lambda o, d: _every_nth(o, d.operator.stretch.weekday), {
        "[every first Monday]": "XXXX-WXX-1", "[every second Tuesday]": "XXXX-WXX-2",
    }),
    Rule("set.nth-of-each-month", "set", "the o:<ord> of every|each month", lambda o: _nth_day(o), {"on [the first of each month]": "XXXX-XX-01"}),
    Rule("set.nth-day-of-each-month", "set", "the o:<ord> day of every|each month", lambda o: _nth_day(o), {"on [the first day of every month]": "XXXX-XX-01"}),
    Rule("set.last-day-of-each-month", "set", "the last day of every|each month", lambda: recurring("XXXX-XX-XX", "FREQ=MONTHLY;BYMONTHDAY=-1", "EVERY"), {"on [the last day of each month]": "XXXX-XX-XX"}),
    Rule("set.every-year-on-a-day", "set", "q:every|each year on|in|at d:<bareday|baremonth|bareseason>", lambda q, d: _every_named(_quant(q), d), {
        "held [every year on 4 July]": "XXXX-07-04", "held [each year in May]": "XXXX-05",
    }),
    Rule("set.a-day-every-year", "set", "d:<bareday|baremonth|bareseason> q:every|each year", lambda d, q: _every_named(_quant(q), d), {"in [May each year]": "XXXX-05"}),
    Rule("set.annually-on-a-day", "set", "annually on|in d:<bareday|baremonth|bareseason>", lambda d: _every_named("EVERY", d), {"held [annually in May]": "XXXX-05"}),
    Rule("set.every-nth-of-the-month", "set", "every d:<dayord> of the month", lambda d: recurring(f"XXXX-XX-{d:02}", f"FREQ=MONTHLY;BYMONTHDAY={d}", "EVERY"), {"paid [every 15th of the month]": "XXXX-XX-15"}),
    Rule("set.two-months", "set", "q:every|each a:<baremonth> and b:<baremonth>", lambda q, a, b: _two_months(q, a, b), {"[every January and July]": "XXXX-01"}),
    Rule("set.clock-time-every-weekday", "set", "c:<clocktime> q:every|each d:<weekdaydate>", lambda c, q, d: _weekly_at(d.operator.stretch.weekday, c, _quant(q)), {
        "at [8 p.m. every Friday]": "XXXX-WXX-5T20:00",
    }),
    Rule("set.clock-time-every-day", "set", "c:<clocktime> q:every|each u:day|weekday", lambda c, q, u: _daily_at(q, u, c), {"at [noon every day]": "XXXX-XX-XXT12:00"}),
    Rule("set.every-working-day", "set", "q:every|each working|business|week day", lambda q: recurring("XXXX-WXX", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", _quant(q)), {
        "[every working day]": "XXXX-WXX"}),
    Rule("set.two-weekdays", "set", "q:every|each a:<weekdaydate> and b:<weekdaydate>", _two_weekdays, {"[every Monday and Thursday]": "XXXX-WXX-1"}),
    Rule("set.every-so-often", "set", "every so <oftenword>", lambda: recurring("PXX", None, "EVERY"), {"[every so often]": "PXX"}),
    Rule("set.once-in-a-while", "set", "every? <onceword> in a while", lambda: recurring("PXX", None, "EVERY"), {"[every once in a while]": "PXX"}),
    Rule("set.every-now-and-then", "set", "every now and then|again", lambda: recurring("PXX", None, "EVERY"), {"[every now and then]": "PXX"}),
    Rule("set.from-time-to-time", "set", "from time to time", lambda: recurring("PXX", None), {"[from time to time]": "PXX"}),
    Rule("set.now-and-then", "set", "now and then|again", lambda: recurring("PXX", None), {"[now and again]": "PXX"}),
    Rule("set.most-days", "set", "most u:<units|nightunits>", lambda u: recurring(Duration.of(1, u[0]).timex, None, "MOST") if u[0] in _COUNTED else None, {"[most days]": "P1D"}),
    Rule("set.every-unit-at-a-clock-time", "set", "q:every|each u:day|weekday at c:<clocktime>", _daily_at, {"[every day at noon]": "XXXX-XX-XXT12:00"}),
    Rule("set.daily-at-a-clock-time", "set", "daily at c:<clocktime>", lambda c: _daily_at("every", "day", c), {"[daily at 8 a.m.]": "XXXX-XX-XXT08:00"}),
    Rule("set.every-part-of-day-at-a-clock-time", "set", "q:every|each p:<pod> ,? at? c:<clocktime>", lambda q, p, c: _part_at(p, c, _quant(q)), {
        "[every evening at 7:13 p.m.]": "XXXX-XX-XXT19:13", "[every afternoon at 4 o'clock]": "XXXX-XX-XXT16:00",
    }),
    Rule("set.parts-of-day-at-a-clock-time", "set", "p:<pods> at c:<clocktime>", lambda p, c: _part_at(p, c, "EVERY"), {"open [mornings at 9 a.m.]": "XXXX-XX-XXT09:00"}),
    Rule("set.every-weekday-at-a-clock-time", "set", "q:every|each d:<weekdaydate> ,? at? c:<clocktime>", lambda q, d, c: _weekly_at(d.operator.stretch.weekday, c, _quant(q)), {
        "[every Tuesday at 5 p.m.]": "XXXX-WXX-2T17:00", "[each Monday, 4 p.m.]": "XXXX-WXX-1T16:00",
    }),
    Rule("set.working-days-at-a-clock-time", "set", "w:<weekdaysets> at c:<clocktime>", lambda w, c: recurring(f"XXXX-WXX{'-WE' if w == 'SA,SU' else ''}T{c.hour:02}:{c.minute:02}", f"FREQ=WEEKLY;BYDAY={w}{_at(c)}", "EVERY"), {"[weekdays at 9 a.m.]": "XXXX-WXXT09:00"}),
    Rule("set.nth-weekday-of-every-other-month", "set", "the? o:<ord> d:<weekdaydate> of|in every other month",
         lambda o, d: recurring(d.operator.stretch.template, f"FREQ=MONTHLY;INTERVAL=2;BYDAY={o}{_DAYS[d.operator.stretch.weekday]}", "EVERY") if o <= _MOST_WEEKDAYS else None, {
        "on [the first Friday of every other month]": "XXXX-WXX-5"}),
    Rule("set.weekdays-at-a-clock-time", "set", "d:<weekdays> at c:<clocktime>", lambda d, c: _weekly_at(d, c, "EVERY"), {"[Tuesdays at noon]": "XXXX-WXX-2T12:00"}),
    Rule("set.each-weekday-part", "set", "q:every|each weekday p:<pod>", lambda q, p: recurring(f"XXXX-WXXT{p}", f"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR={_PART_HOURS[p]}", _quant(q)), {"[every weekday morning]": "XXXX-WXXTMO"}),
    Rule("set.unit-after-unit", "set", "u:<unit> after v:<unit>", lambda u, v: _every("EVERY", Duration.of(u[1], u[0])) if u == v and u[0] >= G.DAY else None, {
        "[week after week]": "P1W",
    }),
    Rule("set.night-after-night", "set", "night after night", lambda: recurring("XXXX-XX-XXTNI", "FREQ=DAILY;BYHOUR=20", "EVERY"), {"[night after night]": "XXXX-XX-XXTNI"}),
    Rule("set.unit-in-unit-out", "set", "u:<unit> in ,? v:<unit> out", lambda u, v: _every("EVERY", Duration.of(u[1], u[0])) if u == v else None, {"[year in, year out]": "P1Y"}),
    Rule("set.weekend-parts", "set", "weekend p:<pods>", lambda p: recurring(f"XXXX-WXX-WET{p}", f"FREQ=WEEKLY;BYDAY=SA,SU;BYHOUR={_PART_HOURS[p]}", "EVERY"), {
        "on [weekend evenings]": "XXXX-WXX-WETEV",
    }),
    Rule("set.semi-annually", "set", "semi|bi - annually|annual", lambda: recurring("P6M", "FREQ=MONTHLY;INTERVAL=6", None, "1X"), {"paid [semi-annually]": "P6M", "a [semi-annual] fee": "P6M"}),
    Rule("set.every-other-unit", "set", "every other u:<unit>", lambda u: _every("EVERY", Duration.of(2 * u[1], u[0])), {
        "[every other week]": "P2W",
    }),
    Rule("set.every-named", "set", "q:every|each [ single ] d:<weekdaydate|baremonth|bareday|bareseason>", lambda q, d: _every_named(_quant(q), d), {
        "[every Friday]": "XXXX-WXX-5", "[each May]": "XXXX-05",
    }),
    Rule("set.every-other-named", "set", "every other d:<weekdaydate|baremonth>", lambda d: _every_named("EVERY", d, 2), {
        "[every other Friday]": "XXXX-WXX-5",
    }),
    Rule("set.every-part-of-day", "set", "q:every|each p:<pod>", lambda q, p: recurring(f"XXXX-XX-XXT{p}", f"FREQ=DAILY;BYHOUR={_PART_HOURS[p]}", _quant(q)), {
        "[every morning]": "XXXX-XX-XXTMO",
    }),
    Rule("set.every-weekday-part", "set", "every|each d:<weekdaydate> p:<pod>",
         lambda d, p: weekday_set(d.operator.stretch.weekday, p), {"[every Sunday morning]": "XXXX-WXX-7TMO"}),
    Rule("set.weekdays", "set", "w:<weekdays>", weekday_set, {"open on [Mondays]": "XXXX-WXX-1"}),
    Rule("set.named-weekday-parts", "set", "d:<weekdaydate> p:<pods>", lambda d, p: weekday_set(d.operator.stretch.weekday, p), {
        "[Monday mornings]": "XXXX-WXX-1TMO",
    }),
    Rule("set.parts-of-day", "set", "=in|during|most|on the? p:<pods>", _part_set, {"in [the mornings]": "XXXX-XX-XXTMO"}),
    Rule("set.working-days", "set", "w:<weekdaysets>", lambda w: recurring("XXXX-WXX-WE" if w == "SA,SU" else "XXXX-WXX", f"FREQ=WEEKLY;BYDAY={w}", "EVERY"), {
        "on [weekends]": "XXXX-WXX-WE",
    }),
    Rule("set.adverb", "set", "a:<adverb_set> !<capital|''>", lambda a: recurring(a[0], a[1], None, "1X"), {"meets [weekly]": "P1W", "[daily]": "P1D"}),
    Rule("set.bi-weekly", "set", "bi - a:<adverb_set>", _doubled, {"meets [bi-weekly]": "P2W"}),
    Rule("set.biweekly", "set", "a:<doubled> !<capital|''>", _doubled, {"meets [biweekly]": "P2W"}),
    Rule("set.nth-weekday-of-each", "set", "the? o:<ord> d:<weekdaydate> of|in q:each|every month",
         lambda o, d, q: recurring(d.operator.stretch.template, f"FREQ=MONTHLY;BYDAY={o}{_DAYS[d.operator.stretch.weekday]}", _quant(q)), {
        "on [the first Friday of each month]": "XXXX-WXX-5"}),
    Rule("set.last-weekday-of-each", "set", "the? last d:<weekdaydate> of|in q:each|every month",
         lambda d, q: recurring(d.operator.stretch.template, f"FREQ=MONTHLY;BYDAY=-1{_DAYS[d.operator.stretch.weekday]}", _quant(q)), {
        "on [the last Friday of each month]": "XXXX-WXX-5"}),
    Rule("set.weekday-parts", "set", "weekday p:<pods>", lambda p: recurring(f"XXXX-WXXT{p}", f"FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR;BYHOUR={_PART_HOURS[p]}", "EVERY"), {
        "on [weekday mornings]": "XXXX-WXXTMO"}),
    Rule("set.every-weekday", "set", "q:every|each weekday", lambda q: recurring("XXXX-WXX", "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR", _quant(q)), {
        "[every weekday]": "XXXX-WXX"}),
    Rule("set.adverb-not-an-adjective", "set", "a:<adverb_only> !<lower|plural|capital>", lambda a: recurring(a[0], a[1], None, "1X"), {
        "paid [quarterly].": "P1Q",
    }),
    Rule("set.times-a-unit", "set", "t:<times> a|an|per|each|every? u:<unit|oneunit>", _per, {"[twice a month]": "P1M"}),
    Rule("set.n-times-daily", "set", "n:<num> times a:<adverb_set>", lambda n, a: recurring(a[0], a[1], None, f"{int(n)}X"), {"[three times daily]": "P1D"}),
    Rule("set.n-or-m-times-a-unit", "set", "n:<num> or|to <num> times a|an|per|each|every? u:<unit|oneunit>", lambda n, u: _per(int(n), u), {
        "[two or three times a week]": "P1W",
    }),
    Rule("set.once-or-twice-a-unit", "set", "t:<times> or <times> a|an|per|each|every? u:<unit|oneunit>", lambda t, u: _per(t, u), {"[once or twice a year]": "P1Y"}),
    Rule("set.n-times-a-unit", "set", "n:<num> times a|an|per|each|every? u:<unit|oneunit>", lambda n, u: _per(int(n), u), {"[three times a week]": "P1W"}),
    Rule("set.day-by-day", "set", "day by day", lambda: recurring("P1D", "FREQ=DAILY", "EVERY"), {"[day by day]": "P1D"}),
)  # fmt: skip

LEVEL = Level("sets", _RULES)
