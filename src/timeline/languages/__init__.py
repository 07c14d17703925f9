"""Language knowledge as data: one package a language."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from timeline.errors import InputError
from timeline.languages.locale import Locale

if TYPE_CHECKING:
    from timeline.languages.language import Language

__all__ = ["AVAILABLE", "get"]

AVAILABLE = ("en",)


def get(code: str, locale: Locale | None = None) -> Language:
    """Give a language by its ISO 639-1 code, as read in a country; raise InputError where there is none.

    >>> get("en").code
    'en'
    """
    if code not in AVAILABLE:
        message = f"no language {code!r}; there is {', '.join(AVAILABLE)}"
        raise InputError(message)
    return _built(code, locale or Locale())


@functools.lru_cache(maxsize=32)
def _built(code: str, locale: Locale) -> Language:
    module = importlib.import_module(f"timeline.languages.{code}")
    language: Language = module.language(locale)
    return language
