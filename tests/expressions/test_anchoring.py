from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import find_times, languages
from timeline.calculus.durations import Duration
from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Interval
from timeline.calculus.operators import At, Bare, In, Lean, Now, Said, SaidDay, Shift, Since
from timeline.calculus.recurring import ClockTime, DayOfWeek, MonthOfYear
from timeline.errors import InputError
from timeline.expressions.anchoring import Anchoring, Found
from timeline.expressions.clause_tense import direction_of
from timeline.expressions.resolution_cache import ResolutionCache
from timeline.expressions.standpoint import publication_interval
from timeline.languages.meaning import Meaning, Recurrence
from timeline.layout import part_lines

if TYPE_CHECKING:
    from timeline.languages.language import TenseCues

FRIDAY = Instant.of(2022, 7, 22)
ONE_DAY = Duration.of(1, Granularity.DAY)
MONDAY = Meaning("DATE", Bare(DayOfWeek(1)))
LATER = Meaning("DATE", Shift(ONE_DAY, 1, Said()))
YEAR = Meaning("DATE", At(Interval.unit(Instant.of(2019), Granularity.YEAR)))


def tense() -> TenseCues:
    cues = languages.get("en").tense
    assert cues is not None
    return cues


def anchored(text: str, meanings: dict[str, Meaning], published: Instant | None = FRIDAY, **more: Any) -> list[Any]:
    """Anchor meanings to the words they are given for, in the order of the text."""
    anchoring = Anchoring(text, part_lines(text), published, tense(), **more)
    places = [(text.index(words), words, meaning) for words, meaning in meanings.items()]
    return anchoring.anchor_all(
        [
            [Found(start, start + len(words), meaning, "by hand")]
            for start, words, meaning in sorted(places, key=lambda p: p[0])
        ]
    )


def test_an_expression_has_the_words_and_the_meaning() -> None:
    (found,) = anchored("It rained in 2019 again.", {"2019": YEAR})
    assert (found.text, found.start, found.end, found.value) == ("2019", 13, 17, "2019")
    assert (found.anchor, found.confidence, found.alternatives) == ("none", 1.0, ())
    assert found.why() == "“2019” is DATE 2019: it needs no anchor (rule by hand)."


@pytest.mark.parametrize(
    ("text", "value", "told"),
    [
        ("It rained on Monday.", "2022-07-18", "speaks of the past (“rained”)"),
        ("It will rain on Monday.", "2022-07-25", "speaks of the future (“will rain”)"),
        ("Rain on Monday.", "2022-07-18", "no verb points either way"),
        ("It will rain. It rained on Monday.", "2022-07-18", "speaks of the past (“rained”)"),
        ("On Monday it will rain.", "2022-07-25", "speaks of the future (“will rain”)"),
    ],
)
def test_the_tense_of_the_clause_decides(text: str, value: str, told: str) -> None:
    (found,) = anchored(text, {"Monday": MONDAY})
    assert found.value == value
    assert found.anchor == "publication"
    assert told in found.why()
    other = found.alternatives[0]
    assert {found.value, other.value} == {"2022-07-18", "2022-07-25"}
    assert other.confidence < found.confidence


def test_a_reading_that_the_clause_forbids_is_none() -> None:
    soon = Meaning("DATE", value="FUTURE_REF", lean=Lean.FUTURE)
    assert anchored("It ended soon.", {"soon": soon}) == []
    (found,) = anchored("It will end soon.", {"soon": soon})
    assert found.value == "FUTURE_REF"


def test_what_was_said_is_leaned_on() -> None:
    year, later = anchored("On Monday it rained; the next day it did not.", {"Monday": MONDAY, "the next day": LATER})
    assert (year.value, later.value, later.anchor) == ("2022-07-18", "2022-07-19", "expression 0")
    assert "expression 0" in later.why()


def test_where_nothing_was_told_nothing_is_counted_from_the_publication() -> None:
    (found,) = anchored("The next day it rained.", {"The next day": LATER})
    assert (found.value, found.anchor, found.interval) == ("XXXX-XX-XX", "none", None)
    assert "none was" in found.why()


@pytest.mark.parametrize("around", ["\n", "\n \t"])
def test_a_dateline_alone_on_its_line_is_not_gone_on_from(around: str) -> None:
    text = f"Oslo{around}Monday{around}The next day it rained."
    _, later = anchored(text, {"Monday": MONDAY, "The next day": LATER})
    assert later.anchor == "none"


def test_references_and_what_only_compares_are_not_gone_on_from() -> None:
    now = Meaning("DATE", Now(), value="PRESENT_REF")
    _, later = anchored("It rains now, and the next day.", {"now": now, "the next day": LATER})
    assert later.anchor == "none"


def test_without_publication_nothing_is_guessed() -> None:
    since = Meaning("DATE", Bare(MonthOfYear(5)), relation=Since(Bare(MonthOfYear(5))))
    monday, may = anchored("On Monday, since May.", {"Monday": MONDAY, "May": since}, published=None)
    assert (monday.value, monday.interval, may.value, may.interval) == ("XXXX-WXX-1", None, "XXXX-05", None)
    assert monday.anchor == "none"
    assert "not known" in monday.why()


def test_sets_and_signals_are_handed_on() -> None:
    meaning = Meaning("SET", value="P1Y", recurrence=Recurrence("FREQ=YEARLY", "EACH", "1X"), mod="APPROX")
    text = "in each year"
    (found,) = Anchoring(text, text, FRIDAY, None).anchor_all([[Found(3, 12, meaning, "each", (0, 2))]])
    assert (found.quant, found.freq, found.rrule, found.mod) == ("EACH", "1X", "FREQ=YEARLY", "APPROX")
    assert found.signal is not None
    assert (found.signal.text, found.signal.start) == ("in", 0)


