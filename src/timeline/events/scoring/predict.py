"""Predictions of the learned models for the events of an article: probabilities of relations, times and orders."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import field, frozen

from timeline.events.linking.arguments import Located
from timeline.events.mentions.detection import Key, Sort
from timeline.events.ordering.consistency import line_up
from timeline.events.scoring.candidates import Candidate, anchors, by_rule, times_about
from timeline.events.scoring.day_extents import Extent
from timeline.events.scoring.features import Scene, event_features
from timeline.events.scoring.pairs import of_one, pair_features
from timeline.events.scoring.weights import Table, Weights, shares

if TYPE_CHECKING:
    from timeline.events.placing.placement import Edge

__all__ = ["Belief", "Judge", "agreement", "learned_order", "paired", "style"]

_ENOUGH = 0.99
_STYLE = frozenset(
    {"tense.class", "rule", "class", "place.class", "rule.form", "untimed.form", "above.tenses", "form.class"}
)
"""Features of an event on which annotation projects differ."""


def style(features: Sequence[str], name: str) -> list[str]:
    """Add the features by which one annotation project differs from the others."""
    return [*features, *(f"{name}:{one}" for one in features if one.partition("=")[0] in _STYLE), f"style:{name}"]


def agreement(candidate: Candidate, ruled: Candidate | None, scene: Scene, key: Key) -> list[str]:
    """Return the features of a time that agrees with the rules."""
    if ruled is None or candidate.extent != ruled.extent:
        return []
    placed, mine = scene.placements[key], scene.annotation.attributes[key]
    by = placed.placed_by
    several = candidate.extent.several
    return [
        "ruled",
        f"ruled.{by}",
        f"ruled.{by}.{placed.relation}.{several}",
        f"ruled.{by}.{mine.event_class}",
        f"ruled.rule.{placed.rule}",
    ]


@frozen
class Belief:
    """The possible times of an event, the likeliest first, with their probabilities."""

    times: tuple[tuple[Extent, float], ...]
    candidates: tuple[Candidate, ...]
    """The candidates from which the times were derived."""
    expressions: Mapping[int, Located]
    """The expressions considered, by index."""
    ruled: Extent | None
    """The extent by rules."""

    def fits(self, extent: Extent) -> float:
        """Return the probability of the times compatible with a time, without the least likely ones."""
        fitting = seen = 0.0
        for other, share in self.times:
            seen += share
            fitting += 0.0 if extent.contradicts(other) else share
            if seen > _ENOUGH:
                break
        return fitting / seen


def paired(keys: Sequence[Key], scene: Scene) -> Iterator[tuple[Key, Key]]:
    """Yield the pairs to be ordered: clauses of the same sentence and of the next, in text order."""
    verbs = [key for key in keys if scene.annotation.mentions[key].sort is not Sort.NOUN]
    for index, first in enumerate(verbs):
        for place in range(index + 1, len(verbs)):
            if verbs[place][0] > first[0] + 1:
                break
            yield first, verbs[place]


@frozen
class _Times:
    """The times relative to one anchor: their candidates, the columns of their shapes in a table, and their numbers."""

    candidates: tuple[Candidate, ...]
    places: tuple[int, ...]
    extents: tuple[int, ...]


@frozen
class Judge:
    """Applies the models to one article."""

    scene: Scene
    weights: Weights
    features: Mapping[Key, list[str]]
    _known: dict[int | None, _Times] = field(factory=dict, eq=False, repr=False)
    _extents: list[Extent] = field(factory=list, eq=False, repr=False)
    _numbers: dict[Extent, int] = field(factory=dict, eq=False, repr=False)

    @classmethod
    def of(cls, scene: Scene, weights: Weights) -> Judge:
        """Compute the features of all events, once."""
        return cls(scene, weights, {key: event_features(key, scene) for key in scene.annotation.mentions})

    def relation(self, key: Key) -> dict[str, float]:
        """Return the probabilities of an event's relations to the publication."""
        table = self.weights.tables["relation"]
        return dict(zip(table.answers, shares(table.total(style(self.features[key], "TimeBank"))), strict=True))

    def time(self, key: Key) -> Belief:
        """Return the probabilities of an event's times."""
        scene, tables = self.scene, self.weights.tables
        event, expression, rule = tables["time.event"], tables["time.expression"], tables["time.rule"].rows
        day = scene.publication.begin.ordinal
        ruled = by_rule(key, scene)
        about, expressions = [], {}
        for anchor, groups in anchors(key, scene):
            if anchor is None:
                about.append((self._about(None, day, event), event.total(self.features[key]), 0.0))
                continue
            total = expression.total_of_groups(groups)
            about.append((self._about(anchor, day, expression), total, total[expression.places["E"]]))
            expressions[anchor.index] = anchor
        candidates = [one for some, _, _ in about for one in some.candidates]
        extents = [extent for some, _, _ in about for extent in some.extents]
        scores = [base + total[place] for some, total, base in about for place in some.places]
        if ruled is not None:
            candidates.append(ruled)
            extents.append(self._number(ruled.extent))
            scores.append(0.0)
        most = max(scores)
        found: dict[int, float] = {}
        for extent, score in zip(extents, scores, strict=True):
            found[extent] = found.get(extent, 0.0) + math.exp(score - most)
        if ruled is not None:
            agreed = sum(rule[one][0] for one in agreement(ruled, ruled, scene, key) if one in rule)
            found[extents[-1]] *= math.exp(agreed)
        whole = sum(found.values())
        ranked = sorted(found.items(), key=lambda one: -one[1])
        times = tuple((self._extents[extent], power / whole) for extent, power in ranked)
        return Belief(times, tuple(candidates), expressions, None if ruled is None else ruled.extent)

    def _number(self, extent: Extent) -> int:
        """Return the number of a time; an article has few, and numbers compare faster."""
        number = self._numbers.setdefault(extent, len(self._extents))
        if number == len(self._extents):
            self._extents.append(extent)
        return number

    def _about(self, located: Located | None, day: int, table: Table) -> _Times:
        """Return the times relative to an expression, or the publication, and the columns of their shapes."""
        index = None if located is None else located.index
        known = self._known.get(index)
        if known is None:  # they are the same for all events
            found = tuple(times_about(located, day))
            places = tuple(table.places[one.shape] for one in found)
            known = self._known[index] = _Times(found, places, tuple(self._number(one.extent) for one in found))
        return known

    def order(
        self, ranks: Mapping[Key, int], edges: Mapping[tuple[Key, Key], Edge]
    ) -> Iterator[tuple[Key, Key, dict[str, float]]]:
        """Yield, for pairs near each other, the probabilities of the relation between their starts."""
        one, other, both = (self.weights.tables[name] for name in ("order.first", "order.second", "order.pair"))
        chosen = {key: of_one(features) for key, features in self.features.items()}
        firsts: dict[Key, list[float]] = {}
        seconds: dict[Key, list[float]] = {}
        for first, second in paired(list(self.features), self.scene):
            if first not in firsts:
                firsts[first] = one.total(chosen[first])
            if second not in seconds:
                seconds[second] = other.total(chosen[second])
            groups, rest = pair_features(first, second, self.scene, ranks, edges)
            parts = (firsts[first], seconds[second], both.total_of_groups(groups), both.total(rest))
            scores = list(map(sum, zip(*parts, strict=True)))
            yield first, second, dict(zip(both.answers, shares(scores), strict=True))


