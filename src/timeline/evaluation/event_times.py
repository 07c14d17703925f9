"""EventTime: annotations of when each event of a document happened (Reimers et al., TACL 2016 and 2018).

A file has one event a line, separated by tabs: document, sentence, token, `event`, event id, instance, `time`, value. A
value is a day, `after…before…` (either alone as well), or `beginPoint=…endPoint=…` of such points. Values with several
dates and `n/a` are left out, as in the paper.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from timeline.calculus.instants import Instant, days_in_month
from timeline.errors import InputError
from timeline.evaluation.tabular import read_rows
from timeline.events.scoring.day_extents import Days, Extent

if TYPE_CHECKING:
    import os

__all__ = ["extent_in_months", "months_whole", "parse_event_time", "read_event_times"]

_POINT = re.compile(
    r"(?P<day>\d{4}-\d\d-\d\d)|(?:after(?P<first>\d{4}-\d\d-\d\d))?(?:before(?P<last>\d{4}-\d\d-\d\d))?", re.ASCII
)
_LONG = re.compile(r"beginPoint=(.*)endPoint=(.*)", re.DOTALL)
_UNKNOWN = "xxxx-xx-xx"
_COLUMNS = 8
_SHORTEST_MONTH = 28


def read_event_times(path: os.PathLike[str] | str) -> dict[str, dict[str, Extent]]:
    """Read a file of event times: by document and event id.

    Raises `ArticleError` for a line that does not have the columns, `OSError` for a file that cannot be read.
    """
    times: dict[str, dict[str, Extent]] = {}
    for cells in read_rows(path, _COLUMNS, "event times"):
        extent = parse_event_time(cells[7].strip())
        if extent is not None:
            times.setdefault(cells[0], {})[cells[4]] = extent
    return times


def parse_event_time(value: str) -> Extent | None:
    """Parse one value; None for several dates, `n/a` and anything malformed.

    >>> parse_event_time("after1998-01-01before1998-01-28").interval.edtf == parse_event_time(
    ...     "after1998-01-01before1998-01-31").interval.edtf
    True
    """
    long = _LONG.fullmatch(value)
    if long:
        begin, end = _point(long[1]), _point(long[2])
        return None if begin is None or end is None else Extent(begin, end, several=True)
    point = _point(value)
    return None if point is None or point == Days() else Extent(point, point)


def _point(text: str) -> Days | None:
    if text == _UNKNOWN:
        return Days()
    match = _POINT.fullmatch(text)
    if match is None or not text:
        return None
    try:
        first, last = (match["day"] or match["first"]), (match["day"] or match["last"])
        return months_whole(Days(_ordinal(first), _ordinal(last)))
    except InputError:
        return None


def _ordinal(day: str | None) -> int | None:
    return None if day is None else Instant.parse(day).ordinal


def extent_in_months(extent: Extent) -> Extent:
    """Return an extent whose ranges are read as whole months where the corpus would write them so."""
    return Extent(months_whole(extent.begin), months_whole(extent.end), extent.several)


def months_whole(days: Days) -> Days:
    """Return the whole month for a range from its first to its 28th or later: the corpus ends months on the 28th."""
    if days.first is None or days.last is None:
        return days
    first, last = Instant(days.first), Instant(days.last)
    if first.day == 1 and (first.year, first.month) == (last.year, last.month) and last.day >= _SHORTEST_MONTH:
        return Days(days.first, days.first + days_in_month(first.year, first.month) - 1)
    return days
