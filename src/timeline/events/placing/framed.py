"""The time of an event from the block in which it stands: the entry of a diary, the item of a list, a section."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from timeline import layout
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication, relation_to_publication, within
from timeline.events.placing.rule import EventRule, Example, confidence
from timeline.expressions.frames import DatedBlocks

if TYPE_CHECKING:
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
_OWN_DATE = 7
"""Days by which the date over an article may differ from its publication and still be that."""


def framed(
    mentions: Mapping[Key, Mention],
    text: str,
    expressions: Sequence[TemporalExpression],
    publication: Publication | None,
) -> dict[Key, tuple[int, TemporalExpression]]:
    """Return the events in blocks that have a date, each with its expression and the index of that."""
    blocks = DatedBlocks.of(text, layout.part_lines(layout.mask(text)), expressions)
    found = {}
    for key, mention in mentions.items():
        start = mention.trigger.start
        index = blocks.at(start)
        if index is None:
            continue
        expression = expressions[index]
        heads_its_line = blocks.outline.block_at(expression.start) == blocks.outline.block_at(start)
        if heads_its_line or not _is_own_date(expression, publication):
            found[key] = index, expression
    return found


def _is_own_date(expression: TemporalExpression, publication: Publication | None) -> bool:
    interval = expression.interval
    if publication is None or interval is None or interval.earliest is None or not interval.is_day:
        return False
    return abs(interval.earliest.ordinal - publication.begin.ordinal) <= _OWN_DATE


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
