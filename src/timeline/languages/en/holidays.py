"""Well-known days of the English-speaking world, and of others that English news speaks of."""

from __future__ import annotations

import re
from collections.abc import Mapping

from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity as G
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Bare, Between, Onward, Span
from timeline.calculus.recurring import DayOfYear, Festival, Repeating
from timeline.languages.en.movable import MOVABLE, advent
from timeline.languages.meaning import Meaning
from timeline.languages.rule import Rule

__all__ = ["HOLIDAY_RULES", "HOLIDAY_WORDS"]

_FIXED = {
    "new year's day": (1, 1), "new year's eve": (12, 31), "new year's": (1, 1), "epiphany": (1, 6),
    "twelfth night": (1, 5), "orthodox christmas": (1, 7), "burns night": (1, 25), "australia day": (1, 26),
    "groundhog day": (2, 2), "waitangi day": (2, 6), "valentine's day": (2, 14),
    "st|saint .? valentine's day": (2, 14), "international women's day": (3, 8), "st|saint .? david's day": (3, 1),
    "st|saint .? patrick's day": (3, 17), "st|saint .? george's day": (4, 23), "april fools|fool's|fools' day": (4, 1),
    "earth day": (4, 22), "anzac day": (4, 25), "may day": (5, 1), "cinco de mayo": (5, 5), "juneteenth": (6, 19),
    "midsummer's day": (6, 24), "canada day": (7, 1), "independence day": (7, 4),
    "bastille day": (7, 14), "assumption day": (8, 15), "halloween": (10, 31), "all saints' day": (11, 1),
    "all souls' day": (11, 2), "bonfire night": (11, 5), "guy fawkes night|day": (11, 5), "veterans day": (11, 11),
    "armistice day": (11, 11), "remembrance day": (11, 11), "pearl harbor day": (12, 7),
    "st|saint .? nicholas day": (12, 6),
    "christmas eve": (12, 24), "christmas day": (12, 25), "christmas": (12, 25), "xmas": (12, 25),
    "boxing day": (12, 26),
    "st|saint .? stephen's day": (12, 26), "world aids day": (12, 1),
    "ve day": (5, 8), "vj day": (8, 15), "tax day": (4, 15),
}  # fmt: skip

