from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

import pytest
from attrs import evolve

from timeline import Article, Event, Instant, Interval, Span, Timeline
from timeline.calculus.granularity import Granularity
from timeline.calculus.intervals import Bound
from timeline.errors import ArticleError
from timeline.evaluation.placing import evaluate_placing
from timeline.evaluation.report import render_placing
from timeline.evaluation.split import Part
from timeline.timelines import Provenance

if TYPE_CHECKING:
    from pathlib import Path

    from timeline.formats.timeml import TimemlDocument

DOCUMENT = """<TimeML>
<DCT><TIMEX3 tid="t0" type="DATE" value="2022-07-22" functionInDocument="CREATION_TIME">22 July 2022</TIMEX3></DCT>
<TEXT>They <EVENT eid="e1" class="OCCURRENCE">met</EVENT> and <EVENT eid="e2" class="STATE">hope</EVENT> to
<EVENT eid="e3" class="OCCURRENCE">meet</EVENT>.</TEXT>
<MAKEINSTANCE eiid="ei1" eventID="e1"/><MAKEINSTANCE eiid="ei2" eventID="e2"/><MAKEINSTANCE eiid="ei3" eventID="e3"/>
<TLINK relType="BEFORE" eventInstanceID="ei1" relatedToTime="t0"/>
<TLINK relType="INCLUDES" eventInstanceID="ei2" relatedToTime="t0"/>
<TLINK relType="AFTER" eventInstanceID="ei3" relatedToTime="t0"/>
</TimeML>"""
TIMES = [("e1", "2022-07-21"), ("e2", "beginPoint=before2022-07-22endPoint=after2022-07-22"), ("e3", "after2022-07-22")]
PAIRS = [("1", "2", "BEFORE"), ("1", "3", "BEFORE"), ("2", "3", "EQUAL"), ("3", "1", "VAGUE"), ("1", "9", "BEFORE")]
DAY = Instant.of(2022, 7, 22)


@pytest.fixture
def corpus(tmp_path: Path) -> Path:
    (tmp_path / "wall.tml").write_text(DOCUMENT, encoding="utf-8")
    lines = [f"wall\t0\t0\tevent\t{name}\t1\ttime\t{value}" for name, value in TIMES]
    (tmp_path / "times.tab").write_text("\n".join(lines), encoding="utf-8")
    rows = [f"wall\ta\tb\t{first}\t{second}\t{relation}" for first, second, relation in PAIRS]
    (tmp_path / "pairs.txt").write_text("\n".join(rows), encoding="utf-8")
    return tmp_path


def event(number: int, text: str, word: str, when: Interval | None, relation: str | None) -> Event:
    start = text.index(word)
    base = Event(str(number), Span(word, start, start + len(word)), word, word, "OCCURRENCE", rank=number)
    return evolve(base, when=when, relation_to_publication=relation, confidence=0.8)


def reader(name: str, document: TimemlDocument, triggers: Sequence[tuple[int, int]] | None) -> Timeline:
    text = document.text
    eve = Interval.unit(DAY.shift(-1, Granularity.DAY), Granularity.DAY)
    later = Interval(Bound(DAY, None), Bound(DAY, None), Granularity.DAY)
    events = (
        event(1, text, "met", eve, "before"),
        event(2, text, "hope", eve, "before"),
        event(3, text, "meet.", later, "after"),
    )
    events = events[: 3 if triggers is None else len(triggers)]
    return Timeline(Article(text, document.published, name), (), events, Provenance("0"))


def test_what_is_counted(corpus: Path) -> None:
    scores = evaluate_placing(
        corpus, event_times=corpus / "times.tab", pairs=[corpus / "pairs.txt"], given=True, reader=reader
    )
    assert scores.relation.to_dict()["all"] == {"accuracy": pytest.approx(2 / 3), "right": 2, "total": 3}
    assert scores.relation.to_dict()["overlap"]["right"] == 0
    assert scores.time.right == {
        "exact": 2,
        "exact, of those found": 2,
        "not contradicted": 3,
        "one day or several": 2,
        "single day": 2,
        "single day, given the kind": 2,
        "stated as one day: exact": 1,
        "stated as one day: not contradicted": 2,
        "several days: begin": 0,
        "several days: end": 0,
    }
    # Four rows name events of the document; of three with an order two are right, and VAGUE was called AFTER.
    assert dict(scores.order) == {"pairs": 4, "pairs found": 4, "annotated": 3, "predicted": 4, "right": 2}
    assert (scores.order_score.precision, scores.order_score.recall) == (0.5, pytest.approx(2 / 3))


def test_the_report_names_every_measure(corpus: Path) -> None:
    scores = evaluate_placing(corpus, event_times=corpus / "times.tab", pairs=[corpus / "pairs.txt"], reader=reader)
    report = render_placing(scores, "all", 100)
    for word in ("RELATION TO PUBLICATION", "EVENT TIME", "ORDER OF PAIRS", "CONFIDENCE", "66.67"):
        assert word in report
    assert scores.to_dict()["order"]["annotated"] == 3


def test_without_documents_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(ArticleError, match="no TimeML files"):
        evaluate_placing(tmp_path, part=Part.DEV)
