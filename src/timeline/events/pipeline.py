"""The stages from an article to its events, in order, each with the layers it needs and the layers it provides.

::

    text ─ layout ─ expressions ─┐
    text ─ syntax ─ trees ───────┴─ mentions ─ linking ─ placing (rules) ─┬────────── ordering ─ events
                                                                          └─ scoring ────┘

Each package under `timeline.events` is one part of it: `trees` repairs parser errors, `mentions` finds the words that
name events and describes them, `linking` links expressions to events, `placing` gives each event a time by rules,
`ordering` derives ranks from times and cues, `scoring` holds the learned models. Extraction and training both call
`analyse`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.events.analysis import ArticleAnalysis
from timeline.events.assembly import assemble, with_ranges
from timeline.events.event import Event
from timeline.events.linking.annotate import Block, annotate
from timeline.events.ordering.cues import sequence_edges, turns
from timeline.events.ordering.partial_order import ranks
from timeline.events.placing.framed import framed
from timeline.events.placing.place import place_by_rules
from timeline.events.scoring.decide import choose_all
from timeline.events.scoring.features import scene_of
from timeline.events.scoring.predict import Judge, learned_order
from timeline.events.trees.repairs import unmasked
from timeline.expressions.expression import TemporalExpression
from timeline.expressions.joined import begins_of, timex3s

if TYPE_CHECKING:
    from timeline.documents import Article
    from timeline.events.mentions.gold_triggers import Place
    from timeline.events.scoring.weights import Weights
    from timeline.languages.event_lexicon import EventLexicon
    from timeline.syntax.tree import Analysis

__all__ = ["STAGES", "Block", "Extracted", "Stage", "analyse", "extract_events"]


@frozen
class Stage:
    """A step from some layers of an `ArticleAnalysis` to others."""

    name: str
    needs: tuple[str, ...]
    gives: tuple[str, ...]
    run: Callable[[ArticleAnalysis], None]


def _unmask(a: ArticleAnalysis) -> None:
    a.trees = unmasked(a.syntax, a.article.text)


def _annotate(a: ArticleAnalysis) -> None:
    a.annotation = annotate(a.expressions, a.trees, a.blocks, a.lexicon, triggers=a.triggers)


def _place(a: ArticleAnalysis) -> None:
    frames = framed(a.annotation.mentions, a.article.text, a.expressions, a.publication)
    a.ruled = place_by_rules(a.annotation, a.lexicon, a.publication, frames)


def _cue(a: ArticleAnalysis) -> None:
    mentions, attributes = a.annotation.mentions, a.annotation.attributes
    a.edges = [*a.ruled.edges, *sequence_edges(mentions, attributes, a.lexicon)]
    a.turns = turns(mentions, attributes)


def _order_by_rules(a: ArticleAnalysis) -> None:
    a.rule_order = ranks(list(a.annotation.mentions), a.ruled.placements, a.edges, a.publication, a.turns)


def _view(a: ArticleAnalysis) -> None:
    a.scene = None if a.publication is None else scene_of(a.annotation, a.publication, a.ruled)


def _score(a: ArticleAnalysis) -> None:
    a.judge = None if a.scene is None or a.weights is None else Judge.of(a.scene, a.weights)


def _order_pairs(a: ArticleAnalysis) -> None:
    a.learned_pairs, a.other_edges = [], a.edges
    if a.judge is not None:
        a.learned_pairs, a.other_edges = learned_order(a.judge, dict(a.rule_order), a.edges)


def _decide(a: ArticleAnalysis) -> None:
    a.placements = a.ruled.placements if a.judge is None else choose_all(a.judge)


def _order(a: ArticleAnalysis) -> None:
    a.order = a.rule_order
    if a.judge is not None:
        keys = list(a.annotation.mentions)
        a.order = ranks(keys, a.placements, a.other_edges, a.publication, a.turns, a.learned_pairs)


def _assemble(a: ArticleAnalysis) -> None:
    a.events, a.anchored_expressions = assemble(a)


_SEEN = ("annotation", "turns", "publication")
STAGES = (
    Stage("unmask", ("syntax", "article"), ("trees",), _unmask),
    Stage("annotate", ("trees", "expressions", "blocks", "lexicon", "triggers"), ("annotation",), _annotate),
    Stage("place", ("annotation", "article", "expressions", "lexicon", "publication"), ("ruled",), _place),
    Stage("cue", ("annotation", "ruled", "lexicon"), ("edges", "turns"), _cue),
    Stage("order_by_rules", ("ruled", "edges", *_SEEN), ("rule_order",), _order_by_rules),
    Stage("view", ("annotation", "publication", "ruled"), ("scene",), _view),
    Stage("score", ("scene", "weights"), ("judge",), _score),
    Stage("order_pairs", ("judge", "rule_order", "edges"), ("learned_pairs", "other_edges"), _order_pairs),
    Stage("decide", ("judge", "ruled"), ("placements",), _decide),
    Stage("order", ("judge", "rule_order", "placements", "other_edges", "learned_pairs", *_SEEN), ("order",), _order),
    Stage(
        "assemble",
        ("article", "expressions", "lexicon", "annotation", "ruled", "placements", "order"),
        ("events", "anchored_expressions"),
        _assemble,
    ),
)
"""In their order. Repairs of single trees happen within `annotate`, since they depend on the kind of the block."""


@frozen
class Extracted:
    """The events and expressions of an article."""

    events: tuple[Event, ...]
    expressions: tuple[TemporalExpression, ...]


def analyse(analysis: ArticleAnalysis, *, upto: str | None = None) -> ArticleAnalysis:
    """Run the stages on an article, all of them or up to and including `upto`; return the analysis with its layers.

    Raises ValueError if there is no stage of that name.
    """
    names = [stage.name for stage in STAGES]
    if upto is not None and upto not in names:
        message = f"no stage {upto!r}; there are {', '.join(names)}"
        raise ValueError(message)
    for stage in STAGES[: len(STAGES) if upto is None else names.index(upto) + 1]:
        stage.run(analysis)
    return analysis


def extract_events(  # noqa: PLR0913, PLR0917 - an article in its parts
    article: Article,
    expressions: Sequence[TemporalExpression],
    analysis: Analysis,
    blocks: Sequence[Block],
    lexicon: EventLexicon,
    triggers: Sequence[Place] | None = None,
    weights: Weights | None = None,
) -> Extracted:
    """Extract the events of an article in the order in which they happened, and its expressions.

    The expressions are those given, except for times counted from an event: "two days after the vote". Within the
    stages, a range is its two ends.

    `analysis` is of the article's text (or of a masked copy with the same offsets), `expressions` and `blocks` are in
    text order. Boilerplate, bylines and datelines have no events, headings only if they contain a finite clause.

    With `weights`, learned models contribute where no expression places an event, and to the order; without a
    publication time only the rules do. With `triggers`, offsets of the words that name events, exactly these are
    placed, wherever they are: so placing and order can be evaluated apart from detection.
    """
    flat = timex3s(expressions)
    found = analyse(ArticleAnalysis(article, flat, analysis, blocks, lexicon, triggers, weights))
    begins = begins_of(expressions)
    if not begins:
        return Extracted(found.events, found.anchored_expressions)
    return Extracted(*with_ranges(article.text, found.events, found.anchored_expressions, begins))
