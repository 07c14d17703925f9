"""What several test files share: a timeline made by hand, so that no model is needed; forked processes."""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import settings

from timeline import (
    Article,
    Event,
    Granularity,
    Instant,
    Interval,
    Kind,
    Participant,
    Span,
    TemporalExpression,
    Timeline,
)
from timeline.timelines import Provenance

settings.register_profile("any machine", deadline=None)  # how long things take is told by the benchmarks
settings.load_profile("any machine")

ROOT = Path(__file__).parent.parent
TEXT = "The council approved the wall on Friday.\r\nWork will begin next month. <b>R&D</b>"


def span(words: str, text: str = TEXT) -> Span:
    start = text.index(words)
    return Span.of(text, start, start + len(words))


def expression(words: str, value: str, interval: Interval, **more: object) -> TemporalExpression:
    place = span(words)
    return TemporalExpression(place.text, place.start, place.end, Kind.DATE, value, interval, **more)  # type: ignore[arg-type]


@pytest.fixture
def root() -> Path:
    """Give the repository."""
    return ROOT


@pytest.fixture
def made_by_hand() -> Timeline:
    """Two events, two expressions, every optional field used at least once."""
    published = Instant.of(2024, 3, 15)
    friday = Interval.unit(published, Granularity.DAY)
    april = Interval.unit(Instant.of(2024, 4), Granularity.MONTH)
    wall = span("the wall")
    return Timeline(
        Article(TEXT, published, id="wall", title="Kestrel Bay & its wall", url="https://example.org/wall"),
        (
            expression("Friday", "2024-03-15", friday, signal=span("on"), anchor="publication", rule="weekday"),
            expression("next month", "2024-04", april, anchor="publication", rule="next unit", mod="START"),
        ),
        (
            Event(
                "wall-1",
                span("approved"),
                "approve",
                "the council approved the wall",
                "OCCURRENCE",
                tense="PAST",
                participants=(Participant("theme", wall.text, wall.start, wall.end, "wall"),),
                when=friday.somewhere_within(),
                several_days=False,
                relation_to_publication="before",
                expressions=(0,),
                placed_by="explicit",
                sentence=0,
                article="wall",
                reason="it stands beside “on Friday”",
            ),
            Event(
                "wall-2",
                span("begin"),
                "begin",
                "work will begin",
                "ASPECTUAL",
                tense="FUTURE",
                modality="will",
                factuality="planned",
                when=april.somewhere_within(),
                relation_to_publication="after",
                rank=1,
                expressions=(1,),
                placed_by="explicit",
                confidence=0.5,
                sentence=1,
                article="wall",
            ),
        ),
        Provenance("0.1.0", "en", "a model", "rules"),
    )


PATIENCE = 300
"""Seconds after which a forked process counts as hanging; it takes a few."""


@pytest.fixture
def in_child() -> Callable[[Callable[[], Any]], Any]:
    """Give what calls a function in a forked process and gives its result, and fails where the process hangs."""
    context = multiprocessing.get_context("fork")

    def call(function: Callable[[], Any]) -> Any:
        ours, theirs = context.Pipe()
        child = context.Process(target=lambda: theirs.send(function()))
        child.start()
        theirs.close()
        try:
            assert ours.poll(PATIENCE), "the child hangs"
            result = ours.recv()  # raises EOFError where the child has raised
            child.join(PATIENCE)
            assert child.exitcode == 0
        finally:
            child.kill()
            child.join()
        return result

    return call


@pytest.fixture(scope="session")
def schema() -> Any:
    """Give the published JSON Schema."""
    return json.loads((ROOT / "docs/timeline.schema.json").read_text("utf-8"))


@pytest.fixture
def write_source(tmp_path: Path) -> Callable[..., Path]:
    """Give a function that writes articles, or whatever rows are given, as JSON lines."""

    def row(number: int) -> dict[str, Any]:
        text = f"It rained on Friday. It opened in May {1990 + number} and will close next month."
        return {"id": f"a{number}", "text": text, "published": "2024-03-15"}

    def write(rows: int | list[Any] = 25, name: str = "news.jsonl") -> Path:
        listed = [row(number) for number in range(rows)] if isinstance(rows, int) else rows
        path = tmp_path / name
        path.write_text("".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in listed))
        return path

    return write
