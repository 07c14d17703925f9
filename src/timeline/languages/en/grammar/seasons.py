"""Seasons, of the hemisphere that the locale names: the summer of 1994, last winter, midsummer."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.calculus.operators import In, Last, Next
from timeline.calculus.recurring import SeasonOfYear
from timeline.languages.meanings import at_year, bare, date, edge_of, part_of, rest_of
from timeline.languages.rule import Rule

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.meaning import Meaning

__all__ = ["of_a_year", "rules"]


def rules(locale: Locale) -> tuple[Rule, ...]:
    """Give the rules that name a season."""

    def season(s: str) -> SeasonOfYear:
        return SeasonOfYear(s, southern=locale.southern)

    def any_season(s: str) -> Meaning:
        return bare(season(s))

    def of_year(s: str, y: int) -> Meaning:
        return date(In(season(s), at_year(y)))

    def twice(make: Any, s: str) -> Meaning:  # noqa: ANN401 - an operator class
        return date(make(season(s), make(season(s))))

    return (
        Rule("season.before-last", "date", "the s:<season> before last !<weekday|month|pod|unit|units|num>", lambda s: twice(Last, s), {"in [the summer before last]": "2020-SU"}),
        Rule("season.after-next", "date", "the s:<season> after the? next !<weekday|month|pod|unit|units|num>", lambda s: twice(Next, s), {"in [the spring after next]": "2024-SP"}),
        Rule("season.start-or-end", "date", "the? very|tail|back? -? p:<partnoun> of the? s:<season> !<year|yearrange|'of|,|''|->", lambda p, s: edge_of(p, any_season(s)), {
            "until [the end of summer]": "2022-SU", "since [the start of the winter]": "2021-WI",
        }),
        Rule("season.rest", "date", "the? rest|remainder of the? s:<season> !<year|yearrange|'of|,|''|->", lambda s: rest_of("END", any_season(s)), {"for [the rest of the summer]": "2022-SU"}),
        Rule("season.half", "date", "the? o:first|early|second|latter|later|last half|part of the? s:<season> !<year|yearrange|'of|,|''|->", lambda o, s: part_of("START" if o in {"first", "early"} else "END", any_season(s)), {
            "in [the second half of summer]": "2022-SU",
        }),
        Rule("season.of-a-year", "date", "the? s:<season> of y:<year>", of_year, {"in [the summer of 1994]": "1994-SU"}),
        Rule("season.year", "date", "s:<season> ,? y:<year>", of_year, {"in [summer 1994]": "1994-SU"}),
        Rule("season.midsummer", "date", "!a s:<midseason> !<'''|'day|'s>", lambda s: part_of("MID", any_season(s)), {"in [midsummer]": "2022-SU"}),
        Rule("season.after-a-preposition", "bareseason", "=in|during|since|until|by|over|through|throughout the? s:<season> !<'of|'in|'from|'among>", any_season, {
            "in [the winter] it fell": "2021-WI", "since [spring]": "2022-SP",
        }),
        Rule("season.noun-after-a-preposition", "bareseason", "=in|during|since|until|by|over|through|throughout the? s:<nounseason>", any_season, {"in [autumn] in Oslo": "2022-FA"}),
        Rule("season.noun-after-for", "bareseason", "=for the s:<nounseason> !<lower|plural|capital>", any_season, {"will be shut for [the winter].": "2022-WI"}),
        Rule("season.from-or-to-the", "bareseason", "=from|to the s:<season> !<'of|'in|'from|'among>", any_season, {"from [the spring]": "2022-SP"}),
        Rule("season.noun-from-or-to", "bareseason", "=from|to s:<nounseason>", any_season, {"from [summer] to [autumn]": "2022-SU 2022-FA"}),
        Rule("season.across-new-year", "date", "the? s:<season> of? r:<yearrange>", lambda s, r: of_year(s, r[0]) if r[1] == r[0] + 1 else None, {
            "[winter 2018/19]": "2018-WI", "in [the winter of 2018-19]": "2018-WI",
        }),
        Rule("season.after-an-adjective", "bareseason", "=last|this|next|past|coming|early|mid|late|every|each|that|same|following|previous|preceding|- s:<season>", any_season, {
            "[last summer]": "2021-SU",
        }),
    )  # fmt: skip


def of_a_year(locale: Locale) -> Rule:
    """Give the rule for a season of a year that was found before: the spring of last year."""

    def meaning(s: str, y: Meaning) -> Meaning | None:
        return None if y.operator is None else date(In(SeasonOfYear(s, southern=locale.southern), y.operator))

    return Rule("season.of-a-relative-year", "date", "the? s:<season> of y:<yeardate>", meaning, {
        "in [the spring of last year]": "2021-SP",
    })  # fmt: skip
