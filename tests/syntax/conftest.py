from __future__ import annotations

import pytest

from timeline.syntax import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the bundled model, once for all tests."""
    return load()


@pytest.fixture(scope="session")
def exact() -> Parser:
    """Load the bundled model in floats, as Stanza computes."""
    return load("bundled:exact")
