from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from timeline import Article, BatchError, Failure, Limits, Timeline
from timeline.workers.articles import ReadArticles, in_batches

TEXTS = ["one", "killed", "two", "raise", "hang", "three"]


@pytest.fixture
def task(monkeypatch: pytest.MonkeyPatch) -> ReadArticles:
    monkeypatch.syspath_prepend(str(Path(__file__).parent))
    import tasks_for_tests

    return ReadArticles(tasks_for_tests.read_or_die, "extract")


def found(task: ReadArticles, texts: list[str], **options: Any) -> list[Timeline | Failure]:
    settings = {"workers": 2, "raises": False, "ordered": True, "limits": Limits(seconds=2), "most": 3}
    return list(in_batches(task, texts, lambda text: Article(text, id=text), **{**settings, **options}))


def test_poison_articles_are_failures_and_their_neighbours_timelines(task: ReadArticles) -> None:
    results = found(task, TEXTS)
    assert [each.article.id for each in results if isinstance(each, Timeline)] == ["one", "two", "three"]
    assert [(each.position, each.id, each.stage, each.error) for each in results if isinstance(each, Failure)] == [
        (1, "killed", "worker", "WorkerDied"),
        (3, "raise", "extract", "ValueError"),
        (4, "hang", "worker", "TimeLimit"),
    ]
    assert [isinstance(each, Failure) for each in results] == [False, True, False, True, True, False]


def test_without_order_positions_tell_failures_apart(task: ReadArticles) -> None:
    results = found(task, ["raise", "one", "raise"] * 3, ordered=False)
    assert sorted(each.position for each in results if isinstance(each, Failure)) == [0, 2, 3, 5, 6, 8]
    assert sum(isinstance(each, Timeline) for each in results) == 3


def test_failures_can_end_the_batch(task: ReadArticles) -> None:
    with pytest.raises(BatchError, match=r"article 1 \('killed'\) failed at worker: WorkerDied: .*SIGKILL, 3 times"):
        found(task, ["one", "killed"], raises=True)
    with pytest.raises(BatchError, match=r"article 0 .*ValueError: a bad article"):
        found(task, ["raise"], raises=True, workers=None)
