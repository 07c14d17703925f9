"""Language knowledge as data: one package a language."""

from __future__ import annotations

import functools
import importlib
import re
from typing import TYPE_CHECKING

from timeline.errors import UnknownLanguageError
from timeline.languages.locale import Locale
from timeline.validation import check_type, shown

if TYPE_CHECKING:
    from timeline.languages.language import Language

__all__ = ["AVAILABLE", "DEFAULT", "code_of", "get"]

AVAILABLE = {"en": ("eng",)}
"""By ISO 639-1 code, each with the other codes that it goes by (ISO 639-2 and 639-3)."""
DEFAULT = "en"
"""The language of articles where none is named, of the bundled syntax models, and of tables for readers."""
_TAG = re.compile(r"([a-z]{2,8})(?:[-_][a-z0-9]{1,8})*", re.ASCII | re.IGNORECASE)
_CODES = {name: code for code, others in AVAILABLE.items() for name in (code, *others)}


def code_of(tag: str) -> str:
    """Give the ISO 639-1 code of a language tag (BCP 47); raise `UnknownLanguageError` where there is no such language.

    The region makes no difference, nor do capitals: how a country writes its dates is said by a `Locale`.

    >>> code_of("en-GB"), code_of("EN"), code_of("eng")
    ('en', 'en', 'en')
    """
    check_type("language", tag, str)
    match = _TAG.fullmatch(tag.strip())
    code = None if match is None else _CODES.get(match[1].lower())
    if code is None:
        message = f"no language {shown(tag)}; there is {', '.join(AVAILABLE)}"
        raise UnknownLanguageError(message)
    return code


def get(tag: str, locale: Locale | None = None) -> Language:
    """Give a language, as read in a country; raise `UnknownLanguageError` where there is none.

    >>> get("en").code
    'en'
    """
    check_type("locale", locale, Locale, type(None))
    return _built(code_of(tag), Locale() if locale is None else locale)


@functools.lru_cache(maxsize=32)
def _built(code: str, locale: Locale) -> Language:
    module = importlib.import_module(f"timeline.languages.{code}")
    language: Language = module.language(locale)
    return language
