"""English nouns that name events.

The lists were drawn up from newspaper prose: a noun counts as an event's name where annotators marked it as an event
more often than not, and as a possible one where they did so now and then.
"""

from __future__ import annotations

__all__ = ["EVENT_NOUNS", "NOUN_CLASSES", "PEOPLE", "POSSIBLE_EVENT_NOUNS", "SUFFIXES", "WITH_INFINITIVE"]


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


EVENT_NOUNS = _words(
    """
    abduction accession accident accommodation accusation acquisition action admission advance affirmation
    agreement ambush amortization annexation announcement appeal applause appointment approval armistice
    arrangement arrest arrival arson assassination assault assertion atrocity attack attempt auction bailout
    ballot-stuffing bankruptcy battle beheading betrayal birth blackout blast blaze blockade bloodletting
    bloodshed bombardment bombing boom boost boycott brawl breakout breakthrough briefing broadcast buildup
    burial by-election bypass call campaign cancellation capture carnage ceasefire celebration census ceremony
    challenge championship change chant claim clash cleaning clearance closing co-operation coalition-building
    collaboration collapse collision combat comeback competition completion concession conclusion condemnation
    conference confession confirmation conflict confrontation conquest consent consolidation construction
    consultation contest contribution conversation conversion conviction cooperation coup coverage crackdown
    crash craze creation cremation crisis criticism crossing culmination cutback cyberattack deal debate debut
    decision declaration decline decommissioning decrease defeat defection delay demise demolition demonstration
    departure deployment derailment destruction detention development diplomacy disappearance disclosure
    discounting discovery discussion disintegration dispatching disposal dispute disruption domination downturn
    drag draw drift drill drive drop drought duel earthquake eclipse effort election elimination embargo
    encounter ending enforcement enlargement entry erosion eruption escape evacuation evaluation eviction
    exchange execution exercise exhibition exodus expansion expedition exploitation explosion expulsion
    extension extradition failure fallout famine festival fight fighting finding flight flood flooding
    fluctuation flurry foray forecast fraud funeral gain genocide growth guarantee gunfight handling handshake
    harm hearing heatwave help hijacking homecoming homicide hunt hurricane impeachment improvement inauguration
    incident increase incursion independence-vote initiative injunction injury inspection insurrection
    interdiction interference interruption intervention interview introduction invasion investigation
    involvement journey jump kidnap kidnapping killing lag landing landslide launch lawsuit layoff leak leap
    liberation lift-off liftoff lighting liquidation litigation looting loss maintenance maneuver maneuvering
    manoeuvre march marriage massacre match meeting merger miscarriage mischaracterization mobilisation
    mobilization move murder mutiny nationalization negotiation occupation offensive offer onslaught opening
    operation oppression ordeal outage outbreak outflow overthrow overture pandemic parade participation passing
    patrol pause payment persecution petition pilgrimage placement planning plebiscite pledge plunge poll
    premiere privation probe proceedings projection proposal prosecution protest provocation punishment purchase
    purge pursuit race raid rain rally ratification re-election re-entry rebellion recall recapitalization
    reception recession reconciliation reconsideration redemption reduction reelection reentry referendum
    refurbishment rehearing rejection relaunch relocation remand removal rendezvous repatriation replacement
    request rescue resignation resistance resolution restoration restructuring retaliation retirement retreat
    return reunion reversal review revision revolt revolution riot rise roadshow robbery roll-out rollout
    roundup ruling sabotage sanction scandal search seizure separation setback settlement shakeup shelling shift
    shipping shooting show showdown shuffle shutdown siege silence skirmish slaughter slaying slide slowdown
    slowing softening sparring speech spending spinoff split spying stampede standoff stop storm strengthening
    strike struggle suffering suicide summit suppression surrender survey suspension swap swearing-in symposium
    takeover talk terror-attack testimony theft tornado torture tour tournament tragedy transaction transfer
    transition treaty-signing trial trip triumph truce tsunami tumult turbulence turnout unification upheaval
    uprising vaccination verdict victory violation violence visit voting voyage waiting walkout war warfare
    wedding wildfire win withdrawal workshop wreck
    """,
)

POSSIBLE_EVENT_NOUNS = _words(
    """
    abuse accord act adjustment allegation anniversary argument assist assistance bid care casualty charge
    comment compliance contract convention damage death defense demand diagnosis disaster display end
    establishment estimate expectation export filing financing fire game goal hope impact indictment inflation
    investment kick lead meal mission mistake objection offering order outrage pact penalty performance practice
    pressure pricing problem procedure process production promise reaction reform response result reward round
    run sale session shipment shot situation slump solution speculation start statement suggestion suit support
    surge test threat trading transplant travel treatment trend trouble turn use venture vote walk warning
    weakness work
    """,
)

SUFFIXES = ("tion", "sion", "ment", "ance", "ence", "age", "ing", "al", "ure", "ery")

WITH_INFINITIVE = _words(
    """
    ability agreement ambition attempt battle bid call campaign chance choice commitment decision deal demand
    desire drive duty effort failure fight freedom how idea incentive invitation job licence license money move
    need offer opportunity order permission place plan pledge plot power promise proposal push race reason
    refusal request right room scheme scramble steps struggle temptation threat time tendency urge vote way
    willingness wish
    """,
)

PEOPLE = _words(
    """
    actor adult ally aide ambassador army aunt boss boy boyfriend brother captain chief child citizen client
    colleague commander companion comrade counterpart couple cousin crew customer daughter delegate delegation
    director doctor driver envoy executive expert family fan farmer father fellow fighter friend girl
    girlfriend grandchild grandfather grandmother group guest guy husband investor journalist judge lawmaker
    lawyer leader man manager member militant minister mother nephew neighbour neighbor niece nurse officer
    official owner parent partner patient people person player police politician premier president protester
    rebel relative reporter representative resident rival scientist sister soldier son spouse staff student
    supporter survivor teacher team teenager troops uncle veteran victim visitor volunteer voter wife witness
    woman worker
    """,
)

_REPORTING = _words("statement report announcement claim testimony declaration disclosure leak")
_INTENDING = _words("attempt effort appeal accusation pledge promise suggestion overture help request")
_MINDING = _words("hope expectation willingness desire concern commitment plan need fear belief")
_ASPECTUAL = _words("end completion start conclusion beginning culmination")
_STATES = _words(
    """
    crisis war situation process problem pressure occupation treatment tension cooperation co-operation spending
    conflict
    standoff lack silence experience suffering
    """,
)
NOUN_CLASSES = {
    noun: name
    for name, nouns in (
        ("REPORTING", _REPORTING),
        ("I_ACTION", _INTENDING),
        ("I_STATE", _MINDING),
        ("ASPECTUAL", _ASPECTUAL),
        ("STATE", _STATES),
    )
    for noun in nouns
}
