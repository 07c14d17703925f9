"""The story line: a main clause in the same tense, without its own time, inherits the day of the clause before.

A scene is set by a main clause in the simple past that has a day: "Yesterday, the sides met." Later main clauses
in the simple past share that day, up to another time or a heading; the scene of the opening sentences holds across
headings too. Reported clauses, the past perfect and modifiers of nouns belong to other times, and inherit nothing from
the scene.

In newspaper prose (45 of 54 events in the development documents), events after a scene on the day of publication are on
that day or not said to be elsewhere, even eight sentences later. Of 11 events that follow another day, four may be on
it, five were on the day of publication and two before both; so events after such a day are left open from there to the
publication, unless the scene opened the article. Statements ("asked", "urged") are left open even then.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, field, frozen, mutable

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound, Interval
from timeline.events.mentions.detection import Mention, Sort
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication
from timeline.events.placing.rule import EventRule, Example, confidence
from timeline.events.trees.clauses import relation

if TYPE_CHECKING:
    from timeline.calculus.instants import Instant
    from timeline.events.mentions.attributes import Attributes

__all__ = ["STORY", "StoryLine"]

_LEAD = 2
"""Sentences of the lead of an article."""
_NEAR = 3
_OLD = 31
"""Days before the publication beyond which a scene is background, and not carried into other sentences."""
_REACH = 8
"""Sentences after which a scene has faded, unless it opened the article."""


_GOES_ON = "the story goes on from “{governor}”"
_NEXT = EventRule.apart(
    "story.next",
    "A main clause in the simple past without a time of its own, in or right after the sentence of one that has a day, "
    "has that day, where it is the day of publication or opened the article.",
    _GOES_ON,
    Example("The ship sank on Friday. The crew [escaped].", "2022-07-22"),
)
_NEARBY = EventRule.apart(
    "story.near",
    "The same, two or three sentences after.",
    _GOES_ON,
    Example("The ship sank on Friday. The sea is deep there. The crew [escaped].", "2022-07-22"),
)
_LATER = EventRule.apart(
    "story.later",
    "The same, more than three sentences after.",
    _GOES_ON,
    Example(
        "The ship sank on Friday. The sea is deep there. It is cold. It is wide. There are sharks. The crew [escaped].",
        "2022-07-22",
    ),
)
_SINCE = EventRule.apart(
    "story.since",
    "After a clause with another day, the story lies between that day and the publication.",
    _GOES_ON,
    Example(
        "The harbour is small. It has three ships. One of them sank on Monday. Boats [searched] the sea.",
        "in 2022-07-18–2022-07-22",
    ),
)
STORY = (_NEXT, _NEARBY, _LATER, _SINCE)


@frozen
class _Scene:
    sentence: int
    placement: Placement
    trigger: str
    opens: bool


@mutable(eq=False)
class StoryLine:
    """The state of the narrative of one article; fed with its events in text order."""

    publication: Publication | None
    order: Mapping[int, int]
    """The sentences of the narrative, each with its position among them."""
    headings: Sequence[int] = ()
    """Positions among them that follow a heading, in order."""
    timed: Mapping[int, Collection[int]] = field(factory=dict)
    """By sentence, the words inside temporal expressions."""
    paragraphs: Collection[int] = ()
    """Positions among them at which a paragraph starts."""
    _scene: _Scene | None = field(default=None)
    _away: int | None = field(default=None)
    """The position of the last sentence that looked back to long before the scene."""

    def tell(self, mention: Mention, attributes: Attributes, placement: Placement) -> None:
        """Record a placed event: it may set a scene, or end one."""
        self._leave(mention, attributes, placement)
        told = _is_main_line(mention, attributes, historic=placement.relation == "before")
        if not told or placement.placed_by != "explicit" or placement.when is None:
            return
        place, when = self.order[mention.sentence.index], placement.when
        if when.earliest is None or when.latest is None or placement.relation not in {"before", "overlap"}:
            return
        known = self._scene
        if when.is_to_the_day and placement.rrule is None:
            day = Interval.unit(when.earliest, Granularity.DAY)
            opens = place < _LEAD and attributes.event_class != "REPORTING" and not _looks_back(known, when.earliest)
            opens |= known is not None and known.opens and known.placement.when == day
            self._scene = _Scene(place, evolve(placement, when=day), mention.trigger.text, opens)
        elif known is not None and place > known.sentence:
            self._scene = None

    def _leave(self, mention: Mention, attributes: Attributes, placement: Placement) -> None:
        """Record that the narrative leaves the scene: for long before it, or for the present state."""
        scene, when = self._scene, placement.when
        if scene is None or scene.placement.when is None or when is None or mention.sort is Sort.NOUN:
            return
        place, day = self.order[mention.sentence.index], scene.placement.when.earliest
        if place <= scene.sentence or day is None:
            return
        past = attributes.is_past or not attributes.finite
        if past and placement.placed_by == "explicit" and when.latest is not None:
            if when.latest < day.shift(-_OLD, Granularity.DAY):
                self._away = place
        elif not scene.opens and not past and _is_main(mention) and attributes.event_class != "REPORTING":
            self._scene = None

    def _is_away(self, here: int) -> bool:
        """Whether a sentence still looks back: in the paragraph of one that did, and near it."""
        away = self._away
        if away is None or not away < here <= away + _NEAR:
            return False
        return not any(place in self.paragraphs for place in range(away + 1, here + 1))

    def place(self, mention: Mention, attributes: Attributes) -> Placement | None:
        """Place an event without its own time at the time of the scene, if it is part of it."""
        scene, publication = self._scene, self.publication
        if scene is None or publication is None or not self._goes_on(mention, attributes):
            return None
        here = self.order[mention.sentence.index]
        far = here - scene.sentence
        parted = bisect_right(self.headings, here) > bisect_right(self.headings, scene.sentence)
        if far < 0 or self._is_away(here) or (not scene.opens and (parted or far > _REACH)):
            return None
        day = scene.placement.when
        if day is None or day.earliest is None:
            return None
        base = scene.placement
        reason = f"{_NEXT.because.format(governor=scene.trigger)} ({base.reason})"
        today = day.earliest == publication.begin
        if far and not today and day.earliest < publication.begin.shift(-_OLD, Granularity.DAY):
            # Background: the next sentence may well be news again.
            return None
        statement = attributes.event_class == "I_ACTION"
        if far and not today and (statement or not scene.opens):
            window = Bound(day.earliest, publication.end)
            since = Interval(window, window, Granularity.DAY)
            sure = confidence(_SINCE.id)
            return Placement(since, "inherited", sure, reason, "before", base.expressions, rule=_SINCE.id)
        rule = _NEXT if far <= 1 else _NEARBY if far <= _NEAR else _LATER
        sure = confidence(rule.id)
        return Placement(day, "inherited", sure, reason, base.relation, base.expressions, rule=rule.id)

    def _goes_on(self, mention: Mention, attributes: Attributes) -> bool:
        """Whether a clause can be a part of the story: a main one that is no report and names no time."""
        if attributes.factuality == "reported" or attributes.event_class == "REPORTING":
            return False
        return _is_main_line(mention, attributes) and not self._has_time(mention)

    def _has_time(self, mention: Mention) -> bool:
        """Whether a clause mentions another time: "last year's report broke with tradition"."""
        timed, sentence = self.timed.get(mention.sentence.index, ()), mention.sentence
        if not timed:
            return False
        phrases = sentence.dependents(mention.word, "nsubj", "obj", "obl")
        return any(word.index in timed for phrase in phrases for word in sentence.subtree(phrase))


def _looks_back(opening: _Scene | None, begin: Instant) -> bool:
    """Whether a day is before that of the opening: the background of the news."""
    known = None if opening is None or not opening.opens else opening.placement.when
    return known is not None and known.earliest is not None and begin < known.earliest


def _is_main_line(mention: Mention, attributes: Attributes, *, historic: bool = False) -> bool:
    """Whether a clause is on the main line of the story: a main clause in the simple past, or the historic present."""
    past = attributes.tense == "PAST" or (historic and attributes.tense == "PRESENT")
    if mention.sort is Sort.NOUN or not past or attributes.aspect != "NONE":
        return False
    if attributes.force is not None or attributes.factuality in {"possible", "planned"}:
        return False
    return _is_main(mention)


def _is_main(mention: Mention) -> bool:
    sentence, word = mention.sentence, mention.word
    while relation(word) in {"conj", "parataxis"} and word.head >= 0:
        word = sentence.words[word.head]
    return relation(word) == "root"
