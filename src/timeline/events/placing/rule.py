"""Placing rules: rows with an id, a construction, an effect and an example."""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping, Sequence
from importlib import resources
from typing import TYPE_CHECKING, Literal

from attrs import evolve, field, frozen

from timeline.events.mentions.attributes import Attributes
from timeline.events.mentions.detection import Key, Mention
from timeline.events.placing.context import PlacingContext
from timeline.events.placing.placement import Edge, Placement, later, no_earlier
from timeline.events.trees.clauses import marker_of, relation
from timeline.syntax.tree import Word

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval
    from timeline.events.placing.publication_frame import Publication
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.terms import PublicationRelation

__all__ = ["Case", "Confidence", "EventRule", "Example", "confidence", "confidences", "edge", "first_match", "surest"]

_FILE = "confidences.json"


@frozen
class Example:
    """A sentence in which a rule places an event."""

    text: str
    """With brackets around the trigger."""
    when: str
    """The resulting time in words, if published on Friday 2022-07-22; "" if the rule gives no time."""

    @property
    def sentence(self) -> str:
        """The text without the brackets."""
        return self.text.replace("[", "").replace("]", "")

    @property
    def trigger(self) -> int:
        """The offset of the trigger."""
        return self.text.index("[")


@frozen(eq=False)
class Case:
    """An event to be placed, with the event from which it may inherit its time."""

    context: PlacingContext
    key: Key
    other: Key
    """The event above it, or, for the rules that look below, one below it."""
    step: Word
    """The word between the two: the child of the event above, or the event below itself."""
    mention: Mention
    attributes: Attributes
    governor: Mention
    """Of `other`."""
    others: Attributes
    """Of `other`."""
    lemma: str
    """Of `other`, in lower case."""

    @classmethod
    def of(cls, context: PlacingContext, key: Key, other: Key, step: Word) -> Case:
        """Make the case of an event and another of its sentence."""
        governor = context.mentions[other]
        mine, others = context.attributes[key], context.attributes[other]
        lemma = governor.word.entry
        return cls(context, key, other, step, context.mentions[key], mine, governor, others, lemma)

    @property
    def lexicon(self) -> EventLexicon:
        """The lexicon of the language."""
        return self.context.lexicon

    @property
    def publication(self) -> Publication | None:
        """The publication time."""
        return self.context.publication

    @property
    def base(self) -> Placement:
        """The time of `other`, which is placed first."""
        return self.context.place(self.other)

    @property
    def direct(self) -> bool:
        """Whether the event depends on the other immediately."""
        return self.step is self.mention.word

    @property
    def marker(self) -> str:
        """The conjunction or preposition that introduces the clause of the event."""
        return marker_of(self.mention.sentence, self.mention.word)

    def reason(self, rule: EventRule) -> str:
        """Render the reason of a rule."""
        marker = marker_of(self.mention.sentence, self.step) if "{marker}" in rule.because else ""
        return rule.because.format(governor=self.governor.trigger.text, below=self.step.text, marker=marker)

    def later(self, rule: EventRule) -> Placement:
        """Place the event after the publication, or after the other if that has surely ended before."""
        return later(self.publication, self.base, self.reason(rule), confidence(rule.id))

    def not_before(self, rule: EventRule) -> Placement:
        """Place the event not before the other."""
        return no_earlier(self.base, self.reason(rule), confidence(rule.id))

    def share(self, rule: EventRule) -> Placement | None:
        """Inherit the time of the other, if that is known from more than its tense."""
        return self.context.share(self.base, rule.id, self.reason(rule), self.key)

    def echo(self, rule: EventRule) -> Placement | None:
        """Inherit whatever is known about the time of the other, unless it is a report."""
        return self.context.echo(self.base, rule.id, self.reason(rule))

    def placed(self, rule: EventRule, when: Interval | None, relation: PublicationRelation | None = None) -> Placement:
        """Place the event at a time."""
        return Placement(when, "event", confidence(rule.id), self.reason(rule), relation, rule=rule.id)