def test_domains() -> None:
    text = {"Monday": MONDAY}
    assert anchored("Rain on Monday.", text)[0].value == "2022-07-18"
    assert anchored("Rain on Monday.", text, domain="colloquial")[0].value == "2022-07-25"
    story = "In 2019 there was peace. Rain on Monday."
    day = Meaning("DATE", At(Interval.unit(Instant.of(2019, 3, 6), Granularity.DAY)))
    assert anchored(story, {"2019": day} | text)[1].value == "2022-07-18"
    assert anchored(story, {"2019": day} | text, domain="news")[1].value == "2022-07-18"
    assert anchored(story, {"2019": day} | text, domain="narrative")[1].value == "2019-03-11"
    with pytest.raises(InputError, match="auto, news, narrative, colloquial"):
        Anchoring("", "", FRIDAY, None, "poetry")


@pytest.mark.parametrize(
    "text",
    [
        "It will rain. On Monday, it snowed. It will thaw.",
        "It will rain. Été, on Monday, it snowed. Über will leave.",
        "It will rain. Уже Monday, it snowed. 東京 will see.",
    ],
)
def test_the_sentence_bounds_what_tells_the_tense(text: str) -> None:
    start = text.index("Monday")
    assert direction_of(text, start, start + 6, tense())[:2] == (Lean.PAST, "snowed")


@pytest.mark.parametrize(
    ("published", "begin", "granularity"),
    [
        ("2022-07-22", "2022-07-22", Granularity.DAY),
        ("2022-07-22T10:30", "2022-07-22T10:30", Granularity.MINUTE),
        ("2022-07-22T03:00+09:00", "2022-07-22T03:00+09:00", Granularity.MINUTE),
        ("2022-07-22T00:00+09:00", "2022-07-22T00:00+09:00", Granularity.MINUTE),
    ],
)
def test_the_publication_is_a_day_or_a_minute(published: str, begin: str, granularity: Granularity) -> None:
    interval = publication_interval(Instant.parse(published))
    assert interval is not None
    assert interval.begin.earliest is not None
    assert (interval.begin.earliest.isoformat(), interval.granularity) == (begin, granularity)
    assert publication_interval(None) is None


@pytest.mark.parametrize(
    "published", ["2022-07-22", "2022-07-22T18:30", "2022-07-22T03:00+09:00", "2022-07-22T22:30-07:00"]
)
def test_a_time_of_day_alone_is_of_the_day_of_publication(published: str) -> None:
    clock = Meaning("TIME", In(ClockTime(10), SaidDay()))
    (found,) = anchored("It rained at 10 a.m.", {"10 a.m.": clock}, published=Instant.parse(published))
    assert found.value == "2022-07-22T10:00"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("In the second quarter it lost $5, and $4 a year ago.", "2021-Q2"),
        ("In the quarter ended June 30 it lost $5, and $4 a year ago.", "2021-Q2"),
        ("It lost $5 in the second quarter. In the nine months it lost $9, and $4 a year ago.", "2021"),
        ("It lost $5 in the second quarter. In 2019 it lost $9, and $4 a year ago.", "2021"),
        ("It expects a gain in the fourth quarter. It lost $4 a year ago.", "2021"),
        ("It lost $5 in the second quarter and $4 in the 2020 period.", "2020-Q2"),
        ("It lost $5 in the 2020 period.", "2020"),
    ],
)
def test_a_year_ago_compares_with_the_period_told_of(text: str, value: str) -> None:
    assert find_times(text, "2022-07-22")[-1].value == value


@given(st.permutations(range(6)))
def test_what_was_resolved_before_makes_no_difference(order: list[int]) -> None:
    text = "It rained on Monday and will rain on Monday."
    places = [text.index("Monday"), text.rindex("Monday")]
    days = [Instant.of(2022, 7, day, offset=offset) for day, offset in ((22, None), (22, 540), (27, None))]
    resolutions = ResolutionCache()
    for number in order:
        start, day = places[number % 2], days[number // 2]
        found = Found(start, start + 6, MONDAY, "by hand")
        (shared,) = Anchoring(text, text, day, tense(), resolutions=resolutions).anchor_all([[found]])
        (alone,) = Anchoring(text, text, day, tense()).anchor_all([[found]])
        assert (shared, shared.why()) == (alone, alone.why())


@pytest.mark.parametrize(
    ("text", "value", "edtf"),
    [
        ("It opened in 2021. It closed two years later.", "XXXX", None),
        ("It opened in 2010. It closed two years later.", "2012", "2012"),
        ("The state paid in 2020. Until then, the town will borrow.", "XXXX", None),
        ("It opened in 2010. Since then it has grown.", "PAST_REF", "2010/.."),
    ],
)
def test_what_contradicts_its_clause_is_not_dated(text: str, value: str, edtf: str | None) -> None:
    last = find_times(text, "2022-07-22")[-1]
    assert (last.value, None if last.interval is None else last.interval.edtf) == (value, edtf)


def test_both_ends_of_a_range_lean_on_the_same_earlier_time() -> None:
    text = "The rite is at 11 a.m. on 16 March 2024; doors open from 5 to 8 p.m. the evening before."
    values = [each.value for each in find_times(text, "2022-07-22")]
    assert values == ["2024-03-16T11:00", "2024-03-15T17:00/2024-03-15T20:00"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("They voted to close it on 1 August.", "the coming one, though the clause speaks of the past"),
        ("They closed it on 1 July.", "the last one, as the clause speaks of the past"),
        ("It was open; it will close in July.", "as the clause speaks of the future"),
    ],
)
def test_the_reason_fits_the_way_that_was_taken(text: str, told: str) -> None:
    assert told in find_times(text, "2022-07-22")[0].why()
