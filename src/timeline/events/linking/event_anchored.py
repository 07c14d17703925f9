"""Times counted from events: two days after the vote, the day before the shooting."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from attrs import evolve, frozen

from timeline.calculus.durations import Duration, add
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound, Interval
from timeline.calculus.notation import format_timex
from timeline.calculus.operators import Moment, Shift
from timeline.calculus.recurring import Unit
from timeline.events.linking.arguments import Located
from timeline.events.mentions.detection import Key
from timeline.events.trees.clauses import nearest_above, relation
from timeline.expressions.expression import Kind, TemporalExpression

if TYPE_CHECKING:
    from timeline.events.mentions.detection import Mention
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Sentence

__all__ = ["Counted", "anchored_on_event", "find_counted"]

_ROUGHLY = frozenset({None, "APPROX"})
_ONE_UNIT = {
    Unit(unit).template: Duration.of(1, unit)
    for unit in (Granularity.DAY, Granularity.WEEK, Granularity.MONTH, Granularity.YEAR)
}
"""The lengths of "the day", "the week" before such a word: one unit."""


@frozen
class Counted:
    """An event at some distance before or after another."""

    located: Located
    base: Key
    length: Duration | None
    """The distance; None if the text does not state it: weeks before the vote."""
    sign: int

    def interval(self, base: Interval) -> Interval | None:
        """Count from the time of the base; None if that is not known to the unit."""
        if self.length is None or base.earliest is None or base.latest is None:
            return None
        around = Interval.unit(base.earliest, base.granularity)
        if around.latest is None or base.latest > around.latest:
            return None  # the base lies somewhere in a longer interval than its unit
        return Shift(self.length, self.sign).resolve(Moment(now=around))

    def window(self, base: Interval) -> Interval | None:
        """Shift the whole interval in which the base lies; None if it is open."""
        if self.length is None or base.earliest is None or base.latest is None:
            return None
        first, last = add(base.earliest, self.length, self.sign), add(base.latest, self.length, self.sign)
        if first is None or last is None:
            return None
        return Interval(Bound(first, last), Bound(first, last), base.granularity)


def find_counted(
    sentence: Sentence, located: Sequence[Located], mentions: Mapping[int, Mention], lexicon: EventLexicon
) -> list[tuple[Key, Counted]]:
    """Find the events of a sentence that are counted from others; `mentions` are its events by the index of their word.

    An expression counts if a conjunction or preposition meaning "before" or "after" follows it and introduces an
    event; the event at that distance is the nearest one above.
    """
    found = []
    for each in located:
        after = max(each.words) + 1
        if each.expression.interval is not None or after >= len(sentence.words):
            continue
        said = each.expression.signal
        if said is not None and lexicon.time_signals.get(said.text.lower()) == "throughout":
            continue  # "for two weeks before they left": how long, up to then
        signal = sentence.words[after]
        lies = lexicon.noun_signals.get(signal.text.lower()) or lexicon.subordinators.get(signal.text.lower())
        head = sentence.governor(signal)
        if lies not in {"before", "after"} or head is None or relation(signal) not in {"case", "mark"}:
            continue
        above = nearest_above(sentence, head, lambda word: word.index in mentions)
        if head.index in mentions and above is not None and head.index not in each.words:
            counted = Counted(each, mentions[head.index].key, _length(each.expression), 1 if lies == "after" else -1)
            found.append((mentions[above[0].index].key, counted))
    return found


def anchored_on_event(
    expression: TemporalExpression, interval: Interval, event: str, trigger: str
) -> TemporalExpression:
    """Return an expression with the interval that results from counting from an event, and that reason."""
    value = format_timex(interval) if expression.kind is not Kind.DURATION else None
    return evolve(
        expression,
        interval=interval,
        value=value or expression.value,
        anchor=f"event {event}",
        reason=f"counted from “{trigger}”, an event of the same sentence",
    )


def _length(expression: TemporalExpression) -> Duration | None:
    if expression.mod not in _ROUGHLY:
        return None
    if expression.kind is not Kind.DURATION:
        return _ONE_UNIT.get(expression.value)
    return expression.duration
