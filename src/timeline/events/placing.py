"""When events happened: from their own expressions, from the clauses they lean on, from tense.

Each event is placed once; what it leans on is placed first. The order of trust: an expression of its own, the time of
a clause that shares it, the publication time of a report, tense.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import evolve, field, frozen, mutable

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.attributes import Attributes
from timeline.events.clauses import case_of, infinitive_of, marker_of, relation
from timeline.events.detection import Mention, Sort
from timeline.events.linking import Link, is_bound, signal_before
from timeline.events.spans import Publication, bounded, cut, relation_between, within
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.languages.event_lexicon import EventLexicon
from timeline.syntax.tree import Word

__all__ = ["Edge", "Placement", "Placer"]

Key = tuple[int, int]

_DEEPEST = 40
_SURE_DAYS = 2


@frozen
class Placement:
    """The time of an event, and what it rests on."""

    when: Interval | None
    placed_by: str
    confidence: float
    reason: str
    relation: str | None = None
    """To the publication, where it is known."""
    expressions: tuple[int, ...] = ()
    rrule: str | None = None
    several_days: bool | None = None


@frozen
class Edge:
    """One event begins before another, as the text says by a conjunction or an infinitive."""

    first: Key
    second: Key
    confidence: float


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
    edges: list[Edge] = field(factory=list)
    _placed: dict[Key, Placement] = field(factory=dict)

    def place(self, key: Key, depth: int = 0) -> Placement:
        """Give the time of an event."""
        known = self._placed.get(key)
        if known is not None:
            return known
        if depth > _DEEPEST:
            return self._by_tense(key)
        placement = self._explicit(key) or self._inherited(key, depth) or self._by_tense(key)
        self._placed[key] = placement
        return placement

    # ---- its own expressions ------------------------------------------------------------------------------------

    def _explicit(self, key: Key) -> Placement | None:
        links = self.links.get(key, ())
        if not links:
            return None
        mention, attributes = self.mentions[key], self.attributes[key]
        sets = [each for each in links if each.located.expression.kind is Kind.SET]
        if sets:
            return self._recurring(mention, attributes, links, sets[0])
        when: Interval | None = None
        used: list[Link] = []
        long: bool | None = None
        for each in sorted(links, key=_fineness):
            interval, is_long = self._of_expression(mention, attributes, each)
            long = long if is_long is None else is_long
            if interval is None:
                continue
            shared = interval if when is None else when.intersection(interval)
            if shared is not None:
                when = shared
                used.append(each)
        indices = tuple(sorted(each.located.index for each in (used or links)))
        if when is None:
            fallback = self._inherited(key, 1) or self._by_tense(key)
            return evolve(fallback, expressions=indices, several_days=long if long is not None else fallback.several_days)
        past, future = self._direction(key)
        when = cut(when, self.publication, past=past, future=future)
        relation_ = relation_between(when, self.publication)
        if relation_ is None and self.publication is not None and when.latest is not None and past:
            relation_ = "before"
        if relation_ is None and future:
            relation_ = "after"
        if relation_ == "before" and self._reaches(when, attributes):
            relation_ = "overlap"
        confidence = min(min(each.confidence, each.located.expression.confidence) for each in used)
        if when.granularity > Granularity.DAY:
            confidence *= 0.95
        said = " and ".join(f"“{each.located.expression.text}”" for each in used)
        if long is None and when.is_exact:
            long = when.granularity > Granularity.DAY
        return Placement(when, "explicit", round(confidence, 2), f"{said} says so", relation_, indices, None, long)

    def _reaches(self, when: Interval, attributes: Attributes) -> bool:
        """Tell whether something told in the present fills a period that ends at publication: still so."""
        ends = when.end.earliest
        return attributes.tense == "PRESENT" and self.publication is not None and ends is not None and ends >= self.publication.begin

    def _of_expression(self, mention: Mention, attributes: Attributes, each: Link) -> tuple[Interval | None, bool | None]:
        """Give what one expression says, and whether the event lasts several days."""
        expression = each.located.expression
        interval = expression.interval
        bound = self._bound(mention, each)
        if expression.kind is Kind.DURATION and interval is None:
            return None, _is_long(expression.value)
        if interval is None:
            return None, None
        if bound == "since" and not attributes.is_stative and not attributes.is_perfect and attributes.tense != "PRESENT":
            # "the first win since 1958", "he has not been seen since": it happened in that time, it does not fill it.
            return bounded(interval, bound).somewhere_within(), None
        if bound in {"since", "from"}:
            return self._still(bounded(interval, bound), attributes), True
        if bound in {"until", "to", "by", "before", "after"}:
            return bounded(interval, bound), None
        if interval.begin.is_open or interval.end.is_open:
            return self._vague(interval, attributes), None
        fills = (attributes.is_stative and attributes.force is None) or bound == "throughout" or attributes.aspect.endswith("PROGRESSIVE")
        if expression.kind is Kind.DURATION:
            fills = bound == "throughout" or (fills and bound != "within") or (attributes.is_perfect and bound == "throughout")
        if fills:
            return interval, interval.granularity > Granularity.DAY or expression.kind is Kind.DURATION or None
        inside = within(interval)
        return inside, False if interval.granularity <= Granularity.DAY and interval.is_exact else None

    def _vague(self, interval: Interval, attributes: Attributes) -> Interval:
        """Read "recently", "now", "in the future": an interval of which one end is open holds the event somewhere."""
        if attributes.is_stative:
            return interval
        if interval.end.is_open and interval.begin.earliest is not None:
            return Interval(Bound(interval.begin.earliest, None), Bound(interval.begin.earliest, None), interval.granularity)
        if interval.begin.is_open and interval.end.latest is not None:
            return Interval(Bound(None, interval.end.latest), Bound(None, interval.end.latest), interval.granularity)
        return interval

    def _bound(self, mention: Mention, each: Link) -> str:
        signal = None if is_bound(each.located) else each.located.expression.signal
        text = signal.text.lower() if signal is not None else signal_before(mention.sentence, each.located)
        return self.lexicon.time_signals.get(" ".join(text.split()), "on")

    def _still(self, interval: Interval, attributes: Attributes) -> Interval:
        """Say of what has gone on since some time that it goes on at publication, if it is told so."""
        present = attributes.tense == "PRESENT" or attributes.is_stative
        if self.publication is None or not interval.end.is_open or not present:
            return interval
        first = interval.begin.earliest
        if first is not None and first >= self.publication.begin:
            return interval
        return Interval(interval.begin, Bound(self.publication.begin, None), interval.granularity)

    def _recurring(
        self, mention: Mention, attributes: Attributes, links: Sequence[Link], repeated: Link
    ) -> Placement | None:
        """Place what happens again and again: from the first time, if it is said, until the publication or later."""
        expression = repeated.located.expression
        begin: Bound = OPEN
        end: Bound = OPEN
        unit = Granularity.DAY
        if expression.interval is not None:
            begin, end, unit = expression.interval.begin, expression.interval.end, expression.interval.granularity
        for each in links:
            interval = each.located.expression.interval
            if each is repeated or interval is None:
                continue
            found = bounded(interval, self._bound(mention, each))
            begin = found.begin if begin.is_open else begin
            end = found.end if end.is_open else end
            unit = interval.granularity
        if end.is_open and self.publication is not None:
            past = attributes.tense == "PAST" and not attributes.is_perfect
            end = Bound(None, self.publication.end) if past else Bound(self.publication.begin, None)
            if begin.is_open and not past:
                begin = Bound(None, self.publication.begin)
        when = None if begin.is_open and end.is_open else Interval(begin, end, unit)
        indices = tuple(sorted(each.located.index for each in links))
        said = " ".join(f"“{each.located.expression.text}”" for each in sorted(links, key=lambda each: each.located.index))
        related = relation_between(when, self.publication)
        confidence = round(min(each.confidence for each in links), 2)
        return Placement(when, "explicit", confidence, f"it recurs: {said}", related, indices, expression.rrule, True)

    def _direction(self, key: Key) -> tuple[bool, bool]:
        """Tell whether an event is told as past, and whether as lying ahead; a noun is what its governor is."""
        attributes, mention = self.attributes[key], self.mentions[key]
        if mention.sort is Sort.NOUN and not attributes.finite:
            lies = self.lexicon.noun_signals.get(case_of(mention.sentence, mention.word) or marker_of(mention.sentence, mention.word))
            found = self.governor_of(key)
            if found is None:
                return False, False
            above = self.attributes[found[0]]
            if lies == "after" and above.force is None:
                return True, False
            return above.is_past and not above.is_perfect and lies != "before", above.force == "future"
        past = attributes.tense == "PAST" or attributes.tense == "PASTPART" or (attributes.is_past and not attributes.is_stative)
        return past, attributes.force == "future"

    # ---- what it leans on ---------------------------------------------------------------------------------------

    def governor_of(self, key: Key) -> tuple[Key, Word] | None:
        """Give the nearest event above an event, and the word below it on the way."""
        sentence, word = self.mentions[key].sentence, self.mentions[key].word
        for _ in range(len(sentence.words)):
            parent = sentence.governor(word)
            if parent is None:
                return None
            above = (sentence.index, parent.index)
            if above in self.mentions:
                return above, word
            word = parent
        return None

    def _inherited(self, key: Key, depth: int) -> Placement | None:
        mention = self.mentions[key]
        below = self._from_below(key)
        if below is not None:
            return below
        found = self.governor_of(key)
        if found is None:
            return None
        above, step = found
        if mention.sort is Sort.NOUN:
            return self._noun_inherited(key, above, step, depth)
        if step is not mention.word:
            return None
        kind = relation(mention.word)
        if kind == "conj":
            return self._coordinated(key, above, depth)
        if kind == "advcl":
            return self._adverbial(key, above, depth)
        if kind == "xcomp":
            return self._complement(key, above, depth)
        if kind == "acl" and infinitive_of(mention.sentence, mention.word, self.lexicon):
            return self._purpose(key, above, depth)
        if kind == "ccomp":
            return self._content(key, above, depth)
        return None

    def _content(self, key: Key, above: Key, depth: int) -> Placement | None:
        """Place "would" and the like under a report: after what was said."""
        mine, other = self.attributes[key], self.attributes[above]
        if mine.force is None or mine.is_perfect:
            return None
        if other.event_class != "REPORTING" and other.tense == "PAST":
            return self._no_earlier(self.place(above, depth + 1), "it was open then", 0.4)
        if mine.force != "would":
            return None
        base = self.place(above, depth + 1)
        self.edges.append(Edge(above, key, 0.7))
        return self._later(base, "it was said to lie ahead", 0.6)

    def _share(self, base: Placement, factor: float, how: str, key: Key) -> Placement | None:
        """Take over the time of another event, if that is known better than by tense."""
        if base.placed_by not in {"explicit", "inherited"} or base.when is None:
            return None
        past, future = self._direction(key)
        if self.mentions[key].sort is Sort.NOUN:
            past = future = False
        when = cut(base.when, self.publication, past=past, future=future)
        return evolve(
            base, when=when, placed_by="inherited", confidence=round(base.confidence * factor, 2), reason=f"{how} ({base.reason})"
        )

    def _coordinated(self, key: Key, above: Key, depth: int) -> Placement | None:
        mine, other = self.attributes[key], self.attributes[above]
        same = mine.tense == other.tense and mine.aspect == other.aspect and mine.force == other.force
        if not same:
            return None
        if not mine.finite:
            return evolve(self.place(above, depth + 1), placed_by="inherited", reason="it is joined to a clause so placed")
        fronted = any(each.fronted for each in self.links.get(above, ()))
        if mine.tense == "PAST" and not mine.is_stative and not other.is_stative:
            self.edges.append(Edge(above, key, 0.5))
        return self._share(self.place(above, depth + 1), 0.9 if fronted else 0.7, "it shares the time of the clause before", key)

    def _adverbial(self, key: Key, above: Key, depth: int) -> Placement | None:
        mention = self.mentions[key]
        if infinitive_of(mention.sentence, mention.word, self.lexicon):
            asked = self.mentions[above].word.lemma.lower() in self.lexicon.wanting
            return self._complement(key, above, depth) if asked else self._purpose(key, above, depth)
        marker = marker_of(mention.sentence, mention.word)
        lies = self.lexicon.subordinators.get(marker)
        if self.attributes[key].force in {"would", "possible"} and self.attributes[above].tense == "PAST":
            return self._no_earlier(self.place(above, depth + 1), "it was open then", 0.4)
        if lies in {"before", "after"}:
            earlier = (key, above) if lies == "after" else (above, key)
            self.edges.append(Edge(*earlier, 0.9))
            return None
        finite = self.attributes[key].finite
        if lies != "same" and (finite or marker):
            return None
        if marker in self.lexicon.conditional_marks:
            return None
        factor = 0.9 if lies == "same" else 0.75
        base = self.place(above, depth + 1)
        shared = self._share(base, factor, "it happens together with its main clause", key)
        return shared if shared is not None or finite else self._echo(base, factor, self.mentions[above], key)

    def _purpose(self, key: Key, above: Key, depth: int) -> Placement | None:
        """Place what somebody does something for: not before it."""
        base = self.place(above, depth + 1)
        self.edges.append(Edge(above, key, 0.6))
        mention = self.mentions[key]
        governor = mention.sentence.governor(mention.word)
        lemma = "" if governor is None else governor.lemma.lower()
        if lemma in self.lexicon.planning:
            return self._later(base, "it is planned", 0.6)
        if self.mentions[above].sort is Sort.STATE:
            return self._share(base, 0.8, "it is what that was for", key) or self._later(base, "it is a purpose", 0.4)
        if base.relation == "after" or self.attributes[above].tense == "INFINITIVE":
            return self._later(base, "it is the purpose of what lies ahead", 0.5)
        return self._no_earlier(base, "it is a purpose", 0.4)

    def _complement(self, key: Key, above: Key, depth: int) -> Placement | None:
        """Place the infinitive or participle that completes a verb."""
        base = self.place(above, depth + 1)
        governor = self.mentions[above]
        lemma = governor.word.lemma.lower()
        infinitive = self.attributes[key].tense == "INFINITIVE"
        if infinitive and (lemma in self.lexicon.planning or lemma in self.lexicon.wanting):
            self.edges.append(Edge(above, key, 0.8))
            if lemma in self.lexicon.planning or self.attributes[above].tense == "PRESENT":
                return self._later(base, f"“{governor.trigger.text}” looks ahead", 0.7)
            return self._no_earlier(base, f"“{governor.trigger.text}” looks ahead", 0.5)
        part = self._phase(base, governor)
        if part is not None:
            return part
        shared = self._share(base, 0.9, f"it shares the time of “{governor.trigger.text}”", key)
        if shared is not None:
            return shared
        if base.when is None:
            return None
        return evolve(base, confidence=round(base.confidence * 0.8, 2), reason=f"it shares the time of “{governor.trigger.text}” ({base.reason})")

    def _phase(self, base: Placement, governor: Mention) -> Placement | None:
        """Place what begins or ends at a known time: "the broadcasts began on Monday"."""
        lemma, when = governor.word.lemma.lower(), base.when
        if base.placed_by not in {"explicit", "inherited"} or when is None:
            return None
        window = Bound(when.earliest, when.latest)
        confidence, reason = round(base.confidence * 0.85, 2), f"“{governor.trigger.text}” says so ({base.reason})"
        if lemma in self.lexicon.starting:
            part = Interval(window, Bound(when.earliest, None), when.granularity)
        elif lemma in self.lexicon.stopping:
            part = Interval(Bound(None, when.latest), window, when.granularity)
        else:
            return None
        related = base.relation if base.relation == "after" or lemma in self.lexicon.stopping else None
        return evolve(base, when=part, placed_by="inherited", confidence=confidence, reason=reason, relation=related, several_days=None)

    def _later(self, base: Placement, why: str, confidence: float) -> Placement:
        """Place after the publication, or, where the base has surely ended before, after the base."""
        publication = self.publication
        if publication is None:
            return Placement(None, "event", confidence, why)
        when = base.when
        last = None if when is None else when.latest
        begins = None if when is None else when.earliest
        if when is not None and last is not None and last < publication.begin and begins is not None:
            return self._no_earlier(base, why, confidence)
        if when is not None and begins is not None and begins > publication.begin:
            later = Interval(Bound(begins, None), Bound(begins, None), when.granularity)
            return Placement(later, "event", confidence, why, "after", base.expressions)
        return Placement(publication.after(), "event", confidence, f"{why}, after the publication", "after", base.expressions)

    def _no_earlier(self, base: Placement, why: str, confidence: float) -> Placement:
        when = base.when
        if when is None or when.earliest is None:
            return Placement(None, "event", confidence, f"{why}; when is not said")
        later = Interval(Bound(when.earliest, None), Bound(when.earliest, None), when.granularity)
        return Placement(later, "event", confidence, f"{why}, not before what it leans on", None, base.expressions)

    def _from_below(self, key: Key) -> Placement | None:
        """Take the time of a clause with "when", of the event a light verb carries, or of "which occurred on Friday"."""
        mention = self.mentions[key]
        sentence, lemma = mention.sentence, mention.word.lemma.lower()
        for index in sentence.children[mention.word.index]:
            below, child = (sentence.index, index), sentence.words[index]
            if mention.sort is Sort.NOUN:
                happening = self._happening_below(below, child)
                if happening is not None:
                    return self._share(self.place(happening), 0.9, f"it is what “{child.text}” tells of", key)
                continue
            if below not in self.mentions:
                continue
            kind, links = relation(child), self.links.get(below, ())
            if self.mentions[below].sort is Sort.NOUN:
                carries = kind == "obj" and lemma in self.lexicon.light_verbs
                carries |= kind == "nsubj" and (lemma in self.lexicon.happening_verbs or child.deprel == "nsubj:pass")
                carries |= kind == "nsubj" and any(not signal_before(sentence, each.located) for each in links)
                if carries and (links or any(self._happening_below(*pair) for pair in self._children(below))):
                    return self._share(self.place(below), 0.9, f"it is the time of “{child.text}”", key)
            marker = marker_of(sentence, child)
            same = kind == "advcl" and links and self.lexicon.subordinators.get(marker) == "same"
            if same and self.attributes[below].finite and self.attributes[below].tense == self.attributes[key].tense:
                return self._share(self.place(below), 0.85, f"its clause with “{marker}” says so", key)
        return None

    def _children(self, key: Key) -> list[tuple[Key, Word]]:
        sentence, index = self.mentions[key].sentence, key[1]
        return [((key[0], child), sentence.words[child]) for child in sentence.children[index]]

    def _happening_below(self, key: Key, word: Word) -> Key | None:
        """Give the dated clause that tells of a noun when it happens: "which occurred on Friday", "set to begin in May"."""
        if relation(word) != "acl" or key not in self.mentions:
            return None
        if self.links.get(key) and (word.lemma.lower() in self.lexicon.happening_verbs or self.attributes[key].passive):
            return key
        for below, child in self._children(key):
            if relation(child) == "xcomp" and self.links.get(below) and child.lemma.lower() in self.lexicon.happening_verbs:
                return below
        return None

    def _noun_inherited(self, key: Key, above: Key, step: Word, depth: int) -> Placement | None:
        """Place an event noun by what governs it."""
        mention, governor = self.mentions[key], self.mentions[above]
        direct = step is mention.word
        kind, lemma = relation(step), governor.word.lemma.lower()
        lies = self.lexicon.noun_signals.get(case_of(mention.sentence, mention.word)) if direct else None
        if lies in {"before", "after"}:
            earlier = (key, above) if lies == "after" else (above, key)
            self.edges.append(Edge(*earlier, 0.8))
            return self._around(key, above, lies, depth)
        base = self.place(above, depth + 1)
        if direct and kind == "obj" and lemma in self.lexicon.planning and not self.attributes[above].passive:
            return self._later(base, f"“{governor.trigger.text}” looks ahead", 0.6)
        classes = {"REPORTING", "I_STATE", "PERCEPTION", "I_ACTION"}
        if governor.sort is Sort.NOUN or self.attributes[above].event_class in classes:
            return self._echo(base, 0.5, governor, key) if governor.sort is Sort.NOUN else None
        if kind == "nsubj" and lemma in self.lexicon.causing_verbs:
            self.edges.append(Edge(key, above, 0.6))
            return self._before_now(base)
        shares = kind in {"obj", "nsubj"} or (kind == "obl" and lies == "same")
        if direct and shares and (part := self._phase(base, governor)) is not None:
            return part
        if direct and shares:
            light = lemma in self.lexicon.light_verbs or lemma in self.lexicon.happening_verbs
            return self._share(base, 0.9 if light else 0.6, f"it shares the time of “{governor.trigger.text}”", key) or (
                self._echo(base, 0.8 if light else 0.6, governor, key)
            )
        return None

    def _echo(self, base: Placement, factor: float, governor: Mention, key: Key) -> Placement | None:
        if base.when is None or base.placed_by == "reported":
            return None
        confidence = round(base.confidence * factor, 2)
        reason = f"it is told together with “{governor.trigger.text}” ({base.reason})"
        return evolve(base, placed_by="event", confidence=confidence, reason=reason)

    def _before_now(self, base: Placement) -> Placement | None:
        if self.publication is None or base.relation == "after":
            return None
        return Placement(self.publication.before(), "event", 0.5, "what it led to has begun", "before")

    def _around(self, key: Key, above: Key, lies: str, depth: int) -> Placement | None:
        """Place a noun before or after its governor: "following the win", "ahead of the vote"."""
        base = self.place(above, depth + 1)
        if self.publication is None:
            return None
        if lies == "after" and base.relation in {"before", "overlap"}:
            last = self.publication.end if base.when is None or base.when.end.latest is None else base.when.end.latest
            last = min(last, self.publication.end)
            when = Interval(Bound(None, last), Bound(None, last), Granularity.DAY)
            return Placement(when, "event", 0.5, "what came after it has happened", "before")
        if lies == "before" and base.relation == "after":
            return self._later(base, "what comes before it lies ahead", 0.5)
        return None

    # ---- tense --------------------------------------------------------------------------------------------------

    def _by_tense(self, key: Key) -> Placement:  # noqa: PLR0911 - one way out for each tense
        attributes, mention, publication = self.attributes[key], self.mentions[key], self.publication
        if publication is None:
            return Placement(None, "tense", 0.3, "no expression places it and there is no publication time")
        tense, force = attributes.tense, attributes.force
        reports = attributes.event_class == "REPORTING" and mention.sort is Sort.VERB and _is_main(mention)
        reports = reports and attributes.finite and not attributes.passive
        if reports and tense in {"PAST", "PRESENT"} and attributes.aspect == "NONE" and force is None:
            return Placement(publication.day, "reported", 0.6, "reports are as new as the article", "overlap", several_days=False)
        if force == "future":
            return Placement(publication.after(), "tense", 0.75, "it is told in the future", "after")
        if force in {"possible", "would"}:
            if attributes.is_perfect:
                return Placement(publication.before(), "tense", 0.5, "it is told as what could have been", "before")
            if mention_is_past_ability(attributes):
                return Placement(publication.before(), "tense", 0.5, "it is told as what could not be done", "before")
            return Placement(publication.after(), "tense", 0.45, "a modal leaves it open", "after")
        if tense == "PRESENT" and marker_of(mention.sentence, mention.word) in self.lexicon.conditional_marks:
            return Placement(publication.after(), "tense", 0.4, "it is a condition", "after")
        if tense == "PAST":
            sure = 0.65 if attributes.is_stative else 0.8
            return Placement(publication.before(), "tense", sure, "it is told in the past", "before")
        if tense == "PRESENT":
            return self._present(attributes, mention, publication)
        if tense == "PASTPART" and not attributes.is_stative:
            return Placement(publication.before(), "tense", 0.5, "it is told as done", "before")
        if tense == "INFINITIVE":
            return Placement(None, "tense", 0.3, "an infinitive says nothing of time")
        return Placement(None, "tense", 0.3, "nothing in the text says when")

    def _present(self, attributes: Attributes, mention: Mention, publication: Publication) -> Placement:
        ongoing = attributes.is_stative or attributes.aspect.endswith("PROGRESSIVE")
        if attributes.is_perfect and not ongoing:
            return Placement(publication.before(), "tense", 0.75, "the present perfect tells of what is done", "before")
        if mention.sentence.index in self.headings and not ongoing:
            return Placement(publication.before(), "tense", 0.5, "headlines tell news in the present", "before")
        sure = 0.7 if ongoing else 0.5
        return Placement(publication.across(), "tense", sure, "it is told in the present", "overlap", several_days=True if ongoing else None)


def mention_is_past_ability(attributes: Attributes) -> bool:
    """Tell whether a modal tells of the past: "neither side could open the scoring"."""
    return attributes.polarity == "NEG" and attributes.force == "possible" and attributes.modality is not None and (
        attributes.modality.endswith("ld") and attributes.modality.startswith("c")
    )


def _is_main(mention: Mention) -> bool:
    """Tell whether a verb is the main one of its sentence, or joined to it."""
    sentence, word = mention.sentence, mention.word
    while relation(word) in {"conj", "parataxis", "ccomp"} and word.head >= 0:
        word = sentence.words[word.head]
    return relation(word) == "root"


def _fineness(each: Link) -> tuple[bool, int, bool, bool, float]:
    """Order expressions of one event: the finest first, then those with a preposition, then the nearer ones."""
    expression = each.located.expression
    interval = expression.interval
    return interval is None, 0 if interval is None else _rank(interval), expression.signal is None, each.fronted, -each.confidence


def _rank(interval: Interval) -> int:
    return list(Granularity).index(interval.granularity)


def _is_long(value: str) -> bool | None:
    """Tell whether a TIMEX3 duration lasts several days; None where its value does not say."""
    if not value.startswith("P") or value.startswith("PT"):
        return False if value.startswith("PT") else None
    number = "".join(character for character in value[1:] if character.isdigit() or character == ".")
    unit = value[-1:]
    if not number:
        return unit in {"W", "M", "Y"} or None
    return unit != "D" or float(number) >= _SURE_DAYS
