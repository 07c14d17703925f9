"""Ends of intervals: exact, within a window, or open."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.instants import Instant
from timeline.errors import InputError
from timeline.validation import check_fields, check_type

if TYPE_CHECKING:
    from timeline.calculus.granularity import Granularity

__all__ = ["OPEN", "Bound"]


@frozen
class Bound:
    """One end of an interval: exact, within a window, or open.

    `earliest == latest` is exact; a side that is None is not known (or has no limit).

    >>> Bound.at(Instant.of(2019))
    Bound(earliest=Instant.parse('2019-01-01'), latest=Instant.parse('2019-01-01'))
    """

    earliest: Instant | None = None
    latest: Instant | None = None

    def __attrs_post_init__(self) -> None:
        earliest, latest = self.earliest, self.latest
        if not ((earliest is None or type(earliest) is Instant) and (latest is None or type(latest) is Instant)):
            check_fields(self)
        if earliest is not None and latest is not None and latest is not earliest and latest < earliest:
            message = f"a bound cannot be at {self.earliest} at the earliest and {self.latest} at the latest"
            raise InputError(message)

    @classmethod
    def at(cls, instant: Instant) -> Bound:
        """Make an exact end."""
        if type(instant) is not Instant:
            check_type("instant", instant, Instant)
        return cls(instant, instant)

    @property
    def is_exact(self) -> bool:
        """Whether the instant is known."""
        return self.earliest is not None and self.earliest == self.latest

    @property
    def is_open(self) -> bool:
        """Whether nothing is known of this end."""
        return self.earliest is None and self.latest is None

    def widened(self, unit: Granularity) -> Bound:
        """Return the bound that may be off by one unit to either side.

        >>> from timeline.calculus.granularity import Granularity
        >>> Bound.at(Instant.of(1984)).widened(Granularity.YEAR).latest
        Instant.parse('1985-01-01')
        """
        earliest, latest = self.earliest, self.latest
        return Bound(
            None if earliest is None else earliest.shift(-1, unit), None if latest is None else latest.shift(1, unit)
        )

    def to_dict(self) -> dict[str, str | None]:
        """Give the JSON form: ISO 8601 strings, None for what is not known."""
        return {
            "earliest": None if self.earliest is None else self.earliest.isoformat(),
            "latest": None if self.latest is None else self.latest.isoformat(),
        }

    @classmethod
    def from_dict(cls, data: Mapping[str, str | None]) -> Bound:
        """Read the JSON form; raise NotationError.

        >>> Bound.from_dict({"earliest": "2019-01-01", "latest": None}).latest is None
        True
        """
        check_type("a bound", data, Mapping)
        earliest, latest = data.get("earliest"), data.get("latest")
        return cls(
            None if earliest is None else Instant.parse(earliest), None if latest is None else Instant.parse(latest)
        )


OPEN = Bound()
