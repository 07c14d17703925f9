"""English rules, level by level; each module is one level of the cascade."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.languages.en.grammar import (
    amounts,
    calendar,
    clock,
    compositions,
    eras,
    lists,
    modifiers,
    names,
    numbers,
    qualified,
    references,
    relations,
    relative,
    sets,
)

if TYPE_CHECKING:
    from timeline.languages.locale import Locale
    from timeline.languages.rule import Level

__all__ = ["UNIONS", "levels"]


def levels(locale: Locale) -> tuple[Level, ...]:
    """Give all levels, in the order in which they are tried."""
    return (
        names.LEVEL,
        *numbers.LEVELS,
        eras.ERA_NAMES,
        calendar.level(locale),
        qualified.LEVEL,
        *clock.LEVELS,
        *amounts.LEVELS,
        relative.COUNTED,
        sets.LEVEL,
        relative.LEVEL,
        references.LEVEL,
        lists.LEVEL,
        *compositions.levels(locale),
        *modifiers.LEVELS,
        relations.LEVEL,
    )


UNIONS = {
    "count": ("num", "bignum"),
    "monthname": ("month", "monthabbr"),
    "anymonth": ("month", "monthabbr", "lowmonth"),
    "monthday": ("day", "dayord"),
    "anyunit": ("unit", "units"),
    "dated": ("date", "yeardate", "monthdate", "weekdate", "daydate", "weekdaydate", "baremonth", "bareday", "bareseason", "barequarter"),
    "dayish": ("daydate", "weekdaydate", "bareday"),
    "nominal": (  # what makes "before" and "after" prepositions: two days after the vote
        "lower", "plural", "capital", "function", "num", "day_deixis", "bareday", "daydate", "weekdaydate", "yeardate", "baremonth", "monthdate",
    ),
    "expression": (
        "date", "yeardate", "monthdate", "weekdate", "daydate", "weekdaydate", "baremonth", "bareday", "bareseason", "barequarter",
        "time", "duration", "firstduration", "lastduration", "set", "reference", "theunitbeside",
    ),
}  # fmt: skip
