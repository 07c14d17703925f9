"""The words that join the two ends of a range: from May to July, between 2010 and 2015, Monday through Friday, 3-5 May."""

from __future__ import annotations

__all__ = ["DASH", "JOINT", "REACH", "joins"]

DASH = "-|--|–|—|~"
REACH = "through|thru|until|till"
"""Words that stand between times, and not between amounts or places."""
JOINT = f"to|{REACH}|and|{DASH}"
_DASHES = frozenset(DASH.split("|"))


def joins(before: str | None, joint: str) -> bool:
    """Whether words join the ends of a range: "and" does so behind "between" alone."""
    return (before == "between") == (joint == "and") or (before == "between" and joint in _DASHES)
