"""Holidays by their names: Christmas, Easter Monday, Ramadan, World AIDS Day, Ukrainian Independence Day."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Bare, Between, Onward, Span
from timeline.calculus.recurring import DayOfYear, Festival, Repeating
from timeline.languages.en.festivals import FESTIVALS, NEW_YEARS, tet
from timeline.languages.en.fixed_days import FIXED, WORLD_DAYS
from timeline.languages.en.movable import MOVABLE, DayIn, advent, easter, moved
from timeline.languages.en.nations import FIRST_WORDS, NATIONAL_DAYS, NATIONS, Day, nation
from timeline.languages.meaning import Meaning
from timeline.languages.meanings import bare
from timeline.languages.rule import Rule

__all__ = ["HOLIDAY_RULES"]

_OPTIONAL = re.compile(r"\[ [^\]]* \]")
_NO_ID = re.compile(r"[^a-z0-9]+")
_MORE_EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "christmas": {
        "before [Christmas]": "2022-12-25",
        "on [Christmas]": "2022-12-25",
        "before [christmas]": "2022-12-25",
    },
    "lunar|chinese new year [ ' s day ]": {
        "the [Lunar New Year]": "2022-02-01",
        "[Chinese New Year 2020]": "2020-01-25",
    },
    "ramadan|ramadhan|ramzan|ramazan": {"during [Ramadan]": "2022-04-02", "in [Ramadan 2019]": "2019-05-06"},
    "diwali|deepavali|divali|deepawali": {"before [Diwali]": "2022-10-24", "[Diwali 2021]": "2021-11-04"},
    "passover|pesach": {"before [Passover]": "2022-04-16", "during [Passover 2019]": "2019-04-20"},
    "labor|labour day": {"on [Labor Day]": "2022-09-05"},
    "dragon boat festival": {"during the [Dragon Boat Festival]": "2022-06-03"},
    "thanksgiving": {"on [Thanksgiving 1940]": "1940-11-21"},
    "easter": {"at [Easter 1300]": "1300-04-10"},
}
"""Besides the one that each has: its name and a year."""

_HISTORIC = {
    "black-monday": ("<blackword> monday", (1987, 10, 19), "the crash of [Black Monday]"),
    "black-tuesday": ("<blackword> tuesday", (1929, 10, 29), "the crash of [Black Tuesday]"),
    "black-thursday": ("<blackword> thursday", (1929, 10, 24), "the crash of [Black Thursday]"),
    "black-wednesday": ("<blackword> wednesday", (1992, 9, 16), "the losses of [Black Wednesday]"),
    "d-day": ("d - day =landings|landing|invasion|beaches|veterans", (1944, 6, 6), "the [D-Day] landings"),
}
"""Days of history that are known by a name: pattern, day, and a text that names it."""

_NAMED_FOR = "!<company|keepsake>"
"""What is named for a holiday without lying on it: a Christmas tree, Easter Island."""


def _pattern(name: str) -> str:
    """Write a name as a pattern: the apostrophe is a token of its own, and often left out of "Valentine's Day"."""
    words = []
    for word in name.split():
        if "'" not in word or word in {"'", "'?"}:
            words.append(word)
            continue
        parts = {each.replace("'s", "").replace("'", "") for each in word.split("|")}
        if "|" in word:
            words.append(f"{'|'.join(sorted(parts))} '? s?")
        elif name.startswith("new year"):
            words.append("year ' s")
        else:
            (stem,) = parts
            plural = stem if stem.endswith("s") else f"{stem}s"
            words.append(f"{stem}|{plural} '? s?" if stem != plural else f"{stem} '? s?")
    return " ".join(words)


def _spelled(name: str) -> str:
    """Write a name as texts do, the first of several words and none that can be left out: St Patrick's Day."""
    words = [word.split("|")[0] for word in _OPTIONAL.sub("", name).split() if not word.endswith("?")]
    small = {"al", "de", "of", "the", "and", "with", "e"}
    return " ".join(word if word in small else word[:1].upper() + word[1:] for word in words).replace(" - ", "-")


