"""Features of an event and its context for the learned models, as the names of those that hold.

Features are strings such as `tense=PAST`; a model has a weight for each one seen in training, and others have no
effect. No decision is made here, and the words of a language come from its lexicon or from the text.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from attrs import frozen

from timeline.calculus.granularity import Granularity
from timeline.events.linking.annotate import Annotation
from timeline.events.linking.arguments import is_bound
from timeline.events.mentions.detection import Key, Mention, Sort
from timeline.events.placing.placement import Placement
from timeline.events.placing.publication_frame import Publication, position_to_publication
from timeline.events.trees.clauses import case_of, marker_of, relation, shared_head
from timeline.syntax.tree import Word

if TYPE_CHECKING:
    from timeline.calculus.intervals import Interval
    from timeline.events.linking.arguments import Link, Located
    from timeline.events.mentions.attributes import Attributes
    from timeline.events.placing.place import RulePlacements
    from timeline.syntax.tree import Sentence

__all__ = ["Scene", "View", "event_features", "scene_of"]

_EARLY = 3
_LATE = 8
_EITHER = frozenset({'"'})
_OPENING = frozenset({"“", "``", "«", "„"})
_CLOSING = frozenset({"”", "''", "»"})
_SUFFIX = 3
_UNIT_DAYS = (1, 7, 31, 366)
_SURE = 0.8


@frozen
class View:
    """An expression as seen by the features."""

    sentence: int
    name: str
    """Its kind, its relation to the publication, and its length."""
    signal: str
    lies: str
    """Relation to the day of publication."""
    span: int
    sure: bool


@frozen
class Scene:
    """An article as seen by the features."""

    annotation: Annotation
    publication: Publication
    placements: Mapping[Key, Placement]
    """The placements by rules."""
    governors: Mapping[Key, tuple[Key, Word] | None]
    """The event above each event, and the child of that on the path."""
    style: str
    """Whether the article's days are those of its publication, as in agency copy, or those before it."""
    quoted: Mapping[int, frozenset[int]]
    """By sentence, the words within quotation marks."""
    views: Mapping[int, View]
    """By the index of an expression."""
    dated: Sequence[int]
    """The sentences with an expression that has an interval, in order."""


def scene_of(annotation: Annotation, publication: Publication, ruled: RulePlacements) -> Scene:
    """Make the view of a whole article."""
    views = {
        each.index: _view(each, sentence, publication)
        for sentence, located in annotation.located.items()
        for each in located
    }
    days = Counter(view.lies for view in views.values() if view.span == 0)
    style = "none" if not days["eve"] and not days["day"] else "day" if days["day"] > days["eve"] else "eve"
    sentences = {mention.sentence.index: mention.sentence for mention in annotation.mentions.values()}
    quoted = {index: _quoted(sentence) for index, sentence in sentences.items()}
    dated = sorted(sentence for sentence in annotation.located if annotation.dated_in(sentence))
    return Scene(annotation, publication, ruled.placements, ruled.governors, style, quoted, views, dated)


def _view(located: Located, sentence: int, publication: Publication) -> View:
    expression = located.expression
    how, span = position_to_publication(expression.interval, publication), _span(expression.interval)
    reference = expression.value if expression.value.endswith("_REF") else ""
    name = f"{expression.kind.value}.{reference or how}.{'' if expression.interval is None else span}"
    signal = expression.signal
    signalled = "bound" if is_bound(located) else "" if signal is None else signal.text.lower()
    return View(sentence, name, signalled, how, span, expression.confidence > _SURE)


def _quoted(sentence: Sentence) -> frozenset[int]:
    inside, found = False, set()
    for word in sentence.words:
        if word.text in _EITHER:
            inside = not inside
        elif word.text in _OPENING or word.text in _CLOSING:
            inside = word.text in _OPENING
        elif inside:
            found.add(word.index)
    return frozenset(found)


