"""What a grammar is made of: token classes, rules with examples, levels.

A pattern is a line of elements that must follow one another (white space between words does not count):

==============  ==========================================================================
element         matches
==============  ==========================================================================
`of`            the word itself; `to|until` one of several
`<month>`       a token of that class or a part found before; `<day|ord>` one of several
`m:<month>`     the same, handed to the meaning under the name `m`
`,?`            an optional element; also `*` and `+`
`[ of <year> ]` an optional sequence
`-`             a hyphen within a word; `--` a dash between words
`=<year>`       must stand there but is not consumed; before the first element it looks back
`!<unit>`       must not stand there
==============  ==========================================================================
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from attrs import field, frozen

__all__ = ["Level", "Rule", "TokenClasses"]

TokenClasses = Mapping[str, Any]
"""The classes of a word, with its value in each: `{"ord": 2, "unit": Granularity.SECOND}`."""


@frozen
class Rule:
    """One way to say something.

    `meaning` is called with the values of the named captures, in the order of the pattern (None for one left out).
    Where `spans` names captures, each of them is an expression of its own (and `meaning` gives one Meaning for each,
    in that order); `a..b` reaches from one capture to another. One that the text leaves out has no Meaning.
    `signals` names the captures of the words that relate them to their event, one for each span.
    """

    id: str
    """Its own among all rules of the language, `topic.what-it-reads`: `calendar.month-day`, `holiday.easter`."""
    yields: str
    pattern: str
    meaning: Callable[..., Any] = field(repr=False)
    examples: Mapping[str, str] = field(factory=dict, repr=False)
    """Text, with brackets around each expression, and the values expected on Friday 2022-07-22."""
    spans: Sequence[str] = ()
    signals: Sequence[str] = ()


@frozen
class Level:
    """Rules that are tried together: at each place the longest match wins, then the rule that comes first.

    `repeat` tries the level again on what it has found, until nothing is found any more.
    """

    name: str
    rules: Sequence[Rule]
    repeat: bool = False
