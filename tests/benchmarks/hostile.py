"""What texts made to be slow cost, in CPU-seconds per MB, at one size and at four times that size.

    python tests/benchmarks/hostile.py [--size CODE_POINTS]

Where the cost is linear the two are alike.
"""

from __future__ import annotations

import argparse
import time

from timeline import languages
from timeline.calculus.instants import Instant
from timeline.expressions.finder import find_times

__all__ = ["UNITS", "main"]

PUBLISHED = Instant.of(2022, 7, 22)
UNITS = (
    *("7", "1,", "2019-", "10:", "1 2 ", "the ", "of the ", "a year and ", "and a half ", "hundred ", "early "),
    *(
        "Monday ",
        "Monday\n",
        "Monday\n\n",
        "Monday\r\n\r\n",
        "Monday\t",
        "Monday" + " " * 30,
        '"Monday" ',
        "Monday2019of",
    ),
    *("May-", "of May ", "from May to ", "last Friday of ", "It said on Monday that ", "Photo: Monday 2019\n\n"),
    *("(", "'", "`", "*a", "_", "[a](", "<a ", "&amp", "www.a", "a@", ".", "\n", " ", "Jan. ", "p.m. "),
    *("Share to a to a to a to a to a to a: Monday\n\n", "By A A, A and A in A, A Monday\n\n", "A A A/Monday\n\n"),
    *("&#39;", "a&#8209;b ", "a\u2011b ", "a\u00adb ", "ON MONDAY "),
    *("a\u0301", "\ud800", "\0", "\u2028", "x" * 39 + " "),
)
"""Each is repeated to the size wanted."""


def _cost(unit: str, size: int) -> float:
    text = (unit * (size // len(unit) + 1))[:size]
    begin = time.process_time()
    find_times(text, PUBLISHED, languages.get("en"))
    return (time.process_time() - begin) / size * 1e6


def main() -> None:
    """Print one line a text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--size", type=int, default=100_000)
    size = parser.parse_args().size
    find_times("in May", PUBLISHED, languages.get("en"))
    for unit in UNITS:
        once, four = _cost(unit, size), _cost(unit, 4 * size)
        print(f"{unit!r:34.34} {once:7.2f} s/MB   {four:7.2f} s/MB at four times the size")


if __name__ == "__main__":
    main()
