from __future__ import annotations

import contextlib
import gc
import os
import pickle
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from timeline.errors import BatchError, ForkError, InputError, ModelError
from timeline.workers.limits import Limits
from timeline.workers.pool import Pool, run

MEMORY = 512 * 2**20


@pytest.fixture
def work(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Give the class of the work, importable here and in worker processes."""
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import tasks_for_tests

    return tasks_for_tests.Work


def results(task: Any, chunks: Any, **options: Any) -> list[Any]:
    """Give results and faults in order of their chunks."""
    limits = options.pop("limits", Limits(memory=MEMORY))
    found: list[Any] = []
    for outcome in run(task, chunks, workers=options.pop("workers", 2), limits=limits, **options):
        for part in outcome.parts:
            found += part.result() if part.fault is None else [part.fault]
    return found


def test_results_come_in_order(work: Any) -> None:
    chunks = [[number, number + 1] for number in range(0, 100, 2)]
    assert results(work(), chunks) == [2 * number for number in range(100)]


def test_without_order_nothing_is_missing(work: Any) -> None:
    assert sorted(results(work(), [[number] for number in range(50)], ordered=False)) == list(range(0, 100, 2))


def test_no_chunks_and_empty_ones(work: Any) -> None:
    assert results(work(), []) == []
    assert results(work(), [[], [1], []], workers=1) == [2]


def test_the_worker_is_another_process(work: Any) -> None:
    (pid,) = results(work(), [["pid"]], workers=1)
    assert pid != os.getpid()


@pytest.mark.parametrize(
    ("poison", "error", "told"),
    [
        ("raise", "ValueError", "a bad item"),
        ("exit", "WorkerDied", "status 7"),
        ("crash", "WorkerDied", "SIGSEGV, 3 times"),
        ("killed", "WorkerDied", "SIGKILL, 3 times"),
        pytest.param(
            "starve", "MemoryError", "", marks=pytest.mark.skipif(sys.platform != "linux", reason="no limit of data")
        ),
    ],
)
def test_an_item_that_fails_harms_no_neighbour(work: Any, poison: str, error: str, told: str) -> None:
    found = results(work(), [[1, 2], [3, poison, 4], [5]])
    fault = found.pop(3)
    assert found == [2, 4, 6, 8, 10]
    assert (fault.error, fault.raised) == (error, error != "WorkerDied")
    assert told in fault.message


def test_an_item_that_hangs_is_ended(work: Any) -> None:
    found = results(work(), [[1, 2], [3, "hang", 4], [5]], limits=Limits(seconds=2))
    fault = found.pop(3)
    assert found == [2, 4, 6, 8, 10]
    assert (fault.error, fault.message) == ("TimeLimit", "took longer than 2 seconds")


def test_what_was_killed_from_outside_is_done_again(work: Any, tmp_path: Path) -> None:
    chunks = [[1, ("once", "a"), 2], [("once", "b")], [3]]
    assert results(work(marks=str(tmp_path)), chunks) == [2, "a", 4, "b", 6]


def test_preparing_that_raises_ends_the_run(work: Any) -> None:
    with pytest.raises(ModelError, match="no such model"):
        results(work(broken="raise"), [[1]])


def test_preparing_that_starves_is_told(work: Any) -> None:
    with pytest.raises(BatchError, match=r"do not start: MemoryError: ; is Limits\.memory too low"):
        results(work(broken="starve"), [[1]])


def test_workers_that_die_before_they_are_ready_end_the_run(work: Any) -> None:
    with pytest.raises(BatchError, match="do not start: the last of 5: its worker process ended with status 3"):
        results(work(broken="die"), [[1]], workers=1)


@pytest.mark.parametrize("workers", [1, 2])
def test_workers_that_hang_before_they_are_ready_end_the_run(work: Any, workers: int) -> None:
    with pytest.raises(BatchError, match=r"do not start: the last of \d: it was not ready after 1 seconds; if models"):
        results(work(broken="hang"), [[1], [2]], workers=workers, limits=Limits(start=1))


def test_a_worker_that_hangs_before_it_is_ready_is_ended_while_others_work(work: Any, tmp_path: Path) -> None:
    chunks = [[number] for number in range(40)]
    broken = work(marks=str(tmp_path), broken="hang once")
    pool = Pool.of(broken, 2, Limits(start=3600))
    with contextlib.closing(pool):
        outcomes = pool.run(chunks)
        assert next(outcomes).parts[0].result() == [0]
        (hung,) = [each for each in pool.workers if not each.ready]
        hung.started -= 3600  # as if so long ago
        assert [each.parts[0].result() for each in outcomes] == [[2 * number] for number in range(1, 40)]
        assert hung.overdue
        assert hung.process.wait() != 0


def test_what_the_source_raises_comes_after_what_was_before(work: Any) -> None:
    def chunks() -> Iterator[list[int]]:
        yield [1]
        yield [2]
        message = "torn"
        raise OSError(message)

    outcomes = run(work(), chunks(), workers=2, limits=Limits())
    assert [next(outcomes).parts[0].result(), next(outcomes).parts[0].result()] == [[2], [4]]
    with pytest.raises(OSError, match="torn"):
        next(outcomes)


def test_only_so_much_is_read_ahead(work: Any) -> None:
    taken = 0

    def chunks() -> Iterator[list[int]]:
        nonlocal taken
        for number in range(10_000):
            taken += 1
            yield [number]

    outcomes = run(work(), chunks(), workers=2, limits=Limits())
    for _ in range(5):
        next(outcomes)
    assert taken <= 5 + 2 * 8 + 1
    outcomes.close()


def test_there_is_at_least_one_worker(work: Any) -> None:
    with pytest.raises(InputError, match="workers must be a whole number, 1 or more, not 0"):
        results(work(), [[1]], workers=0)


@pytest.mark.parametrize("value", [0, -1, float("nan")])
def test_limits_are_positive(value: float) -> None:
    with pytest.raises(InputError, match="seconds"):
        Limits(seconds=value)
    assert pickle.loads(pickle.dumps(Limits(seconds=None))).seconds is None


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_forked_child_leaves_the_parents_workers_alone(work: Any, in_child: Callable[..., Any]) -> None:
    outcomes = run(work(), [[number] for number in range(200)], workers=2, limits=Limits())
    found = [next(outcomes).parts[0].result()]

    def child() -> tuple[str, int, list[Any]]:
        with pytest.raises(ForkError, match=r"worker processes of process \d+ cannot be used in process \d+") as raised:
            list(outcomes)
        outcomes.close()
        gc.collect()
        return str(raised.value), os.getpid(), results(work(), [["pid"], [1]], workers=1)

    message, pid, (of_worker, two) = in_child(child)
    assert (two, str(pid) in message) == (2, True)
    assert of_worker not in {pid, os.getpid()}
    found += [outcome.parts[0].result() for outcome in outcomes]
    assert found == [[2 * number] for number in range(200)]


@pytest.mark.skipif(not hasattr(os, "fork"), reason="no fork")
def test_a_forked_child_does_not_hold_the_pipes_of_workers(work: Any, in_child: Callable[..., Any]) -> None:
    pool = Pool.of(work(), 1, Limits())
    with contextlib.closing(pool):
        assert [outcome.parts[0].result() for outcome in pool.run([[1]])] == [[2]]
        (worker,) = pool.workers
        pipes = [worker.process.stdin, worker.process.stdout]

        def devices() -> list[bool]:
            nothing = Path(os.devnull).stat().st_rdev
            return [os.fstat(pipe.fileno()).st_rdev == nothing for pipe in pipes if pipe is not None]

        assert devices() == [False, False]
        assert in_child(devices) == [True, True]
        assert [outcome.parts[0].result() for outcome in pool.run([[2]])] == [[4]]
        assert worker.process.returncode is None
