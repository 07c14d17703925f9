"""Intervals in words, for readers; `edtf` is the exact notation."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.calculus.intervals import Bound, Interval

__all__ = ["describe", "describe_recurrence"]

_FREQUENCIES = {
    "SECONDLY": ("every second", "seconds"),
    "MINUTELY": ("every minute", "minutes"),
    "HOURLY": ("hourly", "hours"),
    "DAILY": ("daily", "days"),
    "WEEKLY": ("weekly", "weeks"),
    "MONTHLY": ("monthly", "months"),
    "YEARLY": ("yearly", "years"),
}
_DECADE = 10


def describe(interval: Interval) -> str:
    """Say when, with the last day included: `2022-05`, `in 2022-05`, `before 2022-07-22`, `2019 to unknown`.

    >>> may = Interval.unit(Instant.of(2022, 5), Granularity.MONTH)
    >>> describe(may), describe(may.somewhere_within())
    ('2022-05', 'in 2022-05')
    >>> describe(Interval(Bound(), Bound(None, Instant.of(2022, 7, 22))))
    'before 2022-07-22'
    """
    begin, end = interval.begin, interval.end
    if begin.is_open and end.is_open:
        return "unknown"
    if interval.is_exact and begin.earliest is not None and end.latest is not None:
        return _stretch(begin.earliest, end.latest, interval.granularity)
    if begin.is_open and end.earliest is None and end.latest is not None:
        return f"before {_point(end.latest)}"
    if end.is_open and begin.latest is None and begin.earliest is not None:
        return f"after {_point(begin.earliest)}"
    if begin == end and begin.earliest is not None and begin.latest is not None:
        return f"in {_stretch(begin.earliest, begin.latest, interval.granularity)}"
    return f"{_side(begin, interval.granularity)} to {_side(end, interval.granularity)}"


def describe_recurrence(rrule: str) -> str:
    """Say how often: `yearly`, `every 2 weeks`; what has no short word stays as written.

    >>> describe_recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
    'every 2 weeks (BYDAY=MO)'
    """
    parts = dict(part.partition("=")[::2] for part in rrule.split(";"))
    frequency = parts.pop("FREQ", "")
    if frequency not in _FREQUENCIES:
        return rrule
    word, plural = _FREQUENCIES[frequency]
    count = parts.pop("INTERVAL", "1")
    said = word if count == "1" else f"every {count} {plural}"
    rest = ";".join(f"{name}={value}" for name, value in parts.items())
    return f"{said} ({rest})" if rest else said


def _side(bound: Bound, granularity: Granularity) -> str:
    if bound.earliest is None and bound.latest is None:
        return "unknown"
    if bound.earliest is None or bound.latest is None:
        known = bound.earliest or bound.latest
        return f"{_point(known)} or {'later' if bound.latest is None else 'earlier'}" if known else "unknown"
    if bound.is_exact:
        return _point(bound.earliest)
    return _stretch(bound.earliest, bound.latest, granularity)


def _stretch(begin: Instant, end: Instant, granularity: Granularity) -> str:
    if not (_is_midnight(begin) and _is_midnight(end)) or end <= begin:
        alone = granularity <= Granularity.HOUR or end <= begin
        return _point(begin) if alone else f"{_point(begin)} to {_point(end)}"
    last = end.shift(-1, Granularity.DAY)
    if begin.date[1:] == (1, 1) and end.date[1:] == (1, 1):
        if end.year - begin.year == _DECADE and begin.year % _DECADE == 0 and begin.year > 0:
            return f"{begin.year}s"
        return _joined(_year(begin.year), _year(last.year))
    if begin.day == 1 and end.day == 1:
        return _joined(_point(begin)[:-3], _point(last)[:-3])
    return _joined(_point(begin), _point(last))


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first} to {last}"


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else f"{1 - year} BC"


def _is_midnight(instant: Instant) -> bool:
    return instant.second == 0


def _point(instant: Instant) -> str:
    return instant.isoformat().replace("T", " ")
