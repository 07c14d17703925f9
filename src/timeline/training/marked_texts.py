"""Short texts with the TIMEX3 values of some of their words, one in a line: publication, a tab, "[words|value]"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

__all__ = ["OWN_TEXTS", "marked_texts", "unmarked"]

OWN_TEXTS = Path(__file__).with_name("frames") / "en.txt"
"""Short texts of many genres with the values of their bare dates."""
_MARK = re.compile(r"\[([^\[\]|]+)\|([^\[\]|]+)\]")


def marked_texts(path: Path) -> Iterator[tuple[str, str | None, str, dict[int, str]]]:
    """Yield the name, the publication, the text and the values by offset of each text of a file."""
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if line and not line.startswith("#"):
            published, _, marked = line.partition("\t")
            yield (f"{path.name}:{number}", published or None, *unmarked(marked))


def unmarked(marked: str) -> tuple[str, dict[int, str]]:
    r"""Return a text without its marks, and the values by the offset of their words.

    >>> unmarked(r"It rained.\nIt fell on [April 6|1994-04-06].")
    ('It rained.\nIt fell on April 6.', {22: '1994-04-06'})
    """
    parts: list[str] = []
    values = {}
    done = length = 0
    marked = marked.replace("\\n", "\n")
    for mark in _MARK.finditer(marked):
        parts += [marked[done : mark.start()], mark[1]]
        length += mark.start() - done
        values[length] = mark[2]
        length += len(mark[1])
        done = mark.end()
    return "".join([*parts, marked[done:]]), values
