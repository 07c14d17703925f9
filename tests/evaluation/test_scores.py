from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from timeline.evaluation.matching import match
from timeline.evaluation.scores import Mark, Score, Tally
from timeline.evaluation.tasks import EVENT, TIMEX3


def timex(start: int, end: int, kind: str = "DATE", value: str = "2019") -> Mark:
    return Mark("x" * (end - start), start, end, {"type": kind, "value": value})


def tally_of(gold: list[Mark], system: list[Mark]) -> Tally:
    tally = Tally(TIMEX3)
    tally.add(gold, system, match(gold, system))
    return tally


def test_counted_by_hand() -> None:
    gold = [
        timex(0, 4),  # found exactly, with its value
        timex(10, 20, value="2019-05"),  # found exactly, with another value
        timex(30, 40, "DURATION", "P10Y"),  # found in part, written otherwise
        timex(50, 60, "TIME", "2019-05-01T10:00"),  # found exactly, of another type
        timex(70, 75),  # missed
    ]
    system = [
        timex(0, 4),
        timex(10, 20, value="2018-05"),
        timex(34, 40, "DURATION", "P1DE"),
        timex(50, 60, "DATE", "2019-05-01T10:00"),
        timex(62, 64),  # false
        timex(80, 90),  # false
    ]
    tally = tally_of(gold, system)
    assert tally.strict == Score(3, 5, 6)
    assert tally.relaxed == Score(4, 5, 6)
    assert tally.attribute("type") == Score(3, 5, 6)
    assert tally.attribute("value") == Score(2, 5, 6)
    assert tally.attribute("value_normalised") == Score(3, 5, 6)
    assert (tally.accuracy("type"), tally.accuracy("value"), tally.accuracy("value_normalised")) == (0.75, 0.5, 0.75)
    assert tally.relaxed.precision == 4 / 6
    assert tally.relaxed.recall == 4 / 5
    assert tally.relaxed.f1 == 8 / 11
    assert tally.kinds == ["DATE", "DURATION", "TIME"]
    assert tally.of_kind("DATE") == (Score(2, 3, 5), Score(2, 3, 5))
    assert tally.of_kind("DURATION") == (Score(0, 1, 1), Score(1, 1, 1))
    assert tally.of_kind("TIME") == (Score(0, 1, 0), Score(0, 1, 0))
    assert tally.kind_accuracy("DATE", "value") == 0.5
    assert tally.kind_accuracy("DURATION", "value") == 0
    assert tally.kind_accuracy("DURATION", "value_normalised") == 1
    assert tally.kind_accuracy("TIME", "value") == 1  # whatever type was found


def test_documents_are_summed_not_averaged() -> None:
    tally = tally_of([timex(0, 4)], [timex(0, 4)])
    tally.add([timex(0, 4), timex(5, 9), timex(10, 14)], [], [])
    assert tally.strict == Score(1, 4, 1)
    assert tally.strict.f1 == 0.4


def test_nothing_at_all_is_no_division_by_zero() -> None:
    form = tally_of([], []).to_dict()
    assert form["strict"] == {"precision": 0.0, "recall": 0.0, "f1": 0.0, "hits": 0}
    assert form["value"]["accuracy"] == 0.0
    assert form["per_type"] == {}


def test_what_could_not_be_read_is_missed() -> None:
    tally = tally_of([timex(0, 4)], [timex(0, 4)])
    tally.add_missed(["DATE", "SET", ""])
    assert tally.strict == Score(1, 4, 1)
    assert tally.kinds == ["", "DATE", "SET"]
    assert tally.of_kind("SET") == (Score(0, 1, 0), Score(0, 1, 0))


def test_a_value_that_neither_side_gives_agrees() -> None:
    tally = tally_of([Mark("x", 0, 1, {"type": "DATE"})], [Mark("x", 0, 1, {"type": "DATE"})])
    assert tally.accuracy("value") == 1


def test_attributes_of_events_are_judged_where_they_are_annotated() -> None:
    said = Mark("said", 0, 4, {"class": "REPORTING", "tense": "PAST", "aspect": "NONE", "polarity": "POS"})
    bare = Mark("won", 5, 8, {"class": "OCCURRENCE"})
    found = [said, Mark("won", 5, 8, {"class": "STATE", "tense": "PAST", "aspect": "NONE", "polarity": "POS"})]
    tally = Tally(EVENT)
    tally.add([said, bare], found, [(0, 0), (1, 1)])
    assert tally.attribute("class") == Score(1, 2, 2)
    assert tally.accuracy("class") == 0.5
    assert (tally.judged["tense"], tally.accuracy("tense")) == (1, 1)
    assert tally.to_dict()["tense"] == {"accuracy": 1.0, "judged": 1}


counts = st.integers(0, 1000)


@given(counts, counts, counts)
def test_f1_is_the_harmonic_mean(hits: int, misses: int, false: int) -> None:
    score = Score(hits, hits + misses, hits + false)
    total = score.precision + score.recall
    mean = 2 * score.precision * score.recall / total if total else 0.0
    assert abs(score.f1 - mean) < 1e-12
