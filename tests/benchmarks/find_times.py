"""How fast `find_times` reads news, in MB (million code points) per CPU-second, and next to a bare `re.findall`.

    python tests/benchmarks/find_times.py DIRECTORY [--rounds N]

The first round meets every word for the first time; later rounds read the same texts with what is remembered. `new`
reads each half of the texts once after the other half has been read: a stream of new texts with tables that are warm.
Memory is what the process holds at the end of a round.
"""

from __future__ import annotations

import argparse
import re
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import texts

from timeline import languages
from timeline.calculus.instants import Instant
from timeline.expressions.finder import Finder

__all__ = ["main"]

PUBLISHED = Instant.of(2022, 7, 22)
_BARE = re.compile(r"\w+|[^\w\s]")


def _seconds(work: Callable[[str], object], articles: Sequence[str]) -> float:
    begin = time.process_time()
    for article in articles:
        work(article)
    return time.process_time() - begin


def _tell(name: str, find: Callable[[str], object], articles: Sequence[str]) -> None:
    size = sum(map(len, articles)) / 1e6
    bare, found = _seconds(_BARE.findall, articles), _seconds(find, articles)
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(
        f"{name:8} {size / found:7.2f} MB/s   bare {size / bare:6.2f} MB/s   ratio {found / bare:5.2f}   {memory:6.1f} MiB"
    )


def main() -> None:
    """Print one line a round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument(
        "directory", type=Path, help="TimeML (.tml), plain text (.txt) or JSON (.json, its `text`) files"
    )
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    articles = texts.read(options.directory)
    if not articles:
        parser.error(f"no .tml, .txt or .json files under {options.directory}")
    language = languages.get("en")
    print(f"{len(articles)} texts, {sum(map(len, articles)) / 1e6:.2f} MB")

    def fresh() -> Callable[[str], object]:
        finder = Finder(language)
        finder.find("in May", PUBLISHED)
        return lambda text: finder.find(text, PUBLISHED)

    find = fresh()
    for number in range(options.rounds):
        _tell(f"round {number + 1}", find, articles)
    for one, other in ((articles[::2], articles[1::2]), (articles[1::2], articles[::2])):
        find = fresh()
        _seconds(find, one)
        _tell("new", find, other)


if __name__ == "__main__":
    main()
