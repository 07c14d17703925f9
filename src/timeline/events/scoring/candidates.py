"""Candidate times of an event: relative to the publication, and to each expression near it."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from attrs import frozen

from timeline.events.scoring.day_extents import Days, Extent, extent_of
from timeline.events.trees.clauses import relation

if TYPE_CHECKING:
    from timeline.events.linking.arguments import Located
    from timeline.events.mentions.detection import Key
    from timeline.events.scoring.features import Scene

__all__ = ["Candidate", "Group", "anchors", "by_rule", "expression_features", "near", "ruled_extent", "times_about"]

_AHEAD = 1
"""Sentences after the event's that are searched for expressions; all sentences before it are."""
_MOST = 8
"""Most expressions considered, the nearest first."""
_BACK = 3
_FARTHEST = 6
_KEPT = 4096

Group = tuple[str, ...]
"""Features that often occur together: their weights are summed once."""


@frozen
class Candidate:
    """A candidate time of an event."""

    shape: str
    """Its relation to what it is counted from: `day@E`, `long=E..>pub`."""
    extent: Extent
    source: int | None = None
    """The index of the expression that it is counted from; None for the publication."""


def times_about(anchor: Located | None, day: int) -> Iterator[Candidate]:
    """Yield the times that are relative to an expression, or, where it is None, to the publication, on a `day`."""
    yield from _about_publication(day) if anchor is None else _about_expression(anchor, day)


def _about_publication(day: int) -> Iterator[Candidate]:
    at, before, after = Days(day, day), Days(None, day), Days(day, None)
    yield Candidate("day@pub", Extent(at, at))
    yield Candidate("day<pub", Extent(before, before))
    yield Candidate("day>pub", Extent(after, after))
    yield Candidate("long<>pub", Extent(before, after, several=True))
    yield Candidate("long>>pub", Extent(after, after, several=True))
    yield Candidate("long<<pub", Extent(before, before, several=True))
    yield Candidate("long=>pub", Extent(at, after, several=True))
    yield Candidate("long<=pub", Extent(before, at, several=True))


def _about_expression(located: Located, day: int) -> Iterator[Candidate]:
    interval, source = located.expression.interval, located.index
    if interval is None:
        return
    first = None if interval.earliest is None else interval.earliest.ordinal
    last = None if interval.latest is None else interval.latest.ordinal_before
    if first is None:
        if last is not None:
            yield Candidate("day<E", Extent.day(None, last), source)
        return
    if last is None:
        yield Candidate("day>E", Extent.day(first, None), source)
        yield Candidate("long=E..>pub", Extent(Days(first, first), Days(day, None), several=True), source)
        return
    if first != last or first != day:
        for shape, extent in _closed(first, last, day):
            yield Candidate(shape, extent, source)


def _closed(first: int, last: int, day: int) -> Iterator[tuple[str, Extent]]:
    whole, begin, end, after = Days(first, last), Days(first, first), Days(last, last), Days(day, None)
    yield "day@E", Extent(whole, whole)
    yield "day<E", Extent.day(None, first)
    yield "day>E", Extent.day(last, None)
    if first != last:
        yield "day<Eend", Extent.day(None, last)
        yield "day>Ebegin", Extent.day(first, None)
        yield "long=E", Extent(begin, end, several=True)
        yield "long@E", Extent(whole, whole, several=True)
    if last <= day:
        yield "day>E<pub", Extent.day(first, day)
    if first <= day:
        since = Days(first, None)
        if first != last:
            yield "long@E..>pub", Extent(whole, after, several=True)
            yield "long>E<pub..>pub", Extent(Days(first, day), after, several=True)
        yield "long=E..>pub", Extent(begin, after, several=True)
        if first < day:
            yield "long=E..=pub", Extent(begin, Days(day, day), several=True)
        yield "long>E..>pub", Extent(since, after, several=True)
        yield "long=E..<pub", Extent(begin, Days(None, day), several=True)
        yield "long=E..>E", Extent(begin, Days(last, None), several=True)
        yield "long<E..<E", Extent(Days(None, last), Days(None, last), several=True)
        yield "long<E..=E", Extent(Days(None, first), end, several=True)
        yield "long<E..>E", Extent(Days(None, first), Days(last, None), several=True)
    if first >= day:
        yield "day>pub<E", Extent.day(day, last)
        yield "long<pub..=E", Extent(Days(None, day), end, several=True)
        yield "long=pub..=E", Extent(Days(day, day), end, several=True)
        yield "long>pub..=E", Extent(after, end, several=True)
        yield "long>E..>E", Extent(Days(first, None), Days(first, None), several=True)
        yield "long=E..>begin", Extent(begin, Days(first, None), several=True)


def by_rule(key: Key, scene: Scene) -> Candidate | None:
    """Return the time that the rules give to an event, if it is one of days."""
    ruled = ruled_extent(key, scene)
    return None if ruled is None else Candidate("ruled", ruled)


