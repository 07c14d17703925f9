"""Modified times (early May, the end of 2019, about 1990), and amounts and units that stand alone."""

from __future__ import annotations

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import In, Last, Said, This, Turn
from timeline.calculus.recurring import SeasonOfYear, Unit
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, about, date, duration, part_of, related
from timeline.languages.rule import Level, Rule

__all__ = ["LEVELS"]


def _earlier(word: str, meaning: Meaning) -> Meaning:
    return part_of("START" if word == "earlier" else "END", meaning)


def _turn(meaning: Meaning) -> Meaning | None:
    return None if meaning.operator is None else evolve(meaning, mod="START", relation=Turn(meaning.operator))


def _unit_part(u: tuple[G, int], p: str) -> Meaning | None:
    return _part_of_unit(p, u)


def _end_of_unit(u: tuple[G, int]) -> Meaning | None:
    return part_of("END", date(This(Unit(u[0])))) if u[1] == 1 and u[0] > G.DAY else None


def _part_of_unit(p: str, u: tuple[G, int]) -> Meaning | None:
    return part_of(p, date(This(Unit(u[0])))) if u[1] == 1 and u[0] > G.DAY else None


_TOLD = "get|gets|getting|got|gotten|talk|talks|talking|talked|know|knew|ask|asked|think|thought|worry|worried|wrote|write|writes|hear|heard|say|says|said|concerns|concerned|questions|news|story|book|information|something|nothing|everything|told"
"""Words after which "about" and "around" tell no rough time: to get around Wednesday's ruling."""


def _is_season(meaning: Meaning) -> bool:
    return isinstance(meaning.operator, In) and isinstance(meaning.operator.stretch, SeasonOfYear)


_COUNTABLE = frozenset({G.HOUR, G.DAY, G.WEEK, G.MONTH, G.YEAR})

