"""Language knowledge as data: one package a language."""

from __future__ import annotations

import functools
import importlib
from typing import TYPE_CHECKING

from timeline.errors import InputError

if TYPE_CHECKING:
    from timeline.languages.language import Language

__all__ = ["AVAILABLE", "get"]

AVAILABLE = ("en",)


@functools.cache
def get(code: str) -> Language:
    """Give a language by its ISO 639-1 code; raise InputError where there is none.

    >>> get("en").code
    'en'
    """
    if code not in AVAILABLE:
        message = f"no language {code!r}; there is {', '.join(AVAILABLE)}"
        raise InputError(message)
    module = importlib.import_module(f"timeline.languages.{code}")
    language: Language = module.LANGUAGE
    return language
