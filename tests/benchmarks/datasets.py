"""What batches and datasets cost beside the reading itself, in CPU time of all processes.

``python tests/benchmarks/datasets.py DIR [times|parts|memory|overhead|scaling]…`` with a directory of TimeML documents,
whose texts are cut into articles. Set OMP_NUM_THREADS=1. CPU seconds are of the parent and its workers, the least of
several rounds, so they bear a busy machine; only `scaling` looks at the clock and needs two idle cores.
"""

from __future__ import annotations

import hashlib
import json
import pickle
import resource
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import cycle, islice
from pathlib import Path
from typing import Any

import pyarrow as pa
import pyarrow.parquet as pq

from timeline import Extractor
from timeline.datasets.plan import Plan
from timeline.datasets.settings import Settings
from timeline.datasets.work import chunk_sizes
from timeline.formats.timeml_reader import read_timeml
from timeline.sources.files import source_files
from timeline.tables.encoding import to_file

ROUNDS = 3


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
for batch in pq.ParquetFile(sys.argv[1]).iter_batches(64):
    for row in batch.to_pylist():
        extractor.find_times(row["text"], row["published"])
"""
BARE_EVENTS = """
import sys, pyarrow.parquet as pq, timeline
rows = pq.read_table(sys.argv[1]).to_pylist()
assert sum(1 for _ in timeline.Extractor().extract_many(rows, workers=1)) == len(rows)
"""
BUILD = """
import resource, sys, timeline
timeline.build_dataset(sys.argv[1], sys.argv[2], events=EVENTS, workers=1)
usage = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
print(*(each.ru_utime + each.ru_stime for each in usage), *(each.ru_maxrss // 1024 for each in usage))
"""
BUILD_TIMES, BUILD_EVENTS = (BUILD.replace("EVENTS", str(events)) for events in (False, True))


def run(program: str, *arguments: Path) -> tuple[float, list[float]]:
    """Run a program; give its CPU seconds, those of its children included, and the numbers that it prints."""
    before = cpu()[1]
    command = [sys.executable, "-c", program, *map(str, arguments)]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    return cpu()[1] - before, [float(each) for each in done.stdout.split()]


def least(program: str, sources: list[Path], place: Path, rounds: int = ROUNDS) -> list[tuple[float, float]]:
    """Run a program over each source some times; give the least CPU seconds for each, and of these the parent's."""
    found = [(float("inf"), 0.0)] * len(sources)
    for _ in range(rounds):
        for number, source in enumerate(sources):
            with tempfile.TemporaryDirectory(dir=place) as output:
                seconds, printed = run(program, source, Path(output) / "out")
            found[number] = min(found[number], (seconds, printed[0] if printed else 0.0))
    return found


def times(directory: Path, place: Path) -> None:
    """Measure a build of times, Parquet to Parquet, against a program that calls `find_times` and keeps nothing.

    Once over documents that were never met, once over the same ones again and again; the start of programs is left out.
    """
    count = sum(1 for _ in directory.rglob("*.tml"))
    counts = {"one": 1, "new": count, "known": 13 * count}
    sources = [place / f"{name}.parquet" for name in counts]
    one, new, known = (write(directory, source, many) for source, many in zip(sources, counts.values(), strict=True))
    bare, build = least(BARE, sources, place), least(BUILD_TIMES, sources, place)
    for name, size, low, high in (("new", new - one, 0, 1), ("known", known - new, 1, 2)):
        alone, whole = bare[high][0] - bare[low][0], build[high][0] - build[low][0]
        parent = build[high][1] - build[low][1]
        print(f"{name} text, {size:.1f} MB: find_times {size / alone:.2f} MB/s of CPU time, build {size / whole:.2f}")
        print(
            f"  the build adds {(whole - alone) / size * 1e3:.0f} ms/MB; its parent takes {parent / whole:.1%} of all"
        )


@contextmanager
def added_to(seconds: dict[str, float], name: str) -> Iterator[None]:
    """Add the CPU time of what is done within."""
    begin = time.process_time()
    yield
    seconds[name] = seconds.get(name, 0.0) + time.process_time() - begin


def parts(directory: Path, place: Path) -> None:
    """Measure the parts of a build in one process: what is recognition, and what is not."""
    count = sum(1 for _ in directory.rglob("*.tml"))
    megabytes = write(directory, place / "news.parquet", count)
    rounds = [parts_of(Settings(events=False), place / "news.parquet") for _ in range(ROUNDS + 2)]
    least_known = {name: min(each[name] for each in rounds[1:]) for name in rounds[0]}
    show("times, new text (imports included)", rounds[0], megabytes)
    show("times, known text", least_known, megabytes)
    settings = Settings()
    settings.extractor.load()
    megabytes = write(directory, place / "few.parquet", 40)
    rounds = [parts_of(settings, place / "few.parquet") for _ in range(ROUNDS)]
    show("events", {name: min(each[name] for each in rounds) for name in rounds[0]}, megabytes)


def parts_of(settings: Settings, source: Path) -> dict[str, float]:
    """Build a dataset step by step, and drop it; give the CPU seconds of each step."""
    seconds: dict[str, float] = {}
    task, tables = settings.task(), dict[str, list[bytes]]()
    recognise: Callable[..., Any] = task.articles.run

    class Watched:
        """The part of the task that reads articles, with its time apart."""

        def run(self, items: Any) -> Any:
            with added_to(seconds, "recognition"):
                return recognise(items)

    object.__setattr__(task, "articles", Watched())
    chunks = Plan(
        source_files([source]), settings.reader.columns, settings.shard, *chunk_sizes(events=settings.events)
    ).chunks()
    while True:
        with added_to(seconds, "source read"):
            chunk = next(chunks, None)
        if chunk is None:
            break
        with added_to(seconds, "to worker and back"):
            items = pickle.loads(pickle.dumps(chunk))
        with added_to(seconds, "worker"):
            encoded = task.run(items)
        with added_to(seconds, "to worker and back"):
            encoded = pickle.loads(pickle.dumps(encoded))
        for table, data in encoded.tables.items():
            tables.setdefault(table, []).append(data)
    for table, pieces in tables.items():
        with added_to(seconds, "Parquet written"):
            data, _ = to_file(settings.form, table, pieces)
        with added_to(seconds, "checksums"):
            hashlib.sha256(data).hexdigest()
    seconds["articles made, rows, Arrow"] = seconds.pop("worker") - seconds["recognition"]
    return seconds


def show(name: str, seconds: dict[str, float], megabytes: float) -> None:
    """Print the share of each part."""
    whole = sum(seconds.values())
    print(f"{name}: {megabytes / whole:.2f} MB/s; recognition alone {megabytes / seconds['recognition']:.2f} MB/s")
    for part, spent in sorted(seconds.items(), key=lambda each: -each[1]):
        print(f"  {part:28} {spent / megabytes * 1e3:7.1f} ms/MB {spent / whole:6.1%}")


def memory(directory: Path, place: Path) -> None:
    """Measure peak memory of parent and worker over 1,000 and 50,000 articles."""
    for count in (1_000, 10_000, 50_000):
        source = place / f"{count}.jsonl"
        with source.open("w", encoding="utf-8") as stream:
            stream.writelines(json.dumps(row) + "\n" for row in islice(articles(directory, 500), count))
        _, (_, _, parent, worker) = run(BUILD_TIMES, source, place / str(count))
        print(f"{count} articles: parent {parent:.0f} MiB, worker {worker:.0f} MiB")


def overhead(directory: Path, place: Path) -> None:
    """Measure a build with events against bare `extract_many`, both with one worker, their start left out."""
    sources = [place / "few.parquet", place / "many.parquet"]
    for source, count in zip(sources, (5, 65), strict=True):
        write(directory, source, count)
    bare, build = least(BARE_EVENTS, sources, place), least(BUILD_EVENTS, sources, place)
    alone, whole = bare[1][0] - bare[0][0], build[1][0] - build[0][0]
    parent = build[1][1] - build[0][1]
    print(
        f"60 articles: extract_many {alone:.2f} s of CPU time, build {whole:.2f} s: {whole / alone - 1:+.1%}; "
        f"parent of the build {parent:.2f} s: {parent / whole:.1%}"
    )


def scaling(directory: Path, place: Path) -> None:
    """Measure articles by the clock with one worker and with two, their start left out."""
    for events, count in ((False, 20_000), (True, 600)):
        write(directory, place / "news.parquet", count)
        rows = pq.read_table(place / "news.parquet").to_pylist()
        seconds: dict[int, float] = {}
        for workers in (1, 2, 1, 2):
            read = Extractor().extract_many if events else Extractor().tag_many
            timelines = read(rows, workers=workers, ordered=False)
            next(timelines)
            begin, own = time.monotonic(), cpu()[0]
            left = sum(1 for _ in timelines)
            spent = time.monotonic() - begin
            seconds[workers] = min(spent, seconds.get(workers, spent))
            print(
                f"{'extract_many' if events else 'tag_many'}, {workers} workers: {left / spent:.2f} articles/s, "
                f"parent {(cpu()[0] - own) / spent:.1%} of a core"
            )
        print(f"two workers are {seconds[1] / seconds[2]:.2f} times as fast as one")


def main() -> None:
    """Run what the arguments name, or everything."""
    directory = Path(sys.argv[1])
    known = {"times": times, "parts": parts, "memory": memory, "overhead": overhead, "scaling": scaling}
    for name in sys.argv[2:] or known:
        with tempfile.TemporaryDirectory() as place:
            known[name](directory, Path(place))


if __name__ == "__main__":
    main()
