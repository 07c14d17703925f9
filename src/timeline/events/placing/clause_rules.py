"""When events happened: from their own expressions, from the clauses they lean on, from tense.

Each event is placed once; what it leans on is placed first. The order of trust: an expression of its own, the time of
a clause that shares it, the publication time of a report, tense.
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
from timeline.events.placing import noun_rules
from timeline.events.placing.direction import direction, is_ahead, is_overtaken
from timeline.events.placing.durations import told_after
from timeline.events.placing.explicit import Explicit
from timeline.events.placing.governor_bounds import leaning
from timeline.events.placing.phases import phase
from timeline.events.placing.placement import Edge, Placement, later, no_earlier
from timeline.events.placing.publication_frame import Publication, cut, relation_between, within
from timeline.events.placing.story_line import Narrative
from timeline.events.placing.tense_rules import by_tense
from timeline.events.trees.clauses import infinitive_of, is_ranked, marker_of, nearest_above, relation
from timeline.expressions.expression import Kind
from timeline.languages.event_lexicon import EventLexicon

if TYPE_CHECKING:
    from timeline.syntax.tree import Word

__all__ = ["Placer"]

_DEEPEST = 40
"""Clauses within clauses that inherit from each other; deeper than any sentence that people write."""


@mutable(eq=False)
class Placer:
    """Places the events of one article."""

    mentions: Mapping[Key, Mention]
    attributes: Mapping[Key, Attributes]
    links: Mapping[Key, Sequence[Link]]
    lexicon: EventLexicon
    publication: Publication | None
    headings: frozenset[int]
    """Sentences of headings and captions, whose present tense tells of what has just happened."""
    narrative: Narrative
    counted: Mapping[Key, Counted] = field(factory=dict)
    edges: list[Edge] = field(factory=list)
    shifted: dict[int, tuple[Interval, Key]] = field(factory=dict)
    """By the index of an expression, the interval that it has when counted from an event."""
    _placed: dict[Key, Placement] = field(factory=dict)
    _open: set[Key] = field(factory=set)

    def place(self, key: Key) -> Placement:
        """Give the time of an event."""
        known = self._placed.get(key)
        if known is not None:
            return known
        if key in self._open or len(self._open) > _DEEPEST:
            # Two events that lean on each other: the tense of one has to do.
            return self._by_tense(key)
        self._open.add(key)
        placement = self._explicit(key) or self._counted(key) or self._inherited(key) or self._by_tense(key)
        if placement.when is None and placement.rrule is None:
            placement = self._leaning(key) or placement
        self._open.discard(key)
        if key[0] not in self.headings:
            self.narrative.tell(self.mentions[key], self.attributes[key], placement)
        self._placed[key] = placement
        return placement

    def _leaning(self, key: Key) -> Placement | None:
        """Say the little that the governor says of an event that nothing places."""
        found = self.governor_of(key)
        if found is None or self.attributes[key].finite or self.attributes[key].polarity == "NEG":
            return None
        above, step = found
        governor, attributes, base = self.mentions[above], self.attributes[above], self.place(above)
        return leaning(self.mentions[key], governor, step, attributes, base, self.publication, self.lexicon)

    def _read(self, key: Key, links: Sequence[Link]) -> Placement:
        past, future = self._direction(key)
        sentence, attributes, above = self.mentions[key].sentence, self.attributes[key], self._above(key)
        past |= key[0] in self.headings and attributes.tense == "PRESENT" and not attributes.is_stative
        ahead = is_ahead(attributes, None if above is None else above[1])
        return Explicit(sentence, attributes, links, self.lexicon, self.publication, past, future, ahead).placement()

    def _resolved(self, key: Key, below: Key) -> Placement | None:
        """Give a verb the past day behind its infinitive: "they agreed to merge in May"."""
        links = self.links.get(below, ())
        read = self._read(key, links)
        if read.relation != "before" or self._read(below, links).relation != "before":
            return None
        return evolve(read, placed_by="inherited", confidence=round(0.8 * read.confidence, 2))

    def _is_resolve(self, key: Key) -> bool:
        """Tell whether a past day behind an infinitive is that of the resolve: "agreed to merge in May"."""
        found = self.governor_of(key)
        if found is None or relation(self.mentions[key].word) != "xcomp" or found[1] is not self.mentions[key].word:
            return False
        if self.mentions[found[0]].word.lemma.lower() not in self.lexicon.resolving or self.links.get(found[0]):
            return False
        signals = (signal_before(self.mentions[key].sentence, each.located) for each in self.links.get(key, ()))
        limits = {"by", "before", "until", "since", "from", "after"}
        simple = self.attributes[found[0]].tense == "PAST" and self.attributes[key].tense == "INFINITIVE"
        return simple and not any(self.lexicon.time_signals.get(signal) in limits for signal in signals)

    def _lasts(self, key: Key, link: Link) -> bool:
        """Tell whether a length is how long it took: "took three days", not "declared three days of mourning"."""
        takes = self.mentions[key].word.lemma.lower() in self.lexicon.lasting
        return link.located.expression.kind is Kind.DURATION and (takes or relation(link.located.head) != "obj")

    def _without_story(self, key: Key) -> Placement:
        headline = key[0] in self.headings
        return by_tense(self.mentions[key], self.attributes[key], self.lexicon, self.publication, headline=headline)

    def _by_tense(self, key: Key) -> Placement:
        background = self.mentions[key].word.lemma.lower() in self.lexicon.founding
        apart = key[0] in self.headings or background
        told = None if apart else self.narrative.place(self.mentions[key], self.attributes[key])
        return told or self._without_story(key)

    def _explicit(self, key: Key) -> Placement | None:
        links = self.links.get(key)
        if not links:
            return None
        sentence, read = self.mentions[key].sentence, self._read(key, links)
        if read.when is not None or read.rrule is not None:
            return None if read.relation == "before" and self._is_resolve(key) else read
        # The expressions say how long it took; when it was is found as if there were none.
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
        self.edges.append(Edge(counted.base, key, 0.9) if counted.sign > 0 else Edge(key, counted.base, 0.9))
        return self.count(key, self.place(counted.base))

    def count(self, key: Key, base: Placement) -> Placement | None:
        """Place what lies so long before or after an event that is placed; None where that one is not dated."""
        counted = self.counted[key]
        if base.when is None or base.placed_by not in {"explicit", "inherited"}:
            return None
        exact = counted.interval(base.when)
        when = counted.window(base.when) if exact is None else within(exact)
        if when is None:
            return None
        if exact is not None:
            self.shifted[counted.located.index] = exact, counted.base
        said = f"it lies “{counted.located.expression.text}” from “{self.mentions[counted.base].trigger.text}”"
        return Placement(
            when,
            "explicit",
            round(base.confidence * 0.95, 2),
            f"{said} ({base.reason})",
            relation_between(when, self.publication),
            tuple(sorted({counted.located.index, *base.expressions})),
        )

    def _direction(self, key: Key) -> tuple[bool, bool]:
        return direction(self.mentions[key], self.attributes[key], self._above(key), self.lexicon)

    def _above(self, key: Key) -> tuple[Mention, Attributes] | None:
        found = self.governor_of(key)
        return None if found is None else (self.mentions[found[0]], self.attributes[found[0]])

    def governor_of(self, key: Key) -> tuple[Key, Word] | None:
        """Give the nearest event above an event, and the word below it on the way."""
        sentence = self.mentions[key].sentence
        found = nearest_above(
            sentence, self.mentions[key].word, lambda word: (sentence.index, word.index) in self.mentions
        )
        return None if found is None else ((sentence.index, found[0].index), found[1])

    def _inherited(self, key: Key) -> Placement | None:  # noqa: C901, PLR0911 - one way out for each relation
        if key in self.counted:
            return None  # it lies apart from what surrounds it
        mention = self.mentions[key]
        if self._is_done(key) and self.publication is not None:
            return Placement(self.publication.before(), "inherited", 0.8, "it tells what one of several did", "before")
        below = self._from_below(key)
        if below is not None:
            return below
        found = self.governor_of(key)
        if found is None:
            return None
        above, step = found
        if mention.sort is Sort.NOUN:
            return noun_rules.inherited(self, key, above, step)
        if step is not mention.word:
            return None
        kind = relation(mention.word)
        if kind == "conj":
            return self._coordinated(key, above)
        if kind == "advcl":
            return self._adverbial(key, above)
        if kind == "xcomp":
            return self._complement(key, above)
        if kind == "acl" and infinitive_of(mention.sentence, mention.word, self.lexicon):
            return self._purpose(key, above)
        if kind == "ccomp":
            return self._content(key, above)
        return None

    def _is_done(self, key: Key) -> bool:
        mention = self.mentions[key]
        return self.attributes[key].factuality == "actual" and is_ranked(mention.sentence, mention.word, self.lexicon)

    def _content(self, key: Key, above: Key) -> Placement | None:
        """Place "would" and the like under a report: after what was said."""
        mine, other = self.attributes[key], self.attributes[above]
        if mine.tense == "INFINITIVE":
            return self._complement(key, above)
        if mine.force is None or mine.is_perfect:
            return None
        if other.event_class != "REPORTING" and other.tense == "PAST":
            return no_earlier(self.place(above), "it was open then", 0.6)
        if mine.force != "would":
            return None
        base = self.place(above)
        self.edges.append(Edge(above, key, 0.7))
        return later(self.publication, base, "it was said to lie ahead", 0.8)

    def share(self, base: Placement, factor: float, how: str, key: Key) -> Placement | None:
        """Take over the time of another event, if that is known better than by tense.

        Of what goes on since some day, or until one, what happened once shares only that day: "since March, when they
        came".
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
            relation=base.relation if shared is base.when else relation_between(when, self.publication) or "before",
            placed_by="inherited",
            confidence=round(base.confidence * factor, 2),
            reason=f"{how} ({base.reason})",
        )

    def _goes_on(self, base: Placement) -> bool:
        return base.when is not None and base.relation == "overlap" and base.when.latest is None

    def _coordinated(self, key: Key, above: Key) -> Placement | None:
        mine, other = self.attributes[key], self.attributes[above]
        same = mine.tense == other.tense and mine.aspect == other.aspect and mine.force == other.force
        if not same:
            return None
        if not mine.finite:
            return evolve(self.place(above), placed_by="inherited", reason="it is joined to a clause so placed")
        fronted = any(each.fronted for each in self.links.get(above, ()))
        if mine.tense == "PAST" and not mine.is_stative and not other.is_stative:
            self.edges.append(Edge(above, key, 0.5))
        return self.share(self.place(above), 0.9 if fronted else 0.7, "it shares the time of the clause before", key)

    def _adverbial(self, key: Key, above: Key) -> Placement | None:  # noqa: PLR0911 - one way out for each conjunction
        mention = self.mentions[key]
        if infinitive_of(mention.sentence, mention.word, self.lexicon):
            asked = self.mentions[above].word.lemma.lower() in self.lexicon.wanting
            return self._complement(key, above) if asked else self._purpose(key, above)
        marker = marker_of(mention.sentence, mention.word)
        lies = self.lexicon.subordinators.get(marker)
        if self.attributes[key].force in {"would", "possible"} and self.attributes[above].tense == "PAST":
            return no_earlier(self.place(above), "it was open then", 0.6)
        if lies in {"before", "after"}:
            earlier = (key, above) if lies == "after" else (above, key)
            self.edges.append(Edge(*earlier, 0.9))
            return None
        finite = self.attributes[key].finite
        if lies not in {"same", "there"} and (finite or marker):
            return None
        if marker in self.lexicon.conditional_marks:
            return None
        if finite and not self._agree(key, above):
            return None
        factor = 0.9 if lies in {"same", "there"} else 0.75
        base = self.place(above)
        shared = self.share(base, factor, "it happens together with its main clause", key)
        return shared if shared is not None or finite else self.echo(base, factor, self.mentions[above])

    def _agree(self, key: Key, above: Key) -> bool:
        """Tell whether the tenses of two clauses let them speak of one time: not "it is as it was when he lived"."""
        mine, other = self.attributes[key], self.attributes[above]
        return mine.is_past == other.is_past or mine.tense == other.tense

    def _purpose(self, key: Key, above: Key) -> Placement | None:
        """Place what somebody does something for: not before it."""
        base = self.place(above)
        self.edges.append(Edge(above, key, 0.6))
        mention = self.mentions[key]
        governor = mention.sentence.governor(mention.word)
        lemma = "" if governor is None else governor.lemma.lower()
        if lemma in self.lexicon.planning:
            return later(self.publication, base, "it is planned", 0.8)
        if self.mentions[above].sort is Sort.STATE:
            return self.share(base, 0.8, "it is what that was for", key) or later(
                self.publication, base, "it is a purpose", 0.6
            )
        if base.relation == "after" or self.attributes[above].tense == "INFINITIVE":
            return later(self.publication, base, "it is the purpose of what lies ahead", 0.75)
        return no_earlier(base, "it is a purpose", 0.6)

    def _complement(  # noqa: PLR0911 - one way out for each kind of verb
        self, key: Key, above: Key
    ) -> Placement | None:
        """Place the infinitive or participle that completes a verb."""
        base = self.place(above)
        governor = self.mentions[above]
        lemma = governor.word.lemma.lower()
        infinitive = self.attributes[key].tense == "INFINITIVE"
        if infinitive and is_overtaken(governor, self.attributes[above], self.lexicon):
            return Placement(None, "event", 0.5, "something else came instead")
        done = self.attributes[key].factuality in {"actual", "reported"} and lemma in self.lexicon.implicative
        if infinitive and not done and (lemma in self.lexicon.planning or lemma in self.lexicon.wanting):
            self.edges.append(Edge(above, key, 0.8))
            if lemma in self.lexicon.planning or self.attributes[above].tense == "PRESENT":
                return later(self.publication, base, f"“{governor.trigger.text}” looks ahead", 0.9)
            return no_earlier(base, f"“{governor.trigger.text}” looks ahead", 0.8)
        part = phase(base, governor, self.lexicon)
        if part is not None:
            return part
        shared = self.share(base, 0.9, f"it shares the time of “{governor.trigger.text}”", key)
        if shared is not None:
            return shared
        if base.when is None:
            return None
        return evolve(
            base,
            confidence=round(base.confidence * 0.9, 2),
            reason=f"it shares the time of “{governor.trigger.text}” ({base.reason})",
        )

    def _from_below(self, key: Key) -> Placement | None:
        """Take the time of a clause with "when", of a light verb's event, or of "which occurred on Friday"."""
        mention = self.mentions[key]
        if mention.sort is Sort.NOUN:
            return noun_rules.told_below(self, key)
        sentence = mention.sentence
        for index in sentence.children[mention.word.index]:
            below, child = (sentence.index, index), sentence.words[index]
            if below not in self.mentions:
                continue
            links = self.links.get(below, ())
            if links and relation(child) == "xcomp" and self._is_resolve(below):
                return self._resolved(key, below)
            if self.mentions[below].sort is Sort.NOUN and noun_rules.carries(self, key, below):
                return self.share(self.place(below), 0.9, f"it is the time of “{child.text}”", key)
            marker = marker_of(sentence, child)
            same = relation(child) == "advcl" and links and self.lexicon.subordinators.get(marker) == "same"
            if same and self.attributes[below].finite and self.attributes[below].tense == self.attributes[key].tense:
                return self.share(self.place(below), 0.85, f"its clause with “{marker}” says so", key)
        return None

    def echo(self, base: Placement, factor: float, governor: Mention) -> Placement | None:
        """Take over whatever is known of the time of another event, but for that of a report."""
        if base.when is None or base.placed_by == "reported":
            return None
        confidence = round(base.confidence * factor, 2)
        reason = f"it is told together with “{governor.trigger.text}” ({base.reason})"
        return evolve(base, placed_by="event", confidence=confidence, reason=reason)
