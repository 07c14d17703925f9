"""Sentences, words and dependency trees. The only package that knows Stanza; it ships its own English models."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from timeline.syntax.tree import Analysis, Sentence, Word

if TYPE_CHECKING:
    from timeline.syntax.parser import Parser, load

__all__ = ["Analysis", "Parser", "Sentence", "Word", "load"]


def __getattr__(name: str) -> object:
    """Import the parser on first use."""
    if name not in {"Parser", "load"}:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    return getattr(importlib.import_module("timeline.syntax.parser"), name)
