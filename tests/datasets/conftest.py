from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

WriteSource = Callable[..., Path]


def article(number: int) -> dict[str, Any]:
    text = f"It rained on Friday. It opened in May {1990 + number} and will close next month."
    return {"id": f"a{number}", "text": text, "published": "2024-03-15"}


@pytest.fixture
def write_source(tmp_path: Path) -> WriteSource:
    """Give a function that writes articles, or whatever rows are given, as JSON lines."""

    def write(rows: int | list[Any] = 25, name: str = "news.jsonl") -> Path:
        listed = [article(number) for number in range(rows)] if isinstance(rows, int) else rows
        path = tmp_path / name
        path.write_text("".join((row if isinstance(row, str) else json.dumps(row)) + "\n" for row in listed))
        return path

    return write
