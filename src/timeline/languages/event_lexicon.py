"""What the event engine asks of a language: word lists, each with one meaning."""

from __future__ import annotations

from collections.abc import Mapping

from attrs import field, frozen

__all__ = ["EventLexicon"]

Words = frozenset[str]


@frozen
class EventLexicon:
    """Lemmas (lower case) that tell what is an event, of which class, and how clauses lean on each other in time.

    A language gives one instance; the engine in `timeline.events` holds no words of its own.
    """

    copula: str
    perfect: str
    """The auxiliary of the perfect: have."""
    auxiliary_verbs: Words
    """Auxiliaries that are main verbs as well: have, do."""
    going: Words
    """What makes a future with an infinitive: going."""
    genitive: str
    """The preposition that joins a noun to its object: of."""
    contrast: Words
    """Conjunctions over which a negation does not reach: but."""
    inverted: Words
    """Auxiliaries that make a condition when they stand before the subject: had, were."""
    expectant: Words
    """Adjectives that parsers take for a conjunction before an infinitive: due."""
    personal: Words
    """Verbs whose subject is always somebody or something: plan, intend."""
    headline_verbs: Words
    """Verbs that headlines use in the third person, where they look like plurals: sign, release."""
    infinitive_nouns: Words
    """Nouns that an infinitive completes: time to leave, a right to know."""
    parts_of_time: Words
    """Nouns that cut a part out of a time: end, beginning."""
    event_prepositions: Words
    """Prepositions that take events: after, during."""
    grammatical_verbs: Words
    """Verbs that name no event of their own: include, consist, base."""
    event_nouns: Words
    """Nouns that name an event wherever they stand: invasion, election."""
    possible_event_nouns: Words
    """Nouns that name an event only where the syntax says so: trial, order, move."""
    event_suffixes: tuple[str, ...]
    """Endings of nouns made from verbs; a cue, never enough by itself."""
    predicative_adjectives: Words
    """Adjectives that name a state worth telling when a copula carries them."""

    reporting: Words
    perception: Words
    aspectual: Words
    intending: Words
    """I_ACTION verbs: they introduce another event and do something about it."""
    minding: Words
    """I_STATE verbs: they introduce another event and hold an attitude to it."""
    stative: Words
    noun_classes: Mapping[str, str] = field(eq=False)
    """TimeML class of nouns that are no plain occurrence."""

    light_verbs: Words
    """Verbs whose object is the event: hold, conduct, carry."""
    happening_verbs: Words
    """Verbs whose subject is the event: occur, happen, begin."""
    causing_verbs: Words
    """Verbs whose subject comes before what they tell: lead, cause, raise."""
    looking_back: Words
    """Verbs whose object happened before: celebrate, mourn, condemn."""
    starting: Words
    """Verbs that tell when something begins: begin, start, launch."""
    stopping: Words
    """Verbs that tell when something ends: end, cease, conclude."""
    planning: Words
    """Words whose infinitive lies ahead of the publication if they hold then: plan, expect, set."""
    wanting: Words
    """Words whose infinitive comes after them, sooner or later: ask, decide, want."""
    undone: Words
    """Words whose infinitive did not happen when they are told as facts: fail, refuse, forget."""
    changing: Words
    """Intransitive verbs whose subject undergoes: die, fall, rise."""
    lasting: Words
    """Verbs whose object says how long they last: take, spend."""
    implicative: Words
    """Words whose infinitive happened when they are told as facts: manage, force, help."""
    ranking: Words
    """Words that single one out of those who did something: first, last, only."""
    people: Words
    """Nouns for people: nobody does anything with them as with a tool."""
    composing: Words
    """Verbs of saying whose object is a work: write."""
    private_hearers: Words
    """Those to whom something is told long before an article reports it: police, him."""
    giving: Words
    """Verbs with a recipient: give, send, award."""
    controlled_gerunds: Words
    """Prepositions before a gerund whose subject is the object: from, of."""
    adverbial_nouns: Words
    """Nouns whose relative clauses lack nothing: the night she died, the way he works."""
    causatives: Words
    """Verbs whose object does something by them, without "to": make, let, help."""
    adverbials: Words
    """Prepositions with bare nouns that name no event: "in advance"."""
    several: Words
    """Words for more than one: they, both, two."""
    passive_past: Mapping[bool, str] = field(eq=False)
    """The auxiliary of the passive, for one and for several: was, were."""
    institutions: Words
    """Nouns for events that are bodies as well, where they say or want something: prosecution, campaign."""
    outlooks: Words
    """Nouns for what is thought of a time ahead: forecast, budget."""
    resolving: Words
    """Verbs that a past day behind their infinitive belongs to: agree, decide, vote."""
    object_control: Words
    """Verbs whose object does what their infinitive says: ask, urge, tell."""

    modals: Mapping[str, str] = field(eq=False)
    """Modal auxiliary to what it says: future, would, possible."""
    unreal_modals: Words
    """Modals that, with a perfect, tell of what did not happen: would."""
    past_abilities: Words
    """Modals that, negated, tell what could not be done in the past: could."""
    negations: Words
    negative_determiners: Words
    negative_phrases: Words
    """Adverbs of several words that deny: no longer, by no means."""
    hollow_negations: Words
    """What begins with a negation and denies nothing: not only, no fewer than."""
    denying_marks: Words
    """What introduces a clause that did not happen: without, far from."""
    pending: Words
    """Adverbs before an infinitive that has not happened so far: yet."""
    denying: Words
    """Verbs of saying that say the contrary: deny."""
    avoiding: Words
    """Verbs whose gerund did not happen when they are told as facts: avoid, deny."""
    hindering: Words
    """Verbs whose gerund after a preposition did not happen when they are told as facts: prevent (from)."""
    relative_pronouns: Words
    possessive_relatives: Words
    possessive_marker: str
    infinitive_marker: str
    conditional_marks: Words
    subordinators: Mapping[str, str] = field(eq=False)
    """Conjunction to how its clause lies to the main one: same, before, after; there: in one place, perhaps later."""
    noun_signals: Mapping[str, str] = field(eq=False)
    """Preposition before an event noun to how the noun lies to its governor: same, before, after."""
    definite: Words
    """Determiners of what is known: the, this."""
    singling: Words
    """Words that single out one of its kind: first, last, next."""
    unchanging: Words
    """Verbs whose past looks like their present: burst, hit."""
    strong: Words
    """Verbs whose past has another stem than their base: sink, shake."""
    founding: Words
    """Verbs of how somebody or something came to be, told as background: found, bear."""
    gerund_signals: Mapping[str, str] = field(eq=False)
    """Preposition before a gerund to how its clause lies to the main one."""
    origins: Words
    """Prepositions of what a change begins with: from."""
    goals: Words
    """Prepositions of what is aimed at, or may be: for, to, against."""
    time_signals: Mapping[str, str] = field(eq=False)
    """Signal of a temporal expression to what it bounds.

    One of since, until, by, before, after, from, to, between, throughout, within; a signal not listed says "on".
    """
    synonyms: Mapping[str, str] = field(eq=False)
    """Lemma to the name of the kind of event that it and others tell of: blast and explosion."""
    nameless: Words
    """Words that name nobody and nothing: he, they, the, this."""
    place_prepositions: Words
    surely_places: Words
    """Prepositions after which a common noun names a place, too."""
    hollow_nouns: Words
    """Nouns that only join: line, wake, terms."""
    instrument_prepositions: Words
    abstract_suffixes: tuple[str, ...]
    """Endings of nouns that name a quality or an attitude, nothing to do something with."""
    mutual_prepositions: Words
    """Prepositions before all who take part in an event noun: talks between."""
    topic_prepositions: Words
    recipient_prepositions: Words
    agent_prepositions: Words
    attribution: Words
    """Words that hand a statement to a source: according, reportedly."""
