"""Sentences, words and dependency trees. The only package that knows Stanza; it ships its own English models."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from timeline.syntax.tree import Analysis, Sentence, Word

if TYPE_CHECKING:
    from timeline.syntax.parser import Parser, load

__all__ = ["Analysis", "Parser", "Sentence", "Word", "load"]


def __getattr__(name: str) -> Any:  # noqa: ANN401 - whatever the name stands for
    """Import the parser on first use."""
    if name not in {"Parser", "load"}:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    from timeline.syntax import parser  # noqa: PLC0415 - late on purpose

    return getattr(parser, name)
