from __future__ import annotations

import datetime as dt
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

import timeline
from timeline import Granularity, Instant, Interval, Kind, TemporalExpression, Timeline
from timeline.tables.columns import TABLES
from timeline.tables.jsonl import to_lines
from timeline.tables.rows import event_rows, expression_rows


def test_rows_are_as_wide_as_their_tables(made_by_hand: Timeline) -> None:
    for row in event_rows(3, "wall", made_by_hand.events):
        named = dict(zip([column.name for column in TABLES["events"]], row, strict=True))
        assert (named["position"], named["article"]) == (3, "wall")
    (first, _) = expression_rows(3, "wall", made_by_hand.expressions)
    named = dict(zip([column.name for column in TABLES["expressions"]], first, strict=True))
    assert (named["text"], named["signal"], named["edtf"]) == ("Friday", "on", "2024-03-15")
    assert (named["first_day"], named["last_day"]) == (dt.date(2024, 3, 15), dt.date(2024, 3, 15))


@pytest.mark.parametrize(
    ("text", "first", "last"),
    [
        ("since 2019", dt.date(2019, 1, 1), None),
        ("by 2030", None, dt.date(2030, 12, 31)),
        ("in May 2019", dt.date(2019, 5, 1), dt.date(2019, 5, 31)),
        ("in 44 BC", None, None),
        ("at 10:30 on Friday", dt.date(2024, 3, 15), dt.date(2024, 3, 15)),
    ],
)
def test_days_for_filters(text: str, first: dt.date | None, last: dt.date | None) -> None:
    (row,) = expression_rows(0, None, timeline.find_times(text, "2024-03-15"))
    named = dict(zip([column.name for column in TABLES["expressions"]], row, strict=True))
    assert (named["first_day"], named["last_day"]) == (first, last)


def test_a_range_is_a_row_with_its_ends() -> None:
    found = timeline.find_times("from May to July 2019", "2024-03-15")
    (row,) = expression_rows(0, None, found)
    named = dict(zip([column.name for column in TABLES["expressions"]], row, strict=True))
    assert (named["value"], named["first_day"]) == ("2019-05/2019-07", dt.date(2019, 5, 1))
    (line,) = to_lines("expressions", [row]).splitlines()
    first, last = json.loads(line)["ends"]
    assert first == {"text": "May", "start": 5, "end": 8, "kind": "DATE", "value": "2019-05", "mod": None}
    assert last["value"] == "2019-07"
    pytest.importorskip("pyarrow")
    made = timeline.Extractor().tag("from May to July 2019", "2024-03-15").to_arrow("expressions")
    assert made.column("ends").to_pylist() == [[first, last]]


def test_intervals_that_only_read_otherwise_are_not_confused() -> None:
    instants = (Instant.parse("2022-07-22T10:30+09:00"), Instant.parse("2022-07-22T01:30+00:00"))
    assert instants[0] == instants[1]
    for instant in (*instants, *instants):
        found = TemporalExpression("then", 0, 4, Kind.TIME, "", Interval.exact(instant, instant, Granularity.MINUTE))
        (row,) = expression_rows(0, None, [found])
        assert instant.isoformat() in row


@given(st.text(max_size=20))
def test_lines_hold_any_text(text: str) -> None:
    (line,) = to_lines("failures", [(0, text, None, None, "read", "E", text)]).splitlines()
    assert json.loads(line)["message"] == text


def test_arrow_takes_lone_surrogates() -> None:
    pytest.importorskip("pyarrow")
    from timeline.tables.arrow import schema_of, to_arrow

    table = to_arrow("failures", [(0, "a\ud800b", None, None, "read", "E", "\udfff")])
    assert table.to_pylist()[0]["id"] == "a\ufffdb"
    for name in TABLES:
        assert to_arrow(name, []).schema == schema_of(name)