def anchors(key: Key, scene: Scene) -> Iterator[tuple[Located | None, tuple[Group, ...]]]:
    """Yield what the time of an event may be relative to, with the features of that relation.

    That is the publication (None, without features) and each expression near the event.
    """
    yield None, ()
    expressions = near(key, scene)
    yield from zip(expressions, expression_features(key, scene, expressions), strict=True)


def near(key: Key, scene: Scene) -> list[Located]:
    """Return the expressions before an event and shortly after it, those of its sentence first, then by distance."""
    found: list[Located] = []
    for sentence in _outward(key[0], scene.dated):
        found += sorted(scene.annotation.dated_in(sentence), key=lambda each: abs(each.head.index - key[1]))
        if len(found) >= _MOST:
            break
    return found[:_MOST]


def _outward(here: int, sentences: Sequence[int]) -> Iterator[int]:
    """Yield sorted sentences by their distance; of two at the same distance, the one before first.

    >>> list(_outward(4, [0, 2, 3, 5, 6]))
    [3, 5, 2, 0]
    """
    first, last = bisect_left(sentences, here - _AHEAD), bisect_right(sentences, here + _AHEAD)
    yield from sorted(sentences[first:last], key=lambda sentence: abs(sentence - here))
    yield from (sentences[place] for place in range(first - 1, -1, -1))


def sentences_of(key: Key, scene: Scene, expressions: Sequence[Located]) -> list[int]:
    """Return by how many sentences each expression follows that of an event."""
    return [scene.views[each.index].sentence - key[0] for each in expressions]


def expression_features(key: Key, scene: Scene, expressions: Sequence[Located]) -> list[tuple[Group, ...]]:
    """Return, for each expression, the features of its relation to an event, in groups shared by many."""
    annotation = scene.annotation
    mention, mine, placed = annotation.mentions[key], annotation.attributes[key], scene.placements[key]
    tied = {each.located.index for each in annotation.links.get(key, ())}
    above = scene.governors.get(key)
    shared = set() if above is None else {each.located.index for each in annotation.links.get(above[0], ())}
    told, form, sort = annotation.story_positions, f"{mine.tense}.{mine.force}", mention.sort.value
    about = _Form(form, mine.event_class, sort, placed.placed_by, bool(tied), relation(mention.word))
    found: list[tuple[Group, ...]] = []
    here = 0
    for each, far in zip(expressions, sentences_of(key, scene, expressions), strict=True):
        view = scene.views[each.index]
        link = "tied" if each.index in tied else "above" if each.index in shared else _apart(far)
        leads = told.get(view.sentence, _FARTHEST) <= 1
        place = _here(link, min(here, 3), each.head.index < mention.word.index, sort) if far == 0 else _away(abs(far))
        here += far == 0
        found.append(
            (
                _of_event(link, about),
                _of_expression(link, view.name, view.signal, view.span, view.sure),
                _of_both(link, view.lies, form, mine.event_class),
                _leading(link, leads),
                place,
            )
        )
    return found


def _apart(far: int) -> str:
    if far >= 0:
        return "next" if far else "same"
    return "last" if far == -1 else "near" if far >= -_BACK else "far"


class _Form(NamedTuple):
    """The form of an event, as its features name it."""

    form: str
    event_class: str
    sort: str
    placed_by: str
    has_others: bool
    kind: str


@lru_cache(maxsize=_KEPT)
def _of_event(link: str, event: _Form) -> Group:
    return (
        link,
        f"{link}.{event.form}",
        f"{link}.{event.event_class}",
        f"{link}.{event.sort}",
        f"{link}.{event.placed_by}",
        f"{link}.others{event.has_others}",
        f"{link}.{event.kind}",
    )


@lru_cache(maxsize=_KEPT)
def _of_expression(link: str, name: str, signal: str, span: int, sure: bool) -> Group:  # noqa: FBT001 - as above
    return (
        f"{link}.{name}",
        f"{link}.{signal}",
        f"{link}.{span}",
        f"{link}.sure{sure}",
        f"name={name}",
        f"name={name}.{signal}",
    )


@lru_cache(maxsize=_KEPT)
def _of_both(link: str, how: str, form: str, event_class: str) -> Group:
    return f"{link}.{how}.{form}", f"{link}.{how}.{event_class}"


@lru_cache(maxsize=_KEPT)
def _leading(link: str, leads: bool) -> Group:  # noqa: FBT001 - as above
    return (f"{link}.leads{leads}",)


@lru_cache(maxsize=_KEPT)
def _here(link: str, place: int, before: bool, sort: str) -> Group:  # noqa: FBT001 - as above
    return f"{link}.place{place}", f"{link}.side{before}.{sort}"


@lru_cache(maxsize=_KEPT)
def _away(far: int) -> Group:
    return (f"distance{min(far, _FARTHEST)}",)


def ruled_extent(key: Key, scene: Scene) -> Extent | None:
    """Return the extent of an event according to the rules."""
    placed = scene.placements[key]
    if placed.when is None:
        return None
    links = scene.annotation.links.get(key, ())
    limits = [each.located.expression.interval for each in links if each.located.expression.interval is not None]
    said = extent_of(placed.when, several=placed.several_days, limits=limits)
    return None if Days() in {said.begin, said.end} and said.begin == said.end else said
