"""What is denied, how far the text vouches for it, and the words that say so in summaries; with the bundled models."""

from __future__ import annotations

import pytest

from timeline import Event, Extractor

PUBLISHED = "2024-03-15"

AUXILIARIES = [
    # Clauses with the auxiliary before the subject.
    ("Never has the river flooded.", "flooded", "Never has the river flooded"),
    ("Never had the bank failed.", "failed", "Never had the bank failed"),
    ("Never have so many people died.", "died", "Never have so many people died"),
    ("Never has the bridge been closed.", "closed", "Never has the bridge been closed"),
    ("Never has the government been so weak.", "weak", "Never has the government been so weak"),
    ("Never have I seen such a thing.", "seen", "Never have I seen such a thing"),
    ("Never before has the city seen such a crowd.", "seen", "Never before has the city seen such a crowd"),
    ("At no time has the river flooded.", "flooded", "At no time has the river flooded"),
    ("Never did they meet.", "meet", "Never did they meet"),
    ("Nor have they met.", "met", "Nor have they met"),
    ("Never has he had a car.", "had", "Never has he had a car"),
    # What has not happened so far.
    ("He has still to reply.", "reply", "He has still to reply"),
    ("Police have still to identify the man.", "identify", "Police have still to identify the man"),
    ("The winner has still to be announced.", "announced", "The winner has still to be announced"),
    ("The report remains to be published.", "published", "The report remains to be published"),
    ("Two bodies remained to be identified.", "identified", "Two bodies remained to be identified"),
]
"""Sentences in which a verb is no event of its own, only the auxiliary of what is denied."""
DENIED = [
    *AUXILIARIES,
    ("He no longer works there.", "works", "He no longer works there"),
    ("They no longer want to leave.", "want", "They no longer want to leave"),
    ("The firm will no longer make cars.", "make", "The firm will no longer make cars"),
    ("The road is no longer closed.", "closed", "The road is no longer closed"),
    ("The body has yet to be found.", "found", "The body has yet to be found"),
    ("The company has yet to publish its report.", "publish", "The company has yet to publish its report"),
    ("The deal is yet to be signed.", "signed", "The deal is yet to be signed"),
    ("The court has not ruled yet.", "ruled", "The court has not ruled yet"),
    ("He is nowhere to be found.", "found", "He is nowhere to be found"),
    ("He will never again play for the club.", "play", "He will never again play for the club"),
    ("Never again will he play for the club.", "play", "Never again will he play for the club"),
    ("At no time did he leave the house.", "leave", "At no time did he leave the house"),
    ("Under no circumstances will the army withdraw.", "withdraw", "Under no circumstances will the army withdraw"),
    ("The plan was by no means approved.", "approved", "The plan was by no means approved"),
    ("The plan was in no way approved.", "approved", "The plan was in no way approved"),
    ("He does not work there any more.", "work", "He does not work there any more"),
    ("She doesn't live in Paris any longer.", "live", "She doesn't live in Paris any longer"),
    ("He hardly spoke.", "spoke", "He hardly spoke"),
    ("Neither the president nor the minister resigned.", "resigned", "Neither the president nor the minister resigned"),
    ("Neither side won.", "won", "Neither side won"),
    (
        "The president neither signed nor vetoed the bill.",
        "vetoed",
        "The president neither signed nor vetoed the bill",
    ),
    ("The council has not met, nor has it voted.", "voted", "nor has it voted"),
    ("The team left without saying goodbye.", "saying", "The team left without saying goodbye"),
    ("The talks are far from ending.", "ending", "The talks are far from ending"),
    (
        "The president stopped short of calling for war.",
        "calling",
        "The president stopped short of calling for war",
    ),
    ("He fought on instead of resigning.", "resigning", "He fought on instead of resigning"),
    ("Nobody was hurt.", "hurt", "Nobody was hurt"),
    ("None of the passengers survived.", "survived", "None of the passengers survived"),
    ("Nothing happened on Tuesday.", "happened", "Nothing happened"),
    ("Not one passenger survived.", "survived", "Not one passenger survived"),
    ("Not a single house was damaged.", "damaged", "Not a single house was damaged"),
    ("No evidence was found.", "found", "No evidence was found"),
    ("Police found no evidence.", "found", "Police found no evidence"),
    ("He said nothing.", "said", "He said nothing"),
    ("The talks are no more.", "talks", "The talks"),
]
ALONE = [
    *(text for text, _, _ in AUXILIARIES),
    "Rarely has the river flooded.",
    "Rarely have the two sides met in public.",
    "Seldom has a minister resigned so quickly.",
    "Seldom did they meet.",
    "The body has yet to be found.",
]
"""Sentences with one event."""
VOUCHED = [
    # Words of denial that deny nothing.
    ("No fewer than 20 people died.", "died", "POS", "actual"),
    ("He not only resigned but left the country.", "resigned", "POS", "actual"),
    ("Not until Friday did he leave.", "leave", "POS", "actual"),
    ("No sooner had he arrived than the war began.", "arrived", "POS", "actual"),
    ("Scarcely had he arrived when the war began.", "arrived", "POS", "actual"),
    ("They did not attack but defended the town.", "defended", "POS", "actual"),
    ("Few people attended the rally.", "attended", "POS", "actual"),
    ("The rules barely changed.", "changed", "POS", "actual"),
    ("Rarely has the river flooded.", "flooded", "POS", "actual"),
    ("Seldom did they meet.", "meet", "POS", "actual"),
    ("Hardly had the war begun when the king died.", "begun", "POS", "actual"),
    ("He seems still to believe the story.", "believe", "POS", "possible"),
    ("The police remain to guard the bridge.", "remain", "POS", "actual"),
    ("The strikes are no more than a show.", "strikes", "POS", "actual"),
    # What is said of the truth of a clause.
    ("It is not true that he resigned on Monday.", "resigned", "POS", "denied"),
    ("It was not true that she had left.", "left", "POS", "denied"),
    ("It is true that he resigned.", "resigned", "POS", "actual"),
    ("It is false that he resigned.", "resigned", "POS", "denied"),
    ("It is untrue that the minister will resign.", "resign", "POS", "denied"),
    ("Thinking that prices will fall is false.", "Thinking", "POS", "actual"),
    ("It may be false that he resigned.", "resigned", "POS", "possible"),
    ("He said it was not true that the bank had failed.", "failed", "POS", "denied"),
    ("I doubt that he resigned.", "resigned", "POS", "possible"),
    ("We doubt the army withdrew.", "withdrew", "POS", "possible"),
    ("He doubts that the talks will resume.", "resume", "POS", "possible"),
    ("He did not doubt that the army withdrew.", "withdrew", "POS", "actual"),
    ("It is doubtful that the army withdrew.", "withdrew", "POS", "possible"),
    ("It is unlikely that the minister will resign.", "resign", "POS", "possible"),
    # What verbs say of what completes them.
    ("The army failed to take the city.", "take", "POS", "denied"),
    ("The minister refused to resign.", "resign", "POS", "denied"),
    ("The ministry was unable to confirm the report.", "confirm", "POS", "denied"),
    ("They did not manage to win.", "win", "POS", "denied"),
    ("He did not fail to sign the bill.", "sign", "POS", "possible"),
    ("She avoided answering the question.", "answering", "POS", "denied"),
    ("He denied killing the man.", "killing", "POS", "denied"),
    ("The police stopped him from leaving.", "leaving", "POS", "denied"),
    ("The minister denied that troops had entered the city.", "entered", "POS", "denied"),
    ("The minister did not deny that troops had entered the city.", "entered", "POS", "reported"),
    ("The minister said that troops had entered the city.", "entered", "POS", "reported"),
    ("The vote is not expected to take place.", "take", "POS", "possible"),
    ("The vote is expected to take place.", "take", "POS", "planned"),
    ("The firm has no plans to sell.", "sell", "POS", "possible"),
]
SUMMARIES = [
    ("He was prevented from leaving.", "leaving", "He was prevented from leaving"),
    ("The police stopped him from leaving.", "leaving", "The police stopped him from leaving"),
    ("No sooner had he arrived than the war began.", "arrived", "No sooner had he arrived"),
    ("Not until Friday did he leave.", "leave", "Not until Friday did he leave"),
    ("Rarely has the river flooded.", "flooded", "Rarely has the river flooded"),
    ("Seldom did they meet.", "meet", "Seldom did they meet"),
    ("Not all passengers survived.", "survived", "Not all passengers survived"),
    ("The team left without saying goodbye.", "left", "The team left"),
]


