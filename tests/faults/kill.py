"""Kill builds at random moments and compare what they leave with an uninterrupted run, byte by byte.

``python tests/faults/kill.py --kills 50`` (``--events`` with models, ``--seed N``). Ends with status 1 where anything
differs. The library must not change meanwhile: run it on a copy if you are at work on it. Each round goes on with the
same directory until the build is whole; victims are the parent and its workers.
"""

from __future__ import annotations

import argparse
import filecmp
import json
import os
import random
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

SENTENCES = (
    "It rained on Friday.",
    "The council met in May {year} and will meet next month.",
    "Two weeks ago a storm flooded the quay of Kestrel Bay.",
    "Work should be finished by {year}, she said on {day} July.",
    "The ferry sank {day} days ago.",
)


def write_source(path: Path, articles: int, sentences: int, seed: int) -> None:
    """Write articles as JSON lines; one in fifty is malformed."""
    chance = random.Random(seed)
    with path.open("w", encoding="utf-8") as stream:
        for number in range(articles):
            text = " ".join(
                chance.choice(SENTENCES).format(year=chance.randint(1990, 2030), day=chance.randint(2, 28))
                for _ in range(sentences)
            )
            published = "soon" if number % 50 == 49 else f"2024-03-{chance.randint(1, 28):02}"
            stream.write(json.dumps({"id": f"a{number}", "text": text, "published": published}) + "\n")


def start(source: Path, output: Path, *, events: bool, shard: int) -> subprocess.Popen[bytes]:
    """Start a build."""
    times = [] if events else ["--times-only"]
    command = [sys.executable, "-m", "timeline", "build", str(source), "--output", str(output), "--workers", "2"]
    return subprocess.Popen(
        [*command, "--shard", str(shard), *times], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )


def workers_of(pid: int) -> list[int]:
    """Give the child processes (Linux)."""
    try:
        return [int(child) for child in Path(f"/proc/{pid}/task/{pid}/children").read_text("ascii").split()]
    except OSError:
        return []


def strike(build: subprocess.Popen[bytes], chance: random.Random) -> str | None:
    """Kill the parent or one of its workers; give what was struck."""
    workers = workers_of(build.pid)
    victim = chance.choice(["parent", "worker", "interrupt"])
    try:
        if victim == "parent":
            build.kill()
        elif victim == "interrupt":
            build.send_signal(signal.SIGINT)
        elif workers:
            os.kill(chance.choice(workers), signal.SIGKILL)
        else:
            return None
    except ProcessLookupError:
        return None
    return victim


def differences(left: Path, right: Path) -> list[str]:
    """Name the files that differ or are missing on one side."""
    found = []
    names = {path.relative_to(side).as_posix() for side in (left, right) for path in side.rglob("*") if path.is_file()}
    for name in sorted(names - {".lock"}):
        if not ((left / name).is_file() and (right / name).is_file()):
            found.append(f"{name}: only on one side")
        elif not filecmp.cmp(left / name, right / name, shallow=False):
            found.append(f"{name}: differs")
    return found


def are_equal(whole: Path, output: Path, keep: Path | None, struck: Counter[str]) -> bool:
    """Tell of differences, and keep what differs."""
    found = differences(whole, output)
    if found:
        print(f"after {dict(struck)}: {found}")
        if keep is not None:
            shutil.copytree(whole, keep / "whole")
            shutil.copytree(output, keep / "output")
    return not found


def main() -> int:
    """Run the campaign; give the exit status."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--kills", type=int, default=50)
    parser.add_argument("--articles", type=int, default=1_500)
    parser.add_argument("--sentences", type=int, default=40)
    parser.add_argument("--shard", type=int, default=100)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--events", action="store_true")
    parser.add_argument("--keep", type=Path, help="where to copy both datasets if they differ")
    options = parser.parse_args()
    chance = random.Random(options.seed)
    struck: Counter[str] = Counter()
    rounds = 0
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        source, whole, output = place / "news.jsonl", place / "whole", place / "output"
        write_source(source, options.articles, options.sentences, options.seed)
        begun = time.monotonic()
        assert start(source, whole, events=options.events, shard=options.shard).wait() == 0
        seconds = time.monotonic() - begun
        while struck.total() < options.kills:
            build = start(source, output, events=options.events, shard=options.shard)
            try:
                build.wait(chance.uniform(0.0, 0.7 * seconds))
            except subprocess.TimeoutExpired:
                if struck.total() < options.kills and (victim := strike(build, chance)) is not None:
                    struck[victim] += 1
            if build.wait() == 0:
                rounds += 1
                if not are_equal(whole, output, options.keep, struck):
                    return 1
                shutil.rmtree(output)
        if output.exists():
            assert start(source, output, events=options.events, shard=options.shard).wait() == 0
            rounds += 1
            if not are_equal(whole, output, options.keep, struck):
                return 1
    print(f"{struck.total()} kills ({dict(sorted(struck.items()))}) in {rounds} builds: every one as if never killed")
    return 0


if __name__ == "__main__":
    sys.exit(main())