_STATED = frozenset({
    "adverbial.after", "adverbial.before", "noun.followed", "noun.preceded", "explicit.counted",
    "complement.prospective", "complement.wanted", "cue.background",
})  # fmt: skip
"""Rules and cues that state an order instead of making it likely: "after", the past perfect."""


def _stated(first: Key, second: Key) -> dict[tuple[Key, Key], tuple[float, float]]:
    return {(first, second): (0.98, 0.01), (second, first): (0.01, 0.98)}


def learned_order(
    judge: Judge, ranks: Mapping[Key, int], edges: Sequence[Edge]
) -> tuple[list[tuple[Key, Key]], list[Edge]]:
    """Return the pairs near each other, the earlier event first, and the edges by rules of all other pairs.

    The pairs are consistent, and in the order of the earlier event. `ranks` is the order by rules alone.
    """
    known = {(edge.first, edge.second): edge for edge in edges}
    beliefs = {(first, second): belief for first, second, belief in judge.order(ranks, known)}
    asked = sorted({key for pair in beliefs for key in pair})
    sides = {pair: (belief["BEFORE"], belief["AFTER"]) for pair, belief in beliefs.items()}
    for (first, second), edge in known.items():
        if edge.rule in _STATED:
            sides |= {pair: side for pair, side in _stated(first, second).items() if pair in sides}
    line = line_up(asked, sides)
    places = {key: place for place, key in enumerate(line)}
    pairs = [pair if places[pair[0]] < places[pair[1]] else (pair[1], pair[0]) for pair in beliefs]
    pairs.sort(key=lambda pair: places[pair[0]])
    others = [edge for edge in edges if not {(edge.first, edge.second), (edge.second, edge.first)} & beliefs.keys()]
    return pairs, others
