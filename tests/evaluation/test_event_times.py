from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline.calculus.instants import Instant
from timeline.errors import ArticleError
from timeline.evaluation.event_times import parse_event_time, read_event_times
from timeline.events.scoring.day_extents import Days, Extent

if TYPE_CHECKING:
    from pathlib import Path


def day(text: str) -> int:
    return Instant.parse(text).ordinal


@pytest.mark.parametrize(
    ("value", "extent"),
    [
        ("2022-07-22", Extent.day(day("2022-07-22"), day("2022-07-22"))),
        ("before2022-07-22", Extent.day(None, day("2022-07-22"))),
        ("after2022-02-01before2022-02-28", Extent.day(day("2022-02-01"), day("2022-02-28"))),
        ("after2022-07-01before2022-07-28", Extent.day(day("2022-07-01"), day("2022-07-31"))),
        ("after2022-07-02before2022-07-28", Extent.day(day("2022-07-02"), day("2022-07-28"))),
        (
            "beginPoint=after2022-07-01endPoint=xxxx-xx-xx",
            Extent(Days(day("2022-07-01"), None), Days(), several=True),
        ),
        ("n/a", None),
        ("xxxx-xx-xx", None),
        ("2022-07-22,2022-07-23", None),
        ("2022-13-01", None),
        ("beginPoint=2022-07-01endPoint=", None),
    ],
)
def test_values(value: str, extent: Extent | None) -> None:
    assert parse_event_time(value) == extent


def test_files_are_read_by_document_and_event(tmp_path: Path) -> None:
    path = tmp_path / "times.tab"
    path.write_text(
        "wall\t0\t7\tevent\te1\t1\ttime\t2022-07-22\nwall\t0\t9\tevent\te2\t1\ttime\tn/a\n", encoding="utf-8"
    )
    assert read_event_times(path) == {"wall": {"e1": Extent.day(day("2022-07-22"), day("2022-07-22"))}}


def test_other_files_are_refused_with_the_line(tmp_path: Path) -> None:
    path = tmp_path / "times.tab"
    path.write_text("wall\t0\n", encoding="utf-8")
    with pytest.raises(ArticleError, match=r"times\.tab:1: 2 columns"):
        read_event_times(path)