@pytest.fixture(scope="module")
def told() -> dict[str, dict[str, Event]]:
    """Give the events of all sentences by their triggers."""
    texts = [row[0] for row in (*DENIED, *VOUCHED, *SUMMARIES)]
    texts += ALONE
    timelines = Extractor().extract_many([{"text": text, "published": PUBLISHED} for text in texts])
    return {each.article.text: {event.trigger.text: event for event in each} for each in timelines}


@pytest.mark.parametrize(("text", "trigger", "summary"), DENIED)
def test_what_is_denied(told: dict[str, dict[str, Event]], text: str, trigger: str, summary: str) -> None:
    event = told[text][trigger]
    assert (event.polarity, event.factuality, event.summary) == ("NEG", "denied", summary)


@pytest.mark.parametrize(("text", "trigger", "polarity", "factuality"), VOUCHED)
def test_how_far_the_text_vouches(
    told: dict[str, dict[str, Event]], text: str, trigger: str, polarity: str, factuality: str
) -> None:
    event = told[text][trigger]
    assert (event.polarity, event.factuality) == (polarity, factuality)


@pytest.mark.parametrize(("text", "trigger", "summary"), SUMMARIES)
def test_summaries_read_like_the_text(told: dict[str, dict[str, Event]], text: str, trigger: str, summary: str) -> None:
    assert told[text][trigger].summary == summary


@pytest.mark.parametrize("text", ALONE)
def test_an_auxiliary_is_no_event(told: dict[str, dict[str, Event]], text: str) -> None:
    assert len(told[text]) == 1