_MORE_EXAMPLES: Mapping[str, Mapping[str, str]] = {
    "christmas": {"before [Christmas]": "2022-12-25", "on [Christmas]": "2022-12-25"},
    "lunar|chinese new year": {"the [Lunar New Year]": "2022-02-01", "[Chinese New Year 2020]": "2020-01-25"},
    "ramadan|ramadhan|ramzan": {"during [Ramadan]": "2022-04-02", "in [Ramadan 2019]": "2019-05-06"},
    "diwali|deepavali|divali": {"before [Diwali]": "2022-10-24", "[Diwali 2021]": "2021-11-04"},
    "passover|pesach": {"before [Passover]": "2022-04-16", "during [Passover 2019]": "2019-04-20"},
    "labor|labour day": {"on [Labor Day]": "2022-09-05"},
    "dragon boat festival": {"during the [Dragon Boat Festival]": "2022-06-03"},
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

_OBJECTS = (
    "tree trees carol carols card cards pudding cake cakes cracker crackers stocking stockings jumper jumpers sweater"
    " sweaters decorations ornament ornaments present presents gift gifts song songs album bonus bonuses market markets"
    " party parties egg eggs bunny island islands rising bonnet costume costumes resolution resolutions turkey dinner"
    " lunch message lights number truce club"
).split()
"""What is named for a holiday without lying on it: a Christmas tree, Easter eggs, Easter Island."""
_NAMED_FOR = f"!<company|{'|'.join(repr(word)[:-1] for word in _OBJECTS)}>"


def _pattern(name: str) -> str:
    """Write a name as a pattern: the apostrophe is a token of its own."""
    words = []
    for word in name.split():
        if "'" not in word:
            words.append(word)
            continue
        parts = {each.replace("'s", "").replace("'", "") for each in word.split("|")}
        end = "'? s?" if "|" in word else "' s" if word.endswith("'s") else "'"
        words.append(f"{'|'.join(sorted(parts))} {end}")
    return " ".join(words)


def _spelled(name: str) -> str:
    """Write a name as texts do, the first of several words and none that can be left out: St Patrick's Day."""
    words = [word.split("|")[0] for word in name.split() if not word.endswith("?")]
    return " ".join(word if word in {"al", "de"} else word[:1].upper() + word[1:] for word in words).replace(" - ", "-")


def _rule(name: str, stretch: Repeating, days: int, example: str) -> Rule:
    def meaning() -> Meaning:
        relation = Span(Duration.of(days, G.DAY), 1, Bare(stretch)) if days > 1 else None
        return Meaning("DATE", Bare(stretch), relation=relation)

    spelled = _spelled(name)
    id_ = re.sub(r"[^a-z]+", "-", spelled.lower().replace("'", ""))
    examples = {f"[{spelled} {example[:4]}]": example, **_MORE_EXAMPLES.get(name, {})}
    return Rule(f"holiday.{id_}", "bareday", f"{_pattern(name)} {_NAMED_FOR}", meaning, examples)


def _historic(name: str, pattern: str, day: tuple[int, int, int], example: str) -> Rule:
    interval = Interval.unit(Instant.of(*day), G.DAY)
    return Rule(
        f"holiday.{name}",
        "daydate",
        f"{pattern} !<capital>",
        lambda: Meaning("DATE", At(interval), note="a day that is known by this name"),
        {example: "{}-{:02}-{:02}".format(*day)},
    )


def _advent() -> Meaning:
    """Mean the weeks from Advent Sunday to Christmas Eve."""
    first = Bare(Festival("advent", advent))
    return Meaning("DATE", first, relation=Between(first, Onward(DayOfYear(12, 24), first)))


def _lent() -> Meaning:
    """Mean the 46 days from Ash Wednesday to Holy Saturday."""
    first = Bare(Festival("lent", MOVABLE["ash wednesday"][0]))
    return Meaning("DATE", first, relation=Span(Duration.of(46, G.DAY), 1, first))


_BEFORE_SEASON = "=in|during|for|of|before|after|until|throughout|this|last|next|since|over|through|by|every|each"

HOLIDAY_RULES = (
    *(_historic(name, *row) for name, row in _HISTORIC.items()),
    Rule(
        "holiday.advent", "bareday", f"{_BEFORE_SEASON} advent {_NAMED_FOR}", _advent, {"during [Advent]": "2022-11-27"}
    ),
    Rule("holiday.lent", "bareday", f"{_BEFORE_SEASON} lent {_NAMED_FOR}", _lent, {"for [Lent 2021]": "2021-02-17"}),
    *(_rule(name, DayOfYear(*day), 1, "2022-{:02}-{:02}".format(*day)) for name, day in _FIXED.items()),
    *(_rule(name, Festival(name, day_in), days, example) for name, (day_in, days, example) in MOVABLE.items()),
)

_ORDINARY = frozenset(
    "day eve year monday tuesday wednesday thursday friday saturday sunday all new holy good black night may april st"
    " saint palm canada earth australia ash labor labour memorial independence s guy boxing lunar chinese islamic"
    " orthodox"
    " mid autumn festival world international women leap tax boat al ul de burns"
    " david george nicholas stephen cyber election inauguration king martin luther jr father mother fathers mothers"
    " bonfire"
    " president presidents pancake twelfth trinity whit week".split()
)
"""Words of their names that say nothing of a holiday by themselves."""

HOLIDAY_WORDS = frozenset(
    word
    for name in (*_FIXED, *MOVABLE, "lent", "advent")
    for word in name.translate(str.maketrans("'|.?-", "     ")).split()
    if word not in _ORDINARY
) | {"eve"}
