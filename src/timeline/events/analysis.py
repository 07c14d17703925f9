"""One article on its way through the stages of `timeline.events.pipeline`: what is given, and the layers added."""

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
"""What an analysis starts with; all else is a layer, given by one stage."""


@mutable(eq=False)
class ArticleAnalysis:
    """An article with its layers. Reading a layer before the stage that gives it raises AttributeError."""

    article: Article
    expressions: Sequence[TemporalExpression]
    """In text order."""
    syntax: Analysis = field(repr=False)
    """Of the article's text, or of a masked copy with the same offsets."""
    blocks: Sequence[Block]
    lexicon: EventLexicon = field(repr=False)
    triggers: Sequence[Place] | None = None
    """Offsets of the words that name events, where these are given and not to be found."""
    weights: Weights | None = field(default=None, repr=False)
    """The learned models; None leaves everything to the rules."""
    publication: Publication | None = field(init=False)

    trees: Analysis = field(init=False, repr=False)
    """The syntax, with what was masked as it stands in the text."""
    annotation: Annotation = field(init=False, repr=False)
    """The events, their attributes, the expressions linked to them."""
    ruled: RulePlacements = field(init=False, repr=False)
    """The times that the rules give."""
    edges: Sequence[Edge] = field(init=False, repr=False)
    """Pairs that the text orders."""
    turns: Mapping[Key, bool] = field(init=False, repr=False)
    """The events that follow one another in the narration, and whether each is a report."""
    rule_order: Sequence[tuple[Key, int]] = field(init=False, repr=False)
    """The events in order with their ranks, by the rules alone."""
    scene: Scene | None = field(init=False, repr=False)
    """The article as the features see it; None without a publication time."""
    judge: Judge | None = field(init=False, repr=False)
    """The learned models, asked about this article; None without them or without a publication time."""
    learned_pairs: Sequence[tuple[Key, Key]] = field(init=False, repr=False)
    """The earlier and the later event of the pairs that the models order."""
    other_edges: Sequence[Edge] = field(init=False, repr=False)
    """The edges of all other pairs."""
    placements: Mapping[Key, Placement] = field(init=False, repr=False)
    """The times that are stated."""
    order: Sequence[tuple[Key, int]] = field(init=False, repr=False)
    """The events in the order in which they happened, with their ranks."""
    events: tuple[Event, ...] = field(init=False, repr=False)
    """In that order."""
    anchored_expressions: tuple[TemporalExpression, ...] = field(init=False, repr=False)
    """The expressions, those counted from an event with the time that this gives them."""

    def __attrs_post_init__(self) -> None:
        published = self.article.published
        self.publication = None if published is None else Publication(published)
