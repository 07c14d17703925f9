"""When event nouns happened: by the clauses that tell of them, and by what governs them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound, Interval
from timeline.events.linking.arguments import signal_before
from timeline.events.mentions.detection import Key, Sort
from timeline.events.placing.direction import signal_of
from timeline.events.placing.phases import phase
from timeline.events.placing.placement import Edge, Placement, later
from timeline.events.trees.clauses import case_of, relation

if TYPE_CHECKING:
    from timeline.events.placing.context import PlacingContext
    from timeline.syntax.tree import Word

__all__ = ["carries", "inherited", "told_below"]

_LOOKING_ON = frozenset({"REPORTING", "I_STATE", "PERCEPTION", "I_ACTION"})
"""Classes of verbs that tell of events of other times."""


def told_below(placer: PlacingContext, key: Key) -> Placement | None:
    """Take the time of the clause that tells when a noun happened: "which occurred on Friday"."""
    for below, child in _children(placer, key):
        happening = _happening_below(placer, below, child)
        if happening is None:
            continue
        base, governor = placer.place(happening), placer.mentions[happening]
        return phase(base, governor, placer.lexicon) or placer.share(
            base, 0.9, f"it is what “{child.text}” tells of", key
        )
    return None


def carries(placer: PlacingContext, key: Key, below: Key) -> bool:
    """Tell whether a verb happens when an event noun below it does: "held talks in May", "died in clashes in May"."""
    sentence, lexicon = placer.mentions[key].sentence, placer.lexicon
    lemma, child = placer.mentions[key].word.lemma.lower(), placer.mentions[below].word
    links = [each for each in placer.links.get(below, ()) if each.located.expression.interval is not None]
    kind = relation(child)
    told = any(not signal_before(sentence, each.located) for each in links)
    fits = kind == "obj" and lemma in lexicon.light_verbs
    fits |= kind == "nsubj" and (lemma in lexicon.happening_verbs or child.deprel == "nsubj:pass" or told)
    if kind == "obl" and lexicon.noun_signals.get(case_of(sentence, child)) == "same":
        fits |= bool(links) and placer.attributes[key].event_class not in _LOOKING_ON
    return fits and (bool(links) or any(_ends_or_dates(placer, *pair) for pair in _children(placer, below)))


def _ends_or_dates(placer: PlacingContext, key: Key, word: Word) -> bool:
    """Tell whether a clause dates the whole of a noun, not its end: "which ends today" does not."""
    happening = _happening_below(placer, key, word)
    return happening is not None and placer.mentions[happening].word.lemma.lower() not in placer.lexicon.stopping


def _children(placer: PlacingContext, key: Key) -> Iterator[tuple[Key, Word]]:
    sentence, index = placer.mentions[key].sentence, key[1]
    for child in sentence.children[index]:
        yield (key[0], child), sentence.words[child]


def _happening_below(placer: PlacingContext, key: Key, word: Word) -> Key | None:
    """Give the dated clause that tells when a noun happens: "which occurred on Friday", "set to begin in May"."""
    if relation(word) != "acl" or key not in placer.mentions:
        return None
    happening = word.lemma.lower() in placer.lexicon.happening_verbs
    if placer.links.get(key) and (happening or placer.attributes[key].passive):
        return key
    for below, child in _children(placer, key):
        dated = relation(child) == "xcomp" and placer.links.get(below)
        if dated and child.lemma.lower() in placer.lexicon.happening_verbs:
            return below
    return None


def inherited(  # noqa: PLR0911 - one way out for each relation
    placer: PlacingContext, key: Key, above: Key, step: Word
) -> Placement | None:
    """Place an event noun by what governs it; `step` is the word below the governor on the way."""
    mention, governor, lexicon = placer.mentions[key], placer.mentions[above], placer.lexicon
    direct = step is mention.word
    kind, lemma = relation(step), governor.word.lemma.lower()
    lies = signal_of(mention, lexicon) if direct else None
    if lies in {"before", "after"}:
        earlier = (key, above) if lies == "after" else (above, key)
        placer.edges.append(Edge(*earlier, 0.8))
        return _around(placer, above, lies)
    base = placer.place(above)
    if direct and kind == "obj" and lemma in lexicon.planning and not placer.attributes[above].passive:
        return later(placer.publication, base, f"“{governor.trigger.text}” looks ahead", 0.8)
    if direct and kind == "nsubj" and (raised := _raised(placer, key, above)) is not None:
        return raised
    if kind == "obj" and lemma in lexicon.looking_back:
        placer.edges.append(Edge(key, above, 0.7))
        return _before_now(placer, base)
    if governor.sort is Sort.NOUN and signal_of(governor, lexicon) in {"before", "after"}:
        # "the last vote was before the protests": the time of the governor is not its own.
        return None
    if governor.sort is Sort.NOUN or placer.attributes[above].event_class in _LOOKING_ON:
        return placer.echo(base, 0.75, governor) if governor.sort is Sort.NOUN else None
    if kind == "nsubj" and lemma in lexicon.causing_verbs:
        placer.edges.append(Edge(key, above, 0.6))
        return _before_now(placer, base)
    return _shared(placer, key, above, base) if direct and _takes_part(placer, key) else None


def _raised(placer: PlacingContext, key: Key, above: Key) -> Placement | None:
    """Place what is expected to happen: "talks are likely to start next year"."""
    governor, lexicon = placer.mentions[above], placer.lexicon
    if governor.word.lemma.lower() not in lexicon.planning:
        return None
    for below, child in _children(placer, above):
        if relation(child) != "xcomp" or below not in placer.mentions or placer.attributes[below].tense != "INFINITIVE":
            continue
        if child.lemma.lower() not in lexicon.starting | lexicon.happening_verbs:
            continue
        base, told = placer.place(below), placer.mentions[below]
        reason = f"it is the time of “{child.text}”"
        return phase(base, told, lexicon) or placer.share(base, 0.9, reason, key) or placer.echo(base, 0.9, told)
    return None


def _takes_part(placer: PlacingContext, key: Key) -> bool:
    mention = placer.mentions[key]
    kind = relation(mention.word)
    return kind in {"obj", "nsubj"} or (kind == "obl" and signal_of(mention, placer.lexicon) == "same")


def _shared(placer: PlacingContext, key: Key, above: Key, base: Placement) -> Placement | None:
    governor, lexicon = placer.mentions[above], placer.lexicon
    lemma = governor.word.lemma.lower()
    if (part := phase(base, governor, lexicon)) is not None:
        return part
    if lemma in lexicon.stopping:
        return None  # what ends is no longer, it does not happen then
    light = lemma in lexicon.light_verbs or lemma in lexicon.happening_verbs
    told = f"it shares the time of “{governor.trigger.text}”"
    return placer.share(base, 0.9 if light else 0.6, told, key) or placer.echo(base, 0.95 if light else 0.85, governor)


def _before_now(placer: PlacingContext, base: Placement) -> Placement | None:
    if placer.publication is None or base.relation == "after":
        return None
    return Placement(placer.publication.before(), "event", 0.75, "what it led to has begun", "before")


def _around(placer: PlacingContext, above: Key, lies: str) -> Placement | None:
    """Place a noun before or after its governor: "following the win", "ahead of the vote"."""
    base, publication = placer.place(above), placer.publication
    if publication is None:
        return None
    if lies == "after" and base.relation in {"before", "overlap"}:
        last = publication.end if base.when is None or base.when.end.latest is None else base.when.end.latest
        last = min(last, publication.end)
        when = Interval(Bound(None, last), Bound(None, last), Granularity.DAY)
        return Placement(when, "event", 0.7, "what came after it has happened", "before")
    if lies == "before" and base.relation == "after":
        return later(publication, base, "what comes before it lies ahead", 0.7)
    return None
