from __future__ import annotations

import pytest

from timeline.syntax import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the bundled model, once for all tests."""
    return load()
