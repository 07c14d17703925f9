"""Text laid out for a terminal: nothing in it can move the cursor, and columns stand under each other.

What comes from outside (texts, ids, names of files and columns, messages that quote them) is escaped here and nowhere
else, where it is written; `escaped` for formats that have escapes of their own, `printable` for lines to be read.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Collection, Sequence

__all__ = ["escaped", "printable", "render_table", "width_of"]

_GAP = "  "
_NARROWEST = 8
# Bidirectional controls reorder what a reader sees; the rest of Cf (joiners, soft hyphens) belongs to words.
# Nobody knows what a terminal makes of private and unassigned characters: they stay in formats, not in lines to read.
_REORDERING = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
_ACTING = frozenset({"Cc", "Cs", "Zl", "Zp"})
_UNKNOWN = frozenset({"Co", "Cn"})


def printable(text: str) -> str:
    r"""Put a text on one line, with control characters, surrogates and bidirectional controls written as escapes.

    >>> print(printable("red \x1b[31m\r\n  text"))
    red \x1b[31m text
    """
    return escaped(" ".join(text.split()), _as_python, _ACTING | _UNKNOWN)


def escaped(text: str, write: Callable[[str], str], categories: Collection[str] = _ACTING) -> str:
    r"""Write each character that a terminal would act upon as `write` says; tabs and the ends of lines are kept.

    >>> escaped("red \x1b[31m\n", lambda character: f"&#{ord(character)};")
    'red &#27;[31m\n'
    """
    if text.isprintable():
        return text
    return "".join(write(character) if _acts(character, categories) else character for character in text)


def _acts(character: str, categories: Collection[str]) -> bool:
    if character.isprintable() or character in "\t\n\r":
        return False
    return character in _REORDERING or unicodedata.category(character) in categories


def _as_python(character: str) -> str:
    return character.encode("unicode_escape", "surrogatepass").decode("ascii")


def width_of(text: str) -> int:
    """Count terminal cells: two for wide East Asian characters and most emoji, none for combining marks.

    >>> width_of("東京"), width_of("e\N{COMBINING ACUTE ACCENT}")
    (4, 1)
    """
    return len(text) if text.isascii() else sum(map(_cells, text))


def _cells(character: str) -> int:
    if unicodedata.combining(character) or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def render_table(header: Sequence[str], rows: Sequence[Sequence[str]], width: int) -> str:
    """Lay out rows under a header, wrapping the widest columns until a line fits into `width` cells.

    >>> print(render_table(["WHEN", "EVENT"], [["2021", "the paper broke with precedent"]], 24))
    WHEN  EVENT
    2021  the paper broke
          with precedent
    """
    cells = [[printable(cell) for cell in row] for row in [header, *rows]]
    widths = _column_widths(cells, width - len(_GAP) * (len(header) - 1))
    return "\n".join(line for row in cells for line in _lines(row, widths))


def _column_widths(cells: list[list[str]], available: int) -> list[int]:
    widths = [max(width_of(cell) for cell in column) for column in zip(*cells, strict=True)]
    while sum(widths) > available and max(widths) > _NARROWEST:
        widest = max(widths)
        widths[widths.index(widest)] = widest - 1
    return widths


def _lines(row: list[str], widths: list[int]) -> list[str]:
    wrapped = [_wrap(cell, width) for cell, width in zip(row, widths, strict=True)]
    height = max(len(cell) for cell in wrapped)
    lines = []
    for index in range(height):
        parts = [cell[index] if index < len(cell) else "" for cell in wrapped]
        padded = [part + " " * (width - width_of(part)) for part, width in zip(parts, widths, strict=True)]
        lines.append(_GAP.join(padded).rstrip())
    return lines


def _wrap(text: str, width: int) -> list[str]:
    lines, line = [], ""
    for word in text.split(" "):
        rest = word
        while rest:
            joined = f"{line} {rest}" if line else rest
            if width_of(joined) <= width:
                line, rest = joined, ""
            elif line:
                lines.append(line)
                line = ""
            else:
                cut = _fitting(rest, width)
                lines.append(rest[:cut])
                rest = rest[cut:]
    return [*lines, line] if line or not lines else lines


def _fitting(word: str, width: int) -> int:
    used = 0
    for index, character in enumerate(word):
        used += _cells(character)
        if used > width:
            return max(index, 1)
    return len(word)
