"""Importing Stanza and torch late, and without side effects on logging."""

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
    """Import Stanza without side effects on the caller's logging.

    On import Stanza sets its logger to INFO and adds a handler that writes to stderr. Both are undone, so the
    application's own logging configuration decides. If Stanza was imported before, nothing changes.

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
    """Restore the caller's logging afterwards: Stanza changes the level of its logger, and may add handlers."""
    logger = logging.getLogger("stanza")
    level, handlers = logger.level, list(logger.handlers)
    try:
        yield
    finally:
        logger.setLevel(level)
        logger.handlers[:] = handlers
