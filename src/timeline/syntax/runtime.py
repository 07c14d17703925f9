"""Stanza and torch, imported late and quietly."""

from __future__ import annotations

import contextlib
import importlib
import importlib.metadata
import logging
import sys
from collections.abc import Iterator

from timeline.errors import MissingExtraError, ModelError

__all__ = ["import_stanza", "quietly"]


def import_stanza(version: str) -> None:
    """Import Stanza without letting it touch the caller's logging.

    On import Stanza raises the level of its logger to INFO and hangs a handler on it that writes to stderr. Both are
    taken back, so the application's own logging configuration decides. If Stanza was imported before, nothing changes.

    Raises MissingExtraError if Stanza or torch is not installed, ModelError if Stanza is not the `version` needed.
    """
    if "stanza" not in sys.modules:
        logger = logging.getLogger("stanza")
        level, handlers = logger.level, list(logger.handlers)
        try:
            importlib.import_module("stanza")
        except ImportError as error:
            message = f"syntax needs stanza and torch, and {error.name!r} is missing: pip install stanza=={version}"
            raise MissingExtraError(message) from error
        logger.setLevel(level)
        for handler in list(logger.handlers):
            if handler not in handlers:
                logger.removeHandler(handler)
    found = importlib.metadata.version("stanza")
    if found != version:
        message = f"these weights need stanza {version}, found {found}: pip install stanza=={version}"
        raise ModelError(message)


@contextlib.contextmanager
def quietly() -> Iterator[None]:
    """Leave the caller's logging as it was: Stanza changes the level of its logger, and may hang handlers on it."""
    logger = logging.getLogger("stanza")
    level, handlers = logger.level, list(logger.handlers)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.handlers[:] = handlers
