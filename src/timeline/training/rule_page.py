"""The page of event rules, `docs/event-rules.md`, generated from the table."""

from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.events.ordering.cues import CUES
from timeline.events.placing.rule import EventRule, Example, confidences
from timeline.events.placing.rules import RULES
from timeline.events.scoring.decide import LEARNED

if TYPE_CHECKING:
    from timeline.events.placing.tense_rules import TenseRule

__all__ = ["render"]

_HEAD = """\
# Event rules

Made by `python -m timeline.training page` from the tables in `timeline.events`; do not edit. `Event.rule` names the row
that placed an event. Rules are tried from the top: the first that applies decides. `[Brackets]` mark the event of the
example, published on Friday 2022-07-22; the column after it says when, by the rule. Confidence is the share of such
times (or orders) that annotators do not contradict, with the number judged; a time that is taken over is no surer than
the time that it rests on.

| rule | says | example | when | confidence | of |
|---|---|---|---|---|---|
"""

_ORDER_HEAD = """
## Order

What a rule or cue says of which event begins first; `<angle brackets>` mark the later event.

| rule or cue | says | example | confidence | of |
|---|---|---|---|---|
"""


def render() -> str:
    """Return the page."""
    rows = "".join(_row(row) for row in (*RULES, *LEARNED))
    stated = [row for row in RULES if isinstance(row, EventRule) and row.states_order]
    orders = "".join(_order(row.id, row.says, row.example.text) for row in stated)
    return _HEAD + rows + _ORDER_HEAD + orders + "".join(_order(cue.id, cue.says, cue.example) for cue in CUES)


def _row(row: EventRule | TenseRule) -> str:
    return f"| `{row.id}` | {row.says} | {_text(row.example)} | {row.example.when or '–'} | {_measured(row.id)} |\n"


def _order(name: str, says: str, example: str) -> str:
    return f"| `{name}` | {says} | {example.replace('<', '&lt;')} | {_measured(f'{name}/order')} |\n"


def _text(example: Example) -> str:
    return example.text.replace("\n\n", " ¶ ")


def _measured(name: str) -> str:
    found = confidences().get(name)
    return "– | –" if found is None else f"{found.confidence:.2f} | {found.of}"