def _id(spelled: str) -> str:
    return "holiday." + _NO_ID.sub("-", spelled.lower().replace("'", "")).strip("-")


def _rule(name: str, stretch: Repeating, days: int, example: str) -> Rule:
    def meaning() -> Meaning:
        relation = Span(Duration.of(days, G.DAY), 1, Bare(stretch)) if days > 1 else None
        return Meaning("DATE", Bare(stretch), relation=relation)

    spelled = _spelled(name)
    examples = {f"[{spelled} {example[:4]}]": example, **_MORE_EXAMPLES.get(name, {})}
    return Rule(_id(spelled), "bareday", f"{_pattern(name)} {_NAMED_FOR}", meaning, examples)


def _historic(name: str, pattern: str, day: tuple[int, int, int], example: str) -> Rule:
    interval = Interval.unit(Instant.of(*day), G.DAY)
    return Rule(
        f"holiday.{name}",
        "daydate",
        f"{pattern} !<capital>",
        lambda: Meaning("DATE", At(interval), note="a day that is known by this name"),
        {example: "{}-{:02}-{:02}".format(*day)},
    )


_UNKNOWN_DAY = Meaning("DATE", value="XXXX-XX-XX", note="a holiday whose day in that country is not known")
"""What a holiday means that others keep on another day: better no day than the wrong one."""

_NATION = f"w:{FIRST_WORDS}? n:<nationword>"


def _of_a_nation(name: str, days: Mapping[str, Day | DayIn]) -> tuple[Rule, ...]:
    """Give the rules for a day that each nation keeps as its own: Ukrainian Independence Day, Republic Day of India."""

    def meaning(w: str | None, n: str) -> Meaning:
        code = nation(w, n)
        day = days.get(code)
        if day is None:
            return _UNKNOWN_DAY
        return bare(DayOfYear(*day) if isinstance(day, tuple) else Festival(f"{name} {code}", day))

    spelled, pattern = _spelled(name), _pattern(name)
    code, day = next((code, day) for code, day in days.items() if code in NATIONS.values())
    words = [word.capitalize() for word, each in NATIONS.items() if each == code]
    example = "2022-{:02}-{:02}".format(*(day if isinstance(day, tuple) else day(2022) or ()))
    return (
        Rule(f"{_id(spelled)}-of-a-nation", "bareday", f"{_NATION} [ ' s ] {pattern} {_NAMED_FOR}", meaning, {
            f"[{words[0]} {spelled} 2022]": example, f"[{words[-1]}'s {spelled} 2022]": example,
        }),
        Rule(f"{_id(spelled)}-in-a-nation", "bareday", f"{pattern} of|in {_NATION}", meaning, {f"on [{spelled} in {words[-1]} 2022]": example}),
    )  # fmt: skip


def _new_years(who: str, day_in: DayIn, example: str) -> tuple[Rule, ...]:
    """Give the rules for the new year of a people or calendar, and for its eve."""
    spelled = f"{_spelled(who)} New Year"
    day, eve = Festival(spelled, day_in), Festival(f"{spelled} eve", moved(day_in, -1))
    before = Instant.parse(example).shift(-1, G.DAY).isoformat()
    return (
        Rule(_id(spelled), "bareday", f"{who} new year [ ' s day ] {_NAMED_FOR}", lambda: bare(day), {f"[{spelled} 2022]": example}),
        Rule(f"{_id(spelled)}-s-eve", "bareday", f"{who} new year|years '? s? eve", lambda: bare(eve), {f"[{spelled}'s Eve {before[:4]}]": before}),
    )  # fmt: skip


_ALWAYS_SOMEBODYS = "independence|republic|national|constitution|liberation|victory day"


def _advent() -> Meaning:
    """Mean the weeks from Advent Sunday to Christmas Eve."""
    first = Bare(Festival("advent", advent))
    return Meaning("DATE", first, relation=Between(first, Onward(DayOfYear(12, 24), first)))


