"""What the event engine asks of a language: lexical classes of words, as rows of data."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from attrs import field, frozen

from timeline.terms import ClauseRelation, EventClass, ModalMeaning, TimeBound

__all__ = ["EventLexicon", "classes_in"]

Words = frozenset[str]


def classes_in(tables: Iterable[str]) -> dict[str, Any]:
    """Read tables with a row a word, `word: class class=value`; give the words, or words and values, of each class.

    Empty lines and those that begin with # are none. Several tables may have a row for a word: a verb and a noun.
    Raises ValueError for a row without classes, and for a second row in one table.

    >>> classes_in(["since: event_prepositions subordinators=after"])
    {'event_prepositions': frozenset({'since'}), 'subordinators': {'since': 'after'}}
    """
    sets: dict[str, set[str]] = {}
    maps: dict[str, dict[str, str]] = {}
    for table in tables:
        seen: set[str] = set()
        for line in table.splitlines():
            if not line or line.startswith("#"):
                continue
            word, _, classes = line.rpartition(": ")
            if not word or not classes or word in seen:
                message = f"{line!r}: a row is 'word: class class=value', and a word has one"
                raise ValueError(message)
            seen.add(word)
            for label in classes.split():
                name, is_valued, value = label.partition("=")
                if is_valued:
                    maps.setdefault(name, {})[word] = value
                else:
                    sets.setdefault(name, set()).add(word)
    return {**{name: frozenset(words) for name, words in sets.items()}, **maps}


@frozen(kw_only=True)
class EventLexicon:
    """Lemmas (lower case) that say what is an event, of which class, and how clauses bear on each other in time.

    A language gives one instance; the engine in `timeline.events` holds no words of its own. A class of words is a
    field here and a label in the tables of a language (`classes_in`); a language leaves out what it does not have.
    """

    # Words and endings that are one of a kind.

    copula: str
    perfect: str
    """The auxiliary of the perfect: have."""
    genitive: str
    """The preposition that joins a noun to its object: of."""
    infinitive_marker: str
    passive_past: Mapping[bool, str] = field(eq=False)
    """The auxiliary of the passive, for one and for several: was, were."""
    possessives: Mapping[str, str] = field(eq=False)
    """Ending of a holder to what marks it as one; the first that fits, the last of them empty."""
    event_suffixes: tuple[str, ...]
    """Endings of nouns made from verbs; a cue, never enough by itself."""
    abstract_suffixes: tuple[str, ...]
    """Endings of nouns that name a quality or an attitude, nothing to do something with."""
    synonyms: Mapping[str, str] = field(factory=dict, eq=False)
    """Lemma to the name of the kind of event that it and others name: blast and explosion."""

    # Classes of TimeML. A verb of several has the first of them that is named here.

    reporting: Words = frozenset()
    perception: Words = frozenset()
    aspectual: Words = frozenset()
    i_state: Words = frozenset()
    """Verbs that introduce another event and hold an attitude to it: want, believe."""
    i_action: Words = frozenset()
    """Verbs that introduce another event and do something about it: try, prevent."""
    stative: Words = frozenset()
    noun_classes: Mapping[str, EventClass] = field(factory=dict, eq=False)
    """TimeML class of nouns that are no plain occurrence."""

    # Verbs, by what they say of what they govern.

    eventless_verbs: Words = frozenset()
    """Verbs that name no event of their own: include, consist, base."""
    auxiliary_verbs: Words = frozenset()
    """Auxiliaries that are main verbs as well: have, do."""
    light_verbs: Words = frozenset()
    """Verbs whose object is the event: hold, conduct, carry."""
    happening_verbs: Words = frozenset()
    """Verbs whose subject is the event: occur, happen, begin."""
    causing_verbs: Words = frozenset()
    """Verbs whose subject comes before what they name: lead, cause, raise."""
    retrospective: Words = frozenset()
    """Verbs whose object happened before: celebrate, mourn, condemn."""
    inceptive: Words = frozenset()
    """Verbs that say when something begins: begin, start, launch."""
    terminative: Words = frozenset()
    """Verbs that say when something ends: end, cease, conclude."""
    lasting: Words = frozenset()
    """Verbs whose object says how long they last: take, spend."""
    prospective: Words = frozenset()
    """Words whose infinitive lies ahead of the publication if they hold then: plan, expect, due."""
    wanting: Words = frozenset()
    """Words whose infinitive comes after them, sooner or later: ask, decide, want."""
    resolving: Words = frozenset()
    """Verbs that a past day behind their infinitive belongs to: agree, decide, vote."""
    implicative: Words = frozenset()
    """Verbs whose infinitive happened when they are stated as facts: manage, force, help."""
    negative_implicative: Words = frozenset()
    """Words whose infinitive did not happen when they are stated as facts: fail, refuse, forget."""
    avoiding: Words = frozenset()
    """Verbs whose gerund did not happen when they are stated as facts: avoid, deny."""
    hindering: Words = frozenset()
    """Verbs whose gerund after a preposition did not happen when they are stated as facts: prevent (from)."""
    denying: Words = frozenset()
    """Verbs of saying that say the contrary: deny."""
    doubting: Words = frozenset()
    """Verbs and adjectives by which a clause may be true or not: doubt, unlikely."""
    object_control: Words = frozenset()
    """Verbs whose object does what their infinitive says: ask, urge, tell."""
    causatives: Words = frozenset()
    """Verbs whose object does something by them, without a marker of the infinitive: make, let, help."""
    unaccusative: Words = frozenset()
    """Intransitive verbs whose subject undergoes: die, fall, rise."""
    dative: Words = frozenset()
    """Verbs with a recipient: give, send, award."""
    personal_verbs: Words = frozenset()
    """Verbs whose subject is always somebody or something: plan, intend."""
    composing: Words = frozenset()
    """Verbs of saying whose object is a work: write."""
    founding: Words = frozenset()
    """Verbs of how somebody or something came to be, told as background: found, bear."""
    headline_verbs: Words = frozenset()
    """Verbs that headlines use in the third person, where they look like plurals: sign, release."""
    invariant_past: Words = frozenset()
    """Verbs whose past looks like their present: burst, hit."""
    strong_past: Words = frozenset()
    """Verbs whose past has another stem than their base: sink, shake."""

    # Adjectives.

    predicative_adjectives: Words = frozenset()
    """Adjectives that name a state worth reporting when a copula carries them."""
    affirming: Words = frozenset()
    """Adjectives that say of a clause that it is so: true."""
    falsifying: Words = frozenset()
    """Adjectives that say of a clause that it is not so: false."""
    expectant: Words = frozenset()
    """Adjectives that parsers take for a conjunction before an infinitive: due."""

    # Nouns.

    event_nouns: Words = frozenset()
    """Nouns that name an event wherever they stand: invasion, election."""
    possible_event_nouns: Words = frozenset()
    """Nouns that name an event only where the syntax says so: trial, order, move."""
    infinitive_nouns: Words = frozenset()
    """Nouns that an infinitive completes: time to leave, a right to know."""
    institutions: Words = frozenset()
    """Nouns for events that are bodies as well, where they say or want something: prosecution, campaign."""
    outlooks: Words = frozenset()
    """Nouns for what is thought of a time ahead: forecast, budget."""
    people: Words = frozenset()
    """Nouns for people: nobody does anything with them as with a tool."""
    private_hearers: Words = frozenset()
    """Those to whom something is said long before an article reports it: police, him."""
    parts_of_time: Words = frozenset()
    """Nouns that cut a part out of a time: end, beginning."""
    adverbial_nouns: Words = frozenset()
    """Nouns whose relative clauses lack nothing: the night she died, the way he works."""
    adverbs_as_nouns: Words = frozenset()
    """Nouns that parsers take for an adverb: well."""
    hollow_nouns: Words = frozenset()
    """Nouns that only join: line, wake, terms."""

    # Conjunctions and prepositions, by how they place a clause or a noun in time.

    subordinators: Mapping[str, ClauseRelation] = field(factory=dict, eq=False)
    """Conjunction to how its clause is related to the main one.

    One of same, before, after; there: in one place, perhaps later.
    """
    gerund_signals: Mapping[str, ClauseRelation] = field(factory=dict, eq=False)
    """Preposition before a gerund to how its clause is related to the main one."""
    noun_signals: Mapping[str, ClauseRelation] = field(factory=dict, eq=False)
    """Preposition before an event noun to how the noun is related to its governor: same, before, after."""
    time_signals: Mapping[str, TimeBound] = field(factory=dict, eq=False)
    """Signal of a temporal expression to what it bounds.

    One of since, until, by, before, after, from, to, between, throughout, within; a signal not listed says "on".
    """
    conditional_marks: Words = frozenset()
    contrast: Words = frozenset()
    """Conjunctions over which a negation does not reach: but."""
    event_prepositions: Words = frozenset()
    """Prepositions that take events: after, during."""

    # Prepositions, by the part that their noun has in an event.

    agent_prepositions: Words = frozenset()
    mutual_prepositions: Words = frozenset()
    """Prepositions before all who take part in an event noun: talks between."""
    recipient_prepositions: Words = frozenset()
    topic_prepositions: Words = frozenset()
    instrument_prepositions: Words = frozenset()
    place_prepositions: Words = frozenset()
    surely_places: Words = frozenset()
    """Prepositions after which a common noun names a place, too."""
    origins: Words = frozenset()
    """Prepositions of what a change begins with: from."""
    goals: Words = frozenset()
    """Prepositions of what is aimed at, or may be: for, to, against."""
    controlled_gerunds: Words = frozenset()
    """Prepositions before a gerund whose subject is the object: from, of."""
    adverbials: Words = frozenset()
    """Prepositions with bare nouns that name no event: "in advance"."""

    # Modality, negation, attribution.

    modals: Mapping[str, ModalMeaning] = field(factory=dict, eq=False)
    """Modal, or participle that makes a future with an infinitive, to what it says: future, would, possible."""
    past_abilities: Words = frozenset()
    """Modals that, negated, say what could not be done in the past: could."""
    inverted: Words = frozenset()
    """Auxiliaries that make a condition when they stand before the subject: had, were."""
    negations: Words = frozenset()
    negative_determiners: Words = frozenset()
    negative_phrases: Words = frozenset()
    """Adverbs of several words that deny: no longer, by no means."""
    hollow_negations: Words = frozenset()
    """What begins with a negation and denies nothing: not only, no fewer than."""
    denying_marks: Words = frozenset()
    """What introduces a clause that did not happen: without, far from."""
    pending: Words = frozenset()
    """Words before an infinitive that has not happened so far.

    Adverbs: yet; verbs with their adverb: have still; verbs before the passive: remain.
    """
    inverting: Words = frozenset()
    """Adverbs after which a clause has its auxiliary before its subject: never, seldom."""
    attribution: Words = frozenset()
    """Words that hand a statement to a source: according, reportedly."""
    dotted: Words = frozenset()
    """Abbreviations that keep their full stop at the end of a phrase: Inc."""

    # Pronouns and determiners.

    relative_pronouns: Words = frozenset()
    possessive_relatives: Words = frozenset()
    definite: Words = frozenset()
    """Determiners of what is known: the, this."""
    singling: Words = frozenset()
    """Words that single out one of its kind: first, last, next."""
    ranking: Words = frozenset()
    """Words that single one out of those who did something: first, last, only."""
    several: Words = frozenset()
    """Words for more than one: they, both, two."""
    capitalised: Words = frozenset()
    """Words that keep their capital within a sentence, though they are no names: I."""
    nameless: Words = frozenset()
    """Words that name nobody and nothing: he, they, the, this."""
