"""Our inference computes in the calling thread alone and leaves the caller's settings as they are."""

from __future__ import annotations

import subprocess
import sys
import threading
from collections.abc import Iterator
from typing import TYPE_CHECKING

import pytest
import torch

from timeline.syntax.threads import _setters, single_thread

if TYPE_CHECKING:
    from timeline.syntax import Parser

TEXT = "The council approved the plan on Friday, said Nokkoniemi, its chair. Work will begin next month.\n\n" * 20

pytestmark = pytest.mark.skipif(not torch.backends.openmp.is_available(), reason="torch computes without OpenMP")


@pytest.fixture(autouse=True)
def three() -> Iterator[int]:
    """Have torch compute in three threads, as the caller's setting."""
    before = torch.get_num_threads()
    torch.set_num_threads(3)
    yield 3
    torch.set_num_threads(before)


def seen_by_a_new_thread() -> int:
    found: list[int] = []
    thread = threading.Thread(target=lambda: found.append(torch.get_num_threads()))
    thread.start()
    thread.join()
    return found[0]


def number_of_mkl() -> int:
    """Give the number of threads that MKL keeps for this thread; 0 for none."""
    mkl = _setters()[1]
    if mkl is None:
        pytest.skip("torch computes without MKL")
    number = mkl(1)
    mkl(number)
    return number


def test_one_thread_here_and_the_callers_number_elsewhere_and_afterwards(three: int) -> None:
    with single_thread():
        assert torch.get_num_threads() == 1
        assert seen_by_a_new_thread() == three
        with single_thread():
            assert torch.get_num_threads() == 1
        assert torch.get_num_threads() == 1
    assert torch.get_num_threads() == seen_by_a_new_thread() == three


def test_mkl_keeps_a_number_of_its_own(three: int) -> None:
    assert number_of_mkl() == three
    with single_thread():
        assert number_of_mkl() == 1
    assert number_of_mkl() == three


def test_the_number_comes_back_after_an_error(three: int) -> None:
    with pytest.raises(RuntimeError, match="size"), single_thread():
        torch.ones(2) @ torch.ones(3)
    assert torch.get_num_threads() == three


def test_what_is_set_for_all_threads_stays_so(three: int) -> None:
    torch.set_num_threads(2)
    with single_thread():
        assert seen_by_a_new_thread() == 2
    torch.set_num_threads(three)
    assert seen_by_a_new_thread() == three


def test_without_openmp_nothing_is_set(monkeypatch: pytest.MonkeyPatch, three: int) -> None:
    monkeypatch.setattr("timeline.syntax.threads._setters", lambda: (None, None))
    with single_thread():
        assert torch.get_num_threads() == three


def test_several_threads_at_once_keep_their_numbers(parser: Parser, three: int) -> None:
    expected = parser.parse(TEXT)
    found: list[tuple[int, bool, int]] = []

    def work() -> None:
        before = torch.get_num_threads()
        same = all(parser.parse(TEXT) == expected for _ in range(3))
        found.append((before, same, torch.get_num_threads()))

    threads = [threading.Thread(target=work) for _ in range(4)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert found == [(three, True, three)] * 4
    assert seen_by_a_new_thread() == three


@pytest.mark.parametrize("number", [1, 2, 5])
def test_results_do_not_depend_on_the_callers_number(parser: Parser, exact: Parser, number: int) -> None:
    expected = [each.parse(TEXT) for each in (parser, exact)]
    torch.set_num_threads(number)
    assert [each.parse(TEXT) for each in (parser, exact)] == expected


@pytest.mark.skipif(sys.platform != "linux", reason="counts the threads of a process as Linux shows them")
@pytest.mark.parametrize("syntax", ["bundled", "bundled:exact"])
def test_reading_starts_no_thread_and_keeps_the_environment(syntax: str) -> None:
    code = f"""
import os
import numpy, stanza, torch
torch.set_num_threads(4)
def threads(): return len(os.listdir("/proc/self/task"))
before, environment = threads(), dict(os.environ)
import timeline
extractor = timeline.Extractor(syntax={syntax!r})
assert extractor.extract({TEXT!r}, "2024-03-15").events
assert list(extractor.extract_many([{TEXT!r}] * 3))
after = threads()
torch.randn(1000, 1000).sigmoid()
print(after - before, threads() - after, torch.get_num_threads(), dict(os.environ) == environment)
"""
    done = subprocess.run([sys.executable, "-W", "ignore", "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.split() == ["0", "3", "4", "True"]
