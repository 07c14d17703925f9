"""Times of events: from their own expressions, from the clauses they depend on, from tense.

Each event is placed once, after the events it depends on. In order of precedence: its own expression, the time of a
clause that shares it, the publication time of a report, tense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, mutable

from timeline.calculus.intervals import Interval
from timeline.events.linking.arguments import Link, signal_before
from timeline.events.linking.event_anchored import Counted
from timeline.events.mentions.attributes import Attributes
from timeline.events.mentions.detection import Key, Mention, Sort
from timeline.events.placing import clause_rules, noun_rules
from timeline.events.placing.agreement import agreeing
from timeline.events.placing.clause_rules import DONE
from timeline.events.placing.direction import direction, is_ahead
from timeline.events.placing.durations import told_after
from timeline.events.placing.explicit import Explicit
from timeline.events.placing.framed import by_frame
from timeline.events.placing.governor_rules import GOVERNED
from timeline.events.placing.placement import Edge, Placement
from timeline.events.placing.publication_frame import Publication, cut, relation_to_publication, within
from timeline.events.placing.rule import Case, EventRule, Example, confidence, edge, first_match, surest
from timeline.events.placing.story_line import StoryLine
from timeline.events.placing.tense_rules import by_tense
from timeline.events.trees.clauses import is_ranked, nearest_above, relation
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.languages.event_lexicon import EventLexicon

if TYPE_CHECKING:
    from timeline.syntax.tree import Word

__all__ = ["COUNTED", "Placer"]

COUNTED = EventRule.apart(
    "explicit.counted",
    "A length of time before “after” or “before” and another event counts from that event.",
    "it lies “{said}” from “{governor}”",
    Example("She [resigned] two days after the vote on Monday.", "2022-07-20"),
    counts=True,
)

_DEEPEST = 40
"""Most nested clauses that inherit from each other; deeper than any sentence people write."""


@mutable(eq=False)
class Placer:
    """Places the events of one article."""

    mentions: Mapping[Key, Mention]
    attributes: Mapping[Key, Attributes]
    links: Mapping[Key, Sequence[Link]]
    lexicon: EventLexicon
    publication: Publication | None
    headings: frozenset[int]
    """Sentences of headings and captions, whose present tense means the recent past."""
    story: StoryLine
    counted: Mapping[Key, Counted] = field(factory=dict)
    frames: Mapping[Key, tuple[int, TemporalExpression]] = field(factory=dict)
    """The events in blocks that have a date, each with the index of its expression."""
    edges: list[Edge] = field(factory=list)
    applied: dict[Key, list[str]] = field(factory=dict)
    readings: dict[int, TemporalExpression] = field(factory=dict)
    """By index, the expressions in the reading that agrees with the event that they place."""
    shifted: dict[int, tuple[Interval, Key]] = field(factory=dict)
    """By the index of an expression, its interval when counted from an event."""
    _placed: dict[Key, Placement] = field(factory=dict)
    _open: set[Key] = field(factory=set)

    def place(self, key: Key) -> Placement:
        """Return the time of an event."""
        known = self._placed.get(key)
        if known is not None:
            return known
        if key in self._open or len(self._open) > _DEEPEST:
            # Two events depend on each other: one is placed by its tense.
            return self._by_tense(key)
        self._open.add(key)
        placement = self._explicit(key) or self._counted(key) or self._inherited(key) or self._by_tense(key)
        if placement.placed_by in {"tense", "reported"}:
            placement = self._framed(key) or placement
        if placement.when is None and placement.rrule is None:
            placement = self._governed(key) or placement
        self._open.discard(key)
        if key[0] not in self.headings:
            self.story.tell(self.mentions[key], self.attributes[key], placement)
        self._placed[key] = placement
        return placement

    def _framed(self, key: Key) -> Placement | None:
        """Place an event by the date of its block, unless it is to come."""
        if key not in self.frames or self._direction(key)[1]:
            return None
        return by_frame(self.attributes[key], *self.frames[key], self.publication)

    def _governed(self, key: Key) -> Placement | None:
        """Bound an event without a time by its governor."""
        found = self.governor_of(key)
        if found is None or self.attributes[key].finite or self.attributes[key].polarity == "NEG":
            return None
        if self.publication is None or self.place(found[0]).when is None:
            return None
        return first_match(GOVERNED, Case.of(self, key, *found))[1]

    def _read(self, key: Key, links: Sequence[Link]) -> tuple[Placement, list[Link]]:
        """Return what expressions state of an event, and the links with the expressions as they were read for it."""
        past, future = self._direction(key)
        sentence, attributes, above = self.mentions[key].sentence, self.attributes[key], self._above(key)
        past |= key[0] in self.headings and attributes.tense == "PRESENT" and not attributes.is_stative
        ahead = is_ahead(attributes, None if above is None else above[1])
        read = [self._agreeing(link, past=past, future=future) for link in links]
        explicit = Explicit(sentence, attributes, read, self.lexicon, self.publication, past, future, ahead)
        return explicit.placement(), read

    def _agreeing(self, link: Link, *, past: bool, future: bool) -> Link:
        """Read an expression as the event that it places requires; the first event that it places decides for all."""
        given = link.located.expression
        read = self.readings.get(link.located.index) or agreeing(given, self.publication, past=past, future=future)
        return link if read is given else evolve(link, located=evolve(link.located, expression=read))

    def _keep(self, placement: Placement, links: Sequence[Link]) -> None:
        """Let the expressions that place an event stay as they were read for it."""
        for link in links:
            if link.located.index in placement.expressions:
                self.readings.setdefault(link.located.index, link.located.expression)

    def resolved(self, key: Key, below: Key) -> Placement | None:
        """Place a verb by the past day after its infinitive: "they agreed to merge in May"."""
        links = self.links.get(below, ())
        read, used = self._read(key, links)
        if read.relation != "before" or self._read(below, links)[0].relation != "before":
            return None
        self._keep(read, used)
        return evolve(read, placed_by="inherited", confidence=surest("below.resolution", read))

    def is_resolution(self, key: Key) -> bool:
        """Whether a past day after an infinitive is that of the decision: "agreed to merge in May"."""
        found = self.governor_of(key)
        if found is None or relation(self.mentions[key].word) != "xcomp" or found[1] is not self.mentions[key].word:
            return False
        if self.mentions[found[0]].word.entry not in self.lexicon.resolving or self.links.get(found[0]):
            return False
        signals = (signal_before(self.mentions[key].sentence, each.located) for each in self.links.get(key, ()))
        limits = {"by", "before", "until", "since", "from", "after"}
        simple = self.attributes[found[0]].tense == "PAST" and self.attributes[key].tense == "INFINITIVE"
        return simple and not any(self.lexicon.time_signals.get(signal) in limits for signal in signals)

    def _lasts(self, key: Key, link: Link) -> bool:
        """Whether a duration is that of the event: "took three days", not "declared three days of mourning"."""
        takes = self.mentions[key].word.entry in self.lexicon.lasting
        return link.located.expression.kind is Kind.DURATION and (takes or relation(link.located.head) != "obj")

    def _without_story(self, key: Key) -> Placement:
        headline = key[0] in self.headings
        return by_tense(self.mentions[key], self.attributes[key], self.lexicon, self.publication, headline=headline)

    def _by_tense(self, key: Key) -> Placement:
        background = self.mentions[key].word.entry in self.lexicon.founding
        apart = key[0] in self.headings or background
        told = None if apart else self.story.place(self.mentions[key], self.attributes[key])
        return told or self._without_story(key)

    def _explicit(self, key: Key) -> Placement | None:
        links = self.links.get(key)
        if not links:
            return None
        sentence, (read, used) = self.mentions[key].sentence, self._read(key, links)
        if read.when is not None or read.rrule is not None:
            if read.relation == "before" and self.is_resolution(key):
                return None
            self._keep(read, used)
            return read
        # The expressions state the duration; the time is found as if there were none.
        found = self._counted(key) or self._inherited(key) or self._by_tense(key)
        lengths = [each.located for each in links if self._lasts(key, each)]
        dated = found.placed_by == "inherited" and found.when is not None and found.when.earliest is not None
        if read.several_days and lengths and dated:
            after = self.lexicon.time_signals.get(signal_before(sentence, lengths[0])) == "after"
            joined = relation(self.mentions[key].word) == "conj"
            told = told_after(found, lengths[0].expression, self.publication, after=after) if joined else None
            found = told or self._without_story(key)
        long = found.several_days if read.several_days is None else read.several_days
        return evolve(found, expressions=read.expressions, several_days=long)

    def _counted(self, key: Key) -> Placement | None:
        """Count from another event: two days after the vote."""
        counted = self.counted.get(key)
        if counted is None:
            return None
        self.edges.append(edge(*((counted.base, key) if counted.sign > 0 else (key, counted.base)), COUNTED.id))
        return self.count(key, self.place(counted.base))

    def count(self, key: Key, base: Placement) -> Placement | None:
        """Place an event at its distance from one that is placed; None if that one is not dated."""
        counted = self.counted[key]
        if base.when is None or base.placed_by not in {"explicit", "inherited"}:
            return None
        exact = counted.interval(base.when)
        when = counted.window(base.when) if exact is None else within(exact)
        if when is None:
            return None
        if exact is not None:
            self.shifted[counted.located.index] = exact, counted.base
        trigger = self.mentions[counted.base].trigger.text
        said = COUNTED.because.format(said=counted.located.expression.text, governor=trigger)
        return Placement(
            when,
            "explicit",
            surest(COUNTED.id, base),
            f"{said} ({base.reason})",
            relation_to_publication(when, self.publication),
            tuple(sorted({counted.located.index, *base.expressions})),
            rule=COUNTED.id,
        )

    def _direction(self, key: Key) -> tuple[bool, bool]:
        return direction(self.mentions[key], self.attributes[key], self._above(key), self.lexicon)

    def _above(self, key: Key) -> tuple[Mention, Attributes] | None:
        found = self.governor_of(key)
        return None if found is None else (self.mentions[found[0]], self.attributes[found[0]])

    def governor_of(self, key: Key) -> tuple[Key, Word] | None:
        """Return the nearest event above an event, and its child on the path."""
        sentence = self.mentions[key].sentence
        found = nearest_above(
            sentence, self.mentions[key].word, lambda word: (sentence.index, word.index) in self.mentions
        )
        return None if found is None else ((sentence.index, found[0].index), found[1])

    def _inherited(self, key: Key) -> Placement | None:
        """Inherit the time of another event of the sentence: of one below it, or of the one above it."""
        if key in self.counted:
            return None  # it is at another time than its context
        if self._is_done(key) and self.publication is not None:
            before, sure = self.publication.before(), confidence(DONE.id)
            return Placement(before, "inherited", sure, DONE.because, "before", rule=DONE.id)
        below = self._from_below(key)
        if below is not None:
            return below
        found = self.governor_of(key)
        if found is None:
            return None
        noun = self.mentions[key].sort is Sort.NOUN
        if not noun and found[1] is not self.mentions[key].word:
            return None
        rules = noun_rules.ABOVE if noun else clause_rules.ABOVE
        return first_match(rules, Case.of(self, key, *found))[1]

    def _is_done(self, key: Key) -> bool:
        mention = self.mentions[key]
        return self.attributes[key].factuality == "actual" and is_ranked(mention.sentence, mention.word, self.lexicon)

    def share(self, base: Placement, rule: str, how: str, key: Key) -> Placement | None:
        """Inherit the time of another event, if that is known from more than its tense.

        If the base lasts since or until a day, a punctual event takes only that day: "since March, when they came".
        """
        if base.placed_by not in {"explicit", "inherited"} or base.when is None:
            return None
        past, future = self._direction(key)
        if self.mentions[key].sort is Sort.NOUN:
            past = future = False
        shared, several = base.when, base.several_days
        if past and not self.attributes[key].is_stative and self._goes_on(base):
            shared, several = Interval(shared.begin, shared.begin, shared.granularity), None
        elif past and not self.attributes[key].is_stative and shared.begin.is_open and shared.end.earliest is not None:
            shared, several = Interval(shared.end, shared.end, shared.granularity), None
        when = cut(shared, self.publication, past=past, future=future)
        return evolve(
            base,
            when=when,
            several_days=several,
            relation=base.relation
            if shared is base.when
            else relation_to_publication(when, self.publication) or "before",
            placed_by="inherited",
            confidence=surest(rule, base),
            reason=f"{how} ({base.reason})",
        )

    def _goes_on(self, base: Placement) -> bool:
        return base.when is not None and base.relation == "overlap" and base.when.latest is None

    def _from_below(self, key: Key) -> Placement | None:
        """Inherit the time of an event below: a clause with "when", a light verb's noun, "which occurred on Friday"."""
        mention = self.mentions[key]
        sentence, noun = mention.sentence, mention.sort is Sort.NOUN
        for index in sentence.children[mention.word.index]:
            child = sentence.words[index]
            below: Key | None = sentence.index, index
            if noun:
                below = noun_rules.happening_below(self, (sentence.index, index), child)
            if below is None or below not in self.mentions:
                continue
            decided, found = first_match(
                noun_rules.BELOW if noun else clause_rules.BELOW, Case.of(self, key, below, child)
            )
            if decided:
                return found
        return None

    def echo(self, base: Placement, rule: str, how: str) -> Placement | None:
        """Inherit whatever is known about the time of another event, unless that is a report."""
        if base.when is None or base.placed_by == "reported":
            return None
        sure = surest(rule, base)
        return evolve(base, placed_by="event", confidence=sure, reason=f"{how} ({base.reason})")