def _span(interval: Interval | None) -> int:
    """Return the relation of an interval to the day of publication."""
    days = None if interval is None else interval.days
    if days is None:
        return len(_UNIT_DAYS) + 1
    return next((index for index, most in enumerate(_UNIT_DAYS) if days <= most), len(_UNIT_DAYS))


def event_features(key: Key, scene: Scene) -> list[str]:
    """Return the features of one event."""
    annotation = scene.annotation
    mention, attributes = annotation.mentions[key], annotation.attributes[key]
    found = [*_form(attributes, mention)]
    found += _words(mention)
    found += _clause(mention, scene)
    found += _above(key, scene)
    found += _phrase(mention)
    found += _position(key, scene)
    found += _times(key, scene)
    found += _ruled(scene.placements[key], attributes)
    return found


def _form(mine: Attributes, mention: Mention) -> Iterator[str]:
    sort = mention.sort.value
    yield f"sort={sort}"
    yield f"class={mine.event_class}"
    yield f"form={mine.tense}.{mine.aspect}.{mine.force}"
    yield f"tense={mine.tense}"
    yield f"aspect={mine.aspect}"
    yield f"force={mine.force}.{mine.modality}"
    yield f"tense.class={mine.tense}.{mine.force}.{mine.event_class}"
    yield f"form.class={mine.tense}.{mine.aspect}.{mine.force}.{mine.event_class}.{sort}"
    yield f"polarity={mine.polarity}.{mine.tense}"
    yield f"fact={mine.factuality}.{mine.tense}"
    yield f"finite={mine.finite}.{sort}"
    if mine.passive:
        yield f"passive.{mine.tense}"


@lru_cache(maxsize=65_536)
def _ending(lemma: str) -> str:
    return lemma[-_SUFFIX:]


def _words(mention: Mention) -> Iterator[str]:
    lemma, tag = mention.word.entry, mention.word.xpos
    yield f"lemma={lemma}"
    yield f"lemma.tag={lemma}.{tag}"
    yield f"tag={tag}"
    if mention.sort is Sort.NOUN:
        yield f"ending={_ending(lemma)}"


def _clause(mention: Mention, scene: Scene) -> Iterator[str]:
    sentence, word = mention.sentence, mention.word
    kind, marker = relation(word), marker_of(sentence, word)
    tag = word.xpos[:2]
    yield f"deprel={word.deprel}"
    yield f"deprel.tag={kind}.{tag}"
    yield f"marker={marker}.{kind}"
    for child in sentence.dependents(word):
        below = relation(child)
        if below in {"advmod", "aux", "mark", "cc", "expl"}:
            yield f"{below}={child.entry}"
        elif below in {"nsubj", "obj", "obl"}:
            yield f"has={below}.{tag}"
            if child.upos == "PRON":
                yield f"{below}.pronoun={child.entry}"
            elif below == "nsubj":
                yield f"subject={child.upos}.{child.feats.get('Number')}.{tag}"
            if below == "obl":
                yield f"obl={case_of(sentence, child)}"
    first = shared_head(sentence, word)
    if first is not None:
        yield f"joined={first.xpos}.{word.xpos}"
    if word.index in scene.quoted.get(sentence.index, ()):
        yield "quoted"
        yield f"quoted.tag={word.xpos}"


def _above(key: Key, scene: Scene) -> Iterator[str]:
    mention = scene.annotation.mentions[key]
    sentence, word = mention.sentence, mention.word
    parent = sentence.governor(word)
    if parent is not None:
        lemma = parent.entry
        yield f"parent={lemma}.{relation(word)}"
        yield f"parent.tag={parent.xpos}.{relation(word)}"
    found = scene.governors.get(key)
    if found is None:
        yield f"top={word.xpos}"
        return
    above, step = found
    other, governor = scene.annotation.attributes[above], scene.annotation.mentions[above]
    steps = f"{relation(step)}.{'direct' if step is word else relation(word)}"
    mine = scene.annotation.attributes[key]
    yield f"above={steps}"
    yield f"above.class={other.event_class}.{steps}"
    yield f"above.form={other.tense}.{other.aspect}.{other.force}.{relation(step)}"
    yield f"above.tenses={mine.tense}.{mine.force}.{other.tense}.{other.force}.{relation(step)}"
    yield f"above.lemma={governor.word.entry}.{mention.sort.value}"
    placed = scene.placements[above]
    yield f"above.relation={placed.relation}.{placed.placed_by}.{relation(step)}"
    main = _main(sentence)
    tops = scene.annotation.attributes.get((sentence.index, main.index))
    if tops is not None and main.index != word.index:
        yield f"main={tops.event_class}.{tops.tense}.{mine.tense}.{mine.force}"
        yield f"main.tense={tops.tense}.{tops.force}.{mention.sort.value}"


