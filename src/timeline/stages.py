"""The stages of reading an article, each imported when it is first used: so `import timeline` stays light.

Times need no events, and neither needs worker processes; whoever asks for one loads no other.
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.events.pipeline import extract_events
    from timeline.events.scoring.weights import load as load_weights
    from timeline.expressions.finder import find_times
    from timeline.layout import blocks, readable
    from timeline.syntax import load as load_parser
    from timeline.workers.articles import ReadArticles, failing, in_batches, too_long

__all__ = [
    "ReadArticles",
    "blocks",
    "extract_events",
    "failing",
    "find_times",
    "in_batches",
    "load_parser",
    "load_weights",
    "readable",
    "too_long",
]

_LAZY = {
    "ReadArticles": "timeline.workers.articles:ReadArticles",
    "blocks": "timeline.layout:blocks",
    "extract_events": "timeline.events.pipeline:extract_events",
    "failing": "timeline.workers.articles:failing",
    "find_times": "timeline.expressions.finder:find_times",
    "in_batches": "timeline.workers.articles:in_batches",
    "load_parser": "timeline.syntax:load",
    "load_weights": "timeline.events.scoring.weights:load",
    "readable": "timeline.layout:readable",
    "too_long": "timeline.workers.articles:too_long",
}
"""Module and name of each: the only late imports of the extractor."""


def __getattr__(name: str) -> object:
    """Import what is asked for."""
    if name not in _LAZY:
        message = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(message)
    module, _, attribute = _LAZY[name].partition(":")
    return getattr(importlib.import_module(module), attribute)
