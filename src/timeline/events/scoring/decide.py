"""Choose each event's time from the models' probabilities, as precise as they warrant; otherwise keep the rules' time.

Times from the event's own expression, a scene or a report stay as the rules read them. For others the likeliest time is
chosen; a single day only if its probability is high enough, otherwise the likeliest time that is not a single day.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.calculus.granularity import Granularity
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import position_to_publication, relation_to_publication
from timeline.events.placing.rule import EventRule, Example
from timeline.events.placing.tense_rules import is_unreal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from timeline.calculus.intervals import Interval
    from timeline.events.mentions.detection import Key
    from timeline.events.placing.publication_frame import Publication
    from timeline.events.scoring.day_extents import Extent
    from timeline.events.scoring.predict import Belief, Judge
    from timeline.terms import PublicationRelation

__all__ = ["LEARNED", "Decision", "choose_all", "decide", "surest"]

_RULED = frozenset({"explicit", "inherited", "reported"})
"""Kinds of placement left to the rules: on annotated documents the models did no better there."""
_SUREST = 0.98
"""Highest confidence: calibration steps without errors rest on a few hundred events only."""

_FORM = EventRule.apart(
    "learned.form",
    "A learned model finds a time relative to the publication the likeliest, by the event's form and its place in the "
    "text.",
    "by its form and its place in the text this is the likeliest of the times it could have",
    Example("Fears of [war] grew.", "ongoing on 2022-07-22"),
)
_NEAR = EventRule.apart(
    "learned.expression",
    "A learned model finds a time relative to an expression near the event the likeliest.",
    "of the times it could have, one counted from “{said}” is the likeliest",
    Example("In 1999 the bank failed. It was the first to [close].", "1999"),
)
LEARNED = (_FORM, _NEAR)


@frozen
class Decision:
    """The time chosen for an event, and its probability."""

    placement: Placement
    kind: str
    """Its grounds, for the calibration: `day` and `range` from the models, or one of the rules' kinds."""
    belief: float


def choose_all(judge: Judge) -> dict[Key, Placement]:
    """Return the placements of all events of an article, with calibrated confidence."""
    found = {}
    for key, placed in judge.scene.placements.items():
        decision = decide(key, judge)
        if decision is None:
            found[key] = placed
            continue
        calibration = judge.weights.calibrations.get(decision.kind)
        sure = decision.belief if calibration is None else calibration.of(decision.belief)
        chosen = decision.placement
        lies = chosen.relation
        if lies is None or key[0] not in judge.scene.annotation.headlines:
            # The models were trained on running text: the tense of headlines is left to the rules.
            lies = _relation(chosen, judge.relation(key), judge)
        found[key] = evolve(chosen, confidence=round(min(sure, _SUREST), 2), relation=lies)
    return found


def decide(key: Key, judge: Judge) -> Decision | None:
    """Decide when an event happened; None for events that did not happen."""
    placed, attributes = judge.scene.placements[key], judge.scene.annotation.attributes[key]
    if is_unreal(attributes):
        return None
    if (placed.placed_by in _RULED and placed.when is not None) or placed.rrule is not None:
        return Decision(placed, placed.placed_by, placed.confidence)
    belief = judge.time(key)
    extent, share = surest(belief, judge.weights.thresholds)
    kind = "day" if extent.is_day else "range"
    ruled = belief.ruled
    if share < judge.weights.thresholds.get("any", 0.0) or (ruled is None and _lies_ahead(extent, judge)):
        # Of events without a rule, future ones are the least certain: "to travel" may have been needed last year.
        return Decision(placed, "ruled", 0.0 if ruled is None else belief.fits(ruled))
    if extent == ruled:
        reason = f"{placed.reason}, which is the likeliest as well ({share:.0%})"
        return Decision(evolve(placed, reason=reason), kind, belief.fits(extent))
    return Decision(_likeliest(belief, extent, share), kind, belief.fits(extent))


def surest(belief: Belief, thresholds: Mapping[str, float]) -> tuple[Extent, float]:
    """Return the likeliest time; a single day only if its share reaches the threshold."""
    least = thresholds.get("day", 0.0)
    for extent, share in belief.times:
        if not extent.is_day or share >= least:
            return extent, share
    return belief.times[0]


def _lies_ahead(extent: Extent, judge: Judge) -> bool:
    first = extent.begin.first
    return first is not None and first >= judge.scene.publication.begin.ordinal and not extent.begin.is_exact


def _likeliest(belief: Belief, extent: Extent, share: float) -> Placement:
    ways = [one for one in belief.candidates if one.extent == extent]
    leaning = [one.source for one in ways if one.source is not None]
    percent = f"{share:.0%}"
    if not leaning or any(one.source is None and one.shape != "ruled" for one in ways):
        reason = f"{_FORM.because} ({percent})"
        return Placement(extent.interval, "tense", share, reason, None, (), None, extent.several, _FORM.id)
    located = belief.expressions[leaning[0]]
    reason = f"{_NEAR.because.format(said=located.expression.text)} ({percent})"
    indices = (located.index,)
    return Placement(extent.interval, "inherited", share, reason, None, indices, None, extent.several, _NEAR.id)


def _relation(placed: Placement, relations: Mapping[str, float], judge: Judge) -> PublicationRelation:
    """Return the relation of an event to the publication: that of its time, or if that is open, the model's."""
    publication = judge.scene.publication
    if placed.relation is not None and placed.placed_by == "explicit" and _is_within_day(placed.when, publication):
        return placed.relation  # "at 9 a.m." is over or ahead, as its tense says
    known = relation_to_publication(placed.when, publication)
    if known == "overlap" and placed.when == publication.day:
        known = None  # an event on that day may be over when the article appears
    return max(_possible(placed, publication), key=lambda one: relations[one]) if known is None else known


def _is_within_day(when: Interval | None, publication: Publication) -> bool:
    """Whether a time is some hours of the day of publication."""
    if when is None or when.granularity >= Granularity.DAY:
        return False
    return position_to_publication(when, publication) == "day"


def _possible(placed: Placement, publication: Publication) -> Sequence[PublicationRelation]:
    """Return the relations that a time leaves possible."""
    if placed.when is None:
        return ("before", "overlap", "after")
    first, last = placed.when.earliest, placed.when.latest
    if last is not None and last <= publication.end:
        return ("before", "overlap")
    if first is not None and first >= publication.begin:
        return ("overlap", "after")
    return ("before", "overlap", "after")
