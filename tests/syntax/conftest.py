from __future__ import annotations

import pytest

from timeline.syntax import Parser, load


@pytest.fixture(scope="session")
def parser() -> Parser:
    """Load the bundled model, once for all tests."""
    import torch  # noqa: PLC0415 - heavy

    torch.set_num_threads(1)  # sentences of a few words gain nothing from more
    return load()
