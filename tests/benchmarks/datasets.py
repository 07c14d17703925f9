"""What batches and datasets cost beside the reading itself, in CPU time of all processes.

``python tests/benchmarks/datasets.py DIR [times|memory|overhead|scaling]…`` with a directory of TimeML documents, whose
texts are cut into articles. Set OMP_NUM_THREADS=1. CPU seconds are of the parent and its workers, so they bear a busy
machine; only `scaling` looks at the clock and needs idle cores.
"""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from itertools import cycle, islice
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq

from timeline import Extractor, build_dataset
from timeline.formats.timeml_reader import read_timeml


def cpu() -> tuple[float, float]:
    """Give the CPU seconds of this process, and of its children that have ended."""
    mine, others = resource.getrusage(resource.RUSAGE_SELF), resource.getrusage(resource.RUSAGE_CHILDREN)
    return mine.ru_utime + mine.ru_stime, others.ru_utime + others.ru_stime


def articles(directory: Path, characters: int | None = None) -> Iterator[dict[str, str | None]]:
    """Give the documents, or pieces of them of about so many characters, over and over."""
    texts = []
    for path in sorted(directory.rglob("*.tml")):
        document = read_timeml(path)
        date = None if document.published is None else document.published.isoformat()
        size = characters or len(document.text)
        texts += [(document.text[begin : begin + size], date) for begin in range(0, len(document.text), size)]
    for number, (text, date) in enumerate(cycle(texts)):
        yield {"id": str(number), "text": text, "published": date}


def write(directory: Path, path: Path, count: int, characters: int | None = None) -> float:
    """Write a Parquet source; give the megabytes of its texts."""
    rows = list(islice(articles(directory, characters), count))
    pq.write_table(pa.Table.from_pylist(rows), path, row_group_size=1_000)
    return sum(len(str(row["text"]).encode()) for row in rows) / 1e6


BARE = """
import sys, pyarrow.parquet as pq, timeline
extractor = timeline.Extractor()
for row in pq.read_table(sys.argv[1]).to_pylist():
    extractor.find_times(row["text"], row["published"])
"""
BUILD = """
import resource, sys, timeline
timeline.build_dataset(sys.argv[1], sys.argv[2], events=False, workers=1)
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(*(each.ru_utime + each.ru_stime for each in usage), *(each.ru_maxrss // 1024 for each in usage))
"""


def run(program: str, *arguments: Path) -> tuple[float, list[float]]:
    """Run a program; give its CPU seconds, those of its children included, and the numbers that it prints."""
    before = cpu()[1]
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)  # noqa: S603 - ours
    return cpu()[1] - before, [float(each) for each in done.stdout.split()]


def times(directory: Path, place: Path) -> None:
    """Measure a build of times, Parquet to Parquet, against a program that calls `find_times` and keeps nothing."""
    source, one = place / "news.parquet", place / "one.parquet"
    megabytes, _ = write(directory, source, 3_000), write(directory, one, 1)
    bare, build = [run(BARE, each)[0] for each in (source, one)], []
    for each in (source, one):
        seconds, (parent, *_) = run(BUILD, each, place / f"{each.stem}-times")
        build.append(seconds)
        print(f"build of {each.stem}: {seconds:.2f} s of CPU time, of which parent {parent:.2f} s")
    rates = [megabytes / (each[0] - each[1]) for each in (bare, build)]
    print(f"{megabytes:.1f} MB, the start of the programs left out ({bare[1]:.2f} and {build[1]:.2f} s):")
    print(f"find_times alone {rates[0]:.2f} MB/s of CPU time, build {rates[1]:.2f} MB/s")
    added = 1 / rates[1] - 1 / rates[0]
    print(f"what the build adds: {added * 1e3:.0f} ms/MB")


def memory(directory: Path, place: Path) -> None:
    """Measure peak memory of parent and worker over 1,000 and 50,000 articles."""
    for count in (1_000, 10_000, 50_000):
        source = place / f"{count}.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in islice(articles(directory, 500), count))
        _, (_, _, parent, worker) = run(BUILD, source, place / str(count))
        print(f"{count} articles: parent {parent:.0f} MiB, worker {worker:.0f} MiB")


def overhead(directory: Path, place: Path) -> None:
    """Measure a build with events against bare `extract_many`, both with one worker."""
    write(directory, place / "news.parquet", 60)
    rows = pq.read_table(place / "news.parquet").to_pylist()
    for _ in range(2):
        before = cpu()
        assert sum(1 for _ in Extractor().extract_many(rows, workers=1)) == len(rows)
        bare = [after - earlier for after, earlier in zip(cpu(), before, strict=True)]
        before = cpu()
        with tempfile.TemporaryDirectory(dir=place) as output:
            build_dataset(place / "news.parquet", Path(output) / "out", workers=1)
        built = [after - earlier for after, earlier in zip(cpu(), before, strict=True)]
        print(
            f"extract_many {sum(bare):.1f} s of CPU time (parent {bare[0]:.2f}), build {sum(built):.1f} s "
            f"(parent {built[0]:.2f}): {sum(built) / sum(bare) - 1:+.1%}"
        )


def scaling(directory: Path, place: Path) -> None:
    """Measure articles by the clock with one worker and with two, their start left out."""
    write(directory, place / "news.parquet", 120)
    rows = pq.read_table(place / "news.parquet").to_pylist()
    seconds = {}
    for workers in (1, 2, 1, 2):
        timelines = Extractor().extract_many(rows, workers=workers, ordered=False)
        next(timelines)
        begin, own = time.monotonic(), cpu()[0]
        count = sum(1 for _ in timelines)
        seconds[workers] = min(time.monotonic() - begin, seconds.get(workers, 1e9))
        print(
            f"{workers} workers: {count / seconds[workers]:.2f} articles/s, parent {cpu()[0] - own:.2f} s of CPU time"
        )
    print(f"two workers are {seconds[1] / seconds[2]:.2f} times as fast as one")


def main() -> None:
    """Run what the arguments name, or everything."""
    directory = Path(sys.argv[1])
    with tempfile.TemporaryDirectory() as place:
        for name in sys.argv[2:] or ["times", "memory", "overhead", "scaling"]:
            {"times": times, "memory": memory, "overhead": overhead, "scaling": scaling}[name](directory, Path(place))


if __name__ == "__main__":
    main()
