"""Bounded caches: values are computed once, and memory stays flat over a stream of texts."""

from __future__ import annotations

from collections.abc import Callable
from typing import Generic, TypeVar

__all__ = ["Cache"]

Key = TypeVar("Key")
Value = TypeVar("Value")


class Cache(dict[Key, Value], Generic[Key, Value]):
    """A dict that computes missing values, and drops those that were not used lately.

    It keeps two generations of at most `limit` entries: a full young generation becomes the old one, and entries used
    again move back; keys of more than `longest` characters are not kept. A hit in the young generation costs no more
    than with a dict. Values are never None.

    >>> squares = Cache(lambda number: number * number, limit=2)
    >>> [squares[number] for number in (1, 2, 3, 1)], len(squares)
    ([1, 4, 9, 1], 2)
    """

    __slots__ = ("_limit", "_longest", "_make", "_old")

    def __init__(self, make: Callable[[Key], Value], limit: int, *, longest: int | None = None) -> None:
        """Make an empty cache whose values `make` computes."""
        super().__init__()
        self._make = make
        self._limit = limit
        self._longest = longest
        self._old: dict[Key, Value] = {}

    def __missing__(self, key: Key) -> Value:
        value = self._old.get(key)
        if value is None:
            value = self._make(key)
            if self._longest is not None and len(key) > self._longest:  # type: ignore[arg-type] # asked of strings only
                return value
        self.keep(key, value)
        return value

    def keep(self, key: Key, value: Value) -> None:
        """Store a value that was computed elsewhere."""
        if len(self) >= self._limit:
            self._old = self.copy()
            self.clear()
        self[key] = value
