"""How fast `find_times` reads news, in MB (million code points) per CPU-second, and next to a bare `re.findall`.

    python tests/benchmarks/find_times.py DIRECTORY [--rounds N]

The first round meets every word for the first time; later rounds read the same texts with what is remembered. `new`
reads each fifth of the texts once, after the others have been read: texts that a process which has read more of the
kind meets for the first time. Both readings of a text follow one another, so that what else the machine does weighs
on both. Memory is the most that the process has held.
"""

from __future__ import annotations

import argparse
import json
import re
import resource
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from timeline import languages
from timeline.calculus.instants import Instant
from timeline.expressions.finder import Finder

__all__ = ["main", "read"]

PUBLISHED = Instant.of(2022, 7, 22)
_BARE = re.compile(r"\w+|[^\w\s]")
_FOLDS = 5
_TAG = re.compile(r"<[^>]*>")


def read(directory: Path) -> list[str]:
    """Give the texts of all `.tml`, `.txt` and `.json` files under a directory; of TimeML the part in `TEXT`."""
    texts = []
    for path in sorted(directory.rglob("*")):
        if path.suffix == ".tml":
            texts.append(_TAG.sub("", path.read_text("utf-8").partition("<TEXT>")[2]))
        elif path.suffix == ".txt":
            texts.append(path.read_text("utf-8"))
        elif path.suffix == ".json":
            texts.append(json.loads(path.read_text("utf-8"))["text"])
    return texts


def _seconds(work: Callable[[str], object], texts: Sequence[str]) -> float:
    begin = time.process_time()
    for text in texts:
        work(text)
    return time.process_time() - begin


def _both(find: Callable[[str], object], texts: Sequence[str]) -> tuple[float, float]:
    """Give the CPU-seconds of finding and of the bare expression."""
    found = bare = 0.0
    for text in texts:
        bare += _seconds(_BARE.findall, [text, text]) / 2
        found += _seconds(find, [text])
    return found, bare


def _line(name: str, seconds: tuple[float, float], texts: Sequence[str]) -> str:
    size = sum(map(len, texts)) / 1e6
    found, bare = seconds
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    speed = f"{size / found:7.2f} MB/s   bare {size / bare:6.2f} MB/s   ratio {found / bare:5.2f}"
    return f"{name:8} {speed}   {memory:6.1f} MiB"


def main() -> None:
    """Print one line a round."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("directory", type=Path, help="of TimeML (.tml), plain text (.txt) or JSON (.json, its `text`)")
    parser.add_argument("--rounds", type=int, default=4)
    options = parser.parse_args()
    texts = read(options.directory)
    if not texts:
        parser.error(f"no .tml, .txt or .json files under {options.directory}")

    def fresh() -> Callable[[str], object]:
        finder = Finder(languages.get("en"))
        finder.find("in May", PUBLISHED)
        return lambda text: finder.find(text, PUBLISHED)

    find = fresh()
    lines = [f"{len(texts)} texts, {sum(map(len, texts)) / 1e6:.2f} MB"]
    lines += [_line(f"round {number + 1}", _both(find, texts), texts) for number in range(options.rounds)]
    found = bare = 0.0
    for fold in range(_FOLDS):
        find = fresh()
        _seconds(find, [text for number, text in enumerate(texts) if number % _FOLDS != fold])
        seconds = _both(find, texts[fold::_FOLDS])
        found, bare = found + seconds[0], bare + seconds[1]
    lines.append(_line("new", (found, bare), texts))
    print("\n".join(lines))


if __name__ == "__main__":
    main()
