"""How a text lies to its publication: what is its own date, what is far from it, whether it tells of another time."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Interval

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant

__all__ = ["STORY", "is_far", "is_own_date", "publication_interval", "story_share"]

_OWN_DATE = 7
"""Days by which the date over an article may differ from its publication and still be that."""
_NEAR = 400
"""Days from the publication within which a date belongs to what is new."""
_STEPS = 8
"""To how many steps the share of a story is rounded, so that resolutions can be cached."""
STORY = 0.5
"""From this share on, a text is about another time than that of its publication."""


def publication_interval(published: Instant | None) -> Interval | None:
    """Return the day of publication, or its minute if a time of day is known."""
    if published is None:
        return None
    day_only = published.second == 0 and published.offset is None
    return Interval.unit(published, Granularity.DAY if day_only else Granularity.MINUTE)


def is_own_date(interval: Interval, publication: Interval | None) -> bool:
    """Whether a date over a text is that of its publication, or near enough."""
    begin = interval.begin.earliest
    if publication is None or publication.begin.earliest is None or begin is None:
        return False
    return abs(publication.begin.earliest.ordinal - begin.ordinal) <= _OWN_DATE


def is_far(named: Interval, publication: Interval | None) -> bool:
    """Whether a time belongs to none of what is new at the publication."""
    begin, end = named.begin.earliest, named.end.latest
    if publication is None or publication.begin.earliest is None or begin is None or end is None:
        return True
    day = publication.begin.earliest.ordinal
    return not begin.ordinal - _NEAR <= day <= end.ordinal + _NEAR


def story_share(far: int, near: int, deictic: int) -> float:
    """Return how surely a text is about another time, from 0 to 1.

    From the number of times that it names far from its publication, near it, and counted from it (today, last week).
    """
    if not far:
        return 0.0
    beside = (near / 2) ** 2 + (2 * deictic) ** 2 + 4
    return round(_STEPS * far**2 / (far**2 + beside)) / _STEPS
