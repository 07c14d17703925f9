"""The time of an event from its own expressions."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, Literal

from attrs import frozen

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.linking.arguments import Link, Way, is_bound, signal_before
from timeline.events.mentions.attributes import Attributes
from timeline.events.placing.durations import lasts_days, until_now, within_reach
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication, bounded, cut, relation_to_publication, within
from timeline.events.placing.rule import EventRule, Example, confidence
from timeline.expressions.expression import Kind, TemporalExpression
from timeline.languages.event_lexicon import EventLexicon
from timeline.syntax.tree import Sentence

if TYPE_CHECKING:
    from timeline.terms import PublicationRelation, TimeBound

__all__ = ["EXPLICIT", "Explicit"]

_COUNTED = Way.THROUGH_OBLIQUE
"""The last way by which a duration is counted from the publication."""
_PERIODS = {"DAILY": 1, "WEEKLY": 7, "MONTHLY": 28, "YEARLY": 365}
_LIMITS = frozenset({"since", "from", "until", "to", "by", "before", "after"})
_PAIRED = frozenset({"from", "until", "to", "between"})


_SAID = EventRule.apart(
    "explicit.expression",
    "An expression that depends on the event says when it happened, as its preposition and the tense have it.",
    "{said} says so",
    Example("The bridge [collapsed] on Monday.", "2022-07-18"),
)
_COARSE = EventRule.apart(
    "explicit.coarse",
    "The same, where the expression names more than a day.",
    "{said} says so",
    Example("The bridge [collapsed] in March.", "in 2022-03"),
)
_RECURRING = EventRule.apart(
    "explicit.recurring",
    "A SET says that it recurs; other expressions, the tense and the publication say from when until when.",
    "it recurs, {said}",
    Example("The navies have [held] drills each year since 2019.", "2019 to 2022-07-22 or later"),
)
_CONTRADICTED = EventRule.apart(
    "contradicted.recurring",
    "The same, where the expressions contradict each other: the first to set an end is believed.",
    "it recurs, {said}",
    Example("Each year since 2019 the council [met] until 2015.", "2019 to 2022-07-22 or earlier"),
)
EXPLICIT = (_SAID, _COARSE, _RECURRING, _CONTRADICTED)


@frozen
class Explicit:
    """Interprets the expressions linked to one event."""

    sentence: Sentence
    attributes: Attributes
    links: Sequence[Link]
    lexicon: EventLexicon
    publication: Publication | None
    past: bool
    """Whether the event is presented as past, so that it has ended by the publication."""
    future: bool
    ahead: bool = False
    """Whether it has not happened yet, if it is due by a future day."""

    def placement(self) -> Placement:
        """Return the time that the expressions name; `when` is None if they only state a duration."""
        repeated = [each for each in self.links if each.located.expression.kind is Kind.SET]
        return self._recurring(repeated[0]) if repeated else self._once()

    def _once(self) -> Placement:
        when: Interval | None = None
        used: list[Link] = []
        long: bool | None = None
        for each in sorted(self.links, key=_fineness):
            interval, is_long = self._read(each)
            long = long if is_long is None else is_long
            shared = interval if when is None or interval is None else _shared(when, interval)
            if shared is not None:
                when = shared
                used.append(each)
        indices = tuple(sorted(each.located.index for each in (used or self.links)))
        if when is None:
            return Placement(None, "tense", 0.0, "its expressions do not say when", None, indices, None, long)
        when = cut(when, self.publication, past=self.past, future=self.future)
        rule, sure = _SAID, min(min(_confidence(each), each.located.expression.confidence) for each in used)
        if when.granularity > Granularity.DAY:
            rule = _COARSE
        said = " and ".join(f"“{each.located.expression.text}”" for each in used)
        if long is None and when.is_exact:
            long = when.granularity > Granularity.DAY
        reason, related = rule.because.format(said=said), self._relation(when)
        sure = min(sure, confidence(rule.id))
        return Placement(when, "explicit", sure, reason, related, indices, None, long, rule.id)

    def _relation(self, when: Interval) -> PublicationRelation | None:
        related = relation_to_publication(when, self.publication)
        if self.publication is None:
            return None
        first = when.earliest
        if related is None and (self.future or (self.ahead and first is not None and first >= self.publication.begin)):
            return "after"
        if related == "overlap" and self.past and when.is_to_the_day:
            # Past tense on the day of publication: it was over when the article appeared.
            return related if self.attributes.is_stative else "before"
        ends = when.end.earliest
        if related == "before" and self.attributes.tense == "PRESENT" and ends is not None:
            # "for the past ten years, they have": what fills a period that ends at publication still holds.
            return "overlap" if ends >= self.publication.begin else related
        return "before" if related is None and self.past and when.latest is not None else related

    def _read(self, each: Link) -> tuple[Interval | None, bool | None]:  # noqa: PLR0911 - one a kind of reading
        """Return the interval of one expression, and whether the event lasts several days."""
        expression = each.located.expression
        interval, bound = self._interval(expression), self._bound(each)
        if interval is None and expression.kind is Kind.DURATION:
            counted = self._counted(each, bound)
            if counted is not None:
                return counted, bound == "throughout" or None
        if interval is None:
            # "for two years" and "two years" are durations of the event, "with years of practice" is not.
            lasts = expression.kind is Kind.DURATION and (
                bound != "on" or not signal_before(self.sentence, each.located)
            )
            return None, lasts_days(expression.value) if lasts else None
        if self.past and relation_to_publication(interval, self.publication) == "after":
            # "they soon dropped it", "I went back the next night": after something else, not after the publication.
            return None, None
        if expression.value == "PRESENT_REF" and self.attributes.tense != "PAST" and self.publication is not None:
            return self.publication.after() if self.future else self.publication.across(), None
        if bound in _LIMITS and not (bound in _PAIRED and self._is_one_of_two(each)):
            return self._limited(interval, bound)
        if interval.begin.is_open or interval.end.is_open:
            return self._vague(interval), None
        duration = expression.kind is Kind.DURATION
        if bound in _PAIRED or self._fills(bound, duration=duration):
            return interval, interval.granularity > Granularity.DAY or duration or None
        inside = within(interval)
        return inside, False if inside.is_exact else None

    def _counted(self, each: Link, bound: str) -> Interval | None:
        """Count a duration from the publication: "we have worked for years", "will be reviewed in a week"."""
        attributes, expression, publication = self.attributes, each.located.expression, self.publication
        if publication is None or each.way > _COUNTED or attributes.polarity == "NEG":
            return None
        if bound == "within" and self.future and not attributes.is_stative and not self._is_completed(each):
            return within_reach(expression, publication)
        lasts = bound == "throughout" and (each.fronted or not attributes.passive)
        if lasts and attributes.tense == "PRESENT" and attributes.is_perfect:
            return until_now(expression, publication)
        return None

    def _is_completed(self, each: Link) -> bool:
        """Whether a duration is counted from something else: "within two weeks of the vote"."""
        head = each.located.head
        return any(child.index > head.index for child in self.sentence.dependents(head, "nmod", "acl", "advcl"))

    def _fills(self, bound: str, *, duration: bool) -> bool:
        """Whether the event fills an interval rather than a part of it."""
        if bound == "throughout":
            return True
        stative = self.attributes.event_class == "STATE" and self.attributes.force is None
        return (stative or self.attributes.is_progressive) and not (duration and bound == "within")

    def _limited(self, interval: Interval, bound: str) -> tuple[Interval | None, bool | None]:
        """Interpret an expression that is a bound: "since 2019", "through March"."""
        attributes, found = self.attributes, self._from_now(bounded(interval, bound))
        if bound in {"until", "to"} and self._is_result(interval):
            return None, None
        if bound in {"since", "from"}:
            lasts = attributes.is_perfect or attributes.tense == "PRESENT" or attributes.is_stative
            if not lasts:
                # "the first win since 1958", "a print from 1987": it happened in that time, it does not fill it.
                return (found.somewhere_within() if bound == "since" else within(interval)), None
            return self._still(found), True
        if bound in {"until", "to"} and attributes.tense == "PRESENT" and self.publication is not None:
            ends = found.end
            if ends.earliest is None or ends.earliest >= self.publication.begin:
                return Interval(Bound(None, self.publication.begin), ends, interval.granularity), True
        return found, None

    def _from_now(self, interval: Interval) -> Interval:
        """Restrict the start to after the publication, if it has not happened by then: "hopes to open by May"."""
        publication, last = self.publication, interval.latest
        if publication is None or not self.ahead or interval.earliest is not None or last is None:
            return interval
        if last <= publication.end or interval.end.earliest is not None:
            return interval
        window = Bound(publication.begin, last)
        return Interval(window, window, interval.granularity)

    def _is_result(self, interval: Interval) -> bool:
        """Whether a future end is that of the result of a past event: "has been postponed until May"."""
        limit = interval.end if interval.begin.is_open else interval.begin
        first, publication = limit.earliest, self.publication
        if publication is None or first is None or first < publication.begin or self.attributes.is_stative:
            return False
        return self.past and not self.attributes.is_progressive

    def _is_one_of_two(self, each: Link) -> bool:
        """Whether an expression is one end of a period whose other end is named too: "from May to July"."""
        mine = each.located.expression.interval
        return any(other is not each and other.located.expression.interval == mine for other in self.links)

    def _interval(self, expression: TemporalExpression) -> Interval | None:
        """Return the time that an expression names, unless it is finer than the publication it is counted from."""
        interval, publication = expression.interval, self.publication
        if interval is None or publication is None:
            return interval
        return None if expression.kind is Kind.DURATION and _is_too_fine(expression, publication) else interval

    def _vague(self, interval: Interval) -> Interval:
        """Interpret "recently", "in the future": the event lies somewhere in an interval with an open end."""
        if self.attributes.is_stative:
            return interval
        first, last = interval.begin.earliest, interval.end.latest
        if interval.end.is_open and first is not None:
            return Interval(Bound(first, None), Bound(first, None), interval.granularity)
        if interval.begin.is_open and last is not None:
            return Interval(Bound(None, last), Bound(None, last), interval.granularity)
        return interval

    def _bound(self, each: Link) -> TimeBound | Literal["on"]:
        """Return the kind of bound that the preposition makes; an expression that belongs to a noun has none."""
        signal = None if is_bound(each.located) else each.located.expression.signal
        text = signal_before(self.sentence, each.located) if signal is None else signal.text.lower()
        return self.lexicon.time_signals.get(" ".join(text.split()), "on")

    def _still(self, interval: Interval) -> Interval:
        """Let something that has lasted since some time continue at publication, if its form says so."""
        present = self.attributes.tense == "PRESENT" or self.attributes.is_stative
        if self.publication is None or not interval.end.is_open or not present:
            return interval
        first = interval.begin.earliest
        if first is not None and first >= self.publication.begin:
            return interval
        return Interval(interval.begin, Bound(self.publication.begin, None), interval.granularity)

    def _recurring(self, repeated: Link) -> Placement:
        """Place a recurring event: from its first time, if stated, until the publication or later."""
        expression = repeated.located.expression
        begin, end, unit, used = self._recurs_between(repeated)
        ahead = self.attributes.force is not None or self.attributes.tense == "INFINITIVE"
        if end.is_open and self.publication is not None:
            if begin.is_open and ahead:
                begin, end = Bound(self.publication.begin, None), Bound(self.publication.begin, None)
            elif self._is_over:
                end = Bound(None, self.publication.end)
            else:
                begin = Bound(None, self.publication.begin) if begin.is_open else begin
                end = Bound(self.publication.begin, None)
        when = None if begin.is_open and end.is_open else Interval(begin, end, unit)
        links = sorted(self.links, key=lambda each: each.located.index)
        said = " ".join(f"“{each.located.expression.text}”" for each in links if each in used)
        rule = _RECURRING if len(used) == len(links) else _CONTRADICTED
        return Placement(
            when,
            "explicit",
            min(confidence(rule.id), *map(_confidence, used)),
            rule.because.format(said=said),
            relation_to_publication(when, self.publication) or ("after" if ahead and begin.latest is None else None),
            tuple(each.located.index for each in links),
            expression.rrule,
            several_days=True,
            rule=rule.id,
        )

    def _recurs_between(self, repeated: Link) -> tuple[Bound, Bound, Granularity, list[Link]]:
        """Return the start and end that the expressions set for a recurrence, and the expressions that agree.

        The first to set an end wins. An expression that contradicts what is known by then sets nothing.
        """
        own = repeated.located.expression.interval
        own = None if own is not None and self._is_overtaken(own) else own
        begin, end, unit = (OPEN, OPEN, Granularity.DAY) if own is None else (own.begin, own.end, own.granularity)
        used = []
        for each in self.links:
            interval = None if each is repeated else self._interval(each.located.expression)
            bound = self._bound(each)
            if interval is None or self._is_part(interval, bound, repeated, each):
                used.append(each)
                continue
            found = bounded(interval, bound)
            first, last = (found.begin if begin.is_open else begin), (found.end if end.is_open else end)
            if self._is_overtaken(found) or not (
                _fits(first, last) and _fits(first, found.end) and _fits(found.begin, last)
            ):
                continue
            begin, end, unit = first, last, interval.granularity
            used.append(each)
        return begin, end, unit, used

    @property
    def _is_over(self) -> bool:
        return self.attributes.tense == "PAST" and not self.attributes.is_perfect

    def _is_overtaken(self, interval: Interval) -> bool:
        """Whether a past event would start after the publication."""
        return self._is_over and relation_to_publication(interval, self.publication) == "after"

    def _is_part(self, interval: Interval, bound: str, repeated: Link, each: Link) -> bool:
        """Whether an expression is the part of each period in which something recurs: "each year … in January"."""
        period = _period(repeated.located.expression.rrule)
        if bound in _LIMITS and not self._is_one_of_two(each):
            return period >= 1 and interval.granularity < Granularity.DAY
        return interval.days is not None and interval.days < period


def _confidence(link: Link) -> float:
    return confidence(link.way.measured)


def _fits(begin: Bound, end: Bound) -> bool:
    """Whether a start and an end are consistent."""
    return begin.earliest is None or end.latest is None or begin.earliest < end.latest


def _period(rrule: str | None) -> int:
    """Return the least number of days between the times of a recurrence; 0 if unknown.

    >>> _period("FREQ=WEEKLY;INTERVAL=2;BYDAY=FR"), _period(None)
    (14, 0)
    """
    parts = dict(part.split("=", 1) for part in (rrule or "").split(";") if part)
    return _PERIODS.get(parts.get("FREQ", ""), 0) * int(parts.get("INTERVAL", 1))


def _is_too_fine(expression: TemporalExpression, publication: Publication) -> bool:
    """Whether minutes are counted back from a publication known only by day: "the last five minutes".

    They belong to something else, such as a game.
    """
    leans = expression.anchor == "publication" and publication.at == publication.begin
    return leans and expression.interval is not None and expression.interval.granularity < Granularity.DAY


def _shared(finer: Interval, coarser: Interval) -> Interval | None:
    """Return the intersection of two intervals: the finer one itself if it lies within the coarser."""
    closed = finer.days is not None
    return finer if closed and coarser.encloses(finer) else finer.intersection(coarser)


def _fineness(each: Link) -> tuple[bool, int, bool, bool, Way]:
    """Sort key of expressions of one event: the finest first, then those with a preposition, then the nearer ones."""
    expression = each.located.expression
    interval = expression.interval
    unit = 0 if interval is None else list(Granularity).index(interval.granularity)
    return interval is None, unit, expression.signal is None, each.fronted, each.way
