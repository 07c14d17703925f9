"""What was read before, or is being read, does not keep a forked process from reading."""

from __future__ import annotations

import multiprocessing
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from typing import Any

import pytest
import torch

import timeline
from timeline import Extractor, ForkError
from timeline.forks import between_forks

pytestmark = [
    pytest.mark.skipif(not hasattr(os, "fork") or sys.platform == "darwin", reason="forks"),
    pytest.mark.filterwarnings("ignore:.*fork:DeprecationWarning"),  # of Python 3.12, where there are threads
]

TEXT = "The council approved the plan on Friday. Work will begin next month. It had failed in May 2019."
PATIENCE = 300
FORKING = threading.Event()
InChild = Callable[[Callable[[], Any]], Any]


@pytest.fixture
def several_threads() -> Iterator[None]:
    """Have torch start threads, which a forked process does not have."""
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    torch.randn(1000, 1000).sigmoid()
    yield
    torch.set_num_threads(before)


def read(_: int = 0) -> list[Any]:
    """Read in every way."""
    extractor = Extractor()
    articles = [{"text": TEXT, "published": "2024-03-15"}] * 3
    found: list[str] = []
    threads = [threading.Thread(target=lambda: found.append(extractor.extract(articles[0]).to_json())) for _ in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    found += [each.to_json() for each in extractor.extract_many(articles)]
    found += [each.to_json() for each in extractor.extract_many(articles, workers=1)]
    return [*found, [each.value for each in timeline.find_times(TEXT, "2024-03-15")]]


@pytest.mark.usefixtures("several_threads")
def test_a_forked_process_reads_as_its_parent(in_child: InChild) -> None:
    expected = read()
    assert len(set(expected[:-1])) == 1
    assert in_child(read) == expected

    def again() -> str:
        return Extractor().extract(TEXT, "2024-03-15").to_json()

    assert in_child(lambda: in_child(again)) == again() == expected[0]


@pytest.mark.usefixtures("several_threads")
def test_a_pool_of_forked_processes() -> None:
    expected = Extractor().extract(TEXT, "2024-03-15")
    with multiprocessing.get_context("fork").Pool(2) as pool:
        found = pool.starmap_async(Extractor().extract, [(TEXT, "2024-03-15")] * 6).get(PATIENCE)
    assert found == [expected] * 6


@pytest.mark.usefixtures("several_threads")
def test_forks_while_other_threads_read(in_child: InChild) -> None:
    extractor = Extractor()
    expected = extractor.extract(TEXT, "2024-03-15")
    going = True
    same: list[bool] = []

    def work() -> None:
        while going:
            same.append(extractor.extract(TEXT, "2024-03-15") == expected)

    threads = [threading.Thread(target=work) for _ in range(3)]
    for thread in threads:
        thread.start()
    try:
        found = [in_child(lambda: extractor.extract(TEXT, "2024-03-15")) for _ in range(3)]
    finally:
        going = False
        for thread in threads:
            thread.join()
    assert found == [expected] * 3
    assert same
    assert all(same)


def test_a_fork_while_a_thread_reads_for_the_first_time() -> None:
    code = f"""
import multiprocessing, threading, timeline
def extract(): return timeline.extract({TEXT!r}, "2024-03-15")
begun = threading.Event()
def read():
    begun.set()
    found.append(extract())
found = []
thread = threading.Thread(target=read)
thread.start()
begun.wait()
with multiprocessing.get_context("fork").Pool(1) as pool:
    found.append(pool.apply_async(extract).get({PATIENCE}))
thread.join()
print(len(found), len(set(each.to_json() for each in found)))
"""
    assert output_of(code) == "2 1"


def output_of(code: str) -> str:
    command = [sys.executable, "-W", "ignore", "-c", code]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=2 * PATIENCE)
    return done.stdout.strip()


def test_a_fork_waits_for_the_piece_of_work_of_another_thread(in_child: InChild) -> None:
    done: list[str] = []
    begun = threading.Event()

    @between_forks
    def work() -> None:
        done.append("begun")
        begun.set()
        assert FORKING.wait(PATIENCE)  # set when the fork begins to wait
        done.append("ended")

    with between_forks:
        pass  # registers its hook before ours: ours comes first
    os.register_at_fork(before=FORKING.set)
    FORKING.clear()
    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(PATIENCE)
    assert in_child(lambda: list(done)) == ["begun", "ended"]
    thread.join()


def test_a_child_forked_amid_work_is_told(in_child: InChild, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.forks.PATIENCE", 0)
    begun, go_on = threading.Event(), threading.Event()

    def work() -> None:
        with between_forks:
            begun.set()
            go_on.wait(PATIENCE)

    def child() -> str:
        with pytest.raises(ForkError, match="while another thread was reading") as raised:
            timeline.find_times(TEXT)
        return str(raised.value)

    thread = threading.Thread(target=work)
    thread.start()
    assert begun.wait(PATIENCE)
    assert "spawn" in in_child(child)
    go_on.set()
    thread.join()
    assert timeline.find_times(TEXT)


def test_work_may_be_nested_and_fork_itself(in_child: InChild) -> None:
    with between_forks, between_forks:
        assert in_child(lambda: [each.text for each in timeline.find_times("in May 2019")]) == ["May 2019"]
    assert in_child(lambda: 1) == 1
