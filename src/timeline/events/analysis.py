"""One article in the stages of `timeline.events.pipeline`: its input, and the layers added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from attrs import field, mutable

from timeline.documents import Article
from timeline.events.event import Event
from timeline.events.linking.annotate import Annotation, Block
from timeline.events.mentions.detection import Key
from timeline.events.mentions.gold_triggers import Place
from timeline.events.placing.place import RulePlacements
from timeline.events.placing.placement import Edge, Placement
from timeline.events.placing.publication_frame import Publication
from timeline.events.scoring.features import Scene
from timeline.events.scoring.predict import Judge
from timeline.events.scoring.weights import Weights
from timeline.expressions.expression import TemporalExpression
from timeline.languages.event_lexicon import EventLexicon
from timeline.syntax.tree import Analysis

__all__ = ["GIVEN", "ArticleAnalysis"]

GIVEN = ("article", "expressions", "syntax", "blocks", "lexicon", "triggers", "weights", "publication")
"""The input of an analysis; everything else is a layer, provided by one stage."""


@mutable(eq=False)
class ArticleAnalysis:
    """An article with its layers. Reading a layer before the stage that provides it raises AttributeError."""

    article: Article
    expressions: Sequence[TemporalExpression]
    """In text order."""
    syntax: Analysis = field(repr=False)
    """Of the article's text, or of a masked copy with the same offsets."""
    blocks: Sequence[Block]
    lexicon: EventLexicon = field(repr=False)
    triggers: Sequence[Place] | None = None
    """Offsets of the words that name events, if these are given instead of detected."""
    weights: Weights | None = field(default=None, repr=False)
    """The learned models; None leaves everything to the rules."""
    publication: Publication | None = field(init=False)

    trees: Analysis = field(init=False, repr=False)
    """The syntax, with masked parts restored from the text."""
    annotation: Annotation = field(init=False, repr=False)
    """The events, their attributes, the expressions linked to them."""
    ruled: RulePlacements = field(init=False, repr=False)
    """The times assigned by rules."""
    edges: Sequence[Edge] = field(init=False, repr=False)
    """Pairs ordered by cues in the text."""
    turns: Mapping[Key, bool] = field(init=False, repr=False)
    """The events in narrative order, and whether each is a report."""
    rule_order: Sequence[tuple[Key, int]] = field(init=False, repr=False)
    """The events in order with their ranks, by the rules alone."""
    scene: Scene | None = field(init=False, repr=False)
    """The article as seen by the features; None without a publication time."""
    judge: Judge | None = field(init=False, repr=False)
    """The learned models applied to this article; None without them or without a publication time."""
    learned_pairs: Sequence[tuple[Key, Key]] = field(init=False, repr=False)
    """The earlier and the later event of the pairs that the models order."""
    other_edges: Sequence[Edge] = field(init=False, repr=False)
    """The edges of all other pairs."""
    placements: Mapping[Key, Placement] = field(init=False, repr=False)
    """The final times."""
    order: Sequence[tuple[Key, int]] = field(init=False, repr=False)
    """The events in the order in which they happened, with their ranks."""
    events: tuple[Event, ...] = field(init=False, repr=False)
    """In that order."""
    anchored_expressions: tuple[TemporalExpression, ...] = field(init=False, repr=False)
    """The expressions; those counted from an event have the resulting time."""

    def __attrs_post_init__(self) -> None:
        published = self.article.published
        self.publication = None if published is None else Publication(published)
