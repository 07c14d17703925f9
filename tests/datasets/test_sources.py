from __future__ import annotations

import importlib

import pytest

from timeline.datasets import sources as moved
from timeline.sources import files, read


@pytest.mark.parametrize("name", moved.__all__)
def test_what_moved_is_there_still_and_the_caller_is_warned(name: str) -> None:
    with pytest.warns(DeprecationWarning, match=rf"use timeline\.sources\.\w+\.{name}") as told:
        found = getattr(importlib.import_module("timeline.datasets.sources"), name)
    assert told[0].filename == __file__
    assert found is getattr(read, name, None) or found is getattr(files, name, None)


def test_nothing_else_is_there() -> None:
    with pytest.raises(AttributeError, match="no attribute 'nothing'"):
        moved.nothing
