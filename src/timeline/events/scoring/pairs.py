"""Features of two events for the model of which starts first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import TYPE_CHECKING

from timeline.events.trees.clauses import marker_of, relation

if TYPE_CHECKING:
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.mentions.detection import Key, Mention
    from timeline.events.placing.placement import Edge, Placement
    from timeline.events.scoring.candidates import Group
    from timeline.events.scoring.features import Scene
    from timeline.syntax.tree import Sentence, Word

__all__ = ["of_one", "pair_features"]

_EACH = frozenset({
    "sort", "class", "form", "tense", "tense.class", "form.class", "deprel", "marker", "lemma", "above",
    "above.class", "above.tenses", "above.form", "time.tense", "untimed.form", "rule", "rule.shape", "rule.form",
    "quoted", "advmod", "aux", "place", "main", "force", "fact", "near", "subject", "nsubj.pronoun", "tag", "has",
    "parent", "polarity", "finite",
})  # fmt: skip
"""The features of one event that matter in a pair."""

_KEPT = 4096
_FAR = 2
_MOST = 3
_OPENING = 4
_LINKING = frozenset({"SCONJ", "CCONJ", "ADP"})
_ADVERBS = frozenset({"WRB", "RB"})


def of_one(features: Iterable[str]) -> list[str]:
    """Return the features of one event that matter in a pair."""
    return [each for each in features if each.partition("=")[0] in _EACH]


def pair_features(
    first: Key, second: Key, scene: Scene, ranks: Mapping[Key, int], edges: Mapping[tuple[Key, Key], Edge]
) -> tuple[list[Group], list[str]]:
    """Return the joint features of two events, `first` before `second` in the text.

    Those shared by many pairs come in groups, the others one by one. `ranks` and `edges` are the order by rules.
    """
    mine, other = scene.annotation.attributes[first], scene.annotation.attributes[second]
    far = min(second[0] - first[0], _FAR)
    ours, theirs = _form(mine), _form(other)
    classes = (mine.event_class, other.event_class)
    order = "lt" if ranks[first] < ranks[second] else "gt" if ranks[first] > ranks[second] else "eq"
    ruled, placed = scene.placements[first], scene.placements[second]
    groups = [
        _forms(far, ours, theirs, *classes),
        _ranked(order, far, ours, theirs, _said(*classes)),
        _begun(_begins(ruled, placed), ruled.placed_by, placed.placed_by),
        _related(f"{ruled.relation}|{placed.relation}", far, ours, theirs),
    ]
    rest = [f"edge=ab|{edges[first, second].rule}"] if (first, second) in edges else []
    rest += [f"edge=ba|{edges[second, first].rule}"] if (second, first) in edges else []
    one, two = scene.annotation.mentions[first], scene.annotation.mentions[second]
    rest += _within(one, two, mine, other) if first[0] == second[0] else _across(two)
    rest.append(f"lemmas={one.word.entry}|{two.word.entry}")
    return groups, rest


@lru_cache(maxsize=_KEPT)
def _form_of(tense: str, aspect: str, force: str) -> str:
    return f"{tense}.{aspect}.{force}"


def _form(attributes: Attributes) -> str:
    return _form_of(attributes.tense, attributes.aspect, attributes.force)


def _said(first: str, second: str) -> str:
    return f"{first == 'REPORTING'}|{second == 'REPORTING'}"


@lru_cache(maxsize=_KEPT)
def _forms(far: int, ours: str, theirs: str, first: str, second: str) -> Group:
    said = _said(first, second)
    return (
        f"far={far}",
        f"forms={ours}|{theirs}",
        f"forms={ours}|{theirs}|{far}",
        f"classes={first}|{second}",
        f"classes={first}|{second}|{far}",
        f"forms.said={ours}|{theirs}|{said}",
        f"forms.said={ours}|{theirs}|{said}|{far}",
    )


@lru_cache(maxsize=_KEPT)
def _ranked(order: str, far: int, ours: str, theirs: str, said: str) -> Group:
    return f"rank={order}", f"rank={order}|{far}", f"rank={order}|{said}", f"rank={order}|{ours}|{theirs}"


@lru_cache(maxsize=_KEPT)
def _begun(begins: str, by: str, other: str) -> Group:
    return f"begins={begins}", f"begins={begins}|{by}|{other}"


@lru_cache(maxsize=_KEPT)
def _related(related: str, far: int, ours: str, theirs: str) -> Group:
    return f"related={related}", f"related={related}|{far}", f"related={related}|{ours}|{theirs}"


def _begins(ours: Placement, theirs: Placement) -> str:
    """Return the order of the two starts by their intervals."""
    if ours.when is None or theirs.when is None:
        return "none"
    if ours.when == theirs.when:
        return "equal"
    mine, other = ours.when.begin, theirs.when.begin
    if mine.latest is not None and other.earliest is not None and mine.latest <= other.earliest:
        return "lt"
    if other.latest is not None and mine.earliest is not None and other.latest <= mine.earliest:
        return "gt"
    return "open"


def _within(one: Mention, two: Mention, mine: Attributes, other: Attributes) -> Iterator[str]:
    """Yield features of the connection of two events of a sentence."""
    sentence = one.sentence
    between = sentence.words[one.word.index + 1 : two.word.index]
    for word in between:
        if word.upos in _LINKING or word.xpos in _ADVERBS or not word.text.isalnum():
            yield f"between={word.entry}"
    path = _path(sentence, one.word, two.word)
    if path is None:
        return
    up, down = path
    steps = "^".join(up) + "/" + "v".join(down)
    said = _said(mine.event_class, other.event_class)
    ours, theirs = _form(mine), _form(other)
    yield f"path={steps}"
    yield f"path={steps}|{mine.event_class}|{other.event_class}"
    yield f"path={steps}|{mine.tense}|{other.tense}"
    yield f"path={steps}|{said}|{ours}|{theirs}"
    if up and down:
        yield f"marker=a|{marker_of(sentence, one.word)}"
        yield f"marker=b|{marker_of(sentence, two.word)}"
        return
    side, low, high = ("b", two.word, one.word) if not up else ("a", one.word, two.word)
    marker = marker_of(sentence, low)
    yield f"under={side}|{marker}"
    yield f"under={side}|{marker}|{relation(low)}"
    yield f"under={side}|{marker}|{ours}|{theirs}"
    yield f"over={side}|{high.entry}"
    yield f"over={side}|{high.entry}|{low.xpos}"


def _across(two: Mention) -> Iterator[str]:
    """Yield features of the opening of the later of two sentences."""
    for word in two.sentence.words[:_OPENING]:
        if word.upos in _LINKING or word.upos == "ADV":
            yield f"opens={word.entry}"


def _path(sentence: Sentence, one: Word, two: Word) -> tuple[list[str], list[str]] | None:
    """Return the relations up from one word to the common governor, and down to the other; None if too far."""
    above: list[int] = []
    word: Word | None = one
    while word is not None and len(above) <= _MOST + 2:
        above.append(word.index)
        word = sentence.governor(word)
    down: list[str] = []
    word = two
    while word is not None and word.index not in above:
        if len(down) > _MOST:
            return None
        down.append(relation(word))
        word = sentence.governor(word)
    if word is None:
        return None
    return [relation(sentence.words[index]) for index in above[: above.index(word.index)]], down[::-1]
