"""The source and the format that docs/adding-sources-and-formats.md builds work as they stand there."""

from __future__ import annotations

import io
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest

from timeline.sources import kinds
from timeline.sources.read import read_file
from timeline.sources.to_article import Sourced

if TYPE_CHECKING:
    from timeline import Timeline

DOCUMENT = Path(__file__).parents[2] / "docs" / "adding-sources-and-formats.md"
MAIL = b"""\
From: desk@example.org
Date: Fri, 22 Jul 2022 10:30:00 +0900
Subject: Quay reopens
Content-Type: text/plain; charset=utf-8

It opened on Friday.
"""


@pytest.fixture(scope="module")
def names() -> dict[str, Any]:
    built: dict[str, Any] = {}
    for block in re.findall(r"```python\n(.*?)```", DOCUMENT.read_text("utf-8"), re.DOTALL):
        exec(block, built)
    return built


def test_a_kind_is_a_row(names: dict[str, Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(kinds.KINDS, "mail", names["MAIL"])
    monkeypatch.setitem(kinds.ENDINGS, ".eml", "mail")
    (tmp_path / "quay.eml").write_bytes(MAIL)
    (found,) = read_file(str(tmp_path / "quay.eml"))
    assert isinstance(found, Sourced)
    assert (found.article.title, found.article.text) == ("Quay reopens", "It opened on Friday.\n")
    assert str(found.article.published) == "2022-07-22T10:30+09:00"
    (tmp_path / "quay.eml.gz").write_bytes(b"\x1f\x8btorn")
    (torn,) = read_file(str(tmp_path / "quay.eml.gz"))
    assert "the file cannot be read" in str(torn)


def test_a_format_is_a_function(names: dict[str, Any], made_by_hand: Timeline) -> None:
    stream = io.StringIO()
    names["write_days"]([made_by_hand], stream)
    assert stream.getvalue().count("\n") == len(made_by_hand.events) > 0