def _lent() -> Meaning:
    """Mean the 46 days from Ash Wednesday to Holy Saturday."""
    first = Bare(Festival("lent", MOVABLE["ash wednesday"][0]))
    return Meaning("DATE", first, relation=Span(Duration.of(46, G.DAY), 1, first))


def _eid() -> Meaning:
    """Mean one of two feasts, most often that which ends the fast."""
    fitr, adha = (
        Bare(Festival(name, FESTIVALS[name][0]))
        for name in ("eid|id -? al|ul|el -? fitr", "eid|id -? al|ul|el -? adha|azha|zuha")
    )
    return Meaning(
        "DATE",
        fitr,
        confidence=0.6,
        others=(Meaning("DATE", adha),),
        note="the feast that ends the fast; the other is that of the sacrifice",
    )


_BEFORE_SEASON = "=in|during|for|of|before|after|until|throughout|this|last|next|since|over|through|by|every|each"
_TET = Festival("tet", tet)
"""The offensive of 1968 is called so too."""
_CORPUS_CHRISTI = Festival("corpus christi", moved(easter, 60))

HOLIDAY_RULES = (
    # First, as what follows may be no holiday
    Rule("holiday.of-an-unknown-nation", "name", f"=<capital|person> {_ALWAYS_SOMEBODYS}", lambda: True, {"on Ruritanian Independence Day": ""}),
    Rule("holiday.of-an-unknown-nation-behind", "name", f"{_ALWAYS_SOMEBODYS} of =<capital|person>", lambda: True, {"on Independence Day of Ruritanian patriots": ""}),
    Rule("holiday.new-year-of-an-unknown-people", "name", "=<capital|person|nationword> new year [ ' s day|eve ]", lambda: True, {"at Ruritanian New Year": ""}),
    *(_historic(name, *row) for name, row in _HISTORIC.items()),
    Rule(
        "holiday.advent", "bareday", f"{_BEFORE_SEASON} advent {_NAMED_FOR}", _advent, {"during [Advent]": "2022-11-27"}
    ),
    Rule("holiday.lent", "bareday", f"{_BEFORE_SEASON} lent {_NAMED_FOR}", _lent, {"for [Lent 2021]": "2021-02-17"}),
    Rule("holiday.tet", "bareday", f"=on|at|during|for|over tet {_NAMED_FOR}", lambda: bare(_TET), {"at [Tet 2022]": "2022-02-01"}),
    Rule("holiday.tet-of-a-year", "bareday", "tet =<year>", lambda: bare(_TET), {"[Tet 2022] was quiet": "2022-02-01"}),
    Rule("holiday.eid", "bareday", f"eid {_NAMED_FOR}", _eid, {"before [Eid]": "2022-05-03", "[Eid 2022]": "2022-05-03"}),
    Rule("holiday.corpus-christi", "bareday", "the? feast of corpus christi", lambda: bare(_CORPUS_CHRISTI), {"on [the feast of Corpus Christi]": "2022-06-16"}),
    Rule("holiday.corpus-christi-day", "bareday", "=on|before|after|until|since corpus christi day? !<',>", lambda: bare(_CORPUS_CHRISTI), {"on [Corpus Christi]": "2022-06-16"}),
    *(_rule(name, DayOfYear(*day), 1, "2022-{:02}-{:02}".format(*day)) for name, day in {**FIXED, **WORLD_DAYS}.items()),
    *(_rule(name, Festival(name, day_in), days, example) for name, (day_in, days, example) in (MOVABLE | FESTIVALS).items()),
    *(rule for who, row in NEW_YEARS.items() for rule in _new_years(who, *row)),
    *(rule for name, days in NATIONAL_DAYS.items() for rule in _of_a_nation(name, days)),
    Rule("holiday.an-unknown-nation-s", "name", f"<capital> ' s {_ALWAYS_SOMEBODYS}", lambda: True, {"on Ruritania's Independence Day": ""}),
)  # fmt: skip
