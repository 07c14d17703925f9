"""Annotated documents, parsed and placed by the rules, for the training of event models."""

from __future__ import annotations

import hashlib
import os
import pickle
from collections.abc import Mapping, Sequence
from pathlib import Path, PurePath
from typing import TYPE_CHECKING

from attrs import field, fields, frozen

from timeline import languages, layout, syntax
from timeline.documents import Article
from timeline.evaluation.corpus import timeml_files
from timeline.evaluation.event_times import read_event_times
from timeline.evaluation.links import Pair, publication_relations, read_pairs
from timeline.evaluation.split import Part
from timeline.events.analysis import ArticleAnalysis
from timeline.events.mentions.detection import Key
from timeline.events.pipeline import analyse
from timeline.events.placing.placement import Edge
from timeline.events.scoring.day_extents import Extent
from timeline.events.scoring.features import Scene
from timeline.expressions.finder import find_times
from timeline.formats.timeml import TimemlDocument, read_timeml
from timeline.syntax.tree import Analysis, Word

if TYPE_CHECKING:
    from timeline.events.mentions.gold_triggers import Place

__all__ = ["Annotated", "read_corpora", "read_kept"]


_LAYOUT = " ".join(each.name for each in fields(Word))
"""Of what is pickled: a parse kept by code with other fields is not that of this code."""


@frozen(eq=False)
class Annotated:
    """One document with its annotated events, placed by the rules, and their annotations."""

    name: str
    body: str
    """The annotation project: the name of the folder."""
    document: TimemlDocument
    article: Article
    analysis: Analysis
    scene: Scene
    keys: Mapping[str, Key]
    """By event id."""
    ranks: Mapping[Key, int]
    edges: Mapping[tuple[Key, Key], Edge]
    relations: Mapping[str, tuple[str, str]] = field(factory=dict)
    """By event id, the relation to the publication, and its annotation project."""
    times: Mapping[str, Extent] = field(factory=dict)
    pairs: Sequence[Pair] = ()


def read_corpora(directory: Path, cache: Path, part: Part = Part.DEV) -> list[Annotated]:
    """Read the documents of `timeml`, with their annotations in `tbdense`, `eventtime` and `matres`.

    Parses are kept in `cache`, by the version of the syntax model. Documents without a creation time are left out.
    """
    dense = {PurePath(name).stem: directory / "tbdense" / name for name in timeml_files(directory / "tbdense")}
    times: dict[str, Mapping[str, Extent]] = {}
    for path in sorted((directory / "eventtime").glob("*.tab")):
        times |= read_event_times(path)
    pairs: dict[str, list[Pair]] = {}
    for path in sorted((directory / "matres").glob("*.txt")):
        for pair in read_pairs(path):
            pairs.setdefault(pair.document, []).append(pair)
    found = []
    for name in timeml_files(directory / "timeml"):
        if not part.holds(name):
            continue
        stem, document = PurePath(name).stem, read_timeml(directory / "timeml" / name)
        if document.published is None:
            continue
        body = PurePath(name).parent.name
        relations = {one: (said, body) for one, said in publication_relations(document).items()}
        if stem in dense:
            more = publication_relations(read_timeml(dense[stem]))
            relations |= {one: (said, "dense") for one, said in more.items() if one not in relations}
        found.append(_annotated(stem, body, document, cache, relations, times.get(stem, {}), pairs.get(stem, ())))
    return found


def _annotated(  # noqa: PLR0913, PLR0917 - a document and its annotations
    name: str,
    body: str,
    document: TimemlDocument,
    cache: Path,
    relations: Mapping[str, tuple[str, str]],
    times: Mapping[str, Extent],
    pairs: Sequence[Pair],
) -> Annotated:
    article = Article(document.text, document.published, name)
    places = [(event.start, event.end) for event in document.events]
    found = analyse(read_kept(article, places, cache), upto="view")
    assert found.scene is not None  # as there is a publication time
    by_place = {(one.trigger.start, one.trigger.end): key for key, one in found.annotation.mentions.items()}
    keys = {
        event.id: by_place[event.start, event.end]
        for event in document.events
        if event.id and (event.start, event.end) in by_place
    }
    order, edges = dict(found.rule_order), {(edge.first, edge.second): edge for edge in found.edges}
    return Annotated(
        name, body, document, article, found.syntax, found.scene, keys, order, edges, relations, times, pairs
    )


def read_kept(article: Article, triggers: Sequence[Place], cache: Path) -> ArticleAnalysis:
    """Read an article up to its events, which are given by the offsets of their triggers; see `analyse`."""
    language = languages.get("en")
    expressions = find_times(article.text, article.published, language)
    lexicon, furniture = language.for_events()
    stretches = ((each.start, each.end) for each in expressions)
    analysis = _parse_kept(layout.readable(article.text, stretches, language.datelines), cache)
    return ArticleAnalysis(article, expressions, analysis, layout.blocks(article.text, furniture), lexicon, triggers)


def _parse_kept(text: str, cache: Path) -> Analysis:
    """Parse a text, or return the parse kept of it by this version of the model and of the tree."""
    parser = syntax.load("bundled")
    digest = hashlib.sha256(f"{parser.model}\n{_LAYOUT}\n{text}".encode("utf-8", "surrogatepass")).hexdigest()
    path = cache / f"{digest[:24]}.pickle"
    if path.exists():
        kept: Analysis = pickle.loads(path.read_bytes())  # noqa: S301 - our own file
        return kept
    analysis = parser.parse(text)
    cache.mkdir(parents=True, exist_ok=True)
    part = path.with_suffix(f".{os.getpid()}")
    part.write_bytes(pickle.dumps(analysis))
    part.rename(path)
    return analysis
