"""Times of day: 10:30 p.m. GMT, noon, half past ten in the evening, ten to six, three in the afternoon, 0630 hrs."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import In, SaidDay
from timeline.calculus.recurring import ClockTime
from timeline.languages.clocks import TwelveHour, clock_of, in_half, in_part
from timeline.languages.en.zones import clock_in
from timeline.languages.meanings import time
from timeline.languages.rule import Level, Rule

if TYPE_CHECKING:
    from fractions import Fraction

__all__ = ["FOUR_DIGITS", "LEVELS"]

_HOURS, _MINUTES, _NOON = 24, 60, 12
_TO = frozenset({"to", "before", "till", "til"})
_QUARTER = 15


def _half_day(h: int, half: int) -> ClockTime | None:
    return in_half(clock_of(h), half) if 1 <= h <= _NOON else None


def _spoken(h: int, minute: int = 0) -> ClockTime | None:
    """Read an hour and its minutes in words; None for what no clock tells."""
    return clock_of(h, minute, spoken=True) if 1 <= h <= _NOON and minute < _MINUTES else None


def _told(h: int, m: int | Fraction, half: int) -> ClockTime | None:
    """Read seven thirty pm; whole minutes of two digits alone are told so."""
    clock = _spoken(h, int(m)) if 10 <= m < _MINUTES and m == int(m) else None
    return None if clock is None else in_half(clock, half)


def _years_like(y: int) -> ClockTime | None:
    """Read ten thirty, which could name a year, too."""
    return _spoken(*divmod(y, 100))


def _beside(of: int | ClockTime, minutes: int | Fraction, way: str = "past") -> ClockTime | None:
    """Read minutes to or past an hour, or noon and midnight, of which the half is known."""
    clock = _spoken(of) if isinstance(of, int) else of
    if clock is None or not 0 < minutes < _MINUTES or minutes != int(minutes):
        return None
    hour, minute = divmod(clock.hour * _MINUTES + int(-minutes if way in _TO else minutes), _MINUTES)
    if isinstance(clock, TwelveHour):
        return _spoken(hour or _NOON, minute)
    return ClockTime(hour % _HOURS, minute)


def _military(hundreds: int | Fraction) -> ClockTime | None:
    """Read fifteen hundred hours."""
    hour, rest = divmod(hundreds, 100)
    return ClockTime(int(hour)) if not rest and 0 < hour < _HOURS else None


def _offset(clock: ClockTime, sign: str | None, offset: int | ClockTime) -> ClockTime | None:
    """Put a time so far from UTC: UTC+5, GMT -08:45."""
    minutes = offset * 60 if isinstance(offset, int) else offset.hour * 60 + offset.minute
    minutes = -minutes if sign else minutes
    return clock_in(clock, minutes) if -12 * 60 <= minutes <= 14 * 60 else None  # the world's zones


_AT = "=at|by|until|till|from|before|after|around|about|since|to|between|and|or|on|through|-|--|,|@|closed"
_END = "!<unit|units|lower|plural|capital|magnitude|percent|currency|'-|':|'of>"
"""What a number counts if it tells no hour."""
_STARTS = (
    "start|starts|started|begin|begins|began|resume|resumes|resumed|adjourned|arrive|arrives|arrived|leave|leaves|left"
)

_RULES = (
    Rule("clock.token", "clocktime", "c:<clock>", lambda c: c, {"at [10:30pm]": "2022-07-22T22:30", "at [1430Z]": "2022-07-22T14:30Z", "at [0630hrs]": "2022-07-22T06:30", "at [15h30]": "2022-07-22T15:30", "at [14:30Z]": "2022-07-22T14:30Z"}),
    Rule("clock.token-cut-at-its-full-stops", "clocktime", "c:<cutclock> . m .?", lambda c: c, {"at [8p.m.] he left": "2022-07-22T20:00", "at [8:30a.m.], he": "2022-07-22T08:30"}),
    Rule("clock.token-cut-short", "clocktime", f"=at|from|until|till|@ c:<cutclock|hclock> {_END}", lambda c: c, {"at [9p].": "2022-07-22T21:00", "at [15h].": "2022-07-22T15:00"}),
    Rule("clock.hour-am-pm", "clocktime", "h:<hour|hourword> a:<ampm>", _half_day, {
        "at [3 p.m.]": "2022-07-22T15:00", "at [eight a.m.]": "2022-07-22T08:00",
    }),
    Rule("clock.minutes-am-pm", "clocktime", "c:<clock24|dotclock> a:<ampm>", in_half, {
        "at [10:30 a.m.]": "2022-07-22T10:30", "at [3:33:39 PM]": "2022-07-22T15:33:39", "at [12.15 am]": "2022-07-22T00:15",
    }),
    Rule("clock.words-am-pm", "clocktime", "h:<hourword> -? m:<num> a:<ampm>", _told, {"at [seven thirty pm]": "2022-07-22T19:30", "at [nine forty-five a.m.]": "2022-07-22T09:45"}),
    Rule("clock.words-like-a-year-am-pm", "clocktime", "y:<spelledyear> a:<ampm>", lambda y, a: None if (clock := _years_like(y)) is None else in_half(clock, a), {
        "at [eleven forty p.m.]": "2022-07-22T23:40",
    }),
    Rule("clock.words-oh-am-pm", "clocktime", "h:<hourword> <oh> m:<small> a:<ampm>", lambda h, m, a: None if m > 9 else in_half(clock_of(h, m), a), {"at [nine oh five a.m.]": "2022-07-22T09:05"}),
    Rule("clock.words", "clocktime", f"=at h:<hourword> -? m:<num> {_END}", lambda h, m: _spoken(h, int(m)) if m in {15, 20, 30, 40, 45, 50} else None, {"at [nine fifteen].": "2022-07-22T09:15"}),
    Rule("clock.words-like-a-year", "clocktime", f"=at y:<spelledyear> {_END}", _years_like, {"at [ten thirty].": "2022-07-22T10:30"}),
    Rule("clock.24-hours", "clocktime", f"{_AT} c:<clock24> [ hours|hrs ] !<unit|units|'of>", lambda c: c, {"closed at [22:30].": "2022-07-22T22:30", "closed [18:00 hours]": "2022-07-22T18:00", "at [8:00:24]": "2022-07-22T08:00:24"}),
    Rule("clock.24-hours-that-head-an-entry", "clocktime", "=<break|'*|'•> c:<clock24> =:", lambda c: None if isinstance(c, TwelveHour) and c.hour < 10 else c, {"[01:38]: the alarm": "2022-07-22T01:38", "• [12:05]: the stop": "2022-07-22T12:05"}),
    Rule("clock.24-hours-after-a-day", "clocktime", "=<dayish> c:<clock24>", lambda c: c, {"[2022-07-22 10:30]": "2022-07-22T10:30"}),
    Rule("clock.24-hours-in-a-form", "clocktime", "time|start|starts|begins|doors|departure|arrival : c:<clock24>", lambda c: (c,), {"Time: [14:00]": "2022-07-22T14:00"}, ("c",)),
    Rule("clock.o-clock", "clocktime", "h:<hour|hourword> o ' clock", lambda h: None if (clock := _spoken(h)) is None else evolve(clock, granularity=G.HOUR), {"at [three o'clock]": "2022-07-22T03"}),
    Rule("clock.o-clock-in-one-word", "clocktime", "h:<hour|hourword> oclock", lambda h: None if (clock := _spoken(h)) is None else evolve(clock, granularity=G.HOUR), {"at [3 oclock]": "2022-07-22T03"}),
    Rule("clock.hour-in-a-part-of-day", "clocktime", "h:<hour|hourword> in the p:<pod> !<lower|plural|capital>", lambda h, p: in_part(clock_of(h), p) if 1 <= h <= _NOON else None, {
        "at [three in the afternoon]": "2022-07-22T15:00",
    }),
    Rule("clock.hour-at-night", "clocktime", "=at|around|about|by|until|till|from|to|before|after|since|between|and h:<hour|hourword> at night", lambda h: in_part(clock_of(h), "NI") if 1 <= h <= _NOON else None, {
        "at [11 at night]": "2022-07-22T23:00", "until [two at night]": "2022-07-22T02:00",
    }),
    Rule("clock.minutes-in-a-part-of-day", "clocktime", "c:<clock24|dotclock> in the p:<pod>", in_part, {"at [1.23 in the morning]": "2022-07-22T01:23", "shot 6:30 in the evening": "2022-07-22T18:30"}),
    Rule("clock.full-stop-after-a-verb", "time", f"{_STARTS} at around|about? c:<dotclock> !<ampm|zone|unit|units|magnitude|percent|currency>", lambda c: time(In(c, SaidDay()), confidence=0.8), {
        "It starts at [10.30].": "2022-07-22T10:30",
    }, ("c",)),
    Rule("clock.leading-zero", "clocktime", "=at|by|from|until c:<hhmm> !<unit|units|plural|lower|capital>", lambda c: c if c.hour < 10 else None, {
        "at [0600].": "2022-07-22T06:00",
    }),
    Rule("clock.noon", "clocktime", "!<'high> 12? c:<clockword>", lambda c: c, {"at [noon]": "2022-07-22T12:00"}),
    Rule("clock.half-past", "clocktime", "half -? past h:<hour|hourword|clockword>", lambda h: _beside(h, 30), {"at [half past ten]": "2022-07-22T10:30", "at [half past midnight]": "2022-07-22T00:30"}),
    Rule("clock.half-an-hour-british", "clocktime", f"=at|until|till|around|about half h:<hourword> {_END}", lambda h: _beside(h, 30), {"at [half nine on Friday].": "2022-07-22T09:30"}),
    Rule("clock.quarter", "clocktime", "a? quarter w:to|till|til|before|past|after h:<hour|hourword|clockword> !<unit|units|plural|lower>", lambda w, h: _beside(h, _QUARTER, w), {
        "at [a quarter to five]": "2022-07-22T04:45", "at [quarter past nine]": "2022-07-22T09:15", "at [quarter to noon]": "2022-07-22T11:45",
    }),
    Rule("clock.minutes-beside-an-hour", "clocktime", f"n:<num> minutes|minute|mins|min w:to|till|til|before|past|after h:<hour|hourword|clockword> {_END} !<ampm>", lambda n, w, h: _beside(h, n, w), {
        "at [twenty minutes to eight]": "2022-07-22T07:40", "at [5 minutes past midnight].": "2022-07-22T00:05",
    }),
    Rule("clock.minutes-to", "clocktime", "=at|around|about|until n:<num> to|till|til h:<hourword|clockword>", lambda n, h: _beside(h, n, "to") if n in {5, 10, 20, 25} else None, {
        "at [ten to six]": "2022-07-22T05:50",
    }),
    Rule("clock.minutes-past", "clocktime", "n:<num> past h:<hour|hourword|clockword>", lambda n, h: _beside(h, n), {"at [ten past nine]": "2022-07-22T09:10"}),
    Rule("clock.hundred-hours", "clocktime", "=at|by|until|till|from n:<bignum> hours|hrs", _military, {"at [fifteen hundred hours]": "2022-07-22T15:00"}),
    Rule("clock.oh-hundred-hours", "clocktime", "<oh|'zero> n:<bignum> hours|hrs", _military, {"at [oh six hundred hours]": "2022-07-22T06:00"}),
)  # fmt: skip

_HALVES = (
    Rule("clock.words-and-am-pm", "clocktime", "c:<clocktime> a:<ampm>", in_half, {"at [half past three pm]": "2022-07-22T15:30"}),
    Rule("clock.in-a-part-of-day", "clocktime", "c:<clocktime> ,? in the p:<pod>", in_part, {
        "at [half past six in the evening]": "2022-07-22T18:30", "at [eight o'clock in the morning]": "2022-07-22T08:00",
    }),
    Rule("clock.minutes-beside-a-time", "clocktime", "n:<num> minutes|minute|mins|min w:to|till|til|past c:<clocktime>", lambda n, w, c: _beside(c, n, w), {"at [20 minutes to 2 p.m.]": "2022-07-22T13:40"}),
    Rule("clock.sharp", "clocktime", "c:<clocktime> sharp !<lower|plural>", lambda c: c, {"at [nine a.m. sharp]": "2022-07-22T09:00"}),
    Rule("clock.at-night", "clocktime", "c:<clocktime> at night", lambda c: in_part(c, "NI"), {"at [ten o'clock at night]": "2022-07-22T22:00"}),
)  # fmt: skip

_ZONES = (
    Rule("clock.zone", "clocktime", "c:<clocktime|clock24|dotclock|hclock> z:<zone>", clock_in, {
        "at [2pm ET]": "2022-07-22T14:00-04:00", "at [17.40 GMT]": "2022-07-22T17:40Z", "at [22:30 utc]": "2022-07-22T22:30Z",
    }),
    Rule("clock.zone-in-brackets", "clocktime", "c:<clocktime|clock24> ( z:<zone> )", clock_in, {"at [14:00 (UTC)]": "2022-07-22T14:00Z"}),
    Rule("clock.zone-time", "clocktime", "c:<clocktime|clock24> z:<zonename> [ standard|daylight|summer|mean|european ] time", clock_in, {
        "at [8 a.m. Eastern time]": "2022-07-22T08:00-04:00", "at [14:30 local time]": "2022-07-22T14:30",
    }),
    Rule("clock.place-time", "clocktime", "c:<clocktime|clock24> [ new|hong ] z:<zoneplace> time", clock_in, {
        "at [9 a.m. Moscow time]": "2022-07-22T09:00+03:00", "at [4 p.m. New York time]": "2022-07-22T16:00-04:00", "at [8pm London time]": "2022-07-22T20:00+01:00",
    }),
    Rule("clock.zone-name", "clocktime", "c:<clocktime> z:<zonename> !<capital|capitalised|lower|plural>", lambda c, z: None if z is None else clock_in(c, z), {
        "at [8 a.m. Eastern].": "2022-07-22T08:00-04:00",
    }),
    Rule("clock.offset-from-utc", "clocktime", "c:<clocktime|clock24> utc|gmt s:<plus|'-> o:<hour|hhmm|clock24|clocktime>", _offset, {
        "at [14:30 GMT+3]": "2022-07-22T14:30+03:00", "at [14:30 UTC-5]": "2022-07-22T14:30-05:00", "at [11 am UTC+0545]": "2022-07-22T11:00+05:45",
    }),
    Rule("clock.offset-from-utc-apart", "clocktime", "c:<clocktime|clock24> utc|gmt -- o:<hhmm|clock24|clocktime>", lambda c, o: _offset(c, "-", o), {
        "at [11 am GMT -08:45]": "2022-07-22T11:00-08:45",
    }),
    Rule("clock.offset-alone", "clocktime", "c:<clocktime|clock24> s:<plus> o:<hhmm|clock24|clocktime>", _offset, {"[2022-07-22 10:30 +0200]": "2022-07-22T10:30+02:00"}),
)  # fmt: skip

_CALLED = "=at|by|from|until|to|of|before|after|since|around|about|approximately|on|,"
FOUR_DIGITS = (
    Rule("clock.without-a-colon", "clocktime", "!in|since c:<hhmm> z:<zone>", clock_in, {
        "at [1400 GMT]": "2022-07-22T14:00Z", "It began ([2029 GMT]).": "2022-07-22T20:29Z",
    }),
    Rule("clock.hours", "clocktime", f"{_CALLED} c:<hhmm> hours|hrs z:<zone>?", clock_in, {
        "at [1400 hours]": "2022-07-22T14:00", "at [2030 hrs]": "2022-07-22T20:30",
    }),
    Rule("clock.hours-leading-zero", "clocktime", "c:<hhmm> hours|hrs", lambda c: c if c.hour < 10 else None, {"[0630 hrs] reveille": "2022-07-22T06:30"}),
    Rule("clock.hours-like-a-year", "clocktime", "=at|by|until|till|from y:<spelledyear> hours|hrs", lambda y: ClockTime(y // 100, y % 100) if y // 100 < _HOURS else None, {"at [fifteen thirty hours]": "2022-07-22T15:30"}),
    Rule("clock.local", "clocktime", f"{_CALLED} c:<hhmm> local [ time ] !<lower|plural|capital>", lambda c: c, {
        "as of [1800 local], nobody": "2022-07-22T18:00", "at [1930 local time]": "2022-07-22T19:30",
    }),
)  # fmt: skip
"""Those that look like years; tried together with them, as the longer match."""

LEVELS = (Level("clock", _RULES), Level("halves of the day", _HALVES), Level("zones", _ZONES))
