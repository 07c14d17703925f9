"""Ranges are one expression with two ends, and their ends as TIMEX3."""

from __future__ import annotations

import pytest
from attrs import evolve
from hypothesis import given
from hypothesis import strategies as st

from timeline import Extractor, InputError, TemporalExpression, Timeline, find_times, timex3s
from timeline.expressions.joined import begins_of, join
from timeline.formats.timeml import read_timeml, to_timeml

PUBLISHED = "2022-07-22"  # a Friday


@pytest.mark.parametrize(
    ("text", "words", "value", "interval", "signal"),
    [
        ("They met from May to July 2019.", "May to July 2019", "2019-05/2019-07", "2019-05/2019-07", "from"),
        ("It fell between 2010 and 2015.", "2010 and 2015", "2010/2015", "2010/2015", "between"),
        (
            "It stayed shut from 3 May until 2 June 2019.",
            "3 May until 2 June 2019",
            "2019-05-03/2019-06-02",
            None,
            "from",
        ),
        ("Rain fell Monday through Friday.", "Monday through Friday", "2022-07-18/2022-07-22", None, None),
        ("It was shut from Monday to Friday.", "Monday to Friday", "2022-07-18/2022-07-22", None, "from"),
        ("held May–July 2019", "May–July 2019", "2019-05/2019-07", "2019-05/2019-07", None),
        ("It rained from the 3rd to the 5th.", "3rd to the 5th", "2022-07-03/2022-07-05", None, "from"),
        (
            "It ran from 2019 to the present.",
            "2019 to the present",
            "2019/PRESENT_REF",
            "2019-01-01/2022-07-22",
            "from",
        ),
        (
            "It snowed from Friday night to Sunday morning.",
            "Friday night to Sunday morning",
            "2022-07-22TNI/2022-07-24TMO",
            "2022-07-22T20/2022-07-24T11",
            "from",
        ),
        (
            "open from 9 a.m. to 5 p.m.",
            "9 a.m. to 5 p.m.",
            "2022-07-22T09:00/2022-07-22T17:00",
            "2022-07-22T09:00/2022-07-22T17:00",
            "from",
        ),
        ("a wait of between two weeks and three months", "two weeks and three months", "P2W/P3M", "", "between"),
        ("It takes from 90 minutes to two hours.", "90 minutes to two hours", "PT90M/PT2H", "", "from"),
    ],
)
def test_a_range_is_one_expression(text: str, words: str, value: str, interval: str | None, signal: str | None) -> None:
    (found,) = find_times(text, PUBLISHED)
    assert (found.text, found.value) == (words, value)
    assert (None if found.signal is None else found.signal.text) == signal
    assert ("" if found.interval is None else found.interval.edtf) == (value if interval is None else interval)
    first, last = found.ends
    assert (first.start, last.end) == (found.start, found.end)
    assert f"{first.value}/{last.value}" == value
    assert first.interval == last.interval == found.interval
    assert found.confidence == min(first.confidence, last.confidence)
    assert " > " not in found.rule
    assert all(end.rule.startswith(found.rule) for end in found.ends)
    assert found.why().startswith(f"“{words}” is {found.kind.value} {value}: from “{first.text}” to “{last.text}”")


@pytest.mark.parametrize(
    ("text", "values"),
    [
        ("on May 3, 5 and 7", ["2022-05-03", "2022-05-05", "2022-05-07"]),
        ("in May and June 2019", ["2019-05", "2019-06"]),
        ("in the 18th and 19th centuries", ["17", "18"]),
        ("each year since 2019", ["P1Y", "2019"]),
        ("in the first nine months of 2019", ["P9M", "2019"]),
        ("in the year to March", ["P1Y", "2022-03"]),
        ("since 2019 and until 2021", ["2019", "2021"]),
        ("the term was cut from six weeks to four weeks", ["P6W", "P4W"]),
        ("They met from Monday. To Friday they said nothing.", ["2022-07-18", "2022-07-22"]),
    ],
)
def test_what_is_no_range_stays_several(text: str, values: list[str]) -> None:
    found = find_times(text, PUBLISHED)
    assert [each.value for each in found] == values
    assert not any(each.ends for each in found)


def test_two_ranges_of_one_match_are_two() -> None:
    found = find_times("open 9 a.m. to 5 p.m., Monday to Friday", PUBLISHED)
    assert [each.text for each in found] == ["9 a.m. to 5 p.m.", "Monday to Friday"]


def test_the_other_readings_of_the_ends_are_those_of_the_range() -> None:
    (found,) = find_times("Monday to Friday", PUBLISHED)
    (other,) = found.alternatives
    assert other.value == "2022-07-25/2022-07-29"
    assert other.interval is not None
    assert other.interval.edtf == other.value
    assert other.confidence <= found.confidence


def test_without_a_publication_date_both_ends_stay_unresolved() -> None:
    (found,) = find_times("from May to July")
    assert (found.value, found.interval) == ("XXXX-05/XXXX-07", None)


def test_known_ends_in_the_wrong_order_are_no_range() -> None:
    found = find_times("between 2015 and 2010", PUBLISHED)
    assert [(each.value, each.interval) for each in found] == [("2015", None), ("2010", None)]


def test_markup_and_its_offsets() -> None:
    text = "It ran from <b>May</b> to July&nbsp;2019."
    (found,) = find_times(text, PUBLISHED)
    assert found.text == text[found.start : found.end] == "May</b> to July&nbsp;2019"
    assert [end.text for end in found.ends] == ["May", "July&nbsp;2019"]


