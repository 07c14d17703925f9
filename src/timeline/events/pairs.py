"""What of two events a learned model looks at to tell which of them begins first."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from timeline.events.clauses import marker_of, relation

if TYPE_CHECKING:
    from timeline.events.attributes import Attributes
    from timeline.events.detection import Mention
    from timeline.events.features import Scene
    from timeline.events.placement import Key, Placement
    from timeline.syntax.tree import Sentence, Word

__all__ = ["EACH", "pair_features"]

EACH = frozenset({
    "sort", "class", "form", "tense", "tense.class", "form.class", "deprel", "marker", "lemma", "above",
    "above.class", "above.tenses", "above.form", "time.tense", "untimed.form", "rule", "rule.shape", "rule.form",
    "quoted", "advmod", "aux", "place", "main", "force", "fact", "near", "subject", "nsubj.pronoun", "tag", "has",
    "parent", "polarity", "finite",
})  # fmt: skip
"""The features of one event that matter in a pair."""

_FAR = 2
_MOST = 3
_OPENING = 4
_LINKING = frozenset({"SCONJ", "CCONJ", "ADP"})
_ADVERBS = frozenset({"WRB", "RB"})


def pair_features(
    first: Key, second: Key, scene: Scene, ranks: Mapping[Key, int], edges: Mapping[tuple[Key, Key], float]
) -> list[str]:
    """Give the features of two events, `first` before `second` in the text, that do not belong to one of them.

    `ranks` and `edges` are what the rules say of the order.
    """
    mine, other = scene.reading.attributes[first], scene.reading.attributes[second]
    far = str(min(second[0] - first[0], _FAR))
    ours, theirs = _form(mine), _form(other)
    said = f"{mine.event_class == 'REPORTING'}|{other.event_class == 'REPORTING'}"
    found = [
        f"far={far}",
        f"forms={ours}|{theirs}",
        f"forms={ours}|{theirs}|{far}",
        f"classes={mine.event_class}|{other.event_class}",
        f"classes={mine.event_class}|{other.event_class}|{far}",
        f"forms.said={ours}|{theirs}|{said}",
        f"forms.said={ours}|{theirs}|{said}|{far}",
    ]
    found += _rules(first, second, scene, far)
    order = "lt" if ranks[first] < ranks[second] else "gt" if ranks[first] > ranks[second] else "eq"
    found += [f"rank={order}", f"rank={order}|{far}", f"rank={order}|{said}", f"rank={order}|{ours}|{theirs}"]
    found += [f"edge=ab|{edges[first, second]}"] if (first, second) in edges else []
    found += [f"edge=ba|{edges[second, first]}"] if (second, first) in edges else []
    one, two = scene.reading.mentions[first], scene.reading.mentions[second]
    found += _within(one, two, mine, other) if first[0] == second[0] else _across(two)
    found.append(f"lemmas={one.word.lemma.lower()}|{two.word.lemma.lower()}")
    return found


def _form(attributes: Attributes) -> str:
    return f"{attributes.tense}.{attributes.aspect}.{attributes.force}"


def _rules(first: Key, second: Key, scene: Scene, far: str) -> Iterator[str]:
    ours, theirs = scene.placements[first], scene.placements[second]
    begins = _begins(ours, theirs)
    related = f"{ours.relation}|{theirs.relation}"
    yield f"begins={begins}"
    yield f"begins={begins}|{ours.placed_by}|{theirs.placed_by}"
    yield f"related={related}"
    yield f"related={related}|{far}"
    yield f"related={related}|{_form(scene.reading.attributes[first])}|{_form(scene.reading.attributes[second])}"


def _begins(ours: Placement, theirs: Placement) -> str:
    """Tell what the intervals say of the two begins."""
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
    """Give how two events of a sentence hang together."""
    sentence = one.sentence
    between = sentence.words[one.word.index + 1 : two.word.index]
    for word in between:
        if word.upos in _LINKING or word.xpos in _ADVERBS or not word.text.isalnum():
            yield f"between={word.lemma.lower()}"
    path = _path(sentence, one.word, two.word)
    if path is None:
        return
    up, down = path
    steps = "^".join(up) + "/" + "v".join(down)
    said = f"{mine.event_class == 'REPORTING'}|{other.event_class == 'REPORTING'}"
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
    yield f"over={side}|{high.lemma.lower()}"
    yield f"over={side}|{high.lemma.lower()}|{low.xpos}"


def _across(two: Mention) -> Iterator[str]:
    """Give how the later of two sentences opens."""
    for word in two.sentence.words[:_OPENING]:
        if word.upos in _LINKING or word.upos == "ADV":
            yield f"opens={word.lemma.lower()}"


def _path(sentence: Sentence, one: Word, two: Word) -> tuple[list[str], list[str]] | None:
    """Give the relations up from one word to what governs both, and down to the other; None where it is too far."""
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
