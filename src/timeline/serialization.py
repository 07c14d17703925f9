"""Reading the JSON form back into the types, with the path of any fault.

Writing is each type's `to_dict`; reading is stricter than cattrs by default: a string is no number and no list, a
number no string. Unknown keys are ignored, as documented.
"""

from __future__ import annotations

import functools
import json
from collections.abc import Callable, Mapping
from typing import Any, TypeVar, get_origin

import attrs
import cattrs
from cattrs.cols import homogenous_tuple_structure_factory
from cattrs.gen import make_dict_structure_fn
from cattrs.v import transform_error

from timeline.calculus.instants import Instant
from timeline.errors import ArticleError
from timeline.validation import check_count, check_type, shown

__all__ = ["dump", "parse", "structure"]

T = TypeVar("T")
_SHOWN_FAULTS = 5
_WIDEST = 100


def dump(data: Mapping[str, Any], indent: int | None = None) -> str:
    """Return JSON in ASCII, so that lone surrogates in a text survive any encoding."""
    if indent is not None:
        check_count("indent", indent, 0, _WIDEST)
    return json.dumps(data, ensure_ascii=True, allow_nan=False, indent=indent)


def parse(text: str | bytes) -> Any:  # noqa: ANN401 - JSON holds anything
    """Parse JSON; raises `ArticleError` with the line and column of the fault."""
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


def structure(data: object, cls: type[T]) -> T:
    """Build an attrs class from its JSON form; raises `ArticleError` with the path of each fault.

    >>> from timeline.documents import Span
    >>> structure({"text": "July", "start": 3, "end": 7}, Span)
    Span(text='July', start=3, end=7)
    >>> structure({"text": "July", "start": "3"}, Span)  # doctest: +ELLIPSIS
    Traceback (most recent call last):
        ...
    timeline.errors.ArticleError: not the JSON form of a Span: expected int, got '3' @ $.start; ...
    """
    try:
        return _converter().structure(data, cls)
    except (cattrs.BaseValidationError, TypeError, ValueError, KeyError) as error:
        faults = transform_error(error, format_exception=_describe)
        more = len(faults) - _SHOWN_FAULTS
        listed = "; ".join(faults[:_SHOWN_FAULTS]) + (f"; and {more} more" if more > 0 else "")
        message = f"not the JSON form of a {cls.__name__}: {listed}"
        raise ArticleError(message) from error


class _WrongType(TypeError):  # noqa: N818 - never leaves this module
    def __init__(self, expected: str, value: object) -> None:
        super().__init__(f"expected {expected}, got {shown(value)}")


@functools.cache
def _converter() -> cattrs.Converter:
    converter = cattrs.Converter(detailed_validation=True, forbid_extra_keys=False)
    for primitive in (str, int, bool):
        converter.register_structure_hook(primitive, _exactly(primitive))
    converter.register_structure_hook(float, _number)
    converter.register_structure_hook(Instant, _instant)
    converter.register_structure_hook_factory(_is_tuple, _from_list)
    converter.register_structure_hook_factory(attrs.has, _from_object)
    return converter


def _exactly(primitive: type) -> Callable[[object, type], object]:
    def take(value: object, _: type) -> object:
        if type(value) is not primitive:  # bool is an int, but not here
            raise _WrongType(primitive.__name__, value)
        return value

    return take


def _number(value: object, _: type) -> float:
    if isinstance(value, bool) or not isinstance(value, int | float):
        expected = "a number"
        raise _WrongType(expected, value)
    return float(value)


def _instant(value: object, _: type) -> Instant:
    if not isinstance(value, str):
        expected = "an ISO 8601 string"
        raise _WrongType(expected, value)
    return Instant.parse(value)


def _is_tuple(kind: Any) -> bool:  # noqa: ANN401 - tuple[X, ...] is no type
    return get_origin(kind) is tuple


def _from_list(kind: Any, converter: cattrs.Converter) -> Callable[[object, Any], object]:  # noqa: ANN401 - as above
    hook = homogenous_tuple_structure_factory(kind, converter)

    def take(value: object, cls: Any) -> object:  # noqa: ANN401 - as above
        if not isinstance(value, list | tuple):
            expected = "a list"
            raise _WrongType(expected, value)
        return hook(value, cls)

    return take


def _from_object(kind: type[T], converter: cattrs.Converter) -> Callable[[object, Any], T]:
    hook = make_dict_structure_fn(kind, converter)

    def take(value: object, cls: Any) -> T:  # noqa: ANN401 - as above
        if not isinstance(value, Mapping):
            expected = "an object"
            raise _WrongType(expected, value)
        return hook(value, cls)

    return take


def _describe(error: BaseException, _: type | None) -> str:
    # Errors of a type's own checks (no such day, an unknown kind) have their own message.
    return "required field missing" if isinstance(error, KeyError) else str(error)
