from __future__ import annotations

from typing import TYPE_CHECKING

from timeline.tables.describe import describe

if TYPE_CHECKING:
    from pathlib import Path


def test_the_documentation_has_every_column(root: Path) -> None:
    page = (root / "docs" / "datasets.md").read_text("utf-8")
    assert describe() in page, "copy the output of timeline.tables.describe.describe() into docs/datasets.md"
