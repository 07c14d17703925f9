from __future__ import annotations

import pytest

from timeline.syntax import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the bundled model, once for all tests."""
    import torch  # noqa: PLC0415 - heavy

    torch.set_num_threads(1)  # sentences of a few words gain nothing from more
    return load()


@pytest.fixture(scope="session")
def exact(parser: Parser) -> Parser:
    """Load the bundled model in floats, as Stanza computes."""
    assert parser  # sets the number of threads
    return load("bundled:exact")
