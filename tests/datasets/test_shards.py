from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from timeline import MissingExtraError
from timeline.datasets.duplicates import digests
from timeline.datasets.settings import Settings
from timeline.datasets.shards import Gathering
from timeline.datasets.staging import STAGING, staged
from timeline.sources.records import Record, RecordKind
from timeline.workers.pool import Outcome, Part
from timeline.workers.tasks import Fault

if TYPE_CHECKING:
    from pathlib import Path

pq = pytest.importorskip("pyarrow.parquet")
RECORD = Record(RecordKind.JSON, b'{"id": "poison", "text": "x"}', "news.jsonl", "line 8")


def test_what_took_its_worker_down_is_a_row(tmp_path: Path) -> None:
    gathering = Gathering(Settings())
    (tmp_path / STAGING).mkdir()
    fault = Fault("TimeLimit", "took longer than 120 seconds", raised=False)
    counts = gathering.take(Outcome(0, (Part(0, [(7, RECORD)], fault=fault),)))
    assert counts.failures == {"worker: TimeLimit": 1}
    written = gathering.write(tmp_path, 3)
    assert written.files["failures/part-000003.parquet"].rows == written.counts.failures.total() == 1
    assert written.ids == digests(["poison"])
    waiting = staged(tmp_path, "failures/part-000003.parquet", written.files["failures/part-000003.parquet"].sha256)
    assert pq.read_table(waiting).to_pylist() == [
        {
            "position": 7,
            "id": "poison",
            "source": "news.jsonl",
            "place": "line 8",
            "stage": "worker",
            "error": "TimeLimit",
            "message": "took longer than 120 seconds",
        }
    ]
    assert gathering.counts.failures.total() == 0


def test_a_missing_extra_ends_the_run() -> None:
    fault = Fault("MissingExtraError", "reading web pages needs trafilatura")
    with pytest.raises(MissingExtraError, match="trafilatura"):
        Gathering(Settings()).take(Outcome(0, (Part(0, [(7, RECORD)], fault=fault),)))