def _main(sentence: Sentence) -> Word:
    return next((word for word in sentence.words if word.head < 0), sentence.words[0])


def _phrase(mention: Mention) -> Iterator[str]:
    """Yield features of the phrase of a noun."""
    if mention.sort is not Sort.NOUN:
        return
    sentence, word = mention.sentence, mention.word
    yield f"case={case_of(sentence, word)}"
    yield f"case.deprel={case_of(sentence, word)}.{relation(word)}"
    yield f"number={word.feats.get('Number')}"
    bare = True
    for child in sentence.dependents(word, "det", "amod", "nmod:poss", "nummod", "compound", "acl"):
        kind = relation(child)
        if kind == "det":
            bare = False
            yield f"det={child.entry}"
        elif kind == "amod":
            yield f"amod={child.entry}"
        else:
            bare = bare and child.deprel != "nmod:poss"
            yield f"has={child.deprel}"
    if bare:
        yield f"bare.{word.feats.get('Number')}"


def _position(key: Key, scene: Scene) -> Iterator[str]:
    annotation = scene.annotation
    place = annotation.story_positions.get(key[0], -1)
    zone = "head" if place < 0 else str(place) if place < _EARLY else "early" if place < _LATE else "late"
    mine = annotation.attributes[key]
    yield f"place={zone}"
    yield f"place.tense={zone}.{mine.tense}"
    yield f"place.class={zone}.{mine.event_class}"
    if annotation.opens_block.get(key[0]):
        yield "leads"
    yield f"style={scene.style}"
    yield f"style.tense={scene.style}.{mine.tense}.{mine.event_class == 'REPORTING'}"


def _times(key: Key, scene: Scene) -> Iterator[str]:
    """Yield features of the expressions linked to the event, and of the others of its sentence."""
    mine = scene.annotation.attributes[key]
    links = scene.annotation.links.get(key, ())
    tied = {each.located.index for each in links}
    for each in links:
        view = scene.views[each.located.index]
        name, signal = view.name, view.signal
        yield f"time={name}"
        yield f"time.tense={name}.{mine.tense}.{mine.force}"
        yield f"time.signal={name}.{signal}"
        yield f"time.class={name}.{mine.event_class}"
        yield f"time.value={_shape(each)}"
    if not links:
        yield "untimed"
        yield f"untimed.form={mine.tense}.{mine.aspect}.{mine.force}.{mine.event_class}"
    others = [each for each in scene.annotation.located.get(key[0], ()) if each.index not in tied]
    for other in others:
        name = scene.views[other.index].name
        yield f"near={name}"
        yield f"near.tense={name}.{mine.tense}.{bool(links)}"
    if not others:
        yield "alone"


def _shape(each: Link) -> str:
    return "".join("9" if character.isdigit() else character for character in each.located.expression.value)


def _ruled(placed: Placement, mine: Attributes) -> Iterator[str]:
    when = placed.when
    shape = (
        "none" if when is None else f"{'exact' if when.is_exact else 'window'}.{when.granularity is Granularity.DAY}"
    )
    yield f"rule={placed.relation}.{placed.placed_by}"
    yield f"rule.shape={placed.relation}.{placed.placed_by}.{shape}"
    yield f"rule.form={placed.relation}.{mine.tense}.{mine.event_class}"
    yield f"rule.long={placed.several_days}.{placed.relation}"
