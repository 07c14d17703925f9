"""What is told across sentences: the story line, names that come back, headlines, and what did not happen."""

from __future__ import annotations

from collections.abc import Callable

import pytest

import timeline
from timeline.events import Event

PUBLISHED = "2022-07-22"
Story = Callable[..., list[Event]]


@pytest.fixture(scope="module")
def tell() -> Story:
    """Give the events of a text in order."""

    def read(text: str, published: str | None = PUBLISHED) -> list[Event]:
        return list(timeline.extract(text, published))

    return read


def named(events: list[Event], trigger: str) -> Event:
    (event,) = (each for each in events if each.trigger.text == trigger)
    return event


def edtf(event: Event) -> str | None:
    return None if event.when is None else event.when.edtf


MATCH = (
    "Yesterday, the Rovers defeated the Wanderers. In the first half, the captain scored from a corner. "
    "The goalkeeper saved a penalty. The coach said the team had trained hard in the spring."
)


def test_the_story_goes_on(tell: Story) -> None:
    found = tell(MATCH)
    won, scored, saved = (named(found, trigger) for trigger in ("defeated", "scored", "saved"))
    assert [edtf(event) for event in (won, scored, saved)] == ["2022-07-21"] * 3
    assert (won.placed_by, scored.placed_by, saved.placed_by) == ("explicit", "inherited", "inherited")
    assert saved.confidence <= scored.confidence < won.confidence
    assert won.rank < scored.rank < saved.rank
    assert "defeated" in saved.why()


def test_reports_and_background_are_not_the_story(tell: Story) -> None:
    found = tell(MATCH)
    assert edtf(named(found, "said")) == PUBLISHED
    assert edtf(named(found, "trained")) != "2022-07-21"


def test_another_time_ends_the_scene(tell: Story) -> None:
    found = tell("Yesterday, the mayor opened the bridge. In 2015, the council bought the land. It cleared the site.")
    assert edtf(named(found, "cleared")) == "[..2022-07-22]"


def test_a_time_within_the_clause_keeps_it_out_of_the_story(tell: Story) -> None:
    found = tell("The cabinet approved the budget on Friday. Last year's report broke with tradition.")
    assert edtf(named(found, "broke")) != "2022-07-22"


def test_history_is_not_carried_on(tell: Story) -> None:
    found = tell("The society met in the hall. On 12 April 1961, a rocket reached orbit. The society held a dinner.")
    assert edtf(named(found, "held")) == "[..2022-07-22]"


def test_without_a_publication_date_no_story(tell: Story) -> None:
    found = tell("On 12 April 1961, a rocket reached orbit. The pilot landed in a field.", None)
    assert named(found, "landed").when is None


def test_a_known_noun_has_the_time_of_its_first_mention(tell: Story) -> None:
    found = tell("The navy held an exercise in May 2022. Fishermen complained that the exercise had cost them a week.")
    first, second = (event for event in found if event.lemma == "exercise")
    assert first.when == second.when
    assert second.placed_by == "inherited"


def test_another_of_its_kind_has_not(tell: Story) -> None:
    found = tell("The navy held an exercise in May 2022. The air force plans an exercise in the north.")
    times = {edtf(event) for event in found if event.lemma == "exercise"}
    assert len(times) == 2


@pytest.mark.parametrize("one", ["the first exercise", "the exercise of the first fleet"])
def test_what_is_singled_out_is_another(tell: Story, one: str) -> None:
    found = tell(f"The navy held an exercise in May 2022. Fishermen still remember {one}.")
    first, second = (event for event in found if event.lemma == "exercise")
    assert edtf(first) == "[2022-05-01..2022-05-31]"
    assert edtf(second) != edtf(first)


def test_how_something_came_to_be_is_background(tell: Story) -> None:
    found = tell("Yesterday, the Rovers defeated the Wanderers. The club was founded by dockers. The captain resigned.")
    assert edtf(named(found, "founded")) == "[..2022-07-22]"
    assert edtf(named(found, "resigned")) == "2022-07-21"


def test_a_day_after_a_new_object_is_the_verbs(tell: Story) -> None:
    found = tell("The health agency declared a pandemic on Wednesday. The court condemned the attack on Monday.")
    assert edtf(named(found, "declared")) == "2022-07-20"
    assert edtf(named(found, "condemned")) != "2022-07-20"


def test_past_perfect_comes_before(tell: Story) -> None:
    found = tell("The ship left the port. A storm had damaged the pier.")
    assert named(found, "damaged").rank < named(found, "left").rank


