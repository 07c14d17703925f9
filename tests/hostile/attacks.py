"""Texts made to be slow for a regular expression, from its own parts, and for the whole of the library.

    python tests/hostile/attacks.py expressions
    python tests/hostile/attacks.py texts

Tries them all, and says what it tries: whoever started it can tell where it stuck. Nothing is timed here.
"""

from __future__ import annotations

import random
import re
import re._constants as sre
import re._parser as parser
import sys
from collections import deque
from collections.abc import Iterator
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).parent))
from ambiguity import ALPHABET, COPIES, characters
from collected import SHIELDED, expressions, is_sought

__all__ = ["attacks", "main", "texts"]

MEGABYTE, PIECE = 1_000_000, 8_000
LONG, ISLAND = 100_000, 96
"""Code points: of what an expression may be given, and of an island, all that a rule is given."""
ENDINGS = "", "\0", "!x"
"""Behind them a match fails, which makes it go back."""
_ROUNDS = 3
_REPEATS = {sre.MAX_REPEAT, sre.MIN_REPEAT, sre.POSSESSIVE_REPEAT}


class _Writer:
    """Writes texts that parts of an expression match."""

    def __init__(self, expression: str) -> None:
        self._alphabet = "".join(sorted({*ALPHABET, *expression}))
        self._chance = random.Random(expression.encode("utf-8", "surrogatepass"))
        self._known: dict[str, list[str]] = {}

    def sequence(self, elements: Any, flags: int) -> str:
        return "".join(self._element(operator, argument, flags) for operator, argument in elements)

    def _element(self, operator: Any, argument: Any, flags: int) -> str:
        if operator is sre.BRANCH:
            return self.sequence(self._chance.choice(argument[1]), flags)
        if operator is sre.SUBPATTERN:
            return self.sequence(argument[3], (flags | argument[1]) & ~argument[2])
        if operator is sre.ATOMIC_GROUP:
            return self.sequence(argument, flags)
        if operator in _REPEATS:
            least, most, elements = argument
            times = min(most, least + self._chance.randrange(2))
            return "".join(self.sequence(elements, flags) for _ in range(times))
        if operator in {sre.ASSERT, sre.ASSERT_NOT, sre.AT, sre.GROUPREF}:
            return ""
        key = f"{operator} {argument} {flags}"
        if key not in self._known:
            some = sorted(characters(operator, argument, flags, self._alphabet))
            self._known[key] = [each for each in some if each in "a 1A"] or some or ["a"]
        return self._chance.choice(self._known[key])


def _loops(elements: Any, flags: int, before: str, writer: _Writer) -> Iterator[tuple[str, Any, int]]:
    """Give what stands before each loop, what it repeats, and under which flags."""
    for operator, argument in elements:
        if operator is sre.BRANCH:
            for branch in argument[1]:
                yield from _loops(branch, flags, before, writer)
        elif operator is sre.SUBPATTERN:
            yield from _loops(argument[3], (flags | argument[1]) & ~argument[2], before, writer)
        elif operator is sre.ATOMIC_GROUP:
            yield from _loops(argument, flags, before, writer)
        elif operator in _REPEATS:
            if argument[1] > COPIES:
                yield before, argument[2], flags
            yield from _loops(argument[2], flags, before, writer)
        before += writer.sequence([(operator, argument)], flags)


def attacks(expression: str, flags: int, size: int) -> Iterator[str]:
    """Give texts in which what a loop repeats is repeated up to a size, and then something follows that fails."""
    writer = _Writer(expression)
    tree = parser.parse(expression, flags)
    for before, body, inner in _loops(tree, tree.state.flags, "", writer):
        tried = set()
        for number in range(_ROUNDS):
            unit = "".join(writer.sequence(body, inner) for _ in range(number or 1))
            if unit and unit not in tried:
                tried.add(unit)
                yield from (before + unit * (size // len(unit) + 1) + ending for ending in ENDINGS)


def _try_expressions() -> None:
    for name, pattern in expressions().items():
        print(name, flush=True)
        source, flags = pattern.pattern, pattern.flags
        text = source if isinstance(source, str) else source.decode("latin-1")
        again = pattern if isinstance(source, str) else re.compile(text, flags & ~re.ASCII)
        sought = is_sought(name)
        hidden, most = SHIELDED.get(name, (None, LONG))
        for attack in attacks(text, again.flags, ISLAND if ": rule " in name else most):
            if hidden is not None and hidden in attack:
                continue
            again.fullmatch(attack)
            if sought:
                deque(again.finditer(attack), 0)


def texts() -> Iterator[tuple[str, str]]:
    """Give texts, by what is repeated in them: a megabyte of each kind, less of each piece of page furniture."""
    from timeline import languages

    for unit in (
        "Share to a ",
        "Save this link to to\n",
        "It fell.\n",
        "&#39;",
        "a\u2011",
        "a\u00ad",
        "WITHIN ",
        "\n\0",
    ):
        yield unit, unit * (MEGABYTE // len(unit) + 1)
    units = {
        *("share to a to a\n", "Send it on a via a with a ", "By A A, A and A in A ", "A A/", "© a ", "accept all "),
        *("12 May 2019, ", "MAY, May 1 (", "May (a) ", "OSLO ", "Monday\u2028", "Monday\u2029", "on the 0th of May "),
        *("&nbsp", "&amp;amp;", "a&#8209;b ", "\u200b", "TUESDAY", "it fell\n", "It fell\n", "- a\n", "[a](b)\n"),
    }
    for code in languages.AVAILABLE:
        furniture = languages.get(code).furniture
        for each in (furniture.promotion, furniture.byline, furniture.credit, furniture.origin):
            writer = _Writer(each)
            tree = parser.parse(each)
            units |= {writer.sequence(tree, tree.state.flags) for _ in range(5)}
    for unit in sorted(units - {""}):
        yield unit, unit * (PIECE // len(unit) + 1)
        yield f"{unit} in lines", f"{unit}\n" * (PIECE // (len(unit) + 1) + 1)


def _try_texts() -> None:
    import timeline
    from timeline import languages, layout

    for name, text in texts():
        print(repr(name), flush=True)
        for found in timeline.find_times(text, "2022-07-22"):
            assert text[found.start : found.end] == found.text
        language = languages.get("en")
        assert layout.blocks(text, language.furniture) is not None
        assert len(layout.readable(text, [], language.datelines)) == len(text)


def main() -> None:
    """Try what the first argument names."""
    {"expressions": _try_expressions, "texts": _try_texts}[sys.argv[1]]()


if __name__ == "__main__":
    main()
