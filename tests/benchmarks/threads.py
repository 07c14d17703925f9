"""What the number of threads costs, with processors idle and with another process busy on one of them.

    python tests/benchmarks/threads.py DIR [--documents N] [--rounds N] [--busy N]

DIR holds TimeML documents or `.txt` files, whose texts are read one by one and in bulk: in one thread, as the library
does, and in as many as torch would use. Do not set OMP_NUM_THREADS. Figures are medians of rounds in which the two ways
take turns, each in a process of its own; compare them by their ratios, and mind what else the machine does (its load is
shown).
"""

from __future__ import annotations

import argparse
import contextlib
import json
import os
import statistics
import subprocess
import sys
import time
import warnings
from collections.abc import Iterator
from pathlib import Path
from xml.etree import ElementTree as ET

__all__ = ["main"]

_BUSY = "while True: pass"
_WAYS = ("one thread", "torch's number")


def _texts(directory: Path) -> list[str]:
    roots = [ET.parse(path).getroot() for path in sorted(directory.rglob("*.tml"))]
    found = ["".join(root.find("TEXT").itertext()) for root in roots]  # type: ignore[union-attr]
    return found + [path.read_text("utf-8") for path in sorted(directory.rglob("*.txt"))]


@contextlib.contextmanager
def _busy(number: int) -> Iterator[None]:
    """Keep so many processors busy."""
    others = [subprocess.Popen([sys.executable, "-c", _BUSY]) for _ in range(number)]
    try:
        yield
    finally:
        for other in others:
            other.kill()
            other.wait()


def _read(texts: list[str], way: str) -> dict[str, tuple[float, float]]:
    """Read texts one by one and in bulk; give seconds of processor time and by the clock, without loading."""
    warnings.simplefilter("ignore")  # Stanza's and torch's
    if way != _WAYS[0]:
        from timeline.syntax import computing

        computing.single_thread = contextlib.nullcontext  # type: ignore[assignment]
    from timeline.syntax import load

    parser = load()
    parser.parse(texts[0])
    found = {}
    for name, run in (
        ("one by one", lambda: [*map(parser.parse, texts)]),
        ("in bulk", lambda: [*parser.parse_many(texts)]),
    ):
        processor, clock = time.process_time(), time.perf_counter()
        run()
        found[name] = (time.process_time() - processor, time.perf_counter() - clock)
    return found


def _measured(given: argparse.Namespace, way: str) -> dict[str, tuple[float, float]]:
    command = [sys.executable, __file__, str(given.directory), "--documents", str(given.documents), "--way", way]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    found: dict[str, tuple[float, float]] = json.loads(done.stdout)
    return found


def main() -> None:
    """Measure all ways."""
    options = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    options.add_argument("directory", type=Path)
    options.add_argument("--documents", type=int, default=20)
    options.add_argument("--rounds", type=int, default=3)
    options.add_argument("--busy", type=int, default=1, help="processes that are busy beside (default: 1)")
    options.add_argument("--way", choices=_WAYS, help=argparse.SUPPRESS)
    given = options.parse_args()
    if given.way is not None:
        print(json.dumps(_read(_texts(given.directory)[: given.documents], given.way)))
        return
    for busy in (0, given.busy):
        rounds: dict[tuple[str, str], list[tuple[float, float]]] = {}
        with _busy(busy):
            for _ in range(given.rounds):
                for way in _WAYS:
                    for name, seconds in _measured(given, way).items():
                        rounds.setdefault((name, way), []).append(seconds)
        print(f"{busy} busy processes beside, load {os.getloadavg()[0]:.1f} on {os.cpu_count()} processors", flush=True)
        for (name, way), row in sorted(rounds.items()):
            processor, clock = (statistics.median(column) for column in zip(*row, strict=True))
            least = min(seconds for _, seconds in row)
            print(
                f"  {name}, {way:15} {processor:7.2f} s of processor time, {clock:7.2f} s by the clock"
                f" (the least of {len(row)} rounds {least:.2f})",
                flush=True,
            )


if __name__ == "__main__":
    main()
