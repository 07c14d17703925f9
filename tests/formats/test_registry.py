from __future__ import annotations

import io
import json
from typing import TYPE_CHECKING

import pytest

from timeline.formats.registry import WRITERS, Content, names_for, writer_of

if TYPE_CHECKING:
    from timeline import Timeline


@pytest.mark.parametrize("content", [Content.EVENTS, Content.TIMES])
def test_every_writer_of_timelines_writes_none_one_or_several(made_by_hand: Timeline, content: Content) -> None:
    for name in names_for(content):
        lengths = []
        for count in range(3):
            stream = io.StringIO()
            writer_of(name, content)(iter([made_by_hand] * count), stream)
            lengths.append(len(stream.getvalue()))
        assert lengths[0] == 0
        assert 0 < lengths[1] < lengths[2]


def test_writers_of_trees_are_there() -> None:
    assert names_for(Content.TREES) == ["conllu", "json"]
    for name in names_for(Content.TREES):
        stream = io.StringIO()
        writer_of(name, Content.TREES)([], stream)
        assert not stream.getvalue()


def test_an_indented_form_of_several_is_an_array(made_by_hand: Timeline) -> None:
    stream = io.StringIO()
    writer_of("json", Content.EVENTS)([made_by_hand] * 3, stream)
    assert json.loads(stream.getvalue()) == [made_by_hand.to_dict()] * 3


def test_every_format_holds_something() -> None:
    assert all(WRITERS.values())
