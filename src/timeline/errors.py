"""The exceptions of this library.

::

    TimelineError
    ├── InputError (ValueError)            something the caller gave cannot be used
    │   ├── PublicationDateError           `published` is not a date we can read
    │   ├── ArticleError                   an article, or a file of articles, is malformed
    │   │   └── SourceError                a file of articles, or the rest of one, cannot be read
    │   ├── NotationError                  a TIMEX3, EDTF or ISO 8601 string is malformed
    │   ├── UnknownLanguageError           a language that cannot be read
    │   ├── IncompleteLanguageError        a language that is read for times, but not for events
    │   └── DatasetError                   a dataset's directory is in use, damaged, another's, or of other settings
    ├── BatchError (RuntimeError)          a batch cannot go on: an article failed, or workers do not start
    ├── ForkError (RuntimeError)           a forked process uses what only its parent can use
    ├── ModelError (RuntimeError)          a syntax model is missing, damaged or unknown
    └── MissingExtraError (ImportError)    an optional dependency is not installed

Each message names the value at fault and what would be accepted instead.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "BatchError",
    "DatasetError",
    "ForkError",
    "IncompleteLanguageError",
    "InputError",
    "MissingExtraError",
    "ModelError",
    "NotationError",
    "PublicationDateError",
    "SourceError",
    "TimelineError",
    "UnknownLanguageError",
]


class TimelineError(Exception):
    """Base of all errors this library raises on purpose."""


class InputError(TimelineError, ValueError):
    """A value given by the caller cannot be used."""


class PublicationDateError(InputError):
    """A publication date is not in one of the accepted forms."""


class ArticleError(InputError):
    """An article, or a file that should hold articles, is malformed."""


class SourceError(ArticleError):
    """A file of articles, or a part of one, cannot be read: several articles may be missing."""


class NotationError(InputError):
    """A TIMEX3 value, EDTF string or ISO 8601 string is malformed."""


class UnknownLanguageError(InputError):
    """An unknown language, or an article in another language than the extractor's."""


class IncompleteLanguageError(InputError):
    """A language that is read for times, but lacks what events need."""


class DatasetError(InputError):
    """A dataset's directory is in use, damaged, contains foreign files, or was started with other settings."""


class BatchError(TimelineError, RuntimeError):
    """A batch cannot continue: an article failed and failures are raised, or worker processes do not start."""


class ForkError(TimelineError, RuntimeError):
    """A forked process uses something that only its parent can use, such as its worker processes."""


class ModelError(TimelineError, RuntimeError):
    """A syntax model is missing, damaged or not known by that name."""


class MissingExtraError(TimelineError, ImportError):
    """A feature needs an optional dependency that is not installed."""
