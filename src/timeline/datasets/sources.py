"""Deprecated: `timeline.sources.read` and `timeline.sources.files`; this module goes with the next version."""

from __future__ import annotations

import warnings
from typing import TYPE_CHECKING

from timeline.sources import files, read

if TYPE_CHECKING:
    from timeline.sources.files import SourceFile, source_files
    from timeline.sources.read import read_articles, read_file, read_input, read_sources

__all__ = ["SourceFile", "read_articles", "read_file", "read_input", "read_sources", "source_files"]


def __getattr__(name: str) -> object:
    """Give what moved, and warn."""
    for module in (read, files):
        if name in module.__all__:
            told = f"timeline.datasets.sources.{name} is deprecated: use {module.__name__}.{name}"
            warnings.warn(told, DeprecationWarning, stacklevel=2)
            return getattr(module, name)
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