_MODIFIED = (
    Rule("modifier.early-mid-or-late", "date", "the? p:<part> -? in? d:<dated>", part_of, {
        "[early May]": "2022-05", "[the early 1990s]": "199", "[mid-2019]": "2019", "[late last year]": "2021", "[late in 2019]": "2019",
    }),
    Rule("modifier.start-middle-or-end", "date", "the? very? p:<partnoun> of d:<dated>", part_of, {"at [the end of 2019]": "2019", "[the beginning of May]": "2022-05"}),
    Rule("modifier.the-end-of-the-unit", "date", "the? p:<partnoun> of the u:<unit>", _part_of_unit, {"by [the end of the year]": "2022"}),
    Rule("modifier.half-of", "date", "the? o:first|second half of d:<dated>", lambda o, d: part_of("START" if o == "first" else "END", d), {
        "in [the first half of the 20th century]": "19", "[the second half of May]": "2022-05",
    }),
    Rule("modifier.latter-half-of", "date", "the? latter|last half of d:<dated>", lambda d: part_of("END", d), {"[the latter half of the 1970s]": "197"}),
    Rule("modifier.part-of-a-date", "date", "the? w:first|early|latter|later|last part of d:<dated>", lambda w, d: part_of("START" if w in {"first", "early"} else "END", d), {
        "in [the first part of 2019]": "2019", "in [the latter part of May]": "2022-05",
    }),
    Rule("modifier.part-of-the-unit", "date", "the? w:first|early|latter|later|last part of the u:<unit>", lambda w, u: _part_of_unit("START" if w in {"first", "early"} else "END", u), {
        "in [the early part of the century]": "20",
    }),
    Rule("modifier.early-in-the-unit", "date", "p:<part> in the u:<unit> !<'of>", _part_of_unit, {"[early in the week]": "2022-W29", "[late in the year]": "2022"}),
    Rule("modifier.units-end", "date", "=at|by|until|before|to the? u:<unit> ' s p:<partnoun>", _unit_part, {"by [year's end]": "2022", "by [the week's end]": "2022-W29"}),
    Rule("modifier.end-may", "date", "end - d:<baremonth|monthdate|yeardate>", lambda d: part_of("END", d), {"since [end-May]": "2022-05", "at [end-2019]": "2019"}),
    Rule("modifier.a-good-part-of", "date", "a good|large part|deal of d:<yeardate|monthdate|date>", lambda d: d, {"for [a good part of 1990]": "1990"}),
    Rule("modifier.late-on", "date", "p:<part> on d:<dayish>", part_of, {"[late on Friday]": "2022-07-22"}),
    Rule("modifier.turn-of", "date", "the <turn> of d:<dated>", _turn, {"at [the turn of the 20th century]": "19", "at [the turn of 2020]": "2020"}),
    Rule("modifier.turn-of-the-century", "date", "the <turn> of the u:<unit>", lambda u: _turn(date(This(Unit(u[0]), Said()))) if u[0] >= G.YEAR and u[1] == 1 else None, {
        "at [the turn of the century]": "20", "at [the turn of the year]": "2022",
    }),
    Rule("modifier.unit-end-hyphenated", "date", "u:<unit> - end", _end_of_unit, {"by [year-end]": "2022"}),
    Rule("modifier.unit-end", "date", "=at|by|until|before|after|to u:<unit> end", _end_of_unit, {"by [year end]": "2022"}),
    Rule("modifier.around-year-end", "date", "around|about u:<unit> -? end", _end_of_unit, {"[around year end]": "2022"}),
    Rule("modifier.earlier-or-later", "date", "w:earlier|later d:<yeardate|monthdate|weekdate|daydate|weekdaydate>", _earlier, {
        "[earlier this year]": "2022", "[later this month]": "2022-07",
    }),
    Rule("modifier.about-a-date", "date", f"!{_TOLD}|. m:<mod_before> .? the? d:<yeardate|monthdate|baremonth|daydate|weekdaydate|bareday>", lambda m, d: about(d) if m == "APPROX" else None, {
        "[around 1990]": "1990", "[about July 4]": "2022-07-04",
    }),
    Rule("modifier.circa-a-longer-time", "date", "circa|c|ca|abt|approximately|roughly .? the? d:<date|weekdate>", about, {
        "made [circa the 1860s]": "186", "it dates from [c. 17th century]": "16",
    }),
    Rule("modifier.around-a-longer-time", "date", f"!{_TOLD}|thing|things|turn|turned|turning around d:<date>", about, {"built [around the 12th century]": "11"}),
    Rule("modifier.about-a-longer-time-after-a-limit", "date", "=after|before|by|since|until|till|from|in|to about d:<date>", about, {"shut since [about the 1920s]": "192"}),
    Rule("modifier.about-a-season-of-a-year", "date", f"!{_TOLD} m:<mod_before> .? d:<date> !<plural|lower|capital>", lambda m, d: about(d) if m == "APPROX" and _is_season(d) else None, {
        "painted [about spring 1849]": "1849-SP",
    }),
    Rule("modifier.around-a-time", "time", "m:<mod_before> d:<time>", lambda m, d: about(d) if m == "APPROX" else None, {"at [around 3 p.m.]": "2022-07-22T15:00"}),
    Rule("modifier.or-later", "date", "d:<yeardate|daydate> or later", lambda d: evolve(related("since", d), mod="ON_OR_AFTER"), {"in [2025 or later]": "2025"}),
    Rule("modifier.or-earlier", "date", "d:<yeardate|daydate> or earlier", lambda d: evolve(related("by", d), mod="ON_OR_BEFORE"), {"in [2019 or earlier]": "2019"}),
    Rule("modifier.and-beyond", "date", "d:<yeardate|daydate> and beyond", lambda d: evolve(related("since", d), mod="ON_OR_AFTER"), {"in [2025 and beyond]": "2025"}),
)  # fmt: skip

