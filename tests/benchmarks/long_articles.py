"""What the events of long articles cost beside their syntax, in CPU-seconds per 1,000 words, at several lengths.

    python tests/benchmarks/long_articles.py [--words WORDS]

Where the cost is linear the columns are alike.
"""

from __future__ import annotations

import argparse
import time

from timeline import Article, languages, layout, syntax
from timeline.events import extract_events
from timeline.events.scoring import weights
from timeline.expressions.finder import find_times

__all__ = ["UNITS", "main"]

PUBLISHED = "2024-03-15"
UNITS = (
    "It fell. ",
    "It fell on Friday. ",
    "The attack was in May. The attack ended. ",
    "The launch of 2 May 2019 failed after the launch of 3 May 2020. The launch was planned for Monday. ",
    "Each week the council has met since 2019. The meeting ended. ",
    "The court said on Friday that the vote, which began after the attack, will be held two days after the ruling. ",
    "The talks\n\nThe talks began on Monday.\n\nThe talks failed.\n\n",
)
"""Each is repeated to the length wanted."""


def _cost(unit: str, words: int) -> float:
    article = Article(unit * (words // len(unit.split())), PUBLISHED)
    language = languages.get("en")
    times = find_times(article.text, article.published, language)
    analysis = syntax.load().parse(
        layout.readable(article.text, ((each.start, each.end) for each in times), language.datelines)
    )
    blocks, learned = layout.blocks(article.text, language.furniture), weights.load("en")
    begin = time.process_time()
    extract_events(article, times, analysis, blocks, language.events, weights=learned)
    return (time.process_time() - begin) / words * 1_000


def main() -> None:
    """Print one line a text."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--words", type=int, default=1_000)
    words = parser.parse_args().words
    _cost(UNITS[0], words)
    for unit in UNITS:
        costs = (f"{_cost(unit, times * words):7.3f}" for times in (1, 4, 20))
        print(f"{unit!r:60.60} {'  '.join(costs)} s per 1,000 words at 1, 4 and 20 times {words} words")


if __name__ == "__main__":
    main()
