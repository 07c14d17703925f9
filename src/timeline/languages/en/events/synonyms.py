"""Verbs and nouns that tell of one kind of event: what one article calls a blast another calls an explosion."""

from __future__ import annotations

from collections.abc import Mapping

__all__ = ["SYNONYMS"]

_GROUPS = """
explode explosion blast detonate detonation bombing bomb
kill slay murder killing slaying
die death
attack assault raid strike
shoot shooting
invade invasion
resign resignation step_down quit
elect election
vote ballot poll referendum
win victory
lose defeat
arrest detain detention
meet meeting talk summit
visit trip
announce announcement
sign signing
agree agreement accord deal pact
arrive arrival
leave depart departure
crash collision collide
collapse
earthquake quake tremor
flood flooding
fire blaze
protest demonstration demonstrate rally
launch
open opening inauguration inaugurate
close closure shut
appoint appointment name
sack dismiss fire_from dismissal
sentence sentencing
convict conviction
marry marriage wedding wed
bear birth
acquire acquisition takeover take_over buy purchase
merge merger
rise increase climb gain
fall drop decline decrease
sell sale
test
find discover discovery
rescue
release
deploy deployment
withdraw withdrawal pull_out
evacuate evacuation
hijack hijacking
kidnap abduct abduction kidnapping
steal theft robbery rob
escape flee
begin start
end finish conclude
approve approval pass adopt adoption
reject rejection
investigate investigation inquiry probe
"""

SYNONYMS: Mapping[str, str] = {
    lemma.replace("_", " "): group.split()[0] for group in _GROUPS.strip().splitlines() for lemma in group.split()
}
"""Lemma to the first of its group."""
