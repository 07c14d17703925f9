"""Modified times (early May, the end of 2019, about 1990), and amounts and units that stand alone."""

from __future__ import annotations

from attrs import evolve

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.operators import Between, In, Last, Part, SaidDay, Somewhere, Span, This, Topic, Turn
from timeline.calculus.outlook import Ahead
from timeline.calculus.recurring import SeasonOfYear, Unit
from timeline.languages.composed import counted_from, nth, whole_of
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import Amount, about, date, duration, edge_of, part_of, related, rest_of, shifted
from timeline.languages.rule import Level, Rule

__all__ = ["LEVELS"]


def _earlier(word: str, meaning: Meaning) -> Meaning:
    return rest_of("START" if word == "earlier" else "END", meaning)


def _turn(meaning: Meaning) -> Meaning | None:
    return None if meaning.operator is None else evolve(meaning, mod="START", relation=Turn(meaning.operator))


def _present(u: tuple[G, int], shortest: G = G.WEEKEND) -> Meaning | None:
    """Mean the unit that is now; of days, the one that is told of."""
    if u[1] != 1 or u[0] < shortest:
        return None
    return date(This(Unit(u[0]), SaidDay()) if u[0] is G.DAY else This(Unit(u[0]), Topic()))


def _part_of_unit(p: str, u: tuple[G, int], shortest: G = G.WEEKEND) -> Meaning | None:
    return None if (whole := _present(u, shortest)) is None else part_of(p, whole)


def _edge_of_unit(p: str, u: tuple[G, int], shortest: G = G.WEEKEND) -> Meaning | None:
    return None if (whole := _present(u, shortest)) is None else edge_of(p, whole)


def _beside_end(a: Amount, way: str, p: str, outer: Meaning | None, u: tuple[G, int] | None) -> Meaning | None:
    """Count from the first or last day of a time: three days after the end of May."""
    whole = whole_of(outer, u)
    day = None if whole is None or p == "MID" else nth(1 if p == "START" else -1, Unit(G.DAY), whole)
    return None if day is None else counted_from(a, -1 if way == "before" else 1, day)


_FEW_YEARS = 3
"""What is told "in" more years than these is mostly compared: the fifth coach in four years, the worst storm in ten."""


def _ahead(a: Amount) -> Meaning | None:
    """Mean a length that may also tell when: in two weeks, where the clause looks ahead."""
    counted = shifted(a, 1)
    operator, (unit, count) = counted.relation or counted.operator, a.duration.amounts[0]
    if operator is None or unit is G.QUARTER or unit > G.YEAR or (unit is G.YEAR and (count or 0) > _FEW_YEARS):
        return None
    if a.mod in {"LESS_THAN", "EQUAL_OR_LESS"}:
        operator = Somewhere(Span(a.most or a.duration, 1, is_limit=True))
    return duration(a, Ahead(operator))


def _within(a: Amount) -> Meaning:
    return duration(a, Ahead(Somewhere(Span(a.most or a.duration, 1, is_limit=True))))


def _parts_of(a: str, b: Meaning) -> Meaning | None:
    """Mean two neighbouring parts of a time: early to mid-May."""
    last = b.relation
    if not isinstance(last, Part) or (a, last.which) not in {("START", "MID"), ("MID", "END"), ("START", "END")}:
        return None
    return evolve(b, mod=None, relation=Between(Part(a, last.of), last))


_TOLD = "get|gets|getting|got|gotten|talk|talks|talking|talked|know|knew|ask|asked|think|thought|worry|worried|wrote|write|writes|hear|heard|say|says|said|concerns|concerned|questions|news|story|book|information|something|nothing|everything|told"
"""Words after which "about" and "around" tell no rough time: to get around Wednesday's ruling."""

_UNIQUE = "time|times|first|only|high|highs|low|lows|highest|lowest|most|least|worst|best|biggest|largest|fewest|level|levels|gains|loss|losses|wins|defeat|defeats|growth|once|twice|thrice|one|year|day|month"
"""Words after which "in two years" looks back, whatever the tense: the first time in two years."""

