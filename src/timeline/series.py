"""Checks of arguments that should be series: things that are iterable, but not of the expected items, are refused."""

from __future__ import annotations

import inspect
import io
import os
from collections.abc import Iterable, Mapping

from timeline.errors import InputError

__all__ = ["check_many"]

_COLUMNS = ("columns", "column_names")
"""What tables have; looked for without being asked for, which may take a whole plan of work (in lazy tables)."""


def check_many(call: str, given: object, noun: str, *single: type) -> None:
    """Raise `InputError`, with the remedy, unless an argument is an iterable of the expected items.

    `single` are the types of single items: one of these is no series, even if it can be iterated. Nothing is consumed.

    >>> check_many("merge", "2022", "timelines")
    Traceback (most recent call last):
        ...
    timeline.errors.InputError: merge takes several timelines, not one str: put it in a list
    """
    kind = type(given).__name__
    if isinstance(given, (str, bytes, bytearray, memoryview, Mapping, *single)):
        raise _refusal(call, noun, f"one {kind}: put it in a list")
    if isinstance(given, os.PathLike):
        raise _refusal(call, noun, f"a path ({kind}): read the file first, or give its path to build_dataset")
    if isinstance(given, io.IOBase):
        lines = "its lines as json.loads gives them, if it holds JSON lines, or its text in a list"
        raise _refusal(call, noun, f"an open file ({kind}): give {lines}")
    if any(inspect.getattr_static(given, name, None) is not None for name in _COLUMNS):
        rows = "frame.to_dict('records') in pandas, frame.to_dicts() in Polars, table.to_pylist() in Arrow"
        raise _refusal(call, noun, f"a table ({kind}), which gives its columns: give its rows: {rows}")
    if not isinstance(given, Iterable) and not hasattr(given, "__getitem__"):
        raise _refusal(call, noun, f"{kind}: give a list or any other iterable")


def _refusal(call: str, noun: str, what: str) -> InputError:
    return InputError(f"{call} takes several {noun}, not {what}")
