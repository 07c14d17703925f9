"""Times derived from a duration: counted from the publication, or from the clause before.

"For five years they have worked together" started five years ago and continues. "It will be reviewed in two weeks" is
in the future, no later than that. "She joined in 1954 and stayed for 34 years": the stay did not happen in 1954, it
started then.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound, Interval
from timeline.calculus.operators import Moment, Shift
from timeline.errors import NotationError
from timeline.events.placing.rule import EventRule, Example, surest

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.events.placing.placement import Placement
    from timeline.events.placing.publication_frame import Publication
    from timeline.expressions.expression import TemporalExpression

__all__ = ["DURATIONS", "lasts_days", "told_after", "until_now", "within_reach"]

_SEVERAL = 2
_LONGER = frozenset({"MORE_THAN", "EQUAL_OR_MORE"})
_SHORTER = frozenset({"LESS_THAN", "EQUAL_OR_LESS"})


_LASTING = EventRule.apart(
    "duration.lasting",
    "A clause joined to a dated one, with a length of time, begins then and ends so much later.",
    "it is told after it, and “{said}” says how long",
    Example("She joined the party in 1954 and [stayed] for 34 years.", "1954 to 1988"),
)
_APART = EventRule.apart(
    "duration.after",
    "A clause joined to a dated one, with “after” and a length of time, comes so much later.",
    "it is told after it, and “{said}” says how long",
    Example("She joined the party in 1954 and [left] after two years.", "in 1956"),
)
DURATIONS = (_LASTING, _APART)


def lasts_days(value: str) -> bool | None:
    """Whether a TIMEX3 duration is several days long; None if its value leaves it open. Hours make no days.

    Of an amount of time; for a time on the calendar see `Interval.days`.

    >>> lasts_days("P12Y"), lasts_days("PXDE"), lasts_days("PT48H"), lasts_days("P1D"), lasts_days("PXD")
    (True, True, False, False, None)
    """
    try:
        amounts = Duration.parse(value).amounts
    except NotationError:
        return None
    if amounts[0][0] > Granularity.DAY:
        return True
    days = next((count for unit, count in amounts if unit is Granularity.DAY), 0)
    return None if days is None else days >= _SEVERAL


def until_now(expression: TemporalExpression, publication: Publication) -> Interval | None:
    """Return the time of something that has lasted that long at publication."""
    length = expression.duration
    begun = None if length is None else _counted(length, -1, publication)
    if begun is None:
        return publication.across()
    first = None if expression.mod in _LONGER else begun.earliest
    last = publication.begin if expression.mod in _SHORTER else begun.latest
    if last is None or last > publication.begin:
        return publication.across()
    return Interval(Bound(first, last), Bound(publication.begin, None), begun.granularity)


def within_reach(expression: TemporalExpression, publication: Publication) -> Interval | None:
    """Return the time of something due in that time: from the publication to the end of the unit reached."""
    length = expression.duration
    reached = None if length is None else _counted(length, 1, publication)
    if reached is None or expression.mod in _LONGER or reached.latest is None:
        return None
    window = Bound(publication.begin, reached.latest)
    return Interval(window, window, reached.granularity)


def _counted(length: Duration, sign: int, publication: Publication) -> Interval | None:
    if length.unit <= Granularity.YEAR:
        return Shift(length, sign).resolve(Moment(now=publication.day))
    moved = add(publication.begin, length, sign)  # a century ago, not in the last century
    return None if moved is None else Interval.unit(moved, Granularity.YEAR)


def told_after(
    base: Placement, expression: TemporalExpression, publication: Publication | None, *, after: bool
) -> Placement | None:
    """Place what lasted that long from the time of the clause before, or, with `after`, happened that long after it."""
    when, length = base.when, expression.duration
    if when is None or when.earliest is None or when.latest is None:
        return None
    limit = None if publication is None or base.relation != "before" else publication.end
    first = when.earliest if length is None else add(when.earliest, length)
    last = None if length is None else add(when.latest, length)
    end = Bound(_no_later(first, limit), _no_later(last, limit))
    reason = f"{_LASTING.because.format(said=expression.text)} ({base.reason})"
    begin = end if after else Bound(when.earliest, when.latest)
    several = None if after else True
    told = Interval(begin, end, when.granularity)
    rule = _APART if after else _LASTING
    sure = surest(rule.id, base)
    return evolve(base, when=told, reason=reason, several_days=several, confidence=sure, rule=rule.id)


def _no_later(instant: Instant | None, limit: Instant | None) -> Instant | None:
    if instant is None or limit is None:
        return limit if instant is None else instant
    return min(instant, limit)