_UNIQUE_OR_VERB = "rise|fall|drop|gain|win|increase|decrease|decline|record|peak"
"""Such words that are verbs as well: it will fall in two days, it will be the worst fall in two years."""

_TAKEN = (
    "'of|'from|'after|'before|'following|'since|'to|'ended|'ending|'through|'or|'at|'s|'flat|'straight|'running|-|'"
)
"""Words after a length that make another thing of it: in two years of war, within a week of the vote."""


def _is_season(meaning: Meaning) -> bool:
    return isinstance(meaning.operator, In) and isinstance(meaning.operator.stretch, SeasonOfYear)


_COUNTABLE = frozenset({G.HOUR, G.DAY, G.WEEK, G.MONTH, G.YEAR})

_MODIFIED = (
    Rule("modifier.early-mid-or-late", "date", "the? p:<part> -? [ on? in ] d:<dated>", part_of, {
        "[early May]": "2022-05", "[early on in 2019]": "2019", "[the early 1990s]": "199", "[mid-2019]": "2019", "[late last year]": "2021", "[late in 2019]": "2019",
    }),
    Rule("modifier.start-middle-or-end", "date", "the? very|tail|back? -? p:<partnoun> of [ the =<date> ] d:<dated>", edge_of, {
        "by [the end of the last decade]": "201", "at [the end of 2019]": "2019", "[the beginning of May]": "2022-05"}),
    Rule("modifier.the-end-of-the-unit", "date", "the? very|tail|back? -? p:<partnoun> of the? u:<unit> !<num|ord|lower|plural|capital|-|'of>", _edge_of_unit, {
        "by [the end of the year]": "2022", "due by [the end of month].": "2022-07",
    }),
    Rule("modifier.amount-beside-an-end", "date", "a:<amount|oneunit> w:before|after the p:<partnoun> of d:<dated>? [ the u:<unit> ]", lambda a, w, p, d, u: _beside_end(a, w, p, d, u), {
        "left [three days after the end of May]": "2022-06-03", "left [two weeks before the start of 2019]": "2018-W51",
    }),
    Rule("modifier.dawn-of", "date", "the dawn of the? d:<yeardate|date>", lambda d: part_of("START", d), {"at [the dawn of the 20th century]": "19"}),
    Rule("modifier.the-end-of-a-year-of-something", "date", "the? p:<partnoun> of the u:<unit>", _edge_of_unit, {"before [the end of the year] tests": "2022"}),
    Rule("modifier.the-end-of-the-day", "date", "=by|until|till|before|after|since|from|toward|towards|near the? p:<partnoun> of the u:<unit> !<'of|'that|'when>",
         lambda p, u: _edge_of_unit(p, u, G.DAY) if u[0] is G.DAY else None, {"by [the end of the day] it was over": "2022-07-22"}),
    Rule("modifier.the-start-or-middle-of-the-day", "date", "the? very? p:<partnoun> of the u:<unit> !'", lambda p, u: _edge_of_unit(p, u, G.DAY) if u[0] is G.DAY and p != "END" else None, {
        "in [the middle of the day]": "2022-07-22",
    }),
    Rule("modifier.end-of-the-unit-abbreviated", "date", "=by|until|till|before|at|the u:<endword>", lambda u: _edge_of_unit("END", (u, 1), G.DAY), {
        "by [EOD]": "2022-07-22", "before [EOM]": "2022-07",
    }),
    Rule("modifier.rest-of", "date", "the? rest|remainder|balance of [ the =<date> ] d:<dated>", lambda d: rest_of("END", d), {
        "for [the rest of this year]": "2022", "over [the remainder of the 1990s]": "199",
    }),
    Rule("modifier.rest-of-the-unit", "date", "the? rest|remainder|balance of the? u:<unit> !<num|ord|lower|plural|capital|-|'of>",
         lambda u: None if (whole := _present(u, G.DAY)) is None else rest_of("END", whole), {"for [the rest of the week].": "2022-W29"}),
    Rule("modifier.half-of", "date", "the? o:first|second half of [ the =<date> ] d:<dated>", lambda o, d: part_of("START" if o == "first" else "END", d), {
        "in [the first half of the 20th century]": "19", "[the second half of May]": "2022-05",
    }),
    Rule("modifier.latter-half-of", "date", "the? latter|last half of [ the =<date> ] d:<dated>", lambda d: part_of("END", d), {"[the latter half of the 1970s]": "197"}),
    Rule("modifier.part-of-a-date", "date", "the? w:first|early|latter|later|last part of [ the =<date> ] d:<dated>", lambda w, d: part_of("START" if w in {"first", "early"} else "END", d), {
        "in [the first part of 2019]": "2019", "in [the latter part of May]": "2022-05",
    }),
    Rule("modifier.part-of-the-unit", "date", "the? w:first|early|latter|later|last part of the u:<unit>", lambda w, u: _part_of_unit("START" if w in {"first", "early"} else "END", u, G.DAY), {
        "in [the early part of the century]": "20",
    }),
    Rule("modifier.early-in-the-unit", "date", "p:<part> on? in the u:<unit> !<'of>", lambda p, u: _part_of_unit(p, u, G.DAY), {"[early in the week]": "2022-W29", "[late in the year]": "2022"}),
    Rule("modifier.units-end", "date", "=at|by|until|till|before|after|since|to|toward|towards|from the? u:<unit> ' s p:<partnoun>", lambda u, p: _edge_of_unit(p, u, G.DAY), {"by [year's end]": "2022", "by [the week's end]": "2022-W29"}),
    Rule("modifier.end-may", "date", "end - d:<baremonth|monthdate|yeardate>", lambda d: edge_of("END", d), {"since [end-May]": "2022-05", "at [end-2019]": "2019"}),
    Rule("modifier.a-good-part-of", "date", "a good|large part|deal of d:<yeardate|monthdate|date>", lambda d: d, {"for [a good part of 1990]": "1990"}),
    Rule("modifier.late-on", "date", "p:<part> on d:<dayish>", part_of, {"[late on Friday]": "2022-07-22"}),
    Rule("modifier.turn-of", "date", "the <turn> of [ the =<date> ] d:<dated>", _turn, {"at [the turn of the 20th century]": "19", "at [the turn of 2020]": "2020"}),
    Rule("modifier.turn-of-the-century", "date", "the <turn> of the u:<unit>", lambda u: _turn(date(This(Unit(u[0]), Topic()))) if u[0] > G.DAY and u[1] == 1 else None, {
        "at [the turn of the century]": "20", "at [the turn of the year]": "2022",
    }),
    Rule("modifier.year-end-of-a-year", "date", "u:<unit> -? end ,? of? y:<yeardate>", lambda u, y: part_of("END", y) if u[0] is G.YEAR else None, {"at [year-end 2019]": "2019", "by [year end 2019]": "2019"}),
    Rule("modifier.unit-end-hyphenated", "date", "u:<unit> - end", lambda u: _edge_of_unit("END", u), {"by [year-end]": "2022"}),
    Rule("modifier.unit-end", "date", "=at|by|until|till|before|after|since|to|toward|towards u:<unit> end", lambda u: _edge_of_unit("END", u), {"by [year end]": "2022"}),
    Rule("modifier.mid-unit", "date", "=by|in|at|since|until|till|before|after|from|around|about|to|during|toward|towards|the mid -? u:<unit> !<lower|plural|capital|num|->", lambda u: _part_of_unit("MID", u), {
        "by [mid-year].": "2022", "from [mid-century] on": "20",
    }),
    Rule("modifier.mid-unit-hyphenated", "date", "mid - u:<unit> !<lower|plural|capital|num|->", lambda u: _part_of_unit("MID", u), {"It closed [mid-month].": "2022-07"}),
    Rule("modifier.around-year-end", "date", "around|about u:<unit> -? end", lambda u: _edge_of_unit("END", u), {"[around year end]": "2022"}),
    Rule("modifier.earlier-or-later", "date", "w:earlier|later [ on? in ] d:<dated>", _earlier, {
        "[earlier this year]": "2022", "[later in May 2019]": "2019-05", "[later this month]": "2022-07",
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
    Rule("modifier.or-later", "date", "d:<yeardate|daydate|monthdate> or later", lambda d: evolve(related("since", d), mod="ON_OR_AFTER"), {"in [2025 or later]": "2025"}),
    Rule("modifier.or-earlier", "date", "d:<yeardate|daydate|monthdate> or earlier", lambda d: evolve(related("by", d), mod="ON_OR_BEFORE"), {"in [2019 or earlier]": "2019"}),
    Rule("modifier.and-beyond", "date", "d:<yeardate|daydate|monthdate> and beyond", lambda d: evolve(related("since", d), mod="ON_OR_AFTER"), {"in [2025 and beyond]": "2025"}),
)  # fmt: skip

_ALONE = (
    Rule("modifier.unit-of-an-amount", "theunit", "=of the u:<unit>", lambda u: (date(This(Unit(u[0]))),) if u[1] == 1 and u[0] >= G.WEEK else None, {"in [the first two weeks] of [the year]": "P2W 2022"}),
    Rule("modifier.the-year-up-to", "upto", "=in|for|during|over|of the year =to|through", lambda: (duration(Amount(Duration.of(1, G.YEAR))),), {"in [the year] to [June 2022]": "P1Y 2022-06"}),
    Rule("modifier.duration-ahead", "signalled", f"!{_UNIQUE}|{_UNIQUE_OR_VERB} s:in just|only|another? a:<amount|oneunit> !<{_TAKEN}|'and>", lambda s, a: _ahead(a), {
        "will reopen in [two weeks].": "P2W", "was rebuilt in [two weeks].": "P2W", "It will be the first time in [two weeks].": "P2W",
    }, ("a",), ("s",)),
    Rule("modifier.days-ahead", "signalled", f"={_UNIQUE_OR_VERB} s:in just|only|another? a:<amount|oneunit> !<{_TAKEN}>", lambda s, a: _ahead(a) if a.duration.unit <= G.DAY else None, {
        "It will fall in [two days].": "P2D",
    }, ("a",), ("s",)),
    Rule("modifier.duration-within", "signalled", f"!{_UNIQUE} s:within just|only|another? a:<amount|oneunit> !<{_TAKEN}>", lambda s, a: _within(a), {"will reopen within [two weeks].": "P2W"}, ("a",), ("s",)),
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
    Rule("modifier.the-week-after-its-day", "date", "=for the u:<unit> =<',|'.>", lambda u: date(This(Unit(u[0]), Topic())) if u in {(G.WEEK, 1), (G.MONTH, 1)} else None, {
        "It fell on [Friday]. For [the week], it lost 3%.": "2022-07-22 2022-W29",
    }),
    Rule("modifier.the-quarter-compared", "date", "=in|for|during the u:<unit> =compared|versus|against", lambda u: date(Last(Unit(G.QUARTER))) if u[0] is G.QUARTER else None, {
        "lost $5 in [the quarter] compared with a gain": "2022-Q2",
    }),
    Rule("modifier.the-quarter", "date", "=in|for|during the u:<unit> !<'of|lower>", lambda u: date(Last(Unit(G.QUARTER))) if u[0] is G.QUARTER else None, {"earned more in [the quarter].": "2022-Q2"}),
    Rule("modifier.from-one-part-to-another", "date", "a:<part> -|--? to -? b:<date>", _parts_of, {
        "in [early to mid-May]": "2022-05", "in [mid- to late 2019]": "2019",
    }),
)  # fmt: skip

LEVELS = (Level("modified", _MODIFIED), Level("alone", _ALONE))
