from __future__ import annotations

import io

import pytest

from timeline import ArticleError, Timeline
from timeline.formats.jsonl import read_timelines, write_timelines


def test_one_a_line_and_back(made_by_hand: Timeline) -> None:
    stream = io.StringIO()
    assert write_timelines([made_by_hand, made_by_hand], stream) == 2
    lines = stream.getvalue().splitlines()
    assert len(lines) == 2
    assert list(read_timelines([*lines, "\n"])) == [made_by_hand, made_by_hand]


def test_writing_nothing() -> None:
    stream = io.StringIO()
    assert write_timelines([], stream) == 0
    assert stream.getvalue() == ""


def test_faults_name_the_line(made_by_hand: Timeline) -> None:
    timelines = read_timelines([made_by_hand.to_json(), "{}"])
    assert next(timelines) == made_by_hand
    with pytest.raises(ArticleError, match="line 2: format_version None"):
        next(timelines)
