"""The little that a governing clause says of an event that nothing places: that it had begun, or that it lies ahead."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.calculus.intervals import OPEN, Bound, Interval
from timeline.events.mentions.detection import Mention, Sort
from timeline.events.placing.placement import Placement, later
from timeline.events.trees.clauses import case_of, has, marker_of, relation

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.placing.publication_frame import Publication
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Word

__all__ = ["leaning"]


def leaning(  # noqa: PLR0911, PLR0913, PLR0917 - an event, its governor and how it hangs on it; one way out for each
    mention: Mention,
    governor: Mention,
    step: Word,
    above: Attributes,
    base: Placement,
    publication: Publication | None,
    lexicon: EventLexicon,
) -> Placement | None:
    """Place an event that is not finite by the time of the event above it, as widely as the text leaves it.

    `step` is the word below the governor on the way. What takes part in something past or present had begun by then
    and may go on; what takes part in something ahead lies ahead; what is wished for, or aimed at, may never happen.
    """
    if publication is None or base.when is None:
        return None
    trigger = governor.trigger.text
    if mention.sort is not Sort.NOUN:
        return _participle(mention, base, lexicon, trigger)
    preposition = case_of(mention.sentence, step)
    if lexicon.noun_signals.get(preposition) == "same" and step is mention.word:
        reason = f"it is the setting of “{trigger}” ({base.reason})"
        return evolve(base, placed_by="event", confidence=round(0.9 * base.confidence, 2), reason=reason)
    lemma = governor.word.lemma.lower()
    if lemma in lexicon.wanting or lemma in lexicon.planning or preposition in lexicon.goals:
        return None
    if base.relation == "after":
        made = step is mention.word and relation(step) == "obj" and not has(mention.sentence, step, "det")
        return later(publication, base, f"it belongs to “{trigger}”", 0.7) if made else None
    if base.relation is None or above.event_class == "I_STATE":
        return None
    return _begun(base, trigger)


def _participle(mention: Mention, base: Placement, lexicon: EventLexicon, trigger: str) -> Placement | None:
    if mention.sort is not Sort.VERB or mention.word.xpos != "VBG" or base.relation == "after":
        return None
    kind, marker = relation(mention.word), marker_of(mention.sentence, mention.word)
    if kind == "acl" and not marker:
        return _begun(base, trigger)
    if kind == "advcl" and lexicon.gerund_signals.get(marker) == "same":
        reason = f"it is how “{trigger}” came about ({base.reason})"
        return evolve(base, placed_by="event", confidence=round(0.85 * base.confidence, 2), reason=reason)
    return None


def _begun(base: Placement, trigger: str) -> Placement | None:
    last = None if base.when is None else base.when.latest or base.when.begin.latest
    if base.when is None or last is None:
        return None
    when = Interval(Bound(None, last), OPEN, base.when.granularity)
    return Placement(when, "event", 0.75, f"it had begun by the time of “{trigger}”, and may go on")
