"""Times of day: 10:30 p.m. GMT, noon, half past ten, three in the afternoon."""

from __future__ import annotations

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import In, SaidDay
from timeline.calculus.recurring import ClockTime
from timeline.languages.en.zones import Zone, clock_in
from timeline.languages.meanings import half_day, is_after_noon, time
from timeline.languages.rule import Level, Rule

__all__ = ["FOUR_DIGITS", "LEVEL"]


def _half_day(h: int, half: int, minute: int = 0, zone: int | Zone | None = None) -> ClockTime | None:
    if not 1 <= h <= 12:  # clock
        return None
    return clock_in(ClockTime(half_day(h, half), minute), zone)


def _in_part(h: int, p: str) -> ClockTime | None:
    if not 1 <= h <= 12:  # clock
        return None
    return ClockTime(half_day(h, 12 if is_after_noon(h, p) else 0))


def _minutes(h: int, minutes: int) -> ClockTime | None:
    return ClockTime((h + minutes // 60) % 24, minutes % 60) if 1 <= h <= 12 else None  # clock


def _zoned(c: tuple[int, int, int], z: int | Zone | None) -> ClockTime:
    return clock_in(ClockTime(c[0], c[1], c[2], G.SECOND if c[2] else G.MINUTE), z)


def _at_offset(c: tuple[int, int, int], hours: int) -> ClockTime | None:
    return _zoned(c, hours * 60) if -12 <= hours <= 14 else None  # the world's zones


_AT = "=at|by|until|till|from|before|after|around|about|since|to|between|and|on|-|,|closed"

_RULES = (
    Rule("clock.hour-am-pm", "clocktime", "h:<hour|hourword> a:<ampm> .? z:<zone>?", lambda h, a, z: _half_day(h, a, 0, z), {
        "at [3 p.m.]": "2022-07-22T15:00", "at [2pm ET]": "2022-07-22T14:00-04:00", "until [5 p.m. ET]": "2022-07-22T17:00-04:00",
    }),
    Rule("clock.minutes-am-pm", "clocktime", "c:<clock24|dotclock> a:<ampm> .? z:<zone>?",
         lambda c, a, z: _half_day(c[0], a, c[1], z), {"at [10:30 a.m. GMT]": "2022-07-22T10:30Z"}),
    Rule("clock.token", "clocktime", "c:<clock> z:<zone>?", lambda c, z: c if z is None else clock_in(c, z), {
        "at [10:30pm]": "2022-07-22T22:30", "at [1430Z]": "2022-07-22T14:30Z",
    }),
    Rule("clock.full-stop-zone", "clocktime", "c:<dotclock> z:<zone>", lambda c, z: clock_in(ClockTime(*c), z), {"at [17.40 GMT]": "2022-07-22T17:40Z"}),
    Rule("clock.24-hours-zone", "clocktime", "c:<clock24> z:<zone>", _zoned, {"at [22:30 GMT]": "2022-07-22T22:30Z"}),
    Rule("clock.24-hours", "clocktime", f"{_AT} c:<clock24> !<unit|units|lower|plural>", lambda c: ClockTime(*c), {"closed at [22:30].": "2022-07-22T22:30"}),
    Rule("clock.24-hours-of-the-day", "clocktime", f"{_AT} c:<clock24>", lambda c: ClockTime(*c), {"closed [18:00] hours": "2022-07-22T18:00"}),
    Rule("clock.o-clock", "clocktime", "h:<hour|hourword> o ' clock", lambda h: ClockTime(h % 24, granularity=G.HOUR), {
        "at [three o'clock]": "2022-07-22T03",
    }),
    Rule("clock.full-stop-in-a-part-of-day", "clocktime", "c:<dotclock> in the p:<pod>",
         lambda c, p: None if (hour := _in_part(c[0], p)) is None else ClockTime(hour.hour, c[1]), {"at [1.23 in the morning]": "2022-07-22T01:23"}),
    Rule("clock.full-stop-after-a-verb", "time", "start|starts|started|begin|begins|began|resume|resumes|resumed|adjourned|arrive|arrives|arrived|leave|leaves|left at around|about? c:<dotclock> !<ampm|zone|unit|units|magnitude|percent|currency>", lambda c: time(In(ClockTime(*c), SaidDay()), confidence=0.8), {
        "It starts at [10.30].": "2022-07-22T10:30",
    }, ("c",)),
    Rule("clock.o-clock-in-a-part-of-day", "clocktime", "h:<hour|hourword> [ o ' clock ] in the p:<pod>", _in_part, {
        "at [three in the afternoon]": "2022-07-22T15:00",
    }),
    Rule("clock.leading-zero", "clocktime", "=at|by|from|until c:<hhmm> !<unit|units|plural|lower|capital>", lambda c: ClockTime(*c) if c[0] < 10 else None, {
        "at [0600].": "2022-07-22T06:00",
    }),
    Rule("clock.24-hours-after-a-day", "clocktime", "=<dayish> c:<clock24> z:<zone>?", lambda c, z: _zoned(c, z), {"[2022-07-22 10:30]": "2022-07-22T10:30"}),
    Rule("clock.minutes-to", "clocktime", "=at|around|about|until|by n:<num> to h:<hourword>", lambda n, h: _minutes(h, -int(n)) if n in {5, 10, 20, 25} else None, {
        "at [ten to six]": "2022-07-22T05:50",
    }),
    Rule("clock.hour-am-pm-zone-time", "clocktime", "h:<hour|hourword> a:<ampm> .? z:<zonename> [ standard|daylight ] time", lambda h, a, z: _half_day(h, a, 0, z), {
        "at [8 a.m. Eastern time]": "2022-07-22T08:00-04:00", "at [8 a.m. local time]": "2022-07-22T08:00",
    }),
    Rule("clock.minutes-am-pm-zone-time", "clocktime", "c:<clock24|dotclock> a:<ampm> .? z:<zonename> [ standard|daylight ] time", lambda c, a, z: _half_day(c[0], a, c[1], z), {"at [8:30 p.m. Eastern time]": "2022-07-22T20:30-04:00"}),
    Rule("clock.24-hours-zone-time", "clocktime", "c:<clock24> z:<zonename> [ standard|daylight ] time", _zoned, {"at [14:30 local time]": "2022-07-22T14:30"}),
    Rule("clock.hour-am-pm-zone-name", "clocktime", "h:<hour|hourword> a:<ampm> .? z:<zonename> !<capital|capitalised|lower|plural>", lambda h, a, z: _half_day(h, a, 0, z) if z else None, {
        "at [8 a.m. Eastern].": "2022-07-22T08:00-04:00",
    }),
    Rule("clock.minutes-am-pm-zone-name", "clocktime", "c:<clock24|dotclock> a:<ampm> .? z:<zonename> !<capital|capitalised|lower|plural>", lambda c, a, z: _half_day(c[0], a, c[1], z) if z else None, {"at [8:30 p.m. Eastern].": "2022-07-22T20:30-04:00"}),
    Rule("clock.offset-ahead-of-utc", "clocktime", "c:<clock24> utc|gmt <plus> h:<hour>", lambda c, h: _at_offset(c, h), {"at [14:30 GMT+3]": "2022-07-22T14:30+03:00"}),
    Rule("clock.offset-behind-utc", "clocktime", "c:<clock24> utc|gmt - h:<hour>", lambda c, h: _at_offset(c, -h), {"at [14:30 UTC-5]": "2022-07-22T14:30-05:00"}),
    Rule("clock.token-zone-time", "clocktime", "c:<clock> z:<zonename> [ standard|daylight ] time", lambda c, z: clock_in(c, z), {"at [8pm Eastern time]": "2022-07-22T20:00-04:00"}),
    Rule("clock.noon", "clocktime", "!<'high> 12? c:<clockword>", lambda c: ClockTime(c), {"at [noon]": "2022-07-22T12:00"}),
    Rule("clock.half-past", "clocktime", "half -? past h:<hour|hourword>", lambda h: _minutes(h, 30), {"at [half past ten]": "2022-07-22T10:30"}),
    Rule("clock.half-past-noon", "clocktime", "half past c:<clockword>", lambda c: ClockTime(c, 30), {"at [half past midnight]": "2022-07-22T00:30"}),
    Rule("clock.quarter-past-noon", "clocktime", "a? quarter past|after c:<clockword>", lambda c: ClockTime(c, 15), {"at [a quarter past noon]": "2022-07-22T12:15"}),
    Rule("clock.quarter-to", "clocktime", "a? quarter to h:<hour|hourword>", lambda h: _minutes(h, -15), {
        "at [a quarter to five]": "2022-07-22T04:45",
    }),
    Rule("clock.quarter-past", "clocktime", "a? quarter past|after h:<hour|hourword>", lambda h: _minutes(h, 15), {"at [quarter past nine]": "2022-07-22T09:15"}),
    Rule("clock.minutes-past", "clocktime", "n:<num> minutes? past h:<hour|hourword>", lambda n, h: _minutes(h, int(n)) if n < 60 else None, {"at [ten past nine]": "2022-07-22T09:10"}),
)  # fmt: skip

FOUR_DIGITS = (
    Rule("clock.without-a-colon", "clocktime", "!in|since c:<hhmm> z:<zone>", lambda c, z: clock_in(ClockTime(*c), z), {
        "at [1400 GMT]": "2022-07-22T14:00Z", "It began ([2029 GMT]).": "2022-07-22T20:29Z",
    }),
    Rule("clock.hours", "clocktime", "=at|by|from|until|to|of|before|after|since|around|about|approximately c:<hhmm> hours|hrs z:<zone>?", lambda c, z: clock_in(ClockTime(*c), z), {
        "at [1400 hours]": "2022-07-22T14:00", "at [2030 hrs]": "2022-07-22T20:30",
    }),
    Rule("clock.local", "clocktime", "=at|by|from|until|to|of|before|after|since|around|about|approximately c:<hhmm> local [ time ] !<lower|plural|capital>", lambda c: ClockTime(*c), {
        "as of [1800 local], nobody": "2022-07-22T18:00", "at [1930 local time]": "2022-07-22T19:30",
    }),
)  # fmt: skip
"""Those that look like years; tried together with them, as the longer match."""

LEVEL = Level("clock", _RULES)
