"""What the event engine needs to know of English."""

from __future__ import annotations

from timeline.languages.en.events import nouns, verbs
from timeline.languages.en.events.synonyms import SYNONYMS
from timeline.languages.event_lexicon import EventLexicon

__all__ = ["EVENTS"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVENTS = EventLexicon(
    copula="be",
    perfect="have",
    auxiliary_verbs=_words("have do"),
    going=_words("going"),
    genitive="of",
    contrast=_words("but"),
    inverted=_words("had were should"),
    expectant=_words("due"),
    personal=verbs.PERSONAL,
    headline_verbs=verbs.HEADLINE,
    infinitive_nouns=nouns.WITH_INFINITIVE,
    parts_of_time=_words("end start beginning middle"),
    event_prepositions=_words("after before during following since until amid upon"),
    grammatical_verbs=verbs.GRAMMATICAL,
    event_nouns=nouns.EVENT_NOUNS,
    possible_event_nouns=nouns.POSSIBLE_EVENT_NOUNS,
    event_suffixes=nouns.SUFFIXES,
    predicative_adjectives=_words(
        """
        able afraid alarmed alive alert angry anxious available aware capable cautious certain close
        closed concerned confident convinced critical dead disappointed due eager eligible enthusiastic fair
        flat glad happy high hopeful ill injured interested involved isolated keen liable likely low
        lower missing nervous open optimistic pleased present proud ready receptive reluctant
        responsible satisfied severe shocked sick skeptical sceptical sorry subject successful sure
        surprised suspicious unable unaware uncertain unclear unconscious underway unhappy unlikely
        unwilling upset vulnerable weak willing worried worse young
    """,
    ),
    reporting=verbs.REPORTING,
    perception=verbs.PERCEPTION,
    aspectual=verbs.ASPECTUAL,
    intending=verbs.INTENDING,
    minding=verbs.MINDING,
    stative=verbs.STATIVE,
    noun_classes=nouns.NOUN_CLASSES,
    light_verbs=verbs.LIGHT,
    happening_verbs=verbs.HAPPENING,
    causing_verbs=verbs.CAUSING,
    looking_back=_words(
        """
        celebrate commemorate mourn remember recall regret praise condemn criticise criticize
        investigate honour honor survive follow blame avenge review
    """,
    ),
    starting=_words("begin start resume launch commence open originate renew"),
    stopping=_words("end stop finish complete terminate cease conclude halt quit close"),
    planning=verbs.PLANNING,
    wanting=verbs.WANTING,
    undone=verbs.UNDONE,
    changing=verbs.CHANGING,
    lasting=_words("take spend last wait serve need run stay remain continue go"),
    implicative=verbs.IMPLICATIVE,
    ranking=_words("first second third fourth fifth sixth seventh eighth ninth tenth last latest only next most"),
    people=nouns.PEOPLE,
    resolving=_words("agree decide vote want threaten choose opt resolve"),
    composing=_words("write"),
    private_hearers=_words(
        """
        police officer detective investigator inspector interrogator doctor nurse friend family wife husband
        mother father parent colleague neighbour neighbor him her them
    """,
    ),
    giving=verbs.GIVING,
    controlled_gerunds=_words("from of into"),
    adverbial_nouns=_words(
        "time moment second minute hour day night morning afternoon evening week weekend month year season way reason"
    ),
    causatives=_words("make let help have"),
    adverbials=frozenset({"in advance", "in return", "in turn", "on demand", "at rest", "on purpose"}),
    several=_words("they we you these those both all many most few several some others two three four five six"),
    passive_past={False: "was", True: "were"},
    institutions=_words(
        "prosecution defence defense opposition occupation resistance coalition delegation mission campaign operation"
    ),
    outlooks=_words("forecast budget target guidance outlook estimate projection plan prediction goal"),
    object_control=verbs.OBJECT_CONTROL,
    modals={
        "will": "future",
        "shall": "future",
        "wo": "future",
        "'ll": "future",
        "\N{RIGHT SINGLE QUOTATION MARK}ll": "future",
        "would": "would",
        "'d": "would",
        "\N{RIGHT SINGLE QUOTATION MARK}d": "would",
        "could": "possible",
        "can": "possible",
        "ca": "possible",
        "may": "possible",
        "might": "possible",
        "should": "possible",
        "must": "possible",
        "ought": "possible",
    },
    unreal_modals=_words("would 'd"),
    past_abilities=_words("could"),
    negations=_words("not n't n\N{RIGHT SINGLE QUOTATION MARK}t never hardly scarcely neither nor"),
    negative_determiners=_words("no neither none nobody nothing"),
    negative_phrases=frozenset(
        {
            *("no longer", "no more", "by no means", "in no way", "at no time", "at no point", "on no account"),
            *("in no sense", "under no circumstances", "in no circumstances", "not at all", "never again", "not yet"),
            *("not any more", "not any longer", "no way"),
        }
    ),
    hollow_negations=frozenset(
        {
            *("not only", "not just", "not merely", "not simply", "not solely", "not least", "not until"),
            *("no fewer than", "no less than", "no more than", "no later than", "no earlier than", "nothing less than"),
            *("nothing but", "no sooner", "no doubt", "hardly had", "scarcely had", "no matter"),
        }
    ),
    denying_marks=frozenset(
        {"without", "far from", "short of", "nowhere to", "instead of", "rather than", "as opposed to", "in lieu of"}
    ),
    pending=_words("yet"),
    denying=_words("deny dispute refute rebut disprove"),
    avoiding=_words("avoid deny escape resist evade forgo"),
    hindering=_words("prevent stop keep bar ban block dissuade discourage deter refrain abstain prohibit hinder"),
    relative_pronouns=_words("who whom which that"),
    possessive_relatives=_words("whose"),
    possessive_marker="'s",
    infinitive_marker="to",
    conditional_marks=_words("if unless whether provided supposing lest"),
    subordinators={
        "when": "same",
        "while": "same",
        "as": "same",
        "whilst": "same",
        "where": "there",
        "after": "after",
        "once": "after",
        "before": "before",
        "until": "before",
        "till": "before",
        "since": "after",
        "following": "after",
    },
    noun_signals={
        "during": "same",
        "amid": "same",
        "amidst": "same",
        "throughout": "same",
        "in": "same",
        "at": "same",
        "following": "after",
        "after": "after",
        "since": "after",
        "before": "before",
        "until": "before",
        "ahead": "before",
    },
    definite=_words("the this that these those"),
    singling=_words(
        "first second third fourth fifth last final next previous earlier earliest later latest other another original"
        " initial inaugural maiden only new old"
    ),
    unchanging=_words(
        "bet broadcast burst cast cost cut forecast hit hurt let put quit rid set shed shut slit split spread thrust"
        " upset"
    ),
    strong=verbs.STRONG,
    founding=_words("found cofound co-found invent bear"),
    gerund_signals={"by": "same", "in": "same", "on": "same", "while": "same", "when": "same", "with": "same"},
    origins=_words("from"),
    goals=_words("for to toward towards against"),
    time_signals={
        "since": "since",
        "ever since": "since",
        "from": "from",
        "starting": "from",
        "beginning": "from",
        "as of": "from",
        "until": "until",
        "till": "until",
        "through": "to",
        "to": "to",
        "by": "by",
        "no later than": "by",
        "before": "before",
        "prior to": "before",
        "ahead of": "before",
        "after": "after",
        "following": "after",
        "for": "throughout",
        "throughout": "throughout",
        "over": "throughout",
        "all": "throughout",
        "within": "within",
        "in": "within",
        "during": "within",
        "between": "between",
    },
    synonyms=SYNONYMS,
    nameless=_words(
        "the a an he him she her they them it we us i me you who whom which that this these those his their its our my"
        " your one ones someone something everyone everybody nobody nothing some many most all both others people"
    ),
    place_prepositions=_words(
        """
        in at on over near from into onto inside outside across around through along off above below
        under within toward towards aboard beyond between against to
    """,
    ),
    surely_places=_words("in at near into inside outside across aboard around along through off toward towards"),
    hollow_nouns=_words(
        """
        wake line favour favor order case terms term addition response light face result fact view
        charge front regard relation reference accordance conjunction spite way manner sense mind time
        respect place course fashion pairs group effort bid hope fear interest end return exchange
        general particular total turn part least most first last once percent cent rate level price cost
        risk stake odds number average
    """,
    ),
    instrument_prepositions=_words("with using via"),
    abstract_suffixes=("tion", "sion", "ment", "ence", "ance", "ness", "ity", "ship", "hood", "ism", "cern"),
    mutual_prepositions=_words("between among"),
    topic_prepositions=_words("about on regarding concerning over of"),
    recipient_prepositions=_words("to for"),
    agent_prepositions=_words("by"),
    attribution=_words("accord according reportedly allegedly apparently"),
)