@frozen
class EventRule:
    """One way in which the text dates an event.

    Rules are tried in the order of their table; the first that applies decides, even without a time, unless it is not
    `final`.
    """

    id: str
    """The value of `Event.rule`: `complement.prospective`."""
    says: str
    """The construction, its condition and its effect, in one sentence."""
    because: str
    """The reason in `Event.why`; `{governor}`, `{below}` and `{marker}` are replaced by words of the text."""
    example: Example
    relations: Sequence[str] = ()
    """UD relations, without subtypes, of the word that connects the event with the other; empty for any."""
    applies: Callable[[Case], bool] = field(default=lambda _: True, repr=False, eq=False)
    effect: Callable[[Case, EventRule], Placement | None] | None = field(default=None, repr=False, eq=False)
    """None if the rule only states an order, or that nothing is known; see `placed_apart`."""
    first: Literal["event", "other"] | None = None
    """Which of the two starts before the other, if the rule states it."""
    final: bool = True
    counts: bool = False
    """Whether it counts from the other event, so that the order follows."""
    placed_apart: bool = False
    """Whether other code (expressions, the story line, coreference) places events in its name."""

    @classmethod
    def apart(cls, name: str, says: str, because: str, example: Example, *, counts: bool = False) -> EventRule:
        """Make the row of a rule that is applied by other code."""
        return cls(name, says, because, example, counts=counts, placed_apart=True)

    @property
    def states_order(self) -> bool:
        """Whether it states which of the two events starts first."""
        return self.first is not None or self.counts

    @property
    def is_silent(self) -> bool:
        """Whether it gives no time: it states an order, or that nothing is known."""
        return self.effect is None and not self.placed_apart


def first_match(rules: Sequence[EventRule], case: Case) -> tuple[bool, Placement | None]:
    """Try rules in order; return whether one decided, and the time it gives."""
    kind = relation(case.step)
    for rule in rules:
        if (rule.relations and kind not in rule.relations) or not rule.applies(case):
            continue
        case.context.applied.setdefault(case.key, []).append(rule.id)
        if rule.first is not None:
            first, second = (case.key, case.other) if rule.first == "event" else (case.other, case.key)
            case.context.edges.append(edge(first, second, rule.id))
        found = None if rule.effect is None else rule.effect(case, rule)
        if found is not None:
            return True, found if found.rule == rule.id else evolve(found, rule=rule.id)
        if rule.final:
            return True, None
    return False, None


@frozen
class Confidence:
    """How often a rule is not contradicted by annotators."""

    confidence: float
    """The share, smoothed towards that of its kind if few cases were judged."""
    right: int
    of: int
    """Number of cases judged."""
    kind: str


@functools.cache
def confidences() -> Mapping[str, Confidence]:
    """Return the measurements by rule id; the suffix "/order" is for the order that a rule states."""
    found = json.loads(resources.files("timeline.events.placing").joinpath(_FILE).read_text(encoding="utf-8"))
    return {name: Confidence(**row) for name, row in found["rules"].items()}


def confidence(name: str) -> float:
    """How often the time of a rule is not contradicted by annotators; with the suffix "/order", its order.

    An inherited time is no more confident than its base. Rules without a time have 0. The shares are in
    `confidences.json`, which `python -m timeline.training rules` measures and writes.
    """
    measured = confidences().get(name)
    return 0.0 if measured is None else measured.confidence


def surest(rule: str, base: Placement) -> float:
    """Confidence of a rule in a time inherited from another event: at most that of the base."""
    return min(base.confidence, confidence(rule))


def edge(first: Key, second: Key, rule: str) -> Edge:
    """Return that one event starts before another, according to a rule or cue."""
    return Edge(first, second, confidence(f"{rule}/order"), rule)
