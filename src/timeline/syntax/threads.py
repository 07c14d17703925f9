"""One thread for our own inference, whatever torch uses elsewhere.

Torch's threads wait for each other by spinning. Our products are small and many, so where another process occupies one
of the processors, or a container has fewer than it shows, the threads mostly spin: ten articles took thirty times the
processor time. With all processors idle a second thread gains little (`docs/benchmarks.md`); worker processes are the
way to use more of them. One thread is never more than the user allows, or than the process may use. It also leaves no
thread behind that a forked child would miss.

Torch's own settings do not suffice: every thread new to torch inherits the number of `torch.set_num_threads` for good,
and the environment variables of OpenMP hold for the whole process, if they are set before it is loaded. But torch
follows numbers that OpenMP and MKL keep per thread: here those of the calling thread are set, and restored.
"""

from __future__ import annotations

import contextlib
import ctypes
from collections.abc import Callable, Iterator
from functools import lru_cache

import torch

__all__ = ["single_thread"]

_Setter = Callable[[int], int]
_OPENMP = "omp_set_num_threads"
_MKL = "MKL_Set_Num_Threads_Local"
"""Returns the previous number; 0 if the thread had none of its own."""
_ELSEWHERE = (None, "libiomp5md")
"""Where to find OpenMP if not through torch's libraries: among all that is loaded; on Windows."""


@contextlib.contextmanager
def single_thread() -> Iterator[None]:
    """Let torch compute in the calling thread alone; other threads, and this one afterwards, keep their numbers.

    No effect where torch is built without OpenMP.
    """
    before = torch.get_num_threads()  # sets the number in a thread that is new to torch, so it comes first
    openmp, mkl = _setters()
    if openmp is None:
        yield
        return
    openmp(1)
    before_of_mkl = None if mkl is None else mkl(1)
    try:
        yield
    finally:
        openmp(before)
        if mkl is not None and before_of_mkl is not None:
            mkl(before_of_mkl)


@lru_cache(maxsize=1)
def _setters() -> tuple[_Setter | None, _Setter | None]:
    """Find the functions that set the numbers of OpenMP and of MKL, in the libraries that torch itself uses."""
    own = _library(torch._C.__file__)  # noqa: SLF001 - leads to the libraries that it is linked to
    libraries = (own, *map(_library, _ELSEWHERE))
    openmp = next(filter(_is_followed, (getattr(each, _OPENMP, None) for each in libraries)), None)
    return openmp, getattr(own, _MKL, None)


def _library(name: str | None) -> ctypes.PyDLL | None:
    """Return a loaded library; calls keep Python's lock, as they take no time."""
    try:
        return ctypes.PyDLL(name)
    except (OSError, TypeError):  # not there; no name, on Windows
        return None


def _is_followed(setter: _Setter | None) -> bool:
    """Whether torch follows a setter: a process may contain several OpenMPs, and torch may be built without."""
    if setter is None:
        return False
    before = torch.get_num_threads()
    other = 2 if before == 1 else 1
    setter(other)
    followed = torch.get_num_threads() == other
    setter(before)
    return followed
