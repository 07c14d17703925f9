"""The reading of an expression that agrees with the clause of its event, for both the event and the expression."""

from __future__ import annotations

from typing import TYPE_CHECKING

from attrs import evolve

from timeline.events.placing.publication_frame import Publication, relation_to_publication
from timeline.expressions.expression import Alternative

if TYPE_CHECKING:
    from timeline.expressions.expression import TemporalExpression

__all__ = ["agreeing"]


def agreeing(
    expression: TemporalExpression, publication: Publication | None, *, past: bool, future: bool
) -> TemporalExpression:
    """Return the expression in the reading that agrees with the tense of its event.

    Expressions are anchored before there is a tree, by the words around them. If the tree shows that the event is in
    the future and the chosen reading is before the publication (or the other way round), an alternative on the right
    side becomes the reading, and the chosen one an alternative: "was due to arrive on Monday but stayed at home" means
    the Monday before.
    """
    if publication is None or not (past or future):
        return expression
    wrong, right = ("before", "after") if future else ("after", "before")
    if relation_to_publication(expression.interval, publication) != wrong:
        return expression
    for place, other in enumerate(expression.alternatives):
        if relation_to_publication(other.interval, publication) == right:
            left = Alternative(expression.value, expression.interval, other.confidence, expression.rrule)
            rest = (*expression.alternatives[:place], left, *expression.alternatives[place + 1 :])
            reason = f"{expression.reason or 'as written'}; its clause speaks of what lies {right} the publication"
            return evolve(
                expression,
                value=other.value,
                interval=other.interval,
                rrule=other.rrule,
                alternatives=rest,
                reason=reason,
            )
    return expression