def test_anchors_name_places_in_the_list_that_they_stand_in() -> None:
    found = find_times(
        "It was shut from May to July 2019. Two months later it opened; the day after, it rained.", PUBLISHED
    )
    assert [each.text for each in found][:2] == ["May to July 2019", "Two months later"]
    assert found[1].anchor == "expression 0"
    assert "(expression 0)" in found[1].why()
    flat = timex3s(found)
    assert [each.text for each in flat][:3] == ["May", "July 2019", "Two months later"]
    assert flat[2].anchor == "expression 1"
    assert "(expression 1)" in flat[2].why()


def test_what_leans_on_a_range_that_goes_on_leans_on_its_first_end() -> None:
    found = find_times("It was built from 2019 to the present. The following year it rained.", PUBLISHED)
    assert [each.anchor for each in timex3s(found)][-1] == "expression 0"


def test_both_ends_lean_on_what_was_said_before() -> None:
    text = "It began on 4 May 2019. They met from Monday to Wednesday and left."
    found = find_times(text, PUBLISHED, domain="narrative")
    assert [found[1].anchor, *(each.anchor for each in found[1].ends)] == ["expression 0"] * 3
    assert [each.anchor for each in timex3s(found)] == ["none", "expression 0", "expression 0"]


def test_an_end_that_leans_on_the_other() -> None:
    text = "It began on 4 May 2019. They met from Monday to Wednesday and left."
    found = find_times(text, PUBLISHED, domain="narrative")
    began, monday, wednesday = timex3s(found)
    flat = [began, monday, evolve(wednesday, anchor="expression 1")]
    joined, _ = join(text, flat, begins_of(found))
    (monday, wednesday) = joined[1].ends
    assert (joined[1].anchor, monday.anchor, wednesday.anchor) == ("expression 0", "expression 0", "expression 1")
    assert timex3s(joined) == flat


def test_ends_that_no_longer_mean_the_same_stretch_are_two() -> None:
    text = "They met from Monday to Wednesday. The next day it rained."
    found = find_times(text, PUBLISHED)
    flat = timex3s(found)
    assert begins_of(found) == {0}
    other = flat[1].alternatives[0]
    changed = [flat[0], evolve(flat[1], value=other.value, interval=other.interval), *flat[2:]]
    joined, places = join(text, changed, {0})
    assert joined == changed
    assert list(places) == [0, 1, 2]


def test_a_range_has_two_ends_that_are_no_ranges() -> None:
    (found,) = find_times("from May to July 2019", PUBLISHED)
    for ends in (found.ends[:1], found.ends * 2, (found, found)):
        with pytest.raises(InputError, match="a range has two ends"):
            evolve(found, ends=ends)


def test_timex3s_takes_expressions() -> None:
    assert timex3s([]) == []
    assert timex3s(iter(find_times("in May", PUBLISHED))) == find_times("in May", PUBLISHED)
    for wrong in ("May", None, [None]):
        with pytest.raises(InputError):
            timex3s(wrong)  # type: ignore[arg-type]


def test_evaluation_and_timeml_see_the_ends() -> None:
    made = Extractor().tag("It was shut from May to July 2019. Two months later it opened.", PUBLISHED)
    written = read_timeml(to_timeml(made))
    assert [(each.text, each.value) for each in written.timexes] == [
        ("May", "2019-05"),
        ("July 2019", "2019-07"),
        ("Two months later", "2019-09"),
    ]
    assert 'tid="t3" type="DATE" value="2019-09" temporalFunction="true" anchorTimeID="t2"' in to_timeml(made)


PIECES = st.lists(
    st.sampled_from(
        [
            "They met from May to July 2019.",
            "It was shut between Monday and Wednesday.",
            "Two months later, it opened.",
            "The following day it rained from 9 a.m. to 5 p.m.",
            "In 2015 it fell; it had grown from 2010 to 2014.",
            "The wait is between two weeks and three months.",
            "It ran from <i>2019</i> to the&nbsp;present.",
            "It will close on May 3, 5 and 7.",
            "Nothing was said.",
            "“Since June,” he said, “and until Friday.”",
        ]
    ),
    max_size=6,
)


@given(PIECES, st.sampled_from([" ", "\n\n", "\r\n", " \U0001f40b "]), st.sampled_from([None, PUBLISHED]))
def test_what_holds_of_any_text(pieces: list[str], between: str, published: str | None) -> None:
    text = between.join(pieces)
    made = Extractor().tag(text, published)
    found = list(made.expressions)
    last = 0
    for each in found:
        assert last <= each.start < each.end
        assert text[each.start : each.end] == each.text
        last = each.end
        for end in each.ends:
            assert text[end.start : end.end] == end.text
    _check_anchors(text, found)
    assert Timeline.from_json(made.to_json()) == made
    (again,) = Extractor().tag_many([made.article])
    assert again == made


def _check_anchors(text: str, found: list[TemporalExpression]) -> None:
    """Every anchor names another expression, before or after, and either list can be made of the other."""
    flat = timex3s(found)
    parts = [end for each in found for end in each.ends or (each,)]
    assert [evolve(each, anchor="") for each in flat] == [evolve(each, anchor="") for each in parts]
    for some in (found, flat):
        for number, each in enumerate(some):
            if each.anchor.startswith("expression "):
                assert number != int(each.anchor.split()[1]) < len(some)
    assert join(text, flat, begins_of(found))[0] == found


@given(PIECES)
def test_timeml_tells_the_ends(pieces: list[str]) -> None:
    made = Extractor().tag(" ".join(pieces), PUBLISHED)
    written = read_timeml(to_timeml(made)).timexes
    assert [(each.text, each.start, each.value) for each in written] == [
        (each.text, each.start, each.value) for each in timex3s(made.expressions)
    ]
