"""Intervals in words, for readers; `edtf` is the exact notation. The words are those of the default language."""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from timeline import languages
from timeline.calculus.granularity import Granularity
from timeline.errors import IncompleteLanguageError

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.calculus.intervals import Bound, Interval
    from timeline.languages.wording import Wording

__all__ = ["describe", "describe_recurrence", "words"]

_DECADE = 10


@functools.cache
def words() -> Wording:
    """Return the words of tables for readers; raise `IncompleteLanguageError` if the default language has none."""
    language = languages.get(languages.DEFAULT)
    if language.wording is None:
        message = f"language {language.code!r} has no words for tables"
        raise IncompleteLanguageError(message)
    return language.wording


def describe(interval: Interval) -> str:
    """Say when, the last day included: `2022-05`, `in 2022-05`, `2022-07-21 or earlier`, `from 2019`.

    >>> from timeline import Bound, Instant, Interval
    >>> may = Interval.unit(Instant.of(2022, 5), Granularity.MONTH)
    >>> describe(may), describe(may.somewhere_within())
    ('2022-05', 'in 2022-05')
    >>> describe(Interval(Bound(), Bound(None, Instant.of(2022, 7, 22))))
    '2022-07-21 or earlier'
    """
    begin, end, granularity = interval.begin, interval.end, interval.granularity
    if begin.earliest is not None and end.latest is not None:
        if interval.is_exact:
            return _stretch(begin.earliest, end.latest, granularity)
        if begin == end:
            return _within(begin.earliest, end.latest, granularity)
    return _one_limit(interval) or words().span.format(begin=_first(begin, granularity), end=_final(end, granularity))


def _one_limit(interval: Interval) -> str | None:
    """Say what is known where an interval is open in at least one direction, and one phrase says it all."""
    begin, end, granularity = interval.begin, interval.end, interval.granularity
    if begin.is_open and end.is_open:
        return words().unknown
    if begin.earliest is None and end.earliest is None and end.latest is not None:
        return words().until.format(end=_last(end.latest))
    if begin.earliest is None and begin.latest is not None and end.earliest is not None and end.latest is None:
        return words().ongoing.format(within=_within(begin.latest, end.earliest, granularity))
    if begin.earliest is not None and end.latest is None and (end.earliest is None or end.earliest <= begin.earliest):
        if begin.latest is None:
            return words().since.format(begin=_point(begin.earliest))
        return words().starting.format(begin=_first(begin, granularity))
    return None


def describe_recurrence(rrule: str) -> str:
    """Say how often: `yearly`, `every 2 weeks`; what has no short word stays as written.

    >>> describe_recurrence("FREQ=WEEKLY;INTERVAL=2;BYDAY=MO")
    'every 2 weeks (BYDAY=MO)'
    """
    parts = dict(part.partition("=")[::2] for part in rrule.split(";"))
    frequency = parts.pop("FREQ", "")
    if frequency not in words().frequencies:
        return rrule
    word, plural = words().frequencies[frequency]
    count = parts.pop("INTERVAL", "1")
    said = word if count == "1" else words().every.format(count=count, units=plural)
    rest = ";".join(f"{name}={value}" for name, value in parts.items())
    return f"{said} ({rest})" if rest else said


def _first(begin: Bound, granularity: Granularity) -> str:
    if begin.earliest is not None and begin.latest is not None:
        if not begin.is_exact:
            return _stretch(begin.earliest, begin.latest, granularity)
        return _coarsened(_point(begin.earliest), begin.earliest, granularity)
    return _one_sided(begin)


def _final(end: Bound, granularity: Granularity) -> str:
    if end.earliest is not None and end.latest is not None:
        if not end.is_exact:
            return _stretch(end.earliest, end.latest, granularity)
        return _coarsened(_last(end.latest), end.latest, granularity)
    return _one_sided(end) if end.latest is None else words().until.format(end=_last(end.latest))


def _one_sided(bound: Bound) -> str:
    if bound.latest is not None:
        return words().until.format(end=_point(bound.latest))
    return words().unknown if bound.earliest is None else words().since.format(begin=_point(bound.earliest))


def _coarsened(day: str, edge: Instant, granularity: Granularity) -> str:
    """Leave out what was not said, where the edge is one of a year or a month."""
    if _is_midnight(edge) and edge.day == 1 and granularity >= Granularity.MONTH:
        return day[:-6] if edge.month == 1 and granularity >= Granularity.YEAR else day[:-3]
    return day


def _within(begin: Instant, end: Instant, granularity: Granularity) -> str:
    stretch = _stretch(begin, end, granularity)
    is_one_day = end <= begin or begin.shift(1, Granularity.DAY) == end
    return (words().on_day if is_one_day else words().within).format(time=stretch)


def _stretch(begin: Instant, end: Instant, granularity: Granularity) -> str:
    if end <= begin:
        return _point(begin)
    if not (_is_midnight(begin) and _is_midnight(end)):
        return _hours(begin, end, granularity)
    last = end.shift(-1, Granularity.DAY)
    if begin.date[1:] == (1, 1) and end.date[1:] == (1, 1):
        if end.year - begin.year == _DECADE and begin.year % _DECADE == 0 and begin.year > 0:
            return words().decade.format(year=begin.year)
        return _joined(_year(begin.year), _year(last.year))
    if begin.day == 1 and end.day == 1:
        return _joined(_point(begin)[:-3], _point(last)[:-3])
    return _joined(_point(begin), _point(last))


def _hours(begin: Instant, end: Instant, granularity: Granularity) -> str:
    """Give both ends of hours, or one where they are the one unit that a clock time names.

    A last minute is named by its begin: from 9 a.m. to 5 p.m. ends when the minute of 5 p.m. does.
    """
    if granularity > Granularity.HOUR:
        return f"{_point(begin)}–{_point(end)}"
    if end <= begin.shift(1, granularity):
        return _point(begin)
    last = end if granularity is Granularity.HOUR else end.shift(-1, granularity)
    first = f"{_point(begin)} 00:00" if _is_midnight(begin) else _point(begin)
    return f"{first}–{_point(last).rpartition(' ')[2] if begin.date == last.date else _point(last)}"


def _joined(first: str, last: str) -> str:
    return first if first == last else f"{first}–{last}"


def _last(end: Instant) -> str:
    """Give the last day before an end; the time of day where it is none of a whole day."""
    return _point(end.shift(-1, Granularity.DAY)) if _is_midnight(end) else _point(end)


def _year(year: int) -> str:
    return f"{year:04}" if year > 0 else words().before_christ.format(year=1 - year)


def _is_midnight(instant: Instant) -> bool:
    return instant.second == 0


def _point(instant: Instant) -> str:
    return instant.isoformat().replace("T", " ")
