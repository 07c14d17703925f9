"""The JSON form as text. Writing is each type's `to_dict`; `structuring`, which loads cattrs, reads it back."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from timeline.errors import ArticleError
from timeline.validation import check_count, check_type

__all__ = ["dump", "parse"]

_WIDEST = 100


def dump(data: Mapping[str, Any], indent: int | None = None) -> str:
    """Write JSON in ASCII, so that lone surrogates in a text survive any encoding."""
    if indent is not None:
        check_count("indent", indent, 0, _WIDEST)
    return json.dumps(data, ensure_ascii=True, allow_nan=False, indent=indent)


def parse(text: str | bytes) -> Any:
    """Read JSON; raise `ArticleError` with the line and column of the fault."""
    check_type("JSON", text, str, bytes, bytearray, error=ArticleError)
    try:
        return json.loads(text)
    except json.JSONDecodeError as error:
        message = f"malformed JSON at line {error.lineno}, column {error.colno}: {error.msg}"
        raise ArticleError(message) from error
    except RecursionError as error:
        message = "malformed JSON: nested too deeply"
        raise ArticleError(message) from error
    except ValueError as error:  # wrong encoding, or a number of thousands of digits
        message = f"malformed JSON: {error}"
        raise ArticleError(message) from error
