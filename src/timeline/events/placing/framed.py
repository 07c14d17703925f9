"""The time of an event from the block in which it stands: the entry of a diary, the item of a list, a section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline import layout
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication, relation_to_publication, within
from timeline.events.placing.rule import EventRule, Example, confidence
from timeline.expressions.frames import DatedBlocks
from timeline.expressions.standpoint import is_own_date

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.mentions.detection import Key, Mention
    from timeline.expressions.expression import TemporalExpression

__all__ = ["FRAME", "by_frame", "framed"]

FRAME = EventRule.apart(
    "frame.block",
    "What a block tells in the past or present tense happened at the date that heads the block or stands above it.",
    "it stands under “{said}”",
    Example("14 July 2020\n\nThe crew [repaired] the mast.", "2020-07-14"),
)
_TOLD = frozenset({"PAST", "PRESENT", "PASTPART", "PRESPART"})
"""Tenses in which a list, a diary or a history tells what happened."""


def framed(
    mentions: Mapping[Key, Mention],
    text: str,
    expressions: Sequence[TemporalExpression],
    publication: Publication | None,
) -> dict[Key, tuple[int, TemporalExpression]]:
    """Return the events in blocks that have a date, each with its expression and the index of that."""
    day = None if publication is None else publication.day
    blocks = DatedBlocks.of(text, layout.part_lines(layout.mask(text)), expressions)
    found = {}
    for key, mention in mentions.items():
        start = mention.trigger.start
        index = blocks.at(start)
        if index is None:
            continue
        expression = expressions[index]
        heads_its_line = blocks.outline.block_at(expression.start) == blocks.outline.block_at(start)
        if heads_its_line or not _is_of_the_article(expression, day):
            found[key] = index, expression
    return found


def _is_of_the_article(expression: TemporalExpression, publication: Interval | None) -> bool:
    """Whether a date is the one over the article, which dates the article and no entry of it."""
    interval = expression.interval
    return interval is not None and interval.is_day and is_own_date(interval, publication)


def by_frame(
    attributes: Attributes, index: int, expression: TemporalExpression, publication: Publication | None
) -> Placement | None:
    """Place an event within the time of its block; None where its tense looks beyond it."""
    if attributes.aspect != "NONE" or attributes.tense not in _TOLD or attributes.is_stative:
        return None
    if expression.interval is None:
        return None
    when = within(expression.interval)
    return Placement(
        when,
        "inherited",
        min(confidence(FRAME.id), expression.confidence),
        FRAME.because.format(said=expression.text),
        relation_to_publication(when, publication),
        (index,),
        rule=FRAME.id,
    )
