"""English rules, level by level; each module is one level of the cascade."""

from __future__ import annotations

from timeline.languages.en.grammar import (
    amounts,
    calendar,
    clock,
    compositions,
    lists,
    modifiers,
    names,
    numbers,
    references,
    relations,
    relative,
    sets,
)

__all__ = ["LEVELS", "UNIONS"]

LEVELS = (
    names.LEVEL,
    *numbers.LEVELS,
    calendar.LEVEL,
    clock.LEVEL,
    *amounts.LEVELS,
    sets.LEVEL,
    relative.LEVEL,
    references.LEVEL,
    lists.LEVEL,
    *compositions.LEVELS,
    *modifiers.LEVELS,
    relations.LEVEL,
)

UNIONS = {
    "count": ("num", "bignum"),
    "monthname": ("month", "monthabbr"),
    "monthday": ("day", "dayord"),
    "anyunit": ("unit", "units"),
    "dated": ("date", "yeardate", "monthdate", "weekdate", "daydate", "weekdaydate", "baremonth", "bareday", "bareseason", "barequarter"),
    "dayish": ("daydate", "weekdaydate", "bareday"),
    "monthish": ("monthdate", "baremonth"),
    "nominal": (  # what makes "before" and "after" prepositions: two days after the vote
        "lower", "plural", "capital", "function", "num", "bareday", "daydate", "weekdaydate", "yeardate", "baremonth", "monthdate",
    ),
    "expression": (
        "date", "yeardate", "monthdate", "weekdate", "daydate", "weekdaydate", "baremonth", "bareday", "bareseason", "barequarter",
        "time", "duration", "firstduration", "lastduration", "set", "reference",
    ),
}  # fmt: skip
