"""The order in which events happened: a consistent partial order, and a total one that respects it.

Evidence for the order of two events, the most reliable first: their intervals (one surely starts after the other), then
conjunctions, infinitives and coordination in the text. Of contradicting evidence the less reliable is dropped.

Undated events follow a reader's intuition: past events without a date come after all those dated before the
publication, and before those on the day of publication; what holds at publication started before that day at an
unknown time, and comes after past events; future events come last, the dated before the undated.
Verbs at the same position are ordered as in the text; nouns and states share the rank of the event that they belong to.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen, mutable

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import SECONDS_IN_DAY
from timeline.events.mentions.detection import Key
from timeline.events.placing.placement import Edge

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.events.placing.placement import Placement
    from timeline.events.placing.publication_frame import Publication

__all__ = ["Seat", "ranks", "seat_of"]

Point = tuple[float, int]
"""A day with its fraction, and a phase that puts undated events just before a day."""

_FIRST: Point = (float("-inf"), 0)
_LAST: Point = (float("inf"), 0)
_BEFORE, _UNDATED, _UNDATED_END, _DAY, _REPORTED = -3, -2, -1, 0, 1


@frozen
class Seat:
    """The points between which an event starts, for ordering."""

    first: Point
    last: Point
    preferred: Point


def seat_of(placement: Placement, publication: Publication | None, *, report: bool = False) -> Seat | None:
    """Return the points between which an event starts; None if it has no time.

    A report comes after all other events of its day, as it is about them.
    """
    when = placement.when
    if when is None:
        return None
    first, last = when.begin.earliest, when.begin.latest
    if first is not None:
        seat = _begun(first, last, when.end.latest, publication, placement)
        told = report and seat.preferred[1] == _DAY and seat.last > (seat.preferred[0], _REPORTED)
        return evolve(seat, preferred=(seat.preferred[0], _REPORTED)) if told else seat
    end = when.end.latest or last
    if end is None:
        return None
    limit = _point(end, _BEFORE)
    if publication is not None and publication.begin < end <= publication.end:
        end = publication.begin
    if publication is not None and placement.relation == "overlap":
        # That it had started by that morning is only an implicature of the present tense.
        return Seat(_FIRST, max(limit, _point(publication.end, _BEFORE)), _point(publication.begin, _UNDATED_END))
    return Seat(_FIRST, limit, _point(end, _UNDATED))


def _begun(
    first: Instant, last: Instant | None, end: Instant | None, publication: Publication | None, placement: Placement
) -> Seat:
    if last is None and publication is not None and placement.relation == "after" and first <= publication.end:
        return Seat(_point(publication.end, _BEFORE), _LAST, _LAST)
    begin = _point(first, _DAY)
    limit = last or end
    if limit is None:
        return Seat(begin, _LAST, begin)
    if limit == first and end is not None:
        # Exact: two events of one day are not ordered by it.
        limit = min(end, first.shift(1, Granularity.DAY))
    return Seat(begin, max(_point(limit, _BEFORE), begin), begin)


def _point(instant: Instant, phase: int) -> Point:
    return instant.ordinal + instant.second / SECONDS_IN_DAY, phase


def ranks(  # noqa: PLR0913, PLR0917 - the evidence, the most reliable first
    keys: Sequence[Key],
    placements: Mapping[Key, Placement],
    edges: Sequence[Edge],
    publication: Publication | None,
    turns: Mapping[Key, bool] | None = None,
    pairs: Sequence[tuple[Key, Key]] = (),
) -> list[tuple[Key, int]]:
    """Return the events in the order in which they happened, each with its rank; equal ranks are not ordered.

    Ranks never decrease along the list. Events without a time follow the event before them in the text.
    `turns` are the events of the narrative sequence, no two of which have the same rank, and whether they are reports,
    which come late on their day. `pairs` are the earlier and the later of two events, consistent and in the order of
    the earlier; those are used that the intervals allow.
    """
    turns = turns or {}
    reports = {key for key, report in turns.items() if report}
    seats = _seats(keys, placements, publication, reports)
    return _Graph(keys, seats, edges, frozenset(turns), _allowed(pairs, seats)).sorted()


def _allowed(pairs: Sequence[tuple[Key, Key]], seats: Mapping[Key, Seat]) -> list[tuple[Key, Key]]:
    """Leave out the pairs by which an event, or one that precedes it, would start later than its interval allows."""
    begun: dict[Key, Point] = {}
    found = []
    for first, second in pairs:
        earliest = begun.setdefault(first, seats[first].first)
        if earliest < seats[second].last:
            begun[second] = max(begun.get(second, seats[second].first), earliest)
            found.append((first, second))
    return found


def _seats(
    keys: Sequence[Key],
    placements: Mapping[Key, Placement],
    publication: Publication | None,
    reports: Collection[Key],
) -> dict[Key, Seat]:
    """Return a seat for every event; one without its own shares that of the event before it in the text."""
    seats: dict[Key, Seat] = {}
    waiting: list[Key] = []
    previous: Seat | None = None
    for key in keys:
        seat = seat_of(placements[key], publication, report=key in reports)
        if seat is None:
            if previous is None:
                waiting.append(key)
                continue
            seat = previous
        else:
            previous = seat
        seats[key] = seat
    lone = previous or Seat(_FIRST, _LAST, _LAST)
    first = next((seats[key] for key in keys if key in seats), lone)
    for key in waiting:
        seats[key] = first
    return seats


@mutable(eq=False)
class _Graph:
    """Events and the points between which they start, with edges from earlier to later.

    Events are numbered from 0 in text order, points after them in the order of time; each point has an edge to the
    next one only, so that there are only a few edges per event.
    """

    keys: Sequence[Key]
    seats: Mapping[Key, Seat]
    edges: Sequence[Edge]
    sequential: frozenset[Key] = frozenset()
    pairs: Sequence[tuple[Key, Key]] = ()
    """Constraints that hold besides the seats."""
    _after: dict[int, set[int]] = field(factory=lambda: defaultdict(set))
    _waits: dict[int, int] = field(factory=lambda: defaultdict(int))
    _ready: list[tuple[Point, int]] = field(factory=list)
    _done: set[int] = field(factory=set)
    _points: list[Point] = field(factory=list)
    _doubtful: list[tuple[int, int]] = field(factory=list)

    def __attrs_post_init__(self) -> None:
        count, number = len(self.keys), {key: index for index, key in enumerate(self.keys)}
        self._points = sorted({point for seat in self.seats.values() for point in (seat.first, seat.last)})
        node = {point: count + index for index, point in enumerate(self._points)}
        for index in range(len(self._points) - 1):
            self._after[count + index].add(count + index + 1)
        for key, seat in self.seats.items():
            self._after[node[seat.first]].add(number[key])
            if seat.last > seat.first:
                self._after[number[key]].add(node[seat.last])
        self._doubtful = self._add_edges(number)
        for followers in self._after.values():
            for follower in followers:
                self._waits[follower] += 1

    def _add_edges(self, number: Mapping[Key, int]) -> list[tuple[int, int]]:
        """Add the pairs stated by the text, unless intervals contradict; return the pairs, the most reliable first."""
        added = {}
        for first, second in self.pairs:
            self._after[number[first]].add(number[second])
        for edge in sorted(self.edges, key=lambda edge: -edge.confidence):
            if edge.first == edge.second or edge.first not in number or edge.second not in number:
                continue
            pair = (number[edge.first], number[edge.second])
            known = pair in added or pair[1] in self._after[pair[0]] or pair[0] in self._after[pair[1]]
            if self.seats[edge.second].last > self.seats[edge.first].first and not known:
                added[pair] = True
                self._after[pair[0]].add(pair[1])
        return list(added)

    def sorted(self) -> list[tuple[Key, int]]:
        """Sort by seat and then by text order; at a cycle, drop the least reliable pair."""
        count = len(self.keys)
        level: dict[int, int] = defaultdict(int)
        order: list[tuple[Key, int]] = []
        for node in range(count + len(self._points)):
            if not self._waits[node]:
                self._push(node)
        reached, turn = 0, False
        while len(order) < count:
            if not self._ready:
                self._drop(*self._doubtful.pop())
                continue
            node = heapq.heappop(self._ready)[-1]
            self._done.add(node)
            step = level[node]
            if node < count:
                # Ranks never decrease along the order, so that equal ranks are contiguous.
                follows = self.keys[node] in self.sequential
                turn = follows if step > reached else turn
                if follows and turn and step <= reached:
                    step = reached + 1
                turn = turn or follows
                reached = max(reached, step)
                order.append((self.keys[node], reached))
                step = reached + 1
            for follower in self._after[node]:
                level[follower] = max(level[follower], step)
                self._waits[follower] -= 1
                if not self._waits[follower]:
                    self._push(follower)
        return order

    def _push(self, node: int) -> None:
        count = len(self.keys)
        # At the same point, events (numbered lower) come before the points that follow them.
        place = self.seats[self.keys[node]].preferred if node < count else self._points[node - count]
        heapq.heappush(self._ready, (place, node))

    def _drop(self, first: int, second: int) -> None:
        if first in self._done or second in self._done:
            return
        self._after[first].discard(second)
        self._waits[second] -= 1
        if not self._waits[second]:
            self._push(second)