_ALONE = (
    Rule("modifier.unit-of-an-amount", "theunit", "=of the u:<unit>", lambda u: (date(This(Unit(u[0]))),) if u[1] == 1 and u[0] >= G.WEEK else None, {"in [the first two weeks] of [the year]": "P2W 2022"}),
    Rule("modifier.the-year-up-to", "upto", "=in|for|during|over|of the year =to|through", lambda: (duration(Amount(Duration.of(1, G.YEAR))),), {"in [the year] to [June 2022]": "P1Y 2022-06"}),
    Rule("modifier.duration", "duration", "a:<amount>", duration, {"[ten days]": "P10D"}),
    Rule("modifier.duration-of-one", "duration", "=for|in|within|over|after|under|about|lasted|lasts|lasting|took|takes|waited|spent|spends|stayed|served|every|than|least|to|of|only|just|- a:<oneunit> !<'after|'before>", duration, {
        "for [a year]": "P1Y", "within [a week]": "P1W",
    }),
    Rule("modifier.duration-of-one-long", "duration", "a:<oneunit> =long", duration, {"[a year] long": "P1Y"}),
    Rule("modifier.the-first-units-of-something", "duration", "the first|early|initial|final|closing|last|dying u:<units> =of", lambda u: duration(Amount(Duration.of(None, u[0]))) if u[0] is not G.SECOND and u[0] is not G.QUARTER else None, {
        "in [the first hours] of the war": "PTXH", "in [the final weeks] of the campaign": "PXW",
    }),
    Rule("modifier.duration-of-one-granted", "duration", "=him|her|them|us|me|you a:<oneunit> =to", duration, {"gave them [a week] to leave": "P1W"}),
    Rule("modifier.vague-duration-of-something", "duration", "u:<units> =of", lambda u: duration(Amount(Duration.of(None, u[0]))) if u[0] > G.DAY and u[0] is not G.QUARTER else None, {
        "[decades] of war": "PXDE",
    }),
    Rule("modifier.vague-duration", "duration", "=for|in|over|after|within|of|took|take|takes|taken|taking|spent|spend|spends|spending|waited|wait|lasted|lasts|require|requires|required|many|these u:<units>", lambda u: duration(Amount(Duration.of(None, u[0]))) if u[0] is not G.SECOND else None, {
        "for [years]": "PXY", "after [weeks] of talks": "PXW",
    }),
    Rule("modifier.one-unit-beside-something", "duration", "a:<oneunit> =after|before|following", duration, {"barely [a month] after the vote": "P1M"}),
    Rule("modifier.one-unit-later", "duration", "a:<oneunit> later|earlier|afterwards !<'than>", duration, {"[an hour] later": "PT1H"}, ("a",)),
    Rule("modifier.the-unit-beside-something", "theunitbeside", "the u:<unit> =before|after|following", lambda u: Meaning("TIME" if u[0] < G.DAY else "DATE", value=Unit(u[0]).template) if u[1] == 1 and u[0] in _COUNTABLE else None, {
        "[the day] before the vote": "XXXX-XX-XX",
    }),
    Rule("modifier.the-units-beside-something", "duration", "the u:<units> =before|after|following|leading", lambda u: duration(Amount(Duration.of(None, u[0]))) if u[1] == 1 and u[0] in _COUNTABLE else None, {
        "in [the weeks] after he left": "PXW",
    }),
    Rule("modifier.the-week-after-its-day", "date", "=for the u:<unit> =<',|'.>", lambda u: date(This(Unit(u[0]), Said())) if u in {(G.WEEK, 1), (G.MONTH, 1)} else None, {
        "It fell on [Friday]. For [the week], it lost 3%.": "2022-07-22 2022-W29",
    }),
    Rule("modifier.the-quarter-compared", "date", "=in|for|during the u:<unit> =compared|versus|against", lambda u: date(Last(Unit(G.QUARTER))) if u[0] is G.QUARTER else None, {
        "lost $5 in [the quarter] compared with a gain": "2022-Q2",
    }),
    Rule("modifier.the-quarter", "date", "=in|for|during the u:<unit> !<'of|lower>", lambda u: date(Last(Unit(G.QUARTER))) if u[0] is G.QUARTER else None, {"earned more in [the quarter].": "2022-Q2"}),
    Rule("modifier.the-year-ended", "duration", "=in|for the fiscal? year =ended|ending", lambda: duration(Amount(Duration.of(1, G.YEAR))), {"in [the year] ended [March 31]": "P1Y 2022-03-31"}),
    Rule("modifier.the-quarter-ended", "date", "the quarter =ended|ending", lambda: date(Last(Unit(G.QUARTER))), {"in [the quarter] ended [June 30]": "2022-Q2 2022-06-30"}),
)  # fmt: skip

LEVELS = (Level("modified", _MODIFIED), Level("alone", _ALONE))
