from __future__ import annotations

from timeline.evaluation.matching import match
from timeline.evaluation.mistakes import Mistake, Mistakes
from timeline.evaluation.scores import Mark
from timeline.evaluation.tasks import EVENT, TIMEX3

TEXT = "It opened in May 2019, closed for ten years, and reopens on Friday."


def mark(text: str, kind: str, value: str) -> Mark:
    start = TEXT.index(text)
    return Mark(text, start, start + len(text), {"type": kind, "value": value})


def mistakes_of(gold: list[Mark], system: list[Mark], limit: int = 9) -> Mistakes:
    mistakes = Mistakes(TIMEX3, limit)
    mistakes.add("news/wall.tml", TEXT, gold, system, match(gold, system))
    return mistakes


def test_nothing_is_wrong() -> None:
    gold = [mark("May 2019", "DATE", "2019-05")]
    assert mistakes_of(gold, gold).counts == {}


def test_missed_and_false() -> None:
    mistakes = mistakes_of([mark("Friday", "DATE", "2029-06-01")], [mark("ten years", "DURATION", "P10Y")])
    assert mistakes.counts == {"missed": 1, "false": 1}
    (missed,) = mistakes.kept["missed"]
    before = TEXT[20:60]
    assert missed == Mistake("missed", "news/wall.tml", 60, before, "Friday", ".", "DATE 2029-06-01", None)
    assert mistakes.kept["false"][0].system == "DURATION P10Y"


def test_span_type_and_value() -> None:
    gold = [mark("May 2019", "DATE", "2019-05"), mark("ten years", "DURATION", "P10Y")]
    system = [mark("2019", "DATE", "2019"), mark("ten years", "SET", "P1DE")]
    mistakes = mistakes_of(gold, system)
    assert mistakes.counts == {"span": 1, "value": 1, "type": 1, "notation": 1}
    assert [(one.gold, one.system) for one in mistakes.kept["span"]] == [("May 2019", "2019")]
    assert [(one.gold, one.system) for one in mistakes.kept["value"]] == [("2019-05", "2019")]
    assert [(one.gold, one.system) for one in mistakes.kept["type"]] == [("DURATION", "SET")]
    assert [(one.gold, one.system) for one in mistakes.kept["notation"]] == [("P10Y", "P1DE")]


def test_all_are_counted_and_a_few_are_kept() -> None:
    gold = [mark("May 2019", "DATE", "2019-05"), mark("ten years", "DURATION", "P10Y")]
    mistakes = mistakes_of(gold, [], limit=1)
    assert mistakes.counts == {"missed": 2}
    assert [one.text for one in mistakes.kept["missed"]] == ["May 2019"]
    assert mistakes_of(gold, [], limit=0).kept == {}


def test_attributes_of_events() -> None:
    gold = [Mark("opened", 3, 9, {"class": "OCCURRENCE", "tense": "PAST"}), Mark("closed", 23, 29, {"class": "STATE"})]
    system = [Mark("opened", 3, 9, {"class": "STATE", "tense": "NONE"}), Mark("closed", 23, 29, {"class": "STATE"})]
    mistakes = Mistakes(EVENT, 9)
    mistakes.add("wall.tml", TEXT, gold, system, match(gold, system))
    assert mistakes.counts == {"class": 1, "tense": 1}
