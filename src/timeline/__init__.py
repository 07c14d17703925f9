"""News text into ordered events, placed on the calendar as exactly as the text allows.

`find_times` reads temporal expressions and needs no model; `extract` adds syntax and events. Importing this package
loads neither.

>>> import timeline
>>> [(found.text, found.value) for found in timeline.find_times("since 2019", published="2022-07-22")]
[('2019', '2019')]
"""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from timeline.calculus.granularity import Granularity
from timeline.calculus.instants import Instant
from timeline.calculus.intervals import Bound, Interval
from timeline.chronicles import Chronicle, Happening, merge
from timeline.documents import Article, Span
from timeline.errors import (
    ArticleError,
    BatchError,
    DatasetError,
    ForkError,
    IncompleteLanguageError,
    InputError,
    MissingExtraError,
    ModelError,
    NotationError,
    PublicationDateError,
    SourceError,
    TimelineError,
    UnknownLanguageError,
)
from timeline.events.event import Event, Participant
from timeline.expressions.expression import Alternative, Kind, TemporalExpression
from timeline.expressions.joined import timex3s
from timeline.extractor import Extractor, extract, find_times
from timeline.failures import Failure
from timeline.languages.locale import Locale
from timeline.timelines import Provenance, Timeline
from timeline.version import __version__
from timeline.workers.limits import Limits

if TYPE_CHECKING:
    from timeline.datasets.build import build_dataset

__all__ = [
    "Alternative",
    "Article",
    "ArticleError",
    "BatchError",
    "Bound",
    "Chronicle",
    "DatasetError",
    "Event",
    "Extractor",
    "Failure",
    "ForkError",
    "Granularity",
    "Happening",
    "IncompleteLanguageError",
    "InputError",
    "Instant",
    "Interval",
    "Kind",
    "Limits",
    "Locale",
    "MissingExtraError",
    "ModelError",
    "NotationError",
    "Participant",
    "Provenance",
    "PublicationDateError",
    "SourceError",
    "Span",
    "TemporalExpression",
    "Timeline",
    "TimelineError",
    "UnknownLanguageError",
    "__version__",
    "build_dataset",
    "extract",
    "find_times",
    "merge",
    "timex3s",
]


def __getattr__(name: str) -> object:
    """Import rarely used names on first use."""
    if name == "build_dataset":
        return importlib.import_module("timeline.datasets.build").build_dataset
    message = f"module {__name__!r} has no attribute {name!r}"
    raise AttributeError(message)