def test_what_holds_began_before_the_report(tell: Story) -> None:
    found = tell("The council supports the plan, the mayor said.")
    assert named(found, "supports").rank < named(found, "said").rank


def test_what_did_not_happen_has_no_time(tell: Story) -> None:
    found = tell("Had it happened an hour later, the fire would have destroyed the school.")
    assert all(event.when is None for event in found if event.trigger.text in {"happened", "destroyed"})
    assert all(event.factuality in {"possible", "denied"} for event in found if event.trigger.text != "fire")


def test_advice_is_no_event(tell: Story) -> None:
    assert not [event for event in tell("Wait until the fifth day of the fair.") if event.trigger.text == "Wait"]


def test_manners_and_numbers_take_no_part(tell: Story) -> None:
    (event,) = (each for each in tell("The ministry watched the talks with concern.") if each.lemma == "watch")
    assert {each.role for each in event.participants} == {"agent", "theme"}
    (talks,) = (each for each in tell("Talks between Norway and Chile began.") if each.lemma == "talk")
    assert [each.role for each in talks.participants] == ["agent"]


def test_constructions_of_a_newspaper_article(tell: Story) -> None:
    text = (
        "The [cabinet](#) approved the annual report on Friday. Norway and Chile have held joint naval exercises "
        "each year since 2019. For the past 50 years, the country has capped its rents. In last year's report, "
        "the city broke with tradition and linked housing with health. "
        "The city was alarmed in May when trawlers blocked the harbour. "
        "After [a landslide victory](#) this month, the minister is expected to face resistance."
    )
    found = tell(text)
    assert edtf(named(found, "approved")) == "2022-07-22"
    held = named(found, "held")
    assert (held.rrule, edtf(held), held.relation_to_publication) == ("FREQ=YEARLY", "2019/..", "overlap")
    assert edtf(named(found, "capped")) == "1972/2022-07-22"
    assert {edtf(named(found, each)) for each in ("broke", "linked")} == {"[2021-01-01..2021-12-31]"}
    assert {edtf(named(found, each)) for each in ("alarmed", "blocked")} == {"[2022-05-01..2022-05-31]"}
    assert edtf(named(found, "victory")) == "[2022-07-01..2022-07-22]"
    assert edtf(named(found, "face")) == "[2022-07-22..]"
    order = [event.trigger.text for event in found]
    shown = [each for each in order if each in {"capped", "held", "broke", "alarmed", "victory", "approved", "face"}]
    assert shown == ["capped", "held", "broke", "alarmed", "victory", "approved", "face"]


def test_a_date_taken_for_a_number_still_places_the_verb(tell: Story) -> None:
    assert edtf(named(tell("In 2015 engineers recommended a barrier."), "recommended")) == "[2015-01-01..2015-12-31]"


def test_a_participle_lies_where_the_verb_it_completes_lies(tell: Story) -> None:
    closed = named(tell("The schools will stay closed until Monday."), "closed")
    assert closed.when is not None
    assert str(closed.when.begin.earliest) == "2022-07-22"
    assert str(closed.when.end.latest) == "2022-07-26"


LOOKING_BACK = (
    "Yesterday, the court jailed a manager. It heard that she began to steal money in 2013. She used it to buy a house."
    "\n\nThe judge praised the police."
)


def test_what_is_told_of_long_ago_leaves_the_scene(tell: Story) -> None:
    found = tell(LOOKING_BACK)
    assert edtf(named(found, "used")) == "[..2022-07-22]"
    assert edtf(named(found, "praised")) == "2022-07-21"


def test_how_things_are_ends_a_scene_that_did_not_open(tell: Story) -> None:
    opening = "The town is proud of its harbour. It is the oldest in the north. A ship arrived on Tuesday. "
    kept = tell(opening + "It lost a mast.")
    left = tell(opening + "Many people live on the island. It lost a wall.")
    assert edtf(named(kept, "lost")) == "[2022-07-19..2022-07-22]"
    assert edtf(named(left, "lost")) == "[..2022-07-22]"


def test_addresses_stand_in_summaries_as_written(tell: Story) -> None:
    found = tell("People sent their designs to www.example.org last week.")
    assert named(found, "sent").summary == "People sent their designs to www.example.org"


def test_a_look_back_in_the_opening_sets_no_scene_for_the_rest(tell: Story) -> None:
    found = tell("Rescuers dug in the rubble today. The storm struck the town on Wednesday. Many houses lost power.")
    assert edtf(named(found, "lost")) == "[2022-07-20..2022-07-22]"
