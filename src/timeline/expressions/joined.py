"""Ranges: the two TIMEX3 expressions that are the ends of one stretch of time, joined to one expression, and back.

TimeML annotates "from May to July 2019" as two expressions, readers see one stretch. So the ends are read and anchored
one by one, as TIMEX3 has it, and joined last; `timex3s` gives them back to whatever speaks TIMEX3.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence
from itertools import accumulate, starmap

from attrs import evolve

from timeline.calculus.intervals import Interval
from timeline.expressions.expression import Alternative, Kind, TemporalExpression
from timeline.series import check_many
from timeline.validation import check_type

__all__ = ["begins_of", "join", "timex3s"]

_LENGTHS = frozenset({Kind.DURATION, Kind.SET})
_EXPRESSION = "expression "
_WITHIN = " > "
"""Between the ids of rules of which one applied within the other."""


def timex3s(expressions: Iterable[TemporalExpression]) -> list[TemporalExpression]:
    """Return the expressions of a text as TIMEX3 has them: a range as its two ends.

    What is anchored to another expression ("expression N") then names its place in the list returned; so all
    expressions of the text must be given. Raises `InputError` for anything else.

    >>> import timeline
    >>> found = timeline.find_times("They met from May to July 2019.")
    >>> [(each.text, each.value) for each in found]
    [('May to July 2019', '2019-05/2019-07')]
    >>> [(each.text, each.value) for each in timeline.timex3s(found)]
    [('May', '2019-05'), ('July 2019', '2019-07')]
    """
    check_many("timex3s", expressions, "expressions", TemporalExpression)
    some = list(expressions)
    for position, each in enumerate(some):
        check_type(f"timex3s: {position}", each, TemporalExpression)
    if not any(each.ends for each in some):
        return some
    firsts = list(accumulate((len(each.ends) or 1 for each in some), initial=0))
    places = [first + _leaned_on(each) for first, each in zip(firsts, some, strict=False)]
    flat: list[TemporalExpression] = []
    for number, each in enumerate(some):
        if not each.ends:
            flat.append(_renumbered(each, places))
            continue
        others, places[number] = places[number], firsts[number]  # what leans on its own range leans on the first end
        flat += [_renumbered(end, places) for end in each.ends]
        places[number] = others
    return flat


def begins_of(expressions: Iterable[TemporalExpression]) -> frozenset[int]:
    """Return where ranges begin in the list that `timex3s` gives of the expressions."""
    begins, place = set(), 0
    for each in expressions:
        if each.ends:
            begins.add(place)
        place += len(each.ends) or 1
    return frozenset(begins)


def join(
    text: str, flat: Sequence[TemporalExpression], begins: Collection[int]
) -> tuple[list[TemporalExpression], Sequence[int]]:
    """Join the ends of ranges; return the expressions, and for each of the flat list its place among them.

    `begins` are the places of the first ends; the second follows each. Ends that no longer mean the same stretch, such
    as when the clause of one rules its reading out, stay two expressions.
    """
    if not begins:
        return list(flat), range(len(flat))
    found: list[TemporalExpression] = []
    places: list[int] = []
    for index, each in enumerate(flat):
        if len(places) > index:  # the last end of a range
            continue
        if _is_range(flat, index, begins):
            places += [len(found)] * 2
            found.append(_joined(text, index, *flat[index : index + 2]))
        else:
            places.append(len(found))
            found.append(each)
    return [_renumbered(each, places) for each in found], places


def _is_range(flat: Sequence[TemporalExpression], index: int, begins: Collection[int]) -> bool:
    if index not in begins or index + 1 >= len(flat):
        return False
    first, last = flat[index], flat[index + 1]
    if first.interval != last.interval or first.end > last.start:
        return False
    # Ends that are both known and yet span no time are in the wrong order.
    return first.interval is not None or first.kind in _LENGTHS or not (_is_known(first) and _is_known(last))


def _joined(text: str, index: int, first: TemporalExpression, last: TemporalExpression) -> TemporalExpression:
    """Join two ends, the first of which is the `index`-th TIMEX3 expression."""
    leans = {each.anchor for each in (first, last)} - {"none", f"{_EXPRESSION}{index}"}
    return TemporalExpression(
        text=text[first.start : last.end],
        start=first.start,
        end=last.end,
        kind=first.kind if first.kind is last.kind else Kind.TIME,
        value=f"{first.value}/{last.value}",
        interval=first.interval,
        signal=first.signal,
        anchor=first.anchor if first.anchor in leans else next(iter(leans), "none"),
        rule=_rule(first.rule.split(_WITHIN), last.rule.split(_WITHIN)),
        confidence=min(first.confidence, last.confidence),
        alternatives=tuple(
            each for each in starmap(_alternative, zip(first.alternatives, last.alternatives, strict=False)) if each
        ),
        ends=(first, last),
        reason=_reason(first, last),
    )


def _rule(first: Sequence[str], last: Sequence[str]) -> str:
    """Return the id of the rule that made both ends: the outermost that they share."""
    return next((each for each in first if each in last), first[0])


def _alternative(first: Alternative, last: Alternative) -> Alternative | None:
    """Join two readings of the ends; None if they are no range."""
    interval = first.interval
    if interval != last.interval:
        begin, end = first.interval, last.interval
        if begin is None or end is None or not begin.precedes(end):
            return None
        interval = Interval(begin.begin, end.end, min(begin.granularity, end.granularity))
    return Alternative(f"{first.value}/{last.value}", interval, min(first.confidence, last.confidence))


def _reason(first: TemporalExpression, last: TemporalExpression) -> str:
    one, other = (each.reason or "as written" for each in (first, last))
    ends = f"from “{first.text}” to “{last.text}”"
    return f"{ends}, {one}" if one == other else f"{ends}; the first: {one}; the last: {other}"


def _is_known(end: TemporalExpression) -> bool:
    """Whether a value names a time of the calendar, which later expressions can lean on."""
    return "X" not in end.value and not end.value.endswith("_REF")


def _leaned_on(expression: TemporalExpression) -> int:
    """Return which end of a range later expressions lean on: the last that names a time."""
    return max((place for place, each in enumerate(expression.ends) if _is_known(each)), default=0)


def _renumbered(found: TemporalExpression, places: Sequence[int]) -> TemporalExpression:
    """Let an anchor name an expression by its new place."""
    anchor = _anchor(found.anchor, places)
    ends = tuple(_renumbered(each, places) for each in found.ends)
    if anchor == found.anchor and ends == found.ends:
        return found
    reason = found.reason.replace(f"({found.anchor})", f"({anchor})")
    return evolve(found, anchor=anchor, ends=ends, reason=reason)


def _anchor(anchor: str, places: Sequence[int]) -> str:
    if not anchor.startswith(_EXPRESSION):
        return anchor
    number = anchor.removeprefix(_EXPRESSION)
    known = number.isdecimal() and len(number) <= len(str(len(places))) and int(number) < len(places)
    return f"{_EXPRESSION}{places[int(number)]}" if known else anchor
